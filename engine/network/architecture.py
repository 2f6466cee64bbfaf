"""A network as plain data: named nodes and what feeds them. Nothing here computes values or needs Keras."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from graphlib import CycleError, TopologicalSorter
from typing import Any, Self

from engine.errors import UserError
from engine.migrations import version_in
from engine.network.layers.input import Input
from engine.network.layers.kinds import layer_from_json
from engine.network.layers.layer import Layer
from engine.text import mark

FORMAT = "kernelscope-architecture"
VERSION = 1
MOST_NODES = 4096
DEEPEST = 8
LONGEST_NAME = 200


class ArchitectureError(UserError):
    """A network that does not hang together."""


@dataclass(frozen=True, order=True)
class Tap:
    """Where values are taken from: a node, and which of its outputs where it is a model with several."""

    node: str
    output: int = 0

    def __str__(self) -> str:
        return f"{self.node}:{self.output}" if self.output else self.node

    @classmethod
    def from_text(cls, text: Any) -> Self:
        """The tap that `str` wrote.

        >>> Tap.from_text("backbone:1")
        Tap(node='backbone', output=1)
        """
        if not isinstance(text, str):
            raise ArchitectureError(mark("A connection is named by a text, not {value}."), value=repr(text)[:80])
        node, _, output = text.partition(":")
        if output and not (output.isascii() and output.isdecimal() and len(output) < 6):
            raise ArchitectureError(mark("“{text}” names no output of a layer."), text=text[:80])
        return cls(node, int(output or 0))


@dataclass(frozen=True)
class Node:
    """One use of a layer, or of a whole model as if it were a layer.

    `shares` names the earlier node whose weights this one uses, where a layer is used more than once.
    """

    name: str
    layer: Layer | Architecture
    inputs: tuple[Tap, ...] = ()
    shares: str = ""

    def to_json(self) -> dict[str, Any]:
        """Plain data; what is empty is left out."""
        nested = isinstance(self.layer, Architecture)
        layer = {"kind": MODEL_KIND, **self.layer.to_json()} if nested else self.layer.to_json()
        data: dict[str, Any] = {"name": self.name, "layer": layer}
        if self.inputs:
            data["inputs"] = [str(tap) for tap in self.inputs]
        if self.shares:
            data["shares"] = self.shares
        return data

    @classmethod
    def from_json(cls, data: Any, *, depth: int = 0) -> Self:
        """The node that `data` describes, checked."""
        if not isinstance(data, dict) or not isinstance(data.get("layer"), dict):
            raise ArchitectureError(mark("A node of the network is damaged: it has no layer."))
        inputs, layer = data.get("inputs", []), data["layer"]
        if not isinstance(inputs, list) or not isinstance(data.get("shares", ""), str):
            raise ArchitectureError(mark("A node of the network is damaged: its connections cannot be read."))
        nested = layer.get("kind") == MODEL_KIND
        made = Architecture.from_json(layer, depth=depth + 1) if nested else layer_from_json(layer)
        return cls(data.get("name", ""), made, tuple(map(Tap.from_text, inputs)), data.get("shares", ""))


MODEL_KIND = "Model"


@dataclass(frozen=True)
class Architecture:
    """Nodes in an order in which each comes after what feeds it, the inputs and the outputs.

    Checked when made: names, connections, no circle. Shapes are not: while a network is being built by hand it may
    hold layers that do not fit; `engine.network.tracing` tells which, and why. The batch axis is left out everywhere,
    so that every network takes any number of pictures.
    """

    name: str
    nodes: tuple[Node, ...]
    outputs: tuple[Tap, ...]
    inputs: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "nodes", tuple(self.nodes))
        object.__setattr__(self, "outputs", tuple(self.outputs))
        entrances = tuple(node.name for node in self.nodes if isinstance(node.layer, Input))
        object.__setattr__(self, "inputs", tuple(self.inputs) or entrances)
        check_name(self.name)
        if len(self.nodes) > MOST_NODES:
            raise ArchitectureError(
                mark("The network has {count} layers; at most {limit} can be shown."),
                count=len(self.nodes), limit=MOST_NODES,
            )  # fmt: skip
        _check_nodes(self.nodes)
        if sorted(self.inputs) != sorted(entrances):
            raise ArchitectureError(mark("The network's list of inputs does not name each of its inputs once."))
        if not self.inputs:
            raise ArchitectureError(mark("The network has no input. Put an input layer first."))
        if not self.outputs:
            raise ArchitectureError(mark("The network has no output. Say which layer is the last."))
        for tap in self.outputs:
            _check_tap(tap, self.by_name)
        object.__setattr__(self, "nodes", _in_order(self.nodes))

    @cached_property
    def by_name(self) -> Mapping[str, Node]:
        """The nodes by name."""
        return {node.name: node for node in self.nodes}

    @property
    def depth(self) -> int:
        """How many models are nested in one another; 1 where there are none inside."""
        inner = [node.layer.depth for node in self.nodes if isinstance(node.layer, Architecture)]
        return 1 + max(inner, default=0)

    def walk(self, path: str = "") -> Iterator[tuple[str, Node]]:
        """All nodes that are no models, those inside nested models included, with paths such as `backbone/conv1`."""
        for node in self.nodes:
            here = f"{path}{node.name}"
            if isinstance(node.layer, Architecture):
                yield from node.layer.walk(f"{here}/")
            else:
                yield here, node

    def replaced(self, name: str, layer: Layer | Architecture) -> Self:
        """A copy in which the node `name`, and those that share its weights, have another layer."""
        nodes = tuple(replace(node, layer=layer) if name in (node.name, node.shares) else node for node in self.nodes)
        return replace(self, nodes=nodes)

    def to_json(self) -> dict[str, Any]:
        """Plain data that `from_json` turns back into an equal architecture."""
        return {
            "format": FORMAT,
            "version": VERSION,
            "name": self.name,
            "inputs": list(self.inputs),
            "outputs": [str(tap) for tap in self.outputs],
            "nodes": [node.to_json() for node in self.nodes],
        }

    @classmethod
    def from_json(cls, data: Any, *, depth: int = 0) -> Self:
        """The architecture that `data` describes, checked."""
        if not isinstance(data, dict) or data.get("format") != FORMAT:
            raise ArchitectureError(mark("This is no Kernelscope network. Choose a file that was saved as one."))
        version = version_in(data)
        if version is None:
            raise ArchitectureError(mark("The network does not say which version it has, so it cannot be read safely."))
        if version > VERSION:
            raise ArchitectureError(
                mark("The network was saved by a newer Kernelscope (file version {found}, this program reads {known}). "
                     "Update the program to open it."),
                found=version, known=VERSION,
            )  # fmt: skip
        if depth >= DEEPEST:
            raise ArchitectureError(
                mark("The network nests models more than {limit} deep, which cannot be shown."), limit=DEEPEST
            )
        lists = [data.get(key, []) for key in ("nodes", "outputs", "inputs")]
        if not all(isinstance(entries, list) for entries in lists):
            raise ArchitectureError(mark("The network is damaged: its layers cannot be listed."))
        nodes, outputs, inputs = lists
        if len(nodes) > MOST_NODES:
            raise ArchitectureError(
                mark("The network has {count} layers; at most {limit} can be shown."),
                count=len(nodes), limit=MOST_NODES,
            )  # fmt: skip
        return cls(
            name=data.get("name", ""),
            nodes=tuple(_node_from_json(entry, depth) for entry in nodes),
            outputs=tuple(map(Tap.from_text, outputs)),
            inputs=tuple(Tap.from_text(entry).node for entry in inputs),
        )

    def to_text(self) -> str:
        """The text of a file, one node a line."""
        data = self.to_json()
        nodes = ",\n".join(f"  {json.dumps(node, ensure_ascii=False)}" for node in data.pop("nodes"))
        head = json.dumps(data, indent=1, ensure_ascii=False).removesuffix("\n}")
        return f'{head},\n "nodes": [\n{nodes}\n ]\n}}\n'

    @classmethod
    def from_text(cls, text: str | bytes) -> Self:
        """The architecture in the text of a file."""
        try:
            data = json.loads(text)
        except (ValueError, RecursionError) as error:
            raise ArchitectureError(
                mark("The network's file is damaged and cannot be read. Open an earlier copy of it."),
                details=str(error),
            ) from None
        return cls.from_json(data)


def chain(name: str, layers: Mapping[str, Layer | Architecture]) -> Architecture:
    """A network in which each layer feeds the next; the first has to be an input."""
    nodes: list[Node] = []
    for title, layer in layers.items():
        nodes.append(Node(title, layer, (Tap(nodes[-1].name),) if nodes else ()))
    if not nodes:
        raise ArchitectureError(mark("The network has no input. Put an input layer first."))
    return Architecture(name=name, nodes=tuple(nodes), outputs=(Tap(nodes[-1].name),))


def check_name(name: object) -> None:
    """Refuse what cannot serve as the name of a layer or network, in files and in Keras."""
    if not isinstance(name, str) or not name.strip() or len(name) > LONGEST_NAME:
        raise ArchitectureError(
            mark("“{name}” cannot be a name. Use one to {limit} characters."), name=str(name)[:80], limit=LONGEST_NAME
        )
    if any(sign in name for sign in "/:") or not name.isprintable():
        raise ArchitectureError(
            mark("The name “{name}” holds a sign that names cannot have, such as “/” or “:”. Leave it out."),
            name=ascii(name)[1:-1][:80],
        )


def _check_nodes(nodes: tuple[Node, ...]) -> None:
    by_name: dict[str, Node] = {}
    for node in nodes:
        check_name(node.name)
        if node.name in by_name:
            raise ArchitectureError(
                mark("Two layers are called “{name}”. Give each a name of its own."), name=node.name
            )
        by_name[node.name] = node
    for node in nodes:
        for tap in node.inputs:
            _check_tap(tap, by_name)
        if not node.shares:
            continue
        origin = by_name.get(node.shares)
        if origin is None or origin.shares or origin.name == node.name or origin.layer != node.layer:
            raise ArchitectureError(
                mark("“{name}” is to share the weights of “{other}”, but that is not the same layer."),
                name=node.name, other=node.shares,
            )  # fmt: skip


def _check_tap(tap: Tap, by_name: Mapping[str, Node]) -> None:
    node = by_name.get(tap.node)
    if node is None:
        raise ArchitectureError(
            mark("Something is connected to “{name}”, but there is no such layer."), name=tap.node[:80]
        )
    count = len(node.layer.outputs) if isinstance(node.layer, Architecture) else 1
    if not 0 <= tap.output < count:
        raise ArchitectureError(
            mark("“{name}” has no output {number}; it has {count}."), name=tap.node, number=tap.output + 1, count=count
        )


def _in_order(nodes: tuple[Node, ...]) -> tuple[Node, ...]:
    """The nodes in an order in which each comes after what feeds it; the given order where it is one."""
    seen: set[str] = set()
    for node in nodes:
        if any(tap.node not in seen for tap in node.inputs) or (node.shares and node.shares not in seen):
            break
        seen.add(node.name)
    else:
        return nodes
    before = {
        node.name: [*(tap.node for tap in node.inputs), *([node.shares] if node.shares else [])] for node in nodes
    }
    by_name = {node.name: node for node in nodes}
    try:
        return tuple(by_name[name] for name in TopologicalSorter(before).static_order())
    except CycleError as error:
        raise ArchitectureError(
            mark("“{name}” feeds itself through the layers after it. A network has to run in one direction."),
            name=str(error.args[1][0]),
        ) from None


def _node_from_json(entry: Any, depth: int) -> Node:
    try:
        return Node.from_json(entry, depth=depth)
    except ArchitectureError:
        raise
    except UserError as error:
        name = entry.get("name", "") if isinstance(entry, dict) else ""
        raise ArchitectureError(
            mark("The layer “{name}” cannot be used: {reason}"), name=str(name)[:80], reason=error
        ) from None
    except (TypeError, ValueError, KeyError, OverflowError) as error:
        raise ArchitectureError(
            mark("A layer of the network is damaged. Open an earlier copy of the file."), details=repr(error)
        ) from None
