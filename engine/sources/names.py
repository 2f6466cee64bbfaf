"""Names of files as they may be shown."""

from __future__ import annotations

import os
from pathlib import Path


def shown_name(path: Path | str) -> str:
    """The last part of the path, with a question mark for every byte that is no text in the system's encoding.

    Such names come from memory sticks written elsewhere; as they are they can be neither drawn nor logged.

    >>> shown_name(Path("/somewhere/caf" + chr(0xDCE9) + ".png"))
    'caf?.png'
    """
    return (os.path.basename(path) or str(path)).encode("utf-8", "replace").decode("utf-8")
