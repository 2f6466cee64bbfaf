"""Editing a network layer by layer: each edit is a function from one architecture to another. No Keras here.

    edited = inserted(architecture, "pool1", nodes_of(architecture, "pool1", Convolution()))
    edited = moved(edited, "conv3", after="conv2")

A layer stands *behind* another on every way that leads on from there. What brings branches together (`Add`,
`Concatenate`) moves and is copied with its whole block: everything between it and the place where its branches part.
Shapes are not looked at; `engine.network.tracing` tells which layers do not fit afterwards, and why.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from engine.network.architecture import Architecture, ArchitectureError, Node, Tap, check_name
from engine.network.layers.input import Input
from engine.network.layers.layer import Layer
from engine.text import mark


@dataclass(frozen=True)
class Block:
    """A piece of a network with one way in and one way out: its nodes in order, where it is fed, where it ends."""

    names: tuple[str, ...]
    fed_by: Tap
    end: str


def is_merging(node: Node) -> bool:
    """Whether it brings several branches together."""
    return len(node.inputs) > 1


def fresh_name(wanted: str, taken: Collection[str]) -> str:
    """`wanted` with the first number that makes it a name of its own.

    >>> fresh_name("conv", {"input", "conv1", "conv2"}), fresh_name("conv2", {"conv2"})
    ('conv3', 'conv3')
    """
    stem = wanted.rstrip("0123456789") or wanted
    number = int(wanted[len(stem) :][:6] or 1)
    while f"{stem}{number}" in taken:
        number += 1
    return f"{stem}{number}"


def inserted(
    architecture: Architecture, after: str, nodes: Iterable[Node], *, only_before: str | None = None
) -> Architecture:
    """Put nodes behind `after`; the last of them feeds all that `after` fed, or `only_before` alone."""
    added = tuple(nodes)
    if not added:
        return architecture
    _found(architecture, after)
    end = Tap(added[-1].name)
    nodes_after = []
    for node in architecture.nodes:
        goes_on = only_before in (None, node.name)
        nodes_after.append(_refed(node, {Tap(after): end}) if goes_on else node)
        if node.name == after:
            nodes_after.extend(added)
    outputs = architecture.outputs
    if only_before is None:
        outputs = tuple(end if tap == Tap(after) else tap for tap in outputs)
    return replace(architecture, nodes=tuple(nodes_after), outputs=outputs)


def removed(architecture: Architecture, name: str) -> Architecture:
    """Take a layer out; what it fed is fed by what fed it.

    Of branches that it brought together the one with the last layer stays, what leads nowhere then goes too.
    """
    node = _found(architecture, name)
    if isinstance(node.layer, Input):
        raise ArchitectureError(
            mark("“{name}” is where the picture comes in, so it has to stay. Change its shape instead."), name=name
        )
    places = {each.name: place for place, each in enumerate(architecture.nodes)}
    kept = max(node.inputs, key=lambda tap: places[tap.node])
    return _without(architecture, {name}, {Tap(name): kept})


def removed_block(architecture: Architecture, name: str) -> Architecture:
    """Take out the whole block that ends in `name`."""
    block = block_of(architecture, name)
    return _without(architecture, set(block.names), {Tap(block.end): block.fed_by})


def moved(architecture: Architecture, name: str, *, after: str) -> Architecture:
    """Let a layer, or the block that ends in it, stand behind `after`."""
    block = block_of(architecture, name)
    _found(architecture, after)
    if after in block.names or Tap(after) == block.fed_by:
        return architecture
    by_name = architecture.by_name
    carried = tuple(_refed(by_name[each], {block.fed_by: Tap(after)}) for each in block.names)
    rest = _without(architecture, set(block.names), {Tap(block.end): block.fed_by}, prunes=False)
    return inserted(rest, after, carried)


def duplicated(architecture: Architecture, name: str) -> tuple[Architecture, Mapping[str, str]]:
    """Put a copy of a layer, or of the block that ends in it, behind it; also the copies' names by those of the old."""
    block = block_of(architecture, name)
    names: dict[str, str] = {}
    for each in block.names:
        names[each] = fresh_name(each, {*architecture.by_name, *names.values()})
    taps = {Tap(old): Tap(new) for old, new in names.items()} | {block.fed_by: Tap(block.end)}
    copies = tuple(
        replace(_refed(architecture.by_name[each], taps), name=names[each], shares="") for each in block.names
    )
    return inserted(architecture, block.end, copies), names


