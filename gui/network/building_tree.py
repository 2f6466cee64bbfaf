"""The list of layers: selecting, and while a network is built dragging and everything that keys do to a layer."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QKeyCombination, Qt, Signal
from PySide6.QtGui import QDrag, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QTreeView, QWidget

from gui.models.layers import ENTRY, LayerEntry
from gui.text import tr

DUPLICATE = QKeyCombination(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_D)
_KEYS = {
    Qt.Key.Key_Delete: "remove",
    Qt.Key.Key_Backspace: "remove",
    Qt.Key.Key_F2: "rename",
}


class LayersTree(QTreeView):
    """Up and Down go from layer to layer. While editing: Del removes, Ctrl+D copies, Alt+Up/Down moves, F2 renames.

    Signals:
        asked(str, str): remove, duplicate, rename, up or down, and the layer that is meant.
        moved(str, str): this layer is to stand behind that one.
    """

    asked = Signal(str, str)
    moved = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.is_editing = False
        self._dropped: tuple[str, str] | None = None
        self.setHeaderHidden(True)
        self.setIndentation(14)
        self.setMouseTracking(True)
        self.setExpandsOnDoubleClick(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("Layers of the network"))
        self.setStyleSheet("QTreeView::item { padding: 0; border-radius: 0; } QTreeView::branch { background: none; }")
        self.setUniformRowHeights(True)

    def set_editing(self, is_editing: bool) -> None:
        """Let layers be dragged and edited, or only selected."""
        self.is_editing = is_editing
        modes = QAbstractItemView.DragDropMode
        self.setDragDropMode(modes.InternalMove if is_editing else modes.NoDragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(is_editing)

    def current(self) -> str:
        """The layer that is selected."""
        entry: LayerEntry | None = self.currentIndex().data(ENTRY) if self.currentIndex().isValid() else None
        return entry.path if entry is not None else ""

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._asking(event):
            event.accept()  # here these keys mean layers
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        what = self._asking(event)
        if what and self.current():
            self.asked.emit(what, self.current())
        else:
            super().keyPressEvent(event)

    def startDrag(self, _actions: Qt.DropAction) -> None:
        index = self.currentIndex()
        if not self.is_editing or not index.isValid():
            return
        drag = QDrag(self)
        drag.setMimeData(self.model().mimeData([index]))
        drag.setPixmap(self.viewport().grab(self.visualRect(index)))
        self._dropped = None
        drag.exec(Qt.DropAction.MoveAction)
        # Only now: lines that come and go under a drag that is still going on are more than Qt can bear.
        dropped, self._dropped = self._dropped, None
        if dropped is not None:
            self.moved.emit(*dropped)

    def dropEvent(self, event: QDropEvent) -> None:
        # The builder moves the layer and the lines follow it; Qt's own way would move lines of the model.
        place = event.position().toPoint()
        index = self.indexAt(place)
        row = index.row() if index.isValid() else self.model().rowCount() - 1
        if index.isValid() and place.y() <= self.visualRect(index).center().y():
            row -= 1
        dragged = self.current()
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        self.stopAutoScroll()
        self.setState(QAbstractItemView.State.NoState)
        self.viewport().update()
        if not dragged or not self.is_editing:
            return
        target = self.model().index(max(0, row), 0).data(ENTRY)
        if target is not None and target.path != dragged:
            self._dropped = (dragged, target.path)

    def _asking(self, event: QKeyEvent) -> str:
        if not self.is_editing:
            return ""
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            return {Qt.Key.Key_Up: "up", Qt.Key.Key_Down: "down"}.get(Qt.Key(event.key()), "")
        if event.keyCombination() == DUPLICATE:
            return "duplicate"
        return _KEYS.get(Qt.Key(event.key()), "") if event.modifiers() == Qt.KeyboardModifier.NoModifier else ""
