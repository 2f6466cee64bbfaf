"""One door to every source."""

from __future__ import annotations

import os
from pathlib import Path

from engine.errors import UserError
from engine.sources.addresses import checked_address
from engine.sources.camera import CameraSource
from engine.sources.folder import FolderSource
from engine.sources.moving import MovingSampleSource
from engine.sources.names import shown_name
from engine.sources.picture import PictureSource
from engine.sources.pictures.decode import unreadable
from engine.sources.pictures.header import PICTURE_EXTENSIONS, foreign_format, picture_format, read_header
from engine.sources.samples import SampleSource
from engine.sources.source import OnFrame, OnStatus, Source
from engine.sources.specs import (
    FolderSpec,
    MovingSampleSpec,
    PictureSpec,
    SampleSpec,
    SourceSpec,
    StreamSpec,
    VideoSpec,
)
from engine.sources.video import VideoSource
from engine.text import mark

VIDEO_EXTENSIONS = frozenset(
    (".mp4", ".m4v", ".mov", ".avi", ".mkv", ".webm", ".mpg", ".mpeg", ".ts", ".mts", ".wmv", ".flv", ".ogv", ".3gp",
     ".mjpg", ".mjpeg")
)  # fmt: skip

_VIDEO_STARTS = (
    b"\x1a\x45\xdf\xa3", b"FLV\x01", b"OggS", b"\x30\x26\xb2\x75\x8e\x66\xcf\x11", b"\0\0\1\xba", b"\0\0\1\xb3",
)  # fmt: skip
_MOVIE_ATOMS = (b"ftyp", b"moov", b"mdat", b"wide", b"free", b"skip")


def open_source(spec: SourceSpec, *, on_frame: OnFrame, on_status: OnStatus) -> Source:
    """Open what `spec` describes.

    `on_frame` (there is a newer frame; ask `newest`) and `on_status` come from any thread, and may come before this
    returns. A small still picture is there when this returns; everything else follows. What turns out to be wrong
    later is told by a status.

    Raises:
        UserError: if it cannot be opened at all. The source shown until then is untouched.
    """
    if isinstance(spec, SampleSpec):
        return SampleSource(spec, on_frame=on_frame, on_status=on_status)
    if isinstance(spec, MovingSampleSpec):
        return MovingSampleSource(spec, on_frame=on_frame, on_status=on_status)
    if isinstance(spec, PictureSpec):
        return PictureSource(spec, on_frame=on_frame, on_status=on_status)
    if isinstance(spec, FolderSpec):
        return FolderSource(spec, on_frame=on_frame, on_status=on_status)
    if isinstance(spec, VideoSpec):
        return VideoSource(spec, on_frame=on_frame, on_status=on_status)
    return CameraSource(spec, on_frame=on_frame, on_status=on_status)


def spec_for_path(path: str | os.PathLike[str]) -> PictureSpec | FolderSpec | VideoSpec:
    """What a dropped or typed path is, by its content first and its name second.

    Raises:
        UserError: if it is missing, or neither a picture nor a folder nor a video.
    """
    place = Path(path)
    try:
        if place.is_dir():
            return FolderSpec(place)
        with place.open("rb") as file:
            start = file.read(1024)
    except (OSError, ValueError) as error:
        raise unreadable(place, error if isinstance(error, OSError) else FileNotFoundError()) from None
    extension = place.suffix.lower()
    # A stream of JPEG pictures begins as one picture does: only its name tells them apart.
    if (picture_format(start) or foreign_format(start)) and extension not in (".mjpg", ".mjpeg"):
        return PictureSpec(place)
    if is_video(start) or (extension in VIDEO_EXTENSIONS and start):
        return VideoSpec(place)
    if extension in PICTURE_EXTENSIONS or not start:
        read_header(start, name=shown_name(place))
    raise UserError(
        mark(
            "“{name}” is neither a picture nor a video. Open a PNG, JPEG, WebP, TIFF, BMP or GIF file, a video or "
            "a folder of pictures."
        ),
        name=shown_name(place),
    )  # fmt: skip


def spec_for_address(text: str) -> StreamSpec:
    """The network camera at a typed address; `http://` may be left out.

    Raises:
        UserError: if it is no http, https or rtsp address.
    """
    return StreamSpec(checked_address(text))


def is_video(start: bytes) -> bool:
    """Whether the first bytes of a file are those of a video container."""
    if start.startswith(_VIDEO_STARTS) or start[4:8] in _MOVIE_ATOMS:
        return True
    is_avi = start[:4] == b"RIFF" and start[8:12] == b"AVI "
    is_transport = len(start) > 376 and start[0] == start[188] == start[376] == 0x47
    return is_avi or is_transport
