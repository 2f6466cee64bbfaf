"""Hundreds of files that were cut, changed and twisted: each is read or refused in a sentence, none does anything."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import numpy as np

from tests.engine.network.reading.files import MODEL, keras_2, keras_3, tensorflow_js, zip_of

ROOT = Path(__file__).resolve().parents[4]
EACH = 90


def changed(data: bytes, generator: np.random.Generator) -> bytes:
    """A copy that was cut off, or in which some bytes were turned into others, doubled or taken out."""
    how = generator.integers(4)
    start = int(generator.integers(len(data)))
    length = int(generator.integers(1, 64))
    if how == 0:
        return data[:start]
    if how == 1:
        return data[:start] + generator.bytes(length) + data[start + length :]
    if how == 2:
        return data[:start] + data[start : start + length] * 2 + data[start + length :]
    turned = bytearray(data)
    for place in generator.integers(len(data), size=8):
        turned[place] ^= 1 << int(generator.integers(8))
    return bytes(turned)


def twisted(value, generator: np.random.Generator, chance: float = 0.04):
    """A configuration in which some values have become others that do not belong there."""
    if generator.random() < chance:
        odd = [None, True, -1, 0, 1e308, 10**30, "", "x" * 3000, [], {}, [[]], float("nan"), "../../x", "Lambda"]
        return odd[generator.integers(len(odd))]
    if isinstance(value, dict):
        return {key: twisted(inner, generator, chance) for key, inner in value.items()}
    if isinstance(value, list):
        return [twisted(inner, generator, chance) for inner in value]
    return value


def test_five_hundred_hostile_files(tmp_path) -> None:
    folder = tmp_path / "files"
    folder.mkdir()
    generator = np.random.default_rng(11)
    whole = {
        "keras": keras_3(tmp_path / "a.keras").read_bytes(),
        "h5": keras_2(tmp_path / "b.h5").read_bytes(),
        "zip": zip_of(tmp_path / "c.zip", tensorflow_js()).read_bytes(),
    }
    for kind, data in whole.items():
        (folder / f"whole.{kind}").write_bytes(data)
        for number in range(EACH):
            (folder / f"changed{number:03}.{kind}").write_bytes(changed(data, generator))
            path = folder / f"twisted{number:03}.{kind}"
            config = twisted(MODEL, generator)
            if kind == "keras":
                keras_3(path, config=config)
            elif kind == "h5":
                keras_2(path, config=config)
            else:
                zip_of(path, tensorflow_js(config=config))
    count = len(list(folder.iterdir()))
    assert count >= 500
    run = subprocess.run(
        [sys.executable, "-m", "tests.engine.network.reading.hostile", str(folder)],
        cwd=ROOT, capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip
    outcomes = dict(map(json.loads, run.stdout.splitlines()))
    assert run.returncode == 0, (run.returncode, run.stderr[-2000:], list(outcomes)[-1:])
    assert len(outcomes) == count
    assert all(outcomes[f"whole.{kind}"] == "read" for kind in whole)
    failed = {name: outcome for name, outcome in outcomes.items() if outcome.startswith("failed")}
    assert failed == {}
    refused = sum(outcome.startswith("refused") for outcome in outcomes.values())
    assert refused > count / 3
    assert len(list(folder.iterdir())) == count
