"""Collects every text that people see into `kernelscope.ts`, the template of a translation.

    python resources/translations/extract.py

A translator copies the template to `kernelscope_<language>.ts`, fills it in with Qt Linguist, and turns it into a
`.qm` file with `pyside6-lrelease`.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = ("gui", "engine")
MARKERS = ("tr", "mark")
# The two functions themselves take whatever comes.
DEFINED_IN = ("gui/text.py", "engine/text.py")


@dataclass
class Found:
    """Texts with the files they are in, and calls whose text is not written out and so would be lost."""

    texts: dict[str, list[str]] = field(default_factory=dict)
    lost: list[str] = field(default_factory=list)


def collect(root: Path = ROOT, folders: tuple[str, ...] = FOLDERS) -> Found:
    """Read every Python file in the folders."""
    found = Found()
    for folder in folders:
        for path in sorted((root / folder).rglob("*.py")):
            name = path.relative_to(root).as_posix()
            if name in DEFINED_IN:
                continue
            for line, text in calls(path.read_text(encoding="utf-8")):
                if text is None:
                    found.lost.append(f"{name}:{line}")
                elif name not in found.texts.setdefault(text, []):
                    found.texts[text].append(name)
    return found


def calls(source: str) -> Iterator[tuple[int, str | None]]:
    """Line and text of every call of `tr` or `mark`; None for a text that is not a literal."""
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call) or not node.args:
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        if name not in MARKERS:
            continue
        first = node.args[0]
        is_literal = isinstance(first, ast.Constant) and isinstance(first.value, str)
        yield node.lineno, first.value if is_literal else None  # type: ignore[attr-defined, misc]


def as_ts(found: Found) -> str:
    """The template as Qt Linguist reads it."""
    lines = ['<?xml version="1.0" encoding="utf-8"?>', "<!DOCTYPE TS>", '<TS version="2.1" sourcelanguage="en">']
    lines += ["<context>", "    <name>Kernelscope</name>"]
    for text in sorted(found.texts):
        lines.append("    <message>")
        lines += [f"        <location filename={quoteattr('../../' + name)}/>" for name in found.texts[text]]
        lines += [f"        <source>{escape(text)}</source>", '        <translation type="unfinished"></translation>']
        lines.append("    </message>")
    return "\n".join([*lines, "</context>", "</TS>"]) + "\n"


def main() -> int:
    """Write the template; a text that cannot be collected is an error."""
    found = collect()
    target = Path(__file__).with_name("kernelscope.ts")
    target.write_text(as_ts(found), encoding="utf-8", newline="\n")
    print(f"{len(found.texts)} texts in {target.name}")
    for place in found.lost:
        print(f"{place}: the text is not written out at the call and cannot be collected", file=sys.stderr)
    return 1 if found.lost else 0


if __name__ == "__main__":
    sys.exit(main())
