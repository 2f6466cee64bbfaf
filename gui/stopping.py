"""Ctrl+C in the terminal and a polite kill close the window as its button does."""

from __future__ import annotations

import signal
import socket

from PySide6.QtCore import QSocketNotifier
from PySide6.QtWidgets import QWidget


def quit_on_signals(window: QWidget) -> None:
    """Close `window` on SIGINT and SIGTERM.

    Python runs a signal's handler only between two lines of Python, and Qt's loop may run for long without any; the
    number that Python writes into a socket wakes Qt up.
    """
    reading, writing = socket.socketpair()
    for end in (reading, writing):
        end.setblocking(False)
    signal.set_wakeup_fd(writing.fileno(), warn_on_full_buffer=False)
    notifier = QSocketNotifier(reading.fileno(), QSocketNotifier.Type.Read, window)

    def on_woken() -> None:
        try:
            if any(number in (signal.SIGINT, signal.SIGTERM) for number in reading.recv(64)):
                window.close()
        except BlockingIOError:
            pass

    notifier.activated.connect(on_woken)
    for each in (signal.SIGINT, signal.SIGTERM):
        signal.signal(each, lambda *_: None)

    def on_destroyed() -> None:
        signal.set_wakeup_fd(-1)
        reading.close()
        writing.close()

    window.destroyed.connect(on_destroyed)
