"""Pictures laid out in a plane by what the network makes of them just before its answer. For the worker only."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal

import numpy as np
import tensorflow as tf
from numpy.typing import NDArray

from engine.network.live.plan import plan_of
from engine.network.live.scaling import scaled
from engine.network.training.learner import graph_of
from engine.network.training.loading import Loader, in_order
from engine.network.training.neighbours import laid_out

_BATCH = 64
_LEAST_FOR_TSNE = 5
_PERPLEXITY = 30.0
_ENDS = ("Activation", "Softmax")


class Embedder:
    """The network up to what goes into its last layer with weights. `layer` names where that comes from."""

    def __init__(self, model: Any, *, values: str) -> None:
        plan = plan_of(model)
        last = plan.last_step()
        if last.kind in _ENDS:
            last = plan.producer(last.inputs[0]) or last
        slot = last.inputs[0]
        before = plan.producer(slot)
        self.layer = "" if before is None else before.path

        def embed(pictures: Any) -> Any:
            found = plan.run([scaled(tf.cast(pictures, tf.float32), values)])[slot]
            return tf.reshape(found, (tf.shape(found)[0], -1))

        signature = [tf.TensorSpec((None, *model.inputs[0].shape[1:]), tf.uint8)]
        self._embed = graph_of(embed, signature)

    def vectors(self, loader: Loader, *, told: Callable[[int, int], None]) -> NDArray[np.float32]:
        """A row of numbers for each picture; `told` hears how many are done and may raise to end it."""
        rows, done = [], 0
        for chunk in loader.chunks(in_order(len(loader), _BATCH), steps=lambda: 1):
            told(done, len(loader))
            rows.append(self._embed(tf.gather(chunk.pictures, chunk.places[0])).numpy())
            done += len(chunk.places[0])
        return np.concatenate(rows).astype(np.float32)


def in_plane(
    vectors: NDArray[np.float32], method: Literal["pca", "t-sne"], *, told: Callable[[int, int], None]
) -> tuple[NDArray[np.float32], float | None]:
    """Places (n, 2) for the rows; for a PCA also the share of the spread that these two axes hold.

    t-SNE is long: `told` hears how far it is and may raise to end it.
    """
    points, share = principal_plane(vectors)
    if method == "t-sne" and len(vectors) >= _LEAST_FOR_TSNE:
        perplexity = min(_PERPLEXITY, (len(vectors) - 1) / 3)
        return laid_out(vectors, points, perplexity=perplexity, told=told), None
    return points, share


def principal_plane(vectors: NDArray[np.float32]) -> tuple[NDArray[np.float32], float]:
    """The plane in which the rows are spread widest, and the share of their spread that lies in it."""
    centred = vectors.astype(np.float64) - vectors.mean(axis=0, dtype=np.float64)
    left, sizes, right = np.linalg.svd(centred, full_matrices=False)
    # The sign of an axis is left open by the mathematics; fixed, so that the map looks the same every time.
    signs = np.sign(right[np.arange(len(right)), np.abs(right).argmax(axis=1)])
    points = np.zeros((len(vectors), 2), np.float32)
    count = min(2, left.shape[1])
    points[:, :count] = (left * sizes * signs)[:, :count]
    total = float((sizes**2).sum())
    return points, float((sizes[:2] ** 2).sum() / total) if total else 1.0
