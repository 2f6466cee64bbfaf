from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.errors import UserError
from engine.network.data.dataset import ArrayData, DataSet
from engine.network.training.script import loop_parts
from tests.engine.network.training import tiny

pytestmark = pytest.mark.usefixtures("keras_loaded")


class Slow(DataSet):
    """The same pictures, but read one at a time as out of files; `gone` cannot be read."""

    def __init__(self, data: ArrayData, gone: tuple[int, ...] = ()) -> None:
        self.name, self.class_names, self.labels = data.name, data.class_names, data.labels
        self._data, self._gone, self.reads = data, gone, 0

    def identity(self, index: int) -> str:
        return str(index)

    def picture(self, index: int, *, least: int = 0) -> Any:
        self.reads += 1
        if index in self._gone:
            raise UserError("It is gone.")
        return self._data.picture(index)


def seen(loader: Any, batches: Any, steps: int = 3) -> list[tuple[Any, Any, Any]]:
    """What each step would get."""
    found = []
    for chunk in loader.chunks(batches, steps=lambda: steps):
        for places in chunk.places:
            found.append(tuple(each.numpy()[places] for each in (chunk.pictures, chunk.labels, chunk.valid)))
    return found


@settings(max_examples=25, deadline=None)
@given(count=st.integers(1, 40), batch=st.integers(1, 17), steps=st.integers(1, 5), is_held=st.booleans())
def test_batches_are_the_same_from_memory_from_files_and_in_every_epoch(
    count: int, batch: int, steps: int, is_held: bool
) -> None:
    from engine.network.training.loading import Loader, order

    data = tiny.pictures(max(3, count))
    indices = np.arange(count)[::-1].astype(np.int64)
    memory = Loader(data, indices, size=(8, 8), channels=1)
    files = Loader(Slow(data), indices, size=(8, 8), channels=1, budget=None if is_held else 0)
    for epoch in range(2):
        batches = order(count, batch, seed=1, epoch=epoch)
        assert sorted(np.concatenate(batches).tolist()) == list(range(count))
        expected = seen(memory, batches, steps)
        assert [len(each[1]) for each in expected] == [len(places) for places in batches]
        for mine, other in zip(expected, seen(files, batches, steps), strict=True):
            assert all(np.array_equal(one, two) for one, two in zip(mine, other, strict=True))
        pictures = np.concatenate([each[0] for each in expected])
        assert np.array_equal(pictures, data.pictures[indices[np.concatenate(batches)]])
    assert files.is_in_memory == is_held


