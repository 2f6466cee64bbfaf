"""The selected layer: its settings while a network is built, its figures, and kernels in and out of its filters."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QDockWidget, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from engine.errors import UserError
from engine.imaging.own_kernels import OwnKernels
from engine.network.architecture import Architecture
from engine.network.exchange import FilterBank, bank_of
from engine.network.layers.layer import Layer, LayerError, shape_text
from engine.network.tracing import Traced, trace
from engine.parameters import parameters_of
from gui.docks.layer_kernel import LayerKernel
from gui.docks.settings.merging import Merging, merge_name
from gui.models import building_edits as edits
from gui.models.building import layer_words
from gui.network.builder import Builder
from gui.network.session import MapSpot, NetworkSession, OpenNetwork
from gui.text import sentence, tr, translated
from gui.theme.appearance import Appearance
from gui.widgets.dock_title import DockTitle
from gui.widgets.empty_state import EmptyState
from gui.widgets.flow import scrolling
from gui.widgets.labels import kind, label, separator
from gui.widgets.parameter_form import ParameterForm


class LayerDock(QDockWidget):
    """Follows the builder while it is open, otherwise the layer that is selected in the network.

    Signals:
        take_wanted(str, int, int): the kernel of this layer, filter and channel is wanted in the Kernels workspace.
    """

    take_wanted = Signal(str, int, int)

    def __init__(
        self, session: NetworkSession, builder: Builder, appearance: Appearance, own: OwnKernels,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(tr("Layer"), parent)
        self.setObjectName("network_layer")
        self._session, self._builder, self._merging = session, builder, Merging()
        self._known: _Known | None = None
        self.empty = EmptyState("network", tr("Select a layer"), tr("Its settings and figures stand here."))
        self.name = QLineEdit()
        self.name.setAccessibleName(tr("Name of the layer"))
        self.name.editingFinished.connect(self._on_named)
        self.kind = label(face="dim", wraps=True)
        self.setting = label(face="dim", wraps=True)
        self.name_problem = label(face="refused", wraps=True)
        self.problem = label(face="refused", wraps=True)
        self._forms: dict[type[Layer], ParameterForm] = {}
        self._form_place = QVBoxLayout()
        self.form: ParameterForm | None = None
        self.figures = label(face="number_caption", wraps=True, selectable=True)
        self.copy = QPushButton(tr("Edit a copy of this network"))
        self.copy.setToolTip(tr("Its layers can then be added, moved, changed and removed; the network itself stays."))
        kind(self.copy, "link")
        self.copy.clicked.connect(lambda _checked=False: builder.begin_copy())
        self.line = separator()
        self._made_kernel: LayerKernel | None = None
        self._appearance, self._own = appearance, own
        self._kernel_place = QVBoxLayout()
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(12, 8, 12, 12)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(self.name, 3)
        head.addWidget(self.kind, 2)
        column.addWidget(self.empty)
        column.addLayout(head)
        for each in (self.name_problem, self.setting, self.figures, self.problem):
            column.addWidget(each)
        column.addLayout(self._form_place)
        column.addWidget(self.copy)
        column.addWidget(self.line)
        column.addLayout(self._kernel_place)
        column.addStretch(1)
        self._scroll = scrolling(inside)
        self.setWidget(self._scroll)
        self.setTitleBarWidget(DockTitle(self))
        builder.changed.connect(self._refresh)
        builder.selection_changed.connect(lambda _name: self._refresh())
        session.network_changed.connect(lambda _network: self._refresh())
        session.layer_changed.connect(lambda _path: self._refresh())
        session.spot_changed.connect(self._on_spot_changed)
        self._is_in_front = False
        self.visibilityChanged.connect(self._on_visibility_changed)

    @property
    def kernel(self) -> LayerKernel:
        """The exchange of kernels; made when a layer with filters is first looked at, since it takes a while."""
        if self._made_kernel is None:
            self._made_kernel = LayerKernel(self._appearance, self._own)
            self._made_kernel.put_wanted.connect(self._on_put_wanted)
            self._made_kernel.take_wanted.connect(self.take_wanted)
            self._made_kernel.own_wanted.connect(self._builder.take_out)
            self._made_kernel.filter_chosen.connect(self._on_filter_chosen)
            self._kernel_place.addWidget(self._made_kernel)
        return self._made_kernel

    def show_kernels(self) -> None:
        """Bring the exchange of kernels into view."""
        self.show()
        self.raise_()
        self._refresh()
        self.kernel.form.editor("filter").controls()[0].setFocus()
        QTimer.singleShot(0, self, self._scroll_to_kernels)  # once its panel has the size that it has in front

    def _scroll_to_kernels(self) -> None:
        self._scroll.verticalScrollBar().setValue(self.line.y())

    def edit_name(self) -> None:
        """Let the layer's name be typed."""
        self.show()
        self.raise_()
        self._refresh()
        self.name.setFocus()
        self.name.selectAll()

    def _refresh(self) -> None:
        if not self._is_in_front:
            return
        traced, path = self._layer()
        is_open = self._builder.is_open
        self.empty.setVisible(traced is None)
        for each in (self.kind, self.figures):
            each.setVisible(traced is not None)
        self.name.setVisible(traced is not None)
        self.name.setReadOnly(not is_open)
        self.copy.setVisible(traced is not None and not is_open)
        self._show_form(traced if is_open else None)
        self._show_problem(traced)
        if traced is not None:
            if self.name.text() != path and not (self.name.hasFocus() and self.name.isModified()):
                self.name.setText(path)
                self.name_problem.hide()
            self.name_problem.setVisible(bool(self.name_problem.text()) and self.name.text() != path)
            self.kind.setText(layer_words(traced))
            self.setting.setText(_setting_words(traced))
        self.setting.setVisible(traced is not None and not is_open and bool(self.setting.text()))
        if traced is not None:
            self.figures.setText(_figure_words(traced))
        self._show_kernels(traced, path)

    def _on_visibility_changed(self, is_visible: bool) -> None:
        # A panel in a tab behind another is not to be seen either, and has nothing to follow.
        self._is_in_front = is_visible
        if is_visible:
            self._refresh()

    def _layer(self) -> tuple[Traced | None, str]:
        """The layer that is shown, and what it is called in the open network."""
        if self._builder.is_open:
            traced = self._builder.selected
            return traced, traced.path if traced is not None else ""
        network, path = self._session.network, self._session.layer
        if network is None or network.architecture is None:
            return None, ""
        if self._known is None or self._known.network is not network:
            self._known = _Known(network, trace(network.architecture, follows_fields=False).by_path)
        return self._known.layers.get(path), path

    def _show_form(self, traced: Traced | None) -> None:
        layer = traced.node.layer if traced is not None else None
        for made in self._forms.values():
            made.setVisible(isinstance(layer, Layer) and made is self._forms.get(type(layer)))
        self.form = None
        if not isinstance(layer, Layer):
            return
        declarations = dict(parameters_of(type(layer)))
        declarations["trainable"] = declarations.pop("trainable")  # every layer has it, and few are about it
        if type(layer) not in self._forms:
            form = self._forms[type(layer)] = ParameterForm()
            form.changed.connect(self._on_setting_changed)
            self._form_place.addWidget(form)
        self.form = self._forms[type(layer)]
        self.form.set_parameters(declarations, {name: getattr(layer, name) for name in declarations})
        idle = layer.idle_settings()
        for name in declarations:
            self.form.set_enabled(name, name not in idle, translated(idle.get(name, "")))
            self.form.set_problem(name)
        # Without anything to learn the choice would say nothing.
        learns = traced is None or not traced.outputs or bool(layer.weights(traced.inputs))
        self.form.set_shown("trainable", learns)
        self.form.show()

    def _show_problem(self, traced: Traced | None) -> None:
        """Beside the setting to mend where it is one, else above all of them."""
        problem = traced.problem if traced is not None and self._builder.is_open else None
        field = problem.field if isinstance(problem, LayerError) else ""
        words = "" if problem is None else sentence(problem)
        is_beside = self.form is not None and field in self.form.names()
        if self.form is not None and is_beside:
            self.form.set_problem(field, words)
        self.problem.setText("" if is_beside else words)
        self.problem.setVisible(bool(words) and not is_beside)

    def _show_kernels(self, traced: Traced | None, path: str) -> None:
        bank: FilterBank | None = bank_of(traced.node.layer, traced.inputs) if traced is not None else None
        network = self._session.network
        facts = network.opened.layers if network is not None else ()
        self.line.setVisible(bank is not None)
        if self._made_kernel is not None:
            self._made_kernel.setVisible(bank is not None)
        if bank is not None:
            self.kernel.show()
            reason = "" if any(fact.path == path for fact in facts) else tr("The layer is not in the open network yet.")
            self.kernel.set_layer(path, bank, self._builder.placed_in(path), can_take=reason)

    def _on_setting_changed(self, name: str, value: Any) -> None:
        traced = self._builder.selected
        if traced is None or not isinstance(traced.node.layer, Layer) or self.form is None:
            return
        layer, declaration = traced.node.layer, parameters_of(type(traced.node.layer))[name]
        try:
            changed = layer.changed(**{name: value})
        except UserError as error:
            self.form.set_problem(name, sentence(error))
            return
        merged = merge_name(name, declaration)
        key = self._merging.key(f"{traced.node.name} {merged}" if merged else "")
        edits.change_layer(self._builder, traced.node.name, changed, translated(declaration.title), merge_key=key)

    def _on_named(self) -> None:
        traced = self._builder.selected
        wanted = self.name.text().strip()
        self.name.setModified(False)
        if traced is None or not self._builder.is_open or wanted == traced.node.name:
            return
        problem = edits.rename_problem(self._builder, traced.node.name, wanted)
        if problem is None:
            edits.rename_layer(self._builder, traced.node.name, wanted)
        else:
            self.name.setText(traced.node.name)
        self.name_problem.setText("" if problem is None else sentence(problem))
        self.name_problem.setVisible(problem is not None)

    def _on_put_wanted(self, placed: Any) -> None:
        problem = self._builder.put_kernel(placed)
        if problem is not None:
            self.kernel.show_problem(problem)
        else:
            # A copy that is edited from now on has its settings above, which moves everything down.
            QTimer.singleShot(0, self, self._scroll_to_kernels)

    def _on_filter_chosen(self, index: int) -> None:
        maps, layer = self._session.maps, self._session.layer
        shown = maps.layer(layer) if maps is not None else None
        if shown is not None and layer == self._layer()[1] and index < shown.total:
            spot = self._session.spot
            is_here = spot is not None and spot.layer == layer
            row, column = (spot.row, spot.column) if spot is not None and is_here else (0, 0)
            self._session.set_spot(MapSpot(layer, index, row, column))

    def _on_spot_changed(self, spot: MapSpot | None) -> None:
        if spot is not None and self._made_kernel is not None and spot.layer == self._layer()[1]:
            self.kernel.choose_filter(spot.channel)


@dataclass(frozen=True, eq=False)
class _Known:
    """The layers of the open network, traced once."""

    network: OpenNetwork
    layers: dict[str, Traced]


def _setting_words(traced: Traced) -> str:
    if isinstance(traced.node.layer, Architecture):
        return ""
    summary = traced.node.layer.summary()
    return translated(summary.template, **summary.values) if summary.template else ""


def _figure_words(traced: Traced) -> str:
    if not traced.outputs:
        return tr("Output: not known yet")
    shape = " + ".join(shape_text(each) for each in traced.inputs)
    sides = (tr("{before} → {after}", before=shape, after=shape_text(traced.outputs[0])) if shape
             else shape_text(traced.outputs[0]))  # fmt: skip
    if traced.multiply_adds:
        sides = tr("{sides} · {count} multiply-adds", sides=sides, count=f"{traced.multiply_adds:,}")
    parameters = traced.parameters
    if parameters is not None and parameters.total:
        return sides + "\n" + tr("Parameters: {formula}", formula=str(parameters.formula))
    return sides
