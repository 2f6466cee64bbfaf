"""The middle of the window: source and result side by side, with one zoom and one cursor."""

from __future__ import annotations

import time

import numpy as np
from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from engine.imaging.display import Picture
from engine.imaging.palettes import palette
from engine.sources.specs import FolderSpec
from gui.live import Live
from gui.making import Made, fits_in_memory, level_for
from gui.marking import (
    drawn_rim_of,
    left_marks,
    numbers_of,
    pixel_text,
    right_marks,
    rim_words,
    scaled_pixel,
    shown_pixel,
    tiles_of,
    value_at,
)
from gui.models.wording import stage_title
from gui.picture_corners import PictureCorners
from gui.rims import bands_of
from gui.session import SOURCE, Output, Session, Spot
from gui.text import sentence, tr
from gui.theme.appearance import Appearance
from gui.widgets.picture_view import PictureView


class TimedView(PictureView):
    """A picture view that tells how long it took to paint, and leaves the keys that step through a folder to others.

    Signals:
        painted(float): milliseconds of a paint.
    """

    painted = Signal(float)

    def __init__(self, session: Session, appearance: Appearance) -> None:
        super().__init__(appearance)
        self._session = session

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Once a value is under the microscope, the arrows move it; Escape gives them back to the folder.
        is_step = event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right)
        if is_step and self._session.spot is None and isinstance(self._session.source, FolderSpec):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        start = time.perf_counter()
        super().paintEvent(event)
        self.painted.emit(1000 * (time.perf_counter() - start))


