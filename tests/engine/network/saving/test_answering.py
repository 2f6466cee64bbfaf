"""The worker's answer to the wish to save, with what was opened from files of every kind."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from engine.child.host import StopAsked
from engine.child.messages import Progress
from engine.network import requests as ask
from tests.engine.network import models
from tests.engine.network.published.test_published import MOBILENET, write_weights
from tests.engine.network.reading import files
from tests.engine.network.test_sessions import Conversation


@pytest.fixture
def talk(keras_loaded):
    from engine.network.saving.answering import Saving
    from engine.network.sessions import Session, all_handlers

    session = Session()
    made = Conversation(all_handlers(session.handlers(), Saving(session).handlers()), {})
    yield made
    made.ask(ask.CloseModel())
    session.close()


def opened(talk: Conversation, path: Path):
    return talk.ask(ask.OpenModel(model=ask.FileModel(str(path))))


def test_an_exported_model_is_the_same_after_it_was_saved_as_keras(talk, tmp_path):
    first = opened(talk, files.folder_of(tmp_path / "exported", files.tensorflow_js()))
    path = tmp_path / "net.keras"
    answer = talk.ask(ask.SaveModel(path=str(path), class_names=first.class_names, token="abc"))
    assert answer == ask.Saved(path=str(path))
    told = [each for each in talk.job.said if isinstance(each, Progress)]
    assert [(each.done, each.total) for each in told] == [(0, 3), (1, 3), (2, 3)]
    again = opened(talk, path)
    assert (again.class_names, again.values) == (("cat", "dog"), "signed")
    assert again.layers == first.layers
    assert again.architecture.nodes == first.architecture.nodes


@pytest.mark.parametrize("after", [1, 2, 3])
def test_it_ends_at_each_step_when_that_is_asked_for(talk, tmp_path, after):
    opened(talk, files.keras_2(tmp_path / "old.h5"))
    with pytest.raises(StopAsked):
        talk.ask(ask.SaveModel(path=str(tmp_path / "net.keras"), token="abc"), stops_after=after - 1)
    assert [each.name for each in tmp_path.iterdir()] == ["old.h5"]


def test_published_weights_open_with_the_classes_of_imagenet(talk, tmp_path):
    import keras

    model = models.randomised(keras.applications.MobileNet(weights=None, alpha=0.25, input_shape=(128, 128, 3)))
    index = {str(number): [f"n{number:08}", f"kind_{number}"] for number in range(1000)}
    (tmp_path / "imagenet_class_index.json").write_text(json.dumps(index))
    found = opened(talk, write_weights(tmp_path / MOBILENET, model))
    assert (found.name, found.pixels_shape, found.values) == ("MobileNet 0.25, 128", (128, 128, 3), "signed")
    assert found.class_names[7] == "kind 7"
