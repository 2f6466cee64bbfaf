"""Where one value of a map comes from: its field on the picture, and the arithmetic that made it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QComboBox, QDockWidget, QHBoxLayout, QScrollArea, QStackedWidget, QWidget

from engine.imaging.explanation import ChannelSum, Explanation, Remark
from engine.imaging.story import Step
from engine.network.explained import Part
from engine.network.filters import BLUE_FIRST
from engine.text import mark
from gui.network.field_picture import FieldPicture
from gui.network.filter_words import colour_name
from gui.network.session import Drilled, NetworkSession, OpenNetwork
from gui.text import tr, translated
from gui.theme.appearance import Appearance
from gui.widgets.arithmetic import ArithmeticView
from gui.widgets.dock_title import DockTitle
from gui.widgets.empty_state import EmptyState
from gui.widgets.labels import label
from gui.widgets.numbers import format_number, full_number

COLOURS = 3
AGREES = 1e-4
"""How far, relative to the number, our sum may lie beside the network's own before it is said aloud."""


class OriginDock(QDockWidget):
    """Explains the value at the session's spot."""

    def __init__(self, session: NetworkSession, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(tr("Where does this value come from?"), parent)
        self.setObjectName("network_origin")
        self._session = session
        self.picture = FieldPicture(session, appearance)
        self.arithmetic = ArithmeticView(appearance)
        self.arithmetic.set_caption(tr("the value in the map"))
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setWidget(self.arithmetic)
        self._no_sum = EmptyState("microscope", "")
        self._sums = QStackedWidget()
        self._sums.addWidget(self._no_sum)
        self._sums.addWidget(scroll)
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.picture)
        row.addWidget(self._sums, 1)
        self._empty = EmptyState("microscope", "")
        self._pages = QStackedWidget()
        self._pages.addWidget(self._empty)
        self._pages.addWidget(page)
        self.setWidget(self._pages)
        self._made_title()
        session.drilled_changed.connect(self._on_drilled_changed)
        session.spot_changed.connect(lambda _spot: self._on_drilled_changed(session.drilled))
        session.network_changed.connect(lambda _network: self._on_drilled_changed(session.drilled))
        session.layer_changed.connect(lambda _path: self._on_drilled_changed(session.drilled))
        self._on_drilled_changed(session.drilled)

    def _made_title(self) -> None:
        self.place = label(face="number_caption")
        self.channel = QComboBox()
        self.channel.setMaximumWidth(200)
        self.channel.setAccessibleName(tr("Input map"))
        self.channel.setToolTip(tr("Which of the maps before is shown with its window, kernel and products."))
        self.channel.currentIndexChanged.connect(self.arithmetic.show_channel)
        bar = QWidget()
        row = QHBoxLayout(bar)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.place)
        row.addWidget(self.channel)
        title = DockTitle(self)
        title.add(bar)
        self.setTitleBarWidget(title)

    def _on_drilled_changed(self, drilled: Drilled | None) -> None:
        self._show_place()
        if drilled is None:
            self._show_empty()
            return
        self._pages.setCurrentIndex(1)
        explanation, story = _told(drilled)
        if explanation is None or not explanation.channels:
            self.channel.hide()
            self._no_sum.set_state(
                "microscope", tr("{value}, as Keras says", value=format_number(drilled.reported, 8)),
                tr("Values of this kind of layer are not taken apart. Choose the layer before or after it."),
            )  # fmt: skip
            self._sums.setCurrentIndex(0)
            return
        explanation = named_branches(explanation, drilled)
        network = self._session.network
        before = layer_before(drilled, network)
        is_blue_first = network is not None and network.opened.values == BLUE_FIRST
        named = {each.channel: map_name(each.channel, len(explanation.channels), before, is_blue_first=is_blue_first)
                 for each in explanation.channels}  # fmt: skip
        self._show_channels(explanation, named)
        names = {each.channel: names_of(each, explanation, before, named[each.channel])
                 for each in explanation.channels}  # fmt: skip
        # The sum before is drawn once more here, and its channels have names of their own.
        self.arithmetic.show_channel(max(0, self.channel.currentIndex()))
        self.arithmetic.set_naming(lambda each: names[each.channel])
        first = drilled.parts[0].path if len(drilled.parts) > 1 else ""
        self.arithmetic.set_caption(tr("the value in {layer}", layer=first) if first else tr("the value in the map"))
        if before == "" and len(explanation.channels) == COLOURS:
            colours = tuple(_titled(each, named[each.channel]) for each in explanation.channels)
            explanation = replace(explanation, channels=colours)
        self.arithmetic.show_explanation(explanation, (*story, *reported(drilled)))
        self.arithmetic.setToolTip(tr("Keras says {value}", value=full_number(drilled.reported)))
        self._sums.setCurrentIndex(1)

    def _show_channels(self, explanation: Explanation, named: dict[int, str]) -> None:
        names = [translated(each.title) if each.title else named[each.channel] for each in explanation.channels]
        self.channel.setVisible(len(names) > 1)
        if [self.channel.itemText(at) for at in range(self.channel.count())] != names:
            self.channel.blockSignals(True)
            self.channel.clear()
            self.channel.addItems(names)
            self.channel.blockSignals(False)

    def _show_place(self) -> None:
        spot = self._session.spot
        if spot is None:
            self.place.clear()
        else:
            self.place.setText(tr("{layer} · map {channel} · row {row}, column {column}", layer=spot.layer,
                                  channel=spot.channel, row=spot.row, column=spot.column))  # fmt: skip

    def _is_explained(self) -> bool:
        network, layer = self._session.network, self._session.layer
        facts = network.opened.layers if network is not None else ()
        return all(fact.is_explained for fact in facts if fact.path == layer)

    def _show_empty(self) -> None:
        self.channel.hide()
        if self._session.network is None:
            state = (tr("Nothing to explain yet"), tr("Open a network; every value in it can be followed back."))
        elif not self._is_explained():
            state = (
                tr("Values of “{layer}” are not taken apart", layer=self._session.layer),
                tr("Choose the layer before or after it: convolutions, pools, dense layers and sums tell everything."),
            )
        elif self._session.spot is not None:
            state = (tr("Following it back …"), tr("The network is asked for everything that went into this value."))
        else:
            state = (
                tr("Click a value in a map"),
                tr("You will see which part of the picture it looks at, and the sum that made it, to the last digit."),
            )
        self._empty.set_state("microscope", *state)
        self._pages.setCurrentIndex(0)


