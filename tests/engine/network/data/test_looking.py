"""Reading one picture to look at closely."""

from __future__ import annotations

import numpy as np

from engine.network.data.dataset import ArrayData
from engine.network.data.generated.generated_set import GeneratedSet
from engine.network.data.looking import EDGE, INSIDE, MOST_SIDE, look_at
from engine.network.data.specs import GeneratedData

RED = (255, 0, 0)


def test_a_gray_picture_keeps_its_values_and_says_that_it_is_gray():
    picture = np.arange(12, dtype=np.uint8).reshape(1, 3, 4)
    look = look_at(ArrayData("some", picture, [0], ["thing"]), 0)
    assert (look.rows, look.columns, look.channels) == (3, 4, 1)
    assert (look.pixels == picture[0][..., None]).all()
    assert look.annotation is None
    assert look.with_masks(RED) is look.pixels


def test_a_giant_comes_smaller_and_says_how_large_it_is():
    look = look_at(ArrayData("some", np.full((1, 3, 2 * MOST_SIDE, 3), 9, np.uint8), [0], ["thing"]), 0)
    assert (look.rows, look.columns, look.channels) == (3, 2 * MOST_SIDE, 3)
    assert look.pixels.shape == (2, MOST_SIDE, 3)


def test_masks_cover_their_things_alone_and_most_at_the_edge():
    data = GeneratedSet(GeneratedData(kind="scenes", count=5))
    look = look_at(data, 4)
    masks = data.annotation(4).masks
    assert ((look.cover > 0) == masks.any(axis=0)).all()
    assert np.allclose(np.unique(look.cover), [0, INSIDE, EDGE])
    made = look.with_masks(RED)
    is_edge = look.cover > INSIDE
    expected = np.rint(EDGE * np.array(RED) + (1 - EDGE) * look.pixels[is_edge])
    assert np.abs(made[is_edge] - expected).max() <= 1
    assert (made[~masks.any(axis=0)] == look.pixels[~masks.any(axis=0)]).all()
