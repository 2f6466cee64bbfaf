import numpy as np
import pytest

from engine.imaging.kernel_choice import KernelChoice
from engine.imaging.recipe import Recipe
from engine.imaging.stages.activation import Activation
from engine.imaging.stages.convolution import Convolution
from engine.imaging.stages.filters import Filter
from engine.imaging.stages.pooling import Pooling
from engine.imaging.stages.upsampling import Upsampling
from engine.sources.frame import DISPLAY_PIXELS, Frame
from gui.making import Wish, fits_in_memory, level_for, make_output, prepared, thumbnail
from gui.marking import (
    drawn_rim_of,
    left_marks,
    numbers_of,
    pixel_text,
    right_marks,
    rim_of,
    rim_words,
    scaled_pixel,
    shown_pixel,
    value_at,
)
from gui.session import SOURCE, Look, Spot

EDGES = Recipe((Convolution(kernel=KernelChoice("sobel")), Activation(function="relu"), Pooling()))


def noise(height, width, channels=3, seed=0):
    return np.random.default_rng(seed).integers(0, 256, (height, width, channels), dtype=np.uint8)


def make(image, recipe=EDGES, *, selection=0, look=None, spot=None, previous=None, thumbnails=True):
    frame = image if isinstance(image, Frame) else Frame(image)
    wish = Wish(recipe, selection, look or Look(), True, spot)
    return make_output(prepared(frame), wish, previous=previous, with_thumbnails=thumbnails)


def test_an_output_has_both_pictures_and_a_thumbnail_for_each_stage():
    output = make(noise(40, 60), selection=2).output
    assert output.left.pixels.shape == (40, 60, 3)
    assert output.right_image.shape == (20, 30)
    assert output.right.pixels.shape == (20, 30, 3)
    assert len(output.thumbnails) == 4


def test_what_has_not_changed_is_not_made_again():
    frame = Frame(noise(40, 60))
    first = make(frame)
    second = make(frame, previous=first, spot=Spot(3, 4), thumbnails=False)
    assert second.output.left is first.output.left
    assert second.output.right is first.output.right
    assert second.output.results[0] is first.output.results[0]
    assert second.output.thumbnails is first.output.thumbnails
    third = make(frame, previous=second, look=Look(limits="full"))
    assert third.output.right is not second.output.right


def test_the_source_alone_has_no_result_beside_it():
    output = make(noise(8, 9), selection=SOURCE).output
    assert output.right is None
    assert output.right_image is None
    assert output.left_image is output.frame.image


def test_a_large_picture_is_worked_on_at_display_size():
    made = make(noise(2000, 3000, 3))
    assert made.base.factor == 2
    assert made.output.frame.image.shape == (1000, 1500, 3)
    assert made.output.frame.image.size // 3 <= DISPLAY_PIXELS
    whole = made.base.at_full_size
    assert whole.factor == 1
    assert whole.reduction == 2
    assert whole.frame.image.shape == (2000, 3000, 3)


def test_memory_is_reckoned_before_every_pixel_is_worked_on():
    assert fits_in_memory(EDGES, (4000, 6000, 3))
    each = Recipe((Convolution(channels="each"),) * 6)
    assert not fits_in_memory(each, (4000, 6000, 3))


def test_a_stage_that_fails_leaves_no_picture_and_no_traceback():
    recipe = Recipe((Convolution(padding="valid", kernel=KernelChoice("box", {"size": 31})), Activation()))
    output = make(noise(8, 9), recipe, selection=1).output
    assert output.right is None
    assert output.results[0].error is not None
    assert output.thumbnails[1] is None
    assert rim_of(output) == (0, 0, 0, 0)


