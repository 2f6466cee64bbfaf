from hypothesis import given, settings
from hypothesis import strategies as st

from gui.widgets import picture_geometry as geometry
from gui.widgets.picture_geometry import Rim, Viewpoint

sides = st.integers(1, 5000)
lengths = st.integers(20, 3000)
pads = st.floats(0, 15)
rims = st.builds(Rim, top=pads, bottom=pads, left=pads, right=pads)


@settings(max_examples=60, deadline=None)
@given(lengths, lengths, sides, sides, rims)
def test_fitting_shows_picture_and_rim_whole_and_as_large_as_can_be(width, height, rows, columns, rim):
    placed = geometry.place(width=width, height=height, rows=rows, columns=columns, rim=rim, viewpoint=Viewpoint())
    used_width = (columns + rim.left + rim.right) * placed.scale
    used_height = (rows + rim.top + rim.bottom) * placed.scale
    assert used_width <= width * 1.0001
    assert used_height <= height * 1.0001
    assert max(used_width / width, used_height / height) > 0.999
    assert placed.x(-rim.left) >= -1
    assert placed.y(rows + rim.bottom) <= height + 1


@settings(max_examples=60, deadline=None)
@given(lengths, lengths, sides, sides, st.floats(1.0, 40), st.data())
def test_a_pixel_is_found_where_it_is_drawn(width, height, rows, columns, zoom, data):
    viewpoint = geometry.settled(
        Viewpoint(zoom=zoom, row=data.draw(st.floats(0, 1)), column=data.draw(st.floats(0, 1)))
    )
    placed = geometry.place(width=width, height=height, rows=rows, columns=columns, rim=Rim(), viewpoint=viewpoint)
    row, column = data.draw(st.integers(0, rows - 1)), data.draw(st.integers(0, columns - 1))
    assert placed.pixel(placed.x(column + 0.5), placed.y(row + 0.5)) == (row, column)


@settings(max_examples=60, deadline=None)
@given(st.floats(0, 1), st.floats(0, 1), st.floats(1.1, 8))
def test_zooming_keeps_the_point_under_the_cursor(row, column, factor):
    def on_screen(viewpoint):
        placed = geometry.place(width=400, height=400, rows=100, columns=100, rim=Rim(), viewpoint=viewpoint)
        return placed.x(column * 100), placed.y(row * 100)

    before = Viewpoint(zoom=2.0)
    after = geometry.zoomed(before, factor, limits=(0.25, 100), row=row, column=column)
    if after == geometry.settled(after) and 0.2 < row < 0.8 and 0.2 < column < 0.8:
        # Two roundings to whole pixels of the screen lie between them.
        assert abs(on_screen(before)[0] - on_screen(after)[0]) <= 1.01
        assert abs(on_screen(before)[1] - on_screen(after)[1]) <= 1.01


def test_zooming_out_and_in_again_comes_to_rest_at_the_fit():
    out = geometry.zoomed(Viewpoint(zoom=1.25), 1 / 1.251, limits=(0.2, 10), row=0.1, column=0.9)
    assert out == Viewpoint()


def test_some_of_the_picture_always_stays_in_sight():
    far = geometry.moved(Viewpoint(zoom=4.0), rows=50, columns=-50)
    placed = geometry.place(width=300, height=200, rows=60, columns=90, rim=Rim(), viewpoint=far)
    first_row, end_row, first_column, end_column = placed.visible(300, 200)
    assert end_row > first_row
    assert end_column > first_column
