"""The live picture beside the maps, with the part of it that the network gets."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QVBoxLayout, QWidget

from engine.network.fitting import FIT
from engine.network.layers.layer import shape_text
from gui.network.choice_button import ChoiceButton
from gui.network.session import Drilled, MapsShown, NetworkSession
from gui.text import tr
from gui.theme.appearance import Appearance
from gui.widgets.labels import label
from gui.widgets.picture_view import Mark, PictureView

WIDTH = 136


class SeenPicture(QWidget):
    """The source's picture; a frame shows what the network is given, a second one what the chosen value sees."""

    def __init__(self, session: NetworkSession, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._appearance = session, appearance
        self.view = PictureView(appearance)
        self.view.setAccessibleName(tr("What the network sees"))
        self.fit = ChoiceButton(FIT)
        self._size = label(face="number_caption")
        self._size.setToolTip(tr("The network takes pictures of this size: height × width × channels."))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.view)
        layout.addWidget(self._size)
        layout.addWidget(self.fit)
        layout.addStretch(1)
        self.fit.changed.connect(lambda way: session.look(replace(session.looking, fit=way)))
        session.maps_changed.connect(self._on_maps_changed)
        session.drilled_changed.connect(self._on_drilled_changed)
        session.looking_changed.connect(self._on_looking_changed)
        appearance.changed.connect(self._measure)
        self._measure()
        self._on_looking_changed()
        self._on_maps_changed(session.maps)

    def sizeHint(self) -> QSize:
        return QSize(self.maximumWidth(), 200)

    def _on_maps_changed(self, shown: MapsShown | None) -> None:
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
        width = self.maximumWidth() - 8
        return max(48, min(round(width * rows / max(1, columns)), round(width * 1.4)))

    def _measure(self) -> None:
        self.setFixedWidth(WIDTH * self._appearance.control_height // 28)


def drawable(frame: np.ndarray) -> np.ndarray:
    """The frame as pixels that can be drawn: gray as three equal channels, without alpha."""
    if frame.ndim == 2:
        frame = frame[..., None]
    if frame.shape[2] in (1, 2):
        frame = frame[..., [0, 0, 0]]
    return frame[..., :3]
