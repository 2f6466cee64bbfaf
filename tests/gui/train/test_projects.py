"""Trainings in project files: also the one that goes on, also before the workspace was ever shown."""

from __future__ import annotations

import json
import zipfile

import pytest

from engine.network.data.specs import BuiltInData, FolderData, RecordedData
from engine.network.training.job import TrainingJob
from engine.project.reading import open_project
from tests.gui.train.test_data import class_folders, said

pytestmark = pytest.mark.allows_warnings


def run_of(home, name, job):
    folder = home / "runs" / name
    folder.mkdir(parents=True)
    (folder / "job.json").write_text(job.to_text())
    return folder


def saved(window, qtbot, path):
    window.project.save(path)
    qtbot.waitUntil(lambda: window.project.path == path and not window.project._is_saving)
    with zipfile.ZipFile(path) as archive:
        return archive.namelist()


def test_runs_are_in_a_project_that_is_saved_before_the_train_workspace_was_shown(window, qtbot, tmp_path):
    run_of(window.parts.folder, "2026-01-02 03.04.05 pets", TrainingJob())
    assert window.train is None
    assert "runs/2026-01-02 03.04.05 pets/job.json" in saved(window, qtbot, tmp_path / "a.kernelscope")


def test_a_training_that_goes_on_is_in_the_project_as_far_as_it_came(train, window, worker, qtbot, tmp_path):
    train.model.train.click()
    worker.begin()
    worker.epoch(1)
    folder = train.session.training.folder
    (folder / "job.json").write_text(train.session.job.to_text())
    (folder / "checkpoint").write_bytes(b"as far as this")
    assert train.session.is_training
    names = saved(window, qtbot, tmp_path / "a.kernelscope")
    assert {f"runs/{folder.name}/checkpoint", f"runs/{folder.name}/job.json"} <= set(names)


def test_the_end_of_a_training_is_something_to_save(train, window, worker, qtbot, tmp_path):
    saved(window, qtbot, tmp_path / "a.kernelscope")
    assert not window.project._is_changed()
    train.model.train.click()
    worker.begin()
    worker.epoch(1)
    worker.finish()
    qtbot.waitUntil(lambda: not train.session.is_training)
    assert window.project._is_changed()


def test_data_that_only_a_run_used_is_taken_along_or_named(window, qtbot, tmp_path):
    home = window.parts.folder
    own, other = (
        class_folders(home / "recordings" / "2026-01-01 00.00.00", cat=1),
        class_folders(tmp_path / "of somebody", cat=1),
    )
    run_of(home, "2026-01-02 03.04.05 own", TrainingJob(data=RecordedData(folder=own)))
    run_of(home, "2026-01-02 03.04.06 other", TrainingJob(data=FolderData(path=other)))
    path = tmp_path / "a.kernelscope"
    names = saved(window, qtbot, path)
    assert any(each.startswith(f"files/1/{own.name}/") for each in names)
    assert not any(other.name in each for each in names)
    assert f"Not taken along, because only earlier trainings used it: “{other.name}”." in said(window)
    opened = open_project(path, tmp_path / "elsewhere")
    jobs = [json.loads((run / "job.json").read_bytes()) for run in opened.runs]
    assert jobs[0]["data"]["folder"] == str(tmp_path / "elsewhere" / "files" / "1" / own.name)
    assert jobs[1]["data"]["path"] == str(other)


@pytest.mark.parametrize(("part", "value"), [("settings", 3), ("fit", "else"), ("values", "\0"), ("model", {"a": 1})])
def test_a_damaged_part_of_the_job_costs_no_other(window, worker, qtbot, part, value):
    job = TrainingJob(data=BuiltInData(name="faces"), input_size=(24, 24)).to_json() | {part: value}
    window.restore_workspace({"key": "train", "network": {}, "train": {"job": job}})
    qtbot.waitUntil(lambda: window.train.session.data is not None)
    assert window.train.session.data.spec == BuiltInData(name="faces")
    assert window.train.session.job.input_size == (24, 24)
    assert getattr(window.train.session.job, part) == getattr(TrainingJob(), part)
    assert said(window).startswith("Part of what was set for training is lost and is as at first.")
