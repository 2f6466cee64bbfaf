import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.imaging.mosaic import MosaicLayout, mosaic

layouts = st.builds(
    MosaicLayout.of,
    st.tuples(st.integers(1, 8), st.integers(1, 8), st.integers(1, 20)),
    columns=st.none() | st.integers(1, 30),
    gap=st.none() | st.integers(0, 3),
)


@given(layouts)
@settings(max_examples=60, deadline=None)
def test_every_pixel_leads_back_to_its_map(layout):
    seen = {}
    for row in range(-1, layout.shape[0] + 1):
        for column in range(-1, layout.shape[1] + 1):
            place = layout.at(row, column)
            if place is not None:
                assert place not in seen
                seen[place] = (row, column)
    assert len(seen) == layout.count * layout.height * layout.width
    for index in range(layout.count):
        assert seen[index, 0, 0] == layout.corner(index)


@given(layouts)
@settings(max_examples=30, deadline=None)
def test_the_mosaic_has_every_map_in_its_place(layout):
    maps = np.random.default_rng(0).random((layout.height, layout.width, layout.count))
    whole = mosaic(maps, layout.columns, gap=layout.gap, fill=-1)
    assert whole.shape == layout.shape
    for index, place in enumerate(layout.places()):
        np.testing.assert_array_equal(whole[place], maps[..., index])
    assert np.count_nonzero(whole == -1) == whole.size - maps.size


def test_many_maps_come_near_the_shape_of_a_screen():
    height, width = MosaicLayout.of((28, 28, 64)).shape
    assert 1.2 < width / height < 2.2
