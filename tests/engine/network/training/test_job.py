from __future__ import annotations

import contextlib
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.errors import UserError
from engine.network.built import network_by_hand
from engine.network.data.edits import Edits
from engine.network.data.specs import BuiltInData, FolderData, GeneratedData
from engine.network.data.splitting import Split
from engine.network.requests import BackboneModel, FileModel, GalleryModel
from engine.network.training.job import TrainingJob, read_job
from engine.network.training.schedule import rate_at, rates
from engine.network.training.settings import Settings
from engine.network.training.transforms import Flip, Rotate
from engine.network.training.tuning import Head, Tuning

JOBS = st.builds(
    TrainingJob,
    name=st.text(max_size=10),
    data=st.sampled_from([BuiltInData(), GeneratedData(kind="glyphs", count=7), FolderData(path=Path("/pictures"))]),
    edits=st.sampled_from([Edits(), Edits().add_class("cat").remove(["3"])]),
    split=st.builds(Split, validation=st.sampled_from([0.0, 0.2]), seed=st.integers(0, 9)),
    input_size=st.none() | st.tuples(st.integers(1, 1024), st.integers(1, 1024)),
    values=st.sampled_from(["", "unit", "signed"]),
    transforms=st.sampled_from([(), (Flip(), Rotate(degrees=9))]),
    model=st.sampled_from([GalleryModel("lenet-5", 4), FileModel("/a.keras"), BackboneModel(), network_by_hand()]),
    tuning=st.builds(
        Tuning, cut_at=st.sampled_from(["", "conv1"]), unfreeze_after=st.integers(0, 5),
        head=st.builds(Head, hidden_units=st.integers(0, 64)),
    ),
    settings=st.builds(Settings, epochs=st.integers(1, 99), stops_early=st.booleans(), rate=st.sampled_from([1e-5, 3])),
)  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(JOBS)
def test_a_job_comes_back_from_its_file(job: TrainingJob) -> None:
    assert TrainingJob.from_json(json.loads(job.to_text())) == job


@settings(max_examples=80, deadline=None)
@given(JOBS, st.data())
def test_a_damaged_job_is_refused_or_read_as_another(job: TrainingJob, data: st.DataObject) -> None:
    plain = job.to_json()
    key = data.draw(st.sampled_from(sorted(plain)))
    plain[key] = data.draw(st.sampled_from([None, -1, True, "x", [], [1], {}, {"kind": 3}, {"data": "folder"}, 1e30]))
    with contextlib.suppress(UserError):  # anything else would be a crash
        assert isinstance(TrainingJob.from_json(plain), TrainingJob)


def test_paths_in_a_file_count_from_its_folder(tmp_path: Path) -> None:
    job = TrainingJob(data=FolderData(path=Path("pictures")), model=FileModel("base.keras"))
    (tmp_path / "job.json").write_text(job.to_text())
    read = read_job(tmp_path / "job.json")
    assert read.data == FolderData(path=tmp_path / "pictures")
    assert read.model == FileModel(str(tmp_path / "base.keras"))


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("{", "damaged"),
        ("[]", "no training job"),
        ('{"format": "kernelscope-training-job", "version": 9}', "newer Kernelscope"),
        ('{"format": "kernelscope-training-job", "version": 1, "colour": 1}', "“colour”"),
        ('{"format": "kernelscope-training-job", "version": 1, "settings": {"batch_size": 900}}', "1 to 512"),
        ('{"format": "kernelscope-training-job", "version": 1, "input_size": [0, 5]}', "input size"),
    ],
)
def test_files_that_are_no_jobs_are_refused(tmp_path: Path, text: str, sentence: str) -> None:
    (tmp_path / "job.json").write_text(text)
    with pytest.raises(UserError, match=sentence):
        read_job(tmp_path / "job.json")


@settings(max_examples=30, deadline=None)
@given(
    schedule=st.sampled_from(["constant", "cosine", "steps", "exponential"]), warm_up=st.integers(0, 3),
    epochs=st.integers(4, 20), per_epoch=st.integers(1, 50),
)  # fmt: skip
def test_rates_rise_while_warming_up_and_never_after(schedule: str, warm_up: int, epochs: int, per_epoch: int) -> None:
    made = Settings(schedule=schedule, warm_up=warm_up, epochs=epochs, rate=0.5)
    found = rates(made, first=0, count=epochs * per_epoch, steps_per_epoch=per_epoch)
    warm = warm_up * per_epoch
    assert (found[1:warm] > found[: max(0, warm - 1)]).all()
    assert (found[warm + 1 :] <= found[warm:-1]).all()
    assert found.max() == pytest.approx(0.5)
    assert found.min() >= 0
    assert found[3] == pytest.approx(rate_at(made, 3, per_epoch))
