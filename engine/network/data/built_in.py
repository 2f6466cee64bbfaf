"""Real pictures without a file: digits out of scikit-learn, faces and other patches out of scikit-image.

Only their files are read. Importing the packages would take a second, in which the window stands still a dozen times.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np

from engine.errors import UserError
from engine.network.data.dataset import ArrayData
from engine.packages import package_folder
from engine.text import mark

_FACES = 100
_SIDE = 8


def built_in(name: str) -> ArrayData:
    """The set that `BuiltInData` names."""
    return _digits() if name == "digits" else _faces()


def _digits() -> ArrayData:
    # A line for each picture: its values, 0 to 16, and what it shows.
    rows = np.loadtxt(_file("sklearn", "datasets/data/digits.csv.gz"), delimiter=",")
    pictures = np.rint(rows[:, :-1].reshape(-1, _SIDE, _SIDE) * (255 / 16)).astype(np.uint8)
    return ArrayData(mark("Handwritten digits"), pictures, rows[:, -1].astype(int), [str(digit) for digit in range(10)])


def _faces() -> ArrayData:
    patches = np.load(_file("skimage", "data/lfw_subset.npy"), allow_pickle=False)
    pictures = np.rint(np.clip(patches, 0, 1) * 255).astype(np.uint8)
    labels = (np.arange(len(pictures)) >= _FACES).astype(np.int32)
    return ArrayData(mark("Faces and other things"), pictures, labels, [mark("face"), mark("no face")])


def _file(package: str, path: str) -> Path:
    folder = package_folder(package)
    if folder is None or not (folder / path).is_file():
        raise UserError(
            mark("These pictures come inside the package “{package}”, which is not whole here. Install it again."),
            package=package,
        )
    return folder / path
