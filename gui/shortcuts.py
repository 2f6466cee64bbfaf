"""The shortcut sheet: every action and its keys, drawn from the one table of actions."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from gui.actions import KEY_NOTES, MENUS, Actions
from gui.text import tr, translated
from gui.widgets.labels import label

COLUMNS = 3
WIDEST, HIGHEST = 1300, 700


class ShortcutSheet(QDialog):
    """One sheet with all actions in the order of the menus."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Keyboard shortcuts"))
        columns = QHBoxLayout()
        columns.setSpacing(32)
        stacks = [QVBoxLayout() for _ in range(COLUMNS)]
        lengths = [0] * COLUMNS
        for menu in MENUS:
            rows = _rows(actions, menu)
            shortest = lengths.index(min(lengths))
            stacks[shortest].addLayout(_section(translated(menu), rows))
            lengths[shortest] += len(rows) + 2
        for stack in stacks:
            stack.setSpacing(16)
            stack.addStretch(1)
            columns.addLayout(stack, 1)
        page = QWidget()
        page.setLayout(columns)
        area = QScrollArea()
        area.setWidgetResizable(True)
        # Long names go on in a second line instead: a sheet that has to be pushed sideways is not read.
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(page)
        area.setAccessibleName(tr("Keyboard shortcuts"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.addWidget(area)
        layout.addWidget(buttons)
        room = self.screen().availableSize()
        width = min(WIDEST, room.width() - 40, page.sizeHint().width() + 80)
        self.resize(width, min(HIGHEST, room.height() - 60, page.heightForWidth(width - 80) + 90))


def _rows(actions: Actions, menu: str) -> list[tuple[str, str]]:
    rows = [(action.text().rstrip("…"), keys_of(action.shortcuts())) for _, action in actions.of_menu(menu)]
    return rows + [(translated(note.text), translated(note.keys)) for note in KEY_NOTES if note.menu == menu]


def keys_of(sequences: list[QKeySequence]) -> str:
    """Keys as the platform writes them."""
    return "   ".join(each.toString(QKeySequence.SequenceFormat.NativeText) for each in sequences)


def _section(title: str, rows: list[tuple[str, str]]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(6)
    grid.setColumnStretch(0, 1)
    grid.addWidget(label(title, face="section"), 0, 0, 1, 2)
    for row, (text, keys) in enumerate(rows, start=1):
        grid.addWidget(label(text, wraps=True), row, 0)
        grid.addWidget(label(keys, face="number_caption"), row, 1, Qt.AlignmentFlag.AlignRight)
    return grid
