"""The batch that goes in now: what the loader does step by step, and the pictures with their classes."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QToolTip, QVBoxLayout, QWidget

from engine.network.training.messages import Batch, LoaderStep
from gui.icons import icon
from gui.text import sentence, tr, translated
from gui.theme.appearance import Appearance
from gui.train.session import TrainSession
from gui.widgets.elided_label import ElidedLabel
from gui.widgets.labels import kind, label
from gui.widgets.numbers import format_number
from gui.widgets.thumbnail import to_pixmap

GAP = 6
LARGEST_SIDE = 84
SMALLEST_SIDE = 32


class BatchView(QWidget):
    """Shows the newest batch; a button changes between before and after the transforms.

    Signals:
        another_wanted(): the batch after this one is to be shown.
    """

    another_wanted = Signal()

    def __init__(self, session: TrainSession, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.facts = ElidedLabel(face="number_caption")
        self.before = QToolButton()
        self.before.setText(tr("Before transforms"))
        self.before.setCheckable(True)
        self.before.setToolTip(tr("Show the same pictures as they are, before they are varied."))
        kind(self.before, "flat")
        self.another = QToolButton()
        self.another.setIcon(icon("step-forward", tint="dim"))
        self.another.setToolTip(tr("Show the next batch"))
        self.another.setAccessibleName(tr("Show the next batch"))
        kind(self.another, "flat")
        self.pictures = _Pictures(appearance)
        self._head = head = QHBoxLayout()
        head.setSpacing(8)
        title = ElidedLabel(tr("The batch that goes in now"), face="section")
        title.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        head.addWidget(title)
        head.addWidget(self.facts, 1)
        head.addWidget(self.before)
        head.addWidget(self.another)
        self.steps = label(face="number_caption", wraps=True)
        self.steps.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(12, 4, 12, 4)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.pictures)
        column.addWidget(self.steps)
        self.before.toggled.connect(lambda _on: self._on_batch_changed(session.batch))
        self.another.clicked.connect(self.another_wanted)
        session.batch_changed.connect(self._on_batch_changed)
        session.training_changed.connect(lambda _training: self._show_training())
        session.ready_changed.connect(lambda _is_ready: self._on_batch_changed(session.batch))
        self._on_batch_changed(session.batch)

    def least_height(self) -> int:
        """How low it can be: with small pictures, and the loader's words in a tooltip only."""
        margins = self._column.contentsMargins()
        above = margins.top() + self._head.minimumSize().height() + self._column.spacing()
        return above + self.pictures.height_of(SMALLEST_SIDE) + margins.bottom()

    def set_room(self, height: int) -> None:
        """Get along with this height: first the loader's words go, then the pictures become smaller."""
        whole = self.least_height() + self.pictures.height_of(None) - self.pictures.height_of(SMALLEST_SIDE)
        words = self.steps.heightForWidth(max(1, self.width() - 24)) + self._column.spacing()
        self.steps.setVisible(whole + words <= height)
        self.facts.set_hint("" if whole + words <= height else f"{self.facts.text()}\n{self.steps.text()}")
        self.pictures.set_less(max(0, whole - height))

    def _on_batch_changed(self, batch: Batch | None) -> None:
        self.setEnabled(True)
        if batch is None:
            self.facts.setText("")
            self.steps.setText("")
            problem = self._session.batch_problem
            words = tr("The first batch comes here as soon as there is data.")
            if problem is not None:
                words = sentence(problem)
            elif not self._session.is_ready:
                words = tr("One moment: the training worker is starting.")
            self.pictures.show_pictures((), (), words)
            return
        # The pictures that came along are made smaller where they are large; the loader's last step says what goes in.
        shape = "×".join(map(str, batch.steps[-1].shape if batch.steps else batch.after.shape))
        words = tr("one batch an epoch")
        if batch.batches != 1:
            words = tr("{count} batches an epoch", count=f"{batch.batches:,}")
        self.facts.setText(f"{shape} · {words}")
        shown = batch.before if self.before.isChecked() else batch.after
        names = [batch.class_names[each] if each < len(batch.class_names) else str(each) for each in batch.labels]
        self.pictures.show_pictures(list(shown), names, "")
        self.steps.setText(" → ".join(_step_words(each) for each in batch.steps))
        self.steps.setToolTip("\n".join(f"{translated(each.title)}: {translated(each.help)}" for each in batch.steps))
        self.before.setEnabled(bool(self._session.job.transforms))
        if not self._session.job.transforms:
            self.before.setToolTip(tr("There are no transforms: the pictures go in as they are."))

    def _show_training(self) -> None:
        self.another.setEnabled(not self._session.is_training)


def _step_words(step: LoaderStep) -> str:
    shape = "×".join("?" if each is None else f"{each:,}" for each in step.shape) or "1"
    span = f"{format_number(step.low, 5)}…{format_number(step.high, 5)}"
    return f"{translated(step.title)} {shape} {step.dtype} {span}"


class _Pictures(QWidget):
    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._sources: Sequence[np.ndarray] = ()
        self._names: Sequence[str] = ()
        self._empty = ""
        self._pixmaps: list[QPixmap] = []
        self._less = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Pictures of the batch"))
        appearance.changed.connect(self._measure)

    def show_pictures(self, pictures: Sequence[np.ndarray], names: Sequence[str], empty: str) -> None:
        self._sources, self._names, self._empty = pictures, names, empty
        self.setAccessibleDescription(", ".join(names) or empty)
        self._measure()

    def height_of(self, side: int | None) -> int:
        """The height with pictures of this side, their usual one where it is None."""
        return (side or self._usual_side()) + self._appearance.font_height("caption") + 4

    def set_less(self, less: int) -> None:
        """Make the pictures so much smaller than usual, as far as they can still be made out."""
        if less != self._less:
            self._less = less
            self._measure()

    def sizeHint(self) -> QSize:
        return QSize(400, self.height_of(self._side()))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._measure()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self._appearance.font("caption"))
        painter.setPen(self._appearance.colour("dim"))
        if not self._pixmaps:
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._empty)
        for at, pixmap in enumerate(self._pixmaps):
            cell = self._cell(at)
            painter.drawPixmap(cell.topLeft(), pixmap)
            below = QRect(cell.left(), cell.bottom() + 3, cell.width(), self._appearance.font_height("caption"))
            name = painter.fontMetrics().elidedText(self._names[at], Qt.TextElideMode.ElideRight, below.width())
            painter.drawText(below, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, name)

    def event(self, event: object) -> bool:
        if isinstance(event, QHelpEvent):
            hit = next((at for at in range(len(self._pixmaps)) if self._cell(at).contains(event.pos())), None)
            QToolTip.showText(event.globalPos(), "" if hit is None else self._names[hit], self)
            return True
        return super().event(event)  # type: ignore[arg-type]

    def _usual_side(self) -> int:
        return LARGEST_SIDE if self._appearance.control_height > 32 else 64

    def _side(self) -> int:
        return max(SMALLEST_SIDE, self._usual_side() - self._less)

    def _cell(self, at: int) -> QRect:
        side = self._side()
        return QRect(at * (side + GAP), 0, side, side)

    def _measure(self) -> None:
        side = self._side()
        fitting = max(1, (self.width() + GAP) // (side + GAP))
        scale = self.devicePixelRatioF()
        self._pixmaps = [to_pixmap(each, QSize(side, side), scale=scale) for each in self._sources[:fitting]]
        self.updateGeometry()
        self.update()
