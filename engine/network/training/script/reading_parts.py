"""How the pictures of each kind of data set are read, as it stands in the script of a training. No Keras here."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from engine.network.data.files.cifar import ENDING, cifar_files
from engine.network.data.files.idx import is_idx, start_of
from engine.network.data.files.npz import array_names
from engine.network.data.files.opening import idx_pairs
from engine.network.data.specs import BuiltInData, FileData
from engine.network.training.script.facts import Facts

_DIGITS = '''
def read_pictures():
    """The digits that come with scikit-learn: pictures, and the class of each."""
    from sklearn.datasets import load_digits

    found = load_digits()
    return np.rint(found.images * (255 / 16)).astype(np.uint8)[..., None], found.target
'''
_FACES = '''
def read_pictures():
    """The patches that come with scikit-image: pictures, and the class of each."""
    from skimage.data import lfw_subset

    pictures = np.rint(np.clip(lfw_subset(), 0, 1) * 255).astype(np.uint8)
    return pictures[..., None], (np.arange(len(pictures)) >= 100).astype(np.int64)
'''
_DRAWN = '''
def read_pictures():
    """The pictures that Kernelscope drew, out of the file beside the script, and the class of each."""
    kept = np.load(BESIDE)
    return kept["pictures"], kept["labels"]
'''
_FILES = '''
def read_pictures():
    """Every picture of the list beside the script, and the class of each; None for one that cannot be read."""
    kept = np.load(BESIDE)
    return [read_picture(DATA / name) for name in kept["files"].tolist()], kept["labels"]


def read_picture(path):
    """A picture in RGB or gray, upright; alpha lies over white, sixteen bits become eight."""
    try:
        data = np.fromfile(path, np.uint8)
        picture = cv2.imdecode(data, cv2.IMREAD_UNCHANGED) if data.size else None
    except (OSError, cv2.error):
        picture = None
    if picture is None:
        print(f"{path} cannot be read and is left out.")
        return None
    if picture.ndim == 3 and picture.shape[2] == 4:
        white = np.iinfo(picture.dtype).max
        share = picture[..., 3:].astype(np.float32) / white
        picture = np.rint(picture[..., :3] * share + white * (1 - share)).astype(picture.dtype)
    else:
        # This way OpenCV turns it upright. A large JPEG is decoded smaller at once, which saves most of the time.
        flags = cv2.IMREAD_ANYCOLOR | cv2.IMREAD_ANYDEPTH
        factor = next((each for each in (8, 4, 2) if min(picture.shape[:2]) >= each * max(SIZE)), 1)
        if data[:2].tobytes() == b"\\xff\\xd8" and factor > 1:
            kind = "GRAYSCALE" if picture.ndim == 2 else "COLOR"
            flags = getattr(cv2, f"IMREAD_REDUCED_{kind}_{factor}")
        picture = cv2.imdecode(data, flags)
    if picture.dtype == np.uint16:
        picture = np.rint(picture * (255 / 65535)).astype(np.uint8)
    return picture[..., None] if picture.ndim == 2 else np.ascontiguousarray(picture[..., ::-1])
'''
_IDX = '''
FILES = (
{files}
)


def read_pictures():
    """The pictures in the IDX files, and the class of each."""
    pairs = [(read_idx(DATA / pictures), read_idx(DATA / labels)) for pictures, labels in FILES]
    pictures = np.concatenate([each for each, _ in pairs])
    return {as_pictures}, {numbered}(np.concatenate([each for _, each in pairs]))


def read_idx(path):
    """The array in an IDX file, packed or not."""
    data = path.read_bytes()
    data = gzip.decompress(data) if data[:2] == b"\\x1f\\x8b" else data
    kind = {{0x08: ">u1", 0x09: ">i1", 0x0B: ">i2", 0x0C: ">i4"}}[data[2]]
    shape = struct.unpack_from(f">{{data[3]}}I", data, 4)
    return np.frombuffer(data, kind, offset=4 + 4 * data[3]).reshape(shape)
'''
_CIFAR = '''
FILES = {files}


def read_pictures():
    """The pictures in CIFAR's binary files, and the class of each."""
    records = np.concatenate([np.fromfile(DATA / name, np.uint8).reshape(-1, {record}) for name in FILES])
    pictures = records[:, {labels}:].reshape(-1, 3, 32, 32).transpose(0, 2, 3, 1)
    return np.ascontiguousarray(pictures), {numbered}(records[:, {last}])
