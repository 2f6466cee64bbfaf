"""A stylesheet on what is in sight at once, on the rest later: told by the widgets themselves."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QDockWidget, QLabel, QMainWindow, QStackedWidget, QWidget

from gui.theme.dressing import Dressing

SMALL, LARGE = "QLabel { color: #111111; font-size: 10pt; }", "QLabel { color: #222222; font-size: 20pt; }"
OTHER = "QLabel { color: #333333; font-size: 10pt; }"


class _Told(QLabel):
    """Counts how often it was told of another style."""

    def __init__(self, text, parent=None):
        super().__init__(text, parent)
        self.times = 0

    def changeEvent(self, event):
        if event.type() == QEvent.Type.StyleChange:
            self.times += 1
        super().changeEvent(event)

    @property
    def ink(self):
        return self.palette().windowText().color().name()


@pytest.fixture
def dressing(qapp):
    before = qapp.styleSheet()
    qapp.setStyleSheet("")
    made = Dressing(qapp)
    made.dress(SMALL, keeps_sizes=False)
    yield made
    made.deleteLater()
    qapp.setStyleSheet(before)


@pytest.fixture
def stack(qtbot, dressing):
    """Two pages of fifty labels each; the second has been in sight before."""
    made = QStackedWidget()
    qtbot.addWidget(made)
    for _ in range(2):
        page = QWidget()
        for number in range(50):
            _Told(str(number), page)
        made.addWidget(page)
    with qtbot.waitExposed(made):
        made.show()
    made.setCurrentIndex(1)
    made.setCurrentIndex(0)
    for label in made.findChildren(_Told):
        label.times = 0
    return made


def _labels(widget):
    return widget.findChildren(_Told)


def test_what_is_in_sight_is_dressed_at_once_and_once(dressing, stack):
    dressing.dress(OTHER, keeps_sizes=True)
    assert [(label.ink, label.times) for label in _labels(stack.widget(0))] == [("#333333", 1)] * 50


def test_what_is_out_of_sight_is_dressed_afterwards_once_and_little_by_little(qtbot, dressing, stack, monkeypatch):
    monkeypatch.setattr("gui.theme.dressing.AT_ONCE", 20)
    behind = _labels(stack.widget(1))
    turns, on_turn = [], dressing._on_turn
    monkeypatch.setattr(dressing, "_on_turn", lambda: (on_turn(), turns.append(sum(each.times for each in behind))))
    dressing.dress(OTHER, keeps_sizes=True)
    assert [label.times for label in behind] == [0] * 50
    qtbot.waitUntil(lambda: not dressing.is_under_way)
    assert [(label.ink, label.times) for label in behind] == [("#333333", 1)] * 50
    assert max(after - before for before, after in zip([0, *turns], turns, strict=False)) <= 20


def test_what_is_shown_before_its_turn_is_dressed_by_then(dressing, stack):
    dressing.dress(OTHER, keeps_sizes=True)
    stack.setCurrentIndex(1)
    assert [(label.ink, label.times) for label in _labels(stack.widget(1))] == [("#333333", 1)] * 50


def test_a_page_behind_another_does_not_wait_when_sizes_change_for_it_takes_room_too(dressing, stack):
    dressing.dress(LARGE, keeps_sizes=False)
    assert {label.font().pointSize() for label in _labels(stack)} == {20}


def test_the_style_of_the_day_counts_when_it_changes_twice(qtbot, dressing, stack):
    dressing.dress(LARGE, keeps_sizes=True)
    dressing.dress(OTHER, keeps_sizes=True)
    qtbot.waitUntil(lambda: not dressing.is_under_way)
    assert {(label.ink, label.font().pointSize()) for label in _labels(stack)} == {("#333333", 10)}


def test_widgets_that_have_gone_before_their_turn_are_passed_over(qtbot, dressing, stack):
    dressing.dress(OTHER, keeps_sizes=True)
    gone, half_gone = stack.widget(1), _labels(stack.widget(1))[0]
    half_gone.deleteLater()
    gone.deleteLater()
    qtbot.waitUntil(lambda: not dressing.is_under_way)


def test_a_panel_behind_another_waits_until_it_comes_to_the_front(qtbot, dressing):
    window = QMainWindow()
    qtbot.addWidget(window)
    docks = [QDockWidget(name, window) for name in ("one", "two")]
    for dock in docks:
        dock.setWidget(_Told("text"))
        window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, dock)
    window.tabifyDockWidget(*docks)
    with qtbot.waitExposed(window):
        window.show()
    front, behind = (dock.widget() for dock in docks)
    docks[0].raise_()
    qtbot.waitUntil(lambda: docks[0].x() >= 0 > docks[1].x())
    front.times = behind.times = 0
    dressing.dress(OTHER, keeps_sizes=True)
    assert (front.times, behind.times) == (1, 0)
    docks[1].raise_()
    qtbot.waitUntil(lambda: docks[1].x() >= 0)
    assert (behind.ink, behind.times) == ("#333333", 1)
    qtbot.waitUntil(lambda: not dressing.is_under_way)
    assert behind.times == 1


def test_everything_is_dressed_at_once_where_nothing_is_in_sight(qtbot, dressing):
    label = _Told("text")
    qtbot.addWidget(label)
    label.ensurePolished()
    dressing.dress(OTHER, keeps_sizes=True)
    assert label.ink == "#333333"
