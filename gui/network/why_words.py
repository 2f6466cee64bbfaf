"""What one can ask of an answer, and what the reply means in plain words."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from engine.network.requests import ClassMap, Occlusion, Patches, Saliency
from engine.parameters import Choice, Option
from engine.text import mark
from gui.network.heat_picture import HeatPicture
from gui.network.scores import Scores
from gui.text import tr, translated
from gui.widgets.numbers import format_number

QUESTIONS = Choice(
    title=mark("Ask"),
    help=mark(
        "Ways to ask which part of the picture an answer rests on. They may differ; each has its own blind spot."
    ),
    default="last",
    options=(
        Option("last", mark("Grad-CAM at the last maps"), mark("Where the deepest maps speak for the class. Quick.")),
        Option("layer", mark("Grad-CAM at this layer"), mark("Where the maps of the selected layer speak for it.")),
        Option("saliency", mark("Saliency"), mark("Which pixels would sway the class if they changed a little.")),
        Option("guided", mark("Guided saliency"), mark("The same by way of what speaks for the class alone; clearer.")),
        Option("occlusion", mark("Occlusion"), mark("Cover each place and see how far the score falls. Takes longer.")),
    ),
)


@dataclass(frozen=True)
class WhyQuestion:
    """One of `QUESTIONS` about a class (None: the answer); `layer` is where to look, for Grad-CAM at a layer."""

    way: str
    class_index: int | None = None
    layer: str = ""

    def request(self) -> ClassMap | Saliency | Occlusion:
        """The same for the worker."""
        if self.way == "occlusion":
            return Occlusion(class_index=self.class_index)
        if self.way in ("saliency", "guided"):
            return Saliency(class_index=self.class_index, is_guided=self.way == "guided")
        return ClassMap(layer=self.layer if self.way == "layer" else None, class_index=self.class_index)


@dataclass(frozen=True, eq=False)
class Reason:
    """The reply: the picture, the class that it is about, the class's score, and the layer that told."""

    question: WhyQuestion
    picture: HeatPicture
    class_index: int
    score: float
    layer: str
    scores: np.ndarray
    names: tuple[str, ...] = ()

    @property
    def class_name(self) -> str:
        """The class's name, or its number."""
        return class_name(self.class_index, self.names)

    def title(self) -> str:
        """The question in a line."""
        return tr("Why {name}?", name=self.class_name)

    def figures(self) -> str:
        """How it was asked, and the class's score."""
        way = self.question.way
        asked = (
            tr("Grad-CAM at {layer}", layer=self.layer)
            if way in ("last", "layer") else translated(QUESTIONS.option(way).title)
        )  # fmt: skip
        return tr("{asked} · score {score}", asked=asked, score=score_words(self.score, self.scores))

    def meaning(self) -> str:
        """What the colours mean."""
        name, way, is_empty = self.class_name, self.question.way, self.picture.is_empty
        if way in ("last", "layer"):
            if is_empty:
                return tr("On this picture nothing in the maps of “{layer}” speaks for {name}.",
                          layer=self.layer, name=name)  # fmt: skip
            return tr("Bright is where the maps of “{layer}” speak for {name}; dark is where they do not.",
                      layer=self.layer, name=name)  # fmt: skip
        if is_empty:
            return tr("On this picture no place makes a difference to {name}.", name=name)
        if way == "saliency":
            return tr("The brighter a pixel, the more what speaks for {name} changes when the pixel does, a little.",
                      name=name)  # fmt: skip
        if way == "guided":
            return tr("Bright pixels sway {name} most, counting only what speaks for it; how strongly, not which way.",
                      name=name)  # fmt: skip
        fall = tr("Bright is where the score of {name} falls most when a gray square covers the place.", name=name)
        return fall + (" " + tr("Below 0 it rises.") if self.picture.low < 0 else "")


def class_name(index: int, names: tuple[str, ...]) -> str:
    """A class's name, or its number."""
    return (names[index] if index < len(names) else "") or tr("class {number}", number=index)


def score_words(score: float, scores: np.ndarray) -> str:
    """A class's score: per cent where the network's scores are shares, else the number itself."""
    known = Scores(scores.reshape(-1))
    if known.are_shares or known.are_chances:
        return f"{100 * score:.0f}%" if score >= 0.1 or score == 0 else f"{100 * score:.1f}%"
    return format_number(score, 7)


def under_way_words(share: float | None, seconds: float | None) -> str:
    """How far a question has come: before its first step nothing else is answered."""
    return tr("Getting ready; the maps wait for the first step.") if share is None else left_words(seconds)


def left_words(seconds: float | None) -> str:
    """How long something still takes; nothing where that is unknown or hardly worth reading."""
    if seconds is None or seconds < 2:
        return ""
    if seconds < 90:
        return tr("about {seconds} s left", seconds=round(seconds))
    return tr("about {minutes} min left", minutes=round(seconds / 60))


def looked_at_words(found: Patches) -> str:
    """How many pictures were searched, and how many could not be."""
    words = tr("{count} pictures were searched.", count=f"{found.looked_at:,}")
    if not found.unreadable:
        return words
    named = ", ".join(found.unreadable[:3]) + (" …" if len(found.unreadable) > 3 else "")
    return words + " " + tr("{count} could not be read: {names}.", count=len(found.unreadable), names=named)
