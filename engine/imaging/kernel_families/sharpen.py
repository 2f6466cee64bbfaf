"""Kernels that sharpen: the picture plus some of its detail, so they sum to 1."""

from __future__ import annotations

import numpy as np

from engine.imaging.cards import KernelCard
from engine.imaging.kernel_families.common import NEIGHBOURS, amount, odd_size, sigma
from engine.imaging.kernel_families.plain import identity
from engine.imaging.kernel_families.second import laplacian
from engine.imaging.kernel_families.smooth import gaussian
from engine.imaging.types import Weights
from engine.text import mark


def sharpen(*, neighbours: str, amount: float) -> Weights:
    """The identity minus amount · Laplacian; with 4 neighbours and amount 1: 5 in the centre, −1 beside it."""
    return identity(size=3) - np.float32(amount) * laplacian(neighbours=neighbours)


def unsharp(*, size: int, sigma: float, amount: float) -> Weights:
    """The identity plus amount · (identity − Gaussian)."""
    plain = identity(size=size)
    return plain + np.float32(amount) * (plain - gaussian(size=size, sigma=sigma))


CARDS = {
    "sharpen": KernelCard(
        name=mark("Sharpen"),
        family="sharpen",
        parameters={
            "neighbours": NEIGHBOURS,
            "amount": amount(mark("How much of the detail is added; 0 leaves the picture as it is.")),
        },
        build=sharpen,
        what_it_does=mark("Adds to each pixel what sets it apart from its neighbours."),
        strengths=mark("Crisp edges from nine numbers, while flat areas keep their brightness."),
        weaknesses=mark("Sharpens noise as well and can leave bright seams along edges."),
        when_to_use=mark("For slightly soft, clean pictures."),
    ),
    "unsharp": KernelCard(
        name=mark("Unsharp mask"),
        family="sharpen",
        parameters={
            "size": odd_size(5),
            "sigma": sigma(),
            "amount": amount(mark("How much of the detail is added; 0 leaves the picture as it is.")),
        },
        build=unsharp,
        what_it_does=mark("Adds the difference between the picture and its Gaussian blur."),
        strengths=mark("Size and sigma choose how coarse the detail is that gets stronger."),
        weaknesses=mark("Large amounts put halos around edges."),
        when_to_use=mark("For photographs: it is what the sharpness control of most programs does."),
    ),
}
