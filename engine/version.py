"""Which version of Kernelscope this is, from the one place where it is written."""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def program_version() -> str:
    """The version in `pyproject.toml`.

    >>> program_version().count(".")
    2
    """
    import tomllib  # loaded only by who asks: a start has no time for it

    content = (Path(__file__).parents[1] / "pyproject.toml").read_text(encoding="utf-8")
    return str(tomllib.loads(content)["project"]["version"])
