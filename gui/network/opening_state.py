"""What stands in place of the maps: no network yet, one on its way, or a layer whose maps are not there yet."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QStackedWidget, QVBoxLayout, QWidget

from gui.network.session import NetworkSession, Progress
from gui.text import tr
from gui.widgets.elided_label import ElidedLabel
from gui.widgets.empty_state import EmptyState
from gui.widgets.labels import label


class OpeningState(QWidget):
    """Says what to do next, or how far the opening of a network has come.

    Signals:
        wanted(): the user asks for a network.
    """

    wanted = Signal()

    def __init__(self, session: NetworkSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._choose = QAction(tr("Choose a network"), self)
        self._choose.setToolTip(tr("A classic from the gallery, or a file of your own."))
        self._choose.triggered.connect(self.wanted)
        self.empty = EmptyState("network", "")
        self.text = label(face="title")
        self.text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(280)
        under_way = QWidget()
        column = QVBoxLayout(under_way)
        column.setSpacing(12)
        column.addStretch(1)
        column.addWidget(self.text)
        column.addWidget(self.bar, 0, Qt.AlignmentFlag.AlignCenter)
        column.addStretch(1)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.empty)
        self._pages.addWidget(under_way)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._pages)
        self.refresh()

    def refresh(self) -> None:
        """Say how things stand now."""
        progress, network = self._session.progress, self._session.network
        self._pages.setCurrentIndex(1 if progress.text else 0)
        if progress.text:
            self.text.setText(progress.text)
            show_share(self.bar, progress)
        elif network is None:
            self.empty.set_state(
                "network",
                tr("Open a network and watch it look"),
                tr("Every layer answers to the picture at once. Start with a small classic; nothing is downloaded."),
                self._choose,
            )
        elif not self._session.layer:
            self.empty.set_state(
                "network", tr("Select a layer"), tr("The list on the left names all of them; their maps appear here.")
            )
        else:
            self.empty.set_state(
                "picture",
                tr("Waiting for a picture"),
                tr("The maps of “{layer}” appear with the next picture.", layer=self._session.layer),
            )


class ProgressStrip(QWidget):
    """The same in one line above the maps of the network that stays open meanwhile."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = ElidedLabel(face="dim")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(180)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 8, 4)
        row.addWidget(self.text, 1)
        row.addWidget(self.bar)
        self.hide()

    def show_progress(self, progress: Progress) -> None:
        """Show it while something is under way."""
        self.setVisible(bool(progress.text))
        self.text.setText(progress.text)
        show_share(self.bar, progress)


def show_share(bar: QProgressBar, progress: Progress) -> None:
    """How far it is; a bar that runs to and fro where that is not known."""
    bar.setAccessibleName(progress.text)
    bar.setRange(0, 0 if progress.share is None else 1000)
    if progress.share is not None:
        bar.setValue(round(1000 * progress.share))
