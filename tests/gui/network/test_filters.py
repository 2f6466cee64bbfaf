"""The panel of filters, fed by a worker that the test answers for."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from engine.child.messages import Failed
from engine.errors import UserError
from engine.network.filters import AskWeights, Norm, Weights
from engine.network.requests import FileModel
from gui.background import Background
from gui.docks.network_filters import FiltersDock
from gui.network.filter_pictures import filter_pictures
from gui.network.inspection import Inquiry
from gui.network.session import MapSpot
from tests.gui.network.making import open_network
from tests.gui.network.test_docks import added

NUMBERS = np.random.default_rng(5)
KERNEL = NUMBERS.normal(0, 0.3, (5, 5, 3, 8)).astype(np.float32)
BIAS = NUMBERS.normal(0, 0.1, 8).astype(np.float32)


def reply(request, kernel=KERNEL, *, is_row=False, norm=None):
    """What the worker says of `kernel`, and its numbers."""
    rows, columns, inputs, count = kernel.shape
    parts = ("one",) if inputs == 1 else ("colour", "one", "mean", "each")
    part = request.part if request.part in parts else "one"
    tiles = {
        "one": lambda: kernel[:, :, request.input].transpose(2, 0, 1),
        "mean": lambda: kernel.mean(2).transpose(2, 0, 1),
        "each": lambda: kernel.transpose(3, 2, 0, 1).reshape(-1, rows, columns),
        "colour": lambda: kernel.transpose(3, 0, 1, 2),
    }[part]()
    answer = Weights(
        job=request.job, layer=request.layer, source="conv1", kind="Conv2D", shape=kernel.shape, part=part,
        input=request.input, filter=request.filter, first=0, tiles=tiles.shape,
        tiles_each=inputs if part == "each" else 1, before="", parts=parts, is_row=is_row, bias=BIAS[:count], norm=norm,
    )  # fmt: skip
    return answer, np.concatenate([tiles.reshape(-1), kernel[..., request.filter].reshape(-1)]).astype(np.float32)


@pytest.fixture
def figures(qapp):
    made = Background(lambda error: pytest.fail(str(error)))
    yield made
    made.close()


@pytest.fixture
def dock(session, talk, figures, appearance, qtbot):
    return added(FiltersDock(session, Inquiry(talk), figures, appearance), qtbot, width=1366, height=260)


def answered(worker, dock, qtbot, **how):
    """Answer what waits until nothing does, and let the panel draw it."""
    while (request := worker.pending(AskWeights)) is not None:
        answer, numbers = reply(request, **how)
        worker.rings["pictures"].write(numbers, number=request.job, captured_at=0.0)
        worker.say(answer)
        qtbot.waitUntil(lambda answer=answer: dock._pictures is not None and dock._pictures.weights is answer)
    return dock


def clicked(dock, index):
    place = dock.grid.layout_of_tiles().rect(index).center().toPoint()
    QTest.mouseClick(dock.grid, Qt.MouseButton.LeftButton, pos=place)


def test_an_empty_panel_says_what_to_do(dock):
    assert dock._pages.currentIndex() == 0
    assert "Open a network" in dock._empty.accessibleDescription()
    assert not dock.save_button.isEnabled()


def test_filters_of_the_picture_are_drawn_in_colour_with_every_number_beside(session, worker, dock, qtbot):
    session.put_network(open_network())
    answered(worker, dock, qtbot)
    assert dock.part.value() == "colour"
    assert dock._pictures.pixels.shape == (8, 5, 5, 3)
    np.testing.assert_array_equal(dock.close_up.numbers.values(), KERNEL[..., 0, 0])
    assert "red" in dock.close_up.numbers.accessibleName()
    assert "filter 0 of 8" in dock.close_up.title.text()
    assert "bias" in dock.close_up.figures.text()
    assert "random" in dock.close_up.remark.text()


def test_a_network_out_of_a_file_is_not_called_random(session, worker, dock, qtbot):
    from dataclasses import replace

    session.put_network(replace(open_network(), spec=FileModel("mine.keras")))
    answered(worker, dock, qtbot)
    assert "random" not in dock.close_up.remark.text()


def test_a_click_on_a_filter_selects_its_map_and_a_map_its_filter(session, worker, dock, qtbot):
    session.put_network(open_network())
    answered(worker, dock, qtbot)
    clicked(dock, 5)
    assert session.spot == MapSpot("conv1", 5, 14, 14)
    answered(worker, dock, qtbot)
    np.testing.assert_array_equal(dock.close_up.numbers.values(), KERNEL[..., 0, 5])
    session.set_spot(MapSpot("conv1", 2, 1, 1))
    answered(worker, dock, qtbot)
    assert dock._pictures.weights.filter == 2
    clicked(dock, 7)
    assert session.spot == MapSpot("conv1", 7, 1, 1), "the place in the map stays"


def test_keys_go_from_filter_to_filter(session, worker, dock, qtbot):
    session.put_network(open_network())
    answered(worker, dock, qtbot)
    for key, expected in ((Qt.Key.Key_Right, 1), (Qt.Key.Key_End, 7), (Qt.Key.Key_Left, 6), (Qt.Key.Key_Home, 0)):
        QTest.keyClick(dock.grid, key)
        assert session.spot.channel == expected
        answered(worker, dock, qtbot)


def test_another_input_map_is_drawn_and_written_out(session, worker, dock, qtbot):
    session.put_network(open_network())
    answered(worker, dock, qtbot)
    dock.close_up.input.setValue(2)
    np.testing.assert_array_equal(dock.close_up.numbers.values(), KERNEL[..., 2, 0])
    dock.part.action("one").trigger()
    answered(worker, dock, qtbot)
    np.testing.assert_array_equal(dock._pictures.overview, KERNEL[:, :, 2].transpose(2, 0, 1))
    dock.part.action("each").trigger()
    answered(worker, dock, qtbot)
    assert len(dock._pictures.pixels) == 24
    clicked(dock, 4)
    answered(worker, dock, qtbot)
    assert (session.spot.channel, dock.close_up.input.value()) == (1, 1), "the second kernel of the second filter"


def test_what_batch_normalisation_makes_of_it_is_told(session, worker, dock, qtbot):
    ones = np.ones(8, np.float32)
    norm = Norm(layer="norm", gamma=2 * ones, beta=0.5 * ones, mean=ones, variance=ones, epsilon=0.0)
    session.put_network(open_network())
    answered(worker, dock, qtbot, norm=norm)
    assert "then norm: × 2 −1.5" in dock.close_up.figures.text()


def test_numbers_of_a_dense_layer_are_written_out_around_the_chosen_one(session, worker, dock, qtbot):
    kernel = NUMBERS.normal(0, 1, (1, 100, 1, 4)).astype(np.float32)
    session.put_network(open_network())
    answered(worker, dock, qtbot, kernel=kernel, is_row=True)
    assert dock.close_up.numbers.values().shape == (8, 8)
    dock.close_up.input.setValue(70)
    values = dock.close_up.numbers.values()
    np.testing.assert_array_equal(values.ravel()[:36], kernel[0, 64:, 0, 0])
    assert not dock.close_up.numbers.padding_mask().ravel()[:36].any()
    assert dock.close_up.numbers.padding_mask().ravel()[36:].all()
    assert "input map 70" in dock.close_up._words(0, 6)


def test_numbers_are_copied_and_saved_exactly(session, worker, dock, qtbot):
    session.put_network(open_network())
    answered(worker, dock, qtbot)
    dock.copy_button.click()
    lines = QGuiApplication.clipboard().text().splitlines()
    copied = np.array([[float(cell) for cell in line.split("\t")] for line in lines], np.float32)
    np.testing.assert_array_equal(copied, KERNEL[..., 0, 0])
    with qtbot.waitSignal(dock.numbers_wanted) as wanted:
        dock.save_whole.trigger()
    np.testing.assert_array_equal(wanted.args[0], KERNEL[..., 0])
    assert wanted.args[1] == "conv1 filter 0.npy"


def test_a_layer_without_filters_says_so(session, worker, dock, qtbot):
    session.put_network(open_network())
    request = worker.pending(AskWeights)
    refusal = UserError("“add” has no filters of its own. Choose a convolution or a dense layer.")
    worker.say(Failed(job=request.job, template=refusal.template))
    assert "has no filters of its own" in dock._empty.accessibleDescription()
    assert not dock.copy_button.isEnabled()


def test_it_asks_anew_when_weights_change_and_only_in_front(session, worker, dock, qtbot):
    session.put_network(open_network())
    answered(worker, dock, qtbot)
    seen = len(worker.seen)
    dock.refresh()
    assert len(worker.seen) == seen + 1
    answered(worker, dock, qtbot)
    dock.hide()
    seen = len(worker.seen)
    dock.refresh()
    session.select_layer("conv2")
    assert len(worker.seen) == seen
    dock.show()
    qtbot.waitUntil(lambda: worker.pending(AskWeights) is not None)
    assert worker.pending(AskWeights).layer == "conv2"


def test_the_value_under_the_mouse_is_told_exactly(session, worker, dock, qtbot):
    session.put_network(open_network())
    answered(worker, dock, qtbot)
    dock.part.action("one").trigger()
    answered(worker, dock, qtbot)
    rect = dock.grid.layout_of_tiles().rect(3)
    with qtbot.waitSignal(dock.grid.hovered) as heard:
        QTest.mouseMove(dock.grid, QPoint(int(rect.left() + rect.width() * 0.5), int(rect.top() + rect.height() * 0.1)))
    assert heard.args[0].startswith("filter 3 · row 0, column 2")
    assert f"{abs(KERNEL[0, 2, 0, 3]):.4f}"[:5] in heard.args[0]


@pytest.mark.parametrize("is_shared", [False, True])
def test_zero_is_neutral_and_the_largest_weight_the_strongest_colour(is_shared):
    kernel = np.zeros((3, 3, 1, 2), np.float32)
    kernel[0, 0, 0, 0], kernel[1, 1, 0, 1] = -2.0, 1.0
    answer, numbers = reply(AskWeights(layer="conv1"), kernel)
    found = filter_pictures(answer, numbers, is_shared=is_shared, is_dark=True)
    assert found.highs.tolist() == ([2, 2] if is_shared else [2, 1])
    assert found.pixels[0, 1, 1].tolist() == [0x14, 0x17, 0x1C]
    assert found.pixels[0, 0, 0].tolist() == [0x56, 0xB4, 0xE9]
    strongest = found.pixels[1, 1, 1].tolist() == [0xE6, 0x9F, 0x00]
    assert strongest == (not is_shared)
