"""What an empty panel shows: what to do next, with the button that does it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from gui.icons import icon
from gui.widgets.labels import kind, label


class EmptyState(QWidget):
    """An icon, one bold line, one explaining line, and at most one button that triggers `action`."""

    def __init__(
        self,
        icon_name: str,
        title: str,
        text: str = "",
        action: QAction | None = None,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon_name = icon_name
        self._picture = QLabel()
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._title = label(title, face="title", wraps=True)
        self._text = label(text, face="dim", wraps=True)
        self.button = QPushButton()
        kind(self.button, "primary")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        layout.addStretch(1)
        for each in (self._picture, self._title, self._text):
            each.setAlignment(Qt.AlignmentFlag.AlignCenter)
            layout.addWidget(each)
        layout.addSpacing(4)
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignCenter)
        layout.addStretch(1)
        self._action: QAction | None = None
        self.set_state(icon_name, title, text, action)

    def set_state(self, icon_name: str, title: str, text: str = "", action: QAction | None = None) -> None:
        """Say something else, and offer something else."""
        self._icon_name = icon_name
        self._title.setText(title)
        self._text.setText(text)
        self._text.setVisible(bool(text))
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        if self._action is not None:
            self.button.clicked.disconnect(self._action.trigger)
        self._action = action
        self.button.setVisible(action is not None)
        if action is not None:
            self.button.setText(action.text())
            self.button.setToolTip(action.toolTip())
            self.button.setEnabled(action.isEnabled())
            self.button.clicked.connect(action.trigger)
        self._draw()

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._give_way()

    def changeEvent(self, event: object) -> None:
        super().changeEvent(event)  # type: ignore[arg-type]
        if hasattr(self, "_picture"):
            self._draw()

    def _draw(self) -> None:
        side = self.fontMetrics().height() * 2
        self._picture.setPixmap(icon(self._icon_name, tint="dim").pixmap(side, side))
        self._give_way()

    def _give_way(self) -> None:
        """Where a panel was made too low for everything, the picture goes before a word is cut off."""
        layout = self.layout()
        if layout is None:
            return
        margins, width = layout.contentsMargins(), self.width()
        width -= margins.left() + margins.right()
        needed = [each.heightForWidth(width) for each in (self._title, self._text) if each.text()]
        if not self.button.isHidden():
            needed.append(self.button.sizeHint().height() + 4)
        needed.append(self.fontMetrics().height() * 2)
        total = sum(needed) + layout.spacing() * len(needed) + margins.top() + margins.bottom()
        self._picture.setVisible(self.height() >= total)
