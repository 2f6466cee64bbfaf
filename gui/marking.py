"""What is drawn over the two pictures: the window that a value sees, the value itself, the padded rim, figures."""

from __future__ import annotations

import numpy as np

from engine.imaging.display import Picture
from engine.imaging.mosaic import NO_RIM, Rim, mosaic
from engine.imaging.rim import rim_of as padded_by
from gui.session import SOURCE, Output, Spot
from gui.text import tr
from gui.widgets.numbers import format_number
from gui.widgets.picture_geometry import Tile
from gui.widgets.picture_marks import Mark

Pixel = tuple[int, int]
MOST_IN_MOSAIC = 250_000


def left_marks(output: Output) -> tuple[Mark, ...]:
    """The part of the left picture that the value at the spot sees; where maps lie there, on each that it sees."""
    if output.spot is None or output.selected == SOURCE:
        return ()
    explanation, layout = output.explanation, output.left.layout if output.left is not None else None
    of_input = explanation.box if explanation is not None else None
    box = of_input if _left_is_input(output) else output.field
    if box is None:
        return ()
    corners = [(0, 0)]
    if layout is not None and explanation is not None and _left_is_input(output):
        corners = [layout.corner(each.channel) for each in explanation.channels if each.channel < layout.count]
    return tuple(
        Mark(row=row + box[0], column=column + box[1], height=box[2], width=box[3], role="input")
        for row, column in corners
    )


def right_marks(output: Output) -> tuple[Mark, ...]:
    """The value at the spot in the result."""
    if output.spot is None or output.right_image is None or output.right is None:
        return ()
    row, column = shown_pixel(output.right, output.spot)
    return (Mark(row=row, column=column, height=1, width=1, role="result"),)


def shown_pixel(picture: Picture, spot: Spot) -> Pixel:
    """Where a value is drawn: maps lie side by side in their picture."""
    if picture.layout is None:
        return spot.row, spot.column
    row, column = picture.layout.corner(spot.channel)
    return row + spot.row, column + spot.column


def value_at(picture: Picture, row: int, column: int, *, channel: int = -1) -> Spot | None:
    """Which value is drawn at a pixel; None between two maps."""
    if picture.layout is None:
        return Spot(row, column, max(0, channel))
    found = picture.layout.at(row, column)
    return None if found is None else Spot(found[1], found[2], found[0])


def numbers_of(picture: Picture, image: np.ndarray, *, channel: int = -1) -> np.ndarray | None:
    """The numbers to write into large pixels, laid out as the picture is; None where they are too many.

    Between two maps there is no number: those places are masked.
    """
    if picture.layout is not None:
        if image.size > MOST_IN_MOSAIC:
            return None
        columns, gap = picture.layout.columns, picture.layout.gap
        between = mosaic(np.zeros(image.shape, bool), columns, gap=gap, fill=True)
        return np.ma.array(mosaic(image, columns, gap=gap), mask=between)
    if image.ndim == 3 and 0 <= channel < image.shape[2]:
        return image[..., channel]
    return image


def drawn_rim_of(output: Output) -> Rim:
    """The rim to draw: around maps that lie side by side the one that room was kept for."""
    layout = output.left.layout if output.left is not None else None
    rim = rim_of(output)
    return rim if layout is None or layout.rim == rim else NO_RIM


def tiles_of(output: Output) -> tuple[Tile, ...]:
    """Row, column, height and width of each map that lies in the left picture; none where it is a single picture."""
    layout = output.left.layout if output.left is not None else None
    if layout is None:
        return ()
    return tuple((*layout.corner(index), layout.height, layout.width) for index in range(layout.count))


def rim_words(output: Output) -> str:
    """What to say of a rim that cannot be drawn."""
    rim = rim_of(output)
    if not any(rim) or rim == drawn_rim_of(output):
        return ""
    sizes = sorted({size for size in rim if size})
    return tr("rim of {size} px not drawn", size="–".join(map(str, sizes)))


def rim_of(output: Output) -> Rim:
    """Rows above and below, columns left and right, by which the selected stage pads the left picture."""
    if output.selected == SOURCE or not _left_is_input(output):
        return NO_RIM
    return padded_by(output.results[output.selected])


def scaled_pixel(pixel: Pixel, image: np.ndarray, target: np.ndarray | None) -> Pixel:
    """The pixel of `target` at the same share of its height and width."""
    if target is None or image.shape[:2] == target.shape[:2]:
        return pixel
    row = int((pixel[0] + 0.5) * target.shape[0] / image.shape[0])
    column = int((pixel[1] + 0.5) * target.shape[1] / image.shape[1])
    return min(max(row, 0), target.shape[0] - 1), min(max(column, 0), target.shape[1] - 1)


def pixel_text(image: np.ndarray, row: int, column: int, *, channel: int | None = None) -> str:
    """Place and value of a pixel: `x 149 · y 98 → 72`; a colour has its three values, of maps only the named one."""
    if not (0 <= row < image.shape[0] and 0 <= column < image.shape[1]):
        return ""
    value = np.atleast_1d(image[row, column])
    if channel is not None and len(value) > 1:
        value = value[min(channel, len(value) - 1)][None]
    numbers = " ".join(format_number(float(each), 6) for each in value)
    digits = len(str(max(image.shape[:2])))
    return tr("x {column} · y {row} → {value}", column=f"{column:>{digits}}", row=f"{row:>{digits}}", value=numbers)


def _left_is_input(output: Output) -> bool:
    """Whether the left picture is what the selected stage works on."""
    return output.left_image is output.image_before(output.selected)
