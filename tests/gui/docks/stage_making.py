"""What tests of the stage panel do again and again."""

from __future__ import annotations

from PySide6.QtCore import Qt

from engine.imaging.recipe import Recipe
from tests.gui.feeding import feed


def use(session, *stages, selection=0):
    session.edit_recipe(Recipe(stages), "use", selection=selection)
    feed(session)


def tool(dock, name):
    buttons = dock.kernel.grid.tools.children()
    return next(each for each in buttons if getattr(each, "accessibleName", str)() == name)


def kernel(session):
    return session.selected_stage.kernel


def type_number(qtbot, dock, row, column, text):
    editor = dock.kernel.grid.editor
    qtbot.mouseClick(editor, Qt.MouseButton.LeftButton, pos=editor.cell_rect(row, column).center().toPoint())
    qtbot.keyClicks(editor, text[0])
    cell = next(each for each in editor.children() if each.isWidgetType())
    qtbot.keyClicks(cell, text[1:])
    qtbot.keyClick(cell, Qt.Key.Key_Return)
