"""Layers that vary pictures while training; once the network is used, pictures pass unchanged."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from engine.imaging.explanation import Remark
from engine.network.layers.declarations import Numbers, Reals
from engine.network.layers.layer import Layer, Shape, Shapes, maps_of
from engine.parameters import Choice, Option, parameter
from engine.text import mark


@dataclass(frozen=True, kw_only=True)
class Augmentation(Layer):
    """What all of them share. Output shape: as the input.

    Keras lets these layers vary pictures unless it is told that this is no training.
    """

    def summary(self) -> Remark:
        return Remark(mark("in training only"))

    def shape_of(self, inputs: Shapes) -> Shape:
        maps_of(self, inputs)
        return inputs[0]


_AMOUNT = Reals(
    title=mark("Amount"),
    help=mark("How far at most: one number for both directions, or the lowest and the highest."),
    default=(0.1,),
    longest=2,
)
_VALUES = Numbers(
    title=mark("Values"),
    help=mark("The lowest and the highest value that a pixel can have."),
    default=(0, 255),
    minimum=-65536,
    maximum=65536,
    longest=2,
)


@dataclass(frozen=True, kw_only=True)
class RandomFlip(Augmentation):
    """Mirrors some pictures."""

    KIND: ClassVar[str] = "RandomFlip"
    TITLE: ClassVar[str] = mark("Random mirror")

    mode: str = parameter(
        Choice(
            title=mark("Direction"),
            help=mark("Which sides are swapped."),
            default="horizontal_and_vertical",
            options=(
                Option("horizontal", mark("Left and right")),
                Option("vertical", mark("Up and down")),
                Option("horizontal_and_vertical", mark("Both")),
            ),
        )
    )


@dataclass(frozen=True, kw_only=True)
class _ByFactor(Augmentation):
    factor: tuple[float, ...] = parameter(_AMOUNT)

    def keras_settings(self) -> dict[str, Any]:
        return {**super().keras_settings(), "factor": _one_or_pair(self.factor)}


@dataclass(frozen=True, kw_only=True)
class RandomRotation(_ByFactor):
    """Turns pictures by up to a share of a full circle."""

    KIND: ClassVar[str] = "RandomRotation"
    TITLE: ClassVar[str] = mark("Random turn")


@dataclass(frozen=True, kw_only=True)
class RandomContrast(_ByFactor):
    """Varies the contrast."""

    KIND: ClassVar[str] = "RandomContrast"
    TITLE: ClassVar[str] = mark("Random contrast")

    value_range: tuple[int, ...] = parameter(_VALUES)


@dataclass(frozen=True, kw_only=True)
class RandomBrightness(_ByFactor):
    """Varies the brightness."""

    KIND: ClassVar[str] = "RandomBrightness"
    TITLE: ClassVar[str] = mark("Random brightness")

    value_range: tuple[int, ...] = parameter(_VALUES)


@dataclass(frozen=True, kw_only=True)
class RandomTranslation(Augmentation):
    """Shifts pictures by up to a share of their sides."""

    KIND: ClassVar[str] = "RandomTranslation"
    TITLE: ClassVar[str] = mark("Random shift")

    height_factor: tuple[float, ...] = parameter(_AMOUNT)
    width_factor: tuple[float, ...] = parameter(_AMOUNT)

    def keras_settings(self) -> dict[str, Any]:
        return {"height_factor": _one_or_pair(self.height_factor), "width_factor": _one_or_pair(self.width_factor)}


@dataclass(frozen=True, kw_only=True)
class RandomZoom(RandomTranslation):
    """Enlarges or shrinks pictures; without a width of its own it keeps their proportions."""

    KIND: ClassVar[str] = "RandomZoom"
    TITLE: ClassVar[str] = mark("Random zoom")

    width_factor: tuple[float, ...] = parameter(
        Reals(title=mark("Across"), help=mark("As for the height; empty, it is the same."), default=(), longest=2)
    )


def _one_or_pair(values: tuple[float, ...]) -> Any:
    return None if not values else values[0] if len(values) == 1 else list(values)
