import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton

from engine.imaging.kernel_choice import OWN, KernelChoice
from engine.imaging.ready_made import ready_made
from engine.imaging.recipe import Recipe
from engine.imaging.stages.activation import Activation
from engine.imaging.stages.bilateral import Bilateral
from engine.imaging.stages.canny import Canny
from engine.imaging.stages.convolution import Convolution
from engine.imaging.stages.filters import Filter
from engine.imaging.stages.kinds import STAGE_KINDS
from engine.imaging.stages.median import Median
from engine.imaging.stages.noise import Noise
from engine.imaging.stages.pooling import Pooling
from engine.imaging.stages.transposed import Transposed
from engine.parameters import parameters_of
from gui.session import SOURCE
from tests.gui.docks.stage_making import kernel, tool, type_number, use
from tests.gui.feeding import feed

VOLUME = ready_made()[-1].stages[0]


@pytest.fixture
def dock(stage_dock):
    return stage_dock


@pytest.mark.parametrize("kind", STAGE_KINDS.values(), ids=STAGE_KINDS.keys())
def test_every_stage_has_a_form_of_all_its_parameters(session, dock, kind):
    stage = kind()
    use(session, stage)
    declared = parameters_of(kind)
    assert dock.form.names() == tuple(declared)
    assert dock.form.values() == {name: getattr(stage, name) for name in declared}
    for name in declared:
        editor = dock.form.editor(name)
        assert editor.isEnabled() == (name not in stage.idle_settings())
        assert all(control.accessibleName() for control in editor.controls())
        assert declared[name].help in editor.toolTip()


def test_showing_a_stage_changes_nothing(session, dock):
    for kind in STAGE_KINDS.values():
        use(session, kind())
    count = session.undo_stack.count()
    for _ in range(count):
        session.undo_stack.undo()
    assert session.undo_stack.count() == count
    assert session.recipe.stages == ()


def test_a_setting_that_has_no_effect_says_why(session, dock):
    use(session, Convolution(padding="valid"))
    border = dock.form.editor("border")
    assert not border.isEnabled()
    assert border.toolTip().startswith("With padding “Valid” there is no rim.")


def test_the_rim_that_follows_from_the_padding_is_shown(session, dock):
    def rim():
        return [spin.text() for spin in dock.form.editor("padding_size").controls()[:2]]

    five = KernelChoice("gaussian", {"size": 5})
    use(session, Convolution(kernel=five))
    assert rim() == ["2 px", "2 px"]
    assert dock.form.editor("padding_size").value() == session.selected_stage.padding_size == (1, 1)
    assert session.undo_stack.count() == 1, "to show is not to set"
    session.edit_stage(0, Convolution(kernel=five, padding="full", dilation=(1, 2)), "")
    feed(session)
    assert rim() == ["4 px", "8 px"]
    session.edit_stage(0, Convolution(stride=(2, 2)), "")
    feed(session)  # 12 × 16 pixels
    assert rim() == ["0+1", "0+1"]
    session.edit_stage(0, Convolution(padding="custom", padding_size=(3, 4)), "")
    feed(session)
    assert rim() == ["3 px", "4 px"]
    assert session.selected_stage.padding_size == (3, 4)


def test_a_choice_in_the_form_is_one_step(session, dock):
    use(session, Convolution())
    combo = dock.form.editor("padding").controls()[0]
    combo.setCurrentIndex(combo.findData("valid"))
    assert session.selected_stage.padding == "valid"
    assert session.undo_stack.undoText() == "Padding"
    session.undo_stack.undo()
    assert combo.currentData() == "same"


def test_a_dragged_slider_is_one_step(session, dock):
    use(session, Convolution(activation="leaky"))
    before, slope = session.undo_stack.count(), session.selected_stage.slope
    slider = dock.form.editor("slope").controls()[1]
    for place in (20, 30, 40, 50):
        slider.setValue(place)
    assert session.selected_stage.slope == pytest.approx(0.5)
    assert session.undo_stack.count() == before + 1
    session.undo_stack.undo()
    assert session.selected_stage.slope == slope


def test_two_settings_in_a_row_are_two_steps(session, dock):
    use(session, Pooling())
    before = session.undo_stack.count()
    dock.form.editor("size").controls()[0].setValue(3)
    dock.form.editor("stride").controls()[0].setValue(3)
    assert session.undo_stack.count() == before + 2


