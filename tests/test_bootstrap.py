import ast
import os
import shutil
import sys
import time
from pathlib import Path

import pytest

import bootstrap
from tests.fake_clone import FakeClone, make_wheel

ROOT = Path(bootstrap.__file__).parent
LDD = """
\tlinux-vdso.so.1 (0x00007fc70d37e000)
\tlibGL.so.1 => /lib/x86_64-linux-gnu/libGL.so.1 (0x00007fc70d21f000)
\tlibxcb-cursor.so.0 => not found
\tlibxkbcommon-x11.so.0 => not found
\tlibxcb-cursor.so.0 => not found
"""


@pytest.fixture
def report() -> bootstrap.Report:
    return bootstrap.Report()


@pytest.mark.parametrize("version", [(3, 6), (3, 10), (3, 14), (4, 0), (2, 7)])
def test_a_python_that_does_not_fit_is_told_which_ones_do(version):
    refusal = bootstrap.version_refusal(*version)
    assert refusal is not None
    assert f"This is Python {version[0]}.{version[1]};" in refusal
    assert "3.11, 3.12 or 3.13" in refusal


@pytest.mark.parametrize("minor", [11, 12, 13])
def test_a_python_that_fits_is_taken_but_not_for_32_bit(minor):
    assert bootstrap.version_refusal(3, minor) is None
    assert "32 bit" in (bootstrap.version_refusal(3, minor, is_64_bit=False) or "")


def test_an_old_python_can_read_the_file_as_far_as_the_refusal():
    ast.parse((ROOT / "bootstrap.py").read_text(encoding="utf-8"), feature_version=(3, 6))


