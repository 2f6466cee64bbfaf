import pytest


@pytest.fixture
def really_saves() -> None:
    """The best network is written and proved, as it always is; elsewhere the proof would take most of the time."""


@pytest.fixture
def saves_quickly(request: pytest.FixtureRequest, keras_loaded: None, monkeypatch: pytest.MonkeyPatch) -> None:
    from engine.network.training import finishing

    if "really_saves" not in request.fixturenames:
        monkeypatch.setattr(finishing, "save_network", lambda *_, **__: None)
