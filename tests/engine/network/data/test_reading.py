import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.errors import UserError
from engine.network.data.dataset import ArrayData
from engine.network.data.opening import open_data
from engine.network.data.reading import read, readers, thumbnails
from engine.network.data.specs import BuiltInData, GeneratedData
from engine.network.fitting import FIT, fit


def numbered(count=20, side=6, channels=3, classes=2):
    """Pictures whose every value is their own number."""
    pictures = np.repeat(np.arange(count, dtype=np.uint8), side * side * channels).reshape(count, side, side, channels)
    return ArrayData("numbered", pictures, np.arange(count) % classes, [str(each) for each in range(classes)])


class Broken(ArrayData):
    def __init__(self, broken, **settings):
        whole = numbered(**settings)
        super().__init__(whole.name, whole.pictures, whole.labels, whole.class_names)
        self.broken = broken

    def picture(self, index, *, least=0):
        if index in self.broken:
            raise UserError("“{name}” is damaged.", name=str(index))
        return super().picture(index, least=least)


@settings(max_examples=25, deadline=None)
@given(
    st.sampled_from(["digits", "faces", "shapes"]), st.integers(4, 40), st.integers(4, 40), st.sampled_from([1, 3]),
    st.sampled_from(FIT.values()), st.lists(st.integers(0, 199), min_size=1, max_size=6),
)  # fmt: skip
def test_pictures_are_what_fitting_makes_of_each(name, height, width, channels, method, indices):
    data = open_data(GeneratedData(count=200, side=20) if name == "shapes" else BuiltInData(name=name))
    made = read(data, indices, (height, width), channels, method)
    assert made.pictures.shape == (len(indices), height, width, channels)
    assert made.is_good.all()
    for row, index in enumerate(indices):
        expected = fit(data.picture(index), size=(height, width), channels=channels, method=method).pixels
        np.testing.assert_array_equal(made.pictures[row], expected)


def test_several_threads_read_the_same():
    data = open_data(GeneratedData(count=60, side=24))
    with readers() as pool:
        np.testing.assert_array_equal(
            read(data, range(60), (16, 16), 3, pool=pool).pictures, read(data, range(60), (16, 16), 3).pictures
        )


@settings(max_examples=25, deadline=None)
@given(st.sets(st.integers(0, 19)), st.lists(st.integers(0, 19), min_size=1, max_size=8))
def test_broken_pictures_give_way_to_others_of_their_class(broken, indices):
    made = read(Broken(broken), indices, (6, 6), 3)
    for row, index in enumerate(indices):
        value = int(made.pictures[row, 0, 0, 0])
        assert made.is_good[row] == (index not in broken)
        if index not in broken:
            assert value == index
        elif value != 128:
            assert value not in broken
            assert value % 2 == index % 2
    assert [each.identity for each in made.problems] == [str(index) for index in indices if index in broken]
    assert all("damaged" in str(each.reason) for each in made.problems)


def test_gray_stands_in_where_nothing_else_does():
    made = read(Broken(set(range(20))), [3], (6, 6), 3)
    assert (made.pictures == 128).all()


@pytest.mark.parametrize("side", [8, 25, 64])
def test_thumbnails_show_the_whole_picture(side):
    wide = ArrayData("wide", np.full((2, 10, 40, 3), 200, np.uint8), [0, 1], "ab")
    made = thumbnails(wide, [0, 1], side).pictures
    assert made.shape == (2, side, side, 3)
    rows = np.flatnonzero(made[0].any(axis=(1, 2)))
    assert len(rows) == round(side / 4)
    assert (made[0][rows] == 200).all()
