"""How a long job and the short requests between its steps share the time. Is told the time; it does nothing itself."""

from __future__ import annotations

_REST = 4.0
_LONGEST_REST = 3.0


class Sharing:
    """Leaves the long job most of the time: after short requests it has four times as long for itself, at most 3 s."""

    def __init__(self) -> None:
        self._free_at = float("-inf")

    def may_begin(self, now: float) -> bool:
        """Whether short requests have their turn again."""
        return now >= self._free_at

    def ended(self, begun: float, now: float) -> None:
        """Short requests were answered from `begun` until now."""
        self._free_at = now + min(_REST * (now - begun), _LONGEST_REST)
