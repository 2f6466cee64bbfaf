"""A network that is looked into while pictures stream through it. For the network worker only.

network = LiveNetwork(model, values="signed")
network.show(("conv1", "backbone/block3/add"))       # returns at once; what was shown before serves until then
network.wait(60)
found = network.run(pixels, MapView(sort="variance"))
found.layers[0].figure("mean"), found.packed, found.scores
network.values(pixels)["conv1"]                       # every layer's numbers
"""

from __future__ import annotations

import gc
import time
from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from typing import Any

import keras
import numpy as np
import tensorflow as tf
from numpy.typing import NDArray

from engine.errors import UserError
from engine.network.fitting import VALUES
from engine.network.live.aside import Aside
from engine.network.live.drawing import MapGeometry
from engine.network.live.plan import Plan, plan_of
from engine.network.live.scaling import scaled
from engine.network.live.source import Layers, Source
from engine.network.live.traced import Workshop, run, run_untraced, traced
from engine.network.maps import ORDERS, SCHEMES, LayerMaps, MapView
from engine.text import mark

USUAL_SIDE = 224
_MOST_REMEMBERED = 6

Needed = tuple[Hashable, Callable[[], Any]]
"""A function of TensorFlow's that a question needs: what it is remembered by, and how it is made."""


class NetworkInputError(UserError):
    """A network that does not take one picture."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Found:
    """What one picture gave: maps of the layers on screen with their mosaics, class scores, and how long it took.

    `is_settled` is false as long as the layers have no function of their own, and so take a little longer.
    """

    layers: tuple[LayerMaps, ...]
    mosaics: tuple[NDArray[np.uint8], ...]
    scores: NDArray[np.float32]
    forward_seconds: float
    post_seconds: float
    is_settled: bool

    @property
    def size(self) -> int:
        """How many bytes the mosaics take together."""
        return sum(each.size for each in self.mosaics)

    def pack(self, into: NDArray[np.uint8]) -> None:
        """Write the mosaics where the layers' `offset` says."""
        for layer, mosaic in zip(self.layers, self.mosaics, strict=True):
            into[layer.offset : layer.offset + mosaic.size] = mosaic.reshape(-1)


