"""Memory of the window's process while a 720p camera runs: at the start, at the end, at its highest, and with recipes
that enlarge every colour to 1440p.

    python -m benchmarks.memory [--seconds 60]

The peer is a process with the same libraries (PySide6, NumPy, OpenCV) that shows an empty window. The budget
is 300 MB, and flat: what grows between the first and the last third of the run is printed a minute.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from engine.imaging.recipe import Recipe

BUDGET_MB = 300
_BARE = """
import cv2, numpy
from PySide6.QtWidgets import QApplication, QMainWindow
application = QApplication([])
window = QMainWindow()
window.resize(1366, 768)
window.show()
application.processEvents()
print(int(open("/proc/self/statm").read().split()[1]) * 4096)
"""


def resident_mb() -> float:
    """Memory of this process that is really there, in megabytes."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6


def main() -> int:
    parser = argparse.ArgumentParser(prog="benchmarks.memory", description=__doc__)
    parser.add_argument("--seconds", type=float, default=60.0)
    options = parser.parse_args()
    if not Path("/proc/self/statm").exists():
        print("This benchmark reads /proc, which this system does not have.")
        return 1
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    environment = {name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM_PLUGIN_PATH"}
    bare = subprocess.run([sys.executable, "-c", _BARE.replace("import cv2, numpy", "from engine.opencv import cv2")],
                          capture_output=True, text=True, check=True, env=environment)  # fmt: skip
    bare_mb = int(bare.stdout.split()[-1]) / 1e6
    samples, enlarged = _run(options.seconds)
    third = max(1, len(samples) // 3)
    first, last = sum(samples[:third]) / third, sum(samples[-third:]) / third
    growth = (last - first) / (options.seconds * 2 / 3) * 60
    print(f"{'empty window with the same libraries':40} {bare_mb:7.0f} MB")
    print(f"{'Kernelscope, camera at 720p, first third':40} {first:7.0f} MB   {first / bare_mb:4.1f}×")
    print(f"{'Kernelscope, camera at 720p, last third':40} {last:7.0f} MB   {last / bare_mb:4.1f}×")
    print(f"{'Kernelscope, highest':40} {max(samples):7.0f} MB   budget {BUDGET_MB} MB")
    print(f"{'growth':40} {growth:+7.2f} MB a minute")
    for name, (highest, rate) in enlarged.items():
        print(f"{name + ', highest':40} {highest:7.0f} MB   budget {BUDGET_MB} MB   {rate:3.0f} frames/s")
    return 0


def _enlarging() -> dict[str, Recipe]:
    from engine.imaging.kernel_choice import KernelChoice
    from engine.imaging.recipe import Recipe
    from engine.imaging.stages.activation import Activation
    from engine.imaging.stages.convolution import Convolution
    from engine.imaging.stages.transposed import Transposed
    from engine.imaging.stages.upsampling import Upsampling

    edges = Convolution(kernel=KernelChoice("sobel"), channels="each")
    smooth = Convolution(kernel=KernelChoice("gaussian"), channels="each")
    return {
        "upsampling": Recipe((Upsampling(),)),
        "upsampling, Sobel, ReLU": Recipe((Upsampling(), edges, Activation(function="relu"))),
        "transposed, Sobel, ReLU": Recipe((Transposed(), edges, Activation(function="relu"))),
        "upsampling and four more": Recipe(
            (Upsampling(method="bilinear"), smooth, smooth, edges, Activation(function="relu"))
        ),
    }


def _run(seconds: float) -> tuple[list[float], dict[str, tuple[float, float]]]:
    from PySide6.QtCore import QEventLoop, QTimer

    from engine.sources.specs import MovingSampleSpec
    from gui.app import make_application, make_parts
    from gui.crash import CrashGuard
    from gui.first_recipe import MOVING_SAMPLE, SOURCE
    from gui.window import MainWindow

    application = make_application()
    samples: list[float] = []
    enlarged: dict[str, tuple[float, float]] = {}
    with ExitStack() as end:
        folder = Path(end.enter_context(tempfile.TemporaryDirectory()))
        parts = make_parts(application, folder, CrashGuard(folder), end, is_safe=True, has_network=False)
        window = MainWindow(parts)
        window.resize(1366, 768)
        parts.keeper.open_now(SOURCE)
        parts.live.make_now()
        window.show()
        parts.session.set_source(MovingSampleSpec(MOVING_SAMPLE))
        loop = QEventLoop()
        timer = QTimer(window, interval=250)
        QTimer.singleShot(3000, timer.start)  # what the start leaves to do is over
        timer.timeout.connect(lambda: samples.append(resident_mb()))
        QTimer.singleShot(round(1000 * seconds) + 3000, loop.quit)
        loop.exec()
        of_camera = list(samples)
        timer.setInterval(20)  # a result lives for a frame only
        for name, recipe in _enlarging().items():
            parts.session.edit_recipe(recipe, name, selection=len(recipe.stages) - 1)
            samples.clear()
            QTimer.singleShot(5000, loop.quit)
            loop.exec()
            enlarged[name] = (max(samples), parts.live.timing.frames_per_second)
        timer.stop()
        window.close()
    return of_camera, enlarged


if __name__ == "__main__":
    sys.exit(main())
