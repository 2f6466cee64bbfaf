"""The kernel library: every kernel with a name, its settings and its card."""

from __future__ import annotations

from engine.imaging.cards import KernelCard
from engine.imaging.kernel_families import edges, plain, second, sharpen, smooth, texture
from engine.parameters import Choice, Option
from engine.text import mark

FAMILIES = Choice(
    title=mark("Family"),
    help=mark("Kernels that do the same kind of work."),
    default="plain",
    options=(
        Option("plain", mark("Unchanged"), mark("The kernel that changes nothing.")),
        Option("smooth", mark("Smoothing"), mark("They sum to 1: brightness stays, detail goes.")),
        Option("edge", mark("Edges"), mark("They sum to 0: flat areas vanish, changes stay.")),
        Option("sharpen", mark("Sharpening"), mark("The picture plus some of its own detail.")),
        Option("texture", mark("Texture"), mark("Relief and stripes.")),
    ),
)

_CARDS: dict[str, KernelCard] = {
    **plain.CARDS,
    **smooth.CARDS,
    **edges.CARDS,
    **second.CARDS,
    **sharpen.CARDS,
    **texture.CARDS,
}


def library() -> dict[str, KernelCard]:
    """Every kernel card by its lasting name, in the order in which families are taught.

    >>> library()["bar"].weights().tolist()
    [[1.0, 0.0, -1.0], [1.0, 0.0, -1.0], [1.0, 0.0, -1.0]]
    """
    return dict(_CARDS)