def test_the_spot_is_explained_with_its_field_and_its_story():
    output = make(noise(40, 60), selection=2, spot=Spot(5, 6)).output
    assert output.explanation.value == pytest.approx(float(output.right_image[5, 6]), rel=1e-5)
    assert output.field == (9, 11, 4, 4)
    assert [(mark.row, mark.column, mark.height, mark.width) for mark in left_marks(output)] == [(9, 11, 4, 4)]
    assert [(mark.row, mark.column) for mark in right_marks(output)] == [(5, 6)]
    inner = make(noise(40, 60), selection=2, spot=Spot(5, 6), look=Look(left="input")).output
    assert [(mark.row, mark.column, mark.height, mark.width) for mark in left_marks(inner)] == [(10, 12, 2, 2)]


@pytest.mark.parametrize("spot", [Spot(-1, 0), Spot(40, 0), Spot(0, 60), Spot(0, 0, 1)])
def test_a_spot_outside_the_result_explains_nothing(spot):
    output = make(noise(40, 60), spot=spot).output
    assert output.spot is None
    assert output.explanation is None


def test_maps_lie_side_by_side_and_each_value_is_found_again():
    bank = tuple(Filter((KernelChoice("sobel"),), 0.0) for _ in range(3))
    recipe = Recipe((Convolution(channels="volume", filters=bank),))
    output = make(noise(12, 16), recipe, spot=Spot(3, 4, 2)).output
    assert output.right_image.shape == (12, 16, 3)
    layout = output.right.layout
    assert layout is not None
    for index in range(3):
        row, column = shown_pixel(output.right, Spot(3, 4, index))
        assert value_at(output.right, row, column) == Spot(3, 4, index)
        numbers = numbers_of(output.right, output.right_image)
        assert numbers[row, column] == output.right_image[3, 4, index]
    alone = make(noise(12, 16), recipe, look=Look(channel=1)).output
    assert alone.right.layout is None
    assert numbers_of(alone.right, alone.right_image, channel=1).shape == (12, 16)
    assert value_at(alone.right, 3, 4, channel=1) == Spot(3, 4, 1)


def test_the_rim_is_what_the_stage_pads():
    full = Recipe((Convolution(padding="full", kernel=KernelChoice("box", {"size": 5})),))
    assert rim_of(make(noise(9, 9), full).output) == (4, 4, 4, 4)
    assert rim_of(make(noise(9, 9), Recipe((Convolution(padding="valid"),))).output) == (0, 0, 0, 0)
    off = Recipe((Convolution(padding="full", is_on=False),))
    assert rim_of(make(noise(9, 9), off).output) == (0, 0, 0, 0)


def test_the_window_is_marked_on_every_map_that_it_looks_at():
    bank = tuple(Filter((KernelChoice("box"),)) for _ in range(4))
    volume = Convolution(channels="volume", filters=bank)
    sums = Convolution(channels="volume", filters=(Filter((KernelChoice("box"),)),))
    look, spot = Look(left="input"), Spot(6, 7)
    output = make(noise(20, 30), Recipe((volume, sums)), selection=1, look=look, spot=spot).output
    layout = output.left.layout
    marks = left_marks(output)
    assert [(mark.row, mark.column) for mark in marks] == [
        (layout.corner(index)[0] + 5, layout.corner(index)[1] + 6) for index in range(4)
    ]
    pooled = make(noise(20, 30), Recipe((volume, Pooling())), selection=1, look=look, spot=Spot(3, 4, 2)).output
    (mark,), layout = left_marks(pooled), pooled.left.layout
    assert (mark.row - layout.corner(2)[0], mark.column - layout.corner(2)[1]) == (6, 8)
    assert rim_of(output) == (1, 1, 1, 1)
    assert drawn_rim_of(output) == (1, 1, 1, 1)
    assert rim_words(output) == rim_words(pooled) == ""


@pytest.mark.parametrize("shape", [(1, 1), (1, 10_000), (10_000, 1, 3), (3, 3, 7), (500, 700)])
def test_thumbnails_are_small_whatever_the_shape(shape):
    small = thumbnail(np.zeros(shape, np.float32), is_dark=True)
    assert small.dtype == np.uint8
    assert min(small.shape[:2]) <= 200
    assert small.shape[2] == 3


