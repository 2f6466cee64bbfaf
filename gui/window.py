"""The main window: it puts the parts together and does nothing else."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QMainWindow,
    QMenu,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from gui.actions import MENUS, Actions
from gui.asking import Asking
from gui.central import CentralView
from gui.drop import is_welcome
from gui.icons import app_icon
from gui.kernels_docks import KernelsDocks
from gui.layouts import Layouts
from gui.messages import Messages
from gui.parts import Parts
from gui.presenter import Presenter
from gui.recipe_actions import RecipeActions
from gui.recording import Recording
from gui.save_actions import SaveActions
from gui.session_actions import SessionActions
from gui.source_actions import SourceActions
from gui.source_controls import SourceControls
from gui.sources_menu import SourcesMenu
from gui.status_bar import StatusBar
from gui.text import tr, translated
from gui.top_bar import WORKSPACE, TopBar
from gui.view_actions import ViewActions

SPACE_IS_THEIRS = (QAbstractButton, QComboBox, QAbstractItemView)


class MainWindow(QMainWindow):
    """The window of the Kernels workspace.

    Signals:
        first_painted(): the first picture is on the screen.
    """

    first_painted = Signal()

    def __init__(self, parts: Parts, *, asking: Asking | None = None) -> None:
        super().__init__()
        self.parts = parts
        session, appearance, notifier = parts.session, parts.appearance, parts.notifier
        self.setWindowTitle(tr("Kernelscope"))
        self.setWindowIcon(app_icon())
        self.setAcceptDrops(True)
        self.setDockNestingEnabled(True)
        self.setTabPosition(Qt.DockWidgetArea.AllDockWidgetAreas, QTabWidget.TabPosition.North)
        for corner, area in (
            (Qt.Corner.BottomLeftCorner, Qt.DockWidgetArea.BottomDockWidgetArea),
            (Qt.Corner.BottomRightCorner, Qt.DockWidgetArea.BottomDockWidgetArea),
        ):
            self.setCorner(corner, area)
        self.actions_ = Actions(self)
        self.addActions(list(self.actions_))
        asking = asking or Asking(self)
        asking.parent = self
        self.sources_menu = SourcesMenu(session, self.actions_, parts.settings, self)
        self.top_bar = TopBar(self.actions_, self.sources_menu, appearance, self)
        self.addToolBar(self.top_bar)
        self.central = CentralView(session, parts.live, appearance)
        self.controls = SourceControls(session, self.actions_)
        self.messages = Messages(notifier, appearance)
        self.setCentralWidget(_stacked(self.messages.bar, self.central, self.controls))
        self.status = StatusBar(parts.live, appearance, self)
        self.setStatusBar(self.status)
        self.docks = KernelsDocks(parts, self)
        for name, slot in self.docks.microscope_slots().items():
            self.actions_[name].triggered.connect(slot)
        self.layouts = Layouts(self, parts.settings, lambda: self.docks.arrange(self))
        self.presenter = Presenter(
            self, appearance, self.layouts, docks=self.docks.all, kept=(self.docks.microscope,)
        )  # fmt: skip
        self.recipe_actions = RecipeActions(session, self.actions_, parts.background, notifier, asking, self)
        self.source_actions = SourceActions(
            session, self.actions_, parts.keeper, parts.background, notifier, parts.settings, asking,
            self.recipe_actions, menu=self.sources_menu, controls=self.controls, folder=parts.folder, parent=self,
        )  # fmt: skip
        self.save_actions = SaveActions(parts, self.actions_, asking, self)
        self.recording = Recording(parts, self.actions_, asking, self)
        self.view_actions = ViewActions(
            parts, self.actions_, self.central, self.presenter, self._reset_layout, self.docks.all, self
        )
        self.session_actions = SessionActions(parts, self.actions_, self)
        self.actions_["quit"].triggered.connect(self.close)
        self._fill_menus()
        self._is_painted = False
        self._has_arranged = False
        parts.keeper.opening_changed.connect(self._on_opening_changed)
        parts.session.source_changed.connect(self._on_source_changed)
        self.central.painted.connect(self._on_painted)
        self.layouts.restore_geometry() or self.resize(1366, 768)
        self.layouts.restore(WORKSPACE)
        self._on_source_changed(session.source)
        self.central.left.setFocus()

    def open_path(self, path: Path) -> None:
        """Open a file as if it had been dropped here."""
        self.source_actions.open_path(path)

    # Events

    def event(self, event: QEvent) -> bool:
        # A shortcut is offered to the widget with the focus first, and comes by here if that does not want it. Space
        # presses a button and opens a list for whoever works with the keyboard; elsewhere it freezes the picture.
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Space
            and event.modifiers() == Qt.KeyboardModifier.NoModifier
            and isinstance(QApplication.focusWidget(), SPACE_IS_THEIRS)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if event.key() in steps and self.source_actions.step(steps[Qt.Key(event.key())]):
            return
        if event.key() == Qt.Key.Key_Escape and self._escape():
            return
        super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if is_welcome(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.source_actions.open_mime(event.mimeData())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._has_arranged:
            self._has_arranged = True
            if self.parts.settings.layout(WORKSPACE) is None:
                self.docks.measure(self)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.presenter.is_on:
            self.layouts.save(WORKSPACE, self.presenter.state_before)
        else:
            self.layouts.save(WORKSPACE)
            self.layouts.save_geometry()
        self.recording.close()
        self.source_actions.close()
        super().closeEvent(event)

    def createPopupMenu(self) -> QMenu | None:
        """The menu of panels, which a right click on a panel's title shows too."""
        menu = QMenu(self)
        self.docks.fill_menu(menu)
        return menu

    # What else happens

    def _escape(self) -> bool:
        if self.presenter.is_on:
            self.presenter.set_on(False)
        elif self.parts.session.spot is not None:
            self.parts.session.set_spot(None)
        else:
            return False
        return True

    def _reset_layout(self) -> None:
        self.presenter.set_on(False)
        self.layouts.reset(WORKSPACE)

    def _on_source_changed(self, spec: object) -> None:
        self.top_bar.show_source(spec)

    def _on_opening_changed(self, is_opening: bool) -> None:
        self.top_bar.show_source(self.parts.session.source, is_opening=is_opening)

    def _on_painted(self) -> None:
        if not self._is_painted:
            self._is_painted = True
            # After this paint is on the screen, not in the middle of it.
            QTimer.singleShot(0, self.first_painted.emit)

    def _fill_menus(self) -> None:
        for name in MENUS:
            menu = self.menuBar().addMenu(translated(name))
            menu.setToolTipsVisible(True)
            if name == "Source":
                menu.addMenu(self.sources_menu)
                menu.addSeparator()
            for spec, action in self.actions_.of_menu(name):
                if spec.starts_group:
                    menu.addSeparator()
                menu.addAction(action)
            if name == "View":
                panels = menu.addMenu(tr("Panels"))
                self.docks.fill_menu(panels)


def _stacked(*widgets: QWidget) -> QWidget:
    page = QWidget()
    layout = QVBoxLayout(page)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    for widget in widgets:
        layout.addWidget(widget, 1 if isinstance(widget, CentralView) else 0)
    return page
