from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from engine.imaging.kernel_choice import KernelChoice
from engine.network.built import BuiltModel, PlacedKernel
from engine.network.offers import GROUPS
from gui.models import building_edits as edits
from gui.network.session import MapSpot
from tests.gui.network.building_steps import BOX, begin
from tests.gui.network.making import open_network


class TestLayer:
    def test_settings_are_edited_and_shapes_follow_as_one_types(self, session, builder, layer):
        begin(builder, session)
        builder.select("conv1")
        layer.form.editor("filters").controls()[0].setValue(12)
        assert builder.model.architecture.by_name["conv1"].layer.filters == 12
        assert "28×28×12" in layer.figures.text()
        assert "(5·5·3+1)·12 = 912" in layer.figures.text()

    def test_an_impossible_setting_says_why_beside_its_field_and_can_be_mended(self, session, builder, layer):
        begin(builder, session)
        builder.select("conv1")
        kernel = layer.form.editor("kernel_size").controls()[0]
        kernel.setValue(40)
        assert "40 × 40" in layer.form.problem("kernel_size")
        assert kernel.value() == 40
        assert kernel.isEnabled()
        kernel.setValue(5)
        assert layer.form.problem("kernel_size") == ""

    def test_the_picture_is_given_as_a_line_of_numbers(self, session, builder, layer):
        begin(builder, session)
        builder.select("input")
        line = layer.form.editor("shape").controls()[0]
        line.setFocus()
        line.selectAll()
        QTest.keyClicks(line, "64 x 48 x")
        assert builder.model.architecture.by_name["input"].layer.shape == (64, 48)
        QTest.keyClicks(line, " 3q")
        assert "whole numbers" in layer.form.problem("shape")
        QTest.keyClick(line, Qt.Key.Key_Backspace)
        assert builder.model.architecture.by_name["input"].layer.shape == (64, 48, 3)
        assert layer.form.problem("shape") == ""

    def test_a_refused_name_is_said_below_it(self, session, builder, layer):
        begin(builder, session)
        builder.select("conv1")
        layer.name.setText("conv2")
        layer.name.editingFinished.emit()
        assert "Two layers are called" in layer.name_problem.text()
        assert layer.name.text() == "conv1"
        layer.name.setText("edges")
        layer.name.editingFinished.emit()
        assert builder.selection == "edges"

    def test_every_kind_of_layer_has_its_form(self, session, builder, layer):
        begin(builder, session)
        for group in GROUPS:
            for offer in group.offers:
                builder.select("conv1")
                edits.add_layer(builder, offer)
                assert layer.form.isVisible(), offer.stem
                assert layer.form.values() == {
                    name: getattr(offer.layer, name) for name in layer.form.names()
                }, offer.stem  # fmt: skip

    def test_a_kernel_is_put_into_a_filter_and_shown_there(self, session, builder, layer):
        begin(builder, session)
        builder.select("conv1")
        part = layer.kernel
        part.kernel.changed.emit(KernelChoice("sobel"), "", "")
        assert "3×3" in part.problem.text()
        assert not part.put.isEnabled()
        part.kernel.changed.emit(BOX, "", "")
        assert part.put.isEnabled()
        part.form.editor("filter").controls()[0].setValue(3)
        assert "Box" in part.put.text()
        assert "filter 3" in part.put.accessibleName()
        part.put.click()
        assert builder.model.kernels == (PlacedKernel("conv1", 3, -1, BOX),)
        assert "Filter 3" in part.words.text()
        part.own.click()
        assert builder.model.kernels == ()

    def test_a_smaller_kernel_is_put_into_the_middle(self, session, builder, layer):
        begin(builder, session)
        builder.select("conv1")
        layer.kernel.kernel.changed.emit(KernelChoice("roberts"), "", "")
        assert not layer.kernel.fit.isHidden()
        layer.kernel.fit.click()
        assert layer.kernel.put.isEnabled()
        assert layer.kernel.kernel.choice().weights().shape == (5, 5)

    def test_one_channel_can_have_it_alone(self, session, builder, layer):
        begin(builder, session)
        builder.select("conv1")
        part = layer.kernel
        part.kernel.changed.emit(BOX, "", "")
        assert not part.form.editor("alone").isEnabled()
        part.form.editor("channel").controls()[0].setCurrentIndex(2)
        part.form.editor("alone").controls()[0].setChecked(True)
        part.put.click()
        assert builder.model.kernels == (PlacedKernel("conv1", 0, 1, BOX, is_alone=True),)

    def test_the_filter_follows_the_map_and_can_be_taken(self, session, builder, layer, qtbot):
        session.put_network(open_network())
        session.set_spot(MapSpot("conv1", 6))
        assert layer.kernel.filter == 6
        with qtbot.waitSignal(layer.take_wanted) as wanted:
            layer.kernel.take.click()
        assert wanted.args == ["conv1", 6, 0]
        session.select_layer("pool1")
        assert layer.kernel.isHidden()

    def test_without_the_builder_it_only_shows(self, session, builder, layer):
        session.put_network(open_network())
        assert layer.name.isReadOnly()
        assert layer.form is None
        assert "608" in layer.figures.text()
        layer.copy.click()
        assert builder.is_open
        assert isinstance(session.wish, BuiltModel)
