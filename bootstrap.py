"""From a fresh clone to the running program, with nothing but Python: standard library only.

    python3 bootstrap.py [run] [ARGUMENTS of main.py]   prepare what is missing, then start Kernelscope
    python3 bootstrap.py test [ARGUMENTS of pytest]     prepare what is missing, then run the tests
    python3 bootstrap.py install                        prepare only
    python3 bootstrap.py download [FOLDER]              fetch all packages for computers without a network

Prepared are `.venv` beside this file, from the locked requirements, and on Linux the system libraries that Qt needs.
A folder `wheels` beside this file, as `download` fills it, is used instead of the network.
"""

# The syntax stays that of Python 3.6, so that an old Python gets as far as the sentence that refuses it.
import contextlib
import csv
import errno
import hashlib
import importlib.util
import json
import os
import platform
import queue
import re
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from itertools import chain
from pathlib import Path


def version_refusal(major: int, minor: int, is_64_bit: bool = True) -> "str | None":
    """Why this Python cannot be used, or None when it can."""
    if is_64_bit and (3, 11) <= (major, minor) < (3, 14):
        return None
    found = f"This is Python {major}.{minor}{'' if is_64_bit else ' for 32 bit'}"
    way = f"{'py -3.13' if os.name == 'nt' else 'python3.13'} bootstrap.py"
    return f"{found}; Kernelscope needs 3.11, 3.12 or 3.13 for 64 bit. Install one, then start with it: {way}"


_refusal = version_refusal(*sys.version_info[:2], is_64_bit=sys.maxsize > 2**32)
if _refusal:
    sys.exit(_refusal)

ROOT = Path(__file__).resolve().parent
# Where pip names the package it is at; a file by its path.
PACKAGE = r"^(?:Collecting|Processing [^()]*[/\\]|.* satisfied:|ERROR: No .* for) ?(\w[\w.]*(?:-[a-z]\w*)*)"
WITHOUT_QT = ("apply", "table", "train", "-h", "--help", "--version")
# Runs a module that must not outlive us: however we end, our end of its standard input closes, and it ends with its own
# children. os.read, not sys.stdin, whose lock would be held while the interpreter shuts down. Temporary files lie in
# .venv, where the next start finds them, not in a system folder that may be small.
RUNNER = """
import os, runpy, sys, tempfile, threading
scratch = tempfile.TemporaryDirectory(prefix="~", dir=sys.prefix)
tempfile.tempdir = scratch.name
def end_with_parent():
    os.read(0, 1)
    os.killpg(0, 9) if IS_POSIX else os._exit(1)
IS_POSIX = hasattr(os, "setsid") and os.setsid() is None
threading.Thread(target=end_with_parent, daemon=True).start()
runpy.run_module(sys.argv.pop(1), run_name="__main__", alter_sys=True)
"""


class SetupError(Exception):
    """A refusal in one sentence, for the person who started us."""


class Report:
    """Progress on standard error: one line that renews itself on a terminal, plain lines anywhere else."""

    def __init__(self) -> None:
        self._is_live = sys.stderr.isatty()
        self._shown = ""
        self._started = time.monotonic()

    def step(self, text: str) -> None:
        """Say what is going on, with the seconds so far; the same text again renews the seconds."""
        if self._is_live:
            width = shutil.get_terminal_size().columns - 1
            line = f"[{time.monotonic() - self._started:.0f} s] {text}" if text else ""
            print("\r" + line[:width].ljust(width), end="\r", file=sys.stderr, flush=True)
        elif text and text != self._shown:
            print(text, file=sys.stderr, flush=True)
        self._shown = text

    def line(self, text: str) -> None:
        self.step("")
        print(text, file=sys.stderr, flush=True)


