from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow

from gui.background import Background
from gui.docks.network_code import NetworkCodeDock, file_stem
from gui.network.session import NetworkSession
from tests.gui.network.making import open_network


@pytest.fixture
def background():
    errors = []
    made = Background(errors.append)
    yield made
    made.close()
    assert errors == []


@pytest.fixture
def network_session(qapp):
    return NetworkSession()


@pytest.fixture
def dock(network_session, appearance, background, qtbot):
    window = QMainWindow()
    qtbot.addWidget(window)
    made = NetworkCodeDock(network_session, appearance, background, window)
    window.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, made)
    made.home = window  # a window without an owner would be collected
    window.resize(700, 220)
    with qtbot.waitExposed(window):
        window.show()
    return made


def test_without_a_network_it_says_what_to_do(dock):
    assert "Open a network" in dock.page.empty.accessibleDescription()
    assert not dock.view.copy_button.isEnabled()


def test_the_script_of_the_open_network_can_be_copied_and_saved(dock, network_session, qtbot, tmp_path):
    network_session.put_network(open_network())
    qtbot.waitUntil(lambda: "def build_cnn_example" in dock.view.toPlainText())
    dock.view.copy_button.click()
    assert QGuiApplication.clipboard().text() == dock.view.toPlainText()
    assert dock.view.file_name == "cnn-example.py"
    assert dock.view.firstVisibleBlock().text().startswith("def build_cnn_example"), "the layers are in sight"
    with qtbot.waitSignal(dock.save_wanted) as wanted:
        dock.view.save_wanted.emit(tmp_path / "net.py")
    assert wanted.args == [dock.view.toPlainText(), tmp_path / "net.py"]


def test_it_follows_the_network_and_is_written_only_while_it_can_be_seen(dock, network_session, qtbot):
    network_session.put_network(open_network())
    qtbot.waitUntil(lambda: "build_cnn_example" in dock.view.toPlainText())
    dock.hide()
    network_session.put_network(open_network("lenet-5"))
    assert "build_cnn_example" in dock.view.toPlainText()
    dock.show()
    qtbot.waitUntil(lambda: "build_lenet_5" in dock.view.toPlainText())


def test_a_network_whose_layers_are_not_known_has_no_code(dock, network_session):
    network_session.put_network(replace(open_network(), architecture=None))
    assert "No code" in dock.page.empty.accessibleName()


def test_a_name_that_no_file_can_have_is_mended():
    network = open_network()
    for name, stem in (("a/b:c.keras", "b_c"), ("...", "network"), ("größe 2.h5", "größe 2")):
        assert file_stem(replace(network, opened=replace(network.opened, name=name))) == stem
    assert file_stem(None) == "network"
