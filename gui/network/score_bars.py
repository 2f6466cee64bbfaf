"""Classes with a bar each."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.theme.appearance import Appearance
from gui.theme.tokens import mixed


@dataclass(frozen=True)
class ScoreBar:
    """One class: its name, the words for its score, and how long its bar is, −1 … 1."""

    name: str
    words: str
    share: float
    is_first: bool = False


class ScoreBars(QWidget):
    """Bars from a common zero; the winner's in the accent colour. `mark` draws the threshold across them."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._bars: tuple[ScoreBar, ...] = ()
        self._mark: float | None = None
        self._widest = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        appearance.changed.connect(self._on_appearance_changed)

    @property
    def bars(self) -> tuple[ScoreBar, ...]:
        """What is shown."""
        return self._bars

    def show_bars(self, bars: tuple[ScoreBar, ...], mark: float | None = None) -> None:
        """Show these classes from top to bottom."""
        is_other_height = len(bars) != len(self._bars)
        self._bars, self._mark = bars, mark
        self._widest = max([len(bar.words) for bar in bars], default=0)
        self.setAccessibleName("; ".join(f"{bar.name} {bar.words}" for bar in bars))
        if is_other_height:
            self.updateGeometry()
        self.update()

    def row_height(self) -> int:
        """Height of one class."""
        return self._appearance.font_height("text") + 7

    def sizeHint(self) -> QSize:
        return QSize(300, len(self._bars) * self.row_height())

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, height = self._appearance.theme, self.row_height()
        longest = max([self._appearance.text_width(bar.name) for bar in self._bars], default=0)
        names = min(max(longest, 64) + 12, round(self.width() * 0.36))
        numbers = self._appearance.text_width("0" * max(6, self._widest), "number") + 12
        left, right = 12 + names, self.width() - 12 - numbers
        lowest = min([0.0, *(bar.share for bar in self._bars)])
        highest = max([0.0, *(bar.share for bar in self._bars)]) if lowest < 0 else 1.0
        unit = (right - left) / ((highest - lowest) or 1.0)
        zero = left - lowest * unit
        for row, bar in enumerate(self._bars):
            line = QRectF(12, row * height, self.width() - 24, height)
            painter.setFont(self._appearance.font("text"))
            painter.setPen(QColor(theme.text))
            shown = painter.fontMetrics().elidedText(bar.name, Qt.TextElideMode.ElideRight, names - 8)
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, shown)
            painter.setFont(self._appearance.font("number"))
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, bar.words)
            size = bar.share * unit
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.accent if bar.is_first else mixed(theme.accent, theme.panel, 0.28)))
            if abs(size) >= 0.5:
                block = QRectF(min(zero, zero + size), line.top() + height * 0.17, max(2.0, abs(size)), height * 0.66)
                painter.drawRoundedRect(block, min(3.0, block.width() / 2), 3)
        if self._mark is not None:
            painter.setPen(QColor(theme.dim))
            x = round(zero + self._mark * unit) + 0.5
            painter.drawLine(x, 0, x, self.height())  # type: ignore[call-overload]

    def _on_appearance_changed(self) -> None:
        self.updateGeometry()
        self.update()
