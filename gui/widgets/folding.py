"""A part of a panel that is folded away behind its title until somebody wants it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QToolButton, QVBoxLayout, QWidget

from gui.icons import icon
from gui.widgets.labels import kind


class Folding(QWidget):
    """A title with an arrow; a click on it shows the content below.

    Signals:
        unfolded(bool): the user opened or closed it.
    """

    unfolded = Signal(bool)

    def __init__(self, title: str, content: QWidget, *, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = title
        self._content = content
        self.button = QToolButton()
        self.button.setCheckable(True)
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.button.setToolTip(hint)
        self.button.setProperty("is_title", True)
        kind(self.button, "flat")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.button)
        column.addWidget(content)
        self.button.toggled.connect(self._on_toggled)
        self._on_toggled(False)
        self.set_summary("")

    @property
    def is_open(self) -> bool:
        """Whether the content can be seen."""
        return self.button.isChecked()

    def set_open(self, is_open: bool) -> None:
        """Fold or unfold."""
        self.button.setChecked(is_open)

    def set_summary(self, summary: str) -> None:
        """A few words behind the title that say what is inside while it is folded."""
        self.button.setText(f"{self._title} · {summary}" if summary else self._title)
        self.button.setAccessibleName(self._title)
        self.button.setAccessibleDescription(summary)

    def _on_toggled(self, is_open: bool) -> None:
        self._content.setVisible(is_open)
        self.button.setIcon(icon("chevron-down" if is_open else "chevron-right", tint="dim"))
        self.unfolded.emit(is_open)
