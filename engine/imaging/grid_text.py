"""Grids of numbers as text: what a spreadsheet, a textbook or NumPy puts on the clipboard, and back."""

from __future__ import annotations

import math
import re

import numpy as np

from engine.imaging.cards import LARGEST_SIZE
from engine.imaging.kernel_choice import KernelError
from engine.imaging.types import Weights
from engine.text import mark

_LONGEST = 100_000
_LONGEST_NUMBER = 80
_NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?", re.IGNORECASE)


def parse_grid(text: str) -> Weights:
    """The numbers of a pasted grid as a float32 array (height, width).

    Rows stand on lines, or in brackets of their own. Cells are parted by tabs, semicolons, commas or spaces. Numbers
    may have a decimal comma where the comma does not part the cells, and may be fractions such as 1/9.

    >>> parse_grid("0,5; 1; 1/2").tolist()
    [[0.5, 1.0, 0.5]]
    """
    if len(text) > _LONGEST:
        raise KernelError(
            mark("That is too much text for a kernel. Copy at most {limit} × {limit} numbers."), limit=LARGEST_SIZE
        )
    lines = _lines(text)
    if not lines:
        raise KernelError(mark("There are no numbers in what was pasted. Copy a grid such as 1, 0, −1."))
    separator = _separator(lines)
    parted = [[cell.strip() for cell in line.split(separator)] for line in lines]
    width = len(parted[0])
    if len(parted) > LARGEST_SIZE or width > LARGEST_SIZE:
        raise KernelError(
            mark("The grid is {height} × {width}, but a kernel has at most {limit} × {limit} numbers."),
            height=len(parted), width=width, limit=LARGEST_SIZE,
        )  # fmt: skip
    for row, cells in enumerate(parted, start=1):
        if len(cells) != width:
            raise KernelError(
                mark("Row {row} has {found} cells, the first row {width}. Make all rows alike."),
                row=row, found=len(cells), width=width,
            )  # fmt: skip
    return np.array(
        [[_number(cell, row, column) for column, cell in enumerate(cells, 1)] for row, cells in enumerate(parted, 1)],
        np.float32,
    )


def format_grid(weights: Weights) -> str:
    """The grid as lines of cells parted by tabs, which spreadsheets and `parse_grid` read back exactly.

    >>> format_grid(np.array([[1, 0.1]], np.float32))
    '1\\t0.1'
    """
    rows = np.asarray(weights, np.float32)
    return "\n".join("\t".join(str(value).removesuffix(".0") for value in row) for row in rows)


def _lines(text: str) -> list[str]:
    plain = text.replace("−", "-")
    # NumPy and Python put rows into brackets, all of them on one line perhaps.
    plain = re.sub(r"[\])}]\s*(?:[,;]\s*)?[\[({]", "\n", plain)
    plain = re.sub(r"[\[\](){}]|\barray\b|\bdtype=[\w.]+", "", plain)
    lines = [re.sub(r"[^\S\t]+", " ", line).replace(" /", "/").replace("/ ", "/") for line in plain.splitlines()]
    # A separator at the end of a line parts nothing; an empty spreadsheet cell, behind a tab, is one.
    return [line.strip(" ").rstrip(" ,;") for line in lines if line.strip(" \t,;")]


def _separator(lines: list[str]) -> str:
    """What parts the cells; judged by all lines, for one alone may be ambiguous."""
    text = "\n".join(lines)
    for mark_between in ("\t", ";"):
        if mark_between in text:
            return mark_between
    # A comma beside a space ends a cell; one between digits may be a decimal comma.
    return "," if ", " in text or " ," in text or " " not in text else " "


def _number(cell: str, row: int, column: int) -> float:
    if len(cell) > _LONGEST_NUMBER:
        raise KernelError(mark("Row {row}, cell {column} is too long for a number."), row=row, column=column)
    above, slash, below = cell.replace(",", ".").replace(" ", "").partition("/")
    if _NUMBER.fullmatch(above) and (not slash or _NUMBER.fullmatch(below)):
        divisor = float(below) if slash else 1.0
        if divisor == 0:
            raise KernelError(mark("Row {row}, cell {column} divides by zero."), row=row, column=column)
        value = float(above) / divisor
        if math.isfinite(value) and abs(value) <= float(np.finfo(np.float32).max):
            return value
        raise KernelError(mark("Row {row}, cell {column} is too large a number."), row=row, column=column)
    if not cell:
        raise KernelError(
            mark("Row {row}, cell {column} is empty. Write 0 if it should not count."), row=row, column=column
        )
    raise KernelError(
        mark("Row {row}, cell {column} is “{text}”, which is not a number."), row=row, column=column, text=cell
    )
