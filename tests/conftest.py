"""What holds for every test: no screen, a home of its own, nothing left behind, no warning that nobody expected."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.leaks import LeakWatch

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# The same examples every time, so that a change is judged by what it changed; new ones are looked for with
# `--hypothesis-profile=search`.
settings.register_profile("fixed", derandomize=True)
settings.register_profile("search", print_blob=True)
settings.load_profile("fixed")

_HAS_FAILED = pytest.StashKey[bool]()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let `allows_warnings` hold for Qt's warnings too, which pytest-qt watches."""
    for item in items:
        if item.get_closest_marker("allows_warnings"):
            item.add_marker(pytest.mark.qt_log_level_fail("CRITICAL"))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """Note a failure: its traceback keeps alive what would else count as left behind."""
    report = yield
    if report.failed:
        item.stash[_HAS_FAILED] = True
    return report


@pytest.fixture(autouse=True)
def own_home(
    nothing_left_behind: None,
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
) -> Path:
    """A home for settings, logs and own kernels that only this test sees; made when something is written."""
    home = tmp_path_factory.getbasetemp() / "homes" / f"{abs(hash(request.node.nodeid)):x}"
    monkeypatch.setenv("KERNELSCOPE_HOME", str(home))
    return home


class _Warnings(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@pytest.fixture(autouse=True)
def no_unexpected_warnings(nothing_left_behind: None, request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail on a warning in the log, unless the test allows it or looks at the log itself, through `caplog`."""
    handler = _Warnings()
    logging.getLogger().addHandler(handler)
    yield
    logging.getLogger().removeHandler(handler)
    is_expected = request.node.get_closest_marker("allows_warnings") or "caplog" in request.fixturenames
    if handler.records and not is_expected and not request.node.stash.get(_HAS_FAILED, False):
        lines = [f"{record.levelname} {record.name}: {record.getMessage()}" for record in handler.records]
        pytest.fail("Unexpected in the log:\n" + "\n".join(lines[:20]), pytrace=False)


@pytest.fixture(autouse=True)
def nothing_left_behind(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail when threads, child processes, windows or running timers outlive the test."""
    with pytest.MonkeyPatch.context() as monkeypatch:
        watch = LeakWatch(monkeypatch)
        yield
    if not request.node.stash.get(_HAS_FAILED, False):
        leaks = watch.leaks()
        if leaks:
            pytest.fail("Left behind:\n" + "\n".join(sorted(leaks)), pytrace=False)
