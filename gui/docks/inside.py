"""Inside the stage: windows and winners, stamps one by one, Canny's chain, the flip, noise against its filters."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from engine.imaging.closeness import clean_before
from engine.imaging.display import Picture, render
from engine.imaging.inside.exhibit import Exhibit, Inside, Place
from engine.imaging.inside.looking import look_inside
from engine.imaging.running import StageResult
from gui.aside import Question
from gui.background import Background
from gui.panel import Panel
from gui.session import SOURCE, Output, Session
from gui.text import tr, translated
from gui.theme.appearance import Appearance
from gui.widgets.exhibit_view import ExhibitView
from gui.widgets.labels import label
from gui.widgets.scrubber import Scrubber

STEPS_A_SECOND = 4


@dataclass(frozen=True, eq=False)
class Drawn:
    """What was found inside, with a picture for every exhibit."""

    inside: Inside
    pictures: tuple[Picture, ...]


class InsideDock(Panel):
    """A row of small pictures of what happens inside the selected stage, around the spot."""

    def __init__(
        self, session: Session, appearance: Appearance, background: Background, parent: QWidget | None = None
    ) -> None:
        super().__init__("inside", tr("Inside"), "volume", session, background, parent)
        self._appearance = appearance
        self._views: list[ExhibitView] = []
        self._step = -1
        self._steps = 0
        self._timer = QTimer(self)
        self._timer.timeout.connect(lambda: self._go_to((self._shown_step + 1) % (self._steps + 1)))
        self._text = label(face="dim", wraps=True)
        self._scrubber = Scrubber()
        self._scrubber.setMaximumWidth(420)
        self._scrubber.moved.connect(self._go_to)
        self._scrubber.stepped.connect(lambda count: self._go_to(self._shown_step + count))
        self._scrubber.play_toggled.connect(self._on_play_toggled)
        self._scrubber.speed_changed.connect(lambda _speed: self._on_play_toggled(self._timer.isActive()))
        self._scrubber.set_label(lambda position, length: f"{position:>2} / {length - 1}")
        self._row = QHBoxLayout()
        self._row.setSpacing(8)
        bar = QHBoxLayout()
        bar.setSpacing(12)
        bar.addWidget(self._text, 1)
        bar.addWidget(self._scrubber)
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(8)
        layout.addLayout(bar)
        layout.addLayout(self._row, 1)
        self.set_page(page)
        session.selection_changed.connect(self._on_selection_changed)
        session.spot_changed.connect(lambda _spot: self.refresh())
        appearance.changed.connect(self.refresh)

    def question(self, output: Output) -> Question | None:
        index = self.session.selection
        if index == SOURCE or index >= len(output.results):
            return None
        result, is_dark, step = output.results[index], self._appearance.theme.is_dark, self._step
        if result.image is None or not result.stage.is_on:
            return None
        spot, shape = self.session.spot, result.image.shape
        place = Place(spot.row, spot.column, spot.channel) if spot else Place(shape[0] // 2, shape[1] // 2)
        clean = clean_before(output.results, index)
        return lambda: _draw(result, place, step, clean, is_dark)

    def nothing(self, output: Output | None) -> tuple[str, str]:
        return (
            tr("Nothing more to see here"),
            tr("Select a kernel, pooling, noise, Canny or transposed stage, or a median behind noise, to look inside."),
        )

    def show_answer(self, answer: Drawn | str) -> None:
        if isinstance(answer, str):
            self._show_nothing(*self.nothing(self.session.output))
            return
        inside = answer.inside
        self._text.setText(translated(inside.text.template, **inside.text.values))
        self._show_steps(inside.steps)
        while len(self._views) < len(inside.exhibits):
            view = ExhibitView(self._appearance)
            view.chosen.connect(self._on_chosen)
            self._views.append(view)
            self._row.addWidget(view, 1)
        for index, view in enumerate(self._views):
            view.setVisible(index < len(inside.exhibits))
            if index < len(inside.exhibits):
                view.show_exhibit(inside.exhibits[index], answer.pictures[index])

    @property
    def _shown_step(self) -> int:
        return self._steps if self._step < 0 else self._step

    def _show_steps(self, steps: int) -> None:
        self._steps = steps
        self._scrubber.setVisible(steps > 0)
        self._scrubber.set_length(steps + 1)
        self._scrubber.set_position(min(self._shown_step, steps))

    def _go_to(self, step: int) -> None:
        self._step = min(max(0, step), self._steps)
        self._scrubber.set_position(self._step)
        self.refresh()

    @Slot(bool)
    def _on_play_toggled(self, is_playing: bool) -> None:
        if is_playing:
            self._timer.start(round(1000 / (STEPS_A_SECOND * self._scrubber.speed())))
        else:
            self._timer.stop()

    @Slot(int)
    def _on_selection_changed(self, _index: int) -> None:
        self._timer.stop()
        self._scrubber.set_playing(False)
        self._step = -1
        self.refresh()

    @Slot(str, str)
    def _on_chosen(self, name: str, value: str) -> None:
        stage = self.session.selected_stage
        if stage is not None:
            self.session.edit_stage(self.session.selection, stage.changed(**{name: value}), tr("Choose from inside"))


def _draw(result: StageResult, place: Place, step: int, clean: np.ndarray | None, is_dark: bool) -> Drawn | str:
    inside = look_inside(result, place, step=step, clean=clean)
    if inside is None:
        return "nothing"
    return Drawn(inside, tuple(_picture(exhibit, is_dark) for exhibit in inside.exhibits))


def _picture(exhibit: Exhibit, is_dark: bool) -> Picture:
    return render(exhibit.image, exhibit.scale, is_dark=is_dark, limits=exhibit.limits)
