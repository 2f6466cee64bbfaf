import json

import pytest

from engine.errors import UserError
from engine.imaging.recipe import Recipe
from engine.imaging.stages.median import Median
from engine.sources.specs import SampleSpec
from gui.autosave import DELAY_MS, Autosave, load_session, session_to_text
from gui.background import Background
from gui.notify import Notifier
from gui.session import Look, Session


@pytest.fixture
def session(qapp):
    made = Session()
    made.set_source(SampleSpec("camera"))
    made.put_recipe(Recipe((Median(size=7),), title="mine"), 0)
    made.set_look(Look(left="input", limits="full"))
    return made


@pytest.fixture
def background(qapp):
    made = Background(lambda error: None)
    yield made
    made.close()


def test_a_session_comes_back_as_it_was(session, tmp_path):
    path = tmp_path / "session.json"
    path.write_text(session_to_text(session), encoding="utf-8")
    saved = load_session(path)
    assert saved.source == session.source
    assert saved.recipe == session.recipe
    assert saved.selection == 0
    assert saved.look == session.look


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b"\xff\xfe", b"null", b'{"format": "kernelscope-session", "version": 99}',
     b'{"format": "kernelscope-session", "version": 1}',
     b'{"format": "kernelscope-session", "version": 1, "source": 7, "recipe": {}}', b"[" * 100_000],
)  # fmt: skip
def test_a_damaged_session_is_refused_in_one_sentence(content, tmp_path):
    path = tmp_path / "session.json"
    path.write_bytes(content)
    with pytest.raises(UserError) as refusal:
        load_session(path)
    assert "\n" not in str(refusal.value)


def test_odd_values_of_the_look_fall_back(session, tmp_path):
    data = json.loads(session_to_text(session))
    data["look"] = {"left": 3, "channel": "x", "limits": None}
    data["selection"] = "first"
    path = tmp_path / "session.json"
    path.write_text(json.dumps(data), encoding="utf-8")
    saved = load_session(path)
    assert saved.look == Look()
    assert saved.selection == -1


def test_a_change_is_written_within_seconds(qtbot, session, background, tmp_path, monkeypatch):
    assert DELAY_MS <= 10_000
    monkeypatch.setattr("gui.autosave.DELAY_MS", 1)
    path = tmp_path / "session.json"
    autosave = Autosave(session, path, background, Notifier())
    assert not path.exists()
    session.put_recipe(Recipe((Median(), Median())), 1)
    qtbot.waitUntil(path.exists)
    assert load_session(path).selection == 1
    autosave.deleteLater()


@pytest.mark.allows_warnings
def test_a_failure_is_told(qtbot, session, background, tmp_path):
    notifier = Notifier()
    notices = []
    notifier.posted.connect(notices.append)
    autosave = Autosave(session, tmp_path / "absent" / "session.json", background, notifier)
    session.select(-1)
    autosave.save()
    qtbot.waitUntil(lambda: bool(notices))
    assert notices[0].topic == "autosave"
