"""What a picture file says about itself, read before anything is decoded.

The decoders are native code that believes the header: a file of a few bytes can make them allocate gigabytes. So every
format's header is read here first, and a picture that would not fit is refused in a sentence.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from engine.errors import UserError
from engine.sources.pictures import jpeg, small, tiff
from engine.sources.pictures.facts import DamagedHeaderError, PictureHeader
from engine.text import mark

MOST_PIXELS = 100_000_000
MOST_BYTES = 640_000_000

EXTENSIONS = {
    "PNG": (".png", ".apng"),
    "JPEG": (".jpg", ".jpeg", ".jpe", ".jfif"),
    "WebP": (".webp",),
    "TIFF": (".tif", ".tiff"),
    "BMP": (".bmp", ".dib"),
    "GIF": (".gif",),
}
PICTURE_EXTENSIONS = frozenset(extension for group in EXTENSIONS.values() for extension in group)

_READERS: dict[str, Callable[[bytes], PictureHeader]] = {
    "PNG": small.read_png,
    "JPEG": jpeg.read_jpeg,
    "WebP": small.read_webp,
    "TIFF": tiff.read_tiff,
    "BMP": small.read_bmp,
    "GIF": small.read_gif,
}

_APPLE = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1")


def picture_format(start: bytes) -> str | None:
    """The format that the first bytes of a file tell, by what is in it and not by its name.

    >>> picture_format(b"GIF89a")
    'GIF'
    """
    if start.startswith(b"\x89PNG\r\n\x1a\n"):
        return "PNG"
    if start.startswith(b"\xff\xd8\xff"):
        return "JPEG"
    if start[:4] == b"RIFF" and start[8:12] == b"WEBP":
        return "WebP"
    if start[:4] in (b"II*\0", b"MM\0*", b"II+\0", b"MM\0+"):
        return "TIFF"
    if start[:2] == b"BM":
        return "BMP"
    if start[:6] in (b"GIF87a", b"GIF89a"):
        return "GIF"
    return None


def foreign_format(start: bytes) -> str | None:
    """The name of a picture format that is recognised but cannot be read, or None."""
    if start[4:8] == b"ftyp":
        brand = start[8:12]
        return "HEIC" if brand in _APPLE else "AVIF" if brand in (b"avif", b"avis") else None
    head = start.lstrip(b"\xef\xbb\xbf \t\r\n")[:256].lower()
    if head.startswith(b"<svg") or (head.startswith(b"<?xml") and b"<svg" in start.lower()):
        return "SVG"
    signatures = {
        b"%PDF": "PDF", b"8BPS": "Photoshop", b"v/1\x01": "OpenEXR", b"\0\0\1\0": "ICO",
        b"\0\0\0\x0cjP  ": "JPEG 2000", b"\xff\x4f\xff\x51": "JPEG 2000", b"gimp xcf": "GIMP", b"\xff\x0a": "JPEG XL",
    }  # fmt: skip
    return next((name for signature, name in signatures.items() if start.startswith(signature)), None)


def read_header(data: bytes, *, name: str) -> PictureHeader:
    """Read the header of the picture in `data` and refuse what is empty, damaged, foreign or too large.

    Raises:
        UserError: naming the file by `name`, what is wrong with it and what to do.
    """
    if not data:
        raise UserError(mark("“{name}” is empty (0 bytes). Copy or download it again."), name=name)
    kind = picture_format(data[:32])
    if kind is None:
        raise _not_a_picture(data, name)
    try:
        header = _READERS[kind](data)
    except DamagedHeaderError as error:
        raise damaged(name, kind, details=str(error)) from None
    if header.width < 1 or header.height < 1:
        raise UserError(
            mark("“{name}” says it is {width} × {height} pixels, but a picture needs at least one. Save it anew."),
            name=name, width=header.width, height=header.height,
        )  # fmt: skip
    _check_size(header, len(data), name)
    return header


def damaged(name: str, kind: str, *, details: str = "") -> UserError:
    """The refusal of a file that begins like a picture of that kind but cannot be read as one."""
    return UserError(
        mark("“{name}” begins like a {kind} picture but is damaged or cut off. Copy or download it again."),
        name=name, kind=kind, details=details,
    )  # fmt: skip


def name_mismatch(path: Path, kind: str) -> bool:
    """Whether the name claims another picture format than the content has."""
    extension = path.suffix.lower()
    return extension in PICTURE_EXTENSIONS and extension not in EXTENSIONS[kind]


def _not_a_picture(data: bytes, name: str) -> UserError:
    foreign = foreign_format(data[:1024])
    if foreign in ("HEIC", "AVIF"):
        return UserError(
            mark(
                "“{name}” is a {kind} picture, which cannot be read here. Save or export it as JPEG or PNG first; "
                "on a phone, choose “Most compatible” in the camera's format settings."
            ),
            name=name, kind=foreign,
        )  # fmt: skip
    if foreign:
        return UserError(
            mark("“{name}” is a {kind} file, which cannot be read here. Export it as PNG or JPEG first."),
            name=name, kind=foreign,
        )  # fmt: skip
    return UserError(
        mark("“{name}” does not contain a picture. Pictures can be PNG, JPEG, WebP, TIFF, BMP or GIF."), name=name
    )


def _check_size(header: PictureHeader, file_bytes: int, name: str) -> None:
    if header.pixels > MOST_PIXELS:
        raise UserError(
            mark(
                "“{name}” is {width} × {height} pixels ({megapixels} megapixels), but at most {most} megapixels can "
                "be opened. Save a smaller copy of it."
            ),
            name=name, width=header.width, height=header.height,
            megapixels=round(header.pixels / 1e6), most=MOST_PIXELS // 1_000_000,
        )  # fmt: skip
    needed = header.decoding_bytes + file_bytes
    if needed > MOST_BYTES:
        raise UserError(
            mark(
                "“{name}” would take about {needed} MB to open ({width} × {height} pixels, {depth} bit), but at most "
                "{most} MB are allowed. Save a smaller copy of it, or one with fewer bits."
            ),
            name=name, width=header.width, height=header.height, depth=header.depth,
            needed=needed // 1_000_000, most=MOST_BYTES // 1_000_000,
        )  # fmt: skip
