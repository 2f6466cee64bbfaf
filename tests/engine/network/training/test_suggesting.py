from __future__ import annotations

from dataclasses import replace

from engine.network.requests import BackboneModel, FileModel, GalleryModel
from engine.network.training.settings import Settings
from engine.network.training.suggesting import suggested_settings, suggested_tuning
from engine.network.training.tuning import Head, Tuning


def test_only_the_backbone_is_frozen() -> None:
    assert suggested_tuning(GalleryModel("lenet-5")) == Tuning()
    assert suggested_tuning(FileModel("/a.keras")) == Tuning()
    tuning = suggested_tuning(BackboneModel())
    assert tuning.cut_at == tuning.frozen_up_to != ""
    assert tuning.head.is_solved


def test_settings_come_and_go_with_the_network() -> None:
    chosen = suggested_settings(BackboneModel(), Settings(seed=3))
    assert chosen.rate < Settings().rate
    assert chosen.seed == 3
    small = suggested_settings(GalleryModel("lenet-5"), chosen)
    assert small.schedule == "cosine"
    assert small.epochs == Settings().epochs
    assert suggested_settings(BackboneModel(), small) == chosen
    assert suggested_settings(GalleryModel("resnet-18-small"), small) == Settings(seed=3)


def test_what_somebody_has_turned_stays() -> None:
    turned = Settings(epochs=7, rate=0.5, schedule="steps", batch_size=8)
    for spec in (BackboneModel(), GalleryModel("lenet-5"), FileModel("/a.keras")):
        assert suggested_settings(spec, turned) == turned


def test_settings_follow_what_is_done_to_the_backbone() -> None:
    spec, tuning = BackboneModel(), suggested_tuning(BackboneModel())
    solved = suggested_settings(spec, Settings(seed=3), tuning)
    by_lot = suggested_settings(spec, solved, replace(tuning, head=Head()))
    assert by_lot.rate > 10 * solved.rate
    assert by_lot.epochs > solved.epochs
    anew = suggested_settings(spec, by_lot, replace(tuning, frozen_up_to="", starts_anew=True))
    assert anew.rate == Settings().rate
    assert anew.epochs > solved.epochs
    assert suggested_settings(spec, anew, tuning) == solved
