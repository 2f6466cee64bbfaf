from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QImage

from engine.errors import UserError
from engine.sources.specs import FolderSpec, SampleSpec, StreamSpec
from gui.drop import (
    MOST_PASTED,
    Dropped,
    NetworkFile,
    RecipeFile,
    accept_copy,
    dropped,
    kept_image,
    opened_as,
    recent_entry,
)

Action = Qt.DropAction


def of(text):
    mime = QMimeData()
    mime.setText(text)
    return mime


def test_a_file_wins_over_everything_else(tmp_path):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.png")), QUrl.fromLocalFile(str(tmp_path / "b.png"))])
    mime.setText("words")
    assert dropped(mime) == Dropped(path=tmp_path / "a.png", further=1)


def test_text_may_be_a_path_or_a_camera_address(tmp_path):
    assert dropped(of(f'  "{tmp_path}" ')) == Dropped(path=tmp_path)
    assert dropped(of("rtsp://10.0.0.7/live")) == Dropped(address="rtsp://10.0.0.7/live")
    assert opened_as(Dropped(path=tmp_path)) == FolderSpec(tmp_path)
    assert opened_as(Dropped(address="http://10.0.0.7:8080/video")) == StreamSpec("http://10.0.0.7:8080/video")


@pytest.mark.parametrize("text", ["", "some words", "two\nlines", "/no/such/path.png", "a\0b", "~nobody/x", "x" * 9000])
def test_anything_else_is_refused(text):
    with pytest.raises(UserError, match="no picture"):
        dropped(of(text))


def test_pasted_pictures_are_kept_but_not_for_ever(qapp, tmp_path):
    image = QImage(3, 2, QImage.Format.Format_RGB32)
    image.fill(0)
    last = [kept_image(image, tmp_path / "pasted") for _ in range(MOST_PASTED + 5)][-1]
    assert len(list((tmp_path / "pasted").iterdir())) == MOST_PASTED
    assert last.path.exists()


def test_only_what_has_a_path_is_listed_as_recent():
    assert recent_entry(FolderSpec(Path("/pictures"))) == str(Path("/pictures"))
    assert recent_entry(SampleSpec("coffee")) == ""


def test_networks_and_recipes_are_no_sources(tmp_path):
    model, recipe, cats = tmp_path / "model.json", tmp_path / "recipe.json", tmp_path / "cats.KERAS"
    model.write_text('{"modelTopology": {}}')
    recipe.write_text('{"format": "kernelscope-recipe"}')
    assert opened_as(Dropped(path=model)) == NetworkFile(model)
    assert opened_as(Dropped(path=tmp_path)) == NetworkFile(tmp_path), "the folder of a TensorFlow.js model"
    assert opened_as(Dropped(path=cats)) == NetworkFile(cats)
    assert opened_as(Dropped(path=recipe)) == RecipeFile(recipe)


@pytest.mark.parametrize(
    ("offered", "taken"),
    [
        (Action.CopyAction | Action.MoveAction, Action.CopyAction),
        (Action.MoveAction | Action.LinkAction, Action.LinkAction),
        (Action.MoveAction, None),
    ],
)
def test_what_is_dropped_is_looked_at_and_never_moved_away(offered, taken):
    mime = QMimeData()
    mime.setText("a.png")
    event = QDropEvent(QPointF(3, 4), offered, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    event.setDropAction(Action.MoveAction)
    assert accept_copy(event) == event.isAccepted() == (taken is not None)
    assert taken is None or event.dropAction() == taken
