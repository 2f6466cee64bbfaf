"""Who hears what a supervised child does. Everybody is called from the supervisor's thread, one after the other."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from engine.child.lifecycle import State
from engine.child.messages import Death, Log, Message

_log = logging.getLogger("engine.child")


@dataclass(frozen=True, kw_only=True, eq=False)
class Listener:
    """One who listens, and to what."""

    on_state: Callable[[State], None] | None = None
    on_message: Callable[[Message], None] | None = None
    on_death: Callable[[Death], None] | None = None
    on_log: Callable[[Log], None] | None = None


class Audience:
    """The listeners of one child. A listener that raises is logged and harms nobody else."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._lock = threading.Lock()
        self._listeners: tuple[Listener, ...] = ()
        self._told_state = State.DEAD

    def add(self, listener: Listener) -> Callable[[], None]:
        """Let `listener` hear what follows; returns a function that ends this."""
        with self._lock:
            self._listeners = (*self._listeners, listener)

        def remove() -> None:
            with self._lock:
                self._listeners = tuple(each for each in self._listeners if each is not listener)

        return remove

    def tell_state(self, state: State) -> None:
        """Say which state the child is in, if that is news."""
        if state is not self._told_state:
            self._told_state = state
            self._call([each.on_state for each in self._listeners], state)

    def tell_message(self, message: Message) -> None:
        self._call([each.on_message for each in self._listeners], message)

    def tell_death(self, death: Death) -> None:
        self._call([each.on_death for each in self._listeners], death)

    def tell_log(self, record: Log) -> None:
        """Pass a line of the child on; when nobody listens to those, to Python's logging."""
        if not self._call([each.on_log for each in self._listeners], record):
            _log.log(record.level, "%s: %s: %s", self._name, record.logger, record.text)

    def _call(self, functions: list[Callable[[Any], None] | None], word: object) -> bool:
        heard = [function for function in functions if function is not None]
        for function in heard:
            try:
                function(word)
            except Exception:
                _log.exception("A listener of the %s failed", self._name)
        return bool(heard)
