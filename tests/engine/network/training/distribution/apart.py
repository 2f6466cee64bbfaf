"""Processes of the tests that cannot share TensorFlow with them: devices and clusters are set up at its start.

python -m tests.engine.network.training.distribution.apart mirrored FOLDER
python -m tests.engine.network.training.distribution.apart worker FOLDER ADDRESSES INDEX
"""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

from engine.network.training.job import TrainingJob
from engine.network.training.transforms import Flip, Noise
from engine.network.training.tuning import Tuning
from tests.engine.network.training import tiny

ENDLESS = 10_000


def hard_job(epochs: int = 2) -> TrainingJob:
    """All that could differ between one device and several: batches of two sizes, chance, statistics, weights."""
    return tiny.job(
        model=tiny.network(dropout=0.4, is_normalised=True), transforms=(Flip(direction="vertical"), Noise()),
        settings={"epochs": epochs, "batch_size": 7, "optimiser": "adamw", "has_class_weights": True},
    )  # fmt: skip


def frozen_job() -> TrainingJob:
    """A new head on frozen layers: each process computes features of its share. The last batch has one picture."""
    return tiny.job(model=tiny.backbone(), tuning=Tuning(frozen_up_to="mean"), settings={"batch_size": 7})


def main() -> int:
    role, folder, *rest = sys.argv[1:]
    from engine.network.devices import load_keras

    load_keras()
    from engine.network.training import finishing

    finishing.save_network = lambda *_, **__: None  # type: ignore[assignment]  # its proof takes most of the time
    return mirrored(Path(folder)) if role == "mirrored" else worker(Path(folder), rest[0], int(rest[1]))


def mirrored(folder: Path) -> int:
    import tensorflow as tf

    (processor,) = tf.config.list_physical_devices("CPU")
    tf.config.set_logical_device_configuration(processor, [tf.config.LogicalDeviceConfiguration()] * 2)
    from engine.network.training.distribution.jointly import Jointly
    from engine.network.training.distribution.team import Team
    from engine.network.training.running import run

    team = Team(tf.distribute.MirroredStrategy(["CPU:0", "CPU:1"]))
    for name, job in (("hard", hard_job()), ("frozen", frozen_job())):
        run(job, folder / name, dataset=tiny.pictures(), making=Jointly(team))
    return 0


def worker(folder: Path, addresses: str, index: int) -> int:
    from engine.network.training.distribution.cluster import cluster_of
    from engine.network.training.distribution.gathering import gathered
    from engine.network.training.distribution.together import LostWorkerError, TeamError, lost_told, run_together

    team = gathered(cluster_of(addresses, index=index), tell=lambda _: None)
    assert team is not None
    print(f"{sums_a_step(team)} sums a step", flush=True)
    heard = tiny.Hearing()
    own = folder if index == 0 else folder / "nowhere"
    for job, name, resume in (
        (hard_job(1), "hard", False), (hard_job(2), "hard", True), (frozen_job(), "frozen", False)
    ):  # fmt: skip
        run_together(job, own / name, team, listener=heard, resume=resume, dataset=tiny.pictures())
    different = replace(hard_job(), settings=replace(hard_job().settings, seed=index))
    try:
        run_together(different, own / "different", team, listener=heard, dataset=tiny.pictures())
    except TeamError as error:
        print(error, flush=True)

    # One process wants to stop, and all stop at the same step.
    stopping = tiny.Hearing(stop_after=lambda heard: index == 1 and len(heard.heard) > 3)
    run_together(hard_job(ENDLESS), own / "stopped", team, listener=stopping, dataset=tiny.pictures())
    try:
        with lost_told():
            run_together(hard_job(ENDLESS), own / "lost", team, listener=heard, dataset=tiny.pictures())
    except LostWorkerError as error:
        print(error, flush=True)
        return 75
    return 0


def sums_a_step(team: Any) -> int:
    """How often the workers meet in a step of a network without batch normalisation, counted in its graph."""
    from engine.network.training.distribution.learning import JointLearner
    from engine.network.training.settings import Settings
    from engine.network.weights import random_weights

    architecture = tiny.network().architecture
    learner = JointLearner(
        architecture, random_weights(architecture, 0), Settings(), team=team, wants_end=lambda: False, classes=3,
        values="unit",
    )  # fmt: skip
    graph = learner._train.graph.as_graph_def()
    nodes = [*graph.node, *(node for function in graph.library.function for node in function.node_def)]
    return sum("CollectiveReduce" in node.op for node in nodes)


if __name__ == "__main__":
    sys.exit(main())
