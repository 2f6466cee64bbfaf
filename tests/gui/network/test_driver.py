from dataclasses import replace

import numpy as np
import pytest

from engine.child.lifecycle import State
from engine.child.messages import Failed, Progress
from engine.network import requests as ask
from engine.network.maps import MapView
from engine.sources.frame import Frame
from gui.background import Background
from gui.network.driver import NetworkDriver
from gui.network.session import Looking, MapSpot, NetworkSession
from tests.gui.network.fake_worker import FakeWorker

LENET, EXAMPLE = ask.GalleryModel("lenet-5"), ask.GalleryModel("cnn-example")


class Pictures:
    """The live pipeline's part: the frame in front."""

    def __init__(self):
        self.frame = Frame(np.full((20, 30, 3), 40, np.uint8))
        self.is_live = False


@pytest.fixture
def pictures():
    return Pictures()


@pytest.fixture
def session(qapp):
    return NetworkSession()


@pytest.fixture
def driver(worker, session, pictures):
    errors = []
    backgrounds = [Background(errors.append), Background(errors.append)]
    made = NetworkDriver(
        worker, session, pictures, files=backgrounds[0], figures=backgrounds[1], is_dark=lambda: True
    )  # fmt: skip
    yield made
    made.close()
    for each in backgrounds:
        each.close()
    assert errors == []


@pytest.fixture
def open_driver(driver, session, worker, qtbot):
    """With a network open and its first maps shown."""
    driver.set_active(True)
    session.wish_for(EXAMPLE)
    settle(qtbot, worker, lambda: session.maps is not None)
    return driver


def settle(qtbot, worker, condition):
    """Let the worker answer until what is awaited has come true and nothing waits any more."""

    def looks_right():
        worker.work()
        return condition() and not worker.asked

    qtbot.waitUntil(looks_right)


def kinds(worker):
    return [type(each) for each in worker.seen]


def test_a_wished_network_is_opened_and_its_maps_are_shown(open_driver, session, worker):
    assert kinds(worker)[:4] == [ask.Connect, ask.OpenModel, ask.ShowLayers, ask.Frame]
    assert session.network.spec == EXAMPLE
    assert session.network.table.totals.params == 62_958
    assert session.layer in {row.path for row in session.network.table.layers}
    shown = session.maps
    assert shown.layer(session.layer) is not None
    assert shown.mosaics[session.layer].shape == (*shown.layer(session.layer).layout.shape, 3)
    assert np.array_equal(shown.frame, np.full((20, 30, 3), 40, np.uint8))
    assert shown.answer.scores[0] == 40
    assert session.progress.text == ""
    assert open_driver.timing.compute == pytest.approx(14.8)


def test_before_the_worker_is_there_nothing_is_sent_and_the_wait_is_told(qtbot, session, pictures):
    worker = FakeWorker(State.STARTING)
    files, figures = Background(print), Background(print)
    driver = NetworkDriver(worker, session, pictures, files=files, figures=figures, is_dark=lambda: True)
    driver.set_active(True)
    session.wish_for(EXAMPLE)
    assert worker.seen == []
    assert "Waiting" in session.progress.text
    worker.start_again()
    settle(qtbot, worker, lambda: session.maps is not None)
    assert session.network.spec == EXAMPLE
    driver.close()
    worker.close()
    files.close()
    figures.close()


def test_a_refused_network_leaves_the_old_one(open_driver, session, worker, qtbot):
    refused = []
    session.refused.connect(refused.append)
    before = session.network
    session.wish_for(LENET)
    job = worker.pending(ask.OpenModel).job
    assert open_driver.is_opening
    worker.say(Progress(job=job, done=1, total=4, note="Building the network"))
    assert (session.progress.text, session.progress.share) == ("Building the network", 0.25)
    worker.say(Failed(job=job, template="Too large: {size}.", values={"size": 9}))
    assert [str(error) for error in refused] == ["Too large: 9."]
    assert session.network is before
    assert session.wish == before.spec
    assert session.progress.text == ""
    assert not open_driver.is_opening