def test_the_figures_are_filled_in_with_the_picture_that_is_there(session, dock):
    use(session, Convolution(), Pooling())
    text = dock.figures.text()
    assert "⌊(12 + 2·1 − 3)/1⌋ + 1 = <b>12</b>" in text
    assert "⌊(16 + 2·1 − 3)/1⌋ + 1 = <b>16</b>" in text
    assert "3·3 + 1 = <b>10</b> parameters" in text
    session.select(1)
    assert "⌊(12 + 2·0 − 2)/2⌋ + 1 = <b>6</b>" in dock.figures.text()
    feed(session, np.zeros((20, 20), np.uint8))
    assert "= <b>10</b>" in dock.figures.text()


def test_what_is_wrong_is_said_in_place(session, dock):
    use(session, Pooling(size=(50, 50)))
    assert dock.error().startswith("The pooling window is 50 × 50")
    session.edit_stage(0, Pooling(), "")
    feed(session)
    assert dock.error() == ""


def test_the_source_is_described_with_what_to_do_next(qtbot, session, dock):
    feed(session)
    assert dock.windowTitle() == "Source"
    assert dock.source.texts() | {"note": ""} == {
        "title": "Coffee cup", "size": "12 × 16 pixels", "channels": "3 · red, green, blue",
        "numbers": "uint8, 0 to 255", "note": "",
    }  # fmt: skip
    qtbot.mouseClick(dock.source.button, Qt.MouseButton.LeftButton)
    assert session.recipe.stages == (Convolution(),)
    assert dock.windowTitle() == "Sobel vertical edges"
    session.select(SOURCE)
    assert dock.source.isVisible()
    assert not dock.form.isVisible()
    dock.hide()
    dock.show()
    assert not dock.figures.isVisible(), "the figures are those of a stage"


def test_choosing_a_family_keeps_the_settings_that_it_has_too(session, dock):
    use(session, Convolution(kernel=KernelChoice("sobel", (("direction", "horizontal"),))))
    families = dock.kernel.families
    families.setCurrentIndex(families.findData("scharr"))
    families.activated.emit(families.currentIndex())
    assert kernel(session) == KernelChoice("scharr", (("direction", "horizontal"),))
    assert "gradients" in dock.about.text() or dock.about.text().startswith("When to use")
    assert dock.kernel.form.names() == ("direction", "per_pixel")


@pytest.mark.parametrize(
    ("stage", "words"), [(Median(), "wildly wrong"), (Bilateral(), "fine noise"), (Canny(), "lines")]
)
def test_what_has_no_kernel_has_its_card_too(session, dock, stage, words):
    use(session, stage)
    assert dock.about.isVisible()
    assert words in dock.about.text()
    use(session, Activation())
    assert not dock.about.isVisible()


def test_a_family_setting_changes_the_numbers(session, dock):
    use(session, Convolution())
    combo = dock.kernel.form.editor("direction").controls()[0]
    combo.setCurrentIndex(combo.findData("horizontal"))
    assert dock.kernel.grid.editor.values().tolist() == [[-1, -2, -1], [0, 0, 0], [1, 2, 1]]


def test_typing_a_number_makes_the_kernel_ones_own(qtbot, session, dock):
    use(session, Convolution())
    type_number(qtbot, dock, 1, 1, "2.5")
    assert kernel(session).name == OWN
    assert kernel(session).weights()[1, 1] == 2.5
    assert dock.kernel.families.currentText() == "Own kernel 3 × 3"
    assert dock.kernel.form.names() == ("own_size",)
    session.undo_stack.undo()
    assert kernel(session) == KernelChoice("sobel")
    assert dock.kernel.families.currentText() == "Sobel"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Flip left and right", [[2, 1], [4, 3]]),
        ("Flip top and bottom", [[3, 4], [1, 2]]),
        ("Turn by 90°", [[3, 1], [4, 2]]),
        ("Transpose", [[1, 3], [2, 4]]),
        ("Normalise", [[0.1, 0.2], [0.3, 0.4]]),
        ("Make the sum zero", [[-1.5, -0.5], [0.5, 1.5]]),
    ],
)
def test_operations_on_the_grid(session, dock, name, expected):
    use(session, Convolution(kernel=KernelChoice.own([[1, 2], [3, 4]])))
    tool(dock, name).click()
    np.testing.assert_allclose(kernel(session).weights(), expected, rtol=1e-6)
    assert session.undo_stack.undoText() == name


