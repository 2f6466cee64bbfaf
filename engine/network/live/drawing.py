"""Maps as pixels and figures, inside the graph: statistics, order, colours' indices, mosaic. For the worker only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import tensorflow as tf

from engine.imaging.mosaic import MosaicLayout
from engine.imaging.palettes import NEUTRAL_INDEX
from engine.network.maps import FIGURES, MOST_MAPS, MOST_PIXELS, MOST_VALUES, ORDERS, SCHEMES

_SIGNED_REACH = 127.0


@dataclass(frozen=True, kw_only=True)
class DrawnMaps:
    """Tensors of one layer: `mosaic` uint8 (H, W), `figures` (5, C), `order` (shown,), `highs` (shown,), `is_signed`.

    A map's colours reach from 0 to its `highs`, on the signed scale from −`highs` to it.
    """

    mosaic: Any
    figures: Any
    order: Any
    highs: Any
    is_signed: Any


@dataclass(frozen=True)
class MapGeometry:
    """How a layer's maps are laid out: `total` maps of `height` × `width`, shrunk by `factor`, some of them shown."""

    height: int
    width: int
    total: int
    factor: int
    layout: MosaicLayout

    @classmethod
    def of(cls, shape: tuple[int, ...]) -> MapGeometry:
        """The geometry for an output of this shape, without its batch axis; the last axis counts the maps."""
        *sides, total = shape
        height, width = _height_width(sides)
        shown = min(total, MOST_VALUES if height * width == 1 else MOST_MAPS)
        factor = 1
        while shown * -(-height // factor) * -(-width // factor) > MOST_PIXELS:
            factor += 1
        layout = MosaicLayout.of((-(-height // factor), -(-width // factor), shown))
        return cls(height, width, total, factor, layout)


def draw_maps(output: Any, geometry: MapGeometry, *, sort: Any, held: Any, is_held: Any, options: Any) -> DrawnMaps:
    """Draw one layer's `output` (1, …, C).

    Args:
        output: What the layer gave.
        geometry: Where its maps lie.
        sort: int32 scalar, index into `ORDERS`.
        held: int32 (shown,), the order of an earlier frame.
        is_held: bool scalar, whether to keep that order, so that a live mosaic does not flicker.
        options: int32 (2,): index into `SCHEMES`, and 1 for one scale that all maps share.
    """
    total, layout = geometry.total, geometry.layout
    maps = tf.cast(tf.reshape(output, (geometry.height, geometry.width, total)), tf.float32)
    figures, lowest, highest = _figures(maps)
    order = tf.where(is_held, held, _order(figures, sort)[: layout.count])
    reach = tf.gather(tf.maximum(highest, -lowest), order)
    reach = tf.where(tf.math.is_finite(reach), reach, tf.zeros_like(reach))
    reach = tf.where(options[1] == 1, tf.fill(tf.shape(reach), tf.reduce_max(reach)), reach)
    wanted = options[0]
    is_signed = (wanted == SCHEMES.index("signed")) | ((wanted == 0) & (tf.reduce_min(lowest) < 0))
    span = tf.where(is_signed, _SIGNED_REACH, 255.0)
    factors = tf.where(reach > 0, span / tf.where(reach > 0, reach, tf.ones_like(reach)), tf.zeros_like(reach))
    offset = tf.where(is_signed, float(NEUTRAL_INDEX), 0.0) + 0.5
    shown = maps if layout.count == total else tf.gather(maps, order, axis=2)
    if layout.count == total:
        # Each map meets its own factor before it moves to its place: the gather then moves bytes, not floats.
        factors = tf.scatter_nd(order[:, None], factors, (total,))
    if geometry.factor > 1:
        shown = _shrunk(shown, geometry.factor)
    # The reach keeps it below 256; below 0 comes only what a positive scale has no colour for.
    indices = tf.cast(tf.nn.relu(shown * factors + offset), tf.uint8)
    planes = tf.transpose(indices, (2, 0, 1))
    if layout.count == total:
        planes = tf.gather(planes, order)
    return DrawnMaps(
        mosaic=_laid_out(planes, layout), figures=figures, order=order, highs=reach, is_signed=is_signed
    )  # fmt: skip


def _figures(maps: Any) -> tuple[Any, Any, Any]:
    """Figures (5, C) in the order of `FIGURES`, and each map's lowest and highest value."""
    flat = tf.reshape(maps, (-1, maps.shape[-1]))
    mean, lowest, highest = tf.reduce_mean(flat, 0), tf.reduce_min(flat, 0), tf.reduce_max(flat, 0)
    # One pass less than by the differences from the mean, and close enough for maps.
    variance = tf.maximum(tf.reduce_mean(tf.square(flat), 0) - tf.square(mean), 0.0)
    zeros = tf.reduce_mean(tf.cast(tf.equal(flat, 0.0), tf.float32), 0)
    by_name = {"mean": mean, "max": highest, "min": lowest, "variance": variance, "sparsity": zeros}
    return tf.stack([by_name[name] for name in FIGURES]), lowest, highest


def _order(figures: Any, sort: Any) -> Any:
    """The maps from the largest figure to the smallest; as they come for the first of `ORDERS`."""
    rows = [tf.cast(-tf.range(figures.shape[1]), tf.float32)]
    rows += [figures[FIGURES.index(name)] for name in ORDERS[1:]]
    return tf.argsort(tf.gather(tf.stack(rows), sort), direction="DESCENDING", stable=True)


def _shrunk(maps: Any, factor: int) -> Any:
    """Every `factor` × `factor` pixels as their mean."""
    return tf.nn.avg_pool2d(maps[None], ksize=factor, strides=factor, padding="SAME")[0]


def _laid_out(planes: Any, layout: MosaicLayout) -> Any:
    """Maps (C, H, W) as one picture of the layout's shape, 0 in the gaps."""
    gap, missing = layout.gap, layout.rows * layout.columns - layout.count
    planes = tf.pad(planes, ((0, missing), (0, gap), (0, gap)))
    cells = tf.reshape(planes, (layout.rows, layout.columns, layout.height + gap, layout.width + gap))
    rows = tf.transpose(cells, (0, 2, 1, 3))
    whole = tf.reshape(rows, (layout.rows * (layout.height + gap), layout.columns * (layout.width + gap)))
    return whole[: layout.shape[0], : layout.shape[1]]


def _height_width(sides: list[int]) -> tuple[int, int]:
    if not sides:
        return 1, 1
    width = sides[-1] if len(sides) > 1 else 1
    height = 1
    for side in sides[:-1] if len(sides) > 1 else sides:
        height *= side
    return height, width
