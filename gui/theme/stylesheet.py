"""One stylesheet for everything Qt draws itself, made from a theme's colours and the fonts of the day."""

from __future__ import annotations

from collections.abc import Callable
from string import Template

from PySide6.QtGui import QFont

from gui.theme.tokens import Theme, mixed


def stylesheet(theme: Theme, font: Callable[[str], QFont], *, control_height: int, icon_size: int) -> str:
    """The stylesheet of the whole application.

    A widget picks a face through the dynamic property `face` (see `gui/widgets/labels.py`) and a button its kind
    through `kind` (primary, flat). Pictures come from `resources/theme`, drawn once for each theme.
    """
    inner = control_height - 2
    handle = max(10, control_height // 3) // 2 * 2
    check = max(14, control_height // 2)
    groove = max(4, control_height // 9 // 2 * 2)
    values = {
        **{name: getattr(theme, name) for name in theme.__dataclass_fields__},
        "faint": mixed(theme.dim, theme.panel, 0.6),
        "accent_hover": mixed(theme.text, theme.accent, 0.12),
        "inner": inner,
        "row": inner - 2,
        "icon": icon_size,
        "check": check,
        "radio": check // 2 + 1,
        "ring": check // 3,
        "bullet": check + 2 - 2 * (check // 3),
        "groove": groove,
        "handle": handle,
        "overhang": (handle + 4 - groove) // 2,
        "round": (handle + 4) // 2,
        "arrow": max(10, control_height // 3),
        "spin": max(16, control_height * 2 // 3),
        "text_size": font("text").pointSizeF(),
        "caption_size": font("caption").pointSizeF(),
        "number_size": font("number").pointSizeF(),
        "large_size": font("number_large").pointSizeF(),
        "number_family": ", ".join(f'"{family}"' for family in font("number").families()),
    }
    return "\n".join(Template(part).substitute(values) for part in (_FRAME, _BUTTONS, _EDITORS, _LISTS, _FACES))


_FRAME = """
QMainWindow, QDialog, QMessageBox { background: $panel; color: $text; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QMainWindow::separator { background: $line; width: 1px; height: 1px; }
QMainWindow::separator:hover { background: $accent; }
QDockWidget { color: $text; font-size: ${caption_size}pt; font-weight: 700; text-transform: uppercase; }
QDockWidget::title { background: $panel; padding: 7px 10px; text-align: left; border-bottom: 1px solid $line; }
QDockWidget::close-button, QDockWidget::float-button { border: none; padding: 0; }
QDockWidget::close-button:hover, QDockWidget::float-button:hover { background: $hover; border-radius: 4px; }
QToolBar { background: $panel; border: none; border-bottom: 1px solid $line; padding: 3px 8px; spacing: 8px; }
QToolBar::separator { background: $line; width: 1px; margin: 4px 4px; }
QStatusBar { background: $panel; border-top: 1px solid $line; color: $dim; min-height: ${inner}px; }
QStatusBar::item { border: none; }
QMenuBar { background: $panel; color: $text; padding: 2px 6px; }
QMenuBar::item { background: transparent; padding: 4px 10px; border-radius: 6px; }
QMenuBar::item:selected { background: $hover; }
QMenu { background: $raised; color: $text; border: 1px solid $line; padding: 4px; }
QMenu::item { padding: 6px 24px 6px 10px; border-radius: 4px; }
QMenu::item:selected { background: $selection; }
QMenu::item:disabled { color: $faint; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QMenu::icon { padding-left: 8px; }
QMenu::indicator { width: ${icon}px; height: ${icon}px; padding-left: 6px; }
QMenu::indicator:checked { image: url(kernelscope:$name-menu-check.svg); }
QMenu::right-arrow { image: url(kernelscope:$name-chevron-right.svg); width: ${arrow}px; height: ${arrow}px; }
QToolTip { background: $raised; color: $text; border: 1px solid $line; padding: 6px 8px; }
QSplitter::handle { background: $line; }
QSplitter::handle:hover { background: $accent; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QScrollArea { background: transparent; border: none; }
QScrollArea > QWidget > QWidget { background: transparent; }
QScrollBar { background: transparent; border: none; margin: 0; }
QScrollBar:vertical { width: 10px; }
QScrollBar:horizontal { height: 10px; }
QScrollBar::handle { background: $line; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::handle:hover { background: $dim; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QTabBar {
    background: $panel; border: none; qproperty-drawBase: 0;
    font-size: ${caption_size}pt; font-weight: 700; text-transform: uppercase;
}
QTabBar::tab {
    background: transparent; color: $dim; border: none; padding: 7px 8px; margin: 0;
    border-bottom: 2px solid transparent;
}
QTabBar::tab:first { margin-left: 2px; }
QTabBar::tab:selected { color: $text; }
QTabBar::tab:hover:!selected { color: $text; }
QTabBar::tab:focus { border-bottom: 2px solid $accent; }
QTabWidget::pane { border: none; border-top: 1px solid $line; }
QProgressBar {
    background: $raised; border: 1px solid $line; border-radius: 6px; text-align: center; color: $text;
    min-height: 12px;
}
QProgressBar::chunk { background: $accent; border-radius: 5px; }
"""

_BUTTONS = """
QPushButton, QToolButton {
    background: $raised; color: $text; border: 1px solid $line; border-radius: 6px; min-height: ${inner}px;
    padding: 0 10px; icon-size: ${icon}px;
}
QToolButton { min-width: ${row}px; padding: 0 5px; }
QToolButton[popupMode="1"] { padding-right: 18px; }
QToolButton[popupMode="2"] { padding-right: 16px; }
QPushButton:hover, QToolButton:hover { background: $hover; }
QPushButton:pressed, QToolButton:pressed { background: $line; }
QPushButton:checked, QToolButton:checked { background: $selection; border-color: $accent; }
QPushButton:focus, QToolButton:focus { border: 2px solid $accent; }
QPushButton:focus { padding: 0 9px; }
QToolButton:focus { padding: 0 4px; }
QToolButton[popupMode="1"]:focus { padding-right: 17px; }
QToolButton[popupMode="2"]:focus { padding-right: 15px; }
QPushButton:focus, QToolButton:focus { min-height: ${row}px; }
QPushButton:disabled, QToolButton:disabled { color: $faint; background: $panel; }
QPushButton[kind="primary"], QToolButton[kind="primary"] {
    background: $accent; color: $on_accent; border-color: $accent; font-weight: 600;
}
QPushButton[kind="primary"]:hover { background: $accent_hover; }
QPushButton[kind="primary"]:focus { border-color: $text; }
QPushButton[kind="primary"]:disabled { background: $raised; color: $faint; border-color: $line; }
QPushButton[kind="flat"], QToolButton[kind="flat"] { background: transparent; border-color: transparent; }
QPushButton[kind="flat"]:hover, QToolButton[kind="flat"]:hover { background: $hover; }
QPushButton[kind="flat"]:focus, QToolButton[kind="flat"]:focus { border-color: $accent; }
QPushButton[kind="flat"]:checked, QToolButton[kind="flat"]:checked { background: $selection; }
QPushButton[kind="link"], QToolButton[kind="link"] {
    background: transparent; border: none; color: $accent; padding: 0 2px; min-height: 0; text-align: left;
}
QPushButton[kind="link"]:focus, QToolButton[kind="link"]:focus { text-decoration: underline; }
QToolButton[kind="tiny"] {
    background: transparent; border: 1px solid transparent; padding: 1px; min-height: ${icon}px; min-width: ${icon}px;
    border-radius: 4px;
}
QToolButton[kind="tiny"]:hover { background: $hover; }
QToolButton[kind="tiny"]:checked { background: $selection; }
QToolButton[kind="tiny"]:focus { border-color: $accent; }
QToolButton::menu-indicator {
    image: url(kernelscope:$name-chevron-down.svg); width: ${arrow}px; height: ${arrow}px;
    subcontrol-origin: padding; subcontrol-position: center right; right: 5px;
}
QToolButton[popupMode="0"]::menu-indicator { image: none; width: 0; }
QToolButton::menu-button { border: none; width: 18px; }
QToolButton::menu-arrow { image: url(kernelscope:$name-chevron-down.svg); width: ${arrow}px; height: ${arrow}px; }
QCheckBox, QRadioButton { color: $text; spacing: 8px; min-height: ${inner}px; }
QCheckBox:disabled, QRadioButton:disabled { color: $faint; }
QCheckBox::indicator, QRadioButton::indicator, QAbstractItemView::indicator {
    width: ${check}px; height: ${check}px; border: 1px solid $dim; background: $raised; border-radius: 4px;
}
QRadioButton::indicator { border-radius: ${radio}px; }
QRadioButton::indicator:checked {
    width: ${bullet}px; height: ${bullet}px; border: ${ring}px solid $accent; background: $on_accent;
}
QCheckBox::indicator:hover, QAbstractItemView::indicator:hover { border-color: $text; }
QCheckBox::indicator:checked, QAbstractItemView::indicator:checked {
    background: $accent; border-color: $accent; image: url(kernelscope:$name-check.svg);
}
QCheckBox::indicator:disabled { border-color: $line; background: $panel; }
QCheckBox::indicator:checked:disabled { background: $line; }
QCheckBox:focus, QRadioButton:focus { outline: none; }
QCheckBox::indicator:focus, QRadioButton::indicator:focus { border: 2px solid $accent; }
QCheckBox::indicator:checked:focus { border-color: $text; }
"""

_EDITORS = """
QComboBox, QAbstractSpinBox, QLineEdit, QPlainTextEdit, QTextEdit {
    background: $raised; color: $text; border: 1px solid $line; border-radius: 6px;
    selection-background-color: $accent; selection-color: $on_accent;
}
QComboBox, QLineEdit { min-height: ${inner}px; padding: 0 8px; }
QComboBox { combobox-popup: 0; }
QAbstractSpinBox QLineEdit, QComboBox QLineEdit {
    background: transparent; border: none; border-radius: 0; padding: 0; min-height: 0;
}
QAbstractSpinBox { min-height: ${inner}px; padding: 0; }
QComboBox:hover, QAbstractSpinBox:hover, QLineEdit:hover { background: $hover; }
QAbstractSpinBox QLineEdit:hover, QAbstractSpinBox QLineEdit:disabled { background: transparent; }
QComboBox:focus, QAbstractSpinBox:focus, QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus {
    border-color: $accent;
}
QComboBox:disabled, QAbstractSpinBox:disabled, QLineEdit:disabled { color: $faint; background: $panel; }
QComboBox::drop-down { border: none; width: 24px; }
QComboBox::down-arrow { image: url(kernelscope:$name-chevron-down.svg); width: ${arrow}px; height: ${arrow}px; }
QComboBox::down-arrow:disabled { image: url(kernelscope:$name-chevron-down-off.svg); }
QComboBox QAbstractItemView {
    background: $raised; color: $text; border: 1px solid $line; padding: 4px; outline: none;
    selection-background-color: $selection; selection-color: $text;
}
QComboBox QAbstractItemView::item { min-height: ${row}px; padding: 0 6px; border-radius: 4px; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {
    subcontrol-origin: border; background: transparent; border: none; width: ${spin}px;
}
QAbstractSpinBox::up-button { subcontrol-position: top right; margin: 2px 2px 0 0; }
QAbstractSpinBox::down-button { subcontrol-position: bottom right; margin: 0 2px 2px 0; }
QAbstractSpinBox::up-button:hover, QAbstractSpinBox::down-button:hover { background: $line; border-radius: 3px; }
QAbstractSpinBox::up-arrow {
    image: url(kernelscope:$name-chevron-up.svg); width: ${arrow}px; height: ${arrow}px;
}
QAbstractSpinBox::down-arrow {
    image: url(kernelscope:$name-chevron-down.svg); width: ${arrow}px; height: ${arrow}px;
}
QAbstractSpinBox::up-arrow:off, QAbstractSpinBox::up-arrow:disabled {
    image: url(kernelscope:$name-chevron-up-off.svg);
}
QAbstractSpinBox::down-arrow:off, QAbstractSpinBox::down-arrow:disabled {
    image: url(kernelscope:$name-chevron-down-off.svg);
}
QSlider { min-height: ${inner}px; }
QSlider::groove:horizontal { height: ${groove}px; background: $line; border-radius: 1px; }
QSlider::sub-page:horizontal { background: $accent; border-radius: 1px; }
QSlider::sub-page:horizontal:disabled { background: $line; }
QSlider::handle:horizontal {
    background: $text; width: ${handle}px; margin: -${overhang}px 0; border: 2px solid $panel;
    border-radius: ${round}px;
}
QSlider::handle:horizontal:hover, QSlider::handle:horizontal:focus { background: $accent; }
QSlider::handle:horizontal:disabled { background: $faint; }
"""

_LISTS = """
QAbstractItemView { background: $panel; color: $text; border: none; outline: none; alternate-background-color: $raised;
    selection-background-color: $selection; selection-color: $text; }
QListView::item, QTreeView::item { padding: 4px 8px; border-radius: 6px; }
QListView::item:hover, QTreeView::item:hover { background: $hover; }
QListView::item:selected, QTreeView::item:selected { background: $selection; color: $text; }
QTreeView::item { min-height: ${row}px; }
QTableView { gridline-color: $line; }
QTableView::item { padding: 2px 8px; }
QTableView::item:focus, QListView::item:focus { border: 1px solid $accent; }
QHeaderView { background: $panel; }
QHeaderView::section {
    background: $panel; color: $dim; border: none; border-bottom: 1px solid $line; padding: 5px 8px;
}
QTableCornerButton::section { background: $panel; border: none; }
"""

_FACES = """
*[face="caption"] { color: $dim; font-size: ${caption_size}pt; }
*[face="dim"] { color: $dim; }
*[face="title"] { color: $text; font-weight: 600; }
*[face="section"] { color: $text; font-size: ${caption_size}pt; font-weight: 700; text-transform: uppercase; }
*[face="number"] { font-family: $number_family; font-size: ${number_size}pt; }
*[face="number_caption"] { color: $dim; font-family: $number_family; font-size: ${caption_size}pt; }
*[face="number_large"] { font-family: $number_family; font-size: ${large_size}pt; font-weight: 600; }
*[face="refused"] { color: $refused; }
QFrame[frame="card"] { background: $raised; border: none; border-radius: 8px; }
QFrame[frame="class_card"] { background: $raised; border: 1px solid transparent; border-radius: 8px; }
QFrame[frame="class_card"]:hover { border-color: $line; }
QFrame[frame="class_card"][selected="true"] { background: $selection; border-color: $accent; }
QPushButton[recording="true"] { border-color: $refused; color: $refused; }
QToolButton[is_title="true"] { font-weight: 600; text-align: left; }
QFrame[frame="bar"] { background: $raised; border: none; border-bottom: 1px solid $line; }
QFrame[frame="bar"][level="info"] { border-left: 3px solid $accent; }
QFrame[frame="bar"][level="warning"] { border-left: 3px solid $kernel; }
QFrame[frame="bar"][level="error"] { border-left: 3px solid $refused; }
QFrame[frame="segments"] { background: $raised; border: 1px solid $line; border-radius: 7px; }
QFrame[frame="segments"] QToolButton {
    background: transparent; border: 2px solid transparent; border-radius: 6px; padding: 0 12px; min-height: ${row}px;
    color: $text;
}
QFrame[frame="segments"] QToolButton:hover { background: $hover; }
QFrame[frame="segments"] QToolButton:checked { background: $accent; color: $on_accent; font-weight: 600; }
QFrame[frame="segments"] QToolButton:focus { border-color: $dim; }
QFrame[frame="segments"] QToolButton:checked:focus { border-color: $text; }
QFrame[frame="segments"] QToolButton:disabled { color: $faint; }
QWidget[frame="dock_title"] { background: $panel; border-bottom: 1px solid $line; }
QFrame[frame="line"] { background: $line; border: none; max-height: 1px; min-height: 1px; }
"""
