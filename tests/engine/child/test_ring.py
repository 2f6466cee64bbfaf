from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
import textwrap
import threading
import time
from collections.abc import Callable
from contextlib import ExitStack, suppress
from multiprocessing import resource_tracker
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from engine.child import ring as ring_module
from engine.child.messages import Death, Progress
from engine.child.ring import FrameRing, FrameTooLargeError
from engine.errors import UserError
from tests.engine.child.targets import Fill

PICTURE = np.arange(60, dtype=np.uint8).reshape(4, 5, 3)
DTYPES = ["uint8", "uint16", "int16", "int32", "float16", "float32", "float64"]


@pytest.fixture
def ring(no_leaks):
    with FrameRing.create(slot_bytes=64) as made:
        yield made


def test_an_empty_ring_has_no_frame(ring: FrameRing) -> None:
    assert ring.newest() is None
    assert ring.sequence == 0


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(DTYPES).flatmap(
        lambda name: hnp.arrays(name, hnp.array_shapes(min_dims=1, max_dims=4, min_side=1, max_side=5))
    ),
    st.integers(0, 2**40),
    st.floats(0, 1e9),
    st.booleans(),
)
def test_what_goes_in_comes_out(picture: np.ndarray, number: int, captured_at: float, is_strided: bool) -> None:
    picture = picture[::-1] if is_strided else picture
    with FrameRing.create(slot_bytes=5000) as ring, FrameRing.attach(pickle.loads(pickle.dumps(ring.address))) as far:
        far.write(picture, number=number, captured_at=captured_at)
        frame = ring.newest()
        assert frame is not None
        assert frame.picture.dtype == picture.dtype
        np.testing.assert_array_equal(frame.picture, picture)
        assert (frame.number, frame.captured_at, frame.sequence) == (number, captured_at, 1)


def test_the_newest_frame_wins_and_is_told_once(ring: FrameRing) -> None:
    for number in range(1, 10):
        ring.write(PICTURE + number, number=number, captured_at=float(number))
    frame = ring.newest()
    assert frame is not None
    assert frame.number == 9
    np.testing.assert_array_equal(frame.picture, PICTURE + 9)
    assert ring.newest(after=frame.sequence) is None
    ring.write(PICTURE, number=10, captured_at=10.0)
    assert ring.newest(after=frame.sequence).number == 10  # type: ignore[union-attr]


def test_a_copy_outlives_the_ring(no_leaks) -> None:
    with FrameRing.create(slot_bytes=64) as ring:
        ring.write(PICTURE, number=1, captured_at=0.0)
        frame = ring.newest()
    assert frame is not None
    np.testing.assert_array_equal(frame.picture, PICTURE)


def test_leased_frames_stay_as_they_are_while_the_writer_goes_on(ring: FrameRing) -> None:
    ring.write(PICTURE, number=1, captured_at=0.0)
    with ring.lease() as first:
        assert first is not None
        assert not first.picture.flags.writeable
        for number in range(2, 9):
            ring.write(PICTURE + number, number=number, captured_at=0.0)
        with ring.lease() as second:
            assert second is not None
            for number in range(9, 20):
                ring.write(PICTURE + number, number=number, captured_at=0.0)
            np.testing.assert_array_equal(first.picture, PICTURE)
            np.testing.assert_array_equal(second.picture, PICTURE + 8)
            with pytest.raises(RuntimeError, match="at most 2"), ring.lease():
                pass
            ring.write(PICTURE + 20, number=20, captured_at=0.0)
        assert ring.newest().number == 20  # type: ignore[union-attr]


def test_a_frame_that_was_given_up_half_way_is_never_shown(ring: FrameRing) -> None:
    ring.write(PICTURE, number=1, captured_at=0.0)
    for _ in range(10):
        with suppress(ConnectionError), ring.filling((4, 5), "uint8", number=2, captured_at=0.0) as slot:
            slot[...] = 99
            raise ConnectionError("unplugged")
    assert ring.newest().number == 1  # type: ignore[union-attr]
    ring.write(PICTURE, number=3, captured_at=0.0)
    assert ring.newest().number == 3  # type: ignore[union-attr]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(["write", "die writing", "die announcing"]), max_size=20))
