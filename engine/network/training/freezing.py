"""Which layers of a network learn: `trainable` set on all that feeds a layer, or on all that follows one. No Keras."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from engine.network.architecture import Architecture
from engine.network.training.cutting import feeding


def frozen(architecture: Architecture, path: str) -> Architecture:
    """A copy in which the layer `path` and all that feeds it are not trainable."""
    first, _, rest = path.partition("/")
    before = feeding(architecture, {first}) - ({first} if rest else set())
    nodes = []
    for node in architecture.nodes:
        layer = node.layer
        if node.name in before:
            layer = with_trainable(layer, lambda _: False)
        elif node.name == first and isinstance(layer, Architecture):
            layer = frozen(layer, rest)
        nodes.append(replace(node, layer=layer))
    # A layer that is used twice is one layer: frozen where any use of it is.
    by_name = {node.name: node for node in nodes}
    still = {node.shares for node in nodes if node.shares and node.layer != by_name[node.shares].layer}
    return replace(
        architecture,
        nodes=tuple(
            replace(node, layer=with_trainable(node.layer, lambda _: False))
            if node.name in still or node.shares in still
            else node
            for node in nodes
        ),
    )


def unfrozen(architecture: Architecture, path: str = "") -> Architecture:
    """A copy in which the layer `path` and all that comes after it are trainable; all layers without a path."""
    earlier = {name for name, _ in architecture.walk()} - after(architecture, path) if path else set()
    made: Architecture = with_trainable(architecture, lambda name: True if name not in earlier else None)
    return made


def after(architecture: Architecture, path: str) -> set[str]:
    """The paths of the layer `path` and of all layers that it feeds."""
    first, _, rest = path.partition("/")
    reached = {first}
    for node in architecture.nodes:
        if any(tap.node in reached for tap in node.inputs):
            reached.add(node.name)
    found: set[str] = set()
    for node in architecture.nodes:
        if node.name not in reached:
            continue
        if not isinstance(node.layer, Architecture):
            found.add(node.name)
        elif node.name == first and rest:
            found |= {f"{first}/{inner}" for inner in after(node.layer, rest)}
        else:
            found |= {f"{node.name}/{inner}" for inner, _ in node.layer.walk()}
    return found


def with_trainable(layer: Any, chosen: Callable[[str], bool | None], path: str = "") -> Any:
    """A layer or network with `trainable` set as `chosen` says for each path; None leaves it as it is."""
    if not isinstance(layer, Architecture):
        wanted = chosen(path)
        return layer if wanted is None or layer.trainable == wanted else layer.changed(trainable=wanted)
    nodes = [
        replace(node, layer=with_trainable(node.layer, chosen, f"{path}/{node.name}" if path else node.name))
        for node in layer.nodes
    ]
    by_name = {node.name: node for node in nodes}
    shared = tuple(replace(node, layer=by_name[node.shares].layer) if node.shares else node for node in nodes)
    return replace(layer, nodes=shared)
