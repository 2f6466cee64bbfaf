"""What of a network is kept, frozen and made anew before it is trained: plain data, and plain architectures. No Keras.

`layer.trainable` carries the freezing, so that the parameter table draws it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any, Self

from engine.errors import UserError
from engine.network.architecture import Architecture, Node, Tap
from engine.network.layers.activation import Activation, Softmax
from engine.network.layers.dense import Dense
from engine.network.layers.dropout import Dropout
from engine.network.layers.input import Input
from engine.network.layers.layer import Layer
from engine.network.layers.pooling import GlobalAveragePooling
from engine.network.tracing import trace
from engine.network.weights import Array, Arrays, random_weights
from engine.parameters import Real, Whole, check_fields, parameter, parameters_of
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

    def __post_init__(self) -> None:
        check_fields(self)


@dataclass(frozen=True, kw_only=True)
class Tuning:
    """How a network is changed before and while it is trained. As it is, only its last layer is fitted to the classes.

    `cut_at`: the path of the last layer that is kept; empty, all but the last layer's answer is kept. `frozen_up_to`:
    the path of a layer; it and all that feeds it learn nothing. After `unfreeze_after` epochs (0: never) the layers
    from `unfreeze_from` on (empty: all) learn too, at the rate times `lower_rate`.
    """

    cut_at: str = ""
    frozen_up_to: str = ""
    unfreeze_from: str = ""
    head: Head = field(default_factory=Head)
    unfreeze_after: int = parameter(
        Whole(
            title=mark("Unfreeze after"),
            help=mark("After how many epochs frozen layers learn too; 0 means never."),
            default=0,
            minimum=0,
            maximum=10_000,
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

    Weights that still fit are kept, all others are drawn from `seed`; without `arrays` all are. `input_size` is a
    height and width other than its own. Refuses names of layers that are not there, one class, several inputs.
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
    made = _with_answer(_cut(made, tuning.cut_at) if tuning.cut_at else _one_output(made), tuning, classes)
    if tuning.frozen_up_to:
        made = frozen(made, tuning.frozen_up_to)
    initial = random_weights(made, seed)
    if arrays is not None:
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


def frozen(architecture: Architecture, path: str) -> Architecture:
    """A copy in which the layer `path` and all that feeds it are not trainable."""
    first, _, rest = path.partition("/")
    before = _feeding(architecture, {first}) - ({first} if rest else set())
    nodes = []
    for node in architecture.nodes:
        layer = node.layer
        if node.name in before:
            layer = with_trainable(layer, lambda _: False)
        elif node.name == first and isinstance(layer, Architecture):
            layer = frozen(layer, rest)
        nodes.append(replace(node, layer=layer))
    # A layer that is used twice is one layer: frozen where any use of it is.
    by_name = {node.name: node for node in nodes}
    still = {node.shares for node in nodes if node.shares and node.layer != by_name[node.shares].layer}
    return replace(
        architecture,
        nodes=tuple(
            replace(node, layer=with_trainable(node.layer, lambda _: False))
            if node.name in still or node.shares in still
            else node
            for node in nodes
        ),
    )


def unfrozen(architecture: Architecture, path: str = "") -> Architecture:
    """A copy in which the layer `path` and all that comes after it are trainable; all layers without a path."""
    earlier = {name for name, _ in architecture.walk()} - after(architecture, path) if path else set()
    made: Architecture = with_trainable(architecture, lambda name: True if name not in earlier else None)
    return made


def after(architecture: Architecture, path: str) -> set[str]:
    """The paths of the layer `path` and of all layers that it feeds."""
    first, _, rest = path.partition("/")
    reached = {first}
    for node in architecture.nodes:
        if any(tap.node in reached for tap in node.inputs):
            reached.add(node.name)
    found: set[str] = set()
    for node in architecture.nodes:
        if node.name not in reached:
            continue
        if not isinstance(node.layer, Architecture):
            found.add(node.name)
        elif node.name == first and rest:
            found |= {f"{first}/{inner}" for inner in after(node.layer, rest)}
        else:
            found |= {f"{node.name}/{inner}" for inner, _ in node.layer.walk()}
    return found


def resized(architecture: Architecture, size: tuple[int, int]) -> Architecture:
    """A copy that takes pictures of another height and width, models inside it included."""
    entrance = architecture.by_name[architecture.inputs[0]].layer
    if not isinstance(entrance, Input) or len(entrance.shape) != 3:
        raise TuningError(
            mark("“{name}” does not take pictures, so it cannot be trained on some."), name=architecture.name
        )
    if entrance.shape[:2] == tuple(size):
        return architecture
    nodes: list[Node] = []
    for node in architecture.nodes:
        layer = node.layer
        if node.name == architecture.inputs[0]:
            layer = entrance.changed(shape=(*size, entrance.shape[2]))
        elif isinstance(layer, Architecture) and len(layer.inputs) == 1:
            so_far = Architecture(name=architecture.name, nodes=tuple(nodes), outputs=node.inputs)
            coming = trace(so_far).checked().outputs[0]
            if len(coming) == 3:
                layer = resized(layer, (coming[0], coming[1]))
        nodes.append(replace(node, layer=layer))
    return replace(architecture, nodes=tuple(nodes))


def with_trainable(layer: Any, chosen: Callable[[str], bool | None], path: str = "") -> Any:
    """A layer or network with `trainable` set as `chosen` says for each path; None leaves it as it is."""
    if not isinstance(layer, Architecture):
        wanted = chosen(path)
        return layer if wanted is None or layer.trainable == wanted else layer.changed(trainable=wanted)
    nodes = [
        replace(node, layer=with_trainable(node.layer, chosen, f"{path}/{node.name}" if path else node.name))
        for node in layer.nodes
    ]
    by_name = {node.name: node for node in nodes}
    shared = tuple(replace(node, layer=by_name[node.shares].layer) if node.shares else node for node in nodes)
    return replace(layer, nodes=shared)


def _cut(architecture: Architecture, path: str) -> Architecture:
    """The part of a network that a layer depends on, with that layer's values as its only output."""
    first, _, rest = path.partition("/")
    node = architecture.by_name[first]
    nodes = architecture.nodes
    if rest and isinstance(node.layer, Architecture):
        inner = _cut(node.layer, rest)
        nodes = tuple(replace(each, layer=inner) if each.name == first else each for each in nodes)
    needed = _feeding(architecture, {first})
    return replace(
        architecture, nodes=tuple(each for each in nodes if each.name in needed), outputs=(Tap(first),),
        inputs=tuple(name for name in architecture.inputs if name in needed),
    )  # fmt: skip


def _one_output(architecture: Architecture) -> Architecture:
    if len(architecture.outputs) == 1:
        return architecture
    needed = _feeding(architecture, {architecture.outputs[0].node})
    return replace(
        architecture,
        nodes=tuple(each for each in architecture.nodes if each.name in needed), outputs=architecture.outputs[:1],
    )  # fmt: skip


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
        architecture = _cut(architecture, node.inputs[0].node)
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


def _feeding(architecture: Architecture, names: set[str]) -> set[str]:
    """These nodes and all that feed them, or that they share weights with."""
    needed = set(names)
    for node in reversed(architecture.nodes):
        if node.name in needed:
            needed |= {tap.node for tap in node.inputs} | ({node.shares} if node.shares else set())
    return needed


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
