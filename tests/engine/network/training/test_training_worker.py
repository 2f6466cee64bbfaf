"""The real training worker in its process. The import takes many seconds, so one test does it all."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pytest

from engine.child.messages import Failed, Progress, Ready, Stopped
from engine.child.supervisor import SupervisedChild
from engine.network.data.splitting import Split
from engine.network.reading.opening import read_model
from engine.network.requests import GalleryModel
from engine.network.training import messages as say
from engine.network.training.curves import CHECKPOINT, RunState, read_run
from engine.network.training.job import TrainingJob
from engine.network.training.process import training_worker
from engine.network.training.settings import Settings
from engine.network.training.transforms import Rotate
from tests.engine.child.recorder import Recorder

JOB = TrainingJob(
    model=GalleryModel("cnn-example"), split=Split(validation=0.1, test=0.1), settings=Settings(epochs=4),
    transforms=(Rotate(degrees=5),),
)  # fmt: skip


def test_it_shows_trains_pauses_stops_goes_on_and_answers_questions_afterwards(tmp_path: Path) -> None:
    modules = set(sys.modules)
    child = training_worker()
    heard = Recorder(child)
    child.start()
    heard.wait_for(Ready)
    folder = str(tmp_path / "run")
    try:
        _see_a_batch(child, heard)
        _train(child, heard, folder)
        _ask(child, heard, folder)
        _export(child, heard, tmp_path)
        answer = heard.answer_to(child.send(say.Evaluate(folder=str(tmp_path / "none"))))
        assert isinstance(answer, Failed)
        assert "holds no trained network yet" in str(answer)
        assert {"tensorflow", "keras"}.isdisjoint(set(sys.modules) - modules), "only the child imports them"
    finally:
        child.close()
    assert heard.deaths == []


def _see_a_batch(child: SupervisedChild, heard: Recorder) -> None:
    batch = heard.answer_to(child.send(say.ShowBatch(training=JOB, count=8)))
    assert isinstance(batch, say.Batch), batch
    assert batch.before.shape == batch.after.shape == (8, 32, 32, 3)
    assert not np.array_equal(batch.before, batch.after)
    assert (len(batch.labels), batch.batch_size, batch.class_names[3]) == (8, 32, "3")
    assert batch.steps[-1].shape == (32, 32, 32, 3)
    assert (batch.steps[0].dtype, batch.steps[-1].dtype) == ("uint8", "float32")
    assert 0 <= batch.steps[-1].low < batch.steps[-1].high <= 1


def _train(child: SupervisedChild, heard: Recorder, folder: str) -> None:
    job = child.send(say.Train(training=JOB, folder=folder))
    heard.wait_for(say.Stepped)
    child.tell(job, say.Pause())
    assert heard.wait_for(say.Paused).is_paused
    assert (Path(folder) / CHECKPOINT).is_file()
    child.tell(job, say.Resume())
    assert not heard.wait_for(say.Paused).is_paused
    heard.wait_for(say.Stepped)
    child.stop_job(job)
    assert isinstance(heard.answer_to(job), Stopped)
    assert read_run(Path(folder)).state is RunState.STOPPED
    again = child.send(say.Train(training=JOB, folder=folder, resume=True))
    trained = heard.answer_to(again)
    assert isinstance(trained, say.Trained), trained
    assert trained.figures.epochs == 4
    assert trained.figures.test_accuracy is not None
    assert trained.figures.test_accuracy > 0.8
    told = [each for each in heard.of_kind(say.Began) if each.job == again]
    assert told[0].first_step > 0
    assert any(each.epoch == 4 for each in heard.of_kind(say.Watched))


def _ask(child: SupervisedChild, heard: Recorder, folder: str) -> None:
    found = heard.answer_to(child.send(say.Evaluate(folder=folder, part="test")))
    assert isinstance(found, say.Evaluated), found
    figures = read_run(Path(folder)).figures
    assert figures is not None
    accuracy = (found.probabilities.argmax(1) == found.labels).mean()
    assert accuracy == pytest.approx(figures.test_accuracy)
    assert np.allclose(found.probabilities.sum(1), 1, atol=1e-4)
    for method in ("pca", "t-sne"):
        laid = heard.answer_to(child.send(say.Embed(folder=folder, part="test", method=method, most=60)))
        assert isinstance(laid, say.Embedded), laid
        assert (laid.points.shape, laid.layer) == ((60, 2), "dense4")
    slow = child.send(say.Embed(folder=folder, part="train", method="t-sne", most=500))
    heard.wait_for(lambda word: isinstance(word, Progress) and "Laying" in word.note)
    child.stop_job(slow)
    assert isinstance(heard.answer_to(slow), Stopped)
    seen = heard.answer_to(child.send(say.Explain(folder=folder, index=int(found.indices[0]), classes=(0, 3))))
    assert isinstance(seen, say.Heats), seen
    assert (seen.heats.shape, seen.picture.shape) == ((2, 32, 32), (32, 32, 3))
    for kind in ("noise", "rotation", "shift"):
        tried = heard.answer_to(child.send(say.Robustness(folder=folder, kind=kind, most=60)))
        assert isinstance(tried, say.Tried), tried
        assert tried.accuracies[0] > tried.accuracies[-1]


def _export(child: SupervisedChild, heard: Recorder, home: Path) -> None:
    path = home / "digits.keras"
    saved = heard.answer_to(child.send(say.SaveTrained(folder=str(home / "run"), path=str(path), token="ab")))
    assert isinstance(saved, say.TrainedSaved), saved
    assert read_model(path).class_names == tuple("0123456789")
    nothing = heard.answer_to(child.send(say.SaveTrained(folder=str(home), path=str(path))))
    assert isinstance(nothing, Failed)
    assert read_model(path).class_names, "the file of before is whole"
    script = heard.answer_to(child.send(say.WriteScript(training=JOB, path=str(home / "digits.py"))))
    assert isinstance(script, say.Script), script
    assert (home / "digits.py").read_text(encoding="utf-8") == script.text
    assert not script.has_beside
    assert sorted(each.name for each in home.iterdir()) == ["digits.keras", "digits.py", "run"]
