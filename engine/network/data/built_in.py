"""Real pictures without a file: digits out of scikit-learn, faces and other patches out of scikit-image."""

from __future__ import annotations

import numpy as np

from engine.network.data.dataset import ArrayData
from engine.text import mark

_FACES = 100


def built_in(name: str) -> ArrayData:
    """The set that `BuiltInData` names.

    The packages that hold them take a second to import, so this belongs off Qt's thread.
    """
    return _digits() if name == "digits" else _faces()


def _digits() -> ArrayData:
    from sklearn.datasets import load_digits

    bunch = load_digits()
    pictures = np.rint(bunch.images * (255 / 16)).astype(np.uint8)
    return ArrayData(mark("Handwritten digits"), pictures, bunch.target, [str(digit) for digit in range(10)])


def _faces() -> ArrayData:
    from skimage.data import lfw_subset

    patches = lfw_subset()
    pictures = np.rint(np.clip(patches, 0, 1) * 255).astype(np.uint8)
    labels = (np.arange(len(pictures)) >= _FACES).astype(np.int32)
    return ArrayData(mark("Faces and other things"), pictures, labels, [mark("face"), mark("no face")])
