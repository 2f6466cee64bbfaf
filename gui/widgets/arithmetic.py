"""The arithmetic of one value, laid out from left to right: window ⊙ kernel = products, their sum, the number."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from engine.imaging.explanation import ChannelSum, Explanation
from engine.imaging.story import Step
from gui.text import tr, translated
from gui.theme.appearance import Appearance
from gui.widgets.arithmetic_text import Line, sum_lines
from gui.widgets.labels import dressed, label
from gui.widgets.number_grid import NumberGrid
from gui.widgets.numbers import format_number

MOST_SIDE_BY_SIDE = 4
WIDEST_SIDE_BY_SIDE = 4
LARGEST_SIDE = 31  # of a window that is shown whole; global pooling looks at a whole photograph
SIDE_OF_PART = 5


Naming = Callable[[ChannelSum], tuple[str, str]]
"""What to call the window and the kernel of an input channel; an empty name leaves what is usual."""


class ArithmeticView(QWidget):
    """Shows an `Explanation` with every number in it, and what later stages make of the value."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._channel = -1
        self._explanation: Explanation | None = None
        self._story: tuple[Step, ...] = ()
        self._naming: Naming = _unnamed
        self._terms: list[_Term] = []
        self._terms_layout = QHBoxLayout()
        self._terms_layout.setSpacing(12)
        self._sigma = _sign("Σ")
        self._lines = _Lines(appearance)
        self._equals = _sign("=")
        self._value = _ValueBox(appearance)
        self._arrow = _sign("→")
        self._remarks = _Remarks()
        self._remarks.setTextFormat(Qt.TextFormat.RichText)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(12)
        layout.addLayout(self._terms_layout)
        for widget in (self._sigma, self._lines, self._equals, self._value, self._arrow):
            layout.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self._remarks, 100, Qt.AlignmentFlag.AlignVCenter)
        layout.addStretch(1)
        self.setAccessibleName(tr("Arithmetic of one value"))
        appearance.changed.connect(self._on_appearance_changed)
        self._on_appearance_changed()

    def show_channel(self, channel: int) -> None:
        """Show one input channel with its products, or −1 for all of them side by side where they fit."""
        self._channel = channel
        if self._explanation is not None:
            self.show_explanation(self._explanation, self._story)

    def set_caption(self, text: str) -> None:
        """Say below the number what it is."""
        self._value.set_caption(text)

    def set_naming(self, naming: Naming | None) -> None:
        """Call windows and kernels by these names from now on."""
        self._naming = naming or _unnamed

    def show_explanation(self, explanation: Explanation, story: Sequence[Step] = ()) -> None:
        """Show where this value comes from."""
        self._explanation, self._story = explanation, tuple(story)
        shown = self._shown_channels(explanation)
        self._provide_terms(len(shown))
        for term, channel in zip(self._terms, shown, strict=True):
            term.show_sum(explanation, channel, self._naming(channel), is_alone=len(shown) == 1)
        self._lines.show_lines(sum_lines(explanation, shown[0] if len(shown) == 1 else None))
        self._sigma.setVisible(explanation.rule in ("sum", "ratio", "mean"))
        self._value.show_value(explanation.value)
        remarks = [translated(each.template, **each.values) for each in explanation.remarks]
        paragraphs = [f"<p style='margin:0 0 4px 0'>{escape(remark)}</p>" for remark in remarks]
        paragraphs += [_step_paragraph(step) for step in self._story]
        self._remarks.setText("".join(paragraphs))
        self._arrow.setVisible(bool(paragraphs))

    def _on_appearance_changed(self) -> None:
        letter = self._appearance.text_width("x")
        self._remarks.setMinimumWidth(20 * letter)
        self._remarks.setMaximumWidth(50 * letter)

    def _shown_channels(self, explanation: Explanation) -> list[ChannelSum]:
        channels = list(explanation.channels)
        if len(channels) == 1:
            return channels
        if 0 <= self._channel < len(channels):
            return [channels[self._channel]]
        fits = len(channels) <= MOST_SIDE_BY_SIDE and channels[0].weights.shape[1] <= WIDEST_SIDE_BY_SIDE
        return channels if fits else channels[:1]

    def _provide_terms(self, count: int) -> None:
        while len(self._terms) < count:
            term = _Term(self._appearance)
            self._terms.append(term)
            self._terms_layout.addWidget(term)
        while len(self._terms) > count:
            self._terms.pop().deleteLater()


