"""The foot of the recipe: what all its stages cost together."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from engine.errors import UserError
from engine.imaging.running import StageResult
from gui.models.recipe import results_of
from gui.models.wording import large_number, milliseconds
from gui.session import Output, Session
from gui.text import tr
from gui.widgets.labels import label


class RecipeFooter(QWidget):
    """Parameters and multiply-adds of the whole recipe, and the milliseconds that a frame takes in it.

    The time is refreshed as often as the thumbnails are, a few times a second, so that it can be read.
    """

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._known: object = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(12, 8, 12, 8)
        self._grid.setVerticalSpacing(1)
        self._grid.setColumnStretch(0, 1)
        self._parameters = self._line(tr("Parameters"), tr("Numbers that a network could learn here."))
        self._multiply_adds = self._line(
            tr("Multiply-adds"), tr("Multiplications, each with an addition, for one frame at its present size.")
        )
        self._time = self._line(
            tr("Per frame"), tr("What the stages took for the newest frame, without capturing and drawing it.")
        )
        session.output_changed.connect(self._on_output_changed)
        session.recipe_changed.connect(self._on_recipe_changed)
        self._show(session.output)

    def texts(self) -> tuple[str, str, str]:
        """What is shown: parameters, multiply-adds, time."""
        return self._parameters.text(), self._multiply_adds.text(), self._time.text()

    def _line(self, title: str, help_text: str) -> QLabel:
        row = self._grid.rowCount()
        name, value = label(title, face="caption"), label("–", face="number_caption")
        value.setAccessibleName(title)
        for each in (name, value):
            each.setToolTip(help_text)
        self._grid.addWidget(name, row, 0)
        self._grid.addWidget(value, row, 1, Qt.AlignmentFlag.AlignRight)
        return value

    def _on_recipe_changed(self) -> None:
        self._known = None
        self._show(self._session.output)

    def _on_output_changed(self, output: Output | None) -> None:
        # Only the tuple itself is compared: it is another one whenever the small pictures were made anew.
        if output is None or output.thumbnails is not self._known:
            self._known = output.thumbnails if output is not None else None
            self._show(output)

    def _show(self, output: Output | None) -> None:
        results = [each for each in results_of(output, self._session.recipe.stages) if each is not None]
        parameters, multiply_adds = total_costs(results)
        self._parameters.setText(f"{parameters:,}")
        self._multiply_adds.setText(large_number(multiply_adds))
        seconds = sum(each.seconds for each in results)
        self._time.setText(tr("{time} ms", time=milliseconds(seconds)) if results else "–")


def total_costs(results: list[StageResult]) -> tuple[int, int]:
    """Parameters and multiply-adds of all stages that are on, at the sizes that their pictures really have."""
    parameters = multiply_adds = 0
    for each in results:
        if each.input is None or not each.stage.is_on:
            continue
        try:
            figures = each.stage.figures(each.input.shape)
        except UserError:
            continue  # the card of this stage says what is wrong
        parameters += figures.parameters.result if figures.parameters is not None else 0
        multiply_adds += figures.multiply_adds
    return parameters, multiply_adds
