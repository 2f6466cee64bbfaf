"""What is learnt from: the data set, its classes with their pictures, and the buttons that record more."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import numpy as np
from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDockWidget, QSizePolicy, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from engine.network.data.checking import balance
from engine.network.data.specs import GeneratedData, RecordedData
from engine.parameters import parameters_of
from gui.background import Background
from gui.icons import icon
from gui.text import sentence, tr, translated
from gui.theme.appearance import Appearance
from gui.train.class_card import MOST_SHOWN, ClassCard
from gui.train.data_menu import DataMenu, data_words
from gui.train.drawing import Drawing
from gui.train.editing import Editing
from gui.train.live_preview import LivePreview
from gui.train.recorder import Recorder
from gui.train.session import OpenData, TrainSession
from gui.train.splitting import Splitting
from gui.train.thumbnails import Thumbnails
from gui.widgets.dock_title import DockTitle
from gui.widgets.empty_state import EmptyState
from gui.widgets.flow import scrolling
from gui.widgets.folding import Folding
from gui.widgets.labels import kind, label
from gui.widgets.parameter_form import ParameterForm

MOST_CARDS = 60
CARDS_AT_ONCE = 12
HOLD_KEYS = "123456789"
SIDE = 64
SURE_MS = 4000


class ClassesDock(QDockWidget):
    """A card for each class.

    Signals:
        check_wanted(): look for duplicates and for files that cannot be read.
        check_stopped(): look no further.
        problems_wanted(): tell what was left out when the data was opened.
    """

    check_wanted = Signal()
    check_stopped = Signal()
    problems_wanted = Signal()

    def __init__(
        self,
        session: TrainSession,
        editing: Editing,
        recorder: Recorder,
        splitting: Splitting,
        preview: LivePreview,
        appearance: Appearance,
        background: Background,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tr("Classes"), parent)
        self.setObjectName("train_classes")
        self._session, self._appearance = session, appearance
        self._editing, self._recorder, self.preview = editing, recorder, preview
        self._splitting = splitting
        self.menu = DataMenu(self)
        self.source = QToolButton()
        self.source.setMenu(self.menu)
        self.source.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.source.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.source.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.source.setToolTip(tr("The data set: what the network learns from"))
        self.source.setAccessibleName(tr("Data"))
        self.facts = label(face="number_caption", wraps=True)
        self.problems = QToolButton()
        kind(self.problems, "link")
        self.problems.clicked.connect(self.problems_wanted)
        self.form = ParameterForm()
        self.form.changed.connect(self._on_form_changed)
        self._cards_column = QVBoxLayout()
        self._cards_column.setSpacing(6)
        self.add_class = QToolButton()
        self.add_class.setText(tr("Add a class"))
        self.add_class.setIcon(icon("add"))
        self.add_class.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        kind(self.add_class, "flat")
        self.more = label(face="caption", wraps=True)
        self.delete_all = QToolButton()
        self.delete_all.setText(tr("Delete all recorded pictures"))
        self.delete_all.setToolTip(tr("Deletes the files themselves. This cannot be taken back; click twice."))
        self.check = QToolButton()
        self.compared = label(face="caption", wraps=True)
        for each in (self.delete_all, self.check):
            kind(each, "link")
        self.balance = label(face="caption", wraps=True)
        self.drawing = Drawing(appearance)
        self.draw = Folding(tr("Draw one"), self.drawing, hint=tr("Draw a picture by hand and keep it in a class"))
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(8)
        above: tuple[QWidget, ...] = (self.source, self.facts, self.problems, self.preview, self.form)
        below: tuple[QWidget, ...] = (
            self.more, self.add_class, self.draw, self.balance, self.compared, self.check, self.delete_all,
        )  # fmt: skip
        for widget in above:
            column.addWidget(widget)
        column.addLayout(self._cards_column)
        for widget in below:
            column.addWidget(widget)
        column.addStretch(1)
        area = scrolling(page)
        area.viewport().installEventFilter(self)
        self._area, self._column = area, column
        choose = QAction(tr("Choose the data"), self)
        choose.triggered.connect(lambda: self.source.showMenu())
        self._empty = EmptyState(
            "picture", tr("Nothing to learn from yet"), tr("Choose pictures, or record your own."), choose
        )
        self._pages = QStackedWidget()
        self._pages.addWidget(self._empty)
        self._pages.addWidget(area)
        self.setWidget(self._pages)
        self.setTitleBarWidget(DockTitle(self))
        self._cards: list[ClassCard] = []
        self._shown: tuple[int, ...] = ()
        self._thumbnails = Thumbnails(background, side=SIDE, parent=self)
        self._thumbnails.ready.connect(self._on_thumbnails)
        self._places: dict[int, tuple[int, int]] = {}
        self._pixels: dict[int, list[np.ndarray]] = {}
        self._making = QTimer(self, singleShot=True, interval=10)
        self._making.timeout.connect(self._on_making)
        self._is_sure = QTimer(self, singleShot=True, interval=SURE_MS)
        self._is_sure.timeout.connect(lambda: self.delete_all.setText(tr("Delete all recorded pictures")))
        self.add_class.clicked.connect(editing.add_class)
        self.delete_all.clicked.connect(self._on_delete_all)
        self.check.clicked.connect(self._on_check)
        self.drawing.finished.connect(lambda pixels: recorder.add(session.selected_class, pixels))
        recorder.state_changed.connect(self._on_recording)
        self.menu.recording_wanted.connect(recorder.begin_anew)
        self.menu.aboutToShow.connect(lambda: self.menu.set_recordings(recorder.recordings()))
        self.menu.chosen.connect(session.wish_for)
        splitting.changed.connect(self._show_parts)
        session.data_changed.connect(self._on_data_changed)
        session.class_changed.connect(lambda _name: self._show_cards())
        session.class_changed.connect(self.drawing.set_class)
        session.training_changed.connect(lambda _training: self._show_source())
        session.progress_changed.connect(lambda _progress: self._show_source())
        self.show_comparing("")
        self._on_data_changed(session.data)

    @property
    def cards(self) -> Sequence[ClassCard]:
        """The cards in the order of the classes."""
        return self._cards

    def show_comparing(self, words: str) -> None:
        """Say how far the search for duplicates is; with an empty text it is over."""
        self.compared.setText(words)
        self.compared.setVisible(bool(words))
        self.check.setText(tr("Stop looking") if words else tr("Look for duplicates"))
        self.check.setToolTip(
            tr("Look no further; nothing is changed.") if words
            else tr("Compare all pictures, and find those that cannot be read.")
        )  # fmt: skip

    def card_of(self, name: str) -> ClassCard | None:
        """The card of a class."""
        data = self._session.data
        names = data.dataset.class_names if data is not None else ()
        at = names.index(name) if name in names else -1
        return self._cards[at] if 0 <= at < len(self._cards) else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._area.viewport():
            self._fit_preview()
        return super().eventFilter(watched, event)

    def _fit_preview(self) -> None:
        """Let the preview give way, so that the buttons of the first two classes can be held without scrolling."""
        cards = self._cards[:2]
        above = [each for each in (self.source, self.facts) if not each.isHidden()]
        taken = sum(each.sizeHint().height() for each in (*above, *cards))
        margins, gap = self._column.contentsMargins(), self._column.spacing()
        taken += margins.top() + margins.bottom() + gap * (len(above) + 1) + self._cards_column.spacing()
        self.preview.set_room(self._area.viewport().height() - taken)

    def _on_data_changed(self, data: OpenData | None) -> None:
        self._pages.setCurrentIndex(0 if data is None and self._session.wish is None else 1)
        self._show_source()
        self._thumbnails.set_dataset(None if data is None else data.dataset)
        if data is None:
            return
        is_recorded = isinstance(data.spec, RecordedData)
        count = min(len(data.dataset.class_names), MOST_CARDS)
        self._make_cards(count, is_recorded=is_recorded)
        for each in (self.add_class, self.delete_all, self.preview, self.draw):
            each.setVisible(is_recorded)
        remark = balance(data.dataset)
        self.balance.setVisible(remark is not None)
        self.balance.setText("" if remark is None else translated(remark.template, **remark.values))
        self.check.setVisible(len(data.dataset) > 1)
        self.delete_all.setEnabled(len(data.dataset) > 0)
        self.form.setVisible(isinstance(data.spec, GeneratedData))
        if isinstance(data.spec, GeneratedData):
            declared = {name: each for name, each in parameters_of(GeneratedData).items() if name != "kind"}
            self.form.set_parameters(declared, {name: getattr(data.spec, name) for name in declared})
        self._show_cards()
        self._ask_thumbnails(data)

    def _show_source(self) -> None:
        data = self._session.data
        words, icon_name = data_words(self._session.wish if data is None else data.spec)
        self.source.setText(words)
        self.source.setIcon(icon(icon_name))
        is_training = self._session.is_training
        self.source.setEnabled(not is_training)
        self.source.setToolTip(
            tr("The data cannot be changed while the network learns from it.") if is_training
            else tr("The data set: what the network learns from")
        )  # fmt: skip
        if data is None:
            self.facts.show()
            self.facts.setText(self._session.progress.text)
            self.problems.hide()
            return
        classes = len(data.dataset.class_names)
        words = tr("one class") if classes == 1 else tr("{classes} classes", classes=classes)
        facts = tr("{count} pictures · {classes}", count=f"{len(data.dataset):,}", classes=words)
        if not isinstance(data.spec, RecordedData):  # what one sees in the preview needs no number
            shape = data.dataset.shape
            size = tr("different sizes") if shape is None else "×".join(map(str, shape))
            facts = tr("{facts} · {size}", facts=facts, size=size)
        is_long = self._session.progress.share is not None and not self._session.is_training
        # The cards of one's own pictures say how many there are, and need the room.
        self.facts.setVisible(is_long or not isinstance(data.spec, RecordedData))
        self.facts.setText(self._session.progress.text if is_long else facts)
        left_out = len(data.dataset.problems)
        self.problems.setVisible(bool(left_out))
        self.problems.setText(tr("Left out: {count}", count=f"{left_out:,}"))
        self.problems.setToolTip("\n".join(sentence(each.reason) for each in data.dataset.problems[:20]))

    def _make_cards(self, count: int, *, is_recorded: bool) -> None:
        while len(self._cards) > count or (self._cards and self._cards[0].hold.isHidden() == is_recorded):
            card = self._cards.pop()
            self._cards_column.removeWidget(card)
            card.hide()
            card.deleteLater()
        # Sixty at once would hold up the window for a tenth of a second.
        for _ in range(min(CARDS_AT_ONCE, count - len(self._cards))):
            at = len(self._cards)
            key = HOLD_KEYS[at] if at < len(HOLD_KEYS) else ""
            card = ClassCard(self._appearance, has_record=is_recorded, key=key)
            card.chosen.connect(partial(self._on_chosen, at))
            card.renamed.connect(partial(self._on_renamed, at))
            card.delete_asked.connect(partial(self._on_delete_asked, at))
            card.hold_began.connect(lambda at=at: self._recorder.hold(self._name(at)))
            card.hold_ended.connect(self._recorder.release)
            card.burst_asked.connect(lambda at=at: self._recorder.burst(self._name(at)))
            self._cards.append(card)
            self._cards_column.addWidget(card)
        self._fit_preview()
        if len(self._cards) < count:
            self._making.start()

    def _on_making(self) -> None:
        data = self._session.data
        if data is not None:
            count = min(len(data.dataset.class_names), MOST_CARDS)
            self._make_cards(count, is_recorded=isinstance(data.spec, RecordedData))
            self._show_cards()
            self._ask_thumbnails(data)

    def _show_cards(self) -> None:
        data = self._session.data
        if data is None:
            return
        counts, names = data.dataset.counts(), data.dataset.class_names
        largest = max(counts, default=0) or 1
        # The selected class changes a moment before the cards follow other data.
        for at, card in enumerate(self._cards[: len(names)]):
            is_selected = names[at] == self._session.selected_class
            card.show_class(names[at], counts[at], counts[at] / largest, is_selected=is_selected)
        self._show_parts()
        left = len(names) - MOST_CARDS
        self.more.setVisible(left > 0)
        self.more.setText(tr("and {count} more classes", count=f"{left:,}"))

    def _show_parts(self) -> None:
        found = self._splitting.found
        if found is None:
            return
        for at, card in enumerate(self._cards[: len(found.counts)]):
            # The first picture of a class lacks all others: nobody wants to read that while it is being recorded.
            lack = None if self._recorder.is_recording else found.lacks.get(at)
            card.show_parts(found.counts[at].tolist(), "" if lack is None else sentence(lack))

    def _ask_thumbnails(self, data: OpenData) -> None:
        self._places.clear()
        self._pixels.clear()
        wanted = []
        for at in range(len(self._cards)):
            # The newest first: what was just recorded is what one wants to see.
            places = np.flatnonzero(data.dataset.labels == at)
            newest = places[::-1] if isinstance(data.spec, RecordedData) else places
            for position, index in enumerate(newest[:MOST_SHOWN].tolist()):
                self._places[index] = (at, position)
                wanted.append(index)
            if not len(places):
                self._cards[at].show_pictures(())
        self._thumbnails.want(wanted)

    def _on_thumbnails(self, found: Sequence[tuple[int, np.ndarray]]) -> None:
        touched = set()
        for index, pixels in found:
            if index in self._places:
                at = self._places[index][0]
                self._pixels.setdefault(at, []).append(pixels)
                touched.add(at)
        for at in touched:
            if at < len(self._cards):
                self._cards[at].show_pictures(self._pixels[at])

    def _name(self, at: int) -> str:
        data = self._session.data
        return data.dataset.class_names[at] if data is not None and at < len(data.dataset.class_names) else ""

    def _on_chosen(self, at: int) -> None:
        self._session.select_class(self._name(at))

    def _on_renamed(self, at: int, name: str) -> None:
        self._editing.rename_class(self._name(at), name)

    def _on_delete_asked(self, at: int) -> None:
        self._editing.delete_class(self._name(at))

    def _on_recording(self, name: str, words: str) -> None:
        self.preview.set_recording(bool(name))
        for at, card in enumerate(self._cards):
            card.show_recording(words if name and self._name(at) == name else "")
        if not name:
            self._show_parts()

    def _on_check(self) -> None:
        (self.check_wanted if self.compared.isHidden() else self.check_stopped).emit()

    def _on_delete_all(self) -> None:
        if self._is_sure.isActive():
            self._is_sure.stop()
            self.delete_all.setText(tr("Delete all recorded pictures"))
            self._recorder.delete_all()
        else:
            self.delete_all.setText(tr("Really delete every picture?"))
            self._is_sure.start()

    def _on_form_changed(self, name: str, value: object) -> None:
        data = self._session.data
        if data is not None and isinstance(data.spec, GeneratedData):
            values = {each: getattr(data.spec, each) for each in parameters_of(GeneratedData)}
            self._session.wish_for(GeneratedData(**{**values, name: value}))
