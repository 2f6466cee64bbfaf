"""The real worker killed at every kind of work, pictures of every odd kind, and paint on the picture."""

from __future__ import annotations

import numpy as np
import pytest

from engine.imaging.brush import Brush
from engine.network.process import network_worker
from engine.network.requests import GalleryModel
from engine.sources.frame import Frame
from gui.background import Background
from gui.children import QtChild
from gui.network.brush_words import reason_words, value_words
from gui.network.driver import NetworkDriver
from gui.network.session import Looking, MapSpot, NetworkSession
from gui.network.why import MapQuestion
from gui.network.why_words import WhyQuestion

LIMIT = 60_000
EXAMPLE = GalleryModel("cnn-example", seed=3)


def photograph(seed=5, shape=(48, 64, 3)):
    return np.random.default_rng(seed).integers(0, 256, shape, dtype=np.uint8)


class Pictures:
    """One frame at a time, as the live pipeline gives them."""

    is_live = False

    def __init__(self):
        self.frame = Frame(photograph())


class Bench:
    """A driver with a real worker, and what the person is told."""

    def __init__(self, child, qtbot):
        self.qtbot, self.child = qtbot, QtChild(child)
        self.session, self.pictures, self.told, self.refused = NetworkSession(), Pictures(), [], []
        self.child.died.connect(self.told.append)
        self.session.refused.connect(self.refused.append)
        self.backgrounds = [Background(self.refused.append), Background(self.refused.append)]
        self.driver = NetworkDriver(
            self.child, self.session, self.pictures, files=self.backgrounds[0], figures=self.backgrounds[1],
            is_dark=lambda: True,
        )  # fmt: skip
        self.driver.set_active(True)
        self.child.start()

    def wait(self, is_true):
        self.qtbot.waitUntil(is_true, timeout=LIMIT)

    def show(self, image):
        """Have a picture's maps come, and give them."""
        before = self.session.maps.answer.number
        self.pictures.frame = Frame(image)
        self.driver.frame_arrived()
        self.wait(lambda: self.session.maps is not None and self.session.maps.answer.number > before)
        return self.session.maps

    def kill(self):
        """Kill the worker and wait until maps come again."""
        before, deaths = self.session.maps, len(self.told)
        self.child.kill()
        self.wait(lambda: len(self.told) > deaths)
        self.wait(lambda: self.session.maps is not before and not self.driver.is_opening)
        assert len(self.told) == deaths + 1, "one death, one sentence"

    def close(self):
        self.driver.close()
        self.child.close()
        for each in self.backgrounds:
            each.close()


@pytest.fixture
def bench(qtbot):
    made = Bench(network_worker(), qtbot)
    made.session.wish_for(EXAMPLE)
    made.wait(lambda: made.session.maps is not None)
    yield made
    made.close()
    assert made.refused == []


def paint_and_kill(bench):
    """Paint outside a field moves nothing, inside it does; and so it goes on in a new process."""
    session, painting = bench.session, bench.driver.painting
    bench.show(photograph(8, (32, 32, 3)))
    session.select_layer("conv1")
    bench.wait(lambda: session.maps.layer("conv1") is not None)
    painting.begin()

    def compared(spot):
        bench.wait(lambda: painting.value is not None and painting.value.spot == spot)
        return painting.value.compared

    session.set_spot(MapSpot("conv1", 0, 2, 2))
    channels = iter(range(1, 8))
    while compared(session.spot).before == 0:  # one that the ReLU let through
        session.set_spot(MapSpot("conv1", next(channels), 2, 2))

    def paint(place, is_meant):
        painting.paint(place, place)
        bench.wait(lambda: painting.value is not None and is_meant(painting.value.compared))
        return painting.value.compared

    painting.brush = Brush(size=10, paint="white")
    beside = paint((25, 25), lambda found: found.is_changed)
    assert value_words(beside).endswith("nothing moved")
    assert "outside" in reason_words(beside)
    within = paint((4, 4), lambda found: found.is_seen)
    assert within.after != within.before
    assert not np.allclose(painting.scores.before, painting.scores.after, atol=1e-9)

    # It goes on in a new process, against the same picture as before.
    bench.kill()
    bench.wait(lambda: painting.value is not None and painting.value.compared.is_seen)
    again = painting.value.compared
    assert (again.before, again.after) == pytest.approx((within.before, within.after), rel=1e-4)
    painting.reset()
    bench.wait(lambda: painting.value is not None and not painting.value.compared.is_changed)
    assert painting.value.compared.after == pytest.approx(within.before, rel=1e-4)
    painting.end()


