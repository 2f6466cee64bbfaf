"""The one kind of error that a person is meant to read."""

from __future__ import annotations

LONGEST_VALUE = 300  # characters; what came in a file may be of any length, and a sentence must stay one


class UserError(Exception):
    """A refusal in words a pupil understands: what was received, what was expected, what to do.

    The sentence is kept as a template and its values, so that the window can translate it before filling it in.
    `details` folds out below the sentence and may be technical. Very long values are cut short.

    >>> str(UserError("The kernel is {kernel} × {kernel}, the picture only {side} × {side}.", kernel=7, side=5))
    'The kernel is 7 × 7, the picture only 5 × 5.'
    """

    def __init__(self, template: str, /, *, details: str = "", **values: object) -> None:
        super().__init__(template)
        self.template = template
        self.values = {name: _shortened(value) for name, value in values.items()}
        self.details = details

    def __str__(self) -> str:
        return self.template.format(**self.values) if self.values else self.template

    def __reduce__(self) -> tuple[object, ...]:
        return (_rebuild, (type(self), self.template, self.details, self.values))


def _shortened(value: object) -> object:
    if value is None or isinstance(value, (bool, float, UserError)):
        return value
    try:
        text = str(value)
    except (RecursionError, ValueError):  # lists nested hundreds deep, and numbers of thousands of digits
        return "…"
    if len(text) > LONGEST_VALUE:
        text = text[: LONGEST_VALUE // 2] + "…"
    elif not isinstance(value, str):
        return value
    # Halves of characters, which a file may hold, can be neither shown nor written.
    return text.encode("utf-8", "replace").decode("utf-8")


def _rebuild(kind: type[UserError], template: str, details: str, values: dict[str, object]) -> UserError:
    return kind(template, details=details, **values)
