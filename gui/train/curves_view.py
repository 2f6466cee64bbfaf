"""The curves of the training: loss and accuracy for each step and epoch, training beside validation, runs compared."""

from __future__ import annotations

from html import escape

import numpy as np
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from engine.imaging.explanation import Remark
from engine.network.training.curves import EpochFigures, Run, RunState, gap_between
from gui.text import tr, translated
from gui.theme.appearance import Appearance
from gui.train.runs import short_names
from gui.train.session import Training, TrainSession
from gui.widgets.curve_plot import MOST_POINTS, Curve, CurvePlot, Mark, Plot, thinned
from gui.widgets.elided_label import ElidedLabel
from gui.widgets.labels import label

REDRAW_MS = 100
MEMORY = 0.92
TALLEST = 4
USUAL_HEIGHT, LEAST_HEIGHT = 90, 64
"""How low a plot becomes before the batch above gives way, and how low it becomes in the end."""
COMPARED = ("#b5629a", "#d9622b", "#6f7fe8", "#94802a")
"""Colours of the runs that are compared, told apart by colour-blind people too; each is dashed besides."""
_LEGEND = '<span style="color: {colour}">╍╍</span> {name}&nbsp;&nbsp;{share}'


class CurvesView(QWidget):
    """Two plots over the same steps, and the sentence that says what the distance between the curves means."""

    def __init__(self, session: TrainSession, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.loss, self.accuracy = CurvePlot(appearance), CurvePlot(appearance)
        for plot in (self.loss, self.accuracy):
            plot.setMinimumHeight(LEAST_HEIGHT)
        self.meaning = ElidedLabel(face="caption")
        # Names of runs are long: over a plot there is room for none of them.
        self.legend = label(face="caption", wraps=True)
        self.legend.setTextFormat(Qt.TextFormat.RichText)
        self.legend.hide()
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.loss, 1)
        row.addWidget(self.accuracy, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 4, 12, 4)
        column.setSpacing(4)
        column.addLayout(row, 1)
        column.addWidget(self.legend)
        column.addWidget(self.meaning)
        self._compared: tuple[Run, ...] = ()
        # Steps come faster than the eye follows; drawing each would cost more than training it.
        self._timer = QTimer(self, singleShot=True, interval=REDRAW_MS)
        self._timer.timeout.connect(self.refresh)
        self.loss.hovered.connect(self.accuracy.set_at)
        self.accuracy.hovered.connect(self.loss.set_at)
        session.training_changed.connect(lambda _training: self.refresh())
        session.stepped.connect(lambda _training: self._start())
        self.refresh()

    def compare(self, runs: tuple[Run, ...]) -> None:
        """Draw the validation curves of other runs behind."""
        self._compared = runs
        names = short_names([run.name for run in runs])
        self.legend.setText(
            " &nbsp; ".join(
                _LEGEND.format(colour=colour, name=escape(name), share=_share_words(run))
                for run, name, colour in zip(runs, names, COMPARED * 4, strict=False)
            )
        )
        self.legend.setVisible(bool(runs))
        self.refresh()

    def refresh(self) -> None:
        """Draw what there is now."""
        training = self._session.training
        has_curves = training is not None and (len(training.steps) > 0 or training.epochs)
        marks = tuple(Mark(step, tr("note")) for step, _ in training.notes) if training is not None else ()
        notes = "" if training is None else "\n".join(_note_words(step, note) for step, note in training.notes)
        for plot, is_share in ((self.loss, False), (self.accuracy, True)):
            plot.setToolTip(notes)
            curves = [] if training is None else _curves(training, is_share=is_share)
            for run, colour in zip(self._compared, COMPARED * 4, strict=False):
                curves.append(_epoch_curve("", run.epochs, is_share=is_share, role=colour, is_dashed=True))
            plot.show_plot(
                Plot(
                    title=tr("Accuracy") if is_share else tr("Loss"), x_title=tr("step"), curves=curves, marks=marks,
                    low=0.0, high=1.0 if is_share else loss_top(curves), is_share=is_share,
                    empty=_empty_words(training, is_share=is_share),
                )
            )  # fmt: skip
        self.meaning.setText(meaning(training) if training is not None and has_curves else "")

    def _start(self) -> None:
        if not self._timer.isActive():
            self._timer.start()


