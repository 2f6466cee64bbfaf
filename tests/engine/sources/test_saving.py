import os
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.files import SaveError
from engine.sources.pictures.decode import decode_picture
from engine.sources.saving import PICTURE_SUFFIXES, eight_bits, save_picture
from tests.engine.sources.pictures.files import photograph


def reread(path):
    return decode_picture(path.read_bytes(), name=path.name).image


@pytest.mark.parametrize("suffix", PICTURE_SUFFIXES)
@pytest.mark.parametrize("image", [photograph(), photograph()[:, :, 0]], ids=["colour", "gray"])
def test_what_is_saved_can_be_opened_again(tmp_path, suffix, image):
    path = tmp_path / f"ü{suffix}"
    save_picture(path, image)
    found = reread(path)
    assert found.shape[:2] == image.shape[:2]
    if suffix in (".png", ".bmp", ".tif", ".tiff"):
        np.testing.assert_array_equal(found, image)


@pytest.mark.parametrize("suffix", [".png", ".tif"])
def test_sixteen_bits_are_kept_where_the_format_can(tmp_path, suffix):
    image = photograph().astype(np.uint16) * 257
    save_picture(tmp_path / f"deep{suffix}", image)
    np.testing.assert_array_equal(reread(tmp_path / f"deep{suffix}"), image)


def test_a_tiff_keeps_floating_point_exactly(tmp_path):
    image = np.array([[0.1, -7.5], [np.nan, np.inf]], np.float32)
    save_picture(tmp_path / "result.tif", image)
    np.testing.assert_array_equal(reread(tmp_path / "result.tif"), image)


@given(st.lists(st.floats(width=32), min_size=1, max_size=20))
@settings(max_examples=60, deadline=None)
def test_any_floating_point_becomes_eight_bits(values):
    result = eight_bits(np.array([values], np.float32))
    for value, found in zip(values, result[0], strict=True):
        assert found == (0 if np.isnan(value) else round(min(255, max(0, value))))


def test_other_endings_are_refused(tmp_path):
    with pytest.raises(SaveError, match="must end in"):
        save_picture(tmp_path / "x.docx", photograph())
    assert not list(tmp_path.iterdir())
    with pytest.raises(SaveError, match=r"cannot be saved as “\.”"):
        save_picture(Path("."), photograph())


def test_a_size_that_the_format_cannot_hold_is_refused_and_the_old_file_kept(tmp_path):
    path = tmp_path / "wide.webp"
    path.write_bytes(b"old")
    with pytest.raises(SaveError, match=r"Save it as \.png"):
        save_picture(path, np.zeros((2, 20_000), np.uint8))
    assert path.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["wide.webp"]


def test_a_missing_folder_is_told(tmp_path):
    with pytest.raises(SaveError, match="not there any more"):
        save_picture(tmp_path / "nowhere" / "x.png", photograph())
