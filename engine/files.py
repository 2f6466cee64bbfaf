"""Writing files so that nothing the user made is ever lost by it."""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import stat
from collections.abc import Callable
from pathlib import Path

from engine.errors import UserError
from engine.text import mark

_SENTENCES = {
    errno.ENOSPC: mark("The disk is full, so “{name}” could not be saved. Free some space or choose another folder."),
    errno.EDQUOT: mark("Your disk quota is used up, so “{name}” could not be saved. Free some space."),
    errno.EROFS: mark("“{folder}” can only be read, so “{name}” could not be saved. Choose another folder."),
    errno.EACCES: mark("“{folder}” may not be written to, so “{name}” could not be saved. Choose another folder."),
    errno.EPERM: mark("“{folder}” may not be written to, so “{name}” could not be saved. Choose another folder."),
    errno.ENOENT: mark(
        "The folder “{folder}” is not there any more, so “{name}” could not be saved. Choose another one."
    ),
    errno.ENOTDIR: mark("“{folder}” is not a folder, so “{name}” could not be saved there. Choose another one."),
    errno.ENAMETOOLONG: mark("The name “{name}” is too long for this folder. Choose a shorter one."),
}
_OTHERWISE = mark("“{name}” could not be saved in “{folder}”. Try again or choose another folder.")


class SaveError(UserError):
    """A file could not be saved; what was there before is unchanged."""


def write_atomically(path: Path, data: bytes, *, verify: Callable[[bytes], None] | None = None) -> None:
    """Write `data` to `path` so that there is either the old file or the whole new one, whatever happens.

    The data goes to a temporary name in the same folder, is flushed to the disk, read back and compared, and handed to
    `verify`, which raises an error of its own if it cannot make sense of it. Only then it takes the place of the old
    file. Raises `SaveError` with one sentence otherwise, and leaves no temporary file.
    """
    target = _target(path)
    try:
        if target.is_dir():
            raise SaveError(mark("“{name}” is a folder. Choose another name."), name=target.name)
        temporary = _written(target, data)
    except OSError as error:
        raise save_refused(error, target) from error
    try:
        read = temporary.read_bytes()
        if read != data:
            raise SaveError(
                mark("“{name}” did not arrive on the disk as it was written. Is the disk all right?"), name=target.name
            )
        if verify is not None:
            verify(read)
        os.replace(temporary, target)
    except OSError as error:
        raise save_refused(error, target) from error
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
    _flush_folder(target.parent)


def write_file_atomically(
    path: Path,
    write: Callable[[Path], None],
    *,
    verify: Callable[[Path], None] | None = None,
    temporary: Path | None = None,
) -> None:
    """As `write_atomically`, for data that is too much for memory or that a library writes: `write` fills a file.

    `write` gets the temporary path, `verify` reads the flushed file; whatever either raises leaves the old file whole.
    `temporary` is that path where somebody else has to know it, as `temporary_beside` gives it.
    """
    target = _target(path)
    part = temporary or temporary_beside(path, secrets.token_hex(8))
    try:
        if target.is_dir():
            raise SaveError(mark("“{name}” is a folder. Choose another name."), name=target.name)
        if _is_protected(target):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(target))
        part.touch(exist_ok=False)  # a folder that cannot be written to is told before the long work, not after it
        write(part)
        with part.open("rb+") as file:
            os.fsync(file.fileno())
        if verify is not None:
            verify(part)
        with contextlib.suppress(FileNotFoundError):
            part.chmod(stat.S_IMODE(target.stat().st_mode))
        os.replace(part, target)
    except OSError as error:
        raise save_refused(error, target) from error
    finally:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
    _flush_folder(target.parent)


def temporary_beside(path: Path, token: str) -> Path:
    """The temporary file for `path` in the folder where it is written; `token` makes it one of its kind."""
    target = _target(path)
    return target.parent / f".saving-{token}{target.suffix.lower()}"


def _target(path: Path) -> Path:
    # A link stays a link: what it points to is replaced.
    try:
        return path.resolve()
    except (OSError, RuntimeError):
        return path.absolute()


def _is_protected(target: Path) -> bool:
    """Whether a file may not be replaced; where its whole folder takes nothing, the system says better why."""
    return target.exists() and not os.access(target, os.W_OK) and os.access(target.parent, os.W_OK)


def _written(target: Path, data: bytes) -> Path:
    """The path of a flushed temporary file beside the target, with the rights that the target has or would get."""
    if _is_protected(target):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(target))
    # The target's name is not part of the temporary one: together they could be too long for the folder.
    temporary = target.parent / f".saving-{secrets.token_hex(8)}.tmp"
    number = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    try:
        with os.fdopen(number, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        with contextlib.suppress(FileNotFoundError):
            temporary.chmod(stat.S_IMODE(target.stat().st_mode))
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise
    return temporary


def _flush_folder(folder: Path) -> None:
    """Make the new name itself survive a power cut, where the system can: Windows and some network disks cannot."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    with contextlib.suppress(OSError):
        number = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(number)
        finally:
            os.close(number)


def read_refused(error: OSError) -> str:
    """The template of the sentence for a file that cannot be read: of its `name` and the system's `reason`.

    >>> read_refused(FileNotFoundError())
    '“{name}” is not there. Was it moved, renamed or misspelt?'
    """
    if isinstance(error, FileNotFoundError):
        return mark("“{name}” is not there. Was it moved, renamed or misspelt?")
    if isinstance(error, IsADirectoryError):
        return mark("“{name}” is a folder. Choose a file in it.")
    if isinstance(error, PermissionError):
        return mark("“{name}” may not be read with your user account. Change its permissions or copy it elsewhere.")
    return mark("“{name}” could not be read: {reason}. Is the drive still connected?")


def save_refused(error: OSError, target: Path) -> SaveError:
    """The sentence for what the system said when `target` was to be written."""
    text = _SENTENCES.get(error.errno or 0, _OTHERWISE)
    return SaveError(text, details=str(error), name=target.name, folder=str(target.parent))
