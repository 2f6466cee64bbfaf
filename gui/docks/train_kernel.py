"""The smallest training of all: one kernel that learns to do what another one does, watched step by step."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from typing import Any

import numpy as np
from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QComboBox, QDockWidget, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from engine.errors import UserError
from engine.imaging.kernel_choice import KernelChoice
from engine.imaging.kernels import library
from engine.imaging.types import Image
from engine.network.training.kernel_learning import KernelSettings
from engine.parameters import parameters_of
from gui.aside import Aside
from gui.background import Background
from gui.icons import icon
from gui.text import sentence, tr, translated
from gui.theme.appearance import Appearance
from gui.train.kernel_run import KernelRun, Responses, Target, responses
from gui.widgets.curve_plot import Curve, CurvePlot, Plot
from gui.widgets.dock_title import DockTitle
from gui.widgets.elided_label import ElidedLabel
from gui.widgets.flow import ScrollPanel
from gui.widgets.labels import kind, label
from gui.widgets.number_grid import NumberGrid
from gui.widgets.numbers import format_number
from gui.widgets.parameter_form import ParameterForm
from gui.widgets.pixel_picture import PixelPicture

TICK_MS = 60
SHOWN = ("size", "rate", "momentum", "start", "seed")


class KernelLessonDock(QDockWidget):
    """Left what is to be found and how, then the kernel beside its target, the loss, and what both make of the picture.

    `picture` gives the present picture, or None.

    Signals:
        kernel_taken(object): the learnt kernel, a named `KernelChoice`, is wanted in the library.
    """

    kernel_taken = Signal(object)

    def __init__(
        self,
        picture: Callable[[], Image | None],
        appearance: Appearance,
        background: Background,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tr("Learn a kernel"), parent)
        self.setObjectName("train_kernel")
        self._picture, self._appearance, self._background = picture, appearance, background
        self._target, self._settings = Target(), KernelSettings()
        self._run: KernelRun | None = None
        self._number = 0  # of the lesson; answers that belong to one before are passed over
        self._is_busy = self._is_in_front = False
        self._make_left()
        self._make_right()
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(12, 4, 12, 8)
        row.setSpacing(14)
        row.addWidget(self._left)
        row.addWidget(self.found, 3)
        row.addWidget(self.wanted, 3)
        row.addLayout(self._middle, 4)
        row.addWidget(self.wanted_map, 4)
        row.addWidget(self.found_map, 4)
        self.setWidget(page)
        title = DockTitle(self)
        title.add(self._made_bar())
        self.setTitleBarWidget(title)
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.timeout.connect(lambda: self._go_on(None))
        self._aside = Aside(background, parent=self)
        self._aside.answered.connect(self._on_responses)
        self._aside.failed.connect(self._on_failed)
        self.visibilityChanged.connect(self._on_visibility_changed)
        appearance.changed.connect(self.refresh)
        self._show_forms()
        self._show()

    # Making

    def _make_left(self) -> None:
        self.family = QComboBox()
        self.family.setAccessibleName(tr("Kernel to be found"))
        self.family.setToolTip(tr("The kernel that makes the map that is to be reached"))
        for name, card in library().items():
            self.family.addItem(translated(card.name), name)
        self.family.activated.connect(self._on_family)
        self.target_form, self.settings_form = ParameterForm(), ParameterForm()
        self.target_form.changed.connect(self._on_target)
        self.settings_form.changed.connect(self._on_setting)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(4)
        column.addWidget(label(tr("Target"), face="dim"))
        column.addWidget(self.family)
        column.addWidget(self.target_form)
        column.addWidget(label(tr("How it learns"), face="dim"))
        column.addWidget(self.settings_form)
        column.addStretch(1)
        self._left = ScrollPanel(content)
        self._fit_left()

    def _fit_left(self) -> None:
        """As wide as its settings, which in large type is more."""
        self._left.setFixedWidth(max(250, self._left.minimumSizeHint().width()))

    def _make_right(self) -> None:
        self.found = NumberGrid(self._appearance, role="kernel", caption=tr("what it has learnt"))
        self.wanted = NumberGrid(self._appearance, role="result", caption=tr("its target"))
        for grid in (self.found, self.wanted):
            grid.set_largest_cell(1.4)
        self.plot = CurvePlot(self._appearance)
        self.state = label(face="caption", wraps=True)
        self._middle = QVBoxLayout()
        self._middle.setSpacing(2)
        self._middle.addWidget(self.plot, 1)
        self._middle.addWidget(self.state)
        self.wanted_map, self.found_map = PixelPicture(self._appearance), PixelPicture(self._appearance)

    def _made_bar(self) -> QWidget:
        self.play = QPushButton(icon("play"), tr("Learn"))
        kind(self.play, "primary")
        self.play.setToolTip(tr("Let the kernel go down the slope of its loss, step by step"))
        self.step = QPushButton(icon("step-forward"), tr("One step"))
        self.step.setToolTip(tr("A single step of gradient descent"))
        self.reset = QPushButton(icon("reset"), tr("From the start"))
        self.reset.setToolTip(tr("Begin again, on the picture of now"))
        self.take = QPushButton(icon("library"), tr("Put it in my library"))
        self.take.setToolTip(tr("Keep the kernel among your own in the Kernels workspace"))
        self.play.clicked.connect(self._on_play)
        self.step.clicked.connect(self._on_step)
        self.reset.clicked.connect(self._on_reset)
        self.take.clicked.connect(self._on_take)
        bar = QWidget()
        row = QGridLayout(bar)
        row.setContentsMargins(0, 0, 0, 0)
        row.setHorizontalSpacing(8)
        words = tr("Gradient descent on one kernel: its map is to become that of the target.")
        hint = ElidedLabel(words, face="caption")
        row.addWidget(hint, 0, 0)
        row.setColumnStretch(0, 1)
        for column, button in enumerate((self.play, self.step, self.reset, self.take), start=1):
            row.addWidget(button, 0, column)
        return bar

    # What the user sets

    def _show_forms(self) -> None:
        self.family.setCurrentIndex(self.family.findData(self._target.name))
        self.target_form.set_parameters(self._target.declared, self._target.complete())
        declared = {name: each for name, each in parameters_of(KernelSettings).items() if name in SHOWN}
        self.settings_form.set_parameters(declared, {name: getattr(self._settings, name) for name in declared})
        self.settings_form.set_enabled("seed", self._settings.start == "noise", tr("It begins with zeros."))
        self.wanted.set_values(self._target.weights(), tints=True)

    def _on_family(self, _at: int) -> None:
        self._change(Target(str(self.family.currentData()), self._target.settings))

    def _on_target(self, name: str, value: Any) -> None:
        self._change(Target(self._target.name, tuple({**self._target.complete(), name: value}.items())))

    def _change(self, target: Target) -> None:
        try:
            side = max(target.weights().shape)
        except UserError as error:
            self._refuse(error)
            self._show_forms()
            return
        self._target = target
        most = 15
        # Most want the very size of the target; whoever wants a wider one sets it after that.
        self._set(size=min(most, max(2, side)))

    def _on_setting(self, name: str, value: Any) -> None:
        self._set(**{name: value})

    def _set(self, **changes: Any) -> None:
        values = {each.name: getattr(self._settings, each.name) for each in fields(KernelSettings)}
        self._settings = KernelSettings(**{**values, **changes})
        self._show_forms()
        self._on_reset()

    # What it does

    def _on_play(self) -> None:
        if self._timer.isActive():
            self._pause()
            return
        if self._run is not None and self._run.is_over:
            self._on_reset()
        self._timer.start()
        self._show_buttons()
        self._go_on(None)

    def _on_step(self) -> None:
        self._pause()
        self._go_on(1)

    def _on_reset(self) -> None:
        self._pause()
        self._number += 1
        self._run, self._is_busy = None, False
        if self._is_in_front:
            self._go_on(0)
        self._show()

    def _pause(self) -> None:
        self._timer.stop()
        self._show_buttons()

    def _go_on(self, count: int | None) -> None:
        """So many steps, or as many as the pace is; begins the lesson if there is none yet."""
        if self._is_busy:
            return
        picture, run = self._picture(), self._run
        target, settings, number = self._target, self._settings, self._number
        if picture is None and run is None:
            self._pause()
            self._say(tr("There is no picture to learn from. Open one at the top left."))
            return
        self._is_busy = True

        def work() -> KernelRun:
            if run is None:
                assert picture is not None
                begun = KernelRun.begun(picture, target, settings)
                return begun if count is None else begun.go_on(count)
            return run.go_on(run.pace if count is None else count)

        def done(found: KernelRun) -> None:
            if number == self._number:
                self._is_busy, self._run = False, found
                if found.is_over:
                    self._pause()
                self._show()

        def failed(error: BaseException) -> None:
            if number == self._number:
                self._is_busy = False
                self._on_failed(error)

        self._background.run(work, done, failed)

    def _on_take(self) -> None:
        if self._run is None:
            return
        card = library()[self._target.name]
        words = tr("Learnt: {name}", name=translated(card.name))
        angle = self._target.complete().get("angle")
        name = f"{words} {angle:g}°" if isinstance(angle, (int, float)) else words
        weights = np.round(self._run.now.weights, 6)
        self.kernel_taken.emit(KernelChoice.own(weights, name))

    # Showing

    def refresh(self) -> None:
        """There is another picture: show what both kernels make of it."""
        picture, run = self._picture(), self._run
        if not self._is_in_front or picture is None:
            return
        if run is None:
            self._go_on(0)
            return
        target, weights = run.lesson.target, run.now.weights
        is_dark = self._appearance.theme.is_dark
        self._aside.ask(lambda: responses(picture, target, weights, is_dark=is_dark))

    def _show(self) -> None:
        run = self._run
        self._show_buttons()
        if run is None:
            self.found.set_values(np.zeros(self._target.weights().shape), tints=True)
            self.plot.show_plot(Plot(title=tr("distance of the maps"), empty=tr("Press Learn.")))
            self._say("")
            return
        now = run.now
        self.found.set_values(_readable(now.weights), tints=True)
        self.wanted.set_values(run.lesson.target, tints=True)
        x, y = np.array(run.losses).T
        curve = Curve(tr("gray levels"), x, np.sqrt(y), "accent")
        self.plot.show_plot(Plot(title=tr("distance of the maps"), x_title=tr("step"), curves=(curve,), low=0.0))
        if now.has_diverged:
            self._say(tr("The steps were too long: the weights ran away. Take a smaller step length."))
        elif now.has_converged:
            self._say(tr("Found after {step} steps: no weight is further than {error:.1%} from the target.",
                         step=f"{now.step:,}", error=now.error))  # fmt: skip
        else:
            loss = format_number(float(np.sqrt(now.loss)), 4)
            self._say(tr("Step {step}: the maps are {loss} gray levels apart, the worst weight {error:.1%}.",
                         step=f"{now.step:,}", loss=loss, error=now.error))  # fmt: skip
        self.refresh()

    def _show_buttons(self) -> None:
        is_on = self._timer.isActive() if hasattr(self, "_timer") else False
        self.play.setText(tr("Pause") if is_on else tr("Learn"))
        self.play.setIcon(icon("pause" if is_on else "play", tint="on_accent"))
        has_begun = self._run is not None and self._run.now.step > 0
        is_over = self._run is not None and self._run.is_over
        self.step.setEnabled(not is_over)
        self.take.setEnabled(has_begun and self._run is not None and not self._run.now.has_diverged)

    def _on_responses(self, found: Responses) -> None:
        self.wanted_map.show_pixels(found.wanted, tr("the target's map"))
        self.found_map.show_pixels(found.found, tr("the kernel's map"))

    def _on_visibility_changed(self, is_visible: bool) -> None:
        self._fit_left()
        self._is_in_front = is_visible
        if is_visible:
            self.refresh()
        else:
            self._pause()
            self._aside.forget()

    def _on_failed(self, error: BaseException) -> None:
        if not isinstance(error, UserError):
            raise error
        self._refuse(error)

    def _refuse(self, error: UserError) -> None:
        self._pause()
        self._say(sentence(error))

    def _say(self, text: str) -> None:
        self.state.setText(text)


def _readable(weights: np.ndarray) -> np.ndarray:
    """Rounded to a hundredth or so of the largest, so that what is as good as 0 reads 0."""
    largest = float(np.abs(weights).max())
    if not np.isfinite(largest) or not largest:
        return weights
    return np.round(weights, max(0, 2 - int(np.floor(np.log10(largest)))))
