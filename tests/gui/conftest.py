"""A whole window for tests, without a network worker: `window`, with its `parts`, and `answers` to its questions."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from gui.app import make_parts
from gui.asking import Asking
from gui.crash import CrashGuard
from gui.first_recipe import SOURCE
from gui.parts import Parts
from gui.theme.appearance import Appearance
from gui.window import MainWindow


class Answers(Asking):
    """Answers every question from what the test has laid down, instead of opening a dialog."""

    def __init__(self) -> None:
        super().__init__()
        self.path: Path | None = None
        self.answer: str | None = None

    def open_file(self, title: str, kinds: str) -> Path | None:
        return self.path

    def open_folder(self, title: str) -> Path | None:
        return self.path

    def save_file(self, title: str, name: str, kinds: str) -> Path | None:
        return self.path

    def text(self, title: str, question: str, text: str = "") -> str | None:
        return self.answer


@pytest.fixture(scope="session")
def dressed_application(qapp: QApplication) -> Appearance:
    return Appearance(qapp, choice="dark")


@pytest.fixture
def appearance(dressed_application: Appearance) -> Iterator[Appearance]:
    """The dark theme, whatever a test makes of it."""
    yield dressed_application
    dressed_application.is_presenter = False
    dressed_application.choice = "dark"


@pytest.fixture
def answers() -> Answers:
    return Answers()


@pytest.fixture
def parts(qapp: QApplication, tmp_path: Path) -> Iterator[Parts]:
    """Everything that the window is given."""
    folder = tmp_path / "home"
    folder.mkdir()
    with ExitStack() as end:
        yield make_parts(qapp, folder, CrashGuard(folder), end, is_safe=False, has_network=False)
        qapp.setStyleSheet("")


@pytest.fixture
def window(parts: Parts, answers: Answers, qtbot) -> Iterator[MainWindow]:
    """The window with its first picture on the screen."""
    made = MainWindow(parts, asking=answers)
    parts.keeper.open_now(SOURCE)
    parts.live.make_now()
    with qtbot.waitSignal(made.first_painted):
        made.show()
    yield made
    made.close()
    made.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
