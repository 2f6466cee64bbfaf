import logging
import sys
import threading

import pytest
from PySide6.QtCore import qCritical, qWarning

from engine.errors import UserError
from gui.log import FILE_NAME, log_folder, start_log, stop_log
from gui.notify import Notifier, hooks_installed, notice_of


@pytest.fixture
def notifier(qapp):
    made = Notifier()
    made.notices = []
    made.posted.connect(made.notices.append)
    return made


@pytest.mark.allows_warnings
def test_a_refusal_is_shown_in_its_own_words(notifier):
    notifier.error(UserError("The kernel is {size} × {size}.", details="deep", size=7), topic="kernel")
    assert [(each.level, each.text, each.details, each.topic) for each in notifier.notices] == [
        ("error", "The kernel is 7 × 7.", "deep", "kernel")
    ]


def test_an_error_of_the_program_is_one_sentence_with_the_traceback_folded_away():
    try:
        {}["missing"]
    except KeyError as error:
        notice = notice_of(error)
    assert "Traceback" not in notice.text
    assert "KeyError: 'missing'" in notice.details


def test_what_fails_with_every_frame_does_not_flood_the_log(notifier, caplog):
    for _ in range(50):
        notifier.error(RuntimeError("again"))
    notifier.error(RuntimeError("another"))
    assert len(caplog.records) == 2
    assert len(notifier.notices) == 51


def test_the_systems_refusal_names_the_file(tmp_path):
    with pytest.raises(OSError, match="absent") as refusal:
        (tmp_path / "absent").read_bytes()
    text = notice_of(refusal.value).text
    assert "absent" in text
    assert "No such file" in text


def test_hooks_bring_every_way_of_failing_to_one_place(qtbot, notifier, caplog):
    before = sys.excepthook, threading.excepthook
    with hooks_installed(notifier), caplog.at_level(logging.INFO):
        try:
            raise ValueError("in a slot")
        except ValueError as error:
            sys.excepthook(type(error), error, error.__traceback__)
        thread = threading.Thread(target=lambda: 1 / 0)
        thread.start()
        thread.join()
        qWarning("only for programmers")
        qCritical("the display is gone")
        qtbot.waitUntil(lambda: len(notifier.notices) == 3)
    assert (sys.excepthook, threading.excepthook) == before
    assert [each.level for each in notifier.notices] == ["error", "warning", "error"] or {
        each.level for each in notifier.notices
    } == {"error", "warning"}
    assert "in a slot" in notifier.notices[0].details
    assert any("division by zero" in each.details for each in notifier.notices)
    assert any("the display is gone" in each.details for each in notifier.notices)
    assert "only for programmers" in caplog.text
    assert not any("only for programmers" in each.details for each in notifier.notices)


@pytest.mark.allows_warnings
def test_the_log_keeps_everything_and_rotates(tmp_path, monkeypatch):
    monkeypatch.setattr("gui.log.LARGEST", 2_000)
    handler = start_log(tmp_path)
    try:
        for number in range(200):
            logging.getLogger("anything").warning("line %d – schön", number)
    finally:
        stop_log(handler)
    files = sorted(log_folder(tmp_path).iterdir())
    assert 1 < len(files) <= 4
    assert "line 199 – schön" in (log_folder(tmp_path) / FILE_NAME).read_text(encoding="utf-8")


def test_a_log_that_cannot_be_written_does_not_disturb(tmp_path):
    (tmp_path / "log").write_text("a file where the folder should be")
    handler = start_log(tmp_path)
    stop_log(handler)
