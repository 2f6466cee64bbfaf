"""What was opened lately, in the File menu: pictures and videos, networks, projects, each opened again by a click."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from engine.sources.names import shown_name
from gui.icons import icon
from gui.settings import Settings
from gui.text import tr

EACH = 5
"""Entries of a kind: three kinds with ten each would be taller than a small screen."""


class RecentMenu(QMenu):
    """Filled when it opens.

    Signals:
        picture_chosen(object), network_chosen(object), project_chosen(object): the `Path` to open again.
    """

    picture_chosen = Signal(object)
    network_chosen = Signal(object)
    project_chosen = Signal(object)

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(tr("Open recent"), parent)
        self._settings = settings
        self.setIcon(icon("clock"))
        self.setToolTipsVisible(True)
        self.aboutToShow.connect(self._on_about_to_show)

    def _on_about_to_show(self) -> None:
        # Only the names of networks need what knows of networks; the start of the window does without.
        from gui.models_on_disk import file_words

        self.clear()
        settings = self._settings
        for entries, icon_name, words, chosen in (
            (settings.recent, "picture", shown_name, self.picture_chosen),
            (settings.recent_networks, "network", file_words, self.network_chosen),
            (settings.recent_projects, "layout", shown_name, self.project_chosen),
        ):
            add_entries(self, entries[:EACH], chosen.emit, icon_name=icon_name, words=words)
            if entries:
                self.addSeparator()
        if self.isEmpty():
            self.addAction(tr("Nothing was opened yet")).setEnabled(False)
            return
        clear = self.addAction(icon("remove"), tr("Clear this list"))
        clear.setToolTip(tr("The files stay; only the list of them is emptied."))
        clear.triggered.connect(self._on_clear)

    def _on_clear(self) -> None:
        self._settings.forget_recent()
        self._settings.forget_recent_networks()
        self._settings.forget_recent_projects()


def add_entries(
    menu: QMenu,
    entries: Iterable[str],
    chosen: Callable[[Path], object],
    *,
    icon_name: str = "",
    words: Callable[[Path], str] = shown_name,
) -> None:
    """An entry for each path, called by its name, with the whole path as its tooltip."""
    for entry in entries:
        path = Path(entry)
        action = menu.addAction(words(path).replace("&", "&&"))  # a single one would underline the letter behind it
        if icon_name:
            action.setIcon(icon(icon_name))
        action.setToolTip(entry.encode("utf-8", "replace").decode("utf-8"))
        action.triggered.connect(lambda _checked=False, path=path: chosen(path))
