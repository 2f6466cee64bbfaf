"""The small picture of the source beside the classes."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np

from gui.theme.appearance import Appearance
from gui.train.live_preview import LivePreview


def test_a_picture_that_stands_still_is_there_as_soon_as_one_can_see_it(qtbot, appearance: Appearance) -> None:
    still = SimpleNamespace(frame=SimpleNamespace(image=np.full((30, 40, 3), (200, 10, 30), np.uint8)))
    preview = LivePreview(still, appearance)
    qtbot.addWidget(preview)
    preview.resize(120, 90)
    preview.show()
    qtbot.waitExposed(preview)
    colour = preview.grab().toImage().pixelColor(60, 45)
    assert (colour.red(), colour.green(), colour.blue()) == (200, 10, 30)
