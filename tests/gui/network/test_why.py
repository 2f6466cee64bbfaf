import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMainWindow

from engine.child.messages import Failed, Progress, Stopped
from engine.errors import UserError
from engine.imaging.palettes import palette
from engine.network import requests as ask
from engine.sources.frame import Frame
from gui.background import Background
from gui.docks.network_why import WhyDock
from gui.network.driver import NetworkDriver
from gui.network.heat_picture import COVER, heat_picture
from gui.network.session import MapSpot
from gui.network.why_words import left_words

EXAMPLE = ask.GalleryModel("cnn-example")
SIDE = 32


class Pictures:
    def __init__(self):
        self.frame = Frame(np.full((20, 30, 3), 40, np.uint8))
        self.is_live = False


@pytest.fixture
def driver(worker, session):
    errors = []
    backgrounds = [Background(errors.append), Background(errors.append)]
    made = NetworkDriver(
        worker, session, Pictures(), files=backgrounds[0], figures=backgrounds[1], is_dark=lambda: True
    )  # fmt: skip
    yield made
    made.close()
    for each in backgrounds:
        each.close()
    assert errors == []


@pytest.fixture
def dock(driver, session, worker, appearance, qtbot):
    """With a network open, its first maps shown, and the worker waiting for the test's word."""
    files = Background(lambda _error: None)
    dock = WhyDock(session, driver.why, files, appearance)
    window = QMainWindow()
    window.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, dock)
    qtbot.addWidget(window)
    window.resize(1366, 260)
    window.show()
    qtbot.waitExposed(window)
    dock.home = window
    driver.set_active(True)
    session.wish_for(EXAMPLE)

    def has_settled():
        worker.work()
        return session.maps is not None and not worker.asked

    qtbot.waitUntil(has_settled)
    yield dock
    files.close()


def turn_to_map(dock):
    dock.subject.button("map").click()


def words_of(widget):
    return " ".join(each.text() for each in widget.findChildren(QLabel) if each.isVisible())


def choose(dock, way):
    dock.way.action(way).trigger()


def reply(worker, request, values, *, layer="conv2", index=3, number=1):
    """Put a map into the ring and tell of it, as the worker does."""
    worker.rings["pictures"].write(np.asarray(values, np.float32), number=request.job, captured_at=0.0)
    worker.say(ask.Heat(job=request.job, number=number, class_index=index, score=12.5, layer=layer))


def ramp():
    return np.linspace(0, 1, SIDE * SIDE, dtype=np.float32).reshape(SIDE, SIDE)


