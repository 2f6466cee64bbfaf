"""The sheet of keys."""

import pytest
from PySide6.QtWidgets import QLabel, QScrollArea

pytestmark = pytest.mark.allows_warnings  # the log says what a person was told


def test_the_keys_of_the_network_maps_are_on_the_sheet(window):
    sheet = window.view_actions.show_shortcuts()
    words = {label.text() for label in sheet.findChildren(QLabel)}
    assert {"Shift+← → ↑ ↓", "Home  End", "Enter  Esc"} <= words
    assert {"Go from map to map of the network", "Enlarge the chosen map, or show all maps again"} <= words
    sheet.close()


def test_the_sheet_needs_no_pushing_sideways_on_a_small_screen(window):
    sheet = window.view_actions.show_shortcuts()
    sheet.resize(1226, 700)
    area = sheet.findChild(QScrollArea)
    assert area.widget().minimumSizeHint().width() <= area.viewport().width()
    keys = [label for label in sheet.findChildren(QLabel) if label.property("face") == "number_caption"]
    assert keys
    assert all(label.width() >= label.sizeHint().width() for label in keys)
    sheet.close()
