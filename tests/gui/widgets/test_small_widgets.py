import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QAction, QColor, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDockWidget, QLabel, QMainWindow, QPushButton, QSlider, QWidget

from gui.widgets.card import Card
from gui.widgets.dock_title import DockTitle
from gui.widgets.elided_label import ElidedLabel
from gui.widgets.empty_state import EmptyState
from gui.widgets.flow import FlowLayout, scrolling
from gui.widgets.histogram_plot import HistogramPlot
from gui.widgets.panel_edge import PanelEdge
from gui.widgets.picture_overlays import SCALE_CHARACTERS, scale_texts
from gui.widgets.scrubber import Scrubber
from gui.widgets.segmented import SegmentedControl
from gui.widgets.status_bits import FigureLabel, StatusDot
from gui.widgets.thumbnail import to_pixmap, to_qimage


@pytest.fixture
def shown(qtbot):
    def show(widget):
        qtbot.addWidget(widget)
        widget.show()
        return widget

    return show


@pytest.fixture
def segments(shown):
    made = shown(SegmentedControl([("kernels", "Kernels"), ("network", "Network"), ("train", "Train")]))
    made.chosen = []
    made.current_changed.connect(made.chosen.append)
    return made


def test_one_segment_is_chosen_by_mouse_or_arrow_keys(segments):
    assert segments.current() == "kernels"
    QTest.mouseClick(segments.button("train"), Qt.MouseButton.LeftButton)
    QTest.keyClick(segments.button("train"), Qt.Key.Key_Right)
    assert segments.chosen == ["train", "kernels"]
    assert [segments.button(key).isChecked() for key in ("kernels", "network", "train")] == [True, False, False]


def test_a_segment_that_is_off_says_why_and_is_passed_over(segments):
    segments.set_enabled("network", False, "Comes with the next part.")
    assert segments.button("network").toolTip() == "Comes with the next part."
    QTest.keyClick(segments.button("kernels"), Qt.Key.Key_Right)
    assert segments.chosen == ["train"]


def test_choosing_from_outside_does_not_echo(segments):
    segments.set_current("network")
    assert segments.current() == "network"
    assert segments.chosen == []


def test_the_status_dot_changes_colour_and_words_together(shown, appearance):
    dot = shown(StatusDot(appearance, "Starting", "kernel"))
    dot.resize(200, 24)
    dot.set_status("Ready", "result")
    image = dot.grab().toImage()
    colours = {QColor(image.pixel(x, 12)).name() for x in range(24)}
    assert appearance.theme.result in colours
    assert dot.accessibleName() == "Ready"


def test_figures_do_not_jump(shown, appearance):
    figures = shown(FigureLabel("100.0 ms"))
    wide = figures.sizeHint().width()
    figures.setText("9.9 ms")
    assert figures.sizeHint().width() == wide
    figures.setText("1000.0 ms")
    assert figures.sizeHint().width() > wide


def test_a_long_text_gives_way_and_the_tooltip_keeps_it(shown):
    label = shown(ElidedLabel("a very long name of a picture file.png"))
    label.resize(80, 24)
    assert label.shown_text().endswith("…")
    assert label.toolTip() == "a very long name of a picture file.png"
    label.resize(900, 24)
    assert label.shown_text() == label.text()
    assert label.toolTip() == ""


def test_an_empty_panel_offers_what_to_do_next(shown):
    action = QAction("Open a picture…")
    done = []
    action.triggered.connect(lambda: done.append(True))
    state = shown(EmptyState("picture", "No picture yet", "Open one.", action))
    QTest.mouseClick(state.findChild(QPushButton), Qt.MouseButton.LeftButton)
    assert done == [True]
    state.set_state("picture", "Nothing to do")
    assert state.findChild(QPushButton).isHidden()
    assert "Nothing to do" in [label.text() for label in state.findChildren(QLabel)]


