from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.errors import UserError
from engine.network.data.dataset import ArrayData
from engine.network.training.curves import EpochFigures, FinalFigures, Note, Run, RunState
from engine.network.training.report.facts import Judged, Report, report_of
from engine.network.training.report.page import write_report
from engine.network.training.report.plots import Line, plot
from tests.engine.network.training.tiny import job, network, pictures

EPOCHS = tuple(
    EpochFigures(epoch=number, step=9 * number, loss=1 / number, accuracy=1 - 0.4 / number,
                 validation_loss=1.1 / number, validation_accuracy=1 - 0.5 / number)
    for number in (1, 2, 3)
)  # fmt: skip
FIGURES = FinalFigures(
    state="done", epochs=3, best_epoch=3, seconds=4.0, images_per_second=99.0, train_count=36, validation_count=12,
    test_count=12, test_loss=0.3, test_accuracy=0.75,
)  # fmt: skip


def report(*, dataset: ArrayData | None = None, **changes: object) -> Report:
    data = dataset or pictures()
    probabilities = np.full((12, 3), 0.1, np.float32)
    probabilities[np.arange(12), np.where(np.arange(12) % 4 == 0, (data.labels[:12] + 1) % 3, data.labels[:12])] = 0.8
    judged = Judged("test", np.arange(12), data.labels[:12], probabilities)
    run = Run(folder=Path("run"), state=RunState.DONE, epochs=EPOCHS, figures=FIGURES)
    made = report_of(job(name="Halves"), run, data, network().architecture, judged)
    return replace(made, **changes)  # type: ignore[arg-type]


def test_it_tells_everything_and_needs_nothing_beside_it() -> None:
    text = write_report(report())
    for expected in (
        "Halves", "<p class='dim'>run</p>", "about as many of each", "Gets 75.0% of 12 test pictures right",
        "Learnt from 36 pictures in 3 epochs", "<svg", "conv1",
        "Learning rate", "Worst mistakes", "80% sure", "Area below ROC", "tensorflow",
    ):  # fmt: skip
        assert expected in text
    assert not re.search(r"(src|href)=['\"](?!data:)", text)
    assert "http" not in text.replace("http://www.w3.org/2000/svg", "")
    for svg in re.findall(r"<svg.*?</svg>", text):
        ElementTree.fromstring(svg)


@given(st.text(min_size=1, max_size=30))
@settings(max_examples=15, deadline=None)
def test_names_are_text_and_never_markup(name: str) -> None:
    hostile = f"<script>{name}"
    data = ArrayData("<b>", pictures().pictures, pictures().labels, (hostile, '"quoted" & so', "</table>"))
    text = write_report(report(dataset=data))
    assert "<script" not in text
    assert "&lt;/table&gt;" in text
    assert text.count("<table") == text.count("</table>")


def test_without_answers_figures_and_epochs_there_is_still_a_page() -> None:
    run = Run(folder=Path("run"), state=RunState.BROKEN_OFF, notes=(Note(3, "Something happened.", {}),))
    text = write_report(report(judged=None, mistakes=(), run=run))
    assert "broken off" in text
    assert "No picture was kept aside" in text
    assert "Something happened." in text


def test_pictures_that_are_gone_are_left_out() -> None:
    class Broken(ArrayData):
        def picture(self, index: int, *, least: int = 0) -> np.ndarray:
            raise UserError("The picture is gone.")

    data = pictures()
    broken = Broken(data.name, data.pictures, data.labels, data.class_names)
    made = report(dataset=broken)
    assert [(each.samples, each.train > 0) for each in made.classes] == [((), True)] * 3
    assert all(each.picture is None for each in made.mistakes)
    assert "80% sure" in write_report(made)


def test_words_are_translated() -> None:
    text = write_report(report(), words=lambda template, **values: template.format(**values).upper())
    assert "LEARNING RATE" in text
    assert "<h2>CURVES</h2>" in text


@pytest.mark.parametrize("y", [[], [np.nan], [0.0, 0.0], [1e-9, 1e9, np.inf], [-3.0, 5.0]])
def test_a_plot_is_whole_whatever_the_numbers(y: list[float]) -> None:
    svg = plot("<loss>", [Line("a & b", np.arange(len(y), dtype=float), np.array(y), "#0072b2")], x_title="step")
    assert ElementTree.fromstring(svg).tag.endswith("svg")
    assert "nan" not in svg
    assert "inf" not in svg
