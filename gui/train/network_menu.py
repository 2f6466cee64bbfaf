"""The networks that can be trained: the bundled one, small ones of the gallery, the one that is open, or a file."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from engine.network.catalogue import card_of
from engine.network.requests import BackboneModel, GalleryModel, ModelSpec
from gui.icons import icon
from gui.models_menu import backbone_help, backbone_words, model_words
from gui.text import tr, translated

OFFERED = ("cnn-example", "lenet-5", "mobilenet-v2-small", "resnet-18-small", "vgg-16-small")


class TrainNetworks(QMenu):
    """Offers networks.

    Signals:
        chosen(object): a `ModelSpec`.
        open_wanted(): the network of the Network workspace.
        file_wanted(): ask which file.
    """

    chosen = Signal(object)
    open_wanted = Signal()
    file_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Choose the network"), parent)
        self.setToolTipsVisible(True)
        self.backbone = self.addAction(icon("freeze"), backbone_words())
        self.backbone.setToolTip(backbone_help())
        self.backbone.triggered.connect(lambda: self.chosen.emit(BackboneModel()))
        self.addSeparator()
        for identifier in OFFERED:
            card, is_small = card_of(identifier)
            title = translated(card.title)
            action = self.addAction(tr("{name} (small)", name=title) if is_small else title)
            action.setToolTip(translated(card.showed))
            spec = GalleryModel(identifier)
            action.triggered.connect(lambda _checked=False, spec=spec: self.chosen.emit(spec))
        self.addSeparator()
        self.open = self.addAction(icon("network"), "")
        self.open.setToolTip(tr("Whatever is open there, with its weights"))
        self.open.triggered.connect(self.open_wanted)
        self.set_open(None)
        file = self.addAction(icon("open"), tr("Network from a file…"))
        file.setToolTip(tr("A .keras, .h5 or TensorFlow.js file, a Teachable Machine export for example"))
        file.triggered.connect(self.file_wanted)

    def set_open(self, spec: ModelSpec | None) -> None:
        """Say which network is open in the Network workspace, if there is one."""
        self.open.setEnabled(spec is not None)
        self.open.setText(
            tr("As in the Network workspace: {name}", name=model_words(spec)) if spec is not None
            else tr("As in the Network workspace: nothing is open there")
        )  # fmt: skip
