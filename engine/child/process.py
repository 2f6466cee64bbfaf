"""One process of a supervised child, from its start to its end. The supervisor makes a new one for each start."""

from __future__ import annotations

import logging
import multiprocessing
import os
import queue
import signal
import sys
import threading
import time
from contextlib import suppress
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection
from typing import Any

from engine.child import host
from engine.child.messages import Log, Message

_CONTEXT = multiprocessing.get_context("spawn")
_READ_SIZE = 65536
_LONGEST_LINE = 4096
_EXIT_GRACE = 2.0


class ChildProcess:
    """A running process, the pipe to it and what it writes to its error output.

    All methods but `post` and `kill` belong to the supervisor's thread. That thread has to outlive the process: Linux
    ends a child that asked to die with its parent when the *thread* that started it ends.
    """

    def __init__(self, *, payload: bytes, title: str) -> None:
        self.is_at_end = False
        self._outbox: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        self._unfinished_line = b""
        self.connection, far_connection = _CONTEXT.Pipe(duplex=True)
        # On Windows such a pipe cannot stand in for a C file descriptor; there the child passes its lines on itself.
        self.errors: Connection | None
        far_errors: Connection | None
        self.errors, far_errors = (None, None) if sys.platform == "win32" else _CONTEXT.Pipe(duplex=False)
        self.process = _CONTEXT.Process(
            target=host.run, args=(far_connection, far_errors, payload), name=title, daemon=True
        )
        self._writer = threading.Thread(target=self._write, name=f"write to {title}", daemon=True)
        try:
            _block_interrupts()
            self.process.start()
        except BaseException:
            self.connection.close()
            if self.errors is not None:
                self.errors.close()
            raise
        finally:
            # The far ends must live in the child only, or its death would not close the pipe.
            far_connection.close()
            if far_errors is not None:
                far_errors.close()
        self._writer.start()
        self.sentinel = self.process.sentinel
        self.process_id = self.process.pid

    def waitables(self) -> list[Any]:
        """What `multiprocessing.connection.wait` should wait for."""
        pipes = [self.connection] if self.errors is None or self.errors.closed else [self.connection, self.errors]
        return [self.process.sentinel, *pipes]

    def post(self, data: bytes) -> None:
        """Hand a pickled message over to be sent; returns at once even if the child does not take anything in."""
        self._outbox.put(data)

    def receive(self) -> list[Message]:
        """Everything that has come in, without waiting. `is_at_end` is true when nothing more can come."""
        messages: list[Message] = []
        try:
            while not self.is_at_end and self.connection.poll():
                messages.append(self.connection.recv())
        except (EOFError, OSError):
            self.is_at_end = True
        except Exception as error:  # a message of a class that cannot be restored here
            messages.append(
                Log(logger="engine.child", level=logging.ERROR, text=f"A message was unreadable: {error!r}")
            )
        return [message for message in messages if isinstance(message, Message)]

    def error_lines(self) -> list[Message]:
        """The lines the process wrote to its error output since the last call, without waiting."""
        data = self._unfinished_line
        if self.errors is not None and not self.errors.closed:
            with suppress(OSError):
                while self.errors.poll():
                    chunk = os.read(self.errors.fileno(), _READ_SIZE)
                    if not chunk:
                        self.errors.close()
                        break
                    data += chunk
        *lines, self._unfinished_line = data.split(b"\n")
        if len(self._unfinished_line) > _LONGEST_LINE:
            lines.append(self._unfinished_line)
            self._unfinished_line = b""
        texts = (line.decode("utf-8", "replace").rstrip() for line in lines)
        return [Log(logger="stderr", text=text[:_LONGEST_LINE]) for text in texts if text]

    def end(self, *, terminate_grace: float) -> None:
        """End the process by force: a request to the system first, then without asking."""
        self.process.terminate()
        if not self._wait_for_exit(terminate_grace):
            self.kill()

    def kill(self) -> None:
        """End the process at once. May be called from any thread."""
        with suppress(ValueError, OSError):  # it has ended and been collected meanwhile
            self.process.kill()

    def reap(self) -> tuple[int, list[Message]]:
        """Collect a process that has ended, or is about to: its exit code, and what it said last. Frees everything."""
        if not self._wait_for_exit(_EXIT_GRACE):
            self.kill()
            is_gone = self._wait_for_exit(_EXIT_GRACE)
        else:
            is_gone = True
        messages = self.receive() + self.error_lines()
        if self._unfinished_line:
            messages.append(Log(logger="stderr", text=self._unfinished_line.decode("utf-8", "replace").rstrip()))
        self._outbox.put(None)
        self._writer.join(_EXIT_GRACE)
        if self.errors is not None:
            self.errors.close()
        if not is_gone:
            return self._abandon(), messages
        self.connection.close()
        exit_code = self.process.exitcode
        self.process.close()
        return (0 if exit_code is None else exit_code), messages

    def _abandon(self) -> int:
        """Leave a process behind that survives being killed: it hangs in a driver, and the system keeps it."""
        # WORKAROUND(Python 3.11–3.13): multiprocessing waits at exit, without limit, for every child it knows.
        known: set[object] = getattr(multiprocessing.process, "_children", set())
        known.discard(self.process)
        return -int(signal.SIGTERM) if sys.platform == "win32" else -int(signal.SIGKILL)

    def _wait_for_exit(self, seconds: float) -> bool:
        deadline = time.monotonic() + seconds
        while self.process.is_alive():
            left = deadline - time.monotonic()
            if left <= 0:
                return False
            self.process.join(left)
            if self.process.is_alive():  # another thread is collecting it this moment
                time.sleep(0.005)
        return True

    def _write(self) -> None:
        """The writer thread: a child that hangs with a full pipe must block nobody else."""
        while (data := self._outbox.get()) is not None:
            try:
                self.connection.send_bytes(data)
            except (OSError, ValueError):
                return


def _block_interrupts() -> None:
    """Let the child start with Ctrl+C blocked, until it can choose to ignore it. Affects the calling thread only."""
    if sys.platform == "win32":
        return
    resource_tracker.ensure_running()  # its start would unblock the signal again
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
