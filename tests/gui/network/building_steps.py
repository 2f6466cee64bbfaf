"""What tests of building do again and again."""

from __future__ import annotations

from engine.imaging.kernel_choice import KernelChoice
from engine.network import requests as ask
from engine.network.offers import GROUPS
from gui.models.layers import ENTRY
from tests.gui.network.making import open_network

BOX = KernelChoice("box", {"size": 5})
CONV = GROUPS[0].offers[0]


def begin(builder, session):
    session.wish_for(ask.GalleryModel("cnn-example"))
    session.put_network(open_network())
    assert builder.begin_copy()


def entries(dock):
    return {entry.name: entry for entry in (
        dock.model.index(row, 0).data(ENTRY) for row in range(dock.model.rowCount()))}  # fmt: skip
