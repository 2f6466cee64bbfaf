import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDockWidget, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from gui.widgets.yielding import WIDTH, Yielding, let_scroll


def block(width, height):
    made = QLabel("x")
    made.setMinimumSize(width, height)
    return made


@pytest.fixture
def shown(qtbot):
    """Shows a widget with so much room."""

    def show(widget, width, height):
        qtbot.addWidget(widget)
        widget.resize(width, height)
        widget.show()
        qtbot.waitExposed(widget)
        return widget

    return show


def bars(area):
    return area.horizontalScrollBar().maximum() > 0, area.verticalScrollBar().maximum() > 0


def page(*parts):
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    for part in parts:
        column.addWidget(part)
    return made


def test_it_asks_for_little_and_for_no_more_than_its_content_needs(qtbot):
    large, small = Yielding(page(block(900, 400))), Yielding(page(block(50, 20)))
    for each in (large, small):
        qtbot.addWidget(each)
    assert large.minimumSizeHint().width() == WIDTH
    assert large.minimumSizeHint().height() < 100
    assert (small.minimumSizeHint().width(), small.minimumSizeHint().height()) == (50, 20)


def test_with_room_the_content_has_all_of_it_and_no_bar_shows(shown):
    content = page(block(300, 200))
    area = shown(Yielding(content), 500, 260)
    assert content.size() == area.size()
    assert bars(area) == (False, False)


@pytest.mark.parametrize(
    ("width", "height", "expected"), [(500, 150, (False, True)), (200, 300, (True, False)), (200, 150, (True, True))]
)
def test_without_room_it_scrolls_where_something_would_be_cut_off(shown, width, height, expected):
    content = page(block(300, 200))
    area = shown(Yielding(content), width, height)
    assert bars(area) == expected
    assert content.width() >= 300
    assert content.height() >= 200


def test_only_the_page_in_front_has_to_fit(shown, qtbot):
    pages = QStackedWidget()
    for each in (block(100, 60), block(300, 400)):
        pages.addWidget(page(each))
    area = shown(Yielding(pages), 400, 100)
    assert bars(area) == (False, False)
    pages.setCurrentIndex(1)
    qtbot.waitUntil(lambda: bars(area) == (False, True))
    pages.setCurrentIndex(0)
    qtbot.waitUntil(lambda: bars(area) == (False, False))


def test_content_that_becomes_higher_begins_to_scroll(shown, qtbot):
    inner = block(100, 60)
    area = shown(Yielding(page(inner)), 200, 100)
    inner.setMinimumHeight(300)
    qtbot.waitUntil(lambda: bars(area) == (False, True))


def test_what_the_keyboard_reaches_comes_into_sight(shown, qtbot):
    buttons = [QPushButton(str(at)) for at in range(12)]
    area = shown(Yielding(page(*buttons)), 200, 100)
    area.activateWindow()
    buttons[0].setFocus()
    for _ in buttons[1:]:
        qtbot.keyClick(area.focusWidget() or buttons[0], Qt.Key.Key_Tab)
    qtbot.waitUntil(buttons[-1].hasFocus)
    assert area.viewport().rect().contains(buttons[-1].mapTo(area.viewport(), buttons[-1].rect().center()))


def test_a_panel_is_wrapped_once(qtbot):
    dock = QDockWidget("Panel")
    qtbot.addWidget(dock)
    dock.setWidget(block(900, 400))
    let_scroll(dock)
    let_scroll(dock)
    assert isinstance(dock.widget(), Yielding)
    assert isinstance(dock.widget().widget(), QLabel)
