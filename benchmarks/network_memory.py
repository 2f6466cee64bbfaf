"""Memory of the window and of the network worker over many live frames and many switches of the network.

    python -m benchmarks.network_memory [--frames 10000] [--switches 50] [--models cnn-example …]

The real window shows the Network workspace with a 720p camera. Resident memory is read before every switch, once the
network has shown its share of the frames; the budget is that the last third of the run needs no more than the middle
one.
"""

from __future__ import annotations

import argparse
import gc
import os
import sys
import tempfile
import time
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from statistics import mean

MODELS = ("cnn-example", "lenet-5", "mobilenet-v2-small", "resnet-18-small")
LIMIT_SECONDS = 300


@dataclass(frozen=True)
class Sample:
    """Resident megabytes of both processes after so many frames."""

    frames: int
    model: str
    window: float
    worker: float


def resident_mb(process: int | str) -> float:
    """Memory of a process that is really there, in megabytes."""
    pages = int(Path(f"/proc/{process}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def main(arguments: list[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="benchmarks.network_memory", description=__doc__)
    parser.add_argument("--frames", type=int, default=10_000)
    parser.add_argument("--switches", type=int, default=50)
    parser.add_argument("--models", nargs="+", default=list(MODELS))
    options = parser.parse_args(arguments)
    if not Path("/proc/self/statm").exists():
        print("This benchmark reads /proc, which this system does not have.")
        return 1
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    begun = time.monotonic()
    samples = _run(options.frames, options.switches, options.models)
    seconds = time.monotonic() - begun
    print(f"{samples[-1].frames} frames, {len(samples) - 1} switches, {seconds:.0f} s")
    print(f"{'':10} {'start':>8} {'middle':>8} {'end':>8} {'last third − middle third':>28}   MB resident")
    for name in ("window", "worker"):
        values = [getattr(sample, name) for sample in samples]
        third = max(1, len(values) // 3)
        growth = mean(values[-third:]) - mean(values[third : 2 * third] or values)
        print(f"{name:10} {values[0]:8.0f} {values[len(values) // 2]:8.0f} {values[-1]:8.0f} {growth:+28.1f}")
    return 0


def _run(frames: int, switches: int, models: list[str]) -> list[Sample]:
    from PySide6.QtCore import QEventLoop, QTimer

    from engine.network.requests import GalleryModel
    from engine.sources.specs import MovingSampleSpec
    from gui.app import make_application, make_parts
    from gui.crash import CrashGuard
    from gui.first_recipe import MOVING_SAMPLE, SOURCE
    from gui.window import MainWindow

    application = make_application()
    samples: list[Sample] = []
    with ExitStack() as end:
        folder = Path(end.enter_context(tempfile.TemporaryDirectory()))
        parts = make_parts(application, folder, CrashGuard(folder), end, is_safe=True)
        window = MainWindow(parts)
        window.resize(1366, 768)
        assert parts.network is not None
        parts.network.start()
        parts.keeper.open_now(SOURCE)
        parts.live.make_now()
        window.show()
        parts.session.set_source(MovingSampleSpec(MOVING_SAMPLE))
        window.workspaces.show("network")
        assert window.network is not None
        session = window.network.session
        loop, shown, model = QEventLoop(), 0, ""

        def on_maps(maps: object) -> None:
            nonlocal shown
            network = session.network
            if maps is not None and network is not None and getattr(network.spec, "identifier", "") == model:
                shown += 1
                if shown >= wanted:
                    loop.quit()

        session.maps_changed.connect(on_maps)
        limit = QTimer(window, singleShot=True)
        limit.timeout.connect(lambda: loop.exit(1))
        for turn in range(switches + 1):
            model = models[turn % len(models)]
            wanted = round(frames * (turn + 1) / (switches + 1))
            session.wish_for(GalleryModel(model))
            limit.start(LIMIT_SECONDS * 1000)
            if loop.exec():
                raise SystemExit(f"{model} has shown no {wanted} frames within {LIMIT_SECONDS} s")
            limit.stop()
            gc.collect()
            worker = parts.network.process_id
            samples.append(Sample(shown, model, resident_mb("self"), resident_mb(worker or 0)))
            last = samples[-1]
            print(f"{last.frames:6} {last.model:22} window {last.window:6.0f}  worker {last.worker:6.0f}", flush=True)
        window.close()
    return samples


if __name__ == "__main__":
    sys.exit(main())
