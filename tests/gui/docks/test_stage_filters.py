import numpy as np
import pytest

from engine.imaging.kernel_choice import KernelChoice
from engine.imaging.ready_made import ready_made
from engine.imaging.stages.activation import Activation
from engine.imaging.stages.convolution import Convolution
from tests.gui.docks.stage_making import use
from tests.gui.feeding import feed

VOLUME = ready_made()[-1].stages[0]


@pytest.fixture
def dock(stage_dock):
    return stage_dock


def test_a_volume_shows_its_filters_instead_of_the_kernel(session, dock):
    use(session, VOLUME)
    panel = dock.filters
    assert not dock.kernel.isVisibleTo(dock)
    assert panel.chooser.currentText() == "Filter 1 of 2"
    assert len(panel.kernels) == 3
    assert panel.bias.value() == 1.0
    panel.kernels[1].grid.changed.emit(np.ones((3, 3), np.float32), "ones")
    assert session.selected_stage.filters[0].kernels[1].weights().tolist() == [[1] * 3] * 3
    panel.bias.controls()[0].setValue(-2)
    assert session.selected_stage.filters[0].bias == -2
    assert session.selected_stage.filters[1] == VOLUME.filters[1]


def test_filters_are_added_duplicated_and_removed(session, dock):
    use(session, VOLUME)
    panel = dock.filters
    panel.copy.click()
    assert session.selected_stage.filters == (VOLUME.filters[0], *VOLUME.filters)
    assert panel.chooser.currentText() == "Filter 2 of 3"
    panel.add.click()
    assert not session.selected_stage.filters[2].kernels[0].weights().any()
    panel.remove.click()
    panel.remove.click()
    panel.remove.click()
    assert len(session.selected_stage.filters) == 1
    assert not panel.remove.isEnabled()
    session.undo_stack.undo()
    assert len(session.selected_stage.filters) == 2


def test_all_filters_change_their_size_together(session, dock):
    use(session, VOLUME)
    dock.filters.size_form.editor("size").controls()[0].setValue(5)
    assert {each.size for each in session.selected_stage.filters} == {(5, 5)}
    assert session.selected_stage.filters[0].kernels[0].weights()[1:4, 1:4].tolist() == [[1, 0, -1]] * 3


def test_one_kernel_can_serve_every_channel(session, dock):
    use(session, Convolution(channels="volume"))
    panel = dock.filters
    assert panel.shared.isChecked()
    panel.shared.click()
    assert len(session.selected_stage.filters[0].kernels) == 3
    panel.shared.click()
    assert len(session.selected_stage.filters[0].kernels) == 1


def test_a_kernel_from_the_library_takes_the_size_of_the_filters(session, dock):
    use(session, VOLUME)
    dock.filters.size_form.editor("size").controls()[0].setValue(5)
    dock.filters.kernels[0]._take("box")
    assert session.selected_stage.filters[0].kernels[0] == KernelChoice("box", (("size", 5),))
    dock.filters.kernels[0]._take("roberts")
    assert session.selected_stage.filters[0].kernels[0].weights().shape == (5, 5)


def test_too_few_kernels_for_the_channels_are_mended_with_a_button(session, dock):
    use(session, Activation(), VOLUME, selection=1)
    feed(session, np.zeros((12, 16), np.uint8))
    assert "3 kernels" in dock.error()
    dock.filters._fit.click()
    assert {len(each.kernels) for each in session.selected_stage.filters} == {1}
