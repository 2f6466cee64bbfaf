from __future__ import annotations

import threading
from typing import Any

import pytest

Layers = tuple[str, ...]


@pytest.fixture
def workshop_of(keras_loaded: None) -> Any:
    from engine.network.live.traced import Workshop

    return Workshop


def test_only_the_latest_few_are_kept(workshop_of: Any) -> None:
    workshop = workshop_of(lambda layers: layers)
    for number in range(12):
        workshop.ask((str(number),))
        assert workshop.wait(10)
        assert workshop.find((str(number),)) == (str(number),)
    assert workshop.find(("0",)) is None
    assert workshop.find(("11",)) == ("11",)
    workshop.close()


def test_what_was_asked_for_last_comes_next_and_the_rest_is_left_out(workshop_of: Any) -> None:
    made: list[Layers] = []
    may_go_on, has_begun = threading.Event(), threading.Event()

    def make(layers: Layers) -> Layers:
        made.append(layers)
        has_begun.set()
        assert may_go_on.wait(10)
        return layers

    workshop = workshop_of(make)
    workshop.ask(("a",))
    assert has_begun.wait(10)
    for each in "bcd":
        workshop.ask((each,))
    assert not workshop.wait(0)
    may_go_on.set()
    assert workshop.wait(10)
    assert made == [("a",), ("d",)]
    workshop.close()


def test_what_cannot_be_made_is_logged_and_not_tried_again(workshop_of: Any, caplog: pytest.LogCaptureFixture) -> None:
    tried: list[Layers] = []

    def make(layers: Layers) -> Layers:
        tried.append(layers)
        raise MemoryError

    workshop = workshop_of(make)
    for _ in range(3):
        workshop.ask(("a",))
        assert workshop.wait(10)
    assert workshop.find(("a",)) is None
    assert tried == [("a",)]
    assert "no function could be made" in caplog.text
    workshop.close()


def test_what_is_closed_without_waiting_keeps_nothing_of_what_was_being_made(workshop_of: Any) -> None:
    may_go_on, has_begun = threading.Event(), threading.Event()

    def make(layers: Layers) -> Layers:
        has_begun.set()
        assert may_go_on.wait(10)
        return layers

    workshop = workshop_of(make)
    workshop.ask(("a",))
    assert has_begun.wait(10)
    workshop.close(waits=False)
    workshop.ask(("b",))
    may_go_on.set()
    assert workshop.wait(10)
    assert workshop.find(("a",)) is workshop.find(("b",)) is None
    workshop.close()
