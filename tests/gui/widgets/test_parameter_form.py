import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QKeySequence, QShortcut, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QDoubleSpinBox, QLabel, QSlider, QSpinBox, QToolButton

from engine.parameters import Choice, Flag, Option, Pair, Real, Whole, defaults_of
from gui.widgets.parameter_form import ParameterForm

DECLARED = {
    "size": Whole(title="Size", help="Window side.", default=3, minimum=1, maximum=31, step=2, unit="px"),
    "sigma": Real(title="Sigma", help="Spread.", default=1.5, minimum=0.1, maximum=10.0),
    "family": Choice(
        title="Family", help="Which kind.", default="sobel",
        options=(Option("sobel", "Sobel", "General."), Option("scharr", "Scharr", "More exact.")),
    ),
    "flip": Flag(title="Flip", help="Flip first.", default=False),
    "stride": Pair(title="Stride", help="Step.", default=(1, 1), minimum=1, maximum=8),
    "count": Whole(title="Count", help="How many.", default=2, minimum=1, maximum=4),
}  # fmt: skip


@pytest.fixture
def form(qtbot):
    made = ParameterForm()
    qtbot.addWidget(made)
    made.set_parameters(DECLARED, defaults_of(DECLARED))
    made.changes = []
    made.changed.connect(lambda name, value: made.changes.append((name, value)))
    made.show()
    return made


def control(form, name, kind):
    return form.editor(name).findChild(kind)


def test_every_declaration_has_a_label_and_shows_its_value(form):
    assert [label.text() for label in form.findChildren(QLabel) if label.buddy()] == [
        declaration.title for declaration in DECLARED.values()
    ]
    assert form.values() == defaults_of(DECLARED)
    assert form.changes == []


