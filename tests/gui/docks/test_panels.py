"""The panels below the picture: what they say about the selected stage."""

from __future__ import annotations

import threading
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QMainWindow

from engine.imaging.kernel_choice import KernelChoice
from engine.imaging.recipe import Recipe
from engine.imaging.running import let_go
from engine.imaging.stages.activation import Activation
from engine.imaging.stages.canny import Canny
from engine.imaging.stages.convolution import Convolution
from engine.imaging.stages.filters import Filter
from engine.imaging.stages.median import Median
from engine.imaging.stages.noise import Noise
from engine.imaging.stages.pooling import Pooling
from engine.imaging.stages.transposed import Transposed
from engine.imaging.story import story_of
from gui.docks.code import CodeDock
from gui.docks.histogram import HistogramDock
from gui.docks.inside import InsideDock
from gui.docks.microscope import MicroscopeDock
from gui.docks.numbers import NumbersDock
from gui.docks.visits import VisitsDock
from gui.session import SOURCE, Spot
from gui.widgets.exhibit_view import ExhibitView
from gui.widgets.number_grid import NumberGrid
from tests.gui.feeding import feed

SQUARES = np.arange(25, dtype=np.float32).reshape(5, 5) ** 2


@pytest.fixture
def shown(qtbot):
    """Put a dock into a window and wait until it can be seen."""
    windows = []

    def show(dock_of):
        window = QMainWindow()
        windows.append(window)
        qtbot.addWidget(window)
        dock = dock_of(window)
        window.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, dock)
        window.resize(1000, 400)
        with qtbot.waitExposed(window):
            window.show()
        return dock

    yield show
    windows.clear()


def use(session, *stages, selection=0):
    session.edit_recipe(Recipe(stages), "", selection=selection)


def feed_explained(session, image, spot):
    """As the live pipeline does with a spot under the microscope."""
    session.set_spot(spot)
    output = feed(session, image)
    index = session.selection
    explanation = output.results[index].stage.explain(output.results[index].input, spot.row, spot.column, spot.channel)
    session.set_output(
        replace(
            output,
            right_image=output.results[index].image,
            spot=spot,
            explanation=explanation,
            story=story_of(output.results, index, spot.row, spot.column, spot.channel),
        )
    )


def words(widget):
    return "\n".join(each.text() for each in widget.findChildren(QLabel) if each.isVisible())


def test_the_microscope_shows_window_kernel_products_and_the_sum(session, appearance, shown):
    dock = shown(lambda window: MicroscopeDock(session, appearance, window))
    use(session, Convolution(padding="valid"), Activation(function="relu"))
    feed_explained(session, SQUARES, Spot(1, 1))
    window, kernel, products = (each.values() for each in dock.findChildren(NumberGrid) if each.isVisible())
    assert np.array_equal(window, SQUARES[1:4, 1:4])
    assert np.array_equal(kernel, KernelChoice("sobel").weights())
    assert np.array_equal(products, window * kernel)
    assert f"{int(products.sum())}" in words(dock)
    assert "it is kept" in words(dock)


def test_the_microscope_marks_what_comes_from_the_padding(session, appearance, shown):
    dock = shown(lambda window: MicroscopeDock(session, appearance, window))
    use(session, Convolution(padding="same", border="zero"))
    feed_explained(session, SQUARES, Spot(0, 0))
    grid = next(each for each in dock.findChildren(NumberGrid) if each.isVisible())
    assert grid.values()[0].tolist() == [0, 0, 0]
    assert grid._mask[0].all()
    assert not grid._mask[1:, 1:].any()


def test_a_volume_shows_every_channel_and_the_bias(session, appearance, shown):
    dock = shown(lambda window: MicroscopeDock(session, appearance, window))
    kernels = tuple(KernelChoice.own(np.full((3, 3), value)) for value in (1, 0, -1))
    use(session, Convolution(channels="volume", filters=(Filter(kernels, bias=5.0),), padding="valid"))
    image = np.arange(75, dtype=np.uint8).reshape(5, 5, 3)
    feed_explained(session, image, Spot(1, 1, 0))
    assert sum(each.isVisible() for each in dock.findChildren(NumberGrid)) == 6
    total = int(image[1:4, 1:4, 0].sum()) - int(image[1:4, 1:4, 2].sum()) + 5
    assert f"{total}".replace("-", "−") in words(dock)
    assert "+5 bias" in words(dock)


def test_the_microscope_steps_and_walks_over_the_result(qtbot, session, appearance, shown):
    dock = shown(lambda window: MicroscopeDock(session, appearance, window))
    use(session, Convolution(padding="valid"))
    feed_explained(session, SQUARES, Spot(0, 2))
    dock.step()
    assert session.spot == Spot(1, 0)
    dock.step(-1)
    assert session.spot == Spot(0, 2)
    qtbot.keyClick(dock.widget(), Qt.Key.Key_Down)
    assert session.spot == Spot(1, 2)
    qtbot.keyClick(dock.widget(), Qt.Key.Key_Right)
    assert session.spot == Spot(1, 2), "the walk by arrows stays inside"
    dock.toggle_play()
    assert dock.is_playing
    with qtbot.waitSignal(session.spot_changed):
        pass
    session.select(SOURCE)
    assert not dock.is_playing


