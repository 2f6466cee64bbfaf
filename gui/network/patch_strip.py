"""The pieces of pictures that excite a map most, each with its value; a click leads to where it was found."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QToolButton, QWidget

from engine.network.requests import Patch
from gui.background import Background
from gui.network.patch_pictures import patch_picture
from gui.network.why import PatchesFound
from gui.text import tr
from gui.theme.appearance import Appearance
from gui.widgets.flow import FlowLayout
from gui.widgets.labels import kind
from gui.widgets.numbers import format_number
from gui.widgets.thumbnail import to_pixmap

THUMBNAIL = 48


class PatchStrip(QWidget):
    """Shows the patches in the order in which they come, and keeps the pictures of those that stay.

    Signals:
        chosen(object): the user wants to see where this `Patch` was found.
    """

    chosen = Signal(object)

    def __init__(self, files: Background, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._files, self._appearance = files, appearance
        self._pictures: dict[Patch, np.ndarray | None] = {}
        self._buttons: dict[Patch, QToolButton] = {}
        self._flow = FlowLayout(self, spacing=6)
        appearance.changed.connect(self._dress_all)

    @property
    def buttons(self) -> list[QToolButton]:
        """One for each patch, best first."""
        return list(self._buttons.values())

    def show_patches(self, found: PatchesFound | None) -> None:
        """Show these, best first."""
        patches = found.patches if found is not None else ()
        if tuple(self._buttons) == patches:
            return
        before, self._buttons = self._buttons, {}
        while self._flow.takeAt(0) is not None:
            pass
        for patch in patches:
            button = before.pop(patch, None) or self._made(patch)
            self._buttons[patch] = button
            self._flow.addWidget(button)
            button.show()
        for patch, button in before.items():
            self._pictures.pop(patch, None)
            button.deleteLater()
        self.updateGeometry()

    def _made(self, patch: Patch) -> QToolButton:
        button = QToolButton()
        kind(button, "flat")
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        value, name = format_number(patch.value, 6), Path(patch.path).name
        button.setText(value)
        button.setToolTip(tr("{value} in {name}. Click to open the picture at this place.", value=value, name=name))
        button.setAccessibleName(tr("{value} in {name}", value=value, name=name))
        button.clicked.connect(lambda _checked=False: self.chosen.emit(patch))
        self._dress(button, None)
        self._files.run(
            lambda: patch_picture(patch),
            lambda pixels: self._on_made(patch, pixels),
            lambda _error: self._on_made(patch, None),  # the file is gone again: its value stays true
        )
        return button

    def _on_made(self, patch: Patch, pixels: np.ndarray | None) -> None:
        if patch in self._buttons:
            self._pictures[patch] = pixels
            self._dress(self._buttons[patch], pixels)

    def _dress_all(self) -> None:
        for patch, button in self._buttons.items():
            self._dress(button, self._pictures.get(patch))

    def _dress(self, button: QToolButton, pixels: np.ndarray | None) -> None:
        side = round(THUMBNAIL * self._appearance.control_height / 28)
        size = QSize(side, side)
        scale = self.devicePixelRatioF()
        pixmap = QPixmap(size * scale)
        if pixels is None:
            pixmap.fill(Qt.GlobalColor.transparent)
        else:
            pixmap = to_pixmap(pixels, size, scale=scale)
        button.setIconSize(size)
        button.setIcon(QIcon(pixmap))
