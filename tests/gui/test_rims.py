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
from gui.marking import drawn_rim_of, numbers_of, rim_of, rim_words, tiles_of
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


def maps_of(count):
    return Convolution(channels="volume", filters=tuple(Filter((KernelChoice("sobel"),), 0.0) for _ in range(count)))


@pytest.mark.parametrize("border", BORDERS)
@pytest.mark.parametrize("padding", ["same", "full", "valid"])
def test_each_of_several_maps_has_its_own_rim(border, padding):
    then = Convolution(
        kernel=KernelChoice("box", {"size": 4}), channels="each", padding=padding, border=border, border_value=40
    )
    output = output_of(noise(6, 9), maps_of(5), then, selection=1, look=Look(left="input"))
    rim = {"same": (1, 2, 1, 2), "full": (3, 3, 3, 3), "valid": (0, 0, 0, 0)}[padding]
    assert drawn_rim_of(output) == rim_of(output) == rim
    assert rim_words(output) == ""
    margin = max(rim)
    _, values, owners = laid_out(output, bands_of(output, is_dark=True), margin)
    for row, column, height, width in tiles_of(output):
        index = output.left.layout.at(row, column)[0]
        around = np.s_[
            row + margin - rim[0] : row + margin + height + rim[1],
            column + margin - rim[2] : column + margin + width + rim[3],
        ]
        assert (owners[around] == index).all()
        maps = output.left_image[..., index]
        np.testing.assert_array_equal(values[around], pad(maps, Margins(*rim), border, 40))


def laid_out(output, bands, margin):
    """Pixels and numbers of the left view with its bands, and to which map each of them belongs."""
    height, width = output.left.pixels.shape[:2]
    pixels = np.zeros((height + 2 * margin, width + 2 * margin, 3), np.uint8)
    values, owners = np.full(pixels.shape[:2], np.nan), np.full(pixels.shape[:2], -1)
    for index, (row, column, rows, columns) in enumerate(tiles_of(output)):
        place = np.s_[row + margin : row + margin + rows, column + margin : column + margin + columns]
        values[place], owners[place] = output.left_image[..., index], index
    for number, band in enumerate(bands):
        place = np.s_[
            band.row + margin : band.row + margin + band.picture.rows,
            band.column + margin : band.column + margin + band.picture.columns,
        ]
        assert (owners[place] == -1).all(), "a rim may not lie over a map or over its neighbour's rim"
        pixels[place], values[place], owners[place] = band.picture.pixels, band.values, number // 4
    return pixels, values, owners


def test_a_rim_that_would_dwarf_its_maps_is_named_instead():
    far = Convolution(
        kernel=KernelChoice("box", {"size": 31}), channels="each", padding="full", dilation=(16, 16), stride=(16, 16)
    )
    output = output_of(noise(20, 20), maps_of(32), far, selection=1, look=Look(left="input"))
    assert drawn_rim_of(output) == (0, 0, 0, 0)
    assert bands_of(output, is_dark=True) == ()
    assert rim_words(output) == "rim of 477–480 px not drawn"


def test_another_stage_has_another_rim_around_the_same_maps():
    recipe, look = Recipe((maps_of(3), Median(size=3), Median(size=7))), Look(left="input")
    base = prepared(Frame(noise(20, 30)))
    small = make_output(base, Wish(recipe, 1, look, True))
    assert drawn_rim_of(small.output) == (1, 1, 1, 1)
    larger = Recipe((recipe.stages[0], Median(size=7)))
    again = make_output(base, Wish(larger, 1, look, True), previous=small)
    assert again.output.left_image is small.output.left_image
    assert drawn_rim_of(again.output) == (3, 3, 3, 3)


def test_between_two_maps_there_is_no_number():
    bank = tuple(Filter((KernelChoice("sobel"),), 0.0) for _ in range(2))
    output = output_of(noise(5, 5, 3), Convolution(channels="volume", filters=bank))
    numbers = numbers_of(output.right, output.right_image)
    assert [line.count(None) for line in numbers.tolist()] == [1] * 5
