"""Recipe files that nobody should have written: cut off, overwritten, and with every value replaced by an odd one."""

import copy
import json
import random
from collections.abc import Iterator
from typing import Any

from engine.imaging.kernel_choice import KernelChoice
from engine.imaging.ready_made import ready_made
from engine.imaging.recipe import Recipe
from engine.imaging.stages.convolution import Convolution
from engine.imaging.stages.filters import Filter
from engine.imaging.stages.kinds import STAGE_KINDS

FEWEST_MUTATED = 1600


class Raw(str):
    """A piece of JSON that is written as it stands."""


ODD: tuple[Any, ...] = (
    None, True, False, 0, -1, 2, 31, 32, 10**9, 10**400, -(10**400), 0.5, -0.0, 1e308, float("nan"), float("inf"),
    -float("inf"), Raw("1e400"), Raw("1" * 5000), "", "sobel", "own", "x" * 1_000_000, "\ud800", "\0", "{name}", "{",
    [], [[]], [1], [1, 2], [1, 2, 3], [True, True], [[1, 2], [3]], [[0.0] * 32] * 32, [[float("nan")]], {},
    {"name": "own"}, {"kind": "noise"}, Raw("[" * 900 + "]" * 900), Raw('{"a":' * 900 + "1" + "}" * 900),
    Raw('{"a": 1, "a": 2}'),
)  # fmt: skip


def every_kind() -> Recipe:
    """One stage of each kind, with kernels of one's own and a bank of filters."""
    own = Filter((KernelChoice.own([[1, 2], [3, 4]], "mine"), KernelChoice.own([[0, 1], [1, 0]])), bias=0.5)
    bank = Convolution(channels="volume", filters=(own, own))
    return Recipe((bank, *(kind() for kind in STAGE_KINDS.values())), title="Everything")


def bases() -> list[str]:
    """The sound recipes from which the others are made."""
    return [every_kind().to_text(), *(each.recipe.to_text() for each in ready_made())]


def corpus() -> Iterator[tuple[str, bytes]]:
    """Every file as (name, bytes), the same in each run."""
    yield from _by_hand()
    yield from _with_odd_values(json.loads(every_kind().to_text()))
    dice = random.Random(7)
    texts = bases()
    for number in range(FEWEST_MUTATED):
        yield f"mutated {number}", _mutated(dice.choice(texts).encode(), dice)


def _by_hand() -> Iterator[tuple[str, bytes]]:
    head = '{"format": "kernelscope-recipe", "version": 1, "stages": '
    yield "empty", b""
    yield "not text", bytes(range(256))
    yield "byte order mark", b"\xff\xfe" + every_kind().to_text().encode("utf-16-le")
    yield "zeros", bytes(10_000)
    yield "nested", b"[" * 100_000
    yield "number", b"1e999999"
    yield "long number", b"1" * 100_000
    yield "many stages", (head + "[" + ", ".join(['{"kind": "noise"}'] * 200_000) + "]}").encode()
    kernels = ", ".join(['{"name": "sobel"}'] * 150_000)
    filters = f'[{{"kind": "convolution", "filters": [{{"kernels": [{kernels}]}}]}}]'
    yield "many kernels", f"{head}{filters}}}".encode()
    rows = ", ".join(["[" + "1, " * 999 + "1]"] * 1000)
    yield (
        "many weights",
        f'{head}[{{"kind": "convolution", "kernel": {{"name": "own", "weights": [{rows}]}}}}]}}'.encode(),
    )
    for name, version in (("newer", "2"), ("older", "0"), ("truth", "true"), ("text", '"1"'), ("fraction", "1.5")):
        yield f"version {name}", every_kind().to_text().replace('"version": 1', f'"version": {version}').encode()
    for kind in STAGE_KINDS:
        yield f"64 × {kind}", f"{head}[{', '.join([json.dumps({'kind': kind})] * 64)}]}}".encode()
        yield f"65 × {kind}", f"{head}[{', '.join([json.dumps({'kind': kind})] * 65)}]}}".encode()


def _with_odd_values(sound: dict[str, Any]) -> Iterator[tuple[str, bytes]]:
    for place in _places(sound, ()):
        for number, odd in enumerate(ODD):
            damaged = copy.deepcopy(sound)
            inner = damaged
            for key in place[:-1]:
                inner = inner[key]
            inner[place[-1]] = odd
            yield f"{'/'.join(map(str, place))} = odd {number}", _text(damaged).encode("utf-8", "surrogatepass")


def _places(data: Any, path: tuple[Any, ...]) -> Iterator[tuple[Any, ...]]:
    keys = data.keys() if isinstance(data, dict) else range(len(data)) if isinstance(data, list) else ()
    for key in keys:
        yield (*path, key)
        yield from _places(data[key], (*path, key))


def _text(data: Any) -> str:
    if isinstance(data, Raw):
        return str(data)
    if isinstance(data, dict):
        return "{" + ", ".join(f"{json.dumps(key)}: {_text(value)}" for key, value in data.items()) + "}"
    if isinstance(data, list):
        return "[" + ", ".join(map(_text, data)) + "]"
    return json.dumps(data) if not isinstance(data, int) or abs(data) < 10**400 else str(data)


def _mutated(text: bytes, dice: random.Random) -> bytes:
    mutated = bytearray(text)
    for _ in range(dice.choice((1, 1, 2, 5))):
        place = dice.randrange(len(mutated) + 1) if mutated else 0
        match dice.randrange(5):
            case 0:
                del mutated[place:]
            case 1:
                del mutated[place : place + dice.randrange(1, 40)]
            case 2:
                mutated[place:place] = dice.choice((b"0", b"-", b"9" * 30, b"null", b'"', b",", b"[", b"}", b"\xff"))
            case 3:
                mutated[place : place + 1] = bytes([dice.randrange(256)])
            case _:
                other = dice.randrange(len(mutated) + 1)
                mutated[place:place] = mutated[other : other + dice.randrange(200)]
    return bytes(mutated)
