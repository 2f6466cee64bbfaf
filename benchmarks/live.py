"""The real window on a synthetic 720p camera: frames a second, added latency, and how long the event loop stalls.

    python -m benchmarks.live [--seconds 6] [--rates 60 120]

Every figure of the loop stands beside that of the same window showing a still picture, measured in the same run.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

FRAME_BUDGET = 60.0
WIDTHS = (9, 9, 12, 7, 10, 8, 10)


@dataclass
class Loop:
    """Gaps between two turns of the event loop, in milliseconds."""

    gaps: list[float] = field(default_factory=list)

    def longest(self) -> float:
        return max(self.gaps, default=0.0)

    def share(self, percent: float) -> float:
        ordered = sorted(self.gaps)
        return ordered[min(len(ordered) - 1, int(len(ordered) * percent / 100))] if ordered else 0.0


@dataclass
class Phase:
    """What one phase of the run showed."""

    title: str
    loop: Loop = field(default_factory=Loop)
    painted: list[float] = field(default_factory=list)
    latencies: list[float] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)
    seconds: float = 0.0

    @property
    def rate(self) -> float:
        return len(self.painted) / self.seconds if self.seconds else 0.0


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="benchmarks.live", description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("--seconds", type=float, default=6.0, help="length of each phase")
    parser.add_argument("--rates", type=float, nargs="+", default=[60.0, 120.0], help="frames a second of the camera")
    parser.add_argument("--size", type=int, nargs=2, default=[1366, 768], help="width and height of the window")
    options = parser.parse_args(arguments)
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY") or sys.platform in ("win32", "darwin")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    phases = _run(options.seconds, options.rates, options.size)
    _print(phases)


def _run(seconds: float, rates: list[float], size: list[int]) -> list[Phase]:
    from PySide6.QtCore import QEventLoop, Qt, QTimer

    from engine.sources.specs import MovingSampleSpec
    from gui.app import make_application, make_parts
    from gui.crash import CrashGuard
    from gui.first_recipe import MOVING_SAMPLE, SOURCE
    from gui.session import Output
    from gui.window import MainWindow

    application = make_application()
    with ExitStack() as end:
        folder = Path(end.enter_context(tempfile.TemporaryDirectory()))
        parts = make_parts(application, folder, CrashGuard(folder), end, is_safe=True, has_network=False)
        window = MainWindow(parts)
        window.resize(*size)
        parts.keeper.open_now(SOURCE)
        parts.live.make_now()
        window.show()
        phase = Phase("")
        ticks = [time.perf_counter()]

        def on_tick() -> None:
            now = time.perf_counter()
            phase.loop.gaps.append(1000 * (now - ticks[0]))
            ticks[0] = now

        def on_painted(output: Output) -> None:
            phase.painted.append(time.monotonic())
            phase.latencies.append(1000 * (time.monotonic() - output.frame.captured_at))
            phase.numbers.append(output.frame.number)

        timer = QTimer(window, interval=1)
        timer.setTimerType(Qt.TimerType.PreciseTimer)
        timer.timeout.connect(on_tick)
        timer.start()
        window.central.painted.connect(on_painted)

        def wait(length: float) -> None:
            loop = QEventLoop()
            QTimer.singleShot(round(1000 * length), loop.quit)
            loop.exec()

        phases = []
        wait(1.5)  # what the start leaves to do is over
        for title, spec in [
            ("still picture", None),
            *((f"camera at {rate:.0f} f/s", MovingSampleSpec(MOVING_SAMPLE, rate)) for rate in rates),
        ]:
            phase = Phase("warming up")
            if spec is not None:
                parts.session.set_source(spec)
                wait(1.0)
            phase = Phase(title)
            ticks[0] = start = time.perf_counter()
            wait(seconds)
            phase.seconds = time.perf_counter() - start
            phases.append(phase)
        timer.stop()
        window.close()
    return phases


def _print(phases: list[Phase]) -> None:
    idle = phases[0].loop
    print("1280 × 720 → Sobel 3 × 3 → ReLU → max pool 2 × 2 → window, all panels in their first places\n")
    heads = zip(
        ("frames/s", "left out", "latency p50", "p99", "stall p99", "longest", "over idle"), WIDTHS, strict=True
    )
    print(" " * 22, *(f"{head:>{width}}" for head, width in heads))
    for phase in phases:
        is_still = not phase.latencies or len(phase.latencies) < 5
        rate = "–" if is_still else f"{phase.rate:.1f}"
        latencies = sorted(phase.latencies)
        middle = "–" if is_still else f"{latencies[len(latencies) // 2]:.1f} ms"
        late = "–" if is_still else f"{latencies[int(len(latencies) * 0.99)]:.1f}"
        out = "–"
        if not is_still:
            out = str(phase.numbers[-1] - phase.numbers[0] + 1 - len(set(phase.numbers)))
        over = f"{phase.loop.longest() - idle.longest():+.1f} ms"
        print(
            f"{phase.title:22} {rate:>9} {out:>9} {middle:>12} {late:>7} {phase.loop.share(99):>7.1f} ms "
            f"{phase.loop.longest():>5.1f} ms {over:>10}"
        )
    print(f"\nBudget: at least {FRAME_BUDGET:.0f} frames/s; stalls at most 50 ms, p99 at most 20 ms, over idle.")


if __name__ == "__main__":
    main()
