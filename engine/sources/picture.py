"""One picture out of a file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from engine.errors import UserError
from engine.sources.names import shown_name
from engine.sources.pictures.decode import decode_picture, decode_preview, read_bytes, unreadable
from engine.sources.pictures.header import name_mismatch, read_header
from engine.sources.source import OnFrame, OnStatus, Source, SourceStatus
from engine.sources.specs import PictureSpec
from engine.text import mark

AT_ONCE_PIXELS = 600_000
AT_ONCE_BYTES = 1_500_000
"""Up to these a picture is decoded in the call that opens it: under 16 ms, as measured with PNG, the slowest format."""


class PictureSource(Source):
    """A picture file. A small one is there at once; a large one is decoded on a thread.

    A large JPEG comes twice: first a preview of at most two megapixels, whose note says so, then the whole picture.
    What turns out to be wrong with a large file is told by a status that is "lost".
    """

    def __init__(self, spec: PictureSpec, *, on_frame: OnFrame, on_status: OnStatus) -> None:
        super().__init__(spec, title=shown_name(spec.path), on_frame=on_frame, on_status=on_status)
        self._path = spec.path
        try:
            size = self._path.stat().st_size
        except OSError as error:
            raise unreadable(self._path, error) from None
        if size > AT_ONCE_BYTES:
            self._start(self._load_later, "decoding")
            return
        data = read_bytes(self._path)
        header = read_header(data, name=self.title)
        if header.pixels > AT_ONCE_PIXELS:
            self._start(lambda: self._load_later(data), "decoding")
        else:
            self._load(data)

    def _load_later(self, data: bytes | None = None) -> None:
        try:
            data = read_bytes(self._path) if data is None else data
            header = read_header(data, name=self.title)
            if preview := decode_preview(data, header):
                self._publish(preview[0], note=mark("preview, the whole picture follows"))
            if not self._stopping.is_set():
                self._load(data)
        except UserError as error:
            self._tell(SourceStatus("lost", error))

    def _load(self, data: bytes) -> None:
        picture = decode_picture(data, name=self.title)
        self._publish(picture.image, note=joined(picture.notes, self._path, picture.header.format))
        self._tell(SourceStatus("paused", picture.warning, length=1))


def joined(notes: Sequence[str], path: Path, kind: str) -> str:
    """The notes of a picture as one line, with a word about a name that does not fit the content."""
    if name_mismatch(path, kind):
        notes = (*notes, mark("named {extension} but is a {kind}").format(extension=path.suffix.lower(), kind=kind))
    return ", ".join(notes)
