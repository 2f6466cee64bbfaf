"""Layers that make training harder and do nothing once the network is used."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from engine.imaging.explanation import Remark
from engine.network.layers.layer import Layer, Shape, Shapes, maps_of
from engine.parameters import Real, parameter
from engine.text import mark

_RATE = Real(
    title=mark("Rate"),
    help=mark("The share of values that is dropped in each step of the training."),
    default=0.5,
    minimum=0.0,
    maximum=1.0,
    step=0.05,
)


@dataclass(frozen=True, kw_only=True)
class Dropout(Layer):
    """Drops single values in training, none in use. Output shape: as the input."""

    KIND: ClassVar[str] = "Dropout"
    TITLE: ClassVar[str] = mark("Dropout")

    rate: float = parameter(_RATE)

    def summary(self) -> Remark:
        return Remark("{rate}", {"rate": f"{self.rate:g}"})

    def shape_of(self, inputs: Shapes) -> Shape:
        return inputs[0]


@dataclass(frozen=True, kw_only=True)
class SpatialDropout(Dropout):
    """Drops whole maps in training, none in use. Output shape: as the input."""

    KIND: ClassVar[str] = "SpatialDropout2D"
    TITLE: ClassVar[str] = mark("Dropout of maps")

    def shape_of(self, inputs: Shapes) -> Shape:
        maps_of(self, inputs)
        return inputs[0]


@dataclass(frozen=True, kw_only=True)
class GaussianDropout(Dropout):
    """Multiplies by noise around 1 in training, does nothing in use. Output shape: as the input."""

    KIND: ClassVar[str] = "GaussianDropout"
    TITLE: ClassVar[str] = mark("Multiplied noise")


@dataclass(frozen=True, kw_only=True)
class GaussianNoise(Layer):
    """Adds noise in training, none in use. Output shape: as the input."""

    KIND: ClassVar[str] = "GaussianNoise"
    TITLE: ClassVar[str] = mark("Added noise")

    stddev: float = parameter(
        Real(
            title=mark("Spread"),
            help=mark("The standard deviation of the noise."),
            default=0.1,
            minimum=0.0,
            maximum=1000.0,
        )
    )

    def summary(self) -> Remark:
        return Remark("σ = {spread}", {"spread": f"{self.stddev:g}"})

    def shape_of(self, inputs: Shapes) -> Shape:
        return inputs[0]
