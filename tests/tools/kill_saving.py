"""Kills a process while it saves a checkpoint or a project, at one byte after the other, and looks at what is left.

    python -m tests.tools.kill_saving FOLDER --count 1000
    python -m tests.tools.kill_saving FOLDER --count 1000 --project

Half of the kills come at a certain byte or call of the writing, the others at any moment. Linux and macOS only.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

from engine.network.training.checkpoints import Checkpoint, Place, load_checkpoint, save_checkpoint
from engine.project.layout import Parcel
from engine.project.reading import open_project
from engine.project.writing import save_project

SIZE = 20_000


def made(epoch: int) -> Checkpoint:
    return Checkpoint(Place(epoch=epoch), {"w/kernel": np.full(SIZE, epoch, np.float32)})


def kill_self() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def die_at_byte(limit: int) -> None:
    """From now on this process writes `limit` bytes more and dies."""
    left = limit

    class Dying:
        def __init__(self, number: int, mode: str) -> None:
            self._number = number

        def __enter__(self) -> Dying:
            return self

        def __exit__(self, *_: object) -> None:
            os.close(self._number)

        def write(self, data: bytes) -> int:
            nonlocal left
            os.write(self._number, data[:left])
            if len(data) >= left:
                kill_self()
            left -= len(data)
            return len(data)

        def flush(self) -> None:
            pass

        def fileno(self) -> int:
            return self._number

    os.fdopen = Dying  # type: ignore[assignment,misc]


def die_at_call(name: str, *, is_done_first: bool) -> None:
    """From now on this process dies at its next call of `os.name`, before or after it."""
    real: Callable[..., object] = getattr(os, name)

    def dying(*given: object) -> None:
        if is_done_first:
            real(*given)
        kill_self()

    setattr(os, name, dying)


def die_beyond(size: int) -> None:
    """From now on this process dies as soon as a file that it writes has more bytes than that."""
    import resource

    signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


def save_on(path: Path, first: int, chosen: random.Random, is_at_byte: bool, is_project: bool) -> None:
    """The child: save one file after the other until it dies."""
    if is_at_byte:
        kind = chosen.randrange(4)
        if kind < 2:
            if is_project:
                die_beyond(chosen.randrange(1, path.stat().st_size - 100))
            else:
                die_at_byte(chosen.randrange(1, SIZE * 4 + 500))
        else:
            die_at_call(chosen.choice(["fsync", "replace"]), is_done_first=kind == 2)
    for epoch in range(first, first + 10_000):
        save(path, epoch, is_project)
        (path.parent / "done").write_text(str(epoch))


def save(path: Path, epoch: int, is_project: bool) -> None:
    if is_project:
        # Random digits shrink to about half, so that the file is about half as long as a checkpoint.
        text = random.Random(epoch).randbytes(SIZE * 2).hex()
        save_project(path, Parcel({"epoch": epoch, "text": text}))
    else:
        save_checkpoint(path, made(epoch))


def found_in(path: Path, is_project: bool) -> tuple[int, bool]:
    """The epoch that was saved, and whether all of it is there."""
    if is_project:
        with tempfile.TemporaryDirectory() as folder:
            opened = open_project(path, Path(folder) / "opened")
        epoch = int(opened.session.get("epoch", 0))
        text = random.Random(epoch).randbytes(SIZE * 2).hex()
        return epoch, not opened.lost and opened.session.get("text") == text
    kept = load_checkpoint(path)
    return kept.place.epoch, bool((kept.arrays["w/kernel"] == kept.place.epoch).all())


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--project", action="store_true", help="save projects instead of checkpoints")
    options = parser.parse_args()
    path = options.folder / ("lesson.kernelscope" if options.project else "checkpoint")
    chosen = random.Random(options.seed)
    epoch = 1
    save(path, epoch, options.project)
    for number in range(options.count):
        (path.parent / "done").write_text(str(epoch))
        is_at_byte = number % 2 == 0
        child = os.fork()
        if child == 0:
            save_on(path, epoch + 1, chosen, is_at_byte, options.project)
            os._exit(1)
        if not is_at_byte:
            time.sleep(chosen.uniform(0, 0.02))
            os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        chosen.random()
        if not os.WIFSIGNALED(status):
            print(f"kill {number}: the process ended by itself")
            return 1
        epoch, is_whole = found_in(path, options.project)
        done = int((path.parent / "done").read_text() or "0")
        if not is_whole or epoch < done:
            print(f"kill {number}: epoch {epoch} was found, but {done} had been saved")
            return 1
        for left in path.parent.glob(".saving-*"):
            left.unlink()
    what = "project" if options.project else "checkpoint"
    print(f"{options.count} kills: always a whole {what}, never an epoch lost that had been saved")
    return 0


if __name__ == "__main__":
    sys.exit(main())
