"""Saving a Keras model as a file that was proved to give the same answers. For the network worker only.

    save_network(model, Path("cats.keras"), labels=Labels(("cat", "dog"), "signed"))

Keras writes straight to the name that it is given, and TensorFlow's converters tell nothing of what they got wrong; so
each file is written beside the old one, run on a picture of random numbers, and only then put into its place.
"""

from __future__ import annotations

import contextlib
import io
import warnings
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import keras
import numpy as np
from numpy.typing import NDArray

from engine.errors import UserError
from engine.files import SaveError, write_file_atomically
from engine.network.building import build
from engine.network.reading.labels import MEMBER, Labels
from engine.network.reading.opening import read_model
from engine.network.saving.formats import Format, format_for
from engine.text import mark

Values = list[NDArray[Any]]
Step = Callable[[str], None]
TOLERANCES = {"keras": 1e-5, "tflite": 1e-4, "onnx": 1e-4}
LABELS_TEXT = "labels.txt"


def save_network(
    model: Any,
    path: Path,
    *,
    labels: Labels | None = None,
    temporary: Path | None = None,
    step: Step = lambda _note: None,
) -> None:
    """Write `model` to `path` in the format of its ending; the old file stays whole until the new one is proved.

    `step` hears a line before each part of the work, and may raise to end it. Raises `SaveError`.
    """
    form = format_for(path)
    refusal = form.refusal()
    if refusal is not None:
        raise refusal
    labels = labels or Labels()

    def write(part: Path) -> None:
        step(mark("Writing the file"))
        with _quiet():
            _WRITERS[form.key](model, part, labels)

    def verify(part: Path) -> None:
        step(mark("Checking that the file gives the same answers"))
        with _quiet():
            _check(form, model, part, labels)
        step(mark("Putting the file into its place"))

    try:
        write_file_atomically(path, write, verify=verify, temporary=temporary)
    except (ValueError, TypeError, RuntimeError, KeyError, AttributeError, ImportError, NotImplementedError) as error:
        # What a converter does not know can come out of it as almost anything.
        raise SaveError(
            mark("This network could not be written as {title}: {reason}. Save it as .keras."), title=form.title,
            reason=str(error).strip().split("\n")[0][:160].rstrip(".") or type(error).__name__, details=str(error),
        ) from error  # fmt: skip


def probe(model: Any) -> Values:
    """Random numbers in the shape of each input, one picture each; always the same ones."""
    generator = np.random.default_rng(2012)
    return [
        generator.uniform(-1, 1, (1, *(side or 32 for side in each.shape[1:]))).astype(np.float32)
        for each in model.inputs
    ]


def answers(model: Any, given: Values) -> Values:
    """What a model says to these numbers."""
    found = model(given[0] if len(given) == 1 else given, training=False)
    return [np.asarray(keras.ops.convert_to_numpy(each)) for each in keras.tree.flatten(found)]


def largest_difference(expected: Values, found: Values) -> float:
    """How far two answers are apart at most, as a share of the largest value where that is beyond 1.

    The order of several answers does not count, because not every format keeps it.

    >>> largest_difference([np.array([200.0, 0.0])], [np.array([200.0, 1.0])])
    0.005
    """
    if len(expected) != len(found):
        return float("inf")
    left, worst = list(found), 0.0
    for each in expected:
        distances = [_distance(each, other) for other in left]
        best = int(np.argmin(distances))
        worst = max(worst, distances[best])
        left.pop(best)
    return worst


def _distance(expected: NDArray[Any], found: NDArray[Any]) -> float:
    if expected.shape != found.shape:
        return float("inf")
    if np.array_equal(expected, found, equal_nan=True):
        return 0.0
    with np.errstate(invalid="ignore"):
        gap = float(np.max(np.abs(expected.astype(np.float64) - found)))
    return gap / max(1.0, float(np.max(np.abs(expected)))) if np.isfinite(gap) else float("inf")


def _check(form: Format, model: Any, part: Path, labels: Labels) -> None:
    given = probe(model)
    try:
        found = _READERS[form.key](part, given, labels)
    except (UserError, ValueError, RuntimeError, KeyError) as error:
        raise SaveError(
            mark("The new file could not be read back, so it was not kept. Try again, or save in another form."),
            details=str(error),
        ) from error
    difference = largest_difference(answers(model, given), found)
    if difference > TOLERANCES[form.key]:
        raise SaveError(
            mark("The new file answers otherwise than the network (by {difference}), so it was not kept. "
                 "Save it in another form."),
            difference=f"{difference:.2g}",
        )  # fmt: skip


