"""Writing a training as a Python script that runs by itself: the same pictures, network and steps, the same curve.

script = write_script(facts)
script.text, script.beside()          # beside(): arrays of an .npz file of the same name, where it needs one
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from numpy.typing import NDArray

from engine.network.script.calls import quoted
from engine.network.script.writing import build_functions
from engine.network.training.script.facts import Facts
from engine.network.training.script.fitting_parts import fitting_part
from engine.network.training.script.learning_parts import learning_part
from engine.network.training.script.reading_parts import reading_part
from engine.network.training.transform import Transform, chance_of

_OWN_LAYERS = Path(__file__).resolve().parents[1] / "augmentation_layers.py"
_WIDTH = 100
_IMPORTS = ("csv", "gzip", "math", "struct", "sys", "zlib")
_PARTS_BESIDE = '''
def parts(count):
    """Which pictures are learnt from, watched, and kept for the end: as the file beside the script says."""
    with np.load(BESIDE) as kept:
        return kept["train"], kept["validation"], kept["test"]
'''
_PARTS = '''
def parts(count):
    """Which pictures are learnt from, watched, and kept for the end: all that are not named above are learnt from."""
    aside = [np.array(each, int) for each in (VALIDATION, TEST, LEFT_OUT)]
    return np.setdiff1d(np.arange(count), np.concatenate(aside)), aside[0], aside[1]
'''


@dataclass(frozen=True, eq=False)
class TrainingScript:
    """The text, and where it needs one, the arrays of the file beside it."""

    text: str
    beside: Callable[[], dict[str, NDArray[Any]]] | None


def write_script(facts: Facts) -> TrainingScript:
    """The script of a training.

    Run by itself it trains, prints a line for each epoch, and leaves the best network as `.keras` and the curve as
    `.csv` beside it. As in the program, frozen layers are run once, and a loss that stops being a number leads back to
    the last epoch at a lower rate.
    """
    lines, build = build_functions(facts.architecture)
    code = "\n".join(
        part.strip("\n") + "\n\n"
        for part in (
            reading_part(facts), fitting_part(facts), _PARTS_BESIDE if facts.has_parts_beside else _PARTS,
            "\n".join(lines), *_transforms(facts), learning_part(facts, build=build),
        )
    )  # fmt: skip
    code = re.sub(r"\n{4,}", "\n\n\n", code).rstrip("\n") + "\n"
    head = "\n".join(_head(facts, code))
    return TrainingScript(f"{head}\n\n\n{code}", facts.beside if facts.has_beside else None)


def _head(facts: Facts, code: str) -> Iterator[str]:
    job, settings = facts.job, facts.job.settings
    yield f'"""{_safe(job.name or facts.dataset.name)}: the training of a network, written by Kernelscope.'
    yield ""
    yield f"Run it with: python script.py{' [FOLDER OF THE DATA]' if facts.root is not None else ''}"
    yield "It leaves the best network as .keras and the curve as .csv beside it."
    if facts.has_beside:
        yield "What does not fit into a script lies in the .npz file of the same name beside it."
    yield '"""'
    yield ""
    uses_cv2 = "cv2." in code
    yield from (f"import {name}" for name in _IMPORTS if f"{name}." in code)
    yield from ["from pathlib import Path", "", *(["import cv2"] if uses_cv2 else []), "import keras"]
    yield from ["import numpy as np", "import tensorflow as tf", "from keras import layers"]
    if "ops." in code:
        yield "from keras import ops"
    yield ""
    yield "HERE = Path(__file__).resolve()"
    if facts.has_beside:
        yield 'BESIDE = HERE.with_suffix(".npz")'
    if facts.root is not None:
        yield f"DATA = Path(sys.argv[1] if len(sys.argv) > 1 else {str(facts.root)!r})"
    yield from _wrapped("CLASSES", [quoted(name) for name in facts.dataset.class_names])
    yield f"SIZE, CHANNELS = {facts.size!r}, {facts.channels}"
    yield f"EPOCHS, BATCH = {settings.epochs}, {settings.batch_size}"
    yield f"RATE, WARM_UP = {settings.rate!r}, {settings.warm_up}"
    yield f"PATIENCE = {settings.patience if settings.stops_early else 0}  # 0: it does not stop early"
    yield f"SEED = {settings.seed}"
    yield from _later(facts)
    if not facts.has_parts_beside:
        for name, places in facts.kept_aside.items():
            yield from _wrapped(name.upper(), [str(each) for each in places.tolist()])


def _later(facts: Facts) -> Iterator[str]:
    """When which layers learn, and from which layer on."""
    cuts = facts.cuts()
    ends = [f", {cut!r}" if any(cuts) else "" for cut in cuts[1:]]
    about = ", from which layer on any learns" if any(cuts) else ""
    yield f"# Layers that learn only later: {{epoch: (what the rate is multiplied by, which layers{about})}}"
    later = [
        f"{first}: ({factor!r}, {list(freed)!r}{end})"
        for (first, factor, freed), end in zip(facts.phases(), ends, strict=True)
    ]
    yield f"LATER = {{{', '.join(later)}}}"


def _transforms(facts: Facts) -> Iterator[str]:
    """Our own layers where they are needed, and the function that makes all of them."""
    has_colour = facts.channels == 3
    numbered = enumerate(facts.job.transforms)
    used = [(number, each) for number, each in numbered if has_colour or not each.needs_colour]
    if any(each.layer().is_own for _, each in used):
        yield own_layers()
    made = [f"        {_call(each, chance_of(number, facts.job.settings.seed))}," for number, each in used]
    body = "\n".join(("    return [", *made, "    ]")) if made else "    return []"
    yield f'\ndef transforms():\n    """What varies the pictures while the network learns."""\n{body}\n'


def own_layers() -> str:
    """The source of our own layers, without what it imports."""
    source = _OWN_LAYERS.read_text(encoding="utf-8").replace("  # type: ignore[misc]", "")
    return re.sub(r"( -> (Any|dict\[str, Any\])|: Any)", "", source[source.index("HIGHEST = ") :])


def _call(transform: Transform, seed: int) -> str:
    call = transform.layer()
    settings = ", ".join(f"{name}={value!r}" for name, value in call.settings.items())
    return f'{"" if call.is_own else "layers."}{call.name}({settings}, seed={seed}, dtype="float32")'


def _wrapped(name: str, items: list[str]) -> Iterator[str]:
    """A tuple of items over as many lines as it takes."""
    text = ", ".join(items) + ("," if len(items) == 1 else "")
    if len(text) <= _WIDTH - 20:
        yield f"{name} = ({text})"
        return
    yield f"{name} = ("
    line = "   "
    for item in items:
        if len(line) + len(item) + 2 > _WIDTH and line.strip():
            yield line
            line = "   "
        line += f" {item},"
    yield from (line, ")")


def _safe(text: str) -> str:
    """Text that can stand in a docstring whatever the job is called."""
    whole = text.encode("utf-8", "replace").decode()
    return " ".join(whole.replace("\\", "/").replace('"', "'").replace("\0", "").split())
