"""Networks built by hand, in the worker's own code."""

from __future__ import annotations

import warnings
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from engine.errors import UserError
from engine.imaging.kernel_choice import KernelChoice
from engine.network import requests as ask
from engine.network.blocks import BLOCKS
from engine.network.built import PlacedKernel, network_by_hand
from engine.network.catalogue import architecture_of
from engine.network.drafting import add_block, copy_of, put_kernel, remove_layer
from engine.network.exchange import ALL, AskKernel, TakenKernel
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