def test_only_the_standard_library_is_needed():
    tree = ast.parse((ROOT / "bootstrap.py").read_text(encoding="utf-8"))
    imported = {name.name for node in ast.walk(tree) if isinstance(node, ast.Import) for name in node.names}
    imported |= {str(node.module) for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert {name.partition(".")[0] for name in imported} <= sys.stdlib_module_names


def test_the_locked_requirements_to_test_are_enough_to_run():
    run, dev = (bootstrap.pins(ROOT / "requirements" / name) for name in ("run.txt", "dev.txt"))
    assert len(run) > 20
    assert run < dev


def test_what_ldd_does_not_find_is_named_once():
    assert bootstrap.missing_libraries(LDD) == ["libxcb-cursor.so.0", "libxkbcommon-x11.so.0"]


@pytest.mark.parametrize(
    ("library", "package"),
    [
        ("libxcb-cursor.so.0", "libxcb-cursor0"),
        ("libxcb-icccm.so.4", "libxcb-icccm4"),
        ("libxcb-keysyms.so.1", "libxcb-keysyms1"),
        ("libxcb-util.so.1", "libxcb-util1"),
        ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
        ("libX11-xcb.so.1", "libx11-xcb1"),
        ("libX11.so.6", "libx11-6"),
        ("libEGL.so.1", "libegl1"),
        ("libGL.so.1", "libgl1"),
        ("libGLdispatch.so.0", "libglvnd0"),
        ("libdbus-1.so.3", "libdbus-1-3"),
        ("libgthread-2.0.so.0", "libglib2.0-0"),
        ("libz.so.1", "zlib1g"),
        ("libwayland-cursor.so.0", "libwayland-cursor0"),
    ],
)
def test_a_library_is_found_in_its_debian_package(library, package):
    assert bootstrap.debian_package(library) == package


def qt_that_lacks(folder: Path, monkeypatch: pytest.MonkeyPatch, *programs: str) -> Path:
    """A site-packages with a platform plugin that `ldd` finds wanting, on a computer with only these programs."""
    plugin = folder / "PySide6/Qt/plugins/platforms/libqxcb.so"
    plugin.parent.mkdir(parents=True)
    plugin.touch()
    answers = {
        "ldd": f"#!/bin/sh\necho '{LDD}'\n",
        "apt-get": f'#!/bin/sh\necho "$@" >> {folder}/apt.log\nexit ${{CODE:-0}}\n',
    }
    for program in programs:
        path = folder / "bin" / program
        path.parent.mkdir(exist_ok=True)
        path.write_text(answers[program])
        path.chmod(0o755)
    monkeypatch.setenv("PATH", str(folder / "bin"))
    return folder


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has these system libraries")
class TestSystemLibraries:
    def test_root_has_them_installed(self, tmp_path, monkeypatch, report):
        monkeypatch.setattr(os, "geteuid", lambda: 0)
        monkeypatch.setenv("DEBIAN_FRONTEND", "dialog")
        bootstrap.check_libraries(qt_that_lacks(tmp_path, monkeypatch, "ldd", "apt-get"), report)
        update, install = (tmp_path / "apt.log").read_text().splitlines()
        assert update == "update"
        assert install == "install -y --no-install-recommends libxcb-cursor0 libxkbcommon-x11-0"
        assert os.environ["DEBIAN_FRONTEND"] == "noninteractive"

    def test_root_is_told_when_that_fails(self, tmp_path, monkeypatch, report):
        monkeypatch.setattr(os, "geteuid", lambda: 0)
        monkeypatch.setenv("CODE", "100")
        monkeypatch.setenv("DEBIAN_FRONTEND", "dialog")
        with pytest.raises(bootstrap.SetupError, match="apt-get install libxcb-cursor0 libxkbcommon-x11-0"):
            bootstrap.check_libraries(qt_that_lacks(tmp_path, monkeypatch, "ldd", "apt-get"), report)

    def test_anybody_else_gets_the_one_line_to_run(self, tmp_path, monkeypatch, report):
        monkeypatch.setattr(os, "geteuid", lambda: 1000)
        with pytest.raises(bootstrap.SetupError, match="sudo apt-get install libxcb-cursor0 libxkbcommon-x11-0"):
            bootstrap.check_libraries(qt_that_lacks(tmp_path, monkeypatch, "ldd", "apt-get"), report)
        assert not (tmp_path / "apt.log").exists()

    def test_without_debian_the_libraries_are_named(self, tmp_path, monkeypatch, report):
        with pytest.raises(bootstrap.SetupError, match=r"libxcb-cursor\.so\.0, libxkbcommon-x11\.so\.0"):
            bootstrap.check_libraries(qt_that_lacks(tmp_path, monkeypatch, "ldd"), report)

    def test_nothing_is_asked_where_there_is_no_ldd(self, tmp_path, monkeypatch, report):
        bootstrap.check_libraries(qt_that_lacks(tmp_path, monkeypatch, "apt-get"), report)
        assert not (tmp_path / "apt.log").exists()


@pytest.mark.parametrize("arguments", [[], ["picture.png"]])
def test_a_window_without_a_display_is_refused_and_the_tour_named(arguments):
    with pytest.raises(bootstrap.SetupError, match=r"main\.py tour"):
        bootstrap.check_display("run", arguments, "linux", {"DISPLAY": ""})


@pytest.mark.parametrize(
    ("arguments", "system", "variables"),
    [
        ([], "linux", {"DISPLAY": ":0"}),
        ([], "linux", {"WAYLAND_DISPLAY": "wayland-0"}),
        ([], "linux", {"QT_QPA_PLATFORM": "vnc"}),
        ([], "darwin", {}),
        ([], "win32", {}),
        (["tour", "out"], "linux", {}),
        (["apply", "a.json", "a.png", "b.png"], "linux", {}),
        (["table", "model.keras"], "linux", {}),
        (["train", "job.json"], "linux", {}),
        (["--help"], "linux", {}),
    ],
)
def test_what_needs_no_window_or_has_a_display_passes(arguments, system, variables):
    bootstrap.check_display("run", arguments, system, variables)


@pytest.mark.parametrize(
    ("lines", "arrived", "step"),
    [
        ([], set(), "Reading the requirements"),
        (["Ignoring b: markers 'x'", "Collecting a-b==1.0 (from -r r.txt)"], set(), "Fetching 1 of 8: a-b"),
        (["Collecting a==1", "  Downloading a-1-py3-none-any.whl (572.4 MB)"], set(), "Fetching 1 of 9: a (572.4 MB)"),
        (["Processing /x y/a_b-1.0-py3-none-any.whl (from -r /x/r.txt)"], set(), "Fetching 1 of 9: a_b"),
        (["Collecting a==1", "WARNING: Retrying (1)"], set(), "Fetching 1 of 9: a Retrying"),
        (["Requirement already satisfied: a==1 in /x", "Collecting c"], set(), "Fetching 2 of 9: c"),
        (["Installing collected packages: a.b, c, d-e"], {"a_b", "c"}, "Installing 1 of 3: a.b"),
        (
            ["Installing collected packages: a.b, c, d-e"],
            {"a_b-1.dist-info", "c-2.dist-info"},
            "Installing 3 of 3: d-e",
        ),
        (["Installing collected packages: c"], {"c-2.dist-info"}, "Finishing"),
    ],
)
def test_progress_names_the_package_of_how_many(lines, arrived, step):
    assert bootstrap.pip_step([f"{line}\n" for line in lines], 9, arrived) == step


NOT_FOUND = "ERROR: No matching distribution found for keras==3.15"


@pytest.mark.parametrize(
    ("lines", "has_wheels", "sentence"),
    [
        (["ERROR: Could not install packages: [Errno 28] No space left on device"], False, "The disk is full"),
        (["WARNING: Retrying: Failed to establish a new connection", NOT_FOUND], False, "keras cannot be fetched"),
        (["WARNING: Retrying: Temporary failure in name resolution", NOT_FOUND], False, "download wheels"),
        ([NOT_FOUND], True, "The folder wheels has no keras"),
        ([NOT_FOUND], False, "There is no keras for"),
        (["Collecting a==1", "ERROR: THESE PACKAGES DO NOT MATCH THE HASHES"], False, "a is not the file that was"),
        (["PermissionError: [Errno 13] Permission denied: 'x'"], False, "Close Kernelscope"),
        (["[Errno 30] Read-only file system: '.venv.lock'"], False, "copy this folder to where you may write"),
        (["ERROR: something new"], False, "something new"),
        ([], False, "no word of why"),
    ],
)
def test_a_failure_becomes_one_sentence(lines, has_wheels, sentence):
    assert sentence in bootstrap.why_it_failed(lines, has_wheels)


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> FakeClone:
    made = FakeClone(tmp_path_factory.mktemp("clone") / "a clone").fill()
    code, output, errors = made.start("run", "picture.png", "--flag")
    assert (code, output) == (0, "main 1.0 picture.png --flag"), errors
    assert "Fetching 1 of 1: alpha" in errors
    return made


@pytest.fixture
def copy(clone: FakeClone, tmp_path: Path) -> FakeClone:
    """A clone that was prepared, then moved."""
    shutil.copytree(clone.root, tmp_path / "moved", symlinks=True)
    return FakeClone(tmp_path / "moved")


def test_a_second_start_does_nothing_but_start(clone):
    state = (clone.environment.folder / "kernelscope.json").stat().st_mtime_ns
    assert clone.start() == (0, "main 1.0", "")
    assert clone.start("tour", "out", DISPLAY="") == (0, "main 1.0 tour out", "")
    assert (clone.environment.folder / "kernelscope.json").stat().st_mtime_ns == state


def test_without_a_display_the_window_is_refused(clone):
    code, output, errors = clone.start("run", DISPLAY="", WAYLAND_DISPLAY="", QT_QPA_PLATFORM="")
    assert (code != 0 or sys.platform != "linux", output) == (True, "")
    assert "tour OUT_DIR" in errors


def test_a_moved_clone_is_put_right_and_what_the_tests_need_is_enough_to_run(copy, clone):
    script = copy.environment.python.parent / "activate"
    assert str(clone.root) in script.read_text()
    code, output, errors = copy.start("test", "-k", "name")
    assert (code, output) == (0, "tests -k name"), errors
    assert "half done" not in errors  # a script of a package, as long as its path, is no sign of an interruption
    assert str(clone.root) not in script.read_text()
    assert str(copy.root) in script.read_text()
    assert copy.start() == (0, "main 1.0", "")
    assert copy.start("test") == (0, "tests", "")


def test_a_kill_in_the_middle_of_installing_is_mended_by_the_next_start(copy, tmp_path):
    system_temporary = tmp_path / "temporary"
    system_temporary.mkdir()
    many = {f"part_{number}.py": "x = 1\n" for number in range(1000)}
    copy.require(run=make_wheel(copy.wheels, "alpha", "2.0", many), test="")
    part = copy.environment.site_packages() / "alpha" / "part_0.py"
    with copy.begin(TMPDIR=str(system_temporary)) as process:
        while not part.exists():
            assert process.poll() is None
            time.sleep(0.005)
        process.kill()
    assert not copy.environment.is_ready("run")
    code, output, errors = copy.start()
    assert (code, output) == (0, "main 2.0"), errors
    assert len(list(part.parent.glob("part_*.py"))) == 1000
    assert not list(copy.environment.folder.rglob("~*"))
    assert not list(system_temporary.iterdir())


def test_files_that_an_interruption_cut_short_are_put_back(copy):
    package = copy.environment.site_packages() / "alpha" / "__init__.py"
    package.write_text("")
    (copy.environment.folder / "kernelscope.json").unlink()
    code, output, errors = copy.start()
    assert (code, output) == (0, "main 1.0"), errors
    assert "alpha-1.0.dist-info" in errors


def test_two_starts_at_once_do_not_collide_where_the_python_has_vanished(copy):
    copy.environment.python.unlink()
    copy.environment.python.write_text("what is left of a Python that was taken away")
    with copy.begin("first") as first, copy.begin("second") as second:
        outcomes = [process.communicate(timeout=120) for process in (first, second)]
    assert [output.strip() for output, _ in outcomes] == ["main 1.0 first", "main 1.0 second"], outcomes
    assert sum("Making .venv anew" in errors for _, errors in outcomes) == 1
    assert sum("Another start" in errors for _, errors in outcomes) == 1
    assert sum("Fetching" in errors for _, errors in outcomes) == 1


def test_a_clone_without_a_network_lives_on_what_another_downloaded(copy, tmp_path):
    shutil.move(copy.wheels, tmp_path / "index")
    (copy.environment.folder / "kernelscope.json").unlink()
    shutil.rmtree(copy.environment.site_packages() / "alpha")
    code, _, errors = copy.start()
    assert code == 1
    assert "alpha cannot be fetched" in errors.splitlines()[-1]
    assert "bootstrap.py download wheels" in errors.splitlines()[-1]
    assert not copy.environment.is_ready("run")

    code, _, errors = copy.start("download", str(copy.wheels), PIP_NO_INDEX="1", PIP_FIND_LINKS=str(tmp_path / "index"))
    assert code == 0, errors
    assert {wheel.name.partition("-")[0] for wheel in copy.wheels.iterdir()} == {"alpha", "pytest"}
    assert copy.start()[:2] == (0, "main 1.0")


def test_a_package_that_is_not_the_locked_one_is_refused(copy):
    make_wheel(copy.wheels, "alpha", "2.0", {"evil.py": "x = 1"})
    copy.require(run="alpha==2.0 --hash=sha256:" + "0" * 64, test="")
    code, output, errors = copy.start()
    assert (code, output) == (1, "")
    assert "is not the file that was locked" in errors.splitlines()[-1]