def test_while_one_is_opened_another_can_be_wished_for(open_driver, session, worker, qtbot):
    session.wish_for(LENET)
    first = worker.pending(ask.OpenModel).job
    session.wish_for(ask.GalleryModel("u-net-small"))
    assert first not in worker.asked
    settle(qtbot, worker, lambda: session.network.spec.identifier == "u-net-small")
    # A network that was given up may be open all the same: after a refusal the shown one is opened again.
    session.wish_for(LENET)
    session.wish_for(ask.GalleryModel("broken"))
    job = worker.pending(ask.OpenModel).job
    worker.network = "lenet-5"
    worker.say(Failed(job=job, template="No."))
    settle(qtbot, worker, lambda: worker.network == "u-net-small" and not open_driver.is_opening)
    assert session.network.spec.identifier == "u-net-small"


def test_the_newest_frame_wins_and_never_two_are_on_the_way(open_driver, session, worker, pictures, qtbot):
    pictures.is_live = True
    before = len(worker.seen)
    for brightness in (1, 2, 3):
        pictures.frame = Frame(np.full((20, 30, 3), brightness, np.uint8), number=brightness)
        open_driver.frame_arrived()
    assert kinds(worker)[before:] == [ask.Frame]
    settle(qtbot, worker, lambda: session.maps.answer.scores[0] == 3)
    assert kinds(worker)[before:] == [ask.Frame, ask.Frame], "the second frame was never looked at"


def test_the_same_frame_is_asked_for_again_only_when_something_changed(open_driver, session, worker, qtbot):
    before = len(worker.seen)
    open_driver.frame_arrived()
    assert len(worker.seen) == before
    session.look(Looking(view=MapView(sort="mean"), fit="pad"))
    show, frame = worker.seen[before:]
    assert (show.view.sort, show.fit) == ("mean", "pad")
    assert frame.is_again
    assert not frame.keeps_order
    settle(qtbot, worker, lambda: True)
    session.look(replace(session.looking, threshold=0.5))
    assert not worker.asked, "a threshold is a matter of the window"


def test_another_layer_takes_the_place_of_the_one_before(open_driver, session, worker, qtbot):
    first, second = [fact.path for fact in session.network.opened.layers if len(fact.shape) == 3][:2]
    session.select_layer(second)
    settle(qtbot, worker, lambda: session.maps.layer(second) is not None)
    assert worker.layers == (second,)
    assert session.maps.layer(first) is None


def test_rings_grow_where_they_are_too_small(open_driver, session, worker, pictures, qtbot):
    rings = open_driver._talk.rings
    pictures.frame = Frame(np.full((1200, 1600, 3), 7, np.uint8))
    open_driver.frame_arrived()
    settle(qtbot, worker, lambda: session.maps.frame.shape == (1200, 1600, 3))
    rings.grow("maps", 64)
    open_driver._talk.reconnect()
    session.look(Looking(view=MapView(scale="shared")))
    number = len(worker.seen)
    settle(qtbot, worker, lambda: len(worker.seen) > number)
    assert [type(each) for each in worker.seen[-2:]] == [ask.Connect, ask.Frame]
    assert worker.seen[-1].is_again
    assert session.maps.layer(session.layer) is not None


def test_odd_pictures_are_brought_to_bytes_of_three_colours(open_driver, session, worker, pictures, qtbot):
    pictures.frame = Frame(np.linspace(0, 1, 600, dtype=np.float32).reshape(20, 30))
    open_driver.frame_arrived()
    settle(qtbot, worker, lambda: session.maps.frame.max() == 255)
    assert session.maps.frame.shape == (20, 30, 3)
    pictures.frame = Frame(np.full((3000, 2000), 60_000, np.uint16))
    open_driver.frame_arrived()
    settle(qtbot, worker, lambda: session.maps.frame.shape[0] > 20)
    assert session.maps.frame.dtype == np.uint8
    assert session.maps.frame.shape[0] * session.maps.frame.shape[1] <= 2_000_000


def test_in_another_workspace_the_worker_is_left_alone(open_driver, session, worker, pictures, qtbot):
    open_driver.set_active(False)
    pictures.frame = Frame(np.full((20, 30, 3), 9, np.uint8))
    open_driver.frame_arrived()
    assert not worker.asked
    open_driver.set_active(True)
    settle(qtbot, worker, lambda: session.maps.answer.scores[0] == 9)


