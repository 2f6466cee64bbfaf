"""The program as a process of its own, driven and looked at from a test."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 60.0


class Program:
    """`main.py` with these arguments. Use it with `with`: what still runs at the end is ended by force."""

    def __init__(self, *arguments: str, home: Path, environment: dict[str, str] | None = None) -> None:
        variables = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "KERNELSCOPE_HOME": str(home)}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.e2e.driver", *arguments],
            cwd=ROOT, env={**variables, **(environment or {})}, text=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )  # fmt: skip

    def __enter__(self) -> Program:
        self.wait_until("window is not None and session.output is not None and window._is_painted")
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.communicate()

    def ask(self, expression: str) -> Any:
        """The value of an expression in the program's Qt thread."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(expression + "\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        if not line:
            raise AssertionError(f"The program has ended with {self.process.wait()}:\n{self.errors()}")
        return json.loads(line)

    def wait_until(self, expression: str, *, patience: float = PATIENCE) -> Any:
        """Ask until the answer is true."""
        end = time.monotonic() + patience
        while True:
            answer = self.ask(expression)
            if answer and not (isinstance(answer, dict) and "error" in answer):
                return answer
            if time.monotonic() > end:
                raise AssertionError(f"{expression} is still {answer!r}")
            time.sleep(0.03)

    def message(self) -> str:
        """What the message bar says."""
        return str(self.ask("window.messages.bar.current() and window.messages.bar.current().text or ''"))

    def crash(self) -> None:
        """End it as a crash would."""
        self.process.send_signal(signal.SIGKILL if sys.platform != "win32" else signal.SIGTERM)
        self.process.wait()

    def close(self) -> int:
        """Close the window as a person does, and give the exit code."""
        assert self.process.stdin is not None
        self.process.stdin.write("window.close()\n")
        self.process.stdin.flush()
        return self.process.wait(PATIENCE)

    def errors(self) -> str:
        """What it wrote to standard error."""
        assert self.process.stderr is not None
        return self.process.stderr.read()


def run(*arguments: str, environment: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    """Run `main.py` with a command to its end."""
    return subprocess.run(
        [sys.executable, str(ROOT / "main.py"), *arguments],
        cwd=ROOT, env={**os.environ, **(environment or {})}, capture_output=True, text=True, check=False,
        timeout=PATIENCE * 3,
    )  # fmt: skip
