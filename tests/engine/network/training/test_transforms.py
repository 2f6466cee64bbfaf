import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.errors import UserError
from engine.network.data.specs import BuiltInData, GeneratedData
from engine.network.training.label_breaking import breaks_label
from engine.network.training.transforms import KINDS, suggested, transforms_from_json, transforms_to_json
from engine.network.training.transforms_of_place import Crop, CutOut, Flip, Pad, Rotate, Shift, Zoom
from engine.network.training.transforms_of_values import Blur, Brightness, Contrast, Hue, Noise
from engine.parameters import Choice, Real, Whole, parameters_of

DIGITS = [str(digit) for digit in range(10)]


def anything(declaration):
    if isinstance(declaration, Choice):
        return st.sampled_from(declaration.values())
    if isinstance(declaration, Whole):
        return st.integers(declaration.minimum, declaration.maximum)
    assert isinstance(declaration, Real)
    return st.floats(declaration.minimum, declaration.maximum)


def transforms():
    return st.one_of(
        [st.builds(kind, **{name: anything(each) for name, each in parameters_of(kind).items()}) for kind in KINDS]
    )


@settings(max_examples=40, deadline=None)
@given(st.lists(transforms(), max_size=5))
def test_json_gives_them_back(some):
    assert transforms_from_json(json.loads(json.dumps(transforms_to_json(some)))) == tuple(some)
    for each in some:
        assert str(each.summary())


@pytest.mark.parametrize(
    "data",
    [None, {}, [1], [{}], [{"kind": "melt"}], [{"kind": "flip", "speed": 1}], [{"kind": "rotate", "degrees": 400}],
     [{"kind": "flip"}] * 25, [{"kind": ["flip"]}]],
)  # fmt: skip
def test_damaged_lists_are_refused(data):
    with pytest.raises(UserError):
        transforms_from_json(data)


@pytest.mark.parametrize(
    ("transform", "names"),
    [
        (Flip(), DIGITS),
        (Flip(), ["A", "B", "C"]),
        (Flip(), ["left", "right", "none"]),
        (Flip(), ["turn left", "straight on"]),
        (Flip(direction="vertical"), ["thumbs up", "thumbs down"]),
        (Flip(direction="horizontal_and_vertical"), ["thumbs_up", "thumbs_down"]),
        (Rotate(degrees=180), ["6", "9", "cat"]),
        (Rotate(degrees=90), DIGITS),
        (Rotate(degrees=45), ["Square", "Diamond"]),
        (Rotate(degrees=30), ["horizontal stripes", "vertical stripes"]),
        (Rotate(degrees=90), ["up", "down"]),
        (Hue(degrees=60), ["red", "green", "blue"]),
        (Hue(degrees=60), ["unripe", "ripe"]),
        (Brightness(share=0.4), ["day", "night"]),
        (Contrast(share=0.9), ["dark", "bright"]),
        (Blur(sigma=2.0), ["sharp", "blurred"]),
        (Noise(sigma=30.0), ["clean", "noisy"]),
        (Zoom(share=0.3), ["small dog", "large dog"]),
        (Pad(share=1.0), ["near", "far"]),
        (Crop(smallest=0.2), ["cat", "dog"]),
        (Shift(horizontal=0.8), ["cat", "dog"]),
        (CutOut(share=0.9), ["cat", "dog"]),
    ],
)
def test_what_breaks_the_label_is_said(transform, names):
    assert str(breaks_label(transform, names)).endswith(".")


@pytest.mark.parametrize(
    ("transform", "names"),
    [
        (Flip(), ["cat", "dog"]),
        (Flip(), ["thumbs up", "thumbs down"]),
        (Flip(direction="vertical"), ["left", "right"]),
        (Rotate(degrees=15), DIGITS),
        (Rotate(degrees=180), ["nut", "bolt"]),
        (Hue(degrees=60), ["cat", "blackbird"]),
        (Hue(degrees=60), ["orange", "apple"]),
        (Brightness(share=0.4), ["traffic light", "lamp"]),
        (Crop(), ["cat", "dog"]),
        (Pad(share=2.0), ["cat", "dog"]),
        (Blur(sigma=2.0), ["cat", "dog"]),
    ],
)
def test_what_keeps_the_label_is_left_in_peace(transform, names):
    assert breaks_label(transform, names) is None


def test_what_the_data_is_about_counts_too():
    colours = GeneratedData(colour="class")
    assert breaks_label(Hue(degrees=40), ["x", "y"], colours)
    assert breaks_label(Hue(degrees=40), ["x", "y"], GeneratedData()) is None
    assert breaks_label(Crop(smallest=0.6), ["x", "y"], GeneratedData(kind="scenes"))
    assert breaks_label(Crop(smallest=0.6), ["x", "y"], GeneratedData()) is None


@pytest.mark.parametrize("names", [DIGITS, ["cat", "dog"], ["left", "right"], ["dark", "bright"], []])
def test_suggestions_break_nothing(names):
    chosen = suggested(names, BuiltInData())
    assert chosen
    assert all(breaks_label(each, names, BuiltInData()) is None for each in chosen)
    assert any(isinstance(each, Flip) for each in suggested(["cat", "dog"]))
    assert not any(isinstance(each, Flip) for each in suggested(DIGITS))
