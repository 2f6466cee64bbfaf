"""The scale follows from what was done."""

import pytest

from engine.imaging.kernel_choice import KernelChoice
from engine.imaging.nature import nature_after
from engine.imaging.stages.activation import Activation
from engine.imaging.stages.canny import Canny
from engine.imaging.stages.convolution import Convolution
from engine.imaging.stages.filters import Filter
from engine.imaging.stages.median import Median
from engine.imaging.stages.pooling import Pooling
from engine.imaging.stages.transposed import Transposed


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
    ],
)
def test_nature_of_a_chain(stages, nature):
    found = "photo"
    for stage in stages:
        found = nature_after(stage, found)
    assert found == nature
