"""The columns of the parameter table: what each says of a layer, in which words, and how it is sorted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from engine.network.layers.layer import shape_text
from engine.network.table import Row
from gui.text import tr, translated


@dataclass(frozen=True)
class Column:
    """One column: its heading and help, the text of a cell, what to sort by, and whether it holds numbers."""

    key: str
    title: str
    help: str
    text: Callable[[Row, int], str]
    rank: Callable[[Row, int], Any]
    is_number: bool = True


def columns() -> tuple[Column, ...]:
    """The columns, the most telling first; translated when asked for."""
    return (
        Column("layer", tr("layer"), tr("The layer's name; layers of a nested model stand indented under it."),
               lambda row, _: row.name, lambda row, _: row.name.lower(), is_number=False),
        Column("output", tr("output"), tr("Shape of what comes out: height × width × channels, or values."),
               lambda row, _: shape_text(row.output_shape), lambda row, _: row.activations),
        Column("params", tr("parameters"), tr("How many numbers the layer learns, with the formula filled in."),
               lambda row, _: _params(row), lambda row, _: row.params),
        Column("macs", tr("mult-adds"), tr("Multiplications, each with its addition, for one picture."),
               lambda row, _: short_text(row.macs), lambda row, _: row.macs),
        Column("sees", tr("sees"), tr("Receptive field: how many pixels of the picture one value looks at."),
               lambda row, _: _field(row), lambda row, _: _field_rank(row)),
        Column("share", tr("share"), tr("Part of all parameters."),
               lambda row, _: "" if row.is_shared or not row.params else f"{100 * row.share:.1f}%",
               lambda row, _: row.share),
        Column("kind", tr("kind"), tr("What the layer does, and its name in Keras."),
               lambda row, _: translated(row.title), lambda row, _: translated(row.title).lower(), is_number=False),
        Column("setting", tr("setting"), tr("The settings that matter."),
               lambda row, _: setting_text(row), lambda row, _: setting_text(row), is_number=False),
        Column("values", tr("values"), tr("Activations: how many numbers come out for one picture."),
               lambda row, _: f"{row.activations:,}", lambda row, _: row.activations),
        Column("trainable", tr("trainable"), tr("Parameters that training changes; the others are frozen or measured."),
               lambda row, _: f"{row.trainable:,}", lambda row, _: row.trainable),
        Column("memory", tr("memory"), tr("Values of a whole batch and parameters, as 32-bit numbers."),
               lambda row, batch: bytes_text(row.memory(batch)), lambda row, batch: row.memory(batch)),
        Column("step", tr("step"), tr("How many pixels of the picture lie between the fields of neighbouring values."),
               lambda row, _: _step(row), lambda row, _: _step(row)),
    )  # fmt: skip


def bytes_text(count: int) -> str:
    """Bytes in the unit that suits them.

    >>> bytes_text(2432), bytes_text(31 * 1024 * 1024)
    ('2.4 KB', '31 MB')
    """
    size = float(count)
    for unit in ("B", "KB", "MB", "GB"):
        if size < 1024 or unit == "GB":
            break
        size /= 1024
    return f"{size:.0f} {unit}" if size >= 10 or unit == "B" else f"{size:.1f} {unit}"


def _params(row: Row) -> str:
    if row.is_shared:
        return tr("shared")
    return f"{row.params:,}" if row.formula is None or not row.params else str(row.formula)


def short_text(count: int) -> str:
    if count < 10_000:
        return f"{count:,}" if count else "–"
    for unit, step in (("k", 1e3), ("M", 1e6), ("G", 1e9), ("T", 1e12)):
        if count < 999.5 * step or unit == "T":
            break
    number = count / step
    return (
        f"{number:.2f} {unit}"
        if number < 9.995
        else f"{number:.1f} {unit}"
        if number < 99.95
        else f"{number:.0f} {unit}"
    )


def _field(row: Row) -> str:
    if row.receptive_field is None:
        return ""
    height, width = row.receptive_field.size
    return str(height) if height == width else f"{height}×{width}"


def _field_rank(row: Row) -> int:
    return 0 if row.receptive_field is None else row.receptive_field.size[0] * row.receptive_field.size[1]


def _step(row: Row) -> str:
    stride = row.receptive_field.stride if row.receptive_field is not None else None
    if stride is None:
        return ""
    return str(stride[0]) if stride[0] == stride[1] else f"{stride[0]}, {stride[1]}"


def setting_text(row: Row) -> str:
    return translated(row.setting.template, **row.setting.values) if row.setting.template else ""


def searched_text(row: Row) -> str:
    return " ".join(
        (row.path, row.kind, translated(row.title), setting_text(row), shape_text(row.output_shape))
    ).lower()
