"""Networks built by hand, in the worker's own code."""

from __future__ import annotations

import warnings
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.errors import UserError
from engine.imaging.kernel_choice import KernelChoice
from engine.network import requests as ask
from engine.network.blocks import BLOCKS
from engine.network.built import PlacedKernel, network_by_hand
from engine.network.built_weights import built_weights
from engine.network.catalogue import architecture_of
from engine.network.drafting import (
    add_block,
    add_layer,
    change_layer,
    copy_of,
    duplicate_layer,
    put_kernel,
    remove_layer,
    rename_layer,
)
from engine.network.exchange import ALL, AskKernel, TakenKernel
from engine.network.layers.activation import Activation
from engine.network.layers.convolution import Convolution
from engine.network.layers.depthwise import Separable
from engine.network.maps import MapView
from tests.engine.network import models
from tests.engine.network.test_sessions import Conversation, photograph, talk

__all__ = ["talk"]

BOX = KernelChoice("box", {"size": 5})


def kernel(talk: Conversation, layer: str, filter_index: int, channel: int = 0) -> np.ndarray:
    answer = talk.ask(AskKernel(layer=layer, filter=filter_index, channel=channel))
    assert isinstance(answer, TakenKernel)
    return answer.weights


def test_a_built_network_opens_and_answers(talk: Conversation) -> None:
    model, last = network_by_hand(), "conv1"
    for block in BLOCKS:
        edited = add_block(model, block, after=last)
        model, last = edited.model, edited.selection
    answer = talk.ask(ask.OpenModel(model=model))
    assert answer.is_untrained
    assert {"inception1_stacked", "residual2_add"} <= {fact.path for fact in answer.layers}
    talk.ask(ask.ShowLayers(layers=("conv1",), view=MapView()))
    talk.show(photograph(), 1)
    assert talk.ask(ask.Frame()).scores.shape == (10,)


def test_a_kernel_is_put_in_without_building_anew_and_taken_out_again(talk: Conversation) -> None:
    plain = network_by_hand()
    first = talk.ask(ask.OpenModel(model=plain))
    own = kernel(talk, "conv1", 2, 1)
    talk.ask(ask.ShowLayers(layers=("conv1",), view=MapView()))
    talk.show(photograph(), 1)
    before = talk.ask(ask.Frame()).layers[0].figure("mean").copy()
    placed = put_kernel(plain, PlacedKernel("conv1", 2, ALL, BOX))
    assert talk.ask(ask.OpenModel(model=placed)) is first, "only the weights are others"
    np.testing.assert_array_equal(kernel(talk, "conv1", 2, 1), BOX.weights())
    talk.ask(ask.ShowLayers(layers=("conv1",), view=MapView()))
    maps = talk.ask(ask.Frame(is_again=True)).layers[0].figure("mean")
    changed = ~np.isclose(maps, before)
    assert changed.tolist() == [channel == 2 for channel in range(8)]
    talk.ask(ask.OpenModel(model=plain))
    np.testing.assert_array_equal(kernel(talk, "conv1", 2, 1), own)
    np.testing.assert_allclose(talk.ask(ask.Frame(is_again=True)).layers[0].figure("mean"), before, rtol=1e-5)


def test_a_kernel_goes_into_the_first_step_of_a_separable_convolution(talk: Conversation) -> None:
    layer = Separable(filters=6, kernel_size=(3, 3), padding="same")
    model = add_layer(network_by_hand(), layer, "separable", after="input", only_before=None).model
    box = KernelChoice("box", {"size": 3})
    talk.ask(ask.OpenModel(model=model))
    before = weights_of(talk.session)
    talk.ask(ask.OpenModel(model=put_kernel(model, PlacedKernel("separable1", 1, ALL, box))))
    after = weights_of(talk.session)
    changed = [name for name, array in after.items() if not np.array_equal(array, before[name])]
    assert changed == ["separable1/depthwise_kernel"]
    np.testing.assert_array_equal(kernel(talk, "separable1", 1), box.weights())
    np.testing.assert_array_equal(kernel(talk, "separable1", 0), before["separable1/depthwise_kernel"][:, :, 0, 0])
    talk.ask(ask.OpenModel(model=model))
    np.testing.assert_array_equal(weights_of(talk.session)["separable1/depthwise_kernel"], before[changed[0]])


