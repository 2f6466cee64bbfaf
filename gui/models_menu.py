"""The menu of networks that can be opened: the gallery, in small and published sizes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from engine.errors import UserError
from engine.network.built import BuiltModel
from engine.network.catalogue import BLOCKS, NETWORKS, SMALL, Card, card_of
from engine.network.requests import BackboneModel, FileModel, GalleryModel, ModelSpec
from gui.icons import icon
from gui.models_on_disk import file_words
from gui.text import tr, translated


class ModelsMenu(QMenu):
    """Each entry says in a line what the network showed; `wish` is called with the one that was chosen."""

    def __init__(self, wish: Callable[[ModelSpec], None], of_files: QAction, parent: QWidget | None = None) -> None:
        super().__init__(tr("Choose a network"), parent)
        self._wish = wish
        self.setToolTipsVisible(True)
        for card in NETWORKS:
            self._add(self, card)
        self.addSeparator()
        blocks = self.addMenu(icon("network"), tr("Blocks to compare"))
        blocks.setToolTipsVisible(True)
        for card in BLOCKS:
            self._add(blocks, card)
        self.addSeparator()
        self.backbone = self.addAction(icon("freeze"), backbone_words())
        self.backbone.setToolTip(backbone_help())
        self.backbone.triggered.connect(lambda: self._wish(BackboneModel()))
        self.addAction(of_files)

    def _add(self, menu: QMenu, card: Card) -> None:
        title = translated(card.title) + (f"  ·  {card.year}" if card.year else "")
        if card.small is None:
            self._choice(menu, title, card.id, card)
            return
        sizes = menu.addMenu(title)
        sizes.setToolTipsVisible(True)
        sizes.menuAction().setToolTip(translated(card.showed))
        self._choice(sizes, tr("Small, for live pictures: {size}", size=card.small_size), card.id + SMALL, card)
        self._choice(sizes, tr("As published: {size}", size=card.input_size), card.id, card)

    def _choice(self, menu: QMenu, text: str, identifier: str, card: Card) -> None:
        action = menu.addAction(text)
        lines = [translated(card.showed), translated(card.differs) if card.differs else ""]
        action.setToolTip("\n".join(line for line in lines if line))
        action.triggered.connect(lambda: self._wish(GalleryModel(identifier)))


def backbone_words() -> str:
    """What to call the network that comes with the program."""
    return tr("The bundled backbone")


def backbone_help() -> str:
    """What it is good for."""
    return tr("Trained on drawn shapes, textures and digits: what it sees helps where there are few pictures.")


def model_words(spec: ModelSpec | None) -> str:
    """What to call a network on its button."""
    if isinstance(spec, BackboneModel):
        return backbone_words()
    if isinstance(spec, FileModel):
        return file_words(Path(spec.path))
    if isinstance(spec, BuiltModel):
        return spec.architecture.name
    if spec is None:
        return tr("Choose a network")
    try:
        card, is_small = card_of(spec.identifier)
    except UserError:
        return spec.identifier
    return tr("{name} (small)", name=translated(card.title)) if is_small else translated(card.title)
