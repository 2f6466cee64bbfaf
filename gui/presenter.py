"""Presenter mode: large type, thick lines, large pictures, panels out of the way; and the way back."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QByteArray, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QDockWidget, QMainWindow

from gui.layouts import Layouts
from gui.theme.appearance import Appearance

KEPT_SHARE = 0.4
"""Height of the panels that stay, as a share of the window: their type is large now."""


class Presenter(QObject):
    """Enters and leaves the mode. `kept` are the panels that stay if they are open (the microscope).

    Signals:
        changed(bool): the mode was entered or left.
    """

    changed = Signal(bool)

    def __init__(
        self,
        window: QMainWindow,
        appearance: Appearance,
        layouts: Layouts,
        *,
        docks: Callable[[], Sequence[QDockWidget]],
        kept: Callable[[], Sequence[QDockWidget]],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._appearance = appearance
        self._layouts = layouts
        self._docks = docks
        self._kept = kept
        self._state_before: QByteArray | None = None
        self._was_full_screen = False
        self._settling: QByteArray | None = None
        self._turns = 0

    @property
    def is_on(self) -> bool:
        """Whether the mode is on."""
        return self._state_before is not None

    @property
    def state_before(self) -> QByteArray | None:
        """The arrangement that will come back; None while the mode is off."""
        return self._state_before

    def set_on(self, is_on: bool) -> None:
        """Enter or leave."""
        if is_on == self.is_on:
            return
        if is_on:
            self._enter()
        else:
            self._leave()
        self.changed.emit(is_on)

    def around(self, switch: Callable[[QByteArray | None], QByteArray]) -> None:
        """Do what brings other panels; while the mode is on, those are put out of the way too, as far as they may.

        `switch` gets the arrangement to keep of the panels that go, None for the present one, and returns that of
        those that come.
        """
        arrangement = switch(self._state_before)
        if self._state_before is not None:
            self._state_before = arrangement
            self._give_height(self._cleared())

    def _enter(self) -> None:
        self._state_before = self._layouts.state()
        self._was_full_screen = self._window.isFullScreen()
        self._window.menuBar().hide()
        open_docks = self._cleared()
        self._appearance.is_presenter = True
        # Not `showFullScreen`, which forgets that the window filled the screen before.
        self._window.setWindowState(self._window.windowState() | Qt.WindowState.WindowFullScreen)
        self._window.show()
        self._give_height(open_docks)

    def _cleared(self) -> list[QDockWidget]:
        """Put the panels out of the way; those that stay."""
        open_docks = [dock for dock in self._kept() if dock.isVisible()]
        for dock in self._docks():
            dock.setVisible(dock in open_docks)
        return open_docks

    def _give_height(self, open_docks: Sequence[QDockWidget]) -> None:
        if open_docks:
            height = round(self._window.height() * KEPT_SHARE)
            self._window.resizeDocks(open_docks, [height] * len(open_docks), Qt.Orientation.Vertical)

    def _leave(self) -> None:
        state, self._state_before = self._state_before, None
        self._appearance.is_presenter = False
        self._window.menuBar().show()
        if not self._was_full_screen:
            self._window.setWindowState(self._window.windowState() & ~self._window.windowState().WindowFullScreen)
        if state is not None:
            self._layouts.put_back(state)
            # The panels are still as wide as their large type made them, and the window is as large as the screen.
            self._settling, self._turns = state, self._layouts.turns
            if not self._was_full_screen:
                self._window.installEventFilter(self)
            self._settle_soon()

    def _settle_soon(self) -> None:
        QTimer.singleShot(0, self, self._settle)

    def _settle(self) -> None:
        if self._settling is not None and not self.is_on and self._turns == self._layouts.turns:
            self._layouts.put_back(self._settling)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self._settling is not None:
            # The window has its own size again: after this nothing but the user moves a panel.
            self._window.removeEventFilter(self)
            self._settle_soon()
        return super().eventFilter(watched, event)
