"""Building a network in the whole window, with a worker that the test answers for."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt

from engine.imaging.kernel_choice import KernelChoice
from engine.imaging.own_kernels import OwnKernels
from engine.network import requests as ask
from engine.network.built import BuiltModel, PlacedKernel
from engine.network.layers.convolution import Convolution
from gui.autosave import load_session, session_to_text
from gui.models import building_edits as edits
from tests.gui.test_workspaces import in_network, settle, worker

__all__ = ["in_network", "worker"]
pytestmark = pytest.mark.allows_warnings  # the log says what a person was told

BOX = KernelChoice("box", {"size": 5})


@pytest.fixture
def parts(parts, worker):
    return replace(parts, network=worker)


@pytest.fixture
def building(in_network, worker, qtbot):
    """The window with a copy of the first network that is being edited."""
    in_network.network.layers.edit_button.menu().aboutToShow.emit()
    in_network.network.layers.edit_button.menu().actions()[0].trigger()
    settle(qtbot, worker, lambda: isinstance(in_network.network.session.network.spec, BuiltModel))
    return in_network


def builder_of(window):
    return window.network.building.builder


def is_shown(window):
    network = window.network
    return network.session.network.spec == builder_of(window).model and network.session.maps is not None


def test_a_copy_opens_with_its_layer_panel_in_front(building, worker, qtbot):
    assert "cnn-example-edited" in building.top_bar.model_button.text()
    assert not building.network.layer.isHidden()
    assert building.network.layer.name.text() == "conv1"


def test_an_edit_is_shown_as_soon_as_it_hangs_together(building, worker, qtbot):
    builder = builder_of(building)
    edits.change_layer(builder, "conv1", Convolution(filters=4, kernel_size=40), "Kernel")
    assert building.network.session.network.spec != builder.model
    edits.change_layer(builder, "conv1", Convolution(filters=4, kernel_size=5), "Kernel")
    settle(qtbot, worker, lambda: is_shown(building))
    assert building.network.session.network.table.rows[1].output_shape == (28, 28, 4)
    assert building.network.session.maps.layer("conv1").shape == (28, 28, 4)


def test_ctrl_z_undoes_the_edit_and_not_the_recipe(building, worker, qtbot):
    builder, recipe = builder_of(building), building.parts.session.recipe
    before = builder.model
    edits.remove_layer(builder, "pool1")
    assert "pool1" in building.actions_["undo_network"].text()
    qtbot.keyClick(building, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert builder.model == before
    assert building.parts.session.recipe == recipe
    building.actions_["redo_network"].trigger()
    assert "pool1" not in builder.model.architecture.by_name


def test_a_refused_edit_is_told_in_a_sentence(building):
    edits.remove_layer(builder_of(building), "input")
    assert "where the picture comes in" in building.messages.bar.current().text


def test_a_kernel_that_is_put_in_is_marked_and_the_value_stays(building, worker, qtbot):
    network = building.network
    settle(qtbot, worker, lambda: network.session.maps is not None)
    builder_of(building).put_kernel(PlacedKernel("conv1", 2, -1, BOX))
    assert network.maps.grid._kernels == frozenset({2})
    settle(qtbot, worker, lambda: network.session.network.spec.kernels != ())
    network.session.select_layer("pool1")
    assert network.maps.grid._kernels == frozenset()


def test_a_filter_is_taken_into_the_kernels_workspace(building, worker, parts, qtbot):
    building.network.layer.take_wanted.emit("conv1", 3, 1)
    settle(qtbot, worker, lambda: building.workspaces.current.key == "kernels")
    stage = parts.session.selected_stage
    assert stage.kernel.label == "Filter 3 of conv1, channel 1"
    assert np.array_equal(stage.kernel.weights(), np.full((5, 5), 4, np.float32))
    assert parts.session.recipe.stages[0] is stage
    assert [each.label for each in OwnKernels(parts.folder).kernels()] == ["Filter 3 of conv1, channel 1"]
    assert stage.kernel in building.docks.stage.kernel.shelf.kernels()


def test_a_name_that_is_taken_gets_a_number(building, worker, parts, qtbot):
    shelf = building.docks.stage.kernel.shelf
    one, other = KernelChoice.own([[1.0]], "mine"), KernelChoice.own([[2.0]], "mine")
    assert [shelf.keep(each).label for each in (one, other, one)] == ["mine", "mine (2)", "mine"]


def test_what_was_built_is_part_of_the_session(building, worker, parts, qtbot, tmp_path):
    builder = builder_of(building)
    edits.remove_layer(builder, "dense4")
    settle(qtbot, worker, lambda: is_shown(building))
    mine = builder.model
    path = tmp_path / "session.json"
    path.write_text(session_to_text(parts.session, workspace=building.workspace_state()), encoding="utf-8")
    saved = load_session(path).workspace
    building.network.session.wish_for(ask.GalleryModel("lenet-5"))
    builder.undo_stack.clear()
    settle(qtbot, worker, lambda: building.network.session.network.spec == ask.GalleryModel("lenet-5"))
    building.restore_workspace(saved)
    settle(qtbot, worker, lambda: is_shown(building))
    assert builder.model == mine
    assert builder.is_open


def test_what_was_built_is_at_hand_while_another_network_is_open(building, worker, parts, qtbot):
    mine = builder_of(building).model
    building.network.session.wish_for(ask.GalleryModel("lenet-5"))
    settle(qtbot, worker, lambda: building.network.session.network.spec == ask.GalleryModel("lenet-5"))
    assert building.workspace_state()["network"]["building"]["architecture"]["name"] == mine.architecture.name
    menu = building.network.layers.edit_button.menu()
    menu.aboutToShow.emit()
    next(each for each in menu.actions() if "Back to" in each.text()).trigger()
    settle(qtbot, worker, lambda: is_shown(building))
    assert builder_of(building).model == mine


def test_layers_are_saved_and_opened(building, worker, answers, tmp_path, qtbot):
    builder = builder_of(building)
    answers.path = tmp_path / "mine.json"
    building.network.layers.layers_saved.emit()
    qtbot.waitUntil(answers.path.exists)
    architecture = builder.model.architecture
    edits.remove_layer(builder, "pool1")
    building.network.layers.layers_opened.emit()
    qtbot.waitUntil(lambda: builder.model.architecture == architecture)


def test_a_damaged_file_of_layers_is_told_and_nothing_changes(building, answers, tmp_path, qtbot):
    builder = builder_of(building)
    before = builder.model
    answers.path = tmp_path / "mine.json"
    answers.path.write_text('{"format": "kernelscope-architecture"')
    building.network.layers.layers_opened.emit()
    qtbot.waitUntil(lambda: building.messages.bar.current() is not None)
    assert "damaged" in building.messages.bar.current().text
    assert builder.model == before


def test_the_worker_may_die_while_a_network_is_built(building, worker, qtbot):
    edits.remove_layer(builder_of(building), "pool1")
    settle(qtbot, worker, lambda: is_shown(building))
    worker.die()
    edits.remove_layer(builder_of(building), "pool2")
    worker.start_again()
    settle(qtbot, worker, lambda: is_shown(building))
    assert "pool2" not in building.network.session.network.architecture.by_name
