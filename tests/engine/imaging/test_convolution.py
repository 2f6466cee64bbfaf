import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from engine.imaging import correlation, costs, scratch
from engine.imaging.checks import ConvolutionError
from engine.imaging.convolution import convolve, convolve_by, convolve_volume, output_size, route_for, transposed
from engine.imaging.geometry import geometry_of
from engine.imaging.routes import candidates
from tests.engine.imaging import reference
from tests.engine.imaging.requests import borders, fits, kernels, paddings, pairs, pictures

MODEST = settings(max_examples=150, deadline=None)
ROUTES = ("box", "streamed", "separable", "direct", "fourier")


def assert_close(result, expected, image, kernel, value=0.0):
    """Within 1e-5 of the largest value that the sums could have had."""
    assert result.shape == expected.shape
    assert result.dtype == np.float32
    largest = max(float(np.abs(image.astype(np.float64)).max()), abs(value)) * float(np.abs(kernel).sum())
    np.testing.assert_allclose(result, expected, rtol=0, atol=1e-5 * largest + 1e-30)


@MODEST
@given(
    pictures(), kernels(), st.sampled_from(("correlation", "convolution")), paddings, borders, pairs, pairs,
    st.sampled_from((0.0, 1.5, -3.0, 300.0)),
)  # fmt: skip
def test_agrees_with_the_definition(image, kernel, mode, padding, border, stride, dilation, value):
    assume(fits(image, kernel.shape, padding, dilation))
    settings = {"mode": mode, "padding": padding, "border": border, "stride": stride, "dilation": dilation}
    result = convolve(image, kernel, value=value, **settings)
    expected = reference.convolve(image, kernel, value=value, **settings)
    assert_close(result, expected, image, kernel, value)


@settings(max_examples=120, deadline=None)
@given(
    pictures(most=40, channels=(None, 3)), kernels(most=16), paddings, borders,
    st.sampled_from(((1, 1), (1, 1), (2, 2), (3, 1), (1, 4))), st.sampled_from(((1, 1), (1, 1), (2, 2), (1, 3))),
)  # fmt: skip
def test_every_route_by_itself_agrees_with_the_definition(image, kernel, padding, border, stride, dilation):
    assume(fits(image, kernel.shape, padding, dilation))
    settings = {"padding": padding, "border": border, "stride": stride, "dilation": dilation}
    expected = reference.convolve(image, kernel, value=2.0, **settings)
    geometry = geometry_of(image.shape, kernel.shape, padding=padding, stride=stride, dilation=dilation)
    weights = np.asarray(kernel, np.float64)
    channels = image.shape[2] if image.ndim == 3 else 1
    for candidate in candidates(geometry, channels, image.dtype, weights):
        result = convolve_by(candidate.route, image, kernel, value=2.0, **settings)
        assert_close(result, expected, image, weights, 2.0 if border == "constant" else 0.0)


def every_route(shape, dtype, kernel, **settings):
    kernel = np.asarray(kernel, np.float64)
    settings = {"padding": "valid", "stride": 1, "dilation": 1, **settings}
    geometry = geometry_of(shape, kernel.shape, **settings)
    return [each.route for each in candidates(geometry, 1, np.dtype(dtype), kernel)]


def test_every_route_and_arrangement_is_among_those_tested_above():
    box = np.full((12, 12), 2.0)
    sparse = np.eye(14)
    names = {route.name for route in every_route((40, 40), "uint8", box)}
    names |= {route.name for route in every_route((40, 40), "uint8", sparse)}
    assert names == {*ROUTES, "sparse"}
    assert {route.arrangement for route in every_route((40, 40), "uint8", box, stride=2)} == {"whole", "stride"}
    assert {route.arrangement for route in every_route((40, 40), "uint8", box, dilation=2)} == {"whole", "dilation"}


