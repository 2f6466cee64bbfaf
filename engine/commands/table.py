"""`main.py table MODEL [--json]`: the parameter table of a network, in a terminal or for another program."""

from __future__ import annotations

from pathlib import Path

from engine.errors import UserError
from engine.network.catalogue import NETWORKS, architecture_of, gallery_ids
from engine.network.table import Table, table_of
from engine.network.table_export import as_json, as_text
from engine.text import mark


def table_text(model: str, *, is_json: bool = False) -> str:
    """The table of `model`, an id of the gallery, as text for people or as JSON."""
    table = model_table(model)
    return as_json(table) if is_json else as_text(table)


def model_table(model: str) -> Table:
    """The table of a network by its gallery id."""
    if model in gallery_ids():
        return table_of(architecture_of(model))
    if Path(model).exists():
        raise UserError(
            mark("“{model}” is a file; tables of files cannot be made yet. Give the id of a network of the gallery: "
                 "{known}."),
            model=model, known=", ".join(card.id for card in NETWORKS),
        )  # fmt: skip
    raise UserError(
        mark("“{model}” is no file and no network of the gallery. There are: {known}."),
        model=model[:200], known=", ".join(card.id for card in NETWORKS),
    )  # fmt: skip
