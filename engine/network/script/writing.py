"""Writing a network as a Python script that builds it with Keras by itself."""

from __future__ import annotations

import builtins
import keyword
import re
from collections import Counter
from collections.abc import Iterator

from engine.network.architecture import Architecture, Node, Tap
from engine.network.layers.input import Input
from engine.network.layers.layer import Layer
from engine.network.script.calls import layer_call, quoted

LONGEST_LINE = 100
_TAKEN = (*keyword.kwlist, *keyword.softkwlist, *dir(builtins), "x", "keras", "layers", "sys", "Path", "main")

_MAIN = """
def main():
    model = {build}()
    # Weights are in the .keras file that was saved from the same network.
    weights = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).with_suffix(".keras")
    if len(sys.argv) > 1 or weights.exists():
        model.load_weights(weights)
    model.summary()


if __name__ == "__main__":
    main()
"""


def write_script(architecture: Architecture) -> str:
    """The script of a network.

    Run by itself it prints the table of layers. Weights come from the `.keras` file that is its argument, or that is
    called like the script.
    """
    body, build = build_functions(architecture)
    lines = [
        f'"""{_safe(architecture.name)}: the layers of a network, written by Kernelscope.',
        "",
        "Run it with: python script.py [WEIGHTS.keras]",
        "How weights begin and what holds for training only is left to Keras.",
        '"""',
        "",
        "import sys",
        "from pathlib import Path",
        "",
        "import keras",
        "from keras import layers",
        "",
        *body,
        *_MAIN.format(build=build).split("\n"),
    ]
    return "\n".join(lines)


def build_functions(architecture: Architecture) -> tuple[list[str], str]:
    """The lines of the functions that build a network, and the name of the one that builds the whole."""
    functions: dict[str, Architecture] = {}
    body = list(_functions(architecture, architecture.name, functions, _Identifiers()))
    return body, next(name for name, each in functions.items() if each is architecture)


def _functions(
    architecture: Architecture, title: str, made: dict[str, Architecture], names: _Identifiers
) -> Iterator[str]:
    """The functions that build the nested models, each before the one that needs it, and the model itself last."""
    inner: dict[str, str] = {}
    for node in architecture.nodes:
        if isinstance(node.layer, Architecture) and not node.shares:
            yield from _functions(node.layer, node.name, made, names)
            inner[node.name] = next(name for name, each in reversed(made.items()) if each is node.layer)
    name = names.given(f"build_{title}")
    made[name] = architecture
    yield from ["", f"def {name}():"]
    yield from (f"    {line}" if line else "" for line in _Body(architecture, title, inner).lines())
    yield ""


class _Body:
    """The lines of one function; values that go straight to the next layer are all called `x`."""

    def __init__(self, architecture: Architecture, title: str, inner: dict[str, str]) -> None:
        self._architecture, self._title, self._inner = architecture, title, inner
        self._names = _Identifiers()
        self._values: dict[str, str] = {}
        self._makers: dict[str, str] = {}
        self._uses = Counter(tap.node for node in architecture.nodes for tap in node.inputs)
        self._uses.update(tap.node for tap in architecture.outputs)
        self._shared = {node.shares for node in architecture.nodes if node.shares}

    def lines(self) -> Iterator[str]:
        """One line a node, and what is given back."""
        nodes = self._architecture.nodes
        for node, after in zip(nodes, (*nodes[1:], None), strict=True):
            yield from self._node(node, after)
        inputs = [self._values[name] for name in self._architecture.inputs]
        outputs = [self._tap(tap) for tap in self._architecture.outputs]
        name = quoted(self._title)
        yield f"return keras.Model({_one_or_list(inputs)}, {_one_or_list(outputs)}, name={name})"

    def _node(self, node: Node, after: Node | None) -> Iterator[str]:
        if isinstance(node.layer, Input):
            self._values[node.name] = self._names.given(node.name)
            yield f"{self._values[node.name]} = keras.Input({node.layer.shape!r}, name={quoted(node.name)})"
            return
        maker = self._makers.get(node.shares) or self._made(node.layer, node.name)
        if node.name in self._shared:
            # Used again further down, with the same weights.
            self._makers[node.name] = self._names.given(f"{node.name}_layer")
            yield f"{self._makers[node.name]} = {maker}"
            maker = self._makers[node.name]
        given = _one_or_list([self._tap(tap) for tap in node.inputs])
        self._values[node.name] = "x" if self._goes_on(node, after) else self._names.given(node.name)
        yield from _wrapped(self._values[node.name], maker, given)

    def _made(self, layer: Layer | Architecture, name: str) -> str:
        return f"{self._inner[name]}()" if isinstance(layer, Architecture) else layer_call(layer, name=name)

    def _goes_on(self, node: Node, after: Node | None) -> bool:
        """Whether what a node gives is used by the next one and nothing else; also at the very end."""
        if self._uses[node.name] > 1:
            return False
        if after is None:
            return True
        return self._uses[node.name] == 0 or any(tap.node == node.name for tap in after.inputs)

    def _tap(self, tap: Tap) -> str:
        layer = self._architecture.by_name[tap.node].layer
        is_one_of_several = isinstance(layer, Architecture) and len(layer.outputs) > 1
        return f"{self._values[tap.node]}[{tap.output}]" if is_one_of_several else self._values[tap.node]


class _Identifiers:
    """Hands out names for variables and functions, each once.

    >>> names = _Identifiers()
    >>> [names.given(name) for name in ("conv 1", "conv-1", "1×1", "class", "")]
    ['conv_1', 'conv_1_2', 'layer_1x1', 'class_', 'layer']
    """

    def __init__(self) -> None:
        self._given: set[str] = set(_TAKEN)

    def given(self, wanted: str) -> str:
        """A name of its own that is as much like `wanted` as can be."""
        clean = re.sub(r"[^0-9a-zA-Z]+", "_", wanted.replace("×", "x")).strip("_").lower()[:60] or "layer"
        clean = f"layer_{clean}" if clean[0].isdigit() else clean
        name, number = f"{clean}_" if clean in _TAKEN else clean, 1
        while name in self._given:
            number += 1
            name = f"{clean}_{number}"
        self._given.add(name)
        return name


def _one_or_list(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"[{', '.join(names)}]"


def _wrapped(target: str, maker: str, given: str) -> Iterator[str]:
    """A call on one line, or with its arguments on a line of their own where that would be too long."""
    line = f"{target} = {maker}({given})"
    head, is_call, rest = maker.partition("(")
    if len(line) <= LONGEST_LINE or not is_call:
        yield line
    else:
        yield from [f"{target} = {head}(", f"    {rest[:-1]}", f")({given})"]


def _safe(text: str) -> str:
    """Text that can stand in a docstring whatever the network is called."""
    return " ".join(text.replace("\\", "/").replace('"', "'").split())