def test_typing_clicking_and_choosing_are_told(form):
    control(form, "count", QSpinBox).setFocus()
    QTest.keyClick(control(form, "count", QSpinBox), Qt.Key.Key_Up)
    box = control(form, "flip", QCheckBox)
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(8, box.height() // 2))
    QTest.keyClick(control(form, "family", QComboBox), Qt.Key.Key_Down)
    QTest.keyClick(control(form, "sigma", QDoubleSpinBox), Qt.Key.Key_Up)
    assert form.changes == [("count", 3), ("flip", True), ("family", "scharr"), ("sigma", pytest.approx(1.6))]


def test_values_set_from_outside_do_not_echo(form):
    form.set_values({"size": 7, "sigma": 2.5, "family": "scharr", "flip": True, "stride": (2, 3), "count": 4})
    assert form.values() == {
        "size": 7, "sigma": 2.5, "family": "scharr", "flip": True, "stride": (2, 3), "count": 4,
    }  # fmt: skip
    assert form.changes == []


def test_a_slider_goes_over_what_is_usual_by_factors(qtbot):
    declared = {
        "rate": Real(title="Rate", help="", default=0.001, minimum=1e-7, maximum=10.0, decimals=6, usual=(1e-5, 1.0)),
        "epochs": Whole(title="Epochs", help="", default=20, minimum=1, maximum=10_000, usual=(1, 300)),
    }
    form = ParameterForm()
    qtbot.addWidget(form)
    form.set_parameters(declared, {"rate": 0.001, "epochs": 20})
    slider, spin = control(form, "rate", QSlider), control(form, "rate", QDoubleSpinBox)
    assert spin.text() == f"0{spin.locale().decimalPoint()}001"
    slider.setValue(slider.value() + 1)
    assert spin.value() == 0.0012, "one place further is a little more, not a hundred times as much"
    form.resize(300, 100)
    form.show()
    slider.setValue(slider.minimum())
    assert spin.value() == 1e-5
    assert spin.fontMetrics().horizontalAdvance(spin.text()) < spin.lineEdit().width(), "nothing of it is cut off"
    spin.setValue(7.0)
    assert slider.value() == slider.maximum()
    assert form.values() == {"rate": 7.0, "epochs": 20}
    slider, spin = control(form, "epochs", QSlider), control(form, "epochs", QSpinBox)
    for expected in (25, 30, 35):
        slider.setValue(slider.value() + 1)
        assert spin.value() == expected


def test_a_slider_moves_in_the_declared_steps(form):
    slider, spin = control(form, "size", QSlider), control(form, "size", QSpinBox)
    slider.setFocus()
    QTest.keyClick(slider, Qt.Key.Key_Right)
    assert (spin.value(), form.changes) == (5, [("size", 5)])
    QTest.keyClick(slider, Qt.Key.Key_End)
    assert spin.value() == 31
    assert control(form, "count", QSlider) is None


def test_a_typed_number_off_the_steps_comes_to_rest_on_one(form):
    spin = control(form, "size", QSpinBox)
    spin.selectAll()
    QTest.keyClicks(spin, "8")
    QTest.keyClick(spin, Qt.Key.Key_Return)
    assert form.changes == [("size", 7)]
    assert DECLARED["size"].check(spin.value()) == 7


def test_a_closed_pair_moves_together_and_an_open_one_does_not(form):
    first, second = form.editor("stride").findChildren(QSpinBox)
    QTest.keyClick(first, Qt.Key.Key_Up)
    assert form.changes == [("stride", (2, 2))]
    QTest.mouseClick(form.editor("stride").findChild(QToolButton), Qt.MouseButton.LeftButton)
    QTest.keyClick(second, Qt.Key.Key_Up)
    assert form.changes[-1] == ("stride", (2, 3))
    QTest.mouseClick(form.editor("stride").findChild(QToolButton), Qt.MouseButton.LeftButton)
    assert form.changes[-1] == ("stride", (2, 2))


def turn_wheel(widget):
    place = QPointF(widget.rect().center())
    event = QWheelEvent(
        place, widget.mapToGlobal(place), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(widget, event)


def test_the_wheel_changes_nothing_before_a_control_is_chosen(form, qtbot):
    form.activateWindow()
    form.setFocus()
    for name, kind in (("size", QSpinBox), ("size", QSlider), ("sigma", QDoubleSpinBox), ("family", QComboBox)):
        turn_wheel(control(form, name, kind))
    assert form.changes == []
    spin = control(form, "count", QSpinBox)
    spin.setFocus()
    qtbot.waitUntil(spin.hasFocus)
    turn_wheel(spin)
    assert form.changes == [("count", 3)]


def test_hovering_explains_what_it_is_and_its_range(form):
    tip = control(form, "size", QSpinBox).toolTip()
    assert "Window side." in tip
    assert "from 1 to 31 px" in tip
    assert "Sobel: General." in control(form, "family", QComboBox).toolTip()
    assert control(form, "family", QComboBox).itemData(1, Qt.ItemDataRole.ToolTipRole) == "More exact."


def test_a_control_that_is_off_says_why(form):
    form.set_enabled("stride", False, "A stride needs at least one step.")
    first = form.editor("stride").findChildren(QSpinBox)[0]
    assert not first.isEnabled()
    assert "A stride needs at least one step." in first.toolTip()
    form.set_enabled("stride", True)
    assert first.isEnabled()
    assert "A stride needs" not in first.toolTip()


def test_every_control_has_a_name_for_a_screen_reader(form):
    for kind in (QSpinBox, QDoubleSpinBox, QComboBox, QCheckBox, QSlider, QToolButton):
        assert all(each.accessibleName() for each in form.findChildren(kind))


def test_other_parameters_take_the_place_of_the_old(form):
    form.set_parameters({"count": DECLARED["count"]}, {"count": 4})
    assert form.names() == ("count",)
    assert form.values() == {"count": 4}


def test_the_same_parameters_keep_their_controls(form):
    before = control(form, "count", QSpinBox)
    form.set_parameters(dict(DECLARED), {**defaults_of(DECLARED), "count": 1})
    assert control(form, "count", QSpinBox) is before
    assert before.value() == 1


def test_undo_goes_to_the_window_when_there_is_nothing_typed_to_take_back(form, qtbot):
    undone = []
    shortcut = QShortcut(QKeySequence.StandardKey.Undo, form)
    shortcut.activated.connect(lambda: undone.append(True))
    qtbot.waitActive(form)
    spin = control(form, "count", QSpinBox)
    spin.setFocus()
    qtbot.keyClick(spin, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert undone == [True]
    spin.selectAll()
    qtbot.keyClicks(spin, "4")
    qtbot.keyClick(spin, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert undone == [True]
    assert spin.value() == 2