def test_in_a_low_panel_the_picture_and_the_space_give_way_before_the_button(shown, qtbot):
    state = shown(EmptyState("picture", "No picture yet", "Open one.", QAction("Open a picture…")))
    state.resize(500, 300)
    picture, title, text = state.findChildren(QLabel)
    assert picture.isVisible()
    least = state.minimumSizeHint().height()
    state.resize(500, least)
    assert not picture.isVisible()
    for part in (title, text, state.button):
        qtbot.waitUntil(lambda part=part: part.height() >= part.sizeHint().height())
        assert state.rect().contains(part.geometry())
    state.resize(500, 300)
    assert picture.isVisible()
    assert state.minimumSizeHint().height() == least


def test_a_card_shows_words_as_words(shown):
    card = shown(Card("When to use", "a < b & c"))
    assert card.text() == "When to use a < b & c"
    assert "&lt;" in card.findChild(QLabel).text()


@pytest.fixture
def scrubber(shown):
    made = shown(Scrubber())
    made.set_length(10)
    made.resize(500, 40)
    return made


def named(widget, name):
    return next(each for each in widget.findChildren(QWidget) if each.accessibleName() == name)


def test_play_pause_step_and_speed_are_asked_for(scrubber, qtbot):
    asked = []
    scrubber.play_toggled.connect(lambda on: asked.append(("play", on)))
    scrubber.stepped.connect(lambda step: asked.append(("step", step)))
    scrubber.speed_changed.connect(lambda speed: asked.append(("speed", speed)))
    QTest.mouseClick(named(scrubber, "Play"), Qt.MouseButton.LeftButton)
    QTest.mouseClick(named(scrubber, "Pause"), Qt.MouseButton.LeftButton)
    QTest.mouseClick(named(scrubber, "One step on"), Qt.MouseButton.LeftButton)
    QTest.mouseClick(named(scrubber, "One step back"), Qt.MouseButton.LeftButton)
    QTest.keyClick(scrubber.findChild(QComboBox), Qt.Key.Key_Down)
    assert asked == [("play", True), ("play", False), ("step", 1), ("step", -1), ("speed", 2.0)]


def test_a_position_set_from_outside_is_shown_without_an_echo(scrubber, qtbot):
    with qtbot.assertNotEmitted(scrubber.moved):
        scrubber.set_position(4)
    assert "5 / 10" in [label.text() for label in scrubber.findChildren(QLabel)]
    with qtbot.waitSignal(scrubber.moved) as moved:
        QTest.keyClick(scrubber.findChild(QSlider), Qt.Key.Key_Right)
    assert moved.args == [5]


def test_a_click_on_the_line_goes_there_and_can_be_dragged_on(scrubber):
    slider, moved = scrubber.findChild(QSlider), []
    scrubber.set_length(1001)
    scrubber.moved.connect(moved.append)
    quarter, half = QPoint(slider.width() // 4, slider.height() // 2), QPoint(slider.width() // 2, slider.height() // 2)
    QTest.mousePress(slider, Qt.MouseButton.LeftButton, pos=quarter)
    assert moved[-1] == pytest.approx(250, abs=30)
    scrubber.set_position(900)  # what plays goes on, but does not pull the handle out of the hand
    assert scrubber.position() == moved[-1]
    QTest.mouseMove(slider, half)
    assert moved[-1] == pytest.approx(500, abs=30)
    QTest.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=half)
    scrubber.set_position(900)
    assert scrubber.position() == 900


def test_with_nothing_to_scrub_everything_is_off(scrubber):
    scrubber.set_length(0)
    assert not named(scrubber, "Play").isEnabled()
    assert not scrubber.findChild(QSlider).isEnabled()


@pytest.fixture
def plot(shown, appearance):
    made = shown(HistogramPlot(appearance))
    made.resize(300, 200)
    made.set_counts(np.array([1000, 0, 3, 1]), np.array([-2.0, -1.0, 0.0, 1.0, 2.0]), names=("gray",))
    return made


