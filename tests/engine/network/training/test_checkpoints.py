from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.network.training.checkpoints import Checkpoint, CheckpointError, Place, load_checkpoint, save_checkpoint

ROOT = Path(__file__).resolve().parents[4]


def checkpoint(epoch: int = 3) -> Checkpoint:
    arrays = {"w/conv1/kernel": np.full((3, 3, 1, 4), epoch, np.float32), "w/o/0": np.array(epoch, np.int64)}
    return Checkpoint(Place(epoch=epoch, class_names=("a", "b"), sums=(1.0, 2.0, 3.0)), arrays)


def test_what_was_saved_comes_back(tmp_path: Path) -> None:
    save_checkpoint(tmp_path / "checkpoint", checkpoint())
    found = load_checkpoint(tmp_path / "checkpoint")
    assert found.place == checkpoint().place
    assert {name: array.tolist() for name, array in found.arrays.items()} == {
        name: array.tolist() for name, array in checkpoint().arrays.items()
    }
    assert found.arrays["w/o/0"].dtype == np.int64


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_any_change_to_the_file_is_noticed(data: st.DataObject, tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.getbasetemp() / "checkpoint-mutated"
    save_checkpoint(path, checkpoint())
    whole = bytearray(path.read_bytes())
    place = data.draw(st.integers(0, len(whole) - 1))
    if data.draw(st.booleans()):
        whole[place] ^= data.draw(st.integers(1, 255))
    else:
        del whole[place:]
    path.write_bytes(whole)
    with pytest.raises(CheckpointError, match="damaged"):
        load_checkpoint(path)


def test_a_folder_without_one_is_told(tmp_path: Path) -> None:
    with pytest.raises(CheckpointError, match="no checkpoint"):
        load_checkpoint(tmp_path / "checkpoint")


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the tool forks")
@pytest.mark.parametrize("options", [[], ["--project"]])
def test_killed_at_any_byte_there_is_always_a_whole_one_and_at_most_one_epoch_is_lost(
    tmp_path: Path, options: list[str]
) -> None:
    told = subprocess.run(
        [sys.executable, "-m", "tests.tools.kill_saving", str(tmp_path), "--count", "50", *options],
        cwd=ROOT, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert told.returncode == 0, told.stdout + told.stderr
    assert "50 kills" in told.stdout
