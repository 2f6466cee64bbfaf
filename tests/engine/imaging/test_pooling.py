import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from engine.imaging import pooling
from engine.imaging.checks import ConvolutionError
from engine.imaging.pooling import pool, pool_winners, share_dropped, share_without_a_win
from tests.engine.imaging import reference
from tests.engine.imaging.requests import pictures

windows = st.one_of(st.tuples(st.integers(1, 5), st.integers(1, 5)), st.tuples(st.integers(1, 30), st.integers(1, 30)))
kinds = st.sampled_from(("max", "mean"))
pool_paddings = st.sampled_from(("valid", "same"))


def assert_pooled(image, kind, **setting):
    result = pool(image, kind, **setting)
    stride = setting["stride"] or setting["size"]
    expected = reference.pool(image, kind, size=setting["size"], stride=stride, padding=setting["padding"])
    assert result.shape == expected.shape
    assert result.dtype == (image.dtype if kind == "max" else np.float32)
    assert result.flags.c_contiguous
    if kind == "max":
        np.testing.assert_array_equal(result, expected)
    else:
        largest = float(np.abs(image.astype(np.float64)).max())
        np.testing.assert_allclose(result, expected, rtol=0, atol=1e-5 * largest)


@settings(max_examples=200, deadline=None)
@given(pictures(most=32), kinds, windows, st.one_of(st.none(), windows), pool_paddings)
def test_agrees_with_the_definition(image, kind, size, stride, padding):
    assume(padding == "same" or (size[0] <= image.shape[0] and size[1] <= image.shape[1]))
    assert_pooled(image, kind, size=size, stride=stride, padding=padding)


@pytest.mark.parametrize("shape", [(60, 62), (61, 63), (61, 63, 3), (40, 41, 7)])
@pytest.mark.parametrize("dtype", ["uint8", "float32", "int64"])
@pytest.mark.parametrize(("size", "stride"), [
    ((2, 2), None), ((3, 3), (2, 2)), ((20, 20), None), ((9, 9), (1, 1)), ((17, 31), (3, 2)), ((40, 41), None),
    ((1, 1), (2, 2)), ((1, 1), None), ((2, 3), (5, 7)),
])  # fmt: skip
def test_window_after_window_and_windows_that_overlap(shape, dtype, size, stride):
    image = np.random.default_rng(0).integers(0, 256, shape).astype(dtype)
    for kind in ("max", "mean"):
        for padding in ("valid", "same"):
            assert_pooled(image, kind, size=size, stride=stride, padding=padding)


@settings(max_examples=120, deadline=None)
@given(
    pictures(most=32), kinds, st.tuples(st.integers(1, 5), st.integers(1, 5)), st.one_of(st.none(), windows),
    pool_paddings, st.sampled_from((1, 500, 2000)),
)  # fmt: skip
def test_large_pictures_go_through_in_bands(image, kind, size, stride, padding, most):
    assume(padding == "same" or (size[0] <= image.shape[0] and size[1] <= image.shape[1]))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pooling, "MOST_BYTES", most)
        patch.setattr(pooling, "MOST_KEPT", most)
        assert_pooled(image, kind, size=size, stride=stride, padding=padding)


def test_global_mean_of_a_large_picture_is_not_lost_in_rounding():
    image = np.full((1080, 1920), 0.1, np.float32)
    assert pool(image, "mean", size=(1080, 1920))[0, 0] == np.float32(0.1)


@pytest.mark.parametrize("kind", ["max", "mean"])
@pytest.mark.parametrize("value", [np.nan, np.inf])
@pytest.mark.parametrize(("size", "stride"), [(2, 2), (3, 1), (7, 2)])
def test_a_value_gone_wild_stays_within_its_windows(kind, value, size, stride):
    image = np.ones((20, 20), np.float32)
    image[9, 10] = value
    result = pool(image, kind, size=size, stride=stride)
    reached = [
        [row * stride <= 9 < row * stride + size and column * stride <= 10 < column * stride + size
         for column in range(result.shape[1])] for row in range(result.shape[0])
    ]  # fmt: skip
    np.testing.assert_array_equal(~np.isfinite(result), reached)


@settings(max_examples=100, deadline=None)
@given(pictures(most=12), windows, st.one_of(st.none(), windows), pool_paddings)
def test_winners_are_where_the_maximum_came_from(image, size, stride, padding):
    assume(padding == "same" or (size[0] <= image.shape[0] and size[1] <= image.shape[1]))
    setting = {"size": size, "stride": stride, "padding": padding}
    winners, maxima = pool_winners(image, **setting), pool(image, **setting)
    assert winners.shape == maxima.shape
    steps = stride or size
    (top, _), (left, _) = reference.rim(padding, image.shape, size, steps, (1, 1))
    used = np.zeros(image.shape, bool)
    for place in np.ndindex(winners.shape):
        row, column = place[0] * steps[0] - top, place[1] * steps[1] - left
        y, x = row + winners[place] // size[1], column + winners[place] % size[1]
        assert y >= 0
        assert x >= 0
        assert image[(y, x, *place[2:])] == maxima[place]
        used[(y, x, *place[2:])] = True
        seen = image[(slice(max(row, 0), row + size[0]), slice(max(column, 0), column + size[1]), *place[2:])]
        first = np.unravel_index(seen.argmax(), seen.shape)
        assert (y, x) == (max(row, 0) + first[0], max(column, 0) + first[1])
    assert share_without_a_win(image, **setting) == pytest.approx(1 - used.mean())


def test_the_rim_never_wins():
    for image in (np.zeros((3, 3), np.uint8), np.full((3, 3), -np.inf)):
        winners = pool_winners(image, size=3, stride=1, padding="same")
        assert winners[0, 0] == 4


def test_two_by_two_drops_three_quarters():
    assert share_dropped((32, 32), 2) == 0.75
    assert share_dropped((32, 32, 3), 2) == 0.75
    assert share_dropped((5, 5), 2) == pytest.approx(1 - 4 / 25)
    assert share_dropped((4, 4), 3, 1, "same") == 0
    assert share_without_a_win(np.arange(16).reshape(4, 4)) == 0.75


def test_the_picture_is_left_as_it_was():
    image = np.arange(12, dtype=np.float32).reshape(3, 4)
    for kind in ("max", "mean"):
        pool(image, kind, size=1)[...] = 99
    np.testing.assert_array_equal(image, np.arange(12).reshape(3, 4))


def test_true_and_false_count_as_1_and_0():
    mask = np.arange(30).reshape(5, 6) % 3 == 0
    for kind in ("max", "mean"):
        np.testing.assert_array_equal(pool(mask, kind), pool(mask.astype(np.float32), kind))


@pytest.mark.parametrize(("image", "setting", "words"), [
    (np.ones((5, 5)), {"size": 7}, "The window is 7 × 7 but the picture is only 5 × 5"),
    (np.ones((5, 5)), {"size": 0}, "The window is 0"),
    (np.ones((5, 5)), {"stride": 0}, "The stride is 0"),
    (np.ones((5, 5)), {"padding": "full"}, 'only "valid" and "same"'),
    (np.ones((5, 5)), {"padding": 1}, 'only "valid" and "same"'),
    (np.ones((5, 5)), {"kind": "median"}, "max, mean"),
    (np.ones(5), {}, "height × width"),
    (np.ones((5, 5), complex), {}, "type complex128"),
])  # fmt: skip
def test_refusals_are_sentences(image, setting, words):
    with pytest.raises(ConvolutionError) as refusal:
        pool(image, **setting)
    assert words in str(refusal.value)
