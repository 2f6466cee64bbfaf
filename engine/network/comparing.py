"""Answers `engine.network.before_after` with the session's network. For the network worker only."""

from __future__ import annotations

import weakref
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.child.host import Handler, Job
from engine.child.messages import Answer, Request
from engine.network.activations import LiveNetwork
from engine.network.before_after import Compare, Compared, KeepBefore, Kept
from engine.network.drill.moment import as_maps
from engine.network.drill_down import check_place, field_of
from engine.network.sessions import Session, SessionError
from engine.text import mark

_MOST_VALUES = 64


class Comparing:
    """Keeps one fitted picture of the open network, and what its values were that have been asked for."""

    def __init__(self, session: Session) -> None:
        self._session = session
        # Not held: a network that was closed has to go.
        self._network: Callable[[], LiveNetwork | None] = lambda: None
        self._pixels: NDArray[np.uint8] | None = None
        self._values: dict[tuple[str, int, int, int, bool], float] = {}

    def handlers(self) -> Mapping[type[Request], Handler]:
        """What answers each kind of request."""
        return {KeepBefore: self._on_keep, Compare: self._on_compare}

    def _on_keep(self, job: Job, request: KeepBefore) -> Answer:
        if request.number != self._session.number:
            return Kept(is_kept=False)
        self._network = weakref.ref(self._session.network)
        self._pixels, self._values = self._session.pixels, {}
        return Kept(is_kept=True)

    def _on_compare(self, job: Job, request: Compare) -> Answer:
        network, pixels, before = self._session.network, self._session.pixels, self._pixels
        if before is None or self._network() is not network:
            raise SessionError(mark("There is no earlier picture to compare with. Begin to paint again."))
        place = (request.row, request.column, request.channel)
        check_place(network, request.layer, place)
        key = (request.layer, *place, network.is_of_one_piece)
        if key not in self._values:
            if len(self._values) >= _MOST_VALUES:
                self._values.clear()
            self._values[key] = _value(network, before, request.layer, place)
        top, left, height, width = field_of(network, request.layer, place)
        field = np.s_[top : top + height, left : left + width]
        return Compared(
            number=self._session.number, before=self._values[key], after=_value(network, pixels, request.layer, place),
            is_changed=not np.array_equal(before, pixels), is_seen=not np.array_equal(before[field], pixels[field]),
        )  # fmt: skip


def _value(network: LiveNetwork, pixels: NDArray[Any], layer: str, place: tuple[int, int, int]) -> float:
    return float(as_maps(network.slot_value(pixels, network.plan.step(layer).outputs[0]))[place])
