import sys

import pytest

from engine import memory


def test_giving_back_memory_may_be_asked_anywhere(monkeypatch):
    assert memory.give_back() in (True, False)
    memory._trim.cache_clear()
    monkeypatch.setattr(sys, "platform", "win32")
    assert memory.give_back() is False
    memory._trim.cache_clear()


@pytest.mark.skipif(sys.platform != "linux", reason="only GNU's C library keeps what is freed")
def test_the_c_library_is_asked(monkeypatch):
    asked = []
    monkeypatch.setattr(memory, "_trim", lambda: lambda kept: asked.append(kept) or 1)
    assert memory.give_back() is True
    assert asked == [0]
