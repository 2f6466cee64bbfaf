"""The open network beside another one: layer by layer, and what all of them cost together."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QAction, QFontMetricsF, QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDockWidget,
    QHBoxLayout,
    QMenu,
    QStackedWidget,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from engine.errors import UserError
from engine.network.catalogue import COMPARISONS, architecture_of
from engine.network.requests import BackboneModel, FileModel, GalleryModel, ModelSpec
from engine.network.side_by_side import AskTable, Comparison, TableFound
from engine.network.table import Table, table_of
from gui.aside import Aside
from gui.background import Background
from gui.models.comparison import RATIO, ComparisonModel, times
from gui.models.parameter_columns import short_text
from gui.models_menu import model_words
from gui.network.inspection import Inquiry
from gui.network.session import NetworkSession, OpenNetwork
from gui.text import sentence, tr
from gui.theme.appearance import Appearance
from gui.widgets.dock_title import DockTitle, tool_row
from gui.widgets.elided_label import ElidedLabel
from gui.widgets.empty_state import EmptyState
from gui.widgets.labels import kind
from gui.widgets.rows import select_row

CELL_PADDING, WIDEST_NAME = 28, 300


NAMES = (0, RATIO + 1)
"""The columns that hold names; they take the room that is left."""


class ComparisonDock(QDockWidget):
    """`made_menu` makes the menu of networks and is given whom to tell which was chosen.

    Signals:
        file_wanted(): the user wants to compare with a network in a file; answer with `compare_with`.
    """

    file_wanted = Signal()

    def __init__(
        self,
        session: NetworkSession,
        inquiry: Inquiry,
        figures: Background,
        appearance: Appearance,
        made_menu: Callable[[Callable[[ModelSpec], None], QAction], QMenu],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tr("Compare"), parent)
        self.setObjectName("network_comparison")
        self._session, self._inquiry, self._appearance = session, inquiry, appearance
        self._other: ModelSpec | None = None
        self._table: Table | None = None
        self._is_following = False
        self._aside = Aside(figures, pause=0, parent=self)
        self.model = ComparisonModel(appearance, self)
        self.choose_button = QToolButton()
        self.choose_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.choose_button.setToolTip(tr("Choose the network to compare with; the open one stays open."))
        of_file = QAction(tr("A network in a file…"), self)
        of_file.triggered.connect(self.file_wanted)
        self.menu = made_menu(self.compare_with, of_file)
        self.choose_button.setMenu(self.menu)
        self._choose = QAction(tr("Choose a network"), self)
        self._choose.triggered.connect(self.choose_button.showMenu)
        self._empty = EmptyState("numbers", "")
        self._pages = QStackedWidget()
        self._pages.addWidget(self._empty)
        self._pages.addWidget(self._made_page())
        self.setWidget(self._pages)
        self._made_title()
        self._aside.answered.connect(self._on_compared)
        self._aside.failed.connect(self._on_failed)
        inquiry.answered.connect(lambda answer, _numbers: self._on_table_found(answer))
        inquiry.refused.connect(self._on_failed)
        session.network_changed.connect(self._on_network_changed)
        session.layer_changed.connect(lambda _path: self._show_selection())
        appearance.changed.connect(self._measure)
        self._show_empty()

    @property
    def is_drawn(self) -> bool:
        """Whether the network that was chosen, if any, stands beside the open one."""
        return self._other is None or self.model.comparison is not None

    def compare_with(self, spec: ModelSpec) -> None:
        """Put this network beside the open one."""
        self._other, self._table = spec, None
        self._show_empty()
        if isinstance(spec, (FileModel, BackboneModel)):
            self._inquiry.ask(AskTable(path=spec.path))
        else:
            self._compare()

    def copy(self) -> None:
        """Put the table into the clipboard, tab-separated."""
        QGuiApplication.clipboard().setText(self.model.text())

    def _made_page(self) -> QWidget:
        self.view = QTableView()
        self.view.setModel(self.model)
        self.view.setAccessibleName(tr("Two networks, layer by layer"))
        self.view.setShowGrid(False)
        self.view.setWordWrap(False)
        self.view.setCornerButtonEnabled(False)
        self.view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.verticalHeader().hide()
        self.view.horizontalHeader().setHighlightSections(False)
        self.view.selectionModel().currentChanged.connect(self._on_current_changed)
        self.names = ElidedLabel(face="title")
        self.sum = ElidedLabel(face="number_caption")
        head = QHBoxLayout()
        head.setContentsMargins(12, 6, 12, 4)
        head.setSpacing(8)
        head.addWidget(self.names, 2)
        head.addWidget(self.sum, 3)
        self.sum.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.view, 1)
        return page

    def _made_title(self) -> None:
        self.copy_button = QToolButton()
        self.copy_button.setText(tr("Copy"))
        self.copy_button.setToolTip(tr("Copy the table for a spreadsheet."))
        self.copy_button.clicked.connect(self.copy)
        for button in (self.choose_button, self.copy_button):
            kind(button, "flat")
        title = DockTitle(self)
        title.add(tool_row(self.choose_button, self.copy_button))
        self.setTitleBarWidget(title)

    # What happens

    def _on_network_changed(self, network: OpenNetwork | None) -> None:
        if self._other is None and network is not None and isinstance(network.spec, GalleryModel):
            # A block was made to be compared with its partner.
            identity = network.spec.identifier
            partner = next((set(pair) - {identity} for pair in COMPARISONS if identity in pair), None)
            self._other = GalleryModel(partner.pop()) if partner else None
        self._show_empty()
        self._compare()

    def _compare(self) -> None:
        network, other, table = self._session.network, self._other, self._table
        if network is None or network.table is None or other is None:
            return
        left = network.table
        if isinstance(other, GalleryModel):
            self._aside.ask(lambda: (other, Comparison.of(left, table_of(architecture_of(other.identifier)))))
        elif table is not None:
            self._aside.ask(lambda: (other, Comparison.of(left, table)))

    def _on_table_found(self, answer: TableFound) -> None:
        self._table = answer.table
        self._compare()

    def _on_compared(self, answer: tuple[ModelSpec, Comparison]) -> None:
        spec, comparison = answer
        network = self._session.network
        if spec != self._other or network is None or comparison.left is not network.table:
            return
        self.model.set_comparison(comparison)
        self.names.setText(tr("{left} beside {right}", left=model_words(network.spec), right=model_words(spec)))
        self.sum.setText(total_words(comparison))
        self.choose_button.setText(tr("with {name}", name=model_words(spec)))
        self.copy_button.setEnabled(True)
        self._pages.setCurrentIndex(1)
        self._measure()
        self._show_selection()

    def _on_failed(self, error: BaseException) -> None:
        if not isinstance(error, UserError):
            raise error
        self._other = None
        self._show_empty()
        self._empty.set_state("warning", tr("This network cannot be compared"), sentence(error), self._choose)

    def _on_current_changed(self, current: QModelIndex) -> None:
        pairing = self.model.pairing(current.row()) if current.isValid() else None
        network = self._session.network
        if self._is_following or pairing is None or pairing.left is None or network is None:
            return
        if any(fact.path == pairing.left.path for fact in network.opened.layers):
            self._session.select_layer(pairing.left.path)

    # Showing

    def _show_empty(self) -> None:
        network = self._session.network
        self.model.set_comparison(None)
        self.choose_button.setText(tr("Compare with …") if self._other is None else model_words(self._other))
        self.choose_button.setEnabled(network is not None)
        self.copy_button.setEnabled(False)
        if network is None:
            state = (tr("Nothing to compare yet"), tr("Open a network; then put another one beside it."))
        elif network.table is None:
            state = (tr("No table for this network"), tr("The shapes of its layers are not known in advance."))
        elif self._other is not None:
            state = (tr("One moment"), tr("The table of “{name}” is being made.", name=model_words(self._other)))
        else:
            state = (
                tr("Which network beside this one?"),
                tr("Layers of a kind stand beside each other, with what each costs and how the totals compare."),
            )
        has_choice = network is not None and network.table is not None and self._other is None
        self._empty.set_state("numbers", *state, self._choose if has_choice else None)
        self._pages.setCurrentIndex(0)

    def _show_selection(self) -> None:
        self._is_following = True
        select_row(self.view, self.model.row_of(self._session.layer))
        self._is_following = False

    def _measure(self) -> None:
        """All cells are in one fixed-width face, so counting characters is measuring."""
        font = self._appearance.font("number")
        font.setBold(True)
        letter = QFontMetricsF(font).horizontalAdvance("0")
        metrics = self.view.horizontalHeader().fontMetrics()
        height = self._appearance.font_height("number") + 7
        self.view.verticalHeader().setMinimumSectionSize(height)
        self.view.verticalHeader().setDefaultSectionSize(height)
        widths = []
        for column in range(self.model.columnCount()):
            held = round(self.model.characters(column) * letter) + CELL_PADDING
            held = max(held, metrics.horizontalAdvance(self.model.heading(column)) + CELL_PADDING)
            widths.append(min(held, WIDEST_NAME) if column in NAMES else held)
        spare = max(0, self.view.viewport().width() - sum(widths)) // len(NAMES)
        for column, width in enumerate(widths):
            self.view.setColumnWidth(column, width + (spare if column in NAMES else 0))


def total_words(comparison: Comparison) -> str:
    """What both cost together: `62,958 → 4,253,864 parameters (× 67.57)`."""
    left, right = comparison.left.totals, comparison.right.totals
    return tr(
        "{left} → {right} parameters {times} · {left_macs} → {right_macs} mult-adds {macs_times}",
        left=f"{left.params:,}", right=f"{right.params:,}", times=times(left.params, right.params),
        left_macs=short_text(left.macs), right_macs=short_text(right.macs), macs_times=times(left.macs, right.macs),
    )  # fmt: skip
