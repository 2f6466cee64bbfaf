"""The one way in which anything that went wrong, or has to be told, reaches the person: one sentence, in place."""

from __future__ import annotations

import logging
import sys
import threading
import time
import traceback
from collections.abc import Callable
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from types import TracebackType
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler

from engine.errors import UserError
from gui.log import LOGGER
from gui.text import sentence, tr

if TYPE_CHECKING:
    from collections.abc import Iterator

REPEATED_SECONDS = 10.0
log = logging.getLogger(LOGGER)

# WORKAROUND(PySide6 6.11): without a screen Qt warns of this for every window that it shows; it means nothing.
OFFSCREEN_COMPLAINT = "This plugin does not support propagateSizeHints()"


@dataclass(frozen=True)
class Offer:
    """A button beside a sentence."""

    text: str
    act: Callable[[], None]


@dataclass(frozen=True)
class Notice:
    """One sentence for the person. A newer notice of the same `topic` takes its place; `details` fold out."""

    level: str  # info | warning | error
    text: str
    details: str = ""
    topic: str = ""
    offers: tuple[Offer, ...] = ()


class Notifier(QObject):
    """Takes errors and remarks from any thread; writes them to the log and hands them to whoever shows them.

    Signals:
        posted(object): a `Notice` to show.
        withdrawn(str): what was told about this topic no longer holds.
    """

    posted = Signal(object)
    withdrawn = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._last_details = ""
        self._last_time = 0.0

    def tell(
        self, text: str, *, level: str = "info", topic: str = "", details: str = "", offers: tuple[Offer, ...] = ()
    ) -> None:
        """Show a translated sentence."""
        log.log(logging.INFO if level == "info" else logging.WARNING, "told: %s %s", text, details)
        self.posted.emit(Notice(level, text, details, topic or text, offers))

    def error(self, error: BaseException, *, topic: str = "", offers: tuple[Offer, ...] = ()) -> None:
        """Show what went wrong: a `UserError` in its own words, anything else as an error of the program."""
        notice = notice_of(error, topic=topic, offers=offers)
        if isinstance(error, UserError):
            log.warning("told: %s %s", notice.text, notice.details)
        elif self._is_news(notice.details):
            log.error("unexpected: %s", notice.details)
        self.posted.emit(notice)

    def _is_news(self, details: str) -> bool:
        """What fails with every frame of a camera would push everything else out of the log."""
        now = time.monotonic()
        is_news = details != self._last_details or now - self._last_time > REPEATED_SECONDS
        if is_news:
            self._last_details, self._last_time = details, now
        return is_news

    def withdraw(self, topic: str) -> None:
        """Take back what was said about a topic."""
        self.withdrawn.emit(topic)


def notice_of(error: BaseException, *, topic: str = "", offers: tuple[Offer, ...] = ()) -> Notice:
    """The sentence for an exception; technical details fold out below it."""
    if isinstance(error, UserError):
        text, details = sentence(error), error.details
    elif isinstance(error, MemoryError):
        text, details = tr("There is not enough memory for this. Use a smaller picture or close other programs."), ""
    elif isinstance(error, OSError) and error.strerror:
        text = tr("The system refused: {reason} ({name}).", reason=error.strerror, name=error.filename or "–")
        details = ""
    else:
        text = tr("An error inside the program stopped one action. Your work is still there; the log has the details.")
        details = "".join(traceback.format_exception(error))
    return Notice("error", text, details, topic or text, offers)


@contextmanager
def hooks_installed(notifier: Notifier) -> Iterator[None]:
    """Bring uncaught exceptions of Qt's slots and of threads, and Qt's own complaints, to the notifier."""
    with ExitStack() as undo:
        _replace(undo, sys, "excepthook", lambda kind, error, trace: _on_uncaught(notifier, kind, error, trace))
        _replace(undo, threading, "excepthook", lambda args: _on_thread_died(notifier, args))
        _replace(
            undo, sys, "unraisablehook", lambda args: log.error("unraisable: %s", args.exc_value, exc_info=_info(args))
        )
        before = qInstallMessageHandler(lambda kind, context, text: _on_qt_message(notifier, kind, context, text))
        undo.callback(qInstallMessageHandler, before)
        yield


def _replace(undo: ExitStack, owner: Any, name: str, hook: Callable[..., None]) -> None:
    undo.callback(setattr, owner, name, getattr(owner, name))
    setattr(owner, name, hook)


def _info(args: Any) -> tuple[Any, Any, Any]:
    return args.exc_type, args.exc_value, args.exc_traceback


def _on_uncaught(
    notifier: Notifier, kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)
    else:
        notifier.error(error.with_traceback(trace))


def _on_thread_died(notifier: Notifier, args: threading.ExceptHookArgs) -> None:
    if args.exc_value is not None and not isinstance(args.exc_value, SystemExit):
        notifier.error(args.exc_value.with_traceback(args.exc_traceback))


def _on_qt_message(notifier: Notifier, kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
    # Qt's warnings are for programmers and mostly harmless: into the log. What it calls critical is told.
    level = {
        QtMsgType.QtDebugMsg: logging.DEBUG,
        QtMsgType.QtInfoMsg: logging.INFO,
        QtMsgType.QtWarningMsg: logging.WARNING,
    }.get(kind, logging.ERROR)
    if text.endswith(OFFSCREEN_COMPLAINT):
        return
    logging.getLogger("qt").log(level, "%s: %s", context.category, text)
    if level == logging.ERROR:
        notifier.tell(
            tr("The window system reported a problem. The log has the details."), level="warning", details=text
        )
