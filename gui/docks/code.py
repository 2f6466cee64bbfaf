"""Show me the code: the Python that does exactly what the recipe does."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from engine.errors import UserError
from engine.files import write_atomically
from engine.imaging.script.writing import write_script
from gui.aside import Question
from gui.background import Background
from gui.panel import Panel
from gui.session import Output, Session
from gui.text import tr
from gui.theme.appearance import Appearance
from gui.widgets.code_view import CodeView
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
        self._flavour = FLAVOURS[0]
        self._shown: tuple[object, ...] = ()
        self._view = CodeView(appearance, tr("Python code of the recipe"))
        self._view.file_name = "recipe.py"
        self._view.save_wanted.connect(self.save)
        self._choice = SegmentedControl((("opencv", tr("OpenCV + NumPy")), ("keras", tr("Keras layers"))))
        self._choice.setAccessibleName(tr("Kind of code"))
        self._choice.current_changed.connect(self._on_flavour_changed)
        self.title.add(self._view.bar(tr("Run by itself, it gives these very numbers."), before=self._choice))
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._view, 1)
        self.set_page(page)

    def text(self) -> str:
        """The code that is shown."""
        return self._view.toPlainText()

    def question(self, output: Output) -> Question | None:
        recipe, shape, flavour = output.recipe, output.frame.image.shape, self._flavour
        wanted = (recipe, shape, flavour)
        if wanted == self._shown:
            return lambda: None
        return lambda: (wanted, write_script(recipe, shape, flavour=flavour))

    def show_answer(self, answer: tuple[tuple[object, ...], str]) -> None:
        self._shown, text = answer
        self._view.show_code(text)

    @Slot(str)
    def _on_flavour_changed(self, flavour: str) -> None:
        self._flavour = flavour
        self.refresh()

    def save(self, path: Path) -> None:
        """Write the code to a file."""
        data = self.text().encode()
        self._background.run(lambda: write_atomically(path, data), None, self._on_save_failed)

    def _on_save_failed(self, error: BaseException) -> None:
        if not isinstance(error, UserError):
            raise error
        self._on_error(error)
