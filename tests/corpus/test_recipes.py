import resource
import time

import numpy as np
import pytest

from engine.errors import UserError
from engine.imaging.kernel_choice import KernelChoice
from engine.imaging.recipe import Recipe, load_recipe
from engine.imaging.running import MOST_BYTES, run_recipe
from engine.imaging.stages.bilateral import Bilateral
from engine.imaging.stages.convolution import Convolution
from engine.imaging.stages.filters import Filter
from engine.imaging.stages.kinds import STAGE_KINDS
from engine.imaging.stages.median import Median
from engine.imaging.stages.pooling import Pooling
from engine.imaging.stages.transposed import Transposed
from engine.imaging.stages.upsampling import Upsampling
from tests.corpus.recipes import corpus, every_kind

FEWEST = 2000
LONGEST_SENTENCE = 1500
PICTURE = np.random.default_rng(5).integers(0, 256, (9, 8, 3), dtype=np.uint8)


def is_sentence(error):
    without_values = error.template.format(**dict.fromkeys(error.values, ""))
    return 20 < len(str(error)) < LONGEST_SENTENCE and "{" not in without_values


def attempted(content):
    """The recipe, or the refusal."""
    try:
        return Recipe.from_text(content)
    except UserError as error:
        return error


def test_every_damaged_recipe_is_read_or_refused_in_one_sentence():
    read = refused = 0
    slowest = (0.0, "")
    for name, content in corpus():
        start = time.perf_counter()
        recipe = attempted(content)
        if isinstance(recipe, UserError):
            assert is_sentence(recipe), f"{name}: {str(recipe)[:200]!r}"
            refused += 1
        else:
            text = recipe.to_text()
            assert Recipe.from_text(text.encode()) == recipe, name
            assert all(str(stage.title()) and stage.summary() is not None for stage in recipe.stages), name
            read += 1
        slowest = max(slowest, (time.perf_counter() - start, name))
    print(f"\n{read} read, {refused} refused, slowest {slowest}")
    assert read + refused >= FEWEST
    assert min(read, refused) > 100, "the corpus no longer tests both"


def test_what_could_be_read_runs_or_says_why_not():
    ran = 0
    for number, (name, content) in enumerate(corpus()):
        if number % 3 or isinstance(recipe := attempted(content), UserError):
            continue
        for result in run_recipe(recipe, PICTURE):
            assert result.error is None or is_sentence(result.error), name
        ran += 1
    assert ran > 100


def test_files_are_refused_like_texts(tmp_path):
    large = tmp_path / "large.json"
    large.write_bytes(b" " * (5 * 1024 * 1024))
    for path in (large, tmp_path / "missing.json", tmp_path):
        with pytest.raises(UserError) as refusal:
            load_recipe(path)
        assert is_sentence(refusal.value)


EXPLODING = {
    "eight times eight": (Upsampling(factor=(8, 8)),) * 64,
    "stamps": (Transposed(stride=(8, 8), kernel=KernelChoice("box", {"size": 31})),) * 64,
    "bilinear": (Upsampling(factor=(8, 8), method="bilinear"),) * 64,
    "padding": (Convolution(padding="custom", padding_size=(64, 64), channels="each"),) * 64,
    "full and dilated": (Convolution(kernel=KernelChoice("box", {"size": 31}), dilation=(2, 2), padding="full"),) * 64,
    "maps": (Convolution(channels="volume", filters=(Filter((KernelChoice.own([[1]]),)),) * 32),) * 64,
}  # fmt: skip


@pytest.mark.parametrize("name", EXPLODING)
def test_a_chain_that_grows_without_end_is_stopped_before_it_takes_the_memory(name):
    picture = np.zeros((300, 400, 3), np.uint8)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    results = run_recipe(Recipe(EXPLODING[name]), picture)
    kept = sum(result.image.nbytes for result in results if result.image is not None)
    assert kept <= MOST_BYTES
    failed = [result for result in results if result.error is not None]
    assert not failed or is_sentence(failed[0].error)
    assert len(failed) <= 1
    grown_mb = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    assert grown_mb < 1000, f"{grown_mb:.0f} MB"


@pytest.mark.parametrize("shape", [(10_000, 1), (1, 10_000), (1, 1)])
@pytest.mark.parametrize(
    "stage",
    [
        Convolution(kernel=KernelChoice("gaussian", {"size": 31}), border="mirror"),
        Convolution(kernel=KernelChoice("gabor", {"size": 31}), dilation=(8, 8), padding="full", border="reflect"),
        Median(size=31), Bilateral(diameter=31), Pooling(size=(64, 64), stride=(1, 1), padding="same"),
        Transposed(kernel=KernelChoice("box", {"size": 31}), stride=(1, 1)),
    ],
    ids=lambda stage: stage.KIND,
)  # fmt: skip
def test_large_windows_on_thin_pictures_end_with_a_result(stage, shape):
    picture = np.random.default_rng(1).integers(0, 256, shape, dtype=np.uint8)
    (result,) = run_recipe(Recipe((stage,)), picture)
    assert result.error is None
    last = result.image.shape[0] - 1, result.image.shape[1] - 1
    assert stage.explain(picture, *last, 0).value == pytest.approx(float(result.image[last]), abs=1e-2, rel=1e-3)


def test_every_kind_is_in_the_corpus():
    assert {stage.KIND for stage in every_kind().stages} == set(STAGE_KINDS)
