"""The layers of the network that is being built as entries of the list, and what is said of its edits."""

from __future__ import annotations

from collections.abc import Sequence

from engine.errors import UserError
from engine.network.architecture import Architecture
from engine.network.built import PlacedKernel
from engine.network.layers.input import Input
from engine.network.layers.layer import shape_text
from engine.network.tracing import Trace, Traced
from gui.models.layers import LayerEntry, role_of
from gui.models.wording import kernel_title
from gui.text import sentence, tr, translated


def building_entries(traced: Trace, kernels: Sequence[PlacedKernel]) -> list[tuple[int, LayerEntry]]:
    """Each layer in order. One that does not follow the line above says what feeds it."""
    entries: list[tuple[int, LayerEntry]] = []
    ends = {tap.node for tap in traced.architecture.outputs}
    above = ""
    for each in traced.nodes:
        placed = [kernel for kernel in kernels if kernel.layer == each.node.name]
        entries.append((0, _entry(each, above, placed, is_answer=each.node.name in ends)))
        above = each.node.name
    return entries


def kernel_words(placed: Sequence[PlacedKernel]) -> str:
    """Which kernels were put into which filters, a line each."""
    lines = []
    for each in placed:
        title = kernel_title(each.kernel)
        if each.channel < 0:
            lines.append(tr("Filter {filter}: {kernel}", filter=each.filter, kernel=title))
        else:
            lines.append(tr("Filter {filter}, channel {channel}: {kernel}",
                            filter=each.filter, channel=each.channel, kernel=title))  # fmt: skip
    return "\n".join(lines)


def layer_words(traced: Traced) -> str:
    """The kind of a layer."""
    layer = traced.node.layer
    return tr("Network") if isinstance(layer, Architecture) else translated(layer.TITLE)


def problem_words(problem: UserError | None) -> str:
    """Why a layer does not fit; "" where it does."""
    return "" if problem is None else sentence(problem)


def _entry(traced: Traced, above: str, placed: Sequence[PlacedKernel], *, is_answer: bool) -> LayerEntry:
    node, layer = traced.node, traced.node.layer
    kind = "Model" if isinstance(layer, Architecture) else layer.KIND
    title, setting = layer_words(traced), ""
    if not isinstance(layer, Architecture):
        summary = layer.summary()
        setting = translated(summary.template, **summary.values) if summary.template else ""
    feeds = [str(tap) for tap in node.inputs]
    if feeds and feeds != [above]:
        title = tr("{title} of {layers}", title=title, layers=" + ".join(feeds))
    if not traced.outputs and traced.problem is None:
        setting = "\n".join(part for part in (setting, tr("Its shape is known once the layers before it fit.")) if part)
    return LayerEntry(
        path=node.name, name=node.name, kind=kind, title=title, setting=setting,
        shape=shape_text(traced.outputs[0]) if traced.outputs else "–",
        role="input" if isinstance(layer, Input) else role_of(kind, is_answer=is_answer),
        is_frozen=not isinstance(layer, Architecture) and not layer.trainable and bool(_holds(traced)),
        problem=problem_words(traced.problem), kernels=kernel_words(placed),
    )  # fmt: skip


def _holds(traced: Traced) -> int:
    found = traced.parameters
    return found.total if found is not None else 0
