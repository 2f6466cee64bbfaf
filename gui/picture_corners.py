"""Small controls in the corners of the two pictures: what stands left, and which map of several is shown."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QSignalBlocker
from PySide6.QtWidgets import QComboBox, QToolButton, QWidget

from gui.session import SOURCE, Look, Output, Session
from gui.text import tr

MARGIN = 8


class PictureCorners(QObject):
    """Keeps both controls in the top right corners, and shows them only where there is something to choose."""

    def __init__(self, session: Session, left: QWidget, right: QWidget) -> None:
        super().__init__(left)
        self._session = session
        self._left_choice = QToolButton(left)
        self._left_choice.setCheckable(True)
        self._left_choice.setText(tr("Its input"))
        self._left_choice.setAccessibleName(tr("Show the stage's own input"))
        self._left_choice.setToolTip(tr("Left: what the selected stage gets to work on, instead of the source"))
        self._left_choice.toggled.connect(self._on_left_chosen)
        self._maps = QComboBox(right)
        # "All channels" is longer than "All maps", and either may be the first to be shown.
        self._maps.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._maps.setAccessibleName(tr("Map"))
        self._maps.setToolTip(tr("Which of the result's maps is shown"))
        self._maps.currentIndexChanged.connect(self._on_map_chosen)
        for view, control in ((left, self._left_choice), (right, self._maps)):
            control.hide()
            view.installEventFilter(self)
        self._pairs = ((left, self._left_choice), (right, self._maps))
        session.look_changed.connect(self._on_look_changed)

    def show_output(self, output: Output) -> None:
        """Offer what this output has."""
        self._left_choice.setVisible(output.selected > 0)
        image = output.right_image
        count = image.shape[2] if image is not None and image.ndim == 3 else 1
        if self._maps.count() != (count + 1 if count > 1 else 0):
            with QSignalBlocker(self._maps):
                self._maps.clear()
                if count > 1:
                    is_colour = count == 3 and output.selected != SOURCE
                    self._maps.addItem(tr("All maps") if not is_colour else tr("All channels"), -1)
                for index in range(count if count > 1 else 0):
                    self._maps.addItem(tr("Map {number} of {count}", number=index + 1, count=count), index)
        with QSignalBlocker(self._maps):
            self._maps.setCurrentIndex(min(self._session.look.channel, count - 1) + 1 if count > 1 else -1)
        self._maps.setVisible(count > 1)
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def _place(self) -> None:
        for view, control in self._pairs:
            if control.isVisibleTo(view):
                size = control.sizeHint()
                control.setGeometry(view.width() - size.width() - MARGIN, MARGIN, size.width(), size.height())

    def _on_look_changed(self, look: Look) -> None:
        self._left_choice.setChecked(look.left == "input")

    def _on_left_chosen(self, is_input: bool) -> None:
        self._session.set_look(replace(self._session.look, left="input" if is_input else "source"))

    def _on_map_chosen(self, index: int) -> None:
        if index >= 0:
            self._session.set_look(replace(self._session.look, channel=self._maps.itemData(index)))