def hover(plot, share):
    canvas = plot._canvas
    place = QPointF(canvas.width() * share, canvas.height() / 3)
    event = QMouseEvent(
        QEvent.Type.MouseMove, place, canvas.mapToGlobal(place), Qt.MouseButton.NoButton, Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    QApplication.sendEvent(canvas, event)


def test_the_histogram_reads_out_the_bin_under_the_mouse(plot, qtbot):
    with qtbot.waitSignal(plot.hovered) as hovered:
        hover(plot, 0.1)
    assert hovered.args == [-2.0, -1.0]
    assert "gray 1,000" in plot.readout()
    hover(plot, 0.6)
    assert "gray 3" in plot.readout()


def bar_height(plot, share):
    """How far the colour of the counts reaches up, in a column of the plot."""
    image = plot._canvas.grab().toImage()
    x = round(image.width() * share)
    return sum(QColor(image.pixel(x, y)).green() > QColor(image.pixel(x, y)).red() + 20 for y in range(image.height()))


def test_stretching_makes_small_counts_visible(plot):
    plain = bar_height(plot, 0.625)
    plot.set_log(True)
    assert bar_height(plot, 0.625) > plain + 10
    assert bar_height(plot, 0.375) <= 3


def test_a_histogram_of_nothing_says_so(plot):
    plot.clear()
    assert plot.readout() == ""
    assert not plot.grab().isNull()


def test_arrays_become_pictures_without_a_copy():
    pixels = np.zeros((3, 5, 3), np.uint8)
    image = to_qimage(pixels)
    pixels[1, 2] = (10, 20, 30)
    assert (image.width(), image.height()) == (5, 3)
    assert image.pixelColor(2, 1).getRgb()[:3] == (10, 20, 30)


@pytest.mark.parametrize("shape", [(4, 4), (4, 4, 1), (4, 4, 4)])
def test_gray_and_transparent_pictures_are_shown_too(shape):
    assert not to_qimage(np.full(shape, 7, np.uint8)).isNull()


def test_what_is_no_picture_is_refused():
    with pytest.raises(ValueError, match="float64"):
        to_qimage(np.zeros((2, 2)))
    with pytest.raises(ValueError, match="2 channels"):
        to_qimage(np.zeros((2, 2, 2), np.uint8))


@pytest.mark.parametrize("shape", [(1, 1, 3), (1, 10_000, 3), (300, 400, 3), (3, 3)])
def test_a_thumbnail_fills_its_size_at_any_scale(qapp, shape):
    pixmap = to_pixmap(np.full(shape, 200, np.uint8), QSize(64, 44), scale=2.0)
    assert (pixmap.width(), pixmap.height(), pixmap.devicePixelRatio()) == (128, 88, 2.0)
    assert pixmap.toImage().pixelColor(64, 44).red() == 200


def test_a_row_wraps_where_room_ends(shown):
    panel = QWidget()
    layout = FlowLayout(panel)
    for _ in range(4):
        child = QWidget()
        child.setMinimumSize(80, 20)
        layout.addWidget(child)
    panel.resize(180, 100)
    shown(panel)
    places = [layout.itemAt(at).geometry().topLeft() for at in range(4)]
    assert places == [QPoint(0, 0), QPoint(88, 0), QPoint(0, 28), QPoint(88, 28)]
    assert layout.heightForWidth(1000) == 20


def test_a_scrolling_panel_is_never_narrower_than_its_content(shown):
    content = QWidget()
    content.setMinimumWidth(240)
    panel = shown(scrolling(content))
    assert panel.minimumSizeHint().width() >= 240


def test_tabbed_docks_leave_the_name_to_the_tab(shown):
    window = QMainWindow()
    docks = []
    for name in ("Kernel", "Pooling"):
        dock = QDockWidget(name)
        dock.setWidget(QWidget())
        dock.setTitleBarWidget(DockTitle(dock))
        window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
        docks.append(dock)
    shown(window)
    first = docks[0].titleBarWidget()
    assert first.findChild(ElidedLabel).isVisible()
    window.tabifyDockWidget(*docks)
    docks[0].raise_()
    docks[0].visibilityChanged.emit(True)
    assert not first.findChild(ElidedLabel).isVisible()


def test_a_dock_that_an_arrangement_puts_back_among_tabs_leaves_the_name_to_the_tab(qtbot, shown):
    window = QMainWindow()
    docks = []
    for name in ("Kernel", "Pooling", "Visits"):
        dock = QDockWidget(name)
        dock.setObjectName(name)
        dock.setWidget(QWidget())
        dock.setTitleBarWidget(DockTitle(dock))
        window.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, dock)
        docks.append(dock)
    window.tabifyDockWidget(docks[0], docks[1])
    window.tabifyDockWidget(docks[1], docks[2])
    shown(window)
    docks[0].raise_()
    tabbed = window.saveState()
    name = docks[0].titleBarWidget().findChild(ElidedLabel)
    qtbot.waitUntil(lambda: not name.isVisible())
    for dock in docks[1:]:
        dock.setVisible(False)
    docks[0].setVisible(True)
    window.restoreState(tabbed)
    qtbot.waitUntil(lambda: not name.isVisible())


