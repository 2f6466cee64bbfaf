import subprocess
import sys

import pytest
from PySide6.QtCore import QLockFile

from gui.crash import CrashGuard


@pytest.fixture
def leave_crashed(tmp_path):
    """Lets a program of its own begin and end without ending properly; gives its process number."""

    def crash(session: str | None = None) -> int:
        code = (
            "import os, sys; from pathlib import Path; from gui.crash import CrashGuard; "
            "guard = CrashGuard(Path(sys.argv[1])); guard.begin(); "
            "sys.argv[2] and guard.session_file.write_text(sys.argv[2]); print(os.getpid(), flush=True); os._exit(9)"
        )
        run = subprocess.run(
            [sys.executable, "-c", code, str(tmp_path), session or ""], capture_output=True, text=True, check=False
        )
        return int(run.stdout)

    return crash


def test_a_first_start_is_no_crash(tmp_path):
    start = CrashGuard(tmp_path).begin()
    assert start.crashes == 0
    assert not start.is_safe
    assert start.unfinished is None


def test_a_proper_end_is_no_crash_and_keeps_the_session_as_the_last_one(tmp_path):
    guard = CrashGuard(tmp_path)
    guard.begin()
    guard.session_file.write_text("work")
    guard.end()
    assert CrashGuard(tmp_path).begin().crashes == 0
    assert guard.last_session_file.read_text() == "work"


def test_a_crash_is_noticed_and_its_session_offered(tmp_path, leave_crashed):
    leave_crashed("work")
    start = CrashGuard(tmp_path).begin()
    assert start.crashes == 1
    assert not start.is_safe
    assert start.unfinished is not None
    assert start.unfinished.read_text() == "work"


def test_two_crashes_in_a_row_start_safely_and_a_proper_end_forgives(tmp_path, leave_crashed):
    leave_crashed()
    leave_crashed()
    guard = CrashGuard(tmp_path)
    assert guard.begin().is_safe
    guard.end()
    assert not CrashGuard(tmp_path).begin().is_safe


def test_a_second_window_is_not_taken_for_a_crash(tmp_path):
    other = subprocess.Popen(
        [sys.executable, "-c",
         "import sys; from pathlib import Path; from gui.crash import CrashGuard; "
         "guard = CrashGuard(Path(sys.argv[1])); guard.begin(); print('up', flush=True); sys.stdin.read()",
         str(tmp_path)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE,
    )  # fmt: skip
    assert other.stdout is not None
    assert other.stdin is not None
    assert other.stdout.readline().strip() == b"up"
    try:
        assert CrashGuard(tmp_path).begin().crashes == 0
    finally:
        other.stdin.close()
        other.wait()
        other.stdout.close()


def test_a_mark_that_somebody_holds_stays(tmp_path):
    guard = CrashGuard(tmp_path)
    guard.begin()
    assert list(tmp_path.glob("running-*.lock"))
    another = QLockFile(str(next(tmp_path.glob("running-*.lock"))))
    another.setStaleLockTime(0)
    assert not another.tryLock(0)


def test_an_answered_offer_is_gone(tmp_path, leave_crashed):
    leave_crashed("work")
    guard = CrashGuard(tmp_path)
    guard.begin()
    guard.discard()
    assert guard.begin().unfinished is None


def test_a_damaged_count_is_no_crash(tmp_path):
    (tmp_path / "crashes").write_bytes(b"\xff many")
    assert CrashGuard(tmp_path).begin().crashes == 0
