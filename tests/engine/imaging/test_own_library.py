import errno
import json

import pytest

from engine import files
from engine.errors import UserError
from engine.imaging.kernel_choice import KernelChoice
from engine.imaging.own_library import FILE_NAME, OwnKernels

MINE = KernelChoice.own([[1, 2], [3, 4]], "Mine")
OTHER = KernelChoice.own([[0.1]], "Größe")


@pytest.fixture
def path(tmp_path):
    return tmp_path / FILE_NAME


def test_kernels_are_kept_from_one_start_to_the_next(tmp_path):
    own = OwnKernels(tmp_path / "new" / "folder")
    assert own.kernels() == ()
    own.add(MINE)
    own.add(OTHER)
    assert OwnKernels(tmp_path / "new" / "folder").kernels() == own.kernels() == (MINE, OTHER)


def test_renaming_and_removing(tmp_path):
    own = OwnKernels(tmp_path)
    own.add(MINE)
    own.add(OTHER)
    own.rename("Mine", " Yours ")
    own.remove("Größe")
    assert [kernel.label for kernel in OwnKernels(tmp_path).kernels()] == ["Yours"]


def test_a_name_is_not_taken_twice_unless_asked(tmp_path):
    own = OwnKernels(tmp_path)
    own.add(MINE)
    own.add(MINE)
    changed = KernelChoice.own([[5]], "Mine")
    with pytest.raises(UserError, match="already a kernel called “Mine”"):
        own.add(changed)
    own.add(OTHER)
    with pytest.raises(UserError, match="already a kernel called “Mine”"):
        own.rename("Größe", "Mine")
    own.add(changed, replacing=True)
    assert own.kernels() == (changed, OTHER)


@pytest.mark.parametrize("kernel", [KernelChoice("sobel"), KernelChoice.own([[1]])])
def test_only_named_own_kernels_are_kept(tmp_path, kernel):
    with pytest.raises(UserError, match="name before it can be kept"):
        OwnKernels(tmp_path).add(kernel)


def test_what_is_not_there_cannot_be_changed(tmp_path):
    own = OwnKernels(tmp_path)
    with pytest.raises(UserError, match="no kernel called “Mine”"):
        own.remove("Mine")
    own.add(MINE)
    with pytest.raises(UserError, match="name is empty"):
        own.rename("Mine", "  ")


def test_two_windows_do_not_undo_each_other(tmp_path):
    first, second = OwnKernels(tmp_path), OwnKernels(tmp_path)
    assert first.kernels() == second.kernels() == ()
    first.add(MINE)
    second.add(OTHER)
    assert OwnKernels(tmp_path).kernels() == (MINE, OTHER)


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b"\xff\xfe", b"[" * 100_000, b'{"format": "other"}', b"null"])
def test_a_damaged_file_is_kept_aside_and_said(path, damage):
    path.write_bytes(damage)
    own = OwnKernels(path.parent)
    assert own.kernels() == ()
    assert "own-kernels.damaged" in str(own.notice)
    assert path.with_suffix(".damaged").read_bytes() == damage
    own.add(MINE)
    assert OwnKernels(path.parent).kernels() == (MINE,)


def test_an_earlier_damaged_file_is_not_overwritten(path):
    for damage in (b"first", b"second"):
        path.write_bytes(damage)
        OwnKernels(path.parent).kernels()
    assert path.with_suffix(".damaged").read_bytes() == b"first"
    assert path.with_suffix(".damaged-2").read_bytes() == b"second"


def test_what_can_be_read_of_a_damaged_file_stays(path):
    own = OwnKernels(path.parent)
    own.add(MINE)
    own.add(OTHER)
    data = json.loads(path.read_bytes())
    data["kernels"][0]["weights"][0][0] = "one"
    path.write_text(json.dumps(data))
    again = OwnKernels(path.parent)
    assert again.kernels() == (OTHER,)
    assert "saved from it: 1" in str(again.notice)
    assert OwnKernels(path.parent).kernels() == (OTHER,)


def test_a_file_from_a_newer_version_is_left_alone(path):
    text = json.dumps({"format": "kernelscope-own-kernels", "version": 99, "kernels": "?"})
    path.write_text(text)
    own = OwnKernels(path.parent)
    assert own.kernels() == ()
    assert "newer" in str(own.notice)
    with pytest.raises(UserError, match="newer"):
        own.add(MINE)
    assert path.read_text() == text


def test_a_full_disk_loses_nothing(path, monkeypatch):
    own = OwnKernels(path.parent)
    own.add(MINE)

    def full(*arguments):
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(files.os, "fsync", full)
    with pytest.raises(UserError, match="disk is full"):
        own.add(OTHER)
    assert own.kernels() == (MINE,)
    path.write_bytes(b"damaged")
    assert own.kernels() == (MINE,)
    with pytest.raises(UserError, match="damaged"):
        own.add(OTHER)
    monkeypatch.undo()
    assert path.read_bytes() == b"damaged"


def test_a_file_that_cannot_be_read_is_not_overwritten(path):
    path.mkdir()
    own = OwnKernels(path.parent)
    assert own.kernels() == ()
    assert "cannot be read" in str(own.notice)
    with pytest.raises(UserError, match="cannot be read"):
        own.add(MINE)
