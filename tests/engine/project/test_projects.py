"""Project files: what goes in comes out on another machine, and a damaged one opens as far as it can."""

from __future__ import annotations

import json
import os
import shutil
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engine.files import SaveError
from engine.project.layout import MANIFEST, SESSION, VERSION, Parcel, ProjectError, is_safe
from engine.project.reading import open_project
from engine.project.writing import save_project


@pytest.fixture
def parcel(tmp_path: Path) -> Parcel:
    home = tmp_path / "first machine"
    pets = home / "pets"
    for name in ("cat/1.png", "cat/2.png", "dog/1.png"):
        (pets / name).parent.mkdir(parents=True, exist_ok=True)
        (pets / name).write_bytes(name.encode() * 50)
    run = home / "runs" / "2026 pets"
    run.mkdir(parents=True)
    (run / "log.jsonl").write_text('{"kind": "step"}\n' * 200)
    (run / "best.keras").write_bytes(os.urandom(5000))
    session = {
        "recipe": {"stages": []},
        "workspace": {"train": {"job": {"data": {"path": str(pets)}}, "folder": str(run)}, "odd": [str(pets / "cat")]},
    }
    return Parcel(session, (pets,), (run,))


@pytest.fixture
def project(tmp_path: Path, parcel: Parcel) -> Path:
    path = tmp_path / "lesson.kernelscope"
    assert save_project(path, parcel) == ()
    return path


def test_what_goes_in_comes_out(tmp_path: Path, parcel: Parcel, project: Path) -> None:
    opened = open_project(project, tmp_path / "second machine")
    assert opened.lost == ()
    train = opened.session["workspace"]["train"]
    pets = Path(train["job"]["data"]["path"])
    assert pets.is_relative_to(tmp_path / "second machine")
    for source in parcel.taken[0].rglob("*.png"):
        assert (pets / source.relative_to(parcel.taken[0])).read_bytes() == source.read_bytes()
    assert Path(opened.session["workspace"]["odd"][0]) == pets / "cat"
    assert opened.runs == (Path(train["folder"]),)
    assert (opened.runs[0] / "best.keras").read_bytes() == (parcel.runs[0] / "best.keras").read_bytes()


def test_the_job_of_a_run_finds_its_data_where_the_project_is(tmp_path: Path, parcel: Parcel) -> None:
    (pets,), (run,) = parcel.taken, parcel.runs
    other = tmp_path / "elsewhere"
    job = {"data": {"path": str(pets)}, "model": {"path": str(run / "best.keras")}, "out": str(other)}
    (run / "job.json").write_text(json.dumps(job))
    path = tmp_path / "lesson.kernelscope"
    save_project(path, parcel)
    with zipfile.ZipFile(path) as archive:
        assert str(tmp_path / "first machine") not in archive.read(f"runs/{run.name}/job.json").decode()
    opened = open_project(path, tmp_path / "second machine")
    assert opened.lost == ()
    found = json.loads((opened.runs[0] / "job.json").read_bytes())
    assert (Path(found["data"]["path"]) / "cat" / "1.png").is_file()
    assert Path(found["model"]["path"]) == opened.runs[0] / "best.keras"
    assert found["out"] == str(other)
    assert json.loads((run / "job.json").read_bytes()) == job, "the run itself stays where it is"


@pytest.mark.parametrize("text", ["{", "[]", '{"name": "project: cats"}'])
def test_a_damaged_job_of_a_run_is_taken_along_as_it_is(tmp_path: Path, parcel: Parcel, text: str) -> None:
    (parcel.runs[0] / "job.json").write_text(text)
    save_project(tmp_path / "lesson.kernelscope", parcel)
    opened = open_project(tmp_path / "lesson.kernelscope", tmp_path / "second machine")
    assert (opened.runs[0] / "job.json").read_text() == text
    assert opened.session["recipe"] == {"stages": []}


def test_what_is_only_referred_to_keeps_its_path(tmp_path: Path, parcel: Parcel) -> None:
    path = tmp_path / "small.kernelscope"
    save_project(path, Parcel(parcel.session))
    opened = open_project(path, tmp_path / "here")
    assert opened.session == parcel.session


