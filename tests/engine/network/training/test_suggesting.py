from __future__ import annotations

from engine.network.requests import BackboneModel, FileModel, GalleryModel
from engine.network.training.settings import Settings
from engine.network.training.suggesting import suggested_settings, suggested_tuning
from engine.network.training.tuning import Tuning


def test_only_the_backbone_is_frozen() -> None:
    assert suggested_tuning(GalleryModel("lenet-5")) == Tuning()
    assert suggested_tuning(FileModel("/a.keras")) == Tuning()
    tuning = suggested_tuning(BackboneModel())
    assert tuning.cut_at == tuning.frozen_up_to != ""
    assert tuning.head.dropout > 0


def test_settings_come_and_go_with_the_backbone() -> None:
    chosen = suggested_settings(BackboneModel(), Settings(seed=3))
    assert chosen.epochs > Settings().epochs
    assert chosen.seed == 3
    assert suggested_settings(GalleryModel("lenet-5"), chosen) == Settings(seed=3)


def test_what_somebody_has_turned_stays() -> None:
    turned = Settings(epochs=7, rate=0.5, batch_size=8)
    assert suggested_settings(BackboneModel(), turned) == Settings(epochs=7, rate=0.5, batch_size=8, schedule="cosine")
    assert suggested_settings(GalleryModel("lenet-5"), turned) == turned
