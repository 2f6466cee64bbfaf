"""The cameras of this computer, by name where the system tells."""

from __future__ import annotations

import os
import queue

from engine.child.messages import Answer, Message
from engine.child.supervisor import SupervisedChild
from engine.sources.camera_messages import CameraNames, ListCameras
from engine.sources.specs import CameraSpec
from engine.text import mark

STAND_IN_VARIABLE = "KERNELSCOPE_CAMERA"
_NUMBERS = 3


def list_cameras(*, timeout: float = 15.0) -> tuple[CameraSpec, ...]:
    """The cameras that can be opened. It asks a child process and takes about half a second: not for the Qt thread.

    Where the system does not tell, the first three numbers are offered. The environment variable `KERNELSCOPE_CAMERA`
    (a video file, a sequence such as `frame_%03d.png`, or an address) puts a stand-in first, for demonstrations.
    """
    answers: queue.SimpleQueue[Message] = queue.SimpleQueue()
    child = SupervisedChild(mark("camera worker"), "engine.sources.camera_worker:main")
    child.listen(on_message=lambda message: answers.put(message) if isinstance(message, Answer) else None)
    try:
        child.start()
        child.send(ListCameras())
        answer = answers.get(timeout=timeout)
    except queue.Empty:
        answer = None
    finally:
        child.close()
    return _stand_in() + _specs(answer)


def _specs(answer: Message | None) -> tuple[CameraSpec, ...]:
    if isinstance(answer, CameraNames) and answer.is_known:
        return tuple(CameraSpec(index, name=name) for index, name in answer.cameras)
    return tuple(CameraSpec(index) for index in range(_NUMBERS))


def _stand_in() -> tuple[CameraSpec, ...]:
    device = os.environ.get(STAND_IN_VARIABLE, "")
    return (CameraSpec(name=os.path.basename(device) or device, device=device, is_mirrored=False),) if device else ()
