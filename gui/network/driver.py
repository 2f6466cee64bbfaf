"""Between the network worker and the Network workspace's session: opens networks, feeds them, brings back answers.

    driver = NetworkDriver(child, session, live, files=…, figures=…, is_dark=…)
    driver.set_active(True)                     # the workspace is in front: frames are taken from `live`
    session.wish_for(GalleryModel("lenet-5"))   # → session.network_changed, then maps_changed with every frame

What is open and selected is opened and selected again when the worker was restarted.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from engine.child.messages import Answer, failure
from engine.child.messages import Progress as Told
from engine.errors import UserError
from engine.network.architecture import Architecture
from engine.network.built import BuiltModel
from engine.network.catalogue import architecture_of
from engine.network.exchange import AskKernel, TakenKernel
from engine.network.requests import GalleryModel, ModelSpec, Opened, OpenModel, ShowLayers
from engine.network.table import Table, table_of
from gui.background import Background
from gui.children import QtChild
from gui.network.conversation import Conversation
from gui.network.feed import Feed, Frames
from gui.network.inspection import Inspection
from gui.network.painting import Painting
from gui.network.questions import Questions
from gui.network.saving import Saving
from gui.network.session import Looking, NetworkSession, OpenNetwork, Progress
from gui.network.why import Why
from gui.session import Timing
from gui.text import tr, translated


class NetworkDriver(QObject):
    """Lives on Qt's thread and waits for nothing; what takes time runs on `figures`, `files` and a thread of its own.

    Signals:
        opening_changed(bool): whether a network is being opened.
        saved(str): numbers have been written to this path.
        failed(object): an exception with which saving ended.
    """

    opening_changed = Signal(bool)
    saved = Signal(str)
    failed = Signal(object)

    def __init__(
        self,
        child: QtChild,
        session: NetworkSession,
        frames: Frames,
        *,
        files: Background,
        figures: Background,
        is_dark: Callable[[], bool],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._figures = figures
        self._work = Background(self._on_work_failed)
        self._talk = Conversation(child, self)
        self.painting = Painting(session, self._talk, frames, self)
        self._feed = Feed(session, self._talk, self.painting, self._work, is_dark=is_dark, parent=self)
        self._questions = Questions(session, self._talk, files, self)
        self.why = Why(session, self._talk, self._work, self)
        self.inspection = Inspection(self._talk, self)
        self.saving = Saving(session, self._talk, files, self)
        self._opening: tuple[int, ModelSpec] | None = None
        self._is_unsure = False  # an opening was given up; the worker may or may not have finished it
        self._is_active = False
        self._talk.began.connect(self._on_worker_began)
        self._talk.ended.connect(self._on_worker_ended)
        self._talk.progressed.connect(self._on_progressed)
        self._talk.refused.connect(session.refuse)
        self._feed.refused.connect(self._on_work_failed)
        self.painting.frame_changed.connect(self._feed.go_on)
        self._questions.saved.connect(self.saved)
        self._questions.failed.connect(self.failed)
        session.wished.connect(self._on_wished)
        session.layer_changed.connect(lambda _path: self._show_layers(keeps_order=False))
        session.looking_changed.connect(self._on_looking_changed)
        session.order_wanted.connect(lambda: self._feed.look_again(keeps_order=False))
        self._looking = session.looking
        self._talk.start()

    @property
    def timing(self) -> Timing:
        """Milliseconds of the newest maps (capture, forward, draw) and how many pictures a second make it."""
        return self._feed.timing

    @property
    def is_opening(self) -> bool:
        """Whether a network is being opened."""
        return self._opening is not None

    def set_active(self, is_active: bool) -> None:
        """Take frames from now on, or leave the worker alone while another workspace is in front."""
        self._is_active = is_active
        self._let_feed()

    def frame_arrived(self) -> None:
        """There may be a newer frame."""
        self._feed.go_on()

    def redraw(self) -> None:
        """The theme has changed: draw what is there in its colours."""
        self._feed.recolour()

    def save_raw(self, layer: str, path: Path) -> None:
        """Write the exact numbers of a layer, for the picture of the newest maps, as a `.npy` file."""
        self._questions.save_raw(layer, path)

    def take_kernel(self, layer: str, filter_index: int, channel: int, reply: Callable[[TakenKernel], None]) -> None:
        """Read the kernel of one filter out of the open network."""

        def on_answer(answer: Answer) -> None:
            if isinstance(answer, TakenKernel):
                reply(answer)

        if self._talk.is_open:
            self._talk.ask(AskKernel(layer=layer, filter=filter_index, channel=channel), on_answer)

    def close(self) -> None:
        """End the thread and give the shared memory back."""
        self._questions.close()
        self.why.close()
        self.inspection.close()
        self.saving.close()
        self._work.close()
        self._feed.set_on(False)
        self._talk.close()

    # Opening

    def _on_wished(self, spec: ModelSpec) -> None:
        if self._talk.is_open:
            self._open(spec)
        else:
            self._session.put_progress(Progress(tr("Waiting for the network worker to start")))
            self._set_opening((0, spec))

    def _open(self, spec: ModelSpec) -> None:
        before = self._opening[0] if self._opening and self._opening[0] else None
        self._is_unsure = self._is_unsure or before is not None
        self._session.put_progress(Progress(tr("Opening the network")))
        job = self._talk.ask(
            OpenModel(model=spec), lambda answer: self._on_opened(answer, spec), self._on_refused, supersedes=before
        )
        self._set_opening((job, spec))

    def _set_opening(self, opening: tuple[int, ModelSpec] | None) -> None:
        was_opening, self._opening = self.is_opening, opening
        self._let_feed()
        if was_opening != self.is_opening:
            self.opening_changed.emit(self.is_opening)

    def _on_progressed(self, job: int, told: Told) -> None:
        if self._opening is not None and self._opening[0] == job:
            share = told.done / told.total if told.total else None
            text = translated(told.note) if told.note else self._session.progress.text
            self._session.put_progress(Progress(text, share))

    def _on_opened(self, answer: Answer, spec: ModelSpec) -> None:
        opening = self._opening
        if not isinstance(answer, Opened) or opening is None or opening[0] != answer.job:
            return
        before = self._session.network
        if before is not None and before.spec == spec:
            # The same as before: after the worker was restarted everything stays where it was on screen.
            self._put(OpenNetwork(spec, answer, before.architecture, before.table), is_same=True)
            return
        self._figures.run(
            lambda: _described(spec, answer),
            lambda found: self._on_described(OpenNetwork(spec, answer, *found), opening),
            lambda error: self._on_refused(_as_refusal(error), is_unsure=True),
        )

    def _on_described(self, network: OpenNetwork, opening: tuple[int, ModelSpec]) -> None:
        if self._opening == opening:
            self._put(network, is_same=False)

    def _put(self, network: OpenNetwork, *, is_same: bool) -> None:
        self._is_unsure = False
        self._session.put_progress(Progress())
        if not is_same:
            self._questions.forget()  # the same picture has other values now
            self._session.put_network(network)
        self._feed.begin_anew()
        self._tell_layers(keeps_order=False)
        self._set_opening(None)

    def _on_refused(self, error: UserError, *, is_unsure: bool = False) -> None:
        network, is_unsure = self._session.network, is_unsure or self._is_unsure
        self._is_unsure = False
        self._session.refuse(error)
        if is_unsure and network is not None:
            self._open(network.spec)
        else:
            self._set_opening(None)
        self._session.keep_network()

    # The worker comes and goes

    def _on_worker_began(self) -> None:
        self._feed.forget_frame()
        self._is_unsure = False
        network = self._session.network
        spec = self._opening[1] if self._opening is not None else network.spec if network is not None else None
        if network is not None and spec != network.spec:
            # What was there first, or it would be gone if the other one is refused.
            self._talk.tell(OpenModel(model=network.spec))
        self._opening = None if self._opening is None else (0, self._opening[1])
        if spec is not None:
            self._open(spec)

    def _on_worker_ended(self) -> None:
        self._feed.begin_anew()
        self._questions.forget()
        network = self._session.network
        if self._opening is not None:
            self._set_opening((0, self._opening[1]))
        if self._opening is not None or network is not None:
            self._session.put_progress(Progress(tr("Waiting for the network worker to start")))

    # What is shown

    def _layers(self) -> tuple[str, ...]:
        network = self._session.network
        known = {fact.path for fact in network.opened.layers} if network is not None else set()
        return (self._session.layer,) if self._session.layer in known else ()

    def _show_layers(self, *, keeps_order: bool) -> None:
        # While another network is being opened the worker may know these layers no more; they follow then.
        if self._talk.is_open and self._session.network is not None and self._opening is None:
            self._tell_layers(keeps_order=keeps_order)

    def _tell_layers(self, *, keeps_order: bool) -> None:
        looking = self._session.looking
        self._talk.tell(ShowLayers(layers=self._layers(), view=looking.view, fit=looking.fit))
        self._feed.look_again(keeps_order=keeps_order)

    def _on_looking_changed(self, looking: Looking) -> None:
        before, self._looking = self._looking, looking
        if (before.view, before.fit) != (looking.view, looking.fit):
            self._show_layers(keeps_order=before.view.sort == looking.view.sort)

    def _let_feed(self) -> None:
        self._feed.set_on(self._is_active and self._opening is None and self._session.network is not None)

    def _on_work_failed(self, error: BaseException) -> None:
        self._session.refuse(_as_refusal(error))


def _described(spec: ModelSpec, opened: Opened) -> tuple[Architecture | None, Table | None]:
    """The architecture and its parameter table, as far as they are known here."""
    architecture = opened.architecture
    if isinstance(spec, GalleryModel):
        architecture = architecture_of(spec.identifier)
    elif isinstance(spec, BuiltModel):
        architecture = spec.architecture
    return architecture, None if architecture is None else table_of(architecture)


def _as_refusal(error: BaseException) -> UserError:
    return error if isinstance(error, UserError) else failure(error).error
