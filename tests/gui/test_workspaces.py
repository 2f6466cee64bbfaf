import json
from contextlib import ExitStack
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QDockWidget

from engine.child.messages import Failed
from engine.network import requests as ask
from engine.sources.specs import MovingSampleSpec
from gui.autosave import load_session, session_to_text
from gui.crash import CrashGuard
from gui.first_recipe import MOVING_SAMPLE, SOURCE
from gui.network.session import MapSpot
from gui.window import MainWindow
from tests.gui.network.fake_worker import FakeWorker

pytestmark = pytest.mark.allows_warnings  # the log says what a person was told


@pytest.fixture
def worker(qapp):
    made = FakeWorker()
    yield made
    made.close()


@pytest.fixture
def parts(parts, worker):
    """The window's parts with a network worker that the test answers for."""
    return replace(parts, network=worker)


@pytest.fixture
def in_network(window, worker, qtbot):
    """The window with the Network workspace in front and its first maps."""
    window.top_bar.workspaces.button("network").click()
    settle(qtbot, worker, lambda: window.network.session.maps is not None)
    return window


def settle(qtbot, worker, condition):
    def looks_right():
        worker.work()
        return condition()

    qtbot.waitUntil(looks_right)


def test_nothing_of_the_network_is_made_before_it_is_wanted(window):
    assert window.network is None
    assert not window.workspaces.is_made("network")
    assert window.top_bar.model_button.isHidden()
    assert window.top_bar.workspaces.button("network").isEnabled()
    assert not window.top_bar.workspaces.button("train").isEnabled()


def test_the_network_workspace_shows_a_network_at_once(in_network, worker):
    session = in_network.network.session
    assert in_network.workspaces.stack.currentWidget() is in_network.network.maps
    assert session.network.spec == ask.GalleryModel("cnn-example")
    assert np.array_equal(session.maps.frame, in_network.parts.live.frame.image)
    assert in_network.top_bar.model_button.isVisible()
    assert "by hand" in in_network.top_bar.model_button.text()
    names = {dock.objectName() for dock in in_network.workspaces.current.docks if dock.isVisible()}
    assert names >= {"network_layers", "network_parameters", "network_answer", "network_origin"}
    assert not [dock for dock in in_network.docks if dock.isVisible()]
    assert in_network.minimumSizeHint().height() <= 768 - in_network.menuBar().height()
    in_network.status.refresh()
    assert "forward" in in_network.status._timing.text()


def test_the_panels_come_back_as_they_were_left(in_network, worker, qtbot):
    in_network.network.layers.hide()
    in_network.actions_["workspace_kernels"].trigger()
    assert in_network.workspaces.current.key == "kernels"
    assert not [dock for dock in in_network.network.workspace.docks if dock.isVisible()]
    assert in_network.docks.recipe.isVisible()
    in_network.docks.stage.hide()
    in_network.actions_["workspace_network"].trigger()
    assert not [dock for dock in in_network.docks if dock.isVisible()]
    assert not in_network.network.layers.isVisible()
    assert in_network.network.answer.isVisible()
    in_network.actions_["reset_layout"].trigger()
    assert in_network.network.layers.isVisible()
    in_network.actions_["workspace_kernels"].trigger()
    assert in_network.docks.recipe.isVisible()
    assert not in_network.docks.stage.isVisible()


def test_on_a_small_screen_the_table_has_most_of_the_room_beside_the_maps(in_network):
    network = in_network.network
    in_network.actions_["reset_layout"].trigger()
    assert network.parameters.height() > 2 * network.answer.height()
    assert network.parameters.view.viewport().height() >= 5 * network.parameters.cells.row_height()


def test_on_the_smallest_screen_the_whole_network_workspace_fits(in_network, qtbot):
    # 1366 × 768 at one and a half times its size, less a title bar and a task bar; a presenter has the whole screen.
    in_network.resize(911, 440)
    assert in_network.minimumSizeHint().width() <= 911
    assert in_network.minimumSizeHint().height() <= 440
    network = in_network.network
    in_network.actions_["reset_layout"].trigger()
    assert network.parameters in in_network.tabifiedDockWidgets(network.answer), "they share the room"
    last, table = network.parameters.export_button, network.parameters
    qtbot.waitUntil(lambda: table.rect().contains(last.mapTo(table, last.rect().bottomRight())))
    for is_presenter in (False, True):
        in_network.presenter.set_on(is_presenter)
        in_network.resize(911, 512)
        for _ in range(2):  # with the brush and without
            in_network.actions_["paint"].trigger()
            qtbot.waitUntil(lambda: in_network.minimumSizeHint().width() <= 911)
            assert in_network.minimumSizeHint().height() <= 512


