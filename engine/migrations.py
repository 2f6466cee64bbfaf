"""Documents of earlier versions, brought up to date one version at a time.

A format keeps its steps in a table: step n makes version n + 1 of what is version n, and is never changed again.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

Document = Mapping[str, Any]
Step = Callable[[dict[str, Any]], dict[str, Any]]


def newest(steps: Mapping[int, Step]) -> int:
    """The version that the steps lead to.

    >>> newest({1: lambda document: document})
    2
    """
    return max(steps, default=0) + 1


def version_in(document: Document) -> int | None:
    """The version that a document says it has; None where it says none that can be.

    >>> version_in({"version": 2}), version_in({"version": True}), version_in({})
    (2, None, None)
    """
    found = document.get("version")
    return found if isinstance(found, int) and not isinstance(found, bool) and found >= 1 else None


def migrated(document: Document, steps: Mapping[int, Step]) -> dict[str, Any]:
    """The document in its newest version; itself unchanged. It says in `version`, a whole number from 1, which it is.

    A step may rely on nothing but what its version always had: what else is in the document may be damaged, and is
    left for the reader to refuse.

    >>> migrated({"version": 1, "colour": "red"}, {1: lambda old: {"shade": old["colour"]}})
    {'shade': 'red', 'version': 2}
    """
    current = dict(document)
    for version in range(current["version"], newest(steps)):
        current = {**steps[version](current), "version": version + 1}
    return current