@pytest.mark.allows_warnings
def test_a_worker_killed_at_any_work_comes_back_with_network_layer_and_paint(bench):
    session, driver = bench.session, bench.driver
    session.select_layer("conv2")
    bench.wait(lambda: session.maps.layer("conv2") is not None)
    scores = session.maps.answer.scores

    def is_restored(spec=EXAMPLE, layer="conv2"):
        return session.network.spec == spec and session.layer == layer and session.maps.layer(layer) is not None

    # While pictures go through it.
    bench.pictures.frame = Frame(photograph(6))
    driver.frame_arrived()
    bench.kill()
    bench.wait(is_restored)
    np.testing.assert_allclose(bench.show(photograph()).answer.scores, scores, rtol=1e-4)
    paint_and_kill(bench)
    session.select_layer("conv2")
    bench.wait(is_restored)

    # In the middle of a long question.
    driver.why.imagine(MapQuestion("conv2", int(session.maps.layer("conv2").figure("mean").argmax())))
    bench.wait(lambda: driver.why.imagined is not None)
    bench.kill()
    assert "stopped before it could answer" in driver.why.imagined_note
    assert driver.why.question is None
    bench.wait(is_restored)

    # While another network is being opened: the wish is kept, the layer of the one before would make no sense.
    other = GalleryModel("mobilenet-v2-small")
    session.wish_for(other)
    bench.wait(lambda: driver.is_opening)
    bench.kill()
    bench.wait(lambda: session.network.spec == other and session.maps is not None)
    assert session.layer in {fact.path for fact in session.network.opened.layers}


@pytest.mark.allows_warnings
def test_every_kind_of_picture_goes_through_and_maps_go_on_during_a_long_question(bench):
    float_with_holes = np.random.default_rng(1).uniform(0, 1, (30, 40)).astype(np.float32)
    float_with_holes[3:6, 4:9] = np.nan
    float_with_holes[10, 10] = np.inf
    odd = {
        "1 × 1": photograph(1, (1, 1, 3)),
        "1 × 10,000": photograph(2, (1, 10_000, 3)),
        "10,000 × 1": photograph(2, (10_000, 1, 3)),
        "16 bit": (photograph(3, (30, 40, 3)).astype(np.uint16) * 257),
        "16 bit gray": (photograph(3, (30, 40)).astype(np.uint16) * 257),
        "alpha": photograph(4, (30, 40, 4)),
        "gray and alpha": photograph(4, (30, 40, 2)),
        "float with holes": float_with_holes,
        "float": np.random.default_rng(2).uniform(0, 1, (30, 40, 3)).astype(np.float32),
    }
    for fit in ("crop", "resize", "pad"):
        bench.session.look(Looking(fit=fit))
        for name, image in odd.items():
            maps = bench.show(image.copy())
            assert np.isfinite(maps.answer.scores).all(), (fit, name)
            assert maps.answer.scores.sum() == pytest.approx(1, abs=1e-3), (fit, name)
            assert maps.frame.shape == (*image.shape[:2], 3)
    assert bench.told == []

    session, why = bench.session, bench.driver.why
    why.ask(WhyQuestion("occlusion"))
    asked_about = session.maps.answer.number
    bench.wait(lambda: why.share is not None or why.reason is not None)
    for seed in range(6):
        bench.show(photograph(seed))
    bench.wait(lambda: why.reason is not None)
    assert session.maps.answer.number > asked_about
    assert why.reason.picture.pixels.shape == (32, 32, 3)
