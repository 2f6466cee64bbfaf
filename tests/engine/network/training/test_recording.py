"""What a run writes down, where the disk does not always take it."""

from __future__ import annotations

import errno
import io
from pathlib import Path
from typing import Any

import pytest

from engine.files import SaveError
from engine.network.training.curves import LOG, EpochFigures, StepFigures, read_run
from engine.network.training.recording import Record
from tests.engine.network.training import tiny


class Full(io.FileIO):
    """Takes ten bytes more."""

    left = 10

    def write(self, data: Any) -> int:
        count = min(len(data), Full.left)
        if not count:
            raise OSError(errno.ENOSPC, "full")
        Full.left -= count
        return super().write(bytes(data)[:count])


def test_what_a_full_disk_did_not_take_is_written_when_there_is_room(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    record = Record(tmp_path, tiny.job(), steps_per_epoch=4)
    record.epoch(EpochFigures(epoch=1, step=4, loss=1.0, accuracy=0.5))
    real = Path.open
    monkeypatch.setattr(Path, "open", lambda self, *_, **__: Full(self, "a"))
    for number in (2, 3):
        with pytest.raises(SaveError, match="The disk is full"):
            record.epoch(EpochFigures(epoch=number, step=4 * number, loss=1.0, accuracy=0.5))
    monkeypatch.setattr(Path, "open", real)
    record.epoch(EpochFigures(epoch=4, step=16, loss=1.0, accuracy=0.5))
    found = read_run(tmp_path)
    assert [each.epoch for each in found.epochs] == [1, 2, 3, 4]
    assert found.damaged == 0


def test_a_line_that_was_cut_off_by_a_kill_does_not_spoil_the_next(tmp_path: Path) -> None:
    (tmp_path / LOG).write_bytes(b'{"kind": "epo')
    Record(tmp_path, tiny.job(), steps_per_epoch=4).epoch(EpochFigures(epoch=1, step=4, loss=1.0, accuracy=0.5))
    found = read_run(tmp_path)
    assert ([each.epoch for each in found.epochs], found.damaged) == ([1], 1)


def test_what_is_refused_again_and_again_is_written_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    record = Record(tmp_path, tiny.job(), steps_per_epoch=4)
    monkeypatch.setattr("engine.network.training.recording._SECONDS_A_LINE", 0.0)
    real = Path.open

    def refused(*_: Any, **__: Any) -> Any:
        raise OSError(errno.EROFS, "read-only")

    monkeypatch.setattr(Path, "open", refused)
    for number in range(1, 9):
        with pytest.raises(SaveError, match="can only be read"):
            record.steps([StepFigures(step=number, loss=1.0, accuracy=0.5)])
    with pytest.raises(SaveError, match="can only be read"):
        record.epoch(EpochFigures(epoch=2, step=8, loss=1.0, accuracy=0.5))
    monkeypatch.setattr(Path, "open", real)
    record.steps([StepFigures(step=9, loss=1.0, accuracy=0.5)])
    assert len((tmp_path / LOG).read_text().splitlines()) == 10
    assert [each.epoch for each in read_run(tmp_path).epochs] == [2]
