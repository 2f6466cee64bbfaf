"""The menu of everything that can be shown: samples, files, webcams, addresses, and what was opened lately."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from engine.sources.addresses import without_password
from engine.sources.samples import GROUPS, sample_names, sample_spec, sample_title
from engine.sources.specs import (
    CameraSpec,
    FolderSpec,
    MovingSampleSpec,
    PictureSpec,
    SampleSpec,
    StreamSpec,
    VideoSpec,
)
from gui.actions import Actions
from gui.first_recipe import MOVING_SAMPLE
from gui.icons import icon
from gui.recent_menu import add_entries
from gui.session import Session
from gui.settings import Settings
from gui.text import tr, translated

GROUP_ICONS = {"photographs": "picture", "patterns": "sample", "moving": "video"}


class SourcesMenu(QMenu):
    """Filled when it opens; the webcams follow when the system has named them.

    Signals:
        webcams_wanted(): the list of webcams is to be brought up to date; answer with `set_webcams`.
        recent_chosen(object): a `Path` that was opened lately.
    """

    webcams_wanted = Signal()
    recent_chosen = Signal(object)

    def __init__(self, session: Session, actions: Actions, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(tr("Choose a source"), parent)
        self._session = session
        self._actions = actions
        self._settings = settings
        self._webcams: Sequence[CameraSpec] | None = None
        self._webcam_menu: QMenu | None = None
        self.setToolTipsVisible(True)
        self.aboutToShow.connect(self._on_about_to_show)

    def set_webcams(self, webcams: Sequence[CameraSpec]) -> None:
        """The webcams that are there now."""
        self._webcams = webcams
        if self._webcam_menu is not None:
            self._fill_webcams(self._webcam_menu)

    def _on_about_to_show(self) -> None:
        self.clear()
        group = QActionGroup(self)
        for key, title in GROUPS.items():
            menu = self.addMenu(icon(GROUP_ICONS[key]), translated(title))
            for name in sample_names(key):
                action = menu.addAction(translated(sample_title(name)))
                self._make_choice(action, sample_spec(name))
                group.addAction(action)
        self.addSeparator()
        self._webcam_menu = self.addMenu(icon("webcam"), tr("Webcams"))
        self._fill_webcams(self._webcam_menu)
        self.addAction(self._actions["open_address"])
        self.addSeparator()
        self.addAction(self._actions["open_picture"])
        self.addAction(self._actions["open_folder"])
        self._add_recent(self.addMenu(icon("clock"), tr("Recent files")))
        self.webcams_wanted.emit()

    def _make_choice(self, action: QAction, spec: object) -> None:
        action.setCheckable(True)
        action.setChecked(spec == self._session.source)
        action.triggered.connect(lambda: self._session.set_source(spec))

    def _fill_webcams(self, menu: QMenu) -> None:
        menu.clear()
        if not self._webcams:
            text = tr("Looking for webcams…") if self._webcams is None else tr("No webcam found")
            menu.addAction(text).setEnabled(False)
            moving = menu.addAction(tr("Use the moving sample instead"))
            moving.triggered.connect(lambda: self._session.set_source(MovingSampleSpec(MOVING_SAMPLE)))
            return
        for webcam in self._webcams:
            self._make_choice(menu.addAction(webcam.name or tr("Camera {number}", number=webcam.index + 1)), webcam)

    def _add_recent(self, menu: QMenu) -> None:
        recent = self._settings.recent
        menu.setEnabled(bool(recent))
        add_entries(menu, recent, self.recent_chosen.emit)
        menu.addSeparator()
        menu.addAction(tr("Forget these")).triggered.connect(self._settings.forget_recent)
        menu.setToolTipsVisible(True)


def source_words(spec: object) -> tuple[str, str]:
    """What to call a source on its button, and its icon."""
    match spec:
        case SampleSpec(name=name):
            return translated(sample_title(name)), "picture"
        case MovingSampleSpec(name=name):
            return translated(sample_title(name)), "video"
        case PictureSpec(path=path):
            return path.name, "picture"
        case FolderSpec(path=path):
            return path.name or str(path), "folder"
        case VideoSpec(path=path):
            return path.name, "video"
        case CameraSpec(name=name, index=index):
            return name or tr("Camera {number}", number=index + 1), "webcam"
        case StreamSpec(address=address):
            return without_password(address).partition("://")[2].partition("/")[0], "stream"
    return tr("Choose a source"), "picture"
