"""What can be done to a network that is being built: each edit is a function from one `BuiltModel` to another.

An edit keeps what goes with the layers: the weights that a file has for them, and the kernels put into them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from engine.network.architecture import Architecture, ArchitectureError, Node, Tap, check_name
from engine.network.blocks import BlockOffer, block_nodes
from engine.network.built import BuiltModel, PlacedKernel
from engine.network.editing import (
    block_of,
    duplicated,
    fresh_name,
    inserted,
    joined,
    moved,
    opened_up,
    removed,
    removed_block,
    renamed,
)
from engine.network.exchange import bank_of, problem_of
from engine.network.layers.layer import Layer, Shape
from engine.network.tracing import Trace, trace
from engine.text import mark


@dataclass(frozen=True)
class Edited:
    """A network after an edit, and the layer that is to be selected then."""

    model: BuiltModel
    selection: str


def copy_of(architecture: Architecture, *, name: str, origin: str = "", seed: int = 0) -> BuiltModel:
    """A network to be edited: its layers in one list, with the weights of the file `origin` where there is one."""
    flat, paths = opened_up(architecture)
    return BuiltModel(replace(flat, name=name), seed, origin, tuple(paths.items()) if origin else ())


def add_layer(model: BuiltModel, layer: Layer, stem: str, *, after: str, only_before: str | None = None) -> Edited:
    """Put a layer behind another."""
    name = fresh_name(stem, model.architecture.by_name)
    node = Node(name, layer, (Tap(after),))
    return Edited(_with(model, inserted(model.architecture, after, (node,), only_before=only_before)), name)


def add_block(model: BuiltModel, offer: BlockOffer, *, after: str) -> Edited:
    """Put a ready-made block behind a layer, sized by the maps that come in there."""
    shape = shape_behind(model.architecture, after)
    nodes = block_nodes(offer, after, shape, tuple(model.architecture.by_name))
    return Edited(_with(model, inserted(model.architecture, after, nodes)), nodes[-1].name)


def remove_layer(model: BuiltModel, name: str) -> Edited:
    """Take a layer out."""
    return Edited(_with(model, removed(model.architecture, name)), _neighbour(model, {name}))


def remove_block(model: BuiltModel, name: str) -> Edited:
    """Take out the block that ends in a layer."""
    gone = set(block_of(model.architecture, name).names)
    return Edited(_with(model, removed_block(model.architecture, name)), _neighbour(model, gone))


def duplicate_layer(model: BuiltModel, name: str) -> Edited:
    """Copy a layer, or the block that ends in it, behind itself; weights of a file and kernels are copied too."""
    architecture, names = duplicated(model.architecture, name)
    roots = dict(model.roots)
    if model.origin:
        roots |= {new: roots[old] for old, new in names.items() if old in roots}
    kernels = tuple(replace(each, layer=names[each.layer]) for each in model.kernels if each.layer in names)
    copied = replace(model, roots=tuple(roots.items()), kernels=(*model.kernels, *kernels))
    return Edited(_with(copied, architecture), names[name])


def move_layer(model: BuiltModel, name: str, *, after: str) -> Edited:
    """Let a layer, or the block that ends in it, stand behind another."""
    return Edited(_with(model, moved(model.architecture, name, after=after)), name)


def rename_layer(model: BuiltModel, name: str, new_name: str) -> Edited:
    """Give a layer another name; its weights stay."""
    wanted = new_name.strip()
    if wanted == name:
        return Edited(model, name)
    check_name(wanted)
    if wanted in model.architecture.by_name:
        raise ArchitectureError(mark("Two layers are called “{name}”. Give each a name of its own."), name=wanted)
    roots = dict(model.roots)
    root = model.root(name)
    roots.pop(name, None)
    if root:
        roots[wanted] = root
    kernels = tuple(replace(each, layer=wanted) if each.layer == name else each for each in model.kernels)
    architecture = renamed(model.architecture, name, wanted)
    return Edited(replace(model, architecture=architecture, roots=tuple(roots.items()), kernels=kernels), wanted)


def change_layer(model: BuiltModel, name: str, layer: Layer) -> Edited:
    """Give a layer other settings; those that share its weights follow."""
    node = model.architecture.by_name[name]
    return Edited(_with(model, model.architecture.replaced(node.shares or name, layer)), name)


def join_layers(model: BuiltModel, after: str, other: str, merging: Layer, stem: str) -> Edited:
    """Bring what `other` gives together with what `after` gives."""
    name = fresh_name(stem, model.architecture.by_name)
    return Edited(_with(model, joined(model.architecture, after, other, merging, name)), name)


def put_kernel(model: BuiltModel, placed: PlacedKernel) -> BuiltModel:
    """Put a kernel into a filter; refused in a sentence where it does not fit."""
    node = model.architecture.by_name.get(placed.layer)
    if node is not None and node.shares:
        placed = replace(placed, layer=node.shares)  # the layer whose weights they are
    found = trace(model.architecture, follows_fields=False).by_path.get(placed.layer)
    bank = bank_of(found.node.layer, found.inputs) if found is not None else None
    if bank is None:
        raise ArchitectureError(
            mark("“{name}” has no filters for a kernel. Choose a convolution, a depthwise or a transposed one."),
            name=placed.layer[:80],
        )
    problem = problem_of(bank, placed)
    if problem is not None:
        raise problem
    covers_all = placed.channel < 0 or placed.is_alone
    kept = [
        each
        for each in model.kernels
        if (each.layer, each.filter) != (placed.layer, placed.filter)
        or not (covers_all or each.channel == placed.channel)
    ]
    return replace(model, kernels=(*kept, placed))


def take_kernels_out(model: BuiltModel, layer: str, filter_index: int) -> BuiltModel:
    """Give a filter its own weights back."""
    kept = tuple(each for each in model.kernels if (each.layer, each.filter) != (layer, filter_index))
    return replace(model, kernels=kept)


def fitting_kernels(model: BuiltModel, traced: Trace) -> tuple[PlacedKernel, ...]:
    """The kernels that fit the layers as they are now; those that do not come back when the layers fit again."""
    by_path = traced.by_path
    found = []
    for each in model.kernels:
        at = by_path.get(each.layer)
        bank = bank_of(at.node.layer, at.inputs) if at is not None else None
        if bank is not None and problem_of(bank, each) is None:
            found.append(each)
    return tuple(found)


def shape_behind(architecture: Architecture, name: str) -> Shape:
    """The shape of a layer's output; () where it is not known."""
    found = next((each for each in trace(architecture, follows_fields=False).nodes if each.node.name == name), None)
    return found.outputs[0] if found is not None and found.outputs else ()


