"""All benchmarks, or the named ones, one after another: `python -m benchmarks [--full] [NAME …]`.

Each prints our figure, the peer's and their ratio, measured in turns in the same run; on a machine that does other
things at the same time only the ratios mean much.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

# The arguments of a run that takes a minute at most.
BRIEF: dict[str, list[str]] = {
    "convolution": ["--quick"],
    "pooling": ["--quick"],
    "startup": ["--runs", "5"],
    "live": [],
    "memory": ["--seconds", "30"],
    "network": [],
    "network_live": ["cnn-example"],
    "network_window": ["lenet-5"],
    "training": ["--quick"],
    "distribution": ["--quick"],
    "train_window": ["--pictures", "5000", "--seconds", "3"],
    "network_memory": ["--frames", "600", "--switches", "6"],
    "data": ["--quick"],
    "learning": ["--quick"],
}


def main() -> int:
    """Run the benchmarks in processes of their own, so that none warms up another. Returns the number that failed."""
    there = [name for name in BRIEF if (Path(__file__).parent / f"{name}.py").exists()]
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"which ones: {', '.join(there)}; default: all")
    parser.add_argument("--full", action="store_true", help="with all sizes; convolution alone takes half an hour")
    options = parser.parse_args()
    unknown = [name for name in options.names if name not in there]
    if unknown:
        parser.error(f"There is no benchmark “{unknown[0]}”. There are: {', '.join(there)}.")
    failed = 0
    for name in options.names or there:
        print(f"\n=== {name}\n", flush=True)
        arguments = [] if options.full else BRIEF[name]
        failed += subprocess.run([sys.executable, "-m", f"benchmarks.{name}", *arguments], check=False).returncode != 0
    return failed


if __name__ == "__main__":
    sys.exit(main())
