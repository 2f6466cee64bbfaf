"""What outlives the program: theme, window places, recent files. Kept in one readable file."""

from __future__ import annotations

import json
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

MOST_RECENT = 10


class Settings:
    """Reads and writes the settings file; a safe start begins with defaults and leaves the file alone."""

    def __init__(self, folder: Path, *, is_safe: bool = False) -> None:
        self._store = None if is_safe else QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)
        self._memory: dict[str, object] = {}

    @property
    def theme(self) -> str:
        """The theme that was chosen: system, dark or light."""
        theme = self._read("theme", "system")
        return theme if theme in ("system", "dark", "light") else "system"

    @theme.setter
    def theme(self, theme: str) -> None:
        self._write("theme", theme)

    @property
    def recent(self) -> list[str]:
        """Paths and addresses that were opened lately, the newest first."""
        return self._list("recent")

    def add_recent(self, entry: str) -> None:
        """Put `entry` on top of the recent ones."""
        self._add("recent", entry)

    def forget_recent(self) -> None:
        """Empty the list of recent files."""
        self._write("recent", "[]")

    @property
    def recent_networks(self) -> list[str]:
        """Paths of networks that were opened or saved lately, the newest first."""
        return self._list("recent_networks")

    def add_recent_network(self, path: str) -> None:
        """Put `path` on top of the recent networks."""
        self._add("recent_networks", path)

    def forget_recent_networks(self) -> None:
        """Empty the list of recent networks."""
        self._write("recent_networks", "[]")

    @property
    def recent_projects(self) -> list[str]:
        """Paths of projects that were opened or saved lately, the newest first."""
        return self._list("recent_projects")

    def add_recent_project(self, path: str) -> None:
        """Put `path` on top of the recent projects."""
        self._add("recent_projects", path)

    def forget_recent_projects(self) -> None:
        """Empty the list of recent projects."""
        self._write("recent_projects", "[]")

    def layout(self, name: str) -> QByteArray | None:
        """A window state that was saved under `name`, or None."""
        value = self._memory.get(f"layout/{name}") if self._store is None else self._store.value(f"layout/{name}")
        return value if isinstance(value, QByteArray) and not value.isEmpty() else None

    def save_layout(self, name: str, state: QByteArray | None) -> None:
        """Keep a window state, or forget it."""
        self._write(f"layout/{name}", state)

    def _list(self, key: str) -> list[str]:
        try:
            entries = json.loads(self._read(key, "[]"))
        except ValueError:
            return []
        return [entry for entry in entries if isinstance(entry, str)][:MOST_RECENT] if isinstance(entries, list) else []

    def _add(self, key: str, entry: str) -> None:
        self._write(key, json.dumps([entry, *(each for each in self._list(key) if each != entry)][:MOST_RECENT]))

    def _read(self, key: str, default: str) -> str:
        value = self._memory.get(key, default) if self._store is None else self._store.value(key, default)
        return value if isinstance(value, str) else default

    def _write(self, key: str, value: object) -> None:
        if self._store is None:
            self._memory[key] = value
        elif value is None:
            self._store.remove(key)
        else:
            self._store.setValue(key, value)
