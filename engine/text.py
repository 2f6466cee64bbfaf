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


def one_line(text: str) -> str:
    """`text` as a name that can be shown on one line and written to any file.

    Blanks and line breaks become single spaces; control characters and halves of characters, which a damaged file may
    hold, go away.

    >>> one_line("  my\\n kernel\\0 ")
    'my kernel'
    """
    whole = text.encode("utf-8", "ignore").decode("utf-8")
    return " ".join("".join(each for each in whole if each.isprintable() or each.isspace()).split())