def try_lock(descriptor: int) -> bool:
    """Take the lock of an open file; the system lets go of it however its holder ends."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        # Some network drives know no locks: better to go on without one than never to start.
        return error.errno not in (errno.EACCES, errno.EAGAIN, errno.EDEADLK)
    return True


@contextlib.contextmanager
def one_at_a_time(path: Path, report: Report) -> Iterator[None]:
    """Wait until no other start is preparing the same folder."""
    with path.open("a") as file:
        while not try_lock(file.fileno()):
            report.step("Another start is preparing .venv; waiting for it to finish")
            time.sleep(0.2)
        yield


def follow(command: list[str], show: Callable[[list[str]], None]) -> tuple[int, list[str]]:
    """Run `command`; give its exit code and lines. `show` gets the lines so far, several times a second."""
    pipe = subprocess.PIPE
    child = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=subprocess.STDOUT, text=True, errors="replace")
    assert child.stdin is not None
    assert child.stdout is not None
    arriving, lines = queue.Queue[str](), list[str]()
    reading = map(arriving.put, chain(child.stdout, [""]))
    threading.Thread(target=list, args=[reading], daemon=True).start()
    try:
        while not lines or lines[-1]:
            with contextlib.suppress(queue.Empty):
                lines.append(arriving.get(timeout=0.25))
            show(lines)
    finally:
        child.stdin.close()
        child.wait()
    child.stdout.close()
    return child.returncode, [line.rstrip() for line in lines[:-1]]


def pins(requirements: Path) -> set[str]:
    """The `name==version` pairs of a requirements file."""
    return set(re.findall(r"^[\w.-]+==[^\s;\\]+", requirements.read_text(encoding="utf-8"), re.MULTILINE))


def pip_step(lines: list[str], total: int, arrived: set[str]) -> str:
    """Which package of how many pip is at, from the lines it printed and the names that arrived in site-packages."""
    text = "".join(lines)
    order = re.search(r"^Installing collected packages: (.+)", text, re.MULTILINE)
    if order:
        names, done = order[1].split(", "), {name.partition("-")[0].lower() for name in arrived if "-info" in name}
        left = [name for name in names if re.sub(r"[-.]+", "_", name).lower() not in done]
        return f"Installing {len(names) - len(left) + 1} of {len(names)}: {left[0]}" if left else "Finishing"
    *_, name, tail = "", *re.split(PACKAGE, text, flags=re.MULTILINE)
    at, total = len(re.findall(PACKAGE, text, re.MULTILINE)), total - len(re.findall("^Ignoring ", text, re.MULTILINE))
    note = "".join(re.findall(r" \([\d.]+ [MG]B\)| Retrying", tail)[-1:])
    return f"Fetching {at} of {total}: {name}{note}" if at else "Reading the requirements"


def why_it_failed(lines: list[str], has_wheels: bool) -> str:
    """One sentence for why a step went wrong, from what it printed."""
    text = "\n".join(lines)
    *_, package = "A package", *re.findall(PACKAGE, text, re.MULTILINE)
    here = f"{platform.system()} {platform.machine()} with this Python"
    elsewhere = "on a computer like this one run `python3 bootstrap.py download wheels` and copy that folder here"
    unfit = f"The folder wheels has no {package} for {here}. Remove it, to use the network; or {elsewhere}."
    network = "retrying|new connection|name resolution|timed out|unreachable|connection ?(error|reset|abort)"
    writable = "Close Kernelscope everywhere, or copy this folder to where you may write, and start again."
    known = {
        "no space left|errno 28|not enough space": "The disk is full. Make room (it takes 3.3 GB) and start again.",
        "not match the hashes": f"What came as {package} is not the file that was locked. Start again later.",
        "permission denied|access is denied|read-only": f"A file cannot be written. {writable}",
        network: f"{package} cannot be fetched, the network does not answer. Connect and start again; or {elsewhere}.",
        "no matching distribution": unfit if has_wheels else f"There is no {package} for {here}.",
    }
    sentences = (sentence for signs, sentence in known.items() if re.search(signs, text, re.IGNORECASE))
    return next(sentences, f"This step failed: {(lines or ['no word of why'])[-1]}")


def is_whole(information: Path) -> bool:
    """Whether each file is there, in its length, that a package's `*.dist-info` lists; but scripts follow a move."""
    try:
        with (information / "RECORD").open(encoding="utf-8", newline="") as record:
            rows = [row for row in csv.reader(record) if row[2] and not re.match(r"\.\.|.*\.pyc$", row[0])]
            return all((information.parent / row[0]).stat().st_size == int(row[2]) for row in rows)
    except (OSError, IndexError, ValueError):
        return False


def delete(path: Path) -> None:
    """Remove a file, a link or a folder."""
    shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink()


