import pytest

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
