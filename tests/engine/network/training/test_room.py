"""Whether a training finds room is known before it begins, and what would fit is proposed."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.errors import UserError
from engine.network.catalogue import architecture_of
from engine.network.tracing import trace
from engine.network.training import room
from engine.network.training.settings import Settings
from tests.engine.network.training import tiny
from tests.engine.network.training.trying import run

pytestmark = pytest.mark.usefixtures("keras_loaded", "saves_quickly")

GIGABYTE = 10**9


def test_a_batch_that_cannot_fit_is_refused_with_one_that_can() -> None:
    network = architecture_of("vgg-16")
    settings = Settings(batch_size=512)
    with pytest.raises(UserError, match=r"512 pictures .* takes 20.8 GB .* 8.0 GB are free. Set the batch") as told:
        room.check_room(network, settings, pictures=2000, free=8 * GIGABYTE)
    proposed = told.value.values["new_batch_size"]
    assert proposed == 64
    room.check_room(network, Settings(batch_size=64), pictures=2000, free=8 * GIGABYTE)
    room.check_room(network, settings, pictures=20, free=8 * GIGABYTE)  # no batch is larger than the data
    with pytest.raises(UserError, match="Use smaller pictures or a smaller network"):
        room.check_room(network, settings, pictures=2000, free=GIGABYTE)


def test_what_is_frozen_at_the_beginning_needs_its_weights_only() -> None:
    from dataclasses import replace

    whole = architecture_of("vgg-16")
    frozen = replace(whole, nodes=tuple(
        replace(node, layer=replace(node.layer, trainable=False)) if "dense" not in node.name and node.name != "input"
        and hasattr(node.layer, "trainable") else node for node in whole.nodes
    ))  # fmt: skip
    for settings in (Settings(), Settings(optimiser="sgd")):
        (weights, picture), (fewer, less) = (room.needed(trace(each), settings) for each in (whole, frozen))
        assert fewer < weights
        assert less < picture
    assert room.needed(trace(whole), Settings(optimiser="sgd"))[0] < room.needed(trace(whole), Settings())[0]


def test_a_run_is_refused_before_anything_is_reserved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "free_memory", lambda: 12_000)
    hearing = tiny.Hearing()
    with pytest.raises(UserError, match="Set the batch to"):
        run(tiny.job(settings={"batch_size": 32}), tmp_path, listener=hearing)
    monkeypatch.setattr(room, "free_memory", lambda: None)
    run(tiny.job(), tmp_path)


def test_what_a_container_leaves_is_what_its_processes_do_not_hold(tmp_path: Path) -> None:
    limit = tmp_path / "memory.max"
    limit.write_text("1000000\n")
    (tmp_path / "memory.stat").write_text("anon 400000\nfile 900000\nanon_thp 7\n")
    assert room._within_group(limit, "anon") == 600_000
    limit.write_text("max\n")
    assert room._within_group(limit, "anon") is None
    assert room._within_group(tmp_path / "gone" / "memory.max", "anon") is None


def test_a_limit_on_the_address_space_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    resource = pytest.importorskip("resource")
    taken = room._line("/proc/self/status", "VmSize:")
    if taken is None:
        pytest.skip("the system does not tell")
    monkeypatch.setattr(resource, "getrlimit", lambda _kind: (taken + 50_000_000, resource.RLIM_INFINITY))
    found = room.free_memory()
    assert found is not None
    assert found <= 50_000_000
