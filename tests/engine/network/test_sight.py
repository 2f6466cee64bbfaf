"""Receptive fields against sets of pixels that are followed one by one."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from engine.network.architecture import Architecture, Node, Tap, chain
from engine.network.layers import merging, pooling, reshaping, resizing, rims
from engine.network.layers.convolution import Convolution
from engine.network.layers.dense import Dense
from engine.network.layers.input import Input
from engine.network.layers.layer import LayerError
from engine.network.layers.transposed import Transposed
from engine.network.tracing import trace

WINDOWS = st.builds(
    Convolution,
    filters=st.just(1),
    kernel_size=st.integers(1, 4),
    strides=st.integers(1, 3),
    padding=st.sampled_from(["same", "valid"]),
)
RIMS = st.tuples(st.integers(0, 2), st.integers(0, 2)).map(lambda rim: (rim, rim))
LAYERS = st.one_of(
    WINDOWS,
    st.builds(Convolution, filters=st.just(1), kernel_size=st.integers(1, 3), dilation_rate=st.integers(1, 3)),
    st.builds(pooling.MaxPooling, pool_size=st.integers(1, 3), strides=st.integers(1, 3), padding=st.just("same")),
    st.builds(
        Transposed,
        filters=st.just(1),
        kernel_size=st.integers(1, 4),
        strides=st.integers(1, 3),
        padding=st.sampled_from(["same", "valid"]),
    ),
    st.builds(resizing.UpSampling, size=st.integers(1, 3), interpolation=st.sampled_from(["nearest", "bilinear"])),
    st.builds(rims.ZeroPadding, padding=RIMS),
    st.builds(rims.Cropping, cropping=RIMS),
)


def looked_at(layer, side: int, position: int) -> list[int]:
    """The positions that one value looks at, from the definition of the layer."""
    if isinstance(layer, resizing.UpSampling):
        factor = layer.size[0]
        if layer.interpolation == "nearest":
            return [position // factor]
        centre = Fraction(2 * position + 1, 2 * factor) - Fraction(1, 2)
        below = centre.__floor__()
        return [below] if centre == below else [below, below + 1]
    if isinstance(layer, rims.ZeroPadding):
        return [position - layer.padding[0][0]]
    if isinstance(layer, rims.Cropping):
        return [position + layer.cropping[0][0]]
    output = layer.output_shape(((side, side, 1),))[0]
    if isinstance(layer, Transposed):
        kernel, stride = layer.kernel_size[0], layer.strides[0]
        cut = max((side - 1) * stride + kernel - output, 0) // 2 if layer.padding == "same" else 0
        return [
            source for source in range(-9 * kernel, side + 9 * kernel) if 0 <= position + cut - source * stride < kernel
        ]
    kernel = layer.pool_size[0] if isinstance(layer, pooling.MaxPooling) else layer.kernel_size[0]
    dilation = layer.dilation_rate[0] if isinstance(layer, Convolution) else 1
    stride = layer.strides[0]
    reach = dilation * (kernel - 1) + 1
    before = max((output - 1) * stride + reach - side, 0) // 2 if layer.padding == "same" else 0
    return [position * stride - before + tap * dilation for tap in range(kernel)]


@settings(max_examples=150, deadline=None)
@given(layers=st.lists(LAYERS, min_size=1, max_size=5), side=st.integers(6, 20))
def test_a_chain_sees_what_its_layers_see_one_after_another(layers, side) -> None:
    sides = [side]
    kept = []
    for layer in layers:
        try:
            shape = layer.output_shape(((sides[-1], sides[-1], 1),))
        except LayerError:
            continue
        if shape[0] < 60:
            kept.append(layer)
            sides.append(shape[0])
    traced = trace(chain("one", {"input": Input(shape=(side, side, 1)), **{f"l{i}": k for i, k in enumerate(kept)}}))
    found = traced.nodes[-1].sight()
    widest = 0
    for position in range(sides[-1]):
        seen = {position}
        hulls = True
        for layer, before in zip(reversed(kept), reversed(sides[:-1]), strict=True):
            seen = {source for place in seen for source in looked_at(layer, before, place)}
            # Dilation and gaps between stamps leave holes; a field is the stretch around them.
            hulls = hulls and bool(seen)
            seen = set(range(min(seen), max(seen) + 1)) if seen else set()
        if not hulls:
            continue
        assert found.rows.span(position) == (min(seen), max(seen))
        widest = max(widest, len(seen))
    assert found.size[0] >= widest


def test_branches_are_joined_and_dense_layers_see_all_that_reaches_them() -> None:
    network = Architecture(
        name="branches",
        nodes=(
            Node("input", Input(shape=(16, 16, 3))),
            Node("wide", Convolution(kernel_size=5, padding="same"), (Tap("input"),)),
            Node("narrow", Convolution(kernel_size=1), (Tap("input"),)),
            Node("join", merging.Add(), (Tap("narrow"), Tap("wide"))),
            Node("pool", pooling.MaxPooling(pool_size=3, strides=3), (Tap("join"),)),
            Node("flat", reshaping.Flatten(), (Tap("pool"),)),
            Node("dense", Dense(units=2), (Tap("flat"),)),
        ),
        outputs=(Tap("dense"),),
    )
    traced = trace(network).by_path
    assert traced["join"].sight().size == (5, 5)
    assert traced["join"].sight().box(0, 3) == (-2, 1, 5, 5)
    assert (traced["pool"].sight().size, traced["pool"].sight().rows.stride) == ((7, 7), 3)
    assert traced["flat"].sight().size == (7, 7)
    # The pooling leaves out the last row and column, but the 5×5 kernel before it looks at them.
    assert traced["dense"].sight().box(0, 0) == (0, 0, 16, 16)
    assert traced["dense"].sight().is_whole


def test_a_dense_layer_does_not_see_what_a_stride_leaves_out() -> None:
    network = chain(
        "left out",
        {
            "input": Input(shape=(16, 16, 1)),
            "pool": pooling.MaxPooling(pool_size=3, strides=3),
            "flat": reshaping.Flatten(),
            "dense": Dense(units=2),
        },
    )
    assert trace(network).by_path["dense"].sight().size == (15, 15)


def test_upsampling_makes_fields_overlap() -> None:
    network = chain(
        "up",
        {"input": Input(shape=(8, 8, 1)), "pool": pooling.MaxPooling(), "up": resizing.UpSampling()},
    )
    sight = trace(network).by_path["up"].sight()
    assert (sight.size, sight.rows.stride) == ((2, 2), 1)
    assert [sight.rows.span(row) for row in range(4)] == [(0, 1), (0, 1), (2, 3), (2, 3)]


def test_resizing_by_odd_factors_over_and_over_stays_cheap() -> None:
    layers = {}
    for index in range(6):
        layers[f"resize{index}"] = resizing.Resizing(height=997 + index, width=983 + index)
        layers[f"conv{index}"] = Convolution(filters=1)
    sight = trace(chain("odd", {"input": Input(shape=(16, 16, 1)), **layers})).nodes[-1].sight()
    assert sight.is_whole
    assert min(sight.size) >= 16
