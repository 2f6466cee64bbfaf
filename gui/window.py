"""The main window: it puts the parts together and does nothing else."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QMainWindow,
    QMenu,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from gui.actions import MENUS, Actions
from gui.asking import Asking
from gui.autosave import session_to_text
from gui.central import CentralView
from gui.drop import accept_copy, is_welcome
from gui.icons import app_icon
from gui.kernels_docks import KernelsDocks
from gui.layouts import HEIGHT, WIDTH, first_size
from gui.messages import Messages
from gui.parts import Parts
from gui.presenter import Presenter
from gui.project_actions import ProjectActions
from gui.recent_menu import RecentMenu
from gui.recipe_actions import RecipeActions
from gui.recording import Recording
from gui.save_actions import SaveActions
from gui.session_actions import SessionActions
from gui.source_actions import SourceActions
from gui.source_controls import SourceControls
from gui.sources_menu import SourcesMenu
from gui.status_bar import StatusBar
from gui.text import tr, translated
from gui.top_bar import TopBar
from gui.view_actions import ViewActions
from gui.workspace_joining import WorkspaceJoining
from gui.workspaces import KERNELS, NETWORK, TRAIN, Workspaces

if TYPE_CHECKING:
    from gui.network_workspace import NetworkWorkspace
    from gui.train_workspace import TrainWorkspace

SPACE_IS_THEIRS = (QAbstractButton, QComboBox, QAbstractItemView)


class MainWindow(QMainWindow):
    """The window with its workspaces: Kernels from the start, the others from when they are first wanted.

    Signals:
        first_painted(): the first picture is on the screen.
        workspace_changed(): another workspace is in front, or what it shows is to be kept with the session.
    """

    first_painted = Signal()
    workspace_changed = Signal()

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
        self.recent_menu = RecentMenu(parts.settings, self)
        self.top_bar = TopBar(self.actions_, self.sources_menu, appearance, self)
        self.addToolBar(self.top_bar)
        self.central = CentralView(session, parts.live, appearance)
        self.central.setFocusProxy(self.central.left)
        self.controls = SourceControls(session, self.actions_)
        self.messages = Messages(notifier, appearance)
        self.status = StatusBar(parts.live, appearance, self)
        self.setStatusBar(self.status)
        self.docks = KernelsDocks(parts, self)
        for name, slot in self.docks.microscope_slots().items():
            self.actions_[name].triggered.connect(slot)
        self.joining = WorkspaceJoining(
            parts, self.actions_, asking, self.top_bar, self, keep_kernel=self.docks.keep_kernel
        )
        self.workspaces = Workspaces(
            self, parts.settings,
            self.docks.workspace(self.central, on_left=self._on_kernels_left, clear_spot=self._clear_spot),
            self.joining.makers, around=lambda switch: self.presenter.around(switch),
            prepare=self.joining.prepare_now,
        )  # fmt: skip
        self.layouts = self.workspaces.layouts
        self.setCentralWidget(_stacked(self.messages.bar, self.workspaces.stack, self.controls))
        self.presenter = Presenter(
            self, appearance, self.layouts,
            docks=lambda: self.workspaces.current.docks, kept=lambda: self.workspaces.current.kept,
        )  # fmt: skip
        self.recipe_actions = RecipeActions(session, self.actions_, parts.background, notifier, asking, self)
        self.source_actions = SourceActions(
            session, self.actions_, parts.keeper, parts.background, notifier, parts.settings, asking,
            self.recipe_actions, menu=self.sources_menu, controls=self.controls, folder=parts.folder,
            is_to_learn=lambda: self.workspaces.current.key == TRAIN, parent=self,
        )  # fmt: skip
        self.source_actions.network_chosen.connect(self.open_network)
        self.source_actions.job_chosen.connect(self.joining.open_job)
        self.source_actions.data_chosen.connect(self.joining.learn_from)
        self.save_actions = SaveActions(parts, self.actions_, asking, self)
        self.recording = Recording(parts, self.actions_, asking, self)
        self.view_actions = ViewActions(
            parts, self.actions_, self.central, self.presenter, self._reset_layout, self._panels_in_front, self
        )
        self.session_actions = SessionActions(parts, self.actions_, self, bring_back=self.restore_workspace)
        self.project = ProjectActions(
            parts, self.actions_, asking, state=self._session_text, bring_back=self.session_actions.use, parent=self,
        )  # fmt: skip
        self.source_actions.project_chosen.connect(self.project.open)
        self.recent_menu.picture_chosen.connect(self.open_path)
        self.recent_menu.network_chosen.connect(self.open_network)
        self.recent_menu.project_chosen.connect(self.project.open)
        self.joining.pictures_deleted.connect(self.project.save_again)
        self.actions_["quit"].triggered.connect(self.close)
        self._fill_menus()
        self.joining.join(self.workspaces)
        self.joining.changed.connect(self.workspace_changed)
        self.joining.changed.connect(self.project.note_change)
        self.workspaces.changed.connect(self._on_workspace_changed)
        self._on_workspace_changed(KERNELS)
        self._is_painted = False
        self._has_arranged = False
        parts.keeper.opening_changed.connect(self._on_opening_changed)
        parts.session.source_changed.connect(self._on_source_changed)
        self.central.painted.connect(self._on_painted)
        if not self.layouts.restore_geometry():
            self._take_first_size()
        self.layouts.restore(KERNELS)
        self._on_source_changed(session.source)
        self.central.left.setFocus()

    def _take_first_size(self) -> None:
        if QGuiApplication.platformName() == "offscreen":  # its screen is as small as a stamp, and nobody looks at it
            self.resize(WIDTH, HEIGHT)
            return
        size = first_size(self.screen().availableSize())
        self.resize(size)
        if size != QSize(WIDTH, HEIGHT):
            self.setWindowState(self.windowState() | Qt.WindowState.WindowMaximized)

    def open_path(self, path: Path) -> None:
        """Open a file as if it had been dropped here."""
        self.source_actions.open_path(path)

    @property
    def network(self) -> NetworkWorkspace | None:
        """The Network workspace, once it was in front."""
        return self.joining.network

    @property
    def train(self) -> TrainWorkspace | None:
        """The Train workspace, once it was in front."""
        return self.joining.train

    def open_network(self, path: Path) -> None:
        """Open a network's file or folder in the workspace for networks."""
        self.joining.open_network(path)

    def prepare(self) -> bool:
        """Make a piece of a workspace beforehand; false when there is nothing to make any more."""
        return self.joining.prepare()

    def prepare_network(self) -> bool:
        """Make a piece of the Network workspace beforehand; false when there is nothing to make any more."""
        return self.joining.prepare_network()

    def workspace_state(self) -> dict[str, object]:
        """Which workspace is in front, and what the others show, for the session file."""
        return self.joining.state()

    def restore_workspace(self, state: dict[str, object]) -> None:
        """Bring back what `workspace_state` returned."""
        self.joining.restore(state)

    def _session_text(self) -> str:
        return session_to_text(self.parts.session, self.parts.keeper.present_spec(), self.workspace_state())

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
            accept_copy(event)

    def dropEvent(self, event: QDropEvent) -> None:
        if accept_copy(event):
            self.source_actions.open_mime(event.mimeData())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._has_arranged:
            self._has_arranged = True
            if self.parts.settings.layout(self.workspaces.current.key) is None:
                self.workspaces.current.measure(self)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.presenter.is_on:
            self.layouts.save(self.workspaces.current.key, self.presenter.state_before)
        else:
            self.layouts.save(self.workspaces.current.key)
            self.layouts.save_geometry()
        self.recording.close()
        self.project.close()
        self.joining.close()
        self.source_actions.close()
        super().closeEvent(event)

    def createPopupMenu(self) -> QMenu | None:
        """The menu of panels, which a right click on a panel's title shows too."""
        menu = QMenu(self)
        self.workspaces.current.fill_menu(menu)
        return menu

    # What else happens

    def _escape(self) -> bool:
        if self.presenter.is_on:
            self.presenter.set_on(False)
        else:
            return self.workspaces.current.clear_spot()
        return True

    def _clear_spot(self) -> bool:
        had_spot = self.parts.session.spot is not None
        self.parts.session.set_spot(None)
        return had_spot

    def _reset_layout(self) -> None:
        self.presenter.set_on(False)
        self.workspaces.reset()

    # Workspaces

    def _on_workspace_changed(self, key: str) -> None:
        self.top_bar.set_workspace(key)
        self.actions_.set_workspace(key)
        self.recipe_menu.menuAction().setVisible(key == KERNELS)
        self.status.show_training(self.train.status if key == TRAIN and self.train is not None else None)
        self.status.show_network(self.network.timing if key == NETWORK and self.network is not None else None)
        self.joining.show_current(key)
        self._fill_panels()
        self.workspaces.current.central.setFocus()
        self.workspace_changed.emit()

    def _on_kernels_left(self) -> None:
        self.recording.close()

    def _panels_in_front(self) -> tuple[QWidget, ...]:
        return (self.workspaces.current.central, *self.workspaces.current.docks)

    def _fill_panels(self) -> None:
        self.panels_menu.clear()
        self.workspaces.current.fill_menu(self.panels_menu)

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
                if spec.name == "save_picture":
                    menu.addMenu(self.recent_menu)
                if spec.starts_group:
                    menu.addSeparator()
                menu.addAction(action)
            if name == "View":
                self.panels_menu = menu.addMenu(tr("Panels"))
            if name == "Recipe":
                self.recipe_menu = menu


def _stacked(*widgets: QWidget) -> QWidget:
    page = QWidget()
    layout = QVBoxLayout(page)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    for widget in widgets:
        layout.addWidget(widget, 1 if isinstance(widget, QStackedWidget) else 0)
    return page
