"""The session: everything that the user has set, and the newest result of it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import numpy as np
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from engine.imaging.display import Picture
from engine.imaging.explanation import Explanation
from engine.imaging.field import Box
from engine.imaging.recipe import Recipe
from engine.imaging.running import StageResult
from engine.imaging.stages.stage import Stage
from engine.imaging.story import Step
from engine.sources.frame import Frame
from gui.undo import ChangeRecipe

SOURCE = -1
"""The selection index that stands for the source itself, before the first stage."""


@dataclass(frozen=True)
class Spot:
    """One value in the result of the selected stage: the one that the microscope explains."""

    row: int
    column: int
    channel: int = 0


@dataclass(frozen=True)
class Look:
    """How results are drawn; a matter of the eye, not of the recipe."""

    left: str = "source"  # source | input: what stands left of the result
    channel: int = -1  # the map that is shown, -1 for all of them
    limits: str = "auto"  # auto | full: scale limits without outliers, or the true extremes


@dataclass(frozen=True)
class Timing:
    """Milliseconds of the newest frame's way to the screen, and how many frames a second make it."""

    capture: float = 0.0
    compute: float = 0.0
    draw: float = 0.0
    frames_per_second: float = 0.0


@dataclass(frozen=True)
class Output:
    """One frame's way through the recipe, with the pictures drawn from it.

    `left` and `right` are what stands side by side; `thumbnails` has one small picture for the source and one a stage
    (None where the stage has no result) and is refreshed less often than the rest. `explanation` is the arithmetic of
    the value at `spot` (the session's spot, or what the cursor points at while there is none), `story` what the later
    stages make of it, `field` the part of the source that it sees.
    """

    frame: Frame
    recipe: Recipe
    results: tuple[StageResult, ...]
    selected: int
    left: Picture | None
    right: Picture | None
    left_image: np.ndarray | None = None
    right_image: np.ndarray | None = None
    thumbnails: tuple[np.ndarray | None, ...] = ()
    timing: Timing = field(default_factory=Timing)
    spot: Spot | None = None
    explanation: Explanation | None = None
    story: tuple[Step, ...] = ()
    field: Box | None = None

    @property
    def has_numbers(self) -> bool:
        """Whether the results of all stages are there, and not of the selected one only."""
        return all(result.has_numbers for result in self.results)

    def image_after(self, index: int) -> np.ndarray | None:
        """The result of stage `index`, or the source's picture for `SOURCE`."""
        if index == SOURCE:
            return self.frame.image
        return self.results[index].image if index < len(self.results) else None

    def image_before(self, index: int) -> np.ndarray | None:
        """What stage `index` gets to work on."""
        return self.frame.image if index <= 0 else self.image_after(index - 1)


class Session(QObject):
    """What the user has set. Every field has one plain signal, emitted only when the field really changes.

    Docks get the session in their constructor, write to it through its methods, and redraw from its signals.

    Signals:
        source_changed(object): the source's description (a spec of `engine.sources.specs`).
        recipe_changed(object): the `Recipe`.
        selection_changed(int): the selected stage, or `SOURCE`.
        spot_changed(object): the `Spot` under the microscope, or None.
        hover_changed(object): the `Spot` under the cursor, or None.
        look_changed(object): the `Look`.
        freeze_changed(bool): whether the picture stands still.
        output_changed(object): the newest `Output`, or None; comes with every frame.
    """

    source_changed = Signal(object)
    recipe_changed = Signal(object)
    selection_changed = Signal(int)
    spot_changed = Signal(object)
    hover_changed = Signal(object)
    look_changed = Signal(object)
    freeze_changed = Signal(bool)
    output_changed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.undo_stack = QUndoStack(self)
        self._source: object | None = None
        self._recipe = Recipe()
        self._selection = SOURCE
        self._spot: Spot | None = None
        self._hover: Spot | None = None
        self._look = Look()
        self._is_frozen = False
        self._output: Output | None = None

    @property
    def source(self) -> object | None:
        """The description of the present source."""
        return self._source

    def set_source(self, spec: object) -> None:
        """Show another source."""
        if spec != self._source:
            self._source = spec
            self.source_changed.emit(spec)

    @property
    def recipe(self) -> Recipe:
        """The present recipe."""
        return self._recipe

    def edit_recipe(
        self,
        recipe: Recipe,
        text: str,
        *,
        selection: int | None = None,
        merge_key: str = "",
        source: object | None = None,
    ) -> None:
        """Change the recipe as one step that can be undone, called `text` in the Edit menu.

        Steps in a row with the same non-empty `merge_key` (a slider being dragged) become one. A `source` that belongs
        to the recipe is shown with it, and the one before comes back with the recipe before.
        """
        chosen = self._selection if selection is None else selection
        if recipe != self._recipe or source not in (None, self._source):
            self.undo_stack.push(ChangeRecipe(self, recipe, chosen, text, merge_key, source=source))
        else:
            self.select(chosen)

    def edit_stage(self, index: int, stage: Stage, text: str, *, merge_key: str = "") -> None:
        """Change one stage's settings as a step that can be undone."""
        self.edit_recipe(self._recipe.replaced(index, stage), text, merge_key=merge_key)

    def put_recipe(self, recipe: Recipe, selection: int) -> None:
        """Set the recipe without a step to undo; used by the undo stack itself and on opening a session."""
        selection = max(SOURCE, min(selection, len(recipe.stages) - 1))
        is_new_recipe, is_new_selection = recipe != self._recipe, selection != self._selection
        self._recipe, self._selection = recipe, selection
        if is_new_selection:
            self.set_spot(None)
            self.set_look(replace(self._look, channel=-1))
        if is_new_recipe:
            self.recipe_changed.emit(recipe)
        if is_new_selection:
            self.selection_changed.emit(selection)

    @property
    def selection(self) -> int:
        """Index of the selected stage, or `SOURCE`."""
        return self._selection

    @property
    def selected_stage(self) -> Stage | None:
        """The selected stage, or None when the source is selected."""
        return self._recipe.stages[self._selection] if self._selection != SOURCE else None

    def select(self, index: int) -> None:
        """Select a stage, or the source."""
        self.put_recipe(self._recipe, index)

    @property
    def spot(self) -> Spot | None:
        """The value under the microscope."""
        return self._spot

    def set_spot(self, spot: Spot | None) -> None:
        """Put a value of the selected stage's result under the microscope."""
        if spot != self._spot:
            self._spot = spot
            self.spot_changed.emit(spot)

    @property
    def hover(self) -> Spot | None:
        """The value under the cursor."""
        return self._hover

    def set_hover(self, spot: Spot | None) -> None:
        """Tell what the cursor points at."""
        if spot != self._hover:
            self._hover = spot
            self.hover_changed.emit(spot)

    @property
    def look(self) -> Look:
        """How results are drawn."""
        return self._look

    def set_look(self, look: Look) -> None:
        """Draw results in another way."""
        if look != self._look:
            self._look = look
            self.look_changed.emit(look)

    @property
    def is_frozen(self) -> bool:
        """Whether the picture stands still."""
        return self._is_frozen

    def set_frozen(self, is_frozen: bool) -> None:
        """Freeze the present frame, or let the source run on."""
        if is_frozen != self._is_frozen:
            self._is_frozen = is_frozen
            self.freeze_changed.emit(is_frozen)

    @property
    def output(self) -> Output | None:
        """The newest frame's way through the recipe."""
        return self._output

    def set_output(self, output: Output | None) -> None:
        """Bring in a newer result; called by the live pipeline only."""
        if output is not self._output:
            self._output = output
            self.output_changed.emit(output)
