"""The few pictures a stylesheet needs as files: arrows and ticks, tinted once for each theme.

They are kept in `resources/theme`, so that nothing has to be written when the program starts. After a change of the
tokens or of an icon, `python -m gui.theme.glyphs` draws them again.
"""

from __future__ import annotations

from gui.icons import RESOURCES
from gui.theme.tokens import DARK, LIGHT, Theme, mixed


def glyphs() -> dict[str, str]:
    """The file name and text of every one."""
    made = {}
    for theme in (DARK, LIGHT):
        for name, (drawing, colour) in _wanted(theme).items():
            text = (RESOURCES / "icons" / f"{drawing}.svg").read_text(encoding="utf-8")
            made[f"{theme.name}-{name}.svg"] = text.replace("currentColor", colour)
    return made


def write() -> None:
    """Write them all to `resources/theme`."""
    folder = RESOURCES / "theme"
    folder.mkdir(exist_ok=True)
    for name, text in glyphs().items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


def _wanted(theme: Theme) -> dict[str, tuple[str, str]]:
    off = mixed(theme.dim, theme.panel, 0.4)
    return {
        "check": ("check", theme.on_accent),
        "menu-check": ("check", theme.accent),
        "chevron-down": ("chevron-down", theme.dim),
        "chevron-down-off": ("chevron-down", off),
        "chevron-up": ("chevron-up", theme.dim),
        "chevron-up-off": ("chevron-up", off),
        "chevron-right": ("chevron-right", theme.dim),
    }


if __name__ == "__main__":
    write()