def renamed(architecture: Architecture, name: str, new_name: str) -> Architecture:
    """Give a layer another name."""
    _found(architecture, name)
    check_name(new_name)

    def other(text: str) -> str:
        return new_name if text == name else text

    def tap(each: Tap) -> Tap:
        return replace(each, node=other(each.node))

    nodes = tuple(
        replace(each, name=other(each.name), inputs=tuple(map(tap, each.inputs)), shares=other(each.shares))
        for each in architecture.nodes
    )
    return replace(
        architecture, nodes=nodes, outputs=tuple(map(tap, architecture.outputs)),
        inputs=tuple(map(other, architecture.inputs)),
    )  # fmt: skip


def joined(architecture: Architecture, after: str, other: str, merging: Layer, name: str) -> Architecture:
    """Bring what `other` gives together with what `after` gives: a skip connection, where `other` is further up."""
    _found(architecture, other)
    return inserted(architecture, after, (Node(name, merging, (Tap(other), Tap(after))),))


def block_of(architecture: Architecture, name: str) -> Block:
    """A layer by itself, or the whole block that ends in it where it brings branches together."""
    node = _found(architecture, name)
    if isinstance(node.layer, Input):
        raise ArchitectureError(
            mark("“{name}” is where the picture comes in, so it stays first. Change its shape instead."), name=name
        )
    if not is_merging(node):
        return Block((name,), node.inputs[0], name)
    start = _parting(architecture, node)
    inside = {name} | (_ancestors(architecture, name) & _descendants(architecture, start))
    leaving = [
        each.name
        for each in architecture.nodes
        if each.name not in inside and any(tap.node in inside and tap.node != name for tap in each.inputs)
    ]
    ends = [tap.node for tap in architecture.outputs if tap.node in inside and tap.node != name]
    if leaving or ends:
        raise ArchitectureError(
            mark("The block that ends in “{name}” also feeds “{other}”, so it cannot be taken as a whole. "
                 "Change its layers one by one."),
            name=name, other=(leaving or ends)[0],
        )  # fmt: skip
    names = tuple(each.name for each in architecture.nodes if each.name in inside)
    return Block(names, Tap(start), name)


def opened_up(architecture: Architecture) -> tuple[Architecture, Mapping[str, str]]:
    """The same network without models inside it, and for each layer the path that it had: `backbone/conv1`."""
    taken: set[str] = {node.name for node in architecture.nodes if not isinstance(node.layer, Architecture)}
    paths: dict[str, str] = {}
    nodes, outputs = _unfolded(architecture, {}, "", taken, paths, {}, {})
    return Architecture(architecture.name, nodes, outputs, architecture.inputs), paths


def _unfolded(
    model: Architecture, fed: Mapping[str, Tap], path: str, taken: set[str], paths: dict[str, str],
    origins: Mapping[str, str], roots: dict[str, str],
) -> tuple[tuple[Node, ...], tuple[Tap, ...]]:  # fmt: skip
    """The layers of a model whose inputs are `fed`.

    Where it shares the weights of a model that was unfolded before, `origins` are the new names of that one's layers;
    `roots` tell for each layer so far who has its weights.
    """
    nodes: list[Node] = []
    outputs: dict[str, tuple[Tap, ...]] = {}
    inner: dict[str, dict[str, str]] = {}
    own: dict[str, str] = {}
    for node in model.nodes:
        if node.name in fed:
            outputs[node.name] = (fed[node.name],)
            continue
        inputs = tuple(outputs[tap.node][tap.output] for tap in node.inputs)
        if isinstance(node.layer, Architecture):
            begun = set(paths)
            here = f"{node.name}/"
            first_use = inner.get(node.shares) or {
                name.removeprefix(here): origin for name, origin in origins.items() if name.startswith(here)
            }
            below, outputs[node.name] = _unfolded(
                node.layer, dict(zip(node.layer.inputs, inputs, strict=True)), f"{path}{here}", taken, paths, first_use,
                roots,
            )  # fmt: skip
            new = [each for each in paths if each not in begun]
            inner[node.name] = {paths[each].removeprefix(f"{path}{node.name}/"): each for each in new}
            nodes.extend(below)
            continue
        name = _unfolded_name(path, node.name, taken)
        shared = origins.get(node.name, "") or own.get(node.shares, "")
        roots[name] = roots.get(shared, name)
        nodes.append(Node(name, node.layer, inputs, roots[name] if shared else ""))
        own[node.name], paths[name], outputs[node.name] = name, f"{path}{node.name}", (Tap(name),)
    return tuple(nodes), tuple(outputs[tap.node][tap.output] for tap in model.outputs)


