"""One picture of the data set, as large as it can be, with all that is known about it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QScrollArea, QToolButton, QVBoxLayout, QWidget

from engine.child.messages import failure
from engine.errors import UserError
from engine.network.data.annotation import Annotation
from engine.network.data.looking import Look, look_at
from engine.network.data.specs import BuiltInData, FileData, GeneratedData
from engine.sources.names import shown_name
from gui.aside import Aside
from gui.background import Background
from gui.icons import icon
from gui.text import sentence, tr, translated
from gui.theme.appearance import Appearance
from gui.train.session import OpenData
from gui.widgets.buttons import icon_button
from gui.widgets.elided_label import ElidedLabel
from gui.widgets.labels import kind, label
from gui.widgets.picture_marks import Mark
from gui.widgets.picture_view import PictureView

FACTS = 228
"""How wide the facts are, in logical pixels; the picture has at least as much."""
NARROWEST = 240
ROLE = "result"
"""The colour of boxes and masks: they are what is to be found."""


class LargePicture(QWidget):
    """Stands in the place of the grid; the arrow keys lead on through what that shows, Esc leads back.

    Signals:
        wanted(int): the picture at another place of the grid.
        delete_asked(): the Delete key.
        closed(): back to the grid.
    """

    wanted = Signal(int)
    delete_asked = Signal()
    closed = Signal()

    def __init__(self, appearance: Appearance, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._look: Look | None = None
        self._at, self._count, self._number = 0, 0, -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("One picture, large"))
        self.view = PictureView(appearance)
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the arrow keys lead to other pictures
        self.view.setCursor(Qt.CursorShape.ArrowCursor)
        self.before = icon_button("step-back", tr("The picture before (Left)"))
        self.after = icon_button("step-forward", tr("The next picture (Right)"))
        self.position = label(face="number_caption")
        self.position.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.back = QToolButton()
        self.back.setIcon(icon("close"))
        self.back.setText(tr("Back to all"))
        self.back.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.back.setToolTip(tr("Back to the small pictures (Esc)"))
        kind(self.back, "flat")
        self.title = ElidedLabel(face="section")
        self.place, self.measures = label(wraps=True), label(wraps=True)
        self.origin = ElidedLabel(face="caption", mode=Qt.TextElideMode.ElideMiddle)
        self.things = label(wraps=True)
        self.boxes, self.masks = QCheckBox(tr("Boxes with names")), QCheckBox(tr("Masks"))
        self.boxes.setToolTip(tr("A box around what is seen of each thing, with its name"))
        self.masks.setToolTip(tr("Every pixel in which a thing is seen; its edge is drawn stronger"))
        self.boxes.setChecked(True)
        for tick in (self.boxes, self.masks):
            tick.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # after a click the arrow keys still lead on
            tick.toggled.connect(lambda _is_checked: self._show_look())
        self._facts = self._made_facts()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.view, 1)
        row.addWidget(self._facts)
        self._aside = Aside(background, pause=16, parent=self)
        self._aside.answered.connect(self._on_read)
        self._aside.failed.connect(self._on_failed)
        self.before.clicked.connect(lambda: self._go(self._at - 1))
        self.after.clicked.connect(lambda: self._go(self._at + 1))
        self.back.clicked.connect(self.closed)
        appearance.changed.connect(self._on_appearance_changed)
        self._on_appearance_changed()

    @property
    def at(self) -> int:
        """The place of the picture in the grid."""
        return self._at

    @property
    def number(self) -> int:
        """The place of the picture in the data set."""
        return self._number

    def show_picture(self, data: OpenData, number: int, *, at: int, count: int) -> None:
        """Show a picture of the data set, at a place among so many; it is read aside."""
        dataset = data.dataset
        self._at, self._count, self._number = at, count, number
        self.title.setText(dataset.class_names[int(dataset.labels[number])])
        self.origin.setText(origin_words(data, number))
        self.position.setText(tr("{number} of {count}", number=f"{at + 1:,}", count=f"{count:,}"))
        self.before.setEnabled(at > 0)
        self.after.setEnabled(at < count - 1)
        self._aside.forget()
        self._aside.ask(lambda: look_at(dataset, number))

    def set_place(self, words: str) -> None:
        """Say in which part the picture is."""
        self.place.setText(words or tr("The parts are being worked out …"))

    def minimumSizeHint(self) -> QSize:
        return QSize(NARROWEST, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        places = {
            Qt.Key.Key_Left: self._at - 1, Qt.Key.Key_Up: self._at - 1,
            Qt.Key.Key_Right: self._at + 1, Qt.Key.Key_Down: self._at + 1,
            Qt.Key.Key_Home: 0, Qt.Key.Key_End: self._count - 1,
        }  # fmt: skip
        key = Qt.Key(event.key())
        if key in places:
            self._go(places[key])
        elif key == Qt.Key.Key_Escape:
            self.closed.emit()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.delete_asked.emit()
        else:
            super().keyPressEvent(event)

    def _go(self, at: int) -> None:
        if 0 <= at < self._count and at != self._at:
            self.wanted.emit(at)

    def _made_facts(self) -> QScrollArea:
        steps = QHBoxLayout()
        steps.setSpacing(4)
        steps.addWidget(self.before)
        steps.addWidget(self.position, 1)
        steps.addWidget(self.after)
        facts = QWidget()
        column = QVBoxLayout(facts)
        column.setContentsMargins(12, 4, 12, 8)
        column.setSpacing(4)
        column.addWidget(self.back)
        column.addLayout(steps)
        for each in (self.title, self.place, self.measures, self.origin, self.things, self.boxes, self.masks):
            column.addWidget(each)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(facts)
        return area

    def _on_read(self, look: Look) -> None:
        is_other = self._look is None or (self._look.rows, self._look.columns) != (look.rows, look.columns)
        self._look = look
        colours = tr("gray") if look.channels == 1 else tr("colour")
        self.measures.setText(
            tr("{columns} × {rows} pixels, {colours}", columns=look.columns, rows=look.rows, colours=colours)
        )
        self.view.set_message("")
        if is_other:
            self.view.fit()
        self._show_look()

    def _on_failed(self, error: BaseException) -> None:
        self._look = None
        self.measures.setText("")
        self._show_look()
        reason = error if isinstance(error, UserError) else failure(error).error
        self.view.set_message(tr("This picture cannot be shown"), sentence(reason))

    def _show_look(self) -> None:
        look = self._look
        annotation = None if look is None else look.annotation
        for each in (self.things, self.boxes, self.masks):
            each.setVisible(annotation is not None)
        if look is None:
            self.view.set_picture(None)
            self.view.set_marks(())
            return
        colour = self._appearance.colour(ROLE)
        pixels = look.pixels
        if self.masks.isChecked():
            pixels = look.with_masks((colour.red(), colour.green(), colour.blue()))
        self.view.set_picture(pixels, natural_size=(look.rows, look.columns))
        self.view.setAccessibleName(self.title.text())
        words = ""
        if annotation is not None:
            words = ", ".join(translated(name) for name in annotation.names)
            self.things.setText(words)
        self.view.setAccessibleDescription(words)
        self.view.set_marks(marks_of(annotation, boxes=self.boxes.isChecked(), masks=self.masks.isChecked()))

    def _measure(self) -> None:
        wanted = round(FACTS * self._appearance.control_height / 28)
        self._facts.setFixedWidth(min(wanted, self.width() // 2))

    def _on_appearance_changed(self) -> None:
        self._measure()
        self._show_look()


def marks_of(annotation: Annotation | None, *, boxes: bool, masks: bool) -> tuple[Mark, ...]:
    """The named boxes; with masks alone a dot in the middle of each thing carries its name."""
    if annotation is None or not (boxes or masks):
        return ()
    made = []
    for name, (row, column, height, width) in zip(annotation.names, annotation.boxes.tolist(), strict=True):
        if not boxes:
            row, column, height, width = row + height / 2, column + width / 2, 0, 0
        words = translated(name)
        made.append(Mark(row=row, column=column, height=height, width=width, role=ROLE, label=words))
    return tuple(made)


def origin_words(data: OpenData, number: int) -> str:
    """Where a picture of the data set comes from: its file, or who made it."""
    identity = data.dataset.identity(number)
    count = f"{int(identity) + 1:,}" if identity.isdecimal() else identity
    match data.spec:
        case GeneratedData():
            return tr("Drawn by the program, number {number}", number=count)
        case BuiltInData():
            return tr("Built in, number {number}", number=count)
        case FileData(path=path):
            return tr("{name}, number {number}", name=shown_name(path), number=count)
    return identity
