"""The live picture beside the maps, with the part of it that the network gets."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from engine.network.fitting import FIT
from engine.network.layers.layer import shape_text
from gui.network.choice_button import ChoiceButton
from gui.network.paint_view import PaintView
from gui.network.session import Drilled, MapsShown, NetworkSession
from gui.text import tr
from gui.theme.appearance import Appearance
from gui.widgets.flow import scrolling
from gui.widgets.labels import label
from gui.widgets.picture_view import Mark

if TYPE_CHECKING:
    from gui.network.brush_panel import BrushPanel
    from gui.network.painting import Painting

WIDTH, PAINTING_WIDTH = 136, 324
LEAST_HEIGHT = 48


class SeenPicture(QWidget):
    """The source's picture; a frame shows what the network is given, a second one what the chosen value sees.

    It is wider while it can be painted on, and has the brush below it.
    """

    def __init__(
        self,
        session: NetworkSession,
        appearance: Appearance,
        painting: Painting | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._appearance, self._painting = session, appearance, painting
        self.brush: BrushPanel | None = None
        self.view = PaintView(appearance)
        self.view.setAccessibleName(tr("What the network sees"))
        self.fit = ChoiceButton(FIT)
        self._size = label(face="number_caption")
        self._size.setToolTip(tr("The network takes pictures of this size: height × width × channels."))
        self._below = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._below.addWidget(self._size)
        self._below.addWidget(self.fit)
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(self.view)
        column.addLayout(self._below)
        column.addStretch(1)
        self._layout = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._layout.setContentsMargins(8, 8, 0, 0)
        self._layout.setSpacing(4)
        self._layout.addLayout(column, 1)
        self.fit.changed.connect(lambda way: session.look(replace(session.looking, fit=way)))
        session.maps_changed.connect(self._on_maps_changed)
        session.drilled_changed.connect(self._on_drilled_changed)
        session.looking_changed.connect(self._on_looking_changed)
        appearance.changed.connect(self._measure)
        if painting is not None:
            self._join(painting)
        self._measure()
        self._on_looking_changed()
        self._on_maps_changed(session.maps)

    def sizeHint(self) -> QSize:
        return QSize(self.maximumWidth(), 200)

    def minimumSizeHint(self) -> QSize:
        # Not the picture's height of now, which gives way in a low window.
        return QSize(self.maximumWidth(), LEAST_HEIGHT + self._height_below())

    def _height_below(self) -> int:
        return self._below.minimumSize().height() + 12

    def _join(self, painting: Painting) -> None:
        view = self.view
        view.stroke_begun.connect(painting.stroke_begins)
        view.stroked.connect(painting.paint)
        view.stroke_ended.connect(painting.stroke_ends)
        view.undo_wanted.connect(painting.undo)
        painting.changed.connect(self._on_painting_changed)

    def _on_painting_changed(self) -> None:
        painting = self._painting
        assert painting is not None
        if painting.is_on and self.brush is None:
            self._make_brush(painting)
        is_other = self.brush is not None and self._area.isHidden() == painting.is_on
        if is_other:
            self._area.setVisible(painting.is_on)
            self._measure()
            if painting.is_on:
                self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_brush()
        shown = self._session.maps
        if painting.canvas is not None:
            self.view.set_picture(painting.canvas)
        elif shown is not None:
            self.view.set_picture(drawable(shown.frame))

    def _make_brush(self, painting: Painting) -> None:
        from gui.network.brush_panel import BrushPanel

        self.brush = BrushPanel(self._session, painting, self._appearance)
        self.brush.brush_changed.connect(self._show_brush)
        self.view.size_wanted.connect(self.brush.step_size)
        # In a small window or large type it scrolls instead of making the window larger.
        self._area = scrolling(self.brush)
        self._area.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self._area.hide()
        self._layout.addWidget(self._area, 0)

    def _show_brush(self) -> None:
        painting = self._painting
        canvas = painting.canvas if painting is not None else None
        self.view.set_brush(None if painting is None or canvas is None else painting.brush.width_on(canvas))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        shown = self._session.maps
        if shown is not None:
            self.view.setFixedHeight(self._height_for(*shown.frame.shape[:2]))

    def _on_maps_changed(self, shown: MapsShown | None) -> None:
        if self._painting is None or not self._painting.is_on:  # or older paint would flash
            self.view.set_picture(None if shown is None else drawable(shown.frame))
        if shown is not None:
            self.view.setFixedHeight(self._height_for(*shown.frame.shape[:2]))
            network = self._session.network
            self._size.setText(tr("sees {shape}", shape=shape_text(network.opened.pixels_shape)) if network else "")
        self._mark()

    def _on_drilled_changed(self, _drilled: Drilled | None) -> None:
        self._mark()

    def _on_looking_changed(self, _looking: object = None) -> None:
        self.fit.set_value(self._session.looking.fit)

    def _mark(self) -> None:
        shown, network, drilled = self._session.maps, self._session.network, self._session.drilled
        marks = []
        if shown is not None and network is not None:
            height, width, _ = network.opened.pixels_shape
            row, column, rows, columns = shown.answer.placement.box(0, 0, height, width)
            top, left = max(0.0, row), max(0.0, column)
            bottom = min(float(shown.frame.shape[0]), row + rows)
            right = min(float(shown.frame.shape[1]), column + columns)
            is_whole = bottom - top >= shown.frame.shape[0] and right - left >= shown.frame.shape[1]
            if not is_whole:
                marks.append(Mark(row=top, column=left, height=bottom - top, width=right - left, role="input"))
            self.view.set_dimmed(None if is_whole else (top, left, bottom - top, right - left))
        if drilled is not None and drilled.box is not None:
            row, column, rows, columns = drilled.box
            marks.append(Mark(row=row, column=column, height=rows, width=columns, role="accent"))
        self.view.set_marks(tuple(marks))

    def _height_for(self, rows: int, columns: int) -> int:
        width = self._picture_width()
        highest = width * 1.4
        if self._is_beside():
            highest = max(120.0, self.height() - 3.0 * self._appearance.control_height)
        elif self._is_painting():
            # The brush and its figures have to stay in sight below a picture that stands upright.
            highest = min(highest, self.height() * 0.42)
        else:
            highest = min(highest, self.height() - self._height_below())
        return max(LEAST_HEIGHT, min(round(width * rows / max(1, columns)), round(highest)))

    def _is_painting(self) -> bool:
        return self._painting is not None and self._painting.is_on

    def _is_beside(self) -> bool:
        """Whether the brush stands beside the picture: in presenter mode there is more room there than below."""
        return self._is_painting() and self._appearance.is_presenter

    def _picture_width(self) -> int:
        scale = self._appearance.control_height / 28
        return round((PAINTING_WIDTH if self._is_painting() else WIDTH) * scale) - 8

    def _measure(self) -> None:
        is_painting, is_beside = self._is_painting(), self._is_beside()
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._below.setDirection(across if is_painting else down)
        self._layout.setDirection(across if is_beside else down)
        self._layout.setSpacing(12 if is_beside else 4)
        for at, is_stretched in enumerate((not is_painting or is_beside, is_painting)):
            if at < self._layout.count():
                self._layout.setStretch(at, int(is_stretched))
        width = self._picture_width() + 8
        self.setFixedWidth(round(width * 1.7) if is_beside else width)
        shown = self._session.maps
        if shown is not None:
            self.view.setFixedHeight(self._height_for(*shown.frame.shape[:2]))


def drawable(frame: np.ndarray) -> np.ndarray:
    """The frame as pixels that can be drawn: gray as three equal channels, without alpha."""
    if frame.ndim == 2:
        frame = frame[..., None]
    if frame.shape[2] in (1, 2):
        frame = frame[..., [0, 0, 0]]
    return frame[..., :3]
