"""One width for the labels of all forms that stand below each other."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QLayout, QWidget

from gui.text import tr


def align_labels(layout: QLayout | None, widget: QWidget) -> None:
    """Give the first column of a form at least the width of a usual label."""
    if isinstance(layout, QGridLayout):
        layout.setColumnMinimumWidth(0, widget.fontMetrics().horizontalAdvance(tr("Wavelength")))
