"""Where the bundled backbone lies, and how it is best used in training. Imports nothing heavy."""

from __future__ import annotations

from pathlib import Path

WEIGHTS = Path(__file__).resolve().parents[3] / "resources" / "weights"
FILE = WEIGHTS / "backbone.keras"
LOG = WEIGHTS / "backbone-log.jsonl"
FIGURES = WEIGHTS / "backbone-figures.json"
