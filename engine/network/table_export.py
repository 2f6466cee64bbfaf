"""The parameter table as text: for a terminal, a spreadsheet, a page, or another program."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from html import escape
from typing import Any

from engine.network.layers.layer import shape_text
from engine.network.table import ReceptiveField, Row, Table

HEADINGS = (
    "Name", "Kind", "Setting", "Output", "Values", "Parameters", "Trainable", "Formula", "Multiply-adds",
    "Memory (bytes)", "Receptive field", "Share",
)  # fmt: skip
_RIGHT = {"Values", "Parameters", "Trainable", "Multiply-adds", "Memory (bytes)", "Share"}
_IN_TERMINAL = (
    "Name", "Kind", "Setting", "Output", "Values", "Parameters", "Multiply-adds", "Receptive field",
)  # fmt: skip


def as_json(table: Table) -> str:
    """The table for other programs: `layers`, one object a layer, and `totals`.

    Layers inside nested models are named by path. Shapes leave out the batch axis. `params` of a layer that uses
    another's weights are 0, so that sums are right. A receptive field is its size, its stride (null where all values
    see the same) and where the first one starts, each vertical first.
    """
    layers = [
        {
            "name": row.path,
            "kind": row.kind,
            "output_shape": list(row.output_shape),
            "activations": row.activations,
            "params": 0 if row.is_shared else row.params,
            "trainable": 0 if row.is_shared else row.trainable,
            "macs": row.macs,
            "receptive_field": _field_json(row.receptive_field),
        }
        for row in table.layers
    ]
    totals = {"params": table.totals.params, "trainable": table.totals.trainable, "macs": table.totals.macs}
    # Nothing but ASCII: pipes on some systems cannot carry more.
    return json.dumps({"layers": layers, "totals": totals}, indent=2) + "\n"


def as_csv(table: Table, *, batch: int = 1) -> str:
    """The table for a spreadsheet, numbers without separators."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(HEADINGS)
    for row in table.rows:
        writer.writerow([_unevaluated(cell) for cell in _cells(row, batch, grouped=False)])
    writer.writerow(_totals(table, batch, grouped=False))
    return text.getvalue()


def as_markdown(table: Table, *, batch: int = 1) -> str:
    """The table for a page of notes."""
    lines = [_line(HEADINGS), _line(["---:" if heading in _RIGHT else "---" for heading in HEADINGS])]
    lines += [_line(_cells(row, batch)) for row in table.rows]
    lines.append(_line([f"**{cell}**" if cell else "" for cell in _totals(table, batch)]))
    return "\n".join(lines) + "\n"


def as_html(table: Table, *, batch: int = 1) -> str:
    """The table as a page of its own, without scripts or anything from outside."""
    rows = ["<tr>" + "".join(f"<th>{escape(heading)}</th>" for heading in HEADINGS) + "</tr>"]
    rows += [_html_row(_cells(row, batch), "td") for row in table.rows]
    rows.append(_html_row(_totals(table, batch), "th"))
    return (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
        f"<title>{escape(table.name)}</title>\n<style>\n"
        "table { border-collapse: collapse; font: 14px sans-serif; }\n"
        "th, td { padding: 4px 8px; border-bottom: 1px solid #dde1e7; text-align: left; }\n"
        ".number { text-align: right; font-variant-numeric: tabular-nums; }\n"
        "</style></head>\n<body><h1>" + escape(table.name) + "</h1>\n<table>\n" + "\n".join(rows) + "\n</table>\n"
        "</body></html>\n"
    )


def as_text(table: Table) -> str:
    """The table for a terminal: columns under each other, the formula beside the number it gives."""
    picked = [HEADINGS.index(heading) for heading in _IN_TERMINAL]
    lines = [list(_IN_TERMINAL)]
    for row in table.rows:
        cells = _cells(row, 1)
        cells[HEADINGS.index("Name")] = "  " * row.depth + row.name
        cells[HEADINGS.index("Parameters")] = _parameters_text(row)
        lines.append([cells[index] for index in picked])
    totals = table.totals
    widths = [max(len(line[column]) for line in lines) for column in range(len(picked))]
    aligned = [
        "  ".join(
            cell.rjust(width) if heading in _RIGHT and heading != "Parameters" else cell.ljust(width)
            for cell, width, heading in zip(line, widths, _IN_TERMINAL, strict=True)
        ).rstrip()
        for line in lines
    ]
    rule = "-" * max(map(len, aligned))
    return "\n".join(
        [
            table.name, "", aligned[0], rule, *aligned[1:], rule,
            f"{totals.layers:,} layers · {totals.params:,} parameters "
            f"({totals.trainable:,} trainable, {totals.fixed:,} not) · {totals.macs:,} multiply-adds · "
            f"{totals.activations:,} values",
        ]
    ) + "\n"  # fmt: skip


def _parameters_text(row: Row) -> str:
    if row.is_shared:
        return "(shared)"
    if row.formula is None:
        return f"{row.params:,}"
    if not row.params:
        return "0"
    return str(row.formula)


def _cells(row: Row, batch: int, *, grouped: bool = True) -> list[str]:
    formula = "" if row.formula is None or not row.params else str(row.formula)
    return [
        row.path,
        row.kind,
        str(row.setting),
        shape_text(row.output_shape),
        _number(row.activations, grouped),
        "shared" if row.is_shared else _number(row.params, grouped),
        "shared" if row.is_shared else _number(row.trainable, grouped),
        formula,
        _number(row.macs, grouped),
        _number(row.memory(batch), grouped),
        "" if row.receptive_field is None else str(row.receptive_field),
        f"{100 * row.share:.1f}%",
    ]


def _totals(table: Table, batch: int, *, grouped: bool = True) -> list[str]:
    totals = table.totals
    numbers = {
        "Name": "Total",
        "Values": _number(totals.activations, grouped),
        "Parameters": _number(totals.params, grouped),
        "Trainable": _number(totals.trainable, grouped),
        "Multiply-adds": _number(totals.macs, grouped),
        "Memory (bytes)": _number(totals.memory(batch), grouped),
    }
    return [numbers.get(heading, "") for heading in HEADINGS]


def _number(number: int, grouped: bool) -> str:
    return f"{number:,}" if grouped else str(number)


def _field_json(field: ReceptiveField | None) -> Any:
    if field is None:
        return None
    stride = None if field.stride is None else [_plain(step) for step in field.stride]
    return {"size": list(field.size), "stride": stride, "offset": list(field.offset)}


def _plain(step: Any) -> int | float:
    return int(step) if step.denominator == 1 else float(step)


def _unevaluated(cell: str) -> str:
    # A spreadsheet would run a cell that starts like a formula; names come from files.
    return f"'{cell}" if cell[:1] in ("=", "+", "-", "@", "\t", "\r") else cell


def _line(cells: Sequence[str]) -> str:
    escaped = (cell.replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;") for cell in cells)
    return "| " + " | ".join(escaped) + " |"


def _html_row(cells: Sequence[str], tag: str) -> str:
    parts = []
    for heading, cell in zip(HEADINGS, cells, strict=True):
        kind = ' class="number"' if heading in _RIGHT else ""
        parts.append(f"<{tag}{kind}>{escape(cell)}</{tag}>")
    return "<tr>" + "".join(parts) + "</tr>"
