"""One channel's kernel inside a filter: its numbers, and a button that takes them from the library."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from engine.imaging.kernel_choice import KernelChoice
from engine.imaging.kernels import FAMILIES, library
from gui.docks.settings.kernel_grid import KernelGrid
from gui.icons import icon
from gui.models.wording import kernel_title
from gui.text import tr, translated
from gui.theme.appearance import Appearance
from gui.widgets.elided_label import ElidedLabel
from gui.widgets.labels import kind


class ChannelKernel(QWidget):
    """A small editable grid under the name of its channel.

    Signals:
        changed(object, str): the `KernelChoice` that the user made, and what was done.
    """

    changed = Signal(object, str)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = ElidedLabel(face="caption")
        self.library = QToolButton()
        self.library.setIcon(icon("library"))
        self.library.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        kind(self.library, "tiny")
        self._menu = QMenu(self.library)
        self._menu.setToolTipsVisible(True)
        self._menu.aboutToShow.connect(self._fill_menu)
        self.library.setMenu(self._menu)
        self.grid = KernelGrid(appearance, has_tools=False)
        self.grid.changed.connect(lambda weights, text: self.changed.emit(KernelChoice.own(weights), text))
        top = QHBoxLayout()
        top.setSpacing(2)
        top.addWidget(self._name, 1)
        top.addWidget(self.library)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(top)
        layout.addWidget(self.grid)

    def set_kernel(self, kernel: KernelChoice, channel: str) -> None:
        """Show the kernel of the channel with this name."""
        text = tr("From the library, for: {channel}", channel=channel)
        self.library.setToolTip(text)
        self.library.setAccessibleName(text)
        self._name.setText(channel)
        self._name.set_hint(f"{channel}: {kernel_title(kernel)}")
        self.grid.editor.setAccessibleName(tr("Kernel for: {channel}", channel=channel))
        weights = kernel.weights()
        self.grid.set_weights(weights)
        # Three small grids stand side by side in a narrow panel, so each may become narrower than usual.
        self.grid.editor.setMinimumWidth(min(weights.shape[1] * 22, 160))

    def _fill_menu(self) -> None:
        if not self._menu.isEmpty():
            return
        for family in FAMILIES.options:
            inner = self._menu.addMenu(translated(family.title))
            inner.setToolTipsVisible(True)
            for name, card in library().items():
                if card.family == family.value:
                    action = inner.addAction(translated(card.name))
                    action.setToolTip(translated(card.what_it_does))
                    action.triggered.connect(lambda _checked=False, name=name: self._take(name))

    def _take(self, name: str) -> None:
        kernel = KernelChoice(name)
        self.changed.emit(kernel, tr("Kernel {name}", name=kernel_title(kernel)))
