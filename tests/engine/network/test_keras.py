"""Everything about architectures that only Keras itself can confirm. Grouped here: its import takes many seconds."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engine.errors import UserError
from engine.network.architecture import Architecture, Node, Tap, chain
from engine.network.catalogue import architecture_of, gallery_ids
from engine.network.describing.model import describe
from engine.network.layers import augmentation, dropout, merging, pooling, reshaping, resizing, rims
from engine.network.layers.activation import ELU, Activation, LeakyReLU, PReLU, ReLU, Softmax
from engine.network.layers.convolution import Convolution
from engine.network.layers.dense import Dense
from engine.network.layers.depthwise import Depthwise, Separable
from engine.network.layers.functions import FUNCTIONS
from engine.network.layers.input import Input
from engine.network.layers.layer import LayerError
from engine.network.layers.normalisation import BatchNormalization, LayerNormalization, Normalization
from engine.network.layers.rescaling import Rescaling
from engine.network.layers.transposed import Transposed
from engine.network.table import table_of
from engine.network.tracing import trace
from engine.network.weights import random_weights
from tests.engine.network.networks import BY_HAND, SIAMESE

# TensorFlow warns of functions that it traces again, which many small models at once cannot help.
pytestmark = [pytest.mark.usefixtures("keras_loaded"), pytest.mark.allows_warnings]


def pictures(model, seed: int = 0):
    generator = np.random.default_rng(seed)
    return [generator.normal(size=(2, *tensor.shape[1:])).astype(np.float32) for tensor in model.inputs]


def results(model, given):
    found = model(given[0] if len(given) == 1 else given)
    return [np.asarray(each) for each in (found if isinstance(found, (list, tuple)) else [found])]


def scattered(model, seed: int = 7):
    """Weights that are no symmetry and no zero, so that nothing mixed up goes unseen."""
    generator = np.random.default_rng(seed)
    for variable in model.weights:
        shape, low = variable.shape, 0.5 if "variance" in variable.name else -0.3
        variable.assign(generator.uniform(low, 0.8, shape) if variable.name != "count" else 1)
    return model


def assert_same(model, again, *, tolerance: float = 1e-5) -> None:
    given = pictures(model)
    for expected, found in zip(results(model, given), results(again, given), strict=True):
        np.testing.assert_allclose(found, expected, rtol=tolerance, atol=tolerance * max(1.0, np.abs(expected).max()))


def assert_counts(model, architecture) -> None:
    table = table_of(architecture)
    learnt = sum(int(np.prod(weight.shape)) for weight in model.trainable_weights)
    assert (table.totals.params, table.totals.trainable) == (model.count_params(), learnt)
    layers = {layer.name: layer for layer in model.layers}
    for each in trace(architecture).nodes:
        if each.node.shares or isinstance(each.node.layer, Input):
            continue
        layer = layers[each.node.name]
        if not isinstance(each.node.layer, Architecture):
            assert tuple(layer.output.shape[1:]) == each.outputs[0], each.path
            assert each.parameters.total == layer.count_params(), each.path
            names = [(weight.name, tuple(weight.shape)) for weight in layer.weights]
            assert [(w.name, w.shape) for w in each.node.layer.weights(each.inputs)] == names, each.path


@pytest.mark.parametrize("identity", gallery_ids())
def test_the_gallery_is_as_recorded_and_its_table_is_kerass(identity) -> None:
    from engine.network.gallery.making import make

    model = make(identity)
    architecture = replace(describe(model), name=identity)
    assert architecture == architecture_of(identity), "run python -m engine.network.gallery.record"
    assert_counts(model, architecture)
    if table_of(architecture).totals.macs < 400e6 and model.count_params() < 10e6:
        from engine.network.building import arrays_of, build

        scattered(model) if "mobilenet" not in identity else None
        assert_same(model, build(architecture, arrays=arrays_of(model, architecture)), tolerance=1e-4)


MAPS = Input(shape=(9, 10, 4))
ROW = Input(shape=(6,))
SINGLE = [
    (MAPS, Convolution(filters=6, kernel_size=(3, 2), strides=(2, 1), padding="same", activation="leaky_relu")),
    (MAPS, Convolution(filters=6, groups=2, dilation_rate=2)),
    (MAPS, Depthwise(strides=2, padding="same", depth_multiplier=2, activation="relu6")),
    (MAPS, Separable(filters=5, depth_multiplier=2, use_bias=False)),
    (MAPS, Transposed(filters=3, strides=2, padding="same")),
    (MAPS, Transposed(filters=3, kernel_size=2, strides=3)),
    (MAPS, Transposed(filters=3, kernel_size=4, strides=2, output_padding=(1, 0), use_bias=False)),
    (MAPS, pooling.MaxPooling(pool_size=3, strides=2, padding="same")),
    (MAPS, pooling.AveragePooling(pool_size=3, strides=2, padding="same")),
    (MAPS, pooling.GlobalAveragePooling(keepdims=True)),
    (MAPS, pooling.GlobalMaxPooling()),
    (MAPS, Dense(units=3, activation="softmax")),
    (ROW, Dense(units=3, use_bias=False)),
    (MAPS, reshaping.Flatten()),
    (MAPS, reshaping.Reshape(target_shape=(5, -1))),
    (MAPS, reshaping.Permute(dims=(2, 3, 1))),
    (MAPS, reshaping.Identity()),
    (MAPS, BatchNormalization(scale=False, epsilon=0.01)),
    (ROW, BatchNormalization(trainable=False)),
    (MAPS, LayerNormalization(axis=(1, 2, 3))),
    (MAPS, Normalization()),
    (MAPS, Normalization(mean=(1.0, 2.0, 3.0, 4.0), variance=(1.0, 4.0, 9.0, 16.0))),
    (MAPS, Normalization(axis=(), mean=(0.5,), variance=(4.0,), invert=True)),
    (MAPS, Rescaling(scale=(2.0,), offset=(-1.0,))),
    (MAPS, Rescaling(scale=(1.0, 2.0, 3.0, 4.0))),
    (MAPS, dropout.Dropout(rate=0.3)),
    (MAPS, dropout.SpatialDropout(rate=0.3)),
    (MAPS, dropout.GaussianDropout(rate=0.3)),
    (MAPS, dropout.GaussianNoise(stddev=0.3)),
    *((MAPS, Activation(activation=name)) for name in FUNCTIONS.values()),
    (MAPS, ReLU(max_value=6.0, negative_slope=0.1, threshold=0.2)),
    (MAPS, LeakyReLU(negative_slope=0.2)),
    (MAPS, PReLU(shared_axes=(1, 2))),
    (MAPS, PReLU()),
    (MAPS, ELU(alpha=0.5)),
    (MAPS, Softmax()),
    (MAPS, Softmax(axis=(1, 2))),
    (MAPS, rims.ZeroPadding(padding=((0, 1), (2, 3)))),
    (MAPS, rims.Cropping(cropping=((0, 1), (2, 3)))),
    (MAPS, resizing.UpSampling(size=(2, 3), interpolation="bilinear")),
    (MAPS, resizing.Resizing(height=7, width=13)),
    (MAPS, resizing.Resizing(height=7, width=13, interpolation="nearest")),
    (MAPS, resizing.CenterCrop(height=4, width=7)),
    (MAPS, augmentation.RandomFlip(mode="horizontal")),
    (MAPS, augmentation.RandomRotation(factor=(-0.1, 0.2))),
    (MAPS, augmentation.RandomZoom()),
    (MAPS, augmentation.RandomTranslation()),
    (Input(shape=(9, 10, 3)), augmentation.RandomContrast(factor=(0.0, 0.2))),
    (Input(shape=(9, 10, 3)), augmentation.RandomBrightness(factor=(-0.2, 0.2))),
]


def test_each_kind_of_layer_is_built_described_and_counted_as_keras_does() -> None:
    from engine.network.building import arrays_of, build

    for given_input, layer in SINGLE:
        architecture = chain("one", {"input": given_input, "layer": layer})
        model = scattered(build(architecture))
        described = describe(model)
        assert described.by_name["layer"].layer == layer
        assert described == architecture
        assert_counts(model, architecture)
        assert_same(model, build(described, arrays=arrays_of(model, described)))


def test_branches_sharing_nesting_and_several_ends() -> None:
    from engine.network.building import arrays_of, build

    branches = [Node("input", MAPS)]
    for kind in (merging.Add, merging.Multiply, merging.Average, merging.Maximum, merging.Minimum, merging.Subtract):
        branches.append(Node(kind.KIND, kind(), (Tap("input"), Tap(branches[-1].name))))
    branches.append(Node("stack", merging.Concatenate(axis=2), (Tap("Add"), Tap("Subtract"))))
    ends = (Tap("stack"), Tap("Average"))
    for architecture in (SIAMESE, BY_HAND, Architecture(name="many", nodes=tuple(branches), outputs=ends)):
        model = scattered(build(architecture))
        described = describe(model)
        assert described.inputs == architecture.inputs
        assert table_of(described).totals == table_of(architecture).totals
        assert_counts(model, described)
        assert_same(model, build(described, arrays=arrays_of(model, described)))


def test_models_as_people_make_them_with_keras_itself() -> None:
    import keras

    from engine.network.building import arrays_of, build

    layers = keras.layers
    picture = keras.Input((16, 16, 3))
    shared = layers.Conv2D(3, 3, padding="same", name="shared")
    backbone_in = keras.Input((None, None, 3))
    backbone = keras.Model(backbone_in, layers.ReLU()(layers.Conv2D(3, 1, name="shared")(backbone_in)), name="deep")
    backbone.trainable = False
    head = keras.Sequential([layers.GlobalAveragePooling2D(), layers.Dense(4, activation="softmax")], name="head")
    x = layers.Add()([shared(picture), shared(shared(picture))])
    x = backbone(backbone(x))
    functional = keras.Model(picture, {"class": head(x), "maps": shared(x)})
    unbuilt_start = keras.Sequential([layers.Rescaling(1 / 255), layers.Conv2D(2, 3), layers.Flatten()])
    unbuilt_start(np.zeros((1, 8, 8, 3), np.float32))
    for model in (functional, keras.Sequential([keras.Input((16, 16, 3)), backbone, head]), unbuilt_start):
        described = describe(model)
        table = table_of(described)
        assert table.totals.params == model.count_params()
        again = build(described, arrays=arrays_of(scattered(model), described))
        given = pictures(model)[0]
        expected = model(given)
        expected = list(expected.values()) if isinstance(expected, dict) else [expected]
        for one, other in zip(expected, results(again, [given]), strict=True):
            np.testing.assert_allclose(other, np.asarray(one), rtol=1e-5, atol=1e-5)


def test_sums_written_as_code_are_taken_where_a_layer_does_the_same() -> None:
    import keras

    picture = keras.Input((6, 6, 3))
    conv = keras.layers.Conv2D(3, 3, padding="same")(picture)
    model = keras.Model(picture, picture * (conv + picture))
    assert [node.layer.KIND for node in describe(model).nodes[2:]] == ["Add", "Multiply"]
    with pytest.raises(UserError, match="a number or an array written into the model's code"):
        describe(keras.Model(picture, conv + 3.0))
    with pytest.raises(UserError, match="“Mean” is an operation written into"):
        describe(keras.Model(picture, keras.ops.mean(conv, axis=3)))
    with pytest.raises(UserError, match="“Concatenate” is an operation written into"):
        describe(keras.Model(picture, keras.ops.concatenate([conv, picture], axis=1)))


SIZES = st.tuples(st.integers(1, 5), st.integers(1, 5))
STEPS = st.integers(1, 3)
PADDINGS = st.sampled_from(["same", "valid"])
RANDOM_LAYERS = st.one_of(
    st.builds(Convolution, kernel_size=SIZES, strides=STEPS, padding=PADDINGS, dilation_rate=STEPS),
    st.builds(Depthwise, kernel_size=SIZES, strides=STEPS, padding=PADDINGS),
    st.builds(Transposed, kernel_size=SIZES, strides=STEPS, padding=PADDINGS, dilation_rate=STEPS),
    st.builds(pooling.MaxPooling, pool_size=SIZES, strides=STEPS, padding=PADDINGS),
)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(layer=RANDOM_LAYERS, sides=SIZES)
def test_shapes_are_those_that_keras_computes(layer, sides) -> None:
    import keras

    shape = (*sides, 2)

    def by_keras():
        made = getattr(keras.layers, layer.KIND)(**layer.keras_settings())
        found = tuple(made.compute_output_shape((None, *shape)))[1:]
        if min(found) < 1:
            raise ValueError(found)
        return found

    try:
        expected = layer.output_shape((shape,))
    except LayerError:
        with pytest.raises(ValueError):  # noqa: PT011 - whatever Keras says
            by_keras()
    else:
        assert by_keras() == expected


def test_fields_are_where_a_change_of_a_pixel_moves_a_value() -> None:
    import keras
    import tensorflow as tf

    from engine.network.building import build

    architecture = chain(
        "field",
        {
            "input": Input(shape=(20, 23, 1)),
            "conv": Convolution(filters=1, kernel_size=(3, 4), strides=2, padding="same"),
            "mean": pooling.AveragePooling(pool_size=3, strides=2, padding="same"),
            "stamps": Transposed(filters=1, kernel_size=3, strides=2, padding="same"),
            "odd": Transposed(filters=1, kernel_size=5, strides=3),
            "blend": resizing.UpSampling(size=3, interpolation="bilinear"),
            "rim": rims.ZeroPadding(padding=((2, 0), (1, 1))),
            "resize": resizing.Resizing(height=31, width=17),
            "last": Depthwise(kernel_size=2, strides=2),
        },
    )
    positive = {name: np.abs(array) + 0.1 for name, array in random_weights(architecture, 1).items()}
    model = build(architecture, arrays=positive)
    inner = keras.Model(model.inputs, [layer.output for layer in model.layers[1:]])
    picture = tf.ones((1, 20, 23, 1))
    traced = trace(architecture).by_path
    for number, node in enumerate(architecture.nodes[1:]):
        sight, shape = traced[node.name].sight(), traced[node.name].outputs[0]
        for row, column in {(0, 0), (shape[0] - 1, shape[1] - 1), (shape[0] // 2, shape[1] // 2), (1, shape[1] // 3)}:
            with tf.GradientTape() as tape:
                tape.watch(picture)
                value = inner(picture)[number][0, row, column, 0]
            gradient = tape.gradient(value, picture)
            moved = np.zeros((20, 23), bool) if gradient is None else np.asarray(gradient)[0, :, :, 0] != 0
            top, left, height, width = sight.box(row, column)
            outside = moved.copy()
            outside[max(top, 0) : max(top + height, 0), max(left, 0) : max(left + width, 0)] = False
            assert not outside.any(), (node.name, row, column)
            rows, columns = np.nonzero(moved)
            if len(rows):
                assert (rows.min(), rows.max()) == (max(top, 0), min(top + height, 20) - 1), (node.name, row, column)
                assert (columns.min(), columns.max()) == (max(left, 0), min(left + width, 23) - 1), (node.name, row)


def test_the_same_seed_gives_the_same_network_and_another_another() -> None:
    from engine.network.building import arrays_of, build

    first, again, other = (arrays_of(build(BY_HAND, seed=seed), BY_HAND) for seed in (3, 3, 4))
    assert all(np.array_equal(first[name], again[name]) for name in first)
    assert not np.array_equal(first["conv1/kernel"], other["conv1/kernel"])
    # Glorot's rule: about as much variance comes out of a layer as went in.
    kernel = first["dense3/kernel"]
    assert np.abs(kernel).max() <= np.sqrt(6 / 520) + 1e-6
    assert kernel.std() == pytest.approx(np.sqrt(2 / 520), rel=0.02)
