"""Looking for duplicates: told from the start, ended by a click, and waited for by nobody."""

from __future__ import annotations

import threading

import pytest

from engine.network.data.specs import BuiltInData, FolderData
from tests.gui.train.test_data import class_folders, said

pytestmark = pytest.mark.allows_warnings


@pytest.fixture
def held(monkeypatch):
    """The search for equal files holds still until the test lets it go on, or stops it."""
    begun, go_on = threading.Event(), threading.Event()

    def groups(dataset, *, told=None, stop=None):
        from engine.network.data.dataset import ArrayData, progress

        told(0, len(dataset))
        begun.set()
        while not go_on.wait(0.01):
            progress(0, len(dataset), told, stop)
        return super(ArrayData, dataset).content_groups(told=told, stop=stop)

    monkeypatch.setattr("engine.network.data.dataset.ArrayData.content_groups", groups, raising=False)
    yield begun, go_on
    go_on.set()


def test_a_search_says_how_far_it_is_from_its_start_and_can_be_stopped(train, held, qtbot):
    begun, _ = held
    dock = train.classes
    dock.check.click()
    qtbot.waitUntil(begun.is_set)
    assert "Comparing the pictures: 0%" in dock.compared.text()
    assert not dock.compared.isHidden()
    assert dock.check.text() == "Stop looking"
    dock.check.click()
    assert dock.compared.isHidden()
    assert dock.check.text() == "Look for duplicates"
    assert not train.comparing.is_under_way


def test_other_data_opens_while_one_is_searched(train, held, settle):
    begun, _ = held
    train.classes.check.click()
    settle(begun.is_set)
    train.session.wish_for(BuiltInData(name="faces"))
    settle(lambda: train.session.data.spec == BuiltInData(name="faces"))
    assert not train.comparing.is_under_way
    assert train.classes.check.text() == "Look for duplicates"


def test_what_is_found_is_told_and_can_be_left_out(train, window, settle, tmp_path):
    folder = class_folders(tmp_path / "pets", cat=2, mouse=2)
    (folder / "cat" / "again.png").write_bytes((folder / "cat" / "0.png").read_bytes())
    train.session.wish_for(FolderData(path=folder))
    settle(lambda: train.session.data.spec == FolderData(path=folder))
    train.classes.check.click()
    settle(lambda: "There twice: 1" in said(window))
    assert train.classes.compared.isHidden()
