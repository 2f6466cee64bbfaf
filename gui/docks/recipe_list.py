"""The list of cards: selecting, dragging, and everything that keys do to a stage."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt
from PySide6.QtGui import QDropEvent, QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QWidget

from engine.errors import UserError
from gui.docks.recipe_card import RecipeCard
from gui.models.recipe import RecipeModel, row_of
from gui.models.recipe_edits import copied_text, duplicate_stage, move_stage, paste_text, remove_stage, toggle_stage
from gui.session import SOURCE, Session
from gui.text import tr
from gui.theme.appearance import Appearance

_KEYS = (QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.Paste)
# Not the standard keys for deleting: among those of X11 is Ctrl+D, which duplicates here.
_REMOVING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
NARROWEST = 220
_USUAL_LINE = "3×3 · same · stride 1"


class RecipeList(QListView):
    """Follows and sets the session's selection. Keys: Del removes, Alt+Up/Down moves, Ctrl+C/V copies and pastes."""

    def __init__(
        self,
        session: Session,
        appearance: Appearance,
        *,
        on_error: Callable[[UserError], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._appearance = appearance
        self._on_error = on_error
        self._card = RecipeCard(appearance, self)
        self.setModel(RecipeModel(session, self))
        self.setItemDelegate(self._card)
        self.setAccessibleName(tr("Stages of the recipe"))
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(True)
        self.setStyleSheet("QListView::item { padding: 0; } QListView::item:focus { border: none; }")
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        session.selection_changed.connect(self._show_selection)
        session.recipe_changed.connect(self._show_selection)
        appearance.changed.connect(self._on_appearance_changed)
        self._keep_readable()
        self._show_selection()

    def recipe_model(self) -> RecipeModel:
        """The model behind the cards."""
        model = self.model()
        assert isinstance(model, RecipeModel)
        return model

    def copy(self) -> None:
        """Put the selected stage into the clipboard as text."""
        text = copied_text(self._session, self._session.selection)
        if text:
            QGuiApplication.clipboard().setText(text)

    def paste(self) -> None:
        """Put the stages whose text is in the clipboard behind the selected one."""
        try:
            paste_text(self._session, QGuiApplication.clipboard().text())
        except UserError as error:
            self._on_error(error)

    def event(self, event: QEvent) -> bool:
        is_asked = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if is_asked and (event.key() in _REMOVING or any(event.matches(each) for each in _KEYS)):  # type: ignore[attr-defined]
            event.accept()  # here these keys mean stages, not the window's pictures
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        selected = self._session.selection
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif event.key() in _REMOVING:
            remove_stage(self._session, selected)
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier and step is not None:
            move_stage(self._session, selected, selected + step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            toggle_stage(self._session, selected)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        is_eye = index.row() > 0 and self._card.is_on_eye(self.visualRect(index), event.position().toPoint())
        if is_eye and event.button() == Qt.MouseButton.LeftButton:
            self._on_eye_clicked(index.row())
            return
        super().mousePressEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        # The session moves the stage and the rows follow it; Qt's own way would move rows of the model.
        place = event.position().toPoint()
        index = self.indexAt(place)
        row = self.model().rowCount()
        if index.isValid():
            row = index.row() + (1 if place.y() > self.visualRect(index).center().y() else 0)
        if self.model().dropMimeData(event.mimeData(), Qt.DropAction.MoveAction, row, 0, QModelIndex()):
            event.accept()
        self.stopAutoScroll()
        self.setState(QAbstractItemView.State.NoState)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.scheduleDelayedItemsLayout()

    def duplicate(self) -> None:
        """Copy the selected stage behind itself."""
        duplicate_stage(self._session, self._session.selection)

    def _on_eye_clicked(self, row: int) -> None:
        toggle_stage(self._session, row - 1)

    def _on_current_changed(self, current: QModelIndex) -> None:
        if current.isValid() and not self.recipe_model().is_following:
            self._session.select(current.row() + SOURCE)

    def _show_selection(self) -> None:
        index = self.model().index(row_of(self._session.selection), 0)
        if index.isValid() and index != self.currentIndex():
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.scrollTo(index)

    def _on_appearance_changed(self) -> None:
        self._card.forget()
        self._keep_readable()
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def _keep_readable(self) -> None:
        # Wide enough for a thumbnail and a usual line beside it, also in a presenter's and in a reader's large type.
        words = self._appearance.text_width(_USUAL_LINE, "caption")
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent, None, self)
        self.setMinimumWidth(max(NARROWEST, words + self._card.around_words() + bar))
