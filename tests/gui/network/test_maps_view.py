import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from engine.network.maps import MapView
from gui.network.maps_view import MapsView
from gui.network.session import Looking, MapSpot, Progress
from tests.gui.network.making import drilled, maps_shown, open_network

NUMBERS = np.random.default_rng(7)


def output(count=8, side=12, *, dead=()):
    made = np.maximum(NUMBERS.normal(0.3, 1, (side, side, count)), 0).astype(np.float32)
    made[..., list(dead)] = 0
    return made


@pytest.fixture
def view(session, appearance, qtbot):
    made = MapsView(session, appearance)
    qtbot.addWidget(made)
    made.resize(690, 452)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def shown(session, view):
    """The view with a network open and eight maps of its first layer on screen, the third of them dead."""
    session.put_network(open_network())
    session.put_maps(maps_shown({"conv1": output(dead=[2])}))
    return view


def centre_of(view, channel):
    return view.grid.rect_of(channel).center().toPoint()


def test_without_a_network_it_offers_to_choose_one(view, qtbot):
    assert view.pages.currentWidget() is view.state
    with qtbot.waitSignal(view.network_wanted):
        view.state.empty.button.click()


def test_a_network_without_a_picture_waits_for_one(session, view):
    session.put_network(open_network())
    assert view.pages.currentWidget() is view.state
    assert view.state.empty.accessibleName() == "Waiting for a picture"


def test_opening_shows_how_far_it_is(session, view):
    session.put_progress(Progress("Opening MobileNetV2", 0.25))
    assert view.state.bar.isVisible()
    assert view.state.text.text() == "Opening MobileNetV2"
    assert view.state.bar.value() == 250
    session.put_progress(Progress("Opening MobileNetV2"))
    assert view.state.bar.maximum() == 0
    session.put_progress(Progress())
    assert not view.state.bar.isVisible()


def test_the_maps_are_counted_and_the_dead_ones_told(shown):
    assert shown.pages.currentWidget() is not shown.state
    assert shown.count.text() == "8 maps · 12×12"
    assert shown.note.text() == "1 of 8 never fires on this picture"


def test_a_dead_map_is_gray(shown):
    image = shown.grid.grab().toImage()
    dead = image.pixelColor(centre_of(shown, 2))
    assert max(dead.red(), dead.green(), dead.blue()) - min(dead.red(), dead.green(), dead.blue()) < 24
    assert dead.lightness() > 60


def test_a_click_chooses_the_value_under_it(session, shown):
    rect = shown.grid.rect_of(5)
    place = QPoint(int(rect.left() + rect.width() * 3.5 / 12), int(rect.top() + rect.height() * 9.5 / 12))
    QTest.mouseClick(shown.grid, Qt.MouseButton.LeftButton, pos=place)
    assert session.spot == MapSpot("conv1", 5, 9, 3)


def test_the_chosen_map_is_framed_in_the_accent(session, shown, appearance):
    session.set_spot(MapSpot("conv1", 4, 0, 0))
    rect = shown.grid.rect_of(4)
    image = shown.grid.grab().toImage()
    found = {image.pixelColor(int(rect.left()) - step, int(rect.center().y())).name() for step in range(4)}
    assert appearance.theme.accent in found


@pytest.mark.parametrize(
    ("key", "channel"),
    [(Qt.Key.Key_Right, 2), (Qt.Key.Key_Left, 0), (Qt.Key.Key_End, 7), (Qt.Key.Key_Home, 0)],
)
def test_keys_go_from_map_to_map_and_keep_the_place(session, shown, key, channel):
    session.set_spot(MapSpot("conv1", 1, 4, 6))
    QTest.keyClick(shown.grid, key)
    assert session.spot == MapSpot("conv1", channel, 4, 6)


def test_down_goes_to_the_row_below_and_up_comes_back(session, shown):
    columns = shown.grid.map_layout().columns
    session.set_spot(MapSpot("conv1", 0))
    QTest.keyClick(shown.grid, Qt.Key.Key_Down)
    assert session.spot.channel == columns
    QTest.keyClick(shown.grid, Qt.Key.Key_Up)
    assert session.spot.channel == 0
    QTest.keyClick(shown.grid, Qt.Key.Key_Up)
    assert session.spot.channel == 0


