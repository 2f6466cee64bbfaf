"""Everything that can be learnt from: what is built in, what is drawn by the program, files, and one's own pictures."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from engine.network.data.specs import BuiltInData, DataSpec, FileData, FolderData, GeneratedData, RecordedData
from engine.parameters import Choice, parameters_of
from gui.icons import icon
from gui.text import tr, translated

MOST_EARLIER = 30


class DataMenu(QMenu):
    """Offers data sets.

    Signals:
        chosen(object): a `DataSpec` that needs no question.
        folder_wanted(), file_wanted(): ask which, then open it.
        recording_wanted(): begin a data set of one's own.
    """

    chosen = Signal(object)
    folder_wanted = Signal()
    file_wanted = Signal()
    recording_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Choose the data"), parent)
        self.setToolTipsVisible(True)
        record = self.addAction(icon("webcam"), tr("Record my own pictures"))
        record.setToolTip(tr("A class for each thing to tell apart; hold a button to record pictures of it."))
        record.triggered.connect(self.recording_wanted)
        self._earlier = self.addMenu(icon("clock"), tr("Recorded earlier"))
        self._earlier.setToolTipsVisible(True)
        self.set_recordings(())
        self.addSeparator()
        for declaring, field, icon_name, title, hint in (
            (BuiltInData, "name", "picture", tr("Built-in pictures"), tr("Real pictures that come with the program.")),
            (GeneratedData, "kind", "sample", tr("Drawn by the program"), tr("As many as you like, from a seed.")),
        ):
            declaration = parameters_of(declaring)[field]
            assert isinstance(declaration, Choice)
            menu = self.addMenu(icon(icon_name), title)
            menu.menuAction().setToolTip(hint)
            menu.setToolTipsVisible(True)
            for option in declaration.options:
                values: dict[str, Any] = {field: option.value}
                spec = declaring(**values)
                action = menu.addAction(translated(option.title))
                action.setToolTip(translated(option.help))
                action.triggered.connect(lambda _checked=False, spec=spec: self.chosen.emit(spec))
        self.addSeparator()
        folder = self.addAction(icon("folder"), tr("Folder of classes…"))
        folder.setToolTip(tr("A folder with a folder of pictures for each class."))
        folder.triggered.connect(self.folder_wanted)
        file = self.addAction(icon("open"), tr("Data file…"))
        file.setToolTip(tr("IDX as MNIST comes in, CIFAR binary, or NumPy's NPZ."))
        file.triggered.connect(self.file_wanted)

    def set_recordings(self, folders: Sequence[Path]) -> None:
        """Offer the data sets that were recorded before."""
        self._earlier.clear()
        self._earlier.menuAction().setEnabled(bool(folders))
        self._earlier.menuAction().setToolTip(
            tr("What was recorded here before, the newest first.") if folders else tr("Nothing was recorded here yet.")
        )  # fmt: skip
        for folder in folders[:MOST_EARLIER]:
            action = self._earlier.addAction(folder.name)
            spec = RecordedData(folder=folder)
            action.triggered.connect(lambda _checked=False, spec=spec: self.chosen.emit(spec))


def data_words(spec: DataSpec | None) -> tuple[str, str]:
    """What to call a data set on its button, and its icon."""
    match spec:
        case BuiltInData(name=name):
            return _option(BuiltInData, "name", name), "picture"
        case GeneratedData(kind=kind):
            return _option(GeneratedData, "kind", kind), "sample"
        case FolderData(path=path):
            return path.name or str(path), "folder"
        case FileData(path=path):
            return path.name or str(path), "open"
        case RecordedData():
            return tr("My own pictures"), "webcam"
    return tr("Choose the data"), "picture"


def _option(declaring: type, field: str, value: str) -> str:
    declaration = parameters_of(declaring)[field]
    assert isinstance(declaration, Choice)
    return translated(declaration.option(value).title)
