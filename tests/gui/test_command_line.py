import subprocess
import sys

import pytest

from tests.e2e.program import ROOT


@pytest.mark.parametrize(
    "failure", ["RuntimeError('inside')", "MemoryError()", "OSError(28, 'No space left', 'out.png')"]
)
def test_whatever_fails_is_one_sentence_on_standard_error(failure):
    code = (
        "import sys, engine.commands.apply as apply\n"
        f"def fail(**_): raise {failure}\n"
        "apply.apply_recipe = fail\n"
        "import main\n"
        "sys.exit(main.main(['apply', 'a.json', 'b.png', 'out.png']))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1
    assert "Traceback" not in done.stderr


def test_the_version_is_the_one_of_the_project():
    done = subprocess.run(
        [sys.executable, "main.py", "--version"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0
    told = done.stdout.removeprefix("Kernelscope ").strip()
    assert f'version = "{told}"' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")
