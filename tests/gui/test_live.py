import time

import numpy as np
import pytest

from engine.errors import UserError
from engine.imaging.closeness import closeness
from engine.imaging.recipe import Recipe
from engine.imaging.running import run_recipe
from engine.imaging.stages.median import Median
from engine.imaging.stages.noise import Noise
from engine.imaging.stages.upsampling import Upsampling
from engine.sources.frame import Frame
from gui.live import Live
from gui.notify import Notifier
from gui.session import Session, Spot


class FakeSource:
    """Gives the frame that the test laid down."""

    def __init__(self, image, *, is_live=True):
        self.is_live = is_live
        self.count = 0
        self.show(image)

    def show(self, image):
        self.count += 1
        self.frame = Frame(image, self.count, time.monotonic())

    def newest(self):
        return self.frame


@pytest.fixture
def session(qapp):
    return Session()


@pytest.fixture
def notices():
    return []


@pytest.fixture
def live(session, notices):
    notifier = Notifier()
    notifier.posted.connect(notices.append)
    made = Live(session, notifier)
    made.start()
    yield made
    made.close()


def picture(value, shape=(6, 8)):
    return np.full(shape, value, np.uint8)


def test_a_new_frame_comes_out_as_an_output(qtbot, session, live):
    source = FakeSource(picture(1))
    live.set_source(source)
    qtbot.waitUntil(lambda: session.output is not None)
    source.show(picture(2))
    live.wake()
    qtbot.waitUntil(lambda: session.output.frame is source.frame)
    assert session.output.timing.capture >= 0


def test_frames_are_never_queued(qtbot, session, live):
    source = FakeSource(picture(0))
    live.set_source(source)
    qtbot.waitUntil(lambda: session.output is not None)
    seen = []
    session.output_changed.connect(lambda output: seen.append(output.frame.number))
    for value in range(1, 200):  # Qt's thread is busy here and takes nothing meanwhile
        source.show(picture(value))
        live.wake()
    qtbot.waitUntil(lambda: session.output.frame is source.frame)
    assert len(seen) <= 3
    assert seen == sorted(seen)


def test_a_change_of_the_recipe_is_answered_without_a_new_frame(qtbot, session, live):
    live.set_source(FakeSource(picture(3)))
    qtbot.waitUntil(lambda: session.output is not None)
    session.edit_recipe(Recipe((Median(),)), "Add", selection=0)
    qtbot.waitUntil(lambda: session.output.recipe == session.recipe and session.output.right is not None)


def test_the_recipe_goes_on_with_the_last_picture_while_a_new_source_gives_none(qtbot, session, live):
    before = FakeSource(picture(1))
    live.set_source(before)
    qtbot.waitUntil(lambda: session.output is not None)
    silent = FakeSource(picture(2))
    silent.frame = None
    live.set_source(silent)
    session.edit_recipe(Recipe((Median(),)), "Add", selection=0)
    qtbot.waitUntil(lambda: len(session.output.results) == 1)
    assert session.output.frame is before.frame
    silent.show(picture(2))
    live.wake()
    qtbot.waitUntil(lambda: session.output.frame is silent.frame)


def test_what_the_cursor_points_at_is_explained_until_a_spot_is_set(qtbot, session, live):
    session.edit_recipe(Recipe((Median(),)), "Add", selection=0)
    live.set_source(FakeSource(picture(3)))
    qtbot.waitUntil(lambda: session.output is not None)
    session.set_hover(Spot(1, 2))
    qtbot.waitUntil(lambda: session.output.spot == Spot(1, 2))
    session.set_spot(Spot(2, 3))
    session.set_hover(Spot(4, 4))
    qtbot.waitUntil(lambda: session.output.spot == Spot(2, 3))
    session.set_spot(None)
    qtbot.waitUntil(lambda: session.output.spot == Spot(4, 4))


def test_a_large_picture_becomes_whole_when_somebody_looks_closely(qtbot, session, live):
    session.edit_recipe(Recipe((Median(),)), "Add", selection=0)
    live.set_source(FakeSource(picture(3, (1600, 2500)), is_live=False))
    qtbot.waitUntil(lambda: session.output is not None)
    assert session.output.frame.image.shape == (800, 1250)
    session.set_spot(Spot(400, 600))
    qtbot.waitUntil(lambda: session.output.frame.image.shape == (1600, 2500))
    assert session.spot == Spot(801, 1201)
    factors = []
    live.shown.connect(lambda made: factors.append(made.base.factor) if made.wish.recipe == session.recipe else None)
    session.edit_recipe(Recipe((Median(size=5),)), "Change")
    qtbot.waitUntil(lambda: factors[-1:] == [1])
    assert 2 in factors, "the reduced picture comes first"


