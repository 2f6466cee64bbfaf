"""The filters of a true volume: a kernel for every channel and a bias, for one filter at a time."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from engine.imaging import own_kernels
from engine.imaging.cards import LARGEST_SIZE
from engine.imaging.kernel_choice import KernelChoice
from engine.imaging.stages.convolution_settings import BIAS
from engine.imaging.stages.filters import MOST_FILTERS, Filter
from engine.parameters import Pair
from engine.text import mark
from gui.docks.settings.channel_kernel import ChannelKernel
from gui.docks.settings.label_column import align_labels, label_width
from gui.text import tr
from gui.theme.appearance import Appearance
from gui.widgets.buttons import icon_button
from gui.widgets.labels import label
from gui.widgets.parameter_editors import WheelGuard, editor_for
from gui.widgets.parameter_form import ParameterForm

SIZE = Pair(
    title=mark("Size"),
    help=mark("Rows and columns of every kernel. All filters of a stage have the same size."),
    default=(3, 3),
    minimum=1,
    maximum=LARGEST_SIZE,
)


class FiltersPanel(QWidget):
    """Shows one of the filters and asks for other ones.

    Signals:
        changed(object, str, str): the filters that the user made, what was done, and the name under which
            such steps merge.
    """

    changed = Signal(object, str, str)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._filters: tuple[Filter, ...] = ()
        self._channels: int | None = None
        self._current = 0
        self.kernels: list[ChannelKernel] = []
        self.chooser = QComboBox()
        self.chooser.setAccessibleName(tr("Filter"))
        self.chooser.setToolTip(tr("Each filter gives one map of the result."))
        self.chooser.activated.connect(self._on_chosen)
        self.add, self.copy, self.remove = (
            _button("add", tr("Add a filter"), self._on_added),
            _button("duplicate", tr("Duplicate this filter"), self._on_duplicated),
            _button("remove", tr("Remove this filter"), self._on_removed),
        )
        top = QHBoxLayout()
        top.setSpacing(4)
        top.addWidget(self.chooser, 1)
        for each in (self.add, self.copy, self.remove):
            top.addWidget(each)
        self.size_form = ParameterForm()
        self.size_form.set_parameters({"size": SIZE}, {"size": (3, 3)})
        align_labels(self.size_form.layout(), self)
        self.size_form.changed.connect(lambda _name, value: self._on_resized(*value))
        self.shared = QCheckBox(tr("One kernel for every channel"))
        self.shared.setToolTip(tr("Otherwise each channel has a kernel of its own, as in a CNN."))
        self.shared.clicked.connect(self._on_shared_clicked)
        self._mismatch = label(face="refused", wraps=True)
        self._fit = QPushButton()
        self._fit.clicked.connect(self._on_fit)
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(top)
        layout.addWidget(self.size_form)
        layout.addWidget(self.shared)
        layout.addWidget(self._mismatch)
        layout.addWidget(self._fit)
        layout.addLayout(self._grid)
        layout.addLayout(self._made_bias_row())
        guard = WheelGuard(self)
        for control in (self.chooser, *self.bias.controls()):
            guard.watch(control)
        appearance.changed.connect(self._colour_bias)

    def set_filters(self, filters: tuple[Filter, ...], channels: int | None) -> None:
        """Show these filters of a stage whose input has `channels` channels (None where that is not known)."""
        self._filters, self._channels = filters, channels
        self._current = min(self._current, len(filters) - 1)
        self._show()

    def set_channels(self, channels: int | None) -> None:
        """The stage gets a picture with another number of channels."""
        if channels != self._channels:
            self._channels = channels
            self._show()

    def _made_bias_row(self) -> QHBoxLayout:
        self.bias = editor_for(BIAS)
        self.bias.changed.connect(self._on_bias_changed)
        self.bias.controls()[0].setAccessibleName(tr("Bias of this filter"))
        self.bias.setToolTip(tr("A number added to every sum of this filter."))
        self._bias_title = label(tr("Bias"))
        self._bias_title.setBuddy(self.bias.controls()[0])
        self._colour_bias()
        row = QHBoxLayout()
        row.setSpacing(12)
        self._bias_title.setMinimumWidth(label_width(self))
        row.addWidget(self._bias_title)
        row.addWidget(self.bias, 1)
        return row

    def _colour_bias(self) -> None:
        self._bias_title.setStyleSheet(f"color: {self._appearance.theme.bias}; font-weight: 600;")

    def _show(self) -> None:
        now, count = self._filters[self._current], len(self._filters)
        with QSignalBlocker(self.chooser):
            if self.chooser.count() != count:
                self.chooser.clear()
                self.chooser.addItems(
                    [tr("Filter {number} of {count}", number=n + 1, count=count) for n in range(count)]
                )
            self.chooser.setCurrentIndex(self._current)
        self.remove.setEnabled(count > 1)
        self.add.setEnabled(count < MOST_FILTERS)
        self.copy.setEnabled(count < MOST_FILTERS)
        self.size_form.set_values({"size": now.size})
        self.shared.setChecked(len(now.kernels) == 1)
        self.bias.set_value(now.bias)
        wrong = self._channels is not None and len(now.kernels) not in (1, self._channels)
        self._mismatch.setVisible(wrong)
        self._fit.setVisible(wrong)
        if wrong:
            self._mismatch.setText(
                tr("This filter has {found} kernels, but its input {wanted} channels.",
                   found=len(now.kernels), wanted=self._channels)
            )  # fmt: skip
            self._fit.setText(tr("Give it {count} kernels", count=self._channels))
        self._show_kernels(now)

    def _show_kernels(self, now: Filter) -> None:
        while len(self.kernels) > len(now.kernels):
            gone = self.kernels.pop()
            self._grid.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        while len(self.kernels) < len(now.kernels):
            channel = len(self.kernels)
            made = ChannelKernel(self._appearance)
            made.changed.connect(lambda kernel, text, channel=channel: self._on_kernel_changed(channel, kernel, text))
            self.kernels.append(made)
        columns = max(1, min(3, len(now.kernels), 270 // (now.size[1] * 26 + 8)))
        for channel, (widget, kernel) in enumerate(zip(self.kernels, now.kernels, strict=True)):
            widget.set_kernel(kernel, _channel_name(channel, len(now.kernels)))
            self._grid.addWidget(widget, channel // columns, channel % columns, Qt.AlignmentFlag.AlignTop)

    def _change(self, filters: tuple[Filter, ...], text: str, merge: str = "") -> None:
        if filters != self._filters:
            self.changed.emit(filters, text, merge)

    def _change_current(self, changed: Filter, text: str, merge: str = "") -> None:
        before = self._filters
        self._change((*before[: self._current], changed, *before[self._current + 1 :]), text, merge)

    def _on_chosen(self, index: int) -> None:
        self._current = index
        self._show()

    def _on_added(self) -> None:
        height, width = self._filters[0].size
        blank = KernelChoice.own(np.zeros((height, width), np.float32))
        fresh = Filter((blank,) * len(self._filters[self._current].kernels))
        self._insert(fresh, tr("Add filter"))

    def _on_duplicated(self) -> None:
        self._insert(self._filters[self._current], tr("Duplicate filter"))

    def _insert(self, fresh: Filter, text: str) -> None:
        place = self._current + 1
        filters = (*self._filters[:place], fresh, *self._filters[place:])
        self._current = place
        self._change(filters, text)

    def _on_removed(self) -> None:
        filters = (*self._filters[: self._current], *self._filters[self._current + 1 :])
        self._current = max(0, self._current - 1)
        self._change(filters, tr("Remove filter"))

    def _on_resized(self, rows: int, columns: int) -> None:
        filters = tuple(
            replace(each, kernels=tuple(resized_kernel(kernel, (rows, columns)) for kernel in each.kernels))
            for each in self._filters
        )
        self._change(filters, tr("Filter size"), "filter size")

    def _on_shared_clicked(self, is_shared: bool) -> None:
        now = self._filters[self._current]
        count = 1 if is_shared else self._channels or 3
        self._change_current(replace(now, kernels=fitted(now.kernels, count)), tr("Kernels a channel"))

    def _on_fit(self) -> None:
        count = self._channels or 1
        filters = tuple(
            each if len(each.kernels) == 1 else replace(each, kernels=fitted(each.kernels, count))
            for each in self._filters
        )
        self._change(filters, tr("Kernels a channel"))

    def _on_kernel_changed(self, channel: int, kernel: KernelChoice, text: str) -> None:
        now = self._filters[self._current]
        kernel = resized_kernel(kernel, now.size)
        kernels = (*now.kernels[:channel], kernel, *now.kernels[channel + 1 :])
        self._change_current(replace(now, kernels=kernels), text)

    def _on_bias_changed(self, value: Any) -> None:
        now = self._filters[self._current]
        self._change_current(replace(now, bias=value), tr("Bias"), f"bias {self._current}")


def resized_kernel(kernel: KernelChoice, size: tuple[int, int]) -> KernelChoice:
    """The kernel at another size: by its own setting where it has one, otherwise with zeros around or cut off."""
    if kernel.weights().shape == size:
        return kernel
    card = kernel.card
    if card is not None and card.has_size and size[0] == size[1]:
        declaration = card.parameters["size"]
        minimum, maximum, step = (getattr(declaration, name) for name in ("minimum", "maximum", "step"))
        if minimum <= size[0] <= maximum and (size[0] - minimum) % step == 0:
            return kernel.changed(size=size[0])
    return KernelChoice.own(own_kernels.resized(kernel.weights(), *size), kernel.label)


def fitted(kernels: tuple[KernelChoice, ...], count: int) -> tuple[KernelChoice, ...]:
    """The first `count` kernels; where there are too few, the last one again."""
    return (*kernels, *(kernels[-1],) * max(0, count - len(kernels)))[:count]


def _channel_name(channel: int, count: int) -> str:
    if count == 1:
        return tr("every channel")
    if count == 3:
        return (tr("red"), tr("green"), tr("blue"))[channel]
    return tr("channel {number}", number=channel + 1)


def _button(name: str, text: str, act: Any) -> QToolButton:
    button = icon_button(name, text)
    button.clicked.connect(lambda: act())
    return button
