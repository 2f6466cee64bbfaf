"""Play, pause, step and scrub, for a video or an explanation that goes step by step."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QWidget

from gui.icons import icon
from gui.text import tr
from gui.widgets.buttons import icon_button
from gui.widgets.jump_slider import JumpSlider
from gui.widgets.status_bits import FigureLabel


class Scrubber(QWidget):
    """Shows a position among `length` and asks to change it; it has no clock of its own, the owner moves it.

    Signals:
        play_toggled(bool): the user asked to play, or to pause.
        stepped(int): the user asked to go so many positions on, 1 or -1.
        moved(int): the user chose this position.
        speed_changed(float): the user chose this speed, 1.0 being the usual one.
    """

    play_toggled = Signal(bool)
    stepped = Signal(int)
    moved = Signal(int)
    speed_changed = Signal(float)

    def __init__(self, *, speeds: Sequence[float] = (0.25, 0.5, 1.0, 2.0, 4.0), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label: Callable[[int, int], str] = lambda position, length: f"{position + 1} / {length}"
        self._back = icon_button("step-back", tr("One step back"))
        self._play = icon_button("play", tr("Play"))
        self._play.setCheckable(True)
        self._forward = icon_button("step-forward", tr("One step on"))
        self._slider = JumpSlider()
        self._slider.setAccessibleName(tr("Position"))
        self._slider.setMinimumWidth(60)
        self._slider.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._figures = FigureLabel()
        self._speed = QComboBox()
        self._speed.setAccessibleName(tr("Speed"))
        self._speed.setToolTip(tr("How fast it plays"))
        for speed in speeds:
            self._speed.addItem(f"{speed:g}×", float(speed))
        self._speed.setCurrentIndex(max(0, self._speed.findData(1.0)))
        self._speed.setVisible(len(speeds) > 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for widget in (self._back, self._play, self._forward):
            row.addWidget(widget)
        row.addSpacing(4)
        row.addWidget(self._slider, 1)
        row.addSpacing(4)
        row.addWidget(self._figures)
        row.addWidget(self._speed)
        self._play.toggled.connect(self._on_play_toggled)
        self._back.clicked.connect(lambda: self.stepped.emit(-1))
        self._forward.clicked.connect(lambda: self.stepped.emit(1))
        self._slider.valueChanged.connect(self._on_moved)
        self._speed.currentIndexChanged.connect(lambda: self.speed_changed.emit(self.speed()))
        self.set_length(0)

    def set_length(self, length: int) -> None:
        """How many positions there are; with none everything is off."""
        with QSignalBlocker(self._slider):
            self._slider.setRange(0, max(0, length - 1))
        self._slider.setPageStep(max(1, length // 10))
        for widget in (self._back, self._play, self._forward, self._slider):
            widget.setEnabled(length > 1)
        self._refresh()

    def length(self) -> int:
        """How many positions there are."""
        return self._slider.maximum() + 1

    def set_position(self, position: int) -> None:
        """Show a position without a signal, unless the user is just dragging to another one."""
        if self._slider.isSliderDown():
            return
        with QSignalBlocker(self._slider):
            self._slider.setValue(position)
        self._refresh()

    def position(self) -> int:
        """The position that is shown."""
        return self._slider.value()

    def set_playing(self, is_playing: bool) -> None:
        """Show play or pause without a signal."""
        with QSignalBlocker(self._play):
            self._play.setChecked(is_playing)
        self._draw_play()

    def is_playing(self) -> bool:
        """Whether it shows that something plays."""
        return self._play.isChecked()

    def speed(self) -> float:
        """The chosen speed."""
        return float(self._speed.currentData())

    def set_label(self, text_of: Callable[[int, int], str]) -> None:
        """Say a position in other words: a function of position and length."""
        self._label = text_of
        self._refresh()

    def _refresh(self) -> None:
        self._figures.setText(self._label(self.position(), self.length()))

    def _draw_play(self) -> None:
        hint = tr("Pause") if self._play.isChecked() else tr("Play")
        self._play.setIcon(icon("pause" if self._play.isChecked() else "play"))
        self._play.setToolTip(hint)
        self._play.setAccessibleName(hint)

    def _on_play_toggled(self, is_playing: bool) -> None:
        self._draw_play()
        self.play_toggled.emit(is_playing)

    def _on_moved(self, position: int) -> None:
        self._refresh()
        self.moved.emit(position)
