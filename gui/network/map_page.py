"""What does the selected map look for? A picture that forms to excite it, and the pieces of a folder's pictures."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from engine.network.requests import Patch
from gui.background import Background
from gui.network.opening_state import show_share
from gui.network.patch_strip import PatchStrip
from gui.network.session import MapSpot, NetworkSession, Progress
from gui.network.why import MapQuestion, PatchQuestion, Why
from gui.network.why_parts import bar, button, column, row, say
from gui.network.why_words import under_way_words
from gui.text import tr
from gui.theme.appearance import Appearance
from gui.widgets.flow import scrolling
from gui.widgets.labels import label
from gui.widgets.numbers import format_number
from gui.widgets.picture_view import PictureView

COLUMN, PICTURE = 236, 180


class MapPage(QWidget):
    """Asks `why` about the map of the value that was chosen last, or the first map of the selected layer.

    Signals:
        folder_wanted(): the user wants to choose a folder to search; answer with `search`.
        patch_chosen(object, object): show this `Patch` where it was found, with the value at this `MapSpot`.
    """

    folder_wanted = Signal()
    patch_chosen = Signal(object, object)

    def __init__(
        self,
        session: NetworkSession,
        why: Why,
        files: Background,
        appearance: Appearance,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._why, self._appearance = session, why, appearance
        self._folder: Path | None = None
        self.map_name = label(face="number_caption", wraps=True)
        self.form_button, self.cancel_form = button(tr("Let a picture form")), button(tr("Cancel"))
        self.form_button.setToolTip(
            tr("Starts from gray noise and changes it, step by step, so that this map answers more and more strongly.")
        )
        self.form_bar, self.form_note = bar(), label(face="caption", wraps=True)
        self.form_view = PictureView(appearance)
        self.form_view.setAccessibleName(tr("The picture that excites the map"))
        self.again_button, self.search_button = button(""), button(tr("Search a folder…"))
        self.search_button.setToolTip(
            tr("Choose a folder; the pieces of its pictures that excite this map most are shown.")
        )
        self.cancel_search, self.search_bar = button(tr("Cancel")), bar()
        self.search_note = label(face="caption", wraps=True)
        self.strip = PatchStrip(files, appearance)
        self._again = row(self.again_button)
        self._columns = (
            column(
                label(tr("What does this map look for?"), face="title", wraps=True), self.map_name,
                row(self.form_button, self.cancel_form), self.form_bar, self.form_note,
            ),
            column(
                label(tr("What in your pictures excites it?"), face="title", wraps=True),
                row(self.search_button, self.cancel_search), self._again, self.search_bar, self.search_note,
            ),
        )  # fmt: skip
        found = scrolling(self.strip)
        found.setAccessibleName(tr("The pieces that excite the map most"))
        found.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(12)
        for each in (self._columns[0], self.form_view, self._columns[1]):
            layout.addWidget(each)
        layout.addWidget(found, 1)
        self._connect()
        self._measure()
        self.refresh()

    def _connect(self) -> None:
        self.form_button.clicked.connect(self._on_form)
        self.search_button.clicked.connect(self.folder_wanted)
        self.again_button.clicked.connect(lambda: self.search(self._folder) if self._folder is not None else None)
        for each in (self.cancel_form, self.cancel_search):
            each.clicked.connect(self._why.cancel)
        self.strip.chosen.connect(self._on_patch_chosen)
        self._why.changed.connect(self.refresh)
        self._session.layer_changed.connect(lambda _path: self._show_map())
        self._session.spot_changed.connect(lambda _spot: self._show_map())
        self._session.network_changed.connect(lambda _network: self._show_map())
        self._appearance.changed.connect(self._measure)

    def set_open_folder(self, folder: Path | None) -> None:
        """Offer the folder whose pictures are looked through; without one the last that was searched stays."""
        self._folder = folder or self._folder
        self._show_map()

    def search(self, folder: Path) -> None:
        """Search the pictures of a folder."""
        asked = self._asked()
        if asked is not None:
            self._folder = folder
            self._why.search(PatchQuestion(str(folder), asked.layer, asked.channel))
            self._show_map()

    def refresh(self) -> None:
        """Show what is under way and what came of it."""
        self._show_map()
        question = self._why.question
        progress = Progress(tr("Under way"), self._why.share)
        for a_bar, cancel, is_on in (
            (self.form_bar, self.cancel_form, isinstance(question, MapQuestion)),
            (self.search_bar, self.cancel_search, isinstance(question, PatchQuestion)),
        ):
            cancel.setVisible(is_on)
            a_bar.setVisible(is_on)
            show_share(a_bar, progress if is_on else Progress("", 0.0))
        self._show_formed()
        self._show_patches()

    def _asked(self) -> MapQuestion | None:
        network, spot, layer = self._session.network, self._session.spot, self._session.layer
        if network is None or not layer:
            return None
        return MapQuestion(layer, spot.channel if spot is not None and spot.layer == layer else 0)

    def _on_form(self) -> None:
        asked = self._asked()
        if asked is not None:
            self._why.imagine(asked)

    def _on_patch_chosen(self, patch: Patch) -> None:
        found = self._why.patches
        if found is not None:
            spot = MapSpot(found.question.layer, found.question.channel, patch.row, patch.column)
            self.patch_chosen.emit(patch, spot)

    def _show_map(self) -> None:
        asked, folder = self._asked(), self._folder
        for each in (self.form_button, self.search_button, self.again_button):
            each.setEnabled(asked is not None)
        self._again.setVisible(folder is not None)
        if folder is not None:
            self.again_button.setText(tr("Search “{name}”", name=folder.name[:24]))
            self.again_button.setToolTip(tr("Search the pictures in {folder}.", folder=folder))
        if asked is None:
            self.map_name.setText(tr("Select a layer first."))
            return
        self.map_name.setText(tr("{layer} · map {channel}", layer=asked.layer, channel=asked.channel))
        self.map_name.setToolTip(tr("The map of the value that you chose last, or the first one of the layer."))

    def _show_formed(self) -> None:
        found = self._why.imagined
        self.form_view.set_picture(None if found is None else found.pixels)
        self.form_view.set_message(tr("No picture yet") if found is None else "")
        if self._why.imagined_note or found is None:
            hint = tr("A picture forms that makes the map answer as strongly as it can.")
            words = self._why.imagined_note or self._waiting(MapQuestion) or hint
        else:
            words = tr("{layer} · map {channel}: step {step} of {steps}, mean of the map {value}",
                       layer=found.question.layer, channel=found.question.channel, step=found.step,
                       steps=found.steps, value=format_number(found.value, 6))  # fmt: skip
        say(self.form_note, words)

    def _show_patches(self) -> None:
        found, note = self._why.patches, self._why.patches_note
        self.strip.show_patches(found)
        if found is None:
            words = note or tr("The pieces come as they are found, the strongest first; a click leads to each.")
        else:
            asked = tr("{layer} · map {channel}", layer=found.question.layer, channel=found.question.channel)
            words = f"{asked}. " + (note or self._waiting(PatchQuestion))
        say(self.search_note, words)

    def _waiting(self, kind: type) -> str:
        is_on = isinstance(self._why.question, kind)
        return under_way_words(self._why.share, self._why.seconds_left) if is_on else ""

    def _measure(self) -> None:
        scale = self._appearance.control_height / 28
        for each in self._columns:
            each.setFixedWidth(round(COLUMN * scale))
        self.form_view.setFixedWidth(round(PICTURE * scale))
        # As high as the panel is: by its own wish it would make the page scroll.
        self.form_view.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Ignored)
        self.form_view.setMinimumHeight(round(120 * scale))
