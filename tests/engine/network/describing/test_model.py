"""Configurations as old and new Keras and TensorFlow.js write them, and what is refused of them. No Keras here."""

from __future__ import annotations

import json

import pytest

from engine.errors import UserError
from engine.network.architecture import Architecture
from engine.network.describing.model import SizeNeededError, describe_config
from engine.network.describing.values import UnsupportedError
from engine.network.table import table_of


def layer(kind: str, name: str, **config) -> dict:
    return {"class_name": kind, "config": {"name": name, **config}}


def conv(name: str = "conv", **config) -> dict:
    return layer("Conv2D", name, **{"filters": 4, "kernel_size": [3, 3], **config})


def start(shape=(None, 8, 8, 3), name: str = "input") -> dict:
    return layer("InputLayer", name, batch_input_shape=list(shape))


def sequential(*layers: dict, name: str = "model", **config) -> dict:
    return {"class_name": "Sequential", "config": {"name": name, "layers": list(layers), **config}}


def node(entry: dict, *calls: list) -> dict:
    return {**entry, "name": entry["config"]["name"], "inbound_nodes": list(calls)}


def functional(nodes: list[dict], inputs: list, outputs: list, name: str = "model", **config) -> dict:
    inside = {"name": name, "layers": nodes, "input_layers": inputs, "output_layers": outputs, **config}
    return {"class_name": "Functional", "config": inside}


def read(entry, **more) -> Architecture:
    # Through JSON, as files come.
    return describe_config(json.loads(json.dumps(entry)), **more).architecture


def test_keras_1_with_its_own_names_and_a_bare_list() -> None:
    network = read(
        {
            "class_name": "Sequential",
            "config": [
                layer("Convolution2D", "c", nb_filter=6, nb_row=5, nb_col=3, subsample=[1, 1], border_mode="same",
                      activation="relu", bias=True, init="glorot_uniform", dim_ordering="tf",
                      batch_input_shape=[None, 16, 16, 3], W_regularizer=None, input_dtype="float32"),
                layer("MaxPooling2D", "p", pool_size=[2, 2], strides=None, border_mode="valid", dim_ordering="tf"),
                layer("BatchNormalization", "b", mode=0, axis=3, epsilon=1e-6, momentum=0.9, gamma_init="one"),
                layer("Flatten", "f"),
                layer("Dropout", "d", p=0.25),
                layer("Dense", "out", output_dim=3, activation="softmax", bias=True, input_dim=384),
            ],
        }
    )  # fmt: skip
    rows = {row.name: row for row in table_of(network).rows}
    assert str(rows["c"].formula) == "(5·3·3+1)·6 = 276"
    assert rows["p"].output_shape == (8, 8, 6)
    assert rows["out"].params == 384 * 3 + 3
    assert network.by_name["d"].layer.rate == 0.25


def test_a_teachable_machine_project() -> None:
    """Keras 2 as TensorFlow.js carries it: a Functional without its top in a Sequential in a Sequential."""
    backbone = functional(
        [
            node(start((None, 224, 224, 3), "input_1")),
            node(layer("ZeroPadding2D", "pad", padding=[[0, 1], [0, 1]], data_format="channels_last"),
                 [["input_1", 0, 0, {}]]),
            node(conv("conv/one", strides=[2, 2], use_bias=False, groups=1, dtype="float32"), [["pad", 0, 0, {}]]),
            node(layer("BatchNormalization", "bn", axis=[3], momentum=0.999, epsilon=0.001), [["conv/one", 0, 0, {}]]),
            node(layer("ReLU", "relu6", max_value=6, negative_slope=0, threshold=0), [["bn", 0, 0, {}]]),
            node(layer("DepthwiseConv2D", "dw", kernel_size=[3, 3], padding="same", depth_multiplier=1, groups=1),
                 [["relu6", 0, 0, {}]]),
            node(layer("Add", "add"), [["dw", 0, 0, {}], ["relu6", 0, 0, {}]]),
        ],
        [["input_1", 0, 0]], [["add", 0, 0]], name="mobile",
    )  # fmt: skip
    entry = sequential(
        sequential(backbone, layer("GlobalAveragePooling2D", "mean"), name="features"),
        sequential(
            layer("Dense", "dense_1", units=100, activation="relu", batch_input_shape=[None, 4]),
            layer("Dense", "dense_2", units=2, activation="softmax", use_bias=False),
            name="head",
        ),
    )
    description = describe_config(json.loads(json.dumps(entry)))
    table = table_of(description.architecture)
    assert table.rows[-1].output_shape == (2,)
    assert description.origins["features/mobile/conv_one"] == ("features", "mobile", "conv/one")
    assert [row.depth for row in table.rows if row.name in ("features", "mobile", "conv_one")] == [0, 1, 2]
    assert table.totals.params == 27 * 4 + 16 + 40 + 500 + 200


