"""Class names, and the numbers that a network expects, as they are kept beside or inside a model."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from engine.network.fitting import VALUES

MEMBER = "kernelscope.json"
"""What this program adds to a `.keras` file; Keras passes over it."""
_MOST, _LONGEST = 10_000, 200


@dataclass(frozen=True)
class Labels:
    """The names of the classes, and one of `VALUES`; each empty where the file does not tell."""

    class_names: tuple[str, ...] = ()
    values: str = ""

    def to_text(self) -> str:
        """What `labels_in` reads."""
        return json.dumps({"labels": list(self.class_names), "values": self.values}, ensure_ascii=False)


def labels_in(found: Any) -> Labels:
    """What a parsed file tells; whatever is not as expected in it is passed over."""
    if not isinstance(found, dict):
        return Labels()
    values = found.get("values")
    known = [option.value for option in VALUES.options]
    return Labels(
        names_in(found.get("labels", found.get("wordLabels"))), str(values) if values in known else ""
    )  # fmt: skip


def names_in(found: Any) -> tuple[str, ...]:
    """A list of names from a file; none where it is none."""
    if not isinstance(found, list) or len(found) > _MOST or not all(isinstance(name, str) for name in found):
        return ()
    return shortened(found)


def shortened(names: Sequence[str]) -> tuple[str, ...]:
    """Names cut to a length that can be shown."""
    return tuple(name[:_LONGEST] for name in names)
