import numpy as np
import pytest

from engine.sources.liveness import PATIENCE, Liveness

NOISE = np.random.default_rng(1)


def picture():
    return NOISE.integers(0, 255, (80, 80, 3), dtype=np.uint8)


@pytest.fixture
def liveness():
    return Liveness(must_change=True)


def test_what_is_wrong_is_noticed_within_three_seconds():
    assert PATIENCE < 3 - 0.2, "the watching thread looks every 0.2 s"


def test_a_camera_that_has_not_begun_is_neither_silent_nor_frozen(liveness):
    assert not liveness.has_frames
    assert not liveness.is_silent(100.0)
    assert not liveness.is_frozen(100.0)


def test_silence_counts_from_the_last_frame(liveness):
    liveness.arrived(picture(), 10.0)
    assert not liveness.is_silent(10.0 + PATIENCE)
    assert liveness.is_silent(10.1 + PATIENCE)


def feed(liveness, image, start, seconds=6.0):
    for step in range(round(seconds * 10)):
        liveness.arrived(image, start + step / 10)
    return start + seconds


def test_equal_frames_after_changing_ones_are_frozen(liveness):
    liveness.arrived(picture(), 0.0)
    now = feed(liveness, picture(), 0.1)
    assert liveness.is_frozen(now)
    assert not liveness.is_silent(now)
    liveness.arrived(picture(), now)
    assert not liveness.is_frozen(now)


def test_a_picture_that_never_changed_is_not_frozen(liveness):
    assert not liveness.is_frozen(feed(liveness, picture(), 0.0))


def test_a_shut_lens_is_not_frozen(liveness):
    liveness.arrived(picture(), 0.0)
    assert not liveness.is_frozen(feed(liveness, np.zeros((80, 80, 3), np.uint8), 0.1))


def test_a_stream_may_stand_still():
    liveness = Liveness(must_change=False)
    liveness.arrived(picture(), 0.0)
    assert not liveness.is_frozen(feed(liveness, picture(), 0.1))


def test_the_rate_is_that_of_the_last_two_seconds(liveness):
    assert liveness.rate(0.0) == 0
    now = feed(liveness, picture(), 0.0)
    assert liveness.rate(now - 0.1) == pytest.approx(10, abs=0.5)
    assert liveness.is_rate_due(now)
    assert not liveness.is_rate_due(now + 0.5)


def test_a_new_opening_starts_from_nothing(liveness):
    liveness.arrived(picture(), 0.0)
    liveness.restart()
    assert not liveness.has_frames
    assert not liveness.is_silent(50.0)