@pytest.mark.parametrize("batch", [1, 2, 8, 32])
def test_no_handful_is_left_over_for_a_batch_of_its_own_in_the_program_and_its_script(batch: int) -> None:
    from engine.network.training.loading import order

    script = {"np": np, "BATCH": batch, "SEED": 3, "keras": None}
    exec(loop_parts.DEALING, script)
    for count in range(1, 100):
        dealt = order(count, batch, seed=3, epoch=1)
        sizes = [len(each) for each in dealt]
        assert len(sizes) == -(-count // batch)
        assert max(sizes) <= batch
        assert len(sizes) == 1 or min(sizes) * 4 >= batch
        assert sorted(np.concatenate(dealt).tolist()) == list(range(count))
        for mine, other in zip(dealt, script["order"](count, 1), strict=True):  # type: ignore[operator]
            assert np.array_equal(mine, other)


def test_files_are_read_once_where_they_fit_into_memory_and_each_time_where_they_do_not() -> None:
    from engine.network.training.loading import Loader, in_order

    for budget, reads in ((10_000, 12), (0, 24)):
        data = Slow(tiny.pictures(12))
        loader = Loader(data, np.arange(12), size=(8, 8), channels=1, budget=budget)
        for _ in range(2):
            seen(loader, in_order(12, 5))
        assert data.reads == reads


def test_a_picture_that_cannot_be_read_counts_for_nothing_and_is_named() -> None:
    from engine.network.training.loading import Loader, in_order

    loader = Loader(Slow(tiny.pictures(12), gone=(2, 7)), np.arange(12), size=(8, 8), channels=1)
    valid = np.concatenate([each[2] for each in seen(loader, in_order(12, 4))])
    assert valid.tolist() == [1, 1, 0, 1, 1, 1, 1, 0, 1, 1, 1, 1]
    assert sorted(loader.missing) == [2, 7]


def test_reading_ends_when_nobody_listens_any_more() -> None:
    from engine.network.training.loading import Loader, in_order

    data = Slow(tiny.pictures(60))
    chunks = Loader(data, np.arange(60), size=(8, 8), channels=1, budget=0).chunks(in_order(60, 1), steps=lambda: 1)
    next(chunks)
    chunks.close()  # a thread that went on would fail this test


def test_an_error_of_the_program_is_not_swallowed(monkeypatch: pytest.MonkeyPatch) -> None:
    from engine.network.training.loading import Loader, in_order

    data = Slow(tiny.pictures(12))
    monkeypatch.setattr(data, "picture", lambda *_, **__: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        seen(Loader(data, np.arange(12), size=(8, 8), channels=1), in_order(12, 4))


@pytest.mark.parametrize("seconds", [0.0, 60.0])
def test_pictures_that_come_slowly_are_read_by_several_threads_to_the_same_batches(
    monkeypatch: pytest.MonkeyPatch, seconds: float
) -> None:
    import threading

    from engine.network.training import loading

    monkeypatch.setattr(loading, "_QUICK_SECONDS", seconds)
    data, readers = Slow(tiny.pictures(40), gone=(3, 17)), set()
    picture = data.picture

    def noted(index: int, *, least: int = 0) -> Any:
        readers.add(threading.current_thread().name)
        return picture(index)

    monkeypatch.setattr(data, "picture", noted)
    loader = loading.Loader(data, np.arange(40), size=(8, 8), channels=1, budget=0)
    found = np.concatenate([each[0] for each in seen(loader, loading.in_order(40, 20))])
    expected = data._data.pictures.copy()
    expected[[3, 17]] = expected[[2, 16]]
    assert np.array_equal(found, expected)
    assert len(readers) == 1 if seconds else len(readers) > 1


def test_what_stands_in_for_a_picture_does_not_depend_on_its_batch() -> None:
    from engine.network.training.loading import Loader, in_order, order

    gone = (0, 1, 11, 12, 13)
    expected = tiny.pictures(14).pictures.copy()
    expected[[0, 1, 11, 12, 13]] = expected[10]
    for batches in (in_order(14, 5), order(14, 3, seed=1, epoch=0), [np.array([0, 12, 1], np.int32)]):
        loader = Loader(Slow(tiny.pictures(14), gone), np.arange(14), size=(8, 8), channels=1, budget=0)
        found = np.concatenate([each[0] for each in seen(loader, batches)])
        assert np.array_equal(found, expected[np.concatenate(batches)])


def test_where_no_picture_can_be_read_something_gray_stands_in() -> None:
    from engine.network.training.loading import Loader

    loader = Loader(Slow(tiny.pictures(3), gone=(0, 1, 2)), np.arange(3), size=(8, 8), channels=1)
    assert (loader.batch(np.arange(3, dtype=np.int32)) == 127).all()
    assert not loader.valid_at(np.arange(3, dtype=np.int32)).any()


def test_pictures_that_were_read_stay_when_their_files_go() -> None:
    from engine.network.training.loading import Loader, in_order

    for budget, missing in ((10_000, 0), (0, 12)):
        data = Slow(tiny.pictures(12))
        loader = Loader(data, np.arange(12), size=(8, 8), channels=1, budget=budget)
        seen(loader, in_order(12, 5))
        data._gone = tuple(range(12))
        valid = np.concatenate([each[2] for each in seen(loader, in_order(12, 5))])
        assert len(loader.missing) == missing == 12 - valid.sum()
