"""The filters of the selected layer as pictures and numbers; a filter and the map that it makes are chosen together."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDockWidget,
    QHBoxLayout,
    QMenu,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from engine.errors import UserError
from engine.imaging.palettes import palette
from engine.network.filters import PARTS, AskWeights, Weights
from gui.aside import Aside
from gui.background import Background
from gui.network.choice_button import ChoiceButton
from gui.network.filter_close_up import FilterCloseUp
from gui.network.filter_grid import FilterGrid
from gui.network.filter_pictures import FilterPictures, filter_pictures
from gui.network.inspection import Inquiry
from gui.network.scale_bar import ScaleBar
from gui.network.session import MapSpot, NetworkSession
from gui.text import sentence, tr
from gui.theme.appearance import Appearance
from gui.widgets.dock_title import DockTitle, tool_row
from gui.widgets.elided_label import ElidedLabel
from gui.widgets.empty_state import EmptyState
from gui.widgets.labels import kind


class FiltersDock(QDockWidget):
    """Asks for the filters only while it is in front; `refresh` when weights have changed.

    Signals:
        numbers_wanted(object, str): this array is to be saved, under a name like this.
    """

    numbers_wanted = Signal(object, str)

    def __init__(
        self,
        session: NetworkSession,
        inquiry: Inquiry,
        figures: Background,
        appearance: Appearance,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tr("Filters"), parent)
        self.setObjectName("network_filters")
        self._session, self._inquiry, self._appearance = session, inquiry, appearance
        self._is_in_front, self._is_stale = False, True
        self._part, self._input, self._filter = "colour", 0, 0
        self._answer: tuple[Weights, np.ndarray] | None = None
        self._pictures: FilterPictures | None = None
        self._aside = Aside(figures, pause=0, parent=self)
        self._empty = EmptyState("kernel", "")
        self._pages = QStackedWidget()
        self._pages.addWidget(self._empty)
        self._pages.addWidget(self._made_page())
        self.setWidget(self._pages)
        self._made_title()
        self._connect()
        self._show_empty()

    @property
    def is_drawn(self) -> bool:
        """Whether what is asked for stands there in the colours of the present theme, as far as anybody can see it."""
        if not self._is_in_front or self._session.network is None:
            return True
        pictures, spot = self._pictures, self._session.spot
        if pictures is None or self._answer is None or pictures.weights is not self._answer[0]:
            return False
        is_chosen = spot is None or spot.channel == pictures.weights.filter
        is_of_layer = pictures.weights.layer == self._session.layer
        return is_chosen and is_of_layer and pictures.is_dark == self._appearance.theme.is_dark

    def refresh(self) -> None:
        """Ask anew: now if the panel is in front, else when it comes there."""
        self._is_stale = True
        if self._is_in_front:
            self._ask()

    def copy(self) -> None:
        """Put the numbers that are written out into the clipboard, tab-separated, with all their digits."""
        QGuiApplication.clipboard().setText(self.close_up.text())

    def _made_page(self) -> QWidget:
        self.grid = FilterGrid(self._appearance)
        self.scale_bar = ScaleBar(self._appearance)
        self.note = ElidedLabel(face="number_caption")
        foot = QHBoxLayout()
        foot.setContentsMargins(8, 0, 8, 4)
        foot.addWidget(self.scale_bar)
        foot.addWidget(self.note, 1)
        pictures = QVBoxLayout()
        pictures.setSpacing(2)
        pictures.addWidget(self.grid, 1)
        pictures.addLayout(foot)
        self.close_up = FilterCloseUp(self._appearance)
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addLayout(pictures, 1)
        row.addWidget(self.close_up)
        return page

    def _made_title(self) -> None:
        self.part = ChoiceButton(PARTS)
        self.copy_button = QToolButton()
        self.copy_button.setText(tr("Copy"))
        self.copy_button.setToolTip(tr("Copy the numbers that are written out, for a spreadsheet."))
        self.save_button = QToolButton()
        self.save_button.setText(tr("Save"))
        self.save_button.setToolTip(tr("Save the exact numbers for NumPy (.npy)."))
        self.save_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self.save_button)
        self.save_whole = menu.addAction(tr("This filter (.npy)…"))
        self.save_shown = menu.addAction(tr("All kernels that are drawn (.npy)…"))
        self.save_button.setMenu(menu)
        for button in (self.part, self.copy_button, self.save_button):
            kind(button, "flat")
        title = DockTitle(self)
        title.add(tool_row(self.part, self.copy_button, self.save_button))
        self.setTitleBarWidget(title)

    def _connect(self) -> None:
        session = self._session
        self._inquiry.answered.connect(self._on_answered)
        self._inquiry.refused.connect(self._on_refused)
        self._aside.answered.connect(self._on_coloured)
        self.visibilityChanged.connect(self._on_visibility_changed)
        self.grid.chosen.connect(self._on_chosen)
        self.grid.hovered.connect(self.note.setText)
        self.part.changed.connect(self._on_part_changed)
        self.close_up.input_changed.connect(self._on_input_changed)
        self.copy_button.clicked.connect(self.copy)
        self.save_whole.triggered.connect(lambda: self._on_save(is_whole=True))
        self.save_shown.triggered.connect(lambda: self._on_save(is_whole=False))
        session.network_changed.connect(lambda _network: self._on_another_layer())
        session.layer_changed.connect(lambda _path: self._on_another_layer())
        session.spot_changed.connect(self._on_spot_changed)
        session.looking_changed.connect(lambda _looking: self._colour())
        self._appearance.changed.connect(self._colour)

    # Asking

    def _ask(self) -> None:
        layer = self._session.layer
        if self._session.network is None or not layer:
            self._inquiry.forget()
            self._show_empty()
            return
        self._is_stale = False
        self._inquiry.ask(AskWeights(layer=layer, part=self._part, input=self._input, filter=self._filter))

    def _on_answered(self, answer: Weights, numbers: np.ndarray | None) -> None:
        if answer.layer == self._session.layer and numbers is not None:
            self._answer = (answer, numbers)
            self._colour()

    def _on_refused(self, error: UserError) -> None:
        self._answer = None
        self._show_nothing(tr("No filters here"), sentence(error))

    def _colour(self) -> None:
        if self._answer is None:
            return
        (weights, numbers), is_dark = self._answer, self._appearance.theme.is_dark
        is_shared = self._session.looking.view.scale == "shared"
        self._aside.ask(lambda: filter_pictures(weights, numbers, is_shared=is_shared, is_dark=is_dark))

    def _on_coloured(self, pictures: FilterPictures) -> None:
        if self._answer is not None and pictures.weights is self._answer[0]:
            self._pictures = pictures
            self._show()

    # Showing

    def _show(self) -> None:
        assert self._pictures is not None
        pictures = self._pictures
        weights = pictures.weights
        self._pages.setCurrentIndex(1)
        for button in (self.part, self.copy_button, self.save_button):
            button.setEnabled(True)
        for name in PARTS.values():
            self.part.action(name).setEnabled(name in weights.parts)
        self.part.set_value(weights.part)
        self.grid.set_pictures(pictures)
        self.grid.set_selected(weights.filter)
        self._show_scale(pictures)
        inputs = weights.shape[1] if weights.is_row else weights.shape[2]
        self._input = min(self._input, inputs - 1)
        self.close_up.show_filter(pictures, self._input, is_random=self._is_random())

    def _show_scale(self, pictures: FilterPictures) -> None:
        is_colour = pictures.weights.part == "colour"
        self.scale_bar.setVisible(not is_colour)
        is_same = bool(len(pictures.highs)) and bool((pictures.highs == pictures.highs[0]).all())
        high = float(pictures.highs[0]) if is_same else 0.0
        colours = palette("signed", is_dark=pictures.is_dark)
        self.scale_bar.show_scale(colours, (-high, high) if is_same else None, is_signed=True)

    def _is_random(self) -> bool:
        network = self._session.network
        return network is not None and network.is_untrained

    def _show_empty(self) -> None:
        self._answer = self._pictures = None
        if self._session.network is None:
            self._show_nothing(
                tr("No filters yet"), tr("Open a network; the filters of its layers stand here, with every number.")
            )
        else:
            self._show_nothing(tr("No layer is selected"), tr("Choose one on the left."))

    def _show_nothing(self, title: str, text: str) -> None:
        self._empty.set_state("kernel", title, text)
        self._pages.setCurrentIndex(0)
        for button in (self.part, self.copy_button, self.save_button):
            button.setEnabled(False)

    # What happens

    def _on_visibility_changed(self, is_visible: bool) -> None:
        self._is_in_front = is_visible
        if is_visible and self._is_stale:
            self._ask()

    def _on_another_layer(self) -> None:
        spot = self._session.spot
        self._filter = spot.channel if spot is not None else 0
        self._input = 0
        self.refresh()

    def _on_spot_changed(self, spot: MapSpot | None) -> None:
        if spot is not None and spot.channel != self._filter:
            self._filter = spot.channel
            self.refresh()

    def _on_chosen(self, wanted: int, shown_input: int) -> None:
        is_other_input = shown_input != self._input
        self._input = shown_input
        self._session.set_spot(MapSpot(self._session.layer, wanted, *self._session.place()))
        if is_other_input:
            self.refresh()

    def _on_part_changed(self, part: str) -> None:
        self._part = part
        self.refresh()

    def _on_input_changed(self, index: int) -> None:
        self._input = index
        if self._pictures is not None and self._pictures.weights.part == "one" and not self._pictures.weights.is_row:
            self.refresh()

    def _on_save(self, *, is_whole: bool) -> None:
        if self._pictures is None:
            return
        weights = self._pictures.weights
        source = weights.source.replace("/", " ")
        if is_whole:
            name = tr("{layer} filter {number}", layer=source, number=weights.filter)
        else:
            name = tr("{layer} filters", layer=source)
        self.numbers_wanted.emit(self._pictures.whole if is_whole else self._pictures.overview, name + ".npy")
