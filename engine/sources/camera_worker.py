"""The camera worker: it holds the capture device and nothing else, so that it can be ended when a driver hangs.

It is named, not imported, by the window's process.
"""

from __future__ import annotations

import math
import os
import sys
import time
from collections.abc import Iterator

import numpy as np

from engine.child.host import Host, Job
from engine.child.messages import Answer, Stopped
from engine.child.ring import FrameRing, FrameTooLargeError
from engine.errors import UserError
from engine.opencv import cv2
from engine.sources.camera_messages import (
    FILE,
    STREAM,
    CameraNames,
    Capture,
    Captured,
    ListCameras,
    NeedsLargerRing,
)
from engine.text import mark

# The same system in listing and opening, because each counts the cameras in its own way.
_BACKENDS = {"linux": cv2.CAP_V4L2, "win32": cv2.CAP_DSHOW, "darwin": cv2.CAP_AVFOUNDATION}
_OPEN_PATIENCE_MS = 4000
_READ_PATIENCE_MS = 2500
_FIRST_FRAME_PATIENCE = 4.0
_FAILING_PATIENCE = 1.0
_USUAL_RATE = 30.0
# Frames as soon as they come: no buffering, and no five seconds of looking at the stream before the first one.
_STREAM_OPTIONS = "rtsp_transport;tcp|fflags;nobuffer|flags;low_delay|analyzeduration;500000|probesize;500000"


def main(host: Host, _: object) -> None:
    """Serve the window until it asks to quit."""
    os.environ.setdefault("OPENCV_FFMPEG_CAPTURE_OPTIONS", _STREAM_OPTIONS)
    host.serve({Capture: _capture, ListCameras: _list})


def _capture(job: Job, request: Capture) -> Answer | None:
    with FrameRing.attach(request.ring) as ring:
        capture = _open(request)
        try:
            return _fill(job, request, capture, ring)
        finally:
            capture.release()


def _fill(job: Job, request: Capture, capture: cv2.VideoCapture, ring: FrameRing) -> Answer:
    frames = _paced(request, capture, job) if request.kind == FILE else _live(request, capture, job)
    for number, (image, captured_at) in enumerate(frames, start=1):
        shape = image.shape[:2] if image.ndim == 2 or image.shape[2] == 1 else (*image.shape[:2], 3)
        try:
            with ring.filling(shape, np.uint8, number=number, captured_at=captured_at) as slot:
                _convert(image, slot)
        except FrameTooLargeError as error:
            return NeedsLargerRing(slot_bytes=error.needed)
        job.send(Captured(number=number))
    return Stopped()


def _convert(image: np.ndarray, slot: np.ndarray) -> None:
    if image.dtype != np.uint8:
        image = cv2.convertScaleAbs(image, alpha=255 / np.iinfo(image.dtype).max if image.dtype == np.uint16 else 1)
    if slot.ndim == 2:
        np.copyto(slot, image.reshape(slot.shape))
    else:
        cv2.cvtColor(image, cv2.COLOR_BGRA2RGB if image.shape[2] == 4 else cv2.COLOR_BGR2RGB, dst=slot)


def _live(request: Capture, capture: cv2.VideoCapture, job: Job) -> Iterator[tuple[np.ndarray, float]]:
    """Frames as they come; raises once they have stopped coming."""
    last, has_frames = time.perf_counter(), False
    while not job.is_stop_asked:
        is_read, image = capture.read()
        now = time.perf_counter()
        if is_read and image is not None and image.size:
            last, has_frames = now, True
            yield image, now
        elif request.kind == STREAM and not has_frames:
            raise _no_stream(request)
        elif request.kind == STREAM:
            text = mark(
                "The connection to {device} was lost. It is tried again by itself; check the camera and the network."
            )
            raise UserError(text, device=request.shown)
        elif now - last > (_FAILING_PATIENCE if has_frames else _FIRST_FRAME_PATIENCE):
            raise _silent(request) if has_frames else _busy(request)
        else:
            # Many cameras give nothing for their first moments.
            time.sleep(0.02)


