from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from engine.network.training.curves import (
    JOB,
    LOG,
    EpochFigures,
    Note,
    RunError,
    RunState,
    StepFigures,
    gap_between,
    line_of,
    read_run,
)
from engine.network.training.messages import LayerHealth, Watched, WatchedLayer
from engine.network.training.pace import Pace
from engine.network.training.watched import WatchedError, read_watched, watched_epochs, write_watched


def epoch(number: int, accuracy: float, validation: float, loss: float = 0.5) -> EpochFigures:
    return EpochFigures(
        epoch=number, step=number * 10, loss=loss, accuracy=accuracy, validation_loss=loss,
        validation_accuracy=validation,
    )  # fmt: skip


def test_a_log_is_read_past_lines_that_are_damaged(tmp_path: Path) -> None:
    (tmp_path / JOB).write_text("{}")
    step, note = StepFigures(step=4, loss=1.5, accuracy=0.25), Note(4, "Rate {rate}.", {"rate": 0.5})
    lines = [
        line_of(step), line_of(epoch(1, 0.5, 0.5)), line_of(note), '{"kind": "step", "step": "x"}\n', "\x00\xff\n",
        '{"kind": "epoch"', "\n", "[]\n",
    ]  # fmt: skip
    (tmp_path / LOG).write_text("".join(lines))
    run = read_run(tmp_path)
    assert run.steps == (step,)
    assert run.epochs == (epoch(1, 0.5, 0.5),)
    assert [str(each.remark) for each in run.notes] == ["Rate 0.5."]
    assert (run.damaged, run.state) == (4, RunState.BROKEN_OFF)


def test_an_epoch_that_was_done_again_counts_once(tmp_path: Path) -> None:
    (tmp_path / JOB).write_text("{}")
    told = [epoch(1, 0.5, 0.5), epoch(2, 0.6, 0.6), epoch(2, 0.7, 0.7)]
    (tmp_path / LOG).write_text("".join(map(line_of, told)))
    assert read_run(tmp_path).epochs == (told[0], told[2])


def test_a_folder_without_a_run_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RunError, match="holds no training run"):
        read_run(tmp_path)


@pytest.mark.parametrize(
    ("epochs", "sentence"),
    [
        ((epoch(1, 0.95, 0.7),), "learnt by heart"),
        (tuple(epoch(n, 0.95, 0.7, loss=0.3 + 0.1 * n) for n in range(1, 8)), "its loss rises again"),
        ((epoch(1, 0.6, 0.8),), "make training harder"),
        ((epoch(1, 0.95, 0.94),), "holds for new pictures"),
        (tuple(epoch(n, 0.4, 0.4) for n in range(1, 7)), "not much is learnt"),
    ],
)
def test_the_gap_is_explained(epochs: tuple[EpochFigures, ...], sentence: str) -> None:
    assert sentence in str(gap_between(epochs))


def test_nothing_is_said_of_a_gap_that_nobody_measured() -> None:
    assert gap_between(()) is None
    assert gap_between((EpochFigures(epoch=1, step=1, loss=1, accuracy=1),)) is None


def test_what_was_watched_comes_back_and_a_damaged_file_is_told(tmp_path: Path) -> None:
    picture = np.arange(12, dtype=np.uint8).reshape(3, 4)
    watched = Watched(
        epoch=7, index=3, answer=(0.25, 0.75), health=(LayerHealth("conv1", 0.5, 1.0, None),),
        layers=(WatchedLayer("conv1", filters=picture, map_high=2.5), WatchedLayer("pool1", maps=picture)),
    )  # fmt: skip
    write_watched(tmp_path, watched)
    found = read_watched(tmp_path, 7)
    assert (found.epoch, found.index, found.answer, found.health) == (7, 3, (0.25, 0.75), watched.health)
    assert np.array_equal(found.layers[0].filters, picture)
    assert found.layers[0].maps is None
    assert found.layers[0].map_high == 2.5
    assert watched_epochs(tmp_path) == (7,)
    assert watched_epochs(tmp_path / "none") == ()
    path = next((tmp_path / "watched").iterdir())
    path.write_bytes(path.read_bytes()[:-40])
    with pytest.raises(WatchedError, match="epoch 7"):
        read_watched(tmp_path, 7)


def test_calls_grow_until_they_last_a_tenth_of_a_second() -> None:
    pace = Pace(0.0)
    assert pace.steps == 1
    pace.called(steps=1, images=32, seconds=9.0)  # the first makes the graph
    assert pace.steps == 1
    for _ in range(30):
        pace.called(steps=pace.steps, images=32 * pace.steps, seconds=0.004 * pace.steps)
    assert pace.steps == 25 or pace.steps == 24
    assert pace.images_per_second == pytest.approx(8000, rel=0.01)
    assert [pace.is_telling_due(now) for now in (0.0, 0.05, 0.11, 0.15)] == [True, False, True, False]
