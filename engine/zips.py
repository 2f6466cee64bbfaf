"""What all readers of zip files know: which members are read, and what damaged or hostile bytes may raise."""

from __future__ import annotations

import struct
import zipfile
import zlib

METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""The packings that are read: others raise errors of their own, and nobody needs them."""

DAMAGED = (
    zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, struct.error, EOFError, NotImplementedError, RuntimeError,
    ValueError, OverflowError, KeyError, IndexError,
)  # fmt: skip
"""All that `zipfile`, and `numpy.load` on top of it, raise at one wrong byte somewhere; not what a disk raises."""


def is_readable(info: zipfile.ZipInfo) -> bool:
    """Whether a member is packed in a way that is read, and not locked with a password."""
    return info.compress_type in METHODS and not info.flag_bits & 0x1