def test_a_writer_may_die_at_any_point(deeds: list[str]) -> None:
    """Leaves the header as a killed writer does, then lets a new writer go on."""
    expected = 0
    with FrameRing.create(slot_bytes=64, slots=3) as ring:
        for number, deed in enumerate(deeds, start=1):
            with FrameRing.attach(ring.address) as writer:
                if deed == "write":
                    writer.write(PICTURE + number, number=number, captured_at=0.0)
                    expected = number
                else:
                    filling = writer.filling(PICTURE.shape, "uint8", number=number, captured_at=0.0)
                    with filling as slot:
                        slot[...] = PICTURE + number
                        newest, marks = ring.sequence, ring._words[1:, 0].copy()
                    ring._words[0, 0] = newest
                    if deed == "die writing":
                        ring._words[1:, 0] = marks
            frame = ring.newest()
            assert (0 if frame is None else frame.number) == expected
            if frame is not None:
                np.testing.assert_array_equal(frame.picture, PICTURE + expected)


def test_a_reader_that_is_overtaken_takes_the_newer_frame(ring: FrameRing) -> None:
    """The writer goes once round, and into the reader's slot, between the reader's look at it and its taking hold."""
    ring.write(PICTURE, number=1, captured_at=0.0)
    with FrameRing.attach(ring.address) as writer, ExitStack() as half_way:

        def overtake() -> None:
            for number in range(2, 2 + ring.address.slots - 1):
                writer.write(PICTURE + number, number=number, captured_at=0.0)
            slot = half_way.enter_context(writer.filling(PICTURE.shape, "uint8", number=99, captured_at=0.0))
            slot[...] = 255

        ring._lock = _HookedLock(overtake)
        frame = ring.newest()
        assert frame is not None
        assert frame.number == ring.address.slots
        np.testing.assert_array_equal(frame.picture, PICTURE + frame.number)


def test_a_reader_does_not_search_for_ever(ring: FrameRing) -> None:
    ring.write(PICTURE, number=1, captured_at=0.0)
    ring._words[0, 0] = 77  # as damaged as two writers at once might leave it
    assert ring.newest() is None


def test_attaching_is_not_owning(no_leaks, monkeypatch) -> None:
    """Whoever registers as an owner makes the resource tracker unlink the memory, or complain, at the end."""
    registered: list[str] = []
    monkeypatch.setattr(resource_tracker, "register", lambda name, kind: registered.append(name))
    monkeypatch.setattr(resource_tracker, "unregister", lambda name, kind: registered.remove(name))
    with FrameRing.create(slot_bytes=64) as ring:
        assert len(registered) == (0 if os.name == "nt" else 1)
        with FrameRing.attach(ring.address):
            assert len(registered) == (0 if os.name == "nt" else 1)
    assert registered == []


class _HookedLock:
    """A lock that lets something happen before it is taken for the first time."""

    def __init__(self, before: Callable[[], None]) -> None:
        self._lock = threading.Lock()
        self._before: Callable[[], None] | None = before

    def __enter__(self) -> None:
        before, self._before = self._before, None
        if before is not None:
            before()
        self._lock.acquire()

    def __exit__(self, *_: object) -> None:
        self._lock.release()


def test_a_frame_that_is_too_large_is_refused_and_names_what_it_needs(ring: FrameRing) -> None:
    large = np.zeros((10, 10, 3), np.uint16)
    assert not ring.fits(large.shape, large.dtype)
    with pytest.raises(FrameTooLargeError, match="10 × 10 × 3 takes 600 bytes") as refusal:
        ring.write(large, number=1, captured_at=0.0)
    assert refusal.value.needed == 600
    assert pickle.loads(pickle.dumps(refusal.value)).needed == 600
    with FrameRing.create(slot_bytes=refusal.value.needed) as larger:
        assert larger.write(large, number=1, captured_at=0.0) == 1


def test_pictures_a_ring_cannot_hold_are_refused(ring: FrameRing) -> None:
    for picture in (np.zeros(3, complex), np.zeros((1, 1, 1, 1, 1), np.uint8), np.uint8(3)):
        with pytest.raises(ValueError, match="a frame ring holds"):
            ring.write(np.asarray(picture), number=1, captured_at=0.0)
    with pytest.raises(ValueError, match="at least 3 slots"):
        FrameRing.create(slot_bytes=10, slots=2)


@pytest.mark.skipif(not os.path.isdir("/dev/shm"), reason="no such limit here")
def test_more_shared_memory_than_there_is_gets_refused(no_leaks, monkeypatch) -> None:
    room = SimpleNamespace(f_bavail=100, f_frsize=4096)
    monkeypatch.setattr(ring_module.os, "statvfs", lambda path: room)
    with pytest.raises(UserError, match="MB of shared memory, but only 0 MB are free"):
        FrameRing.create(slot_bytes=2**22)


