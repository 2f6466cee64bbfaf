from pathlib import Path

import pytest

from engine.sources.specs import PictureSpec
from gui.recent_menu import EACH, RecentMenu
from gui.settings import Settings
from tests.engine.sources.pictures.files import encoded, photograph


@pytest.fixture
def settings(tmp_path):
    return Settings(tmp_path)


@pytest.fixture
def menu(qtbot, settings):
    made = RecentMenu(settings)
    qtbot.addWidget(made)
    return made


def entries(menu):
    menu.aboutToShow.emit()
    return [action for action in menu.actions() if not action.isSeparator()]


def test_at_first_it_says_that_there_is_nothing(menu):
    (only,) = entries(menu)
    assert (only.text(), only.isEnabled()) == ("Nothing was opened yet", False)


def test_each_kind_is_opened_as_what_it_is(menu, settings):
    settings.add_recent("/pictures/cat & dog.png")
    settings.add_recent_network("/networks/mine.keras")
    settings.add_recent_project("/lessons/edges.kernelscope")
    opened = []
    for kind in ("picture", "network", "project"):
        getattr(menu, f"{kind}_chosen").connect(lambda path, kind=kind: opened.append((kind, path)))
    actions = entries(menu)
    assert [action.text() for action in actions] == [
        "cat && dog.png", "mine.keras", "edges.kernelscope", "Clear this list",
    ]  # fmt: skip
    assert actions[0].toolTip() == "/pictures/cat & dog.png"
    for action in actions[:3]:
        action.trigger()
    assert opened == [
        ("picture", Path("/pictures/cat & dog.png")), ("network", Path("/networks/mine.keras")),
        ("project", Path("/lessons/edges.kernelscope")),
    ]  # fmt: skip


def test_it_stays_short_and_can_be_cleared(menu, settings):
    for number in range(9):
        settings.add_recent(f"/{number}.png")
        settings.add_recent_project(f"/{number}.kernelscope")
    actions = entries(menu)
    assert len(actions) == 2 * EACH + 1
    assert actions[0].text() == "8.png"
    actions[-1].trigger()
    assert settings.recent == settings.recent_networks == settings.recent_projects == []
    assert len(entries(menu)) == 1


def test_the_file_menu_brings_back_a_picture(qtbot, window, parts, tmp_path):
    path = tmp_path / "mine.png"
    path.write_bytes(encoded(photograph(60, 40), "PNG"))
    window.open_path(path)
    qtbot.waitUntil(lambda: parts.keeper.source.spec == PictureSpec(path))
    window.source_actions.use_moving_sample()
    qtbot.waitUntil(lambda: parts.keeper.source.spec != PictureSpec(path))
    file_menu = window.menuBar().actions()[0].menu()
    assert window.recent_menu.menuAction() in file_menu.actions()
    entries(window.recent_menu)[0].trigger()
    qtbot.waitUntil(lambda: parts.keeper.source.spec == PictureSpec(path))


def test_a_project_that_was_saved_is_among_the_recent_ones(qtbot, window, parts, answers, tmp_path):
    answers.path = tmp_path / "lesson.kernelscope"
    window.actions_["save_project_as"].trigger()
    qtbot.waitUntil(lambda: parts.settings.recent_projects == [str(answers.path)])
    assert "lesson.kernelscope" in [action.text() for action in entries(window.recent_menu)]
