"""How large a network may be, reckoned before anything of it is built."""

from __future__ import annotations

from dataclasses import dataclass

from engine.errors import UserError
from engine.network.architecture import Architecture
from engine.network.tracing import Trace, trace
from engine.text import mark


class BudgetError(UserError):
    """A network that is too large for this program."""


@dataclass(frozen=True, kw_only=True)
class Budget:
    """The most that is taken on. The defaults let VGG-16 and U-Net at their published sizes in."""

    layers: int = 2000
    parameters: int = 160_000_000
    activations: int = 2**28
    multiply_adds: int = 10**12


@dataclass(frozen=True, kw_only=True)
class Size:
    """How large a network is. Shared weights count once, values and work each time."""

    layers: int
    parameters: int
    trainable: int
    activations: int
    multiply_adds: int


def size_of(traced: Trace) -> Size:
    """The size of a network whose layers all fit."""
    rows = list(traced.walk())
    held = [each.parameters for each in rows if not each.is_shared]
    return Size(
        layers=len(rows),
        parameters=sum(each.total for each in held if each is not None),
        trainable=sum(each.trainable for each in held if each is not None),
        activations=sum(each.activations for each in rows),
        multiply_adds=sum(each.multiply_adds for each in rows),
    )


def within_budget(architecture: Architecture, budget: Budget | None = None) -> Trace:
    """Trace a network and refuse it in one sentence if it does not fit together or is too large."""
    limits = budget or Budget()
    count = sum(1 for _ in architecture.walk())
    if count > limits.layers:
        raise BudgetError(
            mark("The network has {count:,} layers; this program takes on {limit:,}."), count=count, limit=limits.layers
        )
    traced = trace(architecture).checked()
    check_size(traced, limits)
    return traced


def check_size(traced: Trace, budget: Budget | None = None) -> None:
    """Refuse a network whose layers fit but which is too large."""
    limits = budget or Budget()
    size = size_of(traced)
    if size.parameters > limits.parameters:
        raise BudgetError(
            mark("The network has {count:,} parameters; this program takes on {limit:,}. Use a smaller one."),
            count=size.parameters, limit=limits.parameters,
        )  # fmt: skip
    if size.activations > limits.activations:
        raise BudgetError(
            mark("The layers give {count:,} values for one picture; this program takes on {limit:,}. "
                 "Use a smaller input."),
            count=size.activations, limit=limits.activations,
        )  # fmt: skip
    if size.multiply_adds > limits.multiply_adds:
        raise BudgetError(
            mark("One picture takes {count:,} multiply-adds; this program takes on {limit:,}. Use a smaller input."),
            count=size.multiply_adds, limit=limits.multiply_adds,
        )  # fmt: skip