def _paced(request: Capture, capture: cv2.VideoCapture, job: Job) -> Iterator[tuple[np.ndarray, float]]:
    """The frames of a file at its own rate, again and again."""
    rate = capture.get(cv2.CAP_PROP_FPS)
    step = 1 / (rate if math.isfinite(rate) and 1 <= rate <= 240 else _USUAL_RATE)
    due, has_frames = time.perf_counter(), False
    while not job.is_stop_asked:
        is_read, image = capture.read()
        if not is_read or image is None or not image.size:
            if not has_frames:
                raise _silent(request)
            capture.open(request.device, _file_backend(request))
            has_frames = False
            continue
        has_frames = True
        yield image, time.perf_counter()
        due = max(due + step, time.perf_counter() - 0.25)
        time.sleep(max(0.0, due - time.perf_counter()))


def _open(request: Capture) -> cv2.VideoCapture:
    if request.kind == STREAM:
        patience = [
            cv2.CAP_PROP_OPEN_TIMEOUT_MSEC, _OPEN_PATIENCE_MS, cv2.CAP_PROP_READ_TIMEOUT_MSEC, _READ_PATIENCE_MS,
        ]  # fmt: skip
        capture = cv2.VideoCapture(request.device, cv2.CAP_FFMPEG, patience)
        if not capture.isOpened():
            raise _no_stream(request)
        return capture
    if request.kind == FILE:
        capture = cv2.VideoCapture(request.device, _file_backend(request))
        if not capture.isOpened():
            text = mark("{device}, which stands in for a camera, cannot be played. Choose another video file.")
            raise UserError(text, device=request.shown)
        return capture
    capture = cv2.VideoCapture(request.device, _BACKENDS.get(sys.platform, cv2.CAP_ANY))
    if not capture.isOpened():
        raise _absent_or_busy(request)
    # Compressed first: raw pictures of this size do not fit through USB 2 at a useful rate.
    capture.set(cv2.CAP_PROP_FOURCC, cv2.VideoWriter.fourcc(*"MJPG"))
    capture.set(cv2.CAP_PROP_FRAME_WIDTH, request.width)
    capture.set(cv2.CAP_PROP_FRAME_HEIGHT, request.height)
    capture.set(cv2.CAP_PROP_BUFFERSIZE, 1)
    return capture


def _file_backend(request: Capture) -> int:
    return int(cv2.CAP_IMAGES if "%" in str(request.device) else cv2.CAP_FFMPEG)


def _absent_or_busy(request: Capture) -> UserError:
    """Say as well as the system lets us why a camera did not open."""
    path = request.device if isinstance(request.device, str) else f"/dev/video{request.device}"
    if sys.platform == "linux":
        if not os.path.exists(path):
            return UserError(
                mark("There is no {device}. Plug it in, choose another one, or use the moving sample instead."),
                device=request.shown,
            )  # fmt: skip
        if not os.access(path, os.R_OK | os.W_OK):
            return UserError(
                mark("Your user account may not use {device}. Add it to the group “video” and log in again."),
                device=request.shown,
            )  # fmt: skip
    if sys.platform == "darwin":
        return UserError(
            mark(
                "{device} did not open. Plug it in, close other programs that use it, and allow the camera in "
                "System Settings ▸ Privacy & Security ▸ Camera; or use the moving sample instead."
            ),
            device=request.shown,
        )  # fmt: skip
    return _busy(request)


def _busy(request: Capture) -> UserError:
    return UserError(
        mark(
            "{device} did not open. Plug it in, close other programs that use it, such as a video call, or use the "
            "moving sample instead."
        ),
        device=request.shown,
    )  # fmt: skip


def _silent(request: Capture) -> UserError:
    text = mark("{device} gives no more pictures. Check its plug; it is opened again by itself.")
    return UserError(text, device=request.shown)


def _no_stream(request: Capture) -> UserError:
    return UserError(
        mark(
            "No video comes from {device}. Check that the camera is on, in the same network, and that the address is "
            "the one of its video (MJPEG or RTSP), not of its web page."
        ),
        device=request.shown,
    )  # fmt: skip


def _list(_: Job, __: ListCameras) -> CameraNames:
    try:
        from cv2_enumerate_cameras import enumerate_cameras, supported_backends
    except Exception:
        # It is optional, and made of system calls that not every system answers; numbers serve in its place.
        return CameraNames(is_known=False)
    backend = _BACKENDS.get(sys.platform, cv2.CAP_ANY)
    if backend not in supported_backends:
        return CameraNames(is_known=False)
    found = {each.index: each.name or "" for each in enumerate_cameras(backend)}
    return CameraNames(cameras=tuple(sorted(found.items())))
