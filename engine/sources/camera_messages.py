"""What the window and the camera worker say to each other."""

from __future__ import annotations

from dataclasses import dataclass

from engine.child.messages import Answer, Message, Request
from engine.child.ring import RingAddress

CAMERA, FILE, STREAM = "camera", "file", "stream"


@dataclass(frozen=True, kw_only=True)
class Capture(Request):
    """Open the device and put its frames into the ring until told to stop.

    `kind` is `CAMERA` (an index or a device path), `FILE` (a video file or a numbered sequence of pictures that stands
    in for a camera, played at its own pace and round and round) or `STREAM` (an address).
    """

    device: int | str
    kind: str
    shown: str
    width: int
    height: int
    ring: RingAddress


@dataclass(frozen=True, kw_only=True)
class Captured(Message):
    """There is a new frame in the ring."""

    number: int


@dataclass(frozen=True, kw_only=True)
class NeedsLargerRing(Answer):
    """Capturing has ended because a frame takes `slot_bytes`; ask again with a larger ring."""

    slot_bytes: int


@dataclass(frozen=True, kw_only=True)
class ListCameras(Request):
    """Ask for the cameras of this computer."""


@dataclass(frozen=True, kw_only=True)
class CameraNames(Answer):
    """The cameras: OpenCV's index and the system's name of each. `is_known` is false where the system cannot tell."""

    cameras: tuple[tuple[int, str], ...] = ()
    is_known: bool = True
