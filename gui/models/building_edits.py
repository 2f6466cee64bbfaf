"""What can be done to the network that is being built, each as one step that can be undone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from engine.errors import UserError
from engine.network import drafting
from engine.network.architecture import Architecture
from engine.network.blocks import BlockOffer
from engine.network.editing import is_merging
from engine.network.layers.layer import Layer
from engine.network.offers import LayerOffer
from gui.text import tr, translated

if TYPE_CHECKING:
    from gui.network.builder import Builder


def add_layer(builder: Builder, offer: LayerOffer) -> None:
    """Put a layer behind the selected one."""
    builder.edit(
        lambda model: drafting.add_layer(model, offer.layer, offer.stem, after=builder.selection),
        tr("Add {layer}", layer=translated(offer.layer.TITLE)),
    )


def add_block(builder: Builder, offer: BlockOffer) -> None:
    """Put a ready-made block behind the selected layer."""
    builder.edit(
        lambda model: drafting.add_block(model, offer, after=builder.selection),
        tr("Add {layer}", layer=translated(offer.title)),
    )


def join_layers(builder: Builder, other: str, merging: Layer, stem: str) -> None:
    """Bring what another layer gives together with what the selected one gives."""
    builder.edit(
        lambda model: drafting.join_layers(model, builder.selection, other, merging, stem),
        tr("Connect {layer}", layer=other),
    )


def remove_layer(builder: Builder, name: str) -> None:
    """Take a layer out."""
    builder.edit(lambda model: drafting.remove_layer(model, name), tr("Remove {layer}", layer=name))


def remove_block(builder: Builder, name: str) -> None:
    """Take out the block that ends in a layer."""
    builder.edit(lambda model: drafting.remove_block(model, name), tr("Remove the block of {layer}", layer=name))


def duplicate_layer(builder: Builder, name: str) -> None:
    """Copy a layer, or the block that ends in it, behind itself."""
    builder.edit(lambda model: drafting.duplicate_layer(model, name), tr("Duplicate {layer}", layer=name))


def move_layer(builder: Builder, name: str, after: str) -> None:
    """Let a layer, or the block that ends in it, stand behind another."""
    builder.edit(lambda model: drafting.move_layer(model, name, after=after), tr("Move {layer}", layer=name))


def move_by(builder: Builder, name: str, step: int) -> None:
    """Move a layer one line up or down."""
    names = _names(builder)
    place = names.index(name) if name in names else -1
    # Up: behind the one before the one above. Down: behind the one below.
    target = place - 2 if step < 0 else place + 1
    if place > 0 and 0 <= target < len(names):
        move_layer(builder, name, names[target])


def rename_layer(builder: Builder, name: str, new_name: str) -> bool:
    """Give a layer another name; false where that was refused."""
    return builder.edit(
        lambda model: drafting.rename_layer(model, name, new_name), tr("Rename {layer}", layer=name)
    )  # fmt: skip


def rename_problem(builder: Builder, name: str, new_name: str) -> UserError | None:
    """Why a layer cannot have this name; None where it can."""
    try:
        if builder.model is not None:
            drafting.rename_layer(builder.model, name, new_name)
    except UserError as error:
        return error
    return None


def change_layer(builder: Builder, name: str, layer: Layer, text: str, *, merge_key: str = "") -> None:
    """Give a layer other settings."""
    builder.edit(lambda model: drafting.change_layer(model, name, layer), text, merge_key=merge_key)


def is_end_of_block(builder: Builder, name: str) -> bool:
    """Whether branches come together in a layer."""
    node = builder.model.architecture.by_name.get(name) if builder.model is not None else None
    return node is not None and is_merging(node)


def earlier_layers(builder: Builder) -> Sequence[str]:
    """The layers before the selected one, the nearest first: what a skip connection can come from."""
    names = _names(builder)
    place = names.index(builder.selection) if builder.selection in names else 0
    return names[:place][::-1]


def _names(builder: Builder) -> list[str]:
    model = builder.model
    architecture: Architecture | None = model.architecture if model is not None else None
    return [node.name for node in architecture.nodes] if architecture is not None else []
