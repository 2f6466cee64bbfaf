"""What the picture is that goes into the recipe, and what to do next with it."""

from __future__ import annotations

import numpy as np
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from engine.sources.frame import Frame
from gui.icons import icon
from gui.text import tr, translated
from gui.widgets.card import Card
from gui.widgets.elided_label import ElidedLabel
from gui.widgets.labels import kind, label


class SourcePanel(QWidget):
    """Name, size, channels and kind of numbers of the newest frame."""

    def __init__(self, add_kernel: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        self._values: dict[str, ElidedLabel] = {}
        for row, (key, title, face) in enumerate(
            (
                ("title", tr("Picture"), ""),
                ("size", tr("Size"), "number"),
                ("channels", tr("Channels"), "number"),
                ("numbers", tr("Numbers"), "number"),
                ("note", tr("Note"), "caption"),
            )
        ):
            name, value = label(title, face="dim"), ElidedLabel("–", face=face)
            grid.addWidget(name, row, 0)
            grid.addWidget(value, row, 1)
            self._values[key] = value
        self._hint = Card(
            tr("A picture is numbers"),
            tr("Each pixel is one value, or three for red, green and blue. By itself it knows nothing of its "
               "neighbours: that is what a kernel is for."),
        )  # fmt: skip
        button = QPushButton(icon("kernel", tint="on_accent"), add_kernel.text())
        button.setToolTip(add_kernel.toolTip())
        kind(button, "primary")
        button.clicked.connect(add_kernel.trigger)
        self.button = button
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addLayout(grid)
        layout.addWidget(self._hint)
        layout.addWidget(button)
        self._known: object = None

    def show_frame(self, frame: Frame | None) -> None:
        """Show what a frame is; frames of the same kind change nothing."""
        facts = facts_of(frame)
        if facts != self._known:
            self._known = facts
            for key, text in facts.items():
                self._values[key].setText(text)

    def texts(self) -> dict[str, str]:
        """What is shown, by name."""
        return {key: value.text() for key, value in self._values.items()}


def facts_of(frame: Frame | None) -> dict[str, str]:
    """What there is to say about a frame."""
    if frame is None:
        return dict.fromkeys(("title", "size", "channels", "numbers", "note"), "–")
    image = frame.image
    height, width = image.shape[:2]
    channels = image.shape[2] if image.ndim == 3 else 1
    return {
        "title": translated(frame.title) or "–",
        "size": tr("{height} × {width} pixels", height=height, width=width),
        "channels": {1: tr("1 · gray"), 3: tr("3 · red, green, blue")}.get(channels, str(channels)),
        "numbers": _numbers(image.dtype),
        "note": translated(frame.note) or "–",
    }


def _numbers(dtype: np.dtype) -> str:
    if np.issubdtype(dtype, np.integer):
        return tr("{kind}, 0 to {largest}", kind=dtype.name, largest=f"{np.iinfo(dtype).max:,}")
    return tr("{kind}, any number", kind=dtype.name)
