"""`main.py apply RECIPE.json IMAGE OUT.png`, and the rule by which numbers become a picture file."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import DTypeLike, NDArray

from engine.errors import UserError
from engine.files import write_atomically
from engine.imaging.display import render
from engine.imaging.recipe import Recipe, load_recipe
from engine.imaging.running import run_stage
from engine.sources.pictures.decode import decode_picture, read_bytes
from engine.sources.saving import save_picture
from engine.text import mark

Image = NDArray[Any]
NUMBERS_SUFFIX = ".npy"


@dataclass(frozen=True)
class Written:
    """How a result came into its file, as marked text and its values."""

    template: str
    values: dict[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.template.format(**self.values)


def apply_recipe(*, recipe: Path, picture: Path, output: Path) -> str:
    """Apply the recipe in a file to the picture in a file, write the result, and say how in one sentence."""
    wanted = load_recipe(recipe)
    image = decode_picture(read_bytes(picture), name=picture.name).image
    result = whole_result(wanted, len(wanted.stages) - 1, image)
    written = save_result(output, result, source_type=image.dtype)
    return f"{output}: {' × '.join(str(side) for side in result.shape)}. {written}"


def whole_result(recipe: Recipe, index: int, image: Image) -> Image:
    """What the stages up to and with `index` make of a picture; an index of −1 gives the picture itself."""
    current = image
    for number, stage in enumerate(recipe.stages[: index + 1], start=1):
        # One by one: the results before the last need not be kept.
        result = run_stage(stage, current)
        if result.image is None:
            raise UserError(
                mark("Stage {number}, {stage}, cannot be applied: {reason}"),
                number=number, stage=stage.title(), reason=result.error,
            )  # fmt: skip
        current = result.image
    return current


def save_result(path: Path, result: Image, *, source_type: DTypeLike, is_dark: bool = True) -> Written:
    """Write a result to `path`; the old file stays where that fails.

    `.npy` keeps the exact numbers. A picture file gets the values as they are, rounded, where all of them lie within
    what the source could hold: 0 … 255, or 0 … 65,535 for a 16-bit source in a format that has 16 bits. Anything else,
    such as signed edges or a stack of maps, is drawn as the window draws it.
    """
    if path.suffix.lower() == NUMBERS_SUFFIX:
        buffer = io.BytesIO()
        np.save(buffer, result, allow_pickle=False)
        write_atomically(path, buffer.getvalue())
        return Written(mark("The exact numbers were written."))
    as_it_is = _as_it_is(result, path.suffix.lower(), np.dtype(source_type))
    if as_it_is is not None:
        save_picture(path, as_it_is)
        return Written(mark("The values were written as they are."))
    picture = render(result, is_dark=is_dark)
    save_picture(path, picture.pixels)
    return Written(
        mark("The values, shown from {low} to {high}, were drawn as in the window; .npy keeps the exact numbers."),
        {"low": f"{picture.low:g}", "high": f"{picture.high:g}"},
    )


def _as_it_is(result: Image, suffix: str, source: np.dtype[Any]) -> Image | None:
    """The values as whole numbers of the source's depth, or None where they do not fit."""
    if source.kind != "u" or (result.ndim == 3 and result.shape[2] not in (1, 3)):
        return None
    is_deep = source == np.uint16
    if is_deep and suffix not in (".png", ".tif", ".tiff"):
        return None
    values = result[..., 0] if result.ndim == 3 and result.shape[2] == 1 else result
    low, high = float(values.min()), float(values.max())
    if not (low >= -0.5 and high <= np.iinfo(source).max + 0.5):  # false for NaN too
        return None
    whole: Image = np.clip(np.rint(values), 0, np.iinfo(source).max).astype(source)
    return whole
