"""The sheet of keys."""

import pytest
from PySide6.QtWidgets import QLabel

pytestmark = pytest.mark.allows_warnings  # the log says what a person was told


def test_the_keys_of_the_network_maps_are_on_the_sheet(window):
    sheet = window.view_actions.show_shortcuts()
    words = {label.text() for label in sheet.findChildren(QLabel)}
    assert {"Shift+← → ↑ ↓", "Home  End", "Enter  Esc"} <= words
    assert {"Go from map to map of the network", "Enlarge the chosen map, or show all maps again"} <= words
    sheet.close()
