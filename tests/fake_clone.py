"""A clone with tiny packages instead of the real ones: `bootstrap.py` runs for real, in seconds, without a network."""

from __future__ import annotations

import base64
import hashlib
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import bootstrap

MAIN = "import sys, alpha\nprint('main', alpha.VERSION, *sys.argv[1:])\n"
PYTEST = "import sys\nprint('tests', *sys.argv[1:])\n"


def make_wheel(folder: Path, name: str, version: str = "1.0", files: dict[str, str] | None = None) -> str:
    """Write a wheel into `folder`; its line for a requirements file, with its hash."""
    information = f"{name}-{version}.dist-info"
    contents = {f"{name}/__init__.py": f"VERSION = {version!r}\n"}
    contents |= {f"{name}/{path}": text for path, text in (files or {}).items()}
    contents[f"{information}/METADATA"] = f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n"
    contents[f"{information}/WHEEL"] = (
        "Wheel-Version: 1.0\nGenerator: tests\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
    )
    contents[f"{information}/entry_points.txt"] = f"[console_scripts]\n{name}-tool = {name}:VERSION\n"
    rows = []
    for path, text in contents.items():
        digest = base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).rstrip(b"=").decode()
        rows.append(f"{path},sha256={digest},{len(text.encode())}")
    contents[f"{information}/RECORD"] = "\n".join([*rows, f"{information}/RECORD,,", ""])
    folder.mkdir(exist_ok=True)
    wheel = folder / f"{name}-{version}-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        for path, text in contents.items():
            archive.writestr(path, text)
    return f"{name}=={version} --hash=sha256:{hashlib.sha256(wheel.read_bytes()).hexdigest()}\n"


class FakeClone:
    """A folder with our `bootstrap.py`, a `main.py` that tells its arguments, and packages called alpha and pytest."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.wheels = root / "wheels"
        self.environment = bootstrap.Environment(root, bootstrap.Report())
        self._variables = {key: value for key, value in os.environ.items() if not key.startswith("PIP_")}
        # Neither the settings of the person who tests, nor a display, nor a network: port 9 refuses at once.
        self._variables |= {"PIP_CONFIG_FILE": os.devnull, "PIP_INDEX_URL": "http://127.0.0.1:9", "PIP_RETRIES": "1"}
        self._variables |= {"DISPLAY": ":0"}

    def fill(self) -> FakeClone:
        """Put everything into a folder that is new."""
        self.root.mkdir(parents=True)
        shutil.copy(bootstrap.__file__, self.root)
        (self.root / "main.py").write_text(MAIN)
        self.require(
            run=make_wheel(self.wheels, "alpha"), test=make_wheel(self.wheels, "pytest", files={"__main__.py": PYTEST})
        )
        return self

    def require(self, *, run: str, test: str) -> None:
        """Write the locked requirements; what `run` needs, `test` needs too."""
        folder = self.root / "requirements"
        folder.mkdir(exist_ok=True)
        (folder / "run.txt").write_text(run)
        (folder / "dev.txt").write_text(run + test)

    def begin(self, *arguments: str, **variables: str) -> subprocess.Popen[str]:
        """Start `bootstrap.py`; an empty variable is taken away."""
        environment = {key: value for key, value in (self._variables | variables).items() if value}
        command = [sys.executable, str(self.root / "bootstrap.py"), *arguments]
        pipe = subprocess.PIPE
        return subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=pipe, stderr=pipe, text=True, env=environment)

    def start(self, *arguments: str, **variables: str) -> tuple[int, str, str]:
        """Run `bootstrap.py` to its end; exit code, standard output, standard error."""
        with self.begin(*arguments, **variables) as process:
            output, errors = process.communicate(timeout=120)
        return process.returncode, output.strip(), errors.strip()
