"""Everything that can be used has a name, for who cannot see it."""

import pytest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QFrame,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QScrollBar,
    QTableView,
)

from tests.gui.test_workspaces import in_network, parts, worker  # noqa: F401 (fixtures)

pytestmark = pytest.mark.allows_warnings  # the log says what a person was told

KINDS = (QAbstractButton, QAbstractSpinBox, QComboBox, QLineEdit, QAbstractSlider, QAbstractItemView)


def nameless(part):
    for widget in (each for kind in KINDS for each in part.findChildren(kind)):
        owner = widget.parentWidget()
        is_part = isinstance(owner, (QAbstractSpinBox, QComboBox, QTableView))
        is_part = is_part or isinstance(widget, (QScrollBar, QHeaderView)) or widget.objectName().startswith("qt_")
        is_list_of_box = isinstance(owner.parentWidget(), QComboBox) and type(owner) is QFrame
        # Some buttons get their words when there is something to press them for.
        is_unused = widget.isHidden() or (isinstance(widget, QPushButton) and not widget.isVisibleTo(part))
        words = widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")
        if not (words or widget.toolTip() or is_part or is_list_of_box or is_unused):
            yield part.objectName(), type(owner).__name__, type(widget).__name__


def test_everything_that_can_be_used_has_a_name(in_network):  # noqa: F811
    network = in_network.network
    shown = (in_network.top_bar, in_network.central, *in_network.docks, network.maps, *network.workspace.docks)
    assert [each for part in shown for each in nameless(part)] == []