@pytest.mark.parametrize("offset", [0, 1])
def test_uses_of_a_nested_model_are_counted_from_0_or_1(offset) -> None:
    inner = functional([node(start((None, 8, 8, 3), "i")), node(conv("c", filters=3, padding="same"), [["i", 0, 0]])],
                       [["i", 0, 0]], [["c", 0, 0]], name="inner")  # fmt: skip
    entry = functional(
        [node(start()), node(inner, [["input", 0, 0, {}]], [["inner", offset, 0, {}]]),
         node(conv("end"), [["inner", 1 + offset, 0, {}]])],
        [["input", 0, 0]], [["end", 0, 0], ["inner", offset, 0]],
    )  # fmt: skip
    network = read(entry)
    assert [(n.name, n.shares, n.inputs[0].node) for n in network.nodes[1:]] == [
        ("inner", "", "input"), ("inner_2", "inner", "inner"), ("end", "", "inner_2"),
    ]  # fmt: skip
    assert [str(tap) for tap in network.outputs] == ["end", "inner"]


def test_pictures_of_any_size_need_a_size_but_a_nested_model_takes_what_comes() -> None:
    open_model = sequential(start((None, None, None, 3)), conv())
    with pytest.raises(SizeNeededError):
        read(open_model)
    assert read(open_model, sides=(20, 30)).nodes[0].layer.shape == (20, 30, 3)
    nested = functional([node(start()), node({**open_model, "config": {**open_model["config"], "name": "open"}},
                        [["input", 0, 0, {}]])], [["input", 0, 0]], [["open", 0, 0]])  # fmt: skip
    assert table_of(read(nested)).rows[-1].output_shape == (6, 6, 4)


def test_what_is_frozen_outside_is_frozen_inside() -> None:
    inner = sequential(start(), conv(), name="inner", trainable=False)
    network = read(sequential(start(), inner, layer("Flatten", "f"), layer("Dense", "d", units=2)))
    totals = table_of(network).totals
    assert (totals.params, totals.trainable) == (112 + 290, 290)


def test_layers_in_any_order_and_several_inputs() -> None:
    entry = functional(
        [node(layer("Add", "sum"), [["a", 0, 0, {}], ["b", 0, 0, {}]]), node(start(name="b")), node(start(name="a"))],
        [["a", 0, 0], ["b", 0, 0]], ["sum", 0, 0],
    )  # fmt: skip
    network = read(entry)
    assert network.inputs == ("a", "b")
    assert [str(tap) for tap in network.nodes[-1].inputs] == ["a", "b"]


EVIL = layer("Lambda", "evil", function=["4wEAAAA=", None, None])