def test_a_closed_ring_is_gone_and_says_so(no_leaks) -> None:
    ring = FrameRing.create(slot_bytes=64)
    ring.close()
    ring.close()
    with pytest.raises(ValueError, match="closed"):
        ring.newest()
    with pytest.raises(FileNotFoundError):
        FrameRing.attach(ring.address)


def test_a_view_that_is_kept_too_long_is_no_danger(no_leaks) -> None:
    with FrameRing.create(slot_bytes=64) as ring, ring.filling((4, 5), "uint8", number=1, captured_at=0.0) as kept:
        kept[...] = 7
    assert kept.sum() == 140
    assert ring._memory in ring_module._still_viewed
    del kept
    FrameRing.create(slot_bytes=64).close()
    assert ring._memory not in ring_module._still_viewed


def test_no_frame_is_torn_while_a_fast_process_writes(supervised) -> None:
    """Every frame is of one value that follows from its number; a mixture of two would show."""
    child, heard = supervised()
    with FrameRing.create(slot_bytes=640 * 480, slots=3) as ring:
        job = child.send(Fill(address=ring.address))
        heard.wait_for(lambda word: isinstance(word, Progress) and word.job == job)
        last = copies = leases = 0
        while copies < 300 or leases < 300:
            frame = ring.newest(after=last)
            if frame is not None:
                copies += 1
                assert frame.sequence > last
                assert (frame.picture == frame.number % 251).all()
                assert 0 <= time.perf_counter() - frame.captured_at < 60
                last = frame.sequence
            with ring.lease(after=last) as leased:
                if leased is not None:
                    leases += 1
                    assert (leased.picture == leased.number % 251).all()
                    last = leased.sequence
        assert last > 600
        child.close()


def test_several_threads_may_read(supervised) -> None:
    child, heard = supervised()
    torn: list[int] = []
    with FrameRing.create(slot_bytes=640 * 480, slots=6) as ring:
        job = child.send(Fill(address=ring.address))
        heard.wait_for(lambda word: isinstance(word, Progress) and word.job == job)

        def read() -> None:
            last = 0
            for _ in range(150):
                with ring.lease() as frame:
                    if frame is None or frame.sequence < last or (frame.picture != frame.number % 251).any():
                        torn.append(last)
                        return
                    last = frame.sequence

        threads = [threading.Thread(target=read) for _ in range(3)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert torn == []
        child.close()


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="signals are a POSIX thing")
def test_the_ring_survives_a_killed_writer_and_serves_the_next(supervised) -> None:
    child, heard = supervised()
    with FrameRing.create(slot_bytes=640 * 480) as ring:
        for _ in range(3):
            job = child.send(Fill(address=ring.address))
            heard.wait_for(lambda word, job=job: isinstance(word, Progress) and word.job == job)
            os.kill(child.process_id, signal.SIGKILL)
            heard.wait_for(Death)
            frame = ring.newest()
            assert frame is not None
            assert (frame.picture == frame.number % 251).all()
        job = child.send(Fill(address=ring.address, frames=5))
        heard.answer_to(job)
        assert ring.newest().number == 5  # type: ignore[union-attr]


def test_nobody_complains_of_leaks_at_exit(tmp_path: Path) -> None:
    """The resource tracker writes its complaints to standard error when the last process has ended."""
    script = tmp_path / "parent.py"
    script.write_text(
        textwrap.dedent(
            """
            import threading
            from engine.child.messages import Answer
            from engine.child.ring import FrameRing
            from engine.child.supervisor import SupervisedChild
            from tests.engine.child import targets

            if __name__ == "__main__":
                for early in (True, False):
                    child, done = SupervisedChild("test worker", targets.main), threading.Event()
                    child.listen(on_message=lambda word: done.set())
                    child.start()
                    ring = FrameRing.create(slot_bytes=640 * 480)
                    done.wait(60)
                    done.clear()
                    child.send(targets.Fill(address=ring.address))
                    done.wait(60)
                    for thing in ((ring, child) if early else (child, ring)):
                        thing.close()
            """
        ),
        encoding="utf-8",
    )
    root = str(Path(__file__).resolve().parents[3])
    run = subprocess.run(
        [sys.executable, "-X", "dev", str(script)],
        env={**os.environ, "PYTHONPATH": root},
        text=True,
        capture_output=True,
        timeout=120,
    )
    assert (run.returncode, run.stdout, run.stderr) == (0, "", "")
