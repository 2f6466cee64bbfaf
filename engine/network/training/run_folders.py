"""Where runs lie, in the order in which they began, whatever the clock says."""

from __future__ import annotations

import re
import time
from collections.abc import Iterable
from datetime import datetime, timedelta
from pathlib import Path

from engine.network.training.curves import JOB
from engine.text import one_line

FOLDER = "runs"
MOST_LISTED = 40
LONGEST = 80
_FORBIDDEN = frozenset('<>:"/\\|?*')
_BEGAN = "%Y-%m-%d %H.%M.%S"
_STAMP = re.compile(r"\d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d(?= |$)")


def new_run_folder(home: Path, name: str) -> Path:
    """A folder for a run that starts now, made at once: another window may start one in the same second.

    Where it cannot be made the run itself will say so.
    """
    clean = one_line("".join(" " if each in _FORBIDDEN else each for each in name))[:LONGEST].strip(" .")
    stem = " ".join(part for part in (_stamp(home), clean) if part)
    folder, number = home / FOLDER / stem, 2
    while True:
        try:
            folder.mkdir(parents=True)
            return folder
        except FileExistsError:
            folder, number = home / FOLDER / f"{stem} ({number})", number + 1
        except OSError:
            return folder


def run_folders(home: Path) -> list[Path]:
    """The folders of the newest runs, newest first."""
    try:
        found = [each for each in (home / FOLDER).iterdir() if (each / JOB).is_file()]
    except OSError:
        return []
    return sorted(found, key=lambda each: each.name, reverse=True)[:MOST_LISTED]


def _stamp(home: Path) -> str:
    """The time, or a second after the newest run where the clock was set back since: names say which is newer."""
    now = time.strftime(_BEGAN)
    try:
        newest = _newest(each.name for each in (home / FOLDER).iterdir())
        if newest <= now:
            return now
        year, month, day, hour, minute, second = map(int, re.findall(r"\d+", newest))
        next_second = datetime(year, month, day, hour, minute, second) + timedelta(seconds=1)
        return next_second.isoformat(sep=" ").replace(":", ".")
    except (OSError, ValueError, OverflowError):
        return now


def _newest(names: Iterable[str]) -> str:
    return max((found[0] for found in map(_STAMP.match, names) if found is not None), default="")
