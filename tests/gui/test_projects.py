"""Projects as the window opens them: what is damaged costs nothing else, and is told."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from engine.imaging.recipe import Recipe
from engine.project.layout import SESSION
from engine.project.migrations import SESSION_FORMAT, SESSION_VERSION
from gui.project_actions import opened_here

JOB = {"key": "train", "network": {}, "train": {"job": {}}}


def _project(path: Path, **session: Any) -> Path:
    whole = {
        "format": SESSION_FORMAT, "version": SESSION_VERSION, "source": None, "recipe": Recipe(title="mine").to_json(),
        "workspace": JOB,
    }  # fmt: skip
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(SESSION, json.dumps(whole | session))
        archive.writestr("runs/one/job.json", "{}")
    return path


@pytest.mark.parametrize(
    ("part", "value", "words"),
    [
        ("source", "nowhere", "The picture source is lost."),
        ("recipe", {"format": "else"}, "The recipe is lost."),
        ("workspace", "else", "What was set in the workspaces is lost."),
    ],
)
def test_a_damaged_part_of_what_was_set_costs_no_other(tmp_path: Path, part: str, value: Any, words: str) -> None:
    path = _project(tmp_path / "a.kernelscope", **{part: value})
    opened, saved = opened_here(path, tmp_path / "projects" / "a", tmp_path / "runs")
    assert saved is not None
    assert [each for each in opened.lost if str(each).startswith(words)]
    assert saved.recipe.title == ("" if part == "recipe" else "mine")
    assert saved.workspace == ({} if part == "workspace" else JOB)
    assert (tmp_path / "runs" / "one" / "job.json").is_file()


@pytest.mark.parametrize("change", [{"version": 99}, {"format": "else"}, {"version": None}])
def test_what_was_set_in_no_version_known_costs_no_run(tmp_path: Path, change: dict[str, Any]) -> None:
    path = _project(tmp_path / "a.kernelscope", **change)
    opened, saved = opened_here(path, tmp_path / "projects" / "a", tmp_path / "runs")
    assert saved is None
    assert opened.lost
    assert (tmp_path / "runs" / "one" / "job.json").is_file()


def test_a_run_of_the_same_name_is_put_beside_the_one_that_is_there(tmp_path: Path) -> None:
    there = tmp_path / "runs" / "one"
    there.mkdir(parents=True)
    (there / "log.jsonl").write_text('{"kind": "else"}\n')
    path = _project(tmp_path / "a.kernelscope")
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("runs/one/log.jsonl", '{"kind": "epoch"}\n')
    for number in (1, 2):  # opened again it is known
        opened_here(path, tmp_path / "projects" / str(number), tmp_path / "runs")
        assert sorted(each.name for each in (tmp_path / "runs").iterdir()) == ["one", "one (2)"]
    assert "else" in (there / "log.jsonl").read_text()
    assert "epoch" in (tmp_path / "runs" / "one (2)" / "log.jsonl").read_text()
