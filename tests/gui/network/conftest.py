import pytest

from gui.network.session import NetworkSession
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
    session = NetworkSession()
    yield session
    session.deleteLater()