def test_values_are_read_out_in_words():
    image = np.array([[[1, 2, 3], [4, 5, 6]]], np.float32)
    assert pixel_text(image, 0, 1) == "x 1 · y 0 → 4 5 6"
    assert pixel_text(image, 0, 1, channel=2) == "x 1 · y 0 → 6"
    assert pixel_text(image, 5, 1) == ""
    assert scaled_pixel((3, 3), np.zeros((4, 4)), np.zeros((8, 2))) == (7, 1)


def test_a_handful_of_small_numbers_is_not_drawn_black():
    numbers = np.arange(25, dtype=np.uint8).reshape(5, 5) % 3
    output = make(numbers, Recipe(), selection=SOURCE).output
    assert output.left.high == 2
    assert output.left.pixels.max() == 255
    photograph = make(np.full((200, 200), 2, np.uint8), Recipe(), selection=SOURCE).output
    assert photograph.left.pixels.max() == 2


def test_a_picture_much_larger_than_the_screen_has_smaller_copies():
    base = prepared(Frame(noise(2400, 3200))).at_full_size
    made = make_output(base, Wish(Recipe(), SOURCE, Look(), True))
    assert [level.shape[:2] for level in made.left_levels] == [(2400, 3200), (1200, 1600)]
    assert level_for(made.left_levels, 2.0) is made.left_levels[0]
    assert level_for(made.left_levels, 0.51) is made.left_levels[0]
    assert level_for(made.left_levels, 0.5) is made.left_levels[1]
    assert level_for(made.left_levels, 0.01) is made.left_levels[1]
    assert make(noise(40, 60)).left_levels[0].shape == (40, 60, 3)


ENLARGED = Recipe(
    (Upsampling(), Convolution(kernel=KernelChoice("sobel"), channels="each"), Activation(function="relu"))
)


def test_of_a_moving_picture_only_what_is_shown_is_held():
    frame, wish = Frame(noise(40, 60)), Wish(ENLARGED, 1, Look(), True, Spot(7, 8, 1))
    still = make_output(prepared(frame), wish, with_thumbnails=True).output
    moving = make_output(prepared(frame, moving=ENLARGED), wish).output
    assert [result.has_numbers for result in moving.results] == [True, True, False]
    np.testing.assert_array_equal(moving.left.pixels, still.left.pixels)
    np.testing.assert_array_equal(moving.right.pixels, still.right.pixels)
    for first, second in zip(moving.thumbnails, still.thumbnails, strict=True):
        np.testing.assert_array_equal(first, second)
    assert (moving.explanation.value, moving.story, moving.field) == (still.explanation.value, still.story, still.field)


def test_small_pictures_of_a_moving_one_wait_until_they_are_due():
    frame, wish = Frame(noise(40, 60)), Wish(ENLARGED, SOURCE, Look(), True)
    first = make_output(prepared(frame, moving=ENLARGED), wish)
    following = prepared(Frame(noise(40, 60, seed=1)), moving=ENLARGED)
    assert make_output(following, wish, previous=first).output.thumbnails is first.output.thumbnails
    due = make_output(following, wish, previous=first, with_thumbnails=True).output.thumbnails
    assert not np.array_equal(due[1], first.output.thumbnails[1])


def test_a_moving_picture_is_reduced_until_no_result_is_larger_than_the_screen():
    frame = Frame(noise(720, 1280))
    assert prepared(frame).factor == 1
    assert prepared(frame, moving=Recipe((ENLARGED.stages[1],))).factor == 1
    base = prepared(frame, moving=ENLARGED)
    assert (base.factor, base.frame.image.shape) == (2, (360, 640, 3))
    switched_off = ENLARGED.replaced(0, ENLARGED.stages[0].changed(is_on=False))
    assert prepared(frame, moving=switched_off).factor == 1
