from __future__ import annotations

import os

from gui.folders import VARIABLE, data_folder, stand_in_words


def test_a_folder_that_stands_in_is_told_of(tmp_path, monkeypatch):
    monkeypatch.setenv(VARIABLE, str(tmp_path / "mine"))
    assert data_folder() == tmp_path / "mine"
    assert stand_in_words(data_folder()) == ""
    monkeypatch.setattr(os, "access", lambda *_: False)
    monkeypatch.setattr("tempfile.gettempdir", lambda: str(tmp_path))
    folder = data_folder()
    assert folder != tmp_path / "mine"
    assert str(tmp_path / "mine") in stand_in_words(folder)
    assert str(folder) in stand_in_words(folder)