@pytest.mark.parametrize("size", [13, 21, 31])
@pytest.mark.parametrize("kind", ["box", "product", "two products", "random", "diagonal", "waves of whole numbers"])
@pytest.mark.parametrize("dtype", ["uint8", "float32"])
def test_large_kernels_by_every_route(size, kind, dtype):
    random = np.random.default_rng(size)
    image = random.integers(0, 256, (70, 90)).astype(dtype)
    kernel = {
        "box": np.full((size, size), 1 / size**2),
        "product": np.outer(random.normal(size=size), random.normal(size=size)),
        "two products": random.normal(size=(size, 2)) @ random.normal(size=(2, size)),
        "random": random.normal(size=(size, size)),
        "diagonal": np.eye(size),
        "waves of whole numbers": random.integers(-1, 2, (size, size)).astype(float),
    }[kind]
    for stride, dilation in ((1, 1), (2, 1), (1, 2)):
        settings = {"padding": "same", "border": "mirror"}
        expected = reference.convolve(image, kernel, stride=(stride, stride), dilation=(dilation, dilation), **settings)
        for route in every_route(image.shape, dtype, kernel, padding="same", stride=stride, dilation=dilation):
            result = convolve_by(route, image, kernel, stride=stride, dilation=dilation, **settings)
            assert_close(result, expected, image, kernel)
            if kind in ("diagonal", "waves of whole numbers") and dtype == "uint8":
                np.testing.assert_array_equal(result, expected)


@MODEST
@given(pictures(), st.integers(0, 2**32 - 1), paddings, pairs)
def test_whole_numbers_stay_exact(image, seed, padding, stride):
    image = image.astype(np.uint8)
    random = np.random.default_rng(seed)
    kernel = random.integers(-9, 10, random.integers(1, 6, 2))
    assume(fits(image, kernel.shape, padding, (1, 1)))
    result = convolve(image, kernel, padding=padding, stride=stride)
    np.testing.assert_array_equal(result, reference.convolve(image, kernel, padding=padding, stride=stride))


@pytest.mark.parametrize("value", [np.nan, np.inf, -np.inf, 1e25])
@pytest.mark.parametrize("size", [3, 9, 15])
@pytest.mark.parametrize("kind", ["box", "product", "two products", "random"])
def test_a_value_gone_wild_stays_within_its_windows(value, size, kind):
    random = np.random.default_rng(1)
    image = random.normal(size=(60, 70)).astype(np.float32)
    image[30, 40] = value
    kernel = {
        "box": np.ones((size, size)),
        "product": np.outer(random.normal(size=size), random.normal(size=size)),
        "two products": random.normal(size=(size, 2)) @ random.normal(size=(2, size)),
        "random": random.normal(size=(size, size)),
    }[kind]
    result = convolve(image, kernel, padding="same")
    calm = image.copy()
    calm[30, 40] = 0
    expected = reference.convolve(calm, kernel, padding="same")
    touched = np.zeros(image.shape, bool)
    reach = size // 2
    touched[30 - reach : 31 + reach, 40 - reach : 41 + reach] = True
    np.testing.assert_allclose(result[~touched], expected[~touched], atol=1e-4 * np.abs(expected).max())
    if not np.isfinite(value):
        assert not np.isfinite(result[touched]).any()


def test_values_beyond_float32_become_infinite_without_a_warning():
    assert convolve(np.array([[1e300]]), [[1.0]])[0, 0] == np.inf


@pytest.mark.parametrize("change", [
    lambda image: image[::-1], lambda image: image[:, ::-1], lambda image: image[..., ::-1],
    lambda image: np.asfortranarray(image), lambda image: image[3:9, 2:11], lambda image: image[::2, ::3],
    lambda image: image.swapaxes(0, 1), lambda image: np.broadcast_to(image[:1], (12, 13, 3)),
    lambda image: image.astype(">u2"), lambda image: image.astype(np.int64), lambda image: image.astype(np.float16),
])  # fmt: skip
def test_any_memory_layout(change):
    image = change(np.random.default_rng(0).integers(0, 256, (12, 13, 3)).astype(np.uint8))
    kernel = [[1, 2, 0], [0, 1, -4]]
    result = convolve(image, kernel, padding="same")
    np.testing.assert_array_equal(result, reference.convolve(image, kernel, padding="same"))


