"""Turning any result into a picture for the screen, with the scale that its colours mean."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from engine.imaging.checks import as_picture, to_float32
from engine.imaging.colour import peak_of, with_numbers
from engine.imaging.mosaic import NO_RIM, MosaicLayout, Rim, mosaic
from engine.imaging.palettes import NEUTRAL_INDEX, SCALES, VERMILLION, gap_colour, palette
from engine.imaging.types import FloatImage, Image
from engine.opencv import cv2

Limits = Literal["auto", "full"] | tuple[float, float]

# Values beyond this many times the value that 99.5 % stay below count as outliers and do not stretch the scale.
_FAR_OUT = 2.0
_SAMPLES = 65536


@dataclass(frozen=True, eq=False)
class Picture:
    """Pixels for the screen and what their colours mean.

    `pixels` is (H, W, 3) uint8 RGB. `low` and `high` are the values at the two ends of the scale. `scheme` is "photo",
    "signed", "positive" or "heat", or "signed_colour" for colour results in which middle gray is 0. `non_finite` values
    were no numbers and are drawn in vermillion. `layout` says where the maps lie where there are several.
    """

    pixels: NDArray[np.uint8]
    low: float
    high: float
    scheme: str
    non_finite: int = 0
    layout: MosaicLayout | None = None


def render(
    image: Image,
    scale: str = "auto",
    *,
    is_dark: bool = True,
    limits: Limits = "auto",
    as_maps: bool = False,
    columns: int | None = None,
    least: float = 0.0,
    rim: Rim = NO_RIM,
) -> Picture:
    """Draw a picture or a result: (H, W), colour (H, W, 3), or a stack of maps (H, W, C) side by side.

    `scale` is one of `SCALES`. Automatic means: integers and floats within 0–255 are a photograph, other positive
    results go from neutral to orange, signed ones from blue over neutral to orange. `limits` are the two values at the
    ends of the scale: "full" takes the extremes, "auto" does too but is not stretched by far outliers; the signed scale
    is made symmetric and reaches at least to `least`, below which there is only rounding. With `as_maps` three channels
    are three maps, not a colour; maps that lie side by side keep room for a `rim` each.
    """
    scale = SCALES.check(scale)
    picture = as_picture(with_numbers(image))
    if picture.ndim == 3 and picture.shape[2] == 1:
        picture = picture[..., 0]
    is_whole = picture.dtype in (np.uint8, np.uint16)
    if is_whole and picture.ndim == 3 and picture.shape[2] == 4 and not as_maps:
        picture = np.ascontiguousarray(picture[..., :3])
    layout = None
    if picture.ndim == 3 and (as_maps or picture.shape[2] != 3):
        layout = MosaicLayout.of(picture.shape, columns=columns, rim=rim)
        picture = mosaic(picture, layout.columns, gap=layout.gap)
    if is_whole and scale in ("auto", "photo") and not isinstance(limits, tuple):
        drawn = _photograph(picture)
    else:
        drawn = _numbers(to_float32(picture), scale, is_dark, limits, peak_of(picture) if is_whole else None, least)
    if layout is not None:
        drawn = Picture(
            _with_gaps(drawn.pixels, layout, is_dark), drawn.low, drawn.high, drawn.scheme, drawn.non_finite, layout
        )
    return drawn


def _photograph(picture: Image) -> Picture:
    high = peak_of(picture)
    pixels = picture if picture.dtype == np.uint8 else cv2.convertScaleAbs(picture, alpha=255 / high)
    return Picture(pixels if pixels.ndim == 3 else cv2.cvtColor(pixels, cv2.COLOR_GRAY2RGB), 0.0, high, "photo")


def _numbers(
    values: FloatImage, scale: str, is_dark: bool, limits: Limits, peak: float | None, least: float = 0.0
) -> Picture:
    finite, bad, non_finite = values, None, 0
    if not cv2.checkRange(values)[0]:
        bad = ~np.isfinite(values)
        non_finite = int(np.count_nonzero(bad))
        finite = np.where(bad, np.float32(0), values)
    is_colour = values.ndim == 3
    low, high = _extremes(finite)
    scheme = _scheme(scale, low, high)
    if isinstance(limits, tuple):
        low, high = float(limits[0]), float(limits[1])
    elif scheme == "photo":
        low, high = 0.0, peak or _full_brightness(high)
    else:
        low, high = _stretch(finite, scheme, low, high, is_robust=limits == "auto")
        low, high = (min(low, -least) if low < 0 else low), max(high, least)
    if is_colour:
        scheme = "signed_colour" if scheme == "signed" else "photo"
    indices = _indices(finite, low, high, is_signed=scheme in ("signed", "signed_colour"))
    pixels = indices if is_colour else cv2.applyColorMap(indices, palette(scheme, is_dark=is_dark)[:, None])
    if bad is not None:
        pixels[bad.any(axis=2) if is_colour else bad] = VERMILLION
    return Picture(pixels, low, high, scheme, non_finite)


def _extremes(values: FloatImage) -> tuple[float, float]:
    low, high, _, _ = cv2.minMaxLoc(values.reshape(values.shape[0], -1))
    return float(low), float(high)


def _scheme(scale: str, low: float, high: float) -> str:
    if scale != "auto":
        return scale
    if low < 0:
        return "signed"
    return "photo" if high <= 255.5 else "positive"


def _full_brightness(high: float) -> float:
    # Colour sums may exceed 255; only floats within 0–1 are taken as shares of full brightness.
    return 1.0 if high <= 1 else max(255.0, high)


def _stretch(values: FloatImage, scheme: str, low: float, high: float, *, is_robust: bool) -> tuple[float, float]:
    if is_robust:
        step = max(1, math.isqrt(values.shape[0] * values.shape[1] // _SAMPLES))
        sample = values[::step, ::step]
        if scheme == "heat":
            first, middle, last = _quantiles(sample, 0.005, 0.5, 0.995)
            low = max(low, middle - _FAR_OUT * (middle - first)) if first < middle else low
            high = min(high, middle + _FAR_OUT * (last - middle)) if last > middle else high
        elif (usual := _quantiles(np.abs(sample), 0.995)[0]) > 0:
            low, high = max(low, -_FAR_OUT * usual), min(high, _FAR_OUT * usual)
    if scheme == "signed":
        reach = max(-low, high)
        return -reach, reach
    return (low, high) if scheme == "heat" else (0.0, max(high, 0.0))


def _quantiles(sample: FloatImage, *shares: float) -> list[float]:
    """The values below which these shares of the sample lie."""
    # NumPy's own percentile imports its masked arrays, which a start has no time for.
    places = [round(share * (sample.size - 1)) for share in shares]
    ordered = np.partition(sample, places, axis=None)
    return [float(ordered[place]) for place in places]


def _indices(values: FloatImage, low: float, high: float, *, is_signed: bool) -> NDArray[np.uint8]:
    """Entries of the palette: (low, high) becomes (0, 255), or symmetric around the neutral entry if signed."""
    span = high - low
    if span <= 0 or not math.isfinite(255 / span):
        return np.full(values.shape, NEUTRAL_INDEX if is_signed else 0, np.uint8)
    factor = 254 / span if is_signed else 255 / span
    offset = NEUTRAL_INDEX - factor * (low + high) / 2 if is_signed else -factor * low
    extreme = max(abs(each) for each in _extremes(values))
    if factor * extreme > 1e6:
        # OpenCV rounds to 32-bit integers, in which a far outlier would come out at the wrong end.
        values = np.clip(values, np.float32(low), np.float32(high))
    indices: NDArray[np.uint8] = cv2.addWeighted(values, factor, values, 0.0, offset, dtype=cv2.CV_8U)
    return indices.reshape(values.shape)


def _with_gaps(pixels: NDArray[np.uint8], layout: MosaicLayout, is_dark: bool) -> NDArray[np.uint8]:
    colour = np.array(gap_colour(is_dark=is_dark), np.uint8)
    for row in range(1, layout.rows):
        pixels[row * (layout.height + layout.gap) - layout.gap :][: layout.gap] = colour
    for column in range(1, layout.columns):
        pixels[:, column * (layout.width + layout.gap) - layout.gap :][:, : layout.gap] = colour
    if layout.count < layout.rows * layout.columns:
        row, column = layout.corner(layout.count)
        pixels[row:, column:] = colour
    return pixels
