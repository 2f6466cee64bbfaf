"""The colours of both themes. One colour has one role everywhere, told apart by colour-blind people too."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

READABLE = 4.5
"""The least contrast of text, after WCAG 2."""
ROLES = ("input", "kernel", "result", "bias", "accent", "refused")


@dataclass(frozen=True, kw_only=True)
class Theme:
    """Colours as `#rrggbb`. `dim` is for captions, `canvas` lies around pictures, `on_accent` is text on the accent."""

    name: str
    is_dark: bool
    ground: str
    panel: str
    raised: str
    hover: str
    line: str
    canvas: str
    text: str
    dim: str
    input: str
    kernel: str
    result: str
    bias: str
    refused: str
    accent: str
    on_accent: str
    selection: str
    zero: str

    def role(self, name: str) -> str:
        """The colour of a role: input, kernel, result, bias, accent or refused; also text and dim."""
        if name not in (*ROLES, "text", "dim"):
            raise ValueError(f"There is no colour role {name!r}. Use one of {', '.join(ROLES)}, text or dim.")
        return str(getattr(self, name))


DARK = Theme(
    name="dark",
    is_dark=True,
    ground="#14171c",
    panel="#1b1f26",
    raised="#232831",
    hover="#2b313c",
    line="#2e3540",
    canvas="#0d0f12",
    text="#e7eaf0",
    dim="#9aa4b2",
    input="#56b4e9",
    kernel="#e69f00",
    result="#2fc79a",
    bias="#cc79a7",
    refused="#f27a40",
    accent="#4c9ffe",
    on_accent="#0b1016",
    selection="#1e3350",
    zero="#232831",
)

LIGHT = Theme(
    name="light",
    is_dark=False,
    ground="#f4f5f7",
    panel="#ffffff",
    raised="#f1f3f6",
    hover="#e6eaf0",
    line="#dde1e7",
    canvas="#e8ebf0",
    text="#1b2330",
    dim="#5c6675",
    input="#0072b2",
    kernel="#9a5c00",  # darker than the palette's orange, which captions in it would be too faint for
    result="#007d5c",
    bias="#a3447a",
    refused="#b84000",
    accent="#1668dc",
    on_accent="#ffffff",
    selection="#e1ecfb",
    zero="#f1f3f6",
)


def contrast(first: str, second: str) -> float:
    """Contrast of two colours after WCAG 2, from 1 (the same) to 21.

    >>> contrast("#000000", "#ffffff")
    21.0
    """
    darker, lighter = sorted((_luminance(first), _luminance(second)))
    return round((lighter + 0.05) / (darker + 0.05), 2)


@lru_cache(maxsize=1024)
def ink_on(ground: str, *inks: str) -> str:
    """The first of the inks that can be read on a ground; black or white where none can.

    >>> ink_on("#b84000", "#1b2330", "#ffffff"), ink_on("#808080", "#707070")
    ('#ffffff', '#000000')
    """
    return next(
        (ink for ink in inks if contrast(ink, ground) >= READABLE),
        max("#000000", "#ffffff", key=lambda ink: contrast(ink, ground)),
    )


@lru_cache(maxsize=1024)
def mixed(first: str, second: str, share: float) -> str:
    """`share` of the first colour laid over the second.

    >>> mixed("#ffffff", "#000000", 0.5)
    '#808080'
    """
    pairs = zip(_channels(first), _channels(second), strict=True)
    return "#" + "".join(f"{round(255 * (share * one + (1 - share) * other)):02x}" for one, other in pairs)


def _channels(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def _luminance(colour: str) -> float:
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in _channels(colour)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