def layer_before(drilled: Drilled, network: OpenNetwork | None) -> str | None:
    """The layer whose maps went into the value; empty for the picture, None where several layers did."""
    sources = drilled.parts[0].sources if drilled.parts else ()
    if len(sources) != 1 or network is None:
        return None
    if not sources[0].path:
        return ""
    facts = {fact.path: at for at, fact in enumerate(network.opened.layers)}
    at = facts.get(sources[0].path)
    # Flattened maps are told as the maps that they were.
    while at is not None and network.opened.layers[at].kind in ("Flatten", "Dropout"):
        at = at - 1 if at else None
    return None if at is None else network.opened.layers[at].path


def named_branches(explanation: Explanation, drilled: Drilled) -> Explanation:
    """The same; where values of several layers are brought together, each bears the name of its layer."""
    sources = drilled.parts[0].sources if drilled.parts else ()
    terms = explanation.channels
    if explanation.rule != "sum" or not 1 < len(sources) == len(terms) or any(each.weights.size > 1 for each in terms):
        return explanation
    names = [source.path.rpartition("/")[2] or tr("the picture") for source in sources]
    return replace(explanation, channels=tuple(map(_titled, terms, names)))


def _titled(each: ChannelSum, name: str) -> ChannelSum:
    return replace(each, title=name)


def names_of(each: ChannelSum, explanation: Explanation, before: str | None, window: str) -> tuple[str, str]:
    """What to call the window and the kernel of an input map: `conv1 map 0, 1 of 16` and `filter 5, map 0`."""
    if each.title and each.weights.size == 1 and before is None:
        return each.title, tr("times")
    if each.title or explanation.rule == "pointwise" or before is None:
        return "", ""
    count = len(explanation.channels)
    if before and count > 1:
        place = next((at for at, other in enumerate(explanation.channels, 1) if other is each), 1)
        window = tr("{map}, {place} of {count}", map=window, place=place, count=f"{count:,}")
    of = tr("map {number}", number=each.channel) if before else window
    kernel = tr("filter {filter}, {input}", filter=explanation.channel, input=of)
    return window, kernel if explanation.rule == "sum" else ""


def map_name(number: int, count: int, before: str | None, *, is_blue_first: bool = False) -> str:
    """What to call an input map: `conv1 map 3`, or a colour of the picture."""
    if before is None:
        return tr("input map {number}", number=number)
    if not before:
        return colour_name(number, is_blue_first=is_blue_first) if count == COLOURS else tr("the picture")
    return tr("{layer} map {number}", layer=before.rpartition("/")[2], number=number)


def reported(drilled: Drilled) -> tuple[Step, ...]:
    """What Keras itself says of the value, and by how much our sum lies beside it if that is more than rounding."""
    says = Step(Remark(mark("Keras says")), Remark(""), drilled.reported)
    if drilled.explanation is None:
        return (says,)
    away = abs(drilled.explanation.value - drilled.reported)
    if away <= AGREES * max(abs(drilled.reported), 1e-6):
        return (says,)
    return says, Step(Remark(mark("That is beside our sum by")), Remark(""), away)


def _told(drilled: Drilled) -> tuple[Explanation | None, tuple[Step, ...]]:
    """The arithmetic to lay out, and what later layers made of its value by themselves."""
    if not drilled.parts:
        return drilled.explanation, ()
    return drilled.parts[0].explanation, tuple(_step(part) for part in drilled.parts[1:])


def _step(part: Part) -> Step:
    remark = part.explanation.remarks[0] if part.explanation.remarks else Remark("")
    return Step(Remark(part.path), remark, part.explanation.value)
