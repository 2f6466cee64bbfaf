"""A form drawn from declared parameters: one label and one fitting editor for each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from engine.parameters import Choice, Pair, Parameter, Real, Whole
from gui.text import tr, translated
from gui.widgets.editor import Editor
from gui.widgets.labels import label
from gui.widgets.parameter_editors import WheelGuard, editor_for, suffix_of


class ParameterForm(QWidget):
    """Labels in one column, editors in the other; every value is shown, none is changed unasked.

    Signals:
        changed(str, object): the user gave the parameter of this name this value.
    """

    changed = Signal(str, object)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        self._align()
        self._guard = WheelGuard(self)
        self._declarations: dict[str, Parameter] = {}
        self._editors: dict[str, Editor] = {}
        self._labels: dict[str, QLabel] = {}
        self._problems: dict[str, QLabel] = {}
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def set_parameters(self, declarations: Mapping[str, Parameter], values: Mapping[str, Any]) -> None:
        """Show these parameters with these values; a form that shows them already only takes the values."""
        if dict(declarations) != self._declarations:
            self._clear()
            self._declarations = dict(declarations)
            for row, (name, declaration) in enumerate(declarations.items()):
                self._add(row, name, declaration)
        self.set_values(values)

    def set_values(self, values: Mapping[str, Any]) -> None:
        """Show values without a signal; names that the form does not have are left out."""
        for name, value in values.items():
            editor = self._editors.get(name)
            if editor is not None and editor.value() != value:
                editor.set_value(value)

    def values(self) -> dict[str, Any]:
        """What the form shows, by name."""
        return {name: editor.value() for name, editor in self._editors.items()}

    def set_enabled(self, name: str, is_enabled: bool, reason: str = "") -> None:
        """Switch one parameter on or off; one that is off says the `reason` when hovered."""
        for widget in (self._labels[name], self._editors[name]):
            widget.setEnabled(is_enabled)
        text = _explained(self._declarations[name])
        self._explain(name, text if is_enabled or not reason else f"{reason}\n\n{text}")

    def show_instead(self, texts: Mapping[str, tuple[str, ...]]) -> None:
        """Write texts where the values of some parameters stand, and the values everywhere else."""
        for name, editor in self._editors.items():
            editor.show_instead(texts.get(name, ()))

    def set_shown(self, name: str, is_shown: bool) -> None:
        """Show one parameter, or take it out of sight."""
        self._labels[name].setVisible(is_shown)
        self._editors[name].setVisible(is_shown)

    def set_problem(self, name: str, text: str = "") -> None:
        """Say below a parameter what is wrong with its value; "" takes that away."""
        if not text and name not in self._problems:
            return
        if name not in self._problems:
            said = self._problems[name] = label(face="refused", wraps=True)
            self._grid.addWidget(said, 2 * self.names().index(name) + 1, 0, 1, 2)
        self._problems[name].setText(text)
        self._problems[name].setVisible(bool(text))
        self._editors[name].setAccessibleDescription(text)

    def problem(self, name: str) -> str:
        """What is said to be wrong with a parameter."""
        return self._problems[name].text() if name in self._problems else ""

    def editor(self, name: str) -> Editor:
        """The editor of one parameter."""
        return self._editors[name]

    def names(self) -> tuple[str, ...]:
        """The parameters in the order in which they are shown."""
        return tuple(self._editors)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._align()

    def _align(self) -> None:
        # Forms above one another in a panel have their editors in one line.
        self._grid.setColumnMinimumWidth(0, self.fontMetrics().averageCharWidth() * 12)

    def _add(self, row: int, name: str, declaration: Parameter) -> None:
        title = label(translated(declaration.title), face="dim")
        editor = editor_for(declaration)
        self._labels[name], self._editors[name] = title, editor
        # Every other line is for what may be wrong with the value above it.
        self._grid.addWidget(title, 2 * row, 0, Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(editor, 2 * row, 1)
        main = editor.controls()[0]
        title.setBuddy(main)
        for control in editor.controls():
            self._guard.watch(control)
            if not control.accessibleName():
                control.setAccessibleName(translated(declaration.title))
        if isinstance(declaration, Pair):
            main.setAccessibleName(tr("{title}, vertical", title=translated(declaration.title)))
            editor.controls()[1].setAccessibleName(tr("{title}, horizontal", title=translated(declaration.title)))
        self._explain(name, _explained(declaration))
        editor.changed.connect(lambda value, name=name: self.changed.emit(name, value))
        editor.problem_changed.connect(lambda text, name=name: self.set_problem(name, text))

    def _explain(self, name: str, text: str) -> None:
        self._labels[name].setToolTip(text)
        self._editors[name].setToolTip(text)
        for control in self._editors[name].controls():
            control.setAccessibleDescription(text)
            if not control.toolTip() or control.toolTip() == self._editors[name].property("explained"):
                control.setToolTip(text)
        self._editors[name].setProperty("explained", text)

    def _clear(self) -> None:
        for widget in (*self._labels.values(), *self._editors.values(), *self._problems.values()):
            self._grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._labels.clear()
        self._editors.clear()
        self._problems.clear()


def _explained(declaration: Parameter) -> str:
    """The tooltip: what it is, and which values it takes."""
    text = translated(declaration.help)
    if isinstance(declaration, (Whole, Real, Pair)):
        unit = suffix_of(declaration.unit)
        span = {"minimum": f"{declaration.minimum:g}", "maximum": f"{declaration.maximum:g}{unit}"}
        if isinstance(declaration, Whole) and declaration.step == 2 and declaration.minimum % 2:
            return text + "\n" + tr("Odd, from {minimum} to {maximum}.", **span)
        return text + "\n" + tr("From {minimum} to {maximum}.", **span)
    if isinstance(declaration, Choice):
        helps = [f"{translated(each.title)}: {translated(each.help)}" for each in declaration.options if each.help]
        return "\n".join([text, *helps]) if helps else text
    return text
