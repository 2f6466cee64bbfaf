"""Telling networks from pictures, videos and recipes, before anything of a file is opened. Nothing heavy here."""

from __future__ import annotations

from pathlib import Path

SUFFIXES = (".keras", ".h5", ".hdf5", ".zip")
MODEL_JSON = "model.json"
# A recipe is JSON too; what a network says of itself stands at the beginning.
_SIGNS = (b'"modelTopology"', b'"layers-model"', b'"graph-model"', b'"kernelscope-architecture"')
_JOB = b'"kernelscope-training-job"'
_HEAD = 65_536


def is_network(path: Path) -> bool:
    """Whether a file or folder looks like a network; whether it can be opened is another question.

    >>> is_network(Path("cats.keras")), is_network(Path("cat.png"))
    (True, False)
    """
    if path.suffix.lower() in SUFFIXES:
        return True
    try:
        if path.is_dir():
            return _is_described(path / MODEL_JSON)
        return path.suffix.lower() == ".json" and _is_described(path)
    except (OSError, ValueError):
        return False


def is_training_job(path: Path) -> bool:
    """Whether a file looks like a training job, which is JSON as recipes are.

    >>> is_training_job(Path("cats.keras"))
    False
    """
    try:
        return path.suffix.lower() == ".json" and _is_described(path, (_JOB,))
    except (OSError, ValueError):
        return False


def _is_described(path: Path, signs: tuple[bytes, ...] = _SIGNS) -> bool:
    if not path.is_file():
        return False
    with path.open("rb") as file:
        head = file.read(_HEAD)
    return any(sign in head for sign in signs)
