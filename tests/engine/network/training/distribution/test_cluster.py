from __future__ import annotations

import json

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.network.training.distribution.cluster import Cluster, ClusterError, cluster_of
from engine.network.training.distribution.shares import Shared, part_of
from engine.network.training.loading import Chunk, order

TWO = "lab1:2222,lab2:2222"


def tf_config(**task: object) -> dict[str, str]:
    cluster = {"chief": ["a:1"], "worker": ["b:1", "c:1"]}
    return {"TF_CONFIG": json.dumps({"cluster": cluster, "task": task})}


def test_without_a_word_there_is_no_cluster() -> None:
    assert cluster_of(None, index=None) is None
    assert cluster_of(None, index=None, environment={"TF_CONFIG": " "}) is None


def test_the_number_comes_from_the_command_line_or_from_what_started_the_process() -> None:
    assert cluster_of(TWO, index=1, environment={"SLURM_PROCID": "0"}) == Cluster(("lab1:2222", "lab2:2222"), 1)
    assert cluster_of(TWO, index=None, environment={"SLURM_PROCID": "1"}) == Cluster(("lab1:2222", "lab2:2222"), 1)
    found = cluster_of("[::1]:22, [::1]:23", index=None, environment={"JOB_COMPLETION_INDEX": "0"})
    assert found == Cluster(("[::1]:22", "[::1]:23"), 0)


def test_tf_config_says_it_too_with_a_chief_before_the_workers() -> None:
    assert cluster_of(None, index=None, environment=tf_config(type="worker", index=1)) == Cluster(
        ("a:1", "b:1", "c:1"), 2
    )
    assert cluster_of(None, index=None, environment=tf_config(type="chief", index=0)) == Cluster(
        ("a:1", "b:1", "c:1"), 0
    )


@pytest.mark.parametrize(
    ("workers", "index", "environment", "sentence"),
    [
        (TWO, None, {}, "Add --index"),
        (TWO, 2, {}, "their numbers are 0 to 1"),
        (TWO, -1, {}, "their numbers are 0 to 1"),
        (None, 0, {}, "Add --workers"),
        ("lab1", 0, {}, "“lab1” is no worker's address"),
        ("lab1:99999", 0, {}, "is no worker's address"),
        ("a:1,a:1", 0, {}, "Name each worker once"),
        (None, None, {"TF_CONFIG": "{"}, "TF_CONFIG cannot be understood"),
        (None, None, {"TF_CONFIG": "[]"}, "TF_CONFIG cannot be understood"),
        (None, None, tf_config(type="ps", index=0), "TF_CONFIG cannot be understood"),
        (None, None, tf_config(type="worker", index="x"), "TF_CONFIG cannot be understood"),
    ],
)
def test_what_cannot_be_used_is_refused_in_a_sentence(
    workers: str | None, index: int | None, environment: dict[str, str], sentence: str
) -> None:
    with pytest.raises(ClusterError, match=sentence):
        cluster_of(workers, index=index, environment=environment)


@settings(deadline=None, max_examples=40)
@given(count=st.integers(1, 40), workers=st.integers(1, 5), own=st.integers(1, 3), batch=st.integers(1, 12))
def test_each_picture_of_a_batch_is_taken_by_exactly_one_device(count: int, workers: int, own: int, batch: int) -> None:
    class Whole:
        def __len__(self) -> int:
            return count

        def chunks(self, batches, *, steps):
            for places in batches:
                yield Chunk(None, None, None, places[None])

    batches = order(count, batch, seed=0, epoch=0)
    taken: list[list[int]] = [[] for _ in batches]
    for worker in range(workers):
        shared = Shared(Whole(), first=worker * own, own=own, devices=workers * own)
        for number, chunk in enumerate(shared.chunks(batches, steps=lambda: 1)):
            assert chunk.size == len(batches[number])
            for device in range(own):
                piece = chunk.places[0, chunk.cuts[device] : chunk.cuts[device + 1]]
                assert len(piece) >= 1
                start = chunk.starts[device]
                assert np.array_equal(batches[number][start : start + len(piece)], piece)
                if chunk.counting[device]:
                    taken[number] += piece.tolist()
    assert [sorted(each) for each in taken] == [sorted(each.tolist()) for each in batches]


def test_pieces_differ_by_one_picture_at_most() -> None:
    sizes = [part.stop - part.start for part in (part_of(50, device, 8) for device in range(8))]
    assert (sum(sizes), max(sizes) - min(sizes)) == (50, 1)
