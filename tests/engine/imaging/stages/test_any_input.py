"""Every kind of stage, at its defaults and at the ends of each setting, on pictures of every odd shape and type."""

import random

import numpy as np
import pytest

from engine.errors import UserError
from engine.imaging.kernel_choice import KernelChoice
from engine.imaging.kernels import library
from engine.imaging.recipe import Recipe
from engine.imaging.running import run_recipe
from engine.imaging.stages.filters import Filter
from engine.imaging.stages.kinds import STAGE_KINDS
from engine.parameters import Choice, Flag, Pair, parameters_of

COMBINATIONS = 12


def with_no_numbers(*shape):
    picture = np.random.default_rng(0).normal(0, 100, shape).astype(np.float32)
    picture[1, 1], picture[2, 2], picture[2, 3] = np.nan, np.inf, -np.inf
    return picture


def noise(*shape, dtype=np.uint8):
    return np.random.default_rng(1).integers(0, np.iinfo(dtype).max + 1, shape, dtype=dtype)


ORDINARY = {
    "one pixel": noise(1, 1), "one colour": noise(1, 1, 3), "row": noise(1, 500), "column": noise(500, 1, 3),
    "sixteen bits": noise(13, 8, 3, dtype=np.uint16), "gray": noise(20, 30), "alpha": noise(12, 9, 4),
    "maps": np.random.default_rng(2).normal(0, 1, (12, 9, 7)).astype(np.float32),
}  # fmt: skip
WILD = {
    "no numbers": with_no_numbers(9, 11), "no colours": with_no_numbers(9, 11, 3),
    "too large for single precision": np.random.default_rng(3).normal(0, 1e300, (7, 7)),
    "at the end of single precision": np.full((6, 6), 3e38, np.float32),
}  # fmt: skip


def ends(declaration):
    if isinstance(declaration, Flag):
        return [False, True]
    if isinstance(declaration, Choice):
        return list(declaration.values())
    low, high = declaration.minimum, declaration.maximum
    if isinstance(declaration, Pair):
        return [(low, low), declaration.default, (high, high), (low, high)]
    return [low, declaration.default, high]


def stages_of(kind):
    """The kind with each setting at each of its ends, and some settings at once with a kernel of any family."""
    settings = {name: ends(declaration) for name, declaration in parameters_of(kind).items()}
    yield kind()
    for name, values in settings.items():
        for value in values:
            yield kind(**{name: value})
    dice = random.Random(kind.KIND)
    for number in range(COMBINATIONS):
        chosen = {name: dice.choice(values) for name, values in settings.items()}
        if "kernel" in kind.__dataclass_fields__:
            card = dice.choice(list(library().items()))
            own = KernelChoice.own(np.random.default_rng(number).normal(0, 1, (1 + 2 * number, 31 - number)))
            chosen["kernel"] = dice.choice([own, KernelChoice(card[0])])
        if chosen.get("channels") == "volume":
            kernels = (KernelChoice("box"),) * dice.choice([1, 3, 4, 7])
            chosen["filters"] = (Filter(kernels, 1.0), Filter(kernels[:1] * len(kernels)))
        yield kind(**chosen)


@pytest.mark.parametrize("kind", STAGE_KINDS.values(), ids=lambda kind: kind.KIND)
def test_every_stage_gives_a_result_that_it_can_explain_or_a_sentence(kind):
    explained = 0
    for stage in stages_of(kind):
        for name, picture in (ORDINARY | WILD).items():
            (result,) = run_recipe(Recipe((stage,)), picture)
            if result.error is not None:
                assert isinstance(result.error, UserError)
                assert len(str(result.error)) > 20
                continue
            image = result.image
            assert image.shape == stage.output_shape(picture.shape), (name, stage)
            stage.figures(picture.shape)
            channel = image.shape[2] - 1 if image.ndim == 3 else 0
            largest = 1.0 if name in WILD else max(1.0, float(np.abs(picture).max()))
            for row, column in {(0, 0), (image.shape[0] - 1, image.shape[1] - 1)}:
                stage.sees(picture.shape, row, column)
                with np.errstate(all="ignore"):
                    value = stage.explain(picture, row, column, channel).value
                if name in ORDINARY:
                    found = float(image[row, column] if image.ndim == 2 else image[row, column, channel])
                    assert value == pytest.approx(found, rel=1e-3, abs=1e-4 * largest), (name, stage)
                explained += 1
    assert explained > 50
