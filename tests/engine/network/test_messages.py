from __future__ import annotations

from engine.network.messages import Device, Devices


def devices(*found: Device) -> Devices:
    return Devices(devices=found, cores=2, tensorflow_version="2", keras_version="3", import_seconds=1.0)


def test_networks_run_on_a_gpu_where_there_is_one() -> None:
    processor, graphics = Device(kind="CPU", name="Some processor"), Device(kind="GPU", name="Some graphics")
    assert (devices(processor).kind, devices(processor).names) == ("CPU", ("Some processor",))
    assert (devices(processor, graphics).kind, devices(processor, graphics).names) == ("GPU", ("Some graphics",))
