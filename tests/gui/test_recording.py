"""Clips of what the window shows."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from engine.sources.specs import MovingSampleSpec
from gui.first_recipe import MOVING_SAMPLE

pytestmark = pytest.mark.allows_warnings  # the log says what a person was told


def message(window):
    shown = window.messages.bar.current()
    return shown.text if shown is not None else ""


def test_a_clip_is_recorded(qtbot, window, parts, answers, tmp_path):
    parts.session.set_source(MovingSampleSpec(MOVING_SAMPLE))
    qtbot.waitUntil(lambda: parts.session.output.frame.image.shape == (720, 1280, 3))
    answers.path = tmp_path / "clip.avi"
    window.actions_["record"].trigger()
    number = parts.session.output.frame.number
    qtbot.waitUntil(lambda: parts.session.output.frame.number > number + 5)
    bar = window.messages.bar
    assert "Recording" in bar.current().text
    stop = next(each for each in bar.findChildren(QPushButton) if each.text() == "Stop recording")
    QTest.mouseClick(stop, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "frames" in message(window), timeout=15_000)
    assert not window.actions_["record"].isChecked()
    assert answers.path.stat().st_size > 0


def test_a_clip_of_a_still_picture_says_that_it_is_one(qtbot, window, answers, tmp_path):
    answers.path = tmp_path / "still.avi"
    window.actions_["record"].trigger()
    window.actions_["record"].trigger()
    qtbot.waitUntil(lambda: "a single frame" in message(window), timeout=15_000)
