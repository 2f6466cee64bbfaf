"""Ready-made recipes: starting points that show one idea each."""

from __future__ import annotations

from dataclasses import dataclass

from engine.imaging.kernel_choice import KernelChoice
from engine.imaging.recipe import Recipe
from engine.imaging.stages.activation import Activation
from engine.imaging.stages.convolution import Convolution
from engine.imaging.stages.filters import Filter
from engine.imaging.stages.median import Median
from engine.imaging.stages.noise import Noise
from engine.imaging.stages.pooling import Pooling
from engine.imaging.stages.stage import Stage
from engine.text import mark


@dataclass(frozen=True, kw_only=True)
class ReadyMade:
    """A recipe with a line on what it shows. `sample` names the built-in picture it is meant for, if any.

    `selection` is the stage to look at first.
    """

    name: str
    title: str
    help: str
    icon: str
    stages: tuple[Stage, ...]
    sample: str = ""
    selection: int = 0

    @property
    def recipe(self) -> Recipe:
        """The stages as a recipe that bears this title."""
        return Recipe(self.stages, title=self.title)


def ready_made() -> tuple[ReadyMade, ...]:
    """Every ready-made recipe, in the order in which it is offered.

    >>> [each.name for each in ready_made()][:3]
    ['edges', 'denoise', 'smear']
    """
    return (
        ReadyMade(
            name="edges",
            title=mark("Edge detector"),
            help=mark("Smooth the noise away, find the vertical edges, drop the sign."),
            icon="kernel",
            stages=(
                Convolution(kernel=KernelChoice("gaussian", (("size", 5),))),
                Convolution(kernel=KernelChoice("sobel")),
                Activation(function="abs"),
            ),
            selection=2,
        ),
        ReadyMade(
            name="denoise",
            title=mark("Denoise"),
            help=mark("Salt-and-pepper noise, and the median that takes it away."),
            icon="median",
            stages=(Noise(), Median()),
            selection=1,
        ),
        ReadyMade(
            name="smear",
            title=mark("Denoise with the mean"),
            help=mark("The same noise, and the mean that only smears it: compare with the median."),
            icon="filter",
            stages=(Noise(), Convolution(kernel=KernelChoice("box"), channels="each")),
            selection=1,
        ),
        ReadyMade(
            name="cnn",
            title=mark("A CNN by hand"),
            help=mark("Kernel → ReLU → pool → kernel → ReLU → pool: what the first layers of a network do."),
            icon="network",
            stages=_network(),
            selection=5,
        ),
        ReadyMade(
            name="five by five",
            title=mark("5 × 5 by 3 × 3"),
            help=mark("Twenty-five numbers and a kernel of nine: every product can be done in the head."),
            icon="numbers",
            stages=(Convolution(kernel=KernelChoice("bar"), padding="valid"),),
            sample="5×5 numbers",
        ),
        ReadyMade(
            name="volume",
            title=mark("5 × 5 × 3 with two filters"),
            help=mark("A small volume, two filters with a bias each, stride 2, a rim of one zero: 3 × 3 × 2 come out."),
            icon="volume",
            stages=(_volume(),),
            sample="5×5×3 numbers",
        ),
    )


def _network() -> tuple[Stage, ...]:
    # The second kernel looks for horizontal changes among vertical edges: line ends and corners answer.
    return (
        Convolution(kernel=KernelChoice("sobel"), border="zero"),
        Activation(function="relu"),
        Pooling(),
        Convolution(kernel=KernelChoice("sobel", (("direction", "horizontal"),)), border="zero"),
        Activation(function="relu"),
        Pooling(),
    )


def _volume() -> Convolution:
    first = (
        ((1, 0, -1), (1, 0, -1), (1, 0, -1)),
        ((0, 1, 0), (1, -1, 0), (0, 0, -1)),
        ((-1, 0, 0), (0, 1, 1), (0, -1, 1)),
    )
    second = (
        ((0, 1, 1), (0, 0, 0), (-1, -1, 0)),
        ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
        ((0, -1, 1), (1, 0, -1), (0, 1, 0)),
    )
    return Convolution(
        channels="volume",
        filters=(
            Filter(tuple(KernelChoice.own(rows) for rows in first), bias=1.0),
            Filter(tuple(KernelChoice.own(rows) for rows in second), bias=0.0),
        ),
        padding="custom",
        padding_size=(1, 1),
        border="zero",
        stride=(2, 2),
    )
