import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.imaging.cards import KernelCard
from engine.imaging.kernels import FAMILIES, library
from engine.opencv import cv2
from engine.parameters import Choice, Flag, ParameterError, Real, Whole

LIBRARY = library()


def any_setting(declaration):
    if isinstance(declaration, Whole):
        return st.integers(0, (declaration.maximum - declaration.minimum) // declaration.step).map(
            lambda steps: declaration.minimum + steps * declaration.step
        )
    if isinstance(declaration, Real):
        return st.floats(declaration.minimum, declaration.maximum)
    if isinstance(declaration, Flag):
        return st.booleans()
    assert isinstance(declaration, Choice)
    return st.sampled_from(declaration.values())


@st.composite
def kernels(draw):
    name = draw(st.sampled_from(list(LIBRARY)))
    chosen = {key: draw(any_setting(declaration)) for key, declaration in LIBRARY[name].parameters.items()}
    return name, LIBRARY[name], LIBRARY[name].weights(**chosen), chosen


@given(kernels())
@settings(max_examples=200, deadline=None)
def test_every_setting_gives_a_kernel_that_keeps_or_removes_brightness(case):
    name, card, weights, chosen = case
    assert weights.dtype == np.float32
    assert np.isfinite(weights).all()
    total = math.fsum(weights.ravel().tolist())
    if name == "gabor" or card.family == "edge":
        assert total == 0, chosen
    else:
        assert total == pytest.approx(1, abs=1e-5)
    if "size" in chosen:
        assert weights.shape == (chosen["size"], chosen["size"])


def test_the_library_has_every_kernel_that_is_taught():
    assert set(LIBRARY) == {
        "identity", "box", "gaussian", "motion", "bar", "sobel", "scharr", "prewitt", "roberts", "oriented",
        "laplacian", "laplacian_of_gaussian", "sharpen", "unsharp", "emboss", "gabor",
    }  # fmt: skip


@pytest.mark.parametrize("card", LIBRARY.values(), ids=LIBRARY)
def test_each_card_speaks_in_at_most_two_sentences(card: KernelCard):
    assert card.is_linear
    assert card.family in FAMILIES.values()
    for text in (card.what_it_does, card.strengths, card.weaknesses, card.when_to_use):
        assert text.endswith(".")
        assert 1 <= text.count(". ") + 1 <= 2


def test_the_identity_says_that_it_finds_no_edges():
    assert "no edges" in LIBRARY["identity"].what_it_does
    assert LIBRARY["identity"].weights(size=5).tolist() == np.pad([[1.0]], 2).tolist()


@pytest.mark.parametrize(
    ("name", "chosen", "expected"),
    [
        ("bar", {}, [[1, 0, -1]] * 3),
        ("bar", {"direction": "horizontal"}, [[1, 1, 1], [0, 0, 0], [-1, -1, -1]]),
        ("bar", {"size": 5}, [[1, 1, 0, -1, -1]] * 5),
        ("sobel", {}, [[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]]),
        ("sobel", {"direction": "horizontal"}, [[-1, -2, -1], [0, 0, 0], [1, 2, 1]]),
        ("sobel", {"direction": "rising"}, [[-2, -1, 0], [-1, 0, 1], [0, 1, 2]]),
        ("sobel", {"direction": "falling"}, [[0, 1, 2], [-1, 0, 1], [-2, -1, 0]]),
        ("prewitt", {}, [[-1, 0, 1]] * 3),
        ("prewitt", {"size": 5}, [[-2, -1, 0, 1, 2]] * 5),
        ("prewitt", {"direction": "falling"}, [[0, 1, 1], [-1, 0, 1], [-1, -1, 0]]),
        ("scharr", {}, [[-3, 0, 3], [-10, 0, 10], [-3, 0, 3]]),
        ("scharr", {"direction": "falling"}, [[0, 3, 10], [-3, 0, 3], [-10, -3, 0]]),
        ("roberts", {}, [[1, 0], [0, -1]]),
        ("roberts", {"direction": "falling"}, [[0, 1], [-1, 0]]),
        ("laplacian", {"neighbours": 4}, [[0, 1, 0], [1, -4, 1], [0, 1, 0]]),
        ("laplacian", {"neighbours": "8"}, [[1, 1, 1], [1, -8, 1], [1, 1, 1]]),
        ("sharpen", {}, [[0, -1, 0], [-1, 5, -1], [0, -1, 0]]),
        ("emboss", {}, [[-2, -1, 0], [-1, 1, 1], [0, 1, 2]]),
        ("emboss", {"light": "top"}, [[-1, -2, -1], [0, 1, 0], [1, 2, 1]]),
    ],
)
def test_known_numbers(name, chosen, expected):
    np.testing.assert_array_equal(LIBRARY[name].weights(**chosen), np.array(expected, np.float32))


