import errno
import os
import stat

import pytest

from engine import files
from engine.errors import UserError
from engine.files import SaveError, write_atomically


@pytest.fixture
def target(tmp_path):
    path = tmp_path / "recipe.json"
    path.write_bytes(b"old")
    return path


def names(path):
    return sorted(each.name for each in path.parent.iterdir())


def failing(code):
    def fail(*arguments, **named):
        raise OSError(code, os.strerror(code))

    return fail


def test_the_file_is_written_and_nothing_else_is_left(target):
    write_atomically(target, b"new")
    assert target.read_bytes() == b"new"
    assert names(target) == ["recipe.json"]


def test_a_new_file_is_made_even_an_empty_one(tmp_path):
    write_atomically(tmp_path / "größe 5 × 5.json", b"")
    assert (tmp_path / "größe 5 × 5.json").read_bytes() == b""


@pytest.mark.parametrize("step", ["fsync", "replace"])
@pytest.mark.parametrize(
    ("code", "says"),
    [
        (errno.ENOSPC, "disk is full"),
        (errno.EROFS, "can only be read"),
        (errno.EACCES, "may not be written to"),
        (errno.ENOENT, "not there any more"),
        (errno.EIO, "could not be saved"),
    ],
)
def test_a_failure_keeps_the_old_file_and_says_why(target, monkeypatch, step, code, says):
    monkeypatch.setattr(files.os, step, failing(code))
    with pytest.raises(SaveError, match=says) as refusal:
        write_atomically(target, b"new")
    monkeypatch.undo()
    assert "recipe.json" in str(refusal.value)
    assert target.read_bytes() == b"old"
    assert names(target) == ["recipe.json"]


def test_a_disk_that_fills_up_while_writing(target, monkeypatch):
    class Full:
        def __init__(self, number, mode):
            self.number = number

        def __enter__(self):
            return self

        def __exit__(self, *_):
            os.close(self.number)

        def write(self, data):
            os.write(self.number, data[: len(data) // 2])
            failing(errno.ENOSPC)()

    monkeypatch.setattr(files.os, "fdopen", Full)
    with pytest.raises(SaveError, match="disk is full"):
        write_atomically(target, b"new and long")
    assert target.read_bytes() == b"old"
    assert names(target) == ["recipe.json"]


def test_a_vanished_folder_is_named(tmp_path):
    with pytest.raises(SaveError, match="not there any more"):
        write_atomically(tmp_path / "gone" / "recipe.json", b"new")
    assert not (tmp_path / "gone").exists()


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="rights do not bind the administrator")
def test_a_read_only_folder_is_named(target):
    target.parent.chmod(0o500)
    try:
        with pytest.raises(SaveError, match="may not be written to"):
            write_atomically(target, b"new")
    finally:
        target.parent.chmod(0o700)
    assert target.read_bytes() == b"old"


def test_a_write_protected_file_is_respected(target, monkeypatch):
    monkeypatch.setattr(files.os, "access", lambda path, mode: path != target)
    with pytest.raises(SaveError, match="may not be written to"):
        write_atomically(target, b"new")
    assert target.read_bytes() == b"old"


def test_a_disk_that_became_read_only_is_called_that(target, monkeypatch):
    def refused(*_):
        raise OSError(errno.EROFS, "read-only")

    monkeypatch.setattr(files.os, "access", lambda path, mode: False)
    monkeypatch.setattr(files.os, "open", refused)
    with pytest.raises(SaveError, match="can only be read"):
        write_atomically(target, b"new")


def test_a_folder_is_no_file(tmp_path):
    with pytest.raises(SaveError, match="is a folder"):
        write_atomically(tmp_path, b"new")


def test_a_name_that_is_too_long(tmp_path):
    with pytest.raises(SaveError, match="too long"):
        write_atomically(tmp_path / ("n" * 300), b"new")
    assert not list(tmp_path.iterdir())


def test_what_verification_refuses_is_not_saved(target):
    def verify(data):
        assert data == b"new"
        raise UserError("This is no recipe.")

    with pytest.raises(UserError, match="no recipe"):
        write_atomically(target, b"new", verify=verify)
    assert target.read_bytes() == b"old"
    assert names(target) == ["recipe.json"]


def test_a_disk_that_gives_back_something_else_is_noticed(target, monkeypatch):
    monkeypatch.setattr(files.Path, "read_bytes", lambda self: b"garbage")
    with pytest.raises(SaveError, match="did not arrive"):
        write_atomically(target, b"new")
    monkeypatch.undo()
    assert target.read_bytes() == b"old"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such rights")
def test_the_rights_of_the_file_stay(target):
    target.chmod(0o640)
    write_atomically(target, b"new")
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_link_stays_a_link(target):
    link = target.parent / "link.json"
    link.symlink_to(target)
    write_atomically(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"
