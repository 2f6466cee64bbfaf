"""What the View and Help menus do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Qt, QUrl
from PySide6.QtGui import QActionGroup, QDesktopServices
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from engine.version import program_version
from gui.actions import Actions
from gui.central import CentralView
from gui.log import log_folder
from gui.parts import Parts
from gui.presenter import Presenter
from gui.session import Look
from gui.shortcuts import ShortcutSheet
from gui.text import tr

ZOOM_STEP = 1.25


class ViewActions(QObject):
    """Joins the actions about looking to session, appearance and presenter."""

    def __init__(
        self,
        parts: Parts,
        actions: Actions,
        central: CentralView,
        presenter: Presenter,
        reset_layout: Callable[[], None],
        panels: Callable[[], Sequence[QWidget]],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._parts, self._actions, self._window = parts, actions, window
        self._panels = panels
        for name, by in (("next_panel", 1), ("previous_panel", -1)):
            actions[name].triggered.connect(lambda _checked=False, by=by: self._go_to_panel(by))
        self._sheet: ShortcutSheet | None = None
        session, appearance = parts.session, parts.appearance
        themes = self._exclusive("theme_system", "theme_light", "theme_dark")
        actions[f"theme_{appearance.choice}"].setChecked(True)
        themes.triggered.connect(lambda action: self._on_theme(action.objectName().removeprefix("theme_")))
        sides = self._exclusive("left_source", "left_input")
        sides.triggered.connect(
            lambda action: session.set_look(replace(session.look, left=action.objectName().removeprefix("left_")))
        )
        actions["full_scale"].triggered.connect(
            lambda is_on: session.set_look(replace(session.look, limits="full" if is_on else "auto"))
        )
        for name, factor in (("zoom_in", ZOOM_STEP), ("zoom_out", 1 / ZOOM_STEP), ("zoom_fit", 0.0)):
            actions[name].triggered.connect(lambda _checked=False, factor=factor: central.zoom(factor))
        actions["presenter"].toggled.connect(presenter.set_on)
        presenter.changed.connect(actions["presenter"].setChecked)
        actions["reset_layout"].triggered.connect(lambda: reset_layout())
        actions["shortcuts"].triggered.connect(lambda: self.show_shortcuts())
        actions["log_folder"].triggered.connect(lambda: self._on_log_folder())
        actions["about"].triggered.connect(lambda: self._on_about())
        session.look_changed.connect(self._on_look_changed)
        appearance.changed.connect(self._on_appearance_changed)
        self._on_look_changed(session.look)

    def show_shortcuts(self) -> ShortcutSheet:
        """Open the sheet, which does not hold up the rest of the window."""
        if self._sheet is not None:
            self._sheet.close()
            self._sheet.deleteLater()
        self._sheet = ShortcutSheet(self._actions, self._window)
        self._sheet.show()
        return self._sheet

    def _go_to_panel(self, by: int) -> None:
        focus = QApplication.focusWidget()
        panels = [panel for panel in self._panels() if not panel.visibleRegion().isEmpty()]
        if not panels:
            return
        here = next((at for at, panel in enumerate(panels) if focus is not None and panel.isAncestorOf(focus)), -by)
        panel = panels[(here + by) % len(panels)]
        target = next((each for each in panel.findChildren(QWidget) if _takes_focus(each)), None)
        if target is not None:
            target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _exclusive(self, *names: str) -> QActionGroup:
        group = QActionGroup(self)
        for name in names:
            group.addAction(self._actions[name])
        return group

    def _on_theme(self, choice: str) -> None:
        self._parts.settings.theme = choice
        self._parts.appearance.choice = choice

    def _on_appearance_changed(self) -> None:
        self._parts.live.set_dark(self._parts.appearance.theme.is_dark)

    def _on_look_changed(self, look: Look) -> None:
        self._actions[f"left_{look.left}"].setChecked(True)
        self._actions["full_scale"].setChecked(look.limits == "full")

    def _on_log_folder(self) -> None:
        folder = log_folder(self._parts.folder)
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            self._parts.notifier.tell(tr("The log is in “{folder}”.", folder=folder), topic="log folder")

    def _on_about(self) -> None:
        box = QMessageBox(self._window)
        box.setWindowTitle(tr("About Kernelscope"))
        box.setText(
            tr("Kernelscope: a laboratory for convolutional networks, down to the arithmetic of a single value.")
        )
        box.setInformativeText(
            tr("Version {version}. Open source under the MIT licence. Everything stays on this computer.",
               version=program_version())
        )  # fmt: skip
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()


def _takes_focus(widget: QWidget) -> bool:
    can_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return can_tab and widget.isEnabled() and not widget.visibleRegion().isEmpty()
