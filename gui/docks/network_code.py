"""Show me the code: the Keras script that builds the network."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDockWidget, QWidget

from engine.errors import UserError
from engine.network.architecture import Architecture
from engine.network.script.writing import write_script
from gui.aside import Aside
from gui.background import Background
from gui.network.session import NetworkSession, OpenNetwork
from gui.text import sentence, tr
from gui.theme.appearance import Appearance
from gui.widgets.code_page import CodePage
from gui.widgets.dock_title import DockTitle


class NetworkCodeDock(QDockWidget):
    """The layers of the open network as a script of their own, to copy or save; written while it can be seen.

    Signals:
        save_wanted(str, object): this text is to be written to this `Path`.
    """

    save_wanted = Signal(str, object)

    def __init__(
        self, session: NetworkSession, appearance: Appearance, background: Background, parent: QWidget | None = None
    ) -> None:
        super().__init__(tr("Code"), parent)
        self.setObjectName("network_code")
        self._session = session
        self._shown: Architecture | None = None
        self._is_in_front = False
        self._aside = Aside(background, parent=self)
        self._aside.answered.connect(self._on_written)
        self._aside.failed.connect(self._on_failed)
        self.page = CodePage(appearance, tr("Python code of the network"))
        self.view = self.page.view
        self.view.save_wanted.connect(self._on_save_wanted)
        self.setWidget(self.page)
        title = DockTitle(self)
        title.add(self.view.bar(tr("Run by itself, it builds these layers; saved as .keras beside it, with weights.")))
        self.setTitleBarWidget(title)
        session.network_changed.connect(lambda _network: self._refresh())
        self.visibilityChanged.connect(self._on_visibility_changed)
        self._show_nothing()

    def _on_visibility_changed(self, is_visible: bool) -> None:
        self._is_in_front = is_visible
        self._refresh()

    def _refresh(self) -> None:
        network = self._session.network
        architecture = network.architecture if network is not None else None
        if architecture is None:
            self._show_nothing()
        elif self._is_in_front and architecture is not self._shown:
            self.view.file_name = f"{file_stem(network)}.py"
            self._aside.ask(lambda: (architecture, write_script(architecture)))

    def _on_written(self, answer: tuple[Architecture, str]) -> None:
        self._shown, text = answer
        network = self._session.network
        if network is not None and network.architecture is self._shown:
            self.page.show_code(text, first_line="def ")

    def _on_failed(self, error: BaseException) -> None:
        if not isinstance(error, UserError):
            raise error
        self.page.say(tr("This network cannot be written as code"), sentence(error))

    def _on_save_wanted(self, path: Path) -> None:
        self.save_wanted.emit(self.view.toPlainText(), path)

    def _show_nothing(self) -> None:
        self._shown = None
        self._aside.forget()
        if self._session.network is None:
            self.page.say(tr("No code yet"), tr("Open a network; the Keras script that builds it stands here."))
        else:
            self.page.say(tr("No code for this network"), tr("Its layers are not known in detail. Save it as .keras."))


def file_stem(network: OpenNetwork | None) -> str:
    """What to call files that come from a network."""
    name = Path(network.opened.name).stem if network is not None else ""
    return "".join(sign if sign.isalnum() or sign in "-_. " else "_" for sign in name).strip(". ") or "network"
