from __future__ import annotations

import pickle

from engine.child.messages import NO_JOB, Death, Failed, Lost, Ping, failure
from engine.errors import UserError


def test_messages_survive_the_journey() -> None:
    sent = Failed(job=4, template="{size} is too large.", values={"size": 9}, details="more")
    got = pickle.loads(pickle.dumps(sent))
    assert got == sent
    assert str(got) == "9 is too large."
    assert (got.error.template, got.error.values, got.error.details) == ("{size} is too large.", {"size": 9}, "more")
    assert Ping().job == NO_JOB


def test_a_refusal_keeps_its_sentence_and_its_template() -> None:
    told = failure(UserError("Only {count} left.", count=2, details="why"), job=3, details="traceback")
    assert (told.job, told.template, told.values, told.details) == (3, "Only {count} left.", {"count": 2}, "why")


def test_other_errors_become_a_sentence_with_the_traceback_folded_away() -> None:
    told = failure(KeyError("filters"), details="traceback")
    assert "KeyError: 'filters'" in str(told)
    assert "Nothing of yours is lost." in str(told)
    assert told.details == "traceback"
    assert str(failure(ValueError())).count("ValueError ") == 0, "no dangling colon or blank"
    assert "not enough memory" in str(failure(MemoryError()))


def test_braces_in_foreign_text_are_left_alone() -> None:
    assert "{shape}" in str(failure(ValueError("{shape}")))
    assert str(Lost(values={"name": "{camera}"})) == "The {camera} stopped before it could answer."
    assert str(Death(template="{a}", values={"a": "{b}"}, details="", exit_code=1, is_restarting=True)) == "{b}"
