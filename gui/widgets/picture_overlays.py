"""What lies over a picture: the badge with its name, the value under the cursor, the scale of colours, a message."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter

from gui.theme.appearance import Appearance
from gui.widgets.numbers import format_number

MARGIN = 10.0
SCALE_CHARACTERS = 6
"""How long a number at an end of the scale may be."""
LONGEST_BAR, SHORTEST_BAR = 110.0, 40.0
"""How wide the colours of the scale are, and how narrow they may become to stand beside the readout."""
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


@dataclass
class Overlays:
    """The words of one view; the widest readout so far sets the width of all."""

    title: str = ""
    role: str = "input"
    readout: str = ""
    widest: str = ""
    low: float = 0.0
    high: float = 0.0
    colours: list[tuple[float, str]] = field(default_factory=list)
    message: str = ""
    sub_message: str = ""

    def set_readout(self, text: str) -> None:
        """Show what is under the cursor."""
        self.readout = text
        self.widest = max(self.widest, text, key=len)

    def set_scale(self, low: float, high: float, table: np.ndarray | None) -> None:
        """Show a colour map, (N, 3) uint8, between two values; None shows none."""
        self.low, self.high = low, high
        if table is None:
            self.colours = []
            return
        places = np.linspace(0, len(table) - 1, min(len(table), 17)).round().astype(int)
        self.colours = [(at / max(1, len(table) - 1), "#{:02x}{:02x}{:02x}".format(*table[at][:3])) for at in places]


def badge_rect(overlays: Overlays, appearance: Appearance, view: QRectF) -> QRectF:
    """Where the badge is, top left."""
    line = appearance.font_height("text")
    width = appearance.text_width(overlays.title, "text") + line * 0.65 + 22
    return QRectF(view.left() + MARGIN, view.top() + MARGIN, min(width, view.width() - 2 * MARGIN), line + 8)


def readout_rect(overlays: Overlays, appearance: Appearance, view: QRectF) -> QRectF:
    """Where the readout is, bottom right."""
    height = appearance.font_height("number") + 8
    # An arrow or a dot may come from another face, and be wider than a digit.
    digits = appearance.text_width("0", "number") * len(overlays.widest)
    width = max(digits, appearance.text_width(overlays.widest, "number")) + 16
    left = max(view.left() + MARGIN, view.right() - MARGIN - width)
    return QRectF(left, view.bottom() - MARGIN - height, view.right() - MARGIN - left, height)


def scale_rect(overlays: Overlays, appearance: Appearance, view: QRectF) -> QRectF:
    """Where the scale is: bottom right, narrower beside a long readout, above it where both do not fit side by side."""
    height = appearance.font_height("number") + 8
    texts = appearance.text_width("0", "number") * 2 * SCALE_CHARACTERS + 28
    width = texts + min(LONGEST_BAR, view.width() * 0.3)
    right, bottom = view.right() - MARGIN, view.bottom() - MARGIN
    if overlays.readout:
        readout = readout_rect(overlays, appearance, view)
        room = readout.left() - 8 - view.left() - MARGIN
        if room >= texts + SHORTEST_BAR:
            right, width = readout.left() - 8, min(width, room)
        else:
            bottom = readout.top() - 4
    return QRectF(
        max(view.left() + MARGIN, right - width), bottom - height, min(width, view.width() - 2 * MARGIN), height
    )


def scale_texts(low: float, high: float) -> tuple[str, str]:
    """The numbers at the two ends of a scale, each in the room it has, the plus of a signed one included.

    >>> scale_texts(-2490.4, 2490.4), scale_texts(0.0, 2490.4)
    (('−2490', '+2490'), ('0', '2490.4'))
    """
    sign = "+" if low < 0 < high else ""
    return format_number(low, SCALE_CHARACTERS), sign + format_number(high, SCALE_CHARACTERS - len(sign))


def draw_overlays(painter: QPainter, overlays: Overlays, appearance: Appearance, view: QRectF) -> None:
    """Draw all of them."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if overlays.title:
        _draw_badge(painter, overlays, appearance, view)
    if overlays.message:
        _draw_message(painter, overlays, appearance, view)
        return
    if overlays.readout:
        box = readout_rect(overlays, appearance, view)
        _draw_box(painter, box, appearance)
        painter.setFont(appearance.font("number"))
        painter.setPen(appearance.colour("text"))
        painter.drawText(box.adjusted(8, 0, -4, 0), _LEFT, overlays.readout)
    if overlays.colours:
        _draw_scale(painter, overlays, appearance, view)


