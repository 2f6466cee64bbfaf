"""Kernelscope's front door: the window, or one of its commands. Run `main.py --help`.

Child processes import this file again, so nothing is imported or done at the top.
"""

from __future__ import annotations


def main(arguments: list[str] | None = None) -> int:
    """Do what the command line says and return the exit code."""
    import os

    # Read by OpenCV when it is imported, here and in children: a second wall behind our own look at a picture's header.
    os.environ.setdefault("OPENCV_IO_MAX_IMAGE_PIXELS", str(2**29))

    from gui.command_line import run

    return run(arguments)


if __name__ == "__main__":
    import multiprocessing
    import sys

    multiprocessing.freeze_support()
    sys.exit(main())