def _unfolded_name(path: str, name: str, taken: set[str]) -> str:
    if not path:
        return name
    found = name if name not in taken else f"{path.replace('/', '_')}{name}"
    found = found if found not in taken else fresh_name(found, taken)
    taken.add(found)
    return found


def _without(
    architecture: Architecture, gone: set[str], taps: Mapping[Tap, Tap], *, prunes: bool = True
) -> Architecture:
    heirs: dict[str, str] = {}
    nodes: list[Node] = []
    for node in architecture.nodes:
        if node.name in gone:
            continue
        if node.shares in gone:
            # The first of those that shared the weights is now the one that has them.
            heir = heirs.setdefault(node.shares, node.name)
            node = replace(node, shares="" if heir == node.name else heir)
        nodes.append(_refed(node, taps))
    outputs = tuple(taps.get(tap, tap) for tap in architecture.outputs)
    left = replace(architecture, nodes=tuple(nodes), outputs=tuple(dict.fromkeys(outputs)))
    return _pruned(left, architecture) if prunes else left


def _pruned(architecture: Architecture, before: Architecture) -> Architecture:
    """Without what leads to no output, unless it led nowhere before."""
    needed = {tap.node for tap in architecture.outputs} | {
        name for tap in architecture.outputs for name in _ancestors(architecture, tap.node)
    }
    led = {tap.node for tap in before.outputs} | {
        name for tap in before.outputs for name in _ancestors(before, tap.node)
    }
    gone = {
        node.name
        for node in architecture.nodes
        if node.name not in needed and node.name in led and not isinstance(node.layer, Input)
    }
    return _without(architecture, gone, {}, prunes=False) if gone else architecture


def _refed(node: Node, taps: Mapping[Tap, Tap]) -> Node:
    inputs = tuple(taps.get(tap, tap) for tap in node.inputs)
    return node if inputs == node.inputs else replace(node, inputs=inputs)


def _found(architecture: Architecture, name: str) -> Node:
    node = architecture.by_name.get(name)
    if node is None:
        raise ArchitectureError(mark("There is no layer “{name}” any more."), name=name[:80])
    return node


def _ancestors(architecture: Architecture, name: str) -> set[str]:
    found: set[str] = set()
    waiting = [name]
    while waiting:
        for tap in architecture.by_name[waiting.pop()].inputs:
            if tap.node not in found:
                found.add(tap.node)
                waiting.append(tap.node)
    return found


def _descendants(architecture: Architecture, name: str) -> set[str]:
    found: set[str] = set()
    for node in architecture.nodes:
        if any(tap.node == name or tap.node in found for tap in node.inputs):
            found.add(node.name)
    return found


def _parting(architecture: Architecture, node: Node) -> str:
    """The last layer that every way from the picture to `node` leads through."""
    through: dict[str, set[str]] = {}
    order: list[str] = []
    for each in architecture.nodes:
        before = [through[tap.node] | {tap.node} for tap in each.inputs]
        through[each.name] = set.intersection(*before) if before else set()
        order.append(each.name)
        if each.name == node.name:
            break
    common = through[node.name]
    if not common:
        raise ArchitectureError(
            mark("“{name}” brings together what comes from different inputs, so there is no block to take."),
            name=node.name,
        )
    return max(common, key=order.index)
