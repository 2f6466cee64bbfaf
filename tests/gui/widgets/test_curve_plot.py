"""Curves: what their axes span and what is read out under the mouse."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp
from PySide6.QtGui import QPixmap

from gui.theme.appearance import Appearance
from gui.widgets import curve_plot
from gui.widgets.curve_lines import dashed
from gui.widgets.curve_plot import MOST_POINTS, Curve, CurvePlot, Mark, Plot, _span, _ticks, thinned


def curve(name: str, values: list[float], **more: bool) -> Curve:
    return Curve(name, np.arange(1.0, len(values) + 1), np.array(values), **more)


def drawn(plot: CurvePlot) -> QPixmap:
    plot.resize(400, 220)
    return plot.grab()


def test_it_reads_out_the_nearest_point(qtbot, appearance: Appearance) -> None:
    widget = CurvePlot(appearance)
    qtbot.addWidget(widget)
    widget.show_plot(Plot(title="loss", curves=(curve("training", [2.0, 1.0, 0.5]), curve("validation", [2.5]))))
    assert [value for _, value, _ in widget.readout(2.2)] == ["1", "2.5"]
    assert [value for _, value, _ in widget.readout(None)] == ["0.5", "2.5"]
    assert not drawn(widget).isNull()


def test_values_above_the_axis_are_told(qtbot, appearance: Appearance) -> None:
    widget = CurvePlot(appearance)
    qtbot.addWidget(widget)
    curves = (curve("training", [2.0, 35_000.0, float("nan"), 0.5]), curve("validation", []))
    widget.show_plot(Plot(title="loss", curves=curves, low=0.0, high=2.4))
    assert widget.cut_off == "▲ goes on up to 35000"
    assert widget.cut_off in widget.accessibleDescription()
    assert not drawn(widget).isNull()
    widget.show_plot(Plot(title="loss", curves=curves, low=0.0))
    assert not widget.cut_off
    widget.show_plot(Plot(title="loss", curves=curves[1:], low=0.0, high=2.4))
    assert not widget.cut_off


def test_shares_are_read_out_in_percent(qtbot, appearance: Appearance) -> None:
    widget = CurvePlot(appearance)
    qtbot.addWidget(widget)
    widget.show_plot(Plot(curves=(curve("training", [0.5, 0.985]),), is_share=True, low=0.0, high=1.0))
    assert widget.readout(None)[0][1] == "98.5%"
    assert widget.readout(1.0)[0][1] == "50%"


@pytest.mark.parametrize("values", [[], [1.0], [float("nan")], [3.0, 3.0], [float("nan"), 1.0, float("inf")]])
def test_any_values_can_be_drawn(qtbot, appearance: Appearance, values: list[float]) -> None:
    widget = CurvePlot(appearance)
    qtbot.addWidget(widget)
    widget.show_plot(Plot(curves=(curve("loss", values),), marks=(Mark(1.0, "unfrozen"),), empty="Press Train."))
    left, right, low, high = _span(widget.plot)
    assert left < right
    assert low < high
    assert not drawn(widget).isNull()


def test_thinning_keeps_the_mean_and_the_end() -> None:
    x = np.arange(10.0 * MOST_POINTS)
    thin_x, thin_y = thinned(x, x)
    assert len(thin_x) <= MOST_POINTS + 1
    assert thin_x[-1] == x[-1]
    assert thin_y[:-1].mean() == pytest.approx(x.mean())


@pytest.mark.parametrize("span", [(0.0, 1.0), (0.02, 0.31), (-5.0, 900.0), (1e-6, 3e-6)])
def test_ticks_are_few_and_inside(span: tuple[float, float]) -> None:
    ticks = _ticks(*span)
    assert 2 <= len(ticks) <= 6
    assert all(span[0] - 1e-12 <= tick <= span[1] * (1 + 1e-12) for tick in ticks)


def test_a_curve_that_goes_up_and_down_is_drawn_of_single_lines(qtbot, appearance: Appearance, monkeypatch) -> None:
    # As one path it takes the painter a hundred times as long.
    given = []
    monkeypatch.setattr(curve_plot.QPainter, "drawLines", lambda painter, lines: given.append(lines))
    monkeypatch.setattr(curve_plot.QPainter, "drawPath", lambda painter, path: pytest.fail("a path"))
    monkeypatch.setattr(curve_plot.QPainter, "drawPolyline", lambda painter, path: pytest.fail("a path"))
    widget = CurvePlot(appearance)
    qtbot.addWidget(widget)
    values = np.tile([0.0, 1.0, np.nan], 3000)
    widget.show_plot(Plot(curves=(Curve("accuracy", np.arange(9000.0), values),)))
    drawn(widget)
    assert 100 < len(given[0]) <= 400, "as many points as there is room for"
    assert all(np.isfinite((line.x1(), line.y1(), line.x2(), line.y2())).all() for line in given[0])
    assert all(one.p2() == other.p1() for one, other in zip(given[0], given[0][1:], strict=False))


@given(
    hnp.arrays(float, st.integers(2, 40), elements=st.floats(0, 500)),
    st.floats(0.5, 20),
    st.floats(0.5, 20),
)
@settings(max_examples=50, deadline=None)
def test_dashes_lie_on_the_way_through_the_points_and_do_not_grow_without_end(y, length, gap) -> None:
    x = np.linspace(0, 400, len(y))
    lines = dashed(x, y, length=length, gap=gap)
    assert 0 < len(lines) <= 602
    for line in lines:
        for point in (line.p1(), line.p2()):
            assert np.interp(point.x(), x, y) == pytest.approx(point.y(), abs=1e-6)
    assert (lines[0].x1(), lines[0].y1()) == (x[0], y[0])