@pytest.mark.parametrize("size", [0.00012, 0.25, 7.125, 255.0, 999.96, 2490.4, 12345.6, 1.5e9, 2e19])
def test_the_numbers_of_a_scale_fit_their_room_with_the_sign(size):
    for low, high in ((-size, size), (0.0, size)):
        assert all(len(text) <= SCALE_CHARACTERS for text in scale_texts(low, high))
    low, high = scale_texts(-size, size)
    assert (low[0], high[0]) == ("−", "+")
    assert low[1:] == high[1:]


@pytest.mark.allows_warnings  # without a screen Qt complains about windows of their own
@pytest.mark.parametrize("how", ["button", "double click"])
def test_a_panel_that_begins_to_float_moves_aside(qtbot, shown, how):
    window = QMainWindow()
    dock = QDockWidget("Kernel", window)
    title = DockTitle(dock)
    dock.setTitleBarWidget(title)
    dock.setWidget(QLabel("weights"))
    window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, dock)
    shown(window)
    before = dock.mapToGlobal(QPoint())
    if how == "button":
        title._float.click()
    else:
        qtbot.mouseDClick(title, Qt.MouseButton.LeftButton)
    assert dock.isFloating()
    way = dock.pos() - before
    assert abs(way.x()) >= 30
    assert abs(way.y()) >= 30
    dock.resize(200, 150)
    edge = dock.findChild(PanelEdge)
    assert edge.isVisible()
    assert edge.geometry() == dock.rect()
    assert not edge.mask().contains(dock.rect().center())
    dock.move(17, 19)
    title._float.click()
    assert not dock.isFloating()
    assert not edge.isVisible()


@pytest.mark.allows_warnings  # without a screen Qt complains about windows of their own
def test_a_panel_that_floats_before_its_window_is_shown_is_shown_anew_above_it(qtbot, shown):
    window = QMainWindow()
    dock = QDockWidget("Kernel", window)
    dock.setTitleBarWidget(DockTitle(dock))
    window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, dock)
    dock.setFloating(True)
    dock.show()
    seen = []
    dock.visibilityChanged.connect(seen.append)
    shown(window)
    qtbot.waitUntil(lambda: seen[-2:] == [False, True])
    assert dock.isVisible()


def test_a_title_hears_nothing_of_its_window_once_that_is_shown(qapp, shown):
    class Listening(DockTitle):
        heard = 0

        def eventFilter(self, watched, event):
            Listening.heard += 1
            return super().eventFilter(watched, event)

    window = QMainWindow()
    for name in ("before", "after"):
        dock = QDockWidget(name, window)
        dock.setTitleBarWidget(Listening(dock))
        if name == "before":
            shown(window)
            assert Listening.heard
        Listening.heard = 0
        qapp.sendEvent(window, QEvent(QEvent.Type.User))
        assert not Listening.heard


def test_an_empty_panel_that_is_too_low_leaves_out_its_picture_and_no_word(qtbot):
    state = EmptyState("network", "No answer yet", "It comes with the first picture.")
    qtbot.addWidget(state)
    state.resize(400, 200)
    state.show()
    assert state._picture.isVisible()
    state.resize(400, 80)
    assert not state._picture.isVisible()
    state.resize(400, 200)
    assert state._picture.isVisible()
