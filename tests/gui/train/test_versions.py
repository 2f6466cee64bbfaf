"""A lesson that was saved by version 1 goes on in the window of today, and hands come back with the session."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest

from engine.network.data.dataset import VALIDATION
from engine.network.training.job import VERSION
from gui.autosave import load_session, session_to_text
from tests.engine.project.test_migrations import FILES, LESSON

pytestmark = pytest.mark.allows_warnings


def saved(window, path: Path):
    path.write_text(session_to_text(window.parts.session, workspace=window.workspace_state()), encoding="utf-8")
    return load_session(path)


def test_a_project_of_version_1_opens_with_data_edits_settings_and_runs(train, window, settle, tmp_path):
    path = tmp_path / "lesson.kernelscope"
    shutil.copy(FILES / "version-1.kernelscope", path)
    window.open_path(path)
    settle(lambda: train.session.data.dataset.class_names == ("Leaf", "stone") and train.session.runs)
    job = train.session.job
    assert (job.split, job.settings, job.edits, job.model) == (
        LESSON.split,
        LESSON.settings,
        LESSON.edits,
        LESSON.model,
    )
    assert [run.folder.name for run in train.session.runs] == ["2026 leaves"]
    settle(lambda: train.splitting.found is not None)
    found = train.splitting.found
    assert found.counts.sum(axis=0).tolist() == [7, 3, 0]
    train.editing.keep_for([train.session.data.dataset.identity(1)], "validation")
    state = saved(window, tmp_path / "session.json").workspace
    assert state["train"]["job"]["version"] == VERSION


def test_what_was_put_by_hand_comes_back_with_the_session(train, window, settle, tmp_path):
    chosen = [train.session.data.dataset.identity(index) for index in range(3)]
    train.editing.keep_for(chosen, "validation")
    state = saved(window, tmp_path / "session.json").workspace
    train.editing.undo()
    window.restore_workspace(state)
    settle(lambda: train.splitting.found is not None and train.splitting.found.split.kind == "hand")
    assert np.flatnonzero(train.splitting.found.assigned.is_by_hand).tolist() == [0, 1, 2]
    assert (train.splitting.found.numbers[:3] == VALIDATION).all()


def test_a_job_that_cannot_be_read_is_told_and_the_data_stays(train, window):
    before = train.session.data
    window.restore_workspace({"key": "train", "train": {"job": {"format": "kernelscope-training-job", "version": 99}}})
    assert "newer Kernelscope" in window.messages.bar.current().text
    assert train.session.data is before
