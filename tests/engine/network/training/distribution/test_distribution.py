from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import warnings
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.network.training.checkpoints import load_checkpoint
from engine.network.training.curves import CHECKPOINT, LOG, RunState, read_run
from tests.engine.network.training import tiny
from tests.engine.network.training.distribution.apart import ENDLESS, frozen_job, hard_job

ROOT = Path(__file__).parents[5]
LONGEST = 120.0
SOON = 60.0  # TensorFlow notices within some ten seconds that a worker is gone


def free_addresses(count: int) -> str:
    with ExitStack() as stack:
        sockets = [stack.enter_context(socket.socket()) for _ in range(count)]
        for each in sockets:
            each.bind(("127.0.0.1", 0))
        return ",".join(f"127.0.0.1:{each.getsockname()[1]}" for each in sockets)


def started(role: str, folder: Path, *rest: str) -> subprocess.Popen[str]:
    folder.mkdir(exist_ok=True)
    with (folder / f"{role}{''.join(rest[1:])}.txt").open("w") as errors:
        return subprocess.Popen(
            [sys.executable, "-m", "tests.engine.network.training.distribution.apart", role, str(folder), *rest],
            cwd=ROOT, stdout=subprocess.PIPE, stderr=errors, text=True,
            env={**os.environ, "TF_CPP_MIN_LOG_LEVEL": "3", "TMPDIR": str(folder)},
        )  # fmt: skip


def wait_for_epochs(folder: Path, count: int, process: subprocess.Popen[str]) -> None:
    end = time.monotonic() + LONGEST
    while time.monotonic() < end and process.poll() is None:
        if (folder / LOG).is_file() and (folder / LOG).read_text().count('"kind": "epoch"') >= count:
            return
        time.sleep(0.05)
    pytest.fail("the workers did not come that far")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Where two devices of one process, and two processes of which one was killed, have left their runs."""
    made = tmp_path_factory.mktemp("distribution")
    addresses = free_addresses(2)
    processes = [started("worker", made / "workers", addresses, str(index)) for index in range(2)]
    processes.append(started("mirrored", made / "mirrored"))
    try:
        wait_for_epochs(made / "workers" / "lost", 2, processes[0])
        processes[1].kill()
        said, _ = processes[0].communicate(timeout=SOON)
        (made / "said.txt").write_text(said)
        (made / "code.txt").write_text(str(processes[0].returncode))
        assert processes[2].wait(LONGEST) == 0, (made / "mirrored" / "mirrored.txt").read_text()[-2000:]
        yield made
    finally:
        for process in processes:
            process.kill()
            process.communicate()


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory, keras_loaded: None) -> Path:
    """The same jobs, run by one process with one device."""
    made = tmp_path_factory.mktemp("alone")
    for name, job in (("hard", hard_job()), ("frozen", frozen_job())):
        run(job, made / name)
    return made


def run(job: Any, folder: Path, **options: Any) -> None:
    from engine.network.training import finishing
    from engine.network.training.running import run

    with warnings.catch_warnings(), pytest.MonkeyPatch.context() as monkeypatch:
        warnings.simplefilter("ignore")
        monkeypatch.setattr(finishing, "save_network", lambda *_, **__: None)
        run(job, folder, dataset=tiny.pictures(), **options)


def assert_same(one: Path, other: Path) -> None:
    mine, theirs = (load_checkpoint(each / CHECKPOINT) for each in (one, other))
    assert mine.place.epoch == theirs.place.epoch
    assert mine.arrays.keys() == theirs.arrays.keys()
    for name, array in mine.arrays.items():
        assert np.allclose(array, theirs.arrays[name], atol=1e-4, rtol=0), name
    epochs = [read_run(each).epochs for each in (one, other)]
    for mine_then, theirs_then in zip(*epochs, strict=True):
        assert mine_then.loss == pytest.approx(theirs_then.loss, abs=1e-4)
        assert mine_then.validation_loss == pytest.approx(theirs_then.validation_loss, abs=1e-4)


@pytest.mark.parametrize("name", ["hard", "frozen"])
@pytest.mark.parametrize("kind", ["mirrored", "workers"])
def test_several_devices_reach_the_weights_of_one(folder: Path, alone: Path, kind: str, name: str) -> None:
    assert_same(folder / kind / name, alone / name)


def test_all_is_summed_in_one_meeting_a_step(folder: Path) -> None:
    assert "1 sums a step" in (folder / "said.txt").read_text()


def test_only_the_chief_writes(folder: Path) -> None:
    assert not (folder / "workers" / "nowhere").exists()


def test_workers_with_different_jobs_are_refused(folder: Path) -> None:
    assert "The workers have been given different jobs." in (folder / "said.txt").read_text()


def test_all_stop_at_the_step_at_which_one_wants_to(folder: Path) -> None:
    stopped = read_run(folder / "workers" / "stopped")
    assert stopped.state is RunState.STOPPED
    place = load_checkpoint(stopped.folder / CHECKPOINT).place
    assert 0 < place.epoch * 6 + place.step < ENDLESS


def test_a_lost_worker_ends_the_job_in_a_sentence_and_it_goes_on_from_the_checkpoint(
    folder: Path, tmp_path: Path, keras_loaded: None
) -> None:
    assert (folder / "code.txt").read_text() == "75"
    assert "A worker is gone, so all have ended." in (folder / "said.txt").read_text()
    lost = folder / "workers" / "lost"
    assert read_run(lost).state is RunState.BROKEN_OFF
    epoch = load_checkpoint(lost / CHECKPOINT).place.epoch
    assert epoch >= 2
    run(hard_job(epoch + 1), lost, resume=True)
    run(hard_job(epoch + 1), tmp_path / "whole")
    assert_same(lost, tmp_path / "whole")


def test_a_worker_that_does_not_come_is_named(keras_loaded: None) -> None:
    from engine.network.training.distribution.cluster import Cluster, ClusterError
    from engine.network.training.distribution.gathering import MissingWorkerError, meet

    mine, other = free_addresses(2).split(",")
    with pytest.raises(MissingWorkerError, match=f"1 of 2 workers did not come within 0.1 seconds, the first {other}"):
        meet(Cluster((mine, other), 0), seconds=0.1)
    with socket.create_server(("", int(other.rpartition(":")[2]))):
        meet(Cluster((mine, other), 0), seconds=10)
        with pytest.raises(ClusterError, match=f"cannot listen at {other}"):
            meet(Cluster((mine, other), 1), seconds=10)
