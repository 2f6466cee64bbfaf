"""The window on a real (virtual) screen, clicked with a real pointer."""

import os
import shutil
import subprocess

import pytest

from tests.e2e.program import Program

WIDTH, HEIGHT = 1366, 768

pytestmark = pytest.mark.skipif(not (shutil.which("Xvfb") and shutil.which("xdotool")), reason="needs Xvfb and xdotool")


@pytest.fixture
def display():
    """A screen of its own; the server chooses a free number and tells it."""
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{WIDTH}x{HEIGHT}x24", "-nolisten", "tcp"],
        pass_fds=(writing,), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(writing)
    with os.fdopen(reading) as answer:
        number = answer.readline().strip()
    yield f":{number}"
    server.terminate()
    server.wait()


def test_a_click_on_the_screen_puts_a_value_under_the_microscope(display, tmp_path):
    environment = {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "WAYLAND_DISPLAY": ""}
    with Program(home=tmp_path, environment=environment) as program:
        assert program.ask("app.platformName()") == "xcb"
        program.wait_until("window.isExposed() if hasattr(window, 'isExposed') else window.windowHandle().isExposed()")
        x, y = program.ask(
            "(lambda point: [point.x(), point.y()])"
            "(window.central.right.mapToGlobal(window.central.right.rect().center()))"
        )
        subprocess.run(
            ["xdotool", "mousemove", str(x), str(y), "click", "1"],
            env={**os.environ, "DISPLAY": display}, check=True,
        )  # fmt: skip
        spot = program.wait_until("session.spot and [session.spot.row, session.spot.column]")
        assert abs(spot[0] - 200) <= 2
        assert abs(spot[1] - 300) <= 2
        program.wait_until("session.output.explanation is not None")
        subprocess.run(["xdotool", "key", "Escape"], env={**os.environ, "DISPLAY": display}, check=True)
        program.wait_until("session.spot is None")
        assert program.close() == 0
        assert program.errors() == ""
