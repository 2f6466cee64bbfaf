import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow

from engine.imaging.own_kernels import OwnKernels
from gui.docks.stage import StageDock
from gui.session import Session
from gui.theme.appearance import Appearance


@pytest.fixture(scope="session")
def dressed_application(qapp):
    return Appearance(qapp, choice="dark")


@pytest.fixture
def appearance(dressed_application):
    yield dressed_application
    dressed_application.is_presenter = False
    dressed_application.choice = "dark"


@pytest.fixture
def session(qapp):
    session = Session()
    yield session
    session.deleteLater()


@pytest.fixture
def own(tmp_path):
    return OwnKernels(tmp_path)


@pytest.fixture
def stage_dock(qtbot, session, appearance, own):
    window = QMainWindow()
    qtbot.addWidget(window)
    made = StageDock(session, appearance, window, own_kernels=own)
    window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, made)
    window.resize(304, 482)
    with qtbot.waitExposed(window):
        window.show()
    yield made
    window.close()
