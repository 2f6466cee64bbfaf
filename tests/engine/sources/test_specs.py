import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.errors import UserError
from engine.sources.addresses import without_password
from engine.sources.specs import (
    CameraSpec,
    FolderSpec,
    MovingSampleSpec,
    PictureSpec,
    SampleSpec,
    SpecError,
    StreamSpec,
    VideoSpec,
    from_json,
    to_json,
)

SPECS = [
    SampleSpec("bars", angle=12.5),
    MovingSampleSpec("pan", frames_per_second=30),
    PictureSpec(Path("/somewhere/ä.png")),
    FolderSpec(Path("/somewhere"), position=7),
    VideoSpec(Path("film.mp4"), position=1.5, is_looping=False, is_playing=False),
    CameraSpec(2, name="Webcam", width=640, height=480, is_mirrored=False, device="x.avi"),
    StreamSpec("rtsp://10.0.0.7/live"),
]


@pytest.mark.parametrize("spec", SPECS)
def test_every_description_survives_json(spec):
    assert from_json(json.loads(json.dumps(to_json(spec)))) == spec


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)
fields = st.sampled_from(
    ["name", "path", "position", "angle", "index", "width", "device", "address", "is_looping", "frames_per_second"]
)
kinds = st.sampled_from(["sample", "moving sample", "picture", "folder", "video", "camera", "stream", "hologram"])


@given(
    data=values | st.dictionaries(fields, values, max_size=4).flatmap(lambda d: kinds.map(lambda k: d | {"kind": k}))
)
@settings(max_examples=300, deadline=None)
def test_anything_else_is_refused_in_a_sentence(data):
    sentence = ""
    try:
        spec = from_json(data)
    except UserError as error:
        sentence, spec = str(error), None
    assert len(sentence) > 10 or from_json(to_json(spec)) == spec


@pytest.mark.parametrize(
    "make",
    [
        lambda: SampleSpec(""),
        lambda: SampleSpec("bars", angle=float("nan")),
        lambda: MovingSampleSpec("pan", frames_per_second=0),
        lambda: PictureSpec("a\0b"),
        lambda: FolderSpec("x", position=-1),
        lambda: VideoSpec("x", position=float("inf")),
        lambda: CameraSpec(-1),
        lambda: CameraSpec(0, width=0),
        lambda: CameraSpec(True),
        lambda: StreamSpec("ftp://host/x"),
        lambda: StreamSpec("http://"),
        lambda: StreamSpec("http://host:99999/"),
        lambda: StreamSpec("http://ho st/"),
        lambda: StreamSpec("file:///etc/passwd"),
    ],
)
def test_impossible_descriptions_are_refused(make):
    with pytest.raises(SpecError):
        make()


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("192.168.1.20:8080/video", "http://192.168.1.20:8080/video"),
        ("  https://camera.local/x ", "https://camera.local/x"),
        ("rtsp://me:secret@10.0.0.7:554/live", "rtsp://me:secret@10.0.0.7:554/live"),
        ("http://[::1]:8080/", "http://[::1]:8080/"),
    ],
)
def test_addresses_are_completed(typed, address):
    assert StreamSpec(typed).address == address


def test_passwords_are_not_shown():
    assert without_password("http://me:se@cret@host/a@b") == "http://host/a@b"
