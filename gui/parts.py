"""What the window is given: the things that live as long as the program and that several of its parts need."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from gui.background import Background
from gui.children import QtChild
from gui.crash import CrashGuard
from gui.live import Live
from gui.notify import Notifier
from gui.session import Session
from gui.settings import Settings
from gui.source_keeper import SourceKeeper
from gui.theme.appearance import Appearance


@dataclass(frozen=True, eq=False)
class Parts:
    """Handed to constructors instead of being reached for from anywhere."""

    folder: Path
    settings: Settings
    notifier: Notifier
    background: Background  # files and listings
    figures: Background  # what panels compute beside the picture
    appearance: Appearance
    session: Session
    live: Live
    keeper: SourceKeeper
    guard: CrashGuard
    network: QtChild | None = None
    training: QtChild | None = None  # started when the Train workspace is first brought to the front
