"""What the user changed about a data set, kept beside it: the files themselves stay as they are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import repeat
from typing import Any, Self

import numpy as np

from engine.network.data.annotation import Annotation
from engine.network.data.dataset import DataSet, Indices, Pixels, Stop, Told
from engine.network.data.specs import DataError
from engine.text import mark, one_line

LONGEST_CLASS_NAME = 80
MOST_CLASSES = 1000


@dataclass(frozen=True)
class Edits:
    """Pictures moved to another class or left out, classes renamed, added or left out. Undo is the former `Edits`.

    Pictures are named by their `identity`, classes by the names that are shown. `renamed` goes from the source's own
    name to the shown one; two classes that are shown under one name are one class.
    """

    relabelled: Mapping[str, str] = field(default_factory=dict)
    removed: frozenset[str] = frozenset()
    renamed: Mapping[str, str] = field(default_factory=dict)
    added: tuple[str, ...] = ()
    deleted: frozenset[str] = frozenset()

    def relabel(self, identities: Iterable[str], class_name: str) -> Self:
        """A copy in which these pictures belong to `class_name`."""
        return replace(self, relabelled={**self.relabelled, **dict.fromkeys(identities, class_name)})

    def remove(self, identities: Iterable[str]) -> Self:
        """A copy without these pictures."""
        return replace(self, removed=self.removed | frozenset(identities))

    def restore(self, identities: Iterable[str]) -> Self:
        """A copy in which these pictures are back."""
        return replace(self, removed=self.removed - frozenset(identities))

    def add_class(self, name: str) -> Self:
        """A copy with one more class, still without pictures."""
        name = checked_class_name(name)
        return self if name in self.added else replace(self, added=(*self.added, name))

    def rename_class(self, name: str, new: str) -> Self:
        """A copy in which a class is called `new`; where there is such a class already, the two become one."""
        new = checked_class_name(new)
        renamed = {source: new if shown == name else shown for source, shown in self.renamed.items()}
        if name not in self.deleted:
            renamed.setdefault(name, new)
        return replace(
            self,
            renamed={source: shown for source, shown in renamed.items() if source != shown},
            added=tuple(dict.fromkeys(new if each == name else each for each in self.added)),
            relabelled={key: new if shown == name else shown for key, shown in self.relabelled.items()},
        )

    def delete_class(self, name: str) -> Self:
        """A copy without that class and its pictures."""
        sources = {source for source, shown in self.renamed.items() if shown == name}
        if name not in self.renamed:
            sources.add(name)
        lost = frozenset(key for key, shown in self.relabelled.items() if shown == name)
        return replace(
            self,
            deleted=self.deleted | sources,
            renamed={source: shown for source, shown in self.renamed.items() if shown != name},
            added=tuple(each for each in self.added if each != name),
            relabelled={key: shown for key, shown in self.relabelled.items() if shown != name},
            removed=self.removed | lost,
        )

    def to_json(self) -> dict[str, Any]:
        """Plain data that `edits_from_json` turns back into equal edits."""
        return {
            "relabelled": dict(self.relabelled),
            "removed": sorted(self.removed),
            "renamed": dict(self.renamed),
            "added": list(self.added),
            "deleted": sorted(self.deleted),
        }


def edits_from_json(data: Any) -> Edits:
    """The edits that `Edits.to_json` described; what is missing was not edited."""
    if not isinstance(data, dict) or set(data) - {"relabelled", "removed", "renamed", "added", "deleted"}:
        raise _damaged()
    return Edits(
        relabelled=_texts_to_texts(data.get("relabelled", {})),
        removed=frozenset(_texts(data.get("removed", []))),
        renamed=_texts_to_texts(data.get("renamed", {})),
        added=tuple(checked_class_name(each) for each in _texts(data.get("added", []))),
        deleted=frozenset(_texts(data.get("deleted", []))),
    )


def checked_class_name(name: str) -> str:
    """`name` as one short line.

    >>> checked_class_name("  thumbs up ")
    'thumbs up'
    """
    line = one_line(name)
    if not line or len(line) > LONGEST_CLASS_NAME:
        raise DataError(
            mark("A class needs a name of 1 to {most} characters. Give it another name."), most=LONGEST_CLASS_NAME
        )
    return line


def edited(dataset: DataSet, edits: Edits) -> DataSet:
    """The data set as the user wants it; `dataset` itself when nothing was edited."""
    return dataset if edits == Edits() else EditedData(dataset, edits)


class EditedData(DataSet):
    """A view of another data set through `Edits`. `sources` holds each picture's place in the other."""

    def __init__(self, dataset: DataSet, edits: Edits) -> None:
        self.dataset = dataset
        shown = [None if name in edits.deleted else edits.renamed.get(name, name) for name in dataset.class_names]
        targets = dict.fromkeys([name for name in shown if name is not None] + [*edits.added])
        targets.update(dict.fromkeys(edits.relabelled.values()))
        self.class_names = tuple(targets)
        if len(self.class_names) > MOST_CLASSES:
            raise DataError(
                mark("There would be {count} classes, but at most {most} can be told apart here. Remove some."),
                count=len(self.class_names), most=MOST_CLASSES,
            )  # fmt: skip
        numbers = {name: number for number, name in enumerate(self.class_names)}
        new = np.array([-1 if name is None else numbers[name] for name in shown], np.int32)
        labels = new[dataset.labels] if len(new) else dataset.labels.copy()
        if edits.relabelled or edits.removed:
            # Of tens of thousands of pictures, while the window waits: the loops are those of Python itself.
            names, goes_to = dataset.identities(), {key: numbers[name] for key, name in edits.relabelled.items()}
            chosen = np.fromiter(map(goes_to.get, names, repeat(-1)), np.int32, len(names))
            labels = np.where(chosen >= 0, chosen, labels)
            labels[np.fromiter(map(edits.removed.__contains__, names), bool, len(names))] = -1
        self.sources: Indices = np.flatnonzero(labels >= 0)
        self.labels = labels[self.sources]
        self.name, self.shape, self.problems = dataset.name, dataset.shape, dataset.problems
        self.parts = None if dataset.parts is None else dataset.parts[self.sources]

    def identity(self, index: int) -> str:
        return self.dataset.identity(int(self.sources[index]))

    def identities(self) -> Sequence[str]:
        names = self.dataset.identities()
        return [names[index] for index in self.sources.tolist()]

    def picture(self, index: int, *, least: int = 0) -> Pixels:
        return self.dataset.picture(int(self.sources[index]), least=least)

    def annotation(self, index: int) -> Annotation | None:
        return self.dataset.annotation(int(self.sources[index]))

    def key(self, index: int) -> bytes:
        return self.dataset.key(int(self.sources[index]))

    def content_groups(self, *, told: Told | None = None, stop: Stop | None = None) -> Indices:
        return self.dataset.content_groups(told=told, stop=stop)[self.sources]


def _texts(data: Any) -> list[str]:
    if not isinstance(data, list) or not all(isinstance(each, str) for each in data):
        raise _damaged()
    return data


def _texts_to_texts(data: Any) -> dict[str, str]:
    if not isinstance(data, dict) or not all(isinstance(each, str) for pair in data.items() for each in pair):
        raise _damaged()
    return data


def _damaged() -> DataError:
    return DataError(mark("The list of changes to the data set is damaged. Open an earlier copy of the file."))
