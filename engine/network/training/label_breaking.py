"""When a transform turns a picture into one of another class, or into one of none.

A flipped cat is a cat, a flipped 2 is nothing, and a 6 that was turned by 180° is a 9. What the classes are is taken
from how the data was made and, where that is unknown, from their names.
"""

from __future__ import annotations

from collections.abc import Sequence

from engine.imaging.explanation import Remark
from engine.network.data.specs import DataSpec, GeneratedData
from engine.network.training.transform import Transform
from engine.network.training.transforms_of_place import Crop, CutOut, Flip, Pad, Rotate, Shift, Zoom
from engine.network.training.transforms_of_values import Blur, Brightness, Contrast, Hue, Noise
from engine.text import mark


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Names of classes, in the two languages of the program's window, that say what their pictures differ in.
_COLOURS = _words(
    "red green blue yellow orange purple violet pink brown cyan magenta turquoise gold silver ripe unripe colour color "
    "rot grün blau gelb lila violett rosa braun türkis reif unreif farbe"
)
_SIDES = _words("left right east west clockwise counterclockwise links rechts osten westen")
_UPS = _words("up down top bottom north south upright oben unten norden süden hoch runter")
_SLOPES = _words(
    "horizontal vertical diagonal slanted tilted portrait landscape waagerecht waagrecht senkrecht schräg gekippt"
)
_LIGHTS = _words("dark bright light day night black white gray grey dunkel hell tag nacht schwarz weiß grau")
_FOCUS = _words("sharp blurred blurry unsharp grain fine coarse scharf unscharf verschwommen körnung fein grob")
_NOISES = _words("noise noisy clean grain verrauscht rauschen sauber körnung")
_SIZES = _words("small large big tiny huge near far close klein groß gross winzig riesig nah fern weit")
_DIGITS = _words(
    "zero one two three four five six seven eight nine null eins zwei drei vier fünf sechs sieben acht neun"
)
_HALF_TURNS = ({"6", "9"}, {"six", "nine"}, {"sechs", "neun"}, {"b", "q"}, {"d", "p"}, {"m", "w"}, {"n", "u"})
_QUARTER_TURNS = ({"n", "z"}, {"square", "diamond"}, {"quadrat", "raute"}, {"+", "×"}, {"plus", "times"})


def breaks_label(transform: Transform, class_names: Sequence[str], spec: DataSpec | None = None) -> Remark | None:
    """A sentence of warning where `transform` makes pictures what their class says they are not; otherwise None.

    >>> str(breaks_label(Flip(), ["2", "3"]))
    'A mirrored digit or letter is another one, or none at all.'
    """
    names = [name.casefold() for name in class_names]
    words = {word for name in names for word in name.replace("-", " ").replace("_", " ").replace(",", " ").split()}
    if isinstance(transform, Flip):
        return _flip(transform, names, words)
    if isinstance(transform, Rotate):
        return _rotate(transform.degrees, names, words)
    if isinstance(transform, (Crop, Shift, Zoom, CutOut, Pad)):
        return _lose(transform, words, spec)
    if isinstance(transform, Hue):
        is_colour = _are_colours(words) or (isinstance(spec, GeneratedData) and spec.colour == "class")
        if is_colour and transform.degrees > 10:
            return Remark(mark("The classes differ in their colours, and this changes the colours."))
    if isinstance(transform, Brightness) and len(words & _LIGHTS) > 1 and transform.share > 0.1:
        return Remark(mark("The classes differ in how bright they are, and this changes the brightness."))
    if isinstance(transform, Contrast) and len(words & _LIGHTS) > 1 and transform.share > 0.6:
        return Remark(mark("The classes differ in how bright they are, and so much contrast hides that."))
    if isinstance(transform, Blur) and words & _FOCUS and transform.sigma > 0.5:
        return Remark(mark("The classes differ in how sharp they are, and this makes all of them blurred."))
    if isinstance(transform, Noise) and words & _NOISES and transform.sigma > 4:
        return Remark(mark("The classes differ in their grain, and noise is grain."))
    return None


def _flip(transform: Flip, names: Sequence[str], words: set[str]) -> Remark | None:
    is_across, is_upside = transform.direction != "vertical", transform.direction != "horizontal"
    if _are_signs(names):
        return Remark(mark("A mirrored digit or letter is another one, or none at all."))
    if is_across and words & _SIDES:
        return Remark(mark("The classes differ in left and right, and this swaps them."))
    if is_upside and words & _UPS:
        return Remark(mark("The classes differ in up and down, and this swaps them."))
    return None


def _rotate(degrees: int, names: Sequence[str], words: set[str]) -> Remark | None:
    known = set(names)
    if degrees > 135 and (pair := _pair_in(known, _HALF_TURNS)):
        return Remark(mark("Turned by half, “{one}” becomes “{other}”."), {"one": pair[0], "other": pair[1]})
    if degrees > 30 and (pair := _pair_in(known, _QUARTER_TURNS)):
        return Remark(mark("Turned far enough, “{one}” becomes “{other}”."), {"one": pair[0], "other": pair[1]})
    if degrees > 45 and _are_signs(names):
        return Remark(mark("A digit or letter that lies on its side is hard to read, or another one."))
    if degrees > 20 and words & _SLOPES:
        return Remark(mark("The classes differ in the way they run, and turning changes that."))
    if degrees > 45 and words & (_SIDES | _UPS):
        return Remark(mark("The classes are directions, and so much turning makes one into another."))
    return None


def _lose(transform: Crop | Shift | Zoom | CutOut | Pad, words: set[str], spec: DataSpec | None) -> Remark | None:
    if isinstance(transform, (Zoom, Pad, Crop)) and words & _SIZES:
        return Remark(mark("The classes differ in size, and this changes the size."))
    if isinstance(transform, Pad):
        return None
    left = {
        Crop: lambda each: each.smallest,
        Shift: lambda each: 1 - max(each.vertical, each.horizontal),
        Zoom: lambda each: 1 - each.share,
        CutOut: lambda each: 1 - each.share,
    }[type(transform)](transform)
    least = 0.75 if isinstance(spec, GeneratedData) and spec.kind == "scenes" else 0.55
    if left < least:
        return Remark(mark("So little of the picture may be left that what it shows is gone, while the label stays."))
    return None


def _are_signs(names: Sequence[str]) -> bool:
    """Whether most classes are single digits or letters, by sign or by word."""
    count = sum((len(name) == 1 and name.isalnum()) or name in _DIGITS or _is_glyph(name) for name in names)
    return count * 2 > len(names)


def _is_glyph(name: str) -> bool:
    start, _, rest = name.partition(" ")
    return start in ("digit", "letter", "glyph", "ziffer", "buchstabe") and len(rest) <= 2


def _are_colours(words: set[str]) -> bool:
    return len(words & _COLOURS) >= 2 or bool(words & {"ripe", "unripe", "reif", "unreif"})


def _pair_in(names: set[str], pairs: Sequence[set[str]]) -> tuple[str, str] | None:
    for pair in pairs:
        if pair <= names:
            first, second = sorted(pair)
            return first, second
    return None
