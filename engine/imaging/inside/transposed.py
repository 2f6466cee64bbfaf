"""Inside transposed convolution: stamps one by one, zeros between the pixels, the checkerboard, the plain ways."""

from __future__ import annotations

import numpy as np

from engine.imaging.convolution import transposed
from engine.imaging.explanation import Remark
from engine.imaging.inside.exhibit import MOST_CELLS, Exhibit, Inside, Outline, Place, around, limits_of
from engine.imaging.running import StageResult
from engine.imaging.stages.stage import Image, plane
from engine.imaging.stages.transposed import Transposed
from engine.imaging.stages.upsampling import Upsampling
from engine.imaging.transposed import stuff_zeros
from engine.text import mark


def inside_transposed(stage: Transposed, result: StageResult, place: Place, step: int) -> Inside:
    """A few pixels around `place`, of which the first `step` have been stamped; −1 means all of them."""
    assert result.input is not None
    assert result.image is not None
    place = place.within(result.image.shape)
    source = plane(result.input, place.channel)
    (first_row, last_row), (first_column, last_column) = stage.sees(source.shape, place.row, place.column)
    rows = around(min(max((first_row + last_row) // 2, 0), source.shape[0] - 1), MOST_CELLS, source.shape[0])
    columns = around(min(max((first_column + last_column) // 2, 0), source.shape[1] - 1), MOST_CELLS, source.shape[1])
    crop = source[rows.start : rows.stop, columns.start : columns.stop].astype(np.float32)
    steps = crop.size
    count = steps if step < 0 else min(step, steps)
    stamped = np.zeros(crop.size, dtype=np.float32)
    stamped[:count] = crop.ravel()[:count]
    partial = _stamp(stage, stamped.reshape(crop.shape))
    newest = max(0, count - 1)
    row, column = divmod(newest, crop.shape[1])
    height, width = (stage.dilation[axis] * (stage.kernel_size[axis] - 1) + 1 for axis in (0, 1))
    limits = limits_of(crop)
    here = Outline(row, column, 1, 1, "input")
    stamp = Outline(row * stage.stride[0], column * stage.stride[1], height, width, "kernel")
    counts = _stamp(stage, np.ones_like(crop), np.ones(stage.kernel_size, dtype=np.float32))
    nearest = Upsampling(method="nearest", factor=stage.stride).apply(crop)
    bilinear = Upsampling(method="bilinear", factor=stage.stride).apply(crop)
    return Inside(
        (
            Exhibit(
                Remark(mark("Input")), crop, Remark(mark("a close-up")), role="input", outlines=(here,), limits=limits,
            ),
            Exhibit(
                Remark(mark("Stamps, summed")), partial,
                Remark(mark("{count} of {steps} stamps"), {"count": count, "steps": steps}), outlines=(stamp,),
                limits=limits_of(_stamp(stage, crop), np.zeros(1)),
            ),
            Exhibit(
                Remark(mark("Zeros between")), stuff_zeros(crop, stage.stride),
                Remark(mark("convolving this gives the same")), role="input",
                limits=limits_of(crop, np.zeros(1)),
            ),
            Exhibit(
                Remark(mark("Stamps on each pixel")), counts, _evenness(counts, stage), scale="positive",
            ),
            Exhibit(Remark(mark("Nearest")), nearest, Remark(mark("no parameters")), limits=limits),
            Exhibit(Remark(mark("Bilinear")), bilinear, Remark(mark("no parameters")), limits=limits),
        ),
        Remark(
            mark("Every pixel stamps the kernel, times its value, {stride} further; where stamps overlap they are "
                 "summed. The kernel is learned like any other."),
            {"stride": f"{stage.stride[0]} × {stage.stride[1]}"},
        ),
        steps,
    )  # fmt: skip


def _stamp(stage: Transposed, crop: Image, kernel: Image | None = None) -> Image:
    weights = stage.kernel.weights() if kernel is None else kernel
    return transposed(crop, weights, stride=stage.stride, dilation=stage.dilation)


def _evenness(counts: Image, stage: Transposed) -> Remark:
    """Whether a checkerboard shows, read off the middle, where no edge disturbs."""
    reach = [stage.dilation[axis] * (stage.kernel_size[axis] - 1) for axis in (0, 1)]
    middle = counts[reach[0] : counts.shape[0] - reach[0], reach[1] : counts.shape[1] - reach[1]]
    if middle.size and middle.min() != middle.max():
        return Remark(
            mark("checkerboard: {low:.0f} to {high:.0f} stamps"),
            {"low": float(middle.min()), "high": float(middle.max())},
        )
    return Remark(mark("even: no checkerboard"))