def test_the_panel_asks_grad_cam_at_the_last_maps_for_the_answer_and_shows_the_heat(dock, worker, driver, qtbot):
    dock.ask_button.click()
    request = worker.pending(ask.ClassMap)
    assert (request.layer, request.class_index) == (None, None)
    assert dock.cancel_ask.isVisible()
    reply(worker, request, ramp())
    qtbot.waitUntil(lambda: driver.why.reason is not None)
    assert dock.view.picture_size() == (SIDE, SIDE)
    middle = dock.view.grab().toImage()
    drawn = {middle.pixelColor(middle.width() // 2, y).name() for y in range(0, middle.height(), 4)}
    assert len(drawn) > 8
    assert dock.title.text() == "Why class 3?"
    assert "Grad-CAM at conv2" in dock.figures.text()
    assert "12.5" in dock.figures.text()
    assert "speak for class 3" in dock.meaning.text()
    assert dock.scale.ends == ("0", "1")
    assert "has not been trained" in words_of(dock)
    assert not dock.cancel_ask.isVisible()
    assert dock.ask_button.isEnabled()


@pytest.mark.parametrize(
    ("way", "kind", "asked"),
    [
        ("layer", ask.ClassMap, {"layer": "conv1"}),
        ("saliency", ask.Saliency, {"is_guided": False}),
        ("guided", ask.Saliency, {"is_guided": True}),
        ("occlusion", ask.Occlusion, {}),
    ],
)
def test_every_way_sends_its_own_request(dock, session, worker, way, kind, asked):
    session.select_layer("conv1")
    choose(dock, way)
    dock.ask_button.click()
    request = worker.pending(kind)
    assert {name: getattr(request, name) for name in asked} == asked


def test_any_class_can_be_asked_about(dock, worker):
    # The fake network has one score only.
    assert [dock.classes.itemText(at) for at in range(dock.classes.count())] == ["for its answer", "for class 0"]
    dock.classes.setCurrentIndex(1)
    dock.ask_button.click()
    assert worker.pending(ask.ClassMap).class_index == 0


def test_occlusion_tells_its_progress_and_its_own_scale(dock, worker, driver, qtbot):
    choose(dock, "occlusion")
    dock.ask_button.click()
    request = worker.pending(ask.Occlusion)
    worker.say(Progress(job=request.job, done=64, total=256))
    assert dock.bar.isVisible()
    assert dock.bar.value() == 250
    reply(worker, request, ramp() * 0.5 - 0.1, layer="")
    qtbot.waitUntil(lambda: driver.why.reason is not None)
    assert dock.scale.ends == ("-0.1", "0.4") or dock.scale.ends == ("−0.1", "0.4")
    assert "gray square" in dock.meaning.text()
    assert "Below 0" in dock.meaning.text()
    assert not dock.bar.isVisible()


def test_cancel_ends_the_job_and_a_late_reply_changes_nothing(dock, worker, driver, qtbot):
    choose(dock, "occlusion")
    dock.ask_button.click()
    request = worker.pending(ask.Occlusion)
    dock.cancel_ask.click()
    assert worker.pending(ask.Occlusion) is None
    assert dock.note.text() == "Cancelled."
    reply(worker, request, ramp(), layer="")
    assert driver.why.reason is None
    assert not dock.cancel_ask.isVisible()
    assert dock.ask_button.isEnabled()


def test_a_refusal_is_told_in_place_and_the_picture_before_stays(dock, worker, driver, session, qtbot):
    refused = []
    session.refused.connect(refused.append)
    dock.ask_button.click()
    reply(worker, worker.pending(ask.ClassMap), ramp())
    qtbot.waitUntil(lambda: driver.why.reason is not None)
    before = driver.why.reason
    dock.ask_button.click()
    request = worker.pending(ask.ClassMap)
    worker.say(Failed(job=request.job, template="The layer “{layer}” gives no maps.", values={"layer": "dense"}))
    assert dock.note.text() == "The layer “dense” gives no maps."
    assert driver.why.reason is before
    assert dock.ask_button.isEnabled()
    assert refused == []


def test_another_question_takes_the_place_of_the_one_before(dock, worker, driver, qtbot):
    choose(dock, "occlusion")
    dock.ask_button.click()
    turn_to_map(dock)
    dock.map_page.form_button.click()
    assert worker.pending(ask.Occlusion) is None
    assert worker.pending(ask.Maximise) is not None
    assert dock.note.text() == "Another question took its place."
    assert not dock.cancel_ask.isVisible()
    assert dock.map_page.cancel_form.isVisible()
    assert dock.ask_button.isEnabled()


@pytest.mark.parametrize("subject", ["answer", "map"])
def test_a_worker_that_dies_leaves_a_sentence_and_a_button(dock, worker, driver, subject):
    dock.subject.button(subject).click()
    button = dock.ask_button if subject == "answer" else dock.map_page.form_button
    button.click()
    worker.die()
    assert "stopped before it could answer" in words_of(dock)
    assert driver.why.question is None
    assert button.isEnabled()
    button.click()
    assert "not ready yet" in words_of(dock)
    assert driver.why.question is None


def test_a_job_that_the_worker_ends_by_itself_leaves_a_sentence(dock, worker, driver):
    dock.ask_button.click()
    worker.say(Stopped(job=worker.pending(ask.ClassMap).job))
    assert "ended this before it was finished" in dock.note.text()
    assert driver.why.question is None


def test_a_ring_that_was_too_small_does_not_lose_cancel(dock, worker, driver):
    choose(dock, "guided")
    dock.ask_button.click()
    first = worker.pending(ask.Saliency)
    worker.say(ask.NeedsLargerRing(job=first.job, ring="pictures", slot_bytes=3_000_000))
    again = worker.pending(ask.Saliency)
    assert again.job != first.job
    dock.cancel_ask.click()
    assert worker.pending(ask.Saliency) is None


def test_a_reply_waits_for_the_picture_that_it_is_about(dock, worker, driver, session, qtbot):
    dock.ask_button.click()
    reply(worker, worker.pending(ask.ClassMap), ramp(), number=2)
    assert driver.why.question is not None
    driver.painting._frames.frame = Frame(np.full((20, 30, 3), 90, np.uint8))
    driver.frame_arrived()

    def has_come():
        worker.work()
        return driver.why.reason is not None

    qtbot.waitUntil(has_come)
    assert session.maps.answer.number == 2


def test_a_reply_finds_its_picture_however_many_live_ones_came_meanwhile(dock, worker, driver, session, qtbot):
    choose(dock, "occlusion")
    dock.ask_button.click()
    request = worker.pending(ask.Occlusion)
    for number in range(2, 14):
        driver.painting._frames.frame = Frame(np.full((20, 30, 3), number, np.uint8))
        driver.frame_arrived()

        def has_come(number=number):
            frame = worker.pending(ask.Frame)
            if frame is not None:
                worker.answer(frame)
            return session.maps.answer.number == number

        qtbot.waitUntil(has_come)
    reply(worker, request, ramp(), layer="", number=1)
    qtbot.waitUntil(lambda: driver.why.reason is not None)
    assert driver.why.question is None


def test_a_picture_forms_in_sight_of_the_user(dock, worker, driver, session):
    turn_to_map(dock)
    session.set_spot(MapSpot(session.layer, channel=5))
    assert dock.map_page.map_name.text() == f"{session.layer} · map 5"
    dock.map_page.form_button.click()
    request = worker.pending(ask.Maximise)
    assert (request.layer, request.channel) == (session.layer, 5)
    for step in (1, 48):
        picture = np.full((SIDE, SIDE, 3), step, np.uint8)
        worker.rings["pictures"].write(picture, number=request.job, captured_at=0.0)
        worker.say(ask.Forming(job=request.job, number=request.job, step=step, steps=96, value=step / 10))
        worker.say(Progress(job=request.job, done=step, total=96))
        assert (driver.why.imagined.pixels == step).all()
        assert f"step {step} of 96" in dock.map_page.form_note.text()
    assert dock.map_page.form_bar.value() == 500
    worker.say(ask.Formed(job=request.job, number=request.job, value=9.5))
    assert driver.why.imagined.is_finished
    assert "9.5" in dock.map_page.form_note.text()
    assert not dock.map_page.cancel_form.isVisible()


def test_cancelling_leaves_the_picture_as_far_as_it_came(dock, worker, driver):
    dock.map_page.form_button.click()
    request = worker.pending(ask.Maximise)
    worker.rings["pictures"].write(np.full((SIDE, SIDE, 3), 7, np.uint8), number=request.job, captured_at=0.0)
    worker.say(ask.Forming(job=request.job, number=request.job, step=7, steps=96, value=1.0))
    dock.map_page.cancel_form.click()
    assert worker.pending(ask.Maximise) is None
    assert dock.map_page.form_note.text() == "Cancelled."
    assert (driver.why.imagined.pixels == 7).all()


def test_another_network_clears_what_was_about_the_one_before(dock, worker, driver, session, qtbot):
    dock.ask_button.click()
    reply(worker, worker.pending(ask.ClassMap), ramp())
    qtbot.waitUntil(lambda: driver.why.reason is not None)
    dock.map_page.form_button.click()
    session.put_network(None)
    assert worker.pending(ask.Maximise) is None
    assert driver.why.reason is None
    assert "Nothing to ask about yet" in words_of(dock)


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(None, ""), (0.4, ""), (47.3, "about 47 s left"), (200.0, "about 3 min left")],
)
def test_time_left_is_told_where_it_is_worth_reading(seconds, words):
    assert left_words(seconds) == words


