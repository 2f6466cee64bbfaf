"""From one value deep in a network down to the arithmetic that made it, and up to the part of the picture it sees.

For the network worker only; what comes out (`engine.network.explained`) is plain data.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.errors import UserError
from engine.network.activations import LiveNetwork
from engine.network.drill.explainers import EXPLAINED, FOLLOWED, OPERATORS, explain
from engine.network.drill.moment import Moment, as_maps
from engine.network.drill.regions import Region, Shape, receptive_field, seen_of, three
from engine.network.explained import Box, Explained, Part, SourceWindow
from engine.network.live.plan import Step
from engine.text import mark

_LONGEST_TRAIL = 12

Place = tuple[int, int, int]


class DrillError(UserError):
    """A value that cannot be taken apart."""


def is_explained(step: Step) -> bool:
    """Whether values of this kind of layer can be taken apart."""
    return step.kind in EXPLAINED


def drill_down(
    network: LiveNetwork, pixels: NDArray[np.uint8], *, layer: str, row: int, column: int, channel: int
) -> Explained:
    """All the arithmetic behind the value at (`row`, `column`) of map `channel` of a layer, for these pixels.

    A value of a layer that gives single numbers has row and column 0.
    """
    step = network.plan.step(layer)
    place = (row, column, channel)
    check_place(network, layer, place)
    value = float(as_maps(network.slot_value(pixels, step.outputs[0]))[place])
    return Explained(
        layer=layer, row=row, column=column, channel=channel, value=value,
        parts=tuple(_Trail(network, pixels).parts(step, place)),
        field=field_of(network, layer, place),
    )  # fmt: skip


def check_place(network: LiveNetwork, layer: str, place: Place) -> None:
    """Refuse a place (row, column, channel) that a layer does not have."""
    shape = three((1, *network.shapes[network.plan.step(layer).path]))
    if not all(0 <= at < length for at, length in zip(place, shape, strict=True)):
        raise DrillError(
            mark("“{layer}” has no value at row {row}, column {column} of map {channel}: it is {shape}."),
            layer=layer, row=place[0], column=place[1], channel=place[2], shape=" × ".join(map(str, shape)),
        )  # fmt: skip


def field_of(network: LiveNetwork, layer: str, place: Place) -> Box:
    """The rectangle of the network's picture that a value can depend on: row, column, height, width."""
    region = receptive_field(network.plan, slot_shapes(network), layer, place)
    return (0, 0, 0, 0) if region is None else _box(region)


def slot_shapes(network: LiveNetwork) -> dict[int, Shape]:
    """The shape of every slot, with its batch axis."""
    return dict(enumerate(network.slot_shapes))


class _Trail:
    """Follows a value back through the layers that only change it, to the one that gathered it."""

    def __init__(self, network: LiveNetwork, pixels: NDArray[np.uint8]) -> None:
        self._network, self._pixels = network, pixels
        self._shapes = slot_shapes(network)

    def parts(self, step: Step, place: Place) -> list[Part]:
        found: list[Part] = []
        while len(found) < _LONGEST_TRAIL:
            found[:0] = self._parts_of(step, place)
            is_followed = step.kind in FOLLOWED or (step.kind in OPERATORS and len(step.inputs) == 1)
            before = self._network.plan.producer(step.inputs[0]) if is_followed else None
            if before is None or before.kind not in EXPLAINED or not found[0].explanation.channels:
                break
            window = found[0].explanation.channels[0].window
            if window.is_rim.any():
                break
            place = (window.rows[0], window.columns[0], found[0].explanation.channels[0].channel)
            step = before
        return found

    def _parts_of(self, step: Step, place: Place) -> list[Part]:
        inputs = tuple(as_maps(self._value(slot)) for slot in step.inputs)
        rank = len(self._shapes[step.inputs[0]])
        moment = Moment(step, inputs, as_maps(self._value(step.outputs[0])), place, self._maps_before(step), rank)
        made = explain(moment)
        if made is None:
            raise DrillError(
                mark("A value of “{layer}” ({kind}) cannot be taken apart. Choose the layer before or after it."),
                layer=step.path, kind=step.kind,
            )  # fmt: skip
        sources = self._sources(step, place)
        return [Part(step.path, step.kind, each, sources if index == 0 else ()) for index, each in enumerate(made)]

    def _maps_before(self, step: Step) -> tuple[int, int, int] | None:
        """The shape of the maps that a dense layer's input was flattened from."""
        before = self._network.plan.producer(step.inputs[0])
        while before is not None and before.kind == "Dropout":
            before = self._network.plan.producer(before.inputs[0])
        if step.kind != "Dense" or before is None or before.kind != "Flatten":
            return None
        shape = self._shapes[before.inputs[0]]
        return three(shape) if len(shape) == 4 else None

    def _sources(self, step: Step, place: Place) -> tuple[SourceWindow, ...]:
        row, column, channel = place
        region: Region = ((row, row), (column, column), (channel, channel))
        found = []
        for slot, seen in zip(step.inputs, seen_of(step, region, self._shapes), strict=True):
            before = self._network.plan.producer(slot)
            if seen is not None:
                found.append(SourceWindow(before.path if before else "", _box(_inside(seen, self._shapes[slot]))))
        return tuple(found)

    def _value(self, slot: int) -> NDArray[Any]:
        return self._network.slot_value(self._pixels, slot)


def _inside(region: Region, shape: Shape) -> Region:
    rows, columns, channels = (
        (max(0, first), min(length - 1, last)) for (first, last), length in zip(region, three(shape), strict=True)
    )
    return rows, columns, channels


def _box(region: Region) -> Box:
    (top, bottom), (left, right), _ = region
    return (top, left, max(0, bottom - top + 1), max(0, right - left + 1))
