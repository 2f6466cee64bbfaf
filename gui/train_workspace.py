"""The Train workspace: its panels, its driver, and what its menus do. Made when it is first brought to the front."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMainWindow

from engine.errors import UserError
from engine.network.data.checking import Findings, surplus
from engine.network.data.specs import BuiltInData, FileData, FolderData
from engine.network.requests import FileModel, ModelSpec
from engine.network.training.curves import BEST
from engine.network.training.job import TrainingJob
from engine.network.training.suggesting import suggested_settings, suggested_tuning
from gui.actions import Actions
from gui.asking import Asking
from gui.background import Background
from gui.children import QtChild
from gui.docks.train_classes import ClassesDock
from gui.docks.train_inside import InsideDock
from gui.docks.train_layers import TrainLayersDock
from gui.docks.train_model import ModelDock
from gui.docks.train_results import Results
from gui.docks.train_runs import RunsDock
from gui.layouts import Sizes
from gui.notify import Offer
from gui.parts import Parts
from gui.text import sentence, tr
from gui.train.actions import TrainActions
from gui.train.centre import TrainCentre
from gui.train.comparing import Comparing
from gui.train.driver import TrainDriver
from gui.train.editing import Editing
from gui.train.exports import TrainExports
from gui.train.hold_keys import HoldKeys
from gui.train.kept_aside import KeptAside
from gui.train.live_preview import LivePreview
from gui.train.looking_back import LookingBack
from gui.train.network_menu import TrainNetworks
from gui.train.recorder import Recorder
from gui.train.session import Training, TrainSession
from gui.train.splitting import Splitting
from gui.train.training_words import state_words
from gui.train.troubles import TOPIC, Troubles
from gui.workspaces import TRAIN, Workspace

CHECKED, RESTORED = "checked pictures", "restored training"
FIRST = BuiltInData()


class TrainWorkspace(QObject):
    """Everything of the workspace that is no panel.

    It is made in pieces, since all of it at once would hold up the window: `make_piece` beforehand, while nothing else
    is to be done, and `finish` when it is wanted.

    Signals:
        changed(): data or job are others than before; for who keeps them.
        kernel_taken(object): a learnt kernel, a named `KernelChoice`, is wanted in the library.
        pictures_deleted(): all recorded pictures were deleted for good.
        live_wanted(object): a trained network is to be opened in the Network workspace, as a `ModelSpec`.
    """

    changed = Signal()
    kernel_taken = Signal(object)
    live_wanted = Signal(object)
    pictures_deleted = Signal()

    def __init__(
        self,
        parts: Parts,
        child: QtChild,
        actions: Actions,
        asking: Asking,
        window: QMainWindow,
        *,
        open_network: Callable[[], ModelSpec | None] = lambda: None,
    ) -> None:
        super().__init__(window)
        self._parts, self._asking, self._open_network = parts, asking, open_network
        self._is_closed = False
        self.session = TrainSession(self)
        self.child = child
        self.driver = TrainDriver(self.child, self.session, home=parts.folder, parent=self)
        self.troubles = Troubles(self.session, self.driver, self.child, parts.notifier, self)
        # Thumbnails have a thread of their own: they would wait behind a folder of thousands that is being opened.
        self._pictures = Background(parts.notifier.error)
        self._recordings = Background(parts.notifier.error)
        self.recorder = Recorder(self.session, parts.live, self._recordings, home=parts.folder, parent=self)
        self.editing = Editing(self.session, self.recorder, self)
        # The search for duplicates reads every file: nothing else is to wait for it.
        self.splitting = Splitting(self.session, Background(parts.notifier.error), self)
        self.comparing = Comparing(self.session, Background(parts.notifier.error), self)
        self._looking_back = LookingBack(self.session, self.driver.questions, self.driver.background, self)
        self._is_made = False
        self._making = self._pieces(actions, window)

    def make_piece(self) -> bool:
        """Make the next piece; false when all of it is made."""
        return next(self._making, None) is not None

    def finish(self) -> None:
        """Make what is still missing."""
        while self.make_piece():
            pass

    def _pieces(self, actions: Actions, window: QMainWindow) -> Iterator[int]:
        parts, asking, appearance = self._parts, self._asking, self._parts.appearance
        self.networks = TrainNetworks(window)
        self.preview = LivePreview(parts.live, appearance, window)
        self.preview.hide()
        yield 1
        # Until it is shown the window owns it.
        self.centre = TrainCentre(self.session, self.editing, self.splitting, appearance, self._pictures, window)
        self.centre.hide()
        yield 2
        self.classes = ClassesDock(
            self.session, self.editing, self.recorder, self.splitting, self.preview, appearance, self._pictures, window
        )
        self.keys = HoldKeys(self.session, self.recorder, window)
        yield 3
        self.kept_aside = KeptAside(self.session, self.editing, self.splitting, appearance)
        self.model = ModelDock(self.session, appearance, parts.figures, self.networks, self.kept_aside, window)
        yield 4
        self.model.show_job()
        yield 5
        self.results = Results(self.session, appearance, self._pictures, window)
        yield 6
        self.inside = InsideDock(self.session, appearance, window)
        yield 7
        self.layers = TrainLayersDock(self.session, appearance, window)
        self.runs_dock = RunsDock(self.session, appearance, window)
        yield 8
        self.exports = TrainExports(parts, self.session, self.driver, self.model, asking, window, self)
        yield 9
        self.workspace = Workspace(
            key=TRAIN,
            central=self.centre,
            left=(self.classes,),
            right=(self.model,),
            bottom=(*self.results.docks, self.inside, self.layers, self.runs_dock, *self.exports.docks),
            kept=(self.classes, self.model),
            sizes=Sizes(left=236, right=300, bottom=240),
            on_shown=self._on_shown,
            on_left=self._on_left,
        )
        self.actions = TrainActions(
            self.session, self.editing, self.driver.background, actions, asking, parts.notifier,
            show_job=self.set_job, parent=self,
        )  # fmt: skip
        self._connect()
        self._is_made = True

    def state(self) -> dict[str, Any]:
        """The job with its data, for the session file."""
        return {"job": self.session.job.to_json()}

    def restore(self, state: dict[str, Any]) -> None:
        """Bring back what `state` returned, as far as it makes sense; what does not is told."""
        if "job" not in state:
            return
        lost: list[UserError] = []
        try:
            job = TrainingJob.from_json(state["job"], lost=lost)
        except UserError as error:
            self.session.refuse(error)
            return
        self.set_job(job)
        if lost:
            words = tr(
                "Part of what was set for training is lost and is as at first. {reason}", reason=sentence(lost[0])
            )
            self._parts.notifier.tell(words, level="warning", topic=RESTORED)
        self._looking_back.look_at_newest()
        self.driver.read_runs()

    def set_job(self, job: TrainingJob) -> None:
        """Show another job, its data opened."""
        names = ("edits", "split", "input_size", "fit", "values", "transforms", "model", "tuning", "settings", "data")
        self.session.change(**{name: getattr(job, name) for name in names})
        self.session.wish_for(job.data)

    def status(self) -> tuple[str, str]:
        """What the training worker does, for the status bar, and the role of its colour."""
        training = self.session.training
        if training is not None and training.is_running:
            return state_words(training), "kernel"
        if self.child.has_given_up:
            return tr("Training worker failed"), "refused"
        if not self.session.is_ready:
            return tr("Training worker starting"), "kernel"
        return tr("Training worker ready"), "result"

    def close(self) -> None:
        """End what it runs; may be called twice."""
        if not self._is_closed:
            self._is_closed = True
            if self._is_made:
                self._parts.live.passed.disconnect(self.preview.refresh)
                self.exports.close()
                self.keys.set_on(False)
            self.recorder.close()
            self.driver.close()
            self.splitting.close()
            self.comparing.close()
            self._pictures.close()
            self._recordings.close()

    def _connect(self) -> None:
        session, driver, model = self.session, self.driver, self.model
        self._parts.live.passed.connect(self.preview.refresh)
        self.exports.kernel_taken.connect(self.kernel_taken)
        self.classes.problems_wanted.connect(self._on_problems)
        self.classes.check_wanted.connect(self.comparing.start)
        self.classes.check_stopped.connect(self.comparing.stop)
        self.comparing.told.connect(self.classes.show_comparing)
        self.comparing.found.connect(self._on_checked)
        self.centre.batch.another_wanted.connect(driver.another_batch)
        model.train_wanted.connect(driver.train)
        model.pause_wanted.connect(driver.pause)
        model.go_on_wanted.connect(driver.go_on)
        model.stop_wanted.connect(driver.stop)
        model.resume_wanted.connect(self.troubles.resume)
        model.live_wanted.connect(self._on_live)
        self.networks.chosen.connect(self._on_network_chosen)
        self.networks.file_wanted.connect(self._on_network_file)
        self.networks.open_wanted.connect(self._on_open_network)
        self.networks.aboutToShow.connect(lambda: self.networks.set_open(self._open_network()))
        self.classes.menu.folder_wanted.connect(self._on_folder)
        self.classes.menu.file_wanted.connect(self._on_file)
        session.data_changed.connect(lambda _data: self._on_changed())
        session.job_changed.connect(lambda _job: self.changed.emit())
        session.training_changed.connect(self._on_training_changed)
        self.results.mistakes.explain_wanted.connect(driver.questions.explain)
        self.results.map.embedding_wanted.connect(driver.questions.embed)
        self.results.robustness.robustness_wanted.connect(driver.questions.try_robustness)
        driver.questions.explained.connect(self.results.mistakes.show_heats)
        self.results.map.cancelled.connect(driver.questions.stop_embedding)
        driver.questions.embedded.connect(self.results.map.show_embedded)
        driver.questions.embedding_told.connect(self.results.map.show_progress)
        driver.questions.embedding_ended.connect(self.results.map.show_ended)
        driver.questions.tried.connect(self.results.robustness.show_tried)
        driver.questions.trying_ended.connect(self.results.robustness.show_ended)
        self.runs_dock.compared.connect(self.centre.curves.compare)
        self.runs_dock.resume_wanted.connect(driver.take_up)
        self.runs_dock.look_wanted.connect(self._looking_back.look_at)
        driver.taken_up.connect(lambda training: self.set_job(training.job))
        self.runs_dock.live_wanted.connect(lambda run: self.live_wanted.emit(FileModel(str(run.folder / BEST))))
        self.runs_dock.report_wanted.connect(self.exports.report_run)
        self.recorder.all_deleted.connect(self.pictures_deleted)
        driver.trained.connect(self._on_trained)

    def _on_left(self) -> None:
        self.keys.set_on(False)
        self.recorder.stop()
        self._parts.live.set_resting(False)

    def _on_problems(self) -> None:
        reasons = [sentence(each.reason) for each in self.session.data.dataset.problems] if self.session.data else []
        if reasons:
            self._parts.notifier.tell(reasons[0], topic=CHECKED, details="\n".join(reasons[:50]) if reasons[1:] else "")

    def _on_checked(self, found: Findings) -> None:
        data = self.session.data
        if data is None:
            return
        extra = surplus(data.dataset, found)
        words = tr(
            "Cannot be read: {unreadable}. There twice: {duplicates}. Groups that look alike: {near}.",
            unreadable=len(found.unreadable), duplicates=len(extra), near=len(found.near),
        )  # fmt: skip
        offers = []
        if extra:
            offers.append(Offer(tr("Leave the duplicates out"), lambda: self.editing.remove(extra)))
        if found.unreadable:
            broken = [each.identity for each in found.unreadable]
            offers.append(Offer(tr("Leave the unreadable out"), lambda: self.editing.remove(broken)))
        details = "\n".join(sentence(each.reason) for each in found.unreadable[:50])
        self._parts.notifier.tell(words, topic=CHECKED, offers=tuple(offers), details=details)

    def _on_shown(self) -> None:
        self._parts.live.set_resting(True)
        self.keys.set_on(True)
        self.driver.start()
        if self.session.wish is None:
            self.session.wish_for(FIRST)
        self.driver.read_runs()

    def _on_changed(self) -> None:
        self._parts.notifier.withdraw(TOPIC)
        self.changed.emit()

    def _on_training_changed(self, training: Training | None) -> None:
        if training is not None and not training.is_running:
            self.changed.emit()

    def _on_trained(self, training: Training) -> None:
        self._parts.notifier.withdraw(TOPIC)

    def _on_live(self) -> None:
        training = self.session.training
        if training is not None:
            self.live_wanted.emit(FileModel(str(training.folder / BEST)))

    def _on_folder(self) -> None:
        path = self._asking.open_folder(tr("Open a folder of classes"))
        if path is not None:
            self.session.wish_for(FolderData(path=path))

    def _on_file(self) -> None:
        path = self._asking.open_file(tr("Open a data file"), tr("Data files") + " (*)")
        if path is not None:
            self.session.wish_for(FileData(path=path))

    def _on_network_chosen(self, spec: ModelSpec) -> None:
        settings = suggested_settings(spec, self.session.job.settings)
        self.session.change(model=spec, tuning=suggested_tuning(spec), settings=settings)

    def _on_open_network(self) -> None:
        spec = self._open_network()
        if spec is not None:
            self._on_network_chosen(spec)

    def _on_network_file(self) -> None:
        kinds = tr("Networks") + " (*.keras *.h5 *.hdf5 *.json *.zip)"
        path = self._asking.open_file(tr("Open network"), kinds)
        if path is not None:
            self._on_network_chosen(FileModel(str(path)))
