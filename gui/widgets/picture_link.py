"""What linked picture views share: one viewpoint."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from gui.widgets.picture_geometry import Viewpoint


class PictureLink(QObject):
    """Holds the viewpoint of one view, or of several that move together.

    Signals:
        viewpoint_changed(): look at `viewpoint` again.
    """

    viewpoint_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.viewpoint = Viewpoint()

    def look_at(self, viewpoint: Viewpoint) -> None:
        """Move every linked view."""
        if viewpoint != self.viewpoint:
            self.viewpoint = viewpoint
            self.viewpoint_changed.emit()
