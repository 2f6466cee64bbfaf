"""A script, run by itself, builds the network that it was written from."""

from __future__ import annotations

import inspect
import subprocess
import sys
import types

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.network.architecture import Architecture, chain
from engine.network.catalogue import CARDS, SMALL, architecture_of
from engine.network.layers import augmentation, pooling, rims
from engine.network.layers.activation import Activation, PReLU
from engine.network.layers.convolution import Convolution
from engine.network.layers.dropout import Dropout
from engine.network.layers.input import Input
from engine.network.layers.kinds import LAYER_KINDS
from engine.network.layers.normalisation import Normalization
from engine.network.layers.rescaling import Rescaling
from engine.network.script.calls import LEADING
from engine.network.script.writing import write_script
from engine.network.table import table_of
from tests.engine.network import models
from tests.engine.network.networks import SIAMESE, TWO_ENDED

SMALLEST = [card.id + SMALL if card.small else card.id for card in CARDS.values()]

ODD_NAMES = chain(
    'a "model" \\ by hand',
    {
        "class": Input(shape=(12, 12, 3)),
        "print": Rescaling(scale=(1 / 127.5,), offset=(-1.0,)),
        "x": Normalization(mean=(0.1, 0.2, 0.3), variance=(1.0, 2.0, 3.0)),
        'conv "1"\'s': Convolution(filters=4, kernel_size=(3, 2), padding="same"),
        "größe × 2": PReLU(shared_axes=(1, 2)),
        "1": rims.ZeroPadding(padding=((1, 0), (2, 3))),
        "flip": augmentation.RandomFlip(),
        "zoom": augmentation.RandomZoom(height_factor=(0.1, 0.2)),
        "layers": Dropout(rate=0.25),
        "keras": pooling.AveragePooling(pool_size=(3, 3), strides=(1, 1)),
        "\\N{DIGIT ONE}": Activation(activation="hard_silu"),
        "mean": pooling.GlobalAveragePooling(keepdims=True),
    },
)


def built(architecture: Architecture):
    """The model that the script builds when it is run in here."""
    module = types.ModuleType("exported")
    text = write_script(architecture)
    exec(compile(text, "exported.py", "exec"), module.__dict__)
    build = text.split("    model = ")[1].split("(")[0]
    return module.__dict__[build]()


def rows(architecture: Architecture):
    return {row.path: (row.kind, row.output_shape, row.params, row.trainable) for row in table_of(architecture).layers}


@pytest.mark.parametrize("identity", SMALLEST)
def test_the_script_of_a_gallery_network_builds_the_same_table(keras_loaded, identity):
    from engine.network.describing.model import describe

    architecture = architecture_of(identity)
    assert rows(describe(built(architecture))) == rows(architecture)


@pytest.mark.parametrize("architecture", [ODD_NAMES, TWO_ENDED], ids=["oddly named", "two-ended"])
def test_nested_branching_and_oddly_named_layers_too(keras_loaded, architecture):
    from engine.network.describing.model import describe

    again = describe(built(architecture))
    assert rows(again) == rows(architecture)
    assert (again.inputs, again.outputs) == (architecture.inputs, architecture.outputs)


def test_shared_layers_and_models_are_made_once(keras_loaded):
    from engine.network.describing.model import describe

    again = describe(built(SIAMESE))
    # Keras has no names for the second use of a layer, so only what is there counts.
    assert sorted(rows(again).values()) == sorted(rows(SIAMESE).values())
    assert sorted(node.shares for node in again.nodes if node.shares) == ["deeper", "first"]
    assert again.inputs == SIAMESE.inputs


def test_weights_come_from_the_file_that_is_called_like_the_script(keras_loaded, tmp_path):
    from engine.network.building import build
    from engine.network.describing.model import describe
    from engine.network.saving.writing import answers, probe, save_network

    architecture = describe(models.nested())
    model = build(architecture, seed=9)  # as the program opens it
    save_network(model, tmp_path / "whole.keras")
    made = built(architecture)
    made.load_weights(tmp_path / "whole.keras")
    np.testing.assert_allclose(answers(made, probe(model))[0], answers(model, probe(model))[0], atol=1e-6)


def test_the_script_runs_by_itself_and_finds_its_weights(keras_loaded, tmp_path):
    from engine.network.building import build
    from engine.network.saving.writing import save_network

    save_network(build(architecture_of("cnn-example"), seed=3), tmp_path / "net.keras")
    (tmp_path / "net.py").write_text(write_script(architecture_of("cnn-example")), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "net.py"], cwd=tmp_path, capture_output=True, text=True, timeout=180, check=False
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "62,958" in done.stdout


@pytest.mark.parametrize("kind", sorted(LAYER_KINDS))
def test_what_is_left_out_is_what_keras_takes_anyway(keras_loaded, kind):
    import keras

    if kind == "InputLayer":
        return
    takes = inspect.signature(getattr(keras.layers, kind).__init__).parameters
    leading = LEADING.get(kind, ())
    assert tuple(takes)[1 : len(leading) + 1] == leading
    for name, value in LAYER_KINDS[kind]().keras_settings().items():
        if name in leading or (name == "strides" and "pool_size" in leading):
            continue
        usual = takes[name].default
        is_same = value in (usual, [usual]) or (value == "linear" and usual is None)
        assert is_same, f"{name}: {value!r} here, {usual!r} in Keras"


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=20), st.text(max_size=8))
@settings(max_examples=60, deadline=None)
def test_no_name_breaks_out_of_its_quotes(name, other):
    names = [each for each in (name, other) if each.strip() and each.isprintable() and not set(each) & set("/:")]
    if len(names) < 2 or names[0] == names[1]:
        return
    architecture = chain(names[0], {names[0]: Input(shape=(8, 8, 3)), names[1]: Convolution()})
    text = write_script(architecture)
    calls = compile(text, "exported.py", "exec")
    strings = [each for code in calls.co_consts if hasattr(code, "co_consts") for each in _strings(code)]
    assert set(names) <= set(strings)


def _strings(code):
    for each in code.co_consts:
        if isinstance(each, str):
            yield each
        elif isinstance(each, tuple):
            yield from (inner for inner in each if isinstance(inner, str))
