"""The pictures of the data set, thousands at a time: look through, move to another class, leave out."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from gui.background import Background
from gui.icons import icon
from gui.text import tr
from gui.theme.appearance import Appearance
from gui.train.editing import Editing
from gui.train.session import OpenData, TrainSession
from gui.train.thumbnails import Thumbnails
from gui.widgets.elided_label import ElidedLabel
from gui.widgets.empty_state import EmptyState
from gui.widgets.labels import kind
from gui.widgets.picture_grid import Caption, PictureGrid

SIDE = 72


class PicturesPage(QWidget):
    """A grid of the selected class, or of all; Delete leaves out, the menu moves to another class, both undoable."""

    def __init__(
        self,
        session: TrainSession,
        editing: Editing,
        appearance: Appearance,
        background: Background,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._editing = session, editing
        self.title = ElidedLabel(face="section")
        self.mover = QToolButton()
        self.mover.setText(tr("Move to"))
        self.mover.setToolTip(tr("Put the selected pictures into another class"))
        self.mover.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._classes = QMenu(self)
        self._classes.aboutToShow.connect(self._fill_classes)
        self.mover.setMenu(self._classes)
        self.remove = QToolButton()
        self.remove.setIcon(icon("remove"))
        self.remove.setText(tr("Leave out"))
        self.remove.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.remove.setToolTip(tr("Leave the selected pictures out of the data; the files stay (Delete)"))
        self.every = QToolButton()
        self.every.setText(tr("All classes"))
        for button in (self.mover, self.remove, self.every):
            kind(button, "flat")
        self.grid = PictureGrid(appearance, side=SIDE)
        self.grid.setAccessibleName(tr("Pictures of the data set"))
        head = QHBoxLayout()
        head.setContentsMargins(12, 4, 12, 4)
        head.addWidget(self.title, 1)
        for button in (self.every, self.mover, self.remove):
            head.addWidget(button)
        self._empty = EmptyState("picture", tr("No pictures yet"), tr("Choose a data set on the left, or record one."))
        self._pages = QStackedWidget()
        self._pages.addWidget(self._empty)
        self._pages.addWidget(self.grid)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._pages, 1)
        self._thumbnails = Thumbnails(background, side=2 * SIDE, parent=self)
        self._thumbnails.ready.connect(self.grid.put)
        self.grid.wanted.connect(self._thumbnails.want)
        self.grid.selection_changed.connect(session.select_pictures)
        self.grid.delete_asked.connect(self._on_remove)
        self.remove.clicked.connect(self._on_remove)
        self.every.clicked.connect(lambda: session.select_class(""))
        session.data_changed.connect(self._on_data_changed)
        session.class_changed.connect(lambda _name: self._show())
        session.pictures_changed.connect(lambda _pictures: self._show_title())
        self._spec: object = None
        self._on_data_changed(session.data)

    def _on_data_changed(self, data: OpenData | None) -> None:
        self._thumbnails.set_dataset(None if data is None else data.dataset)
        spec = None if data is None else data.spec
        is_same, self._spec = spec == self._spec, spec
        self._show(keeps_place=is_same)

    def _show(self, *, keeps_place: bool = False) -> None:
        data, name = self._session.data, self._session.selected_class
        if data is None or not len(data.dataset):
            self.grid.set_pictures(())
            self._pages.setCurrentIndex(0)
            self._show_title()
            return
        labels, names = data.dataset.labels, data.dataset.class_names
        if name in names:
            self.grid.set_pictures(np.flatnonzero(labels == names.index(name)).tolist(), keeps_place=keeps_place)
        else:
            self.grid.set_pictures(
                range(len(data.dataset)),
                caption=lambda index: Caption(names[int(labels[index])]),
                keeps_place=keeps_place,
            )
        self._pages.setCurrentIndex(1)
        self._show_title()

    def _show_title(self) -> None:
        selected, count = len(self._session.pictures), len(self.grid.numbers)
        name = self._session.selected_class or tr("All classes")
        words = tr("{name} · {count} pictures", name=name, count=f"{count:,}")
        if selected:
            words = tr("{words} · {selected} selected", words=words, selected=f"{selected:,}")
        self.title.setText(words)
        self.every.setVisible(bool(self._session.selected_class))
        for button in (self.mover, self.remove):
            button.setEnabled(bool(selected))

    def _identities(self) -> list[str]:
        data = self._session.data
        return [] if data is None else [data.dataset.identity(index) for index in sorted(self._session.pictures)]

    def _on_remove(self) -> None:
        if identities := self._identities():
            self._editing.remove(identities)

    def _fill_classes(self) -> None:
        self._classes.clear()
        data = self._session.data
        for name in data.dataset.class_names if data is not None else ():
            if name != self._session.selected_class:
                self._classes.addAction(name).triggered.connect(lambda _checked=False, name=name: self._move_to(name))

    def _move_to(self, name: str) -> None:
        if identities := self._identities():
            self._editing.move(identities, name)
