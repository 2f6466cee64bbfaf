import struct
import zlib

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from engine.errors import UserError
from engine.sources.pictures.header import foreign_format, name_mismatch, picture_format, read_header
from engine.sources.pictures.tags import orientation_of, read_tags
from tests.engine.sources.pictures.files import encoded, photograph, with_orientation

KINDS = {"PNG": "PNG", "JPEG": "JPEG", "WEBP": "WebP", "TIFF": "TIFF", "BMP": "BMP", "GIF": "GIF"}


def png_that_says(width, height, depth=8, colour=2):
    body = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + b"IHDR" + body + struct.pack(">I", zlib.crc32(b"IHDR" + body))
        + struct.pack(">I", 0) + b"IEND" + struct.pack(">I", zlib.crc32(b"IEND"))
    )  # fmt: skip


@given(
    kind=st.sampled_from(sorted(KINDS)), width=st.integers(1, 300), height=st.integers(1, 300),
    mode=st.sampled_from(["RGB", "L"]),
)  # fmt: skip
@settings(max_examples=60, deadline=None)
def test_every_format_tells_its_size(kind, width, height, mode):
    header = read_header(encoded(Image.new(mode, (width, height)), kind), name="x")
    assert (header.format, header.width, header.height) == (KINDS[kind], width, height)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_the_orientation_is_found(kind, orientation):
    assert read_header(with_orientation(photograph(), kind, orientation), name="x").orientation == orientation


@pytest.mark.parametrize(("width", "height"), [(40_000, 25_001), (2**31 - 1, 2**31 - 1), (1, 200_000_000)])
def test_too_many_pixels_are_refused_before_decoding(width, height):
    with pytest.raises(UserError, match="at most 100 megapixels"):
        read_header(png_that_says(width, height), name="bomb.png")


def test_too_much_memory_is_refused_before_decoding():
    with pytest.raises(UserError, match="at most 640 MB"):
        read_header(png_that_says(10_000, 9_900, depth=16, colour=6), name="deep.png")


def test_a_progressive_jpeg_counts_the_memory_of_its_coefficients():
    plain = read_header(encoded(photograph(), "JPEG"), name="x")
    progressive = read_header(encoded(photograph(), "JPEG", progressive=True), name="x")
    assert progressive.decoding_bytes == plain.decoding_bytes + 2 * 3 * 40 * 30


def test_a_tiff_whose_tiles_are_huge_is_refused():
    entries = [(256, 4, 1), (257, 4, 1), (258, 3, 8), (259, 3, 1), (262, 3, 1), (322, 4, 30_000), (323, 4, 30_000)]
    data = b"II*\0" + struct.pack("<IH", 8, len(entries))
    for tag, kind, value in entries:
        data += struct.pack("<HHII", tag, kind, 1, value)
    with pytest.raises(UserError, match="MB"):
        read_header(data + bytes(4), name="tiles.tif")


def test_a_size_of_zero_is_refused():
    with pytest.raises(UserError, match="0 × 7"):
        read_header(png_that_says(0, 7), name="x.png")


@pytest.mark.parametrize(
    ("data", "part"),
    [
        (b"", "empty"),
        (b"hello, world", "does not contain a picture"),
        (b"\0\0\0\x18ftypheic\0\0\0\0", "HEIC"),
        (b"\0\0\0\x18ftypavif\0\0\0\0", "AVIF"),
        (b"<?xml version='1.0'?><svg width='3'/>", "SVG"),
        (b"  <svg/>", "SVG"),
        (b"%PDF-1.7", "PDF"),
        (b"\x89PNG\r\n\x1a\n", "damaged"),
        (b"\xff\xd8\xff\xd9", "damaged"),
        (b"GIF89a", "damaged"),
        (b"II*\0\x08\0\0\0", "damaged"),
    ],
)
def test_what_cannot_be_read_is_named(data, part):
    with pytest.raises(UserError, match=part) as caught:
        read_header(data, name="some.png")
    assert "some.png" in str(caught.value)


def test_the_content_decides_not_the_name(tmp_path):
    assert picture_format(encoded(photograph(), "JPEG")[:32]) == "JPEG"
    assert name_mismatch(tmp_path / "really.png", "JPEG")
    assert not name_mismatch(tmp_path / "photo.JPG", "JPEG")
    assert not name_mismatch(tmp_path / "photo.dat", "JPEG")
    assert foreign_format(b"plain text") is None


@given(data=st.binary(max_size=200), start=st.sampled_from([b"II*\0", b"MM\0*", b"II+\0\x08\0\0\0", b""]))
@settings(max_examples=150, deadline=None)
def test_any_bytes_are_read_as_tags_without_harm(data, start):
    assert 1 <= orientation_of(read_tags(start + data)) <= 8


@given(kind=st.sampled_from(sorted(KINDS)), place=st.floats(0, 1), value=st.integers(0, 255), length=st.floats(0.1, 1))
@settings(max_examples=150, deadline=None)
def test_a_damaged_header_is_read_or_refused(kind, place, value, length):
    data = bytearray(encoded(np.zeros((4, 5, 3), np.uint8), kind))
    data[round(place * (len(data) - 1))] = value
    header, sentence = None, ""
    try:
        header = read_header(bytes(data[: round(length * len(data))]), name="x")
    except UserError as error:
        sentence = str(error)
    assert sentence or header.pixels > 0