class LiveNetwork:
    """Holds a Keras model and computes, for one picture after another, what is on screen of it and nothing else.

    Works on Sequential and Functional models, nested and shared ones and models read from a file. `values` says which
    numbers it expects (one of `VALUES`), `side` the height and width where the model leaves them open. `shapes` holds
    the shape of every layer's first output, without the batch axis, in the order of computation.
    """

    def __init__(self, model: Any, *, values: str = VALUES.default, side: int = USUAL_SIDE) -> None:
        self.model = model
        self.values_scale = VALUES.check(values)
        self.plan: Plan = plan_of(model)
        self.pixels_shape = _pixels_shape(model, side)
        self._source = source = Source(self.plan, scale=self.scaled, pixels_shape=self.pixels_shape)
        self.shapes: Mapping[str, tuple[int, ...]] = self._shapes()
        self._remembered: OrderedDict[Hashable, Any] = OrderedDict()
        self._preparing: dict[Hashable, Aside] = {}
        self._workshop = Workshop(lambda layers: traced(layers, source))
        self._held: list[NDArray[np.int32]] | None = None
        self._held_for: tuple[object, ...] = ()
        self._last: tuple[NDArray[np.uint8], tuple[Any, ...]] | None = None

    @property
    def slot_shapes(self) -> tuple[tuple[int, ...], ...]:
        """The shape of every slot of the plan, with its batch axis."""
        return self._source.slot_shapes

    @property
    def is_of_one_piece(self) -> bool:
        """Whether one function computes all layers now; before it is made, the last digits are other ones."""
        return self._source.is_adopted

    def run(
        self,
        pixels: NDArray[np.uint8],
        layers: Layers = (),
        view: MapView | None = None,
        *,
        keeps_order: bool = False,
    ) -> Found:
        """Compute the maps of `layers` for the fitted `pixels` (height, width, channels) uint8, and the answer.

        A nested model's path stands for its output. Layers that were not asked for lately come at once, by way of all
        layers, while a function of their own is made in the background. With `keeps_order` maps stay where they were in
        the last frame, as far as layers and order are the same. Raises `PlanError` for a layer that is not there.
        """
        view = view or MapView()
        shapes = {path: self.shapes[self.plan.step(path).path] for path in layers}
        if self._source.adopt():
            self.forget()  # its last digits are other ones
        begun = time.perf_counter()
        held = self._held if keeps_order and self._held_for == (layers, view.sort) else None
        sort, options = ORDERS.index(view.sort), (SCHEMES.index(view.scheme), int(view.scale == "shared"))
        own = self._workshop.find(layers)
        if own is None:
            scores, maps, forward = run_untraced(layers, self._source, pixels, sort=sort, options=options, held=held)
            self._workshop.ask(layers)  # afterwards, so that the making does not hold up the first maps
        else:
            scores, maps, forward = run(own, pixels, sort=sort, options=options, held=held)
        geometries = self._source.geometries(layers) if own is None else own.geometries
        self._held, self._held_for = [each[2] for each in maps], (layers, view.sort)
        return Found(
            layers=_layer_maps(layers, geometries, maps, shapes),
            mosaics=tuple(each[0] for each in maps),
            scores=np.asarray(scores, np.float32).reshape(-1),
            forward_seconds=forward,
            post_seconds=max(0.0, time.perf_counter() - begun - forward),
            is_settled=own is not None,
        )

    def wait(self, seconds: float) -> bool:
        """Wait until what was shown last has a function of its own, or cannot have one; false if it takes longer."""
        return self._workshop.wait(seconds)

    def values(self, pixels: NDArray[np.uint8]) -> Mapping[str, NDArray[Any]]:
        """Every layer's first output (1, …) for these pixels, by path; kept for the picture that was asked for last."""
        found = self._slot_values(pixels)
        return {step.path: found[step.outputs[0]].numpy() for step in self.plan.steps}

    def slot_value(self, pixels: NDArray[np.uint8], slot: int) -> NDArray[Any]:
        """What is in one slot of the plan for these pixels, the network's own input included."""
        value: NDArray[Any] = self._slot_values(pixels)[slot].numpy()
        return value

    def every_activation(self, pixels: Any) -> tuple[Any, ...]:
        """The tensors of all slots of the plan, computed anew."""
        return self._source.everything(tf.constant(pixels))

    def remembered(self, key: Hashable, make: Callable[[], Any]) -> Any:
        """What `make` gave for this key; the last few are kept. For functions that take long to trace."""
        if key not in self._remembered:
            self._remembered[key] = make()
            while len(self._remembered) > _MOST_REMEMBERED:
                self._remembered.popitem(last=False)
        self._remembered.move_to_end(key)
        return self._remembered[key]

    def prepare(self, key: Hashable, make: Callable[[], Any], *, seconds: float) -> bool:
        """Have `remembered` ready for this key: made in a thread, and run once. False if that takes longer."""
        if key in self._remembered:
            return True
        making = self._preparing.get(key)
        if making is None:
            making = self._preparing[key] = Aside(lambda: _run_once(make()))
        if not making.wait(seconds):
            return False
        del self._preparing[key]
        self.remembered(key, making.result)
        return True

    def forget(self) -> None:
        """Let go of the numbers that are kept for the last picture."""
        self._last = None

    def close(self, *, waits: bool = True) -> None:
        """Let go of everything; functions hold one another in circles, which only the collector undoes.

        Without `waits` what is being made in the background ends by itself, a little later.
        """
        self._source.give_up()
        self._workshop.close(waits=waits)
        if waits:
            for making in self._preparing.values():
                making.wait()
        self._preparing.clear()
        self._remembered.clear()
        self._last = self._held = None
        self._held_for = ()
        del self._source, self._workshop, self.model, self.plan
        gc.collect()

    def scaled(self, pixels: Any) -> Any:
        """Pixels (…, height, width, channels) of 0–255 as the numbers that the network expects."""
        return scaled(tf.cast(pixels, tf.float32), self.values_scale)

    def _slot_values(self, pixels: NDArray[np.uint8]) -> tuple[Any, ...]:
        if self._last is None or self._last[0] is not pixels:
            self._last = None
            self._last = (pixels, self.every_activation(pixels))
        return self._last[1]

    def _shapes(self) -> dict[str, tuple[int, ...]]:
        return {step.path: self.slot_shapes[step.outputs[0]][1:] for step in self.plan.steps}


def _run_once(function: Any) -> Any:
    """TensorFlow optimises a function at its first run, which takes as long as making it."""
    arguments, _ = function.structured_input_signature
    function(*(tf.zeros(each.shape, each.dtype) for each in arguments))
    return function


def _layer_maps(
    paths: Layers,
    geometries: tuple[MapGeometry, ...],
    maps: list[tuple[Any, ...]],
    shapes: Mapping[str, tuple[int, ...]],
) -> tuple[LayerMaps, ...]:
    layers, offset = [], 0
    for path, geometry, (mosaic, figures, order, highs, is_signed) in zip(paths, geometries, maps, strict=True):
        made = LayerMaps(
            path=path, shape=shapes[path], layout=geometry.layout, factor=geometry.factor, offset=offset, order=order,
            scheme="signed" if is_signed else "positive", highs=highs, figures=figures,
        )  # fmt: skip
        layers.append(made)
        offset += mosaic.size
    return tuple(layers)


def _pixels_shape(model: Any, side: int) -> tuple[int, int, int]:
    inputs = model.inputs
    if len(inputs) != 1:
        raise NetworkInputError(
            mark("This network takes {count} inputs at once ({names}), but there is one picture only, so its maps "
                 "cannot be shown. “main.py table FILE” prints its layers; open one with one input."),
            count=len(inputs), names=", ".join(each.name for each in inputs)[:120],
        )  # fmt: skip
    shape = inputs[0].shape
    if len(shape) != 4 or not keras.backend.is_float_dtype(inputs[0].dtype):
        raise NetworkInputError(
            mark(
                "This network takes inputs of the shape {shape}, but a picture has height, width and channels. "
                "Open a network that takes pictures."
            ),
            shape=" × ".join("any" if length is None else str(length) for length in shape[1:]),
        )  # fmt: skip
    return (shape[1] or side, shape[2] or side, shape[3] or 3)
