"""What the network says of the picture, and how long it took."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDockWidget,
    QScrollArea,
    QSizePolicy,
    QSpinBox,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from gui.network.score_bars import ScoreBars
from gui.network.scores import MOST_BARS, Scores
from gui.network.session import Looking, MapsShown, NetworkSession, OpenNetwork
from gui.text import tr
from gui.theme.appearance import Appearance
from gui.widgets.dock_title import DockTitle
from gui.widgets.empty_state import EmptyState
from gui.widgets.labels import kind, label
from gui.widgets.parameter_editors import indented

LEAST_HEIGHT = 60
"""Less than the words of an empty panel ask for: on a small screen the table above needs the room. In pixels."""


class AnswerDock(QDockWidget):
    """The classes as bars, in words that the numbers bear out."""

    def __init__(self, session: NetworkSession, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(tr("Answer"), parent)
        self.setObjectName("network_answer")
        self._session = session
        self._empty = EmptyState("network", tr("No answer yet"), tr("It comes with the first picture."))
        self.verdict = label(face="title")
        self.bars = ScoreBars(appearance)
        self.meaning = label(face="caption", wraps=True)
        self.warning = label(face="caption", wraps=True)
        self.timing = label(face="number_caption", wraps=True)
        self.timing.setToolTip(tr("Where the time of one picture goes, from the camera to the screen."))
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 8, 0, 8)
        column.setSpacing(6)
        for each in (self.warning, self.verdict, self.bars, self.meaning, self.timing):
            if each is not self.bars:
                each.setContentsMargins(12, 0, 12, 0)
                each.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
            column.addWidget(each)
        column.addStretch(1)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._empty)
        # Ten bars and their words would otherwise make a small window taller.
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(page)
        area.setAccessibleName(tr("Answer"))
        self._pages.addWidget(area)
        self._pages.setMinimumHeight(LEAST_HEIGHT)
        self.setWidget(self._pages)
        self._made_title()
        session.maps_changed.connect(self._on_maps_changed)
        session.network_changed.connect(lambda _network: self._on_maps_changed(session.maps))
        session.looking_changed.connect(self._on_looking_changed)
        self._on_looking_changed(session.looking)

    def _made_title(self) -> None:
        self.order = QToolButton()
        self.order.setCheckable(True)
        self.order.setChecked(True)
        self.order.setText(tr("Sorted"))
        self.order.setToolTip(tr("Highest first, or the ten highest in the order of the classes so that they stay."))
        kind(self.order, "flat")
        self.order.toggled.connect(lambda _on: self._on_maps_changed(self._session.maps))
        self.threshold = QSpinBox()
        self.threshold.setRange(0, 99)
        self.threshold.setPrefix(tr("none below") + " ")
        self.threshold.setSuffix("%")
        self.threshold.setSpecialValueText(tr("always one"))
        self.threshold.setAccessibleName(tr("None of these below"))
        indented(self.threshold)
        self.threshold.valueChanged.connect(self._on_threshold_changed)
        title = DockTitle(self)
        title.add(self.order)
        title.add(self.threshold)
        self.setTitleBarWidget(title)

    def _on_threshold_changed(self, percent: int) -> None:
        self._session.look(replace(self._session.looking, threshold=percent / 100))

    def _on_looking_changed(self, looking: Looking) -> None:
        if self.threshold.value() != round(100 * looking.threshold):
            self.threshold.blockSignals(True)
            self.threshold.setValue(round(100 * looking.threshold))
            self.threshold.blockSignals(False)
        self._on_maps_changed(self._session.maps)

    def _on_maps_changed(self, shown: MapsShown | None) -> None:
        network = self._session.network
        scores = None if shown is None else shown.answer.scores
        if shown is None or network is None or scores is None or not scores.size or scores.squeeze().ndim > 1:
            self._show_nothing(has_scores=bool(scores is not None and scores.size))
            return
        found = Scores(scores.reshape(-1), network.class_names, self._session.looking.threshold)
        has_range = found.are_shares or found.are_chances
        self.threshold.setEnabled(has_range)
        self.threshold.setToolTip(
            tr("If even the best class stays below this, the answer is “none of these”. 0 to 99 %, 0 for never.")
            if has_range else tr("Raw scores have no scale on which a share could be asked for.")
        )  # fmt: skip
        bars = found.bars(is_sorted=self.order.isChecked())
        self.verdict.setText(found.verdict())
        self.verdict.setVisible(found.is_none or not any(bar.is_first for bar in bars))
        mark = found.threshold if has_range and found.threshold else None
        self.bars.show_bars(bars, mark)
        is_untrained = network.is_untrained
        self._say(self.warning, tr("This network has not been trained: its answer means nothing yet.")
                  if is_untrained else "")  # fmt: skip
        rest = scores.size - MOST_BARS
        more = tr("The ten highest of {count} classes.", count=f"{scores.size:,}") if rest > 0 else ""
        parts = (found.meaning(), more, which_answer(network))
        self._say(self.meaning, " ".join(part for part in parts if part))
        self._say(self.timing, timing_words(shown))
        self._pages.setCurrentIndex(1)

    def _show_nothing(self, *, has_scores: bool) -> None:
        if has_scores:
            self._empty.set_state(
                "network", tr("An answer for every place"),
                tr("This network does not choose between classes. Select its last layer to see its answer as maps."),
            )  # fmt: skip
        elif self._session.network is None:
            self._empty.set_state("network", tr("No answer yet"), tr("Open a network; its classes stand here as bars."))
        else:
            self._empty.set_state("network", tr("No answer yet"), tr("It comes with the next picture."))
        self._pages.setCurrentIndex(0)

    def _say(self, widget: QWidget, words: str) -> None:
        widget.setVisible(bool(words))
        widget.setText(words)  # type: ignore[attr-defined]


def which_answer(network: OpenNetwork) -> str:
    """Which of its answers stands here, where a network gives several."""
    ends = network.architecture.outputs if network.architecture is not None else ()
    if len(ends) < 2:
        return ""
    others = ", ".join(f"“{tap.node}”" for tap in ends[1:4]) + (", …" if len(ends) > 4 else "")
    return tr(
        "The network gives {count} answers at once; this is the first, “{first}”. Among the layers, too: {others}.",
        count=len(ends), first=ends[0].node, others=others,
    )  # fmt: skip


def timing_words(shown: MapsShown) -> str:
    """Where the time of this picture went, in milliseconds."""
    times = shown.answer.timings
    # What is left between the camera and the screen is handing over: waiting, copying, colours.
    parts = [
        (tr("fit"), times.fit), (tr("forward"), times.forward), (tr("draw"), times.draw),
        (tr("hand over"), times.hand_over),
    ]  # fmt: skip
    words = " · ".join(f"{name} {1000 * seconds:.1f}" for name, seconds in parts) + " ms"
    if shown.seconds > 0:
        words = tr("{words} · from picture to screen {total:.0f} ms", words=words, total=1000 * shown.seconds)
    return words