'''
_NPZ = '''
FILE = {file}
ARRAYS = {arrays}


def read_pictures():
    """The pictures in the NPZ file, and the class of each."""
    with np.load(DATA / FILE) as found:
        pictures = np.concatenate([as_pictures(found[pictures]) for pictures, _ in ARRAYS])
        labels = np.concatenate([as_numbers(found[labels]) for _, labels in ARRAYS])
        is_fine = np.concatenate([hold_numbers(found[pictures]) for pictures, _ in ARRAYS])
    return pictures[is_fine], {numbered}(labels)[is_fine]


def hold_numbers(values):
    """Whether all values of a picture are numbers, for each; the others are left out."""
    if values.dtype.kind != "f":
        return np.ones(len(values), bool)
    return np.isfinite(values).all(axis=tuple(range(1, values.ndim)))


def as_numbers(labels):
    """One label a picture, also out of a column or out of rows with a single 1."""
    if labels.ndim == 2:
        labels = labels[:, 0] if labels.shape[1] == 1 else labels.argmax(axis=1)
    return labels


def as_pictures(values):
    """Values as (N, rows, columns, channels) of 0 to 255, whatever range they were in."""
    if values.ndim == 2:
        side = round(values.shape[1] ** 0.5)
        values = values.reshape(-1, side, side)
    if values.ndim == 4 and values.shape[1] in (1, 3) and values.shape[3] not in (1, 3, 4):
        values = values.transpose(0, 2, 3, 1)
    values = values[..., None] if values.ndim == 3 else values[..., :3]
    if values.dtype == np.uint8:
        return values
    if values.dtype == bool:
        return values.astype(np.uint8) * np.uint8(255)
    is_fine = hold_numbers(values)
    low, high = values[is_fine].min(), values[is_fine].max()
    scale, offset = 1.0, 0.0
    if values.dtype.kind == "f" and low >= -1 and high <= 1:
        scale, offset = (127.5, 127.5) if low < 0 else (255.0, 0.0)
    elif high > 255:
        scale = 255 / 65535
    values = values.astype(np.float32)
    values[~is_fine] = 0
    return np.clip(np.rint(values * scale + offset), 0, 255).astype(np.uint8)
'''
_NUMBERED = '''

def numbered(labels):
    """Labels as numbers from 0 on, in their order."""
    return np.unique(labels, return_inverse=True)[1].reshape(-1)
'''


def reading_part(facts: Facts) -> str:
    """The function `read_pictures` for the job's data."""
    if facts.is_drawn:
        return _DRAWN
    if facts.has_files:
        return _FILES
    data = facts.job.data
    if isinstance(data, BuiltInData):
        return _DIGITS if data.name == "digits" else _FACES
    assert isinstance(data, FileData)
    return _out_of_archives(facts, data.path)


def _out_of_archives(facts: Facts, path: Path) -> str:
    has_gaps = len(np.unique(facts.source.labels)) < len(facts.source.class_names)
    # Where classes have names of their own, labels are their numbers; otherwise they are numbered in their order.
    numbered, tail = ("np.asarray", "") if has_gaps else ("numbered", _NUMBERED)
    cifar = cifar_files(path) if path.is_dir() else [path] if _is_cifar(path) else []
    if cifar:
        labels = 2 if cifar[0].stem in ("train", "test") else 1
        names = [each.name for each in cifar]
        return _CIFAR.format(
            files=repr(names), record=labels + 3072, labels=labels, last=labels - 1, numbered=numbered
        ) + tail  # fmt: skip
    pairs = idx_pairs(path)
    if pairs:
        files = "\n".join(f"    ({_name(pictures)}, {_name(labels)})," for _, pictures, labels in pairs)
        is_flat = start_of(pairs[0][1])[3] == 3
        as_pictures = "pictures[..., None]" if is_flat else "pictures"
        return _IDX.format(files=files, numbered=numbered, as_pictures=as_pictures) + tail
    file = path if path.is_file() else next(path.glob("*.[nN][pP][zZ]"))
    return _NPZ.format(file=_name(file), arrays=repr(array_names(file)), numbered=numbered) + tail


def _is_cifar(path: Path) -> bool:
    start = start_of(path)
    return path.suffix.casefold() == ENDING and start[:2] != b"PK" and not is_idx(start)


def _name(path: Path) -> str:
    return repr(path.name)
