"""Changing the data set: recorded pictures themselves, or how the pictures of others are seen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject

from engine.errors import UserError
from engine.network.data.specs import RecordedData
from gui.text import tr
from gui.train.part_words import part_words
from gui.train.recorder import Recorder
from gui.train.session import TrainSession
from gui.train.undoing import DoneStep


class Editing(QObject):
    """What the user does to classes and pictures. Files that are not ours stay as they are; all of it can be undone."""

    def __init__(self, session: TrainSession, recorder: Recorder, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._recorder = session, recorder
        recorder.stepped.connect(self._on_recorded)
        recorder.moved.connect(self._on_moved)

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

    def keep_for(self, identities: Sequence[str], part: str) -> None:
        """Put pictures into a part by hand: train, validation or test. All others stay where they are."""
        words = tr("keeping {count} pictures for {part}", count=len(identities), part=part_words(part).lower())
        self._session.split(self._session.job.split.put(identities, part), words)

    def let_go(self, identities: Sequence[str]) -> None:
        """Let pictures go where they would without hands."""
        words = tr("letting {count} pictures go", count=len(identities))
        self._session.split(self._session.job.split.let_go(identities), words)

    def split_by(self, kind: str) -> None:
        """Split as the files say, by ratio or by hand; what was put by hand comes back with the last."""
        self._session.split(self._session.job.split.turned(kind), tr("splitting in another way"))

    def undo(self) -> None:
        """Take the last change back."""
        self._session.undo_stack.undo()

    def redo(self) -> None:
        """Make it again. What was done to recorded pictures cannot be done again by itself."""
        self._session.undo_stack.redo()

    def _on_recorded(self, steps: int) -> None:
        """The recorded pictures were changed: so many more steps can be taken back now; none at all with 0."""
        if not steps:
            self._session.undo_stack.clear()
            self._session.change(split=self._session.job.split.emptied())
        for _ in range(steps):
            self._session.undo_stack.push(DoneStep("", self._recorder.undo))

    def _on_moved(self, moved: Mapping[str, str]) -> None:
        """Recorded pictures that are moved are named anew; what was put by hand stays with them."""
        split = self._session.job.split
        renamed = {moved[key]: part for key, part in split.by_hand.items() if key in moved}
        if renamed:
            self._session.change(split=replace(split, by_hand={**split.by_hand, **renamed}))
