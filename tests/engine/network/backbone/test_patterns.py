from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.network.backbone.network import SIDE
from engine.network.backbone.pattern_kinds import branch, cells, grain, leaves, light, spots, strokes
from engine.network.backbone.patterns import draw_pattern


@settings(max_examples=40, deadline=None)
@given(recipe=st.integers(0, 479), seed=st.integers(0, 2**31 - 1))
def test_a_pattern_follows_from_its_recipe_and_the_chance_of_the_picture(recipe: int, seed: int) -> None:
    one, two = (draw_pattern(np.random.default_rng(seed), recipe) for _ in range(2))
    np.testing.assert_array_equal(one, two)
    assert one.dtype == np.uint8
    assert one.shape in ((SIDE, SIDE, 3), (SIDE, SIDE, 1))
    assert not np.array_equal(one, draw_pattern(np.random.default_rng(seed + 1), recipe))


@settings(max_examples=8, deadline=None)
@given(seed=st.integers(0, 2**31 - 1))
@pytest.mark.parametrize("kind", [grain, leaves, spots, cells, strokes])
def test_every_kind_gives_fields_of_one_scale(kind, seed: int) -> None:
    field = kind(np.random.default_rng(seed), np.random.default_rng(seed + 1))
    assert field.shape == (SIDE, SIDE)
    assert field.dtype == np.float32
    assert field.mean() == pytest.approx(0, abs=1e-3)
    assert field.std() == pytest.approx(1, abs=1e-2)


def test_pictures_of_one_recipe_are_more_alike_than_those_of_others() -> None:
    def look(recipe: int, seed: int) -> np.ndarray:
        """How strong fine and coarse differences are: brightness and colour play no part."""
        gray = draw_pattern(np.random.default_rng([recipe, seed]), recipe).astype(float).mean(axis=-1)
        even = (gray - gray.mean()) / (gray.std() + 1)
        return np.log([np.abs(even[step:] - even[:-step]).mean() + 0.01 for step in (1, 2, 4, 8)])

    looks = np.array([[look(recipe, seed) for seed in range(8)] for recipe in range(30)])
    within = looks.std(axis=1).mean(axis=0)
    between = looks.mean(axis=1).std(axis=0)
    assert (between > 1.2 * within).all()


def test_what_a_part_is_like_does_not_depend_on_how_much_another_part_asks() -> None:
    like, other = np.random.default_rng(3), np.random.default_rng(3)
    branch(like).random(1000)
    branch(other)
    assert like.random() == other.random()


def test_light_comes_from_one_side() -> None:
    field = light(np.random.default_rng(0), 0.5)
    steps = np.diff(field, axis=1)
    assert np.allclose(steps, steps[0, 0], atol=1e-5)
    assert field.mean() == pytest.approx(0, abs=1e-5)
