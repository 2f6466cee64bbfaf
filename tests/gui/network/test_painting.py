"""Painting on the picture: what the network is given, what is held against what, and what the person reads."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest

from engine.imaging.brush import Brush
from engine.network import requests as ask
from engine.network.before_after import Compare, Compared, KeepBefore
from engine.sources.frame import Frame
from gui.background import Background
from gui.network.brush_words import reason_words, value_words
from gui.network.driver import NetworkDriver
from gui.network.maps_view import MapsView
from gui.network.painting_action import NetworkPainting
from gui.network.session import Looking, MapSpot
from gui.session import Session
from tests.gui.network.fake_worker import FakeWorker

EXAMPLE = ask.GalleryModel("cnn-example")
SPOT = MapSpot("conv1", 3, 4, 5)


class Pictures:
    def __init__(self):
        self.frame = Frame(np.full((20, 30, 3), 40, np.uint8))
        self.is_live = True


class Bench:
    """Everything that paints, with a worker that does what the test says."""

    def __init__(self, worker, session, driver, source, view, action, qtbot):
        self.worker, self.session, self.driver, self.source = worker, session, driver, source
        self.view, self.action, self.qtbot = view, action, qtbot

    @property
    def painting(self):
        return self.driver.painting

    def settle(self):
        """Let the worker answer until it has nothing left to do."""

        def is_settled():
            self.worker.work()
            return self.session.maps is not None and not self.worker.asked and not self.driver._feed._is_colouring

        self.qtbot.waitUntil(is_settled)

    def seen(self):
        """The picture that the worker was given last."""
        return self.worker.rings["frames"].newest().picture

    def sent(self, kind):
        return [each for each in self.worker.seen if isinstance(each, kind)]


@pytest.fixture
def bench(qapp, session, appearance, qtbot):
    worker, errors, source = FakeWorker(), [], Session()
    backgrounds = [Background(errors.append), Background(errors.append)]
    pictures = Pictures()
    driver = NetworkDriver(
        worker, session, pictures, files=backgrounds[0], figures=backgrounds[1], is_dark=lambda: True
    )
    action = QAction("paint", checkable=True)
    action.setToolTip("hint")
    owner = NetworkPainting(source, session, driver.painting, action, driver)
    view = MapsView(session, appearance, painting=driver.painting, paint=action)
    qtbot.addWidget(view)
    view.resize(800, 520)
    view.show()
    qtbot.waitExposed(view)
    driver.set_active(True)
    session.wish_for(EXAMPLE)
    made = Bench(worker, session, driver, source, view, action, qtbot)
    made.pictures, made.owner = pictures, owner
    made.settle()
    yield made
    driver.close()
    worker.close()
    for each in backgrounds:
        each.close()
    source.deleteLater()
    assert errors == []


def dab(bench, row=5, column=5):
    bench.painting.paint((row, column), (row, column))


def test_painting_holds_the_picture_and_gives_the_network_the_paint(bench):
    bench.action.trigger()
    assert bench.source.is_frozen
    bench.settle()
    assert np.array_equal(bench.seen(), bench.pictures.frame.image)
    assert bench.sent(KeepBefore)[-1].number == bench.session.maps.answer.number
    bench.painting.brush = Brush(size=40, paint="white")
    dab(bench)
    bench.settle()
    assert bench.seen()[5, 5].tolist() == [255, 255, 255]
    assert np.array_equal(bench.seen(), bench.painting.canvas)
    assert np.array_equal(bench.session.maps.frame, bench.painting.canvas)


def test_undo_and_reset_put_the_picture_back(bench):
    bench.action.trigger()
    bench.settle()
    dab(bench, 3, 3)
    once = bench.painting.canvas.copy()
    dab(bench, 15, 20)
    assert not np.array_equal(bench.painting.canvas, once)
    bench.view.picture.brush.undo.click()
    assert np.array_equal(bench.painting.canvas, once)
    dab(bench, 10, 10)
    bench.view.picture.brush.reset.click()
    assert np.array_equal(bench.painting.canvas, bench.pictures.frame.image)
    assert not bench.view.picture.brush.reset.isEnabled()
    bench.settle()
    assert np.array_equal(bench.seen(), bench.pictures.frame.image)


def test_the_source_runs_on_as_before_when_painting_ends(bench):
    bench.action.trigger()
    dab(bench)
    bench.pictures.frame = Frame(np.full((20, 30, 3), 90, np.uint8))
    bench.settle()
    bench.action.trigger()
    assert not bench.source.is_frozen
    bench.settle()
    assert bench.seen()[0, 0].tolist() == [90, 90, 90]


def test_letting_the_source_run_on_ends_the_painting(bench):
    bench.action.trigger()
    bench.source.set_frozen(False)
    assert not bench.painting.is_on
    assert not bench.action.isChecked()


def test_a_picture_that_was_frozen_before_stays_so(bench):
    bench.source.set_frozen(True)
    bench.action.trigger()
    bench.action.trigger()
    assert bench.source.is_frozen


def test_a_value_tells_before_and_after_and_why(bench):
    bench.action.trigger()
    bench.settle()
    bench.session.set_spot(SPOT)
    panel = bench.view.picture.brush
    first = bench.worker.pending(Compare)
    assert (first.layer, first.row, first.column, first.channel) == ("conv1", 4, 5, 3)
    bench.worker.say(Compared(job=first.job, number=1, before=0.5, after=0.5, is_changed=False, is_seen=False))
    dab(bench)
    bench.qtbot.waitUntil(lambda: bench.worker.pending(ask.Frame) is not None)
    bench.worker.answer(bench.worker.pending(ask.Frame))
    bench.qtbot.waitUntil(lambda: bench.worker.pending(Compare) is not None)
    asked = bench.worker.pending(Compare)
    bench.worker.say(Compared(job=asked.job, number=2, before=0.5, after=0.81, is_changed=True, is_seen=True))
    assert panel.value.text() == "0.5 → 0.81   +0.31"
    assert "inside" in panel.reason.text()
    assert "map 3" in panel.place.text()


@pytest.mark.parametrize(
    ("after", "is_changed", "is_seen", "moved", "reason"),
    [
        (0.5, False, False, "nothing moved", "same pixels"),
        (0.5, True, False, "nothing moved", "outside"),
        (0.5, True, True, "nothing moved", "cut off"),
        (0.5 * (1 + 1e-8), True, True, "nothing moved", "cut off"),
        (0.25, True, True, "−0.25", "inside"),
    ],
)
def test_the_words_say_what_happened(after, is_changed, is_seen, moved, reason):
    compared = Compared(number=1, before=0.5, after=after, is_changed=is_changed, is_seen=is_seen)
    assert value_words(compared).endswith(moved)
    assert reason in reason_words(compared)


def test_the_answer_is_shown_before_and_after(bench):
    bench.action.trigger()
    bench.settle()
    panel = bench.view.picture.brush
    bench.painting.brush = Brush(size=60, paint="white")
    dab(bench, 10, 15)
    bench.settle()
    before, after = panel.bars.bars
    assert float(before.words) == pytest.approx(40)
    assert float(after.words) > 45


def test_another_fit_is_compared_with_the_picture_fitted_in_the_same_way(bench):
    bench.action.trigger()
    dab(bench)
    bench.settle()
    kept = len(bench.sent(KeepBefore))
    bench.session.look(Looking(fit="resize"))
    bench.settle()
    assert len(bench.sent(KeepBefore)) == kept + 1
    assert np.array_equal(bench.seen(), bench.painting.canvas)


def test_the_paint_outlives_the_worker(bench):
    bench.action.trigger()
    dab(bench)
    bench.settle()
    bench.worker.die()
    bench.worker.start_again()
    bench.settle()
    asked = [type(each) for each in bench.worker.seen]
    assert asked.count(KeepBefore) == 2
    anew = asked[asked.index(ask.Connect, 1) :]
    assert anew.index(ask.OpenModel) < anew.index(ask.Frame), "a new process has no network yet"
    assert np.array_equal(bench.seen(), bench.painting.canvas)
    assert bench.painting.has_paint


def test_the_mouse_paints_a_stroke_that_is_undone_at_once(bench):
    bench.action.trigger()
    view = bench.view.picture.view
    placement = view.placement()
    places = [QPoint(round(placement.x(at)), round(placement.y(10))) for at in (5.5, 12.5, 20.5)]
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=places[0])
    for place in places[1:]:
        QTest.mouseMove(view, place)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=places[-1])
    changed = (bench.painting.canvas != bench.pictures.frame.image).any(axis=-1)
    assert changed[10, 5:21].all()
    assert not changed[0].any()
    QTest.keyClick(view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert np.array_equal(bench.painting.canvas, bench.pictures.frame.image)


def test_the_keyboard_paints_too(bench):
    bench.action.trigger()
    view, panel = bench.view.picture.view, bench.view.picture.brush
    QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_BracketRight)
    assert panel.breadth.value() == bench.painting.brush.size == 20
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert bench.painting.has_paint
    assert bench.painting.canvas[10, 15].tolist() == [127, 127, 127]


def test_without_a_brush_the_picture_is_only_looked_at(bench):
    QTest.mousePress(bench.view.picture.view, Qt.MouseButton.LeftButton)
    QTest.mouseRelease(bench.view.picture.view, Qt.MouseButton.LeftButton)
    assert not bench.painting.is_on
    assert bench.view.picture.brush is None


def test_there_has_to_be_a_picture(bench):
    bench.action.trigger()
    bench.action.trigger()
    bench.session.put_maps(None)
    assert not bench.action.isEnabled()
    assert "no picture" in bench.action.toolTip()
