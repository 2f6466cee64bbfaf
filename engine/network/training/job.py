"""A training job as plain data: what the window edits, the command line runs, a project file keeps. No Keras here."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any, Self

from engine.errors import UserError
from engine.files import read_refused
from engine.migrations import migrated, newest, version_in
from engine.network.data.edits import Edits, edits_from_json
from engine.network.data.specs import BuiltInData, DataSpec, data_spec_from_json, data_spec_to_json
from engine.network.data.splitting import Split, split_from_json
from engine.network.fitting import FIT, VALUES
from engine.network.requests import GalleryModel, ModelSpec
from engine.network.training.job_migrations import JOB_STEPS
from engine.network.training.models import model_from_json, model_to_json
from engine.network.training.settings import Settings
from engine.network.training.transforms import Transform, transforms_from_json, transforms_to_json
from engine.network.training.tuning import Tuning
from engine.parameters import Option, Whole
from engine.plain import plain_data
from engine.text import mark, one_line

FORMAT = "kernelscope-training-job"
VERSION = newest(JOB_STEPS)
LARGEST_SIDE = 1024
_LARGEST_FILE = 64 * 2**20


SIDE = Whole(
    title=mark("Side"),
    help=mark("Height and width to which every picture is brought; 0 takes the network's own."),
    default=0,
    minimum=0,
    maximum=LARGEST_SIDE,
    unit="px",
)
OWN_VALUES = replace(
    VALUES,
    default="",
    options=(
        Option("", mark("The network's own"), mark("Those that the network was made for, as far as that is known.")),
        *VALUES.options,
    ),
)
"""How pictures go in, as a person can set it: with `FIT` the fields `input_size`, `values` and `fit` of a job."""


class JobError(UserError):
    """A training job that cannot be read or does not hang together."""


@dataclass(frozen=True, kw_only=True)
class TrainingJob:
    """Everything that a training follows from, so that the same job gives the same curve anywhere.

    `input_size` is a height and width other than the network's own; `fit` (of `FIT`) how pictures are brought to it,
    `values` (of `VALUES`) to which numbers they are scaled, empty for those that the network was made for. `out` is the
    run's folder, relative to the job's file.
    """

    name: str = ""
    data: DataSpec = field(default_factory=BuiltInData)
    edits: Edits = field(default_factory=Edits)
    split: Split = field(default_factory=Split)
    input_size: tuple[int, int] | None = None
    fit: str = FIT.default
    values: str = ""
    transforms: tuple[Transform, ...] = ()
    model: ModelSpec = field(default_factory=lambda: GalleryModel("cnn-example"))
    tuning: Tuning = field(default_factory=Tuning)
    settings: Settings = field(default_factory=Settings)
    out: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "name", one_line(self.name)[:200])
        object.__setattr__(self, "fit", FIT.check(self.fit))
        object.__setattr__(self, "values", VALUES.check(self.values) if self.values else "")
        object.__setattr__(self, "transforms", tuple(self.transforms))
        if self.input_size is not None:
            object.__setattr__(self, "input_size", _checked_size(self.input_size))

    def to_json(self) -> dict[str, Any]:
        """Plain data that `from_json` turns back into an equal job."""
        return {
            "format": FORMAT,
            "version": VERSION,
            "name": self.name,
            "data": data_spec_to_json(self.data),
            "edits": self.edits.to_json(),
            "split": self.split.to_json(),
            "input_size": None if self.input_size is None else list(self.input_size),
            "fit": self.fit,
            "values": self.values,
            "transforms": transforms_to_json(self.transforms),
            "model": model_to_json(self.model),
            "tuning": self.tuning.to_json(),
            "settings": self.settings.to_json(),
            "out": self.out,
        }

    @classmethod
    def from_json(cls, data: Any, *, base: Path | None = None, lost: list[UserError] | None = None) -> Self:
        """The job that `data` describes, checked; what is missing takes its default.

        Relative paths of data and model count from the folder `base`. Earlier versions are brought up to date. With
        `lost` a damaged part takes its default too, and why it is damaged goes there.
        """
        if not isinstance(data, dict) or data.get("format") != FORMAT:
            raise JobError(mark("This is no training job. Choose a file that was saved as one in the Train workspace."))
        version = version_in(data)
        if version is None:
            raise JobError(mark("The training job does not say which version it has, so it cannot be read safely."))
        if version > VERSION:
            raise JobError(
                mark("The training job was saved by a newer Kernelscope (file version {found}, this program reads "
                     "{known}). Update the program to run it."),
                found=version, known=VERSION,
            )  # fmt: skip
        data = migrated(data, JOB_STEPS)
        unknown = sorted(str(key) for key in set(data) - {each.name for each in fields(cls)} - {"format", "version"})
        if unknown:
            raise JobError(
                mark("The training job has a part “{name}” that is not known here. Is the file from a newer version?"),
                name=unknown[0][:80],
            )  # fmt: skip
        readers: dict[str, Callable[[Any], Any]] = {
            "name": _text,
            "data": lambda each: data_spec_from_json(each, base=base),
            "edits": edits_from_json,
            "split": split_from_json,
            "input_size": lambda each: None if each is None else _checked_size(each),
            "fit": lambda each: FIT.check(_text(each)),
            "values": lambda each: VALUES.check(each) if _text(each) else "",
            "transforms": transforms_from_json,
            "model": lambda each: model_from_json(each, base=base),
            "tuning": Tuning.from_json,
            "settings": Settings.from_json,
            "out": _text,
        }
        parts = {}
        for name, read in readers.items():
            if name in data:
                try:
                    parts[name] = read(data[name])
                except UserError as error:
                    if lost is None:
                        raise
                    lost.append(error)
        return cls(**parts)

    def to_text(self) -> str:
        """The text of a file."""
        return json.dumps(self.to_json(), indent=2, ensure_ascii=False) + "\n"


def read_job(path: Path) -> TrainingJob:
    """The job in a file; relative paths in it count from the file's folder."""
    try:
        if path.stat().st_size > _LARGEST_FILE:
            raise JobError(mark("“{name}” is too large to be a training job."), name=path.name)
        data = plain_data(path.read_bytes())
    except OSError as error:
        raise JobError(read_refused(error), name=path.name or path, reason=error.strerror or str(error)) from None
    except ValueError as error:
        raise JobError(
            mark("“{name}” is damaged and cannot be read as a training job. Save it again in the Train workspace."),
            name=path.name, details=str(error)[:500],
        ) from None  # fmt: skip
    return TrainingJob.from_json(data, base=path.resolve().parent)


def _text(data: Any) -> str:
    if not isinstance(data, str):
        raise JobError(mark("A name in the training job is not a text. Save the job again in the Train workspace."))
    return data


def _checked_size(data: Any) -> tuple[int, int]:
    whole = isinstance(data, (list, tuple)) and len(data) == 2
    if not whole or not all(isinstance(each, int) and 1 <= each <= LARGEST_SIDE for each in data):
        raise JobError(
            mark("The input size is {value}, but must be two whole numbers from 1 to {most}: height and width."),
            value=repr(data)[:80], most=LARGEST_SIDE,
        )  # fmt: skip
    return int(data[0]), int(data[1])
