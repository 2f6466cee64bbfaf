"""Answers the window's questions about trained networks. For the training worker only."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from pathlib import Path

import numpy as np

from engine.child.host import Handler, Job
from engine.child.messages import Answer, Progress, Request
from engine.network.activations import LiveNetwork
from engine.network.training import messages as ask
from engine.network.training.batches import shrunk
from engine.network.training.curves import BEST
from engine.network.training.embedding import Embedder, in_plane
from engine.network.training.finished import Finished, finished
from engine.network.training.judging import Judge
from engine.network.training.robustness import UNITS, amounts, changed
from engine.network.why.grad_cam import grad_cam, last_maps
from engine.text import mark

_SECONDS_BETWEEN = 0.1


class Judging:
    """Answers about the network in a run's folder. The last one asked about stays open."""

    def __init__(self) -> None:
        self._key: tuple[str, int] = ("", 0)
        self._finished: Finished | None = None
        self._judge: Judge | None = None
        self._embedder: Embedder | None = None
        self._live: LiveNetwork | None = None

    def handlers(self) -> Mapping[type[Request], Handler]:
        """What answers each kind of request."""
        return {
            ask.Evaluate: self._on_evaluate,
            ask.Embed: self._on_embed,
            ask.Explain: self._on_explain,
            ask.Robustness: self._on_robustness,
        }

    def _on_evaluate(self, job: Job, request: ask.Evaluate) -> Answer:
        run, judge = self._opened(job, request.folder)
        answers = judge.answers(run.loader(request.part), told=_telling(job, mark("Asking the network")))
        return ask.Evaluated(
            folder=request.folder, part=request.part, class_names=run.dataset.class_names, indices=answers.indices,
            labels=answers.labels, probabilities=answers.probabilities,
        )  # fmt: skip

    def _on_embed(self, job: Job, request: ask.Embed) -> Answer:
        run, judge = self._opened(job, request.folder)
        if self._embedder is None:
            self._embedder = Embedder(run.model, values=run.values)
        loader = run.loader(request.part, most=request.most, seed=request.seed)
        vectors = self._embedder.vectors(loader, told=_telling(job, mark("Asking the network")))
        places = np.arange(len(loader), dtype=np.int32)
        pictures = loader.batch(places)
        readable = loader.valid_at(places) > 0
        said = np.concatenate(
            [judge.answer(pictures[start : start + judge.batch_size]).argmax(1)
             for start in range(0, len(pictures), judge.batch_size)]
        )  # fmt: skip
        told = _telling(job, mark("Laying the pictures out"))
        points, explained = in_plane(vectors[readable], request.method, told=told)
        return ask.Embedded(
            indices=loader.indices[readable], labels=loader.labels[readable],
            answers=said[readable].astype(np.int32), points=points, layer=self._embedder.layer, explained=explained,
        )  # fmt: skip

    def _on_explain(self, job: Job, request: ask.Explain) -> Answer:
        run, _ = self._opened(job, request.folder)
        if not 0 <= request.index < len(run.dataset):
            raise IndexError(request.index)
        if self._live is None:
            self._live = LiveNetwork(run.model, values=run.values)
        loader = run.loader_of(np.array([request.index], np.int64))
        picture = loader.batch(np.zeros(1, np.int32))[0]
        for reason in loader.missing.values():
            raise reason
        layer = last_maps(self._live)
        heats = []
        for number in request.classes:
            job.check()
            heats.append(grad_cam(self._live, picture, layer=layer, class_index=number))
        scores = np.asarray(self._live.slot_value(picture, self._live.plan.outputs[0])).reshape(-1)
        return ask.Heats(
            index=request.index, picture=shrunk(picture[None])[0], classes=request.classes,
            heats=np.rint(np.stack(heats) * 255).astype(np.uint8),
            scores=tuple(float(scores[number % len(scores)]) for number in request.classes), layer=layer,
        )  # fmt: skip

    def _on_robustness(self, job: Job, request: ask.Robustness) -> Answer:
        run, judge = self._opened(job, request.folder)
        loader = run.loader(request.part, most=request.most)
        places = np.arange(len(loader), dtype=np.int32)
        pictures = loader.batch(places)
        readable = loader.valid_at(places) > 0
        pictures, labels = pictures[readable], loader.labels[readable]
        tried = amounts(request.kind, min(run.size[:2]))
        told = _telling(job, mark("Asking the network"))
        accuracies = []
        for number, amount in enumerate(tried):
            right = 0
            for start in range(0, len(pictures), judge.batch_size):
                told(number * len(pictures) + start, len(tried) * len(pictures))
                here = slice(start, start + judge.batch_size)
                asked = changed(pictures[here], request.kind, amount, seed=start)
                right += int((judge.answer(asked).argmax(1) == labels[here]).sum())
            accuracies.append(right / max(1, len(pictures)))
        return ask.Tried(
            kind=request.kind, unit=UNITS[request.kind], amounts=tried, accuracies=tuple(accuracies),
            count=len(pictures),
        )  # fmt: skip

    def _opened(self, job: Job, folder: str) -> tuple[Finished, Judge]:
        path = Path(folder) / BEST
        key = (folder, path.stat().st_mtime_ns if path.is_file() else 0)
        if self._finished is None or self._judge is None or self._key != key:
            self._let_go()
            job.send(Progress(done=0, note=mark("Opening the trained network")))
            told = _telling(job, mark("Looking for duplicates"))
            run = finished(Path(folder), told=told, stop=lambda: job.is_stop_asked)
            self._finished, self._key = run, key
            self._judge = Judge(run.model, run.architecture, values=run.values)
        return self._finished, self._judge

    def _let_go(self) -> None:
        live, self._live = self._live, None
        self._finished = self._judge = self._embedder = None
        if live is not None:
            live.close()


def _telling(job: Job, note: str) -> Callable[[int, int], None]:
    """Tells how far the work is, now and then, and ends it when that is asked for."""
    told_at = 0.0

    def told(done: int, total: int) -> None:
        nonlocal told_at
        if time.monotonic() - told_at >= _SECONDS_BETWEEN:
            told_at = time.monotonic()
            job.send(Progress(done=done, total=total, note=note))
        job.check()

    return told
