"""Colours for Python code: numbers as kernels, texts as results, comments dim."""

from __future__ import annotations

import keyword
import re

from PySide6.QtGui import QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from gui.theme.appearance import Appearance

_RULES = (
    ("accent", re.compile(rf"\b(?:{'|'.join(keyword.kwlist)})\b")),
    ("kernel", re.compile(r"(?<![\w.])-?\d+(?:\.\d+)?(?:e-?\d+)?\b")),
    ("result", re.compile(r"\"[^\"]*\"|'[^']*'")),
    ("dim", re.compile(r"#.*$")),
)
_QUOTES = '"""'


class PythonHighlighter(QSyntaxHighlighter):
    """Colours one line at a time; a docstring of several lines is carried on as the block's state."""

    def __init__(self, document: QTextDocument, appearance: Appearance) -> None:
        super().__init__(document)
        self._appearance = appearance

    def highlightBlock(self, text: str) -> None:
        is_inside = self.previousBlockState() == 1
        if is_inside or text.strip().startswith(_QUOTES):
            self.setFormat(0, len(text), self._format("dim"))
            is_closed = text.count(_QUOTES) % 2 == (1 if is_inside else 0)
            self.setCurrentBlockState(0 if is_closed else 1)
            return
        self.setCurrentBlockState(0)
        for role, pattern in _RULES:
            for found in pattern.finditer(text):
                self.setFormat(found.start(), found.end() - found.start(), self._format(role))

    def _format(self, role: str) -> QTextCharFormat:
        made = QTextCharFormat()
        made.setForeground(self._appearance.colour(role))
        if role == "accent":
            made.setFontWeight(QFont.Weight.DemiBold)
        return made