def test_time_left_is_reckoned_from_the_pace_so_far(dock, worker, driver, monkeypatch):
    now = [100.0]
    monkeypatch.setattr("gui.network.why.time.monotonic", lambda: now[0])
    choose(dock, "occlusion")
    dock.ask_button.click()
    assert driver.why.seconds_left is None
    now[0] += 10
    worker.say(Progress(job=worker.pending(ask.Occlusion).job, done=64, total=256))
    assert dock.note.text() == "about 30 s left"


class TestHeatPicture:
    FRAME = np.full((SIDE, SIDE, 3), 100, np.uint8)

    def drawn(self, values, **given):
        return heat_picture(np.asarray(values, np.float32), self.FRAME, channels=3, method="crop", **given)

    def test_the_highest_is_yellow_the_lowest_blue_over_the_gray_picture(self):
        found = self.drawn(ramp())
        ends = palette("heat")[[0, 255]] * COVER + 100 * (1 - COVER)
        assert np.abs(found.pixels[0, 0] - ends[0]).max() <= 1
        assert np.abs(found.pixels[-1, -1] - ends[1]).max() <= 1
        assert (found.low, found.high) == (0, 1)

    def test_guided_values_count_by_their_strength(self):
        values = np.zeros((SIDE, SIDE, 3))
        values[4, 5] = (0.1, -0.7, 0.2)
        found = self.drawn(values)
        assert found.high == pytest.approx(0.7)
        assert found.pixels[4, 5, 0] > found.pixels[0, 0, 0]

    def test_nothing_is_not_drawn_as_something(self):
        found = self.drawn(np.zeros((SIDE, SIDE)), high=1.0)
        assert found.is_empty
        assert np.ptp(found.pixels, axis=(0, 1)).max() == 0

    def test_numbers_that_are_none_are_refused(self):
        with pytest.raises(UserError, match="nothing to draw"):
            self.drawn(np.full((SIDE, SIDE), np.nan))
