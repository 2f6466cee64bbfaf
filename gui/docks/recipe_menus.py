"""The menus of the recipe: what can be added, which recipes are ready-made, what can be done to one stage."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from engine.imaging.kernel_choice import KernelChoice
from engine.imaging.ready_made import ready_made
from gui.icons import icon
from gui.models.recipe_edits import add_stage, use_ready_made
from gui.models.stage_offers import OfferGroup, StageOffer, kernel_groups, other_groups, own_group
from gui.session import Session
from gui.text import tr, translated

OwnKernelsNow = Callable[[], Iterable[KernelChoice]]
"""Reads what the user's own library holds."""


def add_stage_menu(session: Session, own_kernels: OwnKernelsNow, parent: QWidget) -> QMenu:
    """Every stage that can be put behind the selected one; filled when it is first opened, own kernels every time."""
    menu = _menu(tr("Add stage"), parent)
    own = _menu(tr("Own kernels"), menu)
    own.setIcon(icon("kernel"))

    def fill() -> None:
        if menu.isEmpty():
            _section(menu, tr("Kernels"))
            _add_groups(menu, kernel_groups(), session)
            menu.addMenu(own)
            _section(menu, tr("Other stages"))
            _add_groups(menu, other_groups(), session)
        own.clear()
        for offer in own_group(own_kernels()).offers:
            _add_offer(own, offer, "", session)

    menu.aboutToShow.connect(fill)
    return menu


def ready_made_menu(session: Session, parent: QWidget) -> QMenu:
    """The ready-made recipes; those for small grids of numbers stand by themselves."""
    menu = _menu(tr("Ready-made recipes"), parent)
    has_samples = False
    for each in ready_made():
        if each.sample and not has_samples:
            _section(menu, tr("Every number visible"))
            has_samples = True
        action = _action(menu, translated(each.title), translated(each.help), each.icon)
        action.triggered.connect(lambda _checked=False, each=each: use_ready_made(session, each))
    return menu


def _add_groups(menu: QMenu, groups: tuple[OfferGroup, ...], session: Session) -> None:
    for group in groups:
        if len(group.offers) == 1:
            _add_offer(menu, group.offers[0], group.icon, session)
            continue
        inner = _menu(group.title, menu)
        inner.setIcon(icon(group.icon))
        inner.menuAction().setToolTip(group.help)
        for offer in group.offers:
            _add_offer(inner, offer, "", session)
        menu.addMenu(inner)


def _add_offer(menu: QMenu, offer: StageOffer, icon_name: str, session: Session) -> None:
    action = _action(menu, offer.title, offer.help, icon_name)
    action.triggered.connect(lambda _checked=False: add_stage(session, offer.stage))


def _menu(title: str, parent: QWidget) -> QMenu:
    menu = QMenu(title, parent)
    menu.setToolTipsVisible(True)
    return menu


def _action(menu: QMenu, title: str, help_text: str, icon_name: str) -> QAction:
    action = menu.addAction(title)
    if icon_name:
        action.setIcon(icon(icon_name))
    action.setToolTip(help_text)
    action.setStatusTip(help_text)
    return action


def _section(menu: QMenu, title: str) -> None:
    # QMenu.addSection draws no text in every style; an action that cannot be chosen does.
    if not menu.isEmpty():
        menu.addSeparator()
    menu.addAction(title).setEnabled(False)
