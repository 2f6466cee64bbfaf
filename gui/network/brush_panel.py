"""Below the picture while it is painted on: the brush, and what the paint did."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from engine.imaging.brush import PAINT, SIZE
from gui.network.brush_words import (
    answer_bars,
    answer_words,
    has_classes,
    number_words,
    reason_words,
    value_words,
)
from gui.network.choice_button import ChoiceButton
from gui.network.painting import Painting
from gui.network.score_bars import ScoreBars
from gui.network.session import NetworkSession
from gui.text import tr, translated
from gui.theme.appearance import Appearance
from gui.widgets.buttons import icon_button
from gui.widgets.labels import label
from gui.widgets.parameter_editors import NumberEditor

SIZE_STEP = 5


class BrushPanel(QWidget):
    """Tells the painting what the brush is, and the person what came of it.

    Signals:
        brush_changed(): the brush is another.
    """

    brush_changed = Signal()

    def __init__(
        self, session: NetworkSession, painting: Painting, appearance: Appearance, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._painting = session, painting
        self.paint, self.breadth = ChoiceButton(PAINT), NumberEditor(SIZE)
        self.breadth.set_value(SIZE.default)
        for control in self.breadth.controls():
            control.setAccessibleName(tr("Width of the brush"))
            control.setToolTip(translated(SIZE.help) + "\n" + tr("The keys [ and ] change it too."))
        self.paint.set_short(True)
        self.undo = icon_button("undo", tr("Take the last stroke back (Ctrl+Z on the picture)."))
        self.reset = icon_button("reset", tr("Put the picture back as it was."))
        self.place = label(face="number_caption", wraps=True)
        self.value = label(face="number", wraps=True)
        self.reason = label(face="caption", wraps=True)
        self.answer = label(face="caption", wraps=True)
        self.bars = ScoreBars(appearance)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        row = QHBoxLayout()
        row.setSpacing(4)
        for widget in (self.paint, self.breadth, self.undo, self.reset):
            row.addWidget(widget, 1 if widget is self.breadth else 0)
        column.addLayout(row)
        for each in (self.place, self.value, self.reason, self.answer):
            # Wrapped words would else ask for the height that they would need in a narrow column.
            each.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
            column.addWidget(each)
        column.addWidget(self.bars)
        column.addStretch(1)
        self.paint.changed.connect(lambda _value: self._on_brush_changed())
        self.breadth.changed.connect(lambda _value: self._on_brush_changed())
        self.undo.clicked.connect(painting.undo)
        self.reset.clicked.connect(painting.reset)
        painting.changed.connect(self._show_buttons)
        painting.told.connect(self._show_told)
        session.spot_changed.connect(lambda _spot: self._show_told())
        self._show_buttons()
        self._show_told()

    def step_size(self, by: int) -> None:
        """Make the brush larger or smaller."""
        size = min(SIZE.maximum, max(SIZE.minimum, self.breadth.value() + by * SIZE_STEP))
        self.breadth.set_value(size)
        self._on_brush_changed()

    def _on_brush_changed(self) -> None:
        self._painting.brush = replace(self._painting.brush, size=self.breadth.value(), paint=self.paint.value())
        self.brush_changed.emit()

    def _show_buttons(self) -> None:
        for button in (self.undo, self.reset):
            button.setEnabled(self._painting.has_paint)

    def _show_told(self) -> None:
        self._show_value()
        scores, network = self._painting.scores, self._session.network
        is_told = scores is not None and has_classes(scores.before) and has_classes(scores.after)
        self.bars.setVisible(is_told)
        if scores is None or not is_told or network is None:
            self.answer.hide()
            return
        _say(self.answer, answer_words(scores, network.class_names))
        self.bars.show_bars(answer_bars(scores, network.class_names))

    def _show_value(self) -> None:
        spot, change = self._session.spot, self._painting.value
        if spot is None:
            _say(self.place, "")
            _say(self.value, "")
            _say(self.reason, tr("Click a value in a map: here you read what the paint does to it."))
            return
        _say(self.place, tr("{layer} · map {channel} · row {row}, column {column}", layer=spot.layer,
                            channel=spot.channel, row=spot.row, column=spot.column))  # fmt: skip
        if change is None or change.spot != spot:
            _say(self.reason, "")
            return
        if self._painting.has_paint:
            _say(self.value, value_words(change.compared))
            _say(self.reason, reason_words(change.compared))
        else:
            _say(self.value, number_words(change.compared.after))
            _say(self.reason, tr("Paint inside its frame or outside, and see whether it moves."))


def _say(widget: QWidget, words: str) -> None:
    widget.setVisible(bool(words))
    widget.setText(words)  # type: ignore[attr-defined]
