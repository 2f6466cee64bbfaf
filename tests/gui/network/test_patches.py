"""The pieces of a folder's pictures that excite a map: asked for, shown as they come, and followed to their place."""

from pathlib import Path

import numpy as np
import pytest

from engine.child.messages import Progress
from engine.errors import UserError
from engine.network import requests as ask
from engine.opencv import cv2
from engine.sources.frame import Frame
from gui.background import Background
from gui.network.driver import NetworkDriver
from gui.network.map_page import MapPage
from gui.network.patch_pictures import patch_picture
from gui.network.session import MapSpot
from tests.gui.network.fake_worker import FakeWorker


class Pictures:
    is_live = False
    frame = Frame(np.full((20, 30, 3), 40, np.uint8))


@pytest.fixture
def folder(tmp_path):
    for number in range(3):
        picture = np.full((40, 60, 3), 30 * number, np.uint8)
        picture[10:20, 30:50] = (0, 0, 200)  # OpenCV writes blue, green, red
        cv2.imwrite(str(tmp_path / f"{number}.png"), picture)
    return tmp_path


@pytest.fixture
def bench(qapp, session, appearance, qtbot):
    """The page, the worker and the driver, with a network open."""
    worker, errors = FakeWorker(), []
    backgrounds = [Background(errors.append) for _ in range(3)]
    driver = NetworkDriver(
        worker, session, Pictures(), files=backgrounds[0], figures=backgrounds[1], is_dark=lambda: True
    )  # fmt: skip
    page = MapPage(session, driver.why, backgrounds[2], appearance)
    qtbot.addWidget(page)
    page.resize(1300, 220)
    page.show()
    qtbot.waitExposed(page)
    driver.set_active(True)
    session.wish_for(ask.GalleryModel("cnn-example"))

    def has_settled():
        worker.work()
        return session.maps is not None and not worker.asked

    qtbot.waitUntil(has_settled)
    yield page, worker, driver
    driver.close()
    worker.close()
    for each in backgrounds:
        each.close()
    assert errors == []


def patch(folder, number, value):
    return ask.Patch(str(folder / f"{number}.png"), value, (10.0, 30.0, 10.0, 20.0), 2, 7)


def test_patches_come_as_they_are_found_and_lead_to_their_place(bench, folder, session, qtbot):
    page, worker, _ = bench
    session.set_spot(MapSpot(session.layer, 5))
    page.search(folder)
    request = worker.pending(ask.BestPatches)
    assert (request.folder, request.layer, request.channel) == (str(folder), session.layer, 5)
    assert page.cancel_search.isVisible()
    worker.say(ask.PatchesSoFar(job=request.job, patches=(patch(folder, 1, 0.5),)))
    worker.say(Progress(job=request.job, done=1, total=3))
    assert [each.text() for each in page.strip.buttons] == ["0.5"]
    assert page.search_bar.value() == 333
    best = (patch(folder, 2, 0.75), patch(folder, 1, 0.5))
    worker.say(ask.Patches(job=request.job, patches=best, looked_at=3, unreadable=("x.png",)))
    assert [each.text() for each in page.strip.buttons] == ["0.75", "0.5"]
    assert "3 pictures were searched. 1 could not be read: x.png." in page.search_note.text()
    assert not page.cancel_search.isVisible()
    qtbot.waitUntil(lambda: len(page.strip._pictures) == 2)
    middle = page.strip.buttons[0].icon().pixmap(56, 56).toImage().pixelColor(28, 28)
    assert (middle.red(), middle.blue()) == (200, 0)
    with qtbot.waitSignal(page.patch_chosen) as heard:
        page.strip.buttons[0].click()
    assert heard.args == [best[0], MapSpot(session.layer, 5, 2, 7)]


def test_cancelling_keeps_what_was_found(bench, folder):
    page, worker, driver = bench
    page.search(folder)
    request = worker.pending(ask.BestPatches)
    worker.say(ask.PatchesSoFar(job=request.job, patches=(patch(folder, 1, 0.5),)))
    page.cancel_search.click()
    assert worker.pending(ask.BestPatches) is None
    assert len(page.strip.buttons) == 1
    assert "Cancelled." in page.search_note.text()
    assert driver.why.question is None


def test_the_open_folder_is_offered_and_then_the_last_one(bench, folder):
    page, worker, _ = bench
    assert not page.again_button.isVisible()
    page.set_open_folder(folder)
    assert folder.name[:24] in page.again_button.text()
    page.set_open_folder(None)
    page.again_button.click()
    assert worker.pending(ask.BestPatches).folder == str(folder)


def test_a_folder_without_pictures_is_told_in_place(bench, folder):
    page, worker, _ = bench
    from engine.child.messages import Failed

    page.search(folder)
    worker.say(Failed(job=worker.pending(ask.BestPatches).job, template="There is no picture in the folder."))
    assert "There is no picture in the folder." in page.search_note.text()
    assert page.search_button.isEnabled()


def test_another_network_takes_the_patches_away(bench, folder, session):
    page, worker, _ = bench
    page.search(folder)
    worker.say(ask.PatchesSoFar(job=worker.pending(ask.BestPatches).job, patches=(patch(folder, 1, 0.5),)))
    session.put_network(None)
    assert page.strip.buttons == []
    assert not page.search_button.isEnabled()


class TestPatchPicture:
    def test_it_is_the_piece(self, folder):
        pixels = patch_picture(patch(folder, 1, 0.0))
        assert pixels.shape == (10, 20, 3)
        assert (pixels == (200, 0, 0)).all()

    def test_a_field_that_reaches_beside_the_picture_is_cut(self, folder):
        pixels = patch_picture(ask.Patch(str(folder / "1.png"), 0.0, (-20.0, 50.0, 40.0, 300.0)))
        assert pixels.shape == (20, 10, 3)

    def test_a_large_piece_is_made_small(self, folder):
        whole = ask.Patch(str(folder / "1.png"), 0.0, (0.0, 0.0, 40.0, 60.0))
        assert patch_picture(whole, side=30).shape == (20, 30, 3)

    def test_a_file_that_is_gone_is_refused(self, folder):
        with pytest.raises(UserError):
            patch_picture(ask.Patch(str(Path(folder) / "gone.png"), 0.0, (0.0, 0.0, 4.0, 4.0)))
