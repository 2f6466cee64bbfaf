import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays

from engine.errors import UserError
from engine.imaging import own_kernels
from engine.imaging.own_kernels import format_grid, parse_grid, resized, zero_sum

grids = arrays(
    np.float32, array_shapes(min_dims=2, max_dims=2, max_side=31), elements=st.floats(-(2.0**30), 2.0**30, width=32)
)


@given(grids)
@settings(max_examples=60, deadline=None)
def test_copying_and_pasting_changes_nothing(weights):
    np.testing.assert_array_equal(parse_grid(format_grid(weights)), weights)


@pytest.mark.parametrize(
    "text",
    [
        "1\t0\t-1\n2\t0.5\t-2",
        "1\t0\t-1\r\n2\t0,5\t-2\r\n",
        "1,0,-1\n2,0.5,-2",
        "1, 0, −1\n2, 1/2, −2",
        "1,0,-1,\n2,.5,-2,\n",
        "1;0;-1\n2;0,5;-2",
        "1 0 -1\n2 0.5 -2",
        "  1   0  -1\n  2   0,5 -2\n\n",
        "1.0 0 -1e0\n 2 1/2 -4 / 2",
        "[[1, 0, -1], [2, 0.5, -2]]",
        "[[ 1.   0.  -1. ]\n [ 2.   0.5 -2. ]]",
        "array([[ 1. ,  0. , -1. ],\n       [ 2. ,  0.5, -2. ]], dtype=float32)",
        "{{1, 0, -1}, {2, 0.5, -2}};",
        "1\u00a00\u00a0-1\n2\u00a00,5\u00a0-2",
    ],
)
def test_grids_are_read_as_people_write_them(text):
    assert parse_grid(text).tolist() == [[1, 0, -1], [2, 0.5, -2]]


def test_fractions_are_worked_out():
    np.testing.assert_allclose(parse_grid("1/9 -2/9\n0,5/2 1/1e1"), [[1 / 9, -2 / 9], [0.25, 0.1]], rtol=1e-6)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "no numbers"),
        (" \n\t\n", "no numbers"),
        ("1 2\n3", "Row 2 has 1 cells, the first row 2"),
        ("1\t2\n3\tx", "Row 2, cell 2 is “x”"),
        ("1\t\t3", "Row 1, cell 2 is empty"),
        ("1 2/0", "Row 1, cell 2 divides by zero"),
        ("1 nan", "Row 1, cell 2 is “nan”"),
        ("1 1e99", "Row 1, cell 2 is too large"),
        ("1 1e999", "Row 1, cell 2 is too large"),
        ("1 2/3/4", "Row 1, cell 2"),
        ("1,2 " + "9" * 5000, "Row 1, cell 2 is too long"),
        ("1 " * 32, "The grid is 1 × 32"),
        ("1\n" * 32, "The grid is 32 × 1"),
        ("]" + " " * 90_000 + "x", "not a number"),
        ("1" * 100_001, "too much text"),
    ],
)
def test_what_is_no_grid_is_refused_by_row_and_cell(text, says):
    with pytest.raises(UserError, match=says):
        parse_grid(text)


@given(st.text(alphabet="0123456789.,;/eE+- \t\n[](){}−x", max_size=40))
@settings(max_examples=200, deadline=None)
def test_any_text_gives_a_grid_or_a_sentence(text):
    try:
        weights = parse_grid(text)
    except UserError:
        return
    assert np.isfinite(weights).all()
    assert weights.ndim == 2
    assert weights.size > 0


@given(grids)
@settings(max_examples=40, deadline=None)
def test_turning_and_flipping_come_back_to_the_start(weights):
    turned = weights
    for _ in range(4):
        turned = own_kernels.rotated(turned)
    np.testing.assert_array_equal(turned, weights)
    for flip in (own_kernels.flipped_horizontally, own_kernels.flipped_vertically, own_kernels.transposed):
        np.testing.assert_array_equal(flip(flip(weights)), weights)
    np.testing.assert_array_equal(
        own_kernels.rotated(weights), own_kernels.flipped_horizontally(own_kernels.transposed(weights))
    )


@given(grids)
@settings(max_examples=60, deadline=None)
def test_the_mean_taken_away_leaves_exactly_nothing(weights):
    assert math.fsum(zero_sum(weights).ravel().tolist()) == 0


@given(grids)
@settings(max_examples=40, deadline=None)
def test_normalising_gives_a_sum_of_one_or_a_sentence(weights):
    total, size = float(weights.sum(dtype=np.float64)), float(np.abs(weights).sum(dtype=np.float64))
    try:
        normal = own_kernels.normalised(weights)
    except UserError:
        assert abs(total) <= 1e-5 * size or abs(total) < 1e-30
    else:
        assert float(normal.sum(dtype=np.float64)) == pytest.approx(1, abs=1e-6 * max(1.0, size / abs(total)))


def test_an_edge_kernel_cannot_be_normalised():
    with pytest.raises(UserError, match="sum to 0"):
        own_kernels.normalised(np.array([[1, 0, -1]], np.float32))


def test_scaling_stays_within_numbers():
    assert own_kernels.scaled(np.array([[2]], np.float32), 0.5).tolist() == [[1]]
    with pytest.raises(UserError, match="too large"):
        own_kernels.scaled(np.array([[1e30]], np.float32), 1e30)


@given(grids, st.integers(1, 31), st.integers(1, 31))
@settings(max_examples=60, deadline=None)
def test_the_centre_stays_where_it_is(weights, rows, columns):
    result = resized(weights, rows, columns)
    assert result.shape == (rows, columns)
    centre = ((weights.shape[0] - 1) // 2, (weights.shape[1] - 1) // 2)
    assert result[(rows - 1) // 2, (columns - 1) // 2] == weights[centre]
    if rows >= weights.shape[0] + 1 and columns >= weights.shape[1] + 1:
        assert np.sort(result[result != 0]).tolist() == np.sort(weights[weights != 0]).tolist()


@pytest.mark.parametrize(
    ("shape", "says"), [((3, 5), ""), ((2, 3), "row more below"), ((3, 2), "column more right"), ((2, 4), "Both sides")]
)
def test_even_sides_come_with_a_note(shape, says):
    note = own_kernels.padding_note(shape)
    assert (says in note) if says else note == ""
