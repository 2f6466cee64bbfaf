"""Reads every model file of a folder and prints what came of each as JSON. Run in a process of its own.

python -m tests.engine.network.reading.hostile FOLDER
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

MOST_MEMORY = 2 * 2**30


def main(folder: Path) -> None:
    if sys.platform == "linux":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    from engine.errors import UserError
    from engine.network.reading.opening import read_model

    for path in sorted(folder.iterdir()):
        try:
            read_model(path)
            outcome = "read"
        except UserError as error:
            outcome = f"refused: {error}"
        except BaseException as error:
            outcome = f"failed: {type(error).__name__}: {error}"
        print(json.dumps([path.name, outcome]), flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
