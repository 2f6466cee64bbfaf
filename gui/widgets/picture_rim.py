"""The rim of padding around a picture: hatched, over the pixels that stand there where they are known."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from gui.theme.appearance import Appearance
from gui.widgets.picture_geometry import Placement, Rim, Tile
from gui.widgets.picture_painting import NUMBERS_FROM, ShownPicture, draw_picture, draw_values

THINNEST_RIM = 3.0  # logical pixels; an outline around less would hide it


@dataclass(frozen=True, eq=False)
class RimBand:
    """One side of a rim: its pixels, the numbers behind them, and where its first corner lies in the picture."""

    picture: ShownPicture
    values: np.ndarray
    row: int
    column: int

    @classmethod
    def of(cls, pixels: np.ndarray, values: np.ndarray, *, row: int, column: int) -> RimBand:
        """Wrap uint8 pixels and values of the same height and width."""
        return cls(ShownPicture.of(pixels, None), values, row, column)

    def placement(self, whole: Placement) -> Placement:
        """Where the band lies when the picture lies there."""
        return replace(
            whole, left=whole.x(self.column), top=whole.y(self.row),
            rows=self.picture.rows, columns=self.picture.columns,
        )  # fmt: skip

    def part(self, top: int, bottom: int, left: int, right: int) -> np.ndarray:
        """The numbers of a part of the band."""
        return self.values[top:bottom, left:right]


def draw_rim(
    painter: QPainter,
    placement: Placement,
    rim: Rim,
    bands: tuple[RimBand, ...],
    appearance: Appearance,
    view: QRectF,
    device_scale: float,
) -> None:
    """Draw the padding around the picture, or around each of the pictures in it."""
    around = rim.tiles or ((0, 0, placement.rows, placement.columns),)
    frames = [frame for tile in around if (frame := _Frame.of(tile, rim, placement)).outer.intersects(view)]
    sides = tuple(side for frame in frames for side in frame.sides if not side.isEmpty())
    thinnest = min(side for side in (rim.top, rim.bottom, rim.left, rim.right) if side) * placement.scale
    for side in sides:
        painter.fillRect(side, QColor(appearance.theme.raised))
    for band in bands:
        draw_picture(painter, band.picture, band.placement(placement), view, device_scale)
    _hatch(painter, sides)
    if placement.scale * device_scale >= NUMBERS_FROM:
        for band in bands:
            draw_values(painter, band.placement(placement), view, band.picture, band.part, appearance)
    if thinnest < THINNEST_RIM:
        return
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for frame in frames:
        painter.setPen(QPen(appearance.colour("dim"), 1, Qt.PenStyle.DashLine))
        painter.drawRect(frame.outer.adjusted(0.5, 0.5, -0.5, -0.5))
        if bands:
            painter.setPen(QPen(appearance.colour("input"), 1))
            painter.drawRect(frame.inner.adjusted(-0.5, -0.5, 0.5, 0.5))


@dataclass(frozen=True)
class _Frame:
    """A picture and the padding around it, in the view."""

    inner: QRectF
    outer: QRectF

    @classmethod
    def of(cls, tile: Tile, rim: Rim, placement: Placement) -> _Frame:
        row, column, rows, columns = tile
        scale = placement.scale
        inner = QRectF(placement.x(column), placement.y(row), columns * scale, rows * scale)
        outer = inner.adjusted(-rim.left * scale, -rim.top * scale, rim.right * scale, rim.bottom * scale)
        return cls(inner, outer)

    @property
    def sides(self) -> tuple[QRectF, ...]:
        """Above, below, left and right of the picture."""
        inner, outer = self.inner, self.outer
        return (
            QRectF(outer.left(), outer.top(), outer.width(), inner.top() - outer.top()),
            QRectF(outer.left(), inner.bottom(), outer.width(), outer.bottom() - inner.bottom()),
            QRectF(outer.left(), inner.top(), inner.left() - outer.left(), inner.height()),
            QRectF(inner.right(), inner.top(), outer.right() - inner.right(), inner.height()),
        )


def _hatch(painter: QPainter, sides: tuple[QRectF, ...]) -> None:
    """Say that nobody took these pixels, in thin lines of dark beside light, which show on any colour."""
    before = painter.brushOrigin()
    for shift, colour in ((0, QColor(0, 0, 0, 110)), (1, QColor(255, 255, 255, 110))):
        painter.setBrushOrigin(before.x() + shift, before.y())
        for side in sides:
            painter.fillRect(side, QBrush(colour, Qt.BrushStyle.BDiagPattern))
    painter.setBrushOrigin(before)
