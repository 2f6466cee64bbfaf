import pytest

from engine.imaging.own_kernels import OwnKernels
from gui.docks.network_layer import LayerDock
from gui.docks.network_layers import LayersDock
from gui.network.builder import Builder
from gui.network.conversation import Conversation
from gui.network.session import NetworkSession
from tests.gui.network.fake_worker import FakeWorker
from tests.gui.network.windows import added


@pytest.fixture
def worker(qapp):
    made = FakeWorker()
    yield made
    made.close()


@pytest.fixture
def talk(worker):
    made = Conversation(worker)
    made.start()
    worker.work()
    yield made
    made.close()


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
