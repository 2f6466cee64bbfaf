"""What the menu of networks offers beside the gallery: what was opened lately, what Keras once downloaded, saving."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu

from engine.network.published.cards import folder, present, published_for
from engine.network.requests import FileModel
from engine.network.saving.formats import FORMATS, Format
from engine.network.training.curves import BEST
from engine.sources.names import shown_name
from gui.background import Background
from gui.icons import icon
from gui.settings import Settings
from gui.text import sentence, tr, translated

BEGAN = re.compile(r"\d{4}-\d\d-\d\d (\d\d\.\d\d\.\d\d) ")
"""How the name of a run's folder begins: the day, and the time in a group of its own."""


class ModelsOnDisk(QObject):
    """Adds its entries to a menu and brings them up to date whenever the menu opens."""

    def __init__(
        self,
        menu: QMenu,
        settings: Settings,
        background: Background,
        *,
        wish: Callable[[FileModel], None],
        save: Callable[[Format], None],
        can_save: Callable[[], bool],
    ) -> None:
        super().__init__(menu)
        self._settings, self._background, self._wish, self._can_save = settings, background, wish, can_save
        self._is_looking = False
        self.recent = _submenu(menu, "clock", tr("Recent networks"))
        self.trained = _submenu(menu, "folder", tr("Trained networks on this computer"))
        menu.addSeparator()
        self.save = _submenu(menu, "save", tr("Save network as"))
        for form in FORMATS:
            self._add_format(form, save)
        menu.aboutToShow.connect(self._on_about_to_show)
        self._show_trained(())

    def _on_about_to_show(self) -> None:
        self._fill_recent()
        self.save.setEnabled(self._can_save())
        if not self._is_looking:
            self._is_looking = True
            self._background.run(present, self._show_trained, lambda _error: self._show_trained(()))

    def _fill_recent(self) -> None:
        self.recent.clear()
        self.recent.setEnabled(bool(self._settings.recent_networks))
        for entry in self._settings.recent_networks:
            self._add_file(self.recent, Path(entry))
        self.recent.addSeparator()
        self.recent.addAction(tr("Forget these")).triggered.connect(self._settings.forget_recent_networks)

    def _show_trained(self, paths: tuple[Path, ...]) -> None:
        self._is_looking = False
        self.trained.clear()
        for path in paths:
            self._add_file(self.trained, path)
        if not paths:
            none = self.trained.addAction(tr("None found in {folder}", folder=_short(folder())))
            none.setToolTip(
                tr("Weights that Keras has downloaded for its own networks lie there, and are offered here. "
                   "This program downloads nothing.")
            )  # fmt: skip
            none.setEnabled(False)

    def _add_file(self, menu: QMenu, path: Path) -> None:
        action = menu.addAction(file_words(path))
        action.setToolTip(str(path).encode("utf-8", "replace").decode("utf-8"))
        action.triggered.connect(lambda: self._wish(FileModel(str(path))))

    def _add_format(self, form: Format, save: Callable[[Format], None]) -> None:
        action = self.save.addAction(f"{form.title} ({form.suffix})…")
        refusal = form.refusal()
        action.setEnabled(refusal is None)
        action.setToolTip(translated(form.help) if refusal is None else sentence(refusal))
        action.triggered.connect(lambda: save(form))


def file_words(path: Path) -> str:
    """What to call a network's file: by its name, or by the network that its weights were published with."""
    if path.name == BEST:
        return run_title(
            shown_name(path.parent)
        )  # a training's folder says what it was; its file is called the same everywhere
    card = published_for(path)
    return shown_name(path) if card is None else translated(card.name, title=card.title)


def run_title(name: str) -> str:
    """What a run is called where there is little room: from what it learnt, in which way, and when it began.

    >>> run_title("2026-11-21 06.43.34 Own pictures, from scratch, The network by hand")
    'Own pictures, from scratch (06.43)'
    >>> run_title("cats")
    'cats'
    """
    began = BEGAN.match(name)
    if began is None:
        return name
    return f"{', '.join(name[began.end() :].split(', ')[:2])} ({began[1][:5]})"


def _submenu(menu: QMenu, icon_name: str, title: str) -> QMenu:
    made = menu.addMenu(icon(icon_name), title)
    made.setToolTipsVisible(True)
    return made


def _short(path: Path) -> str:
    """A path with the home folder as people write it."""
    try:
        return str(Path("~") / path.relative_to(Path.home()))
    except ValueError:
        return str(path)
