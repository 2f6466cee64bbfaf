"""Open every file of the corpus in this process and print, as JSON, what came of it.

Run by the test in a process of its own, so that a crash is seen and the memory that is measured is only this.
"""

import json
import resource
import sys
import threading
import time
import traceback
from collections import Counter
from pathlib import Path

from engine.errors import UserError
from engine.sources.opening import open_source, spec_for_path
from tests.corpus.hostile import corpus

PATIENCE = 30.0


def main(folder: Path) -> None:
    """Open the corpus, one file after the other, in `folder`."""
    outcomes: Counter[str] = Counter()
    faults: list[str] = []
    slowest = (0.0, "")
    threading.excepthook = lambda told: faults.append("".join(traceback.format_exception(told.exc_value)))
    for name, data in corpus():
        path = folder / name
        path.write_bytes(data)
        # Found by the test if the next line ends this process.
        (folder / "current").write_text(name)
        started = time.perf_counter()
        try:
            outcomes[opened(path)] += 1
        except Exception:
            faults.append(f"{name}\n{traceback.format_exc()}")
        slowest = max(slowest, (time.perf_counter() - started, name))
        path.unlink()
    print(json.dumps({"outcomes": outcomes, "faults": faults, "peak_mb": peak_mb(), "slowest": slowest}))


def opened(path: Path) -> str:
    """`shown` or `refused`; anything else is a fault."""
    settled = threading.Event()
    try:
        source = open_source(
            spec_for_path(path),
            on_frame=settled.set,
            on_status=lambda status: settled.set() if status.state in ("lost", "ended") else None,
        )
    except UserError as error:
        return checked(error)
    try:
        if not settled.wait(PATIENCE):
            raise AssertionError("neither a frame nor a sentence")
        if source.newest() is not None:
            image = source.newest().image
            if image.size == 0 or image.ndim not in (2, 3) or image.dtype.name not in ("uint8", "uint16", "float32"):
                raise AssertionError(f"a frame of {image.shape} {image.dtype}")
            return "shown"
        return checked(source.status.sentence)
    finally:
        source.close()


def checked(error: UserError | None) -> str:
    if error is None or len(str(error)) < 20 or "{" in str(error):
        raise AssertionError(f"no sentence: {error}")
    return "refused"


def peak_mb() -> float:
    """The most memory this process ever held."""
    try:
        status = Path("/proc/self/status").read_text()
        return int(status.partition("VmHWM:")[2].split()[0]) / 1024
    except OSError:
        # Elsewhere: bytes on macOS. On Linux this figure would include the memory of the process that started this one.
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20


if __name__ == "__main__":
    main(Path(sys.argv[1]))
