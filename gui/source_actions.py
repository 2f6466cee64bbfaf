"""What the Source menu and the opening of files do."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication

from engine.errors import UserError
from engine.sources.camera import CameraSource
from engine.sources.cameras import list_cameras
from engine.sources.folder import FolderSource
from engine.sources.opening import spec_for_address, spec_for_path
from engine.sources.source import Source, SourceStatus
from engine.sources.specs import CameraSpec, MovingSampleSpec
from engine.sources.video import VideoSource
from gui.actions import Actions
from gui.asking import Asking
from gui.background import Background
from gui.drop import (
    DataFound,
    Dropped,
    Found,
    JobFile,
    NetworkFile,
    ProjectFile,
    RecipeFile,
    dropped,
    kept_image,
    opened_as,
    recent_entry,
)
from gui.first_recipe import MOVING_SAMPLE
from gui.notify import Notifier, Offer
from gui.recipe_actions import RecipeActions
from gui.session import Session
from gui.settings import Settings
from gui.source_controls import SourceControls
from gui.source_keeper import TOPIC, SourceKeeper
from gui.sources_menu import SourcesMenu
from gui.text import sentence, tr

TOPIC_FURTHER = "further files"


class SourceActions(QObject):
    """Joins the actions about the source to session and keeper; opens whatever it is given.

    Signals:
        network_chosen(object): a network was given; open it from this `Path`.
        job_chosen(object), project_chosen(object): the same for a training job and for a project.
        data_chosen(object): pictures to learn from were given, a `DataSpec`.
    """

    network_chosen = Signal(object)
    job_chosen = Signal(object)
    project_chosen = Signal(object)
    data_chosen = Signal(object)

    def __init__(
        self,
        session: Session,
        actions: Actions,
        keeper: SourceKeeper,
        background: Background,
        notifier: Notifier,
        settings: Settings,
        asking: Asking,
        recipes: RecipeActions,
        *,
        menu: SourcesMenu,
        controls: SourceControls,
        folder: Path,
        is_to_learn: Callable[[], bool] = lambda: False,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._is_to_learn = is_to_learn
        self._session, self._actions, self._keeper = session, actions, keeper
        self._background, self._notifier, self._settings = background, notifier, settings
        self._asking, self._recipes, self._menu, self._controls = asking, recipes, menu, controls
        self._pasted_folder = folder / "pasted"
        self._lister = Background(notifier.error, self)
        self._is_troubled = False  # whether the open source has said a sentence of itself
        self._is_listing = False
        slots: dict[str, Callable[[], object]] = {
            "open_picture": self._on_open_picture,
            "open_folder": self._on_open_folder,
            "open_address": self._on_open_address,
            "paste": lambda: self.open_mime(QGuiApplication.clipboard().mimeData()),
            "play": controls.toggle_play,
            "next_picture": lambda: self.step(1),
            "previous_picture": lambda: self.step(-1),
            "mirror": self._on_mirror,
        }
        for name, slot in slots.items():
            actions[name].triggered.connect(lambda _checked=False, slot=slot: slot())
        actions["freeze"].toggled.connect(session.set_frozen)
        session.freeze_changed.connect(actions["freeze"].setChecked)
        menu.webcams_wanted.connect(self._on_webcams_wanted)
        menu.recent_chosen.connect(self.open_path)
        controls.step_wanted.connect(self.step)
        keeper.swapped.connect(self._on_swapped)
        keeper.status_changed.connect(self._on_status_changed)
        self._refresh(keeper.source)

    def close(self) -> None:
        """End the listing of webcams."""
        self._lister.close()

    def open_path(self, path: Path) -> None:
        """Open a picture, folder, video, recipe or network."""
        self.open(Dropped(path=path))

    def open_mime(self, mime: QMimeData) -> None:
        """Open what was dropped or pasted."""
        try:
            what = dropped(mime)
        except UserError as error:
            self._notifier.error(error, topic=TOPIC)
            return
        self.open(what)
        self._notifier.withdraw(TOPIC_FURTHER)
        if what.path is not None and what.further:
            said = tr(
                "Only “{name}” is opened, and nothing else that came with it. "
                "To go through many pictures with the arrow keys, drop their folder.",
                name=what.path.name,
            )
            self._notifier.tell(said, topic=TOPIC_FURTHER)

    def open(self, what: Dropped) -> None:
        """Open one thing."""
        if what.image is not None:
            image = what.image
            self._background.run(
                lambda: kept_image(image, self._pasted_folder), self._session.set_source, self._on_refused
            )  # fmt: skip
        else:
            to_learn = self._is_to_learn()
            self._background.run(
                lambda: opened_as(what, is_to_learn=to_learn), self._on_recognised, self._on_refused
            )  # fmt: skip

    def step(self, by: int) -> bool:
        """Go so many pictures on in a folder; false if the source has no such thing."""
        source = self._keeper.source
        if not isinstance(source, FolderSource):
            return False
        self._session.set_frozen(False)
        source.step(by)
        return True

    def use_moving_sample(self) -> None:
        """Show the moving sample instead of a camera."""
        self._session.set_source(MovingSampleSpec(MOVING_SAMPLE))

    def _on_recognised(self, found: Found) -> None:
        if isinstance(found, NetworkFile):
            self.network_chosen.emit(found.path)
        elif isinstance(found, JobFile):
            self.job_chosen.emit(found.path)
        elif isinstance(found, ProjectFile):
            self.project_chosen.emit(found.path)
        elif isinstance(found, DataFound):
            self.data_chosen.emit(found.spec)
        elif isinstance(found, RecipeFile):
            self._recipes.open(found.path)
        else:
            self._session.set_source(found)

    def _on_refused(self, error: BaseException) -> None:
        self._notifier.error(error, topic=TOPIC)

    def _on_open_picture(self) -> None:
        kinds = tr("Pictures, videos and recipes") + " (*.png *.jpg *.jpeg *.webp *.tif *.tiff *.bmp *.gif *.mp4 *.m4v"
        kinds += " *.mov *.avi *.mkv *.webm *.json);;" + tr("All files") + " (*)"
        path = self._asking.open_file(tr("Open picture, video or recipe"), kinds)
        if path is not None:
            self.open_path(path)

    def _on_open_folder(self) -> None:
        path = self._asking.open_folder(tr("Open folder of pictures"))
        if path is not None:
            self._background.run(lambda: spec_for_path(path), self._session.set_source, self._on_refused)

    def _on_open_address(self) -> None:
        question = tr("Address of the camera, for example http://192.168.1.20:8080/video or rtsp://…")
        text = self._asking.text(tr("Camera address"), question, "http://")
        if text is None:
            return
        try:
            self._session.set_source(spec_for_address(text))
        except UserError as error:
            self._notifier.error(error, topic=TOPIC)

    def _on_mirror(self) -> None:
        source, spec = self._keeper.source, self._session.source
        if isinstance(source, CameraSource) and isinstance(spec, CameraSpec):
            source.set_mirrored(self._actions["mirror"].isChecked())

    def _on_webcams_wanted(self) -> None:
        # On a thread of its own: asking the system may take seconds, and files must open meanwhile.
        if not self._is_listing:
            self._is_listing = True
            self._lister.run(list_cameras, self._on_webcams_listed, lambda _: self._on_webcams_listed(()))

    def _on_webcams_listed(self, webcams: tuple[CameraSpec, ...]) -> None:
        self._is_listing = False
        self._menu.set_webcams(webcams)

    def _on_swapped(self, source: Source) -> None:
        self._is_troubled = False
        self._controls.show_source(source)
        self._refresh(source)
        entry = recent_entry(source.spec)
        if entry:
            self._settings.add_recent(entry)

    def _refresh(self, source: Source | None) -> None:
        is_folder, is_video = isinstance(source, FolderSource), isinstance(source, VideoSource)
        is_webcam = isinstance(source, CameraSource) and isinstance(source.spec, CameraSpec)
        for name, is_usable in (
            ("next_picture", is_folder), ("previous_picture", is_folder), ("play", is_video), ("mirror", is_webcam),
        ):  # fmt: skip
            self._actions[name].setEnabled(is_usable)
        self._actions["mirror"].setChecked(is_webcam and source.is_mirrored)  # type: ignore[union-attr]

    def _on_status_changed(self, status: SourceStatus) -> None:
        self._controls.show_status(status)
        if status.sentence is None:
            # Only what this source said of itself: that another could not be opened stays to be read.
            if self._is_troubled:
                self._notifier.withdraw(TOPIC)
            self._is_troubled = False
            return
        self._is_troubled = True
        is_camera = isinstance(self._keeper.source, CameraSource)
        offers = (Offer(tr("Use the moving sample"), self.use_moving_sample),) if is_camera else ()
        text = sentence(status.sentence)
        self._notifier.tell(text, level="warning", topic=TOPIC, details=status.sentence.details, offers=offers)
