"""How the network changes while it learns: filters, gradients and maps of one picture, from epoch 0 to now."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QDockWidget,
    QHBoxLayout,
    QHeaderView,
    QStackedWidget,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from engine.network.training.messages import LayerHealth, Watched, WatchedLayer
from gui.text import tr
from gui.theme.appearance import Appearance
from gui.train.entries import coloured_entries
from gui.train.session import TrainSession
from gui.train.tables import align_titles, make_rows
from gui.widgets.dock_title import DockTitle
from gui.widgets.empty_state import EmptyState
from gui.widgets.numbers import format_number
from gui.widgets.pixel_picture import PixelPicture
from gui.widgets.scrubber import Scrubber

PLAY_MS = 350


class InsideDock(QDockWidget):
    """Left the layers with what their gradients say, right the pictures of the selected one, below the epochs."""

    def __init__(self, session: TrainSession, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(tr("Inside"), parent)
        self.setObjectName("train_inside")
        self._session, self._appearance = session, appearance
        self._at = 0
        self._follows = True
        self._path = ""
        self.table = QTableWidget(0, 4)
        self.table.setHorizontalHeaderLabels([tr("Layer"), tr("Gradient"), tr("Weights"), tr("Dead")])
        align_titles(self.table)
        make_rows(self.table, name=tr("Layers and how they learn"))
        self.table.setToolTip(
            tr("Mean size of each layer's gradient and weights, and the share of its units that never fire. A gradient "
               "that is far smaller in the first layers than in the last fades on its way back.")
        )  # fmt: skip
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in (1, 2, 3):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self.table.setMinimumWidth(240)
        self.filters, self.gradients, self.maps = (PixelPicture(appearance) for _ in range(3))
        self.scrubber = Scrubber(speeds=(1.0,))
        self.scrubber.set_label(lambda position, _length: self._epoch_words(position))
        pictures = QHBoxLayout()
        pictures.setSpacing(12)
        for picture in (self.filters, self.gradients, self.maps):
            pictures.addWidget(picture, 1)
        right = QVBoxLayout()
        right.setSpacing(6)
        right.addLayout(pictures, 1)
        right.addWidget(self.scrubber)
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(16)
        row.addWidget(self.table, 2)
        row.addLayout(right, 5)
        self._empty = EmptyState(
            "network", tr("Nothing watched yet"), tr("Press Train: filters and maps are kept after every epoch.")
        )
        self._pages = QStackedWidget()
        self._pages.addWidget(self._empty)
        self._pages.addWidget(page)
        self.setWidget(self._pages)
        self.setTitleBarWidget(DockTitle(self))
        self._timer = QTimer(self, interval=PLAY_MS)
        self._timer.timeout.connect(self._on_timeout)
        self.scrubber.moved.connect(self._go)
        self.scrubber.stepped.connect(lambda by: self._go(self._at + by))
        self.scrubber.play_toggled.connect(self._on_play)
        self.table.currentCellChanged.connect(lambda row, *_rest: self._on_row(row))
        session.watched_changed.connect(self._on_watched_changed)
        appearance.changed.connect(self._show)
        self._on_watched_changed(session.watched)

    def _epoch_words(self, position: int) -> str:
        watched = self._session.watched
        if not 0 <= position < len(watched):
            return ""
        return tr("epoch {epoch}", epoch=watched[position].epoch)

    def _on_watched_changed(self, watched: tuple[Watched, ...]) -> None:
        self._pages.setCurrentIndex(1 if watched else 0)
        if not watched:
            self._follows, self._at = True, 0
            self._timer.stop()
            return
        if self._follows:
            self._at = len(watched) - 1
        self._at = min(self._at, len(watched) - 1)
        self._show()

    def _go(self, position: int) -> None:
        count = len(self._session.watched)
        self._at = min(max(position, 0), max(0, count - 1))
        # Whoever looks back stays there; whoever goes to the end follows what comes.
        self._follows = self._at == count - 1
        self._show()

    def _on_play(self, is_playing: bool) -> None:
        if is_playing:
            if self._at >= len(self._session.watched) - 1:
                self._at = 0
            self._timer.start()
        else:
            self._timer.stop()

    def _on_timeout(self) -> None:
        if self._at >= len(self._session.watched) - 1:
            self._timer.stop()
            self.scrubber.set_playing(False)
        else:
            self._go(self._at + 1)

    def _on_row(self, row: int) -> None:
        item = self.table.item(row, 0)
        if item is not None and item.text() != self._path:
            self._path = item.text()
            self._show_pictures()

    def _show(self) -> None:
        watched = self._session.watched
        if not watched:
            return
        self.scrubber.set_length(len(watched))
        self.scrubber.set_position(self._at)
        now = watched[self._at]
        health = {each.path: each for each in now.health}
        paths = [layer.path for layer in now.layers]
        if self._path not in paths:
            self._path = next((each.path for each in now.layers if each.filters is not None), paths[0] if paths else "")
        self.table.blockSignals(True)
        self.table.setRowCount(len(paths))
        for row, path in enumerate(paths):
            for column, text in enumerate((path, *_health_words(health.get(path)))):
                item = self.table.item(row, column)
                if item is None:
                    item = QTableWidgetItem()
                    if column:
                        item.setFont(self._appearance.font("number"))
                        item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                    self.table.setItem(row, column, item)
                item.setText(text)
        if self._path in paths:
            self.table.setCurrentCell(paths.index(self._path), 0)
        self.table.blockSignals(False)
        self._show_pictures()

    def _show_pictures(self) -> None:
        watched = self._session.watched
        layer = next((each for each in watched[self._at].layers if each.path == self._path), None) if watched else None
        if layer is None:
            layer = WatchedLayer(self._path)
        is_dark = self._appearance.theme.is_dark
        for view, entries, scheme, high, words, nothing in (
            (self.filters, layer.filters, "signed", layer.filter_high, tr("filters"), tr("This layer has no filters.")),
            (self.gradients, layer.gradients, "signed", layer.gradient_high, tr("their gradient"),
             tr("No gradient here: the layer is frozen, or nothing was trained yet.")),
            (self.maps, layer.maps, layer.map_scheme, layer.map_high, tr("maps of one picture"),
             tr("This layer has no maps.")),
        ):  # fmt: skip
            if entries is None:
                view.show_pixels(None, nothing)
            else:
                caption = tr("{what}, up to {high}", what=words, high=format_number(high, 6))
                view.show_pixels(coloured_entries(entries, scheme, is_dark=is_dark), caption)


def _health_words(health: LayerHealth | None) -> tuple[str, str, str]:
    if health is None:
        return "–", "–", "–"
    return (
        tr("frozen") if health.gradient is None else f"{health.gradient:.1e}",
        "–" if health.weights is None else format_number(health.weights, 6),
        "–" if health.dead is None else f"{health.dead:.0%}",
    )
