"""The command line: which command, with what, and how every failure becomes one sentence on standard error."""

from __future__ import annotations

import argparse
import gc
import io
import logging
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn

from engine.errors import UserError

COMMANDS = ("apply", "table", "train", "tour")
USAGE_ERROR, FAILURE, INTERRUPTED = 2, 1, 130


class Parser(argparse.ArgumentParser):
    """A parser that refuses in one sentence, without the page of usage."""

    def error(self, message: str) -> NoReturn:
        self.exit(USAGE_ERROR, f"{self.prog}: {message}. See {self.prog} --help.\n")


class Version(argparse.Action):
    """Prints the version and ends. It is read only then, which keeps a start from waiting for it."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> NoReturn:
        from engine.version import program_version

        print(f"Kernelscope {program_version()}")
        parser.exit()


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the window or a command; exit code 0, or another one and one sentence on standard error."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    # Without any handler Python would write log records, tracebacks included, to standard error.
    logging.getLogger().addHandler(logging.NullHandler())
    try:
        if given and given[0] in COMMANDS:
            return _run_command(given[0], given[1:])
        return _run_window(given)
    except UserError as error:
        return _refuse(str(error))
    except KeyboardInterrupt:
        print(file=sys.stderr)
        return INTERRUPTED
    except MemoryError:
        return _refuse("There is not enough memory for this. Use a smaller picture.")
    except OSError as error:
        reason = error.strerror or str(error)
        name = f" (“{error.filename}”)" if error.filename else ""
        return _refuse(f"The system refused: {reason}{name}.")
    except Exception as error:
        logging.getLogger("kernelscope").exception("command failed")
        return _refuse(f"An error inside the program ended this work: {type(error).__name__}: {error}.")


def _refuse(sentence: str) -> int:
    print(" ".join(sentence.split()), file=sys.stderr)
    return FAILURE


def _run_window(given: list[str]) -> int:
    parser = Parser(
        prog="main.py",
        description="A laboratory for convolutional networks. Without a command it opens the window.",
        epilog="Commands: apply (a recipe to a picture), table (the layers of a network and their parameters), "
        "train (a job saved from the window), tour (draw every workspace and dock to PNG files). "
        "A file that is called like a command is opened as ./apply.",
    )
    parser.add_argument(
        "file",
        nargs="?",
        metavar="FILE",
        help="picture, folder, video, recipe, network, training job or project to open",
    )
    parser.add_argument("--safe", action="store_true", help="start with defaults and without a camera")
    parser.add_argument("--version", action=Version, nargs=0, help="print which version this is")
    options = parser.parse_args(given)

    # Looking for garbage while modules load costs a tenth of the start and finds none; `gui.app` turns it on again.
    gc.disable()
    from gui.app import run_window

    return run_window(file=options.file, is_safe=options.safe)


def _run_command(command: str, given: list[str]) -> int:
    commands: dict[str, Callable[[list[str]], int]] = {"apply": _apply, "table": _table, "train": _train, "tour": _tour}
    return commands[command](given)


def _apply(given: list[str]) -> int:
    parser = Parser(prog="main.py apply", description="Apply a recipe to a picture.")
    parser.add_argument("recipe", metavar="RECIPE.json", type=Path, help="a recipe saved from the window")
    parser.add_argument("image", metavar="IMAGE", type=Path, help="the picture to work on")
    parser.add_argument(
        "output", metavar="OUT.png", type=Path,
        help="where to write it: .png, .tif, .jpg, .webp or .bmp. Values from 0 to 255 (for a 16-bit picture to "
        "65535) are written as they are; any others as the window would draw them. .npy keeps the exact numbers",
    )  # fmt: skip
    options = parser.parse_args(given)

    from engine.commands.apply import apply_recipe

    print(apply_recipe(recipe=options.recipe, picture=options.image, output=options.output))
    return 0


def _table(given: list[str]) -> int:
    parser = Parser(prog="main.py table", description="Print the parameter table of a network.")
    parser.add_argument("model", metavar="MODEL", help="a network of the gallery, such as vgg-16, or a file")
    parser.add_argument("--json", action="store_true", help="print it for another program to read")
    parser.add_argument("--size", type=int, metavar="SIDE", help="height and width, for a model that takes any")
    options = parser.parse_args(given)

    from engine.commands.table import table_text

    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # a terminal without × and · still shows the numbers
    print(table_text(options.model, is_json=options.json, side=options.size), end="")
    return 0


def _train(given: list[str]) -> int:
    parser = Parser(
        prog="main.py train",
        description="Run a training job. Ctrl+C stops it at once and keeps what was learnt (exit code 130, 143 after "
        "SIGTERM); --resume goes on from there. With several graphics cards all of them learn. Several computers run "
        "it together when each is given the same --workers, or TF_CONFIG; exit code 75 says that one of them was lost.",
    )
    parser.add_argument("job", metavar="JOB.json", type=Path, help="a job saved from the Train workspace")
    parser.add_argument("--resume", action="store_true", help="go on from the last checkpoint, if there is one")
    parser.add_argument("--out", metavar="DIR", type=Path, help="folder for the run; otherwise the job names it")
    parser.add_argument("--report", metavar="FILE.html", type=Path, help="after the run, write a page about it")
    parser.add_argument(
        "--workers", metavar="HOST:PORT,…", help="addresses of all computers that run this job together"
    )
    parser.add_argument(
        "--index", type=int, metavar="N",
        help="which of them this is, from 0, the one that writes; otherwise as Slurm or Kubernetes numbers it",
    )  # fmt: skip
    options = parser.parse_args(given)

    from engine.commands.train import train_job

    return train_job(
        job=options.job, out=options.out, is_resumed=options.resume, stream=sys.stderr, workers=options.workers,
        index=options.index, report=options.report,
    )  # fmt: skip


def _tour(given: list[str]) -> int:
    parser = Parser(
        prog="main.py tour", description="Draw every workspace and dock, with built-in samples, to PNG files."
    )
    parser.add_argument("folder", metavar="OUT_DIR", type=Path, help="folder for the pictures; made if it is missing")
    options = parser.parse_args(given)

    from gui.tour import run_tour

    for path in run_tour(options.folder, say=lambda sentence: print(sentence, file=sys.stderr)):
        print(path)
    return 0
