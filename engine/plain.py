"""Plain data out of files that nobody vouches for."""

from __future__ import annotations

import json
from typing import Any

DEEPEST = 100
"""Nothing of ours is nested a tenth as deep; what is goes past Python's own limit somewhere later."""


def plain_data(text: bytes) -> Any:
    r"""The data in a JSON file; halves of characters, which could not be written again, become question marks.

    Raises:
        ValueError: for what is no JSON, or nested far too deep.

    >>> plain_data(b'{"name": "a\\ud800b"}')
    {'name': 'a?b'}
    """
    try:
        data = json.loads(text)
    except RecursionError:
        raise _too_deep() from None
    if _is_deeper(data, DEEPEST):
        raise _too_deep()
    if b"\\u" in text:
        data = json.loads(json.dumps(data, ensure_ascii=False).encode("utf-8", "replace"))
    return data


def _is_deeper(data: Any, most: int) -> bool:
    if not isinstance(data, (dict, list)):
        return False
    return most <= 0 or any(_is_deeper(each, most - 1) for each in (data.values() if isinstance(data, dict) else data))


def _too_deep() -> ValueError:
    return ValueError(f"The data is nested deeper than {DEEPEST} levels.")