def is_worth_building(model: BuiltModel) -> bool:
    """Whether there is anything beyond the picture."""
    return any(node.inputs for node in model.architecture.nodes)


def _with(model: BuiltModel, architecture: Architecture) -> BuiltModel:
    """The model with another architecture, without what belonged to layers that are gone."""
    names: Mapping[str, Node] = architecture.by_name
    roots = tuple((name, root) for name, root in _inherited(model, architecture) if name in names)
    kernels = tuple(each for each in model.kernels if each.layer in names)
    return replace(model, architecture=architecture, roots=roots, kernels=kernels)


def _inherited(model: BuiltModel, architecture: Architecture) -> tuple[tuple[str, str], ...]:
    """The roots, with those of layers that now hold the weights they shared before."""
    roots = dict(model.roots)
    for node in architecture.nodes:
        before = model.architecture.by_name.get(node.name)
        if before is not None and before.shares and not node.shares and before.shares not in architecture.by_name:
            root = model.root(before.shares)
            if root:
                roots[node.name] = root
    return tuple(roots.items())


def _neighbour(model: BuiltModel, gone: set[str]) -> str:
    """The layer to select once some are gone: the next that stays, else the one before."""
    names = [node.name for node in model.architecture.nodes]
    first = min(names.index(name) for name in gone)
    after = [name for name in names[first:] if name not in gone]
    before = [name for name in names[:first] if name not in gone]
    return after[0] if after else before[-1]
