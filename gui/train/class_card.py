"""One class: its name, how many pictures it has, a few of them, and the button that is held to record more."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QColor, QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from engine.network.data.dataset import PARTS
from gui.icons import icon
from gui.text import tr
from gui.theme.appearance import Appearance
from gui.train.part_words import part_words
from gui.widgets.elided_label import ElidedLabel
from gui.widgets.labels import label, restyle
from gui.widgets.thumbnail import to_pixmap

MOST_SHOWN = 8
PALER = (1.0, 0.55, 0.3)
HELD_KEYS = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class HoldButton(QPushButton):
    """Held with the mouse or the keyboard, it goes on; let go, it ends.

    Signals:
        hold_began(): it was pressed.
        hold_ended(): it was let go, lost the keyboard or went out of sight.
    """

    hold_began = Signal()
    hold_ended = Signal()

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(icon("record"), text, parent)
        self._is_held = False
        self.pressed.connect(self._begin)
        self.released.connect(self._end)

    @property
    def is_held(self) -> bool:
        """Whether somebody holds it."""
        return self._is_held

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.isAutoRepeat() and event.key() in HELD_KEYS:
            return
        super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.isAutoRepeat() and event.key() in HELD_KEYS:
            return
        super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QEvent) -> None:
        super().focusOutEvent(event)  # type: ignore[arg-type]
        self.setDown(False)
        self._end()

    def hideEvent(self, event: QEvent) -> None:
        super().hideEvent(event)  # type: ignore[arg-type]
        self._end()

    def _begin(self) -> None:
        if not self._is_held:
            self._is_held = True
            self.hold_began.emit()

    def _end(self) -> None:
        if self._is_held:
            self._is_held = False
            self.hold_ended.emit()


class ClassCard(QFrame):
    """Shows one class and asks for what can be done with it.

    Signals:
        chosen(): the card was clicked: look at this class.
        renamed(str): the user typed another name.
        delete_asked(): the class is to go, with its pictures.
        hold_began(), hold_ended(): the record button.
        burst_asked(): count down, then record a fixed number of pictures.
    """

    chosen = Signal()
    renamed = Signal(str)
    delete_asked = Signal()
    burst_asked = Signal()
    hold_began = Signal()
    hold_ended = Signal()

    def __init__(
        self, appearance: Appearance, *, has_record: bool, key: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._name_text = ""
        self.setProperty("frame", "class_card")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.name = ElidedLabel("", face="title")
        self.count = label(face="number_caption")
        self.strip = _Strip(appearance)
        self.lack = label(face="refused", wraps=True)
        self.lack.hide()
        self.hold = HoldButton(tr("Hold to record"))
        self.hold.setToolTip(
            tr("Pictures of the live source go into this class as long as you hold this, or the key {key}.", key=key)
            if key else tr("Pictures of the live source go into this class as long as you hold this.")
        )  # fmt: skip
        self.burst = QToolButton()
        self.burst.setIcon(icon("clock"))
        self.burst.setToolTip(tr("Count to three, then record 20 pictures; click again to stop"))
        self.burst.setAccessibleName(tr("Record 20 pictures after a countdown"))
        for button in (self.hold, self.burst):
            button.setVisible(has_record)
        self._edit: QLineEdit | None = None
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.name, 1)
        head.addWidget(self.count)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 5, 10, 7)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.strip)
        column.addWidget(self.lack)
        buttons = QHBoxLayout()
        buttons.setSpacing(6)
        buttons.addWidget(self.hold, 1)
        buttons.addWidget(self.burst)
        column.addLayout(buttons)
        self._head = head
        self.rename = QAction(tr("Rename"), self)
        self.rename.triggered.connect(self.begin_rename)
        self.delete = QAction(icon("remove"), tr("Remove this class"), self)
        self.delete.triggered.connect(self.delete_asked)
        self.hold.hold_began.connect(self.hold_began)
        self.hold.hold_ended.connect(self.hold_ended)
        self.burst.clicked.connect(self.burst_asked)

    def show_class(self, name: str, count: int, share: float, *, is_selected: bool) -> None:
        """Its name, its number of pictures and their share of the largest class."""
        self._name_text = name
        self.name.setText(name)
        self.name.set_hint(tr("{name}: double-click to rename", name=name))
        self.count.setText(f"{count:,}")
        self.strip.share = share
        self.hold.setAccessibleName(tr("Hold to record into {name}", name=name))
        self.setAccessibleName(tr("Class {name}, {count} pictures", name=name, count=count))
        if self.property("selected") != is_selected:
            self.setProperty("selected", is_selected)
            restyle(self)
        self.strip.update()

    def show_parts(self, counts: Sequence[int], lack: str) -> None:
        """How many of its pictures are in training, validation and test, and what it lacks; "" where nothing."""
        self.strip.parts = tuple(counts)
        words = " · ".join(
            tr("{part} {count}", part=part_words(part), count=f"{count:,}")
            for part, count in zip(PARTS, counts, strict=True)
        )
        self.setToolTip(words if sum(counts) else "")
        self.setAccessibleDescription(" ".join(filter(None, (words, lack))))
        self.lack.setText(lack)
        self.lack.setVisible(bool(lack))
        self.strip.update()

    def show_recording(self, words: str) -> None:
        """Say how far recording has come; "" while it rests."""
        self.hold.setText(words or tr("Hold to record"))
        self.hold.setProperty("recording", bool(words))
        restyle(self.hold)

    def show_pictures(self, pictures: Sequence[np.ndarray]) -> None:
        """A few of its pictures."""
        self.strip.show_pictures(pictures)

    def begin_rename(self) -> None:
        """Let the user type another name in place."""
        if self._edit is not None:
            return
        self._edit = QLineEdit(self._name_text)
        self._edit.setAccessibleName(tr("Name of the class"))
        self._edit.setMaxLength(80)
        self.name.hide()
        self._head.insertWidget(0, self._edit, 1)
        self._edit.selectAll()
        self._edit.setFocus()
        self._edit.editingFinished.connect(self._end_rename)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.begin_rename()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.addAction(self.rename)
        menu.addAction(self.delete)
        menu.exec(event.globalPos())

    def _end_rename(self) -> None:
        edit, self._edit = self._edit, None
        if edit is None:
            return
        text = edit.text().strip()
        edit.deleteLater()
        self.name.show()
        if text and text != self._name_text:
            self.renamed.emit(text)


class _Strip(QWidget):
    """A row of thumbnails over a bar as long as the class is large."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self.share = 0.0
        self.parts: tuple[int, ...] = ()
        self._pixmaps: list[QPixmap] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_pictures(self, pictures: Sequence[np.ndarray]) -> None:
        side, scale = self._side(), self.devicePixelRatioF()
        self._pixmaps = [to_pixmap(each, QSize(side, side), scale=scale) for each in pictures[:MOST_SHOWN]]
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(160, self._side() + 8)

    def minimumSizeHint(self) -> QSize:
        return QSize(60, self._side() + 8)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = self._side()
        if not self._pixmaps:
            painter.setFont(self._appearance.font("caption"))
            painter.setPen(self._appearance.colour("dim"))
            painter.drawText(QRectF(0, 0, self.width(), side), Qt.AlignmentFlag.AlignVCenter, tr("No pictures yet"))
        for at, pixmap in enumerate(self._pixmaps):
            x = at * (side + 3)
            if x + side > self.width():
                break
            painter.drawPixmap(x, 0, pixmap)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._appearance.theme.line))
        painter.drawRoundedRect(QRectF(0, side + 5, self.width(), 3), 1.5, 1.5)
        # As long as the class is large; what is kept aside is paler.
        width = max(3.0, self.width() * self.share) if self.share else 0.0
        parts = self.parts if sum(self.parts) else (1,)
        left = 0.0
        for count, opacity in zip(parts, PALER, strict=False):
            length = width * count / sum(parts)
            painter.setBrush(self._appearance.colour("accent", opacity=opacity))
            painter.drawRoundedRect(QRectF(left, side + 5, max(0.0, length - 1), 3), 1.5, 1.5)
            left += length

    def _side(self) -> int:
        return self._appearance.control_height + 4
