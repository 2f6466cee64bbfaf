"""What this computer offers to networks. Imports TensorFlow: for the network worker only."""

from __future__ import annotations

import os
import platform
import time
from pathlib import Path

from engine.network.messages import Device, Devices


def load_keras() -> Devices:
    """Import TensorFlow and Keras, quietly, and tell what they run on."""
    # Has to happen before the import: TensorFlow reads it once. 2 leaves errors, which the parent logs.
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")
    os.environ["KERAS_BACKEND"] = "tensorflow"  # whatever ~/.keras/keras.json says
    started = time.perf_counter()
    import keras
    import tensorflow as tf

    import_seconds = time.perf_counter() - started
    keras.config.set_image_data_format("channels_last")
    keras.config.set_floatx("float32")
    graphics = tf.config.list_physical_devices("GPU")
    for device in graphics:
        # By default TensorFlow takes all of the graphics memory, from which the window draws too.
        tf.config.experimental.set_memory_growth(device, True)
    names = [tf.config.experimental.get_device_details(device).get("device_name", device.name) for device in graphics]
    return Devices(
        devices=(Device(kind="CPU", name=processor_name()), *(Device(kind="GPU", name=str(name)) for name in names)),
        cores=usable_cores(),
        tensorflow_version=tf.__version__,
        keras_version=keras.__version__,
        import_seconds=import_seconds,
    )


def usable_cores() -> int:
    """The cores this process may run on, which can be fewer than the computer has."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def processor_name() -> str:
    """The processor as its maker calls it, or its architecture where the system does not tell."""
    try:
        for line in Path("/proc/cpuinfo").read_text(encoding="utf-8", errors="replace").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    except OSError:
        pass
    return platform.processor() or platform.machine()
