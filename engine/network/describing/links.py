"""Which call of which layer feeds which, in the several ways in which Keras has written it down."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from engine.network.describing.values import Config, UnsupportedError, entries, mapping
from engine.text import mark

FUNCTIONAL = ("Functional", "Model")
_OTHERWISE_IN_TRAINING = (
    *FUNCTIONAL, "Sequential", "Dropout", "SpatialDropout2D", "GaussianDropout", "GaussianNoise", "BatchNormalization",
)  # fmt: skip


@dataclass(frozen=True)
class Link:
    """The output `tensor` of the `call`-th use of `layer`; `is_old` where Keras 1 or 2 wrote it."""

    layer: str
    call: int
    tensor: int
    is_old: bool

    def shifted(self, by: int) -> Link:
        """The same with calls counted from another number."""
        return Link(self.layer, self.call - by, self.tensor, self.is_old)


Calls = tuple[tuple[Link, ...], ...]


def calls_of(entry: Config) -> Calls:
    """For each use of a layer, what feeds it."""
    # Keras notes its layers for pictures as training, and yet varies none of them when the network is used.
    may_train = entry.get("class_name") not in _OTHERWISE_IN_TRAINING
    return tuple(_call(each, may_train) for each in entries(entry.get("inbound_nodes", []), what="inbound_nodes"))


def ends_of(found: Any, *, what: str) -> tuple[Link, ...]:
    """The inputs or outputs of a model: one `[name, call, tensor]`, a list of them, or a mapping to them."""
    if isinstance(found, dict):
        found = list(found.values())
    listed = entries(found, what=what)
    if listed and isinstance(listed[0], str):
        listed = [listed]
    return tuple(_old(each, what) for each in listed)


def counted_from(links: Sequence[Link], calls: int, kind: str) -> int:
    """Whether the uses of a nested model are counted from 1 or 0.

    Keras counts the making of a Functional model as its use 0, so what refers to it starts at 1; but not everywhere,
    nor has it always. Where the numbers themselves tell, they decide.
    """
    numbers = {link.call for link in links}
    if not numbers or 0 in numbers:
        return 0
    return 1 if max(numbers) == calls or kind in FUNCTIONAL else 0


def normalised(calls: Mapping[str, Calls], ends: tuple[Link, ...], nested: Mapping[str, str]) -> Any:
    """The calls and outputs with the uses of nested models counted from 0; `nested` are their names and kinds."""
    shifts: dict[tuple[str, bool], int] = {}
    for name, kind in nested.items():
        inside = [link for listed in calls.values() for call in listed for link in call if link.layer == name]
        at_end = [link for link in ends if link.layer == name]
        old = [link for link in inside if link.is_old]
        count = len(calls[name])
        if len(old) == len(inside) and old:
            both = counted_from([*old, *at_end], count, kind)
            shifts[name, False] = shifts[name, True] = both
        else:
            shifts[name, False], shifts[name, True] = 0, counted_from(at_end, count, kind)
    fixed = {
        layer: tuple(tuple(link.shifted(shifts.get((link.layer, False), 0)) for link in call) for call in listed)
        for layer, listed in calls.items()
    }
    return fixed, tuple(link.shifted(shifts.get((link.layer, True), 0)) for link in ends)


def _call(found: Any, may_train: bool) -> tuple[Link, ...]:
    if isinstance(found, dict):
        _check_keywords(found.get("kwargs", {}), may_train)
        links: list[Link] = []
        _collect(entries(found.get("args", []), what="args"), links)
        return tuple(links)
    listed = entries(found, what="inbound_nodes")
    if listed and isinstance(listed[0], str):
        listed = [listed]
    return tuple(_old(each, "inbound_nodes", may_train) for each in listed)


def _collect(found: list[Any], links: list[Link]) -> None:
    """The tensors among the arguments of a call, lists of them included."""
    for each in found:
        if isinstance(each, (list, tuple)):
            _collect(entries(each, what="args"), links)
        elif isinstance(each, dict) and each.get("class_name") == "__keras_tensor__":
            history = mapping(each.get("config"), what="config").get("keras_history")
            links.append(_link(entries(history, what="keras_history"), "keras_history", is_old=False))
        elif each is not None:
            raise UnsupportedError(
                mark("It takes a number or an array written into the model's code. "
                     "Use a layer such as Rescaling in its place.")
            )  # fmt: skip


def _old(found: Any, what: str, may_train: bool = False) -> Link:
    listed = entries(found, what=what)
    if len(listed) > 3:
        _check_keywords(listed[3], may_train)
    return _link(listed, what, is_old=True)


def _link(listed: list[Any], what: str, *, is_old: bool) -> Link:
    if len(listed) < 3 or not isinstance(listed[0], str) or not all(_is_index(number) for number in listed[1:3]):
        raise UnsupportedError(mark("The model's description is damaged: “{what}” cannot be read."), what=what)
    return Link(listed[0], listed[1], listed[2], is_old)


def _is_index(number: Any) -> bool:
    return isinstance(number, int) and not isinstance(number, bool) and 0 <= number < 100_000


def _check_keywords(found: Any, may_train: bool) -> None:
    """Only what leaves the result alone: no mask, and not the behaviour of training."""
    for name, given in mapping(found, what="kwargs").items():
        if name == "training" and given is True and may_train:
            continue
        if name == "training" and given is True:
            raise UnsupportedError(
                mark("A layer is set to behave as in training always, so its values are left to chance. "
                     "Save the model without “training=True”.")
            )  # fmt: skip
        if name not in ("training", "mask") or given not in (None, False, [], [None]):
            raise UnsupportedError(
                mark("A layer is called with the argument “{name}”, which cannot be shown."), name=name[:80]
            )
