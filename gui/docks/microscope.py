"""The microscope: where one value of the result comes from, and a walk over the picture value by value."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDockWidget,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from engine.imaging.explanation import Explanation
from gui.icons import icon
from gui.session import SOURCE, Output, Session, Spot
from gui.text import tr, translated
from gui.theme.appearance import Appearance
from gui.walking import following, neighbour
from gui.widgets.arithmetic import ArithmeticView
from gui.widgets.dock_title import DockTitle
from gui.widgets.empty_state import EmptyState
from gui.widgets.focus_ring import FocusRing
from gui.widgets.jump_slider import JumpSlider
from gui.widgets.labels import label

SLOWEST, FASTEST = 1, 30
_ARROWS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


class MicroscopeDock(QDockWidget):
    """Explains the value at the session's spot, or the one under the cursor while no spot is set."""

    def __init__(self, session: Session, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(tr("Microscope"), parent)
        self.setObjectName("microscope")
        self._session = session
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_time_to_step)
        self._view = ArithmeticView(appearance)
        self._start = QAction(tr("Start in the middle"), self)
        self._start.triggered.connect(self._on_start)
        self._empty = EmptyState("microscope", "", "", self._start)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setWidget(self._view)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._empty)
        self._pages.addWidget(scroll)
        title = DockTitle(self)
        title.add(self._build_bar())
        self.setTitleBarWidget(title)
        panel = _Panel(self)
        FocusRing(panel, appearance)
        layout = QVBoxLayout(panel)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._pages, 1)
        panel.setAccessibleName(tr("Microscope"))
        self.setWidget(panel)
        session.output_changed.connect(self._on_output_changed)
        session.selection_changed.connect(self._on_selection_changed)
        self._on_output_changed(session.output)

    def step(self, count: int = 1) -> None:
        """Move on by one value in reading order, or back with −1."""
        self._move(lambda spot, size: following(spot, size, count))

    def step_aside(self, rows: int, columns: int) -> None:
        """Move to a neighbouring value."""
        self._move(lambda spot, size: neighbour(spot, size, rows, columns))

    def toggle_play(self) -> None:
        """Walk over the picture by itself, or stop."""
        if self._timer.isActive():
            self._timer.stop()
        elif self._size() is not None:
            if self._session.spot is None:
                self._session.set_spot(Spot(0, 0, max(0, self._session.look.channel)))
            self._timer.start(1000 // self._speed.value())
        self._show_playing()

    @property
    def is_playing(self) -> bool:
        """Whether it walks by itself."""
        return self._timer.isActive()

    def _build_bar(self) -> QWidget:
        bar = QWidget()
        self._place = label(face="number_caption")
        self._channel = QComboBox()
        self._channel.setMaximumWidth(200)
        self._channel.setAccessibleName(tr("Input channel"))
        self._channel.setToolTip(tr("Show one input channel with its products, or all side by side."))
        self._channel.currentIndexChanged.connect(lambda index: self._view.show_channel(index - 1))
        self._channel.hide()
        self._back = self._button("step-back", tr("Back one value"), lambda: self.step(-1))
        self._play = self._button("play", tr("Walk over the picture (P)"), self.toggle_play)
        self._next = self._button("step-forward", tr("On one value"), self.step)
        self._speed = JumpSlider()
        self._speed.setRange(SLOWEST, FASTEST)
        self._speed.setValue(4)
        self._speed.setMaximumWidth(120)
        self._speed.setAccessibleName(tr("Speed"))
        self._speed.setToolTip(tr("Speed of the walk: {slowest} to {fastest} values a second.",
                                  slowest=SLOWEST, fastest=FASTEST))  # fmt: skip
        self._speed.valueChanged.connect(self._on_speed_changed)
        layout = QHBoxLayout(bar)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._place)
        layout.addSpacing(8)
        layout.addWidget(self._channel)
        for widget in (self._back, self._play, self._next, self._speed):
            layout.addWidget(widget)
        return bar

    def _button(self, icon_name: str, text: str, slot: object) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon(icon_name))
        button.setToolTip(text)
        button.setAccessibleName(text)
        button.setAutoRaise(True)
        button.clicked.connect(lambda _checked=False: slot())  # type: ignore[operator]
        return button

    def _size(self) -> tuple[int, int] | None:
        output = self._session.output
        if output is None or output.right_image is None or self._session.selection == SOURCE:
            return None
        height, width = output.right_image.shape[:2]
        return height, width

    def _move(self, mover: object) -> None:
        size = self._size()
        if size is not None:
            spot = self._session.spot or Spot(0, 0, max(0, self._session.look.channel))
            self._session.set_spot(mover(spot, size))  # type: ignore[operator]

    def _show_playing(self) -> None:
        self._play.setIcon(icon("pause" if self.is_playing else "play"))
        text = tr("Stop the walk (P)") if self.is_playing else tr("Walk over the picture (P)")
        self._play.setToolTip(text)
        self._play.setAccessibleName(text)

    def _show_channels(self, explanation: Explanation) -> None:
        names = [translated(each.title) if each.title else tr("channel {number}", number=each.channel)
                 for each in explanation.channels]  # fmt: skip
        has_several = len(names) > 1
        self._channel.setVisible(has_several)
        shown = [self._channel.itemText(index) for index in range(1, self._channel.count())]
        if has_several and shown != names:
            self._channel.blockSignals(True)
            self._channel.clear()
            self._channel.addItems([tr("All channels"), *names])
            self._channel.blockSignals(False)
            self._view.show_channel(-1)

    def _on_output_changed(self, output: Output | None) -> None:
        explanation = output.explanation if output is not None else None
        has_size = self._size() is not None
        for widget in (self._back, self._play, self._next, self._speed):
            widget.setEnabled(has_size)
        if output is None or explanation is None or self._session.selection == SOURCE:
            self._show_empty(has_size)
            return
        place = tr("row {row}, column {column}", row=explanation.row, column=explanation.column)
        image = output.right_image
        if image is not None and image.ndim == 3:
            place += tr(", map {number} of {count}", number=explanation.channel + 1, count=image.shape[2])
        self._place.setText(place)
        self._show_channels(explanation)
        self._view.show_explanation(explanation, output.story)
        self._pages.setCurrentIndex(1)

    def _show_empty(self, has_size: bool) -> None:
        if has_size:
            self._empty.set_state(
                "microscope",
                tr("Point at the result"),
                tr("Every value shows the window, the kernel and the sum that made it. Click to keep it here."),
                self._start,
            )
        elif self._session.selection != SOURCE and self._session.output is not None:
            self._empty.set_state(
                "microscope",
                tr("Nothing to explain yet"),
                tr("There is no result to look into; above stands why. Change that, or select another stage."),
            )
        else:
            self._empty.set_state(
                "microscope",
                tr("Nothing to explain yet"),
                tr("The source's values come as they are. Select a stage on the left to look into its result."),
            )
        self._place.clear()
        self._channel.hide()
        self._pages.setCurrentIndex(0)

    def _on_selection_changed(self, _index: int) -> None:
        if self.is_playing:
            self.toggle_play()

    def _on_start(self) -> None:
        size = self._size()
        if size is not None:
            self._session.set_spot(Spot(size[0] // 2, size[1] // 2, max(0, self._session.look.channel)))

    def _on_time_to_step(self) -> None:
        if self._size() is None:
            self.toggle_play()
        else:
            self.step()

    def _on_speed_changed(self, speed: int) -> None:
        self._timer.setInterval(1000 // speed)


class _Panel(QWidget):
    """Takes the arrow keys while the microscope has the focus."""

    def __init__(self, dock: MicroscopeDock) -> None:
        super().__init__()
        self._dock = dock
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _ARROWS:
            self._dock.step_aside(*_ARROWS[key])
        else:
            super().keyPressEvent(event)
