"""A number grid whose cells are typed into, for a kernel of one's own."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from gui.text import tr
from gui.theme.appearance import Appearance
from gui.widgets.number_grid import NumberGrid
from gui.widgets.numbers import MINUS, full_number

_STARTERS = set("0123456789.,-+" + MINUS)


class KernelEditor(NumberGrid):
    """Arrow keys move, typing or a double click edits, Enter and Tab go on, Escape gives up, Delete makes it zero.

    The editor only asks: the owner takes `edited` and `pasted`, and shows the outcome with `set_values`.

    Signals:
        edited(int, int, float): the user gave this cell a new value.
        pasted(str): the user pasted this text, from a spreadsheet, say.
    """

    edited = Signal(int, int, float)
    pasted = Signal(str)

    def __init__(
        self, appearance: Appearance, *, role: str = "kernel", caption: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(appearance, role=role, caption=caption, parent=parent)
        self._editor = QLineEdit(self)
        self._editor.setAccessibleName(tr("Value of the cell"))
        self._editor.setFrame(False)
        self._editor.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._editor.setTextMargins(0, 0, 0, 0)
        self._editor.setStyleSheet("QLineEdit { padding: 0; min-height: 0; }")
        self._editor.setProperty("face", "number")
        self._editor.installEventFilter(self)
        self._editor.editingFinished.connect(self._on_editing_finished)
        self._editor.hide()
        self._edited_cell: tuple[int, int] | None = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.as_text())
            return
        if self._values.size:
            if event.matches(QKeySequence.StandardKey.Paste):
                self.pasted.emit(QGuiApplication.clipboard().text())
                return
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
                self._open_editor(full_number(self._values[self._cursor]))
                return
            if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
                self.edited.emit(*self._cursor, 0.0)
                return
            has_command = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
            if event.text() and event.text() in _STARTERS and not has_command:
                self._open_editor(event.text(), is_started=True)
                return
        super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        cell = self.cell_at(event.position())
        if cell is not None:
            self._move_cursor(*cell)
            self._open_editor(full_number(self._values[cell]))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._editor and isinstance(event, QKeyEvent):
            is_press = event.type() == QEvent.Type.KeyPress
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()  # while a number is typed, the window's single-key shortcuts rest
                return False
            if is_press and event.key() == Qt.Key.Key_Escape:
                self._give_up()
                return True
            if is_press and event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._on_editing_finished()
                if event.key() == Qt.Key.Key_Tab:
                    self._go(1)
                elif event.key() == Qt.Key.Key_Backtab:
                    self._go(-1)
                else:
                    self._go(self._values.shape[1])
                return True
        return super().eventFilter(watched, event)

    def as_text(self) -> str:
        """The numbers with tabs and line breaks between them, as spreadsheets take them."""
        return "\n".join("\t".join(f"{number:g}" for number in row) for row in self._values.tolist())

    def _open_editor(self, text: str, *, is_started: bool = False) -> None:
        rect = self.cell_rect(*self._cursor).toAlignedRect()
        width = max(rect.width(), self.fontMetrics().horizontalAdvance("−0.0000") + 8)
        height = max(rect.height(), self.fontMetrics().height() + 4)
        rect.adjust(-(width - rect.width()) // 2, -(height - rect.height()) // 2, 0, 0)
        rect.setWidth(width)
        rect.setHeight(height)
        rect.moveLeft(min(max(0, rect.left()), max(0, self.width() - width)))
        self._edited_cell = self._cursor
        self._editor.setGeometry(rect)
        self._editor.setText(text)
        self._editor.show()
        self._editor.setFocus()
        if not is_started:
            self._editor.selectAll()

    def _on_editing_finished(self) -> None:
        cell, text = self._edited_cell, self._editor.text()
        self._give_up()
        if cell is None:
            return
        number = _number(text)
        if number is not None and number != float(self._values[cell]):
            self.edited.emit(*cell, number)

    def _give_up(self) -> None:
        had_focus = self._editor.hasFocus()
        self._edited_cell = None
        self._editor.hide()
        if had_focus:
            self.setFocus()

    def _go(self, step: int) -> None:
        rows, columns = self._values.shape
        place = self._cursor[0] * columns + self._cursor[1]
        if step == columns and self._cursor[0] == rows - 1:
            place = (self._cursor[1] + 1) % columns - step  # past the bottom, on at the top of the next column
        self._move_cursor(*divmod((place + step) % (rows * columns), columns))


def _number(text: str) -> float | None:
    """The number a person typed, with a point or a comma and either minus sign; None where it is none.

    >>> _number("−0,5"), _number("1/4"), _number("abc")
    (-0.5, 0.25, None)
    """
    plain = text.strip().replace(MINUS, "-").replace(",", ".")
    above, slash, below = plain.partition("/")
    try:
        number = float(above) / float(below) if slash else float(plain)
    except (ValueError, ZeroDivisionError):
        return None
    return number if abs(number) < 1e30 else None