def test_a_large_live_picture_stays_reduced(qtbot, session, live):
    source = FakeSource(picture(3, (1600, 2500)))
    session.edit_recipe(Recipe((Median(),)), "Add", selection=0)
    live.set_source(source)
    live.set_zoomed_in(True)
    qtbot.waitUntil(lambda: session.output is not None)
    source.show(picture(4, (1600, 2500)))
    live.wake()
    qtbot.waitUntil(lambda: session.output.frame.number == source.count)
    assert live.made.base.factor == 2


def test_a_frozen_picture_gets_back_what_a_moving_one_does_not_hold(qtbot, session, live):
    session.edit_recipe(Recipe((Upsampling(), Median(), Upsampling(factor=(4, 4)))), "Add", selection=2)
    live.set_source(FakeSource(picture(3, (200, 500, 3))))
    qtbot.waitUntil(lambda: session.output is not None)
    assert live.made.base.factor == 2
    assert not session.output.has_numbers
    session.set_frozen(True)
    qtbot.waitUntil(lambda: session.output.has_numbers)
    assert live.made.base.factor == 1
    assert session.output.results[2].image.shape == (1600, 4000, 3)


def test_a_video_that_is_paused_gets_its_numbers_back_and_is_moving_again_when_it_goes_on(qtbot, session, live):
    session.edit_recipe(Recipe((Upsampling(), Median(), Upsampling(factor=(4, 4)))), "Add", selection=2)
    source = FakeSource(picture(3, (200, 500, 3)))
    live.set_source(source)
    qtbot.waitUntil(lambda: session.output is not None)
    assert live.made.base.factor == 2
    source.is_live = False
    live.wake()
    qtbot.waitUntil(lambda: session.output.has_numbers)
    assert live.made.base.factor == 1
    source.is_live = True
    source.show(picture(4, (200, 500, 3)))
    live.wake()
    qtbot.waitUntil(lambda: live.made.base.factor == 2)


def test_of_a_moving_picture_with_noise_what_the_comparison_needs_is_kept(qtbot, session, live):
    stages = (Median(), Median(), Noise(), *(Median() for _ in range(4)))
    session.edit_recipe(Recipe(stages), "Add", selection=3)
    live.set_source(FakeSource(picture(90, (40, 50))))
    qtbot.waitUntil(lambda: session.output is not None)
    assert not session.output.has_numbers
    told = closeness(session.output.results, 3)
    assert told == closeness(run_recipe(Recipe(stages), picture(90, (40, 50))), 3)
    assert [each.title for each in told] == ["noisy", "this stage", "at the end"]


def test_memory_is_given_back_from_time_to_time_while_frames_come(qtbot, session, live, monkeypatch):
    given = []
    monkeypatch.setattr("gui.live.give_back", lambda: given.append(session.output))
    monkeypatch.setattr("gui.live.GIVE_BACK_SECONDS", -1.0)
    source = FakeSource(picture(1))
    live.set_source(source)
    qtbot.waitUntil(lambda: len(given) == 1)
    source.show(picture(2))
    live.wake()
    qtbot.waitUntil(lambda: len(given) == 2)


@pytest.mark.allows_warnings
def test_an_error_inside_is_told_once_and_the_pipeline_lives_on(qtbot, session, live, notices, monkeypatch):
    source = FakeSource(picture(1))
    live.set_source(source)
    qtbot.waitUntil(lambda: session.output is not None)
    with monkeypatch.context() as broken:
        broken.setattr("gui.live.make_output", lambda *_, **__: 1 / 0)
        for value in (2, 3, 4):
            source.show(picture(value))
            live.wake()
            qtbot.waitUntil(lambda: bool(notices))
    assert len(notices) == 1
    assert "ZeroDivisionError" in notices[0].details
    source.show(picture(9))
    live.wake()
    qtbot.waitUntil(lambda: session.output.frame is source.frame)


def test_a_refusal_of_a_stage_is_part_of_the_output(qtbot, session, live, notices):
    class Refusing(Median):
        def apply(self, image):
            raise UserError("Not today.")

    session.edit_recipe(Recipe((Refusing(),)), "Add", selection=0)
    live.set_source(FakeSource(picture(1)))
    qtbot.waitUntil(lambda: session.output is not None)
    assert str(session.output.results[0].error) == "Not today."
    assert notices == []


def test_drawn_frames_are_counted_over_a_second(live):
    for _ in range(5):
        live.note_drawn(2.0)
    assert live.timing.frames_per_second == 5
    assert live.timing.draw == 2.0
