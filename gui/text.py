"""Every word a person reads passes through here, so that it can be read in another language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from engine.errors import UserError

CONTEXT = "Kernelscope"


def tr(text: str, /, **values: object) -> str:
    """Translate a literal text, then fill in `values`.

    The text has to be written out at the call, because `resources/translations/extract.py` collects it from there.
    For text that was marked elsewhere use `translated`.

    >>> tr("{count} stages", count=3)
    '3 stages'
    """
    found = QCoreApplication.translate(CONTEXT, text)
    return found.format(**values) if values else found


def translated(text: str, /, **values: object) -> str:
    """Translate a text that the engine marked with `mark`, then fill in `values`; marked values are translated too."""
    found = QCoreApplication.translate(CONTEXT, text)
    if not values:
        return found
    return found.format(**{name: _in_words(value) for name, value in values.items()})


def sentence(error: UserError) -> str:
    """The sentence of a refusal, translated before its values are filled in.

    >>> sentence(UserError("The kernel is {kernel} × {kernel}.", kernel=7))
    'The kernel is 7 × 7.'
    """
    return translated(error.template, **error.values)


def _in_words(value: object) -> object:
    if isinstance(value, UserError):
        return sentence(value)
    return QCoreApplication.translate(CONTEXT, value) if isinstance(value, str) and value else value
