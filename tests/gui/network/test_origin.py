from dataclasses import replace

import numpy as np
import pytest

from engine.imaging.explanation import ChannelSum, Explanation, Window
from engine.network.explained import Part, SourceWindow
from gui.docks.network_origin import OriginDock, named_branches
from gui.network.session import MapSpot
from gui.widgets.arithmetic_text import sum_lines
from tests.gui.network.making import drilled, explanation, maps_shown, open_network
from tests.gui.network.windows import added, words_of


class TestOrigin:
    SPOT = MapSpot("conv1", 5, 11, 8)

    @pytest.fixture
    def dock(self, session, appearance, qtbot):
        return added(OriginDock(session, appearance), qtbot, width=1366, height=260)

    def drill(self, session, **more):
        session.put_network(open_network())
        session.put_maps(maps_shown({"conv1": np.ones((28, 28, 8))}, frame=np.full((64, 64, 3), 200, np.uint8)))
        session.set_spot(self.SPOT)
        session.put_drilled(drilled(self.SPOT, **more))

    def test_it_says_to_click_a_value(self, session, dock):
        assert "Open a network" in words_of(dock)
        session.put_network(open_network())
        assert "Click a value in a map" in words_of(dock)
        session.set_spot(self.SPOT)
        assert "Following it back" in words_of(dock)

    def test_the_field_is_lit_on_the_picture_and_its_size_told(self, session, dock):
        self.drill(session, box=(16.0, 20.0, 10.0, 10.0))
        image = dock.picture.view.grab().toImage()
        placement = dock.picture.view.placement()
        inside = image.pixelColor(round(placement.x(25)), round(placement.y(21)))
        outside = image.pixelColor(round(placement.x(50)), round(placement.y(50)))
        assert inside.lightness() > outside.lightness() + 50
        assert dock.picture.caption.text() == "what it sees: 5 × 5 pixels"

    def test_the_sum_stands_beside_what_keras_says(self, session, dock):
        self.drill(session, reported=explanation().value)
        words = words_of(dock)
        assert "Keras says" in words
        assert "beside our sum" not in words
        assert "map 5" in dock.place.text()
        assert "row 11, column 8" in dock.place.text()

    def test_windows_and_kernels_bear_the_names_of_maps_and_filters(self, session, dock):
        self.drill(session)
        conv = explanation(row=3, column=4, channel=5)
        for source, expected in (("pool1", "pool1 map 1, 2 of 3"), ("flatten", "pool2 map 1, 2 of 3")):
            part = Part("conv2", "Conv2D", conv, (SourceWindow(source, (3, 4, 5, 5)),))
            session.put_drilled(replace(drilled(self.SPOT, explained=conv), parts=(part,)))
            dock.channel.setCurrentIndex(1)
            term = dock.arithmetic._terms[0]
            assert term._window.accessibleName() == expected
            assert term._kernel.accessibleName() == "filter 5, map 1"
            assert dock.channel.currentText() == expected.split(",")[0]
        part = Part("conv1", "Conv2D", conv, (SourceWindow("", (3, 4, 5, 5)),))
        session.put_drilled(replace(drilled(self.SPOT, explained=conv), parts=(part,)))
        assert [dock.channel.itemText(at) for at in range(3)] == ["red", "green", "blue"]
        dock.channel.setCurrentIndex(1)
        term = dock.arithmetic._terms[0]
        assert term._window.accessibleName() == "green"
        assert term._kernel.accessibleName() == "filter 5, green"
        assert any("green" in line.text for line in dock.arithmetic._lines._lines)

    def test_values_that_are_added_bear_the_names_of_their_layers(self, session, dock):
        self.drill(session)
        one = np.ones((1, 1))
        terms = tuple(
            ChannelSum(at, "", Window((3,), (4,), value * one, one < 0), one, value * one, value)
            for at, value in enumerate((0.5, 0.25))
        )
        added_up = Explanation(rule="sum", row=3, column=4, channel=5, channels=terms, value=0.75)
        part = Part(
            "plus", "Add", added_up, (SourceWindow("conv1", (3, 4, 1, 1)), SourceWindow("a/{norm", (3, 4, 1, 1)))
        )
        session.put_drilled(replace(drilled(self.SPOT, explained=added_up), parts=(part,)))
        assert [dock.channel.itemText(at) for at in range(2)] == ["conv1", "{norm"]
        assert dock.arithmetic._terms[0]._window.accessibleName() == "conv1"
        assert [line.text for line in sum_lines(named_branches(added_up, session.drilled), None)] == [
            "+0.5 conv1", "+0.25 {norm",
        ]  # fmt: skip

    def test_a_difference_is_not_hidden(self, session, dock):
        self.drill(session, reported=99.0)
        assert "beside our sum" in words_of(dock)

    def test_each_input_map_can_be_looked_at(self, session, dock):
        self.drill(session)
        assert [dock.channel.itemText(at) for at in range(3)] == ["input map 0", "input map 1", "input map 2"]
        first = explanation(row=11, column=8, channel=5)
        dock.channel.setCurrentIndex(2)
        shown = dock.arithmetic._terms[0]._kernel
        assert len(dock.arithmetic._terms) == 1
        np.testing.assert_allclose(shown._values, first.channels[2].weights)

    def test_a_sum_may_follow_one_of_other_channels(self, session, dock):
        self.drill(session)
        conv = explanation(row=3, column=4, channel=5)
        pooled = replace(conv, channels=(replace(conv.channels[0], channel=12),))
        session.put_drilled(drilled(self.SPOT, explained=pooled))
        session.put_drilled(drilled(self.SPOT, explained=conv))
        session.put_drilled(drilled(self.SPOT, explained=pooled))
        assert not dock.channel.isVisibleTo(dock)

    def test_what_later_layers_make_of_it_is_told(self, session, dock):
        conv, norm = explanation(), explanation(1, value=0.75)
        self.drill(session)
        parts = (Part("conv1", "Conv2D", conv, ()), Part("conv1_norm", "BatchNormalization", norm, ()))
        session.put_drilled(replace(drilled(self.SPOT, explained=norm), parts=parts))
        assert "conv1_norm" in words_of(dock)
        assert "the value in conv1" in words_of(dock)

    def test_a_layer_that_cannot_be_taken_apart_still_shows_its_value_and_field(self, session, dock):
        self.drill(session)
        session.put_drilled(replace(drilled(self.SPOT, reported=0.5), explanation=None))
        assert "0.5, as Keras says" in words_of(dock)
        assert dock.picture.isVisible()

    def test_a_layer_that_is_never_explained_says_so_at_once(self, session, dock):
        network = open_network()
        layers = tuple(replace(fact, is_explained=fact.path != "flatten") for fact in network.opened.layers)
        session.put_network(replace(network, opened=replace(network.opened, layers=layers)))
        session.select_layer("flatten")
        session.set_spot(MapSpot("flatten", 3))
        assert "Values of “flatten” are not taken apart" in words_of(dock)

    def test_a_value_that_looks_at_nothing_dims_nothing(self, session, dock):
        self.drill(session, box=(0.0, 0.0, 0.0, 0.0))
        assert "no part of the picture" in dock.picture.caption.text()

    def test_another_layer_forgets_the_value(self, session, dock):
        self.drill(session)
        session.select_layer("conv2")
        assert "Click a value in a map" in words_of(dock)
        assert dock.place.text() == ""