def test_shift_and_arrows_go_from_value_to_value(session, shown):
    session.set_spot(MapSpot("conv1", 1, 4, 11))
    QTest.keyClick(shown.grid, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert session.spot == MapSpot("conv1", 1, 4, 11)
    QTest.keyClick(shown.grid, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert session.spot == MapSpot("conv1", 1, 5, 11)


def test_sorted_maps_are_chosen_by_their_channel(session, view):
    session.put_network(open_network())
    session.put_maps(maps_shown({"conv1": output(4)}, order=[3, 1, 0, 2]))
    QTest.mouseClick(view.grid, Qt.MouseButton.LeftButton, pos=centre_of(view, 3))
    assert session.spot.channel == 3
    assert view.grid.rect_of(3).left() < view.grid.rect_of(1).left()
    QTest.keyClick(view.grid, Qt.Key.Key_Right)
    assert session.spot.channel == 1


def test_one_map_is_shown_large_and_all_come_back(session, shown):
    session.set_spot(MapSpot("conv1", 3))
    small = shown.grid.rect_of(3).width()
    QTest.keyClick(shown.grid, Qt.Key.Key_Return)
    assert shown.grid.rect_of(3).width() > 2 * small
    assert shown.grid.rect_of(4) is None
    QTest.keyClick(shown.grid, Qt.Key.Key_Right)
    assert session.spot.channel == 4
    assert shown.grid.rect_of(4) is not None
    QTest.keyClick(shown.grid, Qt.Key.Key_Escape)
    assert shown.grid.rect_of(3).width() == small


def test_hovering_tells_map_place_and_value(session, view):
    session.put_network(open_network())
    values = np.zeros((12, 12, 8), np.float32)
    values[6, 6, 4], values[0, 0, 4] = 1.5, 3.0
    session.put_maps(maps_shown({"conv1": values + 0.01}))
    rect = view.grid.rect_of(4)
    QTest.mouseMove(
        view.grid, QPoint(int(rect.left() + rect.width() * 6.5 / 12), int(rect.top() + rect.height() * 6.5 / 12))
    )
    assert view.note.text().startswith("map 4 · row 6, column 6 · ≈ 1.5")
    QTest.mouseMove(view.grid, QPoint(1, 1))
    assert view.note.text() == ""


def test_the_value_under_a_resting_mouse_follows_the_camera(session, shown):
    rect = shown.grid.rect_of(3)
    QTest.mouseMove(shown.grid, rect.center().toPoint())
    before = shown.note.text()
    session.put_maps(maps_shown({"conv1": np.full((12, 12, 8), 5, np.float32)}))
    assert shown.note.text().startswith("map 3 · row 6")
    assert shown.note.text().endswith("≈ 5")
    assert shown.note.text() != before


def test_another_network_can_be_opened_while_this_one_goes_on(session, shown):
    session.put_progress(Progress("Opening ResNet-50", 0.5))
    assert shown.under_way.isVisible()
    assert shown.grid.isVisible()
    session.put_progress(Progress())
    assert not shown.under_way.isVisible()


@pytest.mark.parametrize(("name", "value"), [("sort", "mean"), ("scale", "shared"), ("scheme", "signed")])
def test_the_menus_change_how_the_session_looks(session, shown, name, value):
    button = getattr(shown, name)
    button.action(value).trigger()
    assert getattr(session.looking.view, name) == value
    session.look(Looking(view=MapView()))
    assert button.value() == getattr(MapView(), name)


def test_the_scale_names_the_map_it_is_of(session, shown):
    assert shown.scale_bar.ends == ("0", "max")
    session.set_spot(MapSpot("conv1", 0))
    high = float(session.maps.layer("conv1").highs[0])
    assert float(shown.scale_bar.ends[1]) == pytest.approx(high, rel=0.01)


def test_signed_maps_have_a_signed_scale(session, view):
    session.put_network(open_network())
    session.put_maps(maps_shown({"conv1": output() - 1}))
    assert view.scale_bar.ends == ("−max", "max")


@pytest.mark.parametrize("count", [10, 400, 5000])
def test_values_of_a_dense_layer_can_be_chosen_too(session, view, count):
    session.put_network(open_network())
    session.select_layer("dense3")
    session.put_maps(maps_shown({"dense3": NUMBERS.normal(size=count).astype(np.float32)}))
    assert view.count.text() == f"{count:,} values"
    QTest.mouseClick(view.grid, Qt.MouseButton.LeftButton, pos=centre_of(view, count - 1))
    assert session.spot == MapSpot("dense3", count - 1, 0, 0)


def test_another_layer_shows_nothing_until_its_maps_are_there(session, shown):
    session.select_layer("conv2")
    assert shown.count.text() == ""
    assert shown.grid.map_layout() is None
    assert shown.pages.currentWidget() is not shown.state
    session.put_maps(maps_shown({"conv2": output(16, 10)}))
    assert shown.count.text() == "16 maps · 10×10"


@pytest.mark.parametrize("count", [3, 32, 512, 2048])
def test_any_number_of_maps_is_on_screen_at_once(session, view, count):
    session.put_network(open_network())
    session.put_maps(maps_shown({"conv1": output(count, 7)}))
    rects = [view.grid.rect_of(channel) for channel in (0, count // 2, count - 1)]
    assert all(view.grid.rect().contains(rect.toRect()) for rect in rects)
    assert not view.grid.grab().isNull()


def test_maps_that_were_shrunk_are_pointed_at_in_their_own_rows(session, view):
    session.put_network(open_network())
    session.put_maps(maps_shown({"conv1": output(4, 24)}, factor=2))
    rect = view.grid.rect_of(1)
    place = QPoint(int(rect.left() + rect.width() * 0.52), int(rect.top() + rect.height() * 0.52))
    QTest.mouseClick(view.grid, Qt.MouseButton.LeftButton, pos=place)
    assert session.spot == MapSpot("conv1", 1, 12, 12)


def test_the_picture_is_marked_where_the_network_looks_and_where_the_value_does(session, shown):
    session.put_maps(maps_shown({"conv1": output()}, frame=np.zeros((60, 80, 3), np.uint8)))
    marks = shown.picture.view._scene.marks
    assert [(mark.row, mark.column, mark.height, mark.width) for mark in marks] == [(0, 10, 60, 60)]
    spot = MapSpot("conv1", 0)
    session.set_spot(spot)
    session.put_drilled(drilled(spot, box=(1.0, 12.0, 5.0, 5.0)))
    assert [mark.role for mark in shown.picture.view._scene.marks] == ["input", "accent"]


def test_the_fit_is_chosen_under_the_picture(session, shown):
    shown.picture.fit.action("pad").trigger()
    assert session.looking.fit == "pad"


@pytest.mark.parametrize("frame", [(60, 80), (60, 80, 1), (60, 80, 4)])
def test_gray_and_transparent_pictures_are_shown_too(session, shown, frame):
    session.put_maps(maps_shown({"conv1": output()}, frame=np.zeros(frame, np.uint8)))
    assert shown.picture.view.picture_size() == (60, 80)


def test_all_maps_are_exported_as_one_numbered_picture(shown, qtbot):
    with qtbot.waitSignal(shown.picture_wanted) as asked:
        shown.save_sheet.trigger()
    sheet, name = asked.args
    assert name == "conv1 maps.png"
    assert sheet.dtype == np.uint8
    assert sheet.shape[2] == 3
    assert min(sheet.shape[:2]) > 64
    assert len(np.unique(sheet.reshape(-1, 3), axis=0)) > 20


def test_one_map_and_the_raw_numbers_are_exported(session, shown, qtbot):
    assert not shown.save_map.isEnabled()
    session.set_spot(MapSpot("conv1", 5))
    with qtbot.waitSignal(shown.picture_wanted) as asked:
        shown.save_map.trigger()
    picture, name = asked.args
    assert (picture.shape, name) == ((12, 12, 3), "conv1 map 5.png")
    maps = session.maps
    top, left = maps.layer("conv1").layout.corner(5)
    np.testing.assert_array_equal(picture, maps.mosaics["conv1"][top : top + 12, left : left + 12])
    with qtbot.waitSignal(shown.raw_wanted) as asked:
        shown.save_raw.trigger()
    assert asked.args == ["conv1"]


def test_sorted_maps_are_sorted_again_by_button_or_key(session, view, shown, qtbot):
    assert not view.sort_button.isVisible(), "the layer's own order needs no sorting"
    session.look(Looking(MapView(sort="mean")))
    assert view.sort_button.isVisible()
    with qtbot.waitSignal(session.order_wanted):
        view.sort_button.click()
    with qtbot.waitSignal(session.order_wanted):
        QTest.keyClick(view.grid, Qt.Key.Key_S)


def test_maps_that_are_pointed_out_are_framed(session, view, shown, appearance):
    place = view.grid.rect_of(6).toRect().adjusted(-2, -2, 2, 2)
    before = view.grid.grab(place).toImage()
    session.set_spot(MapSpot("conv1", 1, 2, 2))
    session.point_out((1, 6))
    after = view.grid.grab(place).toImage()
    accent = appearance.colour("accent").name()
    edge = [after.pixelColor(x, y).name() for x in range(after.width()) for y in range(4)]
    assert before != after
    assert accent in edge
