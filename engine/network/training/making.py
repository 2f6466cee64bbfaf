"""What learns in a run, and how pictures come to it: alone here, elsewhere with others. Imports Keras."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

import tensorflow as tf

from engine.network.architecture import Architecture
from engine.network.training.features import Extractor, Features
from engine.network.training.learner import Learner
from engine.network.training.loading import Loader
from engine.network.training.materials import Materials
from engine.network.training.room import check_room
from engine.network.training.transforming import layers_of
from engine.network.weights import Arrays


class Making(Protocol):
    """Makes learners for a run. `is_chief` is whether this process writes down what comes of it."""

    @property
    def is_chief(self) -> bool: ...

    def learner(self, materials: Materials, architecture: Architecture, arrays: Arrays, *, values: str) -> Learner:
        """What trains this network on the job's pictures, or on features where `values` is empty."""

    def features(
        self, materials: Materials, extractor: Extractor, loader: Loader, *, told: Callable[[int, int], None]
    ) -> Features:
        """The features of all pictures of a loader."""

    def dealt(self, source: Any) -> Any:
        """A loader, or features in its place, as that learner takes its chunks."""


class Alone:
    """One process with one device does it all."""

    is_chief = True

    def learner(self, materials: Materials, architecture: Architecture, arrays: Arrays, *, values: str) -> Learner:
        """A learner with the job's transforms before the network; refused where memory has no room for it."""
        if not tf.config.list_physical_devices("GPU"):  # which has memory of its own
            check_room(architecture, materials.job.settings, pictures=len(materials.parts.train))
        return Learner(architecture, arrays, materials.job.settings, **learner_options(materials, values=values))

    def features(
        self, materials: Materials, extractor: Extractor, loader: Loader, *, told: Callable[[int, int], None]
    ) -> Features:
        """All computed here."""
        return extractor.features(loader, told=told)

    def dealt(self, source: Any) -> Any:
        """The source as it is."""
        return source


def learner_options(materials: Materials, *, values: str) -> dict[str, Any]:
    """What a learner of this job is told beside network and settings."""
    job = materials.job
    layers = layers_of(job.transforms, channels=materials.prepared.channels, seed=job.settings.seed)
    return {
        "classes": len(materials.class_names), "values": values, "class_weights": materials.class_weights,
        "changes": _in_turn(layers) if layers else None, "changing": layers,
    }  # fmt: skip


def _in_turn(layers: tuple[Any, ...]) -> Callable[[Any], Any]:
    def changed(pictures: Any) -> Any:
        for layer in layers:
            pictures = layer(pictures, training=True)
        return pictures

    return changed
