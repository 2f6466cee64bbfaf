"""`main.py tour OUT_DIR`: draws workspaces and panels, with built-in samples, to PNG files without a screen."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from engine.errors import UserError
from engine.files import write_atomically
from engine.text import mark

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from gui.window import MainWindow

SIZE, LARGE = (1366, 768), (1920, 1080)
THEMES = ("dark", "light")
PATIENCE_MS = 20_000
STILL_MS = 250


@dataclass(frozen=True)
class Scene:
    """One thing to draw: the file's name without the theme, how to set it up, and which part of the window."""

    name: str
    set_up: Callable[[MainWindow], None]
    part: Callable[[MainWindow], QWidget]
    size: tuple[int, int] = SIZE
    is_ready: Callable[[MainWindow], bool] | None = None  # None: when the recipe's result is there


def run_tour(folder: Path, *, say: Callable[[str], None] = lambda _sentence: None) -> list[Path]:
    """Draw everything into `folder` and return the paths in order; `say` is told what could not be drawn."""
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError(
            mark("The folder “{folder}” cannot be made: {reason}. Choose another one."),
            folder=folder, reason=error.strerror or error,
        ) from None  # fmt: skip
    return list(_drawn(folder, say))


def _drawn(folder: Path, say: Callable[[str], None]) -> Iterator[Path]:
    from gui.app import make_application, make_parts
    from gui.crash import CrashGuard
    from gui.first_recipe import SOURCE
    from gui.window import MainWindow

    application = make_application()
    with ExitStack() as end:
        home = Path(end.enter_context(tempfile.TemporaryDirectory(ignore_cleanup_errors=True)))
        # Nothing of the user's own is read or written; a safe start has no saved layout and keeps none.
        parts = make_parts(application, home, CrashGuard(home), end, is_safe=True)
        window = MainWindow(parts)
        end.callback(_take_apart, window)
        parts.keeper.open_now(SOURCE)
        parts.live.make_now()
        for theme in THEMES:
            parts.appearance.choice = theme
            for scene in _scenes(window, say):
                window.resize(*scene.size)
                window.show()
                scene.set_up(window)
                if scene.is_ready is None:
                    _settle(window, theme)
                else:
                    wait_for(partial(scene.is_ready, window))
                yield _save(scene.part(window), folder / f"{scene.name}-{theme}.png")


def _take_apart(window: MainWindow) -> None:
    from PySide6.QtCore import QEvent
    from PySide6.QtWidgets import QApplication

    window.close()
    window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _scenes(window: MainWindow, say: Callable[[str], None]) -> Iterator[Scene]:
    yield Scene("kernels", _begin, lambda window: window)
    yield Scene("kernels-cnn", _network_by_hand, lambda window: window)
    yield Scene("kernels-large", _begin, lambda window: window, LARGE)
    yield Scene("presenter", _presenter, lambda window: window)
    for dock in window.docks.all:
        yield Scene(f"dock-{dock.objectName()}", partial(_raise, dock=dock), partial(_itself, dock=dock))
    yield Scene("shortcuts", lambda window: None, lambda window: window.view_actions.show_shortcuts())
    yield from _network_scenes(window, say)
    yield from _train_scenes(window, say)


def _network_scenes(window: MainWindow, say: Callable[[str], None]) -> Iterator[Scene]:
    from gui.network_tour import ask_why, is_drawn, is_why_answered, opened, raise_dock, set_up
    from gui.text import tr

    if not opened(window, wait_for):
        say(tr("The Network workspace is not drawn: the network worker could not be started."))
        return
    yield Scene("network", set_up, lambda window: window, is_ready=is_drawn)
    for dock in window.workspaces.current.docks:
        if dock.objectName() != "network_why":
            in_front = partial(raise_dock, dock=dock)
            yield Scene(f"dock-{dock.objectName()}", in_front, partial(_itself, dock=dock), is_ready=is_drawn)
    yield Scene("network-why", ask_why, lambda window: window, is_ready=is_why_answered)


def _train_scenes(window: MainWindow, say: Callable[[str], None]) -> Iterator[Scene]:
    from gui.text import tr
    from gui.train_tour import is_drawn, raise_dock, set_up, show_pictures, trained

    if not trained(window, wait_for):
        say(tr("The Train workspace is not drawn: the training worker could not be started."))
        return
    yield Scene("train", set_up, lambda window: window, is_ready=is_drawn)
    yield Scene("train-pictures", show_pictures, lambda window: window, is_ready=is_drawn)
    for dock in window.workspaces.current.docks:
        in_front = partial(raise_dock, dock=dock)
        yield Scene(f"dock-{dock.objectName()}", in_front, partial(_itself, dock=dock), is_ready=is_drawn)


def _begin(window: MainWindow) -> None:
    from gui.first_recipe import begin
    from gui.session import Spot
    from gui.workspaces import KERNELS

    window.workspaces.show(KERNELS)
    window._reset_layout()
    begin(window.parts.session)
    window.parts.session.set_spot(Spot(98, 149))


def _network_by_hand(window: MainWindow) -> None:
    from engine.imaging.ready_made import ready_made

    chosen = next(each for each in ready_made() if each.name == "cnn")
    window.parts.session.put_recipe(chosen.recipe, chosen.selection)


def _presenter(window: MainWindow) -> None:
    _begin(window)
    window.presenter.set_on(True)
    window.setWindowState(window.windowState() & ~window.windowState().WindowFullScreen)


def _itself(_: MainWindow, dock: QWidget) -> QWidget:
    return dock


def _raise(window: MainWindow, dock: QWidget) -> None:
    _begin(window)
    dock.show()
    dock.raise_()


def wait_for(is_true: Callable[[], bool], patience_ms: int = PATIENCE_MS) -> bool:
    """Let the window live until something has come true and a moment longer; false if it does not."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    look = QTimer(interval=STILL_MS // 5)
    late = QTimer(singleShot=True, interval=patience_ms)
    still = QTimer(singleShot=True, interval=STILL_MS)
    still.timeout.connect(loop.quit)
    late.timeout.connect(loop.quit)
    look.timeout.connect(lambda: None if not is_true() or still.isActive() else still.start())
    look.start()
    late.start()
    loop.exec()
    for timer in (look, late, still):
        timer.stop()
    return is_true()


def _settle(window: MainWindow, theme: str) -> None:
    """Wait until the picture of the present settings is there and nothing has changed for a moment."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    quiet = QTimer(singleShot=True, interval=STILL_MS)
    late = QTimer(singleShot=True, interval=PATIENCE_MS)
    parts = window.parts

    def look() -> None:
        made, session = parts.live.made, parts.session
        is_current = (
            made is not None and made.wish.recipe == session.recipe and made.wish.selection == session.selection
        )
        if (
            is_current
            and made is not None
            and made.wish.is_dark == (theme == "dark")
            and made.wish.spot == session.spot
        ):
            loop.quit()
        else:
            quiet.start()

    quiet.timeout.connect(look)
    late.timeout.connect(loop.quit)
    connection = parts.live.shown.connect(lambda _: quiet.start())
    quiet.start()
    late.start()
    loop.exec()
    parts.live.shown.disconnect(connection)


def _save(widget: QWidget, path: Path) -> Path:
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice

    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    widget.grab().save(buffer, "PNG")
    write_atomically(path, bytes(content.data()))
    return path
