"""From a spec to an open data set."""

from __future__ import annotations

from engine.network.data.built_in import built_in
from engine.network.data.dataset import DataSet, Stop, Told
from engine.network.data.files.opening import open_file
from engine.network.data.folder import FolderSet
from engine.network.data.generated.generated_set import GeneratedSet
from engine.network.data.recorded import RecordedSet
from engine.network.data.specs import BuiltInData, DataSpec, FileData, FolderData, GeneratedData


def open_data(spec: DataSpec, *, told: Told | None = None, stop: Stop | None = None) -> DataSet:
    """Open a data set: names and headers are read, nothing is decoded.

    `told` hears how many of how many are done; 0 of them stands for unknown.

    Raises:
        UserError: if it cannot be opened at all.
        StoppedError: when `stop` says so.
    """
    if isinstance(spec, BuiltInData):
        return built_in(spec.name)
    if isinstance(spec, GeneratedData):
        return GeneratedSet(spec)
    if isinstance(spec, FolderData):
        return FolderSet(spec, told=told, stop=stop)
    if isinstance(spec, FileData):
        return open_file(spec.path)
    return RecordedSet(spec.folder)
