"""The panel of statistics, fed by a worker that the test answers for."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from engine.child.messages import Failed, Stopped
from engine.network.statistics import AskStatistics, Statistics, correlation_of, spread_of
from gui.docks.network_statistics import StatisticsDock, pair_words
from gui.network.inspection import Inquiry
from gui.network.maps_view import MapsView
from gui.network.session import MapSpot
from tests.gui.network.making import maps_shown, open_network
from tests.gui.network.test_docks import added


def outputs(count=8, seed=2):
    values = np.maximum(np.random.default_rng(seed).normal(0, 1, (28, 28, count)), 0).astype(np.float32)
    values[..., 3] = 0
    values[..., 6] = 2 * values[..., 1]
    return values


@pytest.fixture
def inquiry(talk):
    made = Inquiry(talk, pause=40)
    yield made
    made.close()


@pytest.fixture
def dock(session, inquiry, appearance, qtbot):
    return added(StatisticsDock(session, inquiry, appearance), qtbot, width=1366, height=260)


def shown(session, values, layer="conv1"):
    session.put_network(open_network())
    session.select_layer(layer)
    session.put_maps(maps_shown({layer: values}))


def answer(worker, values):
    request = worker.pending(AskStatistics)
    worker.say(
        Statistics(
            job=request.job, number=1, layer=request.layer, total=values.shape[-1], spread=spread_of(values),
            correlation=correlation_of(values),
        )
    )  # fmt: skip


def test_an_empty_panel_says_what_to_do(dock):
    assert "Open a network" in dock._empty.accessibleDescription()


def test_zeros_dead_maps_and_figures_are_told(session, worker, dock):
    values = outputs()
    shown(session, values)
    answer(worker, values)
    assert dock._pages.currentIndex() == 1
    assert "dead: 1 of 8" in dock.figures.text()
    assert "exactly 0" in dock.shares.accessibleName()
    assert f"{100 * (values == 0).mean():.1f}%" in dock.shares.accessibleName()
    assert not dock.no_maps.isVisible()


def test_a_pair_is_chosen_from_the_list_and_both_maps_are_pointed_out(session, worker, dock, appearance, qtbot):
    view = MapsView(session, appearance)
    qtbot.addWidget(view)
    values = outputs()
    shown(session, values)
    answer(worker, values)
    item = dock.pairs.item(0)
    assert item.text() == pair_words(correlation_of(values).pairs[0])
    QTest.mouseClick(
        dock.pairs.viewport(), Qt.MouseButton.LeftButton, pos=dock.pairs.visualItemRect(item).center()
    )  # fmt: skip
    assert session.marked == (1, 6)
    assert session.spot.channel == 1
    assert view.grid._marked == (1, 6)
    assert dock.matrix._selected == (1, 6)
    session.set_spot(MapSpot("conv1", 4))
    assert session.marked == ()


def test_a_cell_is_chosen_with_mouse_and_keys(session, worker, dock, qtbot):
    values = outputs()
    shown(session, values)
    answer(worker, values)
    qtbot.waitUntil(lambda: dock.matrix.isVisible() and dock.matrix.width() > 150)
    place = dock.matrix.cell_rect(2, 5).center().toPoint()
    QTest.mouseClick(dock.matrix, Qt.MouseButton.LeftButton, pos=place)
    assert session.marked == (2, 5)
    for key, words in ((Qt.Key.Key_Right, "maps 0 and 0: +1.00"), (Qt.Key.Key_Right, "maps 0 and 1: ")):
        QTest.keyClick(dock.matrix, key)
        assert dock.cell.text().startswith(words)
    for key in [Qt.Key.Key_Down] * 2 + [Qt.Key.Key_Right] * 4:
        QTest.keyClick(dock.matrix, key)
    QTest.keyClick(dock.matrix, Qt.Key.Key_Down)
    assert "same everywhere" in dock.matrix.accessibleDescription(), "map 3 is dead"
    QTest.keyClick(dock.matrix, Qt.Key.Key_Return)
    assert session.marked == (3, 5)


def test_it_follows_the_picture_but_not_faster_than_it_can_be_read(session, worker, dock, qtbot):
    values = outputs()
    shown(session, values)
    session.put_maps(maps_shown({"conv1": values}))
    asked = [each for each in worker.seen if isinstance(each, AskStatistics)]
    assert len(asked) == 1, "one question at a time"
    answer(worker, values)
    assert worker.pending(AskStatistics) is None, "a pause comes first"
    qtbot.waitUntil(lambda: worker.pending(AskStatistics) is not None)


def test_it_rests_behind_another_tab(session, worker, dock, qtbot):
    dock.hide()
    shown(session, outputs())
    assert worker.pending(AskStatistics) is None
    dock.show()
    qtbot.waitUntil(lambda: worker.pending(AskStatistics) is not None)


def test_single_values_have_no_maps_to_compare(session, worker, dock):
    values = np.linspace(-1, 1, 10, dtype=np.float32)
    shown(session, values, "softmax")
    answer(worker, values)
    assert dock.no_maps.isVisible()
    assert not dock.matrix.isVisible()
    assert "below 0: 50.0%" in dock.shares.accessibleName()


def test_of_many_maps_it_says_how_many_are_drawn(session, worker, dock):
    values = np.random.default_rng(1).normal(0, 1, (6, 6, 100)).astype(np.float32)
    shown(session, values)
    answer(worker, values)
    assert dock.together.text() == "64 of 100 maps, each with each"


def test_a_refusal_stands_in_place(session, worker, dock):
    shown(session, outputs())
    worker.say(Failed(job=worker.pending(AskStatistics).job, template="The layer is gone. Choose another."))
    assert "The layer is gone" in dock._empty.accessibleDescription()


def test_a_question_that_was_stopped_makes_room_for_the_next(session, worker, dock, qtbot):
    values = outputs()
    shown(session, values)
    session.put_maps(maps_shown({"conv1": values}))
    stopped = worker.pending(AskStatistics)
    worker.say(Stopped(job=stopped.job))
    qtbot.waitUntil(lambda: worker.pending(AskStatistics) is not None)


def test_a_worker_that_died_does_not_keep_the_panel_waiting(session, worker, dock, talk, qtbot):
    values = outputs()
    shown(session, values)
    worker.die()
    worker.start_again()
    session.put_maps(maps_shown({"conv1": values}))
    assert worker.pending(AskStatistics) is not None