@pytest.mark.parametrize("size", [3, 5, 7, 15, 31])
@pytest.mark.parametrize(("direction", "order"), [("vertical", (1, 0)), ("horizontal", (0, 1))])
def test_sobel_of_every_size_is_the_one_of_opencv(size, direction, order):
    column, row = reversed(cv2.getDerivKernels(*order, size, ktype=cv2.CV_64F))
    expected = column @ row.T
    weights = LIBRARY["sobel"].weights(size=size, direction=direction)
    np.testing.assert_allclose(weights, expected, rtol=0, atol=1e-7 * np.abs(expected).max())


def test_an_oriented_edge_is_the_sobel_at_right_angles():
    for size in (3, 9):
        for angle, direction in ((0, "vertical"), (90, "horizontal")):
            np.testing.assert_array_equal(
                LIBRARY["oriented"].weights(size=size, angle=angle),
                LIBRARY["sobel"].weights(size=size, direction=direction),
            )
    turned = LIBRARY["oriented"].weights(size=5, angle=45)
    np.testing.assert_array_equal(turned, turned.T)


@pytest.mark.parametrize("name", ["sobel", "scharr", "prewitt", "oriented"])
def test_per_pixel_gives_the_slope_of_a_ramp(name):
    ramp = np.tile(np.arange(31.0) * 3, (31, 1))
    for size in (3, 7, 31):
        chosen = {"size": size} if LIBRARY[name].has_size else {}
        weights = LIBRARY[name].weights(per_pixel=True, **chosen)
        window = ramp[: len(weights), : len(weights)]
        assert float(np.sum(window * weights)) == pytest.approx(3, rel=1e-4)


@given(size=st.integers(1, 31), sigma=st.floats(0.3, 10))
@settings(max_examples=30, deadline=None)
def test_gaussian_is_the_one_of_opencv(size, sigma):
    row = cv2.getGaussianKernel(size, sigma, cv2.CV_64F)
    np.testing.assert_allclose(LIBRARY["gaussian"].weights(size=size, sigma=sigma), row @ row.T, atol=1e-7)
    row = cv2.getGaussianKernel(size, -1, cv2.CV_64F)
    np.testing.assert_allclose(LIBRARY["gaussian"].weights(size=size), row @ row.T, atol=1e-7)


@pytest.mark.parametrize("size", [1, 2, 3, 8, 31])
def test_motion_blur_runs_along_rows_columns_and_diagonals(size):
    np.testing.assert_allclose(LIBRARY["motion"].weights(size=size, angle=45), np.eye(size) / size, atol=1e-6)
    np.testing.assert_allclose(LIBRARY["motion"].weights(size=size, angle=-45), np.eye(size)[::-1] / size, atol=1e-6)
    level = LIBRARY["motion"].weights(size=size, angle=0)
    np.testing.assert_array_equal(LIBRARY["motion"].weights(size=size, angle=90), level.T)
    rows = np.flatnonzero(level.any(axis=1)).tolist()
    assert rows == ([size // 2] if size % 2 else [size // 2 - 1, size // 2])


def test_a_gabor_kernel_gives_matching_stripes_their_contrast():
    for angle in (0, 30, 90):
        weights = LIBRARY["gabor"].weights(size=31, wavelength=6, angle=angle, sigma=4)
        x, y = np.meshgrid(np.arange(31) - 15, np.arange(31) - 15)
        along = x * np.cos(np.radians(angle)) + y * np.sin(np.radians(angle))
        stripes = 10 * np.cos(2 * np.pi * along / 6)
        assert float(np.sum(stripes * weights)) == pytest.approx(10, rel=0.05)


def test_large_kernels_keep_the_rank_that_makes_them_fast():
    for name, rank in (("sobel", 1), ("gaussian", 1), ("box", 1), ("laplacian_of_gaussian", 2), ("oriented", 2)):
        chosen = {"angle": 33} if name == "oriented" else {}
        for size in (9, 31):
            parts = np.linalg.svd(LIBRARY[name].weights(size=size, **chosen).astype(np.float64), compute_uv=False)
            assert parts[rank] < 1e-6 * parts[0]
            assert parts[rank - 1] > 1e-3 * parts[0]


@pytest.mark.parametrize(
    ("name", "chosen", "says"),
    [
        ("sobel", {"size": 4}, "odd whole number from 3 to 31"),
        ("box", {"size": 32}, "from 1 to 31"),
        ("box", {"size": 0}, "from 1 to 31"),
        ("gaussian", {"sigma": float("nan")}, "number from"),
        ("sobel", {"direction": "sideways"}, "must be one of: vertical, horizontal, rising, falling"),
        ("laplacian", {"neighbours": 6}, "must be one of: 4, 8"),
        ("laplacian", {"size": 3}, "Laplacian has no setting “size”. It has: neighbours"),
    ],
)
def test_a_wrong_setting_is_refused_in_a_sentence(name, chosen, says):
    with pytest.raises(ParameterError, match=says):
        LIBRARY[name].weights(**chosen)


def test_weights_belong_to_the_caller():
    first = LIBRARY["sobel"].weights()
    first[:] = 0
    assert LIBRARY["sobel"].weights()[0, 0] == -1


def test_changing_the_dictionary_does_not_change_the_library():
    library().clear()
    assert library()
