import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from engine.errors import UserError
from engine.opencv import cv2
from engine.sources.pictures.decode import decode_picture, decode_preview, read_bytes, upright
from engine.sources.pictures.header import read_header
from tests.engine.sources.pictures.files import COLOUR, encoded, photograph, turned, with_orientation


def decode(data):
    return decode_picture(data, name="some.file")


def plain(mode, colour):
    return Image.new(mode, (24, 16), colour)


@pytest.mark.parametrize("kind", ["PNG", "TIFF", "BMP", "GIF"])
def test_lossless_formats_give_exactly_the_pixels(kind):
    # Colours that a palette of 256 can hold.
    image = photograph() // 64 * 64
    source = Image.fromarray(image)
    data = encoded(source.quantize(256) if kind == "GIF" else source, kind)
    np.testing.assert_array_equal(decode(data).image, image)


@pytest.mark.parametrize("kind", ["JPEG", "WEBP"])
def test_lossy_formats_give_the_colours_in_rgb_order(kind):
    image = decode(encoded(plain("RGB", COLOUR), kind)).image
    assert image.shape == (16, 24, 3)
    np.testing.assert_allclose(image[8, 12], COLOUR, atol=6)


@pytest.mark.parametrize("kind", ["PNG", "TIFF", "BMP", "JPEG"])
def test_gray_stays_one_channel(kind):
    image = decode(encoded(plain("L", 77), kind)).image
    assert image.shape == (16, 24)
    assert image.dtype == np.uint8
    np.testing.assert_allclose(image, 77, atol=1)


@pytest.mark.parametrize("kind", ["PNG", "TIFF"])
def test_sixteen_bits_stay_sixteen_and_are_noted(kind):
    values = np.arange(24 * 16, dtype=np.uint16).reshape(16, 24) * 150
    picture = decode(encoded(values, kind))
    np.testing.assert_array_equal(picture.image, values)
    assert "16 bit" in picture.notes


@pytest.mark.parametrize("kind", ["PNG", "TIFF", "BMP", "GIF"])
def test_a_palette_gives_its_colours(kind):
    source = plain("RGB", COLOUR).quantize(4)
    image = decode(encoded(source, kind)).image
    np.testing.assert_array_equal(image[0, 0], COLOUR)


@pytest.mark.parametrize("kind", ["JPEG", "TIFF"])
def test_cmyk_becomes_rgb(kind):
    image = decode(encoded(plain("CMYK", (0, 255, 255, 0)), kind)).image
    assert image.shape == (16, 24, 3)
    np.testing.assert_allclose(image[8, 12], (255, 0, 0), atol=3)


@pytest.mark.parametrize("kind", ["PNG", "TIFF", "WEBP"])
@pytest.mark.parametrize("alpha", [0, 64, 255])
def test_alpha_is_laid_over_white(kind, alpha):
    picture = decode(encoded(plain("RGBA", (*COLOUR, alpha)), kind, **({"exact": True} if kind == "WEBP" else {})))
    expected = [channel * alpha / 255 + 255 - alpha for channel in COLOUR]
    assert picture.image.shape == (16, 24, 3)
    np.testing.assert_allclose(picture.image[8, 12], expected, atol=4)
    assert ("alpha laid over white" in picture.notes) == (alpha < 255)


def test_sixteen_bit_alpha_is_laid_over_white():
    values = np.full((5, 6, 4), (1000, 20000, 40000, 32768), np.uint16)
    data = cv2.imencode(".png", values)[1].tobytes()
    expected = np.rint(np.array([40000, 20000, 1000]) * (32768 / 65535) + 65535 * (1 - 32768 / 65535))
    np.testing.assert_allclose(decode(data).image[0, 0], expected, atol=1)


def test_gray_with_alpha_is_laid_over_white():
    picture = decode(encoded(plain("LA", (100, 128)), "PNG"))
    np.testing.assert_allclose(picture.image[0, 0], 100 * 128 / 255 + 127, atol=1)


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("kind", ["PNG", "TIFF", "JPEG", "WEBP"])
def test_the_orientation_is_obeyed_at_eight_bits(kind, orientation):
    image = photograph()
    options = {"quality": 100, "subsampling": 0} if kind == "JPEG" else {"lossless": True} if kind == "WEBP" else {}
    found = decode(with_orientation(image, kind, orientation, **options)).image
    expected = turned(image, orientation)
    assert found.shape == expected.shape
    np.testing.assert_allclose(found.astype(int), expected.astype(int), atol=12)


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("kind", ["PNG", "TIFF"])
def test_the_orientation_is_obeyed_at_sixteen_bits(kind, orientation):
    values = photograph()[:, :, 0].astype(np.uint16) * 200 + photograph()[:, :, 1]
    found = decode(with_orientation(values, kind, orientation)).image
    np.testing.assert_array_equal(found, turned(values, orientation))


