"""Every layer's output for a picture: at first layer by layer, later by one function. For the worker only.

Making the function takes seconds for a deep network, most of them TensorFlow's optimising at its first run; the layers
one by one give the same at once, a little slower. So pictures do not wait for it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
import tensorflow as tf

from engine.network.live.drawing import MapGeometry
from engine.network.live.plan import Plan, Step, plain_call

Layers = tuple[str, ...]


class GivenUp(Exception):  # noqa: N818 (a wish, not an error)
    """Nobody wants the function any more."""


class Source:
    """All slots of a network's plan for pixels (height, width, channels) uint8 of `pixels_shape`.

    `slots` is the place of each layer's output among them, a nested model's being that of its last layer, `answer` that
    of the network's answer, and `slot_shapes` tells their shapes with the batch axis.
    """

    def __init__(self, plan: Plan, *, scale: Callable[[Any], Any], pixels_shape: tuple[int, int, int]) -> None:
        self.pixels_shape = pixels_shape
        self.answer = plan.outputs[0]
        self.slots: Mapping[str, int] = {**plan.models, **{step.path: step.outputs[0] for step in plan.steps}}
        self._plan, self._scale = plan, scale
        self._count = 1 + max([*plan.inputs, *(slot for step in plan.steps for slot in step.outputs)])
        self.function: Any = None
        self._adopted: Any = None
        self._is_given_up = False
        black = self.everything(tf.zeros(pixels_shape, tf.uint8))
        self.slot_shapes: tuple[tuple[int, ...], ...] = tuple(tuple(each.shape) for each in black)

    def everything(self, pixels: Any) -> tuple[Any, ...]:
        """The tensors of all slots, by the function once it was adopted."""
        return self._compute(pixels, plain_call) if self._adopted is None else tuple(self._adopted(pixels))

    @property
    def is_adopted(self) -> bool:
        """Whether it is the function that computes: its numbers differ from those without it in the last digit."""
        return self._adopted is not None

    def adopt(self) -> bool:
        """Use the function from now on, if it is there; whether that is new. Not by itself: numbers are compared."""
        is_new = self._adopted is not self.function
        self._adopted = self.function
        return is_new

    def settle(self) -> None:
        """Make `function`, if it is not there yet; raises `GivenUp` soon after `give_up`."""
        if self.function is not None:
            return

        def call(step: Step, arguments: tuple[Any, ...], options: dict[str, Any]) -> Any:
            if self._is_given_up:
                raise GivenUp
            return plain_call(step, arguments, options)

        signature = [tf.TensorSpec(self.pixels_shape, tf.uint8)]
        made = tf.function(lambda pixels: self._compute(pixels, call), input_signature=signature, autograph=False)
        function = made.get_concrete_function()
        if self._is_given_up:
            raise GivenUp
        function(tf.constant(np.zeros(self.pixels_shape, np.uint8)))  # TensorFlow optimises at the first run
        self.function = function

    def give_up(self) -> None:
        """Let whoever is making the function stop."""
        self._is_given_up = True

    def geometries(self, layers: Layers) -> tuple[MapGeometry, ...]:
        """How the maps of each layer lie."""
        return tuple(MapGeometry.of(self.slot_shapes[self.slots[path]][1:]) for path in layers)

    def _compute(self, pixels: Any, call: Callable[[Step, tuple[Any, ...], dict[str, Any]], Any]) -> tuple[Any, ...]:
        values = self._plan.run([self._scale(pixels)[None]], call=call)
        return tuple(tf.identity(values[slot]) for slot in range(self._count))
