"""Declarations of everything a user can turn: name, unit, range, default and one line of help.

A parameter is declared once, as a field of a frozen dataclass. The widget, the tooltip, the command line, the check and
the file format are all drawn from that declaration:

    @dataclass(frozen=True, kw_only=True)
    class Blur:
        size: int = parameter(Whole(title=mark("Size"), help=mark("Window side."), default=3, minimum=1, maximum=31))

        def __post_init__(self) -> None:
            check_fields(self)
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from engine.errors import UserError
from engine.text import mark


class ParameterError(UserError):
    """A setting lies outside what its declaration allows."""


@dataclass(frozen=True, kw_only=True)
class Parameter:
    """What every declaration has. `title` and `help` are marked text; `unit` is a short sign such as `px` or `°`."""

    title: str
    help: str
    default: Any
    unit: str = ""

    def check(self, value: Any) -> Any:
        """Return `value` in its canonical form, or raise `ParameterError` saying what was expected."""
        raise NotImplementedError


@dataclass(frozen=True, kw_only=True)
class Whole(Parameter):
    """A whole number from `minimum` to `maximum`, in steps of `step` counted from the minimum.

    `usual` is what a slider goes over, where most values that are allowed are of no use to most people.
    """

    minimum: int
    maximum: int
    step: int = 1
    usual: tuple[int, int] | None = None

    def check(self, value: Any) -> int:
        if isinstance(value, bool) or not isinstance(value, (int, float)) or not float(value).is_integer():
            raise self._refusal(value)
        number = int(value)
        if not self.minimum <= number <= self.maximum or (number - self.minimum) % self.step:
            raise self._refusal(value)
        return number

    def _refusal(self, value: Any) -> ParameterError:
        if self.step == 2 and self.minimum % 2:
            text = mark("{title} is {value}, but must be an odd whole number from {minimum} to {maximum}.")
        else:
            text = mark("{title} is {value}, but must be a whole number from {minimum} to {maximum}.")
        return ParameterError(text, title=self.title, value=value, minimum=self.minimum, maximum=self.maximum)


@dataclass(frozen=True, kw_only=True)
class Real(Parameter):
    """A finite number from `minimum` to `maximum`; `step` and `decimals` say how a widget turns and shows it.

    `usual` is what a slider goes over, where most values that are allowed are of no use to most people.
    """

    minimum: float
    maximum: float
    step: float = 0.1
    decimals: int = 2
    usual: tuple[float, float] | None = None

    def check(self, value: Any) -> float:
        if isinstance(value, bool) or not isinstance(value, (int, float)) or not self.minimum <= value <= self.maximum:
            raise ParameterError(
                mark("{title} is {value}, but must be a number from {minimum} to {maximum}."),
                title=self.title, value=value, minimum=self.minimum, maximum=self.maximum,
            )  # fmt: skip
        return float(value)


@dataclass(frozen=True, kw_only=True)
class Flag(Parameter):
    """Yes or no."""

    def check(self, value: Any) -> bool:
        if not isinstance(value, bool):
            raise ParameterError(mark("{title} is {value}, but must be true or false."), title=self.title, value=value)
        return value


@dataclass(frozen=True)
class Option:
    """One entry of a `Choice`: the `value` that is stored, its `title`, and one line of `help`."""

    value: str
    title: str
    help: str = ""


@dataclass(frozen=True, kw_only=True)
class Choice(Parameter):
    """One of a few named values."""

    options: tuple[Option, ...]

    def check(self, value: Any) -> str:
        if value not in self.values():
            raise ParameterError(
                mark("{title} is {value}, but must be one of: {options}."),
                title=self.title, value=value, options=", ".join(self.values()),
            )  # fmt: skip
        return str(value)

    def values(self) -> tuple[str, ...]:
        """The stored values, in the order in which they are offered."""
        return tuple(option.value for option in self.options)

    def option(self, value: str) -> Option:
        """The option that stores `value`."""
        return next(option for option in self.options if option.value == value)


@dataclass(frozen=True, kw_only=True)
class Pair(Parameter):
    """Two whole numbers, vertical first; one number stands for both."""

    minimum: int
    maximum: int

    def check(self, value: Any) -> tuple[int, int]:
        pair = tuple(value) if isinstance(value, (tuple, list)) else (value, value)
        one = Whole(title=self.title, help=self.help, default=self.minimum, minimum=self.minimum, maximum=self.maximum)
        if len(pair) != 2:
            raise ParameterError(
                mark("{title} is {value}, but must be one number or two (vertical, horizontal)."),
                title=self.title, value=value,
            )  # fmt: skip
        return (one.check(pair[0]), one.check(pair[1]))


def parameter(declaration: Parameter) -> Any:
    """A dataclass field that carries its declaration and starts at the declared default."""
    return field(default=declaration.default, metadata={"parameter": declaration})


def parameters_of(kind: type) -> dict[str, Parameter]:
    """The declarations of a dataclass by field name, in the order in which they were written."""
    return {each.name: each.metadata["parameter"] for each in fields(kind) if "parameter" in each.metadata}


def check_fields(instance: Any) -> None:
    """Bring every declared field of a frozen dataclass into canonical form; call it from `__post_init__`."""
    for name, declaration in parameters_of(type(instance)).items():
        object.__setattr__(instance, name, declaration.check(getattr(instance, name)))


def defaults_of(declarations: Mapping[str, Parameter]) -> dict[str, Any]:
    """The default of each declaration by name."""
    return {name: declaration.default for name, declaration in declarations.items()}
