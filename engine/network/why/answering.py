"""Questions about an answer, as the window asks them: each in slices, with progress, ended when that is asked for."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from engine.child.host import Handler, Job
from engine.child.messages import Answer, Progress, Request
from engine.network import requests as ask
from engine.network.activations import Needed
from engine.network.sessions import Session, sliced
from engine.network.why.grad_cam import class_maps, grad_cam, last_maps
from engine.network.why.maximisation import check_channel, climbing, maximise
from engine.network.why.occlusion import OccludedHeat
from engine.network.why.patches import PatchSearch
from engine.network.why.saliency import gradients, guided_backpropagation, saliency
from engine.network.why.scoring import chosen_class

_SECONDS_BETWEEN_PICTURES = 0.1
_SECONDS_BETWEEN_LOOKS = 0.02


class Answering:
    """Answers with the session's network, about the session's last picture."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def handlers(self) -> Mapping[type[Request], Handler]:
        """What answers each kind of request."""
        return {
            ask.ClassMap: self._on_class_map,
            ask.Saliency: self._on_saliency,
            ask.Occlusion: self._on_occlusion,
            ask.Maximise: self._on_maximise,
            ask.BestPatches: self._on_best_patches,
        }

    def _on_class_map(self, job: Job, request: ask.ClassMap) -> Answer:
        network, pixels = self._session.network, self._session.pixels
        index, score = chosen_class(network, pixels, request.class_index)
        layer = request.layer or last_maps(network)
        self._prepare(job, class_maps(network, layer))
        heat = grad_cam(network, pixels, layer=layer, class_index=index)
        return self._session.put(heat, number=job.number) or self._heat(index, score, layer)

    def _on_saliency(self, job: Job, request: ask.Saliency) -> Answer:
        network, pixels = self._session.network, self._session.pixels
        index, score = chosen_class(network, pixels, request.class_index)
        look = guided_backpropagation if request.is_guided else saliency
        self._prepare(job, gradients(network, is_guided=request.is_guided))
        heat = look(network, pixels, class_index=index)
        return self._session.put(heat, number=job.number) or self._heat(index, score)

    def _on_occlusion(self, job: Job, request: ask.Occlusion) -> Answer:
        network, pixels = self._session.network, self._session.pixels
        index, score = chosen_class(network, pixels, request.class_index)
        number = self._session.number  # live pictures go on between the steps
        work = OccludedHeat(network, pixels, class_index=index, patch=request.patch, step=request.step)
        self._prepare(job, work.needed)
        sliced(job, work)
        return self._session.put(work.heat, number=job.number) or replace(self._heat(index, score), number=number)

    def _on_maximise(self, job: Job, request: ask.Maximise) -> Answer:
        told_at, value = 0.0, 0.0
        network = self._session.network
        check_channel(network, request.layer, request.channel)
        self._prepare(job, climbing(network, request.layer))
        stages = maximise(network, layer=request.layer, channel=request.channel, steps=request.steps, seed=request.seed)
        for stage in stages:
            value = stage.value
            is_due = time.perf_counter() - told_at >= _SECONDS_BETWEEN_PICTURES or stage.step == request.steps
            if is_due:
                refused = self._session.put(stage.picture, number=job.number)
                if refused is not None:
                    return refused
                told_at = time.perf_counter()
                job.send(ask.Forming(number=job.number, step=stage.step, steps=request.steps, value=stage.value))
                job.send(Progress(done=stage.step, total=request.steps))
            job.let_others_in()
        return ask.Formed(number=job.number, value=value)

    def _on_best_patches(self, job: Job, request: ask.BestPatches) -> Answer:
        search = PatchSearch(
            self._session.network, folder=request.folder, layer=request.layer, channel=request.channel,
            count=request.count, method=self._session.fit_method,
        )  # fmt: skip
        self._prepare(job, search.needed)
        sliced(job, search, told=lambda: job.send(ask.PatchesSoFar(patches=search.best)))
        return ask.Patches(patches=search.best, looked_at=search.looked_at, unreadable=tuple(search.unreadable))

    def _prepare(self, job: Job, needed: Needed) -> None:
        """Have a function made that may take seconds for a deep network; live maps go on meanwhile."""
        while not self._session.network.prepare(*needed, seconds=_SECONDS_BETWEEN_LOOKS):
            job.let_others_in()

    def _heat(self, index: int, score: float, layer: str = "") -> ask.Heat:
        return ask.Heat(number=self._session.number, class_index=index, score=float(np.float64(score)), layer=layer)
