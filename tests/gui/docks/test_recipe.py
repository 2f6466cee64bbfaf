import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QDropEvent, QFontMetrics, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QListView, QMainWindow

from engine.imaging.kernel_choice import KernelChoice
from engine.imaging.recipe import Recipe
from engine.imaging.running import run_recipe
from engine.imaging.stages.activation import Activation
from engine.imaging.stages.convolution import Convolution
from engine.imaging.stages.kinds import STAGE_KINDS
from engine.imaging.stages.pooling import Pooling
from engine.sources.specs import SampleSpec
from gui.docks.recipe import RecipeDock
from gui.docks.recipe_footer import RecipeFooter
from gui.models.wording import stage_summary
from gui.session import SOURCE
from gui.text import sentence
from gui.theme.fonts import SIZES, Fonts
from tests.gui.feeding import feed

SOBEL, RELU, POOL = Convolution(), Activation(function="relu"), Pooling()


@pytest.fixture
def errors():
    return []


@pytest.fixture
def dock(qtbot, session, appearance, errors):
    window = QMainWindow()
    qtbot.addWidget(window)
    dock = RecipeDock(session, appearance, window, on_error=errors.append)
    window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, dock)
    window.resize(248, 560)
    with qtbot.waitExposed(window):
        window.show()
    yield dock
    window.close()


def kinds(session):
    return [stage.KIND for stage in session.recipe.stages]


def chosen(menu, *path):
    """The action at a path of menu titles, each menu opened on the way."""
    menu.aboutToShow.emit()
    action = next(each for each in menu.actions() if each.text() == path[0])
    return action if len(path) == 1 else chosen(action.menu(), *path[1:])


def use(session, *stages, selection=0):
    session.edit_recipe(Recipe(stages), "", selection=selection)


