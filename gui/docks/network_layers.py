"""The layers of the open network, from the picture to the answer."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractItemView, QDockWidget, QStackedWidget, QTreeView, QWidget

from gui.models.layers import ENTRY, LayerEntry, LayersModel
from gui.network.layer_row import LayerRow
from gui.network.session import NetworkSession, OpenNetwork
from gui.text import tr
from gui.theme.appearance import Appearance
from gui.widgets.dock_title import DockTitle
from gui.widgets.empty_state import EmptyState

NARROWEST = 190


class LayersDock(QDockWidget):
    """Selects a layer everywhere; Up and Down go from layer to layer, Left and Right fold nested models.

    Signals:
        network_wanted(): the user has no network yet and asks for one.
    """

    network_wanted = Signal()

    def __init__(self, session: NetworkSession, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(tr("Layers"), parent)
        self.setObjectName("network_layers")
        self._session, self._appearance = session, appearance
        self.model = LayersModel(self)
        self.tree = _Tree()
        self.tree.setModel(self.model)
        self.tree.setItemDelegate(LayerRow(appearance, self.tree))
        self._choose = QAction(tr("Choose a network"), self)
        self._choose.triggered.connect(self.network_wanted)
        self._empty = EmptyState(
            "network", tr("No network yet"), tr("Its layers stand here, from the picture to the answer."), self._choose
        )
        self._pages = QStackedWidget()
        self._pages.addWidget(self._empty)
        self._pages.addWidget(self.tree)
        self.setWidget(self._pages)
        self.setTitleBarWidget(DockTitle(self))
        self._is_following = False
        self.tree.selectionModel().currentChanged.connect(self._on_current_changed)
        session.network_changed.connect(self._on_network_changed)
        session.layer_changed.connect(lambda _path: self._show_selection())
        appearance.changed.connect(self._on_appearance_changed)
        self._on_appearance_changed()
        self._on_network_changed(session.network)

    def _on_network_changed(self, network: OpenNetwork | None) -> None:
        self._is_following = True
        self.model.set_network(network)
        self.tree.setRootIsDecorated(network is not None and any(self.model.hasChildren(self.model.index(row, 0))
                                                                 for row in range(self.model.rowCount())))  # fmt: skip
        self._is_following = False
        self._pages.setCurrentIndex(0 if network is None else 1)
        self._show_selection()

    def _show_selection(self) -> None:
        item = self.model.item_of(self._session.layer)
        self._is_following = True
        if item is None:
            self.tree.selectionModel().clear()
        else:
            self.tree.selectionModel().setCurrentIndex(item.index(), QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.tree.scrollTo(item.index())
        self._is_following = False

    def _on_current_changed(self, current: QModelIndex) -> None:
        entry: LayerEntry | None = current.data(ENTRY) if current.isValid() else None
        if entry is not None and not self._is_following and not entry.reason:
            self._session.select_layer(entry.path)

    def _on_appearance_changed(self) -> None:
        self.tree.setMinimumWidth(NARROWEST * self._appearance.control_height // 28)
        self.tree.doItemsLayout()
        self.tree.viewport().update()


class _Tree(QTreeView):
    def __init__(self) -> None:
        super().__init__()
        self.setHeaderHidden(True)
        self.setIndentation(14)
        self.setMouseTracking(True)
        self.setExpandsOnDoubleClick(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("Layers of the network"))
        self.setStyleSheet("QTreeView::item { padding: 0; border-radius: 0; } QTreeView::branch { background: none; }")
        self.setUniformRowHeights(True)
