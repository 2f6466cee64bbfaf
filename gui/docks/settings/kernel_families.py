"""A combo box with every kernel of the library under its family, and the user's own below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QComboBox, QWidget

from engine.errors import UserError
from engine.imaging.kernel_choice import OWN, KernelChoice
from engine.imaging.kernels import FAMILIES, library
from gui.text import tr, translated

KEPT = "kept "


class KernelFamilies(QComboBox):
    """Chooses a kernel.

    Signals:
        chosen(object): the `KernelChoice` that the user picked; settings that both kernels have are carried over.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._present = KernelChoice("sobel")
        self._kept: tuple[KernelChoice, ...] = ()
        self.setModel(QStandardItemModel(self))
        self.setMaxVisibleItems(24)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.setAccessibleName(tr("Kernel family"))
        self.setToolTip(tr("Which kernel slides over the picture. Every entry explains itself when hovered."))
        self._fill()
        self.activated.connect(self._on_activated)

    def set_kept(self, kernels: Sequence[KernelChoice]) -> None:
        """The kernels in the user's own library."""
        if tuple(kernels) != self._kept:
            self._kept = tuple(kernels)
            self._fill()
            self.set_choice(self._present)

    def set_choice(self, choice: KernelChoice) -> None:
        """Show a kernel without a signal."""
        self._present = choice
        name = choice.name
        own = self.findData(OWN)
        self.setItemText(
            own, " ".join(translated(part) for part in choice.title_parts()) if name == OWN else tr("Own numbers")
        )
        if name == OWN and choice in self._kept:
            name = KEPT + choice.label
        with QSignalBlocker(self):
            self.setCurrentIndex(self.findData(name))

    def _fill(self) -> None:
        with QSignalBlocker(self):
            self.clear()
            for family in FAMILIES.options:
                self._add_header(translated(family.title), translated(family.help))
                for name, card in library().items():
                    if card.family == family.value:
                        self._add(translated(card.name), name, translated(card.what_it_does))
            self._add_header(tr("Own kernels"), tr("Kernels with numbers of your own."))
            self._add(tr("Own numbers"), OWN, tr("Start from the numbers that are there and change any of them."))
            for kernel in self._kept:
                height, width = kernel.weights().shape
                self._add(
                    kernel.label,
                    KEPT + kernel.label,
                    tr("Your own kernel, {height} × {width}", height=height, width=width),
                )

    def _add_header(self, title: str, help_text: str) -> None:
        item = QStandardItem(title.upper())
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        item.setToolTip(help_text)
        font = item.font()
        font.setBold(True)
        font.setPointSizeF(self.font().pointSizeF() * 0.85)
        item.setFont(font)
        self._items().appendRow(item)

    def _add(self, title: str, key: str, help_text: str) -> None:
        item = QStandardItem(title)
        item.setData(key, Qt.ItemDataRole.UserRole)
        item.setToolTip(help_text)
        self._items().appendRow(item)

    def _items(self) -> QStandardItemModel:
        model = self.model()
        assert isinstance(model, QStandardItemModel)
        return model

    def _on_activated(self, index: int) -> None:
        key = self.itemData(index)
        if key == OWN:
            choice = self._present if self._present.name == OWN else KernelChoice.own(self._present.weights())
        elif key.startswith(KEPT):
            choice = next(kernel for kernel in self._kept if kernel.label == key.removeprefix(KEPT))
        else:
            choice = carried_over(self._present, key)
        if choice != self._present:
            self.chosen.emit(choice)


def carried_over(before: KernelChoice, name: str) -> KernelChoice:
    """The kernel called `name`, with the settings of `before` that it has too and that are allowed in it.

    >>> carried_over(KernelChoice("sobel", {"direction": "horizontal"}), "scharr").settings[0]
    ('direction', 'horizontal')
    """
    choice = KernelChoice(name)
    for setting, value in before.settings if before.name != name else ():
        if setting in dict(choice.settings):
            try:
                choice = choice.changed(**{setting: value})
            except UserError:
                continue  # Roberts, say, has other directions than Sobel
    return choice