def test_many_channels_are_filtered_in_groups():
    image = np.random.default_rng(0).normal(size=(9, 8, 300)).astype(np.float32)
    kernel = np.random.default_rng(1).normal(size=(3, 3))
    for change in ({}, {"stride": (2, 2)}, {"dilation": (2, 2)}):
        result = convolve(image, kernel, padding="same", **change)
        assert_close(result, reference.convolve(image, kernel, padding="same", **change), image, kernel)


def test_the_picture_is_left_as_it_was():
    image = np.random.default_rng(0).normal(size=(64, 64)).astype(np.float32)
    for kernel in (np.ones((1, 1)), np.ones((3, 3)), np.eye(15), np.random.default_rng(1).normal(size=(13, 13))):
        before = image.copy()
        convolve(image, kernel, padding="same")[...] = 0
        np.testing.assert_array_equal(image, before)


def test_convolution_flips_the_kernel():
    impulse = np.zeros((5, 5))
    impulse[2, 2] = 1
    kernel = np.arange(9.0).reshape(3, 3)
    np.testing.assert_array_equal(convolve(impulse, kernel, mode="convolution"), kernel)
    np.testing.assert_array_equal(convolve(impulse, kernel), kernel[::-1, ::-1])


@pytest.mark.parametrize(("shape", "kernel", "settings", "name", "arrangement"), [
    ((1080, 1920), np.full((15, 15), 1 / 225), {}, "box", "whole"),
    ((1080, 1920), np.outer(np.arange(1, 16), np.arange(3, 18)), {}, "separable", "whole"),
    ((1080, 1920), np.random.default_rng(0).normal(size=(15, 15)), {}, "fourier", "whole"),
    ((1080, 1920), np.random.default_rng(0).normal(size=(3, 3)), {}, "direct", "whole"),
    ((1080, 1920), np.eye(31), {}, "sparse", "whole"),
    ((1080, 1920), np.random.default_rng(0).normal(size=(15, 15)), {"stride": 4}, "direct", "stride"),
    ((1080, 1920), np.full((21, 21), 1.0), {"dilation": 4}, "box", "dilation"),
])  # fmt: skip
def test_routes(shape, kernel, settings, name, arrangement):
    route = route_for(shape, "uint8", kernel, **settings)
    assert (route.name, route.arrangement) == (name, arrangement)
    assert "{" not in str(route)


@pytest.mark.parametrize("memory", [1.0, 1.4])
@pytest.mark.parametrize("shape", [(1080, 1920), (1080, 1920, 3), (1980, 2080, 3)])
@pytest.mark.parametrize(("size", "dilation"), [(31, 5), (31, 8), (31, 16), (21, 8), (17, 9), (9, 17)])
@pytest.mark.parametrize("rank", [0, 1, 2, 3])
def test_no_line_so_spread_by_dilation_that_opencv_would_transform_it(memory, shape, size, dilation, rank, monkeypatch):
    random = np.random.default_rng(size)
    kernel = random.normal(size=(size, rank)) @ random.normal(size=(rank, size)) if rank else np.ones((size, size))
    geometry = geometry_of(shape, kernel.shape, padding="same", stride=1, dilation=dilation)
    assert geometry.reach[0] >= 130
    monkeypatch.setattr(costs, "memory_weight", lambda: memory)
    everything = list(candidates(geometry, shape[2] if len(shape) == 3 else 1, np.dtype(np.float32), kernel))
    assert ("separable", "whole") not in {(each.route.name, each.route.arrangement) for each in everything}
    if rank < 2:
        assert min(everything, key=lambda each: each.cost).route.arrangement == "dilation"


@pytest.mark.parametrize("channels", [None, 3])
@pytest.mark.parametrize("rank", [0, 1, 2, 3, 17])
def test_floats_through_a_kernel_spread_over_more_than_a_block(channels, rank):
    random = np.random.default_rng(rank)
    image = random.normal(size=(150, 160) if channels is None else (150, 160, channels)).astype(np.float32)
    kernel = random.normal(size=(17, rank)) @ random.normal(size=(rank, 17)) if rank else np.full((17, 17), 1 / 289)
    settings = {"padding": (1, 2), "border": "mirror", "dilation": (9, 9)}
    expected = reference.convolve(image, kernel, **settings)
    assert_close(convolve(image, kernel, **settings), expected, image, kernel)
    geometry = geometry_of(image.shape, kernel.shape, padding=(1, 2), stride=1, dilation=9)
    found = {each.route for each in candidates(geometry, channels or 1, image.dtype, kernel)}
    assert any(route.arrangement == "dilation" for route in found)
    for route in found:
        assert_close(convolve_by(route, image, kernel, **settings), expected, image, kernel)


