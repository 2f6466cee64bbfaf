import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow

from engine.imaging.own_kernels import OwnKernels
from gui.background import Background
from gui.docks.stage import StageDock
from gui.session import Session


@pytest.fixture
def session(qapp):
    session = Session()
    yield session
    session.deleteLater()


@pytest.fixture
def own(tmp_path):
    return OwnKernels(tmp_path)


@pytest.fixture
def background():
    failures = []
    background = Background(failures.append)
    yield background
    background.close()
    assert not failures


@pytest.fixture
def stage_dock(qtbot, session, appearance, own, background):
    window = QMainWindow()
    qtbot.addWidget(window)
    made = StageDock(session, appearance, window, own_kernels=own, background=background)
    window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, made)
    window.resize(304, 482)
    with qtbot.waitExposed(window):
        window.show()
    yield made
    window.close()
