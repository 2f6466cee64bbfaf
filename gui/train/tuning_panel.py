"""What of a network is kept, frozen and unfrozen later, and what its new end is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from engine.network.training.tuning import Head, Tuning
from engine.parameters import parameters_of
from gui.text import tr
from gui.widgets.labels import label
from gui.widgets.parameter_editors import WheelGuard
from gui.widgets.parameter_form import ParameterForm

_LATER = ("unfreeze_after", "lower_rate")


class TuningPanel(QWidget):
    """Layers to choose from, and the settings that go with them.

    Signals:
        changed(object): the user wants this `Tuning`.
    """

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tuning = Tuning()
        self._guard = WheelGuard(self)
        declared = parameters_of(Tuning)
        self._start = {"starts_anew": declared["starts_anew"]}
        self._later = {name: declared[name] for name in _LATER}
        self.start_form, self.head_form, self.later_form = ParameterForm(), ParameterForm(), ParameterForm()
        self.cut, self.freeze, self.unfreeze = QComboBox(), QComboBox(), QComboBox()
        self._hints = {
            self.cut: tr("The last layer that is kept; a new head follows it."),
            self.freeze: tr("This layer and all before it learn nothing: they are kept as is."),
            self.unfreeze: tr("From this layer on, frozen layers learn again later."),
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.start_form)
        self._add(column, self.cut, tr("Cut after"))
        column.addWidget(self.head_form)
        self._add(column, self.freeze, tr("Freeze up to"))
        column.addWidget(self.later_form)
        self._add(column, self.unfreeze, tr("Later unfreeze from"))
        for form in (self.start_form, self.later_form):
            form.changed.connect(self._on_set)
        self.head_form.changed.connect(self._on_head)

    def show_tuning(self, tuning: Tuning, layers: Sequence[str], *, has_learnt: bool) -> None:
        """Show how a network with these layers is changed, and whether it brings along what it has learnt."""
        self._tuning = tuning
        self.head_form.set_parameters(
            parameters_of(Head), {name: getattr(tuning.head, name) for name in parameters_of(Head)}
        )
        self.start_form.set_parameters(self._start, {"starts_anew": tuning.starts_anew or not has_learnt})
        self.start_form.set_enabled("starts_anew", has_learnt, tr("This network has random weights as it is."))
        self.later_form.set_parameters(self._later, {name: getattr(tuning, name) for name in self._later})
        is_frozen, is_later = bool(tuning.frozen_up_to), tuning.unfreeze_after > 0
        self.later_form.set_enabled("unfreeze_after", is_frozen, tr("Nothing is frozen."))
        self.later_form.set_enabled("lower_rate", is_frozen and is_later, tr("Nothing is unfrozen later."))
        for box, path, nothing in (
            (self.cut, tuning.cut_at, tr("nowhere: only the answer is new")),
            (self.freeze, tuning.frozen_up_to, tr("nothing: every layer learns")),
            (self.unfreeze, tuning.unfreeze_from, tr("the first layer")),
        ):
            box.clear()
            box.addItem(nothing, "")
            for layer in layers:
                box.addItem(layer, layer)
            if path and path not in layers:
                box.addItem(path, path)
            box.setCurrentIndex(max(0, box.findData(path)))
        self.unfreeze.setEnabled(is_frozen and is_later)
        reason = "" if is_frozen and is_later else tr("Nothing is unfrozen later.") + "\n\n"
        self.unfreeze.setToolTip(reason + self._hints[self.unfreeze])

    def _add(self, column: QVBoxLayout, box: QComboBox, words: str) -> None:
        box.setToolTip(self._hints[box])
        box.setAccessibleName(words)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(8)
        box.activated.connect(lambda _at: self._on_layers_chosen())
        self._guard.watch(box)
        title = label(words, face="dim")
        title.setBuddy(box)
        column.addWidget(title)
        column.addWidget(box)

    def _on_head(self, name: str, value: Any) -> None:
        self.changed.emit(replace(self._tuning, head=replace(self._tuning.head, **{name: value})))

    def _on_set(self, name: str, value: Any) -> None:
        wanted = replace(self._tuning, **{name: value})
        if name == "starts_anew" and value:
            # Random layers that learn nothing are of no use to anybody, nor is a head that suits what soon changes.
            wanted = replace(wanted, frozen_up_to="", unfreeze_from="", unfreeze_after=0)
            wanted = replace(wanted, head=replace(wanted.head, is_solved=False))
        self.changed.emit(wanted)

    def _on_layers_chosen(self) -> None:
        cut, freeze, unfreeze = (box.currentData() for box in (self.cut, self.freeze, self.unfreeze))
        self.changed.emit(replace(self._tuning, cut_at=cut, frozen_up_to=freeze, unfreeze_from=unfreeze))


def way_words(tuning: Tuning, *, has_learnt: bool) -> str:
    """How a network is trained, in a word or two.

    >>> way_words(Tuning(), has_learnt=False)
    'from scratch'
    """
    if tuning.starts_anew or not has_learnt:
        return tr("from scratch") if not tuning.frozen_up_to else tr("frozen")
    if not tuning.frozen_up_to:
        return tr("fine-tuned")
    return tr("frozen, later fine-tuned") if tuning.unfreeze_after else tr("frozen")
