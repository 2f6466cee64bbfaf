"""What the parts of a data set are called, and their signs."""

from __future__ import annotations

from engine.network.data.dataset import PARTS, TEST, TRAIN, VALIDATION
from gui.text import tr

ICONS = {TRAIN: "train", VALIDATION: "eye", TEST: "check"}
"""The sign of each part; what is left out has that of a duplicate."""
LEFT_OUT_ICON = "duplicate"


def part_words(part: str) -> str:
    """What a part is called."""
    return {"train": tr("Training"), "validation": tr("Validation"), "test": tr("Test")}[part]


def place_words(number: int, *, is_by_hand: bool) -> str:
    """Where a picture is, and who put it there."""
    if not 0 <= number < len(PARTS):
        return tr("Left out: an exact duplicate of a picture that is kept aside")
    words = part_words(PARTS[number])
    return tr("{part}, put there by hand", part=words) if is_by_hand else words
