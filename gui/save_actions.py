"""Saving what is seen: the current picture, the result, a clip."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from engine.commands.apply import Written, save_result, whole_result
from engine.sources.saving import PICTURE_SUFFIXES, save_picture
from gui.actions import Actions
from gui.asking import Asking
from gui.parts import Parts
from gui.session import SOURCE, Output
from gui.text import tr, translated
from gui.widgets.thumbnail import to_qimage

TOPIC = "saved"


class SaveActions(QObject):
    """Joins the saving actions to the session's output. A large picture is saved with every pixel."""

    def __init__(self, parts: Parts, actions: Actions, asking: Asking, parent: QWidget) -> None:
        super().__init__(parent)
        self._parts, self._actions, self._asking = parts, actions, asking
        actions["save_picture"].triggered.connect(lambda: self._on_save_picture())
        actions["save_result"].triggered.connect(lambda: self._on_save_result())
        actions["copy_result"].triggered.connect(lambda: self._on_copy())
        parts.session.output_changed.connect(self._refresh)
        self._refresh(parts.session.output)

    def _on_save_picture(self) -> None:
        frame = self._parts.live.frame
        if frame is None:
            return
        path = self._asking.save_file(tr("Save current picture"), tr("picture") + ".png", _kinds())
        if path is not None:
            image = frame.image
            self._save(lambda: save_picture(path, image), path)

    def _on_save_result(self) -> None:
        made = self._parts.live.made
        if made is None:
            return
        kinds = _kinds() + ";;" + tr("Exact numbers for NumPy") + " (*.npy)"
        path = self._asking.save_file(tr("Save result"), tr("result") + ".png", kinds)
        if path is None:
            return
        recipe, index, image = made.wish.recipe, made.output.selected, made.base.whole.image
        is_dark = made.wish.is_dark
        known = made.output.image_after(index) if made.base.factor == 1 else None

        def save() -> Written:
            result = whole_result(recipe, index, image) if known is None else known
            return save_result(path, result, source_type=image.dtype, is_dark=is_dark)

        self._save(save, path)

    def _save(self, work: Callable[[], Written | None], path: Path) -> None:
        def tell(written: Written | None) -> None:
            said = tr("Saved as “{name}”.", name=path.name)
            if written is not None:
                said += " " + translated(written.template, **written.values)
            self._parts.notifier.tell(said, topic=TOPIC)

        self._parts.background.run(work, tell)

    def _on_copy(self) -> None:
        output = self._parts.session.output
        picture = None if output is None else output.left if output.selected == SOURCE else output.right
        if picture is not None:
            QGuiApplication.clipboard().setImage(to_qimage(np.ascontiguousarray(picture.pixels)).copy())
            self._parts.notifier.tell(tr("The result is in the clipboard as it is drawn."), topic=TOPIC)

    def _refresh(self, output: Output | None) -> None:
        has_result = output is not None and output.image_after(output.selected) is not None
        self._actions["save_picture"].setEnabled(output is not None)
        self._actions["save_result"].setEnabled(has_result)
        self._actions["copy_result"].setEnabled(has_result)


def _kinds() -> str:
    return tr("Pictures") + " (" + " ".join(f"*{suffix}" for suffix in PICTURE_SUFFIXES) + ")"
