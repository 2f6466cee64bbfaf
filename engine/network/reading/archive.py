"""Looking into zip files that may be meant to do harm: nothing is unpacked to a name of the archive's choosing."""

from __future__ import annotations

import stat
import tempfile
import zipfile
from pathlib import Path, PurePosixPath
from typing import IO, Any

from engine.network.reading.limits import Limits, ReadError
from engine.text import mark
from engine.zips import DAMAGED, METHODS

_CHUNK = 2**20


class Archive:
    """A zip file whose list of members has been checked. Close it, or use it with `with`."""

    def __init__(self, path: Path, limits: Limits) -> None:
        self._limits = limits
        try:
            self._file = zipfile.ZipFile(path)
        except DAMAGED as error:
            raise ReadError(
                mark("“{name}” is damaged or no zip file, so it cannot be opened. Export it again."),
                details=repr(error), name=path.name,
            ) from None  # fmt: skip
        try:
            self._members = self._checked()
        except BaseException:
            self._file.close()
            raise

    def __enter__(self) -> Archive:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    @property
    def names(self) -> tuple[str, ...]:
        """The members that are files."""
        return tuple(self._members)

    def text(self, name: str) -> bytes:
        """A small member, such as a configuration."""
        with self.spooled(name, self._limits.text_bytes) as unpacked:
            found: bytes = unpacked.read()
        return found

    def spooled(self, name: str, limit: int | None = None) -> IO[bytes]:
        """A member unpacked into a nameless temporary file, at its start."""
        most = self._limits.unpacked_bytes if limit is None else limit
        if name not in self._members:
            raise ReadError(
                mark("The archive holds no “{name}”, so it is no model that can be opened."), name=name[:80]
            )
        target: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 - handed to the caller, who closes it
        try:
            # A member can hold more than the list says; what counts is what comes out.
            left = min(most, self._members[name].file_size)
            with self._file.open(self._members[name]) as source:
                while chunk := source.read(min(_CHUNK, left + 1)):
                    left -= len(chunk)
                    if left < 0:
                        raise ReadError(
                            mark("“{name}” in the archive is larger than a model needs, or than it says."),
                            name=name[:80],
                        )
                    target.write(chunk)
            target.seek(0)
        except DAMAGED as error:
            target.close()
            raise ReadError(
                mark("“{name}” in the archive is damaged. Export the model again."), details=repr(error), name=name[:80]
            ) from None
        except BaseException:
            target.close()
            raise
        return target

    def _checked(self) -> dict[str, Any]:
        listed = self._file.infolist()
        if len(listed) > self._limits.members:
            raise ReadError(
                mark("The archive holds {count:,} files; a model has at most {limit:,}."),
                count=len(listed), limit=self._limits.members,
            )  # fmt: skip
        if sum(each.file_size for each in listed) > self._limits.unpacked_bytes:
            raise ReadError(
                mark("The archive would unpack to more than {limit:,} bytes, which no model here needs."),
                limit=self._limits.unpacked_bytes,
            )  # fmt: skip
        found: dict[str, Any] = {}
        for each in listed:
            if is_outside(each.filename) or stat.S_ISLNK(each.external_attr >> 16):
                raise ReadError(
                    mark("The archive holds “{name}”, which points outside of it. It is not opened."),
                    name=ascii(each.filename)[1:-1][:80],
                )  # fmt: skip
            if each.is_dir():
                continue
            if each.flag_bits & 0x1:
                raise ReadError(mark("The archive is locked with a password. Save it without one."))
            if each.compress_type not in METHODS or each.filename in found:
                raise ReadError(
                    mark("“{name}” stands in the archive twice or in a form that is not read."), name=each.filename[:80]
                )
            found[each.filename] = each
        return found


def is_outside(name: str) -> bool:
    """Whether a name in an archive or list could lead out of its folder, on any system.

    >>> is_outside("weights/shard1.bin"), is_outside("../x"), is_outside("C:/x"), is_outside("http://x/y")
    (False, True, True, True)
    """
    path = PurePosixPath(name.replace("\\", "/"))
    return not name or path.is_absolute() or ".." in path.parts or ":" in name or "\0" in name or "\\" in name
