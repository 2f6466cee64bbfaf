"""The order in which Tab goes through a panel: as it is read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget


def stops_in(layout: QLayout) -> Iterator[QWidget]:
    """The widgets in a layout, and in those within it, that Tab can stop at, in the order in which they were put in."""
    for index in range(layout.count()):
        item = layout.itemAt(index)
        if item is None:
            continue
        inner, widget = item.layout(), item.widget()
        if inner is not None:
            yield from stops_in(inner)
        elif widget is not None:
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                yield widget
            if (own := widget.layout()) is not None:
                yield from stops_in(own)


def put_in_order(stops: Sequence[QWidget]) -> None:
    """Let Tab go from each to the next; what comes after the last stays.

    Qt puts what is made later behind everything else in the window, so a form that is made when it is first wanted
    would be reached after all other panels.
    """
    for before, after in pairwise(stops):
        QWidget.setTabOrder(before, after)
