from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QStyleOptionViewItem

from engine.network.requests import FileModel
from gui.docks.network_answer import AnswerDock
from gui.docks.network_layers import LayersDock
from gui.docks.network_parameters import ParametersDock
from gui.models.layers import ENTRY
from gui.network.parameter_cells import ParameterCells
from gui.network.parameter_view import WIDEST
from gui.network.session import Looking
from tests.engine.network.networks import TWO_ENDED
from tests.gui.network.making import maps_shown, open_network
from tests.gui.network.windows import added, words_of


class TestLayers:
    @pytest.fixture
    def dock(self, session, appearance, qtbot):
        return added(LayersDock(session, appearance), qtbot, width=205)

    def entries(self, dock):
        return [dock.model.index(row, 0).data(ENTRY) for row in range(dock.model.rowCount())]

    def test_it_asks_for_a_network_where_there_is_none(self, dock, qtbot):
        with qtbot.waitSignal(dock.network_wanted):
            dock._empty.button.click()

    def test_every_layer_stands_with_its_shape_and_the_colour_of_its_role(self, session, dock):
        session.put_network(open_network())
        found = {entry.name: (entry.shape, entry.role) for entry in self.entries(dock)}
        assert found["input"] == ("32×32×3", "input")
        assert found["conv1"] == ("28×28×8", "kernel")
        assert found["pool1"] == ("14×14×8", "dim")
        assert found["softmax"] == ("10", "result")

    def test_the_selected_layer_is_highlighted_and_follows_the_session(self, session, dock):
        session.put_network(open_network())
        assert dock.tree.currentIndex().data() == "conv1"
        session.select_layer("pool2")
        assert dock.tree.currentIndex().data() == "pool2"
        assert dock.tree.selectionModel().isSelected(dock.tree.currentIndex())

    def test_a_click_selects_the_layer(self, session, dock):
        session.put_network(open_network())
        place = dock.tree.visualRect(dock.model.item_of("conv2").index()).center()
        QTest.mouseClick(dock.tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert session.layer == "conv2"

    def test_keys_go_from_layer_to_layer(self, session, dock):
        session.put_network(open_network())
        QTest.keyClick(dock.tree, Qt.Key.Key_Down)
        assert session.layer == "pool1"

    def test_the_input_cannot_be_selected_and_says_why(self, session, dock):
        session.put_network(open_network())
        item = dock.model.item_of("input")
        QTest.mouseClick(
            dock.tree.viewport(), Qt.MouseButton.LeftButton, pos=dock.tree.visualRect(item.index()).center()
        )
        assert session.layer == "conv1"
        assert "no maps of its own" in item.toolTip()

    def test_a_layer_that_the_worker_does_not_give_says_so(self, session, dock):
        network = open_network()
        layers = tuple(fact for fact in network.opened.layers if fact.path != "flatten")
        session.put_network(replace(network, opened=replace(network.opened, layers=layers)))
        assert "no maps to show" in dock.model.item_of("flatten").toolTip()

    def test_a_network_without_a_table_still_has_its_layers(self, session, dock):
        session.put_network(replace(open_network(), table=None, architecture=None))
        assert self.entries(dock)[0].name == "conv1"
        assert dock.tree.currentIndex().data() == "conv1"

    def test_it_is_painted_in_both_themes(self, session, dock, appearance):
        session.put_network(open_network("mobilenet-v2-small"))
        for choice in ("light", "dark"):
            appearance.choice = choice
            image = dock.tree.grab().toImage()
            colours = {image.pixelColor(x, y).name() for x in range(8, 24) for y in range(0, image.height(), 3)}
            assert {appearance.theme.kernel, appearance.theme.bias} <= colours


class TestParameters:
    @pytest.fixture
    def dock(self, session, appearance, qtbot):
        return added(ParametersDock(session, appearance), qtbot)

    def column(self, dock, key):
        return next(at for at, each in enumerate(dock.model.columns) if each.key == key)

    def cells(self, dock, key):
        at = self.column(dock, key)
        return [dock.model.index(row, at).data() for row in range(dock.model.rowCount())]

    def test_formulas_are_filled_in_and_the_totals_stay_in_sight(self, session, dock):
        session.put_network(open_network())
        assert "(5·5·3+1)·8 = 608" in self.cells(dock, "params")
        assert self.cells(dock, "params")[-1] == "62,958"
        assert dock.totals.isVisible()
        assert "parameters 62,958" in dock.totals.words()

    @pytest.mark.parametrize("identity", ["cnn-example", "mobilenet-v2-small"])
    def test_columns_are_as_wide_as_what_they_hold_without_asking_every_cell(
        self, session, dock, identity, monkeypatch
    ):
        monkeypatch.setattr(ParameterCells, "sizeHint", None)
        session.put_network(open_network(identity))
        monkeypatch.undo()
        for at, column in enumerate(dock.model.columns):
            limit = WIDEST.get(column.key, 10_000)
            for row in range(dock.model.rowCount() - 1):
                held = dock.cells.sizeHint(QStyleOptionViewItem(), dock.model.index(row, at)).width()
                assert dock.view.columnWidth(at) >= min(held, limit), (column.key, row)

    def test_at_the_width_of_the_panel_what_matters_is_in_sight(self, session, dock):
        session.put_network(open_network())
        header = dock.view.horizontalHeader()
        for key in ("layer", "output", "params", "macs", "sees"):
            at = self.column(dock, key)
            assert header.sectionViewportPosition(at) + header.sectionSize(at) <= dock.view.viewport().width()

    @pytest.mark.parametrize("identity", ["vgg-16", "resnet-50", "googlenet", "u-net"])
    def test_of_a_deep_network_formulas_and_names_give_way_to_the_numbers(self, session, dock, identity):
        session.put_network(open_network(identity))
        header, at = dock.view.horizontalHeader(), self.column(dock, "macs")
        assert header.sectionViewportPosition(at) + header.sectionSize(at) <= dock.view.viewport().width()
        assert header.sectionSize(self.column(dock, "params")) >= dock.cells.number_width(dock.model)
        dock.home.resize(900, 400)
        assert header.sectionSize(self.column(dock, "params")) == dock.view._held["params"]

    def test_a_column_that_was_drawn_to_a_width_keeps_it(self, session, dock):
        session.put_network(open_network("resnet-50"))
        dock.view.horizontalHeader().resizeSection(0, 210)
        dock.home.resize(520, 400)
        assert dock.view.columnWidth(0) == 210
        session.put_network(open_network())
        assert dock.view.columnWidth(0) < 210

    def test_a_row_selects_the_layer_and_the_layer_its_row(self, session, dock):
        session.put_network(open_network())
        place = dock.view.visualRect(dock.model.index(dock.model.row_of("conv2"), 2)).center()
        QTest.mouseClick(dock.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert session.layer == "conv2"
        session.select_layer("dense4")
        assert dock.model.row(dock.view.currentIndex().row()).path == "dense4"

    def test_a_row_without_maps_leaves_the_layer_as_it_is(self, session, dock):
        session.put_network(open_network())
        dock.view.selectRow(dock.model.row_of("input"))
        assert session.layer == "conv1"

    def test_sorting_puts_the_largest_first_and_keeps_the_selection(self, session, dock):
        session.put_network(open_network())
        dock.view.sortByColumn(self.column(dock, "params"), Qt.SortOrder.DescendingOrder)
        assert dock.model.row(0).path == "dense3"
        assert dock.model.index(dock.model.rowCount() - 1, 0).data() == "total"
        assert session.layer == "conv1"
        dock.view.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        assert dock.model.row(0).path == "input"

    def test_the_filter_keeps_what_matches(self, session, dock):
        session.put_network(open_network())
        dock.filter.setText("conv 5×5")
        assert self.cells(dock, "layer") == ["conv1", "conv2", "total"]
        dock.filter.setText("nothing like this")
        assert self.cells(dock, "layer") == ["total"]
        assert session.layer == "conv1"

    def test_memory_follows_the_batch(self, session, dock):
        network = open_network()
        session.put_network(network)
        before = dock.memory.text()
        dock.batch.setValue(64)
        assert dock.memory.text() != before
        at = self.column(dock, "memory")
        row = dock.model.row_of("conv1")
        assert f"{network.table.rows[1].memory(64):,}" in dock.model.index(row, at).data(Qt.ItemDataRole.ToolTipRole)

    def test_a_filter_that_fits_no_layer_says_so(self, session, dock):
        session.put_network(open_network())
        session.select_layer("conv1")
        assert "dense" in dock.note.text()
        dock.filter.setText("conv lstm")
        assert "No layer" in dock.note.text()
        dock.filter.clear()
        assert "dense" in dock.note.text()

    def test_ctrl_c_copies_the_table_for_a_spreadsheet(self, session, dock):
        session.put_network(open_network())
        QTest.keyClick(dock.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
        lines = QGuiApplication.clipboard().text().splitlines()
        assert lines[0].split("\t")[:3] == ["layer", "output", "parameters"]
        assert lines[2].split("\t")[:3] == ["conv1", "28×28×8", "(5·5·3+1)·8 = 608"]
        assert len(lines) == 1 + 9 + 1

    @pytest.mark.parametrize(("ending", "start"), [("csv", "Name,"), ("md", "| Name"), ("html", "<!DOCTYPE")])
    def test_it_is_exported(self, session, dock, qtbot, ending, start):
        session.put_network(open_network())
        with qtbot.waitSignal(dock.text_wanted) as asked:
            dock.export(ending)
        text, name = asked.args
        assert text.startswith(start)
        assert "608" in text
        assert Path(name).suffix == f".{ending}"

    def test_it_tells_what_a_dense_layer_would_cost(self, session, dock):
        session.put_network(open_network())
        assert "19,273,856" in dock.note.text()
        assert "(32·32·3+1)·(28·28·8)" in dock.note.toolTip()
        assert "31,700 times" in dock.note.text()
        session.select_layer("pool1")
        assert not dock.note.isVisible()

    def test_shared_and_frozen_parameters_are_told(self, session, dock):
        network = open_network()
        rows = list(network.table.rows)
        rows[3] = replace(rows[3], is_shared=True)
        rows[1] = replace(rows[1], trainable=0)
        totals = replace(network.table.totals, trainable=network.table.totals.trainable - 608)
        session.put_network(replace(network, table=replace(network.table, rows=tuple(rows), totals=totals)))
        at = self.column(dock, "params")
        assert dock.model.index(3, at).data() == "shared"
        assert "608 of them are not trained" in dock.model.index(1, at).data(Qt.ItemDataRole.ToolTipRole)

    def test_a_nested_model_folds(self, session, dock):
        network = open_network()
        rows = network.table.rows
        inner = [replace(row, path=f"body/{row.path}", depth=1) for row in rows[1:4]]
        model = replace(rows[1], path="body", name="body", kind="Model", title="Model", formula=None)
        assert model.is_model
        table = replace(network.table, rows=(rows[0], model, *inner, *rows[4:]))
        session.put_network(replace(network, table=table))
        dock.view.setCurrentIndex(dock.model.index(1, 0))
        QTest.keyClick(dock.view, Qt.Key.Key_Return)
        assert dock.model.row_of("body/conv1") is None
        assert dock.model.row_of("body") == 1
        arrow = dock.view.visualRect(dock.model.index(1, 0)).topLeft() + QPoint(12, 8)
        QTest.mouseClick(dock.view.viewport(), Qt.MouseButton.LeftButton, pos=arrow)
        assert dock.model.row_of("body/conv1") == 2

    def test_without_a_network_it_says_what_to_do(self, dock):
        assert "Open a network" in words_of(dock)
        assert not dock.export_button.isEnabled()


class TestAnswer:
    @pytest.fixture
    def dock(self, session, appearance, qtbot):
        return added(AnswerDock(session, appearance), qtbot)

    def answer(self, session, scores, *, names=(), trained=True):
        network = open_network(class_names=names)
        session.put_network(replace(network, spec=FileModel("pets.keras")) if trained else network)
        session.put_maps(maps_shown({"conv1": np.ones((4, 4, 2))}, scores=scores))

    def test_of_several_answers_it_says_which_one_stands_here(self, session, dock):
        network = open_network()
        session.put_network(replace(network, architecture=TWO_ENDED))
        session.put_maps(maps_shown({"conv1": np.ones((4, 4, 2))}, scores=[0.2, 0.5, 0.3]))
        assert (
            "gives 2 answers at once; this is the first, “classes”. Among the layers, too: “body”."
            in dock.meaning.text()
        )

    def test_shares_stand_from_the_highest_down_with_names(self, session, dock):
        self.answer(session, [0.08, 0.91, 0.01], names=("dog", "cat", "hamster"))
        assert [(bar.name, bar.words) for bar in dock.bars.bars] == [
            ("cat", "91%"),
            ("dog", "8.0%"),
            ("hamster", "1.0%"),
        ]
        assert dock.verdict.text() == "cat"
        assert not dock.meaning.isVisible()
        assert not dock.warning.isVisible()

    def test_all_per_cent_is_said_of_nothing_less(self, session, dock):
        self.answer(session, [0.996, 0.004, 0.0])
        assert [bar.words for bar in dock.bars.bars] == ["99.6%", "0.4%", "0%"]
        self.answer(session, [1.0, 0.0, 0.0])
        assert [bar.words for bar in dock.bars.bars] == ["100%", "0%", "0%"]

    def test_in_the_order_of_the_classes(self, session, dock):
        self.answer(session, [0.08, 0.91, 0.01], names=("dog", "cat", "hamster"))
        dock.order.setChecked(False)
        assert [bar.name for bar in dock.bars.bars] == ["dog", "cat", "hamster"]
        assert [bar.is_first for bar in dock.bars.bars] == [False, True, False]

    def test_classes_without_names_have_numbers_and_only_ten_are_shown(self, session, dock):
        scores = np.full(40, 0.01)
        scores[33] = 0.61
        self.answer(session, scores)
        assert dock.bars.bars[0].name == "class 33"
        assert len(dock.bars.bars) == 10
        assert "ten highest of 40" in dock.meaning.text()

    def test_below_the_threshold_it_is_none_of_these(self, session, dock):
        self.answer(session, [0.4, 0.35, 0.25], names=("a", "b", "c"))
        dock.threshold.setValue(60)
        assert session.looking.threshold == pytest.approx(0.6)
        assert dock.verdict.text() == "None of these"
        assert dock.verdict.isVisible()
        assert not any(bar.is_first for bar in dock.bars.bars)
        session.look(Looking(threshold=0.3))
        assert dock.threshold.value() == 30
        assert dock.verdict.text() == "a"

    def test_raw_scores_are_called_raw(self, session, dock):
        self.answer(session, [2.5, -1.25, 0.5])
        assert [bar.words for bar in dock.bars.bars] == ["2.5", "0.5", "−1.25"]
        assert "Raw scores" in dock.meaning.text()
        assert not dock.threshold.isEnabled()
        assert dock.threshold.toolTip()

    def test_scores_of_single_classes_are_not_called_shares(self, session, dock):
        self.answer(session, [0.9, 0.8])
        assert "not to 1" in dock.meaning.text()

    def test_an_untrained_network_says_that_its_answer_means_nothing(self, session, dock):
        self.answer(session, [0.5, 0.5], trained=False)
        assert "has not been trained" in dock.warning.text()
        assert dock.warning.isVisible()

    def test_numbers_that_are_none_are_told(self, session, dock):
        self.answer(session, [np.nan, 1.0])
        assert dock.verdict.text() == "The scores are no numbers"

    def test_an_answer_for_every_place_is_not_drawn_as_classes(self, session, dock):
        self.answer(session, np.zeros((4, 4, 2)))
        assert "every place" in words_of(dock)

    def test_the_time_is_split(self, session, dock):
        self.answer(session, [0.5, 0.5])
        for part in ("fit 0.4", "forward 14.8", "draw 3.0", "31 ms"):
            assert part in dock.timing.text()

    def test_without_a_network_it_says_what_to_do(self, dock):
        assert "Open a network" in words_of(dock)
