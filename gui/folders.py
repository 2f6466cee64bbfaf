"""Where Kernelscope keeps what it writes by itself: log, settings, the unfinished session, the user's own kernels."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from PySide6.QtCore import QStandardPaths

VARIABLE = "KERNELSCOPE_HOME"


def data_folder() -> Path:
    """The folder for our files, made if it is missing; `KERNELSCOPE_HOME` puts it elsewhere.

    Where it cannot be made or written to, a temporary folder stands in, so that the program runs.
    """
    chosen = os.environ.get(VARIABLE)
    standard = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppLocalDataLocation)
    folder = Path(chosen or standard or Path.home() / ".kernelscope")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if os.access(folder, os.W_OK):
            return folder
    except OSError:
        pass
    stand_in = Path(tempfile.gettempdir()) / f"kernelscope-{os.environ.get('USER', 'user')}"
    stand_in.mkdir(parents=True, exist_ok=True)
    return stand_in
