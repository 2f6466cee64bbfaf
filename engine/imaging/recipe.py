"""A recipe: the ordered stages that a picture goes through, as plain data."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Self

from engine.errors import UserError
from engine.files import read_refused
from engine.imaging.stages.kinds import stage_from_json
from engine.imaging.stages.stage import Stage
from engine.migrations import version_in
from engine.text import mark, one_line

FORMAT = "kernelscope-recipe"
VERSION = 1
LONGEST = 64
LARGEST_FILE = 4 * 1024 * 1024


class RecipeError(UserError):
    """A recipe cannot be read or changed in this way."""


@dataclass(frozen=True)
class Recipe:
    """Stages in the order in which they are applied. Changing one gives a new recipe."""

    stages: tuple[Stage, ...] = ()
    title: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "stages", tuple(self.stages))
        _check_count(len(self.stages))

    def inserted(self, index: int, stage: Stage) -> Self:
        """A copy with `stage` put before position `index`."""
        return replace(self, stages=(*self.stages[:index], stage, *self.stages[index:]))

    def removed(self, index: int) -> Self:
        """A copy without the stage at `index`."""
        return replace(self, stages=(*self.stages[:index], *self.stages[index + 1 :]))

    def replaced(self, index: int, stage: Stage) -> Self:
        """A copy in which `stage` stands at `index`."""
        return replace(self, stages=(*self.stages[:index], stage, *self.stages[index + 1 :]))

    def moved(self, source: int, target: int) -> Self:
        """A copy in which the stage at `source` has come to stand at `target`."""
        return self.removed(source).inserted(target, self.stages[source])

    def duplicated(self, index: int) -> Self:
        """A copy with the stage at `index` twice in a row."""
        return self.inserted(index + 1, self.stages[index])

    def to_json(self) -> dict[str, Any]:
        """Plain data that `from_json` turns back into an equal recipe."""
        return {
            "format": FORMAT,
            "version": VERSION,
            "title": self.title,
            "stages": [stage.to_json() for stage in self.stages],
        }

    @classmethod
    def from_json(cls, data: Any) -> Self:
        """The recipe that `data` describes, checked."""
        if not isinstance(data, dict) or data.get("format") != FORMAT or not isinstance(data.get("stages"), list):
            raise RecipeError(mark("This is no Kernelscope recipe. Choose a file that was saved with “Save recipe”."))
        version = version_in(data)
        if version is None:
            raise RecipeError(mark("The recipe does not say which version it has, so it cannot be read safely."))
        if version > VERSION:
            raise RecipeError(
                mark("The recipe was made by a newer Kernelscope (file version {found}, this program reads {known}). "
                     "Update the program to open it."),
                found=version, known=VERSION,
            )  # fmt: skip
        title = data.get("title", "")
        if not isinstance(title, str):
            raise RecipeError(mark("The recipe's title is not a text."))
        return cls(stages=_stages_from_json(data["stages"]), title=one_line(title)[:200])

    def to_text(self) -> str:
        """The text of a recipe file."""
        return json.dumps(self.to_json(), indent=2, ensure_ascii=False) + "\n"

    @classmethod
    def from_text(cls, text: str | bytes) -> Self:
        """The recipe in the text of a recipe file."""
        try:
            data = json.loads(text)
        except (ValueError, RecursionError) as error:
            raise RecipeError(
                mark("The recipe file is damaged and cannot be read. Open an earlier copy of it."), details=str(error)
            ) from None
        return cls.from_json(data)


def load_recipe(path: Path) -> Recipe:
    """Read a recipe file."""
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise RecipeError(mark("“{name}” is far too large for a recipe."), name=path.name)
        content = path.read_bytes()
    except OSError as error:
        raise RecipeError(read_refused(error), name=path.name or path, reason=error.strerror or str(error)) from None
    return Recipe.from_text(content)


def _check_count(count: int) -> None:
    if count > LONGEST:
        raise RecipeError(
            mark("The recipe has {count} stages; at most {limit} fit. Remove some first."), count=count, limit=LONGEST
        )


def _stages_from_json(entries: Sequence[Any]) -> tuple[Stage, ...]:
    _check_count(len(entries))
    stages = []
    for position, entry in enumerate(entries, start=1):
        try:
            stages.append(stage_from_json(entry))
        except UserError as error:
            raise RecipeError(
                mark("Stage {position} of the recipe cannot be used: {reason}"), position=position, reason=error
            ) from None
        except (TypeError, ValueError, KeyError, OverflowError, RecursionError) as error:
            raise RecipeError(
                mark("Stage {position} of the recipe is damaged. Open an earlier copy of the file."),
                position=position, details=repr(error),
            ) from None  # fmt: skip
    return tuple(stages)
