"""What holds for every stage: shapes, plain data, and that the microscope tells the truth about every value."""

from __future__ import annotations

import itertools

import numpy as np
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from engine.errors import UserError
from engine.imaging.field import field_of
from engine.imaging.recipe import Recipe
from engine.imaging.rim import rim_of
from engine.imaging.running import run_recipe
from engine.imaging.stages.kinds import STAGE_KINDS, stage_from_json
from engine.imaging.stages.transposed import Transposed
from tests.engine.imaging.stages.strategies import pictures, stages


def _result(stage, image):
    """The stage's result, or nothing where it refuses this picture with a sentence."""
    try:
        shape = stage.output_shape(image.shape)
    except UserError:
        assume(False)
    result = stage.apply(image)
    assert result.shape == shape
    return result


@given(stages(), pictures())
@settings(max_examples=300, deadline=None)
def test_every_value_equals_its_explanation(stage, image):
    result = _result(stage, image)
    scale = max(1.0, float(np.abs(result).max(initial=0)), float(np.abs(image).max(initial=0)))
    places = list(np.ndindex(*result.shape))
    for place in itertools.islice(places, 0, None, max(1, len(places) // 40)):
        row, column, channel = (*place, 0)[:3]
        explained = stage.explain(image, row, column, channel)
        assert abs(explained.value - float(result[place])) <= 1e-4 * scale
        if explained.rule == "sum":
            total = sum(each.total for each in explained.channels) + explained.bias
            assert abs(total - explained.before_activation) <= 1e-9 * max(1.0, abs(total))
            for each in explained.channels:
                assert np.array_equal(each.products, each.window.values * each.weights)


@given(stages(), pictures())
@settings(max_examples=150, deadline=None)
def test_a_stage_survives_the_way_through_plain_data(stage, image):
    assert stage_from_json(stage.to_json()) == stage


@given(stages(), pictures(), st.data())
@settings(max_examples=150, deadline=None)
def test_a_pixel_outside_the_field_changes_nothing(stage, image, data):
    # Noise depends on the picture's range, and Canny's last step follows an edge however far it goes.
    assume(stage.KIND not in ("noise", "canny") and getattr(stage, "border", "") not in ("wrap", "reflect", "mirror"))
    result = _result(stage, image)
    row = data.draw(st.integers(0, result.shape[0] - 1))
    column = data.draw(st.integers(0, result.shape[1] - 1))
    rows, columns = stage.sees(image.shape, row, column)
    outside = np.ones(image.shape[:2], dtype=bool)
    # A rim of repeated edge pixels shows the outermost ones, so the field is clipped onto the picture.
    top, bottom = np.clip(rows, 0, image.shape[0] - 1)
    left, right = np.clip(columns, 0, image.shape[1] - 1)
    outside[top : bottom + 1, left : right + 1] = False
    changed = image.copy()
    changed[outside] = 77
    after = stage.apply(changed)
    scale = max(1.0, float(np.abs(image).max(initial=0)), 77.0)
    assert np.allclose(after[row, column], result[row, column], rtol=0, atol=1e-4 * scale)


def test_every_kind_has_a_name_a_title_and_an_icon():
    for name, kind in STAGE_KINDS.items():
        assert name == kind.KIND
        assert kind.TITLE
        assert kind.ICON
        assert kind().to_json()["kind"] == name


def test_no_stamp_comes_from_beyond_the_edge():
    stage = Transposed(padding=(1, 0))
    (result,) = run_recipe(Recipe((stage,)), np.ones((4, 5), np.float32))
    assert rim_of(result) == (0, 0, 0, 0)
    last_row, last_column = result.image.shape[0] - 1, result.image.shape[1] - 1
    assert field_of([result], 0, 0, 0) == (0, 0, 1, 1)
    assert field_of([result], 0, last_row, last_column) == (3, 4, 1, 1)
    assert field_of([result], 0, 3, 4) == (1, 1, 2, 2)
