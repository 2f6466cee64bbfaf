"""Painting on the picture that the network sees: the network answers at once, and a value tells before and after."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QObject, Signal

from engine.child.messages import Answer
from engine.errors import UserError
from engine.imaging.brush import Brush, Point, stroke
from engine.network.before_after import Compare, Compared, KeepBefore, Kept
from engine.sources.frame import Frame
from gui.network.conversation import Conversation
from gui.network.feed import Frames
from gui.network.seen_picture import drawable
from gui.network.session import Looking, MapSpot, MapsShown, NetworkSession, OpenNetwork

BYTES_KEPT = 64_000_000
"""What may be kept of strokes for undoing them."""


@dataclass(frozen=True, eq=False)
class ValueChange:
    """One value before and after the paint."""

    spot: MapSpot
    compared: Compared


@dataclass(frozen=True, eq=False)
class ScoreChange:
    """The network's answer before and after the paint."""

    before: np.ndarray
    after: np.ndarray


@dataclass(frozen=True, eq=False)
class _Undo:
    """What lay under a stroke."""

    row: int
    column: int
    pixels: np.ndarray


class Painting(QObject):
    """Stands between the source and the feed: hands frames on as they are, or the picture that is painted on.

    While it is on, the picture as it was goes through the network first; the worker keeps it, and every later value is
    held against that. It goes once more after whatever makes the worker forget it: another network, another way of
    fitting, a new process.

    Signals:
        changed(): it was switched on or off, or the picture is another.
        told(): there are other figures of before and after.
        frame_changed(): the network should be given a picture again.
    """

    changed = Signal()
    told = Signal()
    frame_changed = Signal()

    def __init__(
        self, session: NetworkSession, talk: Conversation, frames: Frames, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._talk, self._frames = session, talk, frames
        self._original: Frame | None = None
        self._canvas: np.ndarray | None = None
        self._painted: Frame | None = None  # the canvas as a frame of its own, until the next stroke
        self._undo: list[_Undo] = []
        self._stroke: tuple[np.ndarray, list[int]] | None = None
        self._is_kept = False
        self._is_asking = self._is_asked_again = False
        self._fit = session.looking.fit
        self.brush = Brush()
        self.value: ValueChange | None = None
        self.scores: ScoreChange | None = None
        session.maps_changed.connect(self._on_maps_changed)
        session.spot_changed.connect(self._on_spot_changed)
        session.network_changed.connect(self._on_network_changed)
        session.looking_changed.connect(self._on_looking_changed)
        talk.ended.connect(self._on_before_lost)

    # What the feed asks

    @property
    def frame(self) -> Frame | None:
        """The newest frame, or the painted picture."""
        if self._original is None or self._canvas is None:
            return self._frames.frame
        if not self._is_kept or not self.has_paint:
            return self._original
        if self._painted is None:
            self._painted = Frame(self._canvas.copy())
        return self._painted

    @property
    def is_live(self) -> bool:
        """Whether frames follow one another by themselves; strokes do, so that sorted maps keep their places."""
        return self.is_on or self._frames.is_live

    # What the person does

    @property
    def is_on(self) -> bool:
        """Whether there is a picture to paint on."""
        return self._canvas is not None

    @property
    def has_paint(self) -> bool:
        """Whether there is a stroke to undo."""
        return bool(self._undo) or self._stroke is not None

    @property
    def canvas(self) -> np.ndarray | None:
        """The picture as it is painted now; changes with every stroke."""
        return self._canvas

    def begin(self) -> bool:
        """Hold the picture that is shown and paint on it; false without one."""
        shown = self._session.maps
        if shown is None or self.is_on:
            return self.is_on
        pixels = np.ascontiguousarray(drawable(shown.frame))
        self._original, self._canvas = Frame(pixels), pixels.copy()
        self._forget()
        self.changed.emit()
        self.frame_changed.emit()
        return True

    def end(self) -> None:
        """Hand on the source's frames again."""
        if self.is_on:
            self._original = self._canvas = None
            self._forget()
            self.changed.emit()
            self.told.emit()
            self.frame_changed.emit()

    def stroke_begins(self) -> None:
        """What follows is undone together."""
        if self._canvas is not None:
            self._stroke = (self._canvas.copy(), [])

    def paint(self, start: Point, end: Point) -> None:
        """Paint from one pixel to another."""
        if self._canvas is None or self._original is None:
            return
        if self._stroke is None:
            self.stroke_begins()
            self.paint(start, end)
            self.stroke_ends()
            return
        row, column, height, width = stroke(self._canvas, self._original.image, self.brush, start=start, end=end)
        if height and width:
            box = self._stroke[1]
            edges = (row, column, row + height, column + width)
            self._stroke[1][:] = _joined(box, edges) if box else edges
            self._show()

    def stroke_ends(self) -> None:
        """The stroke can be undone now."""
        taken, self._stroke = self._stroke, None
        if taken is not None and taken[1]:
            before, (top, left, bottom, right) = taken
            self._undo.append(_Undo(top, left, before[top:bottom, left:right].copy()))
            while len(self._undo) > 1 and sum(each.pixels.nbytes for each in self._undo) > BYTES_KEPT:
                self._undo.pop(0)
            self.changed.emit()

    def undo(self) -> None:
        """Take the last stroke back."""
        if self._canvas is not None and self._undo and self._stroke is None:
            last = self._undo.pop()
            height, width = last.pixels.shape[:2]
            self._canvas[last.row : last.row + height, last.column : last.column + width] = last.pixels
            self._show()

    def reset(self) -> None:
        """Put the picture back as it was."""
        if self._canvas is not None and self._original is not None:
            self._canvas[:] = self._original.image
            self._undo.clear()
            self._stroke = None
            self._show()

    # What the network says

    def _show(self) -> None:
        self._painted = None
        self.changed.emit()
        self.frame_changed.emit()

    def _forget(self) -> None:
        self._painted, self._stroke = None, None
        self._undo.clear()
        self._is_kept = False
        self.value = self.scores = None

    def _on_before_lost(self) -> None:
        self._is_asking = self._is_asked_again = False
        if self.is_on:
            self._is_kept = False
            self.value = self.scores = None
            self.told.emit()
            self.frame_changed.emit()

    def _on_network_changed(self, _network: OpenNetwork | None) -> None:
        self._on_before_lost()

    def _on_looking_changed(self, looking: Looking) -> None:
        before, self._fit = self._fit, looking.fit
        if before != looking.fit:
            self._on_before_lost()

    def _on_maps_changed(self, shown: MapsShown | None) -> None:
        original = self._original
        if shown is None or original is None:
            return
        if shown.frame is original.image and not self._is_kept:
            self._is_kept = True
            self._talk.ask(KeepBefore(number=shown.answer.number), self._on_kept, self._on_not_compared)
            self.scores = ScoreChange(shown.answer.scores, shown.answer.scores)
            self.frame_changed.emit()
        elif self._is_kept and self.scores is not None:
            self.scores = ScoreChange(self.scores.before, shown.answer.scores)
        self._compare()
        self.told.emit()

    def _on_kept(self, answer: Answer) -> None:
        if isinstance(answer, Kept) and not answer.is_kept:
            self._on_before_lost()

    def _on_spot_changed(self, _spot: MapSpot | None) -> None:
        self.value = None
        self._compare()
        self.told.emit()

    def _compare(self) -> None:
        spot = self._session.spot
        if spot is None or not self.is_on or not self._is_kept or not self._talk.is_open:
            return
        if self._is_asking:
            self._is_asked_again = True
            return
        self._is_asking = True
        request = Compare(layer=spot.layer, row=spot.row, column=spot.column, channel=spot.channel)
        self._talk.ask(request, lambda answer: self._on_compared(answer, spot), self._on_not_compared)

    def _on_compared(self, answer: Answer, spot: MapSpot) -> None:
        self._is_asking = False
        if isinstance(answer, Compared) and self.is_on and spot == self._session.spot:
            self.value = ValueChange(spot, answer)
            self.told.emit()
        self._compare_again()

    def _on_not_compared(self, _error: UserError) -> None:
        # The worker has another network or picture by now; what comes next is compared again.
        self._is_asking = False
        self.value = None
        self._compare_again()

    def _compare_again(self) -> None:
        if self._is_asked_again:
            self._is_asked_again = False
            self._compare()


def _joined(box: list[int], edges: tuple[int, int, int, int]) -> tuple[int, int, int, int]:
    return (min(box[0], edges[0]), min(box[1], edges[1]), max(box[2], edges[2]), max(box[3], edges[3]))
