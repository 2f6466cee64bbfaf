"""The text of a training's script: Python whatever things are called. No Keras is needed."""

from __future__ import annotations

import ast
from dataclasses import replace
from pathlib import Path

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.network.catalogue import architecture_of
from engine.network.data.dataset import ArrayData
from engine.network.data.specs import BuiltInData
from engine.network.data.splitting import parts
from engine.network.training.job import TrainingJob
from engine.network.training.script import facts as facts_module
from engine.network.training.script import loop_parts
from engine.network.training.script.facts import Facts
from engine.network.training.script.writing import write_script
from engine.network.training.settings import Settings
from engine.network.training.transforms import KINDS

NAMES = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40)


def facts(names=("a", "b"), **changes):
    pictures = np.random.default_rng(0).integers(0, 255, (40, 8, 8), np.uint8)
    data = ArrayData("noise", pictures, np.arange(40) % 2, names)
    job = TrainingJob(data=BuiltInData(), **changes)
    return Facts(job, data, parts(data, job.split), architecture_of("lenet-5"), {}, "unit", (32, 32), 1)


def named(text):
    """The plain values that the script sets at its top."""
    found = {}
    for node in ast.parse(text).body:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            try:
                found[node.targets[0].id] = ast.literal_eval(node.value)
            except ValueError:
                continue
    return found


@given(st.lists(NAMES, min_size=2, max_size=2, unique=True), NAMES)
@settings(max_examples=25, deadline=None)
def test_names_arrive_whole_and_break_nothing(names, title):
    text = write_script(facts(tuple(names), name=title)).text
    assert named(text)["CLASSES"] == tuple(names)
    text.encode()


def test_every_kind_of_transform_optimiser_loss_and_schedule_is_python():
    for optimiser in ("adam", "adamw", "sgd", "momentum", "rmsprop"):
        for schedule in ("constant", "cosine", "steps", "exponential"):
            for loss in ("crossentropy", "squares"):
                chosen = Settings(optimiser=optimiser, schedule=schedule, loss=loss, smoothing=0.1)
                given = facts(transforms=tuple(kind() for kind in KINDS), settings=chosen)
                ast.parse(write_script(replace(given, channels=3)).text)


def test_the_parts_are_those_of_the_program(monkeypatch):
    given = facts()
    found = named(write_script(given).text)
    assert found["VALIDATION"] == tuple(given.parts.validation.tolist())
    assert "BESIDE" not in write_script(given).text
    assert write_script(given).beside is None
    monkeypatch.setattr(facts_module, "MOST_NUMBERS_INSIDE", 3)
    beside = write_script(given).beside()
    np.testing.assert_array_equal(beside["train"], given.parts.train)


def test_a_script_goes_back_as_often_as_the_program():
    program = Path(loop_parts.__file__).parents[1] / "going_back.py"
    assert f"MOST_ROLLBACKS = {loop_parts.MOST_ROLLBACKS}" in program.read_text(encoding="utf-8")