@pytest.mark.parametrize(
    ("entry", "sentence"),
    [
        (sequential(start(), EVIL), "“evil”: A layer of the kind Lambda cannot be opened. It carries program code"),
        (sequential(start(), sequential(start(), EVIL)), "Lambda"),
        (sequential(start(), {**conv(), "module": "os"}), "program code of its author's"),
        (sequential(start(), {**conv(), "module": "keras_evil.layers"}), "program code of its author's"),
        (sequential(start(), {**conv(), "module": "builtins", "class_name": "eval"}), "from “builtins”"),
        (sequential(start(), {**conv(), "registered_name": "Mine>Conv"}), "“Mine>Conv”"),
        (sequential(start(), layer("TFOpLambda", "op", function="math.add")), "bare TensorFlow operation"),
        (sequential(start(), layer("LSTM", "l", units=4)), "It works on sequences"),
        (sequential(start(), layer("MyLayer", "m")), "“MyLayer” is not one of those that can be shown"),
        (sequential(start(), conv(activation={"module": "builtins", "class_name": "function", "config": "mine",
                                              "registered_name": "function"})), "An activation called “mine”"),
        (sequential(start(), conv(activation="os.system")), "An activation called “os.system”"),
        (sequential(start(), conv(data_format="channels_first")), "data_format = channels_first"),
        (sequential(start(), conv(secret=1)), "a setting “secret” that is not known here"),
        (sequential(start(), conv(dtype={"class_name": "DTypePolicy", "config": {"name": "int8_from_float32"}})),
         "keeps its numbers as int8_from_float32"),
        (sequential(start(), conv(filters=10**9)), "Filters is 1000000000"),
        (sequential(start(), conv(filters=10**400)), "settings that cannot be read"),
        (sequential(start(), conv(kernel_size=[9, 9])), "The window is 9 × 9"),
        (sequential(start(), layer("BatchNormalization", "b", renorm=True)), "renorm = True"),
        (sequential(conv()), "does not say what shape its input has"),
        (sequential(), "has no layers"),
        (sequential(start((32, 8, 8, 3)), conv()), "exactly 32 pictures at once"),
        (sequential(start((None, "8", 8, 3)), conv()), "Shape is 8"),
        (sequential(start(), conv(), start()), "in the middle"),
        ({"class_name": "MyModel", "config": {"layers": []}}, "a class of its own, “MyModel”"),
        ({"class_name": "Functional", "config": {}}, "a class of its own"),
        ({"class_name": "Sequential", "config": "x"}, "damaged"),
        ([], "damaged"),
        (None, "damaged"),
        (functional([node(start())], [["input", 0, 0]], [["nowhere", 0, 0]]), "but has no such layer"),
        (functional([node(start()), node(conv(), [["conv", 0, 0, {}]])], [["input", 0, 0]], [["conv", 0, 0]]),
         "fed by nothing, or by itself"),
        (functional([node(start()), node(conv(), [["input", 0, 0, {"training": True}]])], [["input", 0, 0]],
                    [["conv", 0, 0]]), ""),
        (functional([node(start()), node(layer("Dropout", "d", rate=0.5), [["input", 0, 0, {"training": True}]])],
                    [["input", 0, 0]], [["d", 0, 0]]), "left to chance"),
        (functional([node(start()), node(conv(), [["input", 0, 0, {"y": 3}]])], [["input", 0, 0]], [["conv", 0, 0]]),
         "with the argument “y”"),
        (functional([node(start()), node(conv(), [["input", 0, 7, {}]])], [["input", 0, 0]], [["conv", 0, 0]]),
         "“input” has no output 8"),
        (functional([node(start()), node(start())], [["input", 0, 0]], [["input", 0, 0]]), "Two layers of the model"),
        (functional([node(start()), node(conv(), [["input", -1, 0, {}]])], [["input", 0, 0]], [["conv", 0, 0]]),
         "“inbound_nodes” cannot be read"),
        (functional([node(start()), node(conv(), *[[["input", 0, 0, {}]]] * 5000)], [["input", 0, 0]],
                    [["conv", 0, 0]]), "5000 layers; at most"),
    ],
)  # fmt: skip
def test_what_is_not_known_for_certain_is_refused_in_a_sentence(entry, sentence) -> None:
    if not sentence:
        read(entry)
        return
    with pytest.raises(UserError) as refused:
        read(entry)
    assert sentence in str(refused.value)


def test_models_that_nest_without_end_are_refused() -> None:
    entry = sequential(start(), conv())
    for _ in range(5000):
        entry = sequential(start(), entry)
    with pytest.raises(UnsupportedError):
        describe_config(entry)
    looped = sequential(start())
    looped["config"]["layers"].append(looped)
    with pytest.raises(UnsupportedError):
        describe_config(looped)


def test_growing_shapes_are_refused_where_they_grow() -> None:
    entry = sequential(start(), *(layer("UpSampling2D", f"u{index}", size=[256, 256]) for index in range(30)))
    with pytest.raises(UserError):
        table_of(read(entry))
