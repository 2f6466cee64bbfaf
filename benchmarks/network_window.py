"""The real window with the real network worker: how long its event loop stalls while networks are opened and shown.

    python -m benchmarks.network_window [GALLERY_ID …]

For each network: the longest stall while it is opened; the time from selecting a layer to its maps on the screen, for
layers that were looked at before and for others; how long the grid takes to paint the maps of the last block.

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
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.timing import table

MODELS = ("lenet-5", "mobilenet-v2", "resnet-50")
SWITCHES = 8
PATIENCE = 180.0
HEADERS = (
    "network", "opening: longest stall, ms", "own work", "maps of", "paint, ms", "switch, first time, ms", "again, ms",
    "longest stall, ms", "own work",
)  # fmt: skip


def main(arguments: list[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="benchmarks.network_window", description=__doc__)
    parser.add_argument("models", nargs="*", default=MODELS, help="gallery ids")
    parser.add_argument("--size", type=int, nargs=2, default=[1366, 768], help="width and height of the window")
    options = parser.parse_args(arguments)
    gc.disable()  # as the program does until its window is painted
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY") or sys.platform in ("win32", "darwin")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with ExitStack() as end:
        run = _Run(options.size, end)
        for title, (longest, work) in (("first switch to Network", run.first_switch()), ("idle window", run.idle())):
            print(f"{title}: longest stall {longest:.0f} ms, own work {work:.0f} ms")
        print()
        rows = [run.row(name) for name in options.models]
    print(table(HEADERS, rows))


class _Run:
    """The window, and a clock that notices when its event loop stands still."""

    def __init__(self, size: list[int], end: ExitStack) -> None:
        from PySide6.QtCore import Qt, QTimer

        from gui.app import begin_collecting, make_application, make_parts
        from gui.crash import CrashGuard
        from gui.first_recipe import SOURCE
        from gui.warming import Warming
        from gui.window import MainWindow
        from gui.worker_status import WorkerStatus

        application = make_application()
        folder = Path(end.enter_context(tempfile.TemporaryDirectory()))
        parts = make_parts(application, folder, CrashGuard(folder), end, is_safe=True)
        self.window = MainWindow(parts)
        self.window.resize(*size)
        parts.keeper.open_now(SOURCE)
        parts.live.make_now()
        self.window.show()
        end.callback(self.window.close)
        assert parts.network is not None
        WorkerStatus(parts.network, self.window.status.dot, parts.notifier, self.window)
        parts.network.start()
        self._begin()
        self._timer = QTimer(self.window, interval=1)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_tick)
        self._timer.start()
        end.callback(self._timer.stop)
        begin_collecting()
        warming = Warming(self.window, self.window.prepare_network, settle=gc.freeze)
        warming.start()
        self._wait(lambda: not warming.is_under_way)
        self._wait(lambda: False, 1.0)

    @property
    def session(self) -> Any:
        assert self.window.network is not None
        return self.window.network.session

    def first_switch(self) -> tuple[float, float]:
        """The longest stall while the workspace is made and shown for the first time."""
        self._begin()
        self.window.workspaces.show("network")
        self._wait(lambda: False, 1.0)
        found = self._longest, self._work
        self._wait(lambda: self.session.maps is not None)
        return found

    def idle(self) -> tuple[float, float]:
        """The longest stall while nothing happens."""
        self._wait(lambda: False, 1.0)
        self._begin()
        self._wait(lambda: False, 2.0)
        return self._longest, self._work

    def row(self, name: str) -> list[object]:
        """All figures of one network."""
        from engine.network.requests import GalleryModel

        self._begin()
        self.session.wish_for(GalleryModel(name))
        self._wait(lambda: self._is_open(GalleryModel(name)))
        self._wait(lambda: False, 0.5)
        opening, opening_work = self._longest, self._work
        layers = [fact for fact in self.session.network.opened.layers if len(fact.shape) == 3 and fact.shape[0] > 1]
        paths = [fact.path for fact in layers][:: max(1, len(layers) // SWITCHES)][:SWITCHES]
        self._begin()
        first = [self._switch(path) for path in paths]
        again = [self._switch(path) for path in paths]
        longest, work = self._longest, self._work
        self._switch(layers[-1].path)
        shape = " × ".join(map(str, layers[-1].shape))
        return [
            name, opening, opening_work, shape, self._painting(), round(median(first)), round(median(again)),
            longest, work,
        ]  # fmt: skip

    def _is_open(self, spec: object) -> bool:
        network = self.session.network
        return network is not None and network.spec == spec and self.session.maps is not None

    def _switch(self, path: str) -> float:
        """Milliseconds from selecting a layer until its maps are there."""
        begun = time.perf_counter()
        self.session.select_layer(path)
        self._wait(lambda: self.session.maps is not None and self.session.maps.layer(path) is not None)
        taken = 1000 * (time.perf_counter() - begun)
        self._wait(lambda: False, 0.6)  # a function of its own may be in the making
        return taken

    def _painting(self) -> float:
        """Milliseconds in which the grid paints maps that are new."""
        grid = self.window.network.maps.grid  # type: ignore[union-attr]
        taken = []
        for _ in range(9):
            grid.resize(grid.size())
            grid._repaint()
            begun = time.perf_counter()
            grid.grab()
            taken.append(1000 * (time.perf_counter() - begun))
        return median(taken)

    def _begin(self) -> None:
        self._longest = self._work = 0.0
        self._tick, self._worked = time.perf_counter(), time.thread_time()

    def _on_tick(self) -> None:
        now, worked = time.perf_counter(), time.thread_time()
        self._longest = max(self._longest, 1000 * (now - self._tick))
        self._work = max(self._work, 1000 * (worked - self._worked))
        self._tick, self._worked = now, worked

    def _wait(self, is_true: Callable[[], bool], patience: float = PATIENCE) -> None:
        from PySide6.QtCore import QEventLoop, QTimer

        loop, watch = QEventLoop(), QTimer(interval=2)
        watch.timeout.connect(lambda: loop.quit() if is_true() else None)
        watch.start()
        QTimer.singleShot(round(1000 * patience), loop.quit)
        loop.exec()
        watch.stop()
        if patience == PATIENCE and not is_true():
            raise SystemExit("The network worker did not answer in time.")


if __name__ == "__main__":
    main()
