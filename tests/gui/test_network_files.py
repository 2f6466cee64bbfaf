"""Networks that are dropped, opened from the command line and saved, in the window with a fake worker."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent

from engine.child.messages import Progress, Stopped
from engine.network import requests as ask
from tests.engine.network.reading import files
from tests.gui.network.fake_worker import FakeWorker

pytestmark = pytest.mark.allows_warnings  # the log says what a person was told


@pytest.fixture
def worker(qapp):
    made = FakeWorker()
    yield made
    made.close()


@pytest.fixture
def parts(parts, worker):
    """The window's parts with a network worker that the test answers for."""
    return replace(parts, network=worker)


def settle(qtbot, worker, condition):
    def looks_right():
        worker.work()
        return condition()

    qtbot.waitUntil(looks_right)


def drop(window, path):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    action, button, keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(QPointF(400, 300), action, mime, button, keys))


def message(window):
    shown = window.messages.bar.current()
    return shown.text if shown is not None else ""


@pytest.fixture
def opened(window, worker, qtbot):
    window.top_bar.workspaces.button("network").click()
    settle(qtbot, worker, lambda: window.network.session.maps is not None)
    return window


def test_a_dropped_network_opens_in_its_workspace_and_is_listed_as_recent(window, worker, parts, qtbot, tmp_path):
    path = tmp_path / "cats.keras"
    path.touch()
    drop(window, path)
    qtbot.waitUntil(lambda: window.workspaces.current.key == "network")
    settle(qtbot, worker, lambda: window.network.session.network is not None)
    assert window.network.session.network.spec == ask.FileModel(str(path))
    assert [each.model for each in worker.seen if isinstance(each, ask.OpenModel)] == [ask.FileModel(str(path))]
    assert parts.settings.recent_networks == [str(path)]
    assert parts.settings.recent == []


def test_a_folder_of_tensorflow_js_takes_the_place_of_the_open_network(opened, worker, qtbot, tmp_path):
    folder = files.folder_of(tmp_path / "exported", files.tensorflow_js())
    opened.actions_["workspace_kernels"].trigger()
    opened.open_path(folder)  # as `main.py FOLDER` does
    settle(qtbot, worker, lambda: opened.network.session.network.spec == ask.FileModel(str(folder)))
    assert opened.workspaces.current.key == "network"


def test_without_a_worker_a_dropped_network_is_told_off(window, qtbot, tmp_path):
    window.joining._parts = replace(window.parts, network=None)
    drop(window, tmp_path / "cats.h5")
    qtbot.waitUntil(lambda: "switched off" in message(window))
    assert window.workspaces.current.key == "kernels"


def test_saving_shows_its_progress_and_where_the_file_went(opened, worker, parts, answers, tmp_path):
    answers.path = tmp_path / "mine.keras"
    opened.actions_["save_model"].trigger()
    request = worker.pending(ask.SaveModel)
    worker.say(Progress(job=request.job, done=0, total=3, note="Writing the file"))
    assert "step 1 of 3: Writing the file" in message(opened)
    assert [text for text, _act in opened.messages.bar.current().actions] == ["Cancel"]
    worker.answer(request)
    assert message(opened) == "Saved as “mine.keras”."
    assert parts.settings.recent_networks == [str(answers.path)]


def test_saving_can_be_cancelled_where_it_is_shown(opened, worker, answers, tmp_path):
    answers.path = tmp_path / "mine.tflite"
    opened.network.on_disk.save.actions()[1].trigger()
    job = worker.pending(ask.SaveModel).job
    opened.messages.bar.current().actions[0][1]()
    assert worker.stopped == [job]
    worker.say(Stopped(job=job))
    assert "Not saved: it was cancelled. “mine.tflite” is as it was before." in message(opened)


def test_nothing_can_be_saved_before_a_network_is_open(window, worker):
    assert not window.actions_["save_model"].isVisible(), "another workspace is in front"
    window.top_bar.workspaces.button("network").click()
    assert not window.actions_["save_model"].isEnabled()
