"""A data set and networks so small that a training takes a moment."""

from __future__ import annotations

from typing import Any

import numpy as np

from engine.child.messages import Message
from engine.network.architecture import chain
from engine.network.built import BuiltModel
from engine.network.data.dataset import ArrayData
from engine.network.data.splitting import Split
from engine.network.layers.convolution import Convolution
from engine.network.layers.dense import Dense
from engine.network.layers.dropout import Dropout
from engine.network.layers.input import Input
from engine.network.layers.layer import Layer
from engine.network.layers.normalisation import BatchNormalization
from engine.network.layers.pooling import GlobalAveragePooling, MaxPooling
from engine.network.layers.reshaping import Flatten
from engine.network.training.job import TrainingJob
from engine.network.training.settings import Settings

CLASSES = ("left", "right", "whole")


def pictures(count: int = 60, *, side: int = 8, seed: int = 0) -> ArrayData:
    """Bright on the left, on the right, or everywhere; no two alike."""
    generator = np.random.default_rng(seed)
    labels = np.arange(count) % 3
    made = generator.integers(0, 90, (count, side, side, 1))
    made[labels != 1, :, : side // 2] += 140
    made[labels != 0, :, side // 2 :] += 140
    return ArrayData("halves", made.astype(np.uint8), labels, CLASSES)


def network(*, dropout: float = 0.0, is_normalised: bool = False, end: Layer | None = None) -> BuiltModel:
    layers: dict[str, Layer] = {
        "input": Input(shape=(8, 8, 1)),
        "conv1": Convolution(filters=4, kernel_size=3, activation="relu"),
        "pool1": MaxPooling(),
        "flatten": Flatten(),
        "dense": Dense(units=8, activation="relu"),
    }
    if is_normalised:
        layers["norm"] = BatchNormalization()
    if dropout:
        layers["dropout"] = Dropout(rate=dropout)
    layers["classes"] = end or Dense(units=3, activation="softmax")
    return BuiltModel(chain("tiny", layers), seed=3)


def backbone() -> BuiltModel:
    layers: dict[str, Layer] = {
        "input": Input(shape=(8, 8, 1)),
        "conv1": Convolution(filters=4, kernel_size=3, activation="relu"),
        "conv2": Convolution(filters=6, kernel_size=3, activation="relu"),
        "mean": GlobalAveragePooling(),
        "classes": Dense(units=3, activation="softmax"),
    }
    return BuiltModel(chain("backbone", layers), seed=5)


def job(**changes: Any) -> TrainingJob:
    settings = {"epochs": 3, "batch_size": 8, "rate": 0.01, **changes.pop("settings", {})}
    usual: dict[str, Any] = {"model": network(), "split": Split(validation=0.2, test=0.2), "values": "unit"}
    return TrainingJob(**{**usual, **changes}, settings=Settings(**settings))


class Hearing:
    """Keeps what a run tells; `wish` is asked after each message that says "stop" or "pause" or neither."""

    def __init__(self, **wishes: Any) -> None:
        self.heard: list[Message] = []
        self._can_hold, self.is_held = wishes.get("can_hold", False), False
        self._stops = wishes.get("stop_after", lambda heard: False)
        self._pauses = wishes.get("pause_after", lambda heard: False)

    def tell(self, message: Message) -> None:
        self.heard.append(message)

    def is_stop_asked(self) -> bool:
        return bool(self._stops(self))

    def is_pause_asked(self) -> bool:
        return self.is_held or bool(self._pauses(self))

    def pause(self) -> bool:
        self.is_held = self._can_hold
        return self._can_hold

    def of(self, kind: type) -> list[Any]:
        return [each for each in self.heard if isinstance(each, kind)]
