import numpy as np
import pytest

from engine.imaging.closeness import clean_before, closeness, compared, noise_at
from engine.imaging.colour import to_gray
from engine.imaging.kernel_choice import KernelChoice
from engine.imaging.quality import psnr, ssim
from engine.imaging.recipe import Recipe
from engine.imaging.running import run_recipe
from engine.imaging.stages.convolution import Convolution
from engine.imaging.stages.median import Median
from engine.imaging.stages.noise import Noise
from engine.imaging.stages.pooling import Pooling

PICTURE = np.random.default_rng(5).integers(0, 256, (30, 40, 3), dtype=np.uint8) // 2
BOX = Convolution(kernel=KernelChoice("box"), channels="each")
GRAY_BOX = Convolution(kernel=KernelChoice("box"), channels="gray")


def found(selected, *stages, image=PICTURE):
    results = run_recipe(Recipe(stages), image)
    return results, {each.title: str(each.note) for each in closeness(results, selected)}


def note(clean, other):
    return f"PSNR {psnr(clean, other):.1f} dB · SSIM {ssim(to_gray(clean), to_gray(other)):.3f}"


def test_every_place_is_compared_with_what_was_there_before_the_noise():
    results, lines = found(2, Median(), Noise(), BOX, Median(size=5))
    clean = results[0].image
    assert lines == {
        "noisy": note(clean, results[1].image),
        "this stage": note(clean, results[2].image),
        "at the end": note(clean, results[3].image),
    }
    assert clean_before(results, 2) is clean
    assert clean_before(results, 1) is None


def test_a_gray_result_is_compared_in_gray():
    results, lines = found(1, Noise(), GRAY_BOX)
    gray = to_gray(PICTURE)
    assert (
        lines["this stage"] == f"PSNR {psnr(gray, results[1].image):.1f} dB · SSIM {ssim(gray, results[1].image):.3f}"
    )


@pytest.mark.parametrize(
    ("stage", "words"),
    [(Pooling(), "of another size"), (Convolution(kernel=KernelChoice("sobel")), "measurements, no picture any more")],
)
def test_what_cannot_be_compared_says_why(stage, words):
    assert found(1, Noise(), stage)[1]["this stage"] == words


def test_the_noise_itself_and_what_comes_before_it_are_no_results_of_it():
    assert list(found(0, Noise())[1]) == ["noisy"]
    assert list(found(0, Median(), Noise(), Median())[1]) == ["noisy", "at the end"]
    assert list(found(2, Noise(), Median(), Median())[1]) == ["noisy", "this stage"]


def test_without_noise_there_is_nothing_to_compare():
    assert found(0, Median())[1] == {}
    assert found(1, Noise(is_on=False), Median())[1] == {}
    assert noise_at((Noise(is_on=False),)) is None
    assert compared((Median(),)) == frozenset()
    assert compared((Median(), Noise(), Median(), Median())) == {1, 3}


def test_noise_that_hits_nothing_leaves_no_difference():
    assert found(0, Noise(amount=0.0))[1]["noisy"] == "no difference at all"


def test_a_stage_that_failed_has_no_line():
    large = Convolution(kernel=KernelChoice("box", {"size": 31}), padding="valid")
    assert list(found(1, Noise(), large, image=PICTURE[:8, :8])[1]) == ["noisy"]
