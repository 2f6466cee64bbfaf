import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton, QToolButton

from gui.widgets import message_bar
from gui.widgets.message_bar import Message, MessageBar


@pytest.fixture
def bar(qtbot, appearance):
    made = MessageBar(appearance)
    qtbot.addWidget(made)
    return made


def words(bar):
    return [label.text() for label in bar.findChildren(QLabel) if label.text() and not label.isHidden()]


def button(bar, kind, text):
    return next(each for each in bar.findChildren(kind) if text in (each.text(), each.accessibleName()))


def test_nothing_is_seen_before_there_is_something_to_say(bar):
    assert bar.isHidden()
    bar.show_message(Message(text="Saved."))
    assert bar.isVisible()
    assert "Saved." in words(bar)


def test_the_newest_message_is_in_front_and_the_one_before_comes_back(bar, qtbot):
    bar.show_message(Message(text="First.", level="error"))
    bar.show_message(Message(text="Second."))
    bar.show_message(Message(text="Second."))
    assert "Second." in words(bar)
    assert "1 more" in words(bar)
    QTest.mouseClick(button(bar, QToolButton, "Dismiss"), Qt.MouseButton.LeftButton)
    assert "First." in words(bar)
    assert "1 more" not in words(bar)
    with qtbot.waitSignal(bar.dismissed):
        QTest.keyClick(bar, Qt.Key.Key_Escape)
    assert bar.isHidden()


def test_news_that_could_be_read_do_not_come_back(bar, monkeypatch):
    bar.show_message(Message(text="Saved.", seconds=60))
    bar.show_message(Message(text="Refused.", level="error"))
    assert [each.text for each in bar.waiting()] == ["Saved."]  # it was there for a moment only
    bar.dismiss()
    monkeypatch.setattr(message_bar, "LEAST_TIME", 0)
    bar.show_message(Message(text="Refused.", level="error"))
    assert bar.waiting() == ()


def test_news_of_the_same_thing_take_the_place_of_the_old(bar):
    bar.show_message(Message(text="The camera is silent.", key="camera"))
    bar.show_message(Message(text="The camera is being opened again.", key="camera"))
    assert "The camera is being opened again." in words(bar)
    assert bar.waiting() == ()
    bar.show_message(Message(text="Other."))
    bar.withdraw("camera")
    assert "Other." in words(bar)


def test_a_warning_that_was_over_at_once_can_still_be_read(bar):
    bar.show_message(Message(text="The camera stopped.", level="warning", key="camera"))
    bar.withdraw("camera")
    assert "The camera stopped." in words(bar)
    bar._timer.timeout.emit()
    assert bar.isHidden()


def test_what_is_over_does_not_come_back_behind_the_next(bar):
    bar.show_message(Message(text="The camera stopped.", level="warning", key="camera"))
    bar.withdraw("camera")
    bar.show_message(Message(text="Saved."))
    assert bar.waiting() == ()


def test_details_fold_out_only_where_there_are_some(bar):
    bar.show_message(Message(text="Refused.", details="Traceback, line 1"))
    details = bar.findChild(QPlainTextEdit)
    assert details.isHidden()
    QTest.mouseClick(button(bar, QToolButton, "Details"), Qt.MouseButton.LeftButton)
    assert details.isVisible()
    assert details.toPlainText() == "Traceback, line 1"
    bar.dismiss()
    bar.show_message(Message(text="No details."))
    assert button(bar, QToolButton, "Details").isHidden()
    assert details.isHidden()


def test_a_button_does_what_it_says_and_the_message_is_gone(bar):
    done = []
    actions = (("Try again", lambda: done.append("again")), ("Choose another", lambda: done.append("other")))
    bar.show_message(Message(text="No camera.", level="warning", actions=actions))
    QTest.mouseClick(button(bar, QPushButton, "Choose another"), Qt.MouseButton.LeftButton)
    assert done == ["other"]
    assert bar.isHidden()


def test_a_passing_message_goes_by_itself(bar, qtbot):
    with qtbot.waitSignal(bar.dismissed):
        bar.show_message(Message(text="Copied.", seconds=0.02))
    assert bar.isHidden()


def test_text_is_never_taken_for_markup(bar):
    bar.show_message(Message(text="<b>bold.png</b> is empty."))
    assert bar.findChildren(QLabel)[1].textFormat() == Qt.TextFormat.PlainText


def test_an_unknown_level_is_refused():
    with pytest.raises(ValueError, match="loud"):
        Message(text="x", level="loud")
