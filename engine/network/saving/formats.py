"""The kinds of file that a network can be saved as. Imports nothing heavy: the window shows them too."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from engine.errors import UserError
from engine.text import mark


@dataclass(frozen=True, kw_only=True)
class Format:
    """One kind of file. `needs` are packages that the program does without otherwise."""

    key: str
    title: str
    suffix: str
    help: str
    needs: tuple[str, ...] = ()

    @property
    def missing(self) -> tuple[str, ...]:
        """Those of the packages that are not installed."""
        return tuple(name for name in self.needs if find_spec(name) is None)

    def refusal(self) -> UserError | None:
        """Why a network cannot be saved like this on this computer; None where it can."""
        if not self.missing:
            return None
        return UserError(
            mark("Saving as {title} needs {packages}, which did not come with the program. Run “pip install "
                 "{packages_apart}” in its environment and start it again, or save as .keras."),
            title=self.title, packages=" + ".join(self.missing), packages_apart=" ".join(self.missing),
        )  # fmt: skip


FORMATS = (
    Format(
        key="keras", title="Keras", suffix=".keras",
        help=mark("Everything: layers, weights, class names. Opens here again, and in Keras."),
    ),
    Format(
        key="tflite", title="TensorFlow Lite", suffix=".tflite",
        help=mark("For telephones and small computers: answers only, it cannot be opened here or trained further. "
                  "Class names lie in it as labels.txt."),
    ),
    Format(
        key="onnx", title="ONNX", suffix=".onnx", needs=("onnx", "tf2onnx", "onnxruntime"),
        help=mark("For other programs than Keras: answers only, it cannot be opened here."),
    ),
)  # fmt: skip


def format_for(path: Path) -> Format:
    """The format that a file's ending asks for."""
    for each in FORMATS:
        if each.suffix == path.suffix.lower():
            return each
    raise UserError(
        mark("A network cannot be saved as “{name}”. End the name with {known}."),
        name=path.name[:80], known=", ".join(each.suffix for each in FORMATS),
    )  # fmt: skip
