"""From the start of the process to the first painted window, beside a bare PySide6 window as the peer.

    python -m benchmarks.startup [--runs 7]

Both are started in turn, each in a process of its own; the median counts, and the first pair only warms the disk cache.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BUDGET = 1.0

BARE = """
import json, os, sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

class Bare(QWidget):
    def paintEvent(self, event):
        QTimer.singleShot(0, self.painted)

    def painted(self):
        with open(os.environ["KERNELSCOPE_REPORT"], "w") as report:
            json.dump({"first paint": time.monotonic()}, report)
        QApplication.quit()

app = QApplication(sys.argv)
window = Bare()
window.resize(1366, 768)
window.show()
app.exec()
"""


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="benchmarks.startup", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--runs", type=int, default=7)
    options = parser.parse_args(arguments)
    ours: list[dict[str, float]] = []
    bare: list[float] = []
    for run in range(options.runs + 1):
        found, peer = _measure([str(ROOT / "main.py")]), _measure(["-c", BARE])
        if run:
            ours.append(found)
            bare.append(peer["first paint"])
    middle = statistics.median(each["first paint"] for each in ours)
    peer_middle = statistics.median(bare)
    print(f"{'':34} {'median':>8} {'best':>8}")
    for step in ours[0]:
        values = [each[step] for each in ours]
        print(f"Kernelscope, {step + ':':21} {statistics.median(values):>6.3f} s {min(values):>6.3f} s")
    print(f"{'bare PySide6 window, first paint:':34} {peer_middle:>6.3f} s {min(bare):>6.3f} s")
    print(f"\nratio to the bare window: {middle / peer_middle:.2f}; budget: {BUDGET:.1f} s warm")


def _measure(command: list[str]) -> dict[str, float]:
    """Seconds from the start of the process to each step that it reports."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        report = Path(folder) / "report.json"
        environment = {**os.environ, "KERNELSCOPE_REPORT": str(report), "KERNELSCOPE_HOME": folder}
        # A warm start finds every module compiled, whatever the shell that measures it has set.
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")) and sys.platform == "linux":
            environment.setdefault("QT_QPA_PLATFORM", "offscreen")
        start = time.monotonic()
        process = subprocess.Popen([sys.executable, *command], env=environment, cwd=ROOT)
        while process.poll() is None and not _is_written(report):
            time.sleep(0.01)
        if process.poll() is None:
            process.terminate()
        process.wait()
        return {step: moment - start for step, moment in json.loads(report.read_text(encoding="utf-8")).items()}


def _is_written(report: Path) -> bool:
    try:
        return bool(json.loads(report.read_text(encoding="utf-8")))
    except (OSError, ValueError):
        return False


if __name__ == "__main__":
    main()
