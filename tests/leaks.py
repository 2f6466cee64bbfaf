"""What a test leaves behind: threads, child processes, windows and running timers, each with where it was made."""

from __future__ import annotations

import gc
import multiprocessing
import sys
import threading
import time
import weakref
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

PATIENCE = 60.0
"""Seconds a thread or process that is on its way out may take to get there; on a busy machine that is long."""


def _caller() -> str:
    """The nearest line of ours that asked for the call being recorded."""
    frame = sys._getframe(2)
    root = str(Path(__file__).resolve().parents[1])
    while frame.f_back is not None:
        name = frame.f_code.co_filename
        if name.startswith(root) and "site-packages" not in name and name != __file__:
            return f"{Path(name).relative_to(root)}:{frame.f_lineno}"
        frame = frame.f_back
    return "unknown place"


class LeakWatch:
    """Notes what there is before a test, and tells what is new and still there after it."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._places: weakref.WeakKeyDictionary[object, str] = weakref.WeakKeyDictionary()
        self._started: list[weakref.ref[object]] = []
        self._threads = set(threading.enumerate())
        self._processes = set(multiprocessing.active_children())
        self._record(monkeypatch, threading.Thread)
        self._qt_core = sys.modules.get("PySide6.QtCore")
        self._qt_widgets = sys.modules.get("PySide6.QtWidgets")
        self._windows = set(map(_address, self._windows_now()))
        if self._qt_core:
            self._record(monkeypatch, self._qt_core.QTimer)
            self._record(monkeypatch, self._qt_core.QThread)

    def _record(self, monkeypatch: pytest.MonkeyPatch, kind: type) -> None:
        start: Callable[..., object] = kind.start  # type: ignore[attr-defined]

        def start_and_note(something: object, *arguments: object) -> object:
            if something not in self._places:
                self._started.append(weakref.ref(something))
            self._places[something] = _caller()
            return start(something, *arguments)

        monkeypatch.setattr(kind, "start", start_and_note)

    def leaks(self) -> list[str]:
        """A line for each thing that outlived the test; garbage is collected first, and endings waited for."""
        end = time.monotonic() + PATIENCE
        self._delete_later()
        found = self._found()
        if found:
            gc.collect()
            self._delete_later()
            found = self._found()
        while found and time.monotonic() < end:
            time.sleep(0.02)
            found = self._found()
        return found

    def _found(self) -> list[str]:
        return [*self._running_threads(), *self._running_processes(), *self._left_windows(), *self._running_timers()]

    def _running_threads(self) -> Iterable[str]:
        for thread in set(threading.enumerate()) - self._threads:
            # A thread that Qt or a C library made and that once called Python stays in the list for ever.
            if not isinstance(thread, threading._DummyThread):
                yield f"thread {thread.name!r}, started at {self._places.get(thread, 'unknown place')}"

    def _running_processes(self) -> Iterable[str]:
        for process in set(multiprocessing.active_children()) - self._processes:
            yield f"child process {process.name!r}"

    def _delete_later(self) -> None:
        """Carry out every `deleteLater`, which otherwise waits for an event loop that a test need not have."""
        if self._qt_core and self._qt_core.QCoreApplication.instance():
            self._qt_core.QCoreApplication.sendPostedEvents(None, self._qt_core.QEvent.Type.DeferredDelete)

    def _windows_now(self) -> list[Any]:
        """Windows that no other object would take with it; Qt itself keeps the tooltip."""
        application = self._qt_widgets.QApplication.instance() if self._qt_widgets else None
        widgets = application.topLevelWidgets() if application else []
        return [each for each in widgets if each.parent() is None and each.metaObject().className() != "QTipLabel"]

    def _left_windows(self) -> Iterable[str]:
        for widget in self._windows_now():
            if _address(widget) not in self._windows:
                kind, name = type(widget), widget.objectName() or widget.windowTitle()
                yield f"window {kind.__module__}.{kind.__qualname__} {name!r} (give it to qtbot.addWidget, or a parent)"

    def _running_timers(self) -> Iterable[str]:
        for reference in self._started:
            something = reference()
            if self._qt_core and isinstance(something, self._qt_core.QObject) and self._is_running(something):
                yield f"{type(something).__name__} still running, started at {self._places[something]}"

    def _is_running(self, something: Any) -> bool:
        import shiboken6

        if not shiboken6.isValid(something):
            return False
        owner = something
        while owner.parent() is not None:
            owner = owner.parent()
        # What a window of a whole test module runs ends with that window.
        is_of_this_test = not owner.isWidgetType() or _address(owner) not in self._windows
        return is_of_this_test and (something.isActive() if hasattr(something, "isActive") else something.isRunning())


def _address(widget: object) -> int:
    import shiboken6

    return shiboken6.getCppPointer(widget)[0]
