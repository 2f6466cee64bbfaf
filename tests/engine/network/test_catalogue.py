"""The gallery's records, without Keras: parameters and multiply-adds as the papers give them."""

from __future__ import annotations

import pytest

from engine.network.budget import within_budget
from engine.network.catalogue import CARDS, COMPARISONS, CatalogueError, architecture_of, card_of, gallery_ids
from engine.network.table import table_of

# Parameters, trainable ones and multiply-adds; docs/networks.md names the sources and tells what differs.
EXACT = {
    "cnn-example": (62_958, 62_958, 849_320),
    "lenet-5": (61_706, 61_706, 416_520),
    "alexnet": (60_965_224, 60_965_224, 724_406_816),
    "vgg-16": (138_357_544, 138_357_544, 15_470_264_320),
    "resnet-18": (11_699_112, 11_689_512, 1_814_073_344),
    "resnet-50": (25_610_152, 25_557_032, 3_857_973_248),
    "googlenet": (6_998_552, 6_998_552, 1_582_671_872),
    "mobilenet-v1": (4_253_864, 4_231_976, 568_740_352),
    "mobilenet-v2": (3_538_984, 3_504_872, 300_774_272),
    "u-net": (31_030_658, 31_030_658, 150_428_424_448),
}

# What the papers print, and how far rounding goes there.
PUBLISHED = {
    ("alexnet", "params"): (60e6, 1e6),
    ("vgg-16", "params"): (138e6, 0.5e6),
    ("vgg-16", "macs"): (15.3e9, 0.2e9),
    ("resnet-18", "macs"): (1.8e9, 0.05e9),
    ("resnet-50", "macs"): (3.8e9, 0.06e9),
    ("googlenet", "params"): (6.8e6, 0.2e6),
    ("googlenet", "macs"): (1.5e9, 0.1e9),
    ("mobilenet-v1", "params"): (4.2e6, 0.06e6),
    ("mobilenet-v1", "macs"): (569e6, 0.5e6),
    ("mobilenet-v2", "params"): (3.4e6, 0.15e6),
    ("mobilenet-v2", "macs"): (300e6, 1e6),
}


@pytest.mark.parametrize("identity", sorted(EXACT))
def test_counts_at_the_published_size(identity) -> None:
    totals = table_of(architecture_of(identity)).totals
    assert (totals.params, totals.trainable, totals.macs) == EXACT[identity]


@pytest.mark.parametrize(("identity", "total"), sorted(PUBLISHED))
def test_the_papers_figures(identity, total) -> None:
    expected, rounding = PUBLISHED[identity, total]
    assert getattr(table_of(architecture_of(identity)).totals, total) == pytest.approx(expected, abs=rounding)


def test_lenet_with_the_papers_partial_connections_would_have_60_000() -> None:
    rows = {row.name: row for row in table_of(architecture_of("lenet-5")).rows}
    partly = 6 * (3 * 25 + 1) + 9 * (4 * 25 + 1) + (6 * 25 + 1)  # C3: which maps each map looks at
    pooling = 2 * 6 + 2 * 16  # a weight and a bias a map
    assert rows["c1"].params + partly + pooling + rows["c5"].params + rows["f6"].params == 60_000


@pytest.mark.parametrize(
    ("identity", "layer", "size"),
    [("vgg-16", "block5_pool", 212), ("resnet-50", "conv5_block3_add", 483), ("alexnet", "pool5", 195),
     ("mobilenet-v1", "pointwise13_relu", 315), ("resnet-18", "conv5_block2_add", 435)],
)  # fmt: skip
def test_receptive_fields_as_published(identity, layer, size) -> None:
    # Araujo, Norris and Sim, "Computing Receptive Fields of Convolutional Neural Networks", Distill 2019.
    rows = {row.name: row for row in table_of(architecture_of(identity)).rows}
    assert rows[layer].receptive_field.size == (size, size)
    assert rows[layer].receptive_field.stride == (32, 32)


@pytest.mark.parametrize("identity", gallery_ids())
def test_every_record_fits_together_and_into_the_budget(identity) -> None:
    traced = within_budget(architecture_of(identity))
    assert traced.architecture.name == identity
    card, is_small = card_of(identity)
    shape = "×".join(map(str, traced.nodes[0].outputs[0]))
    assert shape == (card.small_size if is_small else card.input_size)


def test_small_versions_are_small() -> None:
    for card in CARDS.values():
        if card.small is not None:
            assert table_of(architecture_of(f"{card.id}-small")).totals.macs < 200e6


def test_blocks_that_are_compared_make_the_same_maps_and_show_their_point() -> None:
    found = {one: table_of(architecture_of(one)) for pair in COMPARISONS for one in pair}
    for first, second in COMPARISONS:
        assert found[first].rows[-1].output_shape == found[second].rows[-1].output_shape
    assert found["block-plain"].totals.params == found["block-residual"].totals.params
    direct, bottleneck = found["block-inception-direct"].totals, found["block-inception-bottleneck"].totals
    assert bottleneck.macs < direct.macs / 2
    standard, separable = found["block-standard"].totals, found["block-separable"].totals
    # 1/N + 1/k² of the work, as the MobileNet paper reckons it.
    assert separable.macs / standard.macs == pytest.approx(1 / 128 + 1 / 9)


def test_an_unknown_id_is_refused_with_those_there_are() -> None:
    with pytest.raises(
        CatalogueError, match=r"“vgg-61” is no network of the gallery\. There are: cnn-example, lenet-5"
    ):
        architecture_of("vgg-61")
    with pytest.raises(CatalogueError):
        architecture_of("../../etc/passwd")
