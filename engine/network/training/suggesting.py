"""What a training is set to when nobody has said anything: one choice of a network, then the Train button. No Keras."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from engine.network.backbone.network import FEATURES
from engine.network.built import BuiltModel
from engine.network.requests import BackboneModel, FileModel, GalleryModel, ModelSpec
from engine.network.training.settings import Settings
from engine.network.training.tuning import Head, Tuning

# A head that was solved is as good as it gets with few pictures: steps that are any larger lead away from it.
_SOLVED_HEAD: dict[str, Any] = {"epochs": 10, "rate": 0.0001}
# One that begins by lot is a single layer, which bears large steps; and frozen layers are run only once.
_HEAD_BY_LOT: dict[str, Any] = {"epochs": 60, "rate": 0.01, "schedule": "cosine"}
_WHOLE_BACKBONE: dict[str, Any] = {"epochs": 60, "schedule": "cosine"}
# A few thousand weights bear large steps at first, and gain from small ones at the end.
_SMALL: dict[str, Any] = {"rate": 0.002, "schedule": "cosine"}
_SUITED = (_SOLVED_HEAD, _HEAD_BY_LOT, _WHOLE_BACKBONE, _SMALL)
_SMALL_NETWORKS = ("cnn-example", "lenet-5")


def suggested_tuning(spec: ModelSpec) -> Tuning:
    """The bundled backbone keeps what it has learnt and gets a new head, solved at once; others learn as a whole.

    >>> suggested_tuning(BackboneModel()).frozen_up_to
    'features'
    """
    if isinstance(spec, BackboneModel):
        return Tuning(cut_at=FEATURES, frozen_up_to=FEATURES, head=Head(is_solved=True))
    return Tuning()


def has_learnt(spec: ModelSpec) -> bool:
    """Whether a network brings along weights that it has learnt; of a file that is taken for granted.

    >>> has_learnt(BackboneModel())
    True
    """
    if isinstance(spec, BuiltModel):
        return bool(spec.origin)
    return isinstance(spec, (BackboneModel, FileModel))


def suggested_settings(spec: ModelSpec, settings: Settings, tuning: Tuning | None = None) -> Settings:
    """`settings` with what suits the network and its tuning, as far as nobody has turned it.

    Without `tuning` it is the one that is suggested.

    >>> suggested_settings(BackboneModel(), Settings(epochs=7)).to_json()
    {'epochs': 7, 'rate': 0.0001}
    """
    usual, suited = Settings(), _suited(spec, tuning or suggested_tuning(spec))
    changes: dict[str, Any] = {}
    for name in sorted({name for each in _SUITED for name in each}):
        untouched = {getattr(usual, name), *(each[name] for each in _SUITED if name in each)}
        if getattr(settings, name) in untouched:
            changes[name] = suited.get(name, getattr(usual, name))
    return replace(settings, **changes)


def _suited(spec: ModelSpec, tuning: Tuning) -> dict[str, Any]:
    if tuning.frozen_up_to and tuning.head.is_solved:
        return _SOLVED_HEAD
    if isinstance(spec, BackboneModel):
        return _HEAD_BY_LOT if tuning.frozen_up_to else _WHOLE_BACKBONE
    is_small = isinstance(spec, GalleryModel) and spec.identifier in _SMALL_NETWORKS
    return _SMALL if is_small else {}