class Environment:
    """The `.venv` of one working copy.

    Its state file names the sets of requirements that are whole: none while anything changes, so that after an
    interruption nothing is believed and everything is looked at.
    """

    def __init__(self, root: Path, report: Report) -> None:
        self._root, self._report = root, report
        self.folder = root / ".venv"
        self.python = self.folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
        self._module = [str(self.python), "-I", "-u", "-c", RUNNER]
        self._state_file = self.folder / "kernelscope.json"

    def _version(self) -> str:
        """Which Python is in there, as in 3.11; empty when none starts."""
        command = [str(self.python), "-I", "-S", "-c", "import sys; print('%d.%d' % sys.version_info[:2])"]
        try:
            return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
        except (OSError, subprocess.CalledProcessError):
            return ""

    def site_packages(self) -> Path:
        return self.folder / ("Lib/site-packages" if os.name == "nt" else f"lib/python{self._version()}/site-packages")

    def _state(self) -> dict[str, str]:
        """Where and with which Python the folder was made, and a digest for each whole set of requirements."""
        try:
            return dict(json.loads(self._state_file.read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError):
            return {}

    def _write_state(self, place: str, **digests: str) -> None:
        aside = self._state_file.with_suffix(".new")
        aside.write_text(json.dumps({"place": place, "python": self._version(), **digests}), encoding="utf-8")
        aside.replace(self._state_file)

    def _requirements(self, kind: str) -> Path:
        return self._root / "requirements" / ("dev.txt" if kind == "test" else "run.txt")

    def _digest(self, kind: str) -> str:
        return hashlib.sha256(self._requirements(kind).read_bytes()).hexdigest()

    def is_ready(self, kind: str) -> bool:
        """Whether nothing has changed since the requirements to `run` or to `test` were installed."""
        expected = {"place": str(self.folder), "python": self._version(), kind: self._digest(kind)}
        return expected.items() <= self._state().items()

    def make(self) -> None:
        """Get a Python and a pip that work into the folder, whatever was there before."""
        here, state, version = str(self.folder), self._state(), self._version()
        if self.folder.exists() or self.folder.is_symlink():
            is_begun = bool(state) or any(self.site_packages().glob("*.dist-info"))
            if is_begun and version in ("3.11", "3.12", "3.13") and state.get("python", version) == version:
                self._write_state(state.get("place", here))
                self._replace_in_scripts(state.get("place", here), here)
            else:
                self._report.line("Making .venv anew: its Python is gone, is another one, or was never finished.")
                self._state_file.unlink(missing_ok=True)
                delete(self.folder)
        if not self.folder.exists():
            if not all(importlib.util.find_spec(name) for name in ("venv", "ensurepip")):
                package = f"python3.{sys.version_info[1]}-venv"
                install_system_packages([package], "This Python came without venv and pip.", self._report)
            base = getattr(sys, "_base_executable", None) or sys.executable
            self._do([base, "-I", "-m", "venv", "--without-pip", here], lambda lines: "Making .venv")
        self._write_state(here)
        site_packages = self.site_packages()
        for path in {*self.folder.glob("~*"), *site_packages.glob("~*"), *site_packages.glob("*.dist-info")}:
            if path.name.startswith("~") or not is_whole(path):
                self._report.line(f"Removing what was left half done: {path.name}")
                delete(path)
        if not any(site_packages.glob("pip-*.dist-info")):
            self._do([*self._module, "ensurepip", "--default-pip"], lambda lines: "Adding pip")

    def _replace_in_scripts(self, old: str, new: str) -> None:
        """Follow a move of the folder: the scripts in it name their Python by its full path."""
        for script in self.python.parent.iterdir() if old != new else ():
            if script.suffix != ".exe" and not script.is_symlink() and script.stat().st_size < 100_000:
                script.write_bytes(script.read_bytes().replace(old.encode(), new.encode()))

    def _do(self, command: list[str], describe: Callable[[list[str]], str]) -> None:
        """Run one step of the work, saying how far it is; refuse in one sentence when it fails."""
        code, lines = follow(command, lambda lines: self._report.step(describe(lines)))
        if code:
            with contextlib.suppress(OSError):  # a full disk has no room for it either
                (self.folder / "failed.log").write_text("\n".join(lines), encoding="utf-8")
            raise SetupError(f"{why_it_failed(lines, '--no-index' in command)} (Details: .venv/failed.log)")

    def pip(self, kind: str, *words: str) -> None:
        """Run pip on the locked requirements, with hashes, and say how far it is."""
        site_packages, requirements = self.site_packages(), self._requirements(kind)
        before, total = set(os.listdir(site_packages)), len(pins(requirements))
        words += ("--require-hashes", "--no-deps", "--only-binary", ":all:", "--no-input", "--progress-bar", "off")
        self._do(
            [*self._module, "pip", *words, "--disable-pip-version-check", "-r", str(requirements)],
            lambda lines: pip_step(lines, total, set(os.listdir(site_packages)) - before),
        )

    def install(self, kind: str) -> None:
        """Install the requirements to `run` or to `test`, and note them as whole."""
        has_wheels, wheels = (self._root / "wheels").is_dir(), str(self._root / "wheels")
        self.pip(kind, "install", "--no-user", *(("--no-index", "--find-links", wheels) if has_wheels else ()))
        whole = [name for name in ("run", "test") if pins(self._requirements(name)) <= pins(self._requirements(kind))]
        self._write_state(str(self.folder), **{name: self._digest(name) for name in whole})
        self._report.line("Ready: every package is in .venv.")


def missing_libraries(ldd_output: str) -> list[str]:
    """The names that `ldd` could not find."""
    return sorted(set(re.findall(r"^\s*(\S+) => not found", ldd_output, re.MULTILINE)))


def debian_package(library: str) -> str:
    """The Debian package of a system library: by Debian's naming rule, or one of its exceptions among Qt's needs."""
    name, _, version = re.sub(r"lib(glib|gthread|gobject|gio)-2", "libglib2", library).partition(".so.")
    rule = (f"{name}-{version}" if name[-1:].isdigit() else name + version).lower().replace("_", "-")
    return {"libz1": "zlib1g", "libgldispatch0": "libglvnd0"}.get(rule, rule)


def install_system_packages(packages: list[str], why: str, report: Report) -> None:
    """Install with apt-get where we may; otherwise say the one line that does it."""
    wanted = " ".join(packages)
    if not shutil.which("apt-get"):
        raise SetupError(f"{why} Install what is missing with your system's package manager and start again.")
    if os.geteuid() != 0:
        raise SetupError(f"{why} Run this line and start again: sudo apt-get install {wanted}")
    os.environ["DEBIAN_FRONTEND"] = "noninteractive"
    follow(["apt-get", "update"], lambda lines: report.step("Asking apt-get what there is"))
    command = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    if follow(command, lambda lines: report.step(f"Installing {wanted}"))[0]:
        raise SetupError(f"{why} apt-get could not install them; see what it says to: apt-get install {wanted}")


def check_libraries(site_packages: Path, report: Report) -> None:
    """See that the system libraries are there that PySide6 and OpenCV do not bring along."""
    kinds = "[xw]*" if os.environ.get("WAYLAND_DISPLAY") else "xcb"
    patterns = ("cv2/*.so", "PySide6/Qt/lib/libQt6Gui.so.6", f"PySide6/Qt/plugins/platforms/libq{kinds}.so")
    files = [str(path) for pattern in patterns for path in site_packages.glob(pattern)]
    if files and shutil.which("ldd"):
        missing = missing_libraries(subprocess.run(["ldd", *files], capture_output=True, text=True).stdout)
        if missing:
            packages = sorted({debian_package(name) for name in missing})
            install_system_packages(packages, f"System libraries are missing: {', '.join(missing)}.", report)


def check_display(command: str, arguments: list[str], system: str, variables: Mapping[str, str]) -> None:
    """Refuse to open a window where there is no display to open it on."""
    needs_one = command == "run" and (not arguments or arguments[0] not in (*WITHOUT_QT, "tour"))
    has_one = any(variables.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
    if system == "linux" and needs_one and not has_one:
        way = "`main.py tour OUT_DIR` draws it to PNG files: python3 bootstrap.py run tour OUT_DIR"
        raise SetupError(f"There is no display here to open a window on. To see the program without one, {way}")


def prepare(command: str, arguments: list[str], report: Report) -> list[str]:
    """Make everything ready for one of the four commands; what is left to be started, if anything."""
    check_display(command, arguments, sys.platform, os.environ)
    environment, kind = Environment(ROOT, report), "test" if command == "test" else "run"
    if command == "download" or not environment.is_ready(kind):
        with one_at_a_time(ROOT / ".venv.lock", report):
            if not environment.is_ready(kind):
                environment.make()
                if command != "download":
                    environment.install(kind)
            if command == "download":
                folder = Path(arguments[0] if arguments else "wheels").resolve()
                environment.pip("test", "download", "--dest", str(folder))
                report.line(f"Ready: put {folder} as `wheels` beside bootstrap.py on computers like this one.")
                return []
    if command != "run" or not arguments or arguments[0] not in WITHOUT_QT:
        check_libraries(environment.site_packages(), report)
    if command == "test":
        if sys.platform == "linux" and not shutil.which("Xvfb"):
            with contextlib.suppress(SetupError):  # the test of the real window says itself that it is skipped
                install_system_packages(["xvfb"], "", report)
        os.chdir(ROOT)
        return [str(environment.python), "-m", "pytest", *arguments]
    return [str(environment.python), str(ROOT / "main.py"), *arguments] if command == "run" else []


def main(arguments: list[str]) -> int:
    """Do what the command line asks; the exit code."""
    if arguments[:1] in (["-h"], ["--help"]):
        print(__doc__)
        return 0
    command, *rest = arguments if {*arguments[:1]} & {"run", "test", "install", "download"} else ["run", *arguments]
    report = Report()
    try:
        following = prepare(command, rest, report)
        report.step("")
        if not following or os.name == "nt":
            return subprocess.call(following) if following else 0
        os.execv(following[0], following)
    except SetupError as problem:
        report.line(str(problem))
    except OSError as error:
        report.line(why_it_failed([str(error)], has_wheels=False))
    except KeyboardInterrupt:
        report.line("Stopped. What was finished is kept; start again to go on.")
        return 130
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
