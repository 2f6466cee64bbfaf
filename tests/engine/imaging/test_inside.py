"""What is shown of a stage's inner life."""

import numpy as np
import pytest

from engine.imaging.inside.exhibit import Place, limits_of
from engine.imaging.inside.looking import look_inside
from engine.imaging.ready_made import ready_made
from engine.imaging.recipe import Recipe
from engine.imaging.running import run_recipe
from engine.imaging.stages.median import Median
from engine.imaging.stages.noise import Noise
from engine.imaging.stages.pooling import Pooling
from engine.imaging.stages.transposed import Transposed

DARK = np.random.default_rng(2).integers(3, 18, (40, 50), dtype=np.uint8)


def test_a_median_behind_noise_stands_beside_the_mean_of_the_same_windows():
    results = run_recipe(Recipe((Noise(), Median(size=5))), DARK)
    exhibits = look_inside(results[1], Place(0, 0), clean=DARK).exhibits
    assert [str(each.title) for each in exhibits] == ["Clean", "Noisy", "Mean 5×5", "Median 5×5"]
    assert exhibits[3].image is results[1].image
    assert all("PSNR" in str(each.note) for each in exhibits[1:])
    assert look_inside(results[1], Place(0, 0)) is None


def inside(stage, image, step=-1):
    (result,) = run_recipe(Recipe((stage,)), image)
    return look_inside(result, Place(8, 9), step=step).exhibits


def test_a_dark_close_up_of_pooling_uses_all_brightness_on_one_scale():
    close_up, maxima, means = inside(Pooling(), DARK)
    assert close_up.limits == (float(close_up.image.min()), float(close_up.image.max()))
    assert close_up.limits == maxima.limits == means.limits


def test_the_scale_of_the_stamps_stays_while_they_are_played():
    steps = [{each.title.template: each.limits for each in inside(Transposed(), DARK, step)} for step in (0, 5, -1)]
    assert steps[0] == steps[1] == steps[2]
    limits = steps[0]
    assert limits["Input"] == limits["Nearest"] == limits["Bilinear"] != "auto"
    assert limits["Zeros between"][0] == limits["Stamps, summed"][0] == 0


@pytest.mark.parametrize(
    "image", [[[-1.0, 5.0]], [[0.0, 900.0]], [[7, 7]], [[np.nan, np.nan]]], ids=["signed", "large", "flat", "nothing"]
)
def test_other_close_ups_keep_the_usual_scale(image):
    assert limits_of(np.array(image)) == "auto"


def test_the_filters_of_a_volume_are_counted_from_one_as_in_their_settings():
    stages = next(each.stages for each in ready_made() if each.name == "volume")
    (result,) = run_recipe(Recipe(stages), np.zeros((5, 5, 3), np.uint8))
    shown = look_inside(result, Place(0, 0, 1))
    assert str(shown.text).startswith("Filter 2 of 2: each of the 3 channels")
    titles = [str(each.title) for each in shown.exhibits]
    assert titles[:3] == ["Red ∗ its kernel", "Green ∗ its kernel", "Blue ∗ its kernel"]