def _draw_box(painter: QPainter, box: QRectF, appearance: Appearance) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(appearance.overlay_colour())
    painter.drawRoundedRect(box, 5, 5)


def _draw_badge(painter: QPainter, overlays: Overlays, appearance: Appearance, view: QRectF) -> None:
    box = badge_rect(overlays, appearance, view)
    _draw_box(painter, box, appearance)
    radius = appearance.font_height("text") * 0.27
    painter.setBrush(appearance.colour(overlays.role))
    painter.drawEllipse(QPointF(box.left() + 8 + radius, box.center().y()), radius, radius)
    painter.setFont(appearance.font("text"))
    painter.setPen(appearance.colour("text"))
    space = box.adjusted(radius * 2 + 14, 0, -6, 0)
    metrics = painter.fontMetrics()
    painter.drawText(
        space, _LEFT, metrics.elidedText(overlays.title, Qt.TextElideMode.ElideRight, round(space.width()) + 1)
    )


def _draw_scale(painter: QPainter, overlays: Overlays, appearance: Appearance, view: QRectF) -> None:
    box = scale_rect(overlays, appearance, view)
    _draw_box(painter, box, appearance)
    painter.setFont(appearance.font("number"))
    painter.setPen(appearance.colour("text"))
    text_width = appearance.text_width("0", "number") * SCALE_CHARACTERS
    right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
    is_signed = overlays.low < 0 < overlays.high
    low, high = scale_texts(overlays.low, overlays.high)
    painter.drawText(box.adjusted(8, 0, -(box.width() - 8 - text_width), 0), right, low)
    painter.drawText(box.adjusted(box.width() - 8 - text_width, 0, -8, 0), _LEFT, high)
    bar = box.adjusted(text_width + 14, box.height() * 0.3, -(text_width + 14), -box.height() * 0.3)
    gradient = QLinearGradient(bar.topLeft(), bar.topRight())
    for at, colour in overlays.colours:
        gradient.setColorAt(at, QColor(colour))
    painter.setPen(appearance.colour("dim", opacity=0.5))
    painter.setBrush(gradient)
    painter.drawRoundedRect(bar, 2, 2)
    if is_signed:  # zero is where the colours are neutral
        x = bar.left() + bar.width() * -overlays.low / (overlays.high - overlays.low)
        painter.setPen(appearance.colour("text"))
        painter.drawLine(QPointF(x, bar.bottom()), QPointF(x, bar.bottom() + 3))


def _draw_message(painter: QPainter, overlays: Overlays, appearance: Appearance, view: QRectF) -> None:
    space = view.adjusted(24, 16, -24, -16)
    flags = Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap
    painter.setFont(appearance.font("title"))
    title = painter.boundingRect(space, flags, overlays.message)
    painter.setFont(appearance.font("text"))
    sub = painter.boundingRect(space, flags, overlays.sub_message) if overlays.sub_message else QRectF()
    top = view.center().y() - (title.height() + (sub.height() + 6 if overlays.sub_message else 0)) / 2
    painter.setFont(appearance.font("title"))
    painter.setPen(appearance.colour("text"))
    painter.drawText(QRectF(space.left(), top, space.width(), title.height()), flags, overlays.message)
    painter.setFont(appearance.font("text"))
    painter.setPen(appearance.colour("dim"))
    below = QRectF(space.left(), top + title.height() + 6, space.width(), sub.height())
    painter.drawText(below, flags, overlays.sub_message)
