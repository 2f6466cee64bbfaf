"""One step with its numbers, and how an explanation of one value is put together. For the network worker only."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.imaging.explanation import Explanation, Remark
from engine.network.drill import sums
from engine.network.drill.curves import curve, drawn_name
from engine.network.drill.regions import three
from engine.network.live.plan import Step

Array = NDArray[Any]
Place = tuple[int, int, int]


@dataclass(frozen=True, eq=False)
class Moment:
    """One step with its numbers, without the batch axis and as (rows, columns, channels): what an explainer looks at.

    `maps` is the shape of what a flattened input was before, for layers that see it as one vector. `rank` counts the
    axes of the first input as Keras does, with the batch.
    """

    step: Step
    inputs: tuple[Array, ...]
    output: Array
    place: Place
    maps: tuple[int, int, int] | None = None
    rank: int = 4

    @property
    def layer(self) -> Any:
        return self.step.operation

    def axes(self, axes: Any) -> tuple[int, ...] | None:
        """Keras's axes as axes of (rows, columns, channels), lowest first; None where they name no such axis."""
        places = {4: (0, 1, 2), 3: (0, 2), 2: (2,)}.get(self.rank)
        if places is None:
            return None
        given = [axes] if isinstance(axes, int) else list(axes)
        counted = sorted(axis % self.rank for axis in given)
        return None if not counted or counted[0] == 0 else tuple(places[axis - 1] for axis in counted)

    @property
    def value(self) -> float:
        """The network's own number."""
        return float(self.output[self.place])


def as_maps(array: Array) -> Array:
    """An output with its batch axis as (rows, columns, channels)."""
    return array.reshape(three(array.shape))


def with_activation(moment: Moment, made: sums.Sum, all_before: Callable[[], NDArray[np.float64]]) -> list[Explanation]:
    """A sum, and what the layer's activation makes of it: in one part, or in two where the curve has no picture."""
    terms, bias, remarks = made
    before = sum(each.total for each in terms) + bias
    row, column, channel = moment.place
    activation = getattr(moment.layer, "activation", None)
    name = "none" if activation is None else drawn_name(activation)
    plain = Explanation(
        rule="sum", row=row, column=column, channel=channel, channels=tuple(terms), value=before, bias=bias,
        before_activation=before, remarks=tuple(remarks),
    )  # fmt: skip
    if name == "none":
        return [plain]
    value, remark = curve(activation, before, channel, all_before)
    if name is not None:
        return [replace(plain, value=value, activation=name)]
    return [plain, pointwise(moment, before, value, remark)]


def pointwise(moment: Moment, before: float, value: float, remark: Remark) -> Explanation:
    """One value in, one out, as the remark says."""
    row, column, channel = moment.place
    return Explanation(
        rule="pointwise", row=row, column=column, channel=channel, channels=(sums.single(before, moment.place),),
        value=value, before_activation=before, remarks=(remark,),
    )  # fmt: skip
