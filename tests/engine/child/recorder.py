"""Hears everything a supervised child says and lets a test wait for a certain word."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

from engine.child.lifecycle import State
from engine.child.messages import Death, Message
from engine.child.supervisor import SupervisedChild

LIMIT = 60.0


class Recorder:
    def __init__(self, child: SupervisedChild) -> None:
        self.words: list[Any] = []
        self._news = threading.Condition()
        self._read = 0
        child.listen(on_state=self._hear, on_message=self._hear, on_death=self._hear, on_log=self._hear)

    def _hear(self, word: object) -> None:
        with self._news:
            self.words.append(word)
            self._news.notify_all()

    def wait_for(self, is_meant: Callable[[Any], bool] | type | State) -> Any:
        """The next word, after the last one waited for, that is meant; earlier ones are skipped."""
        if isinstance(is_meant, State):
            wanted: Callable[[Any], bool] = lambda word: word is is_meant  # noqa: E731
        elif isinstance(is_meant, type):
            wanted = lambda word: isinstance(word, is_meant)  # noqa: E731
        else:
            wanted = is_meant
        with self._news:

            def find() -> bool:
                while self._read < len(self.words):
                    self._read += 1
                    if wanted(self.words[self._read - 1]):
                        return True
                return False

            assert self._news.wait_for(find, LIMIT), f"waited in vain; heard {self.words}"
            return self.words[self._read - 1]

    def answer_to(self, job: int) -> Message:
        """The final answer to `job`, wherever it is among the words."""
        from engine.child.messages import Answer

        def find() -> list[Message]:
            return [word for word in self.words if isinstance(word, Answer) and word.job == job]

        with self._news:
            assert self._news.wait_for(lambda: bool(find()), LIMIT), f"no answer to {job}; heard {self.words}"
            return find()[0]

    def of_kind(self, kind: type) -> list[Any]:
        with self._news:
            return [word for word in self.words if isinstance(word, kind)]

    @property
    def deaths(self) -> list[Death]:
        return self.of_kind(Death)
