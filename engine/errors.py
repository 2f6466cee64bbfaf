"""The one kind of error that a person is meant to read."""

from __future__ import annotations


class UserError(Exception):
    """A refusal in words a pupil understands: what was received, what was expected, what to do.

    The sentence is kept as a template and its values, so that the window can translate it before filling it in.
    `details` folds out below the sentence and may be technical.

    >>> str(UserError("The kernel is {kernel} × {kernel}, the picture only {side} × {side}.", kernel=7, side=5))
    'The kernel is 7 × 7, the picture only 5 × 5.'
    """

    def __init__(self, template: str, /, *, details: str = "", **values: object) -> None:
        super().__init__(template)
        self.template = template
        self.values = values
        self.details = details

    def __str__(self) -> str:
        return self.template.format(**self.values) if self.values else self.template

    def __reduce__(self) -> tuple[object, ...]:
        return (_rebuild, (type(self), self.template, self.details, self.values))


def _rebuild(kind: type[UserError], template: str, details: str, values: dict[str, object]) -> UserError:
    return kind(template, details=details, **values)
