from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.network.backbone.network import FEATURES, SIDE, untrained
from engine.network.backbone.pictures import CLASSES, PATTERNS, THINGS, WAYS, BackbonePictures
from engine.network.table import table_of


@settings(max_examples=30, deadline=None)
@given(index=st.integers(0, 50_000), seed=st.integers(0, 2**31 - 1))
def test_a_picture_follows_from_seed_and_number_alone(index: int, seed: int) -> None:
    few, many = BackbonePictures(count=index + 1, seed=seed), BackbonePictures(count=index + 999, seed=seed)
    picture = few.picture(index)
    np.testing.assert_array_equal(picture, many.picture(index))
    assert picture.dtype == np.uint8
    assert picture.shape in ((SIDE, SIDE, 3), (SIDE, SIDE, 1))
    assert np.ptp(picture.astype(int)) > 2
    assert not np.array_equal(picture, BackbonePictures(count=index + 1, seed=seed + 1).picture(index))


def test_classes_are_every_thing_in_every_colour_and_every_pattern() -> None:
    data = BackbonePictures(count=2 * len(CLASSES), seed=0)
    assert len(set(CLASSES)) == len(THINGS) * len(WAYS) + PATTERNS == 750
    assert data.counts() == (2,) * 750
    assert data.class_names[data.labels[12]] == "square, yellow"
    assert data.class_names[data.labels[270]] == "pattern 1"


def test_the_colour_is_what_its_class_says() -> None:
    data = BackbonePictures(count=7500, seed=5)
    for way, channel in (("red", 0), ("green", 1), ("blue", 2)):
        pictures = [data.picture(index) for index in range(7500) if CLASSES[data.labels[index]] == f"checks, {way}"]
        means = np.mean([picture.mean((0, 1)) for picture in pictures], axis=0)
        assert int(means.argmax()) == channel


def test_the_network_is_small_and_read_by_the_table() -> None:
    table = table_of(untrained(len(CLASSES)))
    assert table.totals.params < 2_000_000
    rows = {row.path: row for row in table.rows}
    # Mean and maximum of 48 + 96 + 160 maps.
    assert rows[FEATURES].output_shape == (608,)
    assert rows["predictions"].params == (608 + 1) * 750
