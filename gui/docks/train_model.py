"""What is trained and how: the network, what of it is frozen, the settings, and the one button that suffices."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDockWidget,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from engine.errors import UserError
from engine.network.fitting import FIT
from engine.network.training.job import OWN_VALUES, SIDE
from engine.network.training.settings import Settings
from engine.network.training.suggesting import has_learnt, suggested_settings
from engine.network.training.tuning import Tuning
from engine.parameters import parameters_of
from gui.background import Background
from gui.icons import icon
from gui.models_menu import model_words
from gui.text import sentence, tr, translated
from gui.theme.appearance import Appearance
from gui.train.data_menu import data_words
from gui.train.frozen import Layers, frozen_layers
from gui.train.kept_aside import KeptAside
from gui.train.network_menu import TrainNetworks
from gui.train.session import OpenData, Phase, Training, TrainSession
from gui.train.training_words import speed_words, state_words
from gui.train.transforms_panel import TransformsPanel
from gui.train.tuning_panel import TuningPanel, way_words
from gui.widgets.dock_title import DockTitle
from gui.widgets.flow import ScrollPanel
from gui.widgets.folding import Folding
from gui.widgets.labels import kind, label, separator
from gui.widgets.parameter_form import ParameterForm

INPUT = {"side": SIDE, "fit": FIT, "values": OWN_VALUES}


class ModelDock(QDockWidget):
    """Settings folded behind one Train button; empty until `show_job`, since all at once would hold up the window.

    Signals:
        train_wanted(), pause_wanted(), go_on_wanted(), stop_wanted(): what the buttons ask for.
        resume_wanted(): the last training is to go on where it was stopped.
        live_wanted(): the trained network is to be used on the live picture.
    """

    train_wanted = Signal()
    pause_wanted = Signal()
    go_on_wanted = Signal()
    stop_wanted = Signal()
    resume_wanted = Signal()
    live_wanted = Signal()

    def __init__(
        self,
        session: TrainSession,
        appearance: Appearance,
        background: Background,
        networks: TrainNetworks,
        kept_aside: KeptAside,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tr("Model"), parent)
        self.setObjectName("train_model")
        self._session, self._background, self.kept_aside = session, background, kept_aside
        self._asked = 0
        self.network = QToolButton()
        self.network.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.network.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.network.setIcon(icon("network"))
        self.network.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.network.setToolTip(tr("The network that learns"))
        self.network.setAccessibleName(tr("Network"))
        self.network.setMenu(networks)
        self.facts = label(face="number_caption", wraps=True)
        self._make_buttons()
        self._make_forms()
        top = QWidget()
        column = QVBoxLayout(top)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(8)
        column.addWidget(self.network)
        column.addWidget(self.facts)
        column.addWidget(self.tuning)
        column.addWidget(self.settings)
        column.addWidget(self.transforms)
        column.addWidget(self.input)
        column.addWidget(self.split)
        column.addStretch(1)
        content = QWidget()
        whole = QVBoxLayout(content)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(ScrollPanel(top), 1)
        whole.addWidget(separator())
        whole.addWidget(self._made_foot())
        self.setWidget(content)
        self.setTitleBarWidget(DockTitle(self))
        session.job_changed.connect(lambda _job: self.show_job())
        session.data_changed.connect(self._on_data_changed)
        session.described_changed.connect(self._ask_layers)
        session.training_changed.connect(self._on_training_changed)
        session.stepped.connect(self._on_stepped)
        session.progress_changed.connect(lambda _progress: self._show_state())
        self._on_training_changed(session.training)

    # Making

    def _make_buttons(self) -> None:
        self.train = QPushButton(icon("train", tint="on_accent"), tr("Train"))
        kind(self.train, "primary")
        self.train.setToolTip(tr("Train the network on the data on the left"))
        self.pause = QPushButton(icon("pause"), tr("Pause"))
        self.stop = QPushButton(icon("stop"), tr("Stop"))
        self.stop.setToolTip(tr("Ends at once. What was learnt stays, and training can go on from there."))
        self.resume = QPushButton(icon("play"), tr("Go on"))
        self.resume.setToolTip(tr("Go on where the last training was stopped"))
        self.live = QPushButton(icon("webcam"), tr("Use it live"))
        self.live.setToolTip(tr("Open the trained network in the Network workspace, on the live picture"))
        self.bar = QProgressBar()
        self.bar.setRange(0, 1000)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("Progress of the training"))
        self.state = label(wraps=True)
        self.speed = label(face="number_caption", wraps=True)
        self.train.clicked.connect(self._on_train)
        self.pause.clicked.connect(self._on_pause)
        self.stop.clicked.connect(self.stop_wanted)
        self.resume.clicked.connect(self.resume_wanted)
        self.live.clicked.connect(self.live_wanted)

    def _made_foot(self) -> QWidget:
        foot = QWidget()
        column = QVBoxLayout(foot)
        column.setContentsMargins(12, 8, 12, 10)
        column.setSpacing(6)
        for each in (self.state, self.bar, self.speed, self.train):
            column.addWidget(each)
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self.pause, self.stop, self.resume, self.live):
            row.addWidget(button)
        column.addLayout(row)
        return foot

    def _make_forms(self) -> None:
        self.settings_form = ParameterForm()
        self.settings_form.changed.connect(self._on_setting)
        self.settings = Folding(tr("Settings"), self.settings_form, hint=tr("How the network is trained"))
        self.transforms_panel = TransformsPanel()
        self.transforms_panel.changed.connect(lambda transforms: self._session.change(transforms=transforms))
        self.transforms = Folding(
            tr("Transforms"), self.transforms_panel,
            hint=tr("Vary each picture a little every time, so that the network does not learn them by heart"),
        )  # fmt: skip
        self.input_form = ParameterForm()
        self.input_form.changed.connect(self._on_input)
        self.input = Folding(
            tr("How pictures go in"),
            self.input_form,
            hint=tr("To which size and which numbers every picture is brought"),
        )
        self.split = Folding(
            tr("Kept aside"), self.kept_aside, hint=tr("Which pictures the network never learns from, to judge it by")
        )
        self.kept_aside.summary_changed.connect(self.split.set_summary)
        self.tuning_panel = TuningPanel()
        self.tuning_panel.changed.connect(lambda tuning: self._change(lambda: self._tune(tuning)))
        self.tuning = Folding(
            tr("Cut and freeze"),
            self.tuning_panel,
            hint=tr("Keep what a trained network has learnt, and teach it something new"),
        )

    # Showing

    def show_job(self) -> None:
        """Show what is set for the training."""
        job = self._session.job
        self.network.setText(model_words(job.model))
        declared = parameters_of(Settings)
        self.settings_form.set_parameters(declared, {name: getattr(job.settings, name) for name in declared})
        idle = job.settings.idle_settings()
        for name in declared:
            self.settings_form.set_enabled(name, name not in idle, translated(idle[name]) if name in idle else "")
        self.settings.set_summary(
            tr("{epochs} epochs, batch {batch}", epochs=job.settings.epochs, batch=job.settings.batch_size)
        )
        side = 0 if job.input_size is None else job.input_size[0]
        self.input_form.set_parameters(INPUT, {"side": side, "fit": job.fit, "values": job.values})
        self.input.set_summary(translated(FIT.option(job.fit).title) + (f", {side}×{side}" if side else ""))
        self.kept_aside.show_split()
        self._show_transforms()
        self._show_tuning()
        self._ask_layers()
        self._show_state()

    def _show_transforms(self) -> None:
        job, data = self._session.job, self._session.data
        names = data.dataset.class_names if data is not None else ()
        has_colour = data is None or data.dataset.shape is None or data.dataset.shape[2] == 3
        self.transforms_panel.show_transforms(job.transforms, names, job.data, has_colour=has_colour)
        count = len(job.transforms)
        self.transforms.set_summary(tr("{count} on", count=count) if count else tr("none"))

    def _show_tuning(self) -> None:
        job = self._session.job
        learnt = has_learnt(job.model)
        self.tuning_panel.show_tuning(job.tuning, self._session.layers.paths, has_learnt=learnt)
        self.tuning.set_summary(way_words(job.tuning, has_learnt=learnt))

    def _ask_layers(self) -> None:
        job, data = self._session.job, self._session.data
        self._asked += 1
        number = self._asked
        classes = len(data.dataset.class_names) if data is not None else 2

        def done(found: Layers) -> None:
            if number == self._asked:
                self._session.put_layers(found)
                self.facts.setText(found.words(translated_error=sentence))
                self._show_tuning()

        described = self._session.described
        self._background.run(lambda: frozen_layers(job, classes, described), done)

    def _tune(self, tuning: Tuning) -> None:
        job = self._session.job
        self._session.change(tuning=tuning, settings=suggested_settings(job.model, job.settings, tuning))

    def _on_data_changed(self, data: OpenData | None) -> None:
        self._show_transforms()
        self._ask_layers()
        self._show_state()

    def _on_training_changed(self, training: Training | None) -> None:
        is_running = training is not None and training.is_running
        for each in (self.network, self.tuning, self.settings, self.transforms, self.input, self.split):
            each.setEnabled(not is_running)
        self._show_state()

    def _on_stepped(self, training: Training) -> None:
        self._show_progress(training)

    def _show_state(self) -> None:
        training, data = self._session.training, self._session.data
        is_running = training is not None and training.is_running
        has_data = data is not None and len(data.dataset) > 0
        mine = (self.train, self.pause, self.stop)
        had_keyboard = any(button.hasFocus() for button in mine)
        self.train.setVisible(not is_running)
        self.train.setEnabled(has_data)
        self.train.setToolTip(
            tr("Train the network on the data on the left") if has_data
            else tr("There is nothing to learn from yet: choose or record pictures first.")
        )  # fmt: skip
        self.pause.setVisible(is_running)
        self.stop.setVisible(is_running)
        self.bar.setVisible(is_running)
        self.speed.setVisible(is_running)
        if had_keyboard and not any(button.hasFocus() for button in mine):
            # A button that goes out of sight would give the keyboard to whatever stands next in the window.
            (self.stop if is_running else self.train).setFocus()
        is_done = training is not None and not is_running
        has_learnt = is_done and training is not None and bool(training.epochs) and training.has_network
        self.resume.setVisible(is_done and training is not None and training.can_go_on)
        self.live.setVisible(has_learnt)
        if training is None:
            self.state.hide()
            return
        self.state.setVisible(True)
        is_paused = training.phase is Phase.PAUSED
        self.pause.setText(tr("Go on") if is_paused else tr("Pause"))
        self.pause.setIcon(icon("play" if is_paused else "pause"))
        self.pause.setEnabled(training.phase in (Phase.TRAINING, Phase.PAUSED))
        self.stop.setEnabled(training.phase is not Phase.STOPPING)
        self._show_progress(training)

    def _show_progress(self, training: Training) -> None:
        progress = self._session.progress
        if training.phase is Phase.STARTING:
            self.bar.setRange(0, 1000 if progress.share is not None else 0)
            self.bar.setValue(round(1000 * (progress.share or 0)))
            self.state.setText(progress.text or tr("Building the network"))
            self.speed.setText("")
            return
        self.bar.setRange(0, 1000)
        self.bar.setValue(round(1000 * training.share))
        data = self._session.data
        is_other = data is not None and data.spec != training.job.data
        words = state_words(training, learnt_from=data_words(training.job.data)[0] if is_other else "")
        self.state.setText(words)
        self.state.setVisible(bool(words))
        self.speed.setText(speed_words(training))

    # What the user does

    def _on_train(self) -> None:
        self.train_wanted.emit()

    def _on_pause(self) -> None:
        training = self._session.training
        is_paused = training is not None and training.phase is Phase.PAUSED
        (self.go_on_wanted if is_paused else self.pause_wanted).emit()

    def _on_setting(self, name: str, value: Any) -> None:
        self._change(lambda: self._session.change(settings=replace(self._session.job.settings, **{name: value})))

    def _on_input(self, name: str, value: Any) -> None:
        if name == "side":
            self._change(lambda: self._session.change(input_size=(value, value) if value else None))
        else:
            self._change(lambda: self._session.change(**{name: value}))

    def _change(self, change: Callable[[], None]) -> None:
        try:
            change()
        except UserError as error:
            self._session.refuse(error)
            self.show_job()
