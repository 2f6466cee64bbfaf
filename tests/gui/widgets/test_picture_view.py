import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gui.theme.tokens import contrast
from gui.widgets.picture_overlays import (
    MARGIN,
    SCALE_CHARACTERS,
    SHORTEST_BAR,
    Overlays,
    readout_rect,
    scale_rect,
)
from gui.widgets.picture_painting import are_bright
from gui.widgets.picture_rim import RimBand
from gui.widgets.picture_view import Mark, PictureView

RED, GREEN, BLUE, WHITE = (255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 255)


@pytest.fixture
def make_view(qtbot, appearance):
    def make(width=200, height=200):
        view = PictureView(appearance)
        qtbot.addWidget(view)
        view.resize(width, height)
        view.show()
        return view

    return make


@pytest.fixture
def view(make_view):
    made = make_view()
    made.set_picture(np.array([[RED, GREEN], [BLUE, WHITE]], np.uint8))
    return made


def colour_at(view, x, y):
    return QColor(view.grab().toImage().pixel(x, y)).getRgb()[:3]


def drag(view, start, end, button=Qt.MouseButton.LeftButton):
    QTest.mousePress(view, button, Qt.KeyboardModifier.NoModifier, start)
    QTest.mouseMove(view, (start + end) / 2)
    QTest.mouseMove(view, end)
    QTest.mouseRelease(view, button, Qt.KeyboardModifier.NoModifier, end)


def move_mouse(view, position):
    # Sent straight to the view: Qt leaves out a move to where another test's mouse was already.
    place = QPointF(position)
    event = QMouseEvent(
        QEvent.Type.MouseMove, place, view.mapToGlobal(place), Qt.MouseButton.NoButton, Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    QApplication.sendEvent(view, event)


def turn_wheel(view, position, steps):
    place = QPointF(position)
    event = QWheelEvent(
        place, view.mapToGlobal(place), QPoint(), QPoint(0, 120 * steps), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view, event)


def test_pixels_are_drawn_in_place_and_in_colour_with_hard_edges(view):
    assert colour_at(view, 50, 50) == RED
    assert colour_at(view, 97, 97) == RED
    assert colour_at(view, 150, 50) == GREEN
    assert colour_at(view, 50, 150) == BLUE
    assert colour_at(view, 150, 150) == WHITE


def test_a_larger_picture_is_averaged_instead_of_sampled(make_view):
    view = make_view(100, 100)
    board = np.indices((400, 400)).sum(axis=0) % 2 * 255
    view.set_picture(np.repeat(board[..., None], 3, axis=2).astype(np.uint8))
    assert all(100 < part < 155 for part in colour_at(view, 50, 50))


def test_hovering_tells_row_and_column(view, qtbot):
    with qtbot.waitSignal(view.hovered) as hovered:
        move_mouse(view, QPoint(150, 50))
    assert hovered.args == [0, 1]


def test_hovering_counts_in_the_data_even_when_the_pixels_were_reduced(make_view, qtbot):
    view = make_view()
    view.set_picture(np.zeros((10, 10, 3), np.uint8), natural_size=(4000, 4000))
    with qtbot.waitSignal(view.hovered) as hovered:
        move_mouse(view, QPoint(150, 50))
    assert hovered.args == [1000, 3000]


def test_leaving_the_picture_is_told(view, qtbot):
    view.resize(400, 200)
    move_mouse(view, QPoint(200, 100))
    with qtbot.waitSignal(view.hover_left):
        move_mouse(view, QPoint(10, 100))


def test_a_click_points_and_arrow_keys_go_on_from_there(view, qtbot):
    pointed = []
    view.pointed.connect(lambda row, column: pointed.append((row, column)))
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(150, 50))
    QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_Left)
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert pointed == [(0, 1), (1, 1), (1, 0), (1, 0)]


def test_dragging_over_the_whole_picture_points_all_the_way(view):
    pointed = set()
    view.pointed.connect(lambda row, column: pointed.add((row, column)))
    drag(view, QPoint(50, 50), QPoint(150, 150))
    assert {(0, 0), (1, 1)} <= pointed


def test_the_wheel_zooms_around_the_cursor(view):
    turn_wheel(view, QPoint(40, 40), 5)
    assert view.viewpoint().zoom > 1.5
    assert view.placement().pixel(40, 40) == (0, 0)
    assert view.placement().row(40) == pytest.approx(0.4, abs=0.02)


