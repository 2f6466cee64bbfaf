import numpy as np
import pytest

from engine.imaging.kernel_choice import KernelChoice
from engine.imaging.padding import BORDERS, Margins, pad
from engine.imaging.recipe import Recipe
from engine.imaging.stages.bilateral import Bilateral
from engine.imaging.stages.canny import Canny
from engine.imaging.stages.convolution import Convolution
from engine.imaging.stages.filters import Filter
from engine.imaging.stages.median import Median
from engine.imaging.stages.pooling import Pooling
from engine.sources.frame import Frame
from gui.making import Wish, make_output, prepared
from gui.marking import numbers_of
from gui.rims import bands_of
from gui.session import Look


def output_of(image, *stages, selection=0, look=None):
    wish = Wish(Recipe(stages), selection, look or Look(), True)
    return make_output(prepared(Frame(image)), wish).output


def noise(*shape):
    return np.random.default_rng(3).integers(0, 256, shape, dtype=np.uint8)


def laid_around(output, bands, margin):
    """The padded picture that the left view shows, put together from the picture and the bands."""
    height, width = output.left_image.shape[:2]
    pixels = np.zeros((height + 2 * margin, width + 2 * margin, 3), np.uint8)
    pixels[margin:-margin, margin:-margin] = output.left.pixels
    values = np.zeros((*pixels.shape[:2], *output.left_image.shape[2:]), np.float32)
    values[margin:-margin, margin:-margin] = output.left_image
    for band in bands:
        place = np.s_[
            band.row + margin : band.row + margin + band.picture.rows,
            band.column + margin : band.column + margin + band.picture.columns,
        ]
        pixels[place] = band.picture.pixels
        values[place] = band.values
    return pixels, values


@pytest.mark.parametrize("border", BORDERS)
@pytest.mark.parametrize("shape", [(6, 9, 3), (3, 2), (40, 30)])
def test_the_rim_shows_the_pixels_that_are_really_used(border, shape):
    stage = Convolution(
        kernel=KernelChoice("box", {"size": 7}), channels="each", padding="full", border=border, border_value=100
    )
    output = output_of(noise(*shape), stage)
    pixels, values = laid_around(output, bands_of(output, is_dark=True), 6)
    margins = Margins(6, 6, 6, 6)
    np.testing.assert_array_equal(values, pad(output.left_image, margins, border, 100))
    np.testing.assert_array_equal(pixels, pad(output.left.pixels, margins, border, 100))


def test_a_constant_has_its_colour_on_the_pictures_own_scale():
    stages = (Convolution(kernel=KernelChoice("sobel")), Convolution(border="zero", kernel=KernelChoice("box")))
    output = output_of(noise(9, 9), *stages, selection=1, look=Look(left="input"))
    assert output.left.scheme == "signed"
    for band in bands_of(output, is_dark=True):
        assert np.unique(band.picture.pixels.reshape(-1, 3), axis=0).tolist() == [[0x14, 0x17, 0x1C]]


@pytest.mark.parametrize(("stage", "border"), [(Median(), "replicate"), (Bilateral(), "mirror"), (Canny(), "mirror")])
def test_filters_without_a_setting_for_it_show_their_rim_too(stage, border):
    assert stage.rim()[0] == border
    assert len(bands_of(output_of(noise(20, 20), stage), is_dark=True)) == 4


def test_where_nothing_stands_in_the_rim_nothing_is_shown():
    assert bands_of(output_of(noise(9, 9), Pooling(padding="same")), is_dark=True) == ()
    assert bands_of(output_of(noise(9, 9), Convolution(padding="valid")), is_dark=True) == ()
    bank = tuple(Filter((KernelChoice("sobel"),), 0.0) for _ in range(2))
    maps = Convolution(channels="volume", filters=bank)
    beside = output_of(noise(9, 9), maps, Convolution(channels="each"), selection=1, look=Look(left="input"))
    assert bands_of(beside, is_dark=True) == ()


def test_between_two_maps_there_is_no_number():
    bank = tuple(Filter((KernelChoice("sobel"),), 0.0) for _ in range(2))
    output = output_of(noise(5, 5, 3), Convolution(channels="volume", filters=bank))
    numbers = numbers_of(output.right, output.right_image)
    assert [line.count(None) for line in numbers.tolist()] == [1] * 5
