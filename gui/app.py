"""From the start of the window to its end: makes the parts, puts them together, takes them apart in order."""

from __future__ import annotations

import gc
import os
import sys
from contextlib import ExitStack
from pathlib import Path

from PySide6.QtWidgets import QApplication

from engine.errors import UserError
from engine.network.process import network_worker
from engine.network.training.process import training_worker
from engine.opencv import cv2
from engine.text import mark
from gui.autosave import Autosave
from gui.background import Background
from gui.children import QtChild
from gui.crash import CrashGuard, Start
from gui.first_recipe import SOURCE, begin
from gui.folders import data_folder, stand_in_words
from gui.live import Live
from gui.log import start_log, stop_log
from gui.notify import Notifier, hooks_installed
from gui.parts import Parts
from gui.session import Session
from gui.settings import Settings
from gui.source_keeper import SourceKeeper
from gui.stopping import quit_on_signals
from gui.theme.appearance import Appearance
from gui.timeline import Timeline
from gui.warming import Warming
from gui.window import MainWindow
from gui.worker_status import WorkerStatus


def run_window(*, file: str | None = None, is_safe: bool = False) -> int:
    """Open the window and stay until it is closed. Returns the exit code."""
    timeline = Timeline()
    application = make_application()
    timeline.note("application")
    leave_a_core_to_qt()
    with ExitStack() as end:
        folder = data_folder()
        handler = start_log(folder)
        end.callback(stop_log, handler)
        guard = CrashGuard(folder)
        start = guard.begin()
        is_safe = is_safe or start.is_safe
        parts = make_parts(application, folder, guard, end, is_safe=is_safe)
        window = MainWindow(parts)
        timeline.note("window")
        network = parts.network
        if network is not None:
            worker_status = WorkerStatus(network, window.status.dot, parts.notifier, window)
            window.destroyed.connect(worker_status.deleteLater)
            network.start()
        parts.keeper.open_now(SOURCE)
        parts.live.make_now()
        autosave = Autosave(
            parts.session,
            guard.session_file,
            parts.background,
            parts.notifier,
            window,
            source=parts.keeper.present_spec,
            workspace=window.workspace_state,
        )
        window.workspace_changed.connect(autosave.note_change)
        parts.keeper.status_changed.connect(autosave.note_change)
        timeline.note("picture")
        window.first_painted.connect(lambda: _after_first_paint(window, start, file, timeline))
        quit_on_signals(window)
        window.show()
        code = application.exec()
        autosave.save()
        parts.background.close()
        guard.end()
    return code


def make_application() -> QApplication:
    """Qt's application object with our names."""
    if sys.platform.startswith("linux") and not _has_display():
        raise UserError(
            mark("There is no display to open a window on. “main.py tour OUT_DIR” draws it to PNG files instead.")
        )
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    application.setApplicationName("Kernelscope")
    application.setDesktopFileName("kernelscope")
    return application


def leave_a_core_to_qt() -> None:
    """Keep OpenCV's threads off one core, or drawing would wait for every kernel."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    cv2.setNumThreads(max(1, cores - 1))


def make_parts(
    application: QApplication,
    folder: Path,
    guard: CrashGuard,
    end: ExitStack,
    *,
    is_safe: bool,
    has_network: bool = True,
) -> Parts:
    """Make everything that outlives single widgets; `end` takes it apart again."""
    notifier = Notifier()
    end.enter_context(hooks_installed(notifier))
    settings = Settings(folder, is_safe=is_safe)
    appearance = Appearance(application, choice=settings.theme)
    session = Session()
    begin(session)
    background = Background(notifier.error)
    figures = Background(notifier.error)
    end.callback(figures.close)
    end.callback(background.close)
    live = Live(session, notifier, is_dark=appearance.theme.is_dark)
    keeper = SourceKeeper(session, background, notifier, on_frame=live.wake)
    keeper.swapped.connect(live.set_source)
    keeper.status_changed.connect(lambda _: live.wake())
    end.callback(keeper.close)
    end.callback(live.close)
    live.start()
    network = training = None
    if has_network:
        training = QtChild(training_worker())
        end.callback(training.close)
        network = QtChild(network_worker())
        end.callback(network.close)
    return Parts(
        folder, settings, notifier, background, figures, appearance, session, live, keeper, guard, network, training
    )


def _after_first_paint(window: MainWindow, start: Start, file: str | None, timeline: Timeline) -> None:
    timeline.note("first paint")
    begin_collecting()
    timeline.write()
    if window.parts.network is not None:
        Warming(window, window.prepare, settle=gc.freeze).start()
    if start.crashes:
        window.session_actions.offer(start)
    window.joining.offer_unfinished_run()
    if words := stand_in_words(window.parts.folder):
        window.parts.notifier.tell(words, level="warning", topic="folder")
    if file is not None:
        window.open_path(Path(file))


def begin_collecting() -> None:
    """Look for garbage from now on, but not among what is here: it stays.

    Looking that through again and again would stall the event loop for tens of milliseconds each time.
    """
    gc.freeze()
    gc.enable()


def _has_display() -> bool:
    platform = os.environ.get("QT_QPA_PLATFORM", "")
    return bool(
        platform not in ("", "xcb", "wayland") or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    )
