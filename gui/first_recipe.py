"""What the very first window shows: a photograph and its edges."""

from __future__ import annotations

from engine.imaging.kernel_choice import KernelChoice
from engine.imaging.recipe import Recipe
from engine.imaging.stages.activation import Activation
from engine.imaging.stages.convolution import Convolution
from engine.imaging.stages.pooling import Pooling
from engine.sources.specs import SampleSpec
from gui.session import Session

SOURCE = SampleSpec("coffee")
MOVING_SAMPLE = "pan"
"""The moving sample that stands in for a camera."""


def begin(session: Session) -> None:
    """Set the first recipe, with its kernel selected; nothing to undo."""
    kernel = Convolution(kernel=KernelChoice("sobel"), border="mirror")
    session.put_recipe(Recipe((kernel, Activation(function="relu"), Pooling())), 0)
