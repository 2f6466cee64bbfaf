"""What leaves the program: a training as a script, a trained network as a file. For the training worker only."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

from engine.child.host import Handler, Job
from engine.child.messages import Answer, Progress, Request, Stopped
from engine.files import temporary_beside, write_atomically, write_file_atomically
from engine.network.building import build
from engine.network.data.dataset import StoppedError
from engine.network.reading.labels import Labels
from engine.network.reading.opening import read_model
from engine.network.saving.answering import STEPS
from engine.network.saving.writing import save_network
from engine.network.training import messages as ask
from engine.network.training.curves import BEST
from engine.network.training.finished import NotTrainedError
from engine.network.training.materials import Materials, opened
from engine.network.training.script.facts import Facts
from engine.network.training.script.writing import TrainingScript, write_script
from engine.network.training.serving import JobListener
from engine.network.training.solved_start import with_solved_head
from engine.text import mark


class Exporting:
    """Answers what has to do with files for other programs."""

    def handlers(self) -> Mapping[type[Request], Handler]:
        """What answers each kind of request."""
        return {ask.WriteScript: self._on_script, ask.SaveTrained: self._on_save}

    def _on_script(self, job: Job, request: ask.WriteScript) -> Answer:
        try:
            listener = JobListener(job)
            materials = with_solved_head(opened(request.training, None, listener), listener)
        except StoppedError:
            return Stopped()
        script = write_script(facts_of(materials))
        if request.path:
            save_script(script, Path(request.path))
        return ask.Script(text=script.text, has_beside=script.beside is not None)

    def _on_save(self, job: Job, request: ask.SaveTrained) -> Answer:
        folder, path = Path(request.folder), Path(request.path)
        if not (folder / BEST).is_file():
            raise NotTrainedError(
                mark("“{folder}” holds no trained network yet. Train until the end, or stop the training first."),
                folder=folder.name,
            )
        done = 0

        def step(note: str) -> None:
            nonlocal done
            job.check()
            job.send(Progress(done=done, total=STEPS, note=note))
            done += 1

        read = read_model(folder / BEST)
        save_network(
            build(read.architecture, arrays=read.arrays), path, labels=Labels(read.class_names, read.values),
            temporary=temporary_beside(path, request.token) if request.token else None, step=step,
        )  # fmt: skip
        return ask.TrainedSaved(path=request.path)


def facts_of(materials: Materials) -> Facts:
    """What a script is written from."""
    prepared = materials.prepared
    return Facts(
        materials.job, materials.dataset, materials.parts, prepared.tuned.architecture, prepared.tuned.arrays,
        prepared.values, prepared.size, prepared.channels,
    )  # fmt: skip


def save_script(script: TrainingScript, path: Path) -> None:
    """Write the script, and the file beside it where it needs one, which comes first: a script alone would not run.

    Raises:
        SaveError: where there is no room, or no right to write; what was there before stays.
    """
    if script.beside is not None:
        arrays: dict[str, Any] = script.beside()
        # A name instead of a file would get an ending that the temporary one does not have.
        write_file_atomically(path.with_suffix(".npz"), lambda part: _packed(part, arrays))
    write_atomically(path, script.text.encode())


def _packed(part: Path, arrays: dict[str, Any]) -> None:
    with part.open("wb") as file:
        np.savez_compressed(file, allow_pickle=False, **arrays)
