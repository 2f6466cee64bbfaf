"""What linked picture views share: one viewpoint and one cursor."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from gui.widgets.picture_geometry import Viewpoint


class PictureLink(QObject):
    """Holds the viewpoint and the cursor of one view, or of several that move together.

    Signals:
        viewpoint_changed(): look at `viewpoint` again.
        cursor_changed(): look at `cursor` again.
    """

    viewpoint_changed = Signal()
    cursor_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.viewpoint = Viewpoint()
        self.cursor: tuple[float, float] | None = None
        self.cursor_owner: QObject | None = None

    def look_at(self, viewpoint: Viewpoint) -> None:
        """Move every linked view."""
        if viewpoint != self.viewpoint:
            self.viewpoint = viewpoint
            self.viewpoint_changed.emit()

    def point_at(self, cursor: tuple[float, float] | None, owner: QObject) -> None:
        """Show the mouse of `owner` (shares of height and width) in the other views."""
        if cursor != self.cursor:
            self.cursor, self.cursor_owner = cursor, owner
            self.cursor_changed.emit()
