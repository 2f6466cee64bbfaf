"""What an empty panel shows: what to do next, with the button that does it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from gui.icons import icon
from gui.widgets.labels import kind, label

ROOMY, TIGHT = (16, 8), (2, 4)
"""The margin above and below, and the space between, where there is room and where there is not."""


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
        self._column = layout = QVBoxLayout(self)
        layout.setContentsMargins(16, ROOMY[0], 16, ROOMY[0])
        layout.setSpacing(ROOMY[1])
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

    def minimumSizeHint(self) -> QSize:
        heights = [each.minimumSizeHint().height() for each in (self._title, self._text) if each.text()]
        return QSize(super().minimumSizeHint().width(), self._height_of(heights, *TIGHT))

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
        """Where a panel is too low for everything, the picture goes first, and then the space, before a word is cut."""
        width = self.width() - 2 * self._column.contentsMargins().left()
        words = [each.heightForWidth(width) for each in (self._title, self._text) if each.text()]
        picture = self.fontMetrics().height() * 2
        self._picture.setVisible(self.height() >= self._height_of([*words, picture], *ROOMY))
        margin, space = ROOMY if self.height() >= self._height_of(words, *ROOMY) else TIGHT
        self._column.setContentsMargins(16, margin, 16, margin)
        self._column.setSpacing(space)

    def _height_of(self, heights: list[int], margin: int, space: int) -> int:
        if not self.button.isHidden():
            heights = [*heights, self.button.sizeHint().height() + 4]
        return sum(heights) + space * len(heights) + 2 * margin
