"""The facts that a picture's header gives, the same for every format."""

from __future__ import annotations

from dataclasses import dataclass


class DamagedHeaderError(Exception):
    """A header that ends too soon or contradicts itself; the message is for the details of a refusal."""


@dataclass(frozen=True, kw_only=True)
class PictureHeader:
    """What a picture file says about itself.

    `channels` and `depth` (bits of one value) are those that decoding gives, so a palette counts as three channels of
    eight bits. `orientation` is the turn that is still to be made after decoding, as Exif counts. `extra_bytes` is what
    the decoder takes on top of the picture, as measured with the decoders of OpenCV 5.
    """

    format: str
    width: int
    height: int
    channels: int
    depth: int
    orientation: int = 1
    is_premultiplied: bool = False
    extra_bytes: int = 0

    @property
    def pixels(self) -> int:
        """How many pixels it has."""
        return self.width * self.height

    @property
    def decoding_bytes(self) -> int:
        """The most memory that decoding takes: OpenCV holds the decoded picture twice for a moment."""
        return 2 * self.pixels * self.channels * max(1, self.depth // 8) + self.extra_bytes
