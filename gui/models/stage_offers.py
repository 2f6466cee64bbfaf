"""What can be added to a recipe, in groups, drawn from the declarations of the stages and the kernel library."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from engine.imaging.kernel_choice import KernelChoice
from engine.imaging.kernels import FAMILIES, library
from engine.imaging.stages.convolution import Convolution
from engine.imaging.stages.kinds import STAGE_KINDS
from engine.imaging.stages.stage import Stage
from engine.parameters import Choice, parameters_of
from gui.models.wording import stage_title
from gui.text import tr, translated


@dataclass(frozen=True)
class StageOffer:
    """A stage that can be added, with its name and one line of help; texts are translated."""

    title: str
    help: str
    stage: Stage


@dataclass(frozen=True)
class OfferGroup:
    """Offers of one kind. A group with a single offer is shown as that offer."""

    title: str
    help: str
    icon: str
    offers: tuple[StageOffer, ...]


def kernel_groups() -> tuple[OfferGroup, ...]:
    """A group for each family of kernels, and one for true volumes."""
    families = tuple(
        OfferGroup(
            title=translated(family.title),
            help=translated(family.help),
            icon="kernel",
            offers=tuple(
                StageOffer(translated(card.name), translated(card.when_to_use), Convolution(kernel=KernelChoice(name)))
                for name, card in library().items()
                if card.family == family.value
            ),
        )
        for family in FAMILIES.options
    )
    volume = StageOffer(
        tr("Filters over the volume"),
        tr("As in a CNN: a kernel for every channel, summed, plus a bias; several filters give several maps."),
        Convolution(kernel=KernelChoice("sobel"), channels="volume"),
    )
    return (*families, OfferGroup(volume.title, volume.help, "volume", (volume,)))


def own_group(kept: Iterable[KernelChoice]) -> OfferGroup:
    """Numbers to type, and what is kept in the user's own library."""
    blank = np.zeros((3, 3), np.float32)
    blank[1, 1] = 1
    offers = [
        StageOffer(
            tr("Own numbers"),
            tr("A kernel of your own: it begins as the one that changes nothing."),
            Convolution(kernel=KernelChoice.own(blank)),
        )
    ]
    for kernel in kept:
        height, width = kernel.weights().shape
        help_text = tr("Your own kernel, {height} × {width}", height=height, width=width)
        offers.append(StageOffer(kernel.label, help_text, Convolution(kernel=kernel)))
    return OfferGroup(tr("Own kernels"), tr("Kernels with numbers of your own."), "kernel", tuple(offers))


def other_groups() -> tuple[OfferGroup, ...]:
    """A group for every other kind of stage; a stage that starts with a choice is offered once for each option."""
    return tuple(_group(kind) for kind in STAGE_KINDS.values() if kind is not Convolution)


def _group(kind: type[Stage]) -> OfferGroup:
    name, declaration = next(iter(parameters_of(kind).items()))
    title = translated(kind.TITLE)
    if not isinstance(declaration, Choice):
        help_text = _helps().get(kind.KIND, "")
        return OfferGroup(title, help_text, kind.ICON, (StageOffer(title, help_text, kind()),))
    stages = [
        (kind().changed(**{name: option.value}), translated(option.help))
        for option in declaration.options
        if option.value != "none"
    ]
    offers = tuple(StageOffer(stage_title(stage), help_text, stage) for stage, help_text in stages)
    return OfferGroup(title, translated(declaration.help), kind.ICON, offers)


def _helps() -> dict[str, str]:
    return {
        "median": tr("The middle of each window's sorted values: takes salt and pepper away, keeps edges."),
        "bilateral": tr("Smooths where values are alike and leaves edges standing."),
        "canny": tr("Thin, connected edges in four steps, each of which can be looked at."),
        "transposed": tr("Every value stamps the kernel onto a larger picture, as decoders do."),
    }
