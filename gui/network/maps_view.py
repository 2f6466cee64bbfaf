"""The middle of the Network workspace: the live picture, and every map of the selected layer."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from engine.imaging.palettes import palette
from engine.network.maps import SCALE, SCHEME, SORT, LayerMaps
from gui.network.choice_button import ChoiceButton
from gui.network.contact_sheet import contact_sheet, one_map
from gui.network.map_facts import count_words, drawn_dark, is_single, limits, scale_words, silence_words
from gui.network.map_grid import MapGrid
from gui.network.opening_state import OpeningState, ProgressStrip
from gui.network.painting import Painting
from gui.network.scale_bar import ScaleBar
from gui.network.seen_picture import SeenPicture
from gui.network.session import Looking, MapSpot, MapsShown, NetworkSession
from gui.text import tr
from gui.theme.appearance import Appearance
from gui.widgets.buttons import icon_button
from gui.widgets.elided_label import ElidedLabel
from gui.widgets.labels import label


class MapsView(QWidget):
    """Shows the session's maps and tells it which value was chosen.

    Signals:
        network_wanted(): the user has no network yet and asks for one.
        picture_wanted(object, str): this picture (H, W, 3) is to be saved, under a name like this.
        raw_wanted(str): the numbers of this layer are to be saved.
    """

    network_wanted = Signal()
    picture_wanted = Signal(object, str)
    raw_wanted = Signal(str)

    def __init__(
        self,
        session: NetworkSession,
        appearance: Appearance,
        parent: QWidget | None = None,
        *,
        painting: Painting | None = None,
        paint: QAction | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._appearance = session, appearance
        self._maps: LayerMaps | None = None
        self._pixels: np.ndarray | None = None
        self._looked_at = -1
        self._hovered = ""
        self.grid = MapGrid(appearance)
        self.picture = SeenPicture(session, appearance, painting)
        self._paint = paint
        self.state = OpeningState(session)
        self.under_way = ProgressStrip()
        self.count = ElidedLabel(face="section")
        self.sort, self.scale, self.scheme = ChoiceButton(SORT), ChoiceButton(SCALE), ChoiceButton(SCHEME)
        self.scale_bar = ScaleBar(appearance)
        self.note = ElidedLabel(face="dim")
        self.note.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._scale_name = label(face="dim")
        self._bar, self._foot = self._made_bar(), self._made_foot()
        shown = QWidget()
        beside = QHBoxLayout(shown)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(0)
        beside.addWidget(self.picture)
        beside.addWidget(self.grid, 1)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar)
        column.addWidget(self.under_way)
        column.addWidget(shown, 1)
        column.addWidget(self._foot)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.state)
        self.pages.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.pages)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(tr("Feature maps"))
        self.setFocusProxy(self.grid)
        self._connect()
        self._on_looking_changed(session.looking)
        self._on_maps_changed(session.maps)

    def sheet(self) -> np.ndarray | None:
        """All maps on screen, numbered, as a picture (H, W, 3)."""
        if self._maps is None or self._pixels is None:
            return None
        return contact_sheet(self._maps, self._pixels, self._appearance)

    def _connect(self) -> None:
        session = self._session
        for button, name in ((self.sort, "sort"), (self.scale, "scale"), (self.scheme, "scheme")):
            button.changed.connect(lambda value, name=name: self._look(name, value))
        self.grid.chosen.connect(self._on_chosen)
        self.grid.hovered.connect(self._on_hovered)
        self.grid.looked_at.connect(self._on_looked_at)
        self.grid.order_wanted.connect(session.sort_again)
        self.state.wanted.connect(self.network_wanted)
        session.maps_changed.connect(self._on_maps_changed)
        session.layer_changed.connect(lambda _path: self._on_maps_changed(session.maps))
        session.network_changed.connect(lambda _network: self._on_maps_changed(session.maps))
        session.progress_changed.connect(lambda _progress: self._show_page())
        session.looking_changed.connect(self._on_looking_changed)
        session.marked_changed.connect(self.grid.set_marked)
        session.spot_changed.connect(self._on_spot_changed)
        self._appearance.changed.connect(self._show_scale)
        self._appearance.changed.connect(self._fit_bar)

    def _made_bar(self) -> QWidget:
        self.picture_button = icon_button(
            "picture", tr("Show the picture that the network sees, or give the maps its room.")
        )
        self.picture_button.setCheckable(True)
        self.picture_button.setChecked(True)
        self.picture_button.toggled.connect(self.picture.setVisible)
        self.export_button = icon_button("save", tr("Save the maps as they are drawn, or their numbers."))
        self.export_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self.export_button)
        self.save_sheet = self._action(menu, tr("All maps as a picture…"), self._on_sheet_wanted)
        self.save_map = self._action(menu, tr("The selected map as a picture…"), self._on_map_wanted)
        self.save_raw = self._action(
            menu, tr("All numbers of the layer (.npy)…"), lambda: self.raw_wanted.emit(self._session.layer)
        )
        self.export_button.setMenu(menu)
        self.sort_button = icon_button(
            "sort",
            tr("Sort again by the present picture (S). In between maps stay in place, so as not to flicker."),
        )
        self.sort_button.clicked.connect(self._session.sort_again)
        self._tools = [self.picture_button, self.export_button]
        if self._paint is not None:
            self._tools.insert(1, icon_button("brush", self._paint.toolTip()))
            self._tools[1].setDefaultAction(self._paint)
            self._tools[1].setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
            # What is painted on has to be in sight.
            self._paint.toggled.connect(lambda is_on: self.picture_button.setChecked(True) if is_on else None)
        row = (self.count, self.sort, self.sort_button, self.scale, self.scheme, *self._tools)
        return _row(row, stretched=self.count)

    def _made_foot(self) -> QWidget:
        return _row((self._scale_name, self.scale_bar, self.note), stretched=self.note)

    def _action(self, menu: QMenu, text: str, slot: object) -> QAction:
        action = menu.addAction(text)
        action.triggered.connect(lambda _checked=False: slot())  # type: ignore[operator]
        return action

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_bar()

    def _fit_bar(self) -> None:
        """Shorten the buttons where the bar would not fit otherwise."""
        buttons = (self.sort, self.scale, self.scheme)
        for button in buttons:
            button.set_short(False)
        words = self.count.fontMetrics().horizontalAdvance("8,888 MAPS · 888×888")
        needed = words + sum(each.sizeHint().width() + 4 for each in (*buttons, self.sort_button, *self._tools))
        for button in buttons:
            button.set_short(needed + 16 > self.width())

    def sizeHint(self) -> QSize:
        return QSize(690, 452)

    # Showing

    def _on_maps_changed(self, shown: MapsShown | None) -> None:
        path = self._session.layer
        maps = shown.layer(path) if shown is not None else None
        pixels = shown.mosaics.get(path) if shown is not None else None
        if maps is None or pixels is None:
            # While another layer's maps are on their way those of the last one would be taken for its own.
            self._maps = self._pixels = None
            self.grid.set_maps(None, None)
            self.grid.set_message(tr("The maps of “{layer}” are on their way.", layer=path) if path else "")
            self.count.setText("")
            self._show_note()
        else:
            self._maps, self._pixels = maps, pixels
            self.grid.set_maps(maps, pixels)
            self.count.setText(count_words(maps))
            self.save_map.setEnabled(self._session.spot is not None and not is_single(maps))
            self._show_scale()
            self._show_note()
        self._show_page()

    def _show_page(self) -> None:
        # While one layer's maps follow another's the page stays, so that nothing flashes.
        has_maps = self._session.network is not None and self._session.maps is not None and bool(self._session.layer)
        self.pages.setCurrentIndex(1 if has_maps else 0)
        self.under_way.show_progress(self._session.progress)
        if not has_maps:
            self.state.refresh()

    def _on_looking_changed(self, looking: Looking) -> None:
        for button, value in (
            (self.sort, looking.view.sort), (self.scale, looking.view.scale), (self.scheme, looking.view.scheme),
        ):  # fmt: skip
            button.set_value(value)
        self.sort_button.setVisible(looking.view.sort != SORT.default)
        self._fit_bar()
        self._show_scale()

    def _show_scale(self) -> None:
        maps, pixels = self._maps, self._pixels
        if maps is None or pixels is None:
            return
        scale = self._session.looking.view.scale
        place = self._looked_at if 0 <= self._looked_at < len(maps.highs) else self._place_of_spot(maps)
        is_shared = scale == "shared" or is_single(maps)
        colours = palette(maps.scheme, is_dark=drawn_dark(maps, pixels))
        self.scale_bar.show_scale(colours, limits(maps, place, is_shared=is_shared), is_signed=maps.scheme == "signed")
        whose = tr("map {channel}", channel=int(maps.order[place])) if place is not None else scale_words("each")
        self._scale_name.setText(tr("Scale: {whose}", whose=scale_words("shared") if is_shared else whose))
        widest = tr("Scale: {whose}", whose=tr("map {channel}", channel=8888))
        self._scale_name.setMinimumWidth(self._scale_name.fontMetrics().horizontalAdvance(widest))

    def _show_note(self) -> None:
        maps = self._maps
        self.note.setText(self._hovered or (silence_words(maps) if maps is not None else ""))

    def _on_spot_changed(self, spot: MapSpot | None) -> None:
        self.grid.set_selected(None if spot is None else (spot.channel, spot.row, spot.column))
        self.save_map.setEnabled(spot is not None and self._maps is not None and not is_single(self._maps))
        self._show_scale()

    # What the person does

    def _look(self, name: str, value: str) -> None:
        looking = self._session.looking
        self._session.look(replace(looking, view=replace(looking.view, **{name: value})))

    def _on_chosen(self, channel: int, row: int, column: int) -> None:
        self._session.set_spot(MapSpot(self._session.layer, channel, row, column))

    def _on_hovered(self, words: str) -> None:
        self._hovered = words
        self._show_note()

    def _on_looked_at(self, place: int) -> None:
        self._looked_at = place
        self._show_scale()

    def _on_sheet_wanted(self) -> None:
        sheet = self.sheet()
        if sheet is not None:
            self.picture_wanted.emit(sheet, tr("{layer} maps", layer=_file_name(self._session.layer)) + ".png")

    def _on_map_wanted(self) -> None:
        maps, pixels, spot = self._maps, self._pixels, self._session.spot
        place = self._place_of_spot(maps) if maps is not None else None
        if maps is not None and pixels is not None and place is not None and spot is not None:
            name = tr("{layer} map {channel}", layer=_file_name(spot.layer), channel=spot.channel) + ".png"
            self.picture_wanted.emit(one_map(maps, pixels, place), name)

    def _place_of_spot(self, maps: LayerMaps) -> int | None:
        spot = self._session.spot
        if spot is None:
            return None
        found = np.flatnonzero(maps.order == spot.channel)
        return int(found[0]) if len(found) else None


def _file_name(path: str) -> str:
    return path.replace("/", " ")


def _row(widgets: tuple[QWidget, ...], *, stretched: QWidget) -> QWidget:
    made = QWidget()
    layout = QHBoxLayout(made)
    layout.setContentsMargins(8, 2, 8, 2)
    layout.setSpacing(4)
    for widget in widgets:
        layout.addWidget(widget, 1 if widget is stretched else 0)
    return made
