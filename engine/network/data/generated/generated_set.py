"""Drawn pictures as a data set: made when they are asked for, the same every time."""

from __future__ import annotations

import numpy as np

from engine.network.data.annotation import Annotation
from engine.network.data.dataset import DataSet, Indices, Pixels, Stop, Told
from engine.network.data.generated.canvas import COLOURS
from engine.network.data.generated.glyphs import GLYPHS, draw_glyph
from engine.network.data.generated.scenes import COUNTS, draw_scene
from engine.network.data.generated.shapes import SHAPES, draw_shape
from engine.network.data.generated.textures import TEXTURES, draw_texture
from engine.network.data.specs import GeneratedData
from engine.parameters import Choice, parameters_of

_THINGS = {"shapes": SHAPES, "textures": TEXTURES, "glyphs": GLYPHS, "scenes": COUNTS}
_PAINTERS = {"shapes": draw_shape, "textures": draw_texture, "glyphs": draw_glyph}
_FAMILIES = tuple(_THINGS)


class GeneratedSet(DataSet):
    """Picture i shows class i modulo the number of classes and depends on the settings, the seed and i alone."""

    def __init__(self, spec: GeneratedData) -> None:
        self._spec = spec
        declaration = parameters_of(GeneratedData)["kind"]
        assert isinstance(declaration, Choice)
        self.name = declaration.option(spec.kind).title
        self.class_names = COLOURS if spec.colour == "class" else _THINGS[spec.kind]
        self.labels = (np.arange(spec.count) % len(self.class_names)).astype(np.int32)
        self.shape = (spec.side, spec.side, 1 if spec.colour == "gray" else 3)

    def identity(self, index: int) -> str:
        return f"{index:07d}"

    def picture(self, index: int, *, least: int = 0) -> Pixels:
        return self._drawn(index)[0]

    def annotation(self, index: int) -> Annotation | None:
        """Boxes and masks of a scene; None for the other kinds, which show one thing only."""
        return self._drawn(index)[1]

    def content_groups(self, *, told: Told | None = None, stop: Stop | None = None) -> Indices:
        # Places, colours and tones are drawn anew for each picture: no two are equal.
        return np.arange(len(self))

    def _drawn(self, index: int) -> tuple[Pixels, Annotation | None]:
        spec = self._spec
        index = int(index)
        rng = np.random.default_rng([spec.seed, _FAMILIES.index(spec.kind), index])
        label = int(self.labels[index])
        hue = label if spec.colour == "class" else None
        thing = label if hue is None else int(rng.integers(len(_THINGS[spec.kind])))
        if spec.kind == "scenes":
            return draw_scene(rng, spec, thing + 1, hue)
        return _PAINTERS[spec.kind](rng, spec, thing, hue), None
