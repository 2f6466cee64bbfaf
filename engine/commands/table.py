"""`main.py table MODEL [--json]`: the parameter table of a network, in a terminal or for another program."""

from __future__ import annotations

from pathlib import Path

from engine.errors import UserError
from engine.network.catalogue import NETWORKS, architecture_of, gallery_ids
from engine.network.describing.model import SizeNeededError
from engine.network.reading.opening import read_architecture
from engine.network.table import Table, table_of
from engine.network.table_export import as_json, as_text
from engine.text import mark


def table_text(model: str, *, is_json: bool = False, side: int | None = None) -> str:
    """The table of `model`, an id of the gallery or a file, as text for people or as JSON.

    `side` is the height and width for a model that takes pictures of any size.
    """
    table = model_table(model, side=side)
    return as_json(table) if is_json else as_text(table)


def model_table(model: str, *, side: int | None = None) -> Table:
    """The table of a network of the gallery, or of the one in a file or folder; its weights are not read."""
    if model in gallery_ids():
        return _with_side(table_of(architecture_of(model)), model, side)
    if not model or not Path(model).exists():
        raise UserError(
            mark("“{model}” is no file and no network of the gallery. There are: {known}."),
            model=model[:200], known=", ".join(card.id for card in NETWORKS),
        )  # fmt: skip
    sides = None if side is None else (side, side)
    try:
        return _with_side(table_of(read_architecture(Path(model), sides=sides)), model, side)
    except SizeNeededError:
        raise UserError(
            mark("“{model}” takes pictures of any size. Say which one, for example with --size 224."), model=model
        ) from None


def _with_side(table: Table, model: str, side: int | None) -> Table:
    """The table, unless a side was asked for that the network does not take."""
    taken = [row.output_shape for row in table.layers if row.kind == "InputLayer"]
    if side is not None and not any(side in shape[:-1] for shape in taken):
        raise UserError(
            mark("“{model}” always takes {shape}. Leave --size away."),
            model=model, shape=" and ".join("×".join(map(str, shape)) for shape in taken),
        )  # fmt: skip
    return table
