from dataclasses import replace

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from engine.imaging.kernel_choice import KernelChoice
from engine.network import requests as ask
from engine.network.blocks import BLOCKS
from engine.network.built import PlacedKernel, network_by_hand
from engine.network.layers.convolution import Convolution
from gui.models import building_edits as edits
from gui.network.session import MapSpot
from tests.gui.network.building_steps import BOX, CONV, begin, entries
from tests.gui.network.making import open_network


class TestBuilder:
    def test_a_copy_is_wished_for_at_once_and_the_layer_stays_selected(self, session, builder, wishes):
        session.put_network(open_network())
        session.select_layer("conv2")
        assert builder.begin_copy()
        assert builder.is_open
        assert builder.selection == "conv2"
        assert [spec.architecture.name for spec in wishes] == ["cnn-example-edited"]
        assert wishes[0].origin == ""

    def test_a_copy_of_a_file_keeps_its_weights(self, session, builder):
        network = open_network()
        session.put_network(replace(network, spec=ask.FileModel("pets.keras")))
        builder.begin_copy()
        assert builder.model.origin == "pets.keras"
        assert dict(builder.model.roots)["conv1"] == "conv1"

    def test_without_a_network_there_is_nothing_to_copy(self, builder, qtbot):
        with qtbot.waitSignal(builder.refused):
            assert not builder.begin_copy()

    def test_a_network_is_wished_for_as_soon_as_it_fits(self, session, builder, wishes, qtbot):
        begin(builder, session)
        builder.select("conv2")
        with qtbot.waitSignal(session.wished):
            edits.add_layer(builder, CONV)
        assert wishes[-1].architecture.by_name["conv3"].inputs[0].node == "conv2"
        assert builder.selection == "conv3"

    def test_while_a_layer_does_not_fit_the_network_before_stays(self, session, builder, wishes):
        begin(builder, session)
        count = len(wishes)
        edits.change_layer(builder, "conv2", Convolution(filters=16, kernel_size=15), "Kernel")
        assert list(builder.trace.problems) == ["conv2"]
        assert not builder.can_be_built
        builder._wish()
        assert len(wishes) == count
        assert builder.model.architecture.by_name["conv2"].layer.kernel_size == (15, 15)

    def test_a_network_that_is_refused_leaves_what_was_being_built_open(self, session, builder, wishes, qtbot):
        begin(builder, session)
        with qtbot.waitSignal(session.wished):
            edits.add_layer(builder, CONV)
        session.put_network(replace(open_network(), spec=builder.model))
        edits.change_layer(builder, "conv2", Convolution(filters=16, kernel_size=15), "Kernel")
        model, selection, steps = builder.model, builder.selection, builder.undo_stack.count()
        session.wish_for(ask.FileModel("hostile.keras"))
        assert not builder.is_open
        session.keep_network()
        assert builder.is_open
        assert (builder.model, builder.selection, builder.undo_stack.count()) == (model, selection, steps)
        assert session.wish == session.network.spec

    def test_what_was_left_for_a_network_that_opened_stays_closed(self, session, builder):
        begin(builder, session)
        session.wish_for(ask.FileModel("pets.keras"))
        session.put_network(replace(open_network(), spec=ask.FileModel("pets.keras")))
        session.keep_network()
        assert not builder.is_open

    def test_every_edit_can_be_undone_and_done_again(self, session, builder):
        begin(builder, session)
        states = [builder.model]
        steps = [
            lambda: edits.add_layer(builder, CONV),
            lambda: edits.add_block(builder, BLOCKS[1]),
            lambda: edits.duplicate_layer(builder, "conv1"),
            lambda: edits.move_by(builder, "pool1", 1),
            lambda: edits.rename_layer(builder, "conv1", "first"),
            lambda: edits.remove_layer(builder, "dense4"),
            lambda: builder.set_seed(5),
            lambda: builder.put_kernel(PlacedKernel("first", 0, -1, BOX)),
        ]
        for step in steps:
            step()
            assert builder.model not in states
            states.append(builder.model)
        for state in reversed(states[:-1]):
            builder.undo_stack.undo()
            assert builder.model == state
        for state in states[1:]:
            builder.undo_stack.redo()
            assert builder.model == state

    def test_undoing_the_copy_brings_the_gallery_back(self, session, builder, wishes):
        begin(builder, session)
        builder.undo_stack.undo()
        assert not builder.is_open
        assert wishes[-1] == ask.GalleryModel("cnn-example")

    def test_another_network_closes_it_and_what_was_built_is_kept(self, session, builder, wishes):
        begin(builder, session)
        mine = builder.model
        session.wish_for(ask.GalleryModel("lenet-5"))
        assert not builder.is_open
        assert builder.model == mine
        builder.resume()
        assert builder.is_open
        assert wishes[-1] == mine

    def test_an_edit_that_cannot_be_is_refused_and_changes_nothing(self, session, builder, qtbot):
        begin(builder, session)
        before = builder.model
        with qtbot.waitSignal(builder.refused) as told:
            edits.remove_layer(builder, "input")
        assert "where the picture comes in" in str(told.args[0])
        assert builder.model == before

    def test_edits_of_one_setting_in_a_row_are_one_step(self, session, builder):
        begin(builder, session)
        count = builder.undo_stack.count()
        for filters in (9, 10, 11):
            edits.change_layer(builder, "conv1", Convolution(filters=filters), "Filters", merge_key="conv1 filters 1")
        assert builder.undo_stack.count() == count + 1

    def test_layers_are_selected_here_and_in_the_network(self, session, builder):
        begin(builder, session)
        builder.select("pool2")
        assert session.layer == "pool2"
        session.select_layer("dense3")
        assert builder.selection == "dense3"

    def test_a_kernel_makes_a_copy_of_a_network_that_is_not_being_built(self, session, builder, wishes):
        session.wish_for(ask.GalleryModel("cnn-example"))
        session.put_network(open_network())
        assert builder.put_kernel(PlacedKernel("conv1", 1, -1, BOX)) is None
        assert builder.is_open
        assert wishes[-1].kernels == (PlacedKernel("conv1", 1, -1, BOX),)
        refusal = builder.put_kernel(PlacedKernel("conv1", 1, -1, KernelChoice("sobel")))
        assert "3×3" in str(refusal)
        assert [each.filter for each in builder.placed_in("conv1")] == [1]
        builder.take_out("conv1", 1)
        assert builder.placed_in("conv1") == ()

    def test_only_other_weights_leave_the_value_that_is_looked_at(self, session):
        model = network_by_hand()
        network = replace(open_network(), spec=model, architecture=model.architecture)
        session.put_network(network)
        session.set_spot(MapSpot("conv1", 1))
        session.put_network(replace(network, spec=replace(model, kernels=(PlacedKernel("conv1", 1, -1, BOX),))))
        assert session.spot == MapSpot("conv1", 1)
        session.put_network(open_network("lenet-5"))
        assert session.spot is None


