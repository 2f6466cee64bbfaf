"""The visit count as a picture: how often the kernel looks at each pixel, and why corners count less."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from engine.imaging.display import Picture, render
from engine.imaging.padding import visit_counts
from engine.imaging.palettes import palette
from engine.imaging.stages.convolution import Convolution
from engine.imaging.stages.pooling import Pooling
from engine.imaging.stages.stage import Stage
from gui.aside import Question
from gui.background import Background
from gui.panel import Panel
from gui.session import Output, Session
from gui.text import tr
from gui.theme.appearance import Appearance
from gui.widgets.labels import label
from gui.widgets.picture_view import PictureView

CORNER = 5
"""Side of the close-up: an edge one pixel wide is lost in a whole photograph."""


@dataclass(frozen=True, eq=False)
class Visits:
    """The counts of one stage on its input, and their picture."""

    counts: np.ndarray
    picture: Picture
    corner: np.ndarray
    corner_picture: Picture


class VisitsDock(Panel):
    """Shows the visit count of the selected kernel or pooling stage."""

    def __init__(
        self, session: Session, appearance: Appearance, background: Background, parent: QWidget | None = None
    ) -> None:
        super().__init__("visits", tr("Visits"), "visits", session, background, parent)
        self._appearance = appearance
        self._shown: tuple[object, ...] = ()
        self._view = _view(appearance, tr("Whole picture"))
        self._close_up = _view(appearance, tr("Top left corner"))
        self._corner = label(face="number", selectable=True)
        self._middle = label(face="number", selectable=True)
        self._text = label(wraps=True)
        words = QWidget()
        words.setMaximumWidth(360)
        column = QVBoxLayout(words)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(8)
        column.addWidget(label(tr("How often each pixel is looked at"), face="section", wraps=True))
        column.addWidget(self._corner)
        column.addWidget(self._middle)
        column.addWidget(self._text)
        column.addStretch(1)
        page = QWidget()
        layout = QHBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._view, 1)
        layout.addWidget(self._close_up, 1)
        layout.addWidget(words, 0)
        self.set_page(page)
        appearance.changed.connect(self.refresh)

    def question(self, output: Output) -> Question | None:
        stage, image = self.session.selected_stage, output.image_before(self.session.selection)
        if image is None or not isinstance(stage, (Convolution, Pooling)):
            return None
        shape, is_dark = image.shape[:2], self._appearance.theme.is_dark
        wanted = (stage, shape, is_dark)
        if wanted == self._shown:
            return lambda: None
        return lambda: (wanted, _visits(stage, shape, is_dark))

    def nothing(self, output: Output | None) -> tuple[str, str]:
        return tr("Nothing slides here"), tr("Select a kernel or a pooling stage to count its visits to each pixel.")

    def show_answer(self, answer: tuple[tuple[object, ...], Visits]) -> None:
        self._shown, visits = answer
        counts = visits.counts
        for view, values, picture in (
            (self._view, counts, visits.picture),
            (self._close_up, visits.corner, visits.corner_picture),
        ):
            view.set_picture(picture.pixels)
            view.set_values(values, characters=len(str(int(values.max()))))
        colours = palette(visits.picture.scheme, is_dark=self._appearance.theme.is_dark)
        self._view.set_scale(visits.picture.low, visits.picture.high, colours)
        corner, middle = int(counts[0, 0]), int(counts[counts.shape[0] // 2, counts.shape[1] // 2])
        self._corner.setText(tr("corner pixel   {count}", count=corner))
        self._middle.setText(tr("in the middle  {count}", count=middle))
        self._text.setText(_words(counts, corner, middle))


def _visits(stage: Stage, shape: tuple[int, int], is_dark: bool) -> Visits:
    if isinstance(stage, Convolution):
        padding = stage.padding_size if stage.padding == "custom" else stage.padding
        counts = visit_counts(shape, stage.kernel_size, padding, stage.stride, stage.dilation)
    elif isinstance(stage, Pooling):
        size, stride, pooling_padding = stage.window(shape)
        counts = visit_counts(shape, size, pooling_padding, stride)
    limits = (0.0, float(max(1, counts.max())))
    corner = np.ascontiguousarray(counts[:CORNER, :CORNER])
    whole, close = (
        render(part.astype(np.float32), "positive", is_dark=is_dark, limits=limits) for part in (counts, corner)
    )
    return Visits(counts, whole, corner, close)


def _view(appearance: Appearance, name: str) -> PictureView:
    view = PictureView(appearance)
    view.set_badge(name, "input")
    view.setMinimumHeight(80)
    return view


def _words(counts: np.ndarray, corner: int, middle: int) -> str:
    missed = float(np.mean(counts == 0))
    if missed:
        return tr("{share:.1%} of the pixels are never looked at: the stride steps over them.", share=missed)
    if corner < middle:
        return tr("What happens at the edge counts less. A wider padding evens it out.")
    return tr("Every pixel counts the same.")