def press(qtbot, dock, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(dock.list, key, modifier)


def test_an_empty_recipe_says_what_to_do_and_does_it(qtbot, session, dock):
    assert dock.empty.isVisible()
    qtbot.mouseClick(dock.empty.button, Qt.MouseButton.LeftButton)
    assert session.recipe.stages == (Convolution(),)
    assert session.selection == 0
    assert not dock.empty.isVisible()
    session.undo_stack.undo()
    assert dock.empty.isVisible()


def test_a_kernel_family_is_added_behind_the_selected_stage(session, dock):
    use(session, RELU, POOL, selection=0)
    chosen(dock.add_button.menu(), "Smoothing", "Gaussian").trigger()
    assert kinds(session) == ["activation", "convolution", "pooling"]
    assert session.recipe.stages[1].kernel == KernelChoice("gaussian")
    assert session.selection == 1
    assert session.undo_stack.undoText() == "Add Gaussian"


def test_own_kernels_are_added_with_numbers_to_type_and_out_of_the_library(qtbot, session, appearance):
    kept = []
    dock = RecipeDock(session, appearance, on_error=print, own_kernels=lambda: kept)
    qtbot.addWidget(dock)
    menu = dock.add_button.menu()
    chosen(menu, "Own kernels", "Own numbers").trigger()
    assert session.selected_stage.kernel.weights().tolist() == [[0, 0, 0], [0, 1, 0], [0, 0, 0]]
    kept.append(KernelChoice.own(np.ones((2, 4), np.float32), "Broad"))
    chosen(menu, "Own kernels", "Broad").trigger()
    assert session.selected_stage.kernel == kept[0]
    assert chosen(menu, "Own kernels", "Broad").toolTip() == "Your own kernel, 2 × 4"


def test_every_stage_can_be_added_and_explains_itself(session, dock):
    offered = []

    def walk(menu):
        menu.aboutToShow.emit()
        for action in menu.actions():
            if action.menu() is not None:
                walk(action.menu())
            elif action.isEnabled() and not action.isSeparator():
                offered.append(action)

    walk(dock.add_button.menu())
    for action in offered:
        assert action.toolTip() != action.text()
        before = len(session.recipe.stages)
        action.trigger()
        assert len(session.recipe.stages) == before + 1
    assert {stage.KIND for stage in session.recipe.stages} == {
        "convolution", "activation", "pooling", "noise", "median", "bilateral", "canny", "transposed", "upsampling",
    }  # fmt: skip


def test_ready_made_recipes_replace_the_recipe_and_small_ones_the_source(session, dock):
    chosen(dock.recipes_button.menu(), "A CNN by hand").trigger()
    assert kinds(session) == ["convolution", "activation", "pooling"] * 2
    assert session.source is None
    chosen(dock.recipes_button.menu(), "5 × 5 by 3 × 3").trigger()
    assert session.source == SampleSpec("5×5 numbers")
    assert session.selection == 0


def test_a_recipe_for_photographs_takes_a_handful_of_numbers_away_but_no_other_source(session, dock):
    chosen(dock.recipes_button.menu(), "5 × 5 by 3 × 3").trigger()
    chosen(dock.recipes_button.menu(), "A CNN by hand").trigger()
    assert session.source == SampleSpec("coffee")
    session.set_source(SampleSpec("chessboard"))
    chosen(dock.recipes_button.menu(), "Denoise").trigger()
    assert session.source == SampleSpec("chessboard")


def test_the_windows_file_actions_stand_in_the_menu(qtbot, session, appearance):
    opens = QAction("Open recipe…")
    dock = RecipeDock(session, appearance, on_error=print, file_actions=[opens])
    qtbot.addWidget(dock)
    assert opens in dock.recipes_button.menu().actions()


def test_clicking_a_card_selects_its_stage(qtbot, session, dock):
    use(session, SOBEL, RELU, POOL)
    place = dock.list.visualRect(dock.list.model().index(2, 0)).center()
    qtbot.mouseClick(dock.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert session.selection == 1
    press(qtbot, dock, Qt.Key.Key_Up)
    press(qtbot, dock, Qt.Key.Key_Up)
    assert session.selection == SOURCE


def test_the_selected_card_follows_the_session(session, dock):
    use(session, SOBEL, RELU, POOL)
    session.select(2)
    assert dock.list.currentIndex().row() == 3
    session.edit_recipe(session.recipe.removed(2), "", selection=0)
    assert (session.selection, dock.list.currentIndex().row()) == (0, 1)
    session.undo_stack.undo()
    assert (session.selection, dock.list.currentIndex().row()) == (2, 3)


def test_the_eye_switches_a_stage_off_without_selecting_it(qtbot, session, dock):
    use(session, SOBEL, RELU, selection=0)
    rect = dock.list.visualRect(dock.list.model().index(2, 0))
    eye = QPoint(rect.right() - 24, rect.top() + 20)
    qtbot.mouseClick(dock.list.viewport(), Qt.MouseButton.LeftButton, pos=eye)
    assert [stage.is_on for stage in session.recipe.stages] == [True, False]
    assert session.selection == 0
    qtbot.mouseClick(dock.list.viewport(), Qt.MouseButton.LeftButton, pos=eye)
    assert session.recipe.stages[1].is_on


def test_keys_remove_move_and_switch(qtbot, session, dock):
    use(session, SOBEL, RELU, POOL, selection=1)
    press(qtbot, dock, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert kinds(session) == ["activation", "convolution", "pooling"]
    assert session.selection == 0
    press(qtbot, dock, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)  # it is first already
    press(qtbot, dock, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert kinds(session) == ["convolution", "activation", "pooling"]
    press(qtbot, dock, Qt.Key.Key_Return)
    assert not session.recipe.stages[1].is_on
    press(qtbot, dock, Qt.Key.Key_Delete)
    assert kinds(session) == ["convolution", "pooling"]
    assert session.selection == 1
    for _ in range(4):
        session.undo_stack.undo()
    assert session.recipe.stages == (SOBEL, RELU, POOL)


def test_the_key_that_duplicates_does_not_remove_where_x11_counts_it_among_those_for_deleting(
    qtbot, session, dock, monkeypatch
):
    as_elsewhere = QKeyEvent.matches

    def as_on_x11(event, key):
        is_deleting = key == QKeySequence.StandardKey.Delete and event.key() == Qt.Key.Key_D
        return is_deleting or as_elsewhere(event, key)

    monkeypatch.setattr(QKeyEvent, "matches", as_on_x11)
    use(session, SOBEL, RELU, selection=0)
    ctrl_d = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    ctrl_d.ignore()
    QCoreApplication.sendEvent(dock.list, ctrl_d)
    assert not ctrl_d.isAccepted()  # it is left to the window's action
    press(qtbot, dock, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert session.recipe.stages == (SOBEL, RELU)


def test_stages_are_copied_and_pasted_as_text(qtbot, session, dock):
    use(session, SOBEL, RELU, selection=0)
    press(qtbot, dock, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert Recipe.from_text(QGuiApplication.clipboard().text()).stages == (SOBEL,)
    session.select(1)
    press(qtbot, dock, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert session.recipe.stages == (SOBEL, RELU, SOBEL)
    assert session.selection == 2


def test_pasting_something_else_is_told_in_a_sentence(qtbot, session, dock, errors):
    use(session, SOBEL)
    QGuiApplication.clipboard().setText("not a recipe")
    press(qtbot, dock, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert session.recipe.stages == (SOBEL,)
    assert sentence(errors[0]).startswith("The recipe file is damaged")


def test_the_context_menu_does_what_the_keys_do(session, dock):
    use(session, SOBEL, RELU, POOL, selection=1)
    by_text = {action.text().split("\t")[0]: action for action in dock.stage_menu(1).actions()}
    by_text["Duplicate"].trigger()
    assert kinds(session) == ["convolution", "activation", "activation", "pooling"]
    on_the_source = {action.text().split("\t")[0]: action for action in dock.stage_menu(SOURCE).actions()}
    assert not on_the_source["Remove"].isEnabled()
    assert on_the_source["Paste"].isEnabled()


def test_a_card_grows_to_say_what_is_wrong(qtbot, session, dock):
    use(session, RELU, Pooling(size=(50, 50)))
    feed(session)
    heights = [dock.list.sizeHintForIndex(dock.list.model().index(row, 0)).height() for row in (1, 2)]
    assert heights[1] > heights[0]


def test_the_foot_sums_the_costs_at_the_sizes_that_are_there(session, dock):
    use(session, SOBEL, POOL, Convolution(channels="each", bias=1.0))
    foot = dock.findChild(RecipeFooter)
    feed(session)
    parameters, multiply_adds, time = foot.texts()
    assert parameters == "20"
    assert multiply_adds == "2.2 k"  # 12 · 16 · 9 + 6 · 8 · 9 = 2160
    assert time.endswith(" ms")
    session.edit_stage(2, session.recipe.stages[2].changed(is_on=False), "")
    feed(session)
    assert foot.texts()[0] == "10"


def test_a_card_dropped_on_the_lower_half_of_another_stands_behind_it(session, dock):
    use(session, SOBEL, RELU, POOL)
    model = dock.list.model()
    data = model.mimeData([model.index(1, 0)])
    place = dock.list.visualRect(model.index(2, 0)).bottomLeft() + QPoint(40, -6)
    buttons, modifiers = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    drop = QDropEvent(QPointF(place), Qt.DropAction.MoveAction, data, buttons, modifiers)
    dock.list.dropEvent(drop)
    assert kinds(session) == ["activation", "convolution", "pooling"]
    assert not model.removeRows(2, 1)  # what Qt asks for after a move; the session has moved the stage already
    assert model.rowCount() == 4


def test_cards_are_dragged_inside_the_list_only(dock):
    assert dock.list.dragDropMode() == QListView.DragDropMode.InternalMove


def test_no_card_of_the_first_settings_is_cut_at_the_first_width(session, dock, appearance):
    stages = (*(kind() for kind in STAGE_KINDS.values()), RELU, Convolution(padding="custom", stride=(2, 2)))
    session.edit_recipe(Recipe((RELU,)), "")
    card, metrics = dock.list.itemDelegate(), QFontMetrics(appearance.font("caption"))
    room = card.words_width(dock.list.visualRect(dock.list.model().index(0, 0)))
    for stage in stages:
        (result,) = run_recipe(Recipe((stage,)), np.full((40, 60, 3), 9, np.uint8))
        words = stage_summary(stage, result)
        assert metrics.horizontalAdvance(words) <= room, words


def test_a_usual_card_fits_beside_a_scroll_bar_in_any_size_of_type(dock, appearance, monkeypatch):
    card = dock.list.itemDelegate()
    for scale in (1.0, 5 / 3, 2.2):
        monkeypatch.setattr(Fonts, "size", lambda self, kind, scale=scale, **_: self.base_size * SIZES[kind] * scale)
        appearance.changed.emit()
        bar = dock.list.verticalScrollBar().sizeHint().width()
        room = dock.list.minimumWidth() - card.around_words() - bar
        assert appearance.text_width("3×3 · same · stride 1", "caption") <= room
        assert card._thumbnail_size().width() <= 72
