"""The network worker's side of the conversation in `engine.network.requests`. For the network worker only."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

import keras
import numpy as np
from numpy.typing import NDArray

from engine.child.host import Handler, Job
from engine.child.messages import Answer, Progress, Request
from engine.child.ring import FrameRing, FrameTooLargeError, RingAddress
from engine.errors import UserError
from engine.network import requests as ask
from engine.network.activations import USUAL_SIDE, LiveNetwork
from engine.network.built import BuiltModel
from engine.network.carrying import OpenBefore
from engine.network.drill_down import drill_down, is_explained
from engine.network.exchange import AskKernel
from engine.network.explained import Explained
from engine.network.fitting import FIT, Fitted, fit
from engine.network.kernel_reading import as_built, built_form, give_kernels, read_kernel
from engine.network.maps import MapView
from engine.network.opening import OpenedModel, open_model
from engine.network.reading.opening import ReadModel
from engine.text import mark


class SessionError(UserError):
    """Something was asked for that needs a network or a picture first."""


class Session:
    """What the worker keeps between requests: the rings, the open network, what is on screen, the last picture."""

    def __init__(self) -> None:
        self._rings: dict[str, FrameRing] = {}
        self._network: LiveNetwork | None = None
        self._spec: ask.ModelSpec | None = None
        self._opened: ask.Opened | None = None
        self._origin: ReadModel | None = None
        self._layers: tuple[str, ...] = ()
        self._view = MapView()
        self._fit: str = FIT.default
        self._sequence = 0
        self._number = 0
        self._fitted: Fitted | None = None

    def handlers(self) -> Mapping[type[Request], Handler]:
        """What answers each kind of request."""
        return {
            ask.Connect: self._on_connect,
            ask.OpenModel: self._on_open,
            ask.CloseModel: self._on_close,
            ask.ShowLayers: self._on_show,
            ask.Frame: self._on_frame,
            ask.AskRaw: self._on_raw,
            ask.DrillDown: self._on_drill_down,
            AskKernel: self._on_kernel,
        }

    @property
    def network(self) -> LiveNetwork:
        """The open network, or a refusal."""
        if self._network is None:
            raise SessionError(mark("No network is open. Open one from the gallery or from a file."))
        return self._network

    @property
    def pixels(self) -> NDArray[np.uint8]:
        """The picture of the last `Maps`, fitted, or a refusal."""
        return self._last().pixels

    @property
    def number(self) -> int:
        """The number of that picture."""
        return self._number

    @property
    def fit_method(self) -> str:
        """How pictures are fitted now."""
        return self._fit

    def put(self, picture: NDArray[Any], *, number: int) -> ask.NeedsLargerRing | None:
        """Write a single result into the ring `pictures`; the answer to give instead where it has no room there."""
        return self._put("pictures", picture, number=number, captured_at=time.perf_counter())

    def close(self) -> None:
        """Let go of the network and the rings."""
        self._let_go()
        self._disconnect()

    def _on_connect(self, job: Job, request: ask.Connect) -> None:
        self._disconnect()
        for name, address in (("frames", request.frames), ("maps", request.maps), ("pictures", request.pictures)):
            self._rings[name] = _attached(address)
        self._sequence = 0

    def _on_open(self, job: Job, request: ask.OpenModel) -> Answer:
        again = self._with_other_kernels(request)
        if again is not None:
            return again
        if self._network is None:
            # Layers without names of their own are numbered through; this way a network always has the same paths.
            keras.utils.clear_session(free_memory=False)
        sides = None if request.side is None else (request.side, request.side)
        opened = open_model(request.model, sides=sides, job=job, before=self._before())
        job.send(Progress(done=1, total=2, note=mark("Preparing the network")))
        job.check()
        network = LiveNetwork(
            opened.model, values=request.values or opened.values, side=request.side or USUAL_SIDE
        )  # fmt: skip
        self._let_go(waits=False)
        self._network, self._spec, self._opened = network, request.model, _opened(opened, network)
        self._origin = opened.origin
        return self._opened

    def _before(self) -> OpenBefore | None:
        """What is open, for a network that may take weights from it."""
        if self._network is None or self._opened is None:
            return None
        spec = built_form(self._spec, self._opened.architecture, name=self._opened.name)
        return None if spec is None else OpenBefore(self._network.model, spec, self._origin)

    def _with_other_kernels(self, request: ask.OpenModel) -> ask.Opened | None:
        """The answer where what is wished is the open network with other kernels in it: building it anew takes long."""
        after, opened = request.model, self._opened
        is_plain = request.values is None and request.side is None
        if self._network is None or opened is None or not is_plain or not isinstance(after, BuiltModel):
            return None
        before = as_built(self._spec, opened.architecture, like=after)
        if before is None:
            return None
        give_kernels(self._network, before, after)
        if not isinstance(self._spec, BuiltModel):
            self._opened = replace(opened, name=after.architecture.name, architecture=None)
        self._spec = after
        return self._opened

    def _on_close(self, job: Job, request: ask.CloseModel) -> None:
        self._let_go()

    def _on_show(self, job: Job, request: ask.ShowLayers) -> None:
        for path in request.layers:
            self.network.plan.step(path)
        self._layers, self._view, self._fit = request.layers, request.view, FIT.check(request.fit)

    def _on_frame(self, job: Job, request: ask.Frame) -> Answer:
        network = self.network
        begun = time.perf_counter()
        height, width, channels = network.pixels_shape
        with self._ring("frames").lease(after=0 if request.is_again else self._sequence) as frame:
            if frame is None:
                return ask.NoFrame()
            fitted = fit(frame.picture, size=(height, width), channels=channels, method=self._fit)
            if np.may_share_memory(fitted.pixels, frame.picture):
                fitted = Fitted(fitted.pixels.copy(), fitted.placement)
            number, captured_at = frame.number, frame.captured_at
            self._sequence = frame.sequence
        fitted_at = time.perf_counter()
        network.forget()
        found = network.run(fitted.pixels, self._layers, self._view, keeps_order=request.keeps_order)
        self._fitted, self._number = fitted, number
        computed_at = time.perf_counter()
        try:
            with self._ring("maps").filling(
                (max(1, found.size),), np.uint8, number=number, captured_at=captured_at
            ) as slot:
                found.pack(slot)
        except FrameTooLargeError as error:
            return ask.NeedsLargerRing(ring="maps", slot_bytes=error.needed)
        timings = ask.Timings(
            fit=fitted_at - begun, forward=found.forward_seconds, draw=found.post_seconds,
            hand_over=time.perf_counter() - computed_at,
        )  # fmt: skip
        return ask.Maps(
            number=number, captured_at=captured_at, layers=found.layers, size=found.size, scores=found.scores,
            placement=fitted.placement, timings=timings, is_settled=found.is_settled,
        )  # fmt: skip

    def _on_raw(self, job: Job, request: ask.AskRaw) -> Answer:
        step = self.network.plan.step(request.layer)
        values = np.asarray(self.network.slot_value(self.pixels, step.outputs[0])[0], np.float32)
        return self.put(values, number=job.number) or ask.Raw(
            number=self._number, layer=request.layer, shape=values.shape
        )  # fmt: skip

    def _on_drill_down(self, job: Job, request: ask.DrillDown) -> Answer:
        found = drill_down(
            self.network, self.pixels, layer=request.layer, row=request.row, column=request.column,
            channel=request.channel,
        )  # fmt: skip
        return Explained(
            number=self._number, layer=found.layer, row=found.row, column=found.column, channel=found.channel,
            value=found.value, parts=found.parts, field=found.field,
            field_on_picture=self._last().placement.box(*found.field),
        )  # fmt: skip

    def _on_kernel(self, job: Job, request: AskKernel) -> Answer:
        return read_kernel(self.network, request)

    def _last(self) -> Fitted:
        if self._fitted is None:
            raise SessionError(mark("No picture has gone through the network yet. Choose one, or start the camera."))
        return self._fitted

    def _ring(self, name: str) -> FrameRing:
        if name not in self._rings:
            raise SessionError(mark("The window has not said where its pictures lie. Start the program again."))
        return self._rings[name]

    def _put(
        self, ring: ask.RingName, picture: NDArray[Any], *, number: int, captured_at: float
    ) -> ask.NeedsLargerRing | None:
        try:
            self._ring(ring).write(picture, number=number, captured_at=captured_at)
        except FrameTooLargeError as error:
            return ask.NeedsLargerRing(ring=ring, slot_bytes=error.needed)
        return None

    def _let_go(self, *, waits: bool = True) -> None:
        network, self._network = self._network, None
        self._spec = self._opened = self._origin = None
        self._fitted, self._layers, self._number = None, (), 0
        if network is not None:
            network.close(waits=waits)

    def _disconnect(self) -> None:
        for ring in self._rings.values():
            ring.close()
        self._rings.clear()


def all_handlers(*groups: Mapping[type[Request], Handler]) -> dict[type[Request], Handler]:
    """The groups' handlers together."""
    return {kind: handler for group in groups for kind, handler in group.items()}


def sliced(job: Job, work: Iterable[tuple[int, int]], *, told: Callable[[], None] | None = None) -> None:
    """Go through work that comes in slices, tell its progress, end it when that is asked for; live maps go on."""
    for done, total in work:
        job.send(Progress(done=done, total=total))
        if told is not None:
            told()
        job.let_others_in()


def _attached(address: RingAddress) -> FrameRing:
    try:
        return FrameRing.attach(address)
    except FileNotFoundError:
        raise SessionError(mark("The window has taken its pictures away meanwhile. Ask again.")) from None


def _opened(opened: OpenedModel, network: LiveNetwork) -> ask.Opened:
    facts = tuple(
        ask.LayerFact(step.path, step.kind, network.shapes[step.path], is_explained(step))
        for step in network.plan.steps
    )
    return ask.Opened(
        name=opened.name, pixels_shape=network.pixels_shape, values=network.values_scale, layers=facts,
        class_names=opened.class_names, architecture=opened.architecture, is_untrained=opened.is_untrained,
    )  # fmt: skip
