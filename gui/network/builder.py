"""The network that is being built: what it is made of, which layer is selected, and every step of it to undo."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from engine.errors import UserError
from engine.network.budget import check_size
from engine.network.built import BuiltModel, PlacedKernel
from engine.network.drafting import Edited, copy_of, fitting_kernels, is_worth_building, put_kernel, take_kernels_out
from engine.network.requests import BackboneModel, FileModel, ModelSpec
from engine.network.tracing import Trace, Traced, trace
from gui.network.session import NetworkSession, OpenNetwork
from gui.text import tr

PAUSE_MS = 350
"""Rest after the last change before the network is built: somebody who types does not want one for every digit."""


class Builder(QObject):
    """Edits a `BuiltModel` and wishes for the network as soon as its layers fit.

    While they do not, the network that was open stays on the screen, and `problems` say what is wrong. The builder is
    open as long as what is wished for is a built network; another network closes it, and it keeps what was built. Where
    the other one cannot be opened, it is open again.

    Signals:
        changed(): another model, or open where it was closed.
        selection_changed(str): another layer is selected.
        refused(object): a `UserError` with which an edit was refused; nothing has changed.
    """

    changed = Signal()
    selection_changed = Signal(str)
    refused = Signal(object)

    def __init__(self, session: NetworkSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._model: BuiltModel | None = None
        self._trace: Trace | None = None
        self._problem: UserError | None = None
        self._kernels: tuple[PlacedKernel, ...] = ()
        self._is_open = False
        self._is_left = False  # for a network that may still be refused
        self._before: ModelSpec | None = None
        self._selection = ""
        self.undo_stack = QUndoStack(self)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._wish)
        session.wished.connect(self._on_wished)
        session.network_changed.connect(self._on_network_changed)
        session.network_kept.connect(self._on_network_kept)
        session.layer_changed.connect(self._on_layer_changed)

    @property
    def model(self) -> BuiltModel | None:
        """What was built; also while another network is open."""
        return self._model

    @property
    def is_open(self) -> bool:
        """Whether the built network is the one that is worked on."""
        return self._is_open and self._model is not None

    @property
    def trace(self) -> Trace | None:
        """The shapes of the layers, and which of them do not fit."""
        return self._trace

    @property
    def problem(self) -> UserError | None:
        """Why the network cannot be built although each of its layers fits."""
        return self._problem

    @property
    def kernels(self) -> tuple[PlacedKernel, ...]:
        """The kernels that were put into filters and fit there now."""
        return self._kernels

    @property
    def selection(self) -> str:
        """The layer that is edited."""
        return self._selection

    @property
    def selected(self) -> Traced | None:
        """The layer that is edited, with what is known of it."""
        found = self._trace.nodes if self._trace is not None and self.is_open else ()
        return next((each for each in found if each.node.name == self._selection), None)

    def select(self, name: str) -> None:
        """Select a layer, here and, if it is open there, in the network."""
        if self._model is None or name not in self._model.architecture.by_name:
            return
        if name != self._selection:
            self._selection = name
            self.selection_changed.emit(name)
        self._select_in_session()

    def begin(self, model: BuiltModel, text: str) -> None:
        """Work on another network; undo brings the one before back."""
        self._push(model, model.architecture.nodes[-1].name if model.architecture.nodes else "", text, "")

    def copy(self, network: OpenNetwork) -> BuiltModel | None:
        """A network to be edited like the one that is open; None where its layers are not known."""
        spec, architecture = network.spec, network.architecture
        if isinstance(spec, BuiltModel):
            return spec
        if architecture is None:
            return None
        name = architecture.name.replace(" ", "-")
        if isinstance(spec, (FileModel, BackboneModel)):
            return copy_of(architecture, name=name, origin=spec.path)
        return copy_of(architecture, name=f"{name}-edited", seed=spec.seed)

    def begin_copy(self) -> bool:
        """Edit a copy of the network that is open; false, and said why, where that cannot be."""
        network = self._session.network
        model = self.copy(network) if network is not None else None
        if network is None or model is None:
            self.refused.emit(UserError(tr("There is no network whose layers could be edited. Open one first.")))
            return False
        layer = self._session.layer
        paths = {root: name for name, root in model.roots}
        selection = paths.get(layer, layer)
        known = model.architecture.by_name
        self._push(model, selection if selection in known else model.architecture.nodes[-1].name,
                   tr("Edit a copy of {name}", name=network.opened.name), "")  # fmt: skip
        return True

    def resume(self) -> None:
        """Go back to what was built."""
        if self._model is not None and not self.is_open:
            self._put(self._model, self._selection)

    def edit(self, make: Callable[[BuiltModel], Edited], text: str, *, merge_key: str = "") -> bool:
        """Change the network as a step that can be undone; false where the edit was refused, which is told."""
        if self._model is None:
            return False
        try:
            edited = make(self._model)
        except UserError as error:
            self.refused.emit(error)
            return False
        if edited.model != self._model:
            self._push(edited.model, edited.selection, text, merge_key)
        else:
            self.select(edited.selection)
        return True

    def set_seed(self, seed: int, *, merge_key: str = "") -> None:
        """Draw other random weights."""
        self.edit(lambda model: Edited(replace(model, seed=seed), self._selection), tr("Seed"), merge_key=merge_key)

    def put_kernel(self, placed: PlacedKernel) -> UserError | None:
        """Put a kernel into a filter of a layer, of a copy if need be; what is wrong with that, or None."""
        path = self._own_path(placed.layer)
        if path is None:
            return UserError(tr("There is no network whose layers could be edited. Open one first."))
        model, name = path
        try:
            made = put_kernel(model, replace(placed, layer=name))
        except UserError as error:
            return error
        self._push(made, name, tr("Kernel into filter {filter} of {layer}", filter=placed.filter, layer=name), "")
        return None

    def take_out(self, layer: str, filter_index: int) -> None:
        """Give a filter its own weights back."""
        self.edit(lambda model: Edited(take_kernels_out(model, layer, filter_index), layer),
                  tr("Own weights for filter {filter} of {layer}", filter=filter_index, layer=layer))  # fmt: skip

    def placed_in(self, layer: str) -> tuple[PlacedKernel, ...]:
        """The kernels that were put into a layer of the network that is open."""
        return tuple(each for each in self._kernels if each.layer == layer) if self.is_open else ()

    def put(self, model: BuiltModel | None, selection: str) -> None:
        """Set the network without a step to undo; used by the undo stack itself and on opening a session."""
        self._put(model, selection)

    def remember(self, model: BuiltModel) -> None:
        """Have a network that was built before at hand, without opening it."""
        self._take(model, model.architecture.nodes[-1].name)
        self.changed.emit()

    def close(self) -> None:
        """Wish for nothing any more."""
        self._pause.stop()

    # What follows from it

    def _push(self, model: BuiltModel, selection: str, text: str, merge_key: str) -> None:
        self.undo_stack.push(_ChangeModel(self, model, selection, text, merge_key))

    def _own_path(self, layer: str) -> tuple[BuiltModel, str] | None:
        """The model to edit, and what a layer of the open network is called there."""
        if self.is_open and self._model is not None:
            return self._model, layer
        network = self._session.network
        model = self.copy(network) if network is not None else None
        if model is None:
            return None
        return model, {root: name for name, root in model.roots}.get(layer, layer)

    def _put(self, model: BuiltModel | None, selection: str) -> None:
        self._pause.stop()
        if model is None:
            self._model = self._trace = None
            self._is_open, self._kernels, self._problem = False, (), None
            self.changed.emit()
            if self._before is not None:
                self._session.wish_for(self._before)
            return
        if not self._is_open and not isinstance(self._session.wish, BuiltModel):
            self._before = self._session.wish
        was_open, self._is_open = self.is_open, True
        before = self._selection
        self._take(model, selection)
        self.changed.emit()
        if self._selection != before:
            self.selection_changed.emit(self._selection)
        self._select_in_session()
        # Nobody types kernels, and putting one in takes the worker no time.
        if was_open and not self._has_other_kernels_only():
            self._pause.start()
        else:
            self._wish()

    def _take(self, model: BuiltModel, selection: str) -> None:
        self._model = model
        self._trace = trace(model.architecture, follows_fields=False)
        names = model.architecture.by_name
        self._selection = selection if selection in names else model.architecture.nodes[-1].name
        self._problem = None
        if not self._trace.problems:
            try:
                check_size(self._trace)
            except UserError as error:
                self._problem = error
        self._kernels = fitting_kernels(model, self._trace)

    @property
    def can_be_built(self) -> bool:
        """Whether all layers fit, and there is more than the picture."""
        return (
            self._model is not None
            and self._trace is not None
            and not self._trace.problems
            and self._problem is None
            and is_worth_building(self._model)
        )

    def _has_other_kernels_only(self) -> bool:
        wish, model = self._session.wish, self._model
        if not isinstance(wish, BuiltModel) or model is None:
            return False
        return replace(wish, kernels=()) == replace(model, kernels=())

    def _wish(self) -> None:
        if self.is_open and self.can_be_built and self._model is not None and self._session.wish != self._model:
            self._session.wish_for(self._model)

    def _on_wished(self, spec: ModelSpec) -> None:
        if isinstance(spec, BuiltModel):
            if spec != self._model:
                self._take(spec, self._session.layer)
            if not self._is_open:
                self._is_open = True
                self.changed.emit()
                self.selection_changed.emit(self._selection)
        elif self._is_open:
            self._pause.stop()
            self._is_open, self._is_left = False, True
            self.changed.emit()

    def _on_network_kept(self) -> None:
        if not self._is_left:
            return
        self._is_left = False
        if self._model is None or self._is_open:
            return
        self._is_open = True
        self.changed.emit()
        self.selection_changed.emit(self._selection)
        self._select_in_session()
        self._pause.start()  # the last change may not have been built yet

    def _on_network_changed(self, network: OpenNetwork | None) -> None:
        self._is_left = False
        if network is not None and self.is_open:
            self._select_in_session()

    def _on_layer_changed(self, path: str) -> None:
        names = self._model.architecture.by_name if self._model is not None else {}
        if self.is_open and path in names and path != self._selection:
            self._selection = path
            self.selection_changed.emit(path)

    def _select_in_session(self) -> None:
        network = self._session.network
        is_shown = network is not None and any(fact.path == self._selection for fact in network.opened.layers)
        if is_shown and self.is_open:
            self._session.select_layer(self._selection)


class _ChangeModel(QUndoCommand):
    """The network before and after one change, with the layer that was selected at either time."""

    def __init__(self, builder: Builder, model: BuiltModel, selection: str, text: str, merge_key: str) -> None:
        super().__init__(text)
        self._builder, self._merge_key = builder, merge_key
        self._before = (builder.model if builder.is_open else None, builder.selection)
        self._after = (model, selection)

    def redo(self) -> None:
        self._builder.put(*self._after)

    def undo(self) -> None:
        self._builder.put(*self._before)

    def id(self) -> int:
        return 1 if self._merge_key else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, _ChangeModel) or other._merge_key != self._merge_key:
            return False
        self._after = other._after
        return True
