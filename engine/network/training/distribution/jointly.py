"""Learning with several devices: makes what a run needs for it. Imports Keras."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from engine.network.architecture import Architecture
from engine.network.training.distribution.learning import JointLearner
from engine.network.training.distribution.team import Team
from engine.network.training.features import Extractor, Features
from engine.network.training.learner import Learner
from engine.network.training.loading import Loader
from engine.network.training.making import learner_options
from engine.network.training.materials import Materials
from engine.network.weights import Arrays

_BLOCK = 2**20  # numbers that go round at once


class Jointly:
    """Makes learners for a team. `wants_end` says whether this process wants the run to end."""

    def __init__(self, team: Team, *, wants_end: Callable[[], bool] = lambda: False) -> None:
        self._team, self._wants_end = team, wants_end
        self._learner: JointLearner | None = None

    @property
    def is_chief(self) -> bool:
        """Whether this process writes down what all do."""
        return self._team.is_chief

    @property
    def is_end_agreed(self) -> bool:
        """Whether all processes know that one of them wants to end, after the same step."""
        return self._learner is not None and self._learner.is_end_agreed

    def learner(self, materials: Materials, architecture: Architecture, arrays: Arrays, *, values: str) -> Learner:
        """A learner whose weights lie on every device, with the job's transforms before the network."""
        with self._team.scope():
            options = learner_options(materials, values=values)
        self._learner = JointLearner(
            architecture, arrays, materials.job.settings, team=self._team, wants_end=self._wants_end, **options
        )
        return self._learner

    def features(
        self, materials: Materials, extractor: Extractor, loader: Loader, *, told: Callable[[int, int], None]
    ) -> Features:
        """Each process computes those of its share of the pictures, and gets the others' from them."""
        count, team = len(loader), self._team
        start, stop = count * team.index // team.workers, count * (team.index + 1) // team.workers
        own = materials.loader_of(loader.indices[start:stop])
        found, valid = extractor.computed(own, told=told)
        loader.missing.update({place + start: reason for place, reason in own.missing.items()})
        values = np.zeros((count, *found.shape[1:]), np.float32)
        values[start:stop] = found
        are_valid = np.zeros(count, np.float32)
        are_valid[start:stop] = valid
        rows = max(1, _BLOCK // max(1, int(np.prod(values.shape[1:]))))
        for block in range(0, count, rows):
            values[block : block + rows] = team.total(values[block : block + rows])
        return Features(loader, values, team.total(are_valid) if count else are_valid)

    def dealt(self, source: Any) -> Any:
        """This process's share of it."""
        return self._team.shared(source)
