"""One editor for each kind of declared parameter: `value()`, `set_value()` and the signal `changed(object)`."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QLabel,
    QSizePolicy,
    QSlider,
    QSpinBox,
    QToolButton,
    QWidget,
)

from engine.network.layers.declarations import MaybePair, MaybeReal
from engine.parameters import Choice, Flag, Pair, Parameter, Real, Whole
from gui.icons import icon
from gui.text import tr, translated
from gui.widgets.editor import Editor
from gui.widgets.jump_slider import JumpSlider
from gui.widgets.labels import kind
from gui.widgets.slider_places import nearest_place, slider_numbers
from gui.widgets.special_editors import MaybeEditor, special_editor

FIRST_REAL = 6.0  # where a number that was left out begins: ReLU6 is the one that is used


class NumberEditor(Editor):
    """A spin box, and a slider beside it where the range is wide."""

    def __init__(self, declaration: Whole | Real) -> None:
        super().__init__()
        self._declaration = declaration
        self._spin: QSpinBox | QDoubleSpinBox = (
            _WholeSpin(declaration) if isinstance(declaration, Whole) else _RealSpin(declaration)
        )
        self._spin.setSuffix(suffix_of(declaration.unit))
        self._numbers = slider_numbers(declaration)
        self._slider: QSlider | None = None
        if self._numbers:
            self._slider = JumpSlider()
            self._slider.setRange(0, len(self._numbers) - 1)
            self._slider.setPageStep(max(1, len(self._numbers) // 10))
            self._slider.setMinimumWidth(28)
            self._slider.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
            self._slider.valueChanged.connect(self._on_slid)
            self._row.addWidget(self._slider, 1)
            self._spin.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._row.addWidget(self._spin, 0 if self._slider else 1)
        self._spin.valueChanged.connect(self._on_spun)

    def value(self) -> Any:
        return self._spin.value()

    def set_value(self, value: Any) -> None:
        with QSignalBlocker(self._spin):
            self._spin.setValue(value)
        self._place_slider()

    def controls(self) -> list[QWidget]:
        return [self._spin] + ([self._slider] if self._slider else [])

    def _on_spun(self) -> None:
        self._place_slider()
        self.changed.emit(self.value())

    def _on_slid(self, place: int) -> None:
        number = self._numbers[place]
        if isinstance(self._spin, QSpinBox):
            self._spin.setValue(int(number))
        else:
            self._spin.setValue(number)

    def _place_slider(self) -> None:
        if self._slider is None:
            return
        with QSignalBlocker(self._slider):
            self._slider.setValue(nearest_place(self._numbers, self._spin.value()))


class ChoiceEditor(Editor):
    """A combo box; each entry explains itself when hovered."""

    def __init__(self, declaration: Choice) -> None:
        super().__init__()
        self._combo = QComboBox()
        self._combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._combo.setMinimumContentsLength(8)
        for option in declaration.options:
            self._combo.addItem(translated(option.title), option.value)
            if option.help:
                self._combo.setItemData(self._combo.count() - 1, translated(option.help), Qt.ItemDataRole.ToolTipRole)
        self._combo.currentIndexChanged.connect(self._on_chosen)
        self._row.addWidget(self._combo, 1)

    def value(self) -> Any:
        return self._combo.currentData()

    def set_value(self, value: Any) -> None:
        with QSignalBlocker(self._combo):
            self._combo.setCurrentIndex(self._combo.findData(value))

    def controls(self) -> list[QWidget]:
        return [self._combo]

    def _on_chosen(self) -> None:
        self.changed.emit(self.value())


class FlagEditor(Editor):
    """A check box."""

    def __init__(self, declaration: Flag) -> None:
        super().__init__()
        self._box = QCheckBox()
        self._box.toggled.connect(self.changed.emit)
        self._row.addWidget(self._box, 1)

    def value(self) -> Any:
        return self._box.isChecked()

    def set_value(self, value: Any) -> None:
        with QSignalBlocker(self._box):
            self._box.setChecked(value)

    def controls(self) -> list[QWidget]:
        return [self._box]


class PairEditor(Editor):
    """Two spin boxes, vertical first; while the link between them is closed they move together."""

    def __init__(self, declaration: Pair) -> None:
        super().__init__()
        self._row.setSpacing(4)
        self._spins = [_PairSpin(), _PairSpin()]
        self._link = QToolButton()
        kind(self._link, "tiny")
        self._link.setCheckable(True)
        self._link.toggled.connect(self._on_linked)
        for spin in self._spins:
            indented(spin)
            # Two of them have to fit into a narrow panel; by itself a spin box does not give way.
            spin.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            spin.setRange(declaration.minimum, declaration.maximum)
            spin.setSuffix(suffix_of(declaration.unit))
            spin.setProperty("face", "number")
        self._row.addWidget(self._spins[0], 1)
        self._row.addWidget(QLabel("×"))
        self._row.addWidget(self._spins[1], 1)
        self._row.addWidget(self._link)
        self._spins[0].valueChanged.connect(lambda value: self._on_spun(0, value))
        self._spins[1].valueChanged.connect(lambda value: self._on_spun(1, value))
        self._link.setChecked(True)
        self._link.setAccessibleName(tr("Keep both equal"))

    def value(self) -> Any:
        return (self._spins[0].value(), self._spins[1].value())

    def set_value(self, value: Any) -> None:
        pair = tuple(value) if isinstance(value, (tuple, list)) else (value, value)
        for spin, number in zip(self._spins, pair, strict=True):
            with QSignalBlocker(spin):
                spin.setValue(number)
        if pair[0] != pair[1]:
            with QSignalBlocker(self._link):
                self._link.setChecked(False)
            self._draw_link()

    def show_instead(self, texts: tuple[str, ...]) -> None:
        for spin, text in zip(self._spins, texts or ("", ""), strict=True):
            spin.show_instead(text)

    def controls(self) -> list[QWidget]:
        return [*self._spins, self._link]

    def _on_spun(self, changed: int, number: int) -> None:
        if self._link.isChecked():
            other = self._spins[1 - changed]
            with QSignalBlocker(other):
                other.setValue(number)
        self.changed.emit(self.value())

    def _on_linked(self, is_linked: bool) -> None:
        self._draw_link()
        if is_linked and self._spins[0].value() != self._spins[1].value():
            self._spins[1].setValue(self._spins[0].value())

    def _draw_link(self) -> None:
        is_linked = self._link.isChecked()
        self._link.setIcon(icon("link" if is_linked else "unlink"))
        self._link.setToolTip(
            tr("Both axes move together. Click to set them apart.")
            if is_linked
            else tr("Each axis by itself. Click to make both equal to the first.")
        )


class _PairSpin(QSpinBox):
    """A spin box that can say something else than its number while the number has no effect."""

    def __init__(self) -> None:
        super().__init__()
        self._instead = ""

    def show_instead(self, text: str) -> None:
        if text != self._instead:
            self._instead = text
            unit = "" if "+" in text else self.suffix()  # two numbers leave no room for it
            with QSignalBlocker(self.lineEdit()):  # what stands there instead must not be taken for typed
                self.lineEdit().setText(self.prefix() + self.textFromValue(self.value()) + unit)

    def textFromValue(self, number: int) -> str:
        return self._instead or super().textFromValue(number)


class _WholeSpin(QSpinBox):
    """A spin box that stays on the declared steps, whatever is typed."""

    def __init__(self, declaration: Whole) -> None:
        super().__init__()
        self._declaration = declaration
        indented(self)
        self.setRange(declaration.minimum, declaration.maximum)
        self.setSingleStep(declaration.step)
        self.setProperty("face", "number")
        self.setKeyboardTracking(declaration.step == 1)

    def valueFromText(self, text: str) -> int:
        number = super().valueFromText(text)
        away = (number - self._declaration.minimum) % self._declaration.step
        return number - away


class _RealSpin(QDoubleSpinBox):
    def __init__(self, declaration: Real) -> None:
        self._is_by_factors = declaration.usual is not None  # before Qt asks for the first text
        super().__init__()
        indented(self)
        self.setDecimals(declaration.decimals)
        self.setRange(declaration.minimum, declaration.maximum)
        self.setSingleStep(declaration.step)
        if self._is_by_factors:
            self.setStepType(QAbstractSpinBox.StepType.AdaptiveDecimalStepType)
        self.setProperty("face", "number")

    def textFromValue(self, number: float) -> str:
        text = super().textFromValue(number)
        if not self._is_by_factors:
            return text
        point = self.locale().decimalPoint()
        return text.rstrip("0").removesuffix(point) if point in text else text

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        if self._is_by_factors:  # Qt measures the least and the largest number only, which are the shortest here
            hint.setWidth(hint.width() + self.fontMetrics().horizontalAdvance("0" * self.decimals()))
        return hint


def suffix_of(unit: str) -> str:
    """How a unit stands behind its number.

    >>> suffix_of("px"), suffix_of("%"), suffix_of("°")
    (' px', '%', '°')
    """
    return unit if unit in ("", "%", "°") else f" {unit}"


def indented(spin: QAbstractSpinBox) -> None:
    """Keep the number off the edge.

    WORKAROUND(PySide6 6.11.3): a padding in the stylesheet has no effect on the inside of a spin box.
    """
    spin.lineEdit().setTextMargins(6, 0, 0, 0)


class WheelGuard(QObject):
    """Leaves to the panel and the window what a control has no use for.

    That is the wheel until the control has been given the focus, and the keys to undo and redo, which it would swallow,
    while nothing typed in it could be taken back.
    """

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Wheel and isinstance(watched, QWidget) and not watched.hasFocus():
            event.ignore()
            return True
        if isinstance(watched, QAbstractSpinBox) and isinstance(event, QKeyEvent):
            return _is_for_others(watched, event)
        return False

    def watch(self, control: QWidget) -> None:
        """Guard one control."""
        if isinstance(control, (QAbstractSpinBox, QComboBox, QSlider)):
            control.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            control.installEventFilter(self)


def _is_for_others(spin: QAbstractSpinBox, event: QKeyEvent) -> bool:
    """Whether this asks if the control wants a key to undo with, and it has nothing to undo."""
    if event.type() != QEvent.Type.ShortcutOverride:
        return False
    field = spin.lineEdit()
    is_undo = event.matches(QKeySequence.StandardKey.Undo) and not field.isUndoAvailable()
    is_redo = event.matches(QKeySequence.StandardKey.Redo) and not field.isRedoAvailable()
    if is_undo or is_redo:
        event.ignore()
    return is_undo or is_redo


def editor_for(declaration: Parameter) -> Editor:
    """The editor of a declaration."""
    if isinstance(declaration, MaybeReal):
        return MaybeEditor(declaration, NumberEditor(declaration), min(declaration.maximum, FIRST_REAL))
    if isinstance(declaration, MaybePair):
        return MaybeEditor(declaration, PairEditor(declaration), (declaration.minimum, declaration.minimum))
    special = special_editor(declaration)
    if special is not None:
        return special
    if isinstance(declaration, (Whole, Real)):
        return NumberEditor(declaration)
    if isinstance(declaration, Choice):
        return ChoiceEditor(declaration)
    if isinstance(declaration, Flag):
        return FlagEditor(declaration)
    if isinstance(declaration, Pair):
        return PairEditor(declaration)
    raise TypeError(f"There is no editor for {type(declaration).__name__}.")
