"""Looking into a network while it learns: filters, their gradients, maps of one picture, dead units. Imports Keras."""

from __future__ import annotations

import contextlib
import shutil
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import keras
import numpy as np
import tensorflow as tf
from numpy.typing import NDArray

from engine.files import SaveError
from engine.imaging.mosaic import mosaic
from engine.imaging.palettes import NEUTRAL_INDEX
from engine.network.building import build
from engine.network.live.plan import Step, plan_of
from engine.network.live.scaling import scaled
from engine.network.training.answer import answer_kind
from engine.network.training.curves import WATCHED
from engine.network.training.learner import Learner, assign_arrays, graph_of, losses, shares
from engine.network.training.listening import Listener
from engine.network.training.materials import Materials
from engine.network.training.messages import LayerHealth, Watched, WatchedLayer
from engine.network.training.watched import write_watched

MOST_LAYERS = 12
MOST_MAPS = 32
MOST_FILTERS = 16
MOST_CHANNELS = 4
_LARGEST_MAP = 40
_PICTURES = 32
_SHARE_OF_TIME = 0.2
_SHOWN = ("Conv2D", "SeparableConv2D", "DepthwiseConv2D", "Conv2DTranspose", "MaxPooling2D", "AveragePooling2D", "Add",
          "Concatenate")  # fmt: skip


def watcher(index: int | None = None) -> Callable[[Materials, Listener, Path], Watcher]:
    """What makes the watcher of a run; `index` is the watched picture's place in the data set."""
    return lambda materials, listener, folder: Watcher(materials, listener, folder, index)


