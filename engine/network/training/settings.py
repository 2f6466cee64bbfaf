"""How a network is trained: every setting declared once, with defaults that let one button suffice. No Keras here."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any, Self

from engine.errors import UserError
from engine.parameters import Choice, Flag, Option, Real, Whole, check_fields, parameter, parameters_of
from engine.text import mark

LARGEST_BATCH = 512
MOST_EPOCHS = 10_000


class SettingsError(UserError):
    """Settings of a training that do not go together, or that nobody knows."""


@dataclass(frozen=True, kw_only=True)
class Settings:
    """What a person can turn before pressing Train.

    >>> Settings(batch_size=16).to_json()
    {'batch_size': 16}
    """

    epochs: int = parameter(
        Whole(
            title=mark("Epochs"),
            help=mark("How often the network sees every training picture."),
            default=20,
            minimum=1,
            maximum=MOST_EPOCHS,
            usual=(1, 300),
        )
    )
    batch_size: int = parameter(
        Whole(
            title=mark("Batch"),
            help=mark("How many pictures the network sees before it changes its weights once."),
            default=32,
            minimum=1,
            maximum=LARGEST_BATCH,
            usual=(1, LARGEST_BATCH),
        )
    )
    rate: float = parameter(
        Real(
            title=mark("Learning rate"),
            help=mark("How far each step goes. Too high and the loss jumps or grows; too low and nothing happens."),
            default=0.001,
            minimum=1e-7,
            maximum=10.0,
            step=0.0005,
            decimals=6,
            usual=(0.00001, 1.0),
        )
    )
    optimiser: str = parameter(
        Choice(
            title=mark("Optimiser"),
            help=mark("How a gradient becomes a step."),
            default="adam",
            options=(
                Option("adam", mark("Adam"), mark("Each weight finds a step size of its own. A good start.")),
                Option("adamw", mark("AdamW"), mark("Adam that also pulls weights towards 0.")),
                Option("sgd", mark("Gradient descent"), mark("Straight down the slope, nothing else.")),
                Option("momentum", mark("With momentum"), mark("Gradient descent that keeps its speed, 0.9 of it.")),
                Option("rmsprop", mark("RMSprop"), mark("Steps divided by how large gradients were of late.")),
            ),
        )
    )
    schedule: str = parameter(
        Choice(
            title=mark("Schedule"),
            help=mark("How the learning rate changes while training goes on."),
            default="constant",
            options=(
                Option("constant", mark("Constant"), mark("The same rate to the end.")),
                Option("cosine", mark("Cosine"), mark("Down to 0 along half a cosine wave.")),
                Option("steps", mark("Steps"), mark("A tenth of it after half of the epochs, again after 3/4.")),
                Option("exponential", mark("Exponential"), mark("Evenly down to a hundredth.")),
            ),
        )
    )
    warm_up: int = parameter(
        Whole(
            title=mark("Warm-up"),
            help=mark("During how many epochs the rate rises to its full height."),
            default=0,
            minimum=0,
            maximum=100,
            usual=(0, 20),
        )
    )
    loss: str = parameter(
        Choice(
            title=mark("Loss"),
            help=mark("What the training makes small."),
            default="crossentropy",
            options=(
                Option("crossentropy", mark("Cross-entropy"), mark("How little was expected of the true class.")),
                Option("squares", mark("Squared error"), mark("The squared distance from 1 for the true class.")),
            ),
        )
    )
    smoothing: float = parameter(
        Real(
            title=mark("Label smoothing"),
            help=mark("The share of the certainty that goes to the other classes, against overconfidence."),
            default=0.0,
            minimum=0.0,
            maximum=0.5,
            step=0.05,
        )
    )
    weight_decay: float = parameter(
        Real(
            title=mark("Weight decay"),
            help=mark("How strongly AdamW pulls weights towards 0."),
            default=0.004,
            minimum=0.0,
            maximum=1.0,
            step=0.001,
            decimals=4,
            usual=(0.0001, 0.1),
        )
    )
    has_class_weights: bool = parameter(
        Flag(
            title=mark("Balance classes"),
            help=mark("A picture of a small class counts for more, so that all classes weigh the same."),
            default=False,
        )
    )
    stops_early: bool = parameter(
        Flag(
            title=mark("Stop early"),
            help=mark("End when the loss on the validation pictures has stopped falling."),
            default=False,
        )
    )
    patience: int = parameter(
        Whole(
            title=mark("Patience"),
            help=mark("After how many epochs without a better validation loss it ends."),
            default=5,
            minimum=1,
            maximum=1000,
            usual=(1, 40),
        )
    )
    seed: int = parameter(
        Whole(
            title=mark("Seed"),
            help=mark("The same number gives the same start, the same batches and the same curve."),
            default=0,
            minimum=0,
            maximum=2**31 - 1,
        )
    )

    def __post_init__(self) -> None:
        check_fields(self)

    def idle_settings(self) -> dict[str, str]:
        """Fields that have no effect at present, each with the reason as marked text."""
        idle = {}
        if self.optimiser != "adamw":
            idle["weight_decay"] = mark("Only AdamW decays weights.")
        if not self.stops_early:
            idle["patience"] = mark("Training does not stop early.")
        if self.loss != "crossentropy":
            idle["smoothing"] = mark("Only cross-entropy has smoothed labels.")
        return idle

    def to_json(self) -> dict[str, Any]:
        """Plain data; settings at their default are left out."""
        declared = parameters_of(type(self))
        return {
            name: value for name in declared if (value := getattr(self, name)) != declared[name].default
        }  # fmt: skip

    @classmethod
    def from_json(cls, data: Any) -> Self:
        """The settings that `data` describes; those that are missing take their defaults."""
        if not isinstance(data, dict):
            raise SettingsError(mark("The settings of the training are damaged. Open an earlier copy of the job."))
        unknown = sorted(str(name) for name in set(data) - {each.name for each in fields(cls)})
        if unknown:
            raise SettingsError(
                mark("There is a training setting “{name}” that is not known here. Is the file from a newer version?"),
                name=unknown[0][:80],
            )  # fmt: skip
        return cls(**data)
