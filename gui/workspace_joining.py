"""The workspaces of the window joined: made when they are first wanted, kept with the session, led into each other."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMainWindow

from gui.actions import Actions
from gui.asking import Asking
from gui.notify import Offer
from gui.parts import Parts
from gui.text import tr
from gui.top_bar import TopBar
from gui.train.unfinished import unfinished_run
from gui.warming import load_next, rehearsals
from gui.workspaces import KERNELS, NETWORK, TRAIN, Workspace, Workspaces

if TYPE_CHECKING:
    from engine.imaging.kernel_choice import KernelChoice
    from engine.network.data.specs import DataSpec
    from engine.network.requests import ModelSpec
    from engine.network.training.curves import Run
    from gui.network_workspace import NetworkWorkspace
    from gui.train_workspace import TrainWorkspace


UNFINISHED = "unfinished training"


class WorkspaceJoining(QObject):
    """Holds the Network and the Train workspace, `network` and `train`, from when they are made.

    Signals:
        changed(): what a workspace shows is to be kept with the session.
        pictures_deleted(): all recorded pictures were deleted for good.
    """

    changed = Signal()
    pictures_deleted = Signal()

    def __init__(
        self, parts: Parts, actions: Actions, asking: Asking, top_bar: TopBar, window: QMainWindow,
        *, keep_kernel: Callable[[KernelChoice], None],
    ) -> None:  # fmt: skip
        super().__init__(window)
        self._parts, self._actions, self._asking, self._top_bar = parts, actions, asking, top_bar
        self._window, self._keep_kernel = window, keep_kernel
        self.network: NetworkWorkspace | None = None
        self.train: TrainWorkspace | None = None
        self._prepared: NetworkWorkspace | None = None
        self._prepared_train: TrainWorkspace | None = None
        self._rehearsals: dict[str, Iterator[int]] = {}
        self._wanted_network: dict[str, object] = {}
        self._wanted_train: dict[str, object] = {}
        self._workspaces: Workspaces | None = None

    @property
    def makers(self) -> Mapping[str, Callable[[], Workspace]]:
        """How the workspaces are made that are not there from the start."""
        return {NETWORK: self._made_network, TRAIN: self._made_train}

    def join(self, workspaces: Workspaces) -> None:
        """Let the switch and the actions lead from one workspace to the other."""
        self._workspaces = workspaces
        for key, child in ((NETWORK, self._parts.network), (TRAIN, self._parts.training)):
            has_worker = child is not None
            self._top_bar.workspaces.set_enabled(key, has_worker, tr("Networks are switched off in this window."))
            self._actions[f"workspace_{key}"].setEnabled(has_worker)
        self._top_bar.workspaces.current_changed.connect(workspaces.show)
        for key in (KERNELS, NETWORK, TRAIN):
            self._actions[f"workspace_{key}"].triggered.connect(lambda _checked=False, key=key: self._go_to(key))
        self._parts.session.recipe_changed.connect(lambda _recipe: workspaces.show(KERNELS))
        workspaces.changed.connect(self.show_current)

    def show_current(self, key: str) -> None:
        """Check the action of the workspace that is in front."""
        for each in (KERNELS, NETWORK, TRAIN):
            self._actions[f"workspace_{each}"].setChecked(each == key)

    def state(self) -> dict[str, object]:
        """Which workspace is in front, and what they show, for the session file."""
        network = self.network.state() if self.network is not None else self._wanted_network
        train = self.train.state() if self.train is not None else self._wanted_train
        return {"key": self._shown().current.key, "network": network, "train": train}

    def restore(self, state: dict[str, object]) -> None:
        """Bring back what `state` returned."""
        network, train, key = (state.get(name) for name in ("network", "train", "key"))
        workers = {NETWORK: self._parts.network, TRAIN: self._parts.training}
        if not isinstance(key, str) or key not in (KERNELS, NETWORK, TRAIN):
            return
        if key in workers and workers[key] is None:
            return
        if self.network is None:
            self._wanted_network = network if isinstance(network, dict) else {}
        elif isinstance(network, dict):
            self.network.restore(network)
        if self.train is None:
            self._wanted_train = train if isinstance(train, dict) else {}
        elif isinstance(train, dict):
            self.train.restore(train)
        self._shown().show(key)

    def open_job(self, path: Path) -> None:
        """Show the training job in a file."""
        train = self._in_train()
        if train is not None:
            train.actions.open_job(path)

    def learn_from(self, spec: DataSpec) -> None:
        """Open pictures to learn from."""
        train = self._in_train()
        if train is not None:
            train.session.wish_for(spec)

    def offer_unfinished_run(self) -> None:
        """Say that the last window ended in the middle of a training, if it did, and offer to go on."""
        if self._parts.training is not None:
            home = self._parts.folder
            self._parts.background.run(lambda: unfinished_run(home), self._on_unfinished_run)

    def _on_unfinished_run(self, run: Run | None) -> None:
        if run is None:
            return
        done = run.epochs[-1].epoch if run.epochs else 0

        def go_on() -> None:
            self._parts.notifier.withdraw(UNFINISHED)
            train = self._in_train()
            if train is not None:
                train.driver.take_up(run)

        words = tr("The training “{name}” was not finished when the window was closed; {epochs} epochs are done.",
                   name=run.name, epochs=done)  # fmt: skip
        later = Offer(tr("Later"), lambda: self._parts.notifier.withdraw(UNFINISHED))
        self._parts.notifier.tell(words, topic=UNFINISHED, offers=(Offer(tr("Go on"), go_on), later))

    def _in_train(self) -> TrainWorkspace | None:
        """The Train workspace, brought to the front; None, which is told, where there is no worker for it."""
        if self._parts.training is None:
            self._parts.notifier.tell(tr("Networks are switched off in this window."), level="warning")
            return None
        self._shown().show(TRAIN)
        return self.train

    def open_network(self, path: Path) -> None:
        """Open a network's file or folder in the workspace for networks."""
        if self._parts.network is None:
            self._parts.notifier.tell(tr("Networks are switched off in this window."), level="warning")
            return
        if self.network is None:
            self._wanted_network = {"path": str(path)}
        else:
            self.network.open_file(path)
        self._shown().show(NETWORK)

    def prepare_network(self) -> bool:
        """Make a piece of the Network workspace beforehand; false when there is nothing to make any more."""
        if self._parts.network is None or self.network is not None:
            return False
        self._prepared = self._prepared or self._new_network()
        return self._prepared.make_piece() or self._rehearse(self._prepared.workspace)

    def prepare(self) -> bool:
        """The same for each workspace in turn."""
        if self.prepare_network():
            return True
        if self._parts.training is None or self.train is not None:
            return False
        self._prepared_train = self._prepared_train or self._new_train()
        return self._prepared_train.make_piece() or self._rehearse(self._prepared_train.workspace)

    def prepare_now(self, key: str) -> bool:
        """Load or make the next bit of a workspace that is wanted now; false when there is no more to do."""
        if load_next(key):
            return True
        if key == NETWORK and self.network is None:
            self._prepared = self._prepared or self._new_network()
            return self._prepared.make_piece()
        if key == TRAIN and self.train is None:
            self._prepared_train = self._prepared_train or self._new_train()
            return self._prepared_train.make_piece()
        return False

    def _rehearse(self, workspace: Workspace) -> bool:
        """Draw the next part of what was made beforehand; false when all of it was drawn."""
        parts = self._rehearsals.setdefault(workspace.key, rehearsals(workspace))
        return next(parts, None) is not None

    def close(self) -> None:
        """End what the workspaces run."""
        for workspace in (self.network, self._prepared, self.train, self._prepared_train):
            if workspace is not None:
                workspace.close()

    def _shown(self) -> Workspaces:
        assert self._workspaces is not None, "join comes first"
        return self._workspaces

    def _go_to(self, key: str) -> None:
        self._shown().show(key)
        self.show_current(key)  # a checked action that is triggered again unchecks itself

    def _new_network(self) -> NetworkWorkspace:
        # Not at the top: the first picture is on the screen before any of this is needed.
        from gui.network_workspace import NetworkWorkspace

        assert self._parts.network is not None, "the switch is off without a worker"
        return NetworkWorkspace(
            self._parts, self._parts.network, self._actions, self._asking, self._top_bar.model_button, self._window
        )

    def _made_network(self) -> Workspace:
        self.network = self._prepared or self._new_network()
        self._prepared = None
        self.network.finish()
        self.network.changed.connect(self.changed)
        self.network.building.kernel_taken.connect(self._keep_kernel)
        if self._wanted_network:
            self.network.restore(self._wanted_network)
        return self.network.workspace

    def _new_train(self) -> TrainWorkspace:
        from gui.train_workspace import TrainWorkspace

        assert self._parts.training is not None, "the switch is off without a worker"
        return TrainWorkspace(
            self._parts, self._parts.training, self._actions, self._asking, self._window,
            open_network=self._open_network,
        )  # fmt: skip

    def _made_train(self) -> Workspace:
        self.train = self._prepared_train or self._new_train()
        self._prepared_train = None
        self.train.finish()
        self.train.changed.connect(self.changed)
        self.train.pictures_deleted.connect(self.pictures_deleted)
        self.train.kernel_taken.connect(self._keep_kernel)
        self.train.live_wanted.connect(self._on_live_wanted)
        if self._wanted_train:
            self.train.restore(self._wanted_train)
        return self.train.workspace

    def _open_network(self) -> ModelSpec | None:
        network = self.network.session.network if self.network is not None else None
        return network.spec if network is not None else None

    def _on_live_wanted(self, spec: ModelSpec) -> None:
        self._shown().show(NETWORK)
        if self.network is not None:
            self.network.session.wish_for(spec)
