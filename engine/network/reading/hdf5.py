"""Looking into HDF5 files that may be meant to do harm: only plain arrays and texts that lie in the file itself."""

from __future__ import annotations

from pathlib import Path
from typing import IO, Any

import h5py
import numpy as np
from numpy.typing import NDArray

from engine.network.layers.layer import Shape, shape_text
from engine.network.reading.limits import Limits, ReadError
from engine.text import mark

# Deflate, shuffle, checksum, n-bit, scale-offset and LZF are part of the library; others would load program code.
_FILTERS = (1, 2, 3, 5, 6, 32000)


class Hdf5:
    """An HDF5 file, read without following anything out of it. Close it, or use it with `with`."""

    def __init__(self, source: Path | IO[bytes], limits: Limits) -> None:
        self._limits = limits
        self._source = source
        try:
            self._file = h5py.File(source, "r")
        except (OSError, ValueError, RuntimeError, KeyError) as error:
            self._close_source()
            raise ReadError(
                mark("The weights are damaged, so the model cannot be opened. Export it again."), details=repr(error)
            ) from None

    def __enter__(self) -> Hdf5:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()
        self._close_source()

    def has(self, path: str) -> bool:
        """Whether something lies at `path`."""
        return self._at(path) is not None

    def attribute_text(self, path: str, name: str) -> bytes | None:
        """An attribute that is a text, or None."""
        group = self._at(path)
        if group is None or name not in group.attrs:
            return None
        self._check_attribute(group, name, 1)
        found = group.attrs[name]
        if isinstance(found, str):
            found = found.encode()
        if not isinstance(found, bytes) or len(found) > self._limits.text_bytes:
            raise ReadError(mark("The model's description is damaged: “{what}” cannot be read."), what=name)
        return bytes(found)

    def attribute_names(self, path: str, name: str) -> list[str] | None:
        """An attribute that is a list of names; Keras spreads long ones over `name0`, `name1`, …"""
        group = self._at(path)
        if group is None:
            return None
        parts = [name] if name in group.attrs else []
        while not (parts and parts[0] == name) and f"{name}{len(parts)}" in group.attrs and len(parts) < 1000:
            parts.append(f"{name}{len(parts)}")
        if not parts:
            return None
        found: list[str] = []
        for part in parts:
            self._check_attribute(group, part, self._limits.names)
            for each in np.atleast_1d(group.attrs[part]).tolist():
                if not isinstance(each, (str, bytes)):
                    raise ReadError(mark("The model's description is damaged: “{what}” cannot be read."), what=name)
                found.append(each if isinstance(each, str) else each.decode("utf-8", "replace"))
        return found

    def array(self, path: str, shape: Shape) -> NDArray[Any]:
        """The numbers at `path`, which have to be of this shape; float32, or whole numbers as they are."""
        found = self._at(path)
        if not isinstance(found, h5py.Dataset):
            raise ReadError(mark("The weights “{name}” are missing in the file."), name=path[:200])
        if found.is_virtual or found.external:
            raise ReadError(
                mark("The weights “{name}” lie in another file, which is not opened. Export the model into one file."),
                name=path[:200],
            )  # fmt: skip
        listed = found.id.get_create_plist()
        if found.dtype.kind not in "fiu" or any(
            listed.get_filter(index)[0] not in _FILTERS for index in range(listed.get_nfilters())
        ):
            raise ReadError(mark("The weights “{name}” are kept in a form that is not read."), name=path[:200])
        if tuple(found.shape) != shape:
            raise ReadError(
                mark("The weights “{name}” are {found}, but the layer needs {expected}."),
                name=path[:200], found=shape_text(found.shape), expected=shape_text(shape),
            )  # fmt: skip
        try:
            values = found[()]
        except (OSError, ValueError, RuntimeError) as error:
            raise ReadError(
                mark("The weights “{name}” are damaged. Export the model again."), details=repr(error), name=path[:200]
            ) from None
        return np.asarray(values, np.float32 if found.dtype.kind == "f" else None)

    def _close_source(self) -> None:
        if not isinstance(self._source, Path):
            self._source.close()

    def _at(self, path: str) -> Any:
        """What lies at `path`, reached by plain links only; None where nothing does."""
        here: Any = self._file
        for part in path.strip("/").split("/"):
            if not part:
                continue
            if part in (".", "..") or not isinstance(here, h5py.Group):
                return None
            try:
                link = here.get(part, getlink=True)
            except (KeyError, RuntimeError, ValueError, OSError):
                return None
            if link is None:
                return None
            if not isinstance(link, h5py.HardLink):
                raise ReadError(
                    mark("The file points to “{name}” somewhere else, which is not followed. "
                         "Export the model into one file."),
                    name=part[:80],
                )  # fmt: skip
            try:
                here = here[part]
            except (KeyError, RuntimeError, ValueError, OSError) as error:
                raise ReadError(
                    mark("The weights are damaged, so the model cannot be opened. Export it again."),
                    details=repr(error),
                ) from None
        return here

    def _check_attribute(self, group: Any, name: str, most: int) -> None:
        about = group.attrs.get_id(name)
        count = int(np.prod(about.shape, dtype=object))
        # WORKAROUND(h5py 3.14): asking how much room an empty list takes is an error.
        if count > most or (count and about.get_storage_size() > self._limits.text_bytes):
            raise ReadError(mark("The model's description is damaged: “{what}” cannot be read."), what=name)