class Watcher:
    """Looks into the network after an epoch, tells what it saw, and keeps it in the run's folder.

    It takes at most a fifth of the time: where epochs are short, some are passed over, but never the first ones and the
    last. The first look is not reckoned: making its function takes seconds, and with them the epochs would be missed in
    which most is learnt.
    """

    def __init__(self, materials: Materials, listener: Listener, folder: Path, index: int | None) -> None:
        self._materials, self._listener, self._folder = materials, listener, folder
        parts = materials.parts
        usual = parts.validation if len(parts.validation) else parts.train
        self.index = int(usual[0]) if index is None else index
        # No more at a time than the training takes: there may be no room for more.
        count = min(_PICTURES, materials.job.settings.batch_size)
        indices = np.concatenate([[self.index], parts.train[: max(1, count - 1)]]).astype(np.int64)
        loader = materials.loader_of(indices)
        places = np.arange(len(indices), dtype=np.int32)
        self._pictures, self._labels = loader.batch(places), loader.labels
        self._valid = loader.valid_at(places)
        self._architecture = materials.prepared.tuned.architecture
        self._model: Any = None
        self._look: Any = None
        self._shown: list[Step] = []
        self._kernels: list[tuple[str, Any]] = []
        self._units: list[Step] = []
        self._due_at = 0.0

    def __call__(self, epoch: int, learner: Learner, arrays: dict[str, NDArray[Any]]) -> None:
        begun = time.monotonic()
        if begun < self._due_at and epoch not in (0, self._materials.job.settings.epochs):
            return
        if epoch == 0:
            shutil.rmtree(self._folder / WATCHED, ignore_errors=True)
        now = learner.architecture
        if now != self._architecture and now.by_name.keys() == self._architecture.by_name.keys():
            self._architecture, self._model = now, None  # other layers learn since then
        is_first = self._model is None
        if is_first:
            self._prepare()
        assign_arrays(self._model, self._architecture, arrays)
        maps, answer, gradients, dead = self._look(
            tf.constant(self._pictures), tf.constant(self._labels), tf.constant(self._valid)
        )
        watched = Watched(
            epoch=epoch, index=self.index, answer=tuple(float(each) for each in answer.numpy()),
            layers=self._layers(maps, gradients), health=self._health(gradients, dead),
        )  # fmt: skip
        with contextlib.suppress(SaveError):  # the run itself tells that its folder takes nothing more
            write_watched(self._folder, watched)
        self._listener.tell(watched)
        taken = 0.0 if is_first else time.monotonic() - begun
        self._due_at = time.monotonic() + taken / _SHARE_OF_TIME

    def _prepare(self) -> None:
        self._model = build(self._architecture, arrays=self._materials.prepared.tuned.arrays)
        plan = plan_of(self._model)
        settings, classes = self._materials.job.settings, len(self._materials.class_names)
        kind, values = answer_kind(self._architecture), self._materials.prepared.values
        variables = self._model.trainable_variables
        kernels = [
            (step.path, variable)
            for step in plan.steps
            for variable in getattr(step.operation, "weights", [])
            if variable.name in ("kernel", "depthwise_kernel") and len(variable.shape) == 4 and variable.shape[0] > 1
        ]
        self._kernels = _spread(_once(kernels), MOST_LAYERS)
        self._units = [step for step in plan.steps if _ends_in_relu(step)]

        def look(pictures: Any, labels: Any, valid: Any) -> tuple[Any, Any, Any, Any]:
            with tf.GradientTape() as tape:
                found = plan.run([scaled(tf.cast(pictures, tf.float32), values)])
                answers = found[plan.outputs[0]]
                each = losses(
                    labels, answers, kind=kind, classes=classes, loss=settings.loss, smoothing=settings.smoothing
                )
                loss = tf.math.divide_no_nan(tf.reduce_sum(each * valid), tf.reduce_sum(valid))
            gradients = tape.gradient(loss, variables, unconnected_gradients=tf.UnconnectedGradients.ZERO)
            shown = [step for step in plan.steps if step.kind in _SHOWN and len(found[step.outputs[0]].shape) == 4]
            self._shown = _spread(shown, MOST_LAYERS)
            maps = [found[step.outputs[0]][0, :, :, :MOST_MAPS] for step in self._shown]
            dead = [_dead(found[step.outputs[0]], valid) for step in self._units]
            return maps, shares(answers[:1], kind)[0], gradients, dead

        self._look = graph_of(
            look,
            [
                tf.TensorSpec(self._pictures.shape, tf.uint8), tf.TensorSpec((len(self._labels),), tf.int32),
                tf.TensorSpec((len(self._labels),), tf.float32),
            ],
        )  # fmt: skip

    def _layers(self, maps: list[Any], gradients: list[Any]) -> tuple[WatchedLayer, ...]:
        by_variable = {id(each): grad for each, grad in zip(self._model.trainable_variables, gradients, strict=True)}
        kernels = dict(self._kernels)
        shown = {step.path: found.numpy() for step, found in zip(self._shown, maps, strict=True)}
        layers = []
        for path in dict.fromkeys([*shown, *kernels]):
            drawn: dict[str, Any] = {}
            if path in shown:
                drawn |= dict(zip(("maps", "map_high", "map_scheme"), drawn_maps(shown[path]), strict=True))
            if path in kernels:
                values = np.asarray(kernels[path])
                drawn |= dict(zip(("filters", "filter_high"), drawn_filters(values), strict=True))
                gradient = by_variable.get(id(kernels[path]))
                if gradient is not None:
                    drawn |= dict(zip(("gradients", "gradient_high"), drawn_filters(gradient.numpy()), strict=True))
            layers.append(WatchedLayer(path, **drawn))
        return tuple(layers)

    def _health(self, gradients: list[Any], dead: list[Any]) -> tuple[LayerHealth, ...]:
        by_variable = {id(each): grad for each, grad in zip(self._model.trainable_variables, gradients, strict=True)}
        shares_dead = {step.path: float(share) for step, share in zip(self._units, dead, strict=True)}
        found = []
        for path, node in self._architecture.walk():
            layer = self._layer(path)
            variables = [] if layer is None or node.shares else list(layer.weights)
            learnt = [each for each in variables if id(each) in by_variable]
            if variables or path in shares_dead:
                found.append(
                    LayerHealth(
                        path=path,
                        gradient=_mean_size([by_variable[id(each)].numpy() for each in learnt]),
                        weights=_mean_size([np.asarray(each) for each in variables]),
                        dead=shares_dead.get(path),
                    )
                )
        return tuple(found)

    def _layer(self, path: str) -> Any:
        found = self._model
        for name in path.split("/"):
            found = next((layer for layer in found.layers if layer.name == name), None)
            if found is None:
                return None
        return found


