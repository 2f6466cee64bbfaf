"""Joins the notifier to the bar in which its notices are said."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt

from gui.notify import Notice, Notifier
from gui.theme.appearance import Appearance
from gui.widgets.message_bar import Message, MessageBar

INFO_SECONDS = 6.0


class Messages(QObject):
    """Plain news without a button leave by themselves; what went wrong stays until it is dismissed or over."""

    def __init__(self, notifier: Notifier, appearance: Appearance) -> None:
        super().__init__(notifier)
        self.bar = MessageBar(appearance)
        # Notices come from any thread.
        notifier.posted.connect(self._on_posted, Qt.ConnectionType.AutoConnection)
        notifier.withdrawn.connect(self.bar.withdraw)

    def _on_posted(self, notice: Notice) -> None:
        self.bar.show_message(
            Message(
                text=notice.text,
                level=notice.level,
                details=notice.details,
                actions=tuple((offer.text, offer.act) for offer in notice.offers[:2]),
                key=notice.topic,
                seconds=INFO_SECONDS if notice.level == "info" and not notice.offers else 0.0,
            )
        )
