"""The user's own library of kernels: one JSON file, never half written, a damaged one kept aside."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from engine.errors import UserError
from engine.files import write_atomically
from engine.imaging.kernel_choice import OWN, KernelChoice, KernelError
from engine.text import mark

FORMAT = "kernelscope-own-kernels"
VERSION = 1
FILE_NAME = "own-kernels.json"
MOST_KERNELS = 500
_LARGEST_FILE = 32 * 1024 * 1024


class OwnKernels:
    """Named kernels in a folder. Every change is on the disk when the call returns, or it raises and nothing changed.

    `notice` says in a sentence what was wrong with the file when it was read, and is None if all was well.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE_NAME
        self._kernels: tuple[KernelChoice, ...] | None = None
        self._is_writable = True
        self.notice: UserError | None = None

    def kernels(self) -> tuple[KernelChoice, ...]:
        """Every kernel, in the order in which they were added; `label` is its name."""
        if self._kernels is None:
            self._kernels = self._read()
        return self._kernels

    def add(self, kernel: KernelChoice, *, replacing: bool = False) -> None:
        """Keep an own kernel under its label; with `replacing` in place of one that has the same label."""
        if kernel.name != OWN or not kernel.label:
            raise KernelError(mark("A kernel needs numbers of its own and a name before it can be kept."))
        kept = self._present()
        place = _place(kept, kernel.label)
        if place is None:
            if len(kept) >= MOST_KERNELS:
                raise KernelError(
                    mark("{count} kernels are kept already, and no more fit. Remove one first."), count=len(kept)
                )
            self._write([*kept, kernel])
        elif replacing:
            self._write([*kept[:place], kernel, *kept[place + 1 :]])
        elif kept[place] != kernel:
            raise _taken(kernel.label)

    def rename(self, label: str, new_label: str) -> None:
        """Give a kernel another name."""
        kept = self._present()
        place = _found(kept, label)
        renamed = replace(kept[place], label=new_label)
        if not renamed.label:
            raise KernelError(mark("The name is empty. Type a name for the kernel."))
        other = _place(kept, renamed.label)
        if other is not None and other != place:
            raise _taken(renamed.label)
        self._write([*kept[:place], renamed, *kept[place + 1 :]])

    def remove(self, label: str) -> None:
        """Forget a kernel."""
        kept = self._present()
        place = _found(kept, label)
        self._write([*kept[:place], *kept[place + 1 :]])

    def _present(self) -> list[KernelChoice]:
        # Read anew: a second window may have changed the file since.
        self._kernels = self._read()
        if not self._is_writable:
            raise self.notice or KernelError(mark("Your kernels cannot be changed at the moment."))
        return list(self._kernels)

    def _write(self, kernels: Sequence[KernelChoice]) -> None:
        data = {"format": FORMAT, "version": VERSION, "kernels": [kernel.to_json() for kernel in kernels]}
        text = json.dumps(data, ensure_ascii=False, allow_nan=False, indent=1)
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise UserError(
                mark("The folder “{folder}” for your kernels cannot be made."),
                details=str(error), folder=str(self._path.parent),
            ) from error  # fmt: skip
        write_atomically(self._path, text.encode(), verify=lambda written: _verify(written, kernels))
        self._kernels = tuple(kernels)

    def _read(self) -> tuple[KernelChoice, ...]:
        self.notice, self._is_writable = None, True
        try:
            if self._path.stat().st_size > _LARGEST_FILE:
                return self._set_aside((), "too large")
            written = self._path.read_bytes()
        except FileNotFoundError:
            return ()
        except OSError as error:
            self._is_writable = False
            self.notice = UserError(
                mark("Your kernels in “{path}” cannot be read. Close other programs that use the file and try again."),
                details=str(error), path=str(self._path),
            )  # fmt: skip
            return self._kernels or ()
        try:
            data = json.loads(written)
        except (ValueError, RecursionError) as error:
            return self._set_aside((), str(error))
        if isinstance(data, dict) and isinstance(data.get("version"), int) and data["version"] > VERSION:
            self._is_writable = False
            self.notice = UserError(
                mark("Your kernels in “{path}” were kept by a newer Kernelscope. Update this one to use them."),
                path=str(self._path),
            )
            return ()
        kernels, problem = _readable(data)
        return self._set_aside(kernels, problem) if problem else kernels

    def _set_aside(self, kernels: tuple[KernelChoice, ...], problem: str) -> tuple[KernelChoice, ...]:
        """Keep the damaged file under another name and go on with what could be read of it."""
        number, aside = 1, self._path.with_suffix(".damaged")
        while aside.exists():
            number += 1
            aside = self._path.with_suffix(f".damaged-{number}")
        try:
            self._path.replace(aside)
            try:
                self._write(kernels)
            except UserError:
                aside.replace(self._path)
                raise
        except (OSError, UserError) as error:
            self._is_writable = False
            self.notice = UserError(
                mark("Your kernels in “{path}” are damaged, and the file cannot be set aside. Rename it yourself."),
                details=f"{problem}\n{error}", path=str(self._path),
            )  # fmt: skip
            return kernels
        self.notice = UserError(
            mark("The file of your kernels was damaged. It is kept as “{aside}”. Kernels saved from it: {count}."),
            details=problem, aside=str(aside), count=len(kernels),
        )  # fmt: skip
        return kernels


def _readable(data: Any) -> tuple[tuple[KernelChoice, ...], str]:
    """The kernels that can be made out, and what is wrong with the rest."""
    if not isinstance(data, dict) or data.get("format") != FORMAT or not isinstance(data.get("kernels"), list):
        return (), "not a file of kernels"
    found: dict[str, KernelChoice] = {}
    problems = []
    for each in data["kernels"][:MOST_KERNELS]:
        try:
            kernel = KernelChoice.from_json(each)
        except UserError as error:
            problems.append(str(error))
            continue
        if kernel.name != OWN or not kernel.label or kernel.label in found:
            problems.append(f"a kernel without numbers or a name of its own: {kernel.label or kernel.name}")
            continue
        found[kernel.label] = kernel
    return tuple(found.values()), "\n".join(problems)


def _verify(written: bytes, kernels: Sequence[KernelChoice]) -> None:
    if _readable(json.loads(written)) != (tuple(kernels), ""):
        raise UserError(mark("Your kernels could not be read back from the disk, so the old file was kept."))


def _place(kernels: Sequence[KernelChoice], label: str) -> int | None:
    return next((place for place, kernel in enumerate(kernels) if kernel.label == label), None)


def _found(kernels: Sequence[KernelChoice], label: str) -> int:
    place = _place(kernels, label)
    if place is None:
        raise KernelError(mark("There is no kernel called “{label}” any more."), label=label)
    return place


def _taken(label: str) -> KernelError:
    return KernelError(mark("There is already a kernel called “{label}”. Choose another name."), label=label)
