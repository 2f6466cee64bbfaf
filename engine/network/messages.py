"""What the window and the network worker say to each other. Imports nothing heavy: the window reads this too."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, kw_only=True)
class Device:
    """Something that TensorFlow can compute on; `name` as its maker calls it, as far as the system tells."""

    kind: Literal["CPU", "GPU"]
    name: str


@dataclass(frozen=True, kw_only=True)
class Devices:
    """What the network worker found out while it started; its `Ready` carries this as `about`.

    `cores` are the processor cores this program may use; `import_seconds` is how long TensorFlow and Keras took to
    load.
    """

    devices: tuple[Device, ...]
    cores: int
    tensorflow_version: str
    keras_version: str
    import_seconds: float

    @property
    def kind(self) -> Literal["CPU", "GPU"]:
        """What networks will run on."""
        return "GPU" if any(device.kind == "GPU" for device in self.devices) else "CPU"

    @property
    def names(self) -> tuple[str, ...]:
        """The devices that networks will run on."""
        return tuple(device.name for device in self.devices if device.kind == self.kind)