@pytest.mark.parametrize("orientation", range(1, 9))
def test_the_orientation_of_a_float_tiff_is_obeyed(orientation):
    values = photograph()[:, :, 0].astype(np.float32) / 3
    np.testing.assert_array_equal(
        decode(with_orientation(values, "TIFF", orientation)).image, turned(values, orientation)
    )


@given(
    orientation=st.integers(1, 8),
    shape=st.sampled_from([(1, 1), (1, 7), (5, 1), (4, 6), (3, 5, 3)]),
    kind=st.sampled_from([np.uint8, np.uint16, np.float32]),
)
@settings(max_examples=40, deadline=None)
def test_turning_agrees_with_plain_numpy(orientation, shape, kind):
    image = np.arange(np.prod(shape)).reshape(shape).astype(kind)
    np.testing.assert_array_equal(upright(image, orientation), turned(image, orientation))


def test_a_float_tiff_keeps_nan_and_infinity():
    values = np.array([[0.5, np.nan], [np.inf, -np.inf]], np.float32)
    picture = decode(encoded(values, "TIFF"))
    assert picture.image.dtype == np.float32
    np.testing.assert_array_equal(picture.image, values)
    assert "contains values that are not finite" in picture.notes


def test_whole_numbers_of_32_bits_become_float():
    picture = decode(encoded(plain("I", 70000), "TIFF"))
    assert picture.image.dtype == np.float32
    assert picture.image[0, 0] == 70000


@pytest.mark.parametrize("size", [(1, 1), (1, 10_000), (10_000, 1)])
@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF", "BMP", "GIF", "WEBP"])
def test_extreme_shapes_open(kind, size):
    image = decode(encoded(Image.new("RGB", size, COLOUR), kind)).image
    assert image.shape == (size[1], size[0], 3)


def test_of_several_frames_the_first_is_shown():
    first, second = plain("RGB", COLOUR).quantize(4), plain("RGB", (0, 0, 255)).quantize(4)
    image = decode(encoded(first, "GIF", save_all=True, append_images=[second])).image
    np.testing.assert_array_equal(image[0, 0], COLOUR)


@pytest.mark.parametrize("kind", ["JPEG", "BMP"])
def test_a_cut_off_jpeg_or_bmp_is_shown_as_far_as_it_goes(kind):
    data = encoded(photograph(200, 150), kind)
    picture = decode(data[: len(data) * 3 // 4])
    assert picture.image.shape == (150, 200, 3)
    assert any("cut off" in note for note in picture.notes)
    assert "cut off" in str(picture.warning)
    assert decode(data).warning is None
    whole = decode(data).image
    good = slice(0, 40) if kind == "JPEG" else slice(-40, None)
    np.testing.assert_array_equal(picture.image[good], whole[good])


@pytest.mark.parametrize("kind", ["PNG", "TIFF", "WEBP", "GIF"])
def test_other_cut_off_pictures_are_refused_in_a_sentence(kind):
    data = encoded(photograph(200, 150), kind)
    with pytest.raises(UserError, match=r"some\.file.*damaged or cut off"):
        decode(data[: len(data) * 3 // 4])


def test_large_jpegs_have_a_preview_that_is_turned_too():
    image = cv2.resize(photograph(), (3000, 2000))
    data = with_orientation(image, "JPEG", 6, quality=90)
    preview, factor = decode_preview(data, read_header(data, name="x"))
    assert factor == 2
    assert preview.shape == (1500, 1000, 3)
    expected = turned(cv2.resize(image, (1500, 1000), interpolation=cv2.INTER_AREA), 6)
    assert np.abs(preview.astype(int) - expected).mean() < 3


def test_small_pictures_have_no_preview():
    data = encoded(photograph(), "JPEG")
    assert decode_preview(data, read_header(data, name="x")) is None


def test_what_is_no_readable_file_is_refused_in_a_sentence(tmp_path):
    with pytest.raises(UserError, match="is not there"):
        read_bytes(tmp_path / "nothing.png")
    with pytest.raises(UserError, match="is a folder"):
        read_bytes(tmp_path)
