"""Where pictures, or other numbers, come into a network."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from engine.imaging.explanation import Remark
from engine.network.layers.declarations import LARGEST_SIDE, Numbers
from engine.network.layers.layer import Layer, LayerError, Shape, Shapes, shape_text
from engine.parameters import parameter
from engine.text import mark


@dataclass(frozen=True, kw_only=True)
class Input(Layer):
    """An input of a fixed shape, batch axis left out. Output shape: as declared."""

    KIND: ClassVar[str] = "InputLayer"
    TITLE: ClassVar[str] = mark("Input")
    INPUTS: ClassVar[tuple[int, int]] = (0, 0)

    shape: tuple[int, ...] = parameter(
        Numbers(
            title=mark("Shape"),
            help=mark("Height, width and channels of the picture that comes in."),
            default=(32, 32, 3),
            minimum=1,
            maximum=LARGEST_SIDE,
            longest=4,
        )
    )

    def __post_init__(self) -> None:
        super().__post_init__()
        if not self.shape:
            raise LayerError(mark("The input has no shape. Give it height, width and channels."), field="shape")

    def summary(self) -> Remark:
        return Remark(shape_text(self.shape))

    def shape_of(self, inputs: Shapes) -> Shape:
        return self.shape