def test_after_a_death_network_layer_and_picture_are_restored(open_driver, session, worker, pictures, qtbot):
    refused = []
    session.refused.connect(refused.append)
    path = [fact.path for fact in session.network.opened.layers if len(fact.shape) == 3][1]
    session.select_layer(path)
    network = session.network
    worker.die()
    assert session.maps is not None, "what was on the screen stays there"
    maps = session.maps
    pictures.frame = Frame(np.full((20, 30, 3), 77, np.uint8))
    open_driver.frame_arrived()
    assert not worker.asked, "there is nobody to ask"
    number = len(worker.seen)
    worker.start_again()
    settle(qtbot, worker, lambda: session.maps is not maps)
    assert [type(each) for each in worker.seen[number:]] == [ask.Connect, ask.OpenModel, ask.ShowLayers, ask.Frame]
    assert session.layer == path
    assert session.network is network
    assert session.maps.answer.scores[0] == 77
    assert worker.layers == (path,)
    assert session.progress.text == ""
    assert refused == [], "the death itself is told elsewhere, once"


def test_a_death_while_opening_opens_both_again(open_driver, session, worker, qtbot):
    session.wish_for(LENET)
    worker.die()
    number = len(worker.seen)
    worker.start_again()
    opened = [each.model for each in worker.seen[number:] if isinstance(each, ask.OpenModel)]
    assert opened == [EXAMPLE, LENET]
    settle(qtbot, worker, lambda: session.network.spec == LENET and session.maps is not None)


def test_a_failing_frame_is_told_once(open_driver, session, worker, pictures, qtbot):
    refused = []
    session.refused.connect(refused.append)
    pictures.is_live = True
    for brightness in (1, 2, 3):
        pictures.frame = Frame(np.full((20, 30, 3), brightness, np.uint8))
        open_driver.frame_arrived()
        worker.say(Failed(job=worker.pending(ask.Frame).job, template="Not enough memory."))
    assert [str(error) for error in refused] == ["Not enough memory."]


def test_where_a_value_comes_from_is_asked_and_told(open_driver, session, worker, qtbot):
    from engine.network.explained import Explained

    spot = MapSpot(session.layer, 2, 3, 4)
    session.set_spot(spot)
    request = worker.pending(ask.DrillDown)
    assert (request.layer, request.row, request.column, request.channel) == (session.layer, 3, 4, 2)
    worker.say(
        Explained(
            job=request.job, number=session.maps.answer.number, layer=session.layer, row=3, column=4, channel=2,
            value=1.5, parts=(), field=(0, 0, 5, 5), field_on_picture=(1.0, 2.0, 3.0, 4.0),
        )
    )  # fmt: skip
    assert session.drilled.spot == spot
    assert session.drilled.box == (1.0, 2.0, 3.0, 4.0)
    assert session.drilled.reported == 1.5
    session.set_spot(None)
    assert session.drilled is None


def test_a_layers_numbers_are_saved(open_driver, session, worker, qtbot, tmp_path):
    path = tmp_path / "conv.npy"
    with qtbot.waitSignal(open_driver.saved) as told:
        open_driver.save_raw(session.layer, path)
        worker.work()
    assert told.args == [str(path)]
    assert np.array_equal(np.load(path), np.arange(24, dtype=np.float32).reshape(2, 3, 4))


def test_another_theme_draws_the_same_maps_anew(open_driver, session, worker, qtbot):
    before = session.maps
    feed = open_driver._feed
    feed._is_dark = lambda: False
    long_ago = replace(feed._last.sent, captured_at=feed._last.sent.captured_at - 1000)
    feed._last = replace(feed._last, sent=long_ago)
    open_driver.redraw()
    qtbot.waitUntil(lambda: session.maps is not before)
    assert not worker.asked
    assert session.maps.mosaics[session.layer].mean() > before.mosaics[session.layer].mean() + 100
    assert session.maps.seconds < 500, "the time that the picture lay there is not on its way to the screen"


def test_sorted_maps_are_sorted_anew_when_that_is_asked_for(open_driver, session, worker, pictures, qtbot):
    pictures.is_live = True
    session.look(Looking(view=MapView(sort="mean")))
    settle(qtbot, worker, lambda: True)
    pictures.frame = Frame(np.full((20, 30, 3), 90, np.uint8))
    open_driver.frame_arrived()
    assert worker.pending(ask.Frame).keeps_order
    settle(qtbot, worker, lambda: session.maps.answer.scores[0] == 90)
    session.sort_again()
    assert not worker.pending(ask.Frame).keeps_order
    settle(qtbot, worker, lambda: True)
