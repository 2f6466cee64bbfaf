"""The transforms: which are on, their settings, and a warning where one breaks the label."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from engine.errors import UserError
from engine.network.data.specs import DataSpec
from engine.network.training.transforms import KINDS, Transform, breaks_label
from engine.parameters import parameters_of
from gui.text import sentence, tr, translated
from gui.widgets.labels import label
from gui.widgets.parameter_form import ParameterForm


class TransformsPanel(QWidget):
    """One line for each kind of transform; those that are on unfold their settings.

    Signals:
        changed(object): the user wants these transforms, a tuple.
    """

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._transforms: tuple[Transform, ...] = ()
        self._parts: dict[type[Transform], _Part] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for kind_ in KINDS:
            part = _Part(kind_)
            part.switched.connect(lambda is_on, kind_=kind_: self._on_switched(kind_, is_on))
            part.set_.connect(lambda name, value, kind_=kind_: self._on_set(kind_, name, value))
            self._parts[kind_] = part
            column.addWidget(part)

    def show_transforms(
        self, transforms: Sequence[Transform], class_names: Sequence[str], spec: DataSpec | None, *, has_colour: bool
    ) -> None:
        """Show these, with the warnings that go with the classes."""
        self._transforms = tuple(transforms)
        by_kind = {type(each): each for each in transforms}
        for kind_, part in self._parts.items():
            transform = by_kind.get(kind_)
            is_idle = kind_.needs_colour and not has_colour
            part.show_transform(transform, tr("These pictures have no colour to change.") if is_idle else "")
            warning = breaks_label(transform, class_names, spec) if transform is not None else None
            part.warn("" if warning is None else translated(warning.template, **warning.values))

    def _on_switched(self, kind_: type[Transform], is_on: bool) -> None:
        rest = [each for each in self._transforms if type(each) is not kind_]
        order = {each: at for at, each in enumerate(KINDS)}
        wanted = sorted([*rest, kind_()] if is_on else rest, key=lambda each: order[type(each)])
        self.changed.emit(tuple(wanted))

    def _on_set(self, kind_: type[Transform], name: str, value: object) -> None:
        try:
            wanted = tuple(replace(each, **{name: value}) if type(each) is kind_ else each for each in self._transforms)
        except UserError as error:
            self._parts[kind_].warn(sentence(error))
            return
        self.changed.emit(wanted)


class _Part(QWidget):
    switched = Signal(bool)
    set_ = Signal(str, object)

    def __init__(self, kind_: type[Transform]) -> None:
        super().__init__()
        self.check = QCheckBox(translated(kind_.TITLE))
        self._help = translated(kind_.HELP)
        self.form = ParameterForm()
        self.form.setContentsMargins(22, 0, 0, 0)
        self._declared = parameters_of(kind_)
        self.warning = label(face="refused", wraps=True)
        self.warning.setContentsMargins(22, 0, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for each in (self.check, self.form, self.warning):
            column.addWidget(each)
        self.form.hide()
        self.warning.hide()
        self.check.toggled.connect(self.switched)
        self.form.changed.connect(self.set_)

    def show_transform(self, transform: Transform | None, reason: str) -> None:
        self.check.blockSignals(True)
        self.check.setChecked(transform is not None)
        self.check.blockSignals(False)
        self.check.setEnabled(not reason or transform is not None)
        self.check.setToolTip(f"{reason}\n{self._help}" if reason else self._help)
        self.form.setVisible(transform is not None and bool(self._declared))
        if transform is not None:
            self.form.set_parameters(self._declared, {name: getattr(transform, name) for name in self._declared})
            self.form.setVisible(bool(self._declared))

    def warn(self, words: str) -> None:
        self.warning.setText(words)
        self.warning.setVisible(bool(words))
