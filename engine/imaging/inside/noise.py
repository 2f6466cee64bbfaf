"""Inside noise, and inside a median behind it: what mean and median make of it, measured against the clean picture."""

from __future__ import annotations

from engine.imaging.closeness import quality_note
from engine.imaging.convolution import convolve
from engine.imaging.explanation import Remark
from engine.imaging.inside.exhibit import Exhibit, Inside
from engine.imaging.kernel_choice import KernelChoice
from engine.imaging.rank_filters import median
from engine.imaging.running import StageResult
from engine.imaging.stages.median import Median
from engine.imaging.stages.noise import Noise
from engine.imaging.stages.stage import Image
from engine.text import mark

SIZES = (3, 5)


def inside_noise(stage: Noise, result: StageResult) -> Inside:
    """The noisy picture, and mean beside median in two sizes, each with PSNR and SSIM."""
    assert result.input is not None
    assert result.image is not None
    clean, noisy = result.input, result.image
    exhibits = [*_clean_and_noisy(clean, noisy)]
    for size in SIZES:
        exhibits += [_mean(clean, noisy, size), _median(clean, median(noisy, size=size), size)]
    text = (
        mark("The mean spreads each wild pixel over its neighbours; the median drops it. Higher is better.")
        if stage.method == "salt_and_pepper"
        else mark("Against noise that hits every pixel a little, the mean does well too. Higher is better.")
    )
    return Inside(tuple(exhibits), Remark(text))


def inside_median(stage: Median, result: StageResult, clean: Image) -> Inside:
    """The median's own result beside the mean of the same windows, each with PSNR and SSIM."""
    assert result.input is not None
    assert result.image is not None
    exhibits = (
        *_clean_and_noisy(clean, result.input),
        _mean(clean, result.input, stage.size),
        _median(clean, result.image, stage.size),
    )
    return Inside(exhibits, Remark(mark("The mean and the median of the same windows. Higher is better.")))


def _clean_and_noisy(clean: Image, noisy: Image) -> tuple[Exhibit, Exhibit]:
    return (
        Exhibit(Remark(mark("Clean")), clean, Remark(mark("the measure of all others")), role="input"),
        Exhibit(Remark(mark("Noisy")), noisy, quality_note(clean, noisy)),
    )


def _mean(clean: Image, noisy: Image, size: int) -> Exhibit:
    box = KernelChoice("box", (("size", size),)).weights()
    mean = convolve(noisy, box, padding="same", border="mirror")
    return Exhibit(Remark(mark("Mean {size}×{size}"), {"size": size}), mean, quality_note(clean, mean))


def _median(clean: Image, middle: Image, size: int) -> Exhibit:
    return Exhibit(Remark(mark("Median {size}×{size}"), {"size": size}), middle, quality_note(clean, middle))
