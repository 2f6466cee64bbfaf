import numpy as np

from engine.imaging.kernel_choice import KernelChoice
from engine.imaging.recipe import Recipe
from engine.imaging.running import let_go, run_recipe
from engine.imaging.stages.activation import Activation
from engine.imaging.stages.convolution import Convolution
from engine.imaging.stages.upsampling import Upsampling

RECIPE = Recipe(
    (
        Upsampling(),
        Convolution(kernel=KernelChoice("sobel"), channels="each"),
        Activation(function="relu"),
        Activation(is_on=False),
    )
)
PICTURE = np.random.default_rng(3).integers(0, 256, (12, 17, 3), dtype=np.uint8)


def held(results, picture=PICTURE):
    """Bytes of the numbers that results hold, the source apart."""
    arrays = {id(each): each for result in results for each in (result.input, result.image) if each is not picture}
    return sum(each.nbytes for each in arrays.values() if any(each.strides))


def test_only_the_stage_that_is_shown_keeps_its_numbers():
    whole = run_recipe(RECIPE, PICTURE)
    sparse = let_go(run_recipe(RECIPE, PICTURE, kept={1}), kept={1})
    assert [result.has_numbers for result in sparse] == [False, True, False, False]
    np.testing.assert_array_equal(sparse[1].input, whole[1].input)
    np.testing.assert_array_equal(sparse[1].image, whole[1].image)
    assert [result.image.shape for result in sparse] == [result.image.shape for result in whole]
    assert [result.image.dtype for result in sparse] == [result.image.dtype for result in whole]
    assert sparse[2].zeros == whole[2].zeros
    assert held(sparse) == whole[1].input.nbytes + whole[1].image.nbytes


def test_no_more_than_two_results_are_held_on_the_way():
    most = []
    run_recipe(RECIPE, PICTURE, kept=(), seen=lambda results: most.append(held(results)))
    one = 4 * 24 * 34 * 3
    assert most == [one, 2 * one, 2 * one, one]


def test_what_was_let_go_is_run_anew():
    sparse = let_go(run_recipe(RECIPE, PICTURE), kept={1}, also=(PICTURE,))
    again = run_recipe(RECIPE, PICTURE, previous=sparse)
    for result, whole in zip(again, run_recipe(RECIPE, PICTURE), strict=True):
        np.testing.assert_array_equal(result.image, whole.image)
        assert result.has_numbers
