"""What the bundled backbone learns from: everything that the program can draw, many classes at once. No Keras here.

A class is a thing in a way of colouring, such as “star, blue” or “bricks, gray”, so that neither shape nor colour can
be overlooked. Things are bent, drawn with thick pens, noisy, and some are coarse, as small or distant ones are. The
other classes are patterns such as photographs consist of, “pattern 17” say, of which no two pictures have the same
light, and many not the same colours.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from engine.network.backbone.network import SIDE
from engine.network.backbone.patterns import draw_pattern
from engine.network.data.dataset import DataSet, Indices, Pixels, Stop, Told
from engine.network.data.generated.canvas import COLOURS
from engine.network.data.generated.glyphs import GLYPHS, draw_glyph
from engine.network.data.generated.scenes import MOST_THINGS, draw_scene
from engine.network.data.generated.shapes import SHAPES, draw_shape
from engine.network.data.generated.textures import TEXTURES, draw_texture
from engine.network.data.specs import GeneratedData
from engine.opencv import cv2

# What can be drawn: its family, its number there, its name.
THINGS = (
    *(("shapes", number, name) for number, name in enumerate(SHAPES)),
    *(("textures", number, name) for number, name in enumerate(TEXTURES)),
    *(("glyphs", number, name) for number, name in enumerate(GLYPHS)),
    ("scenes", MOST_THINGS, "many things"),
)
WAYS = (*COLOURS, "gray", "on colour")
PATTERNS = 480
_COLOURED = tuple(f"{thing}, {way}" for _, _, thing in THINGS for way in WAYS)
CLASSES = (*_COLOURED, *(f"pattern {number}" for number in range(1, PATTERNS + 1)))

_PAINTERS = {"shapes": draw_shape, "textures": draw_texture, "glyphs": draw_glyph}
_MOST_TURNED = {"shapes": 45, "textures": 180, "glyphs": 25, "scenes": 180}
_COARSE_SHARE, _COARSEST = 0.4, 8
_NOISY_SHARE, _MOST_NOISE = 0.5, 24.0
_BENT_SHARE, _MOST_BENT = 0.6, 3.0
_THICK_SHARE, _THICKEST = 0.5, 6


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
        label = int(self.labels[index])
        if label >= len(_COLOURED):
            return draw_pattern(rng, label - len(_COLOURED))
        thing, way = divmod(label, len(WAYS))
        family, number, _ = THINGS[thing]
        hue = way if way < len(COLOURS) else None
        spec = GeneratedData(
            kind=family,
            side=SIDE,
            colour="class" if hue is not None else "gray" if WAYS[way] == "gray" else "varied",
            size=float(rng.uniform(0.2, 0.9)),
            rotation=_MOST_TURNED[family],
            noise=0.0,
            clutter=int(rng.integers(0, 9)),
        )
        if family == "scenes":
            return _as_seen(rng, draw_scene(rng, spec, number, hue)[0])
        pixels = _PAINTERS[family](rng, spec, number, hue)
        if family == "glyphs" and rng.random() < _THICK_SHARE:
            pixels = _thick(rng, pixels)
        # A bent texture would be another one: stripes would be waves.
        if family != "textures" and rng.random() < _BENT_SHARE:
            pixels = _bent(rng, pixels)
        return _as_seen(rng, pixels)


def _as_seen(rng: np.random.Generator, pixels: Pixels) -> Pixels:
    """The picture as it is when it comes small and is enlarged, or out of the dark, with noise."""
    if rng.random() < _COARSE_SHARE:
        side = int(rng.integers(_COARSEST, SIDE // 2))
        small = cv2.resize(pixels, (side, side), interpolation=cv2.INTER_AREA)
        pixels = _three_axes(cv2.resize(small, (SIDE, SIDE), interpolation=cv2.INTER_LINEAR))
    if rng.random() < _NOISY_SHARE:
        noise = rng.standard_normal(pixels.shape, np.float32) * np.float32(rng.uniform(0, _MOST_NOISE))
        pixels = np.clip(np.rint(pixels + noise), 0, 255).astype(np.uint8)
    return pixels


def _thick(rng: np.random.Generator, pixels: Pixels) -> Pixels:
    """Drawn with a thick pen: in each channel ink spreads over a ground that is darker or lighter than it."""
    size = int(rng.integers(2, _THICKEST + 1))
    pen = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (size, size))
    channels = []
    for channel in np.moveaxis(pixels, -1, 0):
        ground = float(np.median(channel))
        is_lighter = float(channel.max()) - ground > ground - float(channel.min())
        channels.append((cv2.dilate if is_lighter else cv2.erode)(np.ascontiguousarray(channel), pen))
    return np.stack(channels, axis=-1)


def _bent(rng: np.random.Generator, pixels: Pixels) -> Pixels:
    """Bent a little, another way at every place, as no two hands draw alike."""
    most = rng.uniform(0, _MOST_BENT)
    way = cv2.resize(
        rng.uniform(-most, most, (4, 4, 2)).astype(np.float32), (SIDE, SIDE), interpolation=cv2.INTER_CUBIC
    )
    line = np.arange(SIDE, dtype=np.float32)
    across, down = way[..., 0] + line, way[..., 1] + line[:, None]
    return _three_axes(cv2.remap(pixels, across, down, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE))


def _three_axes(pixels: Any) -> Pixels:
    """OpenCV drops the axis of a single channel."""
    made: Pixels = np.asarray(pixels, np.uint8)
    return made if made.ndim == 3 else made[..., None]
