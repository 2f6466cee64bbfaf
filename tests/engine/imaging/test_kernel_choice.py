import json

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays

from engine.errors import UserError
from engine.imaging.kernel_choice import KernelChoice
from engine.imaging.kernels import library

own_kernels = arrays(
    np.float32, array_shapes(min_dims=2, max_dims=2, max_side=31), elements=st.floats(-1e6, 1e6, width=32)
).map(KernelChoice.own)
choices = st.one_of(st.sampled_from(list(library())).map(KernelChoice), own_kernels)


@given(choices)
@settings(max_examples=60, deadline=None)
def test_round_trip_through_json(choice):
    again = KernelChoice.from_json(json.loads(json.dumps(choice.to_json())))
    assert again == choice
    assert hash(again) == hash(choice)
    np.testing.assert_array_equal(again.weights(), choice.weights())


def test_settings_are_checked_and_kept_complete():
    assert KernelChoice("sobel") == KernelChoice("sobel", {"size": 3}) == KernelChoice("sobel", (("size", 3.0),))
    assert KernelChoice("sobel").changed(size=5) == KernelChoice("sobel", {"size": 5})
    assert KernelChoice("laplacian", {"neighbours": 8}) == KernelChoice("laplacian", {"neighbours": "8"})


def test_weights_are_shared_and_read_only():
    weights = KernelChoice("sobel").weights()
    assert weights is KernelChoice("sobel").weights()
    with pytest.raises(ValueError, match="read-only"):
        weights[0, 0] = 5


@pytest.mark.parametrize(
    ("choice", "title"),
    [
        (KernelChoice("sobel", {"direction": "horizontal"}), "Sobel · Horizontal edges · 3 × 3"),
        (KernelChoice("oriented", {"angle": 70}), "Oriented edge · 70° · 3 × 3"),
        (KernelChoice("laplacian"), "Laplacian · 4 neighbours"),
        (KernelChoice.own([[1, 2, 3], [4, 5, 6]]), "Own kernel · 2 × 3"),
        (KernelChoice.own([[1]], " Mine "), "Mine · 1 × 1"),
    ],
)
def test_titles(choice, title):
    assert choice.title() == title


@pytest.mark.parametrize(
    "data",
    [
        None, [], "sobel", {}, {"name": 3}, {"name": "nonsense"}, {"name": "own"}, {"name": "own", "weights": []},
        {"name": "own", "weights": [[]]}, {"name": "own", "weights": [1, 2]}, {"name": "own", "weights": "12"},
        {"name": "own", "weights": [[1, 2], [3]]}, {"name": "own", "weights": [["1"]]}, {"name": "own", "weights": {}},
        {"name": "own", "weights": [[float("nan")]]}, {"name": "own", "weights": [[float("inf")]]},
        {"name": "own", "weights": [[1e39]]}, {"name": "own", "weights": [[10**400]]},
        {"name": "own", "weights": [[True]]},
        {"name": "own", "weights": [[0.0] * 32]}, {"name": "own", "weights": [[0.0]] * 32},
        {"name": "own", "weights": [[1]], "label": 5}, {"name": "sobel", "settings": []},
        {"name": "sobel", "settings": {"size": 400}}, {"name": "sobel", "settings": {"sise": 3}},
        {"name": "sobel", "settings": {"size": None}}, {"name": "sobel", "settings": {"direction": []}},
    ],
)  # fmt: skip
def test_damaged_data_is_refused_in_a_sentence(data):
    with pytest.raises(UserError) as refusal:
        KernelChoice.from_json(data)
    assert str(refusal.value).endswith(".")


def test_a_choice_is_either_from_the_library_or_own():
    with pytest.raises(UserError):
        KernelChoice("sobel", own_weights=((1.0,),))
    with pytest.raises(UserError):
        KernelChoice.own([[1]]).changed(size=3)
