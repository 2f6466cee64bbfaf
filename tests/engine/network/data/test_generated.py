import colorsys
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.network.data.generated.canvas import COLOURS
from engine.network.data.generated.generated_set import GeneratedSet
from engine.network.data.opening import open_data
from engine.network.data.specs import GeneratedData

KINDS = ("shapes", "textures", "glyphs", "scenes")
PLAIN = {"noise": 0.0, "clutter": 0, "rotation": 0, "size": 0.0}

specs = st.builds(
    GeneratedData,
    kind=st.sampled_from(KINDS),
    side=st.integers(16, 70),
    seed=st.integers(0, 2**31 - 1),
    colour=st.sampled_from(["varied", "gray", "class"]),
    size=st.floats(0, 1),
    rotation=st.integers(0, 180),
    noise=st.floats(0, 128),
    clutter=st.integers(0, 40),
    count=st.just(40),
)


@settings(max_examples=40, deadline=None)
@given(specs, st.integers(0, 39))
def test_pictures_follow_from_settings_seed_and_place_alone(spec, index):
    first = GeneratedSet(spec).picture(index)
    again = open_data(replace(spec, count=index + 1)).picture(index)
    np.testing.assert_array_equal(first, again)
    assert first.dtype == np.uint8
    assert first.shape == GeneratedSet(spec).shape == (spec.side, spec.side, 1 if spec.colour == "gray" else 3)
    other = GeneratedSet(replace(spec, seed=(spec.seed + 1) % 2**31)).picture(index)
    assert not np.array_equal(first, other)


@pytest.mark.parametrize("kind", KINDS)
def test_classes_are_balanced_and_pictures_differ(kind):
    data = open_data(GeneratedData(kind=kind, count=200, side=24, **PLAIN))
    assert max(data.counts()) - min(data.counts()) <= 1
    assert len({data.picture(index).tobytes() for index in range(200)}) == 200
    assert len({data.identity(index) for index in range(200)}) == 200
    assert len(set(data.content_groups().tolist())) == 200


@pytest.mark.parametrize("kind", KINDS)
def test_something_stands_out_from_the_ground(kind):
    data = open_data(GeneratedData(kind=kind, count=40, side=32, colour="gray", **PLAIN))
    for index in range(40):
        picture = data.picture(index)[..., 0].astype(int)
        assert picture.max() - picture.min() >= 45


def test_a_colour_that_is_the_class_is_seen():
    data = open_data(GeneratedData(kind="shapes", count=80, colour="class", **PLAIN))
    hues = dict(zip(COLOURS, (0, 30, 57, 120, 182, 225, 272, 320), strict=True))
    for index in range(80):
        pixels = data.picture(index).reshape(-1, 3).astype(float)
        ink = pixels[np.argmax(pixels.max(axis=1) - pixels.min(axis=1))]
        hue = colorsys.rgb_to_hsv(*(ink / 255))[0] * 360
        wanted = hues[data.class_names[data.labels[index]]]
        assert abs((hue - wanted + 180) % 360 - 180) < 14


@settings(max_examples=15, deadline=None)
@given(st.integers(16, 64), st.integers(0, 1000))
def test_scenes_say_what_is_in_them(side, seed):
    data = GeneratedSet(GeneratedData(kind="scenes", count=10, side=side, seed=seed))
    for index in range(10):
        found = data.annotation(index)
        assert len(found.names) == len(found.boxes) == len(found.masks) == data.labels[index] + 1
        assert (found.masks.sum(axis=0) <= 1).all()
        for box, mask in zip(found.boxes, found.masks, strict=True):
            top, left, height, width = box
            assert mask[top : top + height, left : left + width].sum() == mask.sum() > 0
            assert mask[top].any()
            assert mask[top + height - 1].any()
            assert mask[:, left].any()
            assert mask[:, left + width - 1].any()


def test_masks_lie_where_the_ink_is():
    data = GeneratedSet(GeneratedData(kind="scenes", count=5, side=64, colour="gray", **PLAIN))
    picture, mask = data.picture(0)[..., 0].astype(int), data.annotation(0).masks[0]
    inside, outside = picture[mask], picture[~mask]
    assert abs(np.median(inside) - np.median(outside)) > 40


def test_only_scenes_are_annotated():
    assert GeneratedSet(GeneratedData(kind="glyphs")).annotation(3) is None


def test_a_nearest_neighbour_tells_printed_from_other_digits():
    """The classes can be learnt at all: half of the plain glyphs are told by their likeness to others."""
    data = open_data(GeneratedData(kind="glyphs", count=600, side=16, colour="gray", **PLAIN))
    pictures = np.stack([data.picture(index)[..., 0] for index in range(600)]).astype(np.float32).reshape(600, -1)
    pictures = np.abs(pictures - np.median(pictures, axis=1, keepdims=True))
    pictures /= np.linalg.norm(pictures, axis=1, keepdims=True)
    nearest = np.argmax(pictures[400:] @ pictures[:400].T, axis=1)
    assert (data.labels[:400][nearest] == data.labels[400:]).mean() > 0.5
