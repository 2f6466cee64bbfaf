"""The rotating log: where every error is written in full, whatever the window shows of it."""

from __future__ import annotations

import logging
import logging.handlers
import platform
import sys
from pathlib import Path

LOGGER = "kernelscope"
FILE_NAME = "kernelscope.log"
LARGEST = 1_000_000
KEPT = 3
FORMAT = "%(asctime)s %(levelname)s %(process)d %(threadName)s %(name)s: %(message)s"


def log_folder(data_folder: Path) -> Path:
    """The folder that Help → Open log folder shows."""
    return data_folder / "log"


def start_log(data_folder: Path) -> logging.Handler:
    """Send every log record to a rotating file and return its handler; give that to `stop_log` at the end.

    A log that cannot be written (full disk, read-only folder) never disturbs the program.
    """
    folder = log_folder(data_folder)
    handler: logging.Handler
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = logging.handlers.RotatingFileHandler(
            folder / FILE_NAME, maxBytes=LARGEST, backupCount=KEPT, encoding="utf-8", errors="replace"
        )
    except OSError:
        handler = logging.StreamHandler(sys.stderr)
    handler.handleError = lambda record: None  # type: ignore[method-assign]
    handler.setFormatter(logging.Formatter(FORMAT))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    logging.getLogger(LOGGER).info(
        "start: Python %s, %s %s", platform.python_version(), platform.system(), platform.release()
    )
    return handler


def stop_log(handler: logging.Handler) -> None:
    """Close the log."""
    logging.getLogger().removeHandler(handler)
    handler.close()
