"""The correlation of one picture with one kernel, from the choice of a route to the finished values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from engine.imaging import dealing
from engine.imaging.checks import Array, Floats, as_picture, to_float32
from engine.imaging.factors import Weights, blocks_of, factors_of, stuffed
from engine.imaging.fourier import correlate_by_waves
from engine.imaging.geometry import Geometry
from engine.imaging.padding import OPENCV_BORDERS, Margins, pad
from engine.imaging.passes import FLOAT, NO_BORDER, Place, every, inside, needs_rim, takes_bytes
from engine.imaging.routes import MOST_CHANNELS, Route, choose
from engine.imaging.scratch import MOST_KEPT, band_height, floats
from engine.opencv import cv2

# Below this, results of whole pictures and whole weights are whole, and rounding mends what a shortcut blurs.
MOST_ROUNDED = 2**20
# Squares summed over the whole picture; beyond it, a shortcut could lose small values or run over.
LARGEST_ENERGY = 1e30


@dataclass(frozen=True, eq=False)
class SinglePass:
    """All there is to do where one direct pass of OpenCV gives the result."""

    kernel: Floats
    place: Place
    takes_picture_as_is: bool
    is_whole: bool

    def __call__(self, picture: Array) -> Floats:
        place = self.place
        source = picture if self.takes_picture_as_is else floats(picture)
        filtered: Floats = cv2.filter2D(source, FLOAT, self.kernel, anchor=place.hook, borderType=place.border)
        return filtered if self.is_whole else place.cut(filtered)


def single_pass(
    shape: tuple[int, ...], dtype: np.dtype[Any], weights: Weights, geometry: Geometry, border: str, fill: float
) -> SinglePass | None:
    """The one pass that the fastest route comes to, if it does; worth keeping, as asking again takes as long."""
    channels = shape[2] if len(shape) == 3 else 1
    if geometry.stride != (1, 1) or geometry.dilation != (1, 1) or shape[2:] == (1,) or channels > MOST_CHANNELS:
        return None
    route = choose(geometry, channels, dtype, weights)
    size = geometry.size[0] * geometry.size[1] * channels
    if route.name != "direct" or _needs_bands("direct", size, dtype, weights):
        return None
    if needs_rim("direct", weights) or not _opencv_makes_rim(geometry, border, fill):
        return None
    blocks = blocks_of(weights)
    is_ready = dtype == np.float32 or takes_bytes(dtype, blocks)
    place = _place(geometry, border)
    return SinglePass(blocks[0].weights, place, is_ready, (place.rows, place.columns) == geometry.size)


def correlate(
    route: Route | None, picture: Array, weights: Weights, geometry: Geometry, border: str, fill: float
) -> Floats:
    """Slide `weights` over a checked picture (H, W[, C]) by `route`, or by the fastest."""
    channels = picture.shape[2] if picture.ndim == 3 else 1
    if route is None:
        route = choose(geometry, channels, picture.dtype, weights)
        if route.name not in ("direct", "sparse") and not is_tame(picture):
            route = choose(geometry, channels, picture.dtype, weights, finite=False)
    if channels > MOST_CHANNELS:
        parts = [picture[:, :, first : first + MOST_CHANNELS] for first in range(0, channels, MOST_CHANNELS)]
        done = [_run(route, as_picture(part), weights, geometry, border, fill) for part in parts]
        return np.concatenate(done, axis=2)
    return _run(route, picture, weights, geometry, border, fill)


def _run(route: Route, picture: Array, weights: Weights, geometry: Geometry, border: str, fill: float) -> Floats:
    shape = (geometry.rows, geometry.columns, *picture.shape[2:])
    source = picture[:, :, 0] if shape[2:] == (1,) else picture
    if route.arrangement == "whole":
        spread = stuffed(weights, geometry.dilation)
        result = _everywhere(route.name, source, spread, geometry, border, fill)
        if geometry.stride != (1, 1):
            result = np.ascontiguousarray(result[:: geometry.stride[0], :: geometry.stride[1]])
    else:
        padded = pad(source, geometry.margins, border, fill)
        result_shape = (geometry.rows, geometry.columns)
        if route.arrangement == "stride":
            spread = stuffed(weights, geometry.dilation)
            result = dealing.strided(route.name, padded, spread, geometry.stride, *result_shape)
        else:
            result = dealing.dilated(route.name, padded, weights, geometry.dilation, *result_shape)
    if route.name in ("fourier", "separable", "streamed") and _blurs_whole_numbers(route, picture, weights, fill):
        np.rint(result, out=result)
    return result if result.shape == shape else result.reshape(shape)


def _everywhere(name: str, source: Array, weights: Weights, geometry: Geometry, border: str, fill: float) -> Floats:
    margins = geometry.margins
    if name == "fourier" and fill == 0.0 and border in ("zero", "constant"):
        return correlate_by_waves(source, weights, *geometry.dense, above=margins.top, before=margins.left)
    if (
        needs_rim(name, weights)
        or _needs_bands(name, source.size, source.dtype, weights)
        or not _opencv_makes_rim(geometry, border, fill)
    ):
        return _inside(name, pad(source, margins, border, fill), weights, geometry)
    return every(name, source, weights, _place(geometry, border))


def _inside(name: str, padded: Array, weights: Weights, geometry: Geometry) -> Floats:
    """A picture that has its rim, in bands of rows where what lies between the passes would grow too large."""
    if not _needs_bands(name, padded.size, padded.dtype, weights):
        return every(name, padded, weights, inside(padded, geometry.reach))
    rows, columns = geometry.dense
    overlap = geometry.reach[0] - 1
    height = band_height(padded.size // padded.shape[0], overlap)
    result = np.empty((rows, columns, *padded.shape[2:]), np.float32)
    for top in range(0, rows, height):
        band = padded[top : top + height + overlap]
        result[top : top + height] = every(name, band, weights, inside(band, geometry.reach))
    return result


def _needs_bands(name: str, size: int, dtype: np.dtype[Any], weights: Weights) -> bool:
    """Whether a picture of `size` numbers needs more memory between the passes than is kept from call to call."""
    if size <= MOST_KEPT or name in ("box", "fourier"):
        return False
    if name == "streamed":
        return factors_of(weights).rank > 1
    blocks = blocks_of(weights)
    return name == "separable" or len(blocks) > 1 or not (dtype == np.float32 or takes_bytes(dtype, blocks))


def _place(geometry: Geometry, border: str) -> Place:
    margins, (rows, columns) = geometry.margins, geometry.dense
    down, above = _anchor(geometry.reach[0], margins.top, margins.bottom)
    across, before = _anchor(geometry.reach[1], margins.left, margins.right)
    kind = NO_BORDER if margins == Margins() else OPENCV_BORDERS[border]
    return Place(rows, columns, (down, across), above, before, kind)


def _anchor(reach: int, before: int, after: int) -> tuple[int, int]:
    """Where OpenCV is to hold the kernel, as near to its centre as the rim lets it, and how much to cut off before."""
    anchor = min(max(reach // 2, before), reach - 1 - after)
    return anchor, anchor - before


def _opencv_makes_rim(geometry: Geometry, border: str, fill: float) -> bool:
    """Whether the rim is no wider than the kernel's reach and of a kind that OpenCV's filters make themselves."""
    margins, (height, width) = geometry.margins, geometry.reach
    if height > geometry.size[0] or width > geometry.size[1]:
        return False
    if margins.height > height - 1 or margins.width > width - 1:
        return False
    return margins == Margins() or (border != "wrap" and fill == 0.0)


def is_tame(picture: Array) -> bool:
    """Whether all values are finite, and small enough that a shortcut loses nothing beside them."""
    if picture.dtype.kind != "f":
        return True
    flat = to_float32(picture).reshape(picture.shape[0], -1)
    return bool(cv2.norm(flat, cv2.NORM_L2SQR) < LARGEST_ENERGY)  # false for NaN too


def _blurs_whole_numbers(route: Route, picture: Array, weights: Weights, fill: float) -> bool:
    """Whether the result should be whole and is not quite; one column times one row of whole numbers stays exact."""
    factors = factors_of(weights)
    if factors.rank == 1 and route.name != "fourier":
        return False
    if picture.dtype.kind == "f" or not factors.is_whole or not float(fill).is_integer():
        return False
    return factors.total * max(float(np.iinfo(picture.dtype).max), abs(fill)) < MOST_ROUNDED
