"""Records what the gallery builds, so that the window can lay it out without Keras.

    python -m engine.network.gallery.record

Run it after a change to the gallery; a test fails while a record differs.
"""

from __future__ import annotations

from engine.network.catalogue import RECORDS, gallery_ids
from engine.network.describing.model import describe
from engine.network.gallery.making import make


def record() -> None:
    """Write one file for each id."""
    RECORDS.mkdir(exist_ok=True)
    for identity in gallery_ids():
        text = describe(make(identity)).to_text()
        (RECORDS / f"{identity}.json").write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    record()
