"""Following shapes and receptive fields through a network, and saying where and why it does not fit together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import prod

from engine.errors import UserError
from engine.network.architecture import Architecture, ArchitectureError, Node
from engine.network.layers.input import Input
from engine.network.layers.layer import Layer, LayerError, Parameters, Shape, Shapes
from engine.network.layers.reach import POINTWISE
from engine.network.sight import Sight, first_sight
from engine.text import mark

Sights = Mapping[str, Sight]

MOST_VALUES = 2**31


@dataclass(frozen=True)
class Traced:
    """One node with what was found out about it.

    `path` is the node's name, behind those of the models it is in: `backbone/conv1`. `outputs` is empty where there is
    a `problem`, or where a layer before it has one; a nested model can have several outputs. `sights` tells for each
    input of the whole network what the values see of it, output by output.
    """

    path: str
    node: Node
    inputs: Shapes = ()
    outputs: Shapes = ()
    sights: tuple[Sights, ...] = ()
    problem: UserError | None = None
    inside: tuple[Traced, ...] = ()
    is_shared: bool = False

    @property
    def activations(self) -> int:
        """How many values come out for one picture."""
        return sum(prod(shape) for shape in self.outputs)

    @property
    def parameters(self) -> Parameters | None:
        """The parameters of a layer; None for a nested model, and where the shapes are not known."""
        if isinstance(self.node.layer, Architecture) or not self.outputs:
            return None
        return self.node.layer.parameters(self.inputs)

    @property
    def multiply_adds(self) -> int:
        """The multiply-adds for one picture, those of a nested model's layers summed."""
        if isinstance(self.node.layer, Architecture):
            return sum(each.multiply_adds for each in self.inside)
        return self.node.layer.multiply_adds(self.inputs) if self.outputs else 0

    def sight(self, output: int = 0) -> Sight | None:
        """What the values see of the input that they see most of; None where no picture comes in."""
        if output >= len(self.sights) or not self.sights[output]:
            return None
        return max(self.sights[output].values(), key=lambda sight: sight.size[0] * sight.size[1])


@dataclass(frozen=True)
class Trace:
    """All nodes of a network in order, nested models with theirs inside."""

    architecture: Architecture
    nodes: tuple[Traced, ...]

    def walk(self) -> Iterator[Traced]:
        """All layers, those inside nested models in the place of the model."""

        def below(nodes: tuple[Traced, ...]) -> Iterator[Traced]:
            for each in nodes:
                if isinstance(each.node.layer, Architecture) and not each.problem:
                    yield from below(each.inside)
                else:
                    yield each

        return below(self.nodes)

    @property
    def by_path(self) -> dict[str, Traced]:
        """All layers by path. A model used twice is found as it is used first."""
        found: dict[str, Traced] = {}
        for each in self.walk():
            found.setdefault(each.path, each)
        return found

    @property
    def problems(self) -> dict[str, UserError]:
        """Why layers do not fit, by path; a `LayerError` names the setting to mend."""
        return {each.path: each.problem for each in self.walk() if each.problem is not None}

    @property
    def outputs(self) -> Shapes:
        """The shapes of the network's outputs; empty where they are not known."""
        found = {each.node.name: each for each in self.nodes}
        if any(not found[tap.node].outputs for tap in self.architecture.outputs):
            return ()
        return tuple(found[tap.node].outputs[tap.output] for tap in self.architecture.outputs)

    def checked(self) -> Trace:
        """This trace, if all layers fit; otherwise the first problem as an error that names its layer."""
        for path, problem in self.problems.items():
            raise ArchitectureError(mark("“{name}” does not fit: {reason}"), name=path, reason=problem) from problem
        return self


def trace(architecture: Architecture, *, follows_fields: bool = True) -> Trace:
    """Follow shapes and fields from the inputs on. Never raises for layers that do not fit: see `Trace.problems`.

    Without `follows_fields` it takes half as long and leaves `sights` empty: for every digit that somebody types.
    """
    fed: dict[str, tuple[Shape, Sights]] = {}
    for name in architecture.inputs:
        layer = architecture.by_name[name].layer
        assert isinstance(layer, Input)
        is_picture = len(layer.shape) == 3 and follows_fields
        fed[name] = (layer.shape, {name: first_sight(layer.shape[:2])} if is_picture else {})  # type: ignore[arg-type]
    return Trace(architecture, _traced(architecture, fed, "", False))


