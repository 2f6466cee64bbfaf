"""Which numbers the colours of the maps stand for."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.text import tr
from gui.theme.appearance import Appearance
from gui.widgets.numbers import format_number

DIGITS, BAR = 6, 90


class ScaleBar(QWidget):
    """A strip of colours between the numbers at its two ends; its width never changes with the numbers."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._colours: np.ndarray | None = None
        self._ends: tuple[str, str] = ("", "")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        appearance.changed.connect(self._on_appearance_changed)

    def show_scale(self, colours: np.ndarray, limits: tuple[float, float] | None, *, is_signed: bool) -> None:
        """Show a table of colours (256, 3) and its ends; without `limits` each map has ends of its own."""
        self._colours = colours
        if limits is None:
            self._ends = (tr("−max") if is_signed else "0", tr("max"))
            self.setToolTip(tr("Every map uses all colours, up to its own largest value."))
        else:
            low, high = (format_number(end, DIGITS) for end in limits)
            self._ends = (low, high)
            self.setToolTip(tr("The colours reach from {low} to {high}.", low=low, high=high))
        self.setAccessibleName(tr("Scale from {low} to {high}", low=self._ends[0], high=self._ends[1]))
        self.update()

    @property
    def ends(self) -> tuple[str, str]:
        """The words at both ends."""
        return self._ends

    def sizeHint(self) -> QSize:
        return QSize(2 * self._text_width() + BAR + 16, self._appearance.font_height("number") + 6)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._colours is None:
            return
        painter = QPainter(self)
        painter.setFont(self._appearance.font("number"))
        painter.setPen(self._appearance.colour("dim"))
        text = self._text_width()
        whole = QRectF(self.rect())
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(
            whole.adjusted(0, 0, text - whole.width(), 0), middle | Qt.AlignmentFlag.AlignRight, self._ends[0]
        )
        painter.drawText(
            whole.adjusted(whole.width() - text, 0, 0, 0), middle | Qt.AlignmentFlag.AlignLeft, self._ends[1]
        )
        bar = whole.adjusted(text + 8, whole.height() * 0.3, -text - 8, -whole.height() * 0.3)
        gradient = QLinearGradient(bar.topLeft(), bar.topRight())
        for place in np.linspace(0, 255, 17).round().astype(int):
            gradient.setColorAt(place / 255, QColor(*map(int, self._colours[place])))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._appearance.theme.line), 1.0))
        painter.setBrush(gradient)
        painter.drawRoundedRect(bar, 2, 2)

    def _text_width(self) -> int:
        return self._appearance.text_width("0", "number") * DIGITS

    def _on_appearance_changed(self) -> None:
        self.updateGeometry()
        self.update()
