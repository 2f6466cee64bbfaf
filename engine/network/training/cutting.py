"""Networks cut off after a layer, and brought to another input size. No Keras here."""

from __future__ import annotations

from dataclasses import replace

from engine.errors import UserError
from engine.network.architecture import Architecture, Node, Tap
from engine.network.layers.input import Input
from engine.network.tracing import trace
from engine.text import mark


class CutError(UserError):
    """A network that cannot be brought to another size."""


def resized(architecture: Architecture, size: tuple[int, int]) -> Architecture:
    """A copy that takes pictures of another height and width, models inside it included."""
    entrance = architecture.by_name[architecture.inputs[0]].layer
    if not isinstance(entrance, Input) or len(entrance.shape) != 3:
        raise CutError(
            mark("“{name}” does not take pictures, so it cannot be trained on some."), name=architecture.name
        )
    if entrance.shape[:2] == tuple(size):
        return architecture
    nodes: list[Node] = []
    for node in architecture.nodes:
        layer = node.layer
        if node.name == architecture.inputs[0]:
            layer = entrance.changed(shape=(*size, entrance.shape[2]))
        elif isinstance(layer, Architecture) and len(layer.inputs) == 1:
            so_far = Architecture(name=architecture.name, nodes=tuple(nodes), outputs=node.inputs)
            coming = trace(so_far).checked().outputs[0]
            if len(coming) == 3:
                layer = resized(layer, (coming[0], coming[1]))
        nodes.append(replace(node, layer=layer))
    return replace(architecture, nodes=tuple(nodes))


def cut(architecture: Architecture, path: str) -> Architecture:
    """The part of a network that a layer depends on, with that layer's values as its only output."""
    first, _, rest = path.partition("/")
    node = architecture.by_name[first]
    nodes = architecture.nodes
    if rest and isinstance(node.layer, Architecture):
        inner = cut(node.layer, rest)
        nodes = tuple(replace(each, layer=inner) if each.name == first else each for each in nodes)
    needed = feeding(architecture, {first})
    return replace(
        architecture, nodes=tuple(each for each in nodes if each.name in needed), outputs=(Tap(first),),
        inputs=tuple(name for name in architecture.inputs if name in needed),
    )  # fmt: skip


def one_output(architecture: Architecture) -> Architecture:
    """The network with its first output only, without what no longer leads anywhere."""
    if len(architecture.outputs) == 1:
        return architecture
    needed = feeding(architecture, {architecture.outputs[0].node})
    return replace(
        architecture,
        nodes=tuple(each for each in architecture.nodes if each.name in needed), outputs=architecture.outputs[:1],
    )  # fmt: skip


def feeding(architecture: Architecture, names: set[str]) -> set[str]:
    """These nodes and all that feed them, or that they share weights with."""
    needed = set(names)
    for node in reversed(architecture.nodes):
        if node.name in needed:
            needed |= {tap.node for tap in node.inputs} | ({node.shares} if node.shares else set())
    return needed
