"""The corpus of hostile files, made anew from a seed each time: at least 2,000 of them, none kept in the repository."""

import struct
import zlib
from collections.abc import Iterator

import numpy as np

from tests.corpus.bases import sound_pictures, sound_videos

SEED = 20_260
EXTENSIONS = ("png", "jpg", "webp", "tif", "bmp", "gif", "mp4", "txt")
SIDES = (0, 1, 2, 30_000, 65_535, 2**31 - 1, 2**32 - 1)


def corpus() -> Iterator[tuple[str, bytes]]:
    """File name and content of every hostile file; the names are unique."""
    rng = np.random.default_rng(SEED)
    makers = (sound_files, cut_off, with_flipped_bits, patched_up, renamed, lying_about_their_size, bombs, no_pictures)
    makers += (largest_allowed,)
    for maker in makers:
        for place, (name, data) in enumerate(maker(rng)):
            yield f"{maker.__name__}_{place:04d}_{name}", data


def sound_files(_):
    yield from sound_pictures()
    yield from sound_videos()


def cut_off(_):
    for name, data in sound_pictures():
        for point in sorted(
            {0, 1, 3, 8, 16, 30, 60, *(len(data) * tenth // 10 for tenth in range(1, 10)), len(data) - 1}
        ):
            yield name, data[:point]
    for name, data in sound_videos():
        for point in (4, 40, 400, len(data) // 2, len(data) - 1):
            yield name, data[:point]


def with_flipped_bits(rng):
    for name, data in sound_pictures():
        for flips in (1, 1, 1, 2, 4, 8, 16, 64):
            yield name, flipped(rng, data, flips, len(data))
        for flips in (1, 1, 2, 2, 4, 8):
            yield name, flipped(rng, data, flips, 80)
    for name, data in sound_videos():
        for flips in (1, 4, 16, 64):
            yield name, flipped(rng, data, flips, len(data))
            yield name, flipped(rng, data, flips, 300)


def patched_up(rng):
    for name, data in sound_pictures():
        start, end = sorted(rng.integers(0, len(data), 2))
        yield name, data[:start] + data[end:]
        yield name, data[:end] + data[start:]
        yield name, data[:start] + bytes(end - start) + data[end:]
        yield name, data + rng.bytes(200)
        yield name, data[:24] + rng.bytes(400)


def renamed(_):
    for name, data in sound_pictures():
        for extension in EXTENSIONS[::3]:
            yield f"{name}.{extension}", data
    for name, data in sound_videos():
        for extension in EXTENSIONS:
            yield f"{name}.{extension}", data


def lying_about_their_size(_):
    pictures = dict(sound_pictures())
    for width in SIDES:
        for height in SIDES:
            yield "lie.png", png_saying(pictures["rgb.png"], width, height)
            yield "lie.bmp", put(pictures["rgb.bmp"], 18, "<II", width, height)
            yield "lie.gif", put(pictures["rgb.gif"], 6, "<HH", width & 0xFFFF, height & 0xFFFF)
            yield "lie.jpg", jpeg_saying(pictures["rgb.jpg"], width & 0xFFFF, height & 0xFFFF)
            yield "lie.tif", tiff_of({256: width, 257: height, 258: 8, 259: 1, 262: 1, 273: 8, 278: height, 279: 64})
            yield "tile.tif", tiff_of({256: 16, 257: 16, 258: 8, 262: 1, 322: width, 323: height, 324: 8, 325: 64})


def bombs(_):
    """Small files that would unpack to something far too large."""
    for side in (9_000, 20_000, 60_000):
        rows = zlib.compress(bytes(1_000_000), 9) * 4
        yield "bomb.png", png_of(side, side, rows)
        yield "bomb.tif", tiff_of({256: side, 257: side, 258: 8, 259: 8, 262: 1, 273: 8, 278: side, 279: 5000}, rows)
        for samples, bits in ((4, 16), (4, 32), (200, 8), (65_535, 8), (1, 64)):
            entries = {256: side, 257: side, 258: bits, 262: 2, 273: 8, 277: samples, 278: 1, 279: 64}
            yield "wide.tif", tiff_of(entries)


def largest_allowed(_):
    """A sound picture just below the limit of memory: proves that what is let through fits."""
    side = 8_900
    packer = zlib.compressobj(1)
    row = bytes(1 + side * 4)
    rows = b"".join([*(packer.compress(row) for _ in range(side)), packer.flush()])
    yield "largest.png", png_of(side, side, rows, colour=6)


def no_pictures(rng):
    texts = (
        b"",
        b"\0",
        b"Dear all,\n",
        b'{"stages": []}',
        b"<svg/>",
        b"%PDF-1.7",
        b"\xff" * 50,
        b"#EXTM3U\nhttp://127.0.0.1:9/x\n",
    )
    starts = (
        b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0", b"RIFF\xff\xff\xff\xffWEBPVP8X", b"II*\0", b"MM\0*", b"BM",
        b"GIF89a", b"RIFF\0\0\0\0AVI LIST", b"\0\0\0\x18ftypmp42", b"\0\0\0\x18ftypheic", b"\x1a\x45\xdf\xa3",
        b"OggS", b"FLV\x01",
    )  # fmt: skip
    for extension in EXTENSIONS:
        for text in texts:
            yield f"text.{extension}", text
        for start in starts:
            yield f"start.{extension}", start
            yield f"noise.{extension}", start + rng.bytes(600)


def flipped(rng, data, flips, within):
    changed = bytearray(data)
    for place in rng.integers(0, min(within, len(data)), flips):
        changed[place] ^= 1 << int(rng.integers(0, 8))
    return bytes(changed)


def put(data, offset, layout, *values):
    changed = bytearray(data)
    struct.pack_into(layout, changed, offset, *values)
    return bytes(changed)


def chunk(kind, body):
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def png_saying(data, width, height):
    """A sound PNG whose header names another size, with the right checksum."""
    return data[:8] + chunk(b"IHDR", struct.pack(">II", width, height) + data[24:29]) + data[33:]


def png_of(width, height, rows, colour=2):
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, colour, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def jpeg_saying(data, width, height):
    place = data.index(b"\xff\xc0")
    return put(data, place + 5, ">HH", height, width)


def tiff_of(entries, data=b"\0" * 64):
    directory = struct.pack("<H", len(entries))
    for tag, value in sorted(entries.items()):
        directory += struct.pack("<HHII", tag, 4, 1, value)
    return b"II*\0" + struct.pack("<I", 8 + len(data)) + data + directory + bytes(4)
