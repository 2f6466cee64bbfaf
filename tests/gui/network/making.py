"""Networks and maps as the worker would give them, made from plain arrays: no worker, no Keras."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from engine.imaging.explanation import ChannelSum, Explanation, Window
from engine.imaging.mosaic import MosaicLayout, mosaic
from engine.imaging.palettes import NEUTRAL_INDEX, gap_colour, palette
from engine.network.built import BuiltModel
from engine.network.catalogue import architecture_of
from engine.network.fitting import Placement
from engine.network.maps import LayerMaps
from engine.network.requests import GalleryModel, LayerFact, Maps, Opened, Timings
from engine.network.table import table_of
from gui.network.session import Drilled, MapsShown, OpenNetwork

TIMINGS = Timings(fit=0.0004, forward=0.0148, draw=0.003, hand_over=0.0006)
NO_MAPS = ("InputLayer",)


def open_network(identity="cnn-example", *, class_names=()):
    """A network of the gallery, or one that was built, as it is open."""
    is_built = isinstance(identity, BuiltModel)
    spec, identity = (identity, identity.architecture.name) if is_built else (GalleryModel(identity), identity)
    architecture = spec.architecture if is_built else architecture_of(identity)
    table = table_of(architecture)
    facts = tuple(
        LayerFact(row.path, row.kind, row.output_shape, row.kind != "Reshape")
        for row in table.layers
        if row.kind not in NO_MAPS
    )
    opened = Opened(
        job=1, name=identity, pixels_shape=table.rows[0].output_shape, values="unit", layers=facts,
        class_names=tuple(class_names),
    )  # fmt: skip
    return OpenNetwork(spec, opened, architecture, table)


def layer_maps(path, output, *, order=None, scheme="", shared=False, factor=1, is_dark=True):
    """The maps of an output (H, W, C) or (C,), and their mosaic as RGB."""
    output = np.asarray(output, np.float32)
    maps = output.reshape(1, 1, -1) if output.ndim == 1 else output
    flat = maps.reshape(-1, maps.shape[-1])
    figures = np.stack([flat.mean(0), flat.max(0), flat.min(0), flat.var(0), (flat == 0).mean(0)])
    order = np.arange(maps.shape[-1]) if order is None else np.asarray(order)
    reach = np.maximum(flat.max(0), -flat.min(0))[order]
    if shared:
        reach = np.full_like(reach, reach.max())
    scheme = scheme or ("signed" if flat.min() < 0 else "positive")
    safe = np.where(reach > 0, reach, 1)
    shown = maps[::factor, ::factor][..., order] / safe
    span, zero = (127, NEUTRAL_INDEX) if scheme == "signed" else (255, 0)
    entries = np.clip(shown * span + zero + 0.5, 0, 255).astype(np.uint8)
    layout = MosaicLayout.of(entries.shape)
    pixels = palette(scheme, is_dark=is_dark)[mosaic(entries, layout.columns, gap=layout.gap)]
    filled = mosaic(np.ones(entries.shape, np.uint8), layout.columns, gap=layout.gap)
    pixels[filled == 0] = gap_colour(is_dark=is_dark)
    found = LayerMaps(
        path=path, shape=output.shape, layout=layout, factor=factor, offset=0, order=order.astype(np.int32),
        scheme=scheme, highs=reach.astype(np.float32), figures=figures.astype(np.float32),
    )  # fmt: skip
    return found, np.ascontiguousarray(pixels)


def maps_shown(outputs: Mapping[str, np.ndarray], *, scores=None, frame=None, placement=None, **drawing):
    """The newest maps, made of each layer's output."""
    made = {path: layer_maps(path, output, **drawing) for path, output in outputs.items()}
    frame = np.zeros((60, 80, 3), np.uint8) if frame is None else frame
    side = min(frame.shape[:2])
    placement = placement or Placement(
        top=(frame.shape[0] - side) / 2, left=(frame.shape[1] - side) / 2, row_step=side / 32, column_step=side / 32
    )
    answer = Maps(
        job=2, number=1, captured_at=0.0, layers=tuple(each for each, _ in made.values()), size=0,
        scores=np.asarray([] if scores is None else scores, np.float32), placement=placement, timings=TIMINGS,
        is_settled=True,
    )  # fmt: skip
    mosaics = {path: pixels for path, (_, pixels) in made.items()}
    return MapsShown(answer=answer, mosaics=mosaics, frame=frame, frames_per_second=27.4, seconds=0.031)


def explanation(channels=3, *, value=None, row=31, column=18, channel=5):
    """A sum over some input maps with 3 × 3 kernels, a bias and a ReLU."""
    numbers = np.random.default_rng(4)
    sums = []
    for index in range(channels):
        window, weights = numbers.uniform(0, 1, (3, 3)), numbers.normal(0, 0.3, (3, 3))
        rows, columns = tuple(range(row, row + 3)), tuple(range(column, column + 3))
        seen = Window(rows, columns, window, np.zeros((3, 3), bool))
        total = float((window * weights).sum())
        sums.append(ChannelSum(index, "", seen, weights, window * weights, total))
    before = sum(each.total for each in sums) - 0.046
    return Explanation(
        rule="sum", row=row, column=column, channel=channel, channels=tuple(sums),
        value=max(0.0, before) if value is None else value, bias=-0.046, before_activation=before, activation="relu",
    )  # fmt: skip


def drilled(spot, *, reported=None, box=(50.0, 90.0, 30.0, 30.0), explained=None):
    """Where the value at `spot` comes from."""
    explained = explained or explanation(row=spot.row, column=spot.column, channel=spot.channel)
    return Drilled(spot, explained, box, explained.value if reported is None else reported)
