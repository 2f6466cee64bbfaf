"""Python code to read, copy and save."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPlainTextEdit, QPushButton, QSizePolicy, QWidget

from gui.icons import icon
from gui.python_highlighting import PythonHighlighter
from gui.text import tr
from gui.theme.appearance import Appearance
from gui.widgets.labels import label


class CodeView(QPlainTextEdit):
    """Code that keeps its place while it changes.

    Signals:
        save_wanted(object): the code is to be written to this `Path`.
    """

    save_wanted = Signal(object)

    def __init__(self, appearance: Appearance, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.file_name = "script.py"
        self.setReadOnly(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.document().setDocumentMargin(12)
        self.setAccessibleName(name)
        self._highlighter = PythonHighlighter(self.document(), appearance)
        appearance.changed.connect(self._on_appearance_changed)
        self._on_appearance_changed()

    def show_code(self, text: str) -> None:
        """Show `text`, without moving if it stays the same."""
        if text != self.toPlainText():
            place = self.verticalScrollBar().value()
            self.setPlainText(text)
            self.verticalScrollBar().setValue(place)

    def go_to(self, beginning: str) -> None:
        """Put the first line that begins like this to the top."""
        lines = self.toPlainText().split("\n")
        found = next((number for number, line in enumerate(lines) if line.startswith(beginning)), 0)
        self.verticalScrollBar().setValue(found)

    def bar(self, hint: str, *, before: QWidget | None = None) -> QWidget:
        """A row for a panel's title: a line of text, a button to copy and one to save."""
        self.copy_button = QPushButton(icon("copy"), tr("Copy"))
        self.copy_button.setToolTip(tr("Put the code into the clipboard."))
        self.copy_button.clicked.connect(self._on_copy)
        self.save_button = QPushButton(icon("save"), tr("Save…"))
        self.save_button.setToolTip(tr("Write the code to a Python file."))
        self.save_button.clicked.connect(self._on_save)
        bar = QWidget()
        row = QHBoxLayout(bar)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        if before is not None:
            row.addWidget(before)
        row.addWidget(label(hint, face="caption"), 1)
        for button in (self.copy_button, self.save_button):
            button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
            row.addWidget(button)
        return bar

    @Slot()
    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.toPlainText())

    @Slot()
    def _on_save(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self, tr("Save code"), self.file_name, tr("Python (*.py)"))
        if name:
            self.save_wanted.emit(Path(name))

    @Slot()
    def _on_appearance_changed(self) -> None:
        self.setFont(self._appearance.font("number"))
        self._highlighter.rehighlight()
