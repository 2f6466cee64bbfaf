"""Small parts of the status bar: a coloured dot with its word, and figures that do not jump."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from gui.theme.appearance import Appearance

EDGE = 8  # the status bar itself cannot be given a margin


class StatusDot(QWidget):
    """A dot in a role's colour and a text beside it; the text says the same as the colour."""

    def __init__(
        self, appearance: Appearance, text: str = "", role: str = "dim", *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._text = text
        self._role = role
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)
        appearance.changed.connect(self._on_appearance_changed)

    @property
    def role(self) -> str:
        """The role whose colour the dot has."""
        return self._role

    def text(self) -> str:
        return self._text

    def set_status(self, text: str, role: str) -> None:
        """Show a text, and the dot in a role's colour: result = ready, kernel = busy, refused = dead, dim = off."""
        if (text, role) == (self._text, self._role):
            return
        self._text, self._role = text, role
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self._text) + metrics.height() + 12, metrics.height() + 4)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().height(), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        height = self.fontMetrics().height()
        radius = height * 0.25
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._appearance.colour(self._role))
        painter.drawEllipse(QPointF(radius + EDGE, self.height() / 2), radius, radius)
        painter.setPen(self._appearance.colour("dim"))
        space = self.rect().adjusted(EDGE + round(height * 0.75), 0, 0, 0)
        shown = self.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideRight, space.width())
        painter.drawText(space, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)

    def _on_appearance_changed(self) -> None:
        self.updateGeometry()
        self.update()


class FigureLabel(QLabel):
    """Numbers in the fixed-width face. It keeps the width of the widest text it has shown, so neighbours stand still.

    `widest` reserves room from the start, for example `"000.0 ms"`.
    """

    def __init__(
        self, text: str = "", *, widest: str = "", face: str = "number_caption", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("face", face)
        self._widest = widest or text
        self.setText(text)

    def setText(self, text: str) -> None:
        if len(text) > len(self._widest):
            self._widest = text
            self.updateGeometry()
        if text != self.text():
            super().setText(text)

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        width = self.fontMetrics().horizontalAdvance("0") * len(self._widest) + 2
        return QSize(max(width, hint.width()), hint.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self.sizeHint().width(), super().minimumSizeHint().height())
