import numpy as np
import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from engine.imaging.kernel_choice import KernelChoice
from engine.imaging.recipe import Recipe
from engine.imaging.stages.activation import Activation
from engine.imaging.stages.convolution import Convolution
from engine.imaging.stages.pooling import Pooling
from gui.models.recipe import RecipeModel
from gui.models.recipe_edits import add_stage, duplicate_stage, move_stage, remove_stage, toggle_stage
from tests.gui.feeding import feed

STAGES = (Convolution(), Activation(function="relu"), Pooling())


@pytest.fixture
def model(session):
    model = RecipeModel(session, session)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    yield model
    tester.deleteLater()


def titles(model):
    return [model.index(row).data() for row in range(model.rowCount())]


def entry(model, row):
    return model.index(row).data(RecipeModel.EntryRole)


def drop(model, dragged, before):
    data = model.mimeData([model.index(dragged)])
    return model.dropMimeData(data, Qt.DropAction.MoveAction, before, 0, QModelIndex())


def test_rows_are_the_source_and_the_stages(session, model):
    session.edit_recipe(Recipe(STAGES), "")
    feed(session)

    assert titles(model) == ["Source", "Sobel vertical edges", "ReLU", "Max pool"]
    assert [entry(model, row).shape for row in range(4)] == ["12 × 16 × 3", "12 × 16 × 1", "12 × 16 × 1", "6 × 8 × 1"]
    assert entry(model, 0).summary == "Coffee cup"
    assert entry(model, 1).summary == "3×3 · same · stride 1"
    assert entry(model, 3).summary == "2×2 · stride 2 · −75%"


def test_rows_follow_every_edit_and_its_undo(session, model):
    session.edit_recipe(Recipe(STAGES), "")
    seen = [titles(model)]
    for edit in (
        lambda: duplicate_stage(session, 1),
        lambda: remove_stage(session, 0),
        lambda: move_stage(session, 0, 2),
        lambda: add_stage(session, Convolution(kernel=KernelChoice("box"))),
        lambda: session.edit_recipe(Recipe(STAGES[::-1] + STAGES), ""),
    ):
        edit()
        assert titles(model)[1:] == [
            RecipeModel(session, session).index(row).data() for row in range(1, model.rowCount())
        ]
        seen.append(titles(model))
    for expected in reversed(seen[:-1]):
        session.undo_stack.undo()
        assert titles(model) == expected


@pytest.mark.parametrize(
    ("dragged", "before", "expected"),
    [
        (1, 3, ["ReLU", "Sobel vertical edges", "Max pool"]),
        (1, 4, ["ReLU", "Max pool", "Sobel vertical edges"]),
        (3, 1, ["Max pool", "Sobel vertical edges", "ReLU"]),
        (3, 0, ["Max pool", "Sobel vertical edges", "ReLU"]),  # nothing comes before the source
        (2, 2, ["Sobel vertical edges", "ReLU", "Max pool"]),
        (2, 3, ["Sobel vertical edges", "ReLU", "Max pool"]),
        (1, -1, ["ReLU", "Max pool", "Sobel vertical edges"]),
    ],
)
def test_a_dropped_card_stands_where_it_was_dropped(session, model, dragged, before, expected):
    session.edit_recipe(Recipe(STAGES), "")
    drop(model, dragged, before)
    assert titles(model)[1:] == expected


def test_a_drop_is_one_step_to_undo_and_selects_the_stage(session, model):
    session.edit_recipe(Recipe(STAGES), "")
    drop(model, 1, 4)
    assert session.selection == 2
    assert session.undo_stack.undoText() == "Move Sobel vertical edges"
    session.undo_stack.undo()
    assert titles(model)[1] == "Sobel vertical edges"


def test_the_source_cannot_be_dragged(session, model):
    session.edit_recipe(Recipe(STAGES), "")
    assert not model.flags(model.index(0)) & Qt.ItemFlag.ItemIsDragEnabled
    assert model.flags(model.index(1)) & Qt.ItemFlag.ItemIsDragEnabled


def test_a_stage_that_fails_says_so_and_those_after_it_have_no_shape(session, model):
    session.edit_recipe(Recipe((Pooling(size=(50, 50)), Activation())), "")
    feed(session)
    assert entry(model, 1).error.startswith("The pooling window is 50 × 50 but the picture only 12 × 16.")
    assert [entry(model, row).shape for row in (1, 2)] == ["–", "–"]
    assert "50 × 50" in model.index(1).data(Qt.ItemDataRole.ToolTipRole)


def test_a_stage_that_is_off_says_so(session, model):
    session.edit_recipe(Recipe(STAGES), "")
    toggle_stage(session, 1)
    assert not entry(model, 2).is_on
    assert entry(model, 2).summary == "off: passes its input on"


def test_only_new_thumbnails_are_announced(session, model, qtbot):
    session.edit_recipe(Recipe(STAGES), "")
    first = feed(session).thumbnails
    assert model.index(2).data(RecipeModel.ThumbnailRole) is first[2]

    with qtbot.assertNotEmitted(model.dataChanged):
        feed(session, thumbnails=first)
    changed = np.zeros((6, 8, 3), np.uint8)
    with qtbot.waitSignal(model.dataChanged) as announced:
        feed(session, thumbnails=(*first[:2], changed, first[3]))
    assert announced.args[0].row() == announced.args[1].row() == 2
    assert model.index(2).data(RecipeModel.ThumbnailRole) is changed


def test_figures_stay_while_a_setting_is_ahead_of_the_newest_frame(session, model):
    session.edit_recipe(Recipe(STAGES), "")
    feed(session)
    session.edit_stage(0, Convolution(padding="valid"), "")
    assert entry(model, 1).shape == "12 × 16 × 1"
    feed(session)
    assert entry(model, 1).shape == "10 × 14 × 1"


def test_a_removed_card_takes_its_thumbnail_with_it(session, model):
    session.edit_recipe(Recipe(STAGES), "")
    before = feed(session).thumbnails
    remove_stage(session, 1)
    assert [
        model.index(row).data(RecipeModel.ThumbnailRole) is before[known] for row, known in ((0, 0), (1, 1), (2, 3))
    ] == [
        True,
        True,
        True,
    ]
