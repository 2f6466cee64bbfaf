"""Networks as plain data: what hangs together, what comes back from JSON, what is refused."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from engine.network.architecture import Architecture, ArchitectureError, Node, Tap, chain
from engine.network.budget import Budget, BudgetError, within_budget
from engine.network.layers import merging, pooling, reshaping, resizing
from engine.network.layers.convolution import Convolution
from engine.network.layers.dense import Dense
from engine.network.layers.input import Input
from engine.network.layers.layer import LayerError
from engine.network.tracing import trace
from tests.engine.network.networks import BACKBONE, BY_HAND, SIAMESE

PICTURE = Node("input", Input(shape=(8, 8, 3)))


def made(*nodes: Node, outputs: tuple[Tap, ...] = (Tap("input"),)) -> Architecture:
    return Architecture(name="made", nodes=(PICTURE, *nodes), outputs=outputs)


@pytest.mark.parametrize("network", [BY_HAND, SIAMESE])
def test_it_comes_back_from_text(network) -> None:
    assert Architecture.from_text(network.to_text()) == network


def test_nodes_are_put_in_an_order_in_which_each_follows_what_feeds_it() -> None:
    network = Architecture(
        name="backwards",
        nodes=(Node("b", Dense(), (Tap("a"),)), Node("a", reshaping.Flatten(), (Tap("input"),)), PICTURE),
        outputs=(Tap("b"),),
    )
    assert [node.name for node in network.nodes] == ["input", "a", "b"]


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (lambda: made(Node("a", Convolution(), (Tap("b"),)), Node("b", Convolution(), (Tap("a"),))), "feeds itself"),
        (lambda: made(Node("a", Convolution(), (Tap("nowhere"),))), "there is no such layer"),
        (lambda: made(PICTURE), "Two layers are called “input”"),
        (lambda: made(Node("a/b", Convolution(), (Tap("input"),))), "holds a sign that names cannot have"),
        (lambda: made(Node("", Convolution(), (Tap("input"),))), "cannot be a name"),
        (lambda: made(Node("x" * 300, Convolution(), (Tap("input"),))), "cannot be a name"),
        (lambda: made(outputs=()), "has no output"),
        (lambda: made(outputs=(Tap("input", 1),)), "has no output 2; it has 1"),
        (lambda: Architecture(name="x", nodes=(), outputs=(Tap("a"),)), "has no input"),
        (lambda: chain("x", {}), "has no input"),
        (lambda: made(Node("a", Convolution(), (Tap("input"),), shares="input")), "is not the same layer"),
        (lambda: Architecture(name="x", nodes=(PICTURE,), outputs=(Tap("input"),), inputs=("input", "input")), "once"),
    ],
)
def test_what_does_not_hang_together_is_refused(make, sentence) -> None:
    with pytest.raises(ArchitectureError, match=sentence):
        make()


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data.update(format="other"),
        lambda data: data.update(version=2),
        lambda data: data.update(version=True),
        lambda data: data.update(nodes={}),
        lambda data: data.update(nodes=[None]),
        lambda data: data.update(nodes=[{"name": "x", "layer": {"kind": "Lambda"}}]),
        lambda data: data.update(outputs=[["softmax", 0]]),
        lambda data: data.update(outputs=["softmax:x"]),
        lambda data: data.update(name=None),
        lambda data: data["nodes"][1]["layer"].update(filters=10**400),
        lambda data: data["nodes"][1]["layer"].update(filters="8"),
        lambda data: data["nodes"][1].update(inputs="input"),
        lambda data: data["nodes"][1].update(name=["conv1"]),
        lambda data: data.update(nodes=data["nodes"] * 1000),
    ],
)
def test_damaged_files_are_refused_in_a_sentence(damage) -> None:
    data = BY_HAND.to_json()
    damage(data)
    with pytest.raises(ArchitectureError) as refused:
        Architecture.from_text(json.dumps(data))
    assert str(refused.value)


def test_models_nested_too_deep_and_text_that_is_none_are_refused() -> None:
    data = BACKBONE.to_json()
    for _ in range(10):
        data = {**BACKBONE.to_json(), "nodes": [{"name": "inner", "layer": {"kind": "Model", **data}}]}
    with pytest.raises(ArchitectureError, match="more than 8 deep"):
        Architecture.from_json(data)
    for text in ("", "[" * 100_000, b"\xff", "null"):
        with pytest.raises(ArchitectureError):
            Architecture.from_text(text)


def test_shapes_follow_through_nested_models_and_shared_layers() -> None:
    found = trace(SIAMESE).checked()
    assert found.outputs == ((1,), (14, 14, 4))
    assert [each.path for each in found.walk()][2:8] == [
        "first/picture", "first/conv", "first/norm", "second/picture", "second/conv", "second/norm",
    ]  # fmt: skip
    assert found.by_path["second/conv"].is_shared
    assert found.by_path["deeper again"].is_shared
    assert found.by_path["difference"].sight().size == (5, 5)
    assert sorted(found.by_path["difference"].sights[0]) == ["left", "right"]


def test_a_network_being_built_tells_what_does_not_fit_and_goes_on_elsewhere() -> None:
    network = made(
        Node("big", Convolution(kernel_size=9), (Tap("input"),)),
        Node("after", pooling.MaxPooling(), (Tap("big"),)),
        Node("fine", Convolution(), (Tap("input"),)),
        Node("lonely", merging.Add(), (Tap("fine"),)),
    )
    found = trace(network)
    assert set(found.problems) == {"big", "lonely"}
    assert isinstance(found.problems["big"], LayerError)
    assert found.problems["big"].field == "kernel_size"
    assert found.by_path["fine"].outputs == ((6, 6, 8),)
    assert found.by_path["after"].outputs == ()
    with pytest.raises(ArchitectureError, match="“big” does not fit: The window is 9 × 9"):
        found.checked()
    assert not trace(network.replaced("big", Convolution())).by_path["after"].problem


def test_shared_weights_have_to_fit_both_inputs() -> None:
    network = made(
        Node("first", Convolution(), (Tap("input"),)),
        Node("second", Convolution(), (Tap("first"),), shares="first"),
    )
    assert "shares the weights of “first”" in str(trace(network).problems["second"])


def test_a_nested_model_wants_its_own_input_shape() -> None:
    problem = trace(made(Node("model", BACKBONE, (Tap("input"),)))).problems["model"]
    assert str(problem) == "The model “model” takes 16×16×3, but 8×8×3 comes in."


@pytest.mark.parametrize(
    ("budget", "sentence"),
    [
        (Budget(layers=8), "9 layers; this program takes on 8"),
        (Budget(parameters=62_957), "62,958 parameters; this program takes on 62,957"),
        (Budget(activations=13_525), "13,526 values for one picture"),
        (Budget(multiply_adds=849_319), "849,320 multiply-adds"),
    ],
)
def test_budgets(budget, sentence) -> None:
    within_budget(BY_HAND)
    with pytest.raises(BudgetError, match=sentence):
        within_budget(BY_HAND, budget)


def test_shape_bombs_are_refused_before_anything_is_built() -> None:
    grown = {f"up{index}": resizing.UpSampling(size=256) for index in range(500)}
    with pytest.raises(ArchitectureError, match="More than 2,147,483,648 values"):
        within_budget(chain("bomb", {"input": Input(shape=(8, 8, 3)), **grown}))
    wide = chain("wide", {"input": Input(shape=(65536,)), "dense": Dense(units=2**20)})
    with pytest.raises(BudgetError, match="68,720,525,312 parameters"):
        within_budget(wide)
    doubled: list[Node] = [PICTURE]
    for index in range(4000):
        doubled.append(Node(f"d{index}", merging.Concatenate(), (Tap(doubled[-1].name),) * 2))
    network = Architecture(name="doubled", nodes=tuple(doubled), outputs=(Tap("d3999"),))
    with pytest.raises(BudgetError, match="4,001 layers"):
        within_budget(network)
    with pytest.raises(ArchitectureError, match="More than"):
        within_budget(network, replace(Budget(), layers=10_000))
