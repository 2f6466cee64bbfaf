"""How many values lie below 0, are exactly 0, and lie above, as one strip."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.text import tr
from gui.theme.appearance import Appearance
from gui.theme.tokens import mixed


class SignShares(QWidget):
    """Blue below 0, gray for 0, orange above, each with its share in words."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._below = self._zeros = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        appearance.changed.connect(self.updateGeometry)
        appearance.changed.connect(self.update)

    def show_shares(self, *, below: float, zeros: float) -> None:
        """Show these shares, 0 … 1; the rest lies above 0."""
        self._below, self._zeros = below, zeros
        self.setAccessibleName("; ".join(text for text, _, _ in self.parts()))
        self.update()

    def parts(self) -> list[tuple[str, float, str]]:
        """The words, the share and the role of each part that is there."""
        above = max(0.0, 1 - self._below - self._zeros)
        parts = [
            (tr("below 0: {share}", share=_percent(self._below)), self._below, "input"),
            (tr("exactly 0: {share}", share=_percent(self._zeros)), self._zeros, "dim"),
            (tr("above 0: {share}", share=_percent(above)), above, "kernel"),
        ]
        return [part for part in parts if part[1] > 0]

    def sizeHint(self) -> QSize:
        return QSize(240, self._appearance.font_height("number_caption") + 16)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._appearance.theme
        painter.setPen(Qt.PenStyle.NoPen)
        left, width = 12.0, self.width() - 24.0
        for _, share, role in self.parts():
            colour = mixed(theme.dim, theme.panel, 0.5) if role == "dim" else theme.role(role)
            painter.setBrush(QColor(colour))
            painter.drawRoundedRect(QRectF(left, 2, max(2.0, width * share - 1), 8), 2, 2)
            left += width * share
        painter.setFont(self._appearance.font("number_caption"))
        painter.setPen(self._appearance.colour("dim"))
        words = QRectF(12, 12, width, self.height() - 12)
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft, "  ·  ".join(text for text, _, _ in self.parts()))


def _percent(share: float) -> str:
    return f"{100 * share:.1f}%" if 0 < share < 0.9995 else f"{100 * share:.0f}%"
