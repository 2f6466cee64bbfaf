"""Icons drawn by us as SVG, tinted with the palette of the moment whenever they are painted."""

from __future__ import annotations

import ctypes
from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QIconEngine, QPainter, QPalette, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

RESOURCES = Path(__file__).resolve().parents[1] / "resources"

TINTS = {
    "text": QPalette.ColorRole.WindowText,
    "dim": QPalette.ColorRole.PlaceholderText,
    "accent": QPalette.ColorRole.Accent,
    "on_accent": QPalette.ColorRole.HighlightedText,
}


def icon(name: str, *, tint: str = "text", colour: str = "") -> QIcon:
    """The icon `resources/icons/<name>.svg`: dim when disabled, in the accent colour when checked.

    `tint` is text, dim, accent or on_accent and follows the theme; `colour` (`#rrggbb`) stays as it is.
    """
    _drawing(name)  # an unknown name is the programmer's mistake and must not wait for the first paint
    return QIcon(_Engine(name, tint, colour))


def app_icon() -> QIcon:
    """The coloured sign of the program."""
    return QIcon(str(RESOURCES / "icons" / "kernelscope.svg"))


def icon_pixmap(name: str, size: int, *, colour: str, scale: float = 1.0) -> QPixmap:
    """One icon in one colour, `size` logical pixels wide, at the device's `scale`."""
    return _rendered(name, QSize(size, size), QColor(colour), scale)


@lru_cache(maxsize=256)
def _drawing(name: str) -> bytes:
    path = RESOURCES / "icons" / f"{name}.svg"
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise ValueError(f"There is no icon {name!r} in {path.parent}.") from None


def _rendered(name: str, size: QSize, colour: QColor, scale: float) -> QPixmap:
    side = QSize(max(1, round(size.width() * scale)), max(1, round(size.height() * scale)))
    key = f"kernelscope-{name}-{side.width()}x{side.height()}-{colour.name()}-{scale}"
    found = QPixmap()
    if QPixmapCache.find(key, found):
        return found
    pixmap = QPixmap(side)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer = QSvgRenderer(QByteArray(_drawing(name).replace(b"currentColor", colour.name().encode())))
    short = min(side.width(), side.height())
    renderer.render(painter, QRectF((side.width() - short) / 2, (side.height() - short) / 2, short, short))
    painter.end()
    pixmap.setDevicePixelRatio(scale)
    QPixmapCache.insert(key, pixmap)
    return pixmap


class _Engine(QIconEngine):
    """Renders at the device's own resolution, so icons are crisp at any scale factor."""

    def __init__(self, name: str, tint: str, colour: str) -> None:
        super().__init__()
        self._name = name
        self._tint = tint
        self._colour = colour

    def clone(self) -> QIconEngine:
        copy = _Engine(self._name, self._tint, self._colour)
        # WORKAROUND(PySide6 6.11.3): Qt owns what it cloned, but Python deletes it on return and the program crashes.
        # Qt clones only icons that are changed after they were made, so keeping the few Python halves costs nothing.
        ctypes.pythonapi.Py_IncRef(ctypes.py_object(copy))
        return copy

    def key(self) -> str:
        return "kernelscope"

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        device = painter.device()
        scale = device.devicePixelRatio() if device is not None else 1.0
        painter.drawPixmap(rect, _rendered(self._name, rect.size(), self._tinted(mode, state), scale))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return _rendered(self._name, size, self._tinted(mode, state), 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        return _rendered(self._name, size, self._tinted(mode, state), scale)

    def actualSize(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QSize:
        return size

    def _tinted(self, mode: QIcon.Mode, state: QIcon.State) -> QColor:
        palette = QGuiApplication.palette()
        if mode == QIcon.Mode.Disabled:
            return palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.WindowText)
        if self._colour:
            return QColor(self._colour)
        if state == QIcon.State.On and self._tint in ("text", "dim"):
            return palette.color(QPalette.ColorRole.Accent)
        return palette.color(TINTS[self._tint])
