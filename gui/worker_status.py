"""The network worker in the status bar: its state, what it computes on, and a sentence when it ends unexpectedly."""

from __future__ import annotations

from PySide6.QtCore import QObject

from engine.child.lifecycle import State
from engine.child.messages import Message, Ready
from engine.network.messages import Devices
from gui.children import QtChild
from gui.notify import Notifier, Offer
from gui.text import tr
from gui.widgets.status_bits import StatusDot

TOPIC = "network worker"


class WorkerStatus(QObject):
    """Keeps the dot true and tells of deaths; the supervisor restarts the worker by itself."""

    def __init__(self, child: QtChild, dot: StatusDot, notifier: Notifier, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._child = child
        self._dot = dot
        self._notifier = notifier
        self._devices: Devices | None = None
        child.state_changed.connect(self._on_state_changed)
        child.message_arrived.connect(self._on_message_arrived)
        child.died.connect(self._on_died)
        self._on_state_changed(child.state)

    def _on_message_arrived(self, message: Message) -> None:
        if isinstance(message, Ready) and isinstance(message.about, Devices):
            self._devices = message.about
            self._on_state_changed(self._child.state)
            self._notifier.withdraw(TOPIC)

    def _on_state_changed(self, state: str) -> None:
        texts = {
            State.STARTING: (tr("Network worker starting"), "kernel"),
            State.READY: (tr("Network worker ready"), "result"),
            State.BUSY: (tr("Network worker busy"), "kernel"),
            State.STOPPING: (tr("Network worker stopping"), "dim"),
            State.DEAD: (tr("Network worker off"), "dim"),
        }
        text, role = texts[State(state)]
        if self._devices is not None and state in (State.READY, State.BUSY):
            text += " · " + device_words(self._devices)
        if state == State.DEAD and self._child.has_given_up:
            text, role = tr("Network worker failed"), "refused"
        self._dot.set_status(text, role)
        self._dot.setToolTip(self._tooltip())

    def _tooltip(self) -> str:
        lines = [
            tr("The process in which neural networks run. It may take some seconds to start; nothing waits for it.")
        ]
        if self._devices is not None:
            names = ", ".join(name for name in self._devices.names if name)
            lines += [names] if names else []
            lines.append(f"TensorFlow {self._devices.tensorflow_version} · Keras {self._devices.keras_version}")
        return "\n".join(lines)

    def _on_died(self, _sentence: str) -> None:
        error = self._child.last_death
        if error is None:
            return
        offers = (Offer(tr("Start it again"), self._child.restart),) if self._child.has_given_up else ()
        self._notifier.error(error, topic=TOPIC, offers=offers)


def device_words(devices: Devices) -> str:
    """What networks run on, in a few words: `CPU, 2 cores`, or the name of the graphics card."""
    if devices.kind == "GPU":
        return ", ".join(("GPU", *(name for name in devices.names if name)))
    if devices.cores == 1:
        return tr("CPU, 1 core")
    return tr("CPU, {count} cores", count=devices.cores)