# Keras


def _write_keras(model: Any, part: Path, labels: Labels) -> None:
    model.save(part)
    with zipfile.ZipFile(part, "a") as archive:
        archive.writestr(MEMBER, labels.to_text())


def _read_keras(part: Path, given: Values, labels: Labels) -> Values:
    read = read_model(part)
    if (read.class_names, read.values) != (labels.class_names, labels.values):
        raise SaveError(mark("The class names did not arrive in the new file, so it was not kept. Try again."))
    return answers(build(read.architecture, arrays=read.arrays), given)


# TensorFlow Lite


def _write_tflite(model: Any, part: Path, labels: Labels) -> None:
    import tensorflow as tf

    part.write_bytes(tf.lite.TFLiteConverter.from_keras_model(model).convert())
    if labels.class_names:
        # A zip behind the model itself is where tools look for files that belong to it.
        with zipfile.ZipFile(part, "a") as archive:
            archive.writestr(LABELS_TEXT, "".join(f"{name}\n" for name in labels.class_names))


def _read_tflite(part: Path, given: Values, _labels: Labels) -> Values:
    import tensorflow as tf

    # WORKAROUND(TensorFlow 2.21): it warns that the interpreter moves to another package, which is not there yet.
    interpreter = tf.lite.Interpreter(model_content=part.read_bytes())
    interpreter.allocate_tensors()
    inputs = interpreter.get_input_details()
    for each in given:
        place = next(about for about in inputs if tuple(about["shape"]) == each.shape)
        inputs.remove(place)
        interpreter.set_tensor(place["index"], each)
    interpreter.invoke()
    return [np.asarray(interpreter.get_tensor(about["index"])) for about in interpreter.get_output_details()]


# ONNX, whose packages are not among those that the program comes with


def _write_onnx(model: Any, part: Path, labels: Labels) -> None:
    import onnx

    answers(model, probe(model))  # Keras exports only what was called before
    with _grouped_convolutions_in_the_open():
        model.export(str(part), format="onnx", verbose=False)
    if labels.class_names:
        made = onnx.load(str(part))
        onnx.helper.set_model_props(made, {"labels": "\n".join(labels.class_names)})
        onnx.save(made, str(part))


@contextlib.contextmanager
def _grouped_convolutions_in_the_open() -> Iterator[None]:
    import tensorflow as tf

    # WORKAROUND(Keras 3.15): it hands a convolution in groups to XLA, in a function that tf2onnx cannot look into.
    before = tf.config.functions_run_eagerly()
    tf.config.run_functions_eagerly(True)
    try:
        yield
    finally:
        tf.config.run_functions_eagerly(before)


def _read_onnx(part: Path, given: Values, _labels: Labels) -> Values:
    # The reference evaluator of the onnx package takes minutes where this one takes seconds (U-Net at 572 × 572).
    import onnxruntime

    try:
        session = onnxruntime.InferenceSession(str(part), providers=["CPUExecutionProvider"])
        names = [each.name for each in session.get_inputs()]
        return [np.asarray(each) for each in session.run(None, dict(zip(names, given, strict=True)))]
    except Exception as error:  # its errors have nothing else in common
        raise RuntimeError(str(error)) from error


_WRITERS: dict[str, Callable[[Any, Path, Labels], None]] = {
    "keras": _write_keras, "tflite": _write_tflite, "onnx": _write_onnx,
}  # fmt: skip
_READERS: dict[str, Callable[[Path, Values, Labels], Values]] = {
    "keras": _read_keras, "tflite": _read_tflite, "onnx": _read_onnx,
}  # fmt: skip


@contextlib.contextmanager
def _quiet() -> Iterator[None]:
    """Keep what exporters print and warn of to themselves; what they got wrong is found out by asking the file."""
    with warnings.catch_warnings(), contextlib.redirect_stdout(io.StringIO()):
        # WORKAROUND(Keras 3.15 with TensorFlow 2.21): saving warns that a variable's `__array__` takes no `copy`.
        warnings.simplefilter("ignore")
        yield
