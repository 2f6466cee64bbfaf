"""Names that are unique and hold no sign that has a meaning of its own."""

from __future__ import annotations

from engine.network.architecture import LONGEST_NAME


class Names:
    """Hands out names for nodes: as they are where possible, otherwise changed as little as can be.

    >>> names = Names()
    >>> [names.given(name) for name in ("conv1/conv", "conv1/conv", "")]
    ['conv1_conv', 'conv1_conv_2', 'layer']
    """

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def given(self, wanted: str) -> str:
        """A name for a node that would like to be called `wanted`."""
        clean = "".join("_" if sign in "/:" or not sign.isprintable() else sign for sign in wanted).strip() or "layer"
        clean = clean[: LONGEST_NAME - 8]
        name, number = clean, 1
        while name in self._taken:
            number += 1
            name = f"{clean}_{number}"
        self._taken.add(name)
        return name
