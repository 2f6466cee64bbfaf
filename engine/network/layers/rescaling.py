"""Values brought to the range that a network expects."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from engine.imaging.explanation import Remark
from engine.network.layers.declarations import Reals
from engine.network.layers.layer import Layer, LayerError, Shape, Shapes
from engine.parameters import parameter
from engine.text import mark


@dataclass(frozen=True, kw_only=True)
class Rescaling(Layer):
    """x · scale + offset, the same for all or one of each for every channel. Output shape: as the input."""

    KIND: ClassVar[str] = "Rescaling"
    TITLE: ClassVar[str] = mark("Rescaling")

    scale: tuple[float, ...] = parameter(
        Reals(title=mark("Factor"), help=mark("What each value is multiplied by."), default=(1.0,))
    )
    offset: tuple[float, ...] = parameter(Reals(title=mark("Offset"), help=mark("What is added then."), default=(0.0,)))

    def summary(self) -> Remark:
        if len(self.scale) > 1 or len(self.offset) > 1:
            return Remark(mark("each channel by its own numbers"))
        return Remark("× {scale} + {offset}", {"scale": f"{self.scale[0]:g}", "offset": f"{self.offset[0]:g}"})

    def __post_init__(self) -> None:
        super().__post_init__()
        for name in ("scale", "offset"):
            if not getattr(self, name):
                raise LayerError(mark("The list of numbers is empty. Give at least one."), field=name)

    def shape_of(self, inputs: Shapes) -> Shape:
        for name in ("scale", "offset"):
            count = len(getattr(self, name))
            if count not in (1, inputs[0][-1]):
                raise LayerError(
                    mark("There are {count} numbers for {channels} channels. Give one, or one for each."),
                    field=name, count=count, channels=inputs[0][-1],
                )  # fmt: skip
        return inputs[0]

    def keras_settings(self) -> dict[str, Any]:
        return {
            name: list(value) if len(value) > 1 else value[0]
            for name, value in (("scale", self.scale), ("offset", self.offset))
        }
