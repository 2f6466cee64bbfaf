"""The bar on top: source on the left, workspaces in the middle, presenter and help on the right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QKeySequence, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QToolBar, QToolButton, QWidget

from gui.actions import Actions
from gui.icons import icon
from gui.sources_menu import SourcesMenu, source_words
from gui.text import tr
from gui.theme.appearance import Appearance
from gui.widgets.segmented import SegmentedControl

WORKSPACE = "kernels"
SPACING = 8


class KeyButton(QToolButton):
    """A button with an icon, a word, and its key in a quieter colour behind it."""

    def __init__(
        self, action: QAction, appearance: Appearance, *, shows_text: bool = True, shows_key: bool = False
    ) -> None:
        super().__init__()
        self._appearance = appearance
        self._keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText) if shows_key else ""
        self.setDefaultAction(action)
        style = Qt.ToolButtonStyle.ToolButtonTextBesideIcon if shows_text else Qt.ToolButtonStyle.ToolButtonIconOnly
        self.setToolButtonStyle(style)
        self.setAccessibleName(action.text())
        self.setAccessibleDescription(action.whatsThis())
        self._has_room = True

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width() + (self.keys_width() if self._has_room else 0), hint.height())

    def set_room(self, has_room: bool) -> None:
        """Whether there is room for the key."""
        if has_room != self._has_room:
            self._has_room = has_room
            self.updateGeometry()
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._keys and self._has_room:
            painter = QPainter(self)
            painter.setFont(self._appearance.font("number_caption"))
            painter.setPen(self._appearance.colour("dim"))
            space = self.rect().adjusted(0, 0, -10, 0)
            painter.drawText(space, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self._keys)

    def keys_width(self) -> int:
        """How much wider the key makes the button."""
        if not self._keys:
            return 0
        return self.fontMetrics().horizontalAdvance(self._keys) + 14


class TopBar(QToolBar):
    """The one toolbar; it stays where it is."""

    def __init__(
        self, actions: Actions, sources: SourcesMenu, appearance: Appearance, parent: QWidget | None = None
    ) -> None:
        super().__init__(tr("Top bar"), parent)
        self.setObjectName("top_bar")
        self.setMovable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.source_button = QToolButton()
        self.source_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.source_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.source_button.setMenu(sources)
        self.source_button.setToolTip(tr("What is looked at: a sample, a file, a camera"))
        self.source_button.setAccessibleName(tr("Source"))
        self.model_button = QToolButton()
        self.model_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.model_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.model_button.setIcon(icon("network"))
        self.model_button.setToolTip(tr("The network that looks: one of the gallery, small or as published"))
        self.model_button.setAccessibleName(tr("Network"))
        self.workspaces = SegmentedControl(
            (("kernels", tr("Kernels")), ("network", tr("Network")), ("train", tr("Train"))), current=WORKSPACE
        )
        self.workspaces.setAccessibleName(tr("Workspace"))
        self.workspaces.set_tooltip("kernels", tr("Kernels, pooling and filters, down to the arithmetic of one value"))
        self.workspaces.set_tooltip(
            "network", tr("A whole network, opened up live: every layer answers to the picture")
        )
        self.workspaces.set_tooltip(
            "train", tr("From a handful of pictures to a trained network: collect, train, see where it is wrong")
        )
        self._only_in: dict[str, tuple[QToolButton, ...]] = {
            "kernels": (
                KeyButton(actions["undo"], appearance, shows_text=False),
                KeyButton(actions["redo"], appearance, shows_text=False),
            ),
            "network": (self.model_button,),
            "train": (
                KeyButton(actions["undo_train"], appearance, shows_text=False),
                KeyButton(actions["redo_train"], appearance, shows_text=False),
            ),
        }
        left = [
            self.source_button,
            KeyButton(actions["freeze"], appearance, shows_key=True),
            *self._only_in["network"],
            *self._only_in["kernels"],
            *self._only_in["train"],
        ]
        right = [
            KeyButton(actions["presenter"], appearance, shows_key=True),
            KeyButton(actions["shortcuts"], appearance, shows_text=False),
        ]
        self.addWidget(_three_parts(left, self.workspaces, right))
        self.set_workspace(WORKSPACE)

    def set_workspace(self, workspace: str) -> None:
        """Show which workspace is in front, and its own buttons."""
        self.workspaces.set_current(workspace)
        for owner, buttons in self._only_in.items():
            for button in buttons:
                button.setVisible(owner == workspace)

    def show_source(self, spec: object, *, is_opening: bool = False) -> None:
        """Name the source on its button."""
        words, icon_name = source_words(spec)
        shown = words if len(words) <= 28 else words[:13] + "…" + words[-13:]
        self.source_button.setText(tr("Opening {name}…", name=shown) if is_opening else shown)
        self.source_button.setIcon(icon(icon_name))
        self.source_button.setAccessibleDescription(words)


class _Side(QWidget):
    """Buttons in a row, never narrower than their words; where it gets tight their keys go."""

    def __init__(self, buttons: Sequence[QToolButton], *, is_left: bool) -> None:
        super().__init__()
        self._buttons = buttons
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACING)
        if not is_left:
            row.addStretch(1)
        for button in buttons:
            row.addWidget(button)
        if is_left:
            row.addStretch(1)

    def minimumSizeHint(self) -> QSize:
        # WORKAROUND(PySide6 6.11.3): a `min-width` in the stylesheet, which all buttons have, makes a layout forget the
        # width that a button's words need.
        return QSize(self._width(with_keys=False), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        has_room = self._width(with_keys=True) <= self.width()
        for button in self._buttons:
            if isinstance(button, KeyButton):
                button.set_room(has_room)

    def _width(self, *, with_keys: bool) -> int:
        shown = [button for button in self._buttons if not button.isHidden()]
        words = sum(QToolButton.sizeHint(button).width() for button in shown)
        keys = sum(button.keys_width() for button in shown if isinstance(button, KeyButton)) if with_keys else 0
        return words + keys + SPACING * max(0, len(shown) - 1)


def _three_parts(left: Sequence[QToolButton], middle: QWidget, right: Sequence[QToolButton]) -> QWidget:
    page = QWidget()
    page.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    grid = QGridLayout(page)
    grid.setContentsMargins(0, 0, 0, 0)
    for column, buttons in ((0, left), (2, right)):
        grid.addWidget(_Side(buttons, is_left=column == 0), 0, column)
        grid.setColumnStretch(column, 1)
    grid.addWidget(middle, 0, 1)
    return page