def test_a_copy_of_what_is_open_is_not_built_anew(talk: Conversation, monkeypatch: pytest.MonkeyPatch) -> None:
    from engine.network import opening

    talk.ask(ask.OpenModel(model=ask.GalleryModel("cnn-example", seed=3)))
    own = kernel(talk, "conv1", 1)
    copy = copy_of(architecture_of("cnn-example"), name="mine", seed=3)
    with monkeypatch.context() as patch:
        patch.setattr(opening, "build", None)
        answer = talk.ask(ask.OpenModel(model=put_kernel(copy, PlacedKernel("conv1", 0, ALL, BOX))))
    assert answer.name == "mine"
    np.testing.assert_array_equal(kernel(talk, "conv1", 0), BOX.weights())
    np.testing.assert_array_equal(kernel(talk, "conv1", 1), own)
    talk.ask(ask.OpenModel(model=replace(copy, seed=4)))
    assert not np.array_equal(kernel(talk, "conv1", 1), own), "other weights are another network"


def weights_of(session: Any) -> dict[str, np.ndarray]:
    return {
        f"{layer.name}/{variable.name}": np.asarray(variable)
        for layer in session.network.model.layers
        for variable in layer.weights
    }


@pytest.mark.parametrize("edit", ["add", "rename", "wider", "seed", "kernel", "join"])
def test_a_network_that_takes_weights_from_the_one_before_is_the_same_as_one_made_anew(
    talk: Conversation, edit: str
) -> None:
    model = put_kernel(network_by_hand(), PlacedKernel("conv1", 2, ALL, BOX))
    wider = replace(model.architecture.by_name["conv2"].layer, filters=5)
    after = {
        "add": lambda: add_block(model, BLOCKS[0], after="pool1").model,
        "rename": lambda: rename_layer(model, "conv2", "second").model,
        "wider": lambda: change_layer(model, "conv2", wider).model,
        "seed": lambda: replace(rename_layer(model, "conv2", "second").model, seed=7),
        "kernel": lambda: put_kernel(remove_layer(model, "dense3").model, PlacedKernel("conv2", 1, 0, BOX)),
        "join": lambda: remove_layer(duplicate_layer(model, "conv2").model, "conv2").model,
    }[edit]()
    talk.ask(ask.OpenModel(model=model))
    talk.ask(ask.OpenModel(model=after))
    found = weights_of(talk.session)
    expected = built_weights(after)
    assert set(found) == set(expected)
    for name, array in expected.items():
        np.testing.assert_array_equal(found[name], array, err_msg=name)
    talk.ask(ask.OpenModel(model=model))
    for name, array in built_weights(model).items():
        np.testing.assert_array_equal(weights_of(talk.session)[name], array, err_msg=name)


def test_only_weights_that_no_layer_has_are_made(talk: Conversation, monkeypatch: pytest.MonkeyPatch) -> None:
    from engine.network import opening

    model = copy_of(architecture_of("cnn-example"), name="mine")
    talk.ask(ask.OpenModel(model=ask.GalleryModel("cnn-example")))
    made = []

    def watched(*args: Any, only: Any) -> Any:
        made.append(only)
        return built_weights(*args, only=only)

    monkeypatch.setattr(opening, "built_weights", watched)
    talk.ask(
        ask.OpenModel(model=add_layer(model, Convolution(filters=8, padding="same"), "extra", after="pool1").model)
    )
    assert made == [{"extra1"}]


