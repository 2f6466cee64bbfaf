"""The picture with all but the part dimmed that one value looks at."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from gui.network.seen_picture import drawable
from gui.network.session import Drilled, MapsShown, NetworkSession
from gui.text import tr
from gui.theme.appearance import Appearance
from gui.widgets.labels import label
from gui.widgets.picture_view import Mark, PictureView

WIDTH = 190


class FieldPicture(QWidget):
    """Says under the picture how large the field is, in pixels of the network's own picture."""

    def __init__(self, session: NetworkSession, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._appearance = session, appearance
        self.view = PictureView(appearance)
        self.view.setAccessibleName(tr("What this value sees"))
        self.view.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.caption = label(face="caption", wraps=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 8, 4, 6)
        layout.setSpacing(4)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.caption)
        session.maps_changed.connect(self._on_maps_changed)
        session.drilled_changed.connect(self._on_drilled_changed)
        appearance.changed.connect(self._measure)
        self._measure()
        self._on_maps_changed(session.maps)
        self._on_drilled_changed(session.drilled)

    def _on_maps_changed(self, shown: MapsShown | None) -> None:
        self.view.set_picture(None if shown is None else drawable(shown.frame))

    def _on_drilled_changed(self, drilled: Drilled | None) -> None:
        box = None if drilled is None else drilled.box
        if box is not None and not (box[2] > 0 and box[3] > 0):
            box = None
        self.view.set_dimmed(box)
        if box is None:
            self.view.set_marks(())
            self.caption.setText("" if drilled is None else tr("It looks at no part of the picture."))
            return
        row, column, height, width = box
        self.view.set_marks((Mark(row=row, column=column, height=height, width=width, role="input"),))
        shown = self._session.maps
        if shown is None:
            self.caption.clear()
            return
        placement = shown.answer.placement
        rows, columns = round(height / placement.row_step), round(width / placement.column_step)
        self.caption.setText(tr("what it sees: {rows} × {columns} pixels", rows=rows, columns=columns))
        self.caption.setToolTip(tr("Counted in the picture that the network is given, without the padded rim."))

    def _measure(self) -> None:
        self.setFixedWidth(WIDTH * self._appearance.control_height // 28)
