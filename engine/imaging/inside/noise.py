"""Inside noise: what mean and median make of it, measured against the clean picture."""

from __future__ import annotations

from engine.imaging.colour import to_gray
from engine.imaging.convolution import convolve
from engine.imaging.explanation import Remark
from engine.imaging.inside.exhibit import Exhibit, Inside
from engine.imaging.kernel_choice import KernelChoice
from engine.imaging.quality import psnr, ssim
from engine.imaging.rank_filters import median
from engine.imaging.running import StageResult
from engine.imaging.stages.noise import Noise
from engine.imaging.stages.stage import Image
from engine.text import mark

SIZES = (3, 5)


def inside_noise(stage: Noise, result: StageResult) -> Inside:
    """The noisy picture, and mean beside median in two sizes, each with PSNR and SSIM."""
    assert result.input is not None
    assert result.image is not None
    clean, noisy = result.input, result.image
    exhibits = [
        Exhibit(Remark(mark("Clean")), clean, Remark(mark("the measure of all others")), role="input"),
        Exhibit(Remark(mark("Noisy")), noisy, quality_note(clean, noisy)),
    ]
    for size in SIZES:
        box = KernelChoice("box", (("size", size),)).weights()
        mean = convolve(noisy, box, padding="same", border="mirror")
        middle = median(noisy, size=size)
        exhibits.append(Exhibit(Remark(mark("Mean {size}×{size}"), {"size": size}), mean, quality_note(clean, mean)))
        exhibits.append(
            Exhibit(Remark(mark("Median {size}×{size}"), {"size": size}), middle, quality_note(clean, middle))
        )
    text = (
        mark("The mean spreads each wild pixel over its neighbours; the median drops it. Higher is better.")
        if stage.method == "salt_and_pepper"
        else mark("Against noise that hits every pixel a little, the mean does well too. Higher is better.")
    )
    return Inside(tuple(exhibits), Remark(text))


def quality_note(clean: Image, other: Image) -> Remark:
    """PSNR and SSIM of a picture against the clean one, in a short line; the structure is compared in gray."""
    is_colour = clean.ndim == 3 and clean.shape[2] == 3
    likeness = ssim(to_gray(clean), to_gray(other)) if is_colour else ssim(clean, other)
    values = {"psnr": psnr(clean, other), "ssim": likeness}
    if likeness is None:
        return Remark(mark("PSNR {psnr:.1f} dB"), values)
    return Remark(mark("PSNR {psnr:.1f} dB · SSIM {ssim:.3f}"), values)
