"""The user's own library of kernels: keeping one under a name, renaming, deleting, all in place."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QPushButton, QToolButton, QVBoxLayout, QWidget

from engine.errors import UserError
from engine.imaging.kernel_choice import KernelChoice
from engine.imaging.own_kernels import OwnKernels
from gui.icons import icon
from gui.text import sentence, tr
from gui.widgets.card import Card
from gui.widgets.labels import kind, label


class KernelShelf(QWidget):
    """Hidden until it is asked for; then a card with a name to type, or with the list of what is kept.

    When it goes, whoever was typing in it goes on at `home`.

    A kernel that is deleted stays in its row, with a button that brings it back, until the list is closed.

    Signals:
        kept(object): the present kernel was put into the library; the `KernelChoice` bears its name now.
        kept_changed(): the library holds other kernels than before.
        renamed(str, str): the kernel of the first name is kept under the second.
    """

    kept = Signal(object)
    kept_changed = Signal()
    renamed = Signal(str, str)

    def __init__(self, own: OwnKernels, home: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._own = own
        self._home = home
        self._choice = KernelChoice("sobel")
        self._card = Card(tr("My library"))
        self._name = QLineEdit()
        self._name.setPlaceholderText(tr("Name of the kernel"))
        self._name.setAccessibleName(tr("Name under which the kernel is kept"))
        self._name.returnPressed.connect(self._on_keep_asked)
        self._keep = QPushButton(tr("Keep"))
        kind(self._keep, "primary")
        self._keep.clicked.connect(self._on_keep_asked)
        self._naming = QWidget()
        naming = QHBoxLayout(self._naming)
        naming.setContentsMargins(0, 0, 0, 0)
        naming.addWidget(self._name, 1)
        naming.addWidget(self._keep)
        self._rows = QWidget()
        self._list = QVBoxLayout(self._rows)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(2)
        self._message = label(face="refused", wraps=True)
        close = QPushButton(tr("Close"))
        kind(close, "link")
        close.clicked.connect(self._on_closed)
        for each in (self._naming, self._rows, self._message, close):
            self._card.add(each)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.addWidget(self._card)
        self.hide()

    def kernels(self) -> tuple[KernelChoice, ...]:
        """What is kept."""
        return tuple(self._own.kernels())

    def keep(self, kernel: KernelChoice) -> KernelChoice:
        """Put a kernel with a name into the library, as “name (2)” where the name is taken by another one."""
        taken = {each.label: each for each in self.kernels()}
        label, number = kernel.label, 2
        while label in taken and taken[label].own_weights != kernel.own_weights:
            label, number = tr("{name} ({number})", name=kernel.label, number=number), number + 1
        named = KernelChoice.own(kernel.weights(), label)
        self._own.add(named)
        self.kept_changed.emit()
        return named

    def set_choice(self, choice: KernelChoice) -> None:
        """The kernel that would be kept."""
        self._choice = choice

    def ask_for_name(self, suggestion: str) -> None:
        """Let the user name the present kernel."""
        self._open(is_naming=True)
        self._name.setText(self._choice.label or suggestion)
        self._name.selectAll()
        self._name.setFocus()

    def open_list(self) -> None:
        """Show what is kept, to rename or delete it."""
        self._open(is_naming=False)
        self._fill()

    def message(self) -> str:
        """What is said about the last step, if it was refused."""
        return self._message.text()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._on_closed()
        else:
            super().keyPressEvent(event)

    def _open(self, *, is_naming: bool) -> None:
        notice = self._own.notice
        self._message.setText(sentence(notice) if notice is not None else "")
        self._message.setVisible(notice is not None)
        self._naming.setVisible(is_naming)
        self._rows.setVisible(not is_naming)
        self.show()

    def _fill(self) -> None:
        while (item := self._list.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        kernels = self.kernels()
        if not kernels:
            self._list.addWidget(
                label(
                    tr("Nothing is kept yet. “Keep in my library…” puts the present kernel here."),
                    face="caption",
                    wraps=True,
                )
            )
        for kernel in kernels:
            self._list.addWidget(_Row(kernel, self))

    def rename(self, kernel: KernelChoice, name: str) -> None:
        """Give a kept kernel another name."""
        if self._try(lambda: self._own.rename(kernel.label, name)):
            self.renamed.emit(kernel.label, name)
        self._fill()

    def delete(self, kernel: KernelChoice) -> bool:
        """Take a kernel out of the library; true if that was done."""
        return self._try(lambda: self._own.remove(kernel.label))

    def bring_back(self, kernel: KernelChoice) -> bool:
        """Put a deleted kernel back."""
        return self._try(lambda: self._own.add(kernel))

    def _try(self, act: object) -> bool:
        try:
            act()  # type: ignore[operator]
        except UserError as error:
            self._message.setText(sentence(error))
            self._message.show()
            return False
        self._message.hide()
        self.kept_changed.emit()
        return True

    def _on_keep_asked(self) -> None:
        name = self._name.text().strip()
        if not name:
            self._name.setFocus()
            return
        choice = KernelChoice.own(self._choice.weights(), name)
        if self._try(lambda: self._own.add(choice)):
            self._leave()
            self.kept.emit(choice)

    def _on_closed(self) -> None:
        self._leave()

    def _leave(self) -> None:
        # Left to itself, Qt hands the focus on to whatever comes next in the window, the button of some panel.
        focus = QApplication.focusWidget()
        if focus is not None and self.isAncestorOf(focus):
            self._home.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()


class _Row(QWidget):
    """One kept kernel: its name, which can be typed over, and a button that deletes it or brings it back."""

    def __init__(self, kernel: KernelChoice, shelf: KernelShelf) -> None:
        super().__init__()
        self._kernel = kernel
        self._shelf = shelf
        self._is_deleted = False
        self.name = QLineEdit(kernel.label)
        self.name.setAccessibleName(tr("Name of the kept kernel"))
        self.name.editingFinished.connect(self._on_name_edited)
        height, width = kernel.weights().shape
        self._size = label(f"{height} × {width}", face="number_caption")
        self.button = QToolButton()
        kind(self.button, "flat")
        self.button.clicked.connect(self._on_clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.name, 1)
        row.addWidget(self._size)
        row.addWidget(self.button)
        self._draw()

    def _draw(self) -> None:
        text = tr("Bring back") if self._is_deleted else tr("Delete")
        self.button.setIcon(icon("undo" if self._is_deleted else "remove"))
        self.button.setToolTip(text)
        self.button.setAccessibleName(text)
        self.name.setEnabled(not self._is_deleted)

    def _on_clicked(self) -> None:
        done = self._shelf.bring_back(self._kernel) if self._is_deleted else self._shelf.delete(self._kernel)
        if done:
            self._is_deleted = not self._is_deleted
            self._draw()

    def _on_name_edited(self) -> None:
        name = self.name.text().strip()
        if name and name != self._kernel.label and not self._is_deleted:
            self._shelf.rename(self._kernel, name)