def test_no_shortcut_for_a_picture_with_holes():
    route = route_for((1080, 1920), "float32", np.ones((15, 15)), finite=False)
    assert route.name == "direct"
    assert "infinite" in str(route)


@pytest.mark.parametrize("work", [
    convolve, transposed, lambda image, kernel: convolve_volume(image[..., None], kernel[..., None, None]),
])  # fmt: skip
def test_true_and_false_count_as_1_and_0(work):
    mask, shape = np.arange(30).reshape(5, 6) % 3 == 0, np.eye(3, dtype=bool)
    np.testing.assert_array_equal(work(mask, shape), work(mask.astype(np.float32), shape.astype(np.float32)))
    np.testing.assert_array_equal(work(mask[::2, ::-1], shape), work(mask[::2, ::-1].astype(np.uint8), shape))


@pytest.mark.parametrize(("image", "kernel", "settings", "words"), [
    (np.ones((5, 5)), np.ones((7, 7)), {}, 'The kernel is 7 × 7 but the padded picture is only 5 × 5'),
    (np.ones((5, 5)), np.ones((3, 3)), {"dilation": 3}, "spreads it over 7 × 7"),
    (np.ones((5, 5)), np.ones((3, 3)), {"stride": 0}, "The stride is 0"),
    (np.ones((5, 5)), np.ones((3, 3)), {"stride": 1.5}, "The stride is 1.5"),
    (np.ones((5, 5)), np.ones((3, 3)), {"stride": (1, 2, 3)}, "one number or two"),
    (np.ones((5, 5)), np.ones((3, 3)), {"dilation": -1}, "The dilation is -1"),
    (np.ones((5, 5)), np.ones((3, 3)), {"padding": -1}, "The padding is -1"),
    (np.ones((5, 5)), np.ones((3, 3)), {"padding": "some"}, "valid, same, full"),
    (np.ones((5, 5)), np.ones((3, 3)), {"border": "none"}, "replicate, reflect, mirror, wrap"),
    (np.ones((5, 5)), np.ones((3, 3)), {"border": "constant", "value": np.nan}, "must be a finite number"),
    (np.ones((5, 5)), np.ones((3, 3)), {"mode": "both"}, "correlation, convolution"),
    (np.ones((5, 5)), np.ones((3, 3)), {"padding": 100_000}, "at most 268,435,456 fit"),
    (np.ones(5), np.ones((3, 3)), {}, "the shape 5, but"),
    (np.ones((1, 5, 5, 3)), np.ones((3, 3)), {}, "the shape 1 × 5 × 5 × 3, but"),
    (np.ones((0, 5)), np.ones((3, 3)), {}, "The picture is empty"),
    (np.ones((5, 5), complex), np.ones((3, 3)), {}, "complex128"),
    (np.full((5, 5), "a"), np.ones((3, 3)), {}, "Convert them first, to uint8 or float32"),
    (np.ones((5, 5)), np.ones((3, 3), object), {}, "The kernel holds values of the type object"),
    (np.ones((5, 5)), np.ones(3), {}, "The kernel has the shape 3"),
    (np.ones((5, 5)), np.ones((0, 3)), {}, "The kernel is empty"),
    (np.ones((5, 5)), np.array([[np.nan]]), {}, "infinite or no number"),
    (np.ones((5, 5)), np.array([[1e300]]), {}, "infinite or no number"),
])  # fmt: skip
def test_refusals_are_sentences(image, kernel, settings, words):
    with pytest.raises(ConvolutionError) as refusal:
        convolve(image, kernel, **settings)
    assert words in str(refusal.value)


