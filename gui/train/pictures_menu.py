"""What can be done with selected pictures: keep them for a part, move them to a class, leave them out."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from engine.network.data.dataset import PARTS
from engine.network.data.splitting import HAND
from gui.icons import icon
from gui.text import tr
from gui.train.editing import Editing
from gui.train.part_words import ICONS, part_words
from gui.train.session import TrainSession

KEYS = {"train": "T", "validation": "V", "test": "E"}
LET_GO_KEY = "L"


class PicturesMenu(QMenu):
    """The menu of the right button. `keep` and `classes` are its parts, for buttons; keys work in `grid`.

    `large` is for who shows pictures to connect.
    """

    def __init__(
        self,
        session: TrainSession,
        editing: Editing,
        identities: Callable[[], Sequence[str]],
        grid: QWidget,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._editing, self._identities = session, editing, identities
        self.keep, self.classes = QMenu(tr("Keep for"), self), QMenu(tr("Move to"), self)
        self.parts: dict[str, QAction] = {}
        for number, part in enumerate(PARTS):
            action = QAction(icon(ICONS[number]), part_words(part), self)
            action.triggered.connect(
                lambda _checked=False, part=part: self._do(lambda chosen: self._keep(chosen, part))
            )
            self._give_key(action, KEYS[part], grid)
            self.parts[part] = action
            self.keep.addAction(action)
        self.let_go = QAction(icon("reset"), tr("Where it goes without hands"), self)
        self.let_go.triggered.connect(lambda: self._do(editing.let_go))
        self._give_key(self.let_go, LET_GO_KEY, grid)
        self.keep.addSeparator()
        self.keep.addAction(self.let_go)
        self.keep.aboutToShow.connect(self._refresh)
        self.keep.aboutToHide.connect(lambda: self.let_go.setEnabled(True))  # its key looks for itself
        self.classes.aboutToShow.connect(self._fill_classes)
        self.large = QAction(icon("zoom-in"), tr("Look at it large"), self)
        self.remove = QAction(icon("remove"), tr("Leave out"), self)
        self.remove.triggered.connect(lambda: self._do(editing.remove))
        self.addAction(self.large)
        self.addMenu(self.keep)
        self.addMenu(self.classes)
        self.addAction(self.remove)

    def show_at(self, point: QPoint) -> None:
        """Show the whole menu."""
        self.popup(point)

    def _refresh(self) -> None:
        split = self._session.job.split
        self.let_go.setEnabled(split.kind == HAND and any(each in split.by_hand for each in self._identities()))

    def _give_key(self, action: QAction, key: str, grid: QWidget) -> None:
        action.setShortcut(QKeySequence(key))
        # A letter is a key of the grid only: elsewhere one may be typing.
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.setShortcutVisibleInContextMenu(True)
        grid.addAction(action)

    def _do(self, work: Callable[[Sequence[str]], None]) -> None:
        if identities := self._identities():
            work(identities)

    def _keep(self, identities: Sequence[str], part: str) -> None:
        self._editing.keep_for(identities, part)

    def _fill_classes(self) -> None:
        self.classes.clear()
        data = self._session.data
        for name in data.dataset.class_names if data is not None else ():
            if name != self._session.selected_class:
                action = self.classes.addAction(name.replace("&", "&&"))
                action.triggered.connect(
                    lambda _checked=False, name=name: self._do(lambda chosen: self._editing.move(chosen, name))
                )
