"""Where it is wrong: the confusion matrix, the pictures of a cell, and for each what speaks for either class."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from engine.imaging.palettes import palette
from engine.network.training.afterwards import confusion, mistakes
from engine.network.training.messages import Evaluated, Heats
from gui.background import Background
from gui.text import tr
from gui.theme.appearance import Appearance
from gui.train.session import TrainSession
from gui.train.thumbnails import Thumbnails
from gui.widgets.confusion_matrix import ConfusionMatrix
from gui.widgets.elided_label import ElidedLabel
from gui.widgets.picture_grid import Caption, PictureGrid
from gui.widgets.pixel_picture import PixelPicture

SIDE = 64
LONGEST = 12
"""Characters that fit below a picture."""
COVER = 0.55


class MistakesPage(QWidget):
    """Without a chosen cell all mistakes are shown, the most certain first.

    Signals:
        explain_wanted(int, object): the picture at this place, for these classes (a tuple).
    """

    explain_wanted = Signal(int, object)

    def __init__(
        self, session: TrainSession, appearance: Appearance, background: Background, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._appearance = session, appearance
        self._rows: dict[int, int] = {}
        self._has_heats = False
        self.matrix = ConfusionMatrix(appearance)
        self.title = ElidedLabel(face="caption")
        self.grid = PictureGrid(appearance, side=SIDE)
        self.grid.setAccessibleName(tr("Pictures of the chosen cell"))
        self.true_heat, self.said_heat = PixelPicture(appearance), PixelPicture(appearance)
        middle = QVBoxLayout()
        middle.setSpacing(4)
        middle.addWidget(self.title)
        middle.addWidget(self.grid, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 12, 8)
        row.setSpacing(16)
        row.addWidget(self.matrix, 4)
        row.addLayout(middle, 5)
        row.addWidget(self.true_heat, 2)
        row.addWidget(self.said_heat, 2)
        self._thumbnails = Thumbnails(background, side=2 * SIDE, parent=self)
        self._thumbnails.ready.connect(self.grid.put)
        self.grid.wanted.connect(self._thumbnails.want)
        self.grid.selection_changed.connect(self._on_selected)
        self.matrix.cell_chosen.connect(lambda _true, _said: self._show_pictures())

    @property
    def has_heats(self) -> bool:
        """Whether it is shown what speaks for the classes of the selected picture."""
        return self._has_heats

    def show_evaluated(self, found: Evaluated) -> None:
        """Show what the network said of the pictures kept aside."""
        self.matrix.choose(None)
        self.matrix.show_matrix(confusion(found.labels, found.probabilities), found.class_names)
        self._show_pictures()

    def show_heats(self, heats: Heats) -> None:
        """Show where the network saw what speaks for each class."""
        names = self._session.evaluated.class_names if self._session.evaluated is not None else ()
        for view, number in zip((self.true_heat, self.said_heat), range(len(heats.classes)), strict=False):
            name = names[heats.classes[number]] if heats.classes[number] < len(names) else ""
            caption = tr("what speaks for {name} ({share:.0%})", name=name, share=heats.scores[number])
            view.show_pixels(overlaid(heats.picture, heats.heats[number]), caption)
        if len(heats.classes) < 2:
            self.said_heat.show_pixels(None)
        self._has_heats = True

    def _show_pictures(self) -> None:
        found, data = self._session.evaluated, self._session.data
        self._has_heats = False
        if found is None:
            return
        cell = self.matrix.cell
        rows = mistakes(
            found.labels, found.probabilities, true=cell[0] if cell else None, said=cell[1] if cell else None
        )
        words = tr("All {count} mistakes, the most certain first", count=f"{len(rows):,}")
        if not len(rows):
            words = tr("No mistakes. Click a cell to see its pictures.")
        if cell is not None:
            words = self.matrix.words(*cell)
        training = self._session.training
        is_same = data is not None and training is not None and (
            (training.job.data, training.job.edits) == (data.spec, data.edits)
        )  # fmt: skip
        self._rows = {int(found.indices[row]): int(row) for row in rows}
        self._thumbnails.set_dataset(data.dataset if is_same and data is not None else None)
        self.title.setText(words if is_same else tr("{words} The data has changed since: no pictures.", words=words))
        self.grid.set_pictures(list(self._rows) if is_same else (), caption=self._caption)
        self.true_heat.show_pixels(None, tr("Select a picture to see what speaks for which class."))
        self.said_heat.show_pixels(None)

    def _caption(self, index: int) -> Caption:
        found, row = self._session.evaluated, self._rows[index]
        assert found is not None
        said = int(found.probabilities[row].argmax())
        share = float(found.probabilities[row, said])
        name, true = found.class_names[said], int(found.labels[row])
        words = f"{name} {share:.0%}"
        if said == true:
            return Caption(words, "result")
        both = f"{found.class_names[true]} → {words}"
        return Caption(both if len(both) <= LONGEST else words, "refused")

    def _on_selected(self, selected: frozenset[int]) -> None:
        found = self._session.evaluated
        if len(selected) == 1 and found is not None:
            index = next(iter(selected))
            row = self._rows[index]
            said, true = int(found.probabilities[row].argmax()), int(found.labels[row])
            self._has_heats = False
            self.true_heat.show_pixels(None, tr("One moment …"))
            self.said_heat.show_pixels(None)
            self.explain_wanted.emit(index, (true,) if said == true else (true, said))


def overlaid(picture: np.ndarray, heat: np.ndarray) -> np.ndarray:
    """Heat (H, W) uint8 laid over a picture (H, W, C), which is drawn gray so that every colour is heat."""
    gray = picture[..., :3].mean(axis=-1, keepdims=True)
    colours = palette("heat")[heat].astype(np.float32)
    pixels: np.ndarray = np.rint(COVER * colours + (1 - COVER) * gray).astype(np.uint8)
    return pixels
