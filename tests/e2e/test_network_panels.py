"""What the panels beside the maps ask, answered by the real worker."""

from __future__ import annotations

import numpy as np
import pytest

from engine.network.catalogue import architecture_of
from engine.network.filters import AskWeights
from engine.network.process import network_worker
from engine.network.requests import GalleryModel
from engine.network.side_by_side import AskTable
from engine.network.statistics import AskStatistics
from engine.network.weights import random_weights
from gui.background import Background
from gui.children import QtChild
from gui.network.driver import NetworkDriver
from gui.network.inspection import Inquiry
from gui.network.session import NetworkSession
from tests.e2e.test_network_driver import LIMIT, Coffee


def answer_to(qtbot, inquiry: Inquiry, request):
    with qtbot.waitSignal(inquiry.answered, timeout=LIMIT) as heard:
        inquiry.ask(request)
    return heard.args


@pytest.mark.allows_warnings
def test_filters_statistics_and_another_table_come_from_the_worker(qtbot, tmp_path):
    session, coffee, errors = NetworkSession(), Coffee(), []
    session.refused.connect(errors.append)
    child = QtChild(network_worker())
    files, figures = Background(errors.append), Background(errors.append)
    driver = NetworkDriver(child, session, coffee, files=files, figures=figures, is_dark=lambda: True)
    driver.set_active(True)
    session.wish_for(GalleryModel("cnn-example", seed=4))
    child.start()
    qtbot.waitUntil(lambda: session.maps is not None, timeout=LIMIT)
    expected = random_weights(architecture_of("cnn-example"), 4)

    weights, numbers = answer_to(qtbot, driver.inspection.filters, AskWeights(layer="pool2", filter=9, input=3))
    assert (weights.source, weights.shape) == ("conv2", (5, 5, 8, 16))
    np.testing.assert_array_equal(weights.overview(numbers), expected["conv2/kernel"][:, :, 3].transpose(2, 0, 1))
    np.testing.assert_array_equal(weights.whole(numbers), expected["conv2/kernel"][..., 9])

    found, _ = answer_to(qtbot, driver.inspection.statistics, AskStatistics(layer=session.layer))
    maps = session.maps.layer(session.layer)
    assert found.spread.zeros == pytest.approx(float(maps.figure("sparsity").mean()), abs=1e-5)
    assert found.spread.maximum == pytest.approx(float(maps.figure("max").max()), rel=1e-5)
    assert found.correlation.matrix.shape == (8, 8)

    # A larger answer than the ring holds makes it grow, and is asked for again.
    with qtbot.waitSignal(session.network_changed, timeout=LIMIT):
        session.wish_for(GalleryModel("alexnet"))
    qtbot.waitUntil(lambda: session.maps is not None, timeout=LIMIT)
    dense = next(row.path for row in session.network.table.layers if row.kind == "Dense")
    weights, numbers = answer_to(qtbot, driver.inspection.filters, AskWeights(layer=dense, part="each", filter=4000))
    assert weights.shape == (6, 6, 256, 4096)
    assert 4000 in weights.shown
    assert np.isfinite(numbers).all()

    with qtbot.waitSignal(driver.inspection.tables.refused, timeout=LIMIT) as refused:
        driver.inspection.tables.ask(AskTable(path=str(tmp_path / "nothing.keras")))
    assert "nothing.keras" in str(refused.args[0])
    assert errors == []
    driver.close()
    child.close()
    for each in (files, figures):
        each.close()
    coffee.source.close()
