from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

Networks = Callable[[str], Any]


@pytest.fixture
def source(networks: Networks) -> Any:
    from engine.network.live.source import Source

    network = networks("nested")
    return Source(network.plan, scale=network.scaled, pixels_shape=network.pixels_shape)


def test_the_function_gives_what_the_layers_give_one_by_one(source: Any) -> None:
    pixels = np.random.default_rng(1).integers(0, 256, source.pixels_shape).astype(np.uint8)
    before = [each.numpy() for each in source.everything(pixels)]
    source.settle()
    assert not source.is_adopted, "not in the middle of something"
    assert source.adopt()
    assert source.is_adopted
    assert not source.adopt(), "it is in use already"
    for one, other in zip(before, source.everything(pixels), strict=True):
        np.testing.assert_allclose(one, other.numpy(), rtol=1e-4, atol=1e-5)
    assert source.slot_shapes == tuple(each.shape for each in before)


def test_it_is_given_up_between_two_layers(source: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    from engine.network.live import source as module

    called: list[str] = []

    def call(step: Any, arguments: Any, options: Any) -> Any:
        called.append(step.path)
        source.give_up()
        return step.operation(*arguments, **options)

    monkeypatch.setattr(module, "plain_call", call)
    with pytest.raises(module.GivenUp):
        source.settle()
    assert len(called) == 1
    assert source.function is None
