"""Fair timing: contestants take turns in one run, and the median of their turns counts."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

import numpy as np

MOST_RUNS_IN_A_TURN = 6
SECONDS_TO_SETTLE = 0.02

Contestants = Mapping[str, Callable[[], object]]


@dataclass(frozen=True)
class Measure:
    """What counts as the time of a contestant: which clock, and which of its turns."""

    clock: Callable[[], float] = time.perf_counter
    pick: Callable[[list[float]], float] = median


def measure_for(*, is_busy: bool, threads: int = 2) -> Measure:
    """The median of turns; on a machine that `is_busy` with other things what they disturb least.

    That is this thread's own time on a processor where it works alone, and the fastest turn where others help it.
    """
    if not is_busy:
        return Measure()
    return Measure(clock=time.thread_time) if threads == 1 else Measure(pick=min)


def medians(
    contestants: Contestants, *, repeats: int = 7, longest: float = 1.0, measure: Measure | None = None
) -> dict[str, float]:
    """Milliseconds by name: the median of interleaved turns, in an order that changes.

    Within a turn a contestant runs a few times and the last run counts, so that nobody pays for the state in which the
    one before left the memory. Whoever takes over `longest` seconds runs once in all.
    """
    measure = measure or Measure()
    first = {name: _seconds(contestant, measure) for name, contestant in contestants.items()}
    turns: dict[str, list[float]] = {name: [] for name in contestants}
    names = [name for name in contestants if first[name] <= longest]
    for turn in range(repeats):
        shift = turn % max(len(names), 1)
        for name in names[shift:] + names[:shift]:
            turns[name].append(_last_of_a_turn(contestants[name], measure))
    return {name: 1000 * measure.pick(seconds or [first[name]]) for name, seconds in turns.items()}


def _last_of_a_turn(contestant: Callable[[], object], measure: Measure) -> float:
    start = time.perf_counter()
    for _ in range(MOST_RUNS_IN_A_TURN - 1):
        contestant()
        if time.perf_counter() - start > SECONDS_TO_SETTLE:
            break
    return _seconds(contestant, measure)


def table(headers: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """A Markdown table with columns as wide as their widest entry; numbers stand right."""
    texts = [[_text(cell) for cell in row] for row in rows]
    widths = [max(len(row[column]) for row in [list(headers), *texts]) for column in range(len(headers))]
    are_numbers = [all(_is_number(row[column]) for row in rows) for column in range(len(headers))]

    def line(cells: Sequence[str]) -> str:
        aligned = [
            cell.rjust(width) if is_number else cell.ljust(width)
            for cell, width, is_number in zip(cells, widths, are_numbers, strict=True)
        ]
        return "| " + " | ".join(aligned) + " |"

    rule = [
        "-" * (width - 1) + (":" if is_number else "-") for width, is_number in zip(widths, are_numbers, strict=True)
    ]
    return "\n".join([line(headers), line(rule), *map(line, texts)])


def bandwidth_floor(image: np.ndarray, *, repeats: int = 15) -> float:
    """Milliseconds to read this picture and to write as many float32 values: no filter can be faster."""
    target = np.empty(image.shape, np.float32)
    return medians({"floor": lambda: np.copyto(target, image)}, repeats=repeats)["floor"]


def times(peer: float | None, ours: float) -> str:
    """How many times as long the peer takes."""
    return "—" if peer is None else f"{peer / ours:.1f}×"


def _seconds(contestant: Callable[[], object], measure: Measure) -> float:
    start = measure.clock()
    contestant()
    return measure.clock() - start


def _text(cell: object) -> str:
    return f"{cell:.2f}" if isinstance(cell, float) else str(cell)


def _is_number(cell: object) -> bool:
    return isinstance(cell, (int, float)) or str(cell).endswith("×") or str(cell) == "—"
