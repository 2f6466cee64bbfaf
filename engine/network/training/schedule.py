"""The learning rate of every step, as plain arithmetic. No Keras here, so that scripts and tests reckon the same."""

from __future__ import annotations

from math import cos, pi

import numpy as np
from numpy.typing import NDArray

from engine.network.training.settings import Settings

_LOWEST_SHARE = 0.01


def rate_at(settings: Settings, step: int, steps_per_epoch: int) -> float:
    """The rate of step `step`, counted from 0.

    >>> [rate_at(Settings(rate=0.1, epochs=4, schedule="steps"), step, 10) for step in (0, 20, 30)]
    [0.1, 0.010000000000000002, 0.001]
    """
    warm = settings.warm_up * steps_per_epoch
    total = settings.epochs * steps_per_epoch
    if step < warm:
        return settings.rate * (step + 1) / warm
    share = min(1.0, (step - warm) / max(1, total - warm))
    if settings.schedule == "cosine":
        return settings.rate * 0.5 * (1 + cos(pi * share))
    if settings.schedule == "exponential":
        return float(settings.rate * _LOWEST_SHARE**share)
    if settings.schedule == "steps":
        return settings.rate * (0.01 if share >= 0.75 else 0.1 if share >= 0.5 else 1.0)
    return settings.rate


def rates(settings: Settings, *, first: int, count: int, steps_per_epoch: int) -> NDArray[np.float32]:
    """The rates of `count` steps from `first` on."""
    return np.array([rate_at(settings, first + index, steps_per_epoch) for index in range(count)], np.float32)