class _Term(QWidget):
    """One channel: window ⊙ kernel = products."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._window = NumberGrid(appearance, role="input")
        self._times = _sign("⊙")
        self._kernel = NumberGrid(appearance, role="kernel")
        self._equals = _sign("=")
        self._products = NumberGrid(appearance, role="dim")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for widget in (self._window, self._times, self._kernel, self._equals, self._products):
            layout.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_sum(
        self, explanation: Explanation, each: ChannelSum, names: tuple[str, str] = ("", ""), *, is_alone: bool
    ) -> None:
        """Show one channel's share; its products only where it stands alone."""
        is_weighted = explanation.rule in ("sum", "ratio")
        title = translated(each.title) if each.title else ""
        if names[0]:
            caption = names[0]
        elif title:
            caption = tr("window, {channel}", channel=title)
        else:
            row, column = (each.window.rows or (0,))[0], (each.window.columns or (0,))[0]
            caption = tr("window from ({row}, {column})", row=row, column=column)
        if explanation.rule == "pointwise":
            caption = tr("before")
        part = _part(each.window.values.shape, explanation.winner)
        if each.window.values[part].shape != each.window.values.shape:
            rows, columns = each.window.values.shape
            caption = tr("a part of {rows} × {columns} values", rows=f"{rows:,}", columns=f"{columns:,}")
        winner = explanation.winner
        if winner is not None:
            winner = (winner[0] - part[0].start, winner[1] - part[1].start)
        self._window.set_caption(caption)
        self._window.set_values(each.window.values[part], mask=each.window.is_rim[part], highlight=winner)
        usual = tr("kernel, {channel}", channel=title) if title else tr("kernel")
        self._kernel.set_caption(names[1] or usual)
        self._kernel.set_values(each.weights[part], tints=False)
        self._products.set_caption(tr("products"))
        self._products.set_values(each.products[part])
        for widget in (self._times, self._kernel):
            widget.setVisible(is_weighted)
        for widget in (self._equals, self._products):
            widget.setVisible(is_weighted and is_alone)


def _unnamed(_each: ChannelSum) -> tuple[str, str]:
    return "", ""


def _part(shape: tuple[int, ...], winner: tuple[int, int] | None) -> tuple[slice, slice]:
    """As much of a window as can be seen: all of it, or what lies around the winner or the middle."""
    middle = winner if winner is not None else (shape[0] // 2, shape[1] // 2)
    sides = []
    for place, side in zip(middle, shape, strict=True):
        count = side if side <= LARGEST_SIDE else SIDE_OF_PART
        first = min(max(0, place - count // 2), side - count)
        sides.append(slice(first, first + count))
    return sides[0], sides[1]


class _Remarks(QLabel):
    """Wrapped text that takes the height it needs.

    A label whose height follows from its width makes Qt lay the whole row out by what its parts would like to have, and
    then a large grid does not shrink to the panel.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setWordWrap(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )

    def hasHeightForWidth(self) -> bool:
        return False

    def setText(self, text: str) -> None:
        super().setText(text)
        self._take_height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._take_height()

    def _take_height(self) -> None:
        self.setMinimumHeight(self.heightForWidth(self.width()) if self.text() else 0)


class _Lines(QWidget):
    """The sum written out, line under line."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._labels: list[QLabel] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(4)
        self._lines: tuple[Line, ...] = ()
        appearance.changed.connect(self._on_appearance_changed)

    def show_lines(self, lines: tuple[Line, ...]) -> None:
        """Show these lines, each in the colour of its role."""
        self._lines = lines
        while len(self._labels) < len(lines):
            made = label(face="number", selectable=True)
            self._labels.append(made)
            self._layout.addWidget(made)
        for index, widget in enumerate(self._labels):
            widget.setVisible(index < len(lines))
            if index < len(lines):
                widget.setText(lines[index].text)
                colour = self._appearance.colour(lines[index].role) if lines[index].role else None
                widget.setStyleSheet(f"color: {colour.name()}" if colour else "")

    def _on_appearance_changed(self) -> None:
        self.show_lines(self._lines)


class _ValueBox(QWidget):
    """The number itself, framed in the colour of results."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._frame = QFrame()
        self._frame.setObjectName("valueBox")
        self._number = label(face="number_large", selectable=True)
        self._number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        inside = QVBoxLayout(self._frame)
        inside.setContentsMargins(16, 8, 16, 8)
        inside.addWidget(self._number)
        self._caption = label(tr("the pixel in the result"), face="caption")
        self._caption.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._frame)
        layout.addWidget(self._caption)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        appearance.changed.connect(self._on_appearance_changed)
        self._on_appearance_changed()

    def set_caption(self, text: str) -> None:
        """Name the number."""
        self._caption.setText(text)

    def show_value(self, value: float) -> None:
        """Show the number; the box keeps a width that fits usual numbers, so that it does not jump."""
        self._number.setText(format_number(value, 8))

    def _on_appearance_changed(self) -> None:
        colour = self._appearance.colour("result").name()
        width = max(1.0, self._appearance.line_width) * 1.5
        self._frame.setStyleSheet(f"#valueBox {{ border: {width:.0f}px solid {colour}; border-radius: 8px; }}")
        self._number.setStyleSheet(f"color: {colour}")
        self._caption.setStyleSheet(f"color: {colour}")
        self._number.setMinimumWidth(self._number.fontMetrics().horizontalAdvance("−888.88"))


def _sign(text: str) -> QLabel:
    made = label(text)
    dressed(made, "number_large")
    made.setAlignment(Qt.AlignmentFlag.AlignCenter)
    made.setEnabled(False)
    return made


def _step_paragraph(step: Step) -> str:
    title = translated(step.title.template, **step.title.values)
    text = translated(step.remark.template, **step.remark.values)
    value = "" if step.value is None else f" <b>{format_number(step.value, 8)}</b>"
    return f"<p style='margin:0 0 4px 0'><b>{escape(title)}</b> {escape(text)}{value}</p>"
