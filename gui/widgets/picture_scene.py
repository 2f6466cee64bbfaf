"""Everything a picture view shows, and the order in which it is painted."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from gui.theme.appearance import Appearance
from gui.widgets.picture_geometry import Placement, Rim
from gui.widgets.picture_marks import Mark, draw_marks
from gui.widgets.picture_overlays import MARGIN, Overlays, badge_rect
from gui.widgets.picture_painting import (
    CHARACTERS,
    GRID_FROM,
    ShownPicture,
    ValueSource,
    draw_grid,
    draw_picture,
    draw_values,
    numbers_from,
)
from gui.widgets.picture_rim import RimBand, draw_rim

SMALL_SIDE = 24  # rows or columns up to which the numbers of a picture are to be read


@dataclass
class Scene:
    """The picture and what lies over it."""

    picture: ShownPicture | None = None
    rim: Rim = field(default_factory=Rim)
    rim_bands: tuple[RimBand, ...] = ()
    marks: tuple[Mark, ...] = ()
    values: ValueSource | None = None
    characters: int = CHARACTERS
    dimmed: tuple[float, float, float, float] | None = None
    overlays: Overlays = field(default_factory=Overlays)


def margin_of(scene: Scene, appearance: Appearance, view: QRectF) -> float:
    """Room above and below for badge and scale where they would hide numbers; a photograph takes it all."""
    picture = scene.picture
    if picture is None or scene.values is None:
        return 0.0
    room = badge_rect(scene.overlays, appearance, view).bottom() + MARGIN
    is_small = max(picture.rows, picture.columns) <= SMALL_SIDE
    return room if is_small and view.height() > 4 * room else 0.0


def draw_scene(
    painter: QPainter, scene: Scene, placement: Placement, view: QRectF, appearance: Appearance, device_scale: float
) -> None:
    """Draw the picture with its rim, shade, grid, numbers and marks; the overlays are drawn apart."""
    if scene.picture is None:
        return
    draw_picture(painter, scene.picture, placement, view, device_scale)
    if scene.dimmed is not None:
        _draw_dimmed(painter, placement, scene.dimmed)
    device_pixel = placement.scale * device_scale
    if device_pixel >= GRID_FROM:
        draw_grid(painter, placement, view)
    if not scene.rim.is_empty:
        draw_rim(painter, placement, scene.rim, scene.rim_bands, appearance, view, device_scale)
    if scene.values is not None and device_pixel >= numbers_from(scene.characters):
        draw_values(painter, placement, view, scene.picture, scene.values, appearance, scene.characters)
    draw_marks(painter, scene.marks, placement, appearance, view)


def draw_cursor(painter: QPainter, rect: QRectF) -> None:
    """Draw where the mouse is in a linked view; black and white, so that it is seen on any picture."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, grow in ((QColor(0, 0, 0, 160), 1.0), (QColor(255, 255, 255, 230), 0.0)):
        painter.setPen(QPen(colour, 1.0))
        painter.drawRect(rect.adjusted(-grow, -grow, grow, grow))


def _draw_dimmed(painter: QPainter, placement: Placement, rect: tuple[float, float, float, float]) -> None:
    row, column, height, width = rect
    whole = QRectF(placement.left, placement.top, placement.columns * placement.scale, placement.rows * placement.scale)
    clear = QRectF(placement.x(column), placement.y(row), width * placement.scale, height * placement.scale)
    clear = clear.intersected(whole)
    shade = QColor(0, 0, 0, 150)
    painter.fillRect(QRectF(whole.left(), whole.top(), whole.width(), clear.top() - whole.top()), shade)
    painter.fillRect(QRectF(whole.left(), clear.bottom(), whole.width(), whole.bottom() - clear.bottom()), shade)
    painter.fillRect(QRectF(whole.left(), clear.top(), clear.left() - whole.left(), clear.height()), shade)
    painter.fillRect(QRectF(clear.right(), clear.top(), whole.right() - clear.right(), clear.height()), shade)