def test_the_microscope_speaks_of_a_missing_result_and_not_of_the_source(session, appearance, shown):
    dock = shown(lambda window: MicroscopeDock(session, appearance, window))
    use(session, Pooling(size=(9, 9), stride=(9, 9)))
    feed(session, SQUARES)
    assert "There is no result to look into" in words(dock)


def test_the_microscope_offers_to_start_in_the_middle(qtbot, session, appearance, shown):
    dock = shown(lambda window: MicroscopeDock(session, appearance, window))
    use(session, Convolution(padding="valid"))
    output = feed(session, SQUARES)
    session.set_output(replace(output, right_image=output.results[0].image))
    qtbot.mouseClick(dock._empty.button, Qt.MouseButton.LeftButton)
    assert session.spot == Spot(1, 1)


def test_numbers_fill_in_the_formulas_and_say_which_way_was_taken(qtbot, session, appearance, background, shown):
    dock = shown(lambda window: NumbersDock(session, appearance, background, window))
    use(session, Convolution(padding="valid", stride=(2, 2)), Pooling())
    feed(session, np.zeros((31, 32, 3), np.uint8))
    qtbot.waitUntil(lambda: "⌊(31 + 2·0 − 3)/2⌋ + 1 = 15" in words(dock))
    assert "3·3 + 1 = 10" in words(dock)
    assert "multiplications" in words(dock)
    model = dock._table.model()
    cells = [[model.index(row, column).data() for column in range(5)] for row in range(3)]
    assert [row[1] for row in cells] == ["15 × 15", "7 × 7", ""]
    assert cells[2][2] == "10"
    dock._table.clicked.emit(model.index(1, 0))
    assert session.selection == 1


def test_numbers_of_a_recipe_with_a_failing_stage(qtbot, session, appearance, background, shown):
    dock = shown(lambda window: NumbersDock(session, appearance, background, window))
    use(session, Convolution(kernel=KernelChoice("box", (("size", 9),)), padding="valid"), Pooling())
    feed(session, SQUARES)
    qtbot.waitUntil(lambda: dock._table.model().rowCount() == 3)
    assert dock._table.model().index(0, 1).data() == "–"


def test_histograms_of_before_and_after(qtbot, session, appearance, background, shown):
    dock = shown(lambda window: HistogramDock(session, appearance, background, window))
    use(session, Activation(function="relu"))
    image = np.array([[-4.0, 0.0, 8.0]], np.float32)
    feed(session, image)
    qtbot.waitUntil(lambda: "zeros 67%" in words(dock))
    assert "−4 … 8" in words(dock)
    assert "0 … 8" in words(dock)


def test_visits_count_corner_and_middle(qtbot, session, appearance, background, shown):
    dock = shown(lambda window: VisitsDock(session, appearance, background, window))
    use(session, Convolution(padding="valid"), Activation())
    feed(session, np.zeros((9, 9), np.uint8))
    qtbot.waitUntil(lambda: "corner pixel   1" in words(dock))
    assert "in the middle  9" in words(dock)
    session.select(1)
    qtbot.waitUntil(lambda: "Nothing slides here" in words(dock))


def test_code_can_be_copied_and_saved(qtbot, session, appearance, background, shown, tmp_path):
    errors = []
    dock = shown(lambda window: CodeDock(session, appearance, background, errors.append, window))
    use(session, Convolution(), Activation(function="relu"))
    feed(session, SQUARES)
    qtbot.waitUntil(lambda: "def stage_2_activation" in dock.text())
    dock._choice.button("keras").click()
    qtbot.waitUntil(lambda: "import keras" in dock.text())
    dock._view.copy_button.click()
    assert QGuiApplication.clipboard().text() == dock.text()
    dock.save(tmp_path / "recipe.py")
    qtbot.waitUntil(lambda: (tmp_path / "recipe.py").exists())
    assert (tmp_path / "recipe.py").read_text(encoding="utf-8") == dock.text()
    dock.save(tmp_path / "nowhere" / "recipe.py")
    qtbot.waitUntil(lambda: bool(errors))
    assert "nowhere" in str(errors[0]) or "folder" in str(errors[0])


@pytest.mark.parametrize(
    ("stage", "titles"),
    [
        (Pooling(stride=(1, 1)), ["Windows and winners", "Maximum", "Mean"]),
        (Canny(), ["Smoothed", "Edges"]),
        (Noise(), ["Clean", "Noisy", "Mean 3×3", "Median 3×3"]),
        (Convolution(), ["Cross-correlation", "Convolution", "Difference"]),
        (Convolution(channels="volume"), ["Blue ∗ its kernel"]),
        (Transposed(), ["Stamps, summed", "Zeros between", "Stamps on each pixel", "Nearest", "Bilinear"]),
    ],
    ids=lambda value: value.KIND if hasattr(value, "KIND") else "",
)
def test_inside_shows_what_happens_in_a_stage(qtbot, session, appearance, background, shown, stage, titles):
    dock = shown(lambda window: InsideDock(session, appearance, background, window))
    use(session, stage)
    feed(session, np.random.default_rng(0).integers(0, 255, (40, 50, 3), np.uint8))

    def found():
        return [each._title.text() for each in dock.findChildren(ExhibitView) if each.isVisible()]

    qtbot.waitUntil(lambda: set(titles) <= set(found()))


