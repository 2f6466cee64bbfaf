"""A network that somebody built: its layers, where its weights come from, and the kernels put into it. Plain data.

It is a specification like the others (`engine.network.requests.ModelSpec`): the session file keeps it, the network
worker makes it. What can be done to it is in `engine.network.drafting`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Self

from engine.errors import UserError
from engine.imaging.kernel_choice import KernelChoice
from engine.network.architecture import Architecture, ArchitectureError, chain
from engine.network.layers.convolution import Convolution
from engine.network.layers.dense import Dense
from engine.network.layers.input import Input
from engine.network.layers.layer import Layer
from engine.network.layers.pooling import MaxPooling
from engine.network.layers.reshaping import Flatten
from engine.parameters import Whole
from engine.text import mark

SEED = Whole(
    title=mark("Seed"),
    help=mark("Random weights follow from it: the same seed gives the same network."),
    default=0,
    minimum=0,
    maximum=99_999,
)
MOST_KERNELS = 4096


@dataclass(frozen=True)
class PlacedKernel:
    """A kernel that was put into filter `filter` of a layer.

    `channel` is the input channel whose kernel it takes the place of, -1 for all of them. With `is_alone` the filter's
    other channels become 0.
    """

    layer: str
    filter: int
    channel: int
    kernel: KernelChoice
    is_alone: bool = False

    def to_json(self) -> dict[str, Any]:
        """Plain data that `from_json` turns back into an equal one."""
        return {
            "layer": self.layer, "filter": self.filter, "channel": self.channel, "kernel": self.kernel.to_json(),
            "alone": self.is_alone,
        }  # fmt: skip

    @classmethod
    def from_json(cls, data: Any) -> Self:
        """The kernel that `data` describes, checked."""
        if (
            not isinstance(data, dict)
            or not isinstance(data.get("layer"), str)
            or not _is_whole(data.get("filter"), 0)
            or not _is_whole(data.get("channel"), -1)
        ):
            raise ArchitectureError(mark("A kernel in the saved network is damaged: it does not say where it belongs."))
        return cls(
            data["layer"], data["filter"], data["channel"], KernelChoice.from_json(data.get("kernel")),
            data.get("alone") is True,
        )  # fmt: skip


@dataclass(frozen=True)
class BuiltModel:
    """A network made by hand.

    Weights are random and follow from `seed`, except where `origin`, a model's file, has them: `roots` gives for a
    layer the path that it has there. Without an origin `roots` keeps the random weights of layers that were renamed.
    """

    architecture: Architecture
    seed: int = 0
    origin: str = ""
    roots: tuple[tuple[str, str], ...] = ()
    kernels: tuple[PlacedKernel, ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "seed", SEED.check(self.seed))

    def root(self, path: str) -> str:
        """What a layer was called where its weights come from; "" for one that has no weights there."""
        return dict(self.roots).get(path, "" if self.origin else path)

    def to_json(self) -> dict[str, Any]:
        """Plain data that `from_json` turns back into an equal network."""
        return {
            "architecture": self.architecture.to_json(),
            "seed": self.seed,
            "origin": self.origin,
            "roots": dict(self.roots),
            "kernels": [each.to_json() for each in self.kernels],
        }

    @classmethod
    def from_json(cls, data: Any) -> Self:
        """The network that `data` describes, checked."""
        if not isinstance(data, dict):
            raise ArchitectureError(mark("The saved network is damaged and cannot be read."))
        seed, origin, roots, kernels = (data.get(name) for name in ("seed", "origin", "roots", "kernels"))
        if (
            not isinstance(origin, str)
            or not isinstance(roots, dict)
            or not all(isinstance(each, str) for pair in roots.items() for each in pair)
            or not isinstance(kernels, list)
            or len(kernels) > MOST_KERNELS
        ):
            raise ArchitectureError(mark("The saved network is damaged: where its weights come from cannot be read."))
        return cls(
            Architecture.from_json(data.get("architecture")),
            SEED.check(seed),
            origin,
            tuple(roots.items()),
            tuple(map(PlacedKernel.from_json, kernels)),
        )


def empty_network(name: str = "my-network") -> BuiltModel:
    """A picture comes in, and nothing is done to it yet."""
    return BuiltModel(chain(name, {"input": Input()}))


def network_by_hand(name: str = "my-network") -> BuiltModel:
    """The network that can be worked out on paper: two convolutions, two poolings, three dense layers."""
    layers: dict[str, Layer] = {
        "input": Input(),
        "conv1": Convolution(filters=8, kernel_size=(5, 5), activation="relu"),
        "pool1": MaxPooling(),
        "conv2": Convolution(filters=16, kernel_size=(5, 5), activation="relu"),
        "pool2": MaxPooling(),
        "flatten": Flatten(),
        "dense3": Dense(units=120, activation="relu"),
        "dense4": Dense(units=84, activation="relu"),
        "softmax": Dense(units=10, activation="softmax"),
    }
    return BuiltModel(chain(name, layers))


def saved_network(data: Any) -> BuiltModel | None:
    """The network in a session file; None where it is damaged, which then only costs that network."""
    try:
        return BuiltModel.from_json(data)
    except (UserError, TypeError, ValueError, KeyError, OverflowError, RecursionError):
        return None


def _is_whole(value: object, least: int) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and least <= value < 2**31
