"""Where Kernelscope keeps what it writes by itself: log, settings, the unfinished session, the user's own kernels."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from PySide6.QtCore import QStandardPaths

from gui.text import tr

VARIABLE = "KERNELSCOPE_HOME"


def data_folder() -> Path:
    """The folder for our files, made if it is missing; `KERNELSCOPE_HOME` puts it elsewhere.

    Where it cannot be made or written to, a temporary folder stands in, so that the program runs.
    """
    folder = _wished()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if os.access(folder, os.W_OK):
            return folder
    except OSError:
        pass
    stand_in = Path(tempfile.gettempdir()) / f"kernelscope-{os.environ.get('USER', 'user')}"
    stand_in.mkdir(parents=True, exist_ok=True)
    return stand_in


def stand_in_words(folder: Path) -> str:
    """A sentence where `folder` only stands in for the one that is meant; empty otherwise."""
    wished = _wished()
    if folder == wished:
        return ""
    return tr(
        "“{wished}” may not be written to, so runs and recorded pictures go to “{folder}”, which the system may empty. "
        "Save what you want to keep as a project elsewhere.",
        wished=wished, folder=folder,
    )  # fmt: skip


def _wished() -> Path:
    standard = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppLocalDataLocation)
    return Path(os.environ.get(VARIABLE) or standard or Path.home() / ".kernelscope")
