"""A network worker without a process: takes requests as `QtChild` does, and answers when the test says so."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from PySide6.QtCore import QObject, Signal

from engine.child.lifecycle import State
from engine.child.messages import Answer, Lost, Ready
from engine.child.ring import FrameRing
from engine.network import requests as ask
from engine.network.built import BuiltModel
from engine.network.catalogue import architecture_of
from engine.network.exchange import AskKernel, TakenKernel
from engine.network.fitting import Placement
from tests.gui.network.making import TIMINGS, layer_maps, open_network


class FakeWorker(QObject):
    """`asked` are the requests that wait for their answers, by job; `seen` all that ever came."""

    state_changed = Signal(str)
    message_arrived = Signal(object)
    died = Signal(str)

    def __init__(self, state=State.READY):
        super().__init__()
        self.state = state
        self.asked, self.seen, self.rings, self.stopped = {}, [], {}, []
        self.network, self.layers = "", ()
        self.last_death = None
        self._job = 0

    def send(self, request, *, supersedes=None):
        if supersedes is not None:
            self.asked.pop(supersedes, None)
        self._job += 1
        request = replace(request, job=self._job)
        self.asked[self._job] = request
        self.seen.append(request)
        return self._job

    def supersede(self, job):
        self.asked.pop(job, None)

    def stop_job(self, job):
        self.stopped.append(job)

    def restart(self):
        self.die()
        self.start_again()

    # What the test lets happen

    def pending(self, kind):
        """The oldest request of a kind that waits."""
        return next((each for each in self.asked.values() if isinstance(each, kind)), None)

    def say(self, message):
        """Send a message of one's own."""
        if isinstance(message, Answer):
            self.asked.pop(message.job, None)
        self.message_arrived.emit(message)

    def work(self):
        """Answer everything that waits, in order, until nothing does."""
        while self.asked:
            self.answer(next(iter(self.asked.values())))

    def answer(self, request):
        """Answer one request as the worker would."""
        match request:
            case ask.Connect():
                self._leave()
                for name in ("frames", "maps", "pictures"):
                    self.rings[name] = FrameRing.attach(getattr(request, name))
                self.say(Answer(job=request.job))
            case ask.OpenModel():
                self._on_open(request)
            case ask.ShowLayers():
                self.layers = request.layers
                self.say(Answer(job=request.job))
            case ask.Frame():
                self._on_frame(request)
            case AskKernel():
                weights = np.full((5, 5), request.filter + request.channel, np.float32)
                self.say(TakenKernel(job=request.job, layer=request.layer, filter=request.filter,
                                     channel=request.channel, weights=weights))  # fmt: skip
            case ask.AskRaw():
                values = np.arange(2 * 3 * 4, dtype=np.float32).reshape(2, 3, 4)
                self.rings["pictures"].write(values, number=request.job, captured_at=0.0)
                self.say(ask.Raw(job=request.job, number=1, layer=request.layer, shape=values.shape))
            case ask.SaveModel():
                self.say(ask.Saved(job=request.job, path=request.path))
            case _:
                self.say(Answer(job=request.job))

    def die(self):
        """End unexpectedly; what was asked is lost."""
        self.state = State.DEAD
        self.state_changed.emit("dead")
        self.died.emit("The network worker stopped.")
        for job in list(self.asked):
            self.say(Lost(job=job, values={"name": "network worker"}))
        self._leave()
        self.network, self.layers = "", ()

    def start_again(self):
        """A new process that remembers nothing."""
        self.state = State.STARTING
        self.state_changed.emit("starting")
        self.message_arrived.emit(Ready())
        self.state = State.READY
        self.state_changed.emit("ready")

    def close(self):
        self._leave()

    def _on_open(self, request):
        is_file = isinstance(request.model, (ask.FileModel, ask.BackboneModel))
        is_built = isinstance(request.model, BuiltModel)
        self.network = "lenet-5" if is_file else request.model if is_built else request.model.identifier
        self.layers = ()
        architecture = architecture_of(self.network) if is_file else None
        self.say(replace(open_network(self.network).opened, job=request.job, architecture=architecture))

    def _on_frame(self, request):
        stored = self.rings["frames"].newest()
        made, packed, offset = [], [], 0
        for path in self.layers:
            shape = next(fact.shape for fact in open_network(self.network).opened.layers if fact.path == path)
            values = np.linspace(-1, 1, int(np.prod(shape)), dtype=np.float32).reshape(shape) * stored.picture.mean()
            maps, _ = layer_maps(path, values, scheme="signed")
            entries = np.full(maps.layout.shape, 128, np.uint8)
            made.append(replace(maps, offset=offset))
            packed.append(entries.reshape(-1))
            offset += entries.size
        pixels = np.concatenate([np.empty(0, np.uint8), *packed])
        if not self.rings["maps"].fits((max(1, offset),), np.uint8):
            self.say(ask.NeedsLargerRing(job=request.job, ring="maps", slot_bytes=offset))
            return
        self.rings["maps"].write(pixels if offset else np.zeros(1, np.uint8), number=stored.number, captured_at=0.0)
        self.say(
            ask.Maps(
                job=request.job, number=stored.number, captured_at=stored.captured_at, layers=tuple(made), size=offset,
                scores=np.array([stored.picture.mean()], np.float32), timings=TIMINGS, is_settled=True,
                placement=Placement(top=0.0, left=0.0, row_step=1.0, column_step=1.0),
            )
        )  # fmt: skip

    def _leave(self):
        for ring in self.rings.values():
            ring.close()
        self.rings.clear()
