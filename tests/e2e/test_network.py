"""The Network workspace in the whole program: from a click to maps, through a killed worker, and after a crash."""

import os
import signal
import sys

from tests.e2e.program import Program

LONG = 180


def chosen(title, size=0):
    """Click an entry of the gallery's menu."""
    return (
        f"[each for each in window.network.menu.actions() if {title!r} in each.text()][0]"
        f".menu().actions()[{size}].trigger()"
    )


def test_from_a_click_to_maps_through_a_kill_and_a_crash(tmp_path):
    with Program(home=tmp_path) as program:
        assert program.ask("window.network is None")
        program.ask("window.top_bar.workspaces.button('network').click()")
        program.wait_until("window.network.session.maps is not None", patience=LONG)
        assert program.ask("window.network.session.network.table.totals.params") == 62_958
        assert program.ask("window.network.session.maps.frame.shape") == [400, 600, 3]
        assert abs(program.ask("float(window.network.session.maps.answer.scores.sum())") - 1) < 1e-3
        assert program.ask("window.network.maps.grid.isVisible()") is True
        assert program.ask("float(window.network.maps.sheet().std())") > 5
        program.ask(chosen("MobileNetV2"))
        name = "window.network.session.network.spec.identifier"
        program.wait_until(f"{name} == 'mobilenet-v2-small' and window.network.session.maps is not None", patience=LONG)
        program.ask("window.network.session.select_layer(window.network.session.network.opened.layers[9].path)")
        layer = program.ask("window.network.session.layer")
        program.wait_until("window.network.session.maps.layer(window.network.session.layer) is not None")

        program.ask("setattr(window, 'maps_before', window.network.session.maps)")
        number = program.ask("parts.network._child.process_id")
        os.kill(number, signal.SIGTERM if sys.platform == "win32" else signal.SIGKILL)
        program.wait_until("'network worker' in window.messages.bar.current().text")
        program.wait_until("window.network.session.maps is not window.maps_before", patience=LONG)
        assert program.ask(name) == "mobilenet-v2-small"
        assert program.ask("window.network.session.layer") == layer

        program.wait_until("'mobilenet-v2-small' in parts.guard.session_file.read_text()", patience=10)
        program.crash()
    with Program(home=tmp_path) as program:
        assert program.ask("window.workspaces.current.key") == "kernels"
        program.wait_until("'Restore' in window.messages.bar.current().text")
        program.ask("window.messages.bar.current().actions[0][1]()")
        program.wait_until("window.workspaces.current.key == 'network'")
        program.wait_until("window.network.session.maps is not None", patience=LONG)
        assert program.ask("window.network.session.network.spec.identifier") == "mobilenet-v2-small"
        assert program.ask("window.network.session.layer") == layer
        assert program.close() == 0
        assert program.errors() == ""
