"""The kernel that changes nothing."""

from __future__ import annotations

import numpy as np

from engine.imaging.cards import KernelCard
from engine.imaging.kernel_families.common import odd_size
from engine.imaging.types import Weights
from engine.text import mark


def identity(*, size: int) -> Weights:
    """1 in the centre, 0 elsewhere."""
    weights = np.zeros((size, size), np.float32)
    weights[size // 2, size // 2] = 1
    return weights


CARDS = {
    "identity": KernelCard(
        name=mark("Identity"),
        family="plain",
        parameters={"size": odd_size()},
        build=identity,
        what_it_does=mark("Gives back every pixel as it is. It finds no edges, whatever some notes say of it."),
        strengths=mark("Shows what padding, stride and the activation do by themselves."),
        weaknesses=mark("It changes nothing: its neighbours all count zero times."),
        when_to_use=mark("As a starting point for a kernel of your own, or to check a recipe."),
    ),
}
