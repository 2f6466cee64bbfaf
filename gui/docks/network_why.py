"""Why the network answers as it does: heat over the picture that it saw; and what the selected map looks for."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QDockWidget, QHBoxLayout, QScrollArea, QSizePolicy, QStackedWidget, QWidget

from engine.imaging.palettes import palette
from gui.background import Background
from gui.network.choice_button import ChoiceButton
from gui.network.heat_picture import SCHEME
from gui.network.map_page import MapPage
from gui.network.opening_state import show_share
from gui.network.scale_bar import ScaleBar
from gui.network.session import NetworkSession, Progress
from gui.network.why import Why
from gui.network.why_parts import bar, button, column, row, say
from gui.network.why_words import QUESTIONS, WhyQuestion, class_name, under_way_words
from gui.text import tr
from gui.theme.appearance import Appearance
from gui.widgets.dock_title import DockTitle
from gui.widgets.empty_state import EmptyState
from gui.widgets.labels import label
from gui.widgets.picture_view import PictureView
from gui.widgets.segmented import SegmentedControl

COLUMN, PICTURE = 250, 190
THE_ANSWER = -1


class WhyDock(QDockWidget):
    """Asks `why` what the user chose, and shows what came of it."""

    def __init__(
        self,
        session: NetworkSession,
        why: Why,
        files: Background,
        appearance: Appearance,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tr("Why"), parent)
        self.setObjectName("network_why")
        self._session, self._why, self._appearance = session, why, appearance
        self._counted: tuple[int, tuple[str, ...]] = (-1, ())
        self._empty = EmptyState("network", tr("Nothing to ask about yet"))
        self._pages = QStackedWidget()
        self._pages.addWidget(self._empty)
        self._pages.addWidget(_scrolled(self._made_page(), tr("Why this answer?")))
        self.map_page = MapPage(session, why, files, appearance)
        self._pages.addWidget(_scrolled(self.map_page, tr("What does this map look for?")))
        self.setWidget(self._pages)
        self.subject = SegmentedControl((("answer", tr("The answer")), ("map", tr("The map"))))
        self.subject.set_tooltip("answer", tr("Which part of the picture does the answer rest on?"))
        self.subject.set_tooltip("map", tr("What does the selected map look for?"))
        self.subject.current_changed.connect(lambda _subject: self._show())
        title = DockTitle(self)
        title.add(row(self.subject))
        self.setTitleBarWidget(title)
        self.ask_button.clicked.connect(self._on_ask)
        self.cancel_ask.clicked.connect(why.cancel)
        why.changed.connect(self._show)
        session.network_changed.connect(lambda _network: self._show())
        session.maps_changed.connect(lambda _maps: self._show_classes())
        appearance.changed.connect(self._measure)
        self._measure()
        self._show()

    def _made_page(self) -> QWidget:
        self.way = ChoiceButton(QUESTIONS)
        self.classes = QComboBox()
        self.classes.setAccessibleName(tr("Class"))
        self.classes.setToolTip(tr("The class that the question is about: the network's own answer, or any other."))
        self.classes.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.ask_button, self.cancel_ask, self.bar = button(tr("Ask why"), "primary"), button(tr("Cancel")), bar()
        self.warning, self.note = label(face="caption", wraps=True), label(face="caption", wraps=True)
        asking = (self.way, self.classes, row(self.ask_button, self.cancel_ask), self.bar, self.note)
        self.view, self.scale = PictureView(self._appearance), ScaleBar(self._appearance)
        self.view.setAccessibleName(tr("Heat over the picture that the network saw"))
        self.title, self.figures = label(face="title", wraps=True), label(face="number_caption", wraps=True)
        self.meaning = label(wraps=True)
        reason = (self.title, self.figures, self.scale, self.meaning, self.warning)
        self._columns = (column(*asking), column(*reason))
        page = QWidget()
        row_of_columns = QHBoxLayout(page)
        row_of_columns.setContentsMargins(12, 8, 12, 8)
        row_of_columns.setSpacing(12)
        for each in (self._columns[0], self.view, self._columns[1]):
            row_of_columns.addWidget(each, 1 if each is self._columns[1] else 0)
        return page

    def _measure(self) -> None:
        scale = self._appearance.control_height / 28
        self._columns[0].setFixedWidth(round(COLUMN * scale))
        self.view.setFixedWidth(round(PICTURE * scale))
        # As high as the panel is: by its own wish it would make the page scroll.
        self.view.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Ignored)
        self.view.setMinimumHeight(round(120 * scale))
        self._columns[1].setMinimumWidth(round(200 * scale))

    # What the person does

    def _on_ask(self) -> None:
        chosen = self.classes.currentData()
        index = None if chosen in (None, THE_ANSWER) else int(chosen)
        self._why.ask(WhyQuestion(self.way.value(), index, self._session.layer))

    # Showing

    def _show(self) -> None:
        network = self._session.network
        if network is None:
            self._empty.set_state(
                "network", tr("Nothing to ask about yet"),
                tr("Open a network; then ask which part of the picture its answer rests on."),
            )  # fmt: skip
        self._pages.setCurrentIndex(0 if network is None else 2 if self.subject.current() == "map" else 1)
        self.subject.setVisible(network is not None)
        is_untrained = network is not None and network.is_untrained
        say(self.warning, tr("This network has not been trained: its answer means nothing yet, nor do its reasons.")
             if is_untrained else "")  # fmt: skip
        self._show_classes()
        self._show_under_way()
        self._show_reason()

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

    def _show_under_way(self) -> None:
        is_asking = isinstance(self._why.question, WhyQuestion)
        self.cancel_ask.setVisible(is_asking)
        self.bar.setVisible(is_asking)
        show_share(self.bar, Progress(tr("Under way"), self._why.share) if is_asking else Progress("", 0.0))
        say(
            self.note,
            self._why.reason_note or (under_way_words(self._why.share, self._why.seconds_left) if is_asking else ""),
        )

    def _show_reason(self) -> None:
        reason = self._why.reason
        self.view.set_picture(None if reason is None else reason.picture.pixels)
        self.view.set_message(tr("Not asked yet") if reason is None else "")
        self.scale.setVisible(reason is not None and not reason.picture.is_empty)
        if reason is None:
            self.title.setText(tr("Why this answer?"))
            say(self.figures, "")
            self.meaning.setText(tr("Ask, and the part of the picture that speaks for it lights up."))
            return
        self.title.setText(reason.title())
        say(self.figures, reason.figures())
        self.meaning.setText(reason.meaning())
        self.scale.show_scale(palette(SCHEME), (reason.picture.low, reason.picture.high), is_signed=False)


def _scrolled(page: QWidget, name: str) -> QScrollArea:
    """In a small window or large type it scrolls instead of making the window larger."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setWidget(page)
    area.setAccessibleName(name)
    return area