class TestList:
    def test_what_is_built_stands_with_its_shapes(self, session, builder, layers):
        begin(builder, session)
        assert not layers.add_button.isHidden()
        assert entries(layers)["conv2"].shape == "10×10×16"
        edits.change_layer(builder, "conv1", Convolution(filters=4, kernel_size=3), "Filters")
        assert entries(layers)["conv1"].shape == "30×30×4"

    def test_a_layer_that_does_not_fit_says_why_in_its_line(self, session, builder, layers):
        begin(builder, session)
        edits.change_layer(builder, "conv2", Convolution(filters=16, kernel_size=15), "Kernel")
        found = entries(layers)
        assert "15 × 15" in found["conv2"].problem
        assert found["pool2"].shape == "–"
        assert not layers.footer.problem.isHidden()
        builder.select("conv1")
        layers.footer.show_problem.click()
        assert builder.selection == "conv2"

    def test_branches_say_what_feeds_them(self, session, builder, layers):
        begin(builder, session)
        builder.select("conv1")
        edits.add_block(builder, BLOCKS[1])
        assert entries(layers)["residual1_add"].title.endswith("conv1 + residual1_norm2")
        assert entries(layers)["residual1_norm2"].title == "Batch normalisation"

    def test_keys_edit_the_selected_layer(self, session, builder, layers, qtbot):
        begin(builder, session)
        builder.select("conv2")
        QTest.keyClick(layers.tree, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
        assert "conv3" in entries(layers)
        QTest.keyClick(layers.tree, Qt.Key.Key_Delete)
        assert "conv3" not in entries(layers)
        builder.select("pool1")
        QTest.keyClick(layers.tree, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
        assert list(entries(layers))[2:4] == ["conv2", "pool1"]
        QTest.keyClick(layers.tree, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
        assert list(entries(layers))[2:4] == ["pool1", "conv2"]
        with qtbot.waitSignal(layers.rename_wanted):
            QTest.keyClick(layers.tree, Qt.Key.Key_F2)

    def test_a_dropped_layer_stands_where_it_was_dropped(self, session, builder, layers):
        begin(builder, session)
        layers.tree.moved.emit("pool1", "conv2")
        assert list(entries(layers))[2:4] == ["conv2", "pool1"]

    def test_the_input_can_be_selected_to_be_changed(self, session, builder, layers):
        begin(builder, session)
        place = layers.tree.visualRect(layers.model.item_of("input").index()).center()
        QTest.mouseClick(layers.tree.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))
        assert builder.selection == "input"

    def test_menus_offer_what_can_be_done(self, session, builder, layers):
        session.put_network(open_network())
        assert [each.text() for each in layers.layer_menu("conv1").actions()] == [
            "Edit a copy of this network", "Exchange kernels…"
        ]  # fmt: skip
        assert len(layers.layer_menu("pool1").actions()) == 1
        begin(builder, session)
        builder.select("conv1")
        edits.add_block(builder, BLOCKS[1])
        words = [each.text() for each in layers.layer_menu("residual1_add").actions()]
        assert "Remove the whole block" in words
        next(each for each in layers.layer_menu("residual1_add").actions() if "whole" in each.text()).trigger()
        assert "residual1_conv1" not in entries(layers)

    def test_the_menu_of_layers_adds_behind_the_selected_one(self, session, builder, layers):
        begin(builder, session)
        builder.select("pool1")
        menu = layers.add_button.menu()
        menu.aboutToShow.emit()
        values = next(each.menu() for each in menu.actions() if "dropout" in each.text())
        next(each for each in values.actions() if each.text() == "Batch normalisation").trigger()
        assert list(entries(layers))[2:4] == ["pool1", "norm1"]
        menu.aboutToShow.emit()
        joins = next(each.menu() for each in menu.actions() if each.menu() and "Add what" in each.text())
        joins.actions()[0].trigger()
        assert entries(layers)["add1"].title.endswith("conv1 + norm1") or entries(layers)["add1"].problem

    def test_the_menu_begins_networks_anew(self, session, builder, layers):
        menu = layers.edit_button.menu()
        menu.aboutToShow.emit()
        next(each for each in menu.actions() if "empty" in each.text()).trigger()
        assert list(entries(layers)) == ["input"]
        assert "Add a layer" in layers.footer.problem.text()
        menu.aboutToShow.emit()
        next(each for each in menu.actions() if "by hand" in each.text()).trigger()
        assert "62,958" in layers.footer.facts.text()

    def test_a_seed_gives_other_weights(self, session, builder, layers):
        begin(builder, session)
        layers.footer.seed.editor("seed").controls()[0].setValue(7)
        assert builder.model.seed == 7
