"""The worker's side of the conversation, in this process: no child, a job that records what is said."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import h5py
import numpy as np
import pytest

from engine.child.messages import Message, Progress, Request
from engine.child.ring import FrameRing
from engine.network import requests as ask
from engine.network.explained import Explained
from engine.network.maps import MapView
from engine.opencv import cv2
from tests.engine.network import models
from tests.engine.network.reading.files import ARRAYS, CONV, HEAD, MEAN, layer


class RecordingJob:
    """Stands in for `Job`; asked to stop once it has heard `stops_after` messages."""

    def __init__(self, number: int, stops_after: int | None = None) -> None:
        self.number, self.said, self._stops_after = number, list[Message](), stops_after

    def send(self, message: Message) -> None:
        self.said.append(replace(message, job=self.number))

    @property
    def is_stop_asked(self) -> bool:
        return self._stops_after is not None and len(self.said) >= self._stops_after

    def check(self) -> None:
        from engine.child.host import StopAsked

        if self.is_stop_asked:
            raise StopAsked

    def let_others_in(self) -> None:
        self.check()


class Conversation:
    """Asks as the window does."""

    def __init__(
        self, handlers: dict[type[Request], Callable[[Any, Any], Any]], rings: dict[str, FrameRing], session: Any = None
    ) -> None:
        self._handlers, self.rings, self.session, self._jobs = handlers, rings, session, 0
        self.job = RecordingJob(0)

    def ask(self, request: Request, *, stops_after: int | None = None) -> Any:
        self._jobs += 1
        self.job = RecordingJob(self._jobs, stops_after)
        return self._handlers[type(request)](self.job, request)

    def show(self, picture: np.ndarray, number: int) -> None:
        self.rings["frames"].write(picture, number=number, captured_at=float(number))

    def result(self) -> np.ndarray:
        frame = self.rings["pictures"].newest()
        assert frame is not None
        assert frame.number == self.job.number
        return frame.picture


@pytest.fixture
def talk(keras_loaded: None) -> Iterator[Conversation]:
    from engine.network.sessions import Session, all_handlers
    from engine.network.why.answering import Answering

    session = Session()
    rings = {name: FrameRing.create(slot_bytes=400_000) for name in ("frames", "maps", "pictures")}
    made = Conversation(all_handlers(session.handlers(), Answering(session).handlers()), rings, session)
    made.ask(ask.Connect(**{name: ring.address for name, ring in rings.items()}))
    yield made
    made.ask(ask.CloseModel())
    session.close()
    for ring in rings.values():
        ring.close()


@pytest.fixture
def opened(talk: Conversation) -> Conversation:
    answer = talk.ask(ask.OpenModel(model=ask.GalleryModel("cnn-example", seed=3)))
    assert isinstance(answer, ask.Opened)
    assert answer.pixels_shape == (32, 32, 3)
    assert all(fact.is_explained for fact in answer.layers)
    return talk


def photograph(seed: int = 0) -> np.ndarray:
    small = np.random.default_rng(seed).integers(0, 256, (9, 12, 3)).astype(np.uint8)
    return cv2.resize(small, (120, 90), interpolation=cv2.INTER_CUBIC)


def conv_name(talk: Conversation) -> str:
    answer = talk.ask(ask.OpenModel(model=ask.GalleryModel("cnn-example", seed=3)))
    return str(next(fact.path for fact in answer.layers if fact.kind == "Conv2D"))


def test_the_bundled_backbone_opens_with_its_classes_and_is_trained(talk: Conversation) -> None:
    answer = talk.ask(ask.OpenModel(model=ask.BackboneModel()))
    assert isinstance(answer, ask.Opened)
    assert answer.pixels_shape == (64, 64, 3)
    assert answer.class_names[0] == "circle, red"
    assert not answer.is_untrained
    assert answer.architecture is not None


def test_nothing_works_before_a_network_is_open_or_a_picture_shown(talk: Conversation) -> None:
    from engine.network.sessions import SessionError

    with pytest.raises(SessionError, match="No network is open"):
        talk.ask(ask.Frame())
    layer = conv_name(talk)
    assert isinstance(talk.ask(ask.Frame()), ask.NoFrame)
    with pytest.raises(SessionError, match="No picture has gone through"):
        talk.ask(ask.AskRaw(layer=layer))
    with pytest.raises(SessionError, match="No picture has gone through"):
        talk.ask(ask.ClassMap())


def test_the_newest_frame_is_taken_once_and_its_maps_lie_in_the_ring(opened: Conversation) -> None:
    layer = conv_name(opened)
    opened.ask(ask.ShowLayers(layers=(layer,), view=MapView(sort="variance"), fit="pad"))
    for number in (4, 5, 6):
        opened.show(photograph(number), number)
    maps = opened.ask(ask.Frame())
    assert isinstance(maps, ask.Maps)
    assert (maps.number, maps.captured_at) == (6, 6.0)
    assert isinstance(opened.ask(ask.Frame()), ask.NoFrame), "older ones are dropped"
    assert isinstance(opened.ask(ask.Frame(is_again=True)), ask.Maps)
    frame = opened.rings["maps"].newest()
    assert frame is not None
    assert (frame.number, frame.picture.size) == (6, maps.size)
    (shown,) = maps.layers
    assert shown.path == layer
    assert shown.mosaic(frame.picture).shape == shown.layout.shape
    assert shown.mosaic(frame.picture).std() > 0
    assert maps.scores.sum() == pytest.approx(1, abs=1e-4)
    assert maps.placement.top < 0, "black bars above and below"
    assert maps.timings.total > maps.timings.forward > 0


def test_a_ring_that_is_too_small_is_said(opened: Conversation) -> None:
    layer = conv_name(opened)
    opened.ask(ask.ShowLayers(layers=(layer,)))
    opened.show(photograph(), 1)
    small = FrameRing.create(slot_bytes=64)
    addresses = {name: ring.address for name, ring in opened.rings.items()}
    opened.ask(ask.Connect(**{**addresses, "maps": small.address, "pictures": small.address}))
    answer = opened.ask(ask.Frame())
    assert isinstance(answer, ask.NeedsLargerRing)
    assert answer.ring == "maps"
    assert answer.slot_bytes > 28 * 28 * 8
    assert isinstance(opened.ask(ask.AskRaw(layer=layer)), ask.NeedsLargerRing)
    opened.ask(ask.Connect(**addresses))
    assert isinstance(opened.ask(ask.Frame()), ask.Maps)
    small.close()


def test_raw_maps_and_a_drill_down_are_about_the_last_picture(opened: Conversation) -> None:
    layer = conv_name(opened)
    opened.show(photograph(1), 11)
    opened.ask(ask.Frame())
    raw = opened.ask(ask.AskRaw(layer=layer))
    assert (raw.number, raw.shape) == (11, (28, 28, 8))
    values = opened.result()
    found = opened.ask(ask.DrillDown(layer=layer, row=3, column=5, channel=2))
    assert isinstance(found, Explained)
    assert found.number == 11
    assert found.value == pytest.approx(float(values[3, 5, 2]))
    assert found.parts[-1].explanation.value == pytest.approx(found.value, rel=1e-4, abs=1e-6)
    assert found.field == (3, 5, 5, 5)
    # Cropped to 90 × 90 from the middle of 90 × 120, then brought to 32 × 32.
    assert found.field_on_picture == pytest.approx((3 * 90 / 32, 15 + 5 * 90 / 32, 5 * 90 / 32, 5 * 90 / 32))


def test_every_question_why_is_answered(opened: Conversation, tmp_path: Path) -> None:
    layer = conv_name(opened)
    opened.show(photograph(2), 1)
    maps = opened.ask(ask.Frame())
    top = int(np.argmax(maps.scores))
    for request, shape in (
        (ask.ClassMap(), (32, 32)),
        (ask.ClassMap(layer=layer, class_index=1), (32, 32)),
        (ask.Saliency(), (32, 32)),
        (ask.Saliency(is_guided=True), (32, 32, 3)),
        (ask.Occlusion(), (32, 32)),
    ):
        answer = opened.ask(request)
        assert isinstance(answer, ask.Heat), request
        assert answer.class_index == (1 if getattr(request, "class_index", None) else top)
        assert answer.score == pytest.approx(float(maps.scores[answer.class_index]), abs=1e-5)
        assert opened.result().shape == shape
    formed = opened.ask(ask.Maximise(layer=layer, channel=0, steps=8))
    assert isinstance(formed, ask.Formed)
    forming = [each for each in opened.job.said if isinstance(each, ask.Forming)]
    assert (forming[0].step, forming[-1].step, forming[-1].steps) == (0, 8, 8)
    assert opened.result().dtype == np.uint8
    for number in range(5):
        cv2.imwrite(str(tmp_path / f"{number}.png"), photograph(number))
    patches = opened.ask(ask.BestPatches(folder=str(tmp_path), layer=layer, channel=0, count=2))
    assert len(patches.patches) == 2
    assert [each.done for each in opened.job.said if isinstance(each, Progress)] == [4, 5]
    assert [len(each.patches) for each in opened.job.said if isinstance(each, ask.PatchesSoFar)] == [2, 2]


def test_long_work_ends_soon_when_that_is_asked_for(opened: Conversation) -> None:
    from engine.child.host import StopAsked

    opened.show(photograph(3), 1)
    opened.ask(ask.Frame())
    with pytest.raises(StopAsked):
        opened.ask(ask.Occlusion(patch=2, step=1), stops_after=3)
    assert len(opened.job.said) == 3
    with pytest.raises(StopAsked):
        opened.ask(ask.Maximise(layer=conv_name(opened), channel=0, steps=10_000), stops_after=2)


def test_an_open_network_stays_open_when_another_one_cannot_be_opened(opened: Conversation) -> None:
    from engine.errors import UserError

    with pytest.raises(UserError, match="“alexander” is no network of the gallery"):
        opened.ask(ask.OpenModel(model=ask.GalleryModel("alexander")))
    opened.show(photograph(), 1)
    assert isinstance(opened.ask(ask.Frame()), ask.Maps)


def test_a_network_for_pictures_of_any_size_is_opened_at_a_usual_one(talk: Conversation, tmp_path: Path) -> None:
    anything = layer("InputLayer", "input_1", batch_input_shape=[None, None, None, 3])
    config = {"class_name": "Sequential", "config": {"name": "m", "layers": [anything, CONV, MEAN, HEAD]}}
    with h5py.File(tmp_path / "any.h5", "w") as file:
        file.attrs["model_config"] = json.dumps(config).encode()
        root = file.create_group("model_weights")
        root.attrs["layer_names"] = [b"conv", b"scores"]
        for name in ("conv", "scores"):
            group = root.create_group(name)
            group.attrs["weight_names"] = [f"{name}/{each}:0".encode() for each in ("kernel", "bias")]
            for each in ("kernel", "bias"):
                group[f"{name}/{each}:0"] = ARRAYS[f"inner/conv/{each}" if name == "conv" else f"scores/{each}"]
    answer = talk.ask(ask.OpenModel(model=ask.FileModel(str(tmp_path / "any.h5"))))
    assert isinstance(answer, ask.Opened)
    assert answer.pixels_shape == (224, 224, 3)


def test_a_network_out_of_a_file_is_looked_into_like_any_other(talk: Conversation, tmp_path: Path) -> None:
    reloaded = models.reloaded(tmp_path)
    answer = talk.ask(ask.OpenModel(model=ask.FileModel(str(tmp_path / "nested.keras")), values="signed"))
    assert isinstance(answer, ask.Opened)
    assert (answer.name, answer.pixels_shape, answer.values) == ("nested.keras", (16, 16, 3), "signed")
    layer = "extractor/backbone/norm1"
    assert layer in [fact.path for fact in answer.layers]
    talk.ask(ask.ShowLayers(layers=(layer,), fit="resize"))
    pixels = photograph()[:16, :16]
    talk.show(pixels, 1)
    maps = talk.ask(ask.Frame())
    expected = np.asarray(reloaded((pixels.astype(np.float32) / 127.5 - 1)[None], training=False))[0]
    np.testing.assert_allclose(maps.scores, expected, rtol=1e-4, atol=1e-6)
    assert isinstance(talk.ask(ask.ClassMap(layer=layer)), ask.Heat)
