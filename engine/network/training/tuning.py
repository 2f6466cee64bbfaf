"""What of a network is kept, frozen and made anew before it is trained: plain data, and plain architectures. No Keras.

`layer.trainable` carries the freezing, so that the parameter table draws it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any, Self

from engine.errors import UserError
from engine.network.architecture import Architecture, Node, Tap
from engine.network.layers.activation import Activation, Softmax
from engine.network.layers.dense import Dense
from engine.network.layers.dropout import Dropout
from engine.network.layers.layer import Layer
from engine.network.layers.pooling import GlobalAveragePooling
from engine.network.tracing import trace
from engine.network.training.cutting import cut, one_output, resized
from engine.network.training.freezing import frozen
from engine.network.weights import Array, Arrays, random_weights
from engine.parameters import Flag, Real, Whole, check_fields, parameter, parameters_of
from engine.text import mark

_ENDS = (Activation, Softmax)


class TuningError(UserError):
    """A network cannot be cut, frozen or given a new head in the way that was asked for."""


@dataclass(frozen=True, kw_only=True)
class Head:
    """The new end of a network, before its last layer, which has one unit a class."""

    hidden_units: int = parameter(
        Whole(
            title=mark("Hidden units"),
            help=mark("Units of a dense layer before the last one; 0 leaves it out."),
            default=0,
            minimum=0,
            maximum=4096,
            usual=(0, 512),
        )
    )
    dropout: float = parameter(
        Real(
            title=mark("Dropout"),
            help=mark("The share of values dropped before the last layer in training, against learning by heart."),
            default=0.0,
            minimum=0.0,
            maximum=0.9,
            step=0.05,
        )
    )
    is_solved: bool = parameter(
        Flag(
            title=mark("Solved at once"),
            help=mark(
                "The last layer begins with weights calculated from all pictures at once instead of random ones. With "
                "few pictures it hardly gets better than that."
            ),
            default=False,
        )
    )

    def __post_init__(self) -> None:
        check_fields(self)


@dataclass(frozen=True, kw_only=True)
class Tuning:
    """How a network is changed before and while it is trained. As it is, only its last layer is fitted to the classes.

    `cut_at`: the path of the last layer that is kept; empty, all but the last layer's answer is kept. `frozen_up_to`:
    the path of a layer; it and all that feeds it learn nothing. After `unfreeze_after` epochs (0: never) the layers
    from `unfreeze_from` on (empty: all) learn too, at the rate times `lower_rate`. With `starts_anew` the weights that
    the network brings along are left aside, so that the same layers can be trained from scratch.
    """

    cut_at: str = ""
    frozen_up_to: str = ""
    unfreeze_from: str = ""
    head: Head = field(default_factory=Head)
    starts_anew: bool = parameter(
        Flag(
            title=mark("Start anew"),
            help=mark("Begin with random weights instead of those that the network has learnt: from scratch."),
            default=False,
        )
    )
    unfreeze_after: int = parameter(
        Whole(
            title=mark("Unfreeze after"),
            help=mark("After how many epochs frozen layers learn too; 0 means never."),
            default=0,
            minimum=0,
            maximum=10_000,
            usual=(0, 60),
        )
    )
    lower_rate: float = parameter(
        Real(
            title=mark("Lower rate"),
            help=mark("What the learning rate is multiplied by from then on, so that nothing learnt is destroyed."),
            default=0.1,
            minimum=0.0001,
            maximum=1.0,
            step=0.05,
            decimals=4,
            usual=(0.001, 1.0),
        )
    )

    def __post_init__(self) -> None:
        check_fields(self)
        for name in ("cut_at", "frozen_up_to", "unfreeze_from"):
            if not isinstance(getattr(self, name), str):
                raise TuningError(mark("A layer is named by a text, not {value}."), value=repr(getattr(self, name)))

    def to_json(self) -> dict[str, Any]:
        """Plain data; what is at its default is left out."""
        head = {name: value for name, value in _declared(self.head).items() if value != getattr(Head(), name)}
        paths = {name: getattr(self, name) for name in ("cut_at", "frozen_up_to", "unfreeze_from")}
        mine = {name: value for name, value in _declared(self).items() if value != getattr(Tuning(), name)}
        return {name: value for name, value in {**paths, "head": head, **mine}.items() if value not in ("", {})}

    @classmethod
    def from_json(cls, data: Any) -> Self:
        """The tuning that `data` describes; what is missing takes its default."""
        if not isinstance(data, dict) or not isinstance(data.get("head", {}), dict):
            raise TuningError(mark("The changes to the network are damaged. Open an earlier copy of the job."))
        _refuse_unknown(cls, data)
        _refuse_unknown(Head, data.get("head", {}))
        return cls(**{**data, "head": Head(**data.get("head", {}))})


@dataclass(frozen=True, eq=False)
class Tuned:
    """A network ready to be trained: what it is, its weights, and which of its nodes are the new head."""

    architecture: Architecture
    arrays: Mapping[str, Array]
    head: tuple[str, ...]


def tuned(
    architecture: Architecture,
    arrays: Arrays | None,
    tuning: Tuning,
    classes: int,
    *,
    input_size: tuple[int, int] | None = None,
    seed: int = 0,
) -> Tuned:
    """The network as it goes into training: cut, with an answer for each of `classes`, frozen.

    Weights that still fit are kept, all others are drawn from `seed`; without `arrays`, or to start anew, all are.
    `input_size` is a height and width other than its own. Refuses names of layers that are not there, one class,
    several inputs.
    """
    if classes < 2:
        raise TuningError(
            mark("There is {count} class, but a network needs two to tell apart. Add another class."), count=classes
        )
    if len(architecture.inputs) != 1:
        raise TuningError(
            mark("The network has {count} inputs; only one with a single picture as its input can be trained here."),
            count=len(architecture.inputs),
        )  # fmt: skip
    made = architecture if input_size is None else resized(architecture, input_size)
    _refuse_missing(made, tuning)
    before = {node.name for node in made.nodes}
    made = _with_answer(cut(made, tuning.cut_at) if tuning.cut_at else one_output(made), tuning, classes)
    if tuning.frozen_up_to:
        made = frozen(made, tuning.frozen_up_to)
    initial = random_weights(made, seed)
    if arrays is not None and not tuning.starts_anew:
        initial |= {
            name: array
            for name, array in arrays.items()
            if name in initial and tuple(array.shape) == tuple(initial[name].shape)
        }
    kept = {node.name: node for node in architecture.nodes}
    changed = tuple(
        node.name
        for node in made.nodes
        if node.name not in before or (isinstance(node.layer, Dense) and _units(kept[node.name]) != node.layer.units)
    )
    return Tuned(made, initial, changed)


def _with_answer(architecture: Architecture, tuning: Tuning, classes: int) -> Architecture:
    """With a last layer of one unit a class: its own where it ends in one and nothing else was asked for."""
    if not tuning.cut_at and tuning.head == Head():
        fitted = _fitted_end(architecture, classes)
        if fitted is not None:
            return fitted
    if not tuning.cut_at:
        architecture = _without_end(architecture)
    return _with_head(architecture, tuning.head, classes)


def _fitted_end(architecture: Architecture, classes: int) -> Architecture | None:
    """With as many units in the last dense layer as there are classes; None where it does not end in one."""
    node = architecture.by_name[architecture.outputs[0].node]
    if isinstance(node.layer, Architecture):
        inner = _fitted_end(node.layer, classes)
        if inner is None or node.shares or len(node.layer.outputs) != 1:
            return None
        return architecture.replaced(node.name, inner)
    end: Layer = node.layer
    if isinstance(end, Dense):
        if not _is_answer(architecture):
            return None
        if end.activation == "sigmoid" and end.units == 1 and classes == 2:
            return architecture  # one number says which of the two
        keeps = end.activation in ("softmax", "sigmoid") or (end.activation == "linear" and end.units == classes)
        activation = end.activation if keeps and end.units > 1 else "softmax"
        return architecture.replaced(node.name, end.changed(units=classes, activation=activation, trainable=True))
    is_softmax = isinstance(end, Softmax) or (isinstance(end, Activation) and end.activation == "softmax")
    if is_softmax and node.inputs:
        before = architecture.by_name[node.inputs[0].node]
        if isinstance(before.layer, Dense) and before.layer.activation == "linear" and _is_answer(architecture):
            return architecture.replaced(before.name, before.layer.changed(units=classes, trainable=True))
    return None


def _is_answer(architecture: Architecture) -> bool:
    """Whether the network gives one list of values a picture rather than a map of them."""
    return len(trace(architecture).checked().outputs[0]) == 1


def _without_end(architecture: Architecture) -> Architecture:
    """Without the last dense layer and the activation after it, where it ends in them."""
    node = architecture.by_name[architecture.outputs[0].node]
    while isinstance(node.layer, (*_ENDS, Dense)) and node.inputs:
        was_dense = isinstance(node.layer, Dense)
        architecture = cut(architecture, node.inputs[0].node)
        node = architecture.by_name[architecture.outputs[0].node]
        if was_dense:
            break
    return architecture


def _with_head(architecture: Architecture, head: Head, classes: int) -> Architecture:
    nodes = list(architecture.nodes)
    names = {node.name for node in nodes}
    tap = architecture.outputs[0]

    def add(title: str, layer: Layer) -> None:
        nonlocal tap
        name = next(each for each in _names(title) if each not in names)
        names.add(name)
        nodes.append(Node(name, layer, (tap,)))
        tap = Tap(name)

    shape = trace(architecture).checked().outputs[0]
    if len(shape) == 3:
        add("head_mean", GlobalAveragePooling())
    elif len(shape) != 1:
        raise TuningError(
            mark("“{name}” gives values of shape {shape}; a new head needs maps or a list. Cut at another layer."),
            name=tap.node, shape="×".join(map(str, shape)),
        )  # fmt: skip
    if head.hidden_units:
        add("head_hidden", Dense(units=head.hidden_units, activation="relu"))
    if head.dropout:
        add("head_dropout", Dropout(rate=head.dropout))
    add("head_classes", Dense(units=classes, activation="softmax"))
    return replace(architecture, nodes=tuple(nodes), outputs=(tap,))


def _names(title: str) -> Any:
    yield title
    number = 2
    while True:
        yield f"{title}_{number}"
        number += 1


def _refuse_missing(architecture: Architecture, tuning: Tuning) -> None:
    known = {path for path, _ in architecture.walk()}
    for path in (tuning.cut_at, tuning.frozen_up_to, tuning.unfreeze_from):
        nested = any(each.startswith(f"{path}/") for each in known)
        if path and path not in known and not nested:
            raise TuningError(mark("The network has no layer “{path}” any more. Choose another one."), path=path[:200])


def _units(node: Node) -> int | None:
    return node.layer.units if isinstance(node.layer, Dense) else None


def _declared(instance: Any) -> dict[str, Any]:
    return {name: getattr(instance, name) for name in parameters_of(type(instance))}


def _refuse_unknown(kind: Any, data: Mapping[str, Any]) -> None:
    unknown = sorted(str(name) for name in set(data) - {each.name for each in fields(kind)})
    if unknown:
        raise TuningError(
            mark("There is a setting “{name}” that is not known here. Is the file from a newer version?"),
            name=unknown[0][:80],
        )  # fmt: skip
