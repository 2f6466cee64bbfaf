from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from engine.errors import UserError
from engine.network.data.specs import FolderData
from engine.network.training.curves import JOB, LOG, line_of
from engine.network.training.report.facts import Judged
from engine.network.training.report.page import write_report
from engine.network.training.report.past import report_of_run
from tests.engine.network.training.report.test_page import EPOCHS
from tests.engine.network.training.tiny import job, network, pictures


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A run of which only the job and the log are left."""
    made = job(name="Halves", data=FolderData(path=tmp_path / "gone"))
    (tmp_path / JOB).write_text(made.to_text(), encoding="utf-8")
    (tmp_path / LOG).write_text("".join(line_of(each) for each in EPOCHS), encoding="utf-8")
    return tmp_path


def test_what_is_gone_is_left_out_and_the_report_says_why(folder: Path) -> None:
    made = report_of_run(folder, unjudged=UserError("It left no {what}.", what="network"))
    assert set(made.missing) == {"pictures", "results", "network"}
    text = write_report(made)
    for expected in (
        "Halves", "broken off", "<svg", "Learning rate",
        "Confusion matrix, figures of the classes and worst mistakes are missing: It left no network.",
        "What the pictures look like is missing: ", "The table of layers is missing: “best.keras” cannot be read",
    ):  # fmt: skip
        assert expected in text


def test_what_somebody_has_already_is_not_looked_for(folder: Path) -> None:
    judged = Judged("test", np.arange(3), np.arange(3, dtype=np.int32), np.eye(3, dtype=np.float32))
    made = report_of_run(folder, judged=judged, dataset=pictures(), architecture=network().architecture)
    assert not made.missing
    text = write_report(made)
    assert "are missing" not in text
    assert "Judged by 3 pictures" in text


def test_answers_without_their_pictures_are_no_results(folder: Path) -> None:
    judged = Judged("test", np.arange(3), np.arange(3, dtype=np.int32), np.eye(3, dtype=np.float32))
    made = report_of_run(folder, judged=judged, architecture=network().architecture)
    assert made.judged is None
    assert "The pictures that it was judged by cannot be opened." in write_report(made)


def test_a_folder_without_a_run_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="holds no training run"):
        report_of_run(tmp_path)
