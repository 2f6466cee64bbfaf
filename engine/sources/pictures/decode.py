"""From the bytes of a picture file to RGB values, whatever was in it."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from engine.errors import UserError
from engine.files import read_refused
from engine.opencv import cv2
from engine.sources.frame import DISPLAY_PIXELS
from engine.sources.names import shown_name
from engine.sources.pictures.facts import PictureHeader
from engine.sources.pictures.header import MOST_BYTES, damaged, read_header
from engine.text import mark

_STRIP = 256
_MOST_MISSING = 9
_BLOCK = 2**20
_CUT_OFF = mark("the file is cut off: shown as far as it goes")
_CUT_OFF_SENTENCE = mark(
    "“{name}” is cut off: the picture is shown as far as the file goes, the rest is missing."
    " Copy or download the file again."
)


@dataclass(frozen=True, eq=False)
class Picture:
    """A decoded picture and, in marked text, what was done to it that its viewer should know.

    `warning` is the sentence for one of which a part is missing.
    """

    image: np.ndarray
    notes: tuple[str, ...]
    header: PictureHeader
    warning: UserError | None = None


def read_bytes(path: Path | str) -> bytes:
    """Everything in the file.

    Raises:
        UserError: if it is missing, not allowed, no ordinary file, or larger than any picture that could be opened.
    """
    try:
        facts = os.stat(path)
        if not stat.S_ISREG(facts.st_mode):
            raise UserError(
                mark("“{name}” is a folder or a device, not a file. Choose a picture file."), name=shown_name(path)
            )
        if facts.st_size > MOST_BYTES:
            raise UserError(
                mark("“{name}” is {size} MB, but at most {most} MB can be opened. Save a smaller copy of it."),
                name=shown_name(path), size=facts.st_size // 1_000_000, most=MOST_BYTES // 1_000_000,
            )  # fmt: skip
        return _everything_in(path, facts.st_size)
    except OSError as error:
        raise unreadable(path, error) from None


def unreadable(path: Path | str, error: OSError) -> UserError:
    """The sentence for a file or folder that the system does not give out."""
    return UserError(read_refused(error), name=shown_name(path), reason=error.strerror or str(error), details=str(path))


def _everything_in(path: Path | str, size: int) -> bytes:
    # Python's own files ask the system twice as often; of thousands of small pictures that is most of the time.
    file = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    try:
        data = os.read(file, size + 1)
        while more := os.read(file, _BLOCK):
            data += more
    finally:
        os.close(file)
    return data


def decode_picture(data: bytes, *, name: str, header: PictureHeader | None = None) -> Picture:
    """Decode the first picture in `data` as (H, W) or (H, W, 3) RGB, turned upright, alpha laid over white.

    Eight and sixteen bits stay what they are; everything else becomes float32, with NaN and infinity kept.

    Raises:
        UserError: for anything that is not a whole picture of bearable size (a JPEG or BMP that was cut off is shown as
            far as it goes, and says so in its notes).
    """
    header = header or read_header(data, name=name)
    notes: list[str] = []
    values = _decode(data, header, name, notes)
    if values.ndim == 3 and values.shape[2] in (1, 2):
        values = np.ascontiguousarray(values[:, :, 0])
    if values.ndim == 3 and values.shape[2] > 4:
        raise UserError(
            mark("“{name}” has {channels} channels, but a picture has one (gray), three (RGB) or four (with alpha)."),
            name=name, channels=values.shape[2],
        )  # fmt: skip
    values = _usual_type(values, notes)
    if values.ndim == 3 and values.shape[2] == 4:
        values = _over_white(values, header, notes)
    elif values.ndim == 3:
        _swap_red_and_blue(values)
    values = upright(values, header.orientation)
    warning = UserError(_CUT_OFF_SENTENCE, name=name) if _CUT_OFF in notes else None
    return Picture(image=values, notes=tuple(notes), header=header, warning=warning)


def decode_preview(data: bytes, header: PictureHeader) -> tuple[np.ndarray, int] | None:
    """A large JPEG at 1/2, 1/4 or 1/8 of its size, in a fifth of the time; None for everything else."""
    if header.format != "JPEG" or header.pixels <= DISPLAY_PIXELS:
        return None
    factor = next((n for n in (2, 4) if header.pixels <= n * n * DISPLAY_PIXELS), 8)
    values = decode_reduced(data, header, factor)
    return None if values is None else (values, factor)


def decode_reduced(data: bytes, header: PictureHeader, factor: int) -> np.ndarray | None:
    """A JPEG at 1/2, 1/4 or 1/8 of its size (`factor` 2, 4 or 8), upright; None if it cannot be read so."""
    colour, gray = {
        2: (cv2.IMREAD_REDUCED_COLOR_2, cv2.IMREAD_REDUCED_GRAYSCALE_2),
        4: (cv2.IMREAD_REDUCED_COLOR_4, cv2.IMREAD_REDUCED_GRAYSCALE_4),
        8: (cv2.IMREAD_REDUCED_COLOR_8, cv2.IMREAD_REDUCED_GRAYSCALE_8),
    }[factor]
    flags = (gray if header.channels == 1 else colour) | cv2.IMREAD_IGNORE_ORIENTATION
    values = _imdecode(data, flags)
    if values is None:
        return None
    if values.ndim == 3:
        _swap_red_and_blue(values)
    return upright(values, header.orientation)


def upright(image: np.ndarray, orientation: int) -> np.ndarray:
    """Turn and mirror the picture as its Exif orientation, 1 to 8, asks."""
    if orientation in (5, 6, 7, 8):
        image = np.asarray(cv2.transpose(image))
    # After the transposition of 5 to 8 only mirroring is left: 1 is left-right, 0 top-bottom, -1 both.
    mirroring = {2: 1, 3: -1, 4: 0, 6: 1, 7: -1, 8: 0}.get(orientation)
    return image if mirroring is None else np.asarray(cv2.flip(image, mirroring))


def _decode(data: bytes, header: PictureHeader, name: str, notes: list[str]) -> np.ndarray:
    values = _imdecode(data, cv2.IMREAD_UNCHANGED)
    if values is None and header.format == "JPEG":
        values = _imdecode(data + b"\xff\xd9", cv2.IMREAD_UNCHANGED)
        notes.append(_CUT_OFF)
    elif values is None and header.format == "BMP":
        missing = header.pixels * header.channels + 4 * header.height + 2048 - len(data)
        if missing > _MOST_MISSING * len(data):
            raise damaged(name, header.format)
        values = _imdecode(data + bytes(max(0, missing)), cv2.IMREAD_UNCHANGED)
        notes.append(_CUT_OFF)
    if values is None or values.size == 0:
        raise damaged(name, header.format)
    return values


def _imdecode(data: bytes, flags: int) -> np.ndarray | None:
    try:
        values = cv2.imdecode(np.frombuffer(data, np.uint8), flags)
    except (cv2.error, MemoryError):
        return None
    return None if values is None else np.asarray(values)


def _usual_type(values: np.ndarray, notes: list[str]) -> np.ndarray:
    if values.dtype == np.uint8:
        return values
    if values.dtype == np.uint16:
        notes.append(mark("16 bit"))
        return values
    if values.dtype != np.float32:
        with np.errstate(over="ignore", invalid="ignore"):
            values = values.astype(np.float32)
    notes.append(mark("floating point"))
    if not np.isfinite(values).all():
        notes.append(mark("contains values that are not finite"))
    return values


def _over_white(values: np.ndarray, header: PictureHeader, notes: list[str]) -> np.ndarray:
    """Lay B, G, R, alpha over white; strip by strip, because this passes through float32."""
    is_float = values.dtype == np.float32
    white = 1.0 if is_float else float(np.iinfo(values.dtype).max)
    result = np.empty((*values.shape[:2], 3), values.dtype)
    is_opaque = True
    for top in range(0, values.shape[0], _STRIP):
        strip = values[top : top + _STRIP]
        colours, alpha = strip[:, :, 2::-1], strip[:, :, 3:]
        if bool((alpha == white).all()):
            result[top : top + _STRIP] = colours
            continue
        is_opaque = False
        share = alpha.astype(np.float32) / white
        with np.errstate(invalid="ignore", over="ignore"):
            laid = (colours if header.is_premultiplied else colours * share) + white * (1 - share)
        result[top : top + _STRIP] = laid if is_float else np.clip(np.rint(laid), 0, white)
    if not is_opaque:
        notes.append(mark("alpha laid over white"))
    return result


def _swap_red_and_blue(values: np.ndarray) -> None:
    for top in range(0, values.shape[0], _STRIP):
        strip = values[top : top + _STRIP]
        cv2.cvtColor(strip, cv2.COLOR_BGR2RGB, dst=strip)
