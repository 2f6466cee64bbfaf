"""The layers of the open network, from the picture to the answer, and the place where a network is built."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDockWidget, QMenu, QStackedWidget, QVBoxLayout, QWidget

from gui.icons import icon
from gui.models import building_edits as edits
from gui.models.building import building_entries
from gui.models.layers import ENTRY, LayerEntry, LayersModel
from gui.network.builder import Builder
from gui.network.building_footer import BuildingFooter
from gui.network.building_menus import add_menu, layer_menu, network_menu
from gui.network.building_tree import LayersTree
from gui.network.layer_row import LayerRow
from gui.network.session import NetworkSession, OpenNetwork
from gui.text import tr
from gui.theme.appearance import Appearance
from gui.widgets.buttons import menu_button
from gui.widgets.dock_title import DockTitle
from gui.widgets.empty_state import EmptyState

NARROWEST = 190


class LayersDock(QDockWidget):
    """Selects a layer everywhere; Up and Down go from layer to layer, Left and Right fold nested models.

    With a `builder` its layers stand here while it is open, to be dragged and edited.

    Signals:
        network_wanted(): the user has no network yet and asks for one.
        rename_wanted(str): a layer is to get another name.
        kernels_wanted(): kernels of the selected layer are to be exchanged with the Kernels workspace.
        layers_opened(), layers_saved(): the layers are to be read from, or written to, a file.
    """

    network_wanted = Signal()
    rename_wanted = Signal(str)
    kernels_wanted = Signal()
    layers_opened = Signal()
    layers_saved = Signal()

    def __init__(
        self, session: NetworkSession, appearance: Appearance, parent: QWidget | None = None, *,
        builder: Builder | None = None,
    ) -> None:  # fmt: skip
        super().__init__(tr("Layers"), parent)
        self.setObjectName("network_layers")
        self._session, self._appearance = session, appearance
        self._builder = builder or Builder(session, self)
        self.model = LayersModel(self)
        self.tree = LayersTree()
        self.tree.setModel(self.model)
        self.tree.setItemDelegate(LayerRow(appearance, self.tree))
        self.tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.tree.customContextMenuRequested.connect(self._on_menu_wanted)
        self.tree.asked.connect(self._on_asked)
        self.tree.moved.connect(lambda name, after: edits.move_layer(self._builder, name, after))
        self._choose = QAction(tr("Choose a network"), self)
        self._choose.triggered.connect(self.network_wanted)
        self._empty = EmptyState(
            "network", tr("No network yet"), tr("Its layers stand here, from the picture to the answer."), self._choose
        )
        self._pages = QStackedWidget()
        self._pages.addWidget(self._empty)
        self._pages.addWidget(self.tree)
        self.footer = BuildingFooter(self._builder)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._pages, 1)
        column.addWidget(self.footer)
        self.setWidget(content)
        self.setTitleBarWidget(self._made_title())
        self._is_following = False
        self.tree.selectionModel().currentChanged.connect(self._on_current_changed)
        session.network_changed.connect(lambda _network: self._refresh())
        session.layer_changed.connect(lambda _path: self._show_selection())
        self._builder.changed.connect(self._refresh)
        self._builder.selection_changed.connect(lambda _name: self._show_selection())
        appearance.changed.connect(self._on_appearance_changed)
        self._on_appearance_changed()
        self._refresh()

    def layer_menu(self, name: str) -> QMenu:
        """What can be done to a layer now."""
        if self._builder.is_open:
            self._builder.select(name)
            return layer_menu(self._builder, name, self, rename=self.rename_wanted.emit,
                              kernels=self.kernels_wanted.emit)  # fmt: skip
        menu = QMenu(name, self)
        menu.addAction(icon("settings"), tr("Edit a copy of this network"), self._builder.begin_copy)
        entry = self._entry(name)
        if entry is not None and entry.kind in ("Conv2D", "DepthwiseConv2D", "Conv2DTranspose") and not entry.reason:
            self._session.select_layer(name)
            menu.addAction(icon("kernel"), tr("Exchange kernels…"), self.kernels_wanted.emit)
        return menu

    def _made_title(self) -> DockTitle:
        title = DockTitle(self)
        self.add_button = menu_button(tr("Add a layer"), tr("Add a layer or a block behind the selected layer."))
        self.add_button.setIcon(icon("add"))
        self.add_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self.add_button.setMenu(add_menu(self._builder, self.add_button))
        self.edit_button = menu_button(tr("Edit"), tr("Build a network: change a copy of this one, or begin anew."))
        opens = QAction(icon("open"), tr("Open layers…"), self)
        opens.setToolTip(tr("Read the layers of a network that were saved before; they get random weights."))
        opens.triggered.connect(self.layers_opened)
        saves = QAction(icon("save"), tr("Save layers…"), self)
        saves.setToolTip(tr("Write the layers and their settings, without weights, to a file."))
        saves.triggered.connect(self.layers_saved)
        self.edit_button.setMenu(
            network_menu(self._builder, self.edit_button, copy=self._builder.begin_copy, files=(opens, saves))
        )
        title.add(self.add_button)
        title.add(self.edit_button)
        return title

    def _refresh(self) -> None:
        builder, network = self._builder, self._session.network
        self._is_following = True
        self.tree.set_editing(builder.is_open)
        if builder.is_open and builder.trace is not None:
            self.model.set_entries(building_entries(builder.trace, builder.kernels))
        else:
            self.model.set_network(network)
        self.tree.setRootIsDecorated(_is_nested(network) and not builder.is_open)
        self._is_following = False
        self.add_button.setVisible(builder.is_open)
        self._pages.setCurrentIndex(1 if builder.is_open or network is not None else 0)
        self._show_selection()

    def _show_selection(self) -> None:
        item = self.model.item_of(self._builder.selection if self._builder.is_open else self._session.layer)
        self._is_following = True
        if item is None:
            self.tree.selectionModel().clear()
        else:
            self.tree.selectionModel().setCurrentIndex(item.index(), QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.tree.scrollTo(item.index())
        self._is_following = False

    def _on_current_changed(self, current: QModelIndex) -> None:
        entry: LayerEntry | None = current.data(ENTRY) if current.isValid() else None
        if entry is None or self._is_following:
            return
        if self._builder.is_open:
            self._builder.select(entry.path)
        elif not entry.reason:
            self._session.select_layer(entry.path)

    def _on_asked(self, what: str, name: str) -> None:
        builder = self._builder
        if what == "rename":
            self.rename_wanted.emit(name)
        elif what == "duplicate":
            edits.duplicate_layer(builder, name)
        elif what == "remove":
            edits.remove_layer(builder, name)
        else:
            edits.move_by(builder, name, -1 if what == "up" else 1)

    def _on_menu_wanted(self, place: QPoint) -> None:
        index = self.tree.indexAt(place)
        entry: LayerEntry | None = index.data(ENTRY) if index.isValid() else None
        if entry is None:
            return
        menu = self.layer_menu(entry.path)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.tree.viewport().mapToGlobal(place))

    def _entry(self, name: str) -> LayerEntry | None:
        item = self.model.item_of(name)
        found: LayerEntry | None = item.data(ENTRY) if item is not None else None
        return found

    def _on_appearance_changed(self) -> None:
        self.tree.setMinimumWidth(NARROWEST * self._appearance.control_height // 28)
        self.tree.doItemsLayout()
        self.tree.viewport().update()


def _is_nested(network: OpenNetwork | None) -> bool:
    return network is not None and network.table is not None and any(row.depth for row in network.table.rows)
