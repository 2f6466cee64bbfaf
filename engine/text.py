"""Marking of text that people will see, so that it can be translated.

The engine knows no language but the source text. It marks what a person will read; the window looks the marked text
up in the translation of the day (`gui/text.py`), and `resources/translations/extract.py` collects every marked text.
"""


def mark(text: str) -> str:
    """Mark `text` as visible to people and give it back unchanged.

    >>> mark("Kernel")
    'Kernel'
    """
    return text
