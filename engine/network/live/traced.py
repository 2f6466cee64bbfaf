"""The functions that compute what is on screen: made in the background, a few of them kept. For the worker only.

A function is made of the one that computes every layer: it calls that, takes what is on screen, and TensorFlow drops
the rest when it optimises. So only the small part around it is traced anew when other layers are looked at. Until that
is done (0.3–0.5 s) `run_untraced` gives the same from all layers, which takes a tenth to a third longer. The function
that computes every layer is itself made with the first of them (see `source.py`).
"""

from __future__ import annotations

import gc
import logging
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import tensorflow as tf

from engine.network.live.drawing import MapGeometry, draw_maps
from engine.network.live.source import GivenUp, Layers, Source

Result = tuple[Any, list[tuple[Any, ...]], float]
_MOST_KEPT = 8
_log = logging.getLogger(__name__)


@dataclass(frozen=True, kw_only=True, eq=False)
class Traced:
    """A function for the maps of `layers`; `geometries` say how each layer's maps lie in its mosaic."""

    layers: Layers
    geometries: tuple[MapGeometry, ...]
    function: Any


def traced(layers: Layers, source: Source) -> Traced:
    """Make the function and run it once, so that the first frame does not pay for TensorFlow's optimising.

    Raises `GivenUp` once nobody wants it any more.
    """
    source.settle()
    geometries = source.geometries(layers)

    def compute(pixels: Any, sort: Any, is_held: Any, options: Any, held: list[Any]) -> Any:
        begun = tf.timestamp()
        with tf.control_dependencies([begun]):
            values = source.function(tf.identity(pixels))
        wanted = [values[source.slots[path]] for path in layers]
        scores = tf.identity(values[source.answer])
        # The clock is read when everything that the network itself computes is there, and before it is drawn.
        with tf.control_dependencies([scores, *wanted]):
            forwarded = tf.timestamp()
        with tf.control_dependencies([forwarded]):
            wanted = [tf.identity(each) for each in wanted]
        maps = _drawn(wanted, geometries, sort=sort, held=held, is_held=is_held, options=options)
        return scores, maps, forwarded - begun

    signature = [
        tf.TensorSpec(source.pixels_shape, tf.uint8),
        tf.TensorSpec((), tf.int32),
        tf.TensorSpec((), tf.bool),
        tf.TensorSpec((2,), tf.int32),
        [tf.TensorSpec((each.layout.count,), tf.int32) for each in geometries],
    ]
    function = tf.function(compute, input_signature=signature, autograph=False).get_concrete_function()
    made = Traced(layers=layers, geometries=geometries, function=function)
    run(made, np.zeros(source.pixels_shape, np.uint8), sort=0, options=(0, 0), held=None)
    return made


def run(made: Traced, pixels: Any, *, sort: int, options: tuple[int, int], held: list[Any] | None) -> Result:
    """Scores, each layer's mosaic, figures, order, highs and sign, and the seconds of the network's own part."""
    scores, maps, seconds = made.function(
        tf.constant(pixels), tf.constant(sort), tf.constant(held is not None), tf.constant(options),
        _orders(made.geometries, held),
    )  # fmt: skip
    return scores.numpy(), _as_arrays(maps), float(seconds)


def run_untraced(
    layers: Layers, source: Source, pixels: Any, *, sort: int, options: tuple[int, int], held: list[Any] | None
) -> Result:
    """The same as `run` by way of all layers, for layers for which there is no function yet."""
    begun = time.perf_counter()
    values = source.everything(tf.constant(pixels))
    scores = values[source.answer].numpy()
    seconds = time.perf_counter() - begun
    geometries = source.geometries(layers)
    maps = _drawn(
        [values[source.slots[path]] for path in layers], geometries, sort=tf.constant(sort),
        held=_orders(geometries, held), is_held=tf.constant(held is not None), options=tf.constant(options),
    )  # fmt: skip
    return scores, _as_arrays(maps), seconds


def _drawn(
    outputs: list[Any], geometries: tuple[MapGeometry, ...], *, sort: Any, held: list[Any], is_held: Any, options: Any
) -> list[tuple[Any, ...]]:
    drawn = [
        draw_maps(each, geometry, sort=sort, held=order, is_held=is_held, options=options)
        for each, geometry, order in zip(outputs, geometries, held, strict=True)
    ]
    return [(each.mosaic, each.figures, each.order, each.highs, each.is_signed) for each in drawn]


def _orders(geometries: tuple[MapGeometry, ...], held: list[Any] | None) -> list[Any]:
    if held is None:
        return [tf.range(each.layout.count) for each in geometries]
    return [tf.constant(each) for each in held]


def _as_arrays(maps: list[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    return [tuple(part.numpy() for part in each) for each in maps]


class Workshop:
    """Makes functions in a thread of its own, the last one asked for first, and keeps the latest few."""

    def __init__(self, make: Callable[[Layers], Traced]) -> None:
        self._make = make
        self._kept: OrderedDict[Layers, Traced] = OrderedDict()
        self._changed = threading.Condition()
        self._wanted: Layers | None = None
        self._failed: set[Layers] = set()
        self._is_closed = False
        self._thread: threading.Thread | None = None

    def find(self, layers: Layers) -> Traced | None:
        """The function for `layers` if it is ready."""
        with self._changed:
            kept = self._kept.get(layers)
            if kept is not None:
                self._kept.move_to_end(layers)
            return kept

    def ask(self, layers: Layers) -> None:
        """Have the function for `layers` made, unless that has failed before."""
        with self._changed:
            if layers in self._failed or self._is_closed:
                return
            self._wanted = layers
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, name="trace layers", daemon=True)
                self._thread.start()

    def wait(self, seconds: float) -> bool:
        """Wait until what was asked for last is ready or has failed; false if it takes longer."""
        with self._changed:
            return self._changed.wait_for(lambda: self._wanted is None, seconds)

    def close(self, *, waits: bool = True) -> None:
        """Make nothing more, and let go of everything.

        Without `waits` what is being made now is thrown away when it is done, and its memory given back then.
        """
        with self._changed:
            self._wanted = None
            self._is_closed = True
            thread = self._thread
        if thread is not None and waits:
            thread.join()
        self._kept.clear()

    def _work(self) -> None:
        while True:
            with self._changed:
                layers = self._wanted
                if layers is None or layers in self._kept or layers in self._failed:
                    self._wanted = self._thread = None
                    self._changed.notify_all()
                    break
            self._make_one(layers)
        if self._is_closed:
            gc.collect()  # what was made for nobody holds itself in circles

    def _make_one(self, layers: Layers) -> None:
        try:
            made = self._make(layers)
        except GivenUp:
            return
        except Exception:
            # Nothing is lost: the maps come by way of all layers.
            _log.exception("no function could be made for %s", layers)
            self._failed.add(layers)
            return
        with self._changed:
            if self._is_closed:
                return
            self._kept[layers] = made
            while len(self._kept) > _MOST_KEPT:
                self._kept.popitem(last=False)
