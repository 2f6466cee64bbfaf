"""Where a run goes: a folder of its own, whoever else starts one in the same moment."""

from __future__ import annotations

import time

from gui.train.runs import new_run_folder, run_folders


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
