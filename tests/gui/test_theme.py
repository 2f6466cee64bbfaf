import gc
import re

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QPushButton

from gui.icons import RESOURCES, app_icon, icon
from gui.theme.appearance import Appearance
from gui.theme.glyphs import glyphs
from gui.theme.tokens import DARK, LIGHT, ROLES, contrast, ink_on, mixed
from gui.train.curves_view import COMPARED

CODE = RESOURCES.parent / "gui"


@pytest.fixture
def appearance(qapp):
    made = Appearance(qapp, choice="dark")
    yield made
    made.deleteLater()


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
@pytest.mark.parametrize("ground", ["ground", "panel", "raised"])
@pytest.mark.parametrize("ink", ["text", "dim", *ROLES])
def test_every_ink_can_be_read_on_every_ground(theme, ground, ink):
    assert contrast(getattr(theme, ink), getattr(theme, ground)) >= 4.5


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
def test_words_on_buttons_and_selections_can_be_read(theme):
    assert contrast(theme.on_accent, theme.accent) >= 4.5
    assert contrast(theme.text, theme.selection) >= 4.5
    assert contrast(theme.text, theme.hover) >= 4.5
    for ground in (theme.selection, theme.hover):
        assert contrast(theme.dim, ground) >= 4.5
        assert contrast(theme.refused, ground) >= 4.5
    assert contrast(theme.kernel, theme.selection) >= 4.5, "the selected card of a recipe"
    assert contrast(theme.accent, theme.panel) >= 3, "the ring around what has the focus"


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
@pytest.mark.parametrize("role", ["result", "refused"])
def test_a_number_on_any_tint_of_a_colour_can_be_read(theme, role):
    for percent in range(0, 101, 2):
        ground = mixed(theme.role(role), theme.raised, percent / 100)
        assert contrast(ink_on(ground, theme.text, theme.panel), ground) >= 4.5


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
def test_curves_of_other_runs_can_be_told_from_the_ground(theme):
    assert all(contrast(colour, theme.panel) >= 3 for colour in COMPARED)


def test_the_choice_dresses_the_whole_application(qapp, appearance):
    assert qapp.palette().window().color().name() == DARK.panel
    appearance.choice = "light"
    assert appearance.theme is LIGHT
    assert qapp.palette().window().color().name() == LIGHT.panel
    assert LIGHT.panel in qapp.styleSheet()
    assert DARK.panel not in qapp.styleSheet()


def test_a_change_is_told_once_and_only_when_there_is_one(qtbot, appearance):
    told = []
    appearance.changed.connect(lambda: told.append(appearance.theme.name))
    appearance.choice = "dark"
    assert told == []
    appearance.choice = "light"
    assert told == ["light"]


def test_an_unknown_choice_is_refused(appearance):
    with pytest.raises(ValueError, match="pink"):
        appearance.choice = "pink"
    assert appearance.choice == "dark"


def test_presenter_mode_enlarges_type_controls_and_lines(qtbot, appearance):
    button = QPushButton("Play")
    qtbot.addWidget(button)
    button.ensurePolished()
    before = (
        appearance.font().pointSizeF(),
        appearance.control_height,
        appearance.line_width,
        button.sizeHint().height(),
    )
    appearance.is_presenter = True
    button.ensurePolished()
    after = (
        appearance.font().pointSizeF(),
        appearance.control_height,
        appearance.line_width,
        button.sizeHint().height(),
    )
    assert all(large > small for small, large in zip(before, after, strict=True))
    assert before[1] >= 28
    assert after[1] >= 40
    assert after[3] >= 40


def test_icons_grow_with_the_systems_own_type(appearance, monkeypatch):
    before = appearance.icon_size
    monkeypatch.setattr(appearance._fonts, "base_size", 2.5 * appearance._fonts.base_size)
    assert appearance.icon_size >= 1.5 * before


def test_figures_have_one_width(appearance):
    for figures in ("0123456789", "1111111111", "−−++..kMGe"):
        assert appearance.text_width(figures, "number") == appearance.text_width("8" * 10, "number")


def test_arrows_and_ticks_are_drawn_from_the_tokens_of_today():
    for name, text in glyphs().items():
        path = RESOURCES / "theme" / name
        assert path.read_text(encoding="utf-8") == text, f"{name} is stale: run python -m gui.theme.glyphs"


def test_the_stylesheet_names_only_pictures_that_are_there(qapp, appearance):
    for choice in ("dark", "light"):
        appearance.choice = choice
        named = re.findall(r"url\(kernelscope:([^)]+)\)", qapp.styleSheet())
        assert named
        assert all((RESOURCES / "theme" / name).is_file() for name in named)


def _names_in_code():
    pattern = re.compile(r"""\bicon\(\s*["']([a-z][a-z0-9-]*)["']""")
    found = {name for path in CODE.rglob("*.py") for name in pattern.findall(path.read_text(encoding="utf-8"))}
    assert len(found) > 5
    return found


def test_every_icon_named_in_the_code_exists():
    drawn = {path.stem for path in (RESOURCES / "icons").glob("*.svg")}
    assert _names_in_code() <= drawn


def _visible_pixels(pixmap):
    image = pixmap.toImage()
    return sum(image.pixelColor(x, y).alpha() > 40 for x in range(image.width()) for y in range(image.height()))


@pytest.mark.parametrize("path", sorted((RESOURCES / "icons").glob("*.svg")), ids=lambda path: path.stem)
def test_every_icon_shows_something_and_is_no_blot(appearance, path):
    made = app_icon() if path.stem == "kernelscope" else icon(path.stem)
    share = _visible_pixels(made.pixmap(QSize(24, 24))) / 24**2
    assert 0.02 < share < (1.0 if path.stem == "kernelscope" else 0.75)


def _strongest(pixmap):
    image = pixmap.toImage()
    inks = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    return max(inks, key=lambda ink: ink.alpha()).name()


def test_icons_take_the_colour_of_the_theme_even_when_made_before_it(appearance):
    made = icon("add")
    assert _strongest(made.pixmap(24, 24)) == DARK.text
    appearance.choice = "light"
    assert _strongest(made.pixmap(24, 24)) == LIGHT.text


def test_icons_are_dim_when_off_and_in_the_accent_when_checked(appearance):
    made = icon("add")
    on = _strongest(made.pixmap(QSize(24, 24), QIcon.Mode.Normal, QIcon.State.On))
    off = _strongest(made.pixmap(QSize(24, 24), QIcon.Mode.Disabled, QIcon.State.Off))
    assert on == DARK.accent
    assert off not in (DARK.text, DARK.accent)


def test_icons_are_as_fine_as_the_screen(appearance):
    pixmap = icon("kernel").pixmap(QSize(16, 16), 2.0, QIcon.Mode.Normal, QIcon.State.Off)
    assert (pixmap.width(), pixmap.devicePixelRatio()) == (32, 2.0)


def test_an_unknown_icon_is_refused_at_once(appearance):
    with pytest.raises(ValueError, match="unicorn"):
        icon("unicorn")


def test_a_changed_copy_of_an_icon_lives_on(appearance):
    made = [QIcon(icon("add")) for _ in range(20)]
    for each in made:
        each.addPixmap(QPixmap(3, 3))  # Qt clones the engine here
    gc.collect()
    assert all(_strongest(each.pixmap(24, 24)) == DARK.text for each in made)
