"""What follows when a loss is no number any more: back to the last numbers that were, at a lower rate."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.network.training.checkpoints import Place
from engine.network.training.finishing import TrainingError
from engine.network.training.settings import Settings
from engine.parameters import parameters_of
from engine.text import mark

MOST_ROLLBACKS = 4
_LOWER = 0.1
_LARGEST_LOSS = 1e18  # optimisers square gradients; far above this their squares are no float32 any more


class NotFiniteError(Exception):
    """A loss, a weight or what the optimiser remembers is no number any more."""


def can_be_learnt_from(loss: float) -> bool:
    """Whether the next step from weights with this loss can come to numbers.

    >>> can_be_learnt_from(float("nan")), can_be_learnt_from(2.3)
    (False, True)
    """
    return abs(loss) < _LARGEST_LOSS


def place_to_go_back_to(kept: Place, now: Place) -> Place | None:
    """Where `kept` was taken, at a tenth of the rate; None where that has been done often enough."""
    if now.rollbacks >= MOST_ROLLBACKS:
        return None
    return replace(kept, rate_factor=now.rate_factor * _LOWER, rollbacks=now.rollbacks + 1)


def why_back(place: Place, rate: float) -> tuple[str, dict[str, Any]]:
    """The sentence that says what was done, marked, and its values; `rate` is that of the settings."""
    return (
        mark("The loss stopped being a number: the steps were too large. The weights are those of epoch {epoch} "
             "again, and the rate is a tenth: {rate:g}."),
        {"epoch": place.epoch, "rate": rate * place.rate_factor},
    )  # fmt: skip


def given_up(place: Place, settings: Settings) -> TrainingError:
    """The end of a run that came to no number at any rate; proposes another one for the next."""
    usual = float(parameters_of(Settings)["rate"].default)
    proposed = usual if settings.rate > usual else settings.rate * _LOWER
    return TrainingError(
        mark("The loss stopped being a number {count} times, also at a lower rate. The weights of epoch {epoch} are "
             "kept. Train anew at a rate of {new_rate:g}."),
        count=MOST_ROLLBACKS + 1, epoch=place.epoch, new_rate=proposed,
    )  # fmt: skip


def check_weights(arrays: Mapping[str, NDArray[Any]]) -> None:
    """Refuse weights that are no numbers before anything is learnt from them; only the first layer is named."""
    for name, array in arrays.items():
        if array.dtype.kind == "f" and not np.isfinite(array).all():
            raise TrainingError(
                mark("The layer “{layer}” of the network has weights that are no numbers, so it cannot learn. Open "
                     "an earlier copy of the network, or cut the layer off."),
                layer=name.rpartition("/")[0] or name,
            )  # fmt: skip


def no_answer() -> TrainingError:
    """The sentence for a network that gives no numbers before it has learnt anything."""
    return TrainingError(
        mark("The network answers its first pictures with values that are no numbers, so nothing can be learnt from "
             "them: its weights are far too large. Choose another network, or begin this one from scratch.")
    )  # fmt: skip
