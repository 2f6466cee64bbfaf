"""The scale follows from what was done."""

import numpy as np
import pytest

from engine.imaging.display import render
from engine.imaging.kernel_choice import KernelChoice
from engine.imaging.nature import nature_after, rounding_of
from engine.imaging.recipe import Recipe
from engine.imaging.running import run_recipe
from engine.imaging.stages.activation import Activation
from engine.imaging.stages.canny import Canny
from engine.imaging.stages.convolution import Convolution
from engine.imaging.stages.filters import Filter
from engine.imaging.stages.median import Median
from engine.imaging.stages.pooling import Pooling
from engine.imaging.stages.transposed import Transposed


def test_rounding_is_not_drawn_as_a_result():
    edge = np.zeros((64, 64), np.uint8)
    edge[:, 32:] = 255
    stage = Convolution(kernel=KernelChoice("sobel", {"size": 31, "direction": "horizontal"}))
    (result,) = run_recipe(Recipe((stage,)), edge)
    least = rounding_of(result)
    assert 0 < least < 1e-5 * float(np.abs(stage.kernel.weights()).sum()) * 255
    drawn = render(result.image, "signed", least=least)
    assert drawn.high >= least
    neutral = render(np.zeros((1, 1), np.float32), "signed").pixels[0, 0].astype(int)
    assert int(np.abs(drawn.pixels.astype(int) - neutral).max()) < 60


@pytest.mark.parametrize(
    ("stages", "nature"),
    [
        ([], "photo"),
        ([Median(), Pooling()], "photo"),
        ([Convolution(kernel=KernelChoice("gaussian"))], "photo"),
        ([Convolution(kernel=KernelChoice("sharpen"))], "photo"),
        ([Convolution()], "signed"),
        ([Convolution(kernel=KernelChoice("gaussian")), Convolution()], "signed"),
        ([Convolution(), Activation(function="relu"), Pooling()], "positive"),
        ([Convolution(activation="abs")], "positive"),
        ([Convolution(activation="leaky")], "signed"),
        ([Activation(function="relu")], "photo"),
        ([Activation(function="sigmoid")], "positive"),
        ([Convolution(kernel=KernelChoice.own([[1, 1]]))], "positive"),
        ([Convolution(channels="volume", filters=(Filter((KernelChoice("box"),), -1.0),))], "signed"),
        ([Transposed()], "positive"),
        ([Canny()], "photo"),
        ([Canny(step="gradient_x")], "signed"),
        ([Canny(step="smoothed")], "photo"),
        ([Convolution(), Canny(step="smoothed")], "signed"),
    ],
)
def test_nature_of_a_chain(stages, nature):
    found = "photo"
    for stage in stages:
        found = nature_after(stage, found)
    assert found == nature