def _curves(training: Training, *, is_share: bool) -> list[Curve]:
    curves = []
    if len(training.steps):
        x, y = thinned(training.steps[:, 0], training.steps[:, 2 if is_share else 1])
        curves = [
            Curve("", x, y, "accent", is_faint=True),
            Curve(tr("training"), x, smoothed(y, memory_within(training)), "accent"),
        ]
    curves.append(_epoch_curve(tr("validation"), training.epochs, is_share=is_share, role="kernel"))
    return curves


def _epoch_curve(
    name: str, epochs: tuple[EpochFigures, ...], *, is_share: bool, role: str, is_dashed: bool = False
) -> Curve:
    points = [
        (each.step, each.validation_accuracy if is_share else each.validation_loss)
        for each in epochs
        if each.validation_loss is not None
    ]
    array = np.array(points, float).reshape(-1, 2)
    return Curve(name, array[:, 0], array[:, 1], role, is_dashed=is_dashed, has_points=not is_dashed)


def loss_top(curves: list[Curve]) -> float | None:
    """Where the plot of losses ends, if a few values lie so far above all others that these would be one flat line.

    The first loss of the training (its faint curve) always has its place, since all falls from there, and so has the
    usual loss of every other curve: where a head begins solved, the validation's lies far above the training's.
    """
    first = next((float(curve.y[0]) for curve in curves if curve.is_faint and len(curve.y)), 0.0)
    values = np.concatenate([curve.y[np.isfinite(curve.y)] for curve in curves]) if curves else np.empty(0)
    if not values.size or not first > 0 or not np.isfinite(first):
        return None
    usual = [_usual(curve) for curve in curves if not curve.is_faint]
    top = round(max(1.2 * max(first, *usual, 0.0), TALLEST * float(np.median(values))), 6)
    return top if float(values.max()) > 2 * top else None


def _usual(curve: Curve) -> float:
    """The value in the middle of a curve, the lower one of two: a single leap does not move it."""
    values = np.sort(curve.y[np.isfinite(curve.y)])
    return float(values[(len(values) - 1) // 2]) if values.size else 0.0


def _empty_words(training: Training | None, *, is_share: bool) -> str:
    if training is not None and training.is_running:
        return tr("One moment: the first steps are drawn here.")
    if is_share:
        return tr("Press Train: the share of right answers is drawn here.")
    return tr("Press Train: how wrong the network is, step by step.")


def _share_words(run: Run) -> str:
    best = run.best or (run.epochs[-1] if run.epochs else None)
    share = None if best is None else best.validation_accuracy
    return "" if share is None else f"{share:.1%}"


def memory_within(training: Training) -> float:
    """How much of the mean before each step keeps: never so much that it reaches back over an epoch.

    With one batch an epoch a longer memory would draw the training far behind the validation, where both are alike.
    """
    steps = training.epochs[-1].step // training.epochs[-1].epoch if training.epochs else 1
    if training.began is not None:
        steps = training.began.steps_per_epoch
    thinning = max(1, -(-len(training.steps) // MOST_POINTS))
    return min(MEMORY, 1 - 1 / max(1, steps // thinning))


def smoothed(values: np.ndarray, memory: float = MEMORY) -> np.ndarray:
    """A running mean that forgets, without the pull of its start.

    >>> smoothed(np.array([1.0, 1.0, 1.0])).tolist()
    [1.0, 1.0, 1.0]
    """
    result, mean, weight = np.empty(len(values)), 0.0, 0.0
    for at, value in enumerate(values.tolist()):
        if np.isfinite(value):
            mean, weight = memory * mean + (1 - memory) * value, memory * weight + (1 - memory)
        result[at] = mean / weight if weight else np.nan
    return result


def _note_words(step: int, note: Remark) -> str:
    return tr("Step {step}: {note}", step=f"{step:,}", note=translated(note.template, **note.values))


def meaning(training: Training) -> str:
    """What the distance between the curves says, or what happened last to a run that is not done."""
    gap = gap_between(training.epochs)
    newest = training.epochs[-1].step if training.epochs else 0
    # What was in the way of a run that is done, a disk without room say, is over.
    is_over = training.figures is not None and training.figures.state == RunState.DONE
    if training.notes and not is_over and (gap is None or training.notes[-1][0] >= newest):
        gap = training.notes[-1][1]
    return "" if gap is None else translated(gap.template, **gap.values)
