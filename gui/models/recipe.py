"""The recipe as a list for views: the source first, then the stages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt

from engine.imaging.running import StageResult
from engine.imaging.stages.stage import Stage
from gui.models.recipe_edits import copied_text, move_stage
from gui.models.wording import shape_text, stage_summary, stage_title
from gui.session import SOURCE, Output, Session
from gui.text import sentence, tr, translated

ROW_MIME = "application/x-kernelscope-stage-row"

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Entry:
    """What the card of one row says."""

    title: str
    shape: str
    summary: str
    icon: str
    is_on: bool = True
    is_kernel: bool = False
    is_source: bool = False
    error: str = ""


class RecipeModel(QAbstractListModel):
    """One row for the source and one a stage; follows the session and changes it only through moves.

    `EntryRole` gives an `Entry`, `ThumbnailRole` the newest small picture as an array or None. A frame that changes
    neither the words nor the thumbnails changes nothing here, so a live picture costs the list nothing.
    """

    EntryRole = Qt.ItemDataRole.UserRole
    ThumbnailRole = Qt.ItemDataRole.UserRole + 1

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.is_following = False  # while the rows follow the session, views must not take a new current row for a wish
        self._session = session
        self._stages: tuple[Stage, ...] = session.recipe.stages
        self._thumbnails: tuple[np.ndarray | None, ...] = ()
        self._entries = self._new_entries()
        self._known_facts = self._facts()
        self._take_thumbnails(session.output)
        session.recipe_changed.connect(self._on_recipe_changed)
        session.output_changed.connect(self._on_output_changed)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else 1 + len(self._stages)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or not 0 <= index.row() < len(self._entries):
            return None
        entry = self._entries[index.row()]
        if role == self.EntryRole:
            return entry
        if role == self.ThumbnailRole:
            return self._thumbnails[index.row()] if index.row() < len(self._thumbnails) else None
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(part for part in (entry.title, entry.shape, entry.summary, entry.error) if part)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ". ".join(part for part in (entry.title, entry.shape, entry.summary, entry.error) if part)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags if index.row() == 0 else flags | Qt.ItemFlag.ItemIsDragEnabled

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [ROW_MIME]

    def mimeData(self, indexes: list[QModelIndex]) -> QMimeData:  # type: ignore[override]
        data = QMimeData()
        row = indexes[0].row()
        data.setData(ROW_MIME, str(row).encode())
        data.setText(copied_text(self._session, row - 1))
        return data

    def canDropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        return data.hasFormat(ROW_MIME)

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        """Let the dragged stage stand before the stage that is in `row` now; nothing can stand before the source."""
        if not self.canDropMimeData(data, action, row, column, parent):
            return False
        dragged = int(bytes(data.data(ROW_MIME).data()))
        if row < 0:
            row = parent.row() if parent.isValid() else self.rowCount()
        row = max(1, row)
        target = row - 1 if row > dragged else row
        move_stage(self._session, dragged - 1, target - 1)
        return True

    def _on_recipe_changed(self) -> None:
        self.is_following = True
        self._follow_recipe()
        self.is_following = False

    def _follow_recipe(self) -> None:
        before, after = self._stages, self._session.recipe.stages
        first = 1 + _common(before, after)
        added, removed = max(0, len(after) - len(before)), max(0, len(before) - len(after))
        if added:
            self.beginInsertRows(QModelIndex(), first, first + added - 1)
        elif removed:
            first = min(first, 1 + len(after))
            self.beginRemoveRows(QModelIndex(), first, first + removed - 1)
        self._stages = after
        if added or removed:
            # The small pictures keep to their cards until the next frame brings new ones.
            kept = (*self._thumbnails, *(None,) * (1 + len(before) - len(self._thumbnails)))
            self._thumbnails = (*kept[:first], *(None,) * added, *kept[first + removed :])
            new = [stage_entry(stage, None) for stage in after[first - 1 : first - 1 + added]]
            self._entries = [*self._entries[:first], *new, *self._entries[first + removed :]]
        if added:
            self.endInsertRows()
        elif removed:
            self.endRemoveRows()
        self._refresh()

    def _on_output_changed(self, output: Output | None) -> None:
        self._take_thumbnails(output)
        self._refresh()

    def _take_thumbnails(self, output: Output | None) -> None:
        if output is None or output.thumbnails is self._thumbnails or not _is_of(output, self._stages):
            return
        before, self._thumbnails = self._thumbnails, output.thumbnails
        for row in range(self.rowCount()):
            if _at(before, row) is not _at(self._thumbnails, row):
                self.dataChanged.emit(self.index(row), self.index(row), [self.ThumbnailRole])

    def _refresh(self) -> None:
        facts = self._facts()
        if facts == self._known_facts:
            return
        self._known_facts = facts
        fresh = self._new_entries()
        before, self._entries = self._entries, fresh
        for row, (old, new) in enumerate(zip(before, fresh, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(row), self.index(row), [self.EntryRole, Qt.ItemDataRole.DisplayRole])

    def _facts(self) -> tuple[object, ...]:
        """Everything that the cards' words depend on, so that a frame that changes none of it is passed over."""
        output = self._session.output
        frame = output.frame if output is not None else None
        source = (frame.image.shape, frame.title, frame.note) if frame is not None else None
        results = tuple(
            (result.image.shape if result.image is not None else None, str(result.error))
            if result is not None
            else None
            for result in results_of(output, self._stages)
        )
        return (source, self._stages, results)

    def _new_entries(self) -> list[Entry]:
        output = self._session.output
        results = results_of(output, self._stages)
        return [source_entry(output), *(stage_entry(*pair) for pair in zip(self._stages, results, strict=True))]


def results_of(output: Output | None, stages: tuple[Stage, ...]) -> tuple[StageResult | None, ...]:
    """The newest result of each stage.

    While a slider is dragged the newest result is a frame behind the settings; it still counts, so that no figure
    flickers. Where the recipe has another structure by now there are none.
    """
    if output is None or not _is_of(output, stages):
        return (None,) * len(stages)
    return output.results


def source_entry(output: Output | None) -> Entry:
    """The card of the source."""
    if output is None:
        return Entry(tr("Source"), "–", tr("no picture yet"), "picture", is_source=True)
    frame = output.frame
    summary = ", ".join(part for part in (translated(frame.title), translated(frame.note)) if part)
    return Entry(tr("Source"), shape_text(frame.image.shape), summary, "picture", is_source=True)


def stage_entry(stage: Stage, result: StageResult | None) -> Entry:
    """The card of a stage."""
    image = result.image if result is not None else None
    return Entry(
        title=stage_title(stage),
        shape=shape_text(image.shape if image is not None else None),
        summary=stage_summary(stage, result),
        icon=stage.ICON,
        is_on=stage.is_on,
        is_kernel=stage.KIND in ("convolution", "transposed"),
        error=sentence(result.error) if result is not None and result.error is not None else "",
    )


def row_of(selection: int) -> int:
    """The row in which a session's selection is shown."""
    return selection - SOURCE


def _is_of(output: Output, stages: tuple[Stage, ...]) -> bool:
    kinds = [stage.KIND for stage in output.recipe.stages]
    return len(output.results) == len(stages) and kinds == [stage.KIND for stage in stages]


def _common(first: tuple[Stage, ...], second: tuple[Stage, ...]) -> int:
    count = 0
    for one, other in zip(first, second, strict=False):
        if one is not other and one != other:
            break
        count += 1
    return count


def _at(thumbnails: tuple[np.ndarray | None, ...], row: int) -> np.ndarray | None:
    return thumbnails[row] if row < len(thumbnails) else None
