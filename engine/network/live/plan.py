"""Any Keras model as one flat list of steps, so that every layer's output can be had from one function.

A nested model is opened up where it is called, a shared layer becomes one step for each of its calls. So nothing has
to be cut out of, or sewn into, Keras's own graph, which is where "graph disconnected" comes from. A step is named by
the way to it, such as `backbone/conv1`; the second call of a shared layer is `conv1_2`, as in the layer table.

For the network worker only: the models it is given are Keras's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import keras

from engine.errors import UserError
from engine.network.describing.names import Names
from engine.text import mark

Call = Callable[["Step", tuple[Any, ...], dict[str, Any]], Any]


class PlanError(UserError):
    """A network that cannot be opened up."""


@dataclass(frozen=True)
class Slot:
    """A place for one tensor; stands in a step's arguments for what is computed earlier."""

    number: int


@dataclass(frozen=True, eq=False)
class Step:
    """One call of one layer or operation: its arguments with slots in place of tensors, and the slots it fills."""

    path: str
    operation: Any
    arguments: tuple[Any, ...]
    options: Mapping[str, Any]
    inputs: tuple[int, ...]
    outputs: tuple[int, ...]

    @property
    def kind(self) -> str:
        """The class of the layer or operation, such as `Conv2D`."""
        return type(self.operation).__name__


@dataclass(frozen=True, eq=False)
class Plan:
    """The steps in the order in which they can be run, and the slots of the network's inputs and outputs.

    `models` holds the slot of each nested model's output by the way to it.
    """

    steps: tuple[Step, ...]
    inputs: tuple[int, ...]
    outputs: tuple[int, ...]
    models: Mapping[str, int]

    def step(self, path: str) -> Step:
        """The step at `path`, for a nested model the one that gives its output; or a refusal that names it."""
        for each in self.steps:
            if each.path == path:
                return each
        last = self.producer(self.models[path]) if path in self.models else None
        if last is not None:
            return last
        raise PlanError(mark("This network has no layer “{path}”. Choose one of its layers."), path=path)

    def producer(self, slot: int) -> Step | None:
        """The step that fills `slot`; None for an input of the network."""
        return next((each for each in self.steps if slot in each.outputs), None)

    def last_step(self) -> Step:
        """The step that gives the network's first answer."""
        found = self.producer(self.outputs[0])
        if found is None:
            raise PlanError(mark("This network has no layers. Open one that computes something."))
        return found

    def run(self, inputs: Sequence[Any], *, call: Call | None = None) -> dict[int, Any]:
        """Every slot's tensor. `call` may do a step in its own way; without it the step is done as Keras does it."""
        values: dict[int, Any] = dict(zip(self.inputs, inputs, strict=True))

        def filled(something: Any) -> Any:
            return values[something.number] if isinstance(something, Slot) else something

        for step in self.steps:
            arguments, options = keras.tree.map_structure(filled, (step.arguments, dict(step.options)))
            result = plain_call(step, arguments, options) if call is None else call(step, arguments, options)
            for slot, value in zip(step.outputs, keras.tree.flatten(result), strict=True):
                values[slot] = value
        return values


def plain_call(step: Step, arguments: tuple[Any, ...], options: dict[str, Any]) -> Any:
    """The step as Keras does it."""
    return step.operation(*arguments, **options)


def plan_of(model: Any) -> Plan:
    """The flat plan of a Sequential or Functional model, however deeply nested."""
    return _Planner().plan(model)


class _Planner:
    def __init__(self) -> None:
        self._steps: list[Step] = []
        self._models: dict[str, int] = {}
        self._slots = 0

    def plan(self, model: Any) -> Plan:
        inner = _graph_of(model)
        if inner is None:
            raise PlanError(
                mark("The network “{name}” is a program of its own, not a graph of layers, and cannot be opened up."),
                name=model.name,
            )  # fmt: skip
        inputs = tuple(self._new_slot() for _ in inner.inputs)
        outputs = self._walk(inner, inputs, prefix="")
        return Plan(steps=tuple(self._steps), inputs=inputs, outputs=outputs, models=self._models)

    def _walk(self, graph: Any, inputs: Iterable[int], *, prefix: str) -> tuple[int, ...]:
        """Append the steps of `graph`, called with what is in the slots `inputs`; returns the slots of its outputs."""
        slots = {id(tensor): slot for tensor, slot in zip(graph.inputs, inputs, strict=True)}

        def replaced(something: Any) -> Any:
            return Slot(slots[id(something)]) if isinstance(something, keras.KerasTensor) else something

        names = Names()
        for tensor in graph.inputs:
            names.given(tensor._keras_history.operation.name)
        # Private, but the only place that holds which of a shared layer's calls belong to this model.
        for depth in sorted(graph._nodes_by_depth, reverse=True):
            for node in graph._nodes_by_depth[depth]:
                if node.is_input or any(id(tensor) not in slots for tensor in node.input_tensors):
                    continue
                arguments, options = keras.tree.map_structure(replaced, (node.arguments.args, node.arguments.kwargs))
                given = tuple(slots[id(tensor)] for tensor in node.input_tensors)
                filled = self._call(node, arguments, dict(options), given, prefix + names.given(node.operation.name))
                for tensor, slot in zip(node.outputs, filled, strict=True):
                    slots[id(tensor)] = slot
        return tuple(slots[id(tensor)] for tensor in graph.outputs)

    def _call(
        self, node: Any, arguments: tuple[Any, ...], options: dict[str, Any], given: tuple[int, ...], path: str
    ) -> tuple[int, ...]:
        operation = node.operation
        inner = _graph_of(operation)
        if inner is not None and len(given) == len(inner.inputs):
            found = self._walk(inner, given, prefix=f"{path}/")
            self._models[path] = found[0]
            return found
        if isinstance(operation, keras.layers.Layer):
            # As Keras does it in inference, whatever an inner model was called with when the network was made.
            options["training"] = False
        outputs = tuple(self._new_slot() for _ in node.outputs)
        self._steps.append(Step(path, operation, arguments, options, given, outputs))
        return outputs

    def _new_slot(self) -> int:
        self._slots += 1
        return self._slots - 1


def _graph_of(operation: Any) -> Any | None:
    """The graph of a Functional or Sequential model; None for everything that is one step."""
    if isinstance(operation, keras.Sequential):
        # Private, but the layers alone do not tell which of a shared layer's calls is meant.
        return operation._functional
    return operation if isinstance(operation, keras.Model) and hasattr(operation, "_nodes_by_depth") else None
