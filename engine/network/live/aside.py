"""Something made in a thread of its own, looked for from time to time."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any


class Aside:
    """Begins at once; once `wait` says that it is done, `result` gives what was made or raises what went wrong.

    >>> aside = Aside(lambda: 6 * 7)
    >>> aside.wait(), aside.result()
    (True, 42)
    """

    def __init__(self, make: Callable[[], Any]) -> None:
        self._make: Callable[[], Any] | None = make
        self._made: Any = None
        self._error: BaseException | None = None
        self._thread = threading.Thread(target=self._work, name="make aside", daemon=True)
        self._thread.start()

    def wait(self, seconds: float | None = None) -> bool:
        """Wait until it is done; false if it takes longer."""
        self._thread.join(seconds)
        return not self._thread.is_alive()

    def result(self) -> Any:
        """What was made."""
        if self._error is not None:
            raise self._error
        return self._made

    def _work(self) -> None:
        make, self._make = self._make, None
        try:
            assert make is not None
            self._made = make()
        except BaseException as error:
            self._error = error
