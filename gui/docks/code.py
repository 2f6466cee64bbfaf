"""Show me the code: the Python that does exactly what the recipe does."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPlainTextEdit, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from engine.errors import UserError
from engine.files import write_atomically
from engine.imaging.script.writing import write_script
from gui.aside import Question
from gui.background import Background
from gui.icons import icon
from gui.panel import Panel
from gui.python_highlighting import PythonHighlighter
from gui.session import Output, Session
from gui.text import tr
from gui.theme.appearance import Appearance
from gui.widgets.labels import label
from gui.widgets.segmented import SegmentedControl

FLAVOURS = ("opencv", "keras")


class CodeDock(Panel):
    """The recipe as a script, with OpenCV and NumPy or with Keras layers, to copy or save."""

    def __init__(
        self,
        session: Session,
        appearance: Appearance,
        background: Background,
        on_error: Callable[[UserError], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("code", tr("Code"), "code", session, background, parent)
        self._on_error = on_error
        self._background = background
        self._appearance = appearance
        self._flavour = FLAVOURS[0]
        self._shown: tuple[object, ...] = ()
        page = QWidget()
        self._text = QPlainTextEdit()
        self._text.setReadOnly(True)
        self._text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._text.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self._text.document().setDocumentMargin(12)
        self._text.setAccessibleName(tr("Python code of the recipe"))
        self._highlighter = PythonHighlighter(self._text.document(), appearance)
        self._choice = SegmentedControl((("opencv", tr("OpenCV + NumPy")), ("keras", tr("Keras layers"))))
        self._choice.setAccessibleName(tr("Kind of code"))
        self._choice.current_changed.connect(self._on_flavour_changed)
        hint = label(tr("Run by itself, it gives these very numbers."), face="caption")
        copy = QPushButton(icon("copy"), tr("Copy"))
        copy.clicked.connect(self._on_copy)
        save = QPushButton(icon("save"), tr("Save…"))
        save.clicked.connect(self._on_save)
        bar = QWidget()
        row = QHBoxLayout(bar)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._choice)
        row.addWidget(hint, 1)
        for button in (copy, save):
            button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
            row.addWidget(button)
        self.title.add(bar)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._text, 1)
        self.set_page(page)
        appearance.changed.connect(self._on_appearance_changed)
        self._on_appearance_changed()

    def text(self) -> str:
        """The code that is shown."""
        return self._text.toPlainText()

    def question(self, output: Output) -> Question | None:
        recipe, shape, flavour = output.recipe, output.frame.image.shape, self._flavour
        wanted = (recipe, shape, flavour)
        if wanted == self._shown:
            return lambda: None
        return lambda: (wanted, write_script(recipe, shape, flavour=flavour))

    def show_answer(self, answer: tuple[tuple[object, ...], str]) -> None:
        self._shown, text = answer
        if text != self._text.toPlainText():
            place = self._text.verticalScrollBar().value()
            self._text.setPlainText(text)
            self._text.verticalScrollBar().setValue(place)

    @Slot(str)
    def _on_flavour_changed(self, flavour: str) -> None:
        self._flavour = flavour
        self.refresh()

    @Slot()
    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text())

    @Slot()
    def _on_save(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self, tr("Save code"), "recipe.py", tr("Python (*.py)"))
        if name:
            self.save(Path(name))

    def save(self, path: Path) -> None:
        """Write the code to a file."""
        data = self.text().encode()
        self._background.run(lambda: write_atomically(path, data), None, self._on_save_failed)

    def _on_save_failed(self, error: BaseException) -> None:
        if not isinstance(error, UserError):
            raise error
        self._on_error(error)

    @Slot()
    def _on_appearance_changed(self) -> None:
        self._text.setFont(self._appearance.font("number"))
        self._highlighter.rehighlight()
