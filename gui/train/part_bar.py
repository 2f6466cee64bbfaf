"""Above the pictures: which part of the data is shown, who says what comes into which part, and what follows."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from engine.network.data.dataset import PARTS
from engine.network.data.splitting import GIVEN, HAND, RATIO, Split
from gui.icons import icon
from gui.text import sentence, tr
from gui.train.editing import Editing
from gui.train.part_words import ICONS, part_words
from gui.train.session import TrainSession
from gui.train.splitting import Splitting
from gui.widgets.elided_label import ElidedLabel
from gui.widgets.flow import FlowLayout
from gui.widgets.labels import restyle
from gui.widgets.segmented import SegmentedControl

ALL = "all"


class PartBar(QWidget):
    """Counts are those of the selected class, or of all.

    Signals:
        part_changed(str): show one part only, by its name, or `ALL`.
    """

    part_changed = Signal(str)

    def __init__(
        self, session: TrainSession, editing: Editing, splitting: Splitting, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._splitting = session, splitting
        self.parts = SegmentedControl([(ALL, tr("All")), *((part, part_words(part)) for part in PARTS)])
        self.parts.setAccessibleName(tr("Which part is shown"))
        for part, words in zip(PARTS, _hints(), strict=True):
            self.parts.set_tooltip(part, words)
        for part in PARTS:
            self.parts.button(part).setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.kind = SegmentedControl()
        self.kind.setAccessibleName(tr("Who says what is kept aside"))
        self._kinds: tuple[str, ...] = ()
        self.line = ElidedLabel(face="caption")
        row = QWidget()
        flow = FlowLayout(row, spacing=8)
        flow.addWidget(self.parts)
        flow.addWidget(self.kind)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 0, 12, 4)
        column.setSpacing(4)
        column.addWidget(row)
        column.addWidget(self.line)
        self.parts.current_changed.connect(self._on_part_chosen)
        self.kind.current_changed.connect(editing.split_by)
        splitting.changed.connect(self._show)
        session.class_changed.connect(lambda _name: self._show())
        session.data_changed.connect(lambda _data: self._show())
        session.job_changed.connect(lambda _job: self._show())
        self._show()

    @property
    def part(self) -> str:
        """The part that is shown, or `ALL`."""
        return self.parts.current()

    def _on_part_chosen(self, part: str) -> None:
        self._show()
        self.part_changed.emit(part)

    def _show(self) -> None:
        data, found, split = self._session.data, self._splitting.found, self._session.job.split
        if data is None:
            return
        names = data.dataset.class_names
        counts = None
        if found is not None:
            label = names.index(self._session.selected_class) if self._session.selected_class in names else -1
            counts = found.counts.sum(axis=0) if label < 0 else found.counts[label]
        for number, part in enumerate(PARTS):
            words = part_words(part)
            text = words if counts is None else tr("{part} {count}", part=words, count=f"{counts[number]:,}")
            self.parts.button(part).setText(text)
            self.parts.button(part).setAccessibleName(text)
            # On the accent of the chosen one an accent sign could not be seen.
            self.parts.button(part).setIcon(icon(ICONS[number], tint="on_accent" if part == self.part else "text"))
        self._show_kind(split, has_parts=data.dataset.parts is not None)
        self._show_line(split, has_parts=data.dataset.parts is not None)

    def _show_kind(self, split: Split, *, has_parts: bool) -> None:
        kinds = (GIVEN, RATIO, HAND) if has_parts else (RATIO, HAND)
        if kinds != self._kinds:
            self._kinds = kinds
            words = {GIVEN: tr("As the files say"), RATIO: tr("By ratio"), HAND: tr("By hand")}
            hints = {
                GIVEN: tr("As the folders or files say; what they leave open is drawn by lot."),
                RATIO: tr("Drawn by lot: the same share of every class. What was put by hand is kept in mind."),
                HAND: tr("As you put them: select pictures, then “Keep for”. All others stay where they are."),
            }
            self.kind.set_segments([(each, words[each]) for each in kinds])
            for each in kinds:
                self.kind.set_tooltip(each, hints[each])
        # Where the files say nothing, all of it is drawn by lot.
        self.kind.set_current(split.kind if split.kind in kinds else RATIO)

    def _show_line(self, split: Split, *, has_parts: bool) -> None:
        found = self._splitting.found
        rule = RATIO if split.rule == GIVEN and not has_parts else split.rule
        later = {
            "train": tr("Pictures added later are learnt from."),
            GIVEN: tr("Pictures added later go where their files say, or are drawn by lot."),
            RATIO: tr("Pictures added later are drawn by lot: {validation:.0%} validation, {test:.0%} test.",
                      validation=split.validation, test=split.test),
        }[rule]  # fmt: skip
        words = later
        if self._splitting.progress or found is None:
            words = self._splitting.progress or tr("One moment …")
        elif found.assigned.remarks:
            words = " ".join(map(sentence, found.assigned.remarks))
        elif split.kind == HAND:
            words = tr("{count} put by hand. {later}", count=f"{found.put:,}", later=later)
        self.line.setText(words)
        is_wrong = found is not None and bool(found.assigned.remarks if split.kind == HAND else found.lacks)
        face = "refused" if is_wrong else "caption"
        if self.line.property("face") != face:
            self.line.setProperty("face", face)
            restyle(self.line)


def _hints() -> tuple[str, str, str]:
    return (
        tr("What the network learns from"),
        tr("Watched while training, never learnt from"),
        tr("Kept for the end, to judge by"),
    )
