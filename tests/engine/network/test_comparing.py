"""One value before and after some paint, asked as the window asks."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest

from engine.child.ring import FrameRing
from engine.network import before_after
from engine.network import requests as ask
from tests.engine.network.test_sessions import Conversation, photograph

MODEL = ask.GalleryModel("cnn-example", seed=3)
SAME = 1e-5  # between two answers the layers may have become one function, whose last digits are other ones


@pytest.fixture
def talk(keras_loaded: None) -> Iterator[Conversation]:
    from engine.network.comparing import Comparing
    from engine.network.sessions import Session, all_handlers

    session = Session()
    rings = {name: FrameRing.create(slot_bytes=400_000) for name in ("frames", "maps", "pictures")}
    made = Conversation(all_handlers(session.handlers(), Comparing(session).handlers()), rings)
    made.ask(ask.Connect(**{name: ring.address for name, ring in rings.items()}))
    made.ask(ask.OpenModel(model=MODEL))
    made.ask(ask.ShowLayers(layers=("conv1",), fit="resize"))
    yield made
    made.ask(ask.CloseModel())
    session.close()
    for ring in rings.values():
        ring.close()


def seen(talk: Conversation, picture: np.ndarray, number: int) -> None:
    talk.show(picture, number)
    assert isinstance(talk.ask(ask.Frame()), ask.Maps)


def compared(talk: Conversation, layer: str, row: int, column: int, channel: int) -> before_after.Compared:
    answer = talk.ask(before_after.Compare(layer=layer, row=row, column=column, channel=channel))
    assert isinstance(answer, before_after.Compared)
    return answer


@pytest.mark.parametrize("layer", ["conv1", "pool1", "conv2", "pool2"])
def test_paint_outside_the_field_moves_nothing_and_inside_it_does(talk: Conversation, layer: str) -> None:
    from engine.network.explained import Explained

    small = np.random.default_rng(1).integers(0, 256, (32, 32, 3)).astype(np.uint8)
    seen(talk, small, 1)
    assert talk.ask(before_after.KeepBefore(number=1)).is_kept
    # `DrillDown` says where the field lies.
    places = [talk.ask(ask.DrillDown(layer=layer, row=1, column=2, channel=each)) for each in range(8)]
    found = next(each for each in places if isinstance(each, Explained) and each.value)  # one that no ReLU silenced
    channel = found.channel
    top, left, height, width = found.field
    outside, inside = np.full_like(small, 127), small.copy()
    outside[top : top + height, left : left + width] = small[top : top + height, left : left + width]
    inside[top : top + height, left : left + width] = 255 - small[top : top + height, left : left + width]
    seen(talk, outside, 2)
    beside = compared(talk, layer, 1, 2, channel)
    assert (beside.is_changed, beside.is_seen) == (True, False)
    assert beside.after == beside.before == pytest.approx(found.value, rel=SAME)
    seen(talk, inside, 3)
    within = compared(talk, layer, 1, 2, channel)
    assert (within.number, within.is_changed, within.is_seen) == (3, True, True)
    assert within.before == pytest.approx(beside.before, rel=SAME)
    explained = talk.ask(ask.DrillDown(layer=layer, row=1, column=2, channel=channel)).value
    assert within.after == pytest.approx(explained, rel=SAME)
    assert within.after != pytest.approx(within.before, rel=SAME)


def test_a_value_that_is_asked_for_later_is_told_of_the_picture_before_too(talk: Conversation) -> None:
    seen(talk, photograph(1), 1)
    talk.ask(before_after.KeepBefore(number=1))
    before = compared(talk, "softmax", 0, 0, 4).before
    seen(talk, photograph(2), 2)
    later = compared(talk, "softmax", 0, 0, 5)
    assert compared(talk, "softmax", 0, 0, 4).before == pytest.approx(before, rel=SAME)
    seen(talk, photograph(1), 3)
    assert compared(talk, "softmax", 0, 0, 5).after == pytest.approx(later.before, rel=SAME)


def test_the_same_pixels_are_said_to_be_the_same(talk: Conversation) -> None:
    seen(talk, photograph(1), 1)
    talk.ask(before_after.KeepBefore(number=1))
    seen(talk, photograph(1), 2)
    found = compared(talk, "conv1", 3, 3, 0)
    assert (found.is_changed, found.is_seen) == (False, False)
    assert found.before == found.after


def test_a_picture_that_is_gone_is_not_kept(talk: Conversation) -> None:
    seen(talk, photograph(1), 1)
    seen(talk, photograph(2), 2)
    assert not talk.ask(before_after.KeepBefore(number=1)).is_kept


def test_without_a_picture_before_or_with_another_network_it_is_refused(talk: Conversation) -> None:
    from engine.network.drill_down import DrillError
    from engine.network.sessions import SessionError

    seen(talk, photograph(1), 1)
    with pytest.raises(SessionError, match="no earlier picture"):
        compared(talk, "conv1", 3, 3, 0)
    talk.ask(before_after.KeepBefore(number=1))
    with pytest.raises(DrillError, match="no value at row 99"):
        compared(talk, "conv1", 99, 3, 0)
    talk.ask(ask.OpenModel(model=MODEL))
    seen(talk, photograph(1), 2)
    with pytest.raises(SessionError, match="no earlier picture"):
        compared(talk, "conv1", 3, 3, 0)
