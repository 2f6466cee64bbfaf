from __future__ import annotations

import numpy as np
import pytest

from engine.network.architecture import Architecture, Node, Tap, chain
from engine.network.catalogue import NETWORKS, architecture_of
from engine.network.layers.dense import Dense
from engine.network.layers.input import Input
from engine.network.tracing import trace
from engine.network.training.answer import answer_kind
from engine.network.training.freezing import after, frozen, unfrozen
from engine.network.training.phases import halves_of, learning, phases_of
from engine.network.training.tuning import Head, Tuning, TuningError, tuned
from engine.network.weights import random_weights

SMALL = [card.ids[-1] for card in NETWORKS]


@pytest.mark.parametrize("identity", SMALL)
def test_every_network_of_the_gallery_gets_an_answer_for_each_class(identity: str) -> None:
    architecture = architecture_of(identity)
    for tuning in (Tuning(), Tuning(head=Head(hidden_units=5, dropout=0.2))):
        made = tuned(architecture, None, tuning, 7)
        assert trace(made.architecture).checked().outputs == ((7,),)
        assert answer_kind(made.architecture) == "shares"
        assert set(made.arrays) == set(random_weights(made.architecture, 0))


def test_weights_are_kept_but_for_the_answer() -> None:
    architecture = architecture_of("lenet-5")
    before = random_weights(architecture, 5)
    made = tuned(architecture, before, Tuning(), 3)
    changed = {name for name, array in made.arrays.items() if array is not before.get(name)}
    assert {name.partition("/")[0] for name in changed} == set(made.head) == {"output"}
    same = tuned(architecture, before, Tuning(), 10)
    assert same.head == ()
    assert all(np.array_equal(same.arrays[name], before[name]) for name in before)


def test_to_start_anew_leaves_what_was_learnt_aside() -> None:
    architecture = architecture_of("lenet-5")
    made = tuned(architecture, random_weights(architecture, 5), Tuning(starts_anew=True), 3, seed=7)
    drawn = random_weights(made.architecture, 7)
    assert all(np.array_equal(array, drawn[name]) for name, array in made.arrays.items())
    assert Tuning.from_json(Tuning(starts_anew=True).to_json()).starts_anew


def test_a_cut_drops_what_comes_after_it_and_a_new_head_follows() -> None:
    made = tuned(architecture_of("cnn-example"), None, Tuning(cut_at="pool1", frozen_up_to="conv1"), 4)
    assert [node.name for node in made.architecture.nodes] == ["input", "conv1", "pool1", "head_mean", "head_classes"]
    assert learning(made.architecture) == {"head_classes"}


def test_a_cut_within_a_nested_model_keeps_its_first_layers() -> None:
    inner = architecture_of("cnn-example")
    outer = Architecture(
        name="outer",
        nodes=(Node("input", Input(shape=(32, 32, 3))), Node("inner", inner, (Tap("input"),)),
               Node("classes", Dense(units=2, activation="softmax"), (Tap("inner"),))),
        outputs=(Tap("classes"),),
    )  # fmt: skip
    made = tuned(outer, None, Tuning(cut_at="inner/flatten", frozen_up_to="inner/conv2"), 3).architecture
    assert [path for path, _ in made.walk()][-2:] == ["inner/flatten", "head_classes"]
    assert learning(made) == {"head_classes"}
    assert trace(made).checked().outputs == ((3,),)
    assert "inner/dense3" in after(outer, "inner/flatten")
    assert "inner/conv1" not in after(outer, "inner/flatten")


def test_another_input_size_is_followed_through() -> None:
    made = tuned(architecture_of("mobilenet-v2-small"), None, Tuning(), 3, input_size=(64, 80))
    assert trace(made.architecture).checked().outputs == ((3,),)
    assert made.architecture.by_name["input"].layer == Input(shape=(64, 80, 3))


def test_freezing_takes_all_that_feeds_a_layer_and_unfreezing_all_that_follows() -> None:
    architecture = architecture_of("resnet-18-small")
    still = frozen(architecture, "mean")
    assert learning(still) == {"predictions"} or len(learning(still)) == 1
    again = unfrozen(still, "conv5_block1_conv1" if "conv5_block1_conv1" in architecture.by_name else "mean")
    assert learning(still) <= learning(again) < learning(architecture)
    assert learning(unfrozen(still)) == learning(architecture)


def test_the_frozen_part_is_cut_off_where_learning_begins() -> None:
    made = tuned(architecture_of("mobilenet-v1-small"), None, Tuning(frozen_up_to="mean"), 3).architecture
    halves = halves_of(made)
    assert halves is not None
    assert [node.name for node in halves.learner.nodes] == ["features", "dropout", "predictions"]
    entrance = halves.learner.by_name["features"].layer
    assert entrance == Input(shape=trace(halves.extractor).checked().outputs[0])
    assert halves_of(architecture_of("mobilenet-v1-small")) is None
    assert [phase.factor for phase in phases_of(made, Tuning(frozen_up_to="mean", unfreeze_after=2))] == [1.0, 0.1]


@pytest.mark.parametrize(
    ("architecture", "tuning", "classes", "sentence"),
    [
        (architecture_of("lenet-5"), Tuning(), 1, "needs two"),
        (architecture_of("lenet-5"), Tuning(cut_at="nowhere"), 3, "no layer “nowhere”"),
        (
            Architecture(name="two", nodes=(Node("a", Input()), Node("b", Input())), outputs=(Tap("a"),)),
            Tuning(), 3, "has 2 inputs",
        ),
    ],
)  # fmt: skip
def test_what_cannot_be_tuned_is_refused(
    architecture: Architecture, tuning: Tuning, classes: int, sentence: str
) -> None:
    with pytest.raises(TuningError, match=sentence):
        tuned(architecture, None, tuning, classes)


def test_a_network_without_a_dense_end_gets_one() -> None:
    made = tuned(chain("bare", {"input": Input(shape=(9, 9, 1))}), None, Tuning(), 2)
    assert made.head == ("head_mean", "head_classes")
