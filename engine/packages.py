"""Where other packages keep the files that come inside them, found without the second that importing them takes."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path


def package_folder(name: str) -> Path | None:
    """The folder of an installed package, or None.

    >>> package_folder("no_package_of_this_name") is None
    True
    """
    found = find_spec(name)
    return Path(found.origin).parent if found and found.origin else None
