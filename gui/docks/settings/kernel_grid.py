"""A kernel's numbers, each of which can be typed over, with the operations on the whole grid below them."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QToolButton, QVBoxLayout, QWidget

from engine.errors import UserError
from engine.imaging import own_kernels
from gui.text import sentence, tr
from gui.theme.appearance import Appearance
from gui.widgets.buttons import icon_button
from gui.widgets.kernel_editor import KernelEditor
from gui.widgets.labels import label, restyle

TALLEST = 208
WIDEST_BESIDE = 3


class KernelGrid(QWidget):
    """Shows a kernel; whatever is done to it gives new numbers, which the owner makes a kernel of.

    Signals:
        changed(object, str): new numbers as an array, and what was done, in words for the undo list.
    """

    changed = Signal(object, str)

    def __init__(self, appearance: Appearance, *, has_tools: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._note = ""
        self.editor = KernelEditor(appearance)
        self.editor.setAccessibleName(tr("Numbers of the kernel"))
        self.editor.edited.connect(self._on_edited)
        self.editor.pasted.connect(self._on_pasted)
        self.editor.installEventFilter(self)
        self._message = label(face="caption", wraps=True)
        self._message.hide()
        self.tools = QWidget()
        self._places = QGridLayout(self.tools)
        self._places.setContentsMargins(0, 0, 0, 0)
        self._places.setSpacing(0)
        self._buttons: list[QToolButton] = []
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(4)
        self._row.addWidget(self.editor, 1)
        self._row.addWidget(self.tools, 0, Qt.AlignmentFlag.AlignCenter)
        self.tools.setVisible(has_tools)
        if has_tools:
            for name, text, help_text, act in _operations():
                self._add_tool(name, text, help_text, act)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(self._row)
        layout.addWidget(self._message)
        appearance.changed.connect(self._fit)

    def set_weights(self, weights: np.ndarray, *, note: str = "") -> None:
        """Show a kernel's numbers, and a remark below them."""
        if weights.shape != self.editor.values().shape or not np.array_equal(weights, self.editor.values()):
            self.editor.set_values(weights, tints=True)
            self._fit()
            self._place_buttons()
        self._note = note
        self._say(note)

    def message(self) -> str:
        """What is said below the numbers."""
        return self._message.text()

    def refuse(self, error: UserError) -> None:
        """Say in place why something was not done; the numbers stay as they are."""
        self._say(sentence(error), is_refusal=True)

    def copy(self) -> None:
        """Put the numbers into the clipboard, as spreadsheets take them."""
        QGuiApplication.clipboard().setText(self.editor.as_text())

    def paste(self) -> None:
        """Take the numbers from the clipboard."""
        self._on_pasted(QGuiApplication.clipboard().text())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.editor and event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            keys = QKeySequence.StandardKey
            # Of the keys for deleting only the plain one: among those of X11 is Ctrl+D, which duplicates the stage.
            if event.key() == Qt.Key.Key_Delete or any(event.matches(each) for each in (keys.Copy, keys.Paste)):
                event.accept()  # in the grid these keys mean its numbers, not the window's pictures
                return True
        return super().eventFilter(watched, event)

    def _add_tool(self, name: str, text: str, help_text: str, act: Callable[[np.ndarray], np.ndarray]) -> None:
        button = icon_button(name, text)
        button.setToolTip(f"{text}\n{help_text}")
        button.clicked.connect(lambda: self._do(act, text))
        self.add_button(button)

    def add_button(self, button: QToolButton) -> None:
        """Put one more button behind the operations."""
        self._buttons.append(button)
        self._place_buttons()

    def _place_buttons(self) -> None:
        """Three in a row beside a small kernel; all in one row below a large one, which needs the width."""
        is_beside = self.editor.values().shape[1] <= WIDEST_BESIDE
        direction = QBoxLayout.Direction.LeftToRight if is_beside else QBoxLayout.Direction.TopToBottom
        self._row.setDirection(direction)
        across = 3 if is_beside else len(self._buttons)
        for place, button in enumerate(self._buttons):
            self._places.addWidget(button, place // across, place % across)

    def _do(self, act: Callable[[np.ndarray], np.ndarray], text: str) -> None:
        before = self.editor.values()
        try:
            after = act(before)
        except UserError as error:
            self.refuse(error)
            return
        self._say(self._note)
        if after.shape != before.shape or not np.array_equal(after, before):
            self.changed.emit(after, text)

    def _on_edited(self, row: int, column: int, value: float) -> None:
        def put(weights: np.ndarray) -> np.ndarray:
            changed = weights.copy()
            changed[row, column] = value
            return changed

        self._do(put, tr("Kernel number {value}", value=f"{value:g}"))

    def _on_pasted(self, text: str) -> None:
        self._do(lambda _before: own_kernels.parse_grid(text), tr("Paste kernel"))

    def _say(self, text: str, *, is_refusal: bool = False) -> None:
        face = "refused" if is_refusal else "caption"
        self._message.setText(text)
        self._message.setVisible(bool(text))
        if self._message.property("face") != face:
            self._message.setProperty("face", face)
            restyle(self._message)

    def _fit(self) -> None:
        rows = self.editor.values().shape[0]
        pitch = max(26.0, self._appearance.control_height + 2.0) + 4
        factor = self._appearance.control_height / 28
        self.editor.setFixedHeight(int(min(max(1, rows) * pitch + 2, TALLEST * factor)))


def _operations() -> tuple[tuple[str, str, str, Callable[[np.ndarray], np.ndarray]], ...]:
    return (
        ("flip-h", tr("Flip left and right"), tr("The columns in reverse order."), own_kernels.flipped_horizontally),
        ("flip-v", tr("Flip top and bottom"), tr("The rows in reverse order."), own_kernels.flipped_vertically),
        (
            "rotate",
            tr("Turn by 90°"),
            tr("A quarter turn clockwise: vertical edges become horizontal ones."),
            own_kernels.rotated,
        ),
        ("transpose", tr("Transpose"), tr("Rows become columns."), own_kernels.transposed),
        (
            "normalise",
            tr("Normalise"),
            tr("Divide by the sum, so that brightness stays as it is."),
            own_kernels.normalised,
        ),
        (
            "zero-sum",
            tr("Make the sum zero"),
            tr("Take the mean away from every number, so that flat areas vanish."),
            own_kernels.zero_sum,
        ),
    )
