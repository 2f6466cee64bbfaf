"""The few questions that need a dialog: which file, which address. In one place, so that tests can answer them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QInputDialog, QLineEdit, QWidget


class Asking:
    """Asks with the system's own dialogs and remembers the folder; every answer may be None: cancelled."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.parent = parent
        self._folder = str(Path.home())

    def open_file(self, title: str, kinds: str) -> Path | None:
        """A file that is there."""
        name, _ = QFileDialog.getOpenFileName(self.parent, title, self._folder, kinds)
        return self._remembered(name)

    def open_folder(self, title: str) -> Path | None:
        """A folder that is there."""
        return self._remembered(QFileDialog.getExistingDirectory(self.parent, title, self._folder))

    def save_file(self, title: str, name: str, kinds: str) -> Path | None:
        """A file to write; the dialog asks before one is replaced."""
        suggestion = str(Path(self._folder) / name)
        chosen, kind = QFileDialog.getSaveFileName(self.parent, title, suggestion, kinds)
        path = self._remembered(chosen)
        if path is not None and not path.suffix:
            path = path.with_suffix(_first_suffix(kind) or Path(name).suffix)
        return path

    def text(self, title: str, question: str, text: str = "") -> str | None:
        """A line of text."""
        answer, is_given = QInputDialog.getText(
            self.parent, title, question, QLineEdit.EchoMode.Normal, text
        )  # fmt: skip
        return answer.strip() if is_given and answer.strip() else None

    def _remembered(self, name: str) -> Path | None:
        if not name:
            return None
        path = Path(name)
        self._folder = str(path if path.is_dir() else path.parent)
        return path


def _first_suffix(kind: str) -> str:
    """The first ending in a dialog's filter: `PNG (*.png *.apng)` gives `.png`."""
    _, _, endings = kind.partition("(*")
    return endings.split(")")[0].split(" ")[0] if endings.startswith(".") else ""
