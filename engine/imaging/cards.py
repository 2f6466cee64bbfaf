"""Cards: what a filter is, in a good teacher's words, together with what can be set on it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from engine.imaging.types import Weights
from engine.parameters import Choice, Parameter, ParameterError, defaults_of
from engine.text import mark

LARGEST_SIZE = 31


@dataclass(frozen=True, kw_only=True)
class Card:
    """What a filter does and when to reach for it. All texts are marked text."""

    name: str
    family: str
    parameters: Mapping[str, Parameter]
    what_it_does: str
    strengths: str
    weaknesses: str
    when_to_use: str
    is_linear: bool

    @property
    def has_size(self) -> bool:
        """Whether the side can be chosen."""
        return "size" in self.parameters

    def settings(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """Every setting in canonical form, defaults filled in; raises `ParameterError` for a wrong or unknown one."""
        for name in given:
            if name not in self.parameters:
                raise ParameterError(
                    mark("{filter} has no setting “{setting}”. It has: {settings}."),
                    filter=self.name, setting=name, settings=", ".join(self.parameters) or "–",
                )  # fmt: skip
        return {
            name: _check(self.parameters[name], given.get(name, default))
            for name, default in defaults_of(self.parameters).items()
        }


@dataclass(frozen=True, kw_only=True)
class KernelCard(Card):
    """A linear filter: a card with the numbers of its kernel."""

    build: Callable[..., Weights]
    is_linear: bool = True

    def weights(self, **settings: Any) -> Weights:
        """The kernel for these settings, a new float32 array of shape (height, width).

        >>> from engine.imaging.kernels import library
        >>> library()["sobel"].weights(direction="vertical").tolist()
        [[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]]
        """
        # Adding 0 turns −0 into 0: nobody should have to explain a minus before a nought.
        return np.asarray(self.build(**self.settings(settings)) + np.float32(0), np.float32)


def _check(declaration: Parameter, value: Any) -> Any:
    # "4 neighbours" is a choice of two words to the window but a number to whoever writes code.
    if isinstance(declaration, Choice) and isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    return declaration.check(value)
