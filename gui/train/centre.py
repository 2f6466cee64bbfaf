"""The middle of the Train workspace: the batch above the curves, or the pictures of the data."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from gui.background import Background
from gui.text import tr
from gui.theme.appearance import Appearance
from gui.train.batch_view import BatchView
from gui.train.curves_view import LEAST_HEIGHT, USUAL_HEIGHT, CurvesView
from gui.train.editing import Editing
from gui.train.pictures_page import PicturesPage
from gui.train.session import TrainSession
from gui.train.splitting import Splitting
from gui.widgets.labels import separator
from gui.widgets.segmented import SegmentedControl

TRAINING, PICTURES = "training", "pictures"


class _Training(QWidget):
    """The batch above the curves. Where it is low the batch gives way first, down to a row of small pictures."""

    def __init__(self, batch: BatchView, curves: CurvesView) -> None:
        super().__init__()
        self._batch, self._curves = batch, curves
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(batch)
        column.addWidget(separator())
        column.addWidget(curves, 1)

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self._batch.least_height() + self._height_of_curves())

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._batch.set_room(self.height() - self._height_of_curves() - (USUAL_HEIGHT - LEAST_HEIGHT))
        return done

    def _height_of_curves(self) -> int:
        return self._curves.minimumSizeHint().height() + 1


class TrainCentre(QWidget):
    """Two pages; choosing a class turns to its pictures, pressing Train to the curves."""

    def __init__(
        self,
        session: TrainSession,
        editing: Editing,
        splitting: Splitting,
        appearance: Appearance,
        background: Background,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self.pages = SegmentedControl(((TRAINING, tr("Training")), (PICTURES, tr("Pictures"))))
        self.pages.setAccessibleName(tr("What the middle shows"))
        self.pages.set_tooltip(TRAINING, tr("The batch that goes in, and the curves"))
        self.pages.set_tooltip(PICTURES, tr("Every picture of the data: look through, relabel, keep aside, leave out"))
        self.batch = BatchView(session, appearance)
        self.curves = CurvesView(session, appearance)
        self.pictures = PicturesPage(session, editing, splitting, appearance, background)
        self._stack = QStackedWidget()
        self._stack.addWidget(_Training(self.batch, self.curves))
        self._stack.addWidget(self.pictures)
        head = QHBoxLayout()
        head.setContentsMargins(12, 6, 12, 2)
        head.addWidget(self.pages)
        head.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addWidget(self._stack, 1)
        self.pages.current_changed.connect(self.show_page)
        session.class_changed.connect(lambda name: self.show_page(PICTURES) if name else None)
        self._was_training = False
        session.training_changed.connect(lambda _training: self._on_training_changed())

    def show_page(self, key: str) -> None:
        """Turn to a page."""
        self.pages.set_current(key)
        self._stack.setCurrentIndex(1 if key == PICTURES else 0)

    def _on_training_changed(self) -> None:
        if self._session.is_training and not self._was_training:
            self.show_page(TRAINING)
        self._was_training = self._session.is_training
