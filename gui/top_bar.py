"""The bar on top: source on the left, workspaces in the middle, presenter and help on the right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAction, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QToolBar, QToolButton, QWidget

from gui.actions import Actions
from gui.icons import icon
from gui.sources_menu import SourcesMenu, source_words
from gui.text import tr
from gui.theme.appearance import Appearance
from gui.widgets.segmented import SegmentedControl

WORKSPACE = "kernels"
SPACING = 8
LEAST_NAME = 8
"""So many letters of a name stay at least."""


class KeyButton(QToolButton):
    """A button with an icon, a word, and its key in a quieter colour behind it."""

    def __init__(
        self, action: QAction, appearance: Appearance, *, shows_text: bool = True, shows_key: bool = False
    ) -> None:
        super().__init__()
        self._appearance = appearance
        self._keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText) if shows_key else ""
        self.setDefaultAction(action)
        self._shows_text = shows_text
        self.set_words(True)
        self.setAccessibleName(action.text())
        self.setAccessibleDescription(action.whatsThis())
        self._has_room = True

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width() + (self.keys_width() if self._has_room else 0), hint.height())

    def set_words(self, has_room: bool) -> None:
        """Whether there is room for the word; without it there is no key either."""
        shows_text = has_room and self._shows_text
        styles = Qt.ToolButtonStyle
        self.setToolButtonStyle(styles.ToolButtonTextBesideIcon if shows_text else styles.ToolButtonIconOnly)

    def has_words(self) -> bool:
        """Whether the word stands there."""
        return self.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonTextBesideIcon

    def word_width(self) -> int:
        """How much wider the word makes the button, or would make it."""
        if not self._shows_text:
            return 0
        metrics, icon_size = self.fontMetrics(), self._appearance.icon_size
        word = metrics.size(Qt.TextFlag.TextShowMnemonic, self.text()).width() + 2 * metrics.horizontalAdvance(" ")
        return icon_size + 4 + word - max(icon_size, self._appearance.control_height - 4)

    def set_room(self, has_room: bool) -> None:
        """Whether there is room for the key."""
        if has_room != self._has_room:
            self._has_room = has_room
            self.updateGeometry()
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._has_room and self.keys_width():
            painter = QPainter(self)
            painter.setFont(self._appearance.font("number_caption"))
            painter.setPen(self._appearance.colour("dim"))
            space = self.rect().adjusted(0, 0, -10, 0)
            painter.drawText(space, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self._keys)

    def keys_width(self) -> int:
        """How much wider the key makes the button."""
        if not self._keys or not self.has_words():
            return 0
        return self.fontMetrics().horizontalAdvance(self._keys) + 14


class NameButton(QToolButton):
    """A button with a menu, an icon and a name; `set_room` cuts the name in its middle where there is too little."""

    def __init__(self, title: str, hint: str) -> None:
        super().__init__()
        self._name, self._hint = "", hint
        self._room: int | None = None
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setToolTip(hint)
        self.setAccessibleName(title)

    def setText(self, name: str) -> None:
        self._name = name
        self._show_name()

    def set_room(self, room: int | None) -> None:
        """How wide the name may be; None: as wide as it is."""
        self._room = room
        self._show_name()

    def name_width(self) -> int:
        """How wide the whole name is."""
        return self.fontMetrics().horizontalAdvance(self._name)

    def least_width(self) -> int:
        """How wide the name is at least, when it is cut."""
        return min(self.name_width(), LEAST_NAME * self.fontMetrics().averageCharWidth())

    def cut_width(self) -> int:
        """How much of the name is cut."""
        return self.name_width() - self.fontMetrics().horizontalAdvance(self.text())

    def _show_name(self) -> None:
        shown = self._name
        if self._room is not None:
            shown = self.fontMetrics().elidedText(shown, Qt.TextElideMode.ElideMiddle, self._room)
        if shown != self.text():
            super().setText(shown)
        self.setToolTip(self._hint if shown == self._name else f"{self._name}\n{self._hint}")


class TopBar(QToolBar):
    """The one toolbar; it stays where it is."""

    def __init__(
        self, actions: Actions, sources: SourcesMenu, appearance: Appearance, parent: QWidget | None = None
    ) -> None:
        super().__init__(tr("Top bar"), parent)
        self.setObjectName("top_bar")
        self.setMovable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.source_button = NameButton(tr("Source"), tr("What is looked at: a sample, a file, a camera"))
        self.source_button.setMenu(sources)
        self.model_button = NameButton(
            tr("Network"), tr("The network that looks: one of the gallery, small or as published")
        )
        self.model_button.setIcon(icon("network"))
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
        self.addWidget(_ThreeParts(_Side(left, is_left=True), self.workspaces, _Side(right, is_left=False)))
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
    """Buttons in a row, never narrower than what they show; where it gets tight their keys go first."""

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
        return QSize(sum(self.widths(with_keys=False)), super().minimumSizeHint().height())

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            has_room = sum(self.widths(with_keys=True)) <= self.width()
            for button in self._buttons:
                if isinstance(button, KeyButton):
                    button.set_room(has_room)
        return super().event(event)

    def shown(self) -> list[QToolButton]:
        """The buttons of the workspace in front."""
        return [button for button in self._buttons if not button.isHidden()]

    def widths(self, *, with_keys: bool) -> list[int]:
        """What each button needs, with the space between them."""
        shown = self.shown()
        keys = sum(button.keys_width() for button in shown if isinstance(button, KeyButton)) if with_keys else 0
        return [*(QToolButton.sizeHint(button).width() for button in shown), keys, SPACING * max(0, len(shown) - 1)]


class _ThreeParts(QWidget):
    """Two sides around the middle. Where they lack room their words become icons, and then names are cut."""

    def __init__(self, left: _Side, middle: QWidget, right: _Side) -> None:
        super().__init__()
        self._sides, self._middle = (left, right), middle
        self._least = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        for column, part in enumerate((left, middle, right)):
            self._grid.addWidget(part, 0, column)
        for column in (0, 2):
            self._grid.setColumnStretch(column, 1)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._least, super().minimumSizeHint().height())

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._settle()
        return super().event(event)

    def _settle(self) -> None:
        buttons = [button for side in self._sides for button in side.shown()]
        worded = [button for button in buttons if isinstance(button, KeyButton)]
        named = [button for button in buttons if isinstance(button, NameButton)]
        whole = self._needed() + sum(button.word_width() for button in worded if not button.has_words())
        whole += sum(button.cut_width() for button in named)
        bare = whole - sum(button.word_width() for button in worded)
        names = sum(button.least_width() for button in named)
        least = bare - sum(button.name_width() for button in named) + names
        for button in worded:
            button.set_words(whole <= self.width())
        if bare <= self.width():
            for each in named:
                each.set_room(None)
        else:
            _share(named, max(names, names + self.width() - least))
        if least != self._least:
            self._least = least
            # The middle says that it needs less than its words do, for the same reason as the buttons.
            self._grid.setColumnMinimumWidth(1, self._middle.sizeHint().width())
            self.updateGeometry()

    def _needed(self) -> int:
        spacing = 2 * self._grid.horizontalSpacing()
        return sum(side.minimumSizeHint().width() for side in self._sides) + self._middle.sizeHint().width() + spacing


def _share(named: Sequence[NameButton], room: int) -> None:
    """Divide the room among the names: a short one leaves the others what it does not need."""
    for at, button in enumerate(sorted(named, key=NameButton.name_width)):
        given = min(button.name_width(), room // (len(named) - at))
        button.set_room(given)
        room -= given
