import numpy as np
import pytest

from engine.imaging.ready_made import ready_made
from engine.imaging.recipe import Recipe
from engine.imaging.running import run_recipe
from engine.sources.samples import sample_image, sample_names

RECIPES = {each.name: each for each in ready_made()}


@pytest.mark.parametrize("each", RECIPES.values(), ids=RECIPES.keys())
def test_runs_on_its_picture_without_an_error(each):
    results = run_recipe(each.recipe, sample_image(each.sample or "coffee"))
    assert [result.error for result in results] == [None] * len(each.stages)
    assert 0 <= each.selection < len(each.stages)
    assert not each.sample or each.sample in sample_names()


@pytest.mark.parametrize("each", RECIPES.values(), ids=RECIPES.keys())
def test_survives_the_recipe_file(each):
    assert Recipe.from_text(each.recipe.to_text()) == each.recipe


def test_the_network_is_kernel_relu_pool_twice():
    kinds = [stage.KIND for stage in RECIPES["cnn"].stages]
    assert kinds == ["convolution", "activation", "pooling"] * 2


def test_the_small_volume_gives_two_maps_of_three_by_three():
    volume = RECIPES["volume"].stages[0]
    image = sample_image("5×5×3 numbers")
    result = volume.apply(image)
    assert result.shape == (3, 3, 2)
    padded = np.pad(image.astype(float), ((1, 1), (1, 1), (0, 0)))
    for number, each in enumerate(volume.filters):
        kernel = np.stack([channel.weights() for channel in each.kernels], axis=-1)
        for row in range(3):
            for column in range(3):
                window = padded[2 * row : 2 * row + 3, 2 * column : 2 * column + 3]
                assert result[row, column, number] == (window * kernel).sum() + each.bias


def test_the_median_recipe_is_nearer_to_the_clean_picture_than_the_mean_recipe():
    clean = sample_image("coffee").astype(float)
    errors = {
        name: np.square(run_recipe(RECIPES[name].recipe, sample_image("coffee"))[-1].image - clean).mean()
        for name in ("denoise", "smear")
    }
    assert errors["denoise"] < errors["smear"]
