"""`main.py train` as somebody types it: to the end, stopped by Ctrl+C, and taken up again."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from engine.network.data.splitting import Split
from engine.network.reading.opening import read_model
from engine.network.training.curves import BEST, RunState, read_run
from engine.network.training.job import TrainingJob
from engine.network.training.settings import Settings
from tests.e2e.program import ROOT, run


def job(path: Path, *, epochs: int) -> str:
    made = TrainingJob(split=Split(validation=0.1, test=0.1), settings=Settings(epochs=epochs), out="runs/first")
    path.write_text(made.to_text(), encoding="utf-8")
    return str(path)


def test_a_job_runs_to_its_end_and_will_not_overwrite_what_is_there(tmp_path: Path) -> None:
    report = tmp_path / "report.html"
    done = run("train", job(tmp_path / "job.json", epochs=2), "--report", str(report))
    assert done.returncode == 0, done.stderr
    assert "test pictures right" in report.read_text(encoding="utf-8")
    lines = done.stderr.splitlines()
    assert lines[0].endswith("62,958 of 62,958 parameters learn")
    assert lines[1].startswith("epoch 1/2: loss ")
    assert lines[-2].startswith("test: ")
    folder = tmp_path / "runs" / "first"
    assert read_run(folder).state is RunState.DONE
    assert read_model(folder / BEST).class_names == tuple("0123456789")
    again = run("train", str(tmp_path / "job.json"))
    assert again.returncode == 1
    assert "already holds a run. Add --resume" in again.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
@pytest.mark.parametrize(("sent", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_signal_stops_it_with_a_checkpoint_and_resume_goes_on(tmp_path: Path, sent: int, code: int) -> None:
    path = job(tmp_path / "job.json", epochs=4000)
    command = [sys.executable, "main.py", "train", path]
    with subprocess.Popen(command, cwd=ROOT, env=os.environ, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        for line in process.stderr:
            if line.startswith("epoch 3/"):
                process.send_signal(sent)
                break
        rest = process.stderr.read()
    assert process.returncode == code, rest
    assert "Stopped. Add --resume to go on." in rest
    epochs = len(read_run(tmp_path / "runs" / "first").epochs)
    assert epochs >= 3
    job(tmp_path / "job.json", epochs=epochs + 1)
    done = run("train", path, "--resume")
    assert done.returncode == 0, done.stderr
    assert f"epoch {epochs + 1}/{epochs + 1}: " in done.stderr
    assert "epoch 1/" not in done.stderr


def test_what_is_no_job_is_refused_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "x.json").write_text("{}")
    done = run("train", str(tmp_path / "x.json"))
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "This is no training job. Choose a file that was saved as one in the Train workspace.\n"