def test_each_workspace_has_its_own_actions(in_network):
    actions = in_network.actions_
    assert not actions["undo"].isVisible()
    assert not in_network.recipe_menu.menuAction().isVisible()
    assert actions["save_numbers"].isVisible()
    assert actions["freeze"].isVisible()
    assert actions["workspace_network"].isChecked()
    in_network.top_bar.workspaces.button("kernels").click()
    assert actions["undo"].isVisible()
    assert in_network.recipe_menu.menuAction().isVisible()
    assert not actions["save_numbers"].isVisible()
    assert in_network.top_bar.model_button.isHidden()
    actions["workspace_kernels"].trigger()
    assert actions["workspace_kernels"].isChecked(), "triggering what is chosen already leaves it chosen"


def test_the_menu_opens_another_network(in_network, worker, qtbot):
    entries = in_network.network.menu.actions()
    resnet = next(each for each in entries if "ResNet-18" in each.text())
    small, _ = resnet.menu().actions()
    assert "64×64×3" in small.text()
    assert small.toolTip()
    small.trigger()
    assert "Opening" in in_network.top_bar.model_button.text()
    settle(qtbot, worker, lambda: in_network.network.session.network.spec.identifier == "resnet-18-small")
    assert in_network.top_bar.model_button.text() == "ResNet-18 (small)"


def test_the_bundled_backbone_is_in_the_menu_and_comes_back_with_the_session(in_network, worker, qtbot):
    session = in_network.network.session
    in_network.network.menu.backbone.trigger()
    settle(qtbot, worker, lambda: session.network.spec == ask.BackboneModel())
    assert in_network.top_bar.model_button.text() == "The bundled backbone"
    assert not session.network.is_untrained
    saved = json.loads(json.dumps(in_network.workspace_state()))
    session.wish_for(ask.GalleryModel("cnn-example"))
    settle(qtbot, worker, lambda: session.network.spec == ask.GalleryModel("cnn-example"))
    in_network.restore_workspace(saved)
    settle(qtbot, worker, lambda: session.network.spec == ask.BackboneModel())


def test_a_network_out_of_a_file_has_its_table_too(in_network, worker, answers, tmp_path, qtbot):
    answers.path = tmp_path / "mine.keras"
    in_network.actions_["open_model"].trigger()
    session = in_network.network.session
    settle(qtbot, worker, lambda: session.network.spec == ask.FileModel(str(answers.path)) and session.maps is not None)
    assert session.network.table.totals.params == 61_706
    assert in_network.top_bar.model_button.text() == "mine.keras"
    saved = in_network.workspace_state()
    session.wish_for(ask.GalleryModel("cnn-example"))
    settle(qtbot, worker, lambda: session.network.spec == ask.GalleryModel("cnn-example"))
    in_network.restore_workspace(saved)
    settle(qtbot, worker, lambda: session.network.spec == ask.FileModel(str(answers.path)))


def test_a_refusal_is_told_and_the_old_network_stays(in_network, worker):
    in_network.network.session.wish_for(ask.GalleryModel("vgg-16"))
    worker.say(Failed(job=worker.pending(ask.OpenModel).job, template="There is not enough memory."))
    assert in_network.messages.bar.current().text == "There is not enough memory."
    assert "by hand" in in_network.top_bar.model_button.text()


def test_live_frames_go_to_the_network_and_the_recipe_rests(in_network, worker, parts, qtbot):
    parts.session.set_source(MovingSampleSpec(MOVING_SAMPLE))
    session = in_network.network.session
    settle(qtbot, worker, lambda: session.maps.frame.shape == (720, 1280, 3))
    first = session.maps.answer.number
    settle(qtbot, worker, lambda: session.maps.answer.number > first + 2)
    assert parts.session.output.frame.image.shape == (400, 600, 3), "the recipe has not run meanwhile"
    in_network.actions_["freeze"].trigger()
    settle(qtbot, worker, lambda: session.maps.frame is parts.live.frame.image)
    frozen = parts.live.frame
    in_network.actions_["workspace_kernels"].trigger()
    qtbot.waitUntil(lambda: parts.session.output.frame is frozen)
    seen = len(worker.seen)
    in_network.actions_["freeze"].trigger()
    qtbot.waitUntil(lambda: parts.session.output.frame is not frozen)
    assert not [each for each in worker.seen[seen:] if isinstance(each, ask.Frame)]


