"""A docked panel whose contents are computed aside, and only while somebody can see them."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QDockWidget, QStackedWidget, QWidget

from engine.errors import UserError
from gui.aside import Aside, Question
from gui.background import Background
from gui.session import Output, Session
from gui.text import sentence, tr
from gui.widgets.dock_title import DockTitle
from gui.widgets.empty_state import EmptyState

PATIENCE = 250
"""Milliseconds after which a panel says that it is still at work."""


class Panel(QDockWidget):
    """Subclasses say what to compute for an output (`question`) and show the answer (`show_answer`)."""

    def __init__(
        self, name: str, title: str, icon_name: str, session: Session, background: Background, parent: QWidget | None
    ) -> None:
        super().__init__(title, parent)
        self.setObjectName(name)
        self.title = DockTitle(self)
        self.setTitleBarWidget(self.title)
        self.setAllowedAreas(Qt.DockWidgetArea.AllDockWidgetAreas)
        self.session = session
        self._icon_name = icon_name
        self._is_stale = True
        # `isVisible` holds for a panel behind another tab too; only this signal tells the one in front.
        self._is_in_front = False
        self._aside = Aside(background, parent=self)
        self._aside.answered.connect(self._on_answered)
        self._aside.failed.connect(self._on_failed)
        self._empty = EmptyState(icon_name, title)
        self._show_working()
        # What belongs to another stage must not stand there while something slow is worked out.
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE)
        self._patience.timeout.connect(self._on_patience_ended)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._empty)
        self.setWidget(self._pages)
        self.visibilityChanged.connect(self._on_visibility_changed)
        session.output_changed.connect(self._on_output_changed)
        session.selection_changed.connect(self._on_another_stage)

    def question(self, output: Output) -> Question | None:
        """What to compute for `output`, or None where there is nothing to show."""
        raise NotImplementedError

    def show_answer(self, answer: Any) -> None:
        """Show what was computed."""
        raise NotImplementedError

    def nothing(self, output: Output | None) -> tuple[str, str]:
        """What an empty panel says: a title and what to do next."""
        return tr("Nothing to show yet"), tr("Select a stage on the left.")

    def set_page(self, widget: QWidget) -> None:
        """The widget that shows answers."""
        self._pages.addWidget(widget)

    def refresh(self) -> None:
        """Compute anew, now if the panel can be seen, else when it can."""
        self._is_stale = True
        if self._is_in_front:
            self._ask()

    def _ask(self) -> None:
        output = self.session.output
        if output is not None and not output.has_numbers and output.selected != self.session.selection:
            # Of a moving picture only the stage that was selected then is kept; the next output will have this one.
            self._is_stale = True
            return
        question = self.question(output) if output is not None else None
        self._is_stale = False
        if question is None:
            self._aside.forget()
            self._show_nothing(*self.nothing(output))
        else:
            self._aside.ask(question)

    def _show_working(self) -> None:
        self._empty.set_state(self._icon_name, self.windowTitle(), tr("One moment, this is being worked out."))

    @Slot(int)
    def _on_another_stage(self, _index: int) -> None:
        self._aside.forget()
        if self._is_in_front:
            self._patience.start()
        self.refresh()

    @Slot()
    def _on_patience_ended(self) -> None:
        self._show_working()
        self._pages.setCurrentIndex(0)

    def _show_nothing(self, title: str, text: str) -> None:
        self._patience.stop()
        self._empty.set_state(self._icon_name, title, text)
        self._pages.setCurrentIndex(0)

    @Slot(object)
    def _on_output_changed(self, _output: object) -> None:
        self.refresh()

    @Slot(bool)
    def _on_visibility_changed(self, is_visible: bool) -> None:
        self._is_in_front = is_visible
        if is_visible and self._is_stale:
            self._ask()
        elif not is_visible:
            self._aside.forget()
            self._is_stale = True

    @Slot(object)
    def _on_answered(self, answer: Any) -> None:
        self._patience.stop()
        self._pages.setCurrentIndex(1)
        if answer is not None:
            self.show_answer(answer)

    @Slot(object)
    def _on_failed(self, error: BaseException) -> None:
        if not isinstance(error, UserError):
            raise error
        self._show_nothing(tr("This cannot be shown"), sentence(error))