@given(st.integers(1, 40), st.integers(1, 9), st.integers(1, 4), st.integers(1, 3), st.integers(0, 9))
def test_output_size_is_the_length_of_the_output(size, kernel, stride, dilation, padding):
    for each in ("same", "full", padding):
        assume(each == "same" or each == "full" or size + 2 * padding > dilation * (kernel - 1))
        vertical = each if isinstance(each, str) else (each, 0)
        image, column = np.ones((size, 1)), np.ones((kernel, 1))
        result = convolve(image, column, padding=vertical, stride=stride, dilation=(dilation, 1))
        assert output_size(size, kernel, padding=each, stride=stride, dilation=dilation) == result.shape[0]


def test_a_setting_is_checked_though_an_equal_one_was_remembered():
    image, kernel = np.ones((5, 5)), np.ones((3, 3))
    convolve(image, kernel, stride=1, padding=[1, 1])
    with pytest.raises(ConvolutionError, match="The stride is True"):
        convolve(image, kernel, stride=True)
    with pytest.raises(ConvolutionError, match=r"The stride is 1\.0"):
        convolve(image, kernel, stride=1.0)


def test_a_kernel_changed_in_place_is_noticed():
    image, kernel = np.ones((5, 5), np.float32), np.ones((3, 3))
    assert convolve(image, kernel)[0, 0] == 9
    kernel[1, 1] = 10
    assert convolve(image, kernel)[0, 0] == 18
    kernel[1, 1] = np.nan
    with pytest.raises(ConvolutionError, match="infinite or no number"):
        convolve(image, kernel)


@pytest.mark.parametrize("dtype", ["<f8", ">f8", "f4", "i1", "f2"])
@pytest.mark.parametrize("picture", ["u1", "<u2", ">u2", "f4", "f2", "i8"])
def test_any_type_of_picture_and_kernel(picture, dtype):
    image = np.arange(30).reshape(5, 6).astype(picture)
    kernel = np.array([[1, -2, 3], [0, 1, 0], [2, 0, 1]]).astype(dtype)
    np.testing.assert_array_equal(convolve(image, kernel), reference.convolve(image, kernel))


def test_waves_say_whether_there_was_a_simpler_form():
    random = np.random.default_rng(0)
    simple = route_for((1080, 1920), "float32", random.normal(size=(31, 2)) @ random.normal(size=(2, 31)))
    assert simple.name == "fourier"
    assert str(simple).startswith("Even the 124 multiplications that this 31 × 31 kernel comes to")
    other = route_for((1080, 1920), "float32", random.normal(size=(31, 31)))
    assert "no simpler form" in str(other)


def test_enormous_weights_do_not_spread():
    image = np.zeros((40, 40), np.float32)
    image[20, 20] = 1e14
    kernel = np.random.default_rng(0).normal(size=(15, 15)) * 1e30
    result = convolve(image, kernel, padding="same")
    assert (result[:13] == 0).all()
    assert (result[:, 28:] == 0).all()


@pytest.mark.parametrize("dtype", ["uint8", "float32"])
@pytest.mark.parametrize("border", ["zero", "reflect"])
@pytest.mark.parametrize("dilation", [1, 2])
def test_large_pictures_go_through_in_bands(monkeypatch, dtype, border, dilation):
    monkeypatch.setattr(correlation, "MOST_KEPT", 300)
    monkeypatch.setattr(scratch, "MOST_KEPT", 300)
    random = np.random.default_rng(0)
    image = random.integers(0, 256, (41, 23)).astype(dtype)
    settings = {"padding": "same", "dilation": (dilation, dilation)}
    kernels = [random.normal(size=(5, 4)), random.normal(size=(13, 12)), random.normal(size=(9, 2)) @ np.ones((2, 9))]
    for kernel in [*kernels, random.normal(size=(9, 2)) @ random.normal(size=(2, 9))]:
        expected = reference.convolve(image, kernel, border=border, **settings)
        assert_close(convolve(image, kernel, border=border, **settings), expected, image, kernel)
        for route in every_route(image.shape, dtype, kernel, **settings):
            assert_close(convolve_by(route, image, kernel, border=border, **settings), expected, image, kernel)
