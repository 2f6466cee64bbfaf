"""When the steps of the start were reached; written only where `KERNELSCOPE_REPORT` names a file (benchmarks)."""

from __future__ import annotations

import json
import os
import time
from pathlib import Path

VARIABLE = "KERNELSCOPE_REPORT"


class Timeline:
    """Moments on the clock of `time.monotonic()`, which a parent process shares."""

    def __init__(self) -> None:
        self._moments = {"imports": time.monotonic()}

    def note(self, name: str) -> None:
        """A step has been reached."""
        self._moments[name] = time.monotonic()

    def write(self) -> None:
        """Write the report, if somebody wants one."""
        path = os.environ.get(VARIABLE)
        if path:
            Path(path).write_text(json.dumps(self._moments), encoding="utf-8")
