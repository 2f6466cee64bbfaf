"""Files of version 1, written by the program when that was the newest, hold the same lesson today."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from engine.errors import UserError
from engine.imaging.recipe import Recipe
from engine.migrations import newest
from engine.network.architecture import chain
from engine.network.built import BuiltModel
from engine.network.data.edits import Edits, edited
from engine.network.data.opening import open_data
from engine.network.data.specs import BuiltInData, FolderData
from engine.network.data.splitting import Split, assigned, parts
from engine.network.layers.convolution import Convolution
from engine.network.layers.dense import Dense
from engine.network.layers.input import Input
from engine.network.layers.pooling import GlobalAveragePooling
from engine.network.training.curves import RunState, read_run
from engine.network.training.job import VERSION as JOB_VERSION
from engine.network.training.job import TrainingJob, read_job
from engine.network.training.job_migrations import JOB_STEPS
from engine.network.training.settings import Settings
from engine.project.layout import VERSION, Opened, Parcel
from engine.project.migrations import SESSION_STEPS, SESSION_VERSION, migrated_session
from engine.project.reading import open_project
from engine.project.writing import save_project

FILES = Path(__file__).parent / "files"
LESSON = TrainingJob(
    name="leaves",
    data=FolderData(path=Path("/home/pupil/kernelscope/lesson pictures")),
    edits=Edits(renamed={"leaf": "Leaf"}, removed=frozenset({"stone/4.png"})),
    split=Split(kind="ratio", validation=0.25, test=0.0, seed=7),
    model=BuiltModel(
        chain(
            "tiny",
            {
                "input": Input(shape=(8, 8, 3)),
                "conv1": Convolution(filters=2, kernel_size=3, activation="relu"),
                "mean": GlobalAveragePooling(),
                "classes": Dense(units=2, activation="softmax"),
            },
        ),
        seed=3,
    ),
    values="unit",
    settings=Settings(epochs=2, batch_size=4, rate=0.01),
)
KEPT_ASIDE = {"leaf/0.png", "leaf/3.png", "stone/0.png"}


@pytest.fixture
def opened(tmp_path: Path) -> Opened:
    return open_project(FILES / "version-1.kernelscope", tmp_path / "here")


def job_in(session) -> TrainingJob:
    return TrainingJob.from_json(session["workspace"]["train"]["job"])


def test_a_project_of_version_1_holds_the_same_lesson(opened: Opened) -> None:
    assert opened.lost == ()
    session = opened.session
    assert session["version"] == SESSION_VERSION > 1
    assert Recipe.from_json(session["recipe"]).title == "mine"
    assert (session["selection"], session["look"]["left"], session["workspace"]["key"]) == (0, "input", "train")
    assert session["workspace"]["train"]["job"]["version"] == JOB_VERSION
    job = job_in(session)
    assert job.to_json() == {**LESSON.to_json(), "data": {"data": "folder", "path": str(job.data.path)}}
    data = edited(open_data(job.data), job.edits)
    assert data.class_names == ("Leaf", "stone")
    found = parts(data, job.split)
    assert {data.identity(index) for index in found.validation} == KEPT_ASIDE
    assert len(found.train) == 7
    assert not len(found.test)


def test_its_runs_are_read_with_their_jobs(opened: Opened) -> None:
    (folder,) = opened.runs
    run = read_run(folder)
    assert (run.name, run.state, len(run.epochs)) == ("2026 leaves", RunState.DONE, 2)
    assert read_job(folder / "job.json") == LESSON


def test_saved_again_it_is_of_the_newest_version_and_the_same(opened: Opened, tmp_path: Path) -> None:
    session = opened.session
    save_project(tmp_path / "again.kernelscope", Parcel(session, (job_in(session).data.path,), opened.runs))
    again = open_project(tmp_path / "again.kernelscope", tmp_path / "there")
    manifest = json.loads((tmp_path / "there" / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["version"] == VERSION == SESSION_VERSION
    moved = job_in(again.session).data.path
    assert moved.is_relative_to(tmp_path / "there")
    assert job_in(again.session).split == LESSON.split
    assert sorted(each.name for each in moved.rglob("*.png")) == sorted(
        each.name for each in job_in(session).data.path.rglob("*.png")
    )


def test_a_session_file_of_version_1_is_brought_up_to_date() -> None:
    data = json.loads((FILES / "version-1-session.json").read_bytes())
    before = json.dumps(data)
    assert job_in(migrated_session(data)) == LESSON
    assert json.dumps(data) == before
    assert migrated_session(migrated_session(data)) == migrated_session(data)


def test_what_was_put_by_hand_in_a_job_of_version_1_stays_there() -> None:
    job = read_job(FILES / "version-1-job.json")
    by_hand = {"3": "validation", "5": "test", "150": "train"}
    assert job.split == Split(kind="hand", others="ratio", validation=0.2, seed=7, by_hand=by_hand)
    data = open_data(BuiltInData(name="faces"))
    found = assigned(data, job.split, np.arange(len(data)))
    assert found.numbers[[3, 5, 150]].tolist() == [1, 2, 0]
    assert np.flatnonzero(found.is_by_hand).tolist() == [3, 5, 150]


def test_every_version_below_the_newest_has_a_step() -> None:
    for steps, version in ((JOB_STEPS, JOB_VERSION), (SESSION_STEPS, SESSION_VERSION)):
        assert sorted(steps) == list(range(1, version))
        assert newest(steps) == version


@pytest.mark.parametrize("workspace", [None, 3, {}, {"train": None}, {"train": {"job": 7}}, {"train": {"job": {}}}])
def test_a_damaged_part_of_a_session_stays_for_its_reader_to_refuse(workspace: object) -> None:
    made = migrated_session({"format": "kernelscope-session", "version": 1, "workspace": workspace})
    assert made["workspace"] == workspace


@pytest.mark.parametrize("version", [None, True, "1", 0, -3, SESSION_VERSION + 1])
def test_a_session_that_cannot_be_known_is_refused(version: object) -> None:
    words = "newer Kernelscope" if version == SESSION_VERSION + 1 else "damaged"
    with pytest.raises(UserError, match=words):
        migrated_session({"format": "kernelscope-session", "version": version})
