"""Weights that Keras's own networks were published with, where they are on this computer. Nothing is ever downloaded.

Keras keeps what it once downloaded in a folder of its own, under names that say which network the weights are for. The
files hold no layers; those come from `keras.applications`. Imports nothing heavy: the window lists them.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from engine.text import mark

HOME = "KERAS_HOME"
CLASS_INDEX = "imagenet_class_index.json"
CLASSES = 1000
_MOST_BYTES = 2**20
_PLAIN = "{}_weights_tf_dim_ordering_tf_kernels{}.h5"


@dataclass(frozen=True)
class Published:
    """One file of weights: which network of `keras.applications` they are for, and which numbers it expects."""

    file: str
    maker: str
    values: str
    settings: Mapping[str, Any] = field(default_factory=dict)
    has_head: bool = True
    detail: str = ""

    @property
    def title(self) -> str:
        """What the network is called, with what tells it from its sisters."""
        return f"{self.maker} {self.detail}".rstrip()

    @property
    def name(self) -> str:
        """Marked text for the button and the menu, with a place for `title`."""
        return mark("{title} · ImageNet") if self.has_head else mark("{title} · ImageNet, without its head")


def published_for(path: Path) -> Published | None:
    """Whose weights a file is called after; None for any other name."""
    return _BY_FILE.get(path.name)


def folder() -> Path:
    """Where Keras keeps what it has downloaded."""
    home = os.environ.get(HOME)
    return (Path(home) if home else Path.home() / ".keras") / "models"


def present(where: Path | None = None) -> tuple[Path, ...]:
    """The files of known weights in a folder, in the order of the networks; looks at the disk."""
    where = where or folder()
    try:
        found = {each.name for each in where.iterdir()}
    except OSError:
        return ()
    return tuple(where / name for name in _BY_FILE if name in found)


def class_names_beside(path: Path) -> tuple[str, ...]:
    """The thousand classes of ImageNet, if the list that Keras downloads lies beside the weights."""
    index = path.with_name(CLASS_INDEX)
    try:
        if index.stat().st_size > _MOST_BYTES:
            return ()
        found = json.loads(index.read_bytes())
        names = tuple(str(found[str(number)][1]).replace("_", " ")[:80] for number in range(CLASSES))
    except (OSError, ValueError, KeyError, IndexError, TypeError, RecursionError):
        return ()
    return names


def _known() -> Iterator[Published]:
    for maker, start, values in (
        ("VGG16", "vgg16", "caffe"), ("VGG19", "vgg19", "caffe"),
        ("ResNet50", "resnet50", "caffe"), ("ResNet101", "resnet101", "caffe"), ("ResNet152", "resnet152", "caffe"),
        ("ResNet50V2", "resnet50v2", "signed"), ("ResNet101V2", "resnet101v2", "signed"),
        ("InceptionV3", "inception_v3", "signed"), ("Xception", "xception", "signed"),
        ("DenseNet121", "densenet121", "torch"), ("DenseNet169", "densenet169", "torch"),
        ("DenseNet201", "densenet201", "torch"),
    ):  # fmt: skip
        for has_head, end in ((True, ""), (False, "_notop")):
            yield Published(_PLAIN.format(start, end), maker, values, {}, has_head)
    for alpha, text in ((1.0, "1_0"), (0.75, "7_5"), (0.5, "5_0"), (0.25, "2_5")):
        for side in (224, 192, 160, 128):
            for has_head, end in ((True, ""), (False, "_no_top")):
                settings, detail = _sized(alpha, side)
                yield Published(
                    f"mobilenet_{text}_{side}_tf{end}.h5", "MobileNet", "signed", settings, has_head, detail
                )
    for alpha in (1.0, 0.35, 0.5, 0.75, 1.3, 1.4):
        for side in (224, 192, 160, 128, 96):
            for has_head, end in ((True, ""), (False, "_no_top")):
                name = f"mobilenet_v2_weights_tf_dim_ordering_tf_kernels_{alpha}_{side}{end}.h5"
                settings, detail = _sized(alpha, side)
                yield Published(name, "MobileNetV2", "signed", settings, has_head, detail)


def _sized(alpha: float, side: int) -> tuple[dict[str, Any], str]:
    return {"alpha": alpha, "input_shape": (side, side, 3)}, "" if (alpha, side) == (1.0, 224) else f"{alpha}, {side}"


_BY_FILE: Mapping[str, Published] = {each.file: each for each in _known()}
