"""Writing a recipe as a Python script that does exactly the same by itself."""

from __future__ import annotations

from engine.errors import UserError
from engine.imaging.recipe import Recipe
from engine.imaging.script.keras_parts import keras_part
from engine.imaging.script.numpy_parts import numpy_part
from engine.imaging.script.parts import Part, helper_sources
from engine.imaging.stages.stage import Shape
from engine.text import mark

FLAVOURS = ("opencv", "keras")

_MAIN = """
if __name__ == "__main__":
    image = read_picture(sys.argv[1] if len(sys.argv) > 1 else {picture!r})
    for stage in STAGES:
        image = stage(image)
        print(f"{{stage.__name__:24}} {{'×'.join(str(side) for side in image.shape)}}")
    if len(sys.argv) > 2:
        np.save(sys.argv[2], image)
"""


def write_script(recipe: Recipe, shape: Shape, *, flavour: str = "opencv", picture: str = "picture.png") -> str:
    """The script of a recipe for a picture of `shape`; `flavour` is "opencv" or "keras".

    Run as `python script.py PICTURE OUT.npy`, it prints the shape after each stage and saves the result.
    """
    if flavour not in FLAVOURS:
        raise UserError(
            mark("The code comes as one of: {flavours}; not as {value}."), flavours=", ".join(FLAVOURS), value=flavour
        )
    parts: list[tuple[str, str, Part]] = []
    for number, stage in enumerate((each for each in recipe.stages if each.is_on), start=1):
        part = keras_part(stage, shape) if flavour == "keras" else numpy_part(stage, shape)
        parts.append((f"stage_{number}_{stage.KIND}", str(stage.title()), part))
        shape = stage.output_shape(shape)
    return "\n".join(_lines(recipe, parts, picture))


def _lines(recipe: Recipe, parts: list[tuple[str, str, Part]], picture: str) -> list[str]:
    uses_keras = any(part.uses_keras for _, _, part in parts)
    titles = " → ".join(title for _, title, _ in parts) or "nothing at all"
    lines = [
        f'"""{_safe(recipe.title) or "A recipe"}: {_safe(titles)}.',
        "",
        "Written by Kernelscope. Run it with: python script.py PICTURE OUT.npy",
        '"""',
        "",
        "import sys",
        "",
        "import cv2",
        *(["import keras"] if uses_keras else []),
        "import numpy as np",
        "",
    ]
    needed = {"read_picture"}.union(*(part.helpers for _, _, part in parts))
    for source in helper_sources(needed):
        lines += ["", source, ""]
    for name, title, part in parts:
        lines += ["", f"def {name}(image):", f'    """{_safe(title)}."""']
        lines += [f"    {line}" for line in part.body]
        lines.append("")
    names = ", ".join(name for name, _, _ in parts)
    lines += ["", f"STAGES = [{names}]", "", _MAIN.format(picture=picture).strip("\n"), ""]
    return lines


def _safe(text: str) -> str:
    """Text that can stand in a docstring whatever the user called things."""
    return " ".join(text.replace("\\", "/").replace('"', "'").split())
