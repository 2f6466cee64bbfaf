"""Changing the data set: recorded pictures themselves, or how the pictures of others are seen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject

from engine.errors import UserError
from engine.network.data.specs import RecordedData
from gui.text import tr
from gui.train.recorder import Recorder
from gui.train.session import TrainSession


class Editing(QObject):
    """What the user does to classes and pictures. Files that are not ours stay as they are; all of it can be undone."""

    def __init__(self, session: TrainSession, recorder: Recorder, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._recorder = session, recorder

    @property
    def is_recorded(self) -> bool:
        """Whether the open pictures are ours."""
        data = self._session.data
        return data is not None and isinstance(data.spec, RecordedData)

    def add_class(self) -> None:
        """One more class, still without pictures."""
        data = self._session.data
        if data is None:
            return
        number = len(data.dataset.class_names) + 1
        while (name := tr("Class {number}", number=number)) in data.dataset.class_names:
            number += 1
        if self.is_recorded:
            self._recorder.add_class(name)
        else:
            self._session.edit(data.edits.add_class(name), tr("adding a class"))

    def rename_class(self, name: str, new: str) -> None:
        """Another name for a class."""
        data = self._session.data
        if data is None:
            return
        if self.is_recorded:
            self._recorder.rename_class(name, new)
            return
        try:
            self._session.edit(data.edits.rename_class(name, new), tr("renaming a class"))
        except UserError as error:
            self._session.refuse(error)

    def delete_class(self, name: str) -> None:
        """A class goes, with its pictures."""
        data = self._session.data
        if self.is_recorded:
            self._recorder.delete_class(name)
        elif data is not None:
            self._session.edit(data.edits.delete_class(name), tr("removing a class"))

    def remove(self, identities: Sequence[str]) -> None:
        """Leave pictures out, or delete them where they are ours."""
        data = self._session.data
        if self.is_recorded:
            self._recorder.delete(identities)
        elif data is not None:
            words = tr("leaving out {count} pictures", count=len(identities))
            self._session.edit(data.edits.remove(identities), words)

    def move(self, identities: Sequence[str], name: str) -> None:
        """Put pictures into another class."""
        data = self._session.data
        if self.is_recorded:
            self._recorder.move(identities, name)
        elif data is not None:
            words = tr("moving {count} pictures to {name}", count=len(identities), name=name)
            self._session.edit(data.edits.relabel(identities, name), words)

    def undo(self) -> None:
        """Take the last change back."""
        if self.is_recorded:
            self._recorder.undo()
        else:
            self._session.undo_stack.undo()

    def redo(self) -> None:
        """Make it again. What was done to recorded pictures cannot be done again by itself."""
        if not self.is_recorded:
            self._session.undo_stack.redo()
