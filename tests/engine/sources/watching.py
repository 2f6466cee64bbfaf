"""A listener to a source on which tests can wait."""

import threading
from collections.abc import Callable

from engine.sources.opening import open_source
from engine.sources.source import SourceStatus

PATIENCE = 30.0


class Watcher:
    """Opens a source, counts its frames and keeps its statuses; used with `with`, so that it is closed."""

    def __init__(self, spec):
        self.changed = threading.Condition()
        self.frames = 0
        self.statuses: list[SourceStatus] = []
        self.source = open_source(spec, on_frame=self._on_frame, on_status=self._on_status)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.source.close()

    def wait_for(self, condition: Callable[[], object]):
        with self.changed:
            assert self.changed.wait_for(condition, PATIENCE), f"never came: {self.frames} frames, {self.statuses[-5:]}"

    def wait_for_frames(self, more: int = 1):
        wanted = self.frames + more
        self.wait_for(lambda: self.frames >= wanted)

    def wait_for_state(self, state: str) -> SourceStatus:
        self.wait_for(lambda: self.source.status.state == state)
        return self.source.status

    def wait_for_sentence(self, part: str) -> SourceStatus:
        def found():
            return [each for each in self.statuses if part in str(each.sentence or "")]

        self.wait_for(found)
        return found()[-1]

    def _on_frame(self):
        with self.changed:
            self.frames += 1
            self.changed.notify_all()

    def _on_status(self, status):
        with self.changed:
            self.statuses.append(status)
            self.changed.notify_all()
