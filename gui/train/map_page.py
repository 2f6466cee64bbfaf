"""What the network finds alike: its pictures laid out by what the layer before the answer gives for them."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from engine.child.messages import Progress
from engine.network.training.messages import Embedded
from gui.background import Background
from gui.text import tr, translated
from gui.theme.appearance import Appearance
from gui.train.session import TrainSession
from gui.train.thumbnails import Thumbnails
from gui.widgets.elided_label import ElidedLabel
from gui.widgets.labels import kind
from gui.widgets.picture_map import SIDE, PictureMap
from gui.widgets.segmented import SegmentedControl

METHODS = ("pca", "t-sne")


class MapPage(QWidget):
    """Asks for the map when it is first seen.

    Signals:
        embedding_wanted(str): lay the pictures out by this method.
        cancelled(): they need not be laid out any more.
    """

    embedding_wanted = Signal(str)
    cancelled = Signal()

    def __init__(
        self, session: TrainSession, appearance: Appearance, background: Background, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self.method = SegmentedControl((("pca", "PCA"), ("t-sne", "t-SNE")))
        self.method.setAccessibleName(tr("How the map is made"))
        self.method.set_tooltip("pca", tr("The two directions in which the pictures spread most."))
        self.method.set_tooltip("t-sne", tr("Neighbours stay neighbours; distances between groups mean little."))
        self.facts = ElidedLabel(face="caption")
        self.map = PictureMap(appearance)
        self.map.setAccessibleName(tr("Map of the pictures"))
        self.cancel = QToolButton()
        self.cancel.setText(tr("Cancel"))
        self.cancel.setToolTip(tr("Do not lay the pictures out"))
        kind(self.cancel, "flat")
        self.cancel.hide()
        self.cancel.clicked.connect(self.cancelled)
        head = QHBoxLayout()
        head.addWidget(self.method)
        head.addWidget(self.cancel)
        head.addWidget(self.facts, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 4, 12, 8)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.map, 1)
        self._thumbnails = Thumbnails(background, side=2 * SIDE, parent=self)
        self._thumbnails.ready.connect(self.map.put)
        self.map.wanted.connect(self._thumbnails.want)
        self.method.current_changed.connect(self._ask)
        self._has_asked = False

    def forget(self) -> None:
        """Another network was trained: the map is out of date."""
        self._has_asked = False
        self.cancel.hide()
        self.map.show_points((), np.zeros((0, 2)), (), np.zeros(0, bool))
        self.facts.setText("")

    def show_progress(self, progress: Progress) -> None:
        """Say how far the map is that is being made."""
        share = progress.done / progress.total if progress.total else None
        words = translated(progress.note)
        self.facts.setText(tr("{what}: {share:.0%}", what=words, share=share) if share is not None else words)

    def show_ended(self) -> None:
        """There will be no map: say what to do about it."""
        self._has_asked = False
        self.cancel.hide()
        self.facts.setText("")
        words = tr("The pictures were not laid out. Choose PCA or t-SNE to do it.")
        self.map.show_points((), np.zeros((0, 2)), (), np.zeros(0, bool), empty=words)

    def ask(self) -> None:
        """Ask for the map unless it is there."""
        if not self._has_asked and self._session.evaluated is not None:
            self._ask(self.method.current())

    def show_embedded(self, found: Embedded) -> None:
        """Show a map."""
        self.cancel.hide()
        data, evaluated = self._session.data, self._session.evaluated
        names = evaluated.class_names if evaluated is not None else ()
        training = self._session.training
        is_same = data is not None and training is not None and (
            (training.job.data, training.job.edits) == (data.spec, data.edits)
        )  # fmt: skip
        self._thumbnails.set_dataset(data.dataset if is_same and data is not None else None)
        words = [
            names[true] if true == said else tr("{true}, taken for {said}", true=names[true], said=names[said])
            for true, said in zip(found.labels.tolist(), found.answers.tolist(), strict=True)
        ]
        self.map.show_points(found.indices.tolist(), found.points, words, found.labels != found.answers)
        self.map.show_names(names, found.labels)
        facts = tr("{count} pictures by what “{layer}” gives for them", count=len(words), layer=found.layer)
        if found.explained is not None:
            facts = tr("{facts}; these two directions hold {share:.0%} of the spread", facts=facts,
                       share=found.explained)  # fmt: skip
        self.facts.setText(facts)

    def _ask(self, method: str) -> None:
        self._has_asked = True
        self.cancel.show()
        self.facts.setText("")
        self.map.show_points((), np.zeros((0, 2)), (), np.zeros(0, bool), empty=tr("Laying the pictures out …"))
        self.embedding_wanted.emit(method)
