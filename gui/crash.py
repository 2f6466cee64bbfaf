"""Noticing that the program did not end properly last time, and how often in a row."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QLockFile

SAFE_AFTER = 2
_PREFIX = "running-"


@dataclass(frozen=True)
class Start:
    """How this start came about: crashes in a row before it, and the session that the last of them left."""

    crashes: int = 0
    unfinished: Path | None = None

    @property
    def is_safe(self) -> bool:
        """Whether to begin with defaults, because beginning as usual has failed repeatedly."""
        return self.crashes >= SAFE_AFTER


class CrashGuard:
    """Leaves a mark while the program runs. A mark whose program is gone means that it did not end properly.

    Each running window has a mark and a session file of its own, so that a second window is not taken for a crash.
    Qt's lock file knows whether the process in it is alive, even if its number has been given to another program since.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = self._lock_on(folder / f"{_PREFIX}{os.getpid()}.lock")
        self._count = folder / "crashes"
        self.session_file = folder / f"session-{os.getpid()}.json"
        self.last_session_file = folder / "session-last.json"
        self.unfinished_file = folder / "session-unfinished.json"

    def begin(self) -> Start:
        """Look for crashes and leave our own mark."""
        stale = [mark for mark in self._folder.glob(f"{_PREFIX}*.lock") if self._was_abandoned(mark)]
        crashes = self._read_count() + 1 if stale else self._read_count()
        if stale:
            self._write_count(crashes)
            self._adopt_session(stale)
        self._lock.tryLock(0)
        return Start(crashes, self.unfinished_file if self.unfinished_file.exists() else None)

    def end(self) -> None:
        """The program ends properly: take the mark away and keep the session as the last one."""
        self._write_count(0)
        with suppress(OSError):
            os.replace(self.session_file, self.last_session_file)
        self._lock.unlock()

    def discard(self) -> None:
        """Forget the unfinished session."""
        with suppress(OSError):
            self.unfinished_file.unlink(missing_ok=True)

    @staticmethod
    def _lock_on(path: Path) -> QLockFile:
        lock = QLockFile(str(path))
        lock.setStaleLockTime(0)  # a lock never grows old by time, only by the death of its process
        return lock

    def _was_abandoned(self, mark: Path) -> bool:
        lock = self._lock_on(mark)
        if not lock.tryLock(0):
            return False
        lock.unlock()
        return True

    def _adopt_session(self, marks: list[Path]) -> None:
        left = [self._folder / mark.name.replace(_PREFIX, "session-").replace(".lock", ".json") for mark in marks]
        found = sorted((path for path in left if path.exists()), key=lambda path: path.stat().st_mtime)
        with suppress(OSError):
            for path in found:  # the newest is moved last and stays
                os.replace(path, self.unfinished_file)

    def _read_count(self) -> int:
        try:
            return max(0, int(self._count.read_text(encoding="ascii")))
        except (OSError, ValueError):
            return 0

    def _write_count(self, count: int) -> None:
        with suppress(OSError):
            if count:
                self._count.write_text(str(count), encoding="ascii")
            else:
                self._count.unlink(missing_ok=True)