def drawn_maps(maps: NDArray[np.float32]) -> tuple[NDArray[np.uint8], float, str]:
    """Maps (H, W, C) as a mosaic of palette entries, the value of the last entry, and the palette's scheme."""
    factor = max(1, -(-max(maps.shape[:2]) // _LARGEST_MAP))
    if factor > 1:
        rows, columns = (side // factor * factor for side in maps.shape[:2])
        cut = maps[:rows, :columns]
        maps = cut.reshape(rows // factor, factor, columns // factor, factor, -1).mean(axis=(1, 3))
    is_signed = bool((maps < 0).any())
    high = float(np.nan_to_num(np.abs(maps)).max())
    return mosaic(_entries(maps, high, is_signed=is_signed)), high, "signed" if is_signed else "positive"


def drawn_filters(kernels: NDArray[np.float32]) -> tuple[NDArray[np.uint8], float]:
    """Kernels (h, w, channels, filters) as a mosaic, and the size of the largest weight.

    Those for colour pictures are drawn in colour (H, W, 3); of others the first few channels of each filter.
    """
    count = min(MOST_FILTERS, kernels.shape[3])
    chosen = kernels[..., :count]
    high = float(np.nan_to_num(np.abs(chosen)).max())
    if kernels.shape[2] == 3:
        entries = _entries(chosen, high, is_signed=True)
        return np.stack([mosaic(entries[:, :, channel]) for channel in range(3)], axis=-1), high
    channels = min(MOST_CHANNELS, kernels.shape[2])
    flat = chosen[:, :, :channels].transpose(0, 1, 3, 2).reshape(*kernels.shape[:2], count * channels)
    return mosaic(_entries(flat, high, is_signed=True)), high


def _entries(values: NDArray[np.float32], high: float, *, is_signed: bool) -> NDArray[np.uint8]:
    """Entries from 1 on: what lies between the maps of a mosaic is 0, and told apart from every value by that."""
    span, middle = (127.0, float(NEUTRAL_INDEX)) if is_signed else (254.0, 1.0)
    scale = span / high if high > 0 else 0.0
    entries: NDArray[np.uint8] = np.clip(np.rint(np.nan_to_num(values) * scale + middle), 1, 255).astype(np.uint8)
    return entries


def _dead(values: Any, valid: Any) -> Any:
    """The share of units, or maps, that are 0 for every picture."""
    axes = list(range(1, len(values.shape) - 1))
    highest = tf.reduce_max(values, axis=axes) if axes else values
    return tf.reduce_mean(tf.cast(tf.reduce_max(highest * valid[:, None], axis=0) <= 0, tf.float32))


def _ends_in_relu(step: Step) -> bool:
    functions = (keras.activations.relu, keras.activations.relu6)
    return step.kind == "ReLU" or any(getattr(step.operation, "activation", None) is each for each in functions)


def _mean_size(arrays: list[NDArray[Any]]) -> float | None:
    count = sum(each.size for each in arrays)
    return float(sum(np.abs(each).sum(dtype=np.float64) for each in arrays) / count) if count else None


def _once(kernels: list[tuple[str, Any]]) -> list[tuple[str, Any]]:
    seen: dict[int, tuple[str, Any]] = {}
    for path, variable in kernels:
        seen.setdefault(id(variable), (path, variable))
    return list(seen.values())


def _spread(found: list[Any], most: int) -> list[Any]:
    """At most that many of them, the first and the last and those evenly between."""
    if len(found) <= most:
        return found
    return [found[round(number * (len(found) - 1) / (most - 1))] for number in range(most)]
