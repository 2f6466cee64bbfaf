"""Taking settings out of a Keras configuration, which may come from a file that nobody has checked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from engine.errors import UserError
from engine.network.layers.functions import ALIASES, FUNCTIONS
from engine.text import mark

Config = Mapping[str, Any]


class UnsupportedError(UserError):
    """A model that holds something that cannot be shown, or that is not what it says."""


def text(config: Config, *names: str, default: str | None = None) -> str:
    """The first of these entries, which has to be a text."""
    found = value(config, *names, default=default)
    if not isinstance(found, str):
        raise UnsupportedError(
            mark("The model's description is damaged: “{name}” should be a text."), name=names[0][:80]
        )
    return found


def value(config: Config, *names: str, default: Any = None) -> Any:
    """The first of these entries that is there; old versions of Keras had other names for the same thing."""
    for name in names:
        if name in config:
            return config[name]
    return default


def mapping(found: Any, *, what: str) -> Config:
    """`found`, which has to be a mapping with texts for keys."""
    if not isinstance(found, dict) or not all(isinstance(key, str) for key in found):
        raise UnsupportedError(mark("The model's description is damaged: “{what}” cannot be read."), what=what[:80])
    return found


def entries(found: Any, *, what: str, most: int = 8192) -> list[Any]:
    """`found`, which has to be a list of bounded length."""
    if not isinstance(found, (list, tuple)) or len(found) > most:
        raise UnsupportedError(mark("The model's description is damaged: “{what}” cannot be read."), what=what[:80])
    return list(found)


def function(found: Any) -> str:
    """The name of an activation; functions of the author's own are refused."""
    if found is None:
        return "linear"
    if isinstance(found, dict):
        found = found.get("class_name") if not found.get("config") else found.get("config")
        if isinstance(found, dict):
            found = found.get("name")
    if isinstance(found, str):
        name = ALIASES.get(found.lower(), _snake(found))
        name = ALIASES.get(name, name)
        if name in FUNCTIONS.values():
            return name
    raise UnsupportedError(
        mark("An activation called “{name}” is not one of Keras's own, so it cannot be shown. "
             "Use one of: {known}."),
        name=str(found)[:80], known=", ".join(FUNCTIONS.values()),
    )  # fmt: skip


def refuse_unless(config: Config, name: str, allowed: Iterable[Any], *, kind: str) -> None:
    """Refuse a setting that changes what a layer computes in a way that is not known here."""
    if name in config and not any(config[name] is each or config[name] == each for each in allowed):
        raise UnsupportedError(
            mark("A layer of the kind {kind} is set to {name} = {value}, which cannot be shown."),
            kind=kind, name=name, value=str(config[name])[:80],
        )  # fmt: skip


def _snake(name: str) -> str:
    """A class's name as the function is called: `HardSigmoid` becomes `hard_sigmoid`."""
    if name.lower() in FUNCTIONS.values():
        return name.lower()
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower()
