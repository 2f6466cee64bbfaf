"""Recording what the result shows as a clip: one click starts, another ends."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from engine.errors import UserError
from engine.sources.clip import ClipReport, ClipWriter
from gui.actions import Actions
from gui.asking import Asking
from gui.notify import Offer
from gui.parts import Parts
from gui.session import SOURCE, Output
from gui.text import sentence, tr

TOPIC = "recording"


class Recording(QObject):
    """Feeds every new picture of the right view (of the source, while that is selected) to the writer's thread."""

    def __init__(self, parts: Parts, actions: Actions, asking: Asking, parent: QWidget) -> None:
        super().__init__(parent)
        self._parts, self._action, self._asking = parts, actions["record"], asking
        self._clip: ClipWriter | None = None
        self._last: object = None
        self._action.toggled.connect(self._on_toggled)
        parts.session.output_changed.connect(self._on_output_changed)

    def close(self) -> None:
        """End a recording that runs; its clip is kept."""
        self._action.setChecked(False)

    def _on_toggled(self, is_on: bool) -> None:
        if is_on and self._clip is None:
            self._start()
        elif not is_on and self._clip is not None:
            self._end()

    def _start(self) -> None:
        path = self._asking.save_file(tr("Record clip"), tr("clip") + ".mp4", tr("Clips") + " (*.mp4 *.avi)")
        clip = None if path is None else ClipWriter(path)
        try:
            if clip is not None:
                clip.start()
                self._clip = clip
        except UserError as error:
            self._parts.notifier.error(error, topic=TOPIC)
        if self._clip is None:
            self._action.setChecked(False)
            return
        self._action.setText(tr("Stop recording"))
        stop = Offer(tr("Stop recording"), lambda: self._action.setChecked(False))
        said = tr("Recording to “{name}” …", name=self._clip.path.name)
        self._parts.notifier.tell(said, topic=TOPIC, offers=(stop,))
        self._on_output_changed(self._parts.session.output)

    def _end(self) -> None:
        clip, self._clip, self._last = self._clip, None, None
        self._action.setText(tr("Record clip"))
        if clip is not None:
            name = clip.path.name
            self._parts.background.run(clip.close, lambda report: self._tell(name, report))

    def _tell(self, name: str, report: ClipReport) -> None:
        if report.frames == 1:
            said = tr("The clip “{name}” has a single frame, as nothing changed in the picture.", name=name)
        else:
            said = tr("The clip “{name}” has {count} frames.", name=name, count=report.frames)
        if report.dropped:
            said += " " + tr("{count} came too fast to be recorded.", count=report.dropped)
        if report.sentence is not None:
            said += " " + sentence(report.sentence)
        self._parts.notifier.tell(said, topic=TOPIC)

    def _on_output_changed(self, output: Output | None) -> None:
        if self._clip is None or output is None:
            return
        if self._clip.sentence is not None:
            self._action.setChecked(False)
            return
        picture = output.left if output.selected == SOURCE else output.right
        if picture is not None and picture is not self._last:
            self._last = picture
            self._clip.append(picture.pixels)
