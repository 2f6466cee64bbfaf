"""Editors for what only layers of networks have: lists of numbers, and numbers that can be left out."""

from __future__ import annotations

import re
from typing import Any

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from engine.errors import UserError
from engine.network.layers.declarations import MaybePair, MaybeReal, Numbers, Reals, Sides
from engine.parameters import Parameter
from gui.text import sentence, tr, translated
from gui.widgets.editor import Editor

_SIGNS = re.compile(r"[×x,;/\s()]+")


class ListEditor(Editor):
    """A line of numbers, `32 × 32 × 3`. What cannot be read is said by `problem`, and changes nothing.

    Signals:
        changed(object): the user gave it this value.
    """

    def __init__(self, declaration: Numbers | Reals | Sides) -> None:
        super().__init__()
        self._declaration = declaration
        self._value: Any = declaration.default
        self._line = QLineEdit()
        self._line.setProperty("face", "number")
        self._line.textEdited.connect(self._on_edited)
        self._line.editingFinished.connect(self._on_finished)
        self._row.addWidget(self._line, 1)

    def value(self) -> Any:
        return self._value

    def set_value(self, value: Any) -> None:
        self._value = value
        # Not under somebody's hands: what they type is what they mean, also where it is written in another way.
        if not self._line.hasFocus() or self._read(self._line.text()) != value:
            self._line.setText(_written(value))
        self.problem_changed.emit("")

    def controls(self) -> list[QWidget]:
        return [self._line]

    def _on_edited(self, text: str) -> None:
        found = self._read(text)
        if isinstance(found, UserError):
            self.problem_changed.emit(sentence(found))
            return
        self.problem_changed.emit("")
        if found != self._value:
            self._value = found
            self.changed.emit(found)

    def _on_finished(self) -> None:
        if isinstance(self._read(self._line.text()), UserError):
            self.set_value(self._value)

    def _read(self, text: str) -> Any:
        words = [word for word in _SIGNS.split(text.replace("−", "-")) if word]
        try:
            numbers = [float(word) if isinstance(self._declaration, Reals) else int(word) for word in words]
        except ValueError:
            return UserError(tr("Write whole numbers such as 32 × 32 × 3.") if not isinstance(self._declaration, Reals)
                             else tr("Write numbers with a space between them."))  # fmt: skip
        if isinstance(self._declaration, Sides):
            if len(numbers) not in (1, 2, 4):
                return UserError(tr("Write one number, two, or four: above, below, left, right."))
            given: Any = tuple(numbers) if len(numbers) == 2 else (tuple(numbers[:2]), tuple(numbers[2:]))
            if len(numbers) == 1:
                given = numbers[0]
        else:
            given = tuple(numbers)
        try:
            return self._declaration.check(given)
        except UserError as error:
            return error


class MaybeEditor(Editor):
    """A box to tick, and the editor of the value beside it; without the tick there is none."""

    def __init__(self, declaration: MaybeReal | MaybePair, editor: Editor, first: Any) -> None:
        super().__init__()
        self._first = first
        self._box = QCheckBox()
        self._box.setAccessibleName(tr("Set {title}", title=translated(declaration.title)))
        self._editor = editor
        self._row.addWidget(self._box)
        self._row.addWidget(editor, 1)
        self._box.toggled.connect(self._on_toggled)
        editor.changed.connect(self.changed)
        editor.setEnabled(False)

    def value(self) -> Any:
        return self._editor.value() if self._box.isChecked() else None

    def set_value(self, value: Any) -> None:
        with QSignalBlocker(self._box):
            self._box.setChecked(value is not None)
        self._editor.setEnabled(value is not None)
        self._editor.set_value(self._first if value is None else value)

    def controls(self) -> list[QWidget]:
        return [*self._editor.controls(), self._box]

    def _on_toggled(self, is_set: bool) -> None:
        self._editor.setEnabled(is_set)
        self.changed.emit(self.value())


def special_editor(declaration: Parameter) -> Editor | None:
    """The editor of a declaration that only layers have; None for all others."""
    return ListEditor(declaration) if isinstance(declaration, (Numbers, Reals, Sides)) else None


def _written(value: Any) -> str:
    if isinstance(value, tuple) and value and isinstance(value[0], tuple):
        (top, bottom), (left, right) = value
        if top == bottom == left == right:
            return str(top)
        return f"{top} × {left}" if (top, left) == (bottom, right) else f"{top} {bottom} {left} {right}"
    entries = [f"{each:g}" if isinstance(each, float) else str(each) for each in value]
    return " × ".join(entries) if all(isinstance(each, int) for each in value) else "  ".join(entries)
