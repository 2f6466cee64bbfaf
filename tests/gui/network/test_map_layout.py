import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gui.network.map_layout import MapLayout

SIZES = st.integers(60, 1400)


@settings(max_examples=60, deadline=None)
@given(count=st.integers(1, 2048), side=st.integers(1, 230), width=SIZES, height=SIZES)
def test_all_maps_stand_inside_and_none_covers_another(count, side, width, height):
    layout = MapLayout.of(count, map_height=side, map_width=side, width=width, height=height, margin=8)
    whole = layout.whole()
    assert whole.right() <= width - 8 + 1e-6
    assert whole.bottom() <= height - 8 + 1e-6
    assert layout.rows * layout.columns >= count
    first, after = layout.rect(0), layout.rect(min(1, count - 1))
    assert count == 1 or not first.intersects(after)


@settings(max_examples=60, deadline=None)
@given(count=st.integers(1, 2048), width=SIZES, height=SIZES, data=st.data())
def test_a_point_in_a_map_finds_that_map(count, width, height, data):
    layout = MapLayout.of(count, map_height=14, map_width=14, width=width, height=height, margin=8)
    index = data.draw(st.integers(0, count - 1))
    centre = layout.rect(index).center()
    found = layout.at(centre.x(), centre.y())
    assert found is not None
    assert found[0] == index
    assert found[1:] == pytest.approx((0.5, 0.5), abs=0.01)


def test_no_map_lies_in_the_gaps_or_outside():
    layout = MapLayout.of(6, map_height=10, map_width=10, width=400, height=300, margin=8)
    tile = layout.rect(0)
    assert layout.at(tile.right() + layout.gap / 2, tile.center().y()) is None
    assert layout.at(1, 1) is None
    assert layout.at(tile.left(), layout.whole().bottom() + 2) is None


def test_thirty_two_maps_use_the_width_they_are_given():
    layout = MapLayout.of(32, map_height=48, map_width=48, width=690, height=360, margin=8)
    assert layout.columns == 8
    assert layout.width >= 78


def test_two_thousand_maps_are_still_large_enough_to_be_pointed_at():
    layout = MapLayout.of(2048, map_height=7, map_width=7, width=690, height=360, margin=8)
    assert layout.width >= 8
