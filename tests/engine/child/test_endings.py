from __future__ import annotations

import signal

import pytest

from engine.child.endings import Cause, Ending, code_in_words, death
from engine.child.host import EXIT_TARGET_RAISED


@pytest.mark.parametrize(
    ("ending", "cause"),
    [
        (Ending(exit_code=-11), Cause.SIGNAL),
        (Ending(exit_code=-9), Cause.PERHAPS_OUT_OF_MEMORY),
        (Ending(exit_code=-9, memory_ran_out=True), Cause.OUT_OF_MEMORY),
        (Ending(exit_code=-9, memory_ran_out=False), Cause.SIGNAL),
        (Ending(exit_code=-15, memory_ran_out=True), Cause.SIGNAL),
        (Ending(exit_code=-9, was_silent=True), Cause.SILENT),
        (Ending(exit_code=3), Cause.EXIT),
        (Ending(exit_code=0), Cause.EXIT),
        (Ending(exit_code=EXIT_TARGET_RAISED, error="No camera."), Cause.ERROR),
        (Ending(exit_code=EXIT_TARGET_RAISED), Cause.EXIT),
        (Ending(exit_code=None, error="too many processes"), Cause.NOT_STARTED),
    ],
)
def test_the_cause_is_what_is_known(ending: Ending, cause: Cause) -> None:
    assert ending.cause is cause


@pytest.mark.parametrize("is_restarting", [True, False])
@pytest.mark.parametrize("cause", list(Cause))
def test_every_ending_has_a_sentence_that_says_what_follows(cause: Cause, is_restarting: bool) -> None:
    endings = [
        Ending(exit_code=-11), Ending(exit_code=-9), Ending(exit_code=-9, memory_ran_out=True), Ending(exit_code=3),
        Ending(exit_code=-9, was_silent=True), Ending(exit_code=EXIT_TARGET_RAISED, error="No camera"),
        Ending(exit_code=None, error="no room"),
    ]  # fmt: skip
    ending = next(each for each in endings if each.cause is cause)
    text = str(death("camera worker", ending, is_restarting=is_restarting))
    assert text.startswith("The camera worker ")
    assert "again" in text
    assert ("until you start it" in text) is not is_restarting
    assert "{" not in text


def test_the_sentence_of_the_design() -> None:
    told = death("network worker", Ending(exit_code=-9, memory_ran_out=False, details="line"), is_restarting=True)
    assert str(told) == (
        "The network worker stopped unexpectedly (killed by signal 9) and is being started again. "
        "Nothing of yours is lost."
    )
    assert told.details.endswith("line")
    assert told.exit_code == -9
    assert told.error.details == told.details


@pytest.mark.parametrize(
    ("ending", "may_lack_memory"),
    [
        (Ending(exit_code=-9), True),
        (Ending(exit_code=-9, memory_ran_out=False), False),
        (Ending(exit_code=-6), False),
        (Ending(exit_code=-6, details="terminate called after throwing an instance of 'std::bad_alloc'"), True),
        (Ending(exit_code=-11, is_limited=True), True),
        (Ending(exit_code=-15, is_limited=True), False),
    ],
)
def test_memory_is_named_where_it_is_a_likely_reason(ending: Ending, may_lack_memory: bool) -> None:
    told = death("training worker", ending, is_restarting=True)
    assert told.may_lack_memory is may_lack_memory
    assert ("memory" in str(told)) is may_lack_memory


def test_codes_in_words() -> None:
    assert code_in_words(None) == ""
    assert code_in_words(7) == "exit code 7"
    assert code_in_words(-int(signal.SIGTERM)) == "signal 15 (SIGTERM)"
    assert code_in_words(-999) == "signal 999"
    assert code_in_words(0xC0000005) == "exit code 0xc0000005 (access violation)"
