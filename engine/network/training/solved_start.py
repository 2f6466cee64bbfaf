"""The first weights of a new head, solved from the pictures to learn from. For the training worker only."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from engine.network.layers.dense import Dense
from engine.network.tracing import trace
from engine.network.training import messages as say
from engine.network.training.cutting import cut
from engine.network.training.features import Extractor
from engine.network.training.listening import Listener
from engine.network.training.materials import Materials
from engine.network.training.phases import arrays_for
from engine.network.training.solving import solved
from engine.network.weights import Arrays
from engine.text import mark

# More pictures than these, or numbers of them, would not make it better, only longer.
_MOST_PICTURES, _MOST_NUMBERS = 2000, 8_000_000


def with_solved_head(materials: Materials, listener: Listener) -> Materials:
    """The materials with the last layer's weights solved where the job wants that, otherwise as they are.

    Pictures are taken as they are, without transforms. The same job gives the same weights every time.

    Raises:
        StoppedError: if the listener asks to stop meanwhile.
    """
    if not materials.job.tuning.head.is_solved:
        return materials
    tuned = materials.prepared.tuned
    prepared = replace(materials.prepared, tuned=replace(tuned, arrays={**tuned.arrays, **_head(materials, listener)}))
    return replace(materials, prepared=prepared)


def _head(materials: Materials, listener: Listener) -> Arrays:
    from engine.network.data.dataset import StoppedError

    architecture, arrays = materials.prepared.tuned.architecture, materials.prepared.tuned.arrays
    end = architecture.by_name[architecture.outputs[0].node]
    assert isinstance(end.layer, Dense), end
    before = cut(architecture, end.inputs[0].node)
    (length,) = trace(before).checked().outputs[0]

    def told(done: int, total: int) -> None:
        listener.tell(say.Preparing(done=done, total=total, note=mark("Solving the last layer from the pictures")))
        if listener.is_stop_asked():
            raise StoppedError

    chosen = np.random.default_rng(materials.job.settings.seed).permutation(materials.parts.train)
    loader = materials.loader_of(chosen[: min(_MOST_PICTURES, max(1, _MOST_NUMBERS // length))])
    extractor = Extractor(before, arrays_for(before, arrays), values=materials.prepared.values)
    features, valid = extractor.computed(loader, told=told)
    can_be_used = (valid > 0) & np.isfinite(features).all(axis=1)
    if not can_be_used.any():
        return {}
    found = solved(features[can_be_used], loader.labels[can_be_used], len(materials.class_names))
    return {f"{end.name}/kernel": found.kernel, f"{end.name}/bias": found.bias}
