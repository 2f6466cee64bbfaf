import os
import signal
import sys

import numpy as np
import pytest

from engine.sources.saving import save_picture
from tests.e2e.program import Program


@pytest.fixture
def home(tmp_path):
    folder = tmp_path / "home"
    folder.mkdir()
    return folder


def test_it_opens_with_a_photograph_and_its_edges_and_closes_cleanly(home):
    with Program(home=home) as program:
        assert program.ask("session.output.frame.image.shape") == [400, 600, 3]
        assert program.ask("session.output.right.scheme") == "signed"
        assert program.ask("'tensorflow' in __import__('sys').modules") is False
        assert program.ask("'keras' in __import__('sys').modules") is False
        assert program.close() == 0
        assert program.errors() == ""
    assert not list(home.glob("running-*"))
    with Program(home=home) as program:
        assert program.message() == ""


def test_a_file_on_the_command_line_is_opened(home, tmp_path):
    save_picture(tmp_path / "one.png", np.full((11, 13), 99, np.uint8))
    with Program(str(tmp_path / "one.png"), home=home) as program:
        program.wait_until("session.output.frame.image.shape == (11, 13)")


def test_a_file_that_is_not_there_is_told_and_the_window_lives(home):
    with Program("absent.png", home=home) as program:
        program.wait_until("'absent.png' in window.messages.bar.current().text")
        assert program.ask("session.output.frame.image.shape") == [400, 600, 3]


def test_after_a_crash_the_work_is_offered_and_restored(home):
    with Program(home=home) as program:
        program.ask("window.actions_['toggle_stage'].trigger()")
        program.ask("session.select(2)")
        program.wait_until("parts.guard.session_file.exists()", patience=10)
        program.crash()
    with Program(home=home) as program:
        program.wait_until("'Restore' in window.messages.bar.current().text")
        assert program.ask("session.recipe.stages[0].is_on") is True
        program.ask("window.messages.bar.current().actions[0][1]()")
        program.wait_until("not session.recipe.stages[0].is_on and session.selection == 2")
        program.wait_until("not parts.guard.unfinished_file.exists()")
        assert program.close() == 0


def test_two_crashes_in_a_row_start_safely(home):
    with Program(home=home) as program:
        program.ask("window.actions_['theme_light'].trigger()")
        program.ask("window.docks.recipe.hide()")
        program.ask("window.layouts.save('kernels')")
        program.ask("parts.settings._store.sync()")
        program.crash()
    with Program(home=home) as program:
        assert program.ask("window.docks.recipe.isHidden()") is True
        assert program.ask("parts.settings.theme") == "light"
        program.crash()
    with Program(home=home) as program:
        program.wait_until("'twice' in window.messages.bar.current().text")
        assert program.ask("window.docks.recipe.isHidden()") is False
        assert program.ask("parts.settings.theme") == "system"
        assert program.close() == 0
    with Program(home=home) as program:
        assert program.message() == ""
        assert program.ask("parts.settings.theme") == "light"


def test_safe_on_the_command_line_starts_with_defaults(home):
    with Program(home=home) as program:
        program.ask("window.actions_['theme_light'].trigger()")
        assert program.close() == 0
    with Program("--safe", home=home) as program:
        assert program.ask("parts.settings.theme") == "system"


def test_a_second_window_is_no_crash(home):
    with Program(home=home) as first, Program(home=home) as second:
        assert second.message() == ""
        assert second.close() == 0
        assert first.close() == 0


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no polite signal")
def test_a_polite_signal_closes_properly(home):
    with Program(home=home) as program:
        program.process.send_signal(signal.SIGTERM)
        assert program.process.wait(30) == 0
    with Program(home=home) as program:
        assert program.message() == ""


def test_the_last_session_can_be_brought_back(home):
    with Program(home=home) as program:
        program.ask("window.actions_['delete_stage'].trigger()")
        assert program.close() == 0
    with Program(home=home) as program:
        assert program.ask("len(session.recipe.stages)") == 3
        program.ask("window.actions_['restore_last'].trigger()")
        program.wait_until("len(session.recipe.stages) == 2")


def test_the_network_worker_names_its_device_and_comes_back_when_it_is_killed(home):
    with Program(home=home) as program:
        program.wait_until("'cores' in window.status.dot.text() or 'GPU' in window.status.dot.text()", patience=120)
        assert program.ask("window.status.dot.text()").startswith("Network worker ready")
        number = program.ask("parts.network._child.process_id")
        os.kill(number, signal.SIGTERM if sys.platform == "win32" else signal.SIGKILL)
        program.wait_until("'network worker' in window.messages.bar.current().text")
        program.wait_until(f"parts.network._child.process_id not in (None, {number})")
        assert program.ask("session.output.frame.image.shape") == [400, 600, 3]
        assert program.close() == 0


def test_the_camera_worker_comes_back_when_it_is_killed(home, tmp_path):
    for index in range(40):
        save_picture(tmp_path / f"frame_{index:03d}.png", np.full((48, 64), 6 * index, np.uint8))
    camera = {"KERNELSCOPE_CAMERA": str(tmp_path / "frame_%03d.png")}
    with Program(home=home, environment=camera) as program:
        program.ask("session.set_source(__import__('engine.sources.cameras').sources.cameras.list_cameras()[0])")
        program.wait_until("session.output.frame.image.shape[:2] == (48, 64)")
        number = program.ask("parts.keeper.source.process_id")
        os.kill(number, signal.SIGTERM if sys.platform == "win32" else signal.SIGKILL)
        program.wait_until("bool(window.messages.bar.current())")
        program.wait_until(f"parts.keeper.source.process_id not in (None, {number})")
        last = program.ask("session.output.frame.number")
        program.wait_until(f"session.output.frame.number > {last} + 3")
        program.wait_until("window.messages.bar.current() is None")
        assert program.close() == 0
