"""How high the plot of losses is: the curves are to be read, and all of them to be seen."""

from dataclasses import replace
from pathlib import Path

import numpy as np

from engine.imaging.explanation import Remark
from engine.network.training.curves import EpochFigures, FinalFigures
from engine.network.training.job import TrainingJob
from gui.train.curves_view import loss_top, meaning
from gui.train.session import Training
from gui.widgets.curve_plot import Curve


def steps(*values):
    return Curve("", np.arange(len(values)), np.array(values), is_faint=True)


def epochs(*values):
    return Curve("", np.arange(len(values)), np.array(values))


def test_one_loss_that_shoots_up_does_not_flatten_the_others():
    assert loss_top([steps(0.7, 0.6, 0.5, 0.5), epochs(35_000.0, 0.5)]) == 2.2


def test_losses_of_a_kind_need_no_end():
    assert loss_top([steps(2.3, 1.0, 0.5, 0.1), epochs(0.6, 0.2)]) is None
    assert loss_top([]) is None


def test_a_validation_far_above_the_training_stays_in_sight():
    solved = steps(0.001, *[0.002, 0.001, 0.003] * 10, 0.6)
    assert loss_top([solved, epochs(0.02, 0.02, 0.019)]) == 0.024


def test_what_is_no_number_has_no_place():
    assert loss_top([steps(0.7, np.nan, np.inf, 0.5, 0.6), epochs(np.nan)]) is None


def test_what_was_in_the_way_of_a_run_is_over_when_the_run_is_done():
    training = Training(
        Path("run"), TrainingJob(), notes=((4, Remark("The disk is full.", {})),),
        epochs=(EpochFigures(epoch=1, step=4, loss=0.1, accuracy=0.9, validation_loss=0.1, validation_accuracy=0.9),),
    )  # fmt: skip
    assert meaning(training) == "The disk is full."
    figures = FinalFigures(
        state="done", epochs=1, best_epoch=1, seconds=1.0, images_per_second=1.0, train_count=4, validation_count=4,
        test_count=0,
    )  # fmt: skip
    assert "90%" in meaning(replace(training, figures=figures))