def _traced(
    architecture: Architecture, fed: Mapping[str, tuple[Shape, Sights]], path: str, is_shared: bool
) -> tuple[Traced, ...]:
    found: dict[str, Traced] = {}
    for node in architecture.nodes:
        here = f"{path}{node.name}"
        shared = is_shared or bool(node.shares)
        if node.name in fed:
            shape, sights = fed[node.name]
            found[node.name] = Traced(here, node, (), (shape,), (sights,), is_shared=shared)
            continue
        taps = [(found[tap.node], tap.output) for tap in node.inputs]
        if any(not before.outputs for before, _ in taps):
            found[node.name] = Traced(here, node, is_shared=shared)
            continue
        shapes = tuple(before.outputs[output] for before, output in taps)
        views = tuple(before.sights[output] for before, output in taps)
        if isinstance(node.layer, Architecture):
            found[node.name] = _nested(here, node, node.layer, shapes, views, shared)
        else:
            origin = found[node.shares].inputs if node.shares else shapes
            found[node.name] = _layer(here, node, node.layer, shapes, views, shared, origin)
    return tuple(found.values())


def _layer(
    here: str, node: Node, layer: Layer, shapes: Shapes, views: tuple[Sights, ...], shared: bool, origin: Shapes
) -> Traced:
    try:
        output = layer.output_shape(shapes)
        if prod(output) > MOST_VALUES:
            raise LayerError(mark("More than {limit:,} values would come out. Use smaller maps."), limit=MOST_VALUES)
        if origin != shapes and layer.weights(origin) != layer.weights(shapes):
            raise LayerError(
                mark("It shares the weights of “{name}”, which do not fit what comes in here. "
                     "Give it weights of its own."),
                name=node.shares,
            )  # fmt: skip
        sights = _seen(layer, shapes, output, views)
    except UserError as problem:
        return Traced(here, node, shapes, problem=problem, is_shared=shared)
    return Traced(here, node, shapes, (output,), (sights,), is_shared=shared)


def _nested(
    here: str, node: Node, model: Architecture, shapes: Shapes, views: tuple[Sights, ...], shared: bool
) -> Traced:
    if len(shapes) != len(model.inputs):
        problem = LayerError(
            mark("The model “{name}” takes {expected} inputs, but gets {count}."),
            name=node.name, expected=len(model.inputs), count=len(shapes),
        )  # fmt: skip
        return Traced(here, node, shapes, problem=problem, is_shared=shared)
    fed = dict(zip(model.inputs, zip(shapes, views, strict=True), strict=True))
    for name, (shape, _) in fed.items():
        declared = model.by_name[name].layer
        assert isinstance(declared, Input)
        if declared.shape != shape:
            problem = LayerError(
                mark("The model “{name}” takes {expected}, but {shape} comes in."),
                name=node.name, expected="×".join(map(str, declared.shape)), shape="×".join(map(str, shape)),
            )  # fmt: skip
            return Traced(here, node, shapes, problem=problem, is_shared=shared)
    inside = _traced(model, fed, f"{here}/", shared)
    by_name = {each.node.name: each for each in inside}
    ends = [(by_name[tap.node], tap.output) for tap in model.outputs]
    if any(not end.outputs for end, _ in ends):
        return Traced(here, node, shapes, inside=inside, is_shared=shared)
    return Traced(
        here,
        node,
        shapes,
        tuple(end.outputs[output] for end, output in ends),
        tuple(end.sights[output] for end, output in ends),
        inside=inside,
        is_shared=shared,
    )


def _seen(layer: Layer, shapes: Shapes, output: Shape, views: tuple[Sights, ...]) -> Sights:
    """What the values of a layer see of each input of the network."""
    seen: dict[str, Sight] = {}
    sides = (output[0], output[1]) if len(output) == 3 else None
    for number, shape in enumerate(shapes):
        for name, sight in views[number].items():
            after = _after(layer, shapes, shape, output, sight)
            seen[name] = seen[name].joined(after, sides) if name in seen else after
    return seen


def _after(layer: Layer, shapes: Shapes, shape: Shape, output: Shape, sight: Sight) -> Sight:
    """What is seen through one of a layer's inputs, of this `shape`."""
    reaches = layer.reach(shapes)
    if reaches is None:
        return sight.whole((output[0], output[1]) if len(output) == 3 else (1, 1))
    if len(shape) == len(output) == 3:
        # By identity: a rim below or on the right alone reaches the same places.
        if reaches is POINTWISE and shape[:2] != output[:2]:
            # Repeated along an axis, or reshaped: where a value came from is not followed further.
            return sight.whole((output[0], output[1]))
        return sight.through(reaches, (output[0], output[1]))
    if len(shape) == 3:
        return sight if _is_single(shape) else sight.flattened()
    return sight.whole((output[0], output[1])) if len(output) == 3 else sight


def _is_single(shape: Shape) -> bool:
    return shape[0] == shape[1] == 1
