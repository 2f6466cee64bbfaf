"""One small picture with a title and a line of text, from the inner life of a stage."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from engine.imaging.display import Picture
from engine.imaging.inside.exhibit import Exhibit
from gui.text import tr, translated
from gui.theme.appearance import Appearance
from gui.widgets.elided_label import ElidedLabel
from gui.widgets.labels import label
from gui.widgets.numbers import format_number, shared_decimals
from gui.widgets.picture_marks import Mark
from gui.widgets.picture_view import PictureView


class ExhibitView(QWidget):
    """Shows an `Exhibit`; its numbers are written into pixels that are large enough.

    Signals:
        chosen(str, str): the user clicked an exhibit that stands for this setting and value.
    """

    chosen = Signal(str, str)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._setting: tuple[str, str] | None = None
        self._shape: tuple[int, ...] = ()
        self._title = ElidedLabel()
        self._note = ElidedLabel()
        self._note.setProperty("face", "caption")
        self._view = PictureView(appearance)
        self._view.setMinimumSize(60, 60)
        self._view.pointed.connect(self._on_pointed)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._title, 1)
        self._scale = label(face="number_caption")
        head.addWidget(self._scale)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addWidget(self._view, 1)
        layout.addWidget(self._note)

    def show_exhibit(self, exhibit: Exhibit, picture: Picture) -> None:
        """Show this exhibit as `picture` draws it."""
        self._setting = exhibit.setting
        title = translated(exhibit.title.template, **exhibit.title.values)
        self._title.setText(title)
        self._title.setStyleSheet(f"color: {self._appearance.colour(exhibit.role).name()}; font-weight: 600")
        self._note.setText(translated(exhibit.note.template, **exhibit.note.values) if exhibit.note else "")
        ends = (picture.low, picture.high)
        decimals = 0 if max(map(abs, ends)) >= 100 else shared_decimals(ends)  # leaves the title its room
        low, high = (format_number(each, decimals=decimals) for each in ends)
        self._scale.setText(f"{low} … {high}")
        self._scale.setToolTip(tr("The colours go from {low} to {high}.", low=low, high=high))
        self._view.setAccessibleName(title)
        self._view.setToolTip(tr("Click to make this the stage's result.") if exhibit.setting else "")
        if exhibit.image.shape != self._shape:
            self._shape = exhibit.image.shape
            self._view.fit()
        self._view.set_picture(picture.pixels, natural_size=exhibit.image.shape[:2])
        self._view.set_values(exhibit.image)
        self._view.set_marks(
            tuple(
                Mark(
                    row=each.row,
                    column=each.column,
                    height=each.height,
                    width=each.width,
                    role=each.role,
                    is_filled=each.is_filled,
                    is_dashed=each.is_dashed,
                )
                for each in exhibit.outlines
            )
        )

    def _on_pointed(self, _row: int, _column: int) -> None:
        if self._setting is not None:
            self.chosen.emit(*self._setting)
