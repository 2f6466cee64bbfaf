"""How the pixels of a picture, its grid and its numbers are painted."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter, QStaticText

from engine.opencv import cv2
from gui.theme.appearance import Appearance
from gui.widgets.numbers import format_number
from gui.widgets.picture_geometry import Placement
from gui.widgets.thumbnail import to_qimage

GRID_FROM = 8.0  # device pixels for each pixel of the picture
NUMBERS_FROM = 36.0
CHARACTERS = 5  # of a number, where nothing is known of it
EQUAL_CONTRAST = 0.18  # luminance at which black and white stand out alike

ValueSource = Callable[[int, int, int, int], np.ndarray]


@dataclass
class ShownPicture:
    """Pixels and the size of the data that they stand for, with the last reduction of them kept for the next paint."""

    pixels: np.ndarray
    rows: int
    columns: int
    image: QImage
    reduced_key: tuple[int, ...] = ()
    reduced: QImage | None = None

    @classmethod
    def of(cls, pixels: np.ndarray, natural_size: tuple[int, int] | None) -> ShownPicture:
        """Wrap pixels without a copy."""
        pixels = np.ascontiguousarray(pixels)
        rows, columns = natural_size or pixels.shape[:2]
        return cls(pixels=pixels, rows=rows, columns=columns, image=to_qimage(pixels))


def draw_picture(
    painter: QPainter, picture: ShownPicture, placement: Placement, view: QRectF, device_scale: float
) -> None:
    """Draw the visible part: area-averaged when shrinking, so that nothing flickers; hard-edged when enlarging."""
    down = picture.pixels.shape[0] / picture.rows  # pixels of the array for one row of the data
    across = picture.pixels.shape[1] / picture.columns
    first_row, end_row, first_column, end_column = placement.visible(view.width(), view.height())
    top, bottom = math.floor(first_row * down), min(picture.pixels.shape[0], math.ceil(end_row * down))
    left, right = math.floor(first_column * across), min(picture.pixels.shape[1], math.ceil(end_column * across))
    if bottom <= top or right <= left:
        return
    target = QRectF(
        placement.x(left / across), placement.y(top / down),
        (right - left) / across * placement.scale, (bottom - top) / down * placement.scale,
    )  # fmt: skip
    device_width = max(1, round(target.width() * device_scale))
    device_height = max(1, round(target.height() * device_scale))
    if device_width < right - left or device_height < bottom - top:
        key = (top, bottom, left, right, device_width, device_height)
        if picture.reduced is None or picture.reduced_key != key:
            picture.reduced = _reduced(picture.pixels[top:bottom, left:right], device_width, device_height)
            picture.reduced_key = key
        painter.drawImage(target, picture.reduced)
    else:
        painter.drawImage(target, picture.image, QRectF(left, top, right - left, bottom - top))


def _reduced(part: np.ndarray, width: int, height: int) -> QImage:
    """Average over whole blocks first, then interpolate: as calm as a true area average at a fifth of its cost."""
    width, height = min(width, part.shape[1]), min(height, part.shape[0])
    across, down = part.shape[1] // width, part.shape[0] // height
    if across > 1 or down > 1:
        blocks = (part.shape[1] // across, part.shape[0] // down)
        whole = part[: blocks[1] * down, : blocks[0] * across]  # drops less than one pixel of the screen
        part = cv2.resize(whole, blocks, interpolation=cv2.INTER_AREA)
    if (part.shape[1], part.shape[0]) != (width, height):
        part = cv2.resize(part, (width, height), interpolation=cv2.INTER_LINEAR)
    # The format of the screen is painted several times faster than 24 bits a pixel; this also makes it a copy.
    is_opaque = part.ndim == 2 or part.shape[2] != 4
    wanted = QImage.Format.Format_RGB32 if is_opaque else QImage.Format.Format_ARGB32_Premultiplied
    return to_qimage(part).convertToFormat(wanted)


def are_bright(pixels: np.ndarray) -> np.ndarray:
    """Where black is read better than white. The eye takes green for bright and blue for dark, so no plain mean."""
    light = (pixels.reshape(*pixels.shape[:2], -1)[:, :, :3] / 255.0) ** 2.2
    luminance = light[:, :, 0] if light.shape[2] == 1 else light @ np.array([0.2126, 0.7152, 0.0722])
    return np.asarray(luminance > EQUAL_CONTRAST)


def numbers_from(width: int) -> float:
    """Device pixels from which numbers of so many characters can be read in a pixel."""
    return NUMBERS_FROM * max(0.5, width / CHARACTERS)


def draw_grid(painter: QPainter, placement: Placement, view: QRectF) -> None:
    """Draw thin lines between the pixels."""
    first_row, end_row, first_column, end_column = placement.visible(view.width(), view.height())
    colour = QColor(128, 128, 128, round(255 * min(0.5, placement.scale / 60)))
    left, right = round(placement.x(first_column)), round(placement.x(end_column))
    top, bottom = round(placement.y(first_row)), round(placement.y(end_row))
    # Filled rectangles of one pixel: stroked lines cost ten times as much.
    for row in range(first_row, end_row + 1):
        painter.fillRect(left, round(placement.y(row)), right - left, 1, colour)
    for column in range(first_column, end_column + 1):
        painter.fillRect(round(placement.x(column)), top, 1, bottom - top, colour)


def draw_values(
    painter: QPainter,
    placement: Placement,
    view: QRectF,
    picture: ShownPicture,
    source: ValueSource,
    appearance: Appearance,
    width: int = CHARACTERS,
) -> None:
    """Write each visible pixel's number into it in at most `width` characters, one line for each channel.

    Masked ones stay empty.
    """
    first_row, end_row, first_column, end_column = placement.visible(view.width(), view.height())
    values = np.asanyarray(source(first_row, end_row, first_column, end_column))
    if values.size == 0:
        return
    values = values.reshape(values.shape[0], values.shape[1], -1)
    lines = values.shape[2]
    font = appearance.font("number_caption")
    metrics = QFontMetricsF(font)
    room = placement.scale - 4
    shrink = min(1.0, room / (metrics.horizontalAdvance("0") * width), room / (metrics.height() * lines))
    if shrink < 0.6 and lines > 1:
        return  # several channels need larger pixels than one
    font.setPointSizeF(max(5.0, font.pointSizeF() * max(shrink, 0.6)))
    painter.setFont(font)
    rows = (np.arange(first_row, first_row + values.shape[0]) + 0.5) * picture.pixels.shape[0] / picture.rows
    columns = (
        (np.arange(first_column, first_column + values.shape[1]) + 0.5) * picture.pixels.shape[1] / picture.columns
    )
    under = picture.pixels[np.ix_(rows.astype(int), columns.astype(int))]
    bright = are_bright(under).tolist()
    texts: dict[str, QStaticText] = {}
    metrics = QFontMetricsF(font)
    advance, height = metrics.horizontalAdvance("0"), metrics.height()
    first_line = (placement.scale - height * lines) / 2
    for is_bright, ink in ((False, QColor("#f2f4f8")), (True, QColor("#0b1016"))):
        painter.setPen(ink)
        for row, line in enumerate(values.tolist()):
            y = placement.y(first_row + row) + first_line
            for column, numbers in enumerate(line):
                if bright[row][column] is not is_bright:
                    continue
                middle = placement.x(first_column + column + 0.5)
                for at, number in enumerate(numbers):
                    if number is None:  # the place between two maps
                        continue
                    text = format_number(number, width)
                    if text not in texts:
                        texts[text] = QStaticText(text)
                        texts[text].setTextFormat(Qt.TextFormat.PlainText)
                    painter.drawStaticText(QPointF(middle - len(text) * advance / 2, y + at * height), texts[text])