def test_dragging_an_enlarged_picture_pans_without_pointing(view):
    pointed = []
    view.pointed.connect(lambda row, column: pointed.append((row, column)))
    view.zoom_by(4)
    before = view.placement()
    drag(view, QPoint(100, 100), QPoint(60, 130))
    after = view.placement()
    assert (after.left - before.left, after.top - before.top) == (pytest.approx(-40, abs=1), pytest.approx(30, abs=1))
    assert pointed == []
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(100, 100))
    assert len(pointed) == 1


def test_keys_zoom_fit_and_show_actual_size(view, qtbot):
    with qtbot.waitSignal(view.view_changed):
        QTest.keyClick(view, Qt.Key.Key_Plus)
    assert view.viewpoint().zoom == pytest.approx(1.25)
    QTest.keyClick(view, Qt.Key.Key_0)
    assert view.viewpoint().zoom == 1.0
    QTest.keyClick(view, Qt.Key.Key_1)
    assert view.placement().scale * view.devicePixelRatioF() == pytest.approx(1.0)


def test_linked_views_share_zoom_whatever_their_sizes(make_view, qtbot):
    first, second = make_view(), make_view()
    first.link(second)
    first.set_picture(np.zeros((100, 100, 3), np.uint8))
    second.set_picture(np.zeros((50, 50, 3), np.uint8))
    with qtbot.waitSignal(second.view_changed):
        first.zoom_by(2)
    assert second.viewpoint() == first.viewpoint()
    with qtbot.waitSignal(first.view_changed):
        second.fit()


def test_the_pixel_across_from_the_mouse_is_framed_and_leaves_nothing_behind(make_view):
    view = make_view()
    view.set_picture(np.zeros((50, 50, 3), np.uint8))
    plain = view.grab().toImage()

    def framed():
        shown = view.grab().toImage()
        return [(x, y) for x in range(200) for y in range(200) if shown.pixel(x, y) != plain.pixel(x, y)]

    view.set_cursor_pixel((15, 30))
    assert framed()
    assert all(abs(x - 122) <= 6 and abs(y - 62) <= 6 for x, y in framed())
    view.set_cursor_pixel((45, 5))
    assert all(abs(x - 22) <= 6 and abs(y - 182) <= 6 for x, y in framed())
    view.set_cursor_pixel(None)
    assert framed() == []


def test_numbers_are_read_on_pixels_of_any_colour():
    steps = np.linspace(0, 255, 6).round().astype(np.uint8)
    pixels = np.stack(np.meshgrid(steps, steps, steps), axis=-1).reshape(1, -1, 3)
    for colour, is_bright in zip(pixels[0].tolist(), are_bright(pixels)[0].tolist(), strict=True):
        assert contrast("#0b1016" if is_bright else "#f2f4f8", "#" + bytes(colour).hex()) >= 4
    assert are_bright(np.array([[250, 3]], np.uint8)).tolist() == [[True, False]]


def test_a_mark_is_drawn_in_its_roles_colour(view, appearance):
    view.set_picture(np.zeros((20, 20, 3), np.uint8))
    view.set_marks((Mark(row=5, column=5, height=3, width=3, role="result", is_filled=True),))
    assert colour_at(view, 65, 65) != (0, 0, 0)
    edge = {colour_at(view, x, 65) for x in range(47, 54)}
    assert appearance.colour("result").getRgb()[:3] in edge
    view.set_marks(())
    assert colour_at(view, 65, 65) == (0, 0, 0)


def test_a_mark_around_one_pixel_of_many_can_be_seen(make_view):
    view = make_view()
    view.set_picture(np.zeros((2000, 2000, 3), np.uint8))
    before = view.grab().toImage()
    view.set_marks((Mark(row=1000, column=1000, height=1, width=1, role="accent"),))
    after = view.grab().toImage()
    changed = sum(before.pixel(x, y) != after.pixel(x, y) for x in range(80, 120) for y in range(80, 120))
    assert changed >= 16


def test_a_mark_of_no_known_role_is_refused():
    with pytest.raises(ValueError, match="pink"):
        Mark(row=0, column=0, height=1, width=1, role="pink")


def test_the_rim_makes_room_around_the_picture(view):
    view.set_rim(1, 1, 1, 1)
    placed = view.placement()
    assert (placed.left, placed.top, placed.scale) == (50, 50, 50)
    assert colour_at(view, 75, 75) == RED
    assert colour_at(view, 25, 75) != RED


def test_the_rim_shows_what_the_picture_is_padded_with(view):
    view.set_rim(1, 1, 1, 1)
    left = np.zeros((2, 1, 3), np.uint8)
    left[:] = (0, 0, 255)
    view.set_rim_bands((RimBand.of(left, np.full((2, 1), 7.0), row=0, column=-1),))
    red, _, blue = colour_at(view, 12, 110)
    assert blue > red + 80


