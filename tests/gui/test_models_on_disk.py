"""The menu's entries for files: recent networks, weights that Keras has downloaded, and saving."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QMenu

from engine.network.published import cards
from engine.network.requests import FileModel
from engine.network.saving import formats
from engine.network.training.curves import BEST
from gui.background import Background
from gui.models_on_disk import ModelsOnDisk, file_words
from gui.settings import Settings

MOBILENET = "mobilenet_1_0_224_tf.h5"


@pytest.fixture
def background():
    errors = []
    made = Background(errors.append)
    yield made
    made.close()
    assert errors == []


@pytest.fixture
def offered(qapp, background, tmp_path, monkeypatch):
    """Opens the menu; gives its part about files, with what was wished for and saved."""
    monkeypatch.setenv(cards.HOME, str(tmp_path / "keras"))
    monkeypatch.setattr(formats, "find_spec", lambda name: None)
    menu = QMenu()
    settings = Settings(tmp_path)
    made = ModelsOnDisk(
        menu, settings, background, wish=(wishes := []).append, save=(saves := []).append, can_save=lambda: True
    )
    made.menu, made.settings, made.wishes, made.saves = menu, settings, wishes, saves
    yield made
    menu.deleteLater()


def texts(menu):
    return [action.text() for action in menu.actions() if action.text()]


def test_without_weights_it_says_where_they_would_be_found(offered, qtbot, tmp_path):
    offered.menu.aboutToShow.emit()
    qtbot.waitUntil(lambda: not offered._is_looking)
    (none,) = offered.trained.actions()
    assert none.text() == f"None found in {tmp_path / 'keras' / 'models'}"
    assert not none.isEnabled()
    assert "downloads nothing" in none.toolTip()


def test_weights_that_are_there_are_offered_by_the_name_of_their_network(offered, qtbot, tmp_path):
    models = tmp_path / "keras" / "models"
    models.mkdir(parents=True)
    for name in (MOBILENET, "mobilenet_1_0_224_tf_no_top.h5", "something.h5"):
        (models / name).touch()
    offered.menu.aboutToShow.emit()
    qtbot.waitUntil(lambda: len(offered.trained.actions()) == 2)
    assert texts(offered.trained) == ["MobileNet · ImageNet", "MobileNet · ImageNet, without its head"]
    offered.trained.actions()[0].trigger()
    assert offered.wishes == [FileModel(str(models / MOBILENET))]


def test_recent_networks_can_be_opened_and_forgotten(offered):
    offered.menu.aboutToShow.emit()
    assert not offered.recent.isEnabled()
    for name in ("/nets/a.keras", f"/keras/{MOBILENET}"):
        offered.settings.add_recent_network(name)
    offered.menu.aboutToShow.emit()
    assert texts(offered.recent) == ["MobileNet · ImageNet", "a.keras", "Forget these"]
    offered.recent.actions()[1].trigger()
    assert offered.wishes == [FileModel("/nets/a.keras")]
    offered.recent.actions()[-1].trigger()
    assert offered.settings.recent_networks == []


def test_each_format_is_offered_or_says_what_it_needs(offered):
    keras, tflite, onnx = offered.save.actions()
    assert (keras.isEnabled(), tflite.isEnabled(), onnx.isEnabled()) == (True, True, False)
    assert "pip install onnx tf2onnx onnxruntime" in onnx.toolTip()
    tflite.trigger()
    assert [form.key for form in offered.saves] == ["tflite"]


def test_any_other_file_is_called_by_its_name():
    assert file_words(Path("/nets/cats.keras")) == "cats.keras"
    run = Path("/runs/2026-11-21 06.43.34 Own pictures, from scratch, The network by hand")
    assert file_words(run / BEST) == "Own pictures, from scratch (06.43)"
