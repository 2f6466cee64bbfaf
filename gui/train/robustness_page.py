"""How long the answers stay right while pictures are changed more and more."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from engine.network.training.messages import Tried
from gui.text import tr
from gui.theme.appearance import Appearance
from gui.widgets.curve_plot import Curve, CurvePlot, Plot

KINDS = ("noise", "rotation", "shift")


class RobustnessPage(QWidget):
    """Three curves, asked for when they are first seen.

    Signals:
        robustness_wanted(str): try this kind of change.
    """

    robustness_wanted = Signal(str)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plots = {kind: CurvePlot(appearance) for kind in KINDS}
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 12, 8)
        row.setSpacing(16)
        for plot in self.plots.values():
            row.addWidget(plot, 1)
        self._has_asked = False
        self.forget()

    def forget(self) -> None:
        """Another network was trained: the curves are out of date."""
        self._has_asked = False
        for kind, plot in self.plots.items():
            plot.show_plot(Plot(title=_titles()[kind]))

    def ask(self) -> None:
        """Ask for the curves unless they are there."""
        if not self._has_asked:
            self._has_asked = True
            for kind, plot in self.plots.items():
                plot.show_plot(Plot(title=_titles()[kind], empty=tr("One moment …")))
                self.robustness_wanted.emit(kind)

    def show_ended(self) -> None:
        """There will be no more curves: say so, and ask again when the panel is next seen."""
        self._has_asked = False
        for kind, plot in self.plots.items():
            if not plot.plot.curves:
                words = tr("This could not be tried. Look at another panel and come back to try it again.")
                plot.show_plot(Plot(title=_titles()[kind], empty=words))

    def show_tried(self, found: Tried) -> None:
        """Show a curve."""
        curve = Curve(tr("right"), np.array(found.amounts), np.array(found.accuracies), "result", has_points=True)
        self.plots[found.kind].show_plot(
            Plot(title=_titles()[found.kind], x_unit=found.unit, curves=(curve,), low=0.0, high=1.0, is_share=True)
        )


def _titles() -> dict[str, str]:
    return {"noise": tr("Noise"), "rotation": tr("Rotation"), "shift": tr("Shift")}
