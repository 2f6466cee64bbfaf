"""The faces and sizes: one text size, a smaller one for captions, a fixed-width face for every number."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase

TEXT_FACES = ("Inter", "Segoe UI Variable Text", "Segoe UI", "SF Pro Text")
NUMBER_FACES = (
    "JetBrains Mono", "Cascadia Mono", "SF Mono", "Menlo", "Consolas", "Noto Sans Mono", "DejaVu Sans Mono",
)  # fmt: skip

# Relative to the system's own text size, so that a reader's large text stays large.
SIZES = {"text": 1.0, "title": 1.0, "caption": 0.88, "number": 0.97, "number_caption": 0.88, "number_large": 1.7}
PRESENTER = 1.4


class Fonts:
    """Makes the faces once. `scale` enlarges all of them (presenter mode)."""

    def __init__(self) -> None:
        # The database is asked for single names: listing every family costs a hundred milliseconds on some systems.
        system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        self.base_size = system.pointSizeF() if system.pointSizeF() > 0 else 10.0
        self.text_families = [face for face in TEXT_FACES if QFontDatabase.hasFamily(face)] + [system.family()]
        self.number_families = [face for face in NUMBER_FACES if QFontDatabase.hasFamily(face)] + [fixed.family()]

    def size(self, kind: str, *, scale: float = 1.0) -> float:
        """Point size of a kind of text."""
        return round(self.base_size * SIZES[kind] * scale, 2)

    def font(self, kind: str, *, scale: float = 1.0) -> QFont:
        """The font of a kind: text, title, caption, number, number_caption or number_large."""
        font = QFont()
        is_number = kind.startswith("number")
        font.setFamilies(self.number_families if is_number else self.text_families)
        font.setPointSizeF(self.size(kind, scale=scale))
        font.setStyleHint(QFont.StyleHint.Monospace if is_number else QFont.StyleHint.SansSerif)
        if kind in ("title", "number_large"):
            font.setWeight(QFont.Weight.DemiBold)
        return font
