"""Published weights, written here as Keras 2 wrote them, open as the network that they are for."""

from __future__ import annotations

import json

import h5py
import numpy as np
import pytest

from engine.errors import UserError
from engine.network.architecture import chain
from engine.network.layers.convolution import Convolution
from engine.network.layers.input import Input
from engine.network.published import cards
from engine.network.published.cards import class_names_beside, present, published_for
from engine.network.published.weights import is_weights_only, read_weights
from engine.network.reading.limits import ReadError
from tests.engine.network.models import randomised

MOBILENET = "mobilenet_2_5_128_tf.h5"
MOBILENET_V2 = "mobilenet_v2_weights_tf_dim_ordering_tf_kernels_0.35_96_no_top.h5"


def write_weights(path, model, *, renamed=False):
    """As `save_weights` of Keras 2 did, with layers numbered otherwise if asked for."""
    with h5py.File(path, "w") as file:
        names = [f"{layer.name}_{number}" if renamed else layer.name for number, layer in enumerate(model.layers)]
        file.attrs["layer_names"] = [name.encode() for name in names]
        for name, layer in zip(names, model.layers, strict=True):
            group = file.create_group(name)
            group.attrs["weight_names"] = [f"{name}/{each.name}:0".encode() for each in layer.weights]
            for each in layer.weights:
                group[f"{name}/{each.name}:0"] = np.asarray(each.numpy())
    return path


@pytest.mark.parametrize(
    ("file", "maker", "settings"),
    [
        (MOBILENET, "MobileNet", {"alpha": 0.25, "input_shape": (128, 128, 3)}),
        (MOBILENET_V2, "MobileNetV2", {"alpha": 0.35, "input_shape": (96, 96, 3), "include_top": False}),
        ("densenet121_weights_tf_dim_ordering_tf_kernels_notop.h5", "DenseNet121",
         {"include_top": False, "input_shape": (224, 224, 3)}),
    ],
)  # fmt: skip
def test_weights_on_this_computer_open_with_the_numbers_that_keras_gives(keras_loaded, tmp_path, file, maker, settings):
    import keras

    from engine.network.building import build
    from engine.network.published.making import read_network
    from engine.network.saving.writing import answers, probe

    model = randomised(getattr(keras.applications, maker)(weights=None, **settings), 5)
    read = read_network(write_weights(tmp_path / file, model, renamed=True))
    made = build(read.architecture, arrays=read.arrays)
    expected, found = answers(model, probe(model))[0], answers(made, probe(model))[0]
    np.testing.assert_allclose(found, expected, rtol=1e-4, atol=1e-5 * float(np.abs(expected).max()))
    assert read.values == ("torch" if maker == "DenseNet121" else "signed")


def test_every_card_names_a_network_of_keras(keras_loaded):
    import keras

    for card in cards._BY_FILE.values():
        assert hasattr(keras.applications, card.maker)


def test_the_classes_of_imagenet_are_taken_from_the_list_beside_the_weights(tmp_path):
    weights = tmp_path / MOBILENET
    assert class_names_beside(weights) == ()
    index = {str(number): [f"n{number:08}", f"tiger_cat_{number}"] for number in range(1000)}
    (tmp_path / cards.CLASS_INDEX).write_text(json.dumps(index))
    assert class_names_beside(weights)[282] == "tiger cat 282"
    for damage in ("", "[]", '{"0": 5}', "[" * 9000, json.dumps({"0": ["n", "tench"]})):
        (tmp_path / cards.CLASS_INDEX).write_text(damage)
        assert class_names_beside(weights) == ()


def test_only_known_files_are_listed_and_the_folder_is_keras_own(tmp_path, monkeypatch):
    monkeypatch.setenv(cards.HOME, str(tmp_path))
    assert cards.folder() == tmp_path / "models"
    assert present() == ()
    (tmp_path / "models").mkdir()
    for name in (MOBILENET, "holiday.h5", "vgg16_weights_tf_dim_ordering_tf_kernels.h5"):
        (tmp_path / "models" / name).touch()
    assert [path.name for path in present()] == ["vgg16_weights_tf_dim_ordering_tf_kernels.h5", MOBILENET]
    card = published_for(tmp_path / MOBILENET)
    assert card is not None
    assert (card.title, card.name) == ("MobileNet 0.25, 128", "{title} · ImageNet")
    assert published_for(tmp_path / "holiday.h5") is None


def small(filters=2):
    return chain("net", {"in": Input(shape=(8, 8, 3)), "conv": Convolution(filters=filters)})


def test_a_file_that_does_not_fit_is_refused_in_a_sentence(tmp_path):
    path = tmp_path / "weights.h5"
    with h5py.File(path, "w") as file:
        file.attrs["layer_names"] = [b"in", b"c"]
        file.create_group("in").attrs["weight_names"] = np.zeros(0, "S1")
        group = file.create_group("c")
        group.attrs["weight_names"] = [b"c/kernel:0", b"c/bias:0"]
        group["c/kernel:0"], group["c/bias:0"] = np.ones((3, 3, 3, 2), "f4"), np.ones(2, "f4")
    assert is_weights_only(path)
    assert read_weights(path, small())["conv/kernel"].shape == (3, 3, 3, 2)
    with pytest.raises(ReadError, match="are 3×3×3×2, but the layer needs 3×3×3×4"):
        read_weights(path, small(4))
    with pytest.raises(ReadError, match="holds weights for 1 layers, but the network has 2"):
        read_weights(
            path, chain("net", {"in": Input(shape=(8, 8, 3)), "a": Convolution(filters=2), "b": Convolution(filters=2)})
        )
    with h5py.File(path, "a") as file:
        file["c"].attrs["weight_names"] = [b"c/kernel:0"]
    with pytest.raises(ReadError, match="“conv” needs 2 arrays"):
        read_weights(path, small())


def test_damaged_weights_are_refused_and_a_whole_model_is_opened_as_ever(keras_loaded, tmp_path):
    from engine.network.published.making import read_network
    from tests.engine.network.reading import files

    path = tmp_path / MOBILENET
    path.write_bytes(b"\x89HDF\r\n\x1a\nnonsense")
    with pytest.raises(UserError, match="damaged"):
        read_network(path)
    files.keras_2(tmp_path / "mobilenet_1_0_224_tf.h5")
    assert read_network(tmp_path / "mobilenet_1_0_224_tf.h5").architecture.name == "outer"
