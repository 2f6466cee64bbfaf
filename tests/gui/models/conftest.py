import pytest

from gui.session import Session


@pytest.fixture
def session(qapp):
    session = Session()
    yield session
    session.deleteLater()
