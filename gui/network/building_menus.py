"""The menus of the builder: what can be added, what can be done to one layer, and which network to build on."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from engine.network.blocks import BLOCKS
from engine.network.built import empty_network, network_by_hand
from engine.network.exchange import has_filters
from engine.network.layers.input import Input
from engine.network.layers.merging import Add, Concatenate
from engine.network.offers import GROUPS
from gui.icons import icon
from gui.models import building_edits as edits
from gui.network.builder import Builder
from gui.text import tr, translated

MOST_LISTED = 24


def add_menu(builder: Builder, parent: QWidget) -> QMenu:
    """Every layer and block that can be put behind the selected layer."""
    menu = _menu(tr("Add a layer"), parent)

    def fill() -> None:
        menu.clear()
        for group in GROUPS:
            inner = menu
            if group.is_folded:
                inner = _menu(translated(group.title), menu)
                menu.addMenu(inner)
            for offer in group.offers:
                _action(inner, translated(offer.layer.TITLE), translated(offer.help), "",
                        partial(edits.add_layer, builder, offer))  # fmt: skip
        menu.addSeparator()
        for block in BLOCKS:
            _action(menu, translated(block.title), translated(block.help), "",
                    partial(edits.add_block, builder, block))  # fmt: skip
        menu.addSeparator()
        menu.addMenu(_join_menu(builder, menu, tr("Add what an earlier layer gives"), Add, "add"))
        menu.addMenu(_join_menu(builder, menu, tr("Stack with an earlier layer's maps"), Concatenate, "stacked"))

    menu.aboutToShow.connect(fill)
    return menu


def network_menu(
    builder: Builder, parent: QWidget, *, copy: Callable[[], object], files: tuple[QAction, QAction]
) -> QMenu:
    """Which network to build on; `files` open and save the layers."""
    menu = _menu(tr("Build a network"), parent)
    opens, saves = files

    def fill() -> None:
        menu.clear()
        if not builder.is_open:
            _action(menu, tr("Edit a copy of this network"),
                    tr("Its layers can then be added, moved, changed and removed; the network itself stays as it is."),
                    "duplicate", lambda: copy())  # fmt: skip
        if builder.model is not None and not builder.is_open:
            _action(menu, tr("Back to “{name}”", name=builder.model.architecture.name),
                    tr("The network that you built before."), "undo", builder.resume)  # fmt: skip
        _action(menu, tr("Begin with an empty network"), tr("Only a picture that comes in; add layer after layer."),
                "network", lambda: builder.begin(empty_network(), tr("Empty network")))  # fmt: skip
        _action(menu, tr("Begin with the network by hand"),
                tr("Two convolutions, two poolings and three dense layers: 62,958 parameters."), "numbers",
                lambda: builder.begin(network_by_hand(), tr("The network by hand")))  # fmt: skip
        menu.addSeparator()
        menu.addAction(opens)
        saves.setEnabled(builder.is_open)
        menu.addAction(saves)

    menu.aboutToShow.connect(fill)
    fill()
    return menu


def layer_menu(
    builder: Builder, name: str, parent: QWidget, *, rename: Callable[[str], object], kernels: Callable[[], object]
) -> QMenu:
    """What can be done to one layer while a network is built."""
    menu = _menu(name, parent)
    traced = builder.selected
    is_input = traced is None or isinstance(traced.node.layer, Input)
    ends_block = edits.is_end_of_block(builder, name)
    inner = add_menu(builder, menu)
    inner.setTitle(tr("Add behind it"))
    inner.setIcon(icon("add"))
    menu.addMenu(inner)
    _keyed(menu, tr("Duplicate"), "Ctrl+D", "duplicate", not is_input, lambda: edits.duplicate_layer(builder, name))
    _keyed(menu, tr("Rename…"), "F2", "", True, lambda: rename(name))
    _keyed(menu, tr("Move up"), "Alt+Up", "chevron-up", not is_input, lambda: edits.move_by(builder, name, -1))
    _keyed(menu, tr("Move down"), "Alt+Down", "chevron-down", not is_input, lambda: edits.move_by(builder, name, 1))
    if traced is not None and has_filters(traced.node.layer):  # type: ignore[arg-type]
        menu.addSeparator()
        _keyed(menu, tr("Exchange kernels…"), "", "kernel", True, kernels)
    menu.addSeparator()
    text = tr("Remove, the longest branch stays") if ends_block else tr("Remove")
    _keyed(menu, text, "Del", "remove", not is_input, lambda: edits.remove_layer(builder, name))
    if ends_block:
        _keyed(menu, tr("Remove the whole block"), "", "remove", True, lambda: edits.remove_block(builder, name))
    return menu


def _join(builder: Builder, name: str, merging: type, stem: str) -> None:
    edits.join_layers(builder, name, merging(), stem)


def _join_menu(builder: Builder, parent: QWidget, title: str, merging: type, stem: str) -> QMenu:
    menu = _menu(title, parent)
    earlier = list(edits.earlier_layers(builder))[1:]
    for name in earlier[:MOST_LISTED]:
        _action(menu, name, "", "", partial(_join, builder, name, merging, stem))
    menu.setEnabled(bool(earlier))
    return menu


def _menu(title: str, parent: QWidget) -> QMenu:
    menu = QMenu(title, parent)
    menu.setToolTipsVisible(True)
    return menu


def _action(menu: QMenu, text: str, hint: str, icon_name: str, act: Callable[[], object]) -> QAction:
    action = menu.addAction(text)
    if icon_name:
        action.setIcon(icon(icon_name))
    action.setToolTip(hint or text)
    action.triggered.connect(lambda _checked=False: act())
    return action


def _keyed(
    menu: QMenu, text: str, keys: str, icon_name: str, is_enabled: bool, act: Callable[[], object]
) -> None:  # fmt: skip
    # The keys are only written beside the words: the list obeys them itself, whether the menu is open or not.
    _action(menu, f"{text}\t{keys}" if keys else text, "", icon_name, act).setEnabled(is_enabled)
