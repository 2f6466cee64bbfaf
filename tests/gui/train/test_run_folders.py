"""Where a run goes: a folder of its own, whoever else starts one in the same moment."""

from __future__ import annotations

import time

from engine.network.training.run_folders import new_run_folder, run_folders


def test_two_windows_that_train_in_the_same_second_get_folders_of_their_own(tmp_path, monkeypatch):
    monkeypatch.setattr(time, "strftime", lambda _: "2026-01-02 03.04.05")
    found = [new_run_folder(tmp_path, "my/pets") for _ in range(3)]
    assert [each.name for each in found] == [
        "2026-01-02 03.04.05 my pets", "2026-01-02 03.04.05 my pets (2)", "2026-01-02 03.04.05 my pets (3)"
    ]  # fmt: skip
    assert run_folders(tmp_path) == [], "nothing has been written there yet"


def test_a_home_that_takes_nothing_is_left_to_the_run_to_tell_of(tmp_path):
    (tmp_path / "runs").write_text("in the way")
    assert new_run_folder(tmp_path, "pets").name.endswith("pets")


def test_a_clock_that_was_set_back_leaves_the_newest_run_the_newest(tmp_path, monkeypatch):
    names = []
    for now in ("2026-10-25 02.59.59", "2026-10-25 02.10.00", "2020-01-01 00.00.00"):
        monkeypatch.setattr(time, "strftime", lambda _, now=now: now)
        folder = new_run_folder(tmp_path, "pets")
        (folder / "job.json").write_text("{}")
        names.append(folder.name)
    assert [each.name for each in run_folders(tmp_path)] == names[::-1]
    assert names == ["2026-10-25 02.59.59 pets", "2026-10-25 03.00.00 pets", "2026-10-25 03.00.01 pets"]


def test_a_run_from_the_end_of_time_does_not_stop_the_next(tmp_path, monkeypatch):
    (tmp_path / "runs" / "9999-12-31 23.59.59 odd").mkdir(parents=True)
    assert new_run_folder(tmp_path, "pets").is_dir()
