"""The window's side of the network against the real worker: from a wish to maps, through a kill."""

from __future__ import annotations

import numpy as np
import pytest

from engine.network.process import network_worker
from engine.network.requests import GalleryModel
from engine.sources.opening import open_source
from engine.sources.samples import sample_spec
from gui.background import Background
from gui.children import QtChild
from gui.network.driver import NetworkDriver
from gui.network.session import MapSpot, NetworkSession

LIMIT = 120_000


class Coffee:
    """The sample, as the live pipeline gives it."""

    is_live = False

    def __init__(self):
        self.source = open_source(sample_spec("coffee"), on_frame=lambda: None, on_status=lambda _status: None)
        self.frame = self.source.newest()


@pytest.mark.allows_warnings
def test_a_network_opens_shows_its_maps_and_comes_back_after_a_kill(qtbot):
    session, coffee, errors = NetworkSession(), Coffee(), []
    session.refused.connect(errors.append)
    child = QtChild(network_worker())
    files, figures = Background(errors.append), Background(errors.append)
    driver = NetworkDriver(child, session, coffee, files=files, figures=figures, is_dark=lambda: True)
    driver.set_active(True)
    session.wish_for(GalleryModel("cnn-example"))
    child.start()
    qtbot.waitUntil(lambda: session.maps is not None, timeout=LIMIT)
    maps, layer = session.maps, session.layer
    assert session.network.table.totals.params == 62_958
    found = maps.layer(layer)
    assert found is not None
    assert maps.mosaics[layer].shape == (*found.layout.shape, 3)
    assert maps.mosaics[layer].std() > 5
    assert maps.answer.scores.sum() == pytest.approx(1, abs=1e-3)
    assert maps.frame.shape == coffee.frame.image.shape
    paths = {fact.path for fact in session.network.opened.layers}
    assert paths >= {row.path for row in session.network.table.layers} - {session.network.table.rows[0].path}

    session.set_spot(MapSpot(layer, channel=3, row=7, column=5))
    qtbot.waitUntil(lambda: session.drilled is not None, timeout=LIMIT)
    drilled = session.drilled
    assert drilled.explanation.value == pytest.approx(drilled.reported, rel=1e-4, abs=1e-6)

    child.kill()
    qtbot.waitUntil(lambda: session.maps is not maps, timeout=LIMIT)
    assert session.layer == layer
    np.testing.assert_allclose(session.maps.answer.scores, maps.answer.scores, rtol=1e-4)
    assert errors == []
    driver.close()
    child.close()
    for each in (files, figures):
        each.close()
    coffee.source.close()
