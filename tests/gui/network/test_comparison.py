"""Two networks side by side."""

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from engine.child.messages import Failed
from engine.network.catalogue import architecture_of
from engine.network.requests import FileModel, GalleryModel
from engine.network.side_by_side import AskTable, TableFound
from engine.network.table import table_of
from gui.background import Background
from gui.docks.network_comparison import ComparisonDock
from gui.models.comparison import RATIO, times
from gui.network.conversation import Conversation
from gui.network.inspection import Inquiry
from tests.gui.network.making import open_network
from tests.gui.network.test_docks import added


@pytest.fixture
def dock(session, worker, appearance, qtbot):
    talk, figures = Conversation(worker), Background(lambda error: pytest.fail(str(error)))
    talk.start()
    worker.work()
    menu = QMenu()
    qtbot.addWidget(menu)
    made = ComparisonDock(session, Inquiry(talk), figures, appearance, lambda _wish, _action: menu)
    yield added(made, qtbot, width=1366, height=260)
    figures.close()
    talk.close()


def compared(dock, qtbot, spec):
    dock.compare_with(spec)
    qtbot.waitUntil(lambda: dock.model.comparison is not None)


def cells(dock, column):
    return [dock.model.index(row, column).data() for row in range(dock.model.rowCount())]


def test_it_asks_for_a_network_and_then_for_another(session, dock):
    assert "Open a network" in dock._empty.accessibleDescription()
    session.put_network(open_network())
    assert dock._empty.button.isVisible()


def test_layers_stand_beside_each_other_with_totals_and_ratio(session, dock, qtbot):
    session.put_network(open_network())
    compared(dock, qtbot, GalleryModel("lenet-5"))
    left, right = cells(dock, 0), cells(dock, RATIO + 1)
    assert right[left.index("conv1")] == "c1"
    assert left[-1] == right[-1] == "total"
    lenet = table_of(architecture_of("lenet-5")).totals
    assert (cells(dock, 2)[-1], cells(dock, RATIO + 3)[-1]) == ("62,958", f"{lenet.params:,}")
    assert cells(dock, RATIO)[-1] == times(62_958, lenet.params)
    assert "LeNet-5" in dock.choose_button.text()
    assert "62,958 → " in dock.sum.text()


def test_the_pairs_that_were_made_for_it_come_by_themselves(session, dock, qtbot):
    session.put_network(open_network("block-standard"))
    qtbot.waitUntil(lambda: dock.model.comparison is not None)
    assert "beside Depthwise separable" in dock.names.text()
    assert cells(dock, RATIO)[-1].startswith("× 0.1")


def test_another_open_network_is_compared_anew(session, dock, qtbot):
    session.put_network(open_network())
    compared(dock, qtbot, GalleryModel("lenet-5"))
    session.put_network(open_network("alexnet-small"))
    qtbot.waitUntil(lambda: dock.model.comparison is not None)
    assert dock.model.comparison.left.name == "alexnet-small"
    assert dock.model.comparison.right.name == "lenet-5"


def test_a_row_selects_its_layer_and_the_other_way_round(session, dock, qtbot):
    session.put_network(open_network())
    compared(dock, qtbot, GalleryModel("lenet-5"))
    dock.view.selectRow(dock.model.row_of("conv2"))
    assert session.layer == "conv2"
    session.select_layer("dense4")
    assert dock.view.currentIndex().row() == dock.model.row_of("dense4")


def test_a_network_in_a_file_is_read_by_the_worker(session, worker, dock, qtbot):
    session.put_network(open_network())
    dock.compare_with(FileModel("/models/pets.keras"))
    request = worker.pending(AskTable)
    assert request.path == "/models/pets.keras"
    worker.say(TableFound(job=request.job, name="pets.keras", table=table_of(architecture_of("lenet-5"))))
    qtbot.waitUntil(lambda: dock.model.comparison is not None)
    assert dock.names.text().endswith("beside pets.keras")


def test_a_file_that_is_refused_says_so_and_offers_another(session, worker, dock):
    session.put_network(open_network())
    dock.compare_with(FileModel("/models/bad.keras"))
    worker.say(Failed(job=worker.pending(AskTable).job, template="“bad.keras” is no network. Choose another file."))
    assert "is no network" in dock._empty.accessibleDescription()
    assert dock._empty.button.isVisible()


def test_it_is_copied_for_a_spreadsheet(session, dock, qtbot):
    session.put_network(open_network())
    compared(dock, qtbot, GalleryModel("lenet-5"))
    dock.copy_button.click()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert len(lines) == dock.model.rowCount() + 1
    assert all(line.count("\t") == 8 for line in lines)


def test_times_are_told_in_few_characters():
    assert (times(100, 25), times(3, 1000), times(0, 7), times(62_958, 250)) == ("× 0.25", "× 333", "", "× 0.0040")
