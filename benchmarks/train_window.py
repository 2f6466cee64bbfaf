"""The real window with the real training worker: how long its event loop stalls while networks learn.

    python -m benchmarks.train_window [--pictures 20000] [--seconds 6] [--size 1366 768]

The training runs at full speed on handwritten digits, the moving sample plays as a camera, panels are brought to the
front, a kernel learns besides, presenter mode is entered, and then a folder of generated pictures is opened, scrolled
from end to end and sorted through, also while the network learns.

A stall is the time between two turns of the event loop; beside it stands how much of its longest turn was the window's
own work, the rest being other programs on the same cores.
"""

from __future__ import annotations

import argparse
import gc
import os
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.timing import table

PATIENCE = 240.0
CLASSES = 20
HEADERS = (
    "what goes on", "longest stall, ms", "its own work, ms", "p99, ms", "own work p99, ms", "longest own work, ms",
    "pictures learnt a second",
)  # fmt: skip


def main(arguments: list[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="benchmarks.train_window", description=__doc__)
    parser.add_argument("--pictures", type=int, default=20_000, help="files in the folder that is scrolled")
    parser.add_argument("--seconds", type=float, default=6.0, help="length of each phase")
    parser.add_argument("--size", type=int, nargs=2, default=[1366, 768], help="width and height of the window")
    options = parser.parse_args(arguments)
    gc.disable()  # as the program does until its window is painted
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY") or sys.platform in ("win32", "darwin")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with ExitStack() as end:
        folder = Path(end.enter_context(tempfile.TemporaryDirectory(ignore_cleanup_errors=True)))
        make_pictures(folder / "many", options.pictures)
        run = _Run(folder, end, seconds=options.seconds, size=options.size)
        rows = run.rows(folder / "many")
    print(table(HEADERS, rows))


def make_pictures(folder: Path, count: int) -> None:
    """A folder of class folders with so many small pictures."""
    from engine.opencv import cv2

    numbers = np.random.default_rng(1)
    for number in range(CLASSES):
        (folder / f"class {number:02}").mkdir(parents=True)
    for number in range(count):
        pixels = numbers.integers(0, 256, (8, 8, 3), dtype=np.uint8).repeat(4, 0).repeat(4, 1)
        cv2.imwrite(str(folder / f"class {number % CLASSES:02}" / f"{number:06}.png"), pixels)


class _Run:
    """The window, and a clock that notices when its event loop stands still."""

    def __init__(self, folder: Path, end: ExitStack, *, seconds: float, size: list[int]) -> None:
        from PySide6.QtCore import Qt, QTimer

        from gui.app import begin_collecting, make_application, make_parts
        from gui.crash import CrashGuard
        from gui.first_recipe import SOURCE
        from gui.window import MainWindow

        self._seconds = seconds
        application = make_application()
        home = folder / "home"
        home.mkdir()
        parts = make_parts(application, home, CrashGuard(home), end, is_safe=True)
        self.window = MainWindow(parts)
        self.window.resize(*size)
        parts.keeper.open_now(SOURCE)
        parts.live.make_now()
        self.window.show()
        end.callback(self.window.close)
        self._turns: list[tuple[float, float]] = []
        self._at, self._cpu = time.perf_counter(), time.thread_time()
        self._timer = QTimer(self.window, interval=1)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_tick)
        self._timer.start()
        end.callback(self._timer.stop)
        self._wait(lambda: False, 1.5)
        begin_collecting()

    @property
    def train(self) -> Any:
        assert self.window.train is not None
        return self.window.train

    def rows(self, many: Path) -> list[list[object]]:
        """Every phase in its order."""
        from engine.network.data.specs import FolderData
        from engine.sources.specs import MovingSampleSpec
        from gui.first_recipe import MOVING_SAMPLE

        rows = [self._phase("idle window", lambda: self._pass(2.0))]
        rows.append(self._phase("made beforehand", self._warm))
        rows.append(self._phase("first switch to Train", self._first_switch))
        self._wait(lambda: self.train.session.batch is not None)
        self.window.parts.session.set_source(MovingSampleSpec(MOVING_SAMPLE, 60.0))
        self._pass(1.0)
        rows.append(self._phase("camera playing", lambda: self._pass(self._seconds)))
        session = self.train.session
        session.change(settings=replace(session.job.settings, epochs=1000))
        rows.append(self._phase("training begins", self._begin_training))
        rows.append(self._phase("training, camera playing", lambda: self._pass(self._seconds)))
        for dock in (self.train.inside, self.train.runs_dock):
            dock.raise_()
            rows.append(self._phase(f"the same, {dock.windowTitle()} in front", lambda: self._pass(self._seconds)))
        lesson = self.train.exports.kernel
        lesson.raise_()
        self._pass(0.5)
        lesson.play.click()
        rows.append(self._phase(f"the same, {lesson.windowTitle()} besides", lambda: self._pass(self._seconds)))
        lesson.reset.click()
        rows.append(self._phase("switching 20 times beside", self._switch))
        self.window.presenter.set_on(True)
        self._pass(1.0)
        rows.append(self._phase("training in presenter mode", lambda: self._pass(self._seconds)))
        self.window.presenter.set_on(False)
        self._pass(1.0)
        spec = FolderData(path=many)
        rows.append(self._phase("opening the folder beside", lambda: self._open(spec)))
        rows.append(self._phase("scrolling it beside", self._scroll))
        self.train.driver.stop()
        self._wait(lambda: not session.is_training)
        rows.append(self._phase("scrolling it alone", self._scroll))
        rows.append(self._phase("leaving 500 out, undone", self._edit))
        return rows

    def _warm(self) -> None:
        from gui.warming import Warming

        warming = Warming(self.window, self.window.prepare, settle=gc.freeze)
        warming.start()
        self._wait(lambda: not warming.is_under_way)

    def _first_switch(self) -> None:
        self.window.workspaces.show("train")
        self._pass(1.0)

    def _begin_training(self) -> None:
        self.train.driver.train()
        self._wait(lambda: len(self.train.session.training.epochs) > 0)

    def _open(self, spec: object) -> None:
        self.train.session.wish_for(spec)
        self._wait(lambda: self.train.session.data.spec == spec)
        self.train.centre.show_page("pictures")
        self._pass(1.0)

    def _scroll(self) -> None:
        bar = self.train.centre.pictures.grid.verticalScrollBar()
        for place in np.linspace(0, bar.maximum(), 120):
            bar.setValue(round(float(place)))
            self._pass(0.02)

    def _edit(self) -> None:
        dataset = self.train.session.data.dataset
        self.train.editing.remove([dataset.identity(index) for index in range(500)])
        self._pass(0.5)
        self.train.editing.undo()
        self._pass(0.5)

    def _switch(self) -> None:
        for _ in range(5):
            for key in ("kernels", "network", "kernels", "train"):
                self.window.workspaces.show(key)
                self._pass(0.25)

    def _phase(self, title: str, work: Callable[[], None]) -> list[object]:
        self._turns = []
        self._at, self._cpu = time.perf_counter(), time.thread_time()
        work()
        gaps, works = sorted(gap for gap, _ in self._turns), sorted(work for _, work in self._turns)
        longest, its_work = max(self._turns, default=(0.0, 0.0))
        late = int(len(gaps) * 0.99)
        training = self.window.train.session.training if self.window.train is not None else None
        speed = f"{training.images_per_second:,.0f}" if training is not None and training.is_running else "–"
        figures = (
            longest,
            its_work,
            gaps[late] if gaps else 0.0,
            works[late] if works else 0.0,
            max(works, default=0.0),
        )
        return [title, *(f"{figure:.0f}" for figure in figures), speed]

    def _pass(self, seconds: float) -> None:
        self._wait(lambda: False, seconds)

    def _wait(self, is_true: Callable[[], bool], seconds: float = PATIENCE) -> None:
        from PySide6.QtCore import QEventLoop, QTimer

        loop = QEventLoop()
        end = QTimer(singleShot=True, interval=round(1000 * seconds))
        end.timeout.connect(loop.quit)
        look = QTimer(interval=20)
        look.timeout.connect(lambda: loop.quit() if is_true() else None)
        end.start()
        look.start()
        loop.exec()
        end.stop()
        look.stop()

    def _on_tick(self) -> None:
        now, cpu = time.perf_counter(), time.thread_time()
        self._turns.append((1000 * (now - self._at), 1000 * (cpu - self._cpu)))
        self._at, self._cpu = now, cpu


if __name__ == "__main__":
    main()
