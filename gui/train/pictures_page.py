"""The pictures of the data set, thousands at a time: look through, keep for a part, move to a class, leave out."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from engine.network.data.dataset import PARTS, TRAIN
from gui.background import Background
from gui.icons import icon
from gui.text import tr
from gui.theme.appearance import Appearance
from gui.train.editing import Editing
from gui.train.large_picture import LargePicture
from gui.train.part_bar import ALL, PartBar
from gui.train.part_words import ICONS, LEFT_OUT_ICON, part_words, place_words
from gui.train.pictures_menu import KEYS, PicturesMenu
from gui.train.session import OpenData, TrainSession
from gui.train.splitting import Splitting
from gui.train.thumbnails import Thumbnails
from gui.widgets.elided_label import ElidedLabel
from gui.widgets.empty_state import EmptyState
from gui.widgets.labels import kind
from gui.widgets.picture_grid import Caption, Mark, PictureGrid

SIDE = 72


class PicturesPage(QWidget):
    """A grid of the selected class, or of all; what is done with the selected pictures can be undone."""

    def __init__(
        self,
        session: TrainSession,
        editing: Editing,
        splitting: Splitting,
        appearance: Appearance,
        background: Background,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._editing, self._splitting = session, editing, splitting
        self.grid = PictureGrid(appearance, side=SIDE)
        self.grid.setAccessibleName(tr("Pictures of the data set"))
        self.menu = PicturesMenu(session, editing, self._identities, self.grid, self)
        self.bar = PartBar(session, editing, splitting)
        self.title = ElidedLabel(face="section")
        self.keeper, self.mover = QToolButton(), QToolButton()
        self.keeper.setText(tr("Keep for"))
        self.keeper.setToolTip(
            tr("Put the selected pictures into a part by hand: training (T), validation (V) or test (E)")
        )
        self.keeper.setMenu(self.menu.keep)
        self.mover.setText(tr("Move to"))
        self.mover.setToolTip(tr("Put the selected pictures into another class"))
        self.mover.setMenu(self.menu.classes)
        for button in (self.keeper, self.mover):
            button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.remove = QToolButton()
        self.remove.setIcon(icon("remove"))
        self.remove.setText(tr("Leave out"))
        self.remove.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.remove.setToolTip(tr("Leave the selected pictures out of the data; the files stay (Delete)"))
        self.every = QToolButton()
        self.every.setText(tr("All classes"))
        for button in (self.keeper, self.mover, self.remove, self.every):
            kind(button, "flat")
        head = QHBoxLayout()
        head.setContentsMargins(12, 4, 12, 4)
        head.addWidget(self.title, 1)
        for button in (self.every, self.keeper, self.mover, self.remove):
            head.addWidget(button)
        self._empty = EmptyState("picture", tr("No pictures yet"), tr("Choose a data set on the left, or record one."))
        self._pages = QStackedWidget()
        self._pages.addWidget(self._empty)
        self._pages.addWidget(self.grid)
        self._none = EmptyState("picture", "", "")
        self._pages.addWidget(self._none)
        self.large = LargePicture(appearance, background)
        self._pages.addWidget(self.large)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.bar)
        column.addWidget(self._pages, 1)
        self._thumbnails = Thumbnails(background, side=2 * SIDE, parent=self)
        self._thumbnails.ready.connect(self.grid.put)
        self.grid.wanted.connect(self._thumbnails.want)
        self.grid.selection_changed.connect(session.select_pictures)
        self.grid.delete_asked.connect(self._on_remove)
        self.grid.menu_asked.connect(self.menu.show_at)
        self.grid.opened.connect(lambda _number: self._look(self.grid.current))
        self.menu.large.triggered.connect(lambda: self._look(self.grid.current))
        self.large.addActions(self.grid.actions())  # the keys of the parts
        self.large.wanted.connect(self._look)
        self.large.delete_asked.connect(self._on_remove)
        self.large.closed.connect(self._on_closed)
        self.grid.set_marks(self._mark)
        self.bar.part_changed.connect(lambda _part: self._show())
        splitting.changed.connect(self._on_split)
        self.remove.clicked.connect(self._on_remove)
        self.every.clicked.connect(lambda: session.select_class(""))
        session.data_changed.connect(self._on_data_changed)
        session.class_changed.connect(lambda _name: self._show())
        session.pictures_changed.connect(lambda _pictures: self._show_title())
        self._spec: object = None
        self._is_waiting = False  # for the parts of new data, because one of them only is shown
        self._on_data_changed(session.data)

    def _on_data_changed(self, data: OpenData | None) -> None:
        self._thumbnails.set_dataset(None if data is None else data.dataset)
        spec = None if data is None else data.spec
        is_same, self._spec = spec == self._spec, spec
        has_pictures = data is not None and len(data.dataset) > 0
        self._is_waiting = is_same and has_pictures and self.bar.part != ALL and self._splitting.found is None
        if not self._is_waiting:
            self._show(keeps_place=is_same)

    def _on_split(self) -> None:
        if self.is_large and not self._is_waiting and self.bar.part == ALL:
            self.large.set_place(self._place())
        if self._is_waiting:
            if self._splitting.found is not None:
                self._is_waiting = False
                self._show(keeps_place=True)
        elif self.bar.part != ALL:
            self._show(keeps=True)
        else:
            self.grid.viewport().update()

    def _show(self, *, keeps: bool = False, keeps_place: bool = False) -> None:
        data, name = self._session.data, self._session.selected_class
        stays_large = self.is_large and (keeps or keeps_place)
        if data is None or not len(data.dataset):
            self.grid.set_pictures(())
            self._turn_to(self._empty)
            self._show_title()
            return
        # The selected class changes a moment before the page hears of other data, and asks for pictures of it.
        self._thumbnails.set_dataset(data.dataset)
        labels, names = data.dataset.labels, data.dataset.class_names
        is_shown = np.ones(len(labels), bool)
        if name in names:
            is_shown &= labels == names.index(name)
        found = self._splitting.found
        if self.bar.part != ALL and found is not None:
            is_shown &= found.numbers == PARTS.index(self.bar.part)
        caption = None if name in names else lambda index: Caption(names[int(labels[index])])
        numbers = range(len(labels)) if is_shown.all() else np.flatnonzero(is_shown).tolist()
        self.grid.set_pictures(numbers, caption=caption, keeps=keeps, keeps_place=keeps_place)
        if self.bar.part != ALL and not len(numbers):
            part = self.bar.part
            words = tr("Select pictures elsewhere, then “Keep for” or the key {key}.", key=KEYS[part])
            self._none.set_state("picture", tr("Nothing here is in this part: {part}", part=part_words(part)), words)
            self._turn_to(self._none)
        elif stays_large and len(numbers):
            # Where the picture has gone, the one after it is next.
            self._look(min(self.large.at, len(numbers) - 1))
        else:
            self._turn_to(self.grid)
        self._show_title()

    @property
    def is_large(self) -> bool:
        """Whether one picture is looked at."""
        return self._pages.currentWidget() is self.large

    def _look(self, at: int) -> None:
        """Show the picture at a place in the grid large."""
        data, numbers = self._session.data, self.grid.numbers
        if data is None or self._is_waiting or not 0 <= at < len(numbers):
            return
        self.grid.go(at)
        self.large.show_picture(data, numbers[at], at=at, count=len(numbers))
        self.large.set_place(self._place())
        if not self.is_large:
            self._turn_to(self.large)
            self.large.setFocus()

    def _turn_to(self, page: QWidget) -> None:
        self._pages.setCurrentWidget(page)
        # A large picture takes the room of the parts, too.
        self.bar.setVisible(page is not self._empty and page is not self.large)

    def _place(self) -> str:
        mark = self._mark(self.large.number)
        return mark.hint if mark is not None else ""

    def _on_closed(self) -> None:
        self._turn_to(self.grid)
        self.grid.setFocus()

    def _mark(self, index: int) -> Mark | None:
        found = self._splitting.found
        if found is None or index >= len(found.numbers):
            return None
        number, is_by_hand = int(found.numbers[index]), bool(found.assigned.is_by_hand[index])
        # Most pictures are learnt from, so that goes without a sign unless somebody said it.
        name = "" if number == TRAIN and not is_by_hand else ICONS.get(number, LEFT_OUT_ICON)
        return Mark(name, place_words(number, is_by_hand=is_by_hand), is_strong=is_by_hand)

    def _show_title(self) -> None:
        selected, count = len(self._session.pictures), len(self.grid.numbers)
        name = self._session.selected_class or tr("All classes")
        words = tr("{name} · {count} pictures", name=name, count=f"{count:,}")
        if selected:
            words = tr("{words} · {selected} selected", words=words, selected=f"{selected:,}")
        self.title.setText(words)
        self.every.setVisible(bool(self._session.selected_class))
        for button in (self.keeper, self.mover, self.remove):
            button.setEnabled(bool(selected))

    def _identities(self) -> list[str]:
        data = self._session.data
        if data is None:
            return []
        names = data.dataset.identities()
        return [names[index] for index in sorted(self._session.pictures)]

    def _on_remove(self) -> None:
        if identities := self._identities():
            self._editing.remove(identities)
