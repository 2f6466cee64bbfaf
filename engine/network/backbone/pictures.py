"""What the bundled backbone learns from: everything that the program can draw, many classes at once. No Keras here.

A class is a thing in a way of colouring, such as “star, blue” or “bricks, gray”, so that neither shape nor colour can
be overlooked. Some pictures are made coarse, as small or distant ones are.
"""

from __future__ import annotations

import numpy as np

from engine.network.backbone.network import SIDE
from engine.network.data.dataset import DataSet, Indices, Pixels, Stop, Told
from engine.network.data.generated.canvas import COLOURS
from engine.network.data.generated.glyphs import GLYPHS, draw_glyph
from engine.network.data.generated.shapes import SHAPES, draw_shape
from engine.network.data.generated.textures import TEXTURES, draw_texture
from engine.network.data.specs import GeneratedData
from engine.opencv import cv2

# What can be drawn: its family, its number there, its name.
THINGS = (
    *(("shapes", number, name) for number, name in enumerate(SHAPES)),
    *(("textures", number, name) for number, name in enumerate(TEXTURES)),
    *(("glyphs", number, name) for number, name in enumerate(GLYPHS)),
)
WAYS = (*COLOURS, "gray", "on colour")
CLASSES = tuple(f"{thing}, {way}" for _, _, thing in THINGS for way in WAYS)

_PAINTERS = {"shapes": draw_shape, "textures": draw_texture, "glyphs": draw_glyph}
_MOST_TURNED = {"shapes": 45, "textures": 180, "glyphs": 25}
_COARSE_SHARE = 0.35
_COARSEST = 8


class BackbonePictures(DataSet):
    """`count` pictures; picture i shows class i modulo their number and depends on `seed` and i alone."""

    name = "Everything that can be drawn"

    def __init__(self, *, count: int, seed: int) -> None:
        self._seed = seed
        self.class_names = CLASSES
        self.labels = (np.arange(count) % len(CLASSES)).astype(np.int32)
        self.shape = (SIDE, SIDE, 3)

    def identity(self, index: int) -> str:
        return f"{index:07d}"

    def content_groups(self, *, told: Told | None = None, stop: Stop | None = None) -> Indices:
        # Each picture is drawn anew: no two are equal.
        return np.arange(len(self))

    def picture(self, index: int, *, least: int = 0) -> Pixels:
        rng = np.random.default_rng([self._seed, int(index)])
        thing, way = divmod(int(self.labels[index]), len(WAYS))
        family, number, _ = THINGS[thing]
        hue = way if way < len(COLOURS) else None
        spec = GeneratedData(
            kind=family,
            side=SIDE,
            colour="class" if hue is not None else "gray" if WAYS[way] == "gray" else "varied",
            size=float(rng.uniform(0.2, 0.9)),
            rotation=_MOST_TURNED[family],
            noise=float(rng.uniform(0, 24) if rng.random() < 0.5 else 0.0),
            clutter=int(rng.integers(0, 9)),
        )
        pixels = _PAINTERS[family](rng, spec, number, hue)
        return _coarse(rng, pixels) if rng.random() < _COARSE_SHARE else pixels


def _coarse(rng: np.random.Generator, pixels: Pixels) -> Pixels:
    """The picture as it is when it comes small and is enlarged."""
    side = int(rng.integers(_COARSEST, SIDE // 2))
    small = cv2.resize(pixels, (side, side), interpolation=cv2.INTER_AREA)
    large: Pixels = np.asarray(cv2.resize(small, (SIDE, SIDE), interpolation=cv2.INTER_LINEAR), np.uint8)
    return large if large.ndim == 3 else large[..., None]
