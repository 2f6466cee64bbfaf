"""Transforms in their order, as plain data: what a job keeps, the window edits and the training worker applies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from typing import Any

from engine.errors import UserError
from engine.network.data.specs import DataSpec
from engine.network.training.label_breaking import breaks_label
from engine.network.training.transform import Transform
from engine.network.training.transforms_of_place import Crop, CutOut, Flip, Pad, Rotate, Shift, Zoom
from engine.network.training.transforms_of_values import Blur, Brightness, Contrast, Hue, Noise
from engine.text import mark

__all__ = [
    "KINDS", "MOST", "Transform", "TransformError", "breaks_label", "suggested", "transforms_from_json",
    "transforms_to_json",
]  # fmt: skip

MOST = 24
# In the order in which they are offered.
KINDS: tuple[type[Transform], ...] = (
    Flip, Rotate, Shift, Zoom, Crop, Pad, Brightness, Contrast, Hue, Noise, Blur, CutOut,
)  # fmt: skip
_BY_NAME = {kind.KIND: kind for kind in KINDS}


class TransformError(UserError):
    """A list of transforms cannot be read."""


def suggested(class_names: Sequence[str], spec: DataSpec | None = None) -> tuple[Transform, ...]:
    """A few mild transforms that leave these classes what they are."""
    mild = (Flip(), Rotate(degrees=10), Shift(), Zoom(share=0.1), Brightness(share=0.1), Contrast())
    return tuple(each for each in mild if breaks_label(each, class_names, spec) is None)


def transforms_to_json(transforms: Sequence[Transform]) -> list[dict[str, Any]]:
    """Plain data that `transforms_from_json` turns back into equal transforms.

    >>> transforms_to_json([Rotate(degrees=5)])
    [{'kind': 'rotate', 'degrees': 5, 'fill': 'nearest'}]
    """
    return [each.to_json() for each in transforms]


def transforms_from_json(data: Any) -> tuple[Transform, ...]:
    """The transforms that `transforms_to_json` described; settings that are missing take their defaults."""
    if not isinstance(data, list) or len(data) > MOST:
        raise TransformError(
            mark("The list of transforms is damaged, or has more than {most} entries. Set them again."), most=MOST
        )
    return tuple(_from_json(each) for each in data)


def _from_json(data: Any) -> Transform:
    kind = _BY_NAME.get(data["kind"]) if isinstance(data, dict) and isinstance(data.get("kind"), str) else None
    if kind is None:
        raise TransformError(
            mark("There is a transform of a kind that this version does not know. Update the program.")
        )
    values = {name: value for name, value in data.items() if name != "kind"}
    unknown = sorted(str(name)[:80] for name in set(values) - {each.name for each in fields(kind)})
    if unknown:
        raise TransformError(
            mark("The transform “{kind}” has a setting “{name}” that this version does not know. Update the program."),
            kind=kind.KIND, name=unknown[0],
        )  # fmt: skip
    return kind(**values)
