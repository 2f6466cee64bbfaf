"""The building blocks of an exported script."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from engine.imaging.script import helpers

# A helper that calls another brings it along.
_NEEDS = {
    "pad": ("rim",),
    "pool": ("rim",),
    "bilateral": ("full_brightness",),
    "canny": ("gray", "full_brightness"),
    "add_noise": ("full_brightness", "noise_fields"),
}


@dataclass(frozen=True)
class Part:
    """What one stage adds to a script: the body of its function, and the helpers that it calls.

    The body works on `image` and returns the stage's result.
    """

    body: tuple[str, ...]
    helpers: tuple[str, ...] = ()
    uses_keras: bool = False


def helper_sources(names: set[str]) -> list[str]:
    """The source text of these helpers and of those they call, in reading order."""
    wanted = set(names)
    for name in names:
        wanted.update(_NEEDS.get(name, ()))
    functions: list[Callable[..., Any]] = [getattr(helpers, name) for name in wanted]
    functions.sort(key=lambda function: function.__code__.co_firstlineno)
    return [inspect.getsource(function).rstrip() for function in functions]


def array_text(values: np.ndarray[Any, Any]) -> str:
    """An array as it is typed, every number with as many digits as float32 needs to come back equal."""
    return f"np.array({_rows_text(values)}, dtype=np.float32)"


def _rows_text(values: np.ndarray[Any, Any]) -> str:
    if values.ndim == 1:
        return "[" + ", ".join(_number_text(value) for value in values) + "]"
    return "[" + ", ".join(_rows_text(row) for row in values) + "]"


def _number_text(value: Any) -> str:
    number = float(value)
    return str(int(number)) if number.is_integer() and abs(number) < 1e7 else str(np.float32(value))