def test_an_operation_that_cannot_be_done_says_why(session, dock):
    use(session, Convolution())
    tool(dock, "Normalise").click()
    assert kernel(session) == KernelChoice("sobel")
    assert dock.kernel.grid.message().startswith("The numbers sum to 0")


def test_an_even_size_is_allowed_and_remarked_on(session, dock):
    use(session, Convolution(kernel=KernelChoice.own(np.eye(3))))
    assert dock.kernel.grid.message() == ""
    rows, columns, _link = dock.kernel.form.editor("own_size").controls()
    rows.setValue(4)
    assert kernel(session).weights().shape == (4, 4)
    assert "even" in dock.kernel.grid.message()
    assert columns.value() == 4


def test_a_grid_is_pasted_from_a_spreadsheet(qtbot, session, dock):
    use(session, Convolution())
    QGuiApplication.clipboard().setText("1\t2\n3\t4,5")
    dock.kernel.grid.editor.setFocus()
    qtbot.keyClick(dock.kernel.grid.editor, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert kernel(session).weights().tolist() == [[1, 2], [3, 4.5]]


def test_a_bad_paste_is_answered_in_place_and_changes_nothing(qtbot, session, dock):
    use(session, Convolution())
    QGuiApplication.clipboard().setText("one two\nthree")
    before = session.undo_stack.count()
    qtbot.keyClick(dock.kernel.grid.editor, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert session.undo_stack.count() == before
    assert dock.kernel.grid.message()
    session.edit_stage(0, Convolution(kernel=KernelChoice("scharr")), "")
    assert dock.kernel.grid.message() == ""


def test_an_own_kernel_is_kept_renamed_deleted_and_brought_back(qtbot, session, dock, own):
    use(session, Convolution(kernel=KernelChoice.own(np.eye(3))))
    shelf = dock.kernel.shelf
    shelf.ask_for_name("Diagonal")
    qtbot.keyClick(shelf._name, Qt.Key.Key_Return)
    assert [each.label for each in own.kernels()] == ["Diagonal"]
    assert kernel(session).label == "Diagonal"
    families = dock.kernel.families
    assert families.currentText() == "Diagonal"
    shelf.open_list()
    row = shelf._list.itemAt(0).widget()
    row.name.setText("Slant")
    row.name.editingFinished.emit()
    assert families.findText("Slant") >= 0
    assert kernel(session).label == families.currentText() == "Slant"
    session.undo_stack.undo()
    assert kernel(session).label == "Diagonal"
    session.undo_stack.redo()
    row = shelf._list.itemAt(0).widget()
    row.button.click()
    assert own.kernels() == ()
    row.button.click()
    assert [each.label for each in own.kernels()] == ["Slant"]


def test_a_new_name_reaches_every_stage_that_uses_the_kernel(session, dock, own):
    mine, other = KernelChoice.own(np.eye(3), "Mine"), KernelChoice.own(np.eye(3), "Other")
    own.add(mine)
    volume = Convolution(channels="volume", filters=(Filter((mine, other, mine)),))
    use(session, Convolution(kernel=mine), Median(), Transposed(kernel=mine), volume, Convolution(kernel=other))
    dock.kernel.shelf.open_list()
    dock.kernel.shelf.rename(mine, "Ours")
    first, _, transposed, volume, last = session.recipe.stages
    assert (first.kernel.label, transposed.kernel.label, last.kernel.label) == ("Ours", "Ours", "Other")
    assert [each.label for each in volume.filters[0].kernels] == ["Ours", "Other", "Ours"]


@pytest.mark.parametrize("how", ["return", "button", "close", "escape"])
def test_the_focus_goes_on_at_the_kernel_when_the_library_closes(qtbot, session, dock, own, how):
    use(session, Convolution(kernel=KernelChoice.own(np.eye(3))))
    shelf = dock.kernel.shelf
    shelf.ask_for_name("Diagonal")
    qtbot.waitUntil(shelf._name.hasFocus)
    if how == "return":
        qtbot.keyClick(shelf._name, Qt.Key.Key_Return)
    elif how == "escape":
        qtbot.keyClick(shelf._name, Qt.Key.Key_Escape)
    else:
        button = (
            shelf._keep if how == "button" else next(b for b in shelf.findChildren(QPushButton) if b.text() == "Close")
        )
        button.setFocus()
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not shelf.isVisible()
    assert dock.kernel.families.hasFocus()


def test_a_name_that_is_taken_is_refused_in_place(session, dock, own):
    own.add(KernelChoice.own([[1]], "Mine"))
    use(session, Convolution(kernel=KernelChoice.own([[2]])))
    dock.kernel.shelf.ask_for_name("Mine")
    dock.kernel.shelf._keep.click()
    assert dock.kernel.shelf.message().startswith("There is already a kernel called “Mine”.")
    assert own.kernels()[0].weights() == [[1]]


def test_convolution_shows_what_the_flip_changes(session, dock):
    use(session, Convolution())
    assert not dock.flip.isVisibleTo(dock)
    session.edit_stage(0, Convolution(operation="convolution"), "")
    assert dock.flip.isVisibleTo(dock)
    assert dock.flip.slides.values().tolist() == [[1, 0, -1], [2, 0, -2], [1, 0, -1]]
    session.edit_stage(0, Convolution(operation="convolution", kernel=KernelChoice("box")), "")
    assert "looks the same" in dock.flip.text()


def test_the_switch_in_the_title_switches_the_stage_off(session, dock):
    use(session, Pooling())
    dock._switch.click()
    assert not session.selected_stage.is_on
    assert dock._switch.accessibleName() == "Switch this stage on"


def test_an_output_without_news_writes_nothing_anew(qtbot, session, dock, monkeypatch):
    use(session, Convolution())
    calls = []
    monkeypatch.setattr(dock.figures, "show_stage", lambda *_: calls.append(1))
    for _ in range(3):
        feed(session)
    assert calls == []


def test_labels_stay_in_one_column_in_larger_type_and_back(qtbot, session, dock, appearance):
    use(session, Convolution())

    def lefts():
        controls = (dock.kernel.families, dock.kernel.form.editor("size"), dock.form.editor("channels"))
        return {control.mapTo(dock, QPoint()).x() for control in controls}

    qtbot.waitUntil(lambda: len(lefts()) == 1)
    (before,) = lefts()
    appearance.is_presenter = True
    qtbot.waitUntil(lambda: len(lefts()) == 1 and min(lefts()) > before)
    appearance.is_presenter = False
    qtbot.waitUntil(lambda: lefts() == {before})


@pytest.mark.parametrize("kind", STAGE_KINDS.values(), ids=STAGE_KINDS.keys())
def test_tab_goes_through_the_settings_as_they_are_read(session, dock, kind):
    use(session, Convolution())
    use(session, kind())
    owner = {control: name for name in dock.form.names() for control in dock.form.editor(name).controls()}
    reached = [dock._switch]
    while (following := reached[-1].nextInFocusChain()) is not dock._switch:
        reached.append(following)
    reached = reached[: max(reached.index(control) for control in owner) + 1]
    assert all(dock.isAncestorOf(each) for each in reached if each.focusPolicy() & Qt.FocusPolicy.TabFocus)
    names = [owner[each] for each in reached if each in owner]
    assert names == sorted(names, key=dock.form.names().index)
    if hasattr(kind(), "kernel"):
        before = reached[: next(at for at, each in enumerate(reached) if each in owner)]
        assert before.index(dock.kernel.families) < before.index(dock.kernel.grid.editor)


def test_behind_noise_the_figures_tell_how_close_the_results_come_to_the_clean_picture(qtbot, session, dock):
    session.edit_recipe(Recipe((Noise(), Median(), Median(size=5))), "", selection=1)
    feed(session)
    qtbot.waitUntil(lambda: "against the clean picture" in dock.figures.text())
    text = dock.figures.text()
    assert [text.count(words) for words in ("noisy", "this stage", "at the end", "PSNR")] == [1, 1, 1, 3]
    session.edit_recipe(Recipe((Median(),)), "", selection=0)
    feed(session)
    assert "against the clean picture" not in dock.figures.text()
