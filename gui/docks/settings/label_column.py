"""One width for the labels of all forms, so that the panel is as wide for one stage as for the next."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QGridLayout, QLayout, QWidget

from engine.imaging.kernels import library
from engine.imaging.stages.kinds import STAGE_KINDS
from engine.parameters import parameters_of
from gui.text import translated


def align_labels(layout: QLayout | None, widget: QWidget) -> None:
    """Give the first column of a form the width of the longest label that any stage has, in any size of type."""
    if isinstance(layout, QGridLayout):
        _Column(layout, widget)


class _Column(QObject):
    """Keeps to the widget's font: presenter mode has a larger one."""

    def __init__(self, layout: QGridLayout, widget: QWidget) -> None:
        super().__init__(layout)
        self._layout, self._widget = layout, widget
        for each in {widget, layout.parentWidget() or widget}:
            each.installEventFilter(self)
        self._align()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FontChange:
            QTimer.singleShot(0, self, self._align)  # after the form, which has a measure of its own
        return super().eventFilter(watched, event)

    def _align(self) -> None:
        self._layout.setColumnMinimumWidth(0, label_width(self._layout.parentWidget() or self._widget))


def label_width(widget: QWidget) -> int:
    """The width of the longest name of a setting, of any stage and any kernel, in the widget's font."""
    declared = [parameters_of(kind) for kind in STAGE_KINDS.values()] + [card.parameters for card in library().values()]
    metrics = widget.fontMetrics()
    return max(
        metrics.horizontalAdvance(translated(each.title)) for declarations in declared for each in declarations.values()
    )