def test_what_is_not_there_is_told(tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    assert save_project(tmp_path / "a.kernelscope", Parcel({"data": str(gone)}, (gone,))) == (gone,)
    assert open_project(tmp_path / "a.kernelscope", tmp_path / "here").session["data"] == str(gone)


def test_links_out_of_a_folder_are_not_taken_along(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret")
    data = tmp_path / "data"
    data.mkdir()
    (data / "link.png").symlink_to(secret)
    save_project(tmp_path / "a.kernelscope", Parcel({}, (data,)))
    assert "link" not in " ".join(zipfile.ZipFile(tmp_path / "a.kernelscope").namelist())


def test_a_failed_save_leaves_the_old_project(tmp_path: Path, project: Path, monkeypatch) -> None:
    before = project.read_bytes()

    def full(*_arguments: object, **_more: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(zipfile.ZipFile, "writestr", full)
    with pytest.raises(SaveError, match="disk is full"):
        save_project(project, Parcel({"recipe": {}}))
    assert project.read_bytes() == before
    assert [each.name for each in project.parent.iterdir() if each.name.startswith(".saving")] == []


@pytest.mark.parametrize("share", [0.3, 0.6, 0.9])
def test_a_project_that_was_cut_off_opens_as_far_as_it_goes(tmp_path: Path, project: Path, share: float) -> None:
    data = project.read_bytes()
    project.write_bytes(data[: int(len(data) * share)])
    opened = open_project(project, tmp_path / "here")
    assert opened.lost
    assert opened.session["recipe"] == {"stages": []}


def test_a_project_without_its_table_of_contents_loses_nothing(tmp_path: Path, parcel: Parcel, project: Path) -> None:
    project.write_bytes(project.read_bytes()[:-100])
    opened = open_project(project, tmp_path / "here")
    assert opened.lost == ()
    assert (opened.runs[0] / "best.keras").read_bytes() == (parcel.runs[0] / "best.keras").read_bytes()


def test_a_project_cut_off_in_its_first_bytes_is_refused(tmp_path: Path, project: Path) -> None:
    project.write_bytes(project.read_bytes()[:40])
    with pytest.raises(ProjectError, match="nothing of it can be read"):
        open_project(project, tmp_path / "here")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(at=st.floats(0, 1), value=st.integers(0, 255))
def test_one_wrong_byte_costs_at_most_one_file(tmp_path: Path, project: Path, at: float, value: int) -> None:
    size = project.stat().st_size
    _open_with_one_wrong_byte(project, tmp_path / "out", min(int(at * size), size - 1), value)


@pytest.mark.parametrize("value", [0, 64, 255])
def test_no_byte_of_the_table_of_contents_can_go_wrong_unnoticed(tmp_path: Path, project: Path, value: int) -> None:
    # Here a wrong byte is a wrong name, size, place, packing or version, and each raises something else.
    data = project.read_bytes()
    for place in range(data.index(b"PK\x01\x02"), len(data)):
        _open_with_one_wrong_byte(project, tmp_path / "out", place, value)


def _open_with_one_wrong_byte(project: Path, folder: Path, place: int, value: int) -> None:
    data = bytearray(project.read_bytes())
    is_changed = data[place] != value
    data[place] = value
    damaged = project.with_suffix(".damaged")
    damaged.write_bytes(data)
    shutil.rmtree(folder, ignore_errors=True)
    try:
        opened = open_project(damaged, folder)
    except ProjectError:
        assert is_changed
        return
    assert is_changed or not opened.lost
    assert "recipe" in opened.session or opened.lost
    assert len(opened.lost) <= 2
    for path in folder.rglob("*"):
        assert path.resolve().is_relative_to(folder.resolve())


@pytest.mark.parametrize("name", ["../evil", "/evil", "a/../../evil", "c:evil", "a\\b", "a/ ../b", ""])
def test_unsafe_names_are_refused(tmp_path: Path, name: str) -> None:
    assert not is_safe(name)
    if not name:
        return
    path = tmp_path / "bad.kernelscope"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(SESSION, "{}")
        archive.writestr(zipfile.ZipInfo(name), b"evil")
    opened = open_project(path, tmp_path / "deep" / "here")
    assert any("unsafe" in str(each) for each in opened.lost) or "\\" in name
    assert not (tmp_path / "evil").exists()
    assert not (tmp_path / "deep" / "evil").exists()


def test_a_path_that_leads_outside_is_left_out_and_the_rest_opens(tmp_path: Path) -> None:
    path = tmp_path / "bad.kernelscope"
    session = {"source": "project:../../etc/passwd", "data": "project:files/../../x", "title": "project: cats"}
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(SESSION, json.dumps(session))
        archive.writestr("runs/one/job.json", json.dumps({"data": {"path": "project:/etc/passwd"}}))
    opened = open_project(path, tmp_path / "here")
    assert opened.session == {"source": "", "data": "", "title": "project: cats"}
    assert json.loads((opened.runs[0] / "job.json").read_bytes()) == {"data": {"path": ""}}
    assert len([each for each in opened.lost if "outside itself" in str(each)]) == 1


def test_a_newer_project_is_refused_by_name(tmp_path: Path) -> None:
    path = tmp_path / "new.kernelscope"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(SESSION, "{}")
        archive.writestr(MANIFEST, json.dumps({"format": "kernelscope-project", "version": VERSION + 1, "entries": {}}))
    with pytest.raises(ProjectError, match="newer Kernelscope"):
        open_project(path, tmp_path / "here")
    assert not (tmp_path / "here").exists()


@pytest.mark.parametrize("content", [b"", b"PK", b"\x89PNG" + bytes(100), b"{}" * 1000])
def test_what_is_no_project_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x.kernelscope"
    path.write_bytes(content)
    with pytest.raises(ProjectError, match="no project"):
        open_project(path, tmp_path / "here")


def test_an_archive_that_claims_too_much_is_refused(tmp_path: Path, monkeypatch) -> None:
    path = tmp_path / "bomb.kernelscope"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(SESSION, "{}")
        archive.writestr("files/1/zeros", bytes(3_000_000))
    monkeypatch.setattr("engine.project.reading.LARGEST_PROJECT", 1_000_000)
    with pytest.raises(ProjectError, match="more than a project may"):
        open_project(path, tmp_path / "here")


def test_an_archive_that_would_fill_the_disk_is_refused_before_it_does(
    tmp_path: Path, project: Path, monkeypatch
) -> None:
    usage = shutil.disk_usage(tmp_path)
    monkeypatch.setattr("engine.project.reading.shutil.disk_usage", lambda _path: usage._replace(free=1000))
    with pytest.raises(ProjectError, match="MB are free"):
        open_project(project, tmp_path / "here")
    assert not (tmp_path / "here").exists()


def test_zeros_packed_to_a_thousandth_are_refused(tmp_path: Path, monkeypatch) -> None:
    path = tmp_path / "bomb.kernelscope"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(SESSION, "{}")
        archive.writestr("files/1/zeros", bytes(3_000_000))
    monkeypatch.setattr("engine.project.reading._ALWAYS_ALLOWED", 1_000_000)
    with pytest.raises(ProjectError, match="more than a project may"):
        open_project(path, tmp_path / "here")


@pytest.mark.parametrize("name", ["files/1/pets/cat/1.png/below", "files/1", f"files/{'n' * 300}", "session.json/x"])
def test_an_entry_that_has_no_place_costs_no_other(tmp_path: Path, project: Path, name: str) -> None:
    with zipfile.ZipFile(project, "a") as archive:
        archive.writestr(name, b"in the way")
    opened = open_project(project, tmp_path / "here")
    assert "recipe" in opened.session
    assert len(opened.lost) == 1
    assert len(list((tmp_path / "here" / "files").rglob("*.png"))) == 3


def test_with_a_damaged_list_and_entry_the_entries_behind_it_are_found(tmp_path: Path, project: Path) -> None:
    data = project.read_bytes()
    with zipfile.ZipFile(project) as archive:
        second = archive.infolist()[1].header_offset
        central = archive.start_dir
    # The first entry's own length is wrong too, and would lead behind the end of the file.
    damaged = b"PK\x03\x04" + b"\xff" * (second - 4) + data[second:central]
    project.write_bytes(damaged)
    opened = open_project(project, tmp_path / "here")
    assert opened.session == {}
    assert any("What was set in the window is lost" in str(each) for each in opened.lost)
    assert len(list((tmp_path / "here" / "files").rglob("*.png"))) == 3
    assert (opened.runs[0] / "best.keras").stat().st_size == 5000


def test_a_session_nested_without_end_is_lost_and_nothing_else(tmp_path: Path, parcel: Parcel) -> None:
    path = tmp_path / "deep.kernelscope"
    deep = b'{"a":' * 500 + b"1" + b"}" * 500
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(SESSION, deep)
        archive.writestr("runs/one/job.json", deep)
        archive.writestr("files/1/a.png", b"a")
    opened = open_project(path, tmp_path / "here")
    assert opened.session == {}
    assert (tmp_path / "here" / "files" / "1" / "a.png").exists()


def test_half_a_character_does_not_keep_a_project_from_opening(tmp_path: Path) -> None:
    path = tmp_path / "half.kernelscope"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(SESSION, b'{"title": "a\\ud800"}')
        archive.writestr("runs/one/job.json", b'{"name": "\\ud800", "path": "project:files/x"}')
    opened = open_project(path, tmp_path / "here")
    assert opened.session == {"title": "a?"}
    assert json.loads((opened.runs[0] / "job.json").read_bytes())["name"] == "?"
