"""What leaves the Train workspace: network, script and report; and the kernel that learns."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QLabel

from engine.child.messages import Progress, Stopped
from engine.network.training import messages as ask

pytestmark = pytest.mark.allows_warnings  # the log says what a person was told


def message(window):
    shown = window.messages.bar.current()
    return shown.text if shown is not None else ""


def press(window, text):
    next(act for words, act in window.messages.bar.current().actions if words == text)()


def bring_up(dock):
    dock.show()
    dock.raise_()


def action(train, words):
    """An entry of the Save menu, as it is when the menu opens."""
    menu = train.exports.button.menu()
    menu.aboutToShow.emit()
    return next(each for each in menu.actions() if words in each.text())


# The code


@pytest.fixture
def code(train, worker, settle):
    """The Code panel in front, with its first script."""
    bring_up(train.exports.code)
    settle(lambda: worker.pending(ask.WriteScript) is not None)
    worker.say(ask.Script(job=worker.pending(ask.WriteScript).job, text="EPOCHS = 20", has_beside=False))
    return train.exports.code


def test_the_code_panel_shows_the_script_and_asks_again_when_the_job_changes(code, train, worker, settle):
    assert code.view.toPlainText() == "EPOCHS = 20"
    assert code.view.save_button.isEnabled()
    train.model.settings_form.changed.emit("epochs", 7)
    settle(lambda: worker.pending(ask.WriteScript) is not None)
    request = worker.pending(ask.WriteScript)
    assert (request.training.settings.epochs, request.path) == (7, "")
    worker.say(ask.Script(job=request.job, text="EPOCHS = 7", has_beside=True))
    assert code.view.toPlainText() == "EPOCHS = 7"
    assert ".npz" in code.view.copy_button.toolTip()


def test_the_code_panel_waits_while_a_training_goes_on(train, worker):
    train.model.train.click()
    worker.begin()
    bring_up(train.exports.code)
    assert train.exports.code.page.currentWidget() is train.exports.code.page.empty
    assert any("when the training is over" in each.text() for each in train.exports.code.findChildren(QLabel))
    assert worker.pending(ask.WriteScript) is None


def test_the_script_is_saved_with_what_it_needs(train, worker, answers, tmp_path, window):
    answers.path = tmp_path / "cats.py"
    action(train, "Python script").trigger()
    request = worker.pending(ask.WriteScript)
    assert request.path == str(answers.path)
    worker.say(ask.Script(job=request.job, text="", has_beside=True))
    assert message(window) == "Saved as “cats.py”, with “cats.npz” beside it, which it needs."


# The network


def test_before_a_training_there_is_no_network_to_save(train, worker, tmp_path, window):
    assert not action(train, "Keras").isEnabled()
    assert not action(train, "PDF").isEnabled()
    train.exports.saving.save_network(tmp_path / "cats.keras")
    assert message(window) == "Nothing has been trained yet. Press Train first."
    assert worker.pending(ask.SaveTrained) is None


def test_the_trained_network_is_saved_and_told(trained, worker, answers, tmp_path, window):
    answers.path = tmp_path / "cats.keras"
    action(trained, "Keras").trigger()
    request = worker.pending(ask.SaveTrained)
    assert (request.folder, request.path) == (str(trained.session.training.folder), str(answers.path))
    worker.say(Progress(job=request.job, done=1, total=3, note="Checking"))
    assert message(window) == "Saving “cats.keras”, step 2 of 3: Checking."
    trained.exports.saving.save_network(tmp_path / "other.keras")
    assert "is still being saved" in message(window)
    worker.say(ask.TrainedSaved(job=request.job, path=request.path))
    assert message(window) == "The trained network is saved as “cats.keras”; the file was read back."


def test_saving_can_be_cancelled(trained, worker, tmp_path, window):
    trained.exports.saving.save_network(tmp_path / "cats.tflite")
    request = worker.pending(ask.SaveTrained)
    press(window, "Cancel")
    assert worker.stopped == [request.job]
    worker.say(Stopped(job=request.job))
    assert message(window) == "“cats.tflite” was not saved; what was there before is whole."
    assert not trained.exports.saving.is_saving


def test_a_worker_that_dies_over_a_file_leaves_nothing_half_behind(trained, worker, tmp_path, window, settle):
    saving = trained.exports.saving
    saving.save_network(tmp_path / "cats.keras")
    part = saving._part
    part.write_bytes(b"half of it")
    failures = []
    saving.failed.connect(failures.append)
    worker.die()
    settle(lambda: not part.exists())
    assert "because the training worker stopped over it" in str(failures[0])
    assert not saving.is_saving


def test_another_ending_is_refused_in_a_sentence(trained, worker, tmp_path, window):
    trained.exports.saving.save_network(tmp_path / "cats.exe")
    assert "cannot be saved as “cats.exe”" in message(window)
    assert worker.pending(ask.SaveTrained) is None


# The report


def test_the_report_as_a_page_tells_all_of_it(trained, answers, tmp_path, window, settle):
    answers.path = tmp_path / "report.html"
    action(trained, "web page").trigger()
    settle(lambda: message(window).startswith("The report is saved"))
    text = answers.path.read_text(encoding="utf-8")
    for expected in ("Gets 90.0% of 30 test pictures right", "<svg", "Worst mistakes", "Learning rate", "conv1"):
        assert expected in text
    assert text.count("data:image/png") == 10 * 6 + 10, "six pictures of each class, and ten mistakes"


def test_the_report_as_pdf_has_pages(trained, tmp_path, window, settle):
    trained.exports.reports.write(trained.session.training.folder, tmp_path / "report.pdf")
    settle(lambda: message(window).startswith("The report is saved"))
    document = QPdfDocument()
    assert document.load(str(tmp_path / "report.pdf")) is QPdfDocument.Error.None_
    assert document.pageCount() >= 3
    assert "Worst mistakes" in "".join(document.getAllText(page).text() for page in range(document.pageCount()))


def test_a_report_where_nothing_can_be_written_is_a_sentence(trained, tmp_path, window, settle):
    trained.exports.reports.write(trained.session.training.folder, tmp_path / "nowhere" / "report.html")
    settle(lambda: "report.html" in message(window) and "Writing" not in message(window))
    assert trained.session.evaluated is not None


@pytest.fixture
def earlier(trained, worker, settle):
    """A run that is not the last any more: nothing is known of it but what lies in its folder."""
    run = trained.session.runs[0]
    trained.model.train.click()
    worker.begin()
    worker.epoch(1)
    return run


def finish(train, worker, settle):
    worker.finish()
    settle(lambda: train.session.evaluated is not None and len(train.session.runs) == 2)


def test_any_run_of_the_list_is_reported_after_its_network_was_asked(
    earlier, trained, worker, answers, tmp_path, window, settle
):
    finish(trained, worker, settle)
    answers.path = tmp_path / "earlier.html"
    trained.runs_dock.report_wanted.emit(earlier, ".html")
    request = worker.pending(ask.Evaluate)
    assert (request.folder, request.part) == (str(earlier.folder), "test")
    worker.say(Progress(job=request.job, done=10, total=30, note="Asking the network"))
    assert message(window).endswith("anew for its report. 10 of 30 pictures.")
    settle(lambda: message(window).startswith("The report is saved"))
    assert message(window) == "The report is saved as “earlier.html”."
    text = answers.path.read_text(encoding="utf-8")
    assert "Worst mistakes" in text
    assert "missing" not in text.replace("The table of layers is missing", "")  # the test's network is no real file


def test_a_report_while_another_training_goes_on_says_what_is_missing_and_offers_it_later(
    earlier, trained, worker, tmp_path, window, settle
):
    path = tmp_path / "earlier.html"
    trained.exports.reports.write(earlier.folder, path)
    settle(lambda: message(window).startswith("The report is saved"))
    assert "without confusion matrix" in message(window)
    assert "A training goes on" in message(window)
    text = path.read_text(encoding="utf-8")
    assert "<svg" in text
    assert "worst mistakes are missing: A training goes on" in text
    offer = next(act for words, act in window.messages.bar.current().actions if words == "Ask and write again")
    finish(trained, worker, settle)
    offer()
    settle(lambda: message(window) == "The report is saved as “earlier.html”.")
    assert "Worst mistakes" in path.read_text(encoding="utf-8")


def test_a_report_whose_network_cannot_answer_is_written_with_the_reason(
    earlier, trained, worker, tmp_path, window, settle
):
    finish(trained, worker, settle)
    trained.exports.reports.write(earlier.folder, tmp_path / "earlier.html")
    worker.refuse(ask.Evaluate, "“cats” is not there any more.")
    settle(lambda: message(window).startswith("The report is saved"))
    assert "“cats” is not there any more." in message(window)
    trained.exports.reports.write(earlier.folder, tmp_path / "earlier.html")
    worker.die()
    settle(lambda: "The training worker stopped over it." in message(window))


def test_asking_for_a_report_can_be_cancelled(earlier, trained, worker, tmp_path, window, settle):
    finish(trained, worker, settle)
    trained.exports.reports.write(earlier.folder, tmp_path / "earlier.html")
    request = worker.pending(ask.Evaluate)
    press(window, "Cancel")
    assert worker.stopped == [request.job]
    worker.say(Stopped(job=request.job))
    assert message(window) == "The report “earlier.html” was not written."
    assert not (tmp_path / "earlier.html").exists()


def test_the_list_of_runs_offers_both_reports(trained, qtbot):
    dock = trained.runs_dock
    wanted = [each for each in dock.menu_of(trained.session.runs[0]).actions() if "Report" in each.text()]
    assert [each.isEnabled() for each in wanted] == [True, True]
    with qtbot.waitSignal(dock.report_wanted) as told:
        wanted[1].trigger()
    assert told.args == [trained.session.runs[0], ".pdf"]


# The kernel


@pytest.fixture
def lesson(train, qtbot):
    """The panel in front, its lesson begun on the picture of the source."""
    dock = train.exports.kernel
    bring_up(dock)
    qtbot.waitUntil(lambda: dock._run is not None and dock.found_map.pixels is not None)
    return dock


def test_a_kernel_learns_to_be_the_target_and_goes_to_the_library(lesson, qtbot, train):
    assert not lesson.take.isEnabled()
    assert lesson.state.text().startswith("Step 0")
    first = lesson.found.values().copy()
    lesson.step.click()
    qtbot.waitUntil(lambda: lesson._run.now.step == 1)
    assert not np.array_equal(lesson.found.values(), first)
    lesson.play.click()
    assert lesson.play.text() == "Pause"
    qtbot.waitUntil(lambda: lesson.state.text().startswith("Found after"), timeout=20_000)
    assert lesson._run.is_over
    assert lesson.play.text() == "Learn"
    np.testing.assert_allclose(lesson._run.now.weights, lesson.wanted.values(), atol=0.01)
    assert lesson.plot.plot.curves[0].y[-1] < 1 < lesson.plot.plot.curves[0].y[0]
    with qtbot.waitSignal(train.kernel_taken) as taken:
        lesson.take.click()
    assert taken.args[0].label == "Learnt: Oriented edge 45°"


def test_another_target_begins_another_lesson(lesson, qtbot):
    lesson.family.setCurrentIndex(lesson.family.findData("gaussian"))
    lesson.family.activated.emit(lesson.family.currentIndex())
    lesson.target_form.changed.emit("size", 5)
    qtbot.waitUntil(lambda: lesson._run is not None and lesson._run.lesson.target.shape == (5, 5))
    assert lesson._settings.size == 5
    assert "angle" not in lesson._target.complete()


def test_steps_that_are_too_long_are_told(lesson, qtbot):
    lesson.settings_form.changed.emit("rate", 3.0)
    lesson.settings_form.changed.emit("momentum", 0.0)
    lesson.play.click()
    qtbot.waitUntil(lambda: "ran away" in lesson.state.text(), timeout=20_000)
    assert not lesson.take.isEnabled()


def test_a_kernel_smaller_than_its_target_is_refused_in_place(lesson, qtbot):
    lesson.target_form.changed.emit("size", 7)
    qtbot.waitUntil(lambda: lesson._run is not None)
    lesson.settings_form.changed.emit("size", 3)
    qtbot.waitUntil(lambda: "Make it larger" in lesson.state.text())


def test_it_rests_behind_another_tab(lesson, train):
    lesson.play.click()
    bring_up(train.exports.code)
    train.exports.kernel._on_visibility_changed(False)
    assert lesson.play.text() == "Learn"
