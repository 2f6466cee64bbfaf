"""The Train workspace in the real program with the real worker: trained, used live, killed and closed in the middle."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.network.training.curves import RunState, read_run
from gui.train.unfinished import unfinished_run
from tests.e2e.program import Program

LONG = 180.0
"""Seconds for what waits for two workers to start, on a busy machine."""

IDLE = "not window.train.session.is_training"


def into_train(program: Program, *, epochs: int) -> None:
    """Go to the Train workspace, with digits open and so many epochs set."""
    program.ask("window.workspaces.show('train')")
    program.wait_until("window.train.session.batch is not None", patience=LONG)
    program.ask(f"window.train.model._on_setting('epochs', {epochs})")
    assert program.ask("window.train.session.job.settings.epochs") == epochs


def epochs_done(program: Program) -> int:
    return int(program.ask("window.train.session.training is not None and len(window.train.session.training.epochs)"))


def runs_in(home: Path) -> list[Path]:
    return sorted((home / "runs").iterdir())


@pytest.mark.allows_warnings
def test_digits_are_trained_judged_and_used_on_the_live_picture(tmp_path: Path) -> None:
    with Program(home=tmp_path) as program:
        into_train(program, epochs=2)
        assert program.ask("window.train.session.batch.class_names") == list("0123456789")
        program.ask("window.train.model.train.click()")
        program.wait_until("window.train.session.evaluated is not None", patience=LONG)
        assert epochs_done(program) == 2
        assert program.ask("len(window.train.session.training.steps)") > 4
        accuracy = program.ask("window.train.session.training.epochs[-1].validation_accuracy")
        assert accuracy > 0.5
        assert program.ask("window.train.model.state.text()").startswith("Gets ")
        assert program.ask("window.train.results.mistakes.matrix._matrix.sum().item()") > 100
        watched = program.ask("[each.epoch for each in window.train.session.watched]")
        assert (watched[0], watched[-1]) == (0, 2)
        program.ask("window.train.driver.questions.embed('pca')")
        program.wait_until("'pictures by what' in window.train.results.map.facts.text()", patience=LONG)
        program.ask("window.train.driver.questions.try_robustness('noise')")
        program.wait_until("bool(window.train.results.robustness.plots['noise'].plot.curves)", patience=LONG)
        program.ask("window.train.driver.questions.explain(0, (0, 1))")
        program.wait_until("'what speaks for' in window.train.results.mistakes.said_heat._caption", patience=LONG)
        program.ask("window.train.model.live.click()")
        program.wait_until(
            "window.network.session.network is not None and 'best.keras' in str(window.network.session.network.spec)"
            " and window.network.session.maps is not None", patience=LONG,
        )  # fmt: skip
        assert program.ask("list(window.network.session.network.opened.class_names)") == list("0123456789")
        assert program.message() == ""
        assert program.close() == 0
    assert read_run(runs_in(tmp_path)[0]).state is RunState.DONE
    assert unfinished_run(tmp_path) is None


@pytest.mark.allows_warnings
def test_a_killed_worker_loses_an_epoch_at_most_and_the_curve_goes_on(tmp_path: Path) -> None:
    with Program(home=tmp_path) as program:
        into_train(program, epochs=400)
        program.ask("window.train.model.train.click()")
        program.wait_until("len(window.train.session.training.epochs) >= 3", patience=LONG)
        program.ask("__import__('os').kill(parts.training.process_id, 9)")
        program.wait_until(IDLE, patience=LONG)
        known = epochs_done(program)
        assert "training worker" in program.message()
        program.wait_until("'Go on' in [words for words, _ in window.messages.bar.current().actions]")
        program.ask("dict(window.messages.bar.current().actions)['Go on']()")
        program.wait_until(f"len(window.train.session.training.epochs) > {known}", patience=LONG)
        numbers = program.ask("[each.epoch for each in window.train.session.training.epochs]")
        assert numbers == list(range(1, len(numbers) + 1))
        steps = program.ask("window.train.session.training.steps[:, 0].tolist()")
        assert steps == sorted(set(steps)), "no step is there twice"
        program.ask("window.train.model.stop.click()")
        program.wait_until(IDLE, patience=LONG)
        assert len(runs_in(tmp_path)) == 1
        assert program.close() == 0
    assert read_run(runs_in(tmp_path)[0]).state is RunState.STOPPED


@pytest.mark.allows_warnings
def test_a_window_killed_or_closed_in_the_middle_offers_the_run_when_it_is_opened_again(tmp_path: Path) -> None:
    waiting = "[window.messages.bar.current(), *window.messages.bar._waiting]"
    told = f"[each for each in {waiting} if each is not None and 'was not finished' in each.text]"
    with Program(home=tmp_path) as program:
        into_train(program, epochs=400)
        program.ask("window.train.model.train.click()")
        program.wait_until("len(window.train.session.training.epochs) >= 2", patience=LONG)
        program.crash()
    known = len(read_run(runs_in(tmp_path)[0]).epochs)
    assert known >= 2
    with Program(home=tmp_path) as program:
        program.wait_until(f"bool({told})")
        program.ask(f"dict({told}[0].actions)['Go on']()")
        program.wait_until(f"len(window.train.session.training.epochs) > {known}", patience=LONG)
        assert program.ask("window.workspaces.current.key") == "train"
        numbers = program.ask("[each.epoch for each in window.train.session.training.epochs]")
        assert numbers == list(range(1, len(numbers) + 1))
        assert program.ask("window.train.session.job.settings.epochs") == 400
        assert program.close() == 0
    with Program(home=tmp_path) as program:
        program.wait_until(f"bool({told})")
        assert program.close() == 0
    assert len(runs_in(tmp_path)) == 1
    assert unfinished_run(tmp_path) is None
