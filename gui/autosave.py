"""The session as a file: written within seconds of a change, so that a crash costs nobody their work."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, cast

from PySide6.QtCore import QObject, QTimer, Slot

from engine.errors import UserError
from engine.files import write_atomically
from engine.imaging.recipe import Recipe
from engine.plain import plain_data
from engine.project.layout import LARGEST_TEXT
from engine.project.migrations import SESSION_FORMAT, SESSION_VERSION, migrated_session
from engine.sources.specs import SourceSpec, from_json, to_json
from engine.text import mark
from gui.background import Background
from gui.notify import Notifier
from gui.session import Look, Session

DELAY_MS = 2_000


@dataclass(frozen=True)
class SavedSession:
    """What a session file holds."""

    source: SourceSpec | None
    recipe: Recipe
    selection: int
    look: Look
    workspace: dict[str, object]


def session_to_text(
    session: Session, source: object | None = None, workspace: Mapping[str, object] | None = None
) -> str:
    """The text of a session file; `source` stands in for the session's own where it knows the present place better.

    `workspace` says which one is in front, and what the others show.
    """
    spec = session.source if source is None else source
    data = {
        "format": SESSION_FORMAT,
        "version": SESSION_VERSION,
        "source": None if spec is None else to_json(cast(SourceSpec, spec)),
        "recipe": session.recipe.to_json(),
        "selection": session.selection,
        "look": asdict(session.look),
        "workspace": dict(workspace or {}),
    }
    # In one line: with line breaks it takes ten times as long, which of thousands of pictures put by hand is felt.
    return json.dumps(data, ensure_ascii=False) + "\n"


def load_session(path: Path, lost: list[UserError] | None = None) -> SavedSession:
    """Read a session file; raises `UserError` when it is damaged, of a newer version, or cannot be read.

    With `lost` a damaged part of it is no reason to refuse the rest: what it was goes there.
    """
    try:
        if path.stat().st_size > LARGEST_TEXT:
            raise UserError(mark("“{name}” is far too large for a saved session."), name=path.name)
        data = plain_data(path.read_bytes())
    except OSError as error:
        raise UserError(
            mark("“{name}” cannot be read: {reason}."), name=path.name, reason=error.strerror or str(error)
        ) from None
    except ValueError as error:
        raise UserError(
            mark("The saved session is damaged and cannot be restored. Begin anew."), details=str(error)
        ) from None
    return _checked(data, lost)


def _checked(data: Any, lost: list[UserError] | None) -> SavedSession:
    data = migrated_session(data)
    source, recipe = None, Recipe()
    try:
        source = None if data.get("source") is None else from_json(data["source"])
    except UserError as error:
        _lose(lost, UserError(mark("The picture source is lost. {reason}"), reason=error), error)
    try:
        recipe = Recipe.from_json(data.get("recipe"))
    except UserError as error:
        _lose(lost, UserError(mark("The recipe is lost. {reason}"), reason=error), error)
    selection, workspace = data.get("selection"), data.get("workspace")
    if lost is not None and not isinstance(workspace, dict):
        lost.append(UserError(mark("What was set in the workspaces is lost.")))
    return SavedSession(
        source=source,
        recipe=recipe,
        selection=selection if isinstance(selection, int) and not isinstance(selection, bool) else -1,
        look=_look(data.get("look")),
        workspace=workspace if isinstance(workspace, dict) else {},
    )


def _lose(lost: list[UserError] | None, words: UserError, error: UserError) -> None:
    if lost is None:
        raise error
    lost.append(words)


def _look(data: Any) -> Look:
    known = data if isinstance(data, dict) else {}
    left, limits, channel = known.get("left"), known.get("limits"), known.get("channel")
    return Look(
        left=left if left in ("source", "input") else "source",
        channel=channel if isinstance(channel, int) and not isinstance(channel, bool) and channel >= -1 else -1,
        limits=limits if limits in ("auto", "full") else "auto",
    )


class Autosave(QObject):
    """Writes the session some seconds after it changed, outside Qt's thread; a failure is told once."""

    def __init__(
        self,
        session: Session,
        path: Path,
        background: Background,
        notifier: Notifier,
        parent: QObject | None = None,
        *,
        source: Callable[[], object | None] = lambda: None,
        workspace: Callable[[], Mapping[str, object]] = dict,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._path = path
        self._background = background
        self._notifier = notifier
        self._source = source
        self._workspace = workspace
        self._written = session_to_text(session, source(), workspace())
        self._timer = QTimer(self, singleShot=True, interval=DELAY_MS)
        self._timer.timeout.connect(self.save)
        for changed in (
            session.source_changed,
            session.recipe_changed,
            session.selection_changed,
            session.look_changed,
        ):
            changed.connect(self.note_change)

    def save(self) -> None:
        """Write the session now, if it is not as it was written last."""
        self._timer.stop()
        text = session_to_text(self._session, self._source(), self._workspace())
        if text != self._written:
            self._written = text
            self._background.run(lambda: write_atomically(self._path, text.encode()), failed=self._on_failed)

    @Slot()
    def note_change(self) -> None:
        """Something is different now; write it soon."""
        # Not started anew by further changes: under a slider that is dragged for minutes it would never fire.
        if not self._timer.isActive():
            self._timer.start()

    def _on_failed(self, error: BaseException) -> None:
        self._notifier.error(error, topic="autosave")
