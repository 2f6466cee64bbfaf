"""Kernels in and out: a kernel of the library into one filter of a layer, and a filter's kernel into the library."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from engine.errors import UserError
from engine.imaging.kernel_choice import KernelChoice
from engine.imaging.own_kernels import OwnKernels
from engine.network.built import PlacedKernel
from engine.network.exchange import ALL, FilterBank, fitted_kernel, problem_of
from engine.parameters import Choice, Flag, Option, Whole
from engine.text import mark
from gui.docks.settings.kernel_panel import KernelPanel
from gui.models.building import kernel_words
from gui.models.wording import kernel_title
from gui.text import sentence, tr
from gui.theme.appearance import Appearance
from gui.widgets.labels import kind, label
from gui.widgets.parameter_form import ParameterForm

MOST_CHANNELS = 512
LONGEST_NAME = 18

CHANNEL_HELP = mark("For which channel of what comes in the kernel stands.")
ALONE = Flag(
    title=mark("Others become 0"),
    help=mark("The filter then looks at this channel only. Otherwise its other channels keep their numbers."),
    default=False,
)


class LayerKernel(QWidget):
    """Asks which filter, which channel and which kernel; shows which kernels were put into the layer.

    Signals:
        put_wanted(object): a `PlacedKernel` is to be put into the layer.
        take_wanted(str, int, int): the kernel of this layer, filter and channel is wanted in the Kernels workspace.
        own_wanted(str, int): this layer's filter is to have its own weights again.
        filter_chosen(int): another filter is meant, so that its map can be shown.
    """

    put_wanted = Signal(object)
    take_wanted = Signal(str, int, int)
    own_wanted = Signal(str, int)
    filter_chosen = Signal(int)

    def __init__(self, appearance: Appearance, own: OwnKernels, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layer, self._bank = "", FilterBank("", (1, 1), 1, 1)
        self._placed: tuple[PlacedKernel, ...] = ()
        self.form = ParameterForm()
        self.form.changed.connect(self._on_changed)
        self.kernel = KernelPanel(appearance, own)
        self.kernel.set_choice(KernelChoice("sobel"))
        self.kernel.changed.connect(self._on_kernel_changed)
        self.problem = label(face="refused", wraps=True)
        self.fit = _button("", "link", self._on_fit)
        self.put = _button(tr("Put the kernel in"), "primary", self._on_put)
        self.put.setToolTip(tr("The numbers go in as they are; the bias stays. Undo takes them out again."))
        self.take = _button(tr("Take into Kernels"), "", self._on_take)
        self.own = _button(tr("Own weights again"), "link", lambda: self.own_wanted.emit(self._layer, self.filter))
        self.own.setToolTip(tr("Take the kernels out of this filter."))
        self.words = label(face="caption", wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(label(tr("Kernels in and out"), face="section"))
        column.addWidget(self.form)
        both = QHBoxLayout()
        both.addWidget(self.put, 1)
        both.addWidget(self.take, 1)
        column.addLayout(both)
        for each in (self.problem, self.fit, self.words, self.own, self.kernel):
            column.addWidget(each)

    @property
    def filter(self) -> int:
        """The filter that is meant."""
        return int(self.form.values().get("filter", 0))

    @property
    def channel(self) -> int:
        """The channel that is meant, -1 for all."""
        return int(self.form.values().get("channel", ALL))

    def set_layer(self, layer: str, bank: FilterBank, placed: tuple[PlacedKernel, ...], *, can_take: str = "") -> None:
        """Offer the filters of a layer; `can_take` says why none can be taken out, where that is so."""
        is_other = layer != self._layer or bank != self._bank
        self._layer, self._bank, self._placed = layer, bank, placed
        if is_other:
            before = self.form.values()
            values = {"filter": min(before.get("filter", 0), bank.filters - 1), "channel": str(ALL), "alone": False}
            self.form.set_parameters(_declarations(bank), values)
            choice = fitted_kernel(self.kernel.choice(), bank.size)
            if choice is not None and choice.card is not None:
                self.kernel.set_choice(choice)
        self.take.setEnabled(not can_take)
        self.take.setToolTip(can_take or tr("Keep this filter's kernel in your library, and see what it does to a "
                                            "picture in the Kernels workspace."))  # fmt: skip
        self._refresh()

    def choose_filter(self, index: int) -> None:
        """Mean another filter, because its map was chosen."""
        if self._bank.gives_maps and 0 <= index < self._bank.filters and index != self.filter:
            with QSignalBlocker(self):
                self.form.set_values({"filter": index})
            self._refresh()

    def show_problem(self, error: UserError) -> None:
        """Say why a kernel could not be put in."""
        self.problem.setText(sentence(error))
        self.problem.show()

    def _placing(self) -> PlacedKernel:
        channel = self.channel
        is_alone = channel != ALL and bool(self.form.values().get("alone"))
        return PlacedKernel(self._layer, self.filter, channel, self.kernel.choice(), is_alone)

    def _refresh(self) -> None:
        if "alone" in self.form.names():
            self.form.set_enabled("alone", self.channel != ALL, tr("All channels get the kernel."))
        problem = problem_of(self._bank, self._placing())
        self.problem.setText("" if problem is None else sentence(problem))
        self.problem.setVisible(problem is not None)
        fitted = fitted_kernel(self.kernel.choice(), self._bank.size)
        height, width = self._bank.size
        self.fit.setText(tr("Use it as {height}×{width}, with zeros around", height=height, width=width))
        self.fit.setVisible(problem is not None and fitted is not None and fitted != self.kernel.choice())
        self.put.setEnabled(problem is None)
        name = kernel_title(self.kernel.choice())
        short = name if len(name) <= LONGEST_NAME else f"{name[:LONGEST_NAME]}…"
        self.put.setText(tr("Put “{kernel}” in", kernel=short))
        self.put.setAccessibleName(tr("Put “{kernel}” into filter {filter}", kernel=name, filter=self.filter))
        self.take.setText(tr("Take its kernel out") if self._bank.channels == 1
                          else tr("Take channel {channel} out", channel=max(0, self.channel)))  # fmt: skip
        here = [each for each in self._placed if each.filter == self.filter]
        self.words.setText(kernel_words(self._placed))
        self.words.setVisible(bool(self._placed))
        self.own.setVisible(bool(here))

    def _on_changed(self, name: str, _value: Any) -> None:
        self._refresh()
        if name == "filter" and self._bank.gives_maps:
            self.filter_chosen.emit(self.filter)

    def _on_kernel_changed(self, choice: KernelChoice, _text: str, _merge: str) -> None:
        self.kernel.set_choice(choice)
        self._refresh()

    def _on_fit(self) -> None:
        choice = fitted_kernel(self.kernel.choice(), self._bank.size)
        if choice is not None:
            self.kernel.set_choice(choice)
            self._refresh()

    def _on_put(self) -> None:
        self.put_wanted.emit(self._placing())

    def _on_take(self) -> None:
        self.take_wanted.emit(self._layer, self.filter, max(0, self.channel))


def _declarations(bank: FilterBank) -> dict[str, Any]:
    words = mark("Which filter; the map it gives has the same number.")
    if not bank.gives_maps:
        words = mark("Which of the kernels before the 1×1 step. Each looks at one channel; all maps are mixed of them.")
    found: dict[str, Any] = {
        "filter": Whole(title=mark("Filter"), help=words, default=0, minimum=0, maximum=bank.filters - 1),
    }
    if bank.channels > 1:
        options = (Option(str(ALL), mark("All channels"), mark("The same kernel for each; their results are summed.")),
                   *(Option(str(index), str(index)) for index in range(min(bank.channels, MOST_CHANNELS))))  # fmt: skip
        found["channel"] = Choice(title=mark("Channel"), help=CHANNEL_HELP, default=str(ALL), options=options)
        found["alone"] = ALONE
    return found


def _button(text: str, face: str, act: Any) -> QPushButton:
    button = QPushButton(text)
    if face:
        kind(button, face)
    button.clicked.connect(lambda _checked=False: act())
    return button
