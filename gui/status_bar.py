"""The status bar: worker and device, frames a second and where the milliseconds go."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStatusBar, QWidget

from gui.live import Live
from gui.session import Timing
from gui.text import tr
from gui.theme.appearance import Appearance
from gui.widgets.labels import label
from gui.widgets.status_bits import FigureLabel, StatusDot

REFRESH_MS = 250
GAP = 12


class StatusBar(QStatusBar):
    """Figures are brought up to date four times a second: often enough to follow, seldom enough to read."""

    def __init__(self, live: Live, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kernels = lambda: live.timing
        self._timing_of: Callable[[], Timing] = self._kernels
        self.setSizeGripEnabled(False)
        self.dot = StatusDot(appearance, tr("Network worker off"), "dim")
        self._rate = FigureLabel(widest="000 f/s")
        self._rate.setToolTip(tr("Pictures drawn in the last second. A picture that stands still is drawn once."))
        self._timing = FigureLabel(widest="capture 00.0 · compute 000.0 · draw 00.0 ms")
        self._timing.setToolTip(
            tr("Milliseconds of the newest picture: its age when it was taken up, recipe or network, drawing.")
        )
        self.setContentsMargins(8, 0, 8, 0)
        self.training = StatusDot(appearance, "", "dim")
        self._training_words: Callable[[], tuple[str, str]] | None = None
        for each in (self.dot, self.training, self._rate, self._timing):
            self.addWidget(each)
        self.training.hide()
        self._promise = label(tr("Everything stays on this computer"), face="caption")
        self.addPermanentWidget(self._promise)
        self._timer = QTimer(self, interval=REFRESH_MS)
        self._timer.timeout.connect(self.refresh)
        self._timer.start()

    def show_network(self, timing_of: Callable[[], Timing] | None) -> None:
        """Show the figures of the network's maps instead of the recipe's, or these again."""
        self._timing_of = timing_of or self._kernels
        self.refresh()

    def show_training(self, words: Callable[[], tuple[str, str]] | None) -> None:
        """Show what the training worker does, and its role, instead of the pictures' figures, or these again."""
        self._training_words = words
        self.training.setVisible(words is not None)
        for each in (self._rate, self._timing):
            each.setVisible(words is None)
        self.refresh()

    def refresh(self) -> None:
        """Show the figures of this moment; they come before the words on the right where room is short."""
        needed = sum(each.sizeHint().width() + GAP for each in (self.dot, self._rate, self._timing, self._promise))
        self._promise.setVisible(needed <= self.width())
        if self._training_words is not None:
            self.training.set_status(*self._training_words())
            return
        timing = self._timing_of()
        is_recipe = self._timing_of is self._kernels
        rate = timing.frames_per_second
        self._rate.setText(f"{rate:3.0f} f/s" if rate >= 1 else tr("still"))
        figures = {
            "capture": f"{timing.capture:4.1f}", "compute": f"{timing.compute:5.1f}", "draw": f"{timing.draw:4.1f}",
        }  # fmt: skip
        self._timing.setText(
            tr("capture {capture} · compute {compute} · draw {draw} ms", **figures)
            if is_recipe
            else tr("capture {capture} · forward {compute} · draw {draw} ms", **figures)
        )
