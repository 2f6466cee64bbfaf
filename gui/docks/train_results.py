"""What the trained network can do and where it is wrong: a panel for each way of looking at the pictures kept aside."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QDockWidget, QStackedWidget, QWidget

from engine.network.training.messages import Evaluated
from gui.background import Background
from gui.text import tr
from gui.theme.appearance import Appearance
from gui.train.figures_page import FiguresPage
from gui.train.map_page import MapPage
from gui.train.mistakes_page import MistakesPage
from gui.train.robustness_page import RobustnessPage
from gui.train.session import TrainSession
from gui.widgets.dock_title import DockTitle
from gui.widgets.empty_state import EmptyState


class ResultDock(QDockWidget):
    """One page, or the words of an empty state until there are answers to look at."""

    def __init__(self, name: str, title: str, page: QWidget, text: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self.setObjectName(name)
        self._empty = EmptyState("train", tr("No results yet"), text)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._empty)
        self._pages.addWidget(page)
        self.setWidget(self._pages)
        self.setTitleBarWidget(DockTitle(self))

    def set_filled(self, is_filled: bool) -> None:
        """Show the page, or what to do first."""
        self._pages.setCurrentIndex(1 if is_filled else 0)


class Results:
    """The panels. What takes time is asked for when its panel is first in front."""

    def __init__(
        self, session: TrainSession, appearance: Appearance, background: Background, parent: QWidget | None = None
    ) -> None:
        self._session = session
        self.mistakes = MistakesPage(session, appearance, background)
        self.figures = FiguresPage(appearance)
        self.map = MapPage(session, appearance, background)
        self.robustness = RobustnessPage(appearance)
        self.docks = (
            ResultDock("train_mistakes", tr("Mistakes"), self.mistakes,
                       tr("After a training: which class is taken for which, and on which pictures."), parent),
            ResultDock("train_figures", tr("Figures"), self.figures,
                       tr("After a training: precision, recall, ROC, and how far its certainty can be trusted."),
                       parent),
            ResultDock("train_map", tr("Map"), self.map,
                       tr("After a training: which pictures the network finds alike."), parent),
            ResultDock("train_robustness", tr("Robustness"), self.robustness,
                       tr("After a training: how much noise, rotation and shift it bears."), parent),
        )  # fmt: skip
        self._in_front: set[str] = set()
        for dock in self.docks:
            dock.visibilityChanged.connect(partial(self._on_visibility_changed, dock.objectName()))
        session.evaluated_changed.connect(self._on_evaluated_changed)
        self._on_evaluated_changed(session.evaluated)

    def _on_visibility_changed(self, name: str, is_visible: bool) -> None:
        (self._in_front.add if is_visible else self._in_front.discard)(name)
        self._ask()

    def _on_evaluated_changed(self, found: Evaluated | None) -> None:
        has_answers = found is not None and len(found.indices) > 0
        for dock in self.docks:
            dock.set_filled(has_answers)
        self.map.forget()
        self.robustness.forget()
        if found is not None and has_answers:
            self.mistakes.show_evaluated(found)
            self.figures.show_evaluated(found)
            self._ask()

    def _ask(self) -> None:
        if self._session.evaluated is None:
            return
        if "train_map" in self._in_front:
            self.map.ask()
        if "train_robustness" in self._in_front:
            self.robustness.ask()
