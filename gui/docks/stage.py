"""The stage dock: settings and figures of what is selected."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDockWidget, QToolButton, QVBoxLayout, QWidget

from engine.errors import UserError
from engine.imaging.closeness import closeness, noise_at
from engine.imaging.kernel_choice import KernelChoice
from engine.imaging.own_kernels import OwnKernels
from engine.imaging.running import StageResult
from engine.imaging.stages.convolution import Convolution
from engine.imaging.stages.filters import Filter
from engine.imaging.stages.stage import Stage
from engine.imaging.stages.transposed import Transposed
from engine.parameters import parameters_of
from gui.aside import Aside
from gui.background import Background
from gui.docks.settings.about_kernel import AboutFilter, FlipPicture
from gui.docks.settings.figures_panel import FiguresPanel
from gui.docks.settings.filters_panel import FiltersPanel
from gui.docks.settings.kernel_panel import KernelPanel
from gui.docks.settings.label_column import align_labels
from gui.docks.settings.merging import Merging, merge_name
from gui.docks.settings.source_panel import SourcePanel
from gui.icons import icon
from gui.models.recipe import results_of
from gui.models.recipe_edits import add_stage, rename_kernel, toggle_stage
from gui.models.wording import stage_title
from gui.session import SOURCE, Output, Session
from gui.text import sentence, tr, translated
from gui.theme.appearance import Appearance
from gui.widgets.dock_title import DockTitle
from gui.widgets.flow import ScrollPanel
from gui.widgets.labels import kind, label, separator
from gui.widgets.parameter_form import ParameterForm
from gui.widgets.tab_order import put_in_order, stops_in


class StageDock(QDockWidget):
    """A form drawn from the stage's declarations, with the kernel or the filters above and the figures below it."""

    def __init__(
        self,
        session: Session,
        appearance: Appearance,
        parent: QWidget | None = None,
        *,
        own_kernels: OwnKernels,
        background: Background,
    ) -> None:
        super().__init__(tr("Settings"), parent)
        self.setObjectName("stage")
        self._session = session
        self._merging = Merging()
        self._shown_facts: object = None
        self._stops: tuple[QWidget, ...] = ()
        self._add_kernel = QAction(icon("kernel"), tr("Add a kernel"), self)
        self._add_kernel.setToolTip(tr("Find the edges with a Sobel kernel. Anything can be changed afterwards."))
        self._add_kernel.triggered.connect(lambda: add_stage(session, Convolution()))
        self.source = SourcePanel(self._add_kernel)
        self.kernel = KernelPanel(appearance, own_kernels)
        self.kernel.changed.connect(self._on_kernel_changed)
        self.kernel.shelf.renamed.connect(lambda label, new: rename_kernel(session, label, new))
        self.filters = FiltersPanel(appearance)
        self.filters.changed.connect(self._on_filters_changed)
        self._forms: dict[type[Stage], ParameterForm] = {}
        self._form_place = QVBoxLayout()
        self.form = self._form_of(Convolution)
        self.about = AboutFilter()
        self.flip = FlipPicture(appearance)
        self.figures = FiguresPanel()
        self._aside = Aside(background, parent=self)
        self._aside.answered.connect(self.figures.show_closeness)
        self._error = label(face="refused", wraps=True)
        self._settings = QWidget()
        inner = QVBoxLayout(self._settings)
        inner.setContentsMargins(12, 8, 12, 12)
        inner.setSpacing(8)
        for each in (self._error, self.source, self.kernel, self.filters):
            inner.addWidget(each)
        inner.addLayout(self._form_place)
        inner.addWidget(self.flip)
        inner.addWidget(self.about)
        inner.addStretch(1)
        content = QWidget()
        layout = QVBoxLayout(content)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(ScrollPanel(self._settings), 1)
        layout.addWidget(separator())
        layout.addWidget(self.figures)
        self.setWidget(content)
        self.setTitleBarWidget(self._made_title())
        session.recipe_changed.connect(self._show)
        session.selection_changed.connect(self._show)
        session.output_changed.connect(self._on_output_changed)
        self.visibilityChanged.connect(lambda _is_visible: self._compare(session.output))
        self._show()

    def error(self) -> str:
        """Why the selected stage has no result, as it is shown."""
        return self._error.text()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowTitleChange:
            # The panel is called by what it shows; in the menu of panels it keeps its name.
            self.toggleViewAction().setText(tr("Settings"))

    def _made_title(self) -> DockTitle:
        title = DockTitle(self)
        self._switch = QToolButton()
        kind(self._switch, "flat")
        self._switch.clicked.connect(lambda: toggle_stage(self._session, self._session.selection))
        title.add(self._switch)
        return title

    def _show(self) -> None:
        stage = self._session.selected_stage
        self._shown_facts = None
        is_source = stage is None
        self.source.setVisible(is_source)
        if stage is not None:
            self.form = self._form_of(type(stage))
        for form in self._forms.values():
            form.setVisible(not is_source and form is self.form)
        self._switch.setVisible(not is_source)
        kernel = stage.kernel if isinstance(stage, (Convolution, Transposed)) else None
        is_volume = isinstance(stage, Convolution) and stage.channels == "volume"
        self.kernel.setVisible(kernel is not None and not is_volume)
        self.filters.setVisible(is_volume)
        self.setWindowTitle(tr("Source") if stage is None else stage_title(stage))
        if stage is not None:
            self._show_stage(stage, kernel, is_volume)
        own = stage.CARD if stage is not None else None
        self.about.show_card(kernel.card if kernel is not None and not is_volume else own)
        is_flipped = isinstance(stage, Convolution) and stage.operation == "convolution" and not is_volume
        self.flip.show_flip(kernel.weights() if kernel is not None and is_flipped else None)
        self._order_stops()
        self._on_output_changed(self._session.output)

    def _order_stops(self) -> None:
        layout = self._settings.layout()
        stops = (self._switch, *(stops_in(layout) if layout is not None else ()))
        if stops != self._stops:
            self._stops = stops
            put_in_order(stops)

    def _form_of(self, kind: type[Stage]) -> ParameterForm:
        """The form of a kind of stage, made once: making one takes longer than a frame may."""
        if kind not in self._forms:
            form = self._forms[kind] = ParameterForm()
            form.changed.connect(self._on_setting_changed)
            align_labels(form.layout(), self)
            self._form_place.addWidget(form)
        return self._forms[kind]

    def _show_stage(self, stage: Stage, kernel: KernelChoice | None, is_volume: bool) -> None:
        if kernel is not None and not is_volume:
            self.kernel.set_choice(kernel)
        if isinstance(stage, Convolution) and is_volume:
            self.filters.set_filters(stage.bank(), self._channels())
        declarations = parameters_of(type(stage))
        self.form.set_parameters(declarations, {name: getattr(stage, name) for name in declarations})
        idle = stage.idle_settings()
        for name in declarations:
            self.form.set_enabled(name, name not in idle, translated(idle.get(name, "")))
        text = tr("Switch this stage off") if stage.is_on else tr("Switch this stage on")
        self._switch.setIcon(icon("eye" if stage.is_on else "eye-off"))
        self._switch.setToolTip(text)
        self._switch.setAccessibleName(text)

    def _compare(self, output: Output | None) -> None:
        """Ask how close the results come to the clean picture, where there is noise in the recipe."""
        selected = self._session.selection
        is_noisy = output is not None and selected != SOURCE and noise_at(self._session.recipe.stages) is not None
        if output is None or not is_noisy or not self.isVisible():
            self._aside.forget()
            self.figures.show_closeness(())
        elif output.selected == selected and output.recipe == self._session.recipe:
            self._aside.ask(lambda: closeness(output.results, selected))

    def _on_output_changed(self, output: Output | None) -> None:
        self._compare(output)
        if self._session.selection == SOURCE:
            self.source.show_frame(output.frame if output is not None else None)
            self._error.hide()
            self.figures.show_nothing()
            return
        result = self._result(output)
        facts = (self._session.selected_stage, _shape(result), result.error if result is not None else None)
        if facts == self._shown_facts:
            return
        self._shown_facts = facts
        error = result.error if result is not None else None
        self._error.setText(sentence(error) if error is not None else "")
        self._error.setVisible(error is not None)
        stage = self._session.selected_stage
        assert stage is not None
        shape = _shape(result) if error is None else None
        self.figures.show_stage(stage, shape)
        self.form.show_instead(stage.idle_values(shape) if shape is not None else {})
        if self.filters.isVisibleTo(self._settings):
            self.filters.set_channels(self._channels())

    def _result(self, output: Output | None) -> StageResult | None:
        return results_of(output, self._session.recipe.stages)[self._session.selection]

    def _channels(self) -> int | None:
        """How many channels the picture has that the selected stage gets, where that is known."""
        shape = _shape(self._result(self._session.output))
        return None if shape is None else shape[2] if len(shape) == 3 else 1

    def _on_setting_changed(self, name: str, value: Any) -> None:
        stage = self._session.selected_stage
        if stage is None:
            return
        declaration = parameters_of(type(stage))[name]
        self._edit(stage, {name: value}, translated(declaration.title), merge_name(name, declaration))

    def _on_kernel_changed(self, kernel: KernelChoice, text: str, merge: str) -> None:
        stage = self._session.selected_stage
        if isinstance(stage, (Convolution, Transposed)):
            self._edit(stage, {"kernel": kernel}, text, merge)

    def _on_filters_changed(self, filters: tuple[Filter, ...], text: str, merge: str) -> None:
        stage = self._session.selected_stage
        if isinstance(stage, Convolution):
            self._edit(stage, {"filters": filters}, text, merge)

    def _edit(self, stage: Stage, settings: dict[str, Any], text: str, merge: str) -> None:
        index = self._session.selection
        key = self._merging.key(f"{index} {merge}" if merge else "")
        try:
            changed = stage.changed(**settings)
        except UserError as error:
            self._error.setText(sentence(error))
            self._error.show()
            self._show_stage_again()
            return
        self._session.edit_stage(index, changed, text, merge_key=key)

    def _show_stage_again(self) -> None:
        """Bring the controls back to what holds, after a refusal."""
        stage = self._session.selected_stage
        if stage is not None:
            declarations = parameters_of(type(stage))
            self.form.set_values({name: getattr(stage, name) for name in declarations})


def _shape(result: StageResult | None) -> tuple[int, ...] | None:
    return result.input.shape if result is not None and result.input is not None else None
