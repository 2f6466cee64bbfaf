"""A Keras model's configuration as an architecture. Reads plain data only: nothing is imported, built or run.

Takes what Keras 1, 2 and 3 and TensorFlow.js write: Sequential and Functional models, nested in each other, with
shared layers and several inputs or outputs. Whatever is not known for certain is refused in a sentence.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from engine.errors import UserError
from engine.network.architecture import DEEPEST, MOST_NODES, Architecture, Node, Tap
from engine.network.describing import links
from engine.network.describing.layers import check_module, layer_of, without_batch
from engine.network.describing.names import Names
from engine.network.describing.values import Config, UnsupportedError, entries, mapping, value
from engine.network.layers.input import Input
from engine.network.layers.layer import Layer, Shape, Shapes
from engine.network.tracing import trace
from engine.text import mark

SEQUENTIAL = "Sequential"


class SizeNeededError(UserError):
    """A model that takes pictures of any size: one has to be chosen."""


@dataclass(frozen=True)
class Description:
    """An architecture, and for each node the names that its layer and the models around it have in the file."""

    architecture: Architecture
    origins: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class _Setting:
    """What holds for everything inside a model: sides for what it leaves open, its depth, whether it is frozen."""

    sides: tuple[int, int] | None = None
    depth: int = 0
    trainable: bool = True
    path: str = ""
    names: tuple[str, ...] = ()
    origins: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def inside(self, config: Config, node: str, name: str) -> _Setting:
        trainable = self.trainable and config.get("trainable") is not False
        return _Setting(None, self.depth + 1, trainable, f"{self.path}{node}/", (*self.names, name), self.origins)


@dataclass(frozen=True)
class _Use:
    """One use of a layer that is done: its node, and the shapes that come out."""

    node: Node
    shapes: Shapes


def describe(model: Any, *, sides: tuple[int, int] | None = None) -> Architecture:
    """The architecture of a Keras model, as `describe_config` gives it. Imports nothing of Keras itself."""
    shape = getattr(model, "input_shape", None) if getattr(model, "built", False) else None
    kind = SEQUENTIAL if type(model).__name__ == SEQUENTIAL else "Functional"
    entry = {"class_name": kind, "config": model.get_config(), "input_shape": shape}
    return describe_config(entry, sides=sides).architecture


def describe_config(entry: Any, *, sides: tuple[int, int] | None = None) -> Description:
    """What a serialized model, `{"class_name": …, "config": …}`, describes.

    `sides` are height and width for a model that takes pictures of any size; without them it is refused with a
    `SizeNeededError`.
    """
    found = mapping(entry, what="model")
    setting = _Setting(sides)
    given = found.get("input_shape")
    shape = without_batch(given) if isinstance(given, tuple) and given and not isinstance(given[0], tuple) else None
    try:
        architecture = _model(found, setting, None if shape is None else (shape,))
    except RecursionError:
        raise UnsupportedError(mark("The model nests too deep to be read.")) from None
    return Description(architecture, dict(setting.origins))


def is_model(entry: Config) -> bool:
    """Whether an entry of a configuration is a model rather than a layer."""
    return entry.get("class_name") == SEQUENTIAL or (
        entry.get("class_name") in links.FUNCTIONAL and "layers" in (entry.get("config") or ())
    )


def _model(entry: Config, setting: _Setting, given: Shapes | None) -> Architecture:
    """A model; `given` are the shapes that come in, where they are known from outside."""
    check_module(entry)
    if setting.depth >= DEEPEST:
        raise UnsupportedError(mark("The model nests models more than {limit} deep."), limit=DEEPEST)
    config = entry.get("config")
    if entry.get("class_name") == SEQUENTIAL:
        # Keras before 2.2.3 wrote the bare list of layers.
        return _sequential(
            {"layers": config} if isinstance(config, list) else mapping(config, what="config"), setting, given
        )
    if entry.get("class_name") in links.FUNCTIONAL and isinstance(config, dict) and "layers" in config:
        return _functional(mapping(config, what="config"), setting, given)
    raise UnsupportedError(
        mark("The model is a class of its own, “{kind}”, whose code would have to be run. "
             "Only Sequential and Functional models can be opened."),
        kind=str(entry.get("class_name"))[:80],
    )  # fmt: skip


def _sequential(config: Config, setting: _Setting, given: Shapes | None) -> Architecture:
    listed = [mapping(each, what="layers") for each in entries(config.get("layers"), what="layers", most=MOST_NODES)]
    if not listed:
        raise UnsupportedError(mark("The model has no layers."))
    names = Names()
    uses: list[_Use] = []
    if listed[0].get("class_name") != "InputLayer":
        shape = _filled(_first_shape(listed[0], config, given), setting, given)
        uses.append(_Use(Node(names.given("input"), Input(shape=shape)), (shape,)))
    for entry in listed:
        name = _name(entry)
        if entry.get("class_name") == "InputLayer":
            if uses:
                raise UnsupportedError(mark("The model has an input in the middle of its layers."))
            uses.append(_input(entry, names.given(name), setting, given))
            continue
        taps = (Tap(uses[-1].node.name),)
        uses.append(_used(entry, names.given(name), name, taps, uses[-1].shapes[:1], setting))
    return Architecture(
        name=Names().given(_name({"config": config}, default="model")),
        nodes=tuple(use.node for use in uses),
        outputs=(Tap(uses[-1].node.name),),
    )


def _functional(config: Config, setting: _Setting, given: Shapes | None) -> Architecture:
    listed: dict[str, Config] = {}
    for each in entries(config.get("layers"), what="layers", most=MOST_NODES):
        entry = mapping(each, what="layers")
        if _name(entry) in listed:
            raise UnsupportedError(mark("Two layers of the model are called “{name}”."), name=_name(entry)[:80])
        listed[_name(entry)] = entry
    entrances = links.ends_of(config.get("input_layers"), what="input_layers")
    calls, ends = links.normalised(
        {name: _calls(name, entry) for name, entry in listed.items()},
        links.ends_of(config.get("output_layers"), what="output_layers"),
        {name: str(entry["class_name"]) for name, entry in listed.items() if is_model(entry)},
    )
    names = Names()
    done: dict[tuple[str, int], _Use] = {}
    first: dict[str, _Use] = {}
    shapes = dict(zip((link.layer for link in entrances), given, strict=False)) if given else {}
    for name, entry in listed.items():
        if entry.get("class_name") == "InputLayer":
            outer = (shapes[name],) if name in shapes else None
            done[name, 0] = _input(entry, names.given(name), setting, outer)
    waiting = [(name, number) for name in listed for number in range(len(calls[name])) if (name, number) not in done]
    if len(waiting) > MOST_NODES:
        raise UnsupportedError(mark("The model has {count} layers; at most {limit} can be shown."),
                               count=len(waiting), limit=MOST_NODES)  # fmt: skip
    while waiting:
        later = []
        for name, number in waiting:
            sources = calls[name][number]
            if not sources or any((link.layer, link.call) not in done for link in sources):
                later.append((name, number))
                continue
            before = [done[link.layer, link.call] for link in sources]
            taps = tuple(_tap(use, link) for use, link in zip(before, sources, strict=True))
            coming = tuple(use.shapes[link.tensor] for use, link in zip(before, sources, strict=True))
            node = names.given(name)
            if name in first:
                use = _used_again(first[name], node, taps, coming)
            else:
                use = first[name] = _used(listed[name], node, name, taps, coming, setting)
            done[name, number] = use
        if len(later) == len(waiting):
            raise UnsupportedError(
                mark("The layer “{name}” is fed by nothing, or by itself through others."), name=later[0][0][:80]
            )
        waiting = later
    missing = [link for link in (*ends, *entrances) if (link.layer, link.call) not in done]
    if missing:
        raise UnsupportedError(
            mark("The model names “{name}” as its beginning or end, but has no such layer."), name=missing[0].layer[:80]
        )
    return Architecture(
        name=Names().given(_name({"config": config}, default="model")),
        nodes=tuple(use.node for use in done.values()),
        outputs=tuple(_tap(done[link.layer, link.call], link) for link in ends),
        inputs=tuple(done[link.layer, link.call].node.name for link in entrances),
    )


def _calls(name: str, entry: Config) -> links.Calls:
    try:
        return links.calls_of(entry)
    except UserError as error:
        raise UnsupportedError(mark("“{name}”: {reason}"), name=name[:80], reason=error) from None


def _used(entry: Config, node: str, name: str, taps: tuple[Tap, ...], coming: Shapes, setting: _Setting) -> _Use:
    """The first use of a layer or nested model, which is read here."""
    config = mapping(entry.get("config", {}), what="config") if not is_model(entry) else {}
    made: Layer | Architecture
    if is_model(entry):
        inner = entry["config"] if isinstance(entry["config"], dict) else {}
        made = _model(entry, setting.inside(inner, node, name), coming)
    else:
        try:
            check_module(entry)
            made = layer_of(str(entry.get("class_name")), config)
        except UserError as error:
            raise UnsupportedError(mark("“{name}”: {reason}"), name=name[:80], reason=error) from None
        frozen = not setting.trainable or config.get("trainable") is False
        made = made.changed(trainable=not frozen)
    setting.origins[f"{setting.path}{node}"] = (*setting.names, name)
    return _Use(Node(node, made, taps), _shapes(made, name, coming))


def _used_again(before: _Use, node: str, taps: tuple[Tap, ...], coming: Shapes) -> _Use:
    made = before.node.layer
    return _Use(Node(node, made, taps, shares=before.node.name), _shapes(made, before.node.name, coming))


def _shapes(made: Layer | Architecture, name: str, coming: Shapes) -> Shapes:
    if isinstance(made, Architecture):
        return trace(made).checked().outputs
    try:
        return (made.output_shape(coming),)
    except UserError as error:
        raise UnsupportedError(mark("“{name}” does not fit: {reason}"), name=name[:80], reason=error) from None


def _input(entry: Config, node: str, setting: _Setting, given: Shapes | None) -> _Use:
    check_module(entry)
    config = mapping(entry.get("config"), what="config")
    shape = _filled(without_batch(value(config, "batch_shape", "batch_input_shape")), setting, given)
    layer = layer_of("InputLayer", {**config, "batch_shape": (None, *shape)})
    setting.origins[f"{setting.path}{node}"] = (*setting.names, _name(entry))
    return _Use(Node(node, layer), (shape,))


def _first_shape(entry: Config, config: Config, given: Shapes | None) -> tuple[Any, ...]:
    """The input shape of a Sequential whose first layer is no input: the layer says it, or the file, or the outside."""
    found = entry
    for _ in range(DEEPEST):
        inner = found.get("config")
        layers = inner if isinstance(inner, list) else inner.get("layers") if isinstance(inner, dict) else None
        shape = value(inner, "batch_input_shape", "batch_shape") if isinstance(inner, dict) else None
        if shape is not None:
            return without_batch(shape)
        if not isinstance(layers, list) or not layers or not isinstance(layers[0], dict):
            break
        found = layers[0]
    shape = value(config, "build_input_shape", "batch_input_shape")
    if isinstance(shape, (list, tuple)):
        return without_batch(shape)
    if given:
        return given[0]
    raise UnsupportedError(
        mark("The model does not say what shape its input has, so its layers have no sizes. "
             "Save it after it has been built or used once.")
    )  # fmt: skip


def _filled(shape: tuple[Any, ...], setting: _Setting, given: Shapes | None) -> Shape:
    """A shape with the sides that it leaves open taken from outside."""
    if None not in shape:
        return _entrance(shape)
    outer: tuple[Any, ...] | None = given[0] if given else None
    if outer is None or len(outer) != len(shape) or None in outer:
        outer = (*setting.sides, shape[2]) if setting.sides and len(shape) == 3 else None
    if outer is None or None in outer:
        raise SizeNeededError(
            mark("The model takes pictures of any size. Choose the height and width at which it is to be shown.")
        )
    return _entrance(tuple(side if own is None else own for own, side in zip(shape, outer, strict=True)))


def _entrance(shape: tuple[Any, ...]) -> Shape:
    try:
        return Input(shape=shape).shape
    except UserError as error:
        raise UnsupportedError(mark("What comes into the model cannot be used: {reason}"), reason=error) from None


def _tap(use: _Use, link: links.Link) -> Tap:
    if link.tensor >= len(use.shapes):
        raise UnsupportedError(mark("“{name}” has no output {number}."), name=link.layer[:80], number=link.tensor + 1)
    return Tap(use.node.name, link.tensor)


def _name(entry: Config, *, default: str = "") -> str:
    """A layer's name: of the entry, or of its configuration."""
    config = entry.get("config")
    inner = config.get("name") if isinstance(config, dict) else None
    name = entry.get("name", inner) or inner or default or str(entry.get("class_name", "layer")).lower()
    if not isinstance(name, str):
        raise UnsupportedError(mark("The model's description is damaged: “{what}” cannot be read."), what="name")
    return name
