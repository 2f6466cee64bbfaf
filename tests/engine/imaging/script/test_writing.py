"""An exported script, run by itself, gives the program's own numbers."""

from __future__ import annotations

import subprocess
import sys
import types

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from engine.errors import UserError
from engine.imaging.kernel_choice import KernelChoice
from engine.imaging.recipe import Recipe
from engine.imaging.running import run_recipe
from engine.imaging.script.writing import write_script
from engine.imaging.stages.activation import Activation
from engine.imaging.stages.convolution import Convolution
from engine.imaging.stages.filters import Filter
from engine.imaging.stages.pooling import Pooling
from engine.imaging.stages.transposed import Transposed
from tests.engine.imaging.stages.strategies import pictures, stages


def _run_in_here(text: str, image: np.ndarray) -> np.ndarray:
    module = types.ModuleType("exported")
    exec(compile(text, "exported.py", "exec"), module.__dict__)
    for stage in module.STAGES:
        image = stage(image)
    return image


@given(st.lists(stages(), min_size=1, max_size=3), pictures())
@settings(max_examples=150, deadline=None)
def test_the_script_gives_the_recipes_numbers(chain, image):
    recipe = Recipe(tuple(chain))
    results = run_recipe(recipe, image)
    height, width, *channels = image.shape  # the script is written beside a larger picture, and is for any
    assume(results[-1].image is not None)
    expected = results[-1].image
    scale = max(1.0, *(float(np.abs(each.image).max(initial=0)) for each in results))
    with np.errstate(all="ignore"):
        found = _run_in_here(write_script(recipe, (height + 2, width + 5, *channels)), image)
    assert found.shape == expected.shape
    assert np.allclose(found, expected, rtol=0, atol=1e-4 * scale)


def _by_hand() -> Recipe:
    filters = tuple(Filter((KernelChoice("sobel"),), bias) for bias in (0.0, 5.0))
    return Recipe(
        (
            Convolution(channels="volume", filters=filters, padding="same", border="zero", stride=(2, 2)),
            Activation(function="relu"),
            Pooling(),
            Convolution(channels="each", kernel=KernelChoice("gaussian"), border="wrap", activation="leaky"),
            Transposed(padding=(1, 0), output_padding=(0, 1)),
        ),
        title='A "CNN" by hand \\',
    )


@pytest.mark.parametrize("flavour", ["opencv", "keras"])
def test_the_script_runs_by_itself(tmp_path, flavour):
    image = np.random.default_rng(3).integers(0, 256, (41, 37, 3), dtype=np.uint8)
    np.save(tmp_path / "in.npy", image)
    script = tmp_path / "script.py"
    # Written beside a picture of another size: it is for any.
    script.write_text(write_script(_by_hand(), (24, 30, 3), flavour=flavour), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, str(script), "in.npy", "out.npy"],
        cwd=tmp_path, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    expected = run_recipe(_by_hand(), image)[-1].image
    assert np.allclose(np.load(tmp_path / "out.npy"), expected, rtol=0, atol=1e-4 * float(np.abs(expected).max()))


def test_an_unknown_flavour_is_refused():
    with pytest.raises(UserError, match="opencv, keras"):
        write_script(Recipe(), (5, 5), flavour="matlab")
