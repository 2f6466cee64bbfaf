"""The figures of one stage, always in sight below its settings: output size filled in, parameters, multiply-adds."""

from __future__ import annotations

import html

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from engine.errors import UserError
from engine.imaging.closeness import Closeness
from engine.imaging.stages.stage import Formula, Shape, Stage
from gui.models.wording import large_number, shape_text
from gui.text import sentence, tr, translated
from gui.widgets.card import Card


class FiguresPanel(QWidget):
    """⌊(347 + 2·1 − 3)/1⌋ + 1 = 347, with the values of the picture that the stage really gets.

    Behind noise it also says how close the results come to the clean picture.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = QLabel()
        self._label.setProperty("face", "number_caption")
        self._label.setTextFormat(Qt.TextFormat.RichText)
        self._label.setWordWrap(True)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._label.setAccessibleName(tr("Figures of this stage"))
        card = Card()
        card.add(self._label)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 6, 12, 8)
        layout.addWidget(card)
        self._lines: tuple[str, ...] = ()
        self._closeness: tuple[Closeness, ...] = ()

    def show_closeness(self, closeness: tuple[Closeness, ...]) -> None:
        """Show these comparisons with the clean picture below the figures; none where there is no noise."""
        self._closeness = closeness
        self._show()

    def show_stage(self, stage: Stage, shape: Shape | None) -> None:
        """Show the figures of `stage` for a picture of `shape`; hidden where there are none to show."""
        lines: list[str] = []
        if shape is not None:
            try:
                output = stage.output_shape(shape)
                figures = stage.figures(shape)
            except UserError as error:
                self._lines = (html.escape(sentence(error)),)
                self._show()
                return
            lines = [_line(each) for each in figures.sizes]
            if not lines:
                lines = [f"{html.escape(shape_text(shape))} → <b>{html.escape(shape_text(output))}</b>"]
            if figures.parameters is not None and figures.parameters.result:
                lines.append(tr("{formula} parameters", formula=_line(figures.parameters)))
            if figures.multiply_adds:
                lines.append(tr("{count} multiply-adds", count=f"<b>{large_number(figures.multiply_adds)}</b>"))
        self._lines = tuple(lines)
        self._show()

    def show_nothing(self) -> None:
        """Hide: a source has no figures."""
        self._lines, self._closeness = (), ()
        self._show()

    def _show(self) -> None:
        text = "<br>".join(self._lines)
        if self._closeness:
            rows = "".join(
                f"<tr><td>{html.escape(translated(each.title))}&nbsp;&nbsp;</td>"
                f"<td><b>{html.escape(translated(each.note.template, **each.note.values))}</b></td></tr>"
                for each in self._closeness
            )
            text += f"<div>{html.escape(tr('against the clean picture:'))}</div><table cellspacing='0'>{rows}</table>"
        if text != self._label.text():
            self._label.setText(text)
        self.setVisible(bool(text))

    def text(self) -> str:
        """What is shown, with its markup."""
        return self._label.text()


def _line(formula: Formula) -> str:
    return f"{html.escape(translated(formula.left))} = <b>{formula.result:,}</b>"