def test_presenter_mode_goes_with_both(in_network, parts, qtbot):
    in_network.actions_["presenter"].trigger()
    assert in_network.network.layers.isHidden()
    assert not in_network.network.origin.isHidden()
    in_network.actions_["workspace_kernels"].trigger()
    assert parts.appearance.is_presenter
    assert in_network.docks.recipe.isHidden()
    assert not in_network.docks.microscope.isHidden()
    in_network.actions_["presenter"].trigger()
    assert not in_network.docks.recipe.isHidden()
    assert not [dock for dock in in_network.network.workspace.docks if dock.isVisible()]
    in_network.actions_["workspace_network"].trigger()
    assert not in_network.network.layers.isHidden()


def test_escape_lets_go_of_the_value(in_network, qtbot):
    session = in_network.network.session
    session.set_spot(MapSpot(session.layer, 1, 2, 3))
    qtbot.keyClick(in_network, Qt.Key.Key_Escape)
    assert session.spot is None


def test_numbers_are_saved_from_the_menu(in_network, worker, answers, tmp_path, qtbot):
    answers.path = tmp_path / "layer.npy"
    in_network.actions_["save_numbers"].trigger()
    settle(qtbot, worker, answers.path.exists)
    assert np.load(answers.path).shape == (2, 3, 4)


def test_workspace_network_and_layer_are_part_of_the_session(in_network, worker, parts, qtbot, tmp_path):
    session = in_network.network.session
    session.wish_for(ask.GalleryModel("lenet-5"))
    settle(qtbot, worker, lambda: session.network.spec.identifier == "lenet-5" and session.maps is not None)
    layer = [fact.path for fact in session.network.opened.layers if len(fact.shape) == 3][2]
    session.select_layer(layer)
    path = tmp_path / "session.json"
    path.write_text(session_to_text(parts.session, workspace=in_network.workspace_state()), encoding="utf-8")
    saved = load_session(path).workspace
    in_network.actions_["workspace_kernels"].trigger()
    session.wish_for(ask.GalleryModel("cnn-example"))
    settle(qtbot, worker, lambda: session.network.spec.identifier == "cnn-example")
    in_network.restore_workspace(saved)
    settle(qtbot, worker, lambda: session.network.spec.identifier == "lenet-5" and session.layer == layer)
    assert in_network.workspaces.current.key == "network"


@pytest.mark.parametrize(
    "state", [{}, {"key": 3}, {"key": "network", "network": {"identifier": "../x"}}, {"key": "train"},
              {"key": "network", "network": {"identifier": "lenet-5", "seed": "x", "layer": 7}}]
)  # fmt: skip
def test_an_odd_saved_workspace_does_no_harm(window, state):
    window.restore_workspace(state)
    assert window.workspaces.current.key in ("kernels", "network")


def test_opening_a_recipe_goes_back_to_the_kernels(in_network, parts):
    parts.session.edit_recipe(parts.session.recipe.removed(0), "Open recipe", selection=0)
    assert in_network.workspaces.current.key == "kernels"


def test_without_a_worker_the_switch_says_why(qapp, tmp_path):
    from gui.app import make_parts

    with ExitStack() as end:
        bare = make_parts(qapp, tmp_path, CrashGuard(tmp_path), end, is_safe=True, has_network=False)
        window = MainWindow(bare)
        bare.keeper.open_now(SOURCE)
        button = window.top_bar.workspaces.button("network")
        assert not button.isEnabled()
        assert button.toolTip()
        assert not window.actions_["workspace_network"].isEnabled()
        window.restore_workspace({"key": "network"})
        assert window.workspaces.current.key == "kernels"
        window.close()
        window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        qapp.setStyleSheet("")


