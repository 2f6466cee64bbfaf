"""Kernels that find edges and spots by the bend of the brightness (second derivatives); they sum to 0."""

from __future__ import annotations

import numpy as np

from engine.imaging.cards import KernelCard
from engine.imaging.kernel_families.common import NEIGHBOURS, odd_size, sigma, zero_sum
from engine.imaging.types import Weights
from engine.text import mark


def laplacian(*, neighbours: str) -> Weights:
    """The neighbours minus the centre, as often as there are neighbours."""
    kernels = {"4": [[0, 1, 0], [1, -4, 1], [0, 1, 0]], "8": [[1, 1, 1], [1, -8, 1], [1, 1, 1]]}
    return np.array(kernels[neighbours], np.float32)


def laplacian_of_gaussian(*, size: int, sigma: float) -> Weights:
    """G″(x) · G(y) + G(x) · G″(y), where G is a bell curve that sums to 1; sigma 0 takes size / 6.5 (9 × 9: about 1.4).

    A bell curve cut off at the border bends a little too much one way. A multiple of G is therefore taken from G″ until
    it sums to 0; that leaves the kernel a sum of two products of a column and a row. Sigma counts as at least 0.3: a
    narrower bell falls between the pixels.
    """
    spread = max(sigma, 0.3) if sigma > 0 else size / 6.5
    place = np.arange(size) - size // 2
    bell = np.exp(-(place**2) / (2 * spread**2))
    bell /= bell.sum()
    bend = (place**2 / spread**4 - 1 / spread**2) * bell
    bend -= bend.sum() * bell
    return zero_sum(np.outer(bend, bell) + np.outer(bell, bend))


CARDS = {
    "laplacian": KernelCard(
        name=mark("Laplacian"),
        family="edge",
        parameters={"neighbours": NEIGHBOURS},
        build=laplacian,
        what_it_does=mark("The sum of the neighbours minus as many times the centre: how much a pixel differs."),
        strengths=mark("Finds edges of every direction at once; the edge lies where the result crosses zero."),
        weaknesses=mark("Doubles every edge and answers strongest to noise."),
        when_to_use=mark("For fine detail in clean pictures, or to measure how sharp a picture is."),
    ),
    "laplacian_of_gaussian": KernelCard(
        name=mark("Laplacian of Gaussian"),
        family="edge",
        parameters={"size": odd_size(9, minimum=3), "sigma": sigma()},
        build=laplacian_of_gaussian,
        what_it_does=mark("Smooths with a Gaussian and takes the Laplacian, both in one kernel."),
        strengths=mark(
            "Calm where the Laplacian is noisy. Finds round spots of a size set by sigma (radius about 1.4 sigma)."
        ),
        weaknesses=mark("Rounds corners off and joins edges that lie close together."),
        when_to_use=mark("To find blobs and edges of one chosen scale."),
    ),
}