def test_maps_that_lie_side_by_side_have_a_rim_each(make_view):
    view = make_view()
    view.set_picture(np.full((2, 7, 3), 255, np.uint8))
    view.set_rim(1, 1, 1, 1, (0, 0, 2, 2), (0, 5, 2, 2))
    placed = view.placement()
    whites = [
        min(colour_at(view, round(placed.x(column + 0.5)), round(placed.y(0.5)))) > 240 for column in range(-1, 8)
    ]
    assert whites == [False, True, True, False, True, False, True, True, False]


def test_short_numbers_appear_in_smaller_pixels(make_view):
    view = make_view(height=100)
    view.set_picture(np.zeros((5, 5, 3), np.uint8))
    bare = view.grab().toImage()
    view.set_values(np.full((5, 5), 9))
    assert view.placement().scale < 36
    assert view.grab().toImage() == bare
    view.set_values(np.full((5, 5), 9), characters=1)
    assert view.grab().toImage() != bare


def test_numbers_appear_only_where_they_can_be_read(make_view, qtbot):
    asked = []

    def values(top, bottom, left, right):
        asked.append((top, bottom, left, right))
        return np.full((bottom - top, right - left), 7.0, np.float32)

    view = make_view()
    view.set_picture(np.zeros((100, 100, 3), np.uint8))
    view.set_values(values)
    view.grab()
    assert asked == []
    view.zoom_by(25)
    before = view.grab().toImage()
    assert asked
    top, bottom, left, right = asked[-1]
    assert bottom - top <= 6
    assert right - left <= 6
    view.set_values(None)
    assert view.grab().toImage() != before


def test_all_but_a_rectangle_is_dimmed(view):
    view.set_dimmed((0, 0, 1, 1))
    assert colour_at(view, 50, 50) == RED
    assert max(colour_at(view, 150, 150)) < 150


def test_an_empty_view_says_what_to_do(view):
    view.set_message("No camera found", "Plug one in.")
    assert "Plug one in." in view.accessibleDescription()
    assert colour_at(view, 20, 20) != RED
    view.set_message("")
    assert colour_at(view, 20, 20) == RED


def test_the_readout_keeps_its_width(view):
    view.set_readout("x 149 · y 98 → 72")
    wide = view._readout_area()
    view.set_readout("x 1")
    assert view._readout_area() == wide


def test_extreme_pictures_are_drawn(make_view):
    view = make_view()
    for shape in ((1, 1, 3), (1, 10_000, 3), (10_000, 1, 3), (0, 5, 3)):
        view.set_picture(np.full(shape, 200, np.uint8))
        for zoom in (1, 50, 1 / 200):
            view.zoom_by(zoom)
            view.grab()
        view.fit()
    assert view.picture_size() is None


def test_the_theme_can_change_while_it_is_shown(view, appearance):
    view.resize(400, 200)
    dark = colour_at(view, 5, 195)
    appearance.choice = "light"
    assert sum(colour_at(view, 5, 195)) > sum(dark) + 300


def test_a_scale_becomes_narrower_beside_a_long_readout_and_covers_no_more_of_the_picture(appearance):
    overlays = Overlays()
    overlays.set_scale(0.0, 2.0, np.zeros((2, 3), np.uint8))
    view = QRectF(0, 0, 400, 400)
    alone = scale_rect(overlays, appearance, view)
    digit = appearance.text_width("0", "number")
    texts = digit * 2 * SCALE_CHARACTERS + 28
    overlays.set_readout("0" * int((view.width() - 2 * MARGIN - 8 - texts - SHORTEST_BAR - 20) // digit))
    beside = scale_rect(overlays, appearance, view)
    readout = readout_rect(overlays, appearance, view)
    assert beside.bottom() == readout.bottom()
    assert beside.right() < readout.left()
    assert beside.left() >= MARGIN
    assert texts + SHORTEST_BAR <= beside.width() < alone.width()
    overlays.set_readout("0" * 40)
    above = scale_rect(overlays, appearance, view)
    assert above.bottom() < readout_rect(overlays, appearance, view).top()


def test_a_readout_has_room_for_letters_wider_than_digits(appearance):
    overlays, arrows = Overlays(), "⟶" * 12
    overlays.set_readout(arrows)
    box = readout_rect(overlays, appearance, QRectF(0, 0, 4000, 40))
    assert box.width() >= appearance.text_width(arrows, "number")