def test_warming_names_modules_that_exist_and_ends(qtbot):
    import importlib.util

    from gui import warming

    assert all(importlib.util.find_spec(name) for name in warming.MODULES)
    owner = QObject()
    made = warming.Warming(owner)
    made._timer.setInterval(0)
    made.start()
    qtbot.waitUntil(lambda: not made._timer.isActive())


def test_the_network_workspace_is_made_beforehand_in_pieces(window, worker, qtbot):
    pieces = 0
    while window.prepare_network():
        pieces += 1
        assert window.network is None, "nobody has asked for it yet"
    assert pieces >= 5
    window._reset_layout()
    others = [dock for dock in window.findChildren(QDockWidget) if dock.objectName().startswith("network_")]
    assert others
    assert not [dock for dock in others if dock.isVisible()]
    assert window.top_bar.model_button.isHidden()
    window.top_bar.workspaces.button("network").click()
    settle(qtbot, worker, lambda: window.network.session.maps is not None)
    assert window.network.filters in others, "what was made beforehand is what is shown"
    assert not window.prepare_network()


def test_a_switch_comes_before_all_pieces_are_made(window, worker, qtbot):
    window.prepare_network()
    window.prepare_network()
    window.top_bar.workspaces.button("network").click()
    settle(qtbot, worker, lambda: window.network.session.maps is not None)
    assert window.network.why.isVisible() or window.network.origin.isVisible()


def test_a_workspace_that_was_begun_and_never_shown_is_closed_with_the_window(window):
    window.prepare_network()
    window.close()


def test_warming_makes_what_it_is_given_until_there_is_no_more(qtbot, monkeypatch):
    from gui import warming

    monkeypatch.setattr(warming, "MODULES", ())
    monkeypatch.setattr(warming, "STEP_MS", 1)
    left = [1, 2, 3]
    owner = QObject()
    settled = []
    made = warming.Warming(owner, lambda: bool(left and left.pop()), settle=lambda: settled.append(len(left)))
    made.start()
    assert made.is_under_way
    qtbot.waitUntil(lambda: not made.is_under_way)
    assert left == []
    assert settled == [2, 1, 0, 0]


def test_what_is_made_beforehand_is_drawn_beforehand_and_out_of_sight(window, worker):
    class Painted(QObject):
        def eventFilter(self, watched, event):
            if event.type() == QEvent.Type.Paint:
                drawn.add(owners[watched])
            return False

    drawn, owners, listening = set(), {}, Painted(window)
    docks = {}
    while window.prepare():
        for dock in window.findChildren(QDockWidget):
            if dock.objectName().startswith("network_") and dock.objectName() not in docks:
                docks[dock.objectName()] = dock
                owners[dock.widget()] = dock.objectName()
                dock.widget().installEventFilter(listening)
    assert drawn == set(docks)
    assert not [dock for dock in docks.values() if dock.isVisible()]
    assert window.workspaces.current.key == "kernels"


def test_the_window_goes_on_while_a_workspace_is_made_that_is_wanted_at_once(window, worker, qtbot):
    from PySide6.QtCore import QTimer

    turns = []

    def on_turn():
        turns.append(window.workspaces.current.key)
        window.workspaces.show("kernels")  # an answer that arrives meanwhile may want another workspace

    timer = QTimer(window, interval=0)
    timer.timeout.connect(on_turn)
    timer.start()
    window.top_bar.workspaces.button("network").click()
    timer.stop()
    assert len(turns) >= 5
    assert set(turns) == {"kernels"}
    assert window.workspaces.current.key == "network", "what the user asked for last"
    settle(qtbot, worker, lambda: window.network.session.maps is not None)


def test_no_panel_of_another_workspace_is_shown_for_a_moment_when_one_comes_back(in_network):
    class Shown(QObject):
        def eventFilter(self, watched, event):
            if event.type() == QEvent.Type.Show:
                names.add(watched.objectName())
            return False

    window = in_network
    size, names, listening = window.size(), set(), Shown(window)
    for dock in window.findChildren(QDockWidget):
        dock.installEventFilter(listening)
    for key, own in (("kernels", tuple(window.docks)), ("network", window.network.workspace.docks)) * 2:
        names.clear()
        window.workspaces.show(key)
        assert names == {dock.objectName() for dock in own}, "those of the workspace that comes, and no others"
    assert window.size() == size
