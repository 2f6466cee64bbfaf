"""What the panels beside the maps ask of the network worker: filters, spread and correlation, another table."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import numpy as np

from engine.child.host import Handler, Job
from engine.child.messages import Answer, Request
from engine.network.describing.model import SizeNeededError
from engine.network.filter_reading import read_filters
from engine.network.filters import AskWeights
from engine.network.published.making import USUAL_SIDE
from engine.network.reading.opening import read_architecture
from engine.network.sessions import Session
from engine.network.side_by_side import AskTable, TableFound
from engine.network.statistics import AskStatistics, Statistics, correlation_of, spread_of
from engine.network.table import table_of
from engine.sources.names import shown_name


class Inspecting:
    """Answers about the network that `session` has open."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def handlers(self) -> Mapping[type[Request], Handler]:
        """What answers each kind of request."""
        return {
            AskWeights: self._on_weights,
            AskStatistics: self._on_statistics,
            AskTable: self._on_table,
        }

    def _on_weights(self, job: Job, request: AskWeights) -> Answer:
        answer, numbers = read_filters(self._session.network, request)
        return self._session.put(numbers, number=job.number) or answer

    def _on_statistics(self, job: Job, request: AskStatistics) -> Answer:
        network = self._session.network
        step = network.plan.step(request.layer)
        values = np.asarray(network.slot_value(self._session.pixels, step.outputs[0])[0], np.float32)
        return Statistics(
            number=self._session.number, layer=request.layer, total=int(values.shape[-1]), spread=spread_of(values),
            correlation=correlation_of(values),
        )  # fmt: skip

    def _on_table(self, job: Job, request: AskTable) -> Answer:
        path = Path(request.path)
        try:
            architecture = read_architecture(path)
        except SizeNeededError:
            architecture = read_architecture(path, sides=(USUAL_SIDE, USUAL_SIDE))  # as it is opened, too
        return TableFound(name=shown_name(path), table=table_of(architecture))
