"""Why the network answers as it does: heat over the picture that it saw; and what the selected map looks for."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDockWidget,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from engine.imaging.palettes import palette
from gui.network.choice_button import ChoiceButton
from gui.network.heat_picture import SCHEME
from gui.network.opening_state import show_share
from gui.network.scale_bar import ScaleBar
from gui.network.session import NetworkSession, Progress
from gui.network.why import MapQuestion, Why
from gui.network.why_words import QUESTIONS, WhyQuestion, class_name, left_words
from gui.text import tr
from gui.theme.appearance import Appearance
from gui.widgets.dock_title import DockTitle
from gui.widgets.empty_state import EmptyState
from gui.widgets.labels import kind, label
from gui.widgets.numbers import format_number
from gui.widgets.picture_view import PictureView

COLUMN, PICTURE = 250, 190
THE_ANSWER = -1


class WhyDock(QDockWidget):
    """Asks `why` what the user chose, and shows what came of it."""

    def __init__(
        self, session: NetworkSession, why: Why, appearance: Appearance, parent: QWidget | None = None
    ) -> None:
        super().__init__(tr("Why"), parent)
        self.setObjectName("network_why")
        self._session, self._why, self._appearance = session, why, appearance
        self._counted: tuple[int, tuple[str, ...]] = (-1, ())
        self._empty = EmptyState("network", tr("Nothing to ask about yet"))
        self._pages = QStackedWidget()
        self._pages.addWidget(self._empty)
        self._pages.addWidget(self._made_page())
        self.setWidget(self._pages)
        self.setTitleBarWidget(DockTitle(self))
        self.ask_button.clicked.connect(self._on_ask)
        self.form_button.clicked.connect(self._on_form)
        for button in (self.cancel_ask, self.cancel_form):
            button.clicked.connect(why.cancel)
        why.changed.connect(self._show)
        session.network_changed.connect(lambda _network: self._show())
        session.maps_changed.connect(lambda _maps: self._show_classes())
        session.layer_changed.connect(lambda _path: self._show_map())
        session.spot_changed.connect(lambda _spot: self._show_map())
        appearance.changed.connect(self._measure)
        self._measure()
        self._show()

    def _made_page(self) -> QWidget:
        self.way = ChoiceButton(QUESTIONS)
        self.classes = QComboBox()
        self.classes.setAccessibleName(tr("Class"))
        self.classes.setToolTip(tr("The class that the question is about: the network's own answer, or any other."))
        self.classes.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.ask_button, self.cancel_ask, self.bar = _button(tr("Ask why"), "primary"), _button(tr("Cancel")), _bar()
        self.warning, self.note = label(face="caption", wraps=True), label(face="caption", wraps=True)
        asking = (self.way, self.classes, _row(self.ask_button, self.cancel_ask), self.bar, self.note)
        self.view, self.scale = PictureView(self._appearance), ScaleBar(self._appearance)
        self.view.setAccessibleName(tr("Heat over the picture that the network saw"))
        self.title, self.figures = label(face="title", wraps=True), label(face="number_caption", wraps=True)
        self.meaning = label(wraps=True)
        reason = (self.title, self.figures, self.scale, self.meaning, self.warning)
        self.map_name = label(face="number_caption", wraps=True)
        self.form_button, self.cancel_form = _button(tr("Let a picture form")), _button(tr("Cancel"))
        self.form_button.setToolTip(
            tr("Starts from gray noise and changes it, step by step, so that this map answers more and more strongly.")
        )
        self.form_bar, self.form_note = _bar(), label(face="caption", wraps=True)
        forming = (
            label(tr("What does this map look for?"), face="title", wraps=True), self.map_name,
            _row(self.form_button, self.cancel_form), self.form_bar, self.form_note,
        )  # fmt: skip
        self.form_view = PictureView(self._appearance)
        self.form_view.setAccessibleName(tr("The picture that excites the map"))
        self._columns = (_column(*asking), _column(*reason), _column(*forming))
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(12)
        for each in (self._columns[0], self.view, self._columns[1], self._columns[2], self.form_view):
            row.addWidget(each, 1 if each is self._columns[1] else 0)
        # In a small window or large type it scrolls instead of making the window larger.
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidget(page)
        area.setAccessibleName(tr("Why"))
        return area

    def _measure(self) -> None:
        scale = self._appearance.control_height / 28
        for each, width in (
            (self._columns[0], COLUMN), (self._columns[2], COLUMN), (self.view, PICTURE), (self.form_view, PICTURE),
        ):  # fmt: skip
            each.setFixedWidth(round(width * scale))
        for view in (self.view, self.form_view):
            # As high as the panel is: by its own wish it would make the page scroll.
            view.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Ignored)
            view.setMinimumHeight(round(120 * scale))
        self._columns[1].setMinimumWidth(round(200 * scale))

    # What the person does

    def _on_ask(self) -> None:
        chosen = self.classes.currentData()
        index = None if chosen in (None, THE_ANSWER) else int(chosen)
        self._why.ask(WhyQuestion(self.way.value(), index, self._session.layer))

    def _on_form(self) -> None:
        question = self._map_question()
        if question is not None:
            self._why.imagine(question)

    def _map_question(self) -> MapQuestion | None:
        network, spot, layer = self._session.network, self._session.spot, self._session.layer
        if network is None or not layer:
            return None
        return MapQuestion(layer, spot.channel if spot is not None and spot.layer == layer else 0)

    # Showing

    def _show(self) -> None:
        network = self._session.network
        if network is None:
            self._empty.set_state(
                "network", tr("Nothing to ask about yet"),
                tr("Open a network; then ask which part of the picture its answer rests on."),
            )  # fmt: skip
        self._pages.setCurrentIndex(0 if network is None else 1)
        is_untrained = network is not None and network.is_untrained
        _say(self.warning, tr("This network has not been trained: its answer means nothing yet, nor do its reasons.")
             if is_untrained else "")  # fmt: skip
        self._show_classes()
        self._show_map()
        self._show_under_way()
        self._show_reason()
        self._show_imagined()

    def _show_classes(self) -> None:
        network, shown = self._session.network, self._session.maps
        names = network.class_names if network is not None else ()
        scores = shown.answer.scores if shown is not None else None
        count = scores.shape[-1] if scores is not None and scores.size else len(names)
        self.ask_button.setEnabled(shown is not None)
        self.ask_button.setToolTip(
            tr("Asks about the picture that is in front now.") if shown is not None
            else tr("There is no picture to ask about yet; it comes with the next maps.")
        )  # fmt: skip
        if (count, names) != self._counted and (shown is not None or network is None):
            self._counted = (count, names)
            self.classes.clear()
            self.classes.addItem(tr("for its answer"), THE_ANSWER)
            for index in range(count):
                self.classes.addItem(tr("for {name}", name=class_name(index, names)), index)

    def _show_map(self) -> None:
        question = self._map_question()
        self.form_button.setEnabled(question is not None)
        if question is None:
            self.map_name.setText(tr("Select a layer first."))
        else:
            words = tr("{layer} · map {channel}", layer=question.layer, channel=question.channel)
            self.map_name.setText(words)
            self.map_name.setToolTip(tr("The map of the value that you chose last, or the first one of the layer."))

    def _show_under_way(self) -> None:
        question = self._why.question
        is_asking, is_forming = isinstance(question, WhyQuestion), isinstance(question, MapQuestion)
        for bar, cancel, is_on in (
            (self.bar, self.cancel_ask, is_asking), (self.form_bar, self.cancel_form, is_forming),
        ):  # fmt: skip
            cancel.setVisible(is_on)
            bar.setVisible(is_on)
            show_share(bar, Progress(tr("Under way"), self._why.share) if is_on else Progress("", 0.0))
        _say(self.note, self._why.reason_note or (left_words(self._why.seconds_left) if is_asking else ""))

    def _show_reason(self) -> None:
        reason = self._why.reason
        self.view.set_picture(None if reason is None else reason.picture.pixels)
        self.view.set_message(tr("Not asked yet") if reason is None else "")
        self.scale.setVisible(reason is not None and not reason.picture.is_empty)
        if reason is None:
            self.title.setText(tr("Why this answer?"))
            _say(self.figures, "")
            self.meaning.setText(tr("Ask, and the part of the picture that speaks for it lights up."))
            return
        self.title.setText(reason.title())
        _say(self.figures, reason.figures())
        self.meaning.setText(reason.meaning())
        self.scale.show_scale(palette(SCHEME), (reason.picture.low, reason.picture.high), is_signed=False)

    def _show_imagined(self) -> None:
        found = self._why.imagined
        self.form_view.set_picture(None if found is None else found.pixels)
        self.form_view.set_message(tr("No picture yet") if found is None else "")
        if self._why.imagined_note or found is None:
            words = self._why.imagined_note or tr("A picture forms that makes the map answer as strongly as it can.")
        else:
            words = tr("{layer} · map {channel}: step {step} of {steps}, mean of the map {value}",
                       layer=found.question.layer, channel=found.question.channel, step=found.step,
                       steps=found.steps, value=format_number(found.value, 6))  # fmt: skip
        _say(self.form_note, words)


def _button(text: str, name: str = "") -> QPushButton:
    made = QPushButton(text)
    if name:
        kind(made, name)
    return made


def _bar() -> QProgressBar:
    made = QProgressBar()
    made.setTextVisible(False)
    return made


def _row(*widgets: QWidget) -> QWidget:
    made = QWidget()
    layout = QHBoxLayout(made)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(8)
    for widget in widgets:
        layout.addWidget(widget)
    layout.addStretch(1)
    return made


def _column(*widgets: QWidget) -> QWidget:
    made = QWidget()
    layout = QVBoxLayout(made)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(6)
    for widget in widgets:
        if isinstance(widget, QLabel):
            # Wrapped words would else ask for the height that they would need in a narrow column.
            widget.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        if widget.sizePolicy().horizontalPolicy() == QSizePolicy.Policy.Fixed:
            layout.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft)
        else:
            layout.addWidget(widget)
    layout.addStretch(1)
    return made


def _say(widget: QWidget, words: str) -> None:
    widget.setVisible(bool(words))
    widget.setText(words)  # type: ignore[attr-defined]