class CentralView(QWidget):
    """Shows the session's output, and tells the session what is pointed at.

    Signals:
        painted(object): this `Output` is on the screen for the first time.
    """

    painted = Signal(object)

    def __init__(self, session: Session, live: Live, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._live = live
        self.left = TimedView(session, appearance)
        self.right = TimedView(session, appearance)
        self.left.link(self.right)
        self._corners = PictureCorners(session, self.left, self.right)
        self._made: Made | None = None
        self._under_mouse: tuple[PictureView, int, int] | None = None
        self._to_paint: set[PictureView] = set()
        self._paint_ms = 0.0
        self._levels: dict[PictureView, np.ndarray | None] = {}
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setAccessibleName(tr("Source and result"))
        for view in (self.left, self.right):
            self._splitter.addWidget(view)
            self._splitter.setStretchFactor(self._splitter.indexOf(view), 1)
            view.painted.connect(lambda milliseconds, view=view: self._on_painted(view, milliseconds))
            view.view_changed.connect(self._on_view_changed)
            view.hovered.connect(lambda row, column, view=view: self._on_hovered(view, row, column))
            view.hover_left.connect(self._on_hover_left)
            view.pointed.connect(lambda row, column, view=view: session.set_spot(self._spot(view, row, column)))
        self.layout_ = QVBoxLayout(self)
        self.layout_.setContentsMargins(0, 0, 0, 0)
        self.layout_.setSpacing(0)
        self.layout_.addWidget(self._splitter, 1)
        self.left.set_badge(tr("Source"), "input")
        live.shown.connect(self._on_shown)

    def zoom(self, factor: float) -> None:
        """Zoom both pictures; 0 fits them into their views."""
        if factor:
            self.left.zoom_by(factor)
        else:
            self.left.fit()

    # Showing

    def _on_shown(self, made: Made) -> None:
        before, self._made = self._made, made
        output = made.output
        has_result = output.selected != SOURCE
        self.right.setVisible(has_result)
        self._to_paint = {self.left, self.right} if has_result else {self.left}
        self._paint_ms = 0.0
        is_dark = made.wish.is_dark
        if before is None or before.output.left is not output.left:
            self._levels.pop(self.left, None)
            _show(self.left, output.left, is_result=output.left_image is not output.frame.image, is_dark=is_dark)
        if before is None or before.output.right is not output.right:
            self._levels.pop(self.right, None)
            _show(self.right, output.right, is_result=True, is_dark=is_dark)
        self._show_words(made)
        self.left.set_rim(*drawn_rim_of(output), *tiles_of(output))
        self._show_rim(made, before)
        self.left.set_marks(left_marks(output))
        self.right.set_marks(right_marks(output))
        if output.spot is not None and self._session.spot is not None and output.right is not None:
            self.right.set_pointed(shown_pixel(output.right, output.spot))
        if output.left is not None and output.left_image is not None:
            self.left.set_values(numbers_of(output.left, output.left_image))
        if output.right is not None and output.right_image is not None:
            channel = self._session.look.channel
            self.right.set_values(numbers_of(output.right, output.right_image, channel=channel))
        self._show_readouts()
        self._corners.show_output(output)
        self._on_view_changed()

    def _show_rim(self, made: Made, before: Made | None) -> None:
        if (
            before is None
            or before.output.left is not made.output.left
            or before.output.selected != made.output.selected
            or before.output.recipe != made.output.recipe
        ):
            self.left.set_rim_bands(bands_of(made.output, is_dark=made.wish.is_dark))

    def _show_words(self, made: Made) -> None:
        output = made.output
        is_input = output.left_image is not output.frame.image
        before = output.selected - 1
        left = tr("After {stage}", stage=stage_title(output.recipe.stages[before])) if is_input and before >= 0 else ""
        rim = rim_words(output)
        words = (left or tr("Source")) + _size_words(made) + (f" · {rim}" if rim else "")
        self.left.set_badge(words, "result" if left else "input")
        if output.selected == SOURCE:
            return
        result = output.results[output.selected]
        self.right.set_badge(tr("After {stage}", stage=stage_title(result.stage)), "result")
        if output.right is None:
            failed = next((each for each in output.results if each.error is not None), None)
            why = sentence(failed.error) if failed is not None and failed.error is not None else ""
            name = stage_title(failed.stage) if failed is not None else ""
            self.right.set_message(tr("{stage} has no result", stage=name), why)
        else:
            self.right.set_message("")

    def _show_readouts(self) -> None:
        """Write place and value into both views; in the one that the mouse is not over, frame the pixel, too."""
        output = self._made.output if self._made else None
        for view in (self.left, self.right):
            image, picture = (None, None) if output is None else _shown_in(output, is_left=view is self.left)
            spot = None if image is None or picture is None else self._read_at(view, image, picture)
            if image is None or picture is None or spot is None:
                view.set_readout("")
                view.set_cursor_pixel(None)
                continue
            is_one = picture.layout is not None or (self._session.look.channel >= 0 and view is self.right)
            view.set_readout(pixel_text(image, spot.row, spot.column, channel=spot.channel if is_one else None))
            is_own = self._under_mouse is not None and self._under_mouse[0] is view
            view.set_cursor_pixel(None if is_own else shown_pixel(picture, spot))

    def _read_at(self, view: PictureView, image: np.ndarray, picture: Picture) -> Spot | None:
        """The value of a view under the mouse, or across from where the mouse is in the other one."""
        hover = self._session.hover
        if self._under_mouse is None or hover is None or self._made is None:
            return None
        owner, row, column = self._under_mouse
        if owner is view:
            return value_at(picture, row, column, channel=hover.channel)
        output = self._made.output
        result = output.left_image if output.right_image is None else output.right_image
        if result is None:
            return None
        last = 0 if picture.layout is None else picture.layout.count - 1
        channel = hover.channel if view is self.right else min(hover.channel, last)
        return Spot(*scaled_pixel((hover.row, hover.column), result, image), channel)

    # What the person does

    def _on_hovered(self, view: PictureView, row: int, column: int) -> None:
        self._under_mouse = (view, row, column)
        self._session.set_hover(self._spot(view, row, column))
        self._show_readouts()

    @Slot()
    def _on_hover_left(self) -> None:
        self._under_mouse = None
        self._session.set_hover(None)
        self._show_readouts()

    def _spot(self, view: PictureView, row: int, column: int) -> Spot | None:
        """The value of the result at, or across from, a pixel of a view."""
        output = self._made.output if self._made else None
        if output is None or output.left_image is None or output.left is None:
            return None
        channel = self._session.look.channel
        if view is self.right and output.right is not None:
            return value_at(output.right, row, column, channel=channel)
        found = value_at(output.left, row, column)
        if found is None:
            return None
        row, column = scaled_pixel((found.row, found.column), output.left_image, output.right_image)
        return Spot(row, column, max(0, channel))

    def _show_levels(self, made: Made) -> None:
        """Give each view the pixels of the resolution that it needs."""
        for view, picture, levels in (
            (self.left, made.output.left, made.left_levels), (self.right, made.output.right, made.right_levels),
        ):  # fmt: skip
            if picture is None or len(levels) < 2:
                continue
            placement = view.placement()
            scale = placement.scale * self.devicePixelRatioF() if placement is not None else 1.0
            pixels = level_for(levels, scale)
            if pixels is not self._levels.get(view):
                self._levels[view] = pixels
                view.set_picture(pixels, natural_size=picture.pixels.shape[:2])

    def _on_view_changed(self) -> None:
        if self._made is None:
            return
        self._show_levels(self._made)
        base, placement = self._made.base, self.left.placement()
        if placement is not None and base.reduction > 1:
            on_screen = placement.scale * placement.columns * self.devicePixelRatioF()
            self._live.set_zoomed_in(on_screen > base.whole.image.shape[1] / base.reduction * 1.05)

    def _on_painted(self, view: PictureView, milliseconds: float) -> None:
        if view not in self._to_paint:
            return
        self._to_paint.discard(view)
        self._paint_ms += milliseconds
        if not self._to_paint and self._made is not None:
            self._live.note_drawn(self._paint_ms)
            self.painted.emit(self._made.output)


def _shown_in(output: Output, *, is_left: bool) -> tuple[np.ndarray | None, Picture | None]:
    return (output.left_image, output.left) if is_left else (output.right_image, output.right)


def _show(view: PictureView, picture: Picture | None, *, is_result: bool, is_dark: bool) -> None:
    view.set_picture(None if picture is None else picture.pixels)
    is_plain = picture is not None and picture.scheme == "photo" and picture.high in (1.0, 255.0, 65535.0)
    if picture is None or (is_plain and not is_result):
        view.set_scale(0, 0, None)
    else:
        view.set_scale(picture.low, picture.high, _colours(picture, is_dark=is_dark))


def _colours(picture: Picture, *, is_dark: bool) -> np.ndarray:
    if picture.scheme == "signed_colour":
        return palette("photo")
    return palette(picture.scheme, is_dark=is_dark)


def _size_words(made: Made) -> str:
    if made.base.factor == 1:
        return ""
    if made.base.is_moving:
        return " · " + tr("shown at 1/{factor} size while it moves", factor=made.base.factor)
    if fits_in_memory(made.wish.recipe, made.base.whole.image.shape):
        return " · " + tr("shown at 1/{factor} size", factor=made.base.factor)
    return " · " + tr("shown at 1/{factor} size, more would not fit into memory", factor=made.base.factor)
