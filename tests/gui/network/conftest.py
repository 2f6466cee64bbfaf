import pytest

from engine.imaging.own_kernels import OwnKernels
from gui.docks.network_layer import LayerDock
from gui.docks.network_layers import LayersDock
from gui.network.builder import Builder
from gui.network.session import NetworkSession
from gui.theme.appearance import Appearance
from tests.gui.network.windows import added


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
    session = NetworkSession()
    yield session
    session.deleteLater()


@pytest.fixture
def builder(session):
    made = Builder(session)
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def wishes(session):
    found = []
    session.wished.connect(found.append)
    return found


@pytest.fixture
def layers(session, appearance, builder, qtbot):
    return added(LayersDock(session, appearance, builder=builder), qtbot, height=700)


@pytest.fixture
def layer(session, appearance, builder, qtbot, tmp_path):
    return added(LayerDock(session, builder, appearance, OwnKernels(tmp_path)), qtbot, height=700)
