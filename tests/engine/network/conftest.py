from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.engine.network import models


@pytest.fixture(scope="session", autouse=False)
def keras_loaded() -> None:
    """Import Keras once, the way the worker does; its own deprecations are not ours."""
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from engine.network.devices import load_keras

        load_keras()


@pytest.fixture(scope="session")
def networks(keras_loaded: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Any]]:
    """Opened networks by name (sequential, branching, nested, reloaded), each made once for all tests."""
    from engine.network.activations import LiveNetwork

    made: dict[str, LiveNetwork] = {}
    makers: dict[str, Callable[[], Any]] = {
        "sequential": models.sequential,
        "branching": models.branching,
        "nested": models.nested,
        "reloaded": lambda: models.reloaded(tmp_path_factory.mktemp("models")),
    }

    def network(name: str) -> LiveNetwork:
        if name not in made:
            made[name] = LiveNetwork(makers[name](), values="signed")
        return made[name]

    yield network
    for each in made.values():
        each.close()
