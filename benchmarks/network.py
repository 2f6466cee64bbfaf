"""Looking into a network, beside the ways it is usually done: python -m benchmarks.network [MODEL …] [--without-slow].

Everything is measured in one process, in turns. The floor is the plain forward pass: the model in a `tf.function`, from
the same pixels, with nothing else to see than the answer.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from typing import Any

import numpy as np

from benchmarks.timing import medians, table, times

FLOOR = "plain forward pass"
ALL = "all activations"
ALL_BUDGET, ONE_BUDGET = 4.0, 1.15
MODELS = ("cnn-example", "MobileNetV2", "ResNet50")
SLOW = "one predict a layer"


def main(arguments: list[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("models", nargs="*", default=MODELS, help="gallery ids, or names out of keras.applications")
    parser.add_argument("--without-slow", action="store_true", help=f"leave “{SLOW}” out, which takes minutes")
    options = parser.parse_args(arguments)
    from engine.network.devices import load_keras

    load_keras()
    from engine.network.threads import share_cores

    share_cores()
    for name in options.models:
        _measure(name, has_slow=not options.without_slow)


def _measure(name: str, *, has_slow: bool) -> None:
    from engine.network.activations import LiveNetwork

    model = _model(name)
    begun = time.perf_counter()
    network = LiveNetwork(model)
    opening = time.perf_counter() - begun
    pixels = np.random.default_rng(0).integers(0, 256, network.pixels_shape).astype(np.uint8)
    print(f"\n### {name}, {' × '.join(map(str, network.pixels_shape))}, {len(network.shapes)} layers\n")
    _print_all(network, model, pixels, has_slow)
    _print_one(network, model, pixels)
    print(f"\nLooking into it for the first time takes {opening:.1f} s more. {_switching(network, pixels)}")
    network.close()


def _model(name: str) -> Any:
    import keras

    if hasattr(keras.applications, name):
        return getattr(keras.applications, name)(weights=None)
    from engine.network.building import build
    from engine.network.catalogue import architecture_of

    return build(architecture_of(name))


def _print_all(network: Any, model: Any, pixels: np.ndarray, has_slow: bool) -> None:
    import keras

    numbers = network.scaled(pixels)[None].numpy()
    outputs = [layer.output for layer in model.layers]
    multi = keras.Model(model.inputs[0], outputs)
    contestants: dict[str, Callable[[], object]] = {
        FLOOR: _plain(network, model, pixels),
        ALL: lambda: network.every_activation(pixels),
        "predict, multi-output model": lambda: multi.predict(numbers, verbose=0),
        "eager, multi-output model": lambda: multi(numbers, training=False),
    }
    measured = _in_turns(contestants)
    if has_slow:
        single = [keras.Model(model.inputs[0], output) for output in outputs[1:]]
        for each in single:
            each.predict(numbers, verbose=0)  # tracing is not counted
        begun = time.perf_counter()
        for each in single:
            each.predict(numbers, verbose=0)
        measured[SLOW] = 1000 * (time.perf_counter() - begun)
    ours = measured[ALL]
    rows = [[each, taken, times(taken, ours)] for each, taken in measured.items()]
    print(table(["every layer", "ms", f"of “{ALL}”"], rows))
    ratio = measured["predict, multi-output model"] / ours
    print(f"\nBudget, set for MobileNetV2: at least {ALL_BUDGET:.0f}× faster than predict. Here: {ratio:.1f}×.\n")


def _print_one(network: Any, model: Any, pixels: np.ndarray) -> None:
    import keras

    numbers = network.scaled(pixels)[None].numpy()
    maps = [path for path, shape in network.shapes.items() if len(shape) == 3 and shape[0] > 1]
    shown = {"first maps": maps[0], "maps in the middle": maps[len(maps) // 2], "last maps": maps[-1]}
    contestants: dict[str, Callable[[], object]] = {FLOOR: _plain(network, model, pixels)}
    for title, path in shown.items():
        network.run(pixels, (path,))
        network.wait(120)
        contestants[f"{title}, drawn"] = lambda path=path: network.run(pixels, (path,))
    measured = _in_turns(contestants, repeats=40)
    floor = measured[FLOOR]
    sizes = {f"{title}, drawn": " × ".join(map(str, network.shapes[path])) for title, path in shown.items()}
    answer = model.get_layer(maps[-1]).output
    both = keras.Model(model.inputs[0], [answer, model.outputs[0]])
    peers: dict[str, Callable[[], object]] = {
        FLOOR: contestants[FLOOR],
        "predict, last maps and answer": lambda: both.predict(numbers, verbose=0),
        "eager, last maps and answer": lambda: both(numbers, training=False),
        "plain forward pass, XLA": _plain(network, model, pixels, is_xla=True),
    }
    beside = _in_turns(peers)
    rows = [[each, sizes.get(each, ""), taken, f"{taken / floor:.2f}×"] for each, taken in measured.items()]
    rows += [[each, "", taken, f"{taken / beside[FLOOR]:.2f}×"] for each, taken in beside.items() if each != FLOOR]
    print(table(["layers on screen", "maps", "ms", f"of “{FLOOR}”"], rows))
    print(f"\nBudget, set for MobileNetV2: at most {ONE_BUDGET:.2f}× for maps that are drawn.")


def _in_turns(contestants: dict[str, Callable[[], object]], *, repeats: int = 15) -> dict[str, float]:
    for contestant in contestants.values():
        contestant()  # nobody is charged for tracing and compiling
    return medians(contestants, repeats=repeats)


def _plain(network: Any, model: Any, pixels: np.ndarray, *, is_xla: bool = False) -> Callable[[], object]:
    import tensorflow as tf

    def forward(given: Any) -> Any:
        return model(network.scaled(given)[None], training=False)

    signature = [tf.TensorSpec(pixels.shape, tf.uint8)]
    function = tf.function(forward, input_signature=signature, autograph=False, jit_compile=is_xla)
    concrete = function.get_concrete_function()
    # The answer is taken out of TensorFlow, as it is everywhere else.
    return lambda: concrete(tf.constant(pixels)).numpy()


def _switching(network: Any, pixels: np.ndarray) -> str:
    """How long a layer takes that was not on screen before: to its first maps, and until it has its own function."""
    paths = [path for path, shape in network.shapes.items() if len(shape) == 3][1:-1:7][:5]
    first, settled = [], []
    for path in paths:
        begun = time.perf_counter()
        network.run(pixels, (path,))
        first.append(time.perf_counter() - begun)
        network.wait(120)
        settled.append(time.perf_counter() - begun)
    if not first:
        return ""
    return (
        f"A layer that was not shown before: first maps after {1000 * max(first):.0f} ms at most, "
        f"at full speed after {1000 * max(settled):.0f} ms."
    )


if __name__ == "__main__":
    main()
