"""The layers of the open network as entries of a list, nested models with theirs inside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel

from engine.network.layers.layer import shape_text
from engine.network.table import Row
from gui.network.session import OpenNetwork
from gui.text import tr, translated

ENTRY = Qt.ItemDataRole.UserRole + 1
_NORMS = ("BatchNormalization", "LayerNormalization", "Normalization", "Rescaling")


@dataclass(frozen=True)
class LayerEntry:
    """One line: `role` colours its block; `reason` says why it has no maps to show, else it is empty.

    `problem` says why the layer does not fit where it stands, `kernels` which kernels were put into its filters.
    """

    path: str
    name: str
    kind: str
    title: str
    setting: str
    shape: str
    role: str
    reason: str = ""
    is_frozen: bool = False
    is_model: bool = False
    problem: str = ""
    kernels: str = ""

    @property
    def hint(self) -> str:
        """All that is known of it, for a tooltip."""
        lines = [f"{self.name} · {self.title}" if self.title else self.name]
        lines += [part for part in (self.setting, self.reason, self.problem, self.kernels) if part]
        if self.is_frozen:
            lines.append(tr("Frozen: training leaves it as it is."))
        return "\n".join(lines)


def role_of(kind: str, *, is_answer: bool = False) -> str:
    """The colour of a kind of layer: input blue, learnt kernels orange, normalisation purple, the answer green."""
    if is_answer:
        return "result"
    if kind == "InputLayer":
        return "input"
    if kind in _NORMS:
        return "bias"
    return "kernel" if "Conv" in kind or kind == "Dense" else "dim"


def entries_of(network: OpenNetwork) -> list[tuple[int, LayerEntry]]:
    """Each layer with how deep it is nested, in order."""
    facts = {fact.path: fact for fact in network.opened.layers}
    last = network.opened.layers[-1].path if network.opened.layers else ""
    if network.table is None:
        return [
            (0, LayerEntry(fact.path, fact.path, fact.kind, fact.kind, "", shape_text(fact.shape),
                           role_of(fact.kind, is_answer=fact.path == last)))
            for fact in network.opened.layers
        ]  # fmt: skip
    return [(row.depth, _entry(row, is_shown=row.path in facts, is_answer=row.path == last))
            for row in network.table.rows]  # fmt: skip


def _fill(item: QStandardItem, entry: LayerEntry) -> None:
    if item.data(ENTRY) == entry:
        return
    item.setText(entry.name)
    item.setData(entry, ENTRY)
    item.setToolTip(entry.hint)
    words = ", ".join(part for part in (entry.name, entry.title, entry.shape, entry.problem) if part)
    item.setData(words, Qt.ItemDataRole.AccessibleTextRole)
    item.setSelectable(not entry.reason or entry.is_model)


def _entry(row: Row, *, is_shown: bool, is_answer: bool) -> LayerEntry:
    reason = ""
    if row.is_model:
        reason = "" if is_shown else tr("A network inside the network. Unfold it to choose one of its layers.")
    elif not is_shown and row.kind == "InputLayer":
        reason = tr("The picture as it comes in; it has no maps of its own.")
    elif not is_shown:
        reason = tr("Keras does not compute this layer apart, so there are no maps to show.")
    return LayerEntry(
        path=row.path, name=row.name, kind=row.kind, title=translated(row.title),
        setting=translated(row.setting.template, **row.setting.values) if row.setting.template else "",
        shape=shape_text(row.output_shape), role=role_of(row.kind, is_answer=is_answer), reason=reason,
        is_frozen=row.params > 0 and row.trainable == 0, is_model=row.is_model,
    )  # fmt: skip


class LayersModel(QStandardItemModel):
    """A tree of `LayerEntry` under the role `ENTRY`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._items: dict[str, QStandardItem] = {}
        self._shape: list[tuple[int, str]] = []

    def set_network(self, network: OpenNetwork | None) -> None:
        """Show the layers of another network."""
        self.set_entries(entries_of(network) if network is not None else [])

    def set_entries(self, entries: Sequence[tuple[int, LayerEntry]]) -> None:
        """Show these layers; lines of layers that stay where they were only get other words."""
        shape = [(depth, entry.path) for depth, entry in entries]
        if shape != self._shape:
            self._shape = shape
            self._rebuild(entries)
        for _, entry in entries:
            _fill(self._items[entry.path], entry)

    def _rebuild(self, entries: Sequence[tuple[int, LayerEntry]]) -> None:
        self.clear()
        self._items.clear()
        above: list[QStandardItem] = []
        for depth, entry in entries:
            item = QStandardItem()
            item.setEditable(False)
            _fill(item, entry)
            del above[depth:]
            (above[-1] if above else self.invisibleRootItem()).appendRow(item)
            above.append(item)
            self._items[entry.path] = item

    def item_of(self, path: str) -> QStandardItem | None:
        """The line of a layer."""
        return self._items.get(path)
