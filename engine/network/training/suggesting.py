"""What a training is set to when nobody has said anything: one choice of a network, then the Train button. No Keras."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from engine.network.backbone.network import FEATURES
from engine.network.built import BuiltModel
from engine.network.requests import BackboneModel, FileModel, ModelSpec
from engine.network.training.settings import Settings
from engine.network.training.tuning import Head, Tuning

# Frozen layers are run only once, so epochs cost next to nothing; and a single layer bears large steps.
_NEW_HEAD = {"epochs": 60, "rate": 0.01, "schedule": "cosine"}


def suggested_tuning(spec: ModelSpec) -> Tuning:
    """The bundled backbone keeps what it has learnt and gets a new head; any other network learns as a whole.

    >>> suggested_tuning(BackboneModel()).frozen_up_to
    'features'
    """
    if isinstance(spec, BackboneModel):
        return Tuning(cut_at=FEATURES, frozen_up_to=FEATURES, head=Head(dropout=0.2))
    return Tuning()


def has_learnt(spec: ModelSpec) -> bool:
    """Whether a network brings along weights that it has learnt; of a file that is taken for granted.

    >>> has_learnt(BackboneModel())
    True
    """
    if isinstance(spec, BuiltModel):
        return bool(spec.origin)
    return isinstance(spec, (BackboneModel, FileModel))


def suggested_settings(spec: ModelSpec, settings: Settings) -> Settings:
    """`settings` with what suits the network, as far as nobody has turned it.

    >>> suggested_settings(BackboneModel(), Settings(epochs=7)).to_json()
    {'epochs': 7, 'rate': 0.01, 'schedule': 'cosine'}
    """
    usual = Settings()
    changes: dict[str, Any] = {
        name: value if isinstance(spec, BackboneModel) else getattr(usual, name)
        for name, value in _NEW_HEAD.items()
        if getattr(settings, name) in (value, getattr(usual, name))
    }
    return replace(settings, **changes)
