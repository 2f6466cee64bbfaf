"""A job in a process of its own, without a window: progress in the terminal, and Ctrl+C as a stop. Imports Keras."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, TextIO

from engine.child.messages import Message
from engine.network.data.dataset import StoppedError
from engine.network.devices import load_keras
from engine.network.training import messages as say
from engine.network.training.curves import CHECKPOINT, EpochFigures, FinalFigures, RunState
from engine.network.training.distribution.cluster import Cluster
from engine.network.training.job import TrainingJob

if TYPE_CHECKING:
    from engine.network.training.distribution.team import Team

_BAR = 24
_SIGNAL_BASE = 128
TRY_AGAIN = 75  # as elsewhere for what may succeed another time: a worker was lost, or stopped all


class Terminal:
    """Shows a run's progress: a bar that is drawn over itself in a terminal, a line for each epoch elsewhere."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._is_live = stream.isatty()
        self._began: say.Began | None = None
        self._width = 0
        self.signal = 0

    def tell(self, message: Message) -> None:
        """Show what there is to show of a message."""
        if isinstance(message, say.Preparing):
            self._draw(f"{message.note} {message.done}/{message.total}")
        elif isinstance(message, say.Began):
            self._began = message
            self._line(
                f"{message.train_count:,} pictures to learn from, {message.validation_count:,} to watch, "
                f"{message.test_count:,} to judge; {message.trainable:,} of {message.parameters:,} parameters learn"
            )
            for remark in message.remarks:
                self._line(str(remark))
        elif isinstance(message, say.Stepped):
            self._draw(self._bar(message))
        elif isinstance(message, say.EpochEnded):
            self._line(_epoch_line(message.figures, self._began.epochs if self._began else 0))
        elif isinstance(message, say.Noted):
            self._line(str(message.note.remark))

    def is_stop_asked(self) -> bool:
        return self.signal != 0

    def is_pause_asked(self) -> bool:
        return False

    def pause(self) -> bool:
        return False

    def ended(self, figures: FinalFigures, folder: Path) -> None:
        """The last lines: what came of it, and where it lies."""
        if figures.test_accuracy is not None:
            self._line(f"test: {figures.test_accuracy:.2%} right, loss {figures.test_loss or 0.0:.4f}")
        self._line(
            f"{figures.epochs} epochs in {figures.seconds:.1f} s, {figures.images_per_second:,.0f} pictures/s; "
            f"the best network, of epoch {figures.best_epoch}, is in {folder}"
        )

    def stopped(self, folder: Path) -> None:
        """The last line after a stop."""
        kept = "Add --resume to go on." if (folder / CHECKPOINT).is_file() else "Nothing was learnt yet."
        self._line(f"Stopped. {kept}")

    def write(self, text: str) -> None:
        """A line of its own."""
        self._line(text)

    def _bar(self, message: say.Stepped) -> str:
        assert self._began is not None
        total = self._began.steps_per_epoch
        last = message.steps[-1]
        done = (last.step - 1) % total + 1
        filled = round(_BAR * done / total)
        return (
            f"epoch {message.epoch}/{self._began.epochs} [{'#' * filled}{'.' * (_BAR - filled)}] "
            f"loss {last.loss:.4f} {message.images_per_second:,.0f} pictures/s, {_time(message.remaining)} left"
        )

    def _draw(self, text: str) -> None:
        if self._is_live:
            print(f"\r{text.ljust(self._width)}", end="", file=self._stream, flush=True)
            self._width = len(text)

    def _line(self, text: str) -> None:
        start = "\r" if self._is_live else ""
        print(f"{start}{' '.join(text.split()).ljust(self._width)}".rstrip(), file=self._stream, flush=True)
        self._width = 0


class QuietTerminal(Terminal):
    """For a worker that is not the chief: the chief shows how it goes."""

    def tell(self, message: Message) -> None:
        """Pass over it."""


def run_alone(
    job: TrainingJob, folder: Path, *, is_resumed: bool, stream: TextIO, cluster: Cluster | None = None
) -> int:
    """Run a job in this process, or its part of it where it is one of a cluster.

    Exit code 0, or 128 and the number of the signal that stopped it, or `TRY_AGAIN`.
    """
    is_helper = cluster is not None and cluster.index > 0
    terminal = QuietTerminal(stream) if is_helper else Terminal(stream)
    if cluster is not None:
        # TensorFlow's own lines about a lost connection would bury the sentence that says what it means.
        os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    with _signals_stop(terminal):
        with _quiet_libraries():
            load_keras()
        # What this brings along would otherwise load Keras before it was told how to behave.
        from engine.network.training.distribution.gathering import MissingWorkerError, gathered
        from engine.network.training.distribution.together import LostWorkerError, lost_told, run_together
        from engine.network.training.running import run
        from engine.network.training.watching import watcher

        try:
            team = gathered(cluster, tell=terminal.write)
            if team is None:
                figures = run(job, folder, listener=terminal, resume=is_resumed, watch=watcher())
            else:
                terminal.write(_team_line(team))
                with lost_told():
                    figures = run_together(
                        job, folder, team, listener=terminal, resume=is_resumed, watch=watcher()
                    )  # fmt: skip
        except StoppedError:
            figures = None
        except (LostWorkerError, MissingWorkerError) as error:
            terminal.write(str(error))
            return TRY_AGAIN
    if figures is None or figures.state == RunState.STOPPED:
        if is_helper:
            terminal.write("Stopped.")
        else:
            terminal.stopped(folder)
        if team is not None and not terminal.signal:
            return TRY_AGAIN  # another worker was stopped, and all with it
        return _SIGNAL_BASE + (terminal.signal or signal.SIGINT)
    if not is_helper:
        terminal.ended(figures, folder)
    return 0


def _team_line(team: Team) -> str:
    devices = f"{team.devices} devices learn together"
    return devices if team.workers == 1 else f"worker {team.index} of {team.workers} is ready; {devices}"


@contextmanager
def _signals_stop(terminal: Terminal) -> Iterator[None]:
    """Let Ctrl+C, and what a cluster sends before it ends a job, stop the run; a second one ends it by force."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    kinds = [signal.SIGINT, signal.SIGTERM]

    def stop(number: int, _: FrameType | None) -> None:
        if terminal.signal:
            signal.signal(signal.SIGINT, signal.default_int_handler)
            raise KeyboardInterrupt
        terminal.signal = number

    before = {kind: signal.signal(kind, stop) for kind in kinds}
    try:
        yield
    finally:
        for kind, handler in before.items():
            signal.signal(kind, handler)


@contextmanager
def _quiet_libraries() -> Iterator[None]:
    """Keep what TensorFlow's own libraries write while they load, past Python, from the person's terminal."""
    sys.stderr.flush()
    kept = os.dup(2)
    try:
        with open(os.devnull, "wb") as nowhere:
            os.dup2(nowhere.fileno(), 2)
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)


def _epoch_line(figures: EpochFigures, epochs: int) -> str:
    text = f"epoch {figures.epoch}/{epochs}: loss {figures.loss:.4f}, {figures.accuracy:.2%} right"
    if figures.validation_loss is not None and figures.validation_accuracy is not None:
        text += f"; validation {figures.validation_loss:.4f}, {figures.validation_accuracy:.2%}"
    return f"{text}; {figures.seconds:.1f} s, {figures.images_per_second:,.0f} pictures/s"


def _time(seconds: float) -> str:
    """A time as people read it.

    >>> _time(75), _time(4000)
    ('1:15', '1:06:40')
    """
    whole = round(seconds)
    hours, minutes, rest = whole // 3600, whole // 60 % 60, whole % 60
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
