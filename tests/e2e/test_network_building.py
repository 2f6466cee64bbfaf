"""Building a network against the real worker: edits, blocks, a kernel in and out, weights of a file, a kill."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from engine.imaging.kernel_choice import KernelChoice
from engine.network.blocks import BLOCKS
from engine.network.built import PlacedKernel, network_by_hand
from engine.network.layers.convolution import Convolution
from engine.network.process import network_worker
from engine.network.requests import FileModel
from gui.background import Background
from gui.children import QtChild
from gui.models import building_edits as edits
from gui.network.builder import Builder
from gui.network.driver import NetworkDriver
from gui.network.session import NetworkSession
from tests.e2e.test_network_driver import LIMIT, Coffee

BOX = KernelChoice("box", {"size": 5})


@pytest.mark.allows_warnings
def test_a_network_is_built_layer_by_layer_and_answers_each_time(qtbot, tmp_path):
    session, coffee, errors, kernels = NetworkSession(), Coffee(), [], []
    session.refused.connect(errors.append)
    child = QtChild(network_worker())
    files, figures = Background(errors.append), Background(errors.append)
    driver = NetworkDriver(child, session, coffee, files=files, figures=figures, is_dark=lambda: True)
    builder = Builder(session)
    driver.set_active(True)
    child.start()

    def settled():
        network = session.network
        qtbot.waitUntil(
            lambda: session.network is not None and session.network.spec == builder.model
            and session.maps is not None and session.maps.layer(session.layer) is not None,
            timeout=LIMIT,
        )  # fmt: skip
        return network

    builder.begin(network_by_hand(), "The network by hand")
    builder.select("conv1")
    settled()
    assert session.network.table.totals.params == 62_958

    edits.add_block(builder, BLOCKS[1])
    settled()
    assert {fact.path for fact in session.network.opened.layers} >= {"residual1_conv1", "residual1_add"}
    builder.select("conv1")
    edits.change_layer(builder, "conv1", Convolution(filters=8, kernel_size=40), "Kernel")
    assert not builder.can_be_built
    builder.undo_stack.undo()
    qtbot.waitUntil(lambda: session.maps is not None and session.maps.layer("conv1") is not None, timeout=LIMIT)

    before = session.maps.layer("conv1").figure("mean").copy()
    assert builder.put_kernel(PlacedKernel("conv1", 2, -1, BOX)) is None
    qtbot.waitUntil(
        lambda: not np.allclose(session.maps.layer("conv1").figure("mean"), before), timeout=LIMIT
    )  # fmt: skip
    changed = ~np.isclose(session.maps.layer("conv1").figure("mean"), before, rtol=1e-4)
    assert changed.tolist() == [channel == 2 for channel in range(8)]
    driver.take_kernel("conv1", 2, 1, kernels.append)
    qtbot.waitUntil(lambda: bool(kernels), timeout=LIMIT)
    np.testing.assert_array_equal(kernels[0].weights, BOX.weights())

    maps = session.maps
    child.kill()
    qtbot.waitUntil(lambda: session.maps is not maps, timeout=LIMIT)
    np.testing.assert_allclose(session.maps.answer.scores, maps.answer.scores, rtol=1e-4)
    assert session.network.spec.kernels == builder.model.kernels

    path = tmp_path / "built.keras"
    driver.saving.save(path)
    qtbot.waitUntil(path.exists, timeout=LIMIT)
    scores = session.maps.answer.scores
    session.wish_for(FileModel(str(path)))
    qtbot.waitUntil(lambda: session.network.spec == FileModel(str(path)) and session.maps is not None, timeout=LIMIT)
    assert builder.begin_copy()
    assert builder.model.origin == str(path)
    settled()
    np.testing.assert_allclose(session.maps.answer.scores, scores, rtol=1e-4)
    builder.select("softmax")
    edits.remove_layer(builder, "softmax")
    settled()
    driver.take_kernel("conv1", 2, 1, kernels.append)
    qtbot.waitUntil(lambda: len(kernels) == 2, timeout=LIMIT)
    np.testing.assert_array_equal(kernels[1].weights, BOX.weights())

    assert errors == []
    builder.close()
    driver.close()
    child.close()
    for each in (files, figures):
        each.close()
    coffee.source.close()


def test_main_reads_the_layers_that_were_saved(tmp_path: Path, capsys):
    from main import main

    path = tmp_path / "mine.json"
    path.write_text(network_by_hand().architecture.to_text(), encoding="utf-8")
    assert main(["table", str(path)]) == 0
    assert "62,958" in capsys.readouterr().out
