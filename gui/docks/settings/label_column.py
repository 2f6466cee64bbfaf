"""One width for the labels of all forms, so that the panel is as wide for one stage as for the next."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QLayout, QWidget

from engine.imaging.kernels import library
from engine.imaging.stages.kinds import STAGE_KINDS
from engine.parameters import parameters_of
from gui.text import translated


def align_labels(layout: QLayout | None, widget: QWidget) -> None:
    """Give the first column of a form the width of the longest label that any stage has."""
    if isinstance(layout, QGridLayout):
        layout.setColumnMinimumWidth(0, label_width(widget))


def label_width(widget: QWidget) -> int:
    """The width of the longest name of a setting, of any stage and any kernel, in the widget's font."""
    declared = [parameters_of(kind) for kind in STAGE_KINDS.values()] + [card.parameters for card in library().values()]
    metrics = widget.fontMetrics()
    return max(
        metrics.horizontalAdvance(translated(each.title)) for declarations in declared for each in declarations.values()
    )
