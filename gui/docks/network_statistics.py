"""How the values of the selected layer are spread on this picture, and which of its maps say the same; live."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDockWidget,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from engine.errors import UserError
from engine.network.statistics import MOST_SHOWN, AskStatistics, Correlation, Pair, Spread, Statistics
from gui.network.correlation_matrix import CorrelationMatrix
from gui.network.inspection import Inquiry
from gui.network.session import MapSpot, MapsShown, NetworkSession
from gui.network.sign_shares import SignShares
from gui.text import sentence, tr
from gui.theme.appearance import Appearance
from gui.widgets.dock_title import DockTitle
from gui.widgets.elided_label import ElidedLabel
from gui.widgets.empty_state import EmptyState
from gui.widgets.histogram_plot import HistogramPlot
from gui.widgets.labels import label
from gui.widgets.numbers import format_number

PAIRS = 236
PAIR = Qt.ItemDataRole.UserRole + 1


class StatisticsDock(QDockWidget):
    """Follows the picture only while it is in front."""

    def __init__(
        self, session: NetworkSession, inquiry: Inquiry, appearance: Appearance, parent: QWidget | None = None
    ) -> None:
        super().__init__(tr("Statistics"), parent)
        self.setObjectName("network_statistics")
        self._session, self._inquiry, self._appearance = session, inquiry, appearance
        self._is_in_front = False
        self._shown: Statistics | None = None
        self._empty = EmptyState("histogram", "")
        self._pages = QStackedWidget()
        self._pages.addWidget(self._empty)
        self._pages.addWidget(self._made_page())
        self.setWidget(self._pages)
        self.setTitleBarWidget(DockTitle(self))
        inquiry.answered.connect(lambda answer, _numbers: self._on_answered(answer))
        inquiry.refused.connect(self._on_refused)
        self.visibilityChanged.connect(self._on_visibility_changed)
        session.maps_changed.connect(self._on_maps_changed)
        session.layer_changed.connect(lambda _path: self._on_another_layer())
        session.network_changed.connect(lambda _network: self._on_another_layer())
        session.marked_changed.connect(self._on_marked_changed)
        appearance.changed.connect(self._measure)
        self._measure()
        self._on_another_layer()

    @property
    def is_drawn(self) -> bool:
        """Whether the figures stand there, as far as anybody can see them."""
        return not self._is_in_front or self._shown is not None

    def _made_page(self) -> QWidget:
        self.plot = HistogramPlot(self._appearance)
        self.plot.setAccessibleName(tr("How often each value occurs, without exact zeros"))
        self.shares = SignShares(self._appearance)
        self.figures = ElidedLabel(face="number_caption")
        self.figures.setContentsMargins(12, 4, 12, 4)
        spread = QVBoxLayout()
        spread.setSpacing(0)
        spread.addWidget(self.plot, 1)
        spread.addWidget(self.shares)
        spread.addWidget(self.figures)
        self.matrix = CorrelationMatrix(self._appearance)
        self.together = label(tr("Maps that go together"), face="title")
        self.cell = ElidedLabel(tr("orange: alike · blue: opposite"), face="number_caption")
        self.pairs = QListWidget()
        self.pairs.setAccessibleName(tr("The most correlated maps"))
        self.pairs.setToolTip(tr("+1: they answer alike; −1: one answers where the other does not. Choose a pair."))
        self.pairs.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.pairs.itemActivated.connect(self._on_pair_chosen)
        self.pairs.itemClicked.connect(self._on_pair_chosen)
        self.matrix.chosen.connect(self._choose)
        self.matrix.hovered.connect(self._on_hovered)
        listing = QVBoxLayout()
        listing.setContentsMargins(0, 8, 12, 8)
        listing.setSpacing(4)
        for each in (self.together, self.cell, self.pairs):
            listing.addWidget(each)
        self._listing = QWidget()
        self._listing.setLayout(listing)
        self.no_maps = EmptyState("volume", tr("Nothing to compare"), "")
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addLayout(spread, 1)
        row.addWidget(self.matrix)
        row.addWidget(self._listing)
        row.addWidget(self.no_maps)
        return page

    # Asking

    def _ask(self) -> None:
        if self._is_in_front and self._session.maps is not None and self._session.layer:
            self._inquiry.ask(AskStatistics(layer=self._session.layer))

    def _on_maps_changed(self, maps: MapsShown | None) -> None:
        if maps is None:
            self._on_another_layer()
        else:
            self._ask()

    def _on_another_layer(self) -> None:
        self._inquiry.forget()
        self._shown = None
        if self._session.network is None:
            self._empty.set_state(
                "histogram", tr("No figures yet"), tr("Open a network; the values of its layers are counted here.")
            )
        else:
            self._empty.set_state("histogram", tr("Counting …"), tr("The figures come with the next maps."))
        self._pages.setCurrentIndex(0)
        self._ask()

    def _on_visibility_changed(self, is_visible: bool) -> None:
        self._is_in_front = is_visible
        if is_visible:
            self._ask()
        else:
            self._inquiry.forget()

    def _on_answered(self, answer: Statistics) -> None:
        if answer.layer == self._session.layer:
            self._shown = answer
            self._show(answer)

    def _on_refused(self, error: UserError) -> None:
        self._empty.set_state("histogram", tr("This cannot be counted"), sentence(error))
        self._pages.setCurrentIndex(0)

    # Showing

    def _show(self, found: Statistics) -> None:
        self._pages.setCurrentIndex(1)
        spread = found.spread
        self.plot.set_counts(spread.counts, spread.edges, roles=("result",))
        self.shares.show_shares(below=spread.below, zeros=spread.zeros)
        self.figures.setText(spread_words(spread, found.total))
        has_maps = found.correlation is not None
        self.matrix.setVisible(has_maps)
        self._listing.setVisible(has_maps)
        self.no_maps.setVisible(not has_maps)
        if found.correlation is None:
            self.no_maps.set_state(
                "volume", tr("Single values"),
                tr("What goes together is told of maps. Choose a layer with more than one of them."),
            )  # fmt: skip
            self.matrix.set_correlation(None)
            return
        self.matrix.set_correlation(found.correlation)
        shown = len(found.correlation.channels)
        hint = tr("How the maps go together on this picture, value by value.")
        if shown < found.total:
            hint += " " + tr("Of {total} maps the {shown} are drawn that vary most; the pairs are those of all maps.",
                             total=f"{found.total:,}", shown=MOST_SHOWN)  # fmt: skip
        self.matrix.setToolTip(hint)
        self.together.setText(
            tr("{shown} of {total} maps, each with each", shown=shown, total=f"{found.total:,}")
            if shown < found.total else tr("Maps that go together")
        )  # fmt: skip
        self._show_pairs(found.correlation)

    def _show_pairs(self, found: Correlation) -> None:
        # Entries are changed in place: a list that is filled anew several times a second could not be clicked.
        while self.pairs.count() > len(found.pairs):
            self.pairs.takeItem(self.pairs.count() - 1)
        for row, pair in enumerate(found.pairs):
            if row == self.pairs.count():
                made = QListWidgetItem()
                made.setFont(self._appearance.font("number"))
                self.pairs.addItem(made)
            item = self.pairs.item(row)
            item.setText(pair_words(pair))
            item.setData(PAIR, pair)

    def _on_hovered(self, words: str) -> None:
        self.cell.setText(words or tr("orange: alike · blue: opposite"))

    # Choosing

    def _on_pair_chosen(self, item: QListWidgetItem) -> None:
        pair: Pair = item.data(PAIR)
        self._choose(pair.first, pair.second)

    def _choose(self, first: int, second: int) -> None:
        self._session.set_spot(MapSpot(self._session.layer, first, *self._session.place()))
        self._session.point_out((first, second))

    def _on_marked_changed(self, channels: tuple[int, ...]) -> None:
        self.matrix.set_selected((channels[0], channels[1]) if len(channels) == 2 else None)

    def _measure(self) -> None:
        self._listing.setFixedWidth(round(PAIRS * self._appearance.control_height / 28))
        for row in range(self.pairs.count()):
            self.pairs.item(row).setFont(self._appearance.font("number"))


def pair_words(pair: Pair) -> str:
    """Two maps and their correlation in columns that stand still: `  3 ·  17   +0.98`."""
    value = f"{pair.correlation:+.2f}".replace("-", "−")
    return tr("{first} and {second}  {value}", first=f"{pair.first:>4}", second=f"{pair.second:>4}", value=value)


def spread_words(spread: Spread, total: int) -> str:
    """The figures of a layer's values in a line."""
    low, mean, high, deviation = (
        format_number(each, 6) for each in (spread.minimum, spread.mean, spread.maximum, spread.deviation)
    )
    words = tr("{low} … {high} · mean {mean} · deviation {deviation}",
               low=low, high=high, mean=mean, deviation=deviation)  # fmt: skip
    if spread.dead:
        words += " · " + tr("dead: {dead} of {total}", dead=f"{spread.dead:,}", total=f"{total:,}")
    if spread.non_finite:
        words += " · " + tr("{count} are no numbers", count=f"{spread.non_finite:,}")
    return words