def test_a_kernel_put_into_a_carried_layer_leaves_no_trace_when_it_is_taken_out(talk: Conversation) -> None:
    plain = network_by_hand()
    longer = add_layer(plain, Convolution(filters=16, padding="same"), "extra", after="conv2").model
    talk.ask(ask.OpenModel(model=plain))
    own = kernel(talk, "conv1", 2)
    talk.ask(ask.OpenModel(model=longer))
    talk.ask(ask.OpenModel(model=put_kernel(longer, PlacedKernel("conv1", 2, ALL, BOX))))
    np.testing.assert_array_equal(kernel(talk, "conv1", 2), BOX.weights())
    talk.ask(ask.OpenModel(model=plain))
    np.testing.assert_array_equal(kernel(talk, "conv1", 2), own)


def test_a_file_is_read_once_while_its_layers_are_edited(
    talk: Conversation, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from engine.network import opening

    path = tmp_path / "plain.keras"
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        models.sequential().save(path)
    opened = talk.ask(ask.OpenModel(model=ask.FileModel(str(path))))
    copy = copy_of(opened.architecture, name="copy", origin=str(path))
    weights = weights_of(talk.session)
    with monkeypatch.context() as patch:
        patch.setattr(opening, "read_origin", None)
        last = copy.architecture.outputs[0].node
        first = next(each.name for each in copy.architecture.nodes if each.inputs)
        longer = add_layer(copy, Activation(), "act", after=first)
        answer = talk.ask(ask.OpenModel(model=longer.model))
        assert not answer.is_untrained
        assert weights_of(talk.session).keys() == weights.keys()
        talk.ask(ask.OpenModel(model=remove_layer(copy, last).model))
    back = talk.ask(ask.OpenModel(model=copy))
    assert back.values == opened.values
    for name, array in weights_of(talk.session).items():
        np.testing.assert_array_equal(array, weights[name])


def test_learnt_weights_stay_in_an_edited_copy(talk: Conversation, tmp_path: Path) -> None:
    path = tmp_path / "nested.keras"
    with warnings.catch_warnings():
        # WORKAROUND(Keras 3.15 with TensorFlow 2.21): saving warns that a variable's `__array__` takes no `copy`.
        warnings.simplefilter("ignore", DeprecationWarning)
        models.nested().save(path)
    opened = talk.ask(ask.OpenModel(model=ask.FileModel(str(path))))
    talk.show(photograph(), 1)
    expected = talk.ask(ask.Frame()).scores
    copy = copy_of(opened.architecture, name="copy", origin=str(path))
    again = talk.ask(ask.OpenModel(model=copy))
    assert not again.is_untrained
    np.testing.assert_allclose(talk.ask(ask.Frame(is_again=True)).scores, expected, rtol=1e-4)
    last = copy.architecture.outputs[0].node
    cut = remove_layer(copy, last).model
    talk.ask(ask.OpenModel(model=cut))
    learnt = next(fact.path for fact in opened.layers if fact.kind == "Conv2D")
    taken = kernel(talk, {root: name for name, root in cut.roots}[learnt], 0)
    talk.ask(ask.OpenModel(model=ask.FileModel(str(path))))
    np.testing.assert_array_equal(taken, kernel(talk, learnt, 0))


def test_refusals_say_what_is_wrong(talk: Conversation, tmp_path: Path) -> None:
    talk.ask(ask.OpenModel(model=network_by_hand()))
    with pytest.raises(UserError, match="has no kernels"):
        kernel(talk, "pool1", 0)
    with pytest.raises(UserError, match="no filter 8"):
        kernel(talk, "conv1", 8)
    with pytest.raises(UserError, match="cannot be read"):
        talk.ask(ask.OpenModel(model=replace(network_by_hand(), origin=str(tmp_path / "gone.keras"))))
    assert kernel(talk, "conv1", 0).shape == (5, 5), "the network before stays open"
