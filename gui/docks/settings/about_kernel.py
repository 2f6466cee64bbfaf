"""What a kernel is good for, and what flipping it changes."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from engine.imaging.cards import Card as FilterCard
from engine.imaging.types import Weights
from gui.text import tr, translated
from gui.theme.appearance import Appearance
from gui.widgets.card import Card
from gui.widgets.labels import kind, label
from gui.widgets.number_grid import NumberGrid


class AboutFilter(QWidget):
    """The card of a filter: when to use it, and folded out what it does, its strengths and its weaknesses."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._card = Card()
        self._rest = QLabel()
        self._rest.setProperty("face", "caption")
        self._rest.setWordWrap(True)
        self._rest.setTextFormat(Qt.TextFormat.RichText)
        self._more = QPushButton()
        kind(self._more, "link")
        self._more.clicked.connect(lambda: self._unfold(not self._rest.isVisibleTo(self._card)))
        self._card.add(self._rest)
        self._card.add(self._more)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._card)
        self._unfold(False)

    def show_card(self, card: FilterCard | None) -> None:
        """Show a filter's card; without one nothing is shown."""
        self.setVisible(card is not None)
        if card is None:
            return
        self._card.set_text(tr("When to use"), translated(card.when_to_use))
        parts = (
            (tr("What it does"), card.what_it_does),
            (tr("Strengths"), card.strengths),
            (tr("Weaknesses"), card.weaknesses),
        )
        self._rest.setText("<br>".join(f"<b>{title}</b>&nbsp; {translated(text)}" for title, text in parts if text))

    def text(self) -> str:
        """What is shown at first."""
        return self._card.text()

    def _unfold(self, is_open: bool) -> None:
        self._rest.setVisible(is_open)
        self._more.setText(tr("Less") if is_open else tr("More about it"))


class FlipPicture(QWidget):
    """The kernel as it is written, and as a true convolution lays it on the picture: turned by 180°."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._card = Card()
        self.written = NumberGrid(appearance, role="kernel", caption=tr("as written"))
        self.slides = NumberGrid(appearance, role="kernel", caption=tr("as it slides"))
        pair = QWidget()
        row = QHBoxLayout(pair)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.written, 1)
        row.addWidget(label("→", face="dim"))
        row.addWidget(self.slides, 1)
        self._pair = pair
        self._card.add(pair)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._card)

    def show_flip(self, weights: Weights | None) -> None:
        """Show what the flip changes; None where nothing is flipped."""
        self.setVisible(weights is not None)
        if weights is None:
            return
        flipped = weights[::-1, ::-1]
        is_same = bool(np.array_equal(weights, flipped))
        text = (
            tr("This kernel looks the same after a half turn, so both operations agree.")
            if is_same
            else tr("Convolution turns the kernel by 180° before it slides; cross-correlation does not.")
        )
        self._card.set_text(tr("The flip"), text)
        self._pair.setVisible(not is_same)
        for grid, values in ((self.written, weights), (self.slides, flipped)):
            grid.set_values(values, tints=True)
            side = min(20 * self._appearance.control_height // 28 * weights.shape[0], 120)
            grid.setFixedHeight(side + self.fontMetrics().height() + 12)

    def text(self) -> str:
        """The sentence that is shown."""
        return self._card.text()