def test_clicking_a_step_of_canny_makes_it_the_result(qtbot, session, appearance, background, shown):
    dock = shown(lambda window: InsideDock(session, appearance, background, window))
    use(session, Canny())
    feed(session, np.random.default_rng(0).integers(0, 255, (40, 50), np.uint8))
    qtbot.waitUntil(lambda: len(dock.findChildren(ExhibitView)) == 8)
    dock.findChildren(ExhibitView)[3].chosen.emit("step", "magnitude")
    assert session.recipe.stages[0].step == "magnitude"
    session.undo_stack.undo()
    assert session.recipe.stages[0].step == "edges"


def test_a_stage_without_an_inside_says_so_at_once(qtbot, session, appearance, background, shown):
    dock = shown(lambda window: InsideDock(session, appearance, background, window))
    use(session, Pooling(), Activation(function="relu"))
    feed(session, SQUARES)
    qtbot.waitUntil(lambda: any(each.isVisible() for each in dock.findChildren(ExhibitView)))
    session.select(1)
    feed(session, SQUARES)
    qtbot.waitUntil(lambda: "Nothing more to see here" in words(dock))
    assert not any(each.isVisible() for each in dock.findChildren(ExhibitView))


def test_a_slow_panel_does_not_leave_another_stage_standing(qtbot, session, appearance, background, shown):
    dock = shown(lambda window: VisitsDock(session, appearance, background, window))
    use(session, Convolution(padding="valid"), Pooling())
    feed(session, SQUARES)
    qtbot.waitUntil(lambda: "corner pixel" in words(dock))
    gate = threading.Event()
    dock.question = lambda output: lambda: gate.wait() and None
    session.select(1)
    qtbot.waitUntil(lambda: "One moment" in words(dock))
    gate.set()


def test_only_the_panel_in_front_computes(qtbot, session, appearance, background):
    window = QMainWindow()
    qtbot.addWidget(window)
    asked = []
    docks = [kind(session, appearance, background, window) for kind in (VisitsDock, HistogramDock)]
    for dock in docks:
        window.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, dock)
        dock.question = lambda output, dock=dock: asked.append(dock)
    window.tabifyDockWidget(*docks)
    docks[0].raise_()
    with qtbot.waitExposed(window):
        window.show()
    qtbot.waitUntil(lambda: docks[0]._is_in_front and not docks[1]._is_in_front)
    asked.clear()
    use(session, Convolution())
    feed(session, SQUARES)
    assert set(asked) == {docks[0]}
    docks[1].raise_()
    qtbot.waitUntil(lambda: docks[1] in asked)


def test_stamps_come_one_by_one(qtbot, session, appearance, background, shown):
    dock = shown(lambda window: InsideDock(session, appearance, background, window))
    use(session, Transposed())
    feed(session, SQUARES)
    qtbot.waitUntil(lambda: "25 of 25 stamps" in _notes(dock))
    dock._scrubber.moved.emit(3)
    qtbot.waitUntil(lambda: "3 of 25 stamps" in _notes(dock))


def _notes(dock):
    return [each._note.text() for each in dock.findChildren(ExhibitView)]


def test_a_panel_waits_for_the_numbers_of_another_stage_of_a_moving_picture(session, appearance, background, shown):
    use(session, Median(), Median(size=5), Median(size=7), selection=2)
    output = feed(session)
    moving = replace(output, results=let_go(output.results, kept={2}, also=(output.frame.image,)))
    dock = shown(lambda window: HistogramDock(session, appearance, background, window))
    asked = []
    dock.question = lambda output: asked.append(output) or (lambda: None)
    session.set_output(moving)
    assert asked == [moving]
    session.select(0)
    assert asked == [moving], "the first stage's numbers are not there"
    following = replace(moving, selected=0, results=let_go(output.results, kept={0}, also=(output.frame.image,)))
    session.set_output(following)
    assert asked == [moving, following]


def test_in_large_type_the_names_of_the_stages_are_not_squeezed_out(
    qtbot, session, appearance, background, shown, monkeypatch
):
    monkeypatch.setattr(appearance._fonts, "base_size", 12.0)
    use(session, Convolution(kernel=KernelChoice("sobel")), Activation())
    dock = shown(lambda window: NumbersDock(session, appearance, background, window))
    feed(session)
    qtbot.waitUntil(lambda: dock._model.rowCount() == 3)
    table = dock._table
    qtbot.waitUntil(lambda: table.columnWidth(0) >= table.sizeHintForColumn(0))
