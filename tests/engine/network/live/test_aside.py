import threading

import pytest

from engine.network.live.aside import Aside


def test_it_is_worked_on_while_somebody_does_something_else() -> None:
    may_go_on = threading.Event()
    aside = Aside(lambda: may_go_on.wait(10))
    assert not aside.wait(0)
    may_go_on.set()
    assert aside.wait(10)
    assert aside.result() is True


def test_what_went_wrong_is_raised_where_the_result_is_taken() -> None:
    def fail() -> None:
        raise ValueError("no")

    aside = Aside(fail)
    assert aside.wait(10)
    with pytest.raises(ValueError, match="no"):
        aside.result()
