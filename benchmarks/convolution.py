"""`convolve` beside OpenCV, SciPy, scikit-image and Keras: `python -m benchmarks.convolution [--quick]`.

Every figure is the median of turns taken in one run. One process for each number of threads, as TensorFlow takes its
number only once. Results with zero padding and the size of the picture ("same").
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Callable

import numpy as np

from benchmarks.timing import bandwidth_floor, measure_for, medians, table, times
from engine.imaging.convolution import convolve, route_for
from engine.opencv import cv2

SIZES = {"480p": (480, 854), "720p": (720, 1280), "1080p": (1080, 1920), "4K": (2160, 3840)}
KERNEL_SIDES = (3, 5, 7, 9, 11, 13, 15, 21, 31)
# SciPy's direct filter takes about this long for each weight of each value; beyond a few seconds it is left out.
SECONDS_A_TAP = 1e-9
MOST_SECONDS = 3.0

Kernel = np.ndarray


def box(side: int) -> Kernel:
    return np.full((side, side), 1 / side**2)


def gaussian(side: int) -> Kernel:
    line = np.exp(-0.5 * (_coordinates(side) / (side / 6)) ** 2)
    return np.outer(line, line) / line.sum() ** 2


def laplacian_of_gaussian(side: int) -> Kernel:
    across, down = np.meshgrid(_coordinates(side), _coordinates(side))
    radius = (across**2 + down**2) / (2 * (side / 6) ** 2)
    weights = (radius - 1) * np.exp(-radius)
    return weights - weights.mean()


def gabor(side: int) -> Kernel:
    across, down = np.meshgrid(_coordinates(side), _coordinates(side))
    turned = across * np.cos(0.7) + down * np.sin(0.7)
    return np.exp(-(across**2 + down**2) / (2 * (side / 5) ** 2)) * np.cos(2 * np.pi * turned / (side / 3))


def motion(side: int) -> Kernel:
    return np.eye(side) / side


def noise(side: int) -> Kernel:
    return np.random.default_rng(side).normal(size=(side, side))


KERNELS: dict[str, Callable[[int], Kernel]] = {
    "box": box,
    "Gaussian": gaussian,
    "Laplacian of Gaussian": laplacian_of_gaussian,
    "Gabor, 40°": gabor,
    "motion, 45°": motion,
    "random": noise,
}


def _coordinates(side: int) -> np.ndarray:
    return np.arange(side) - (side - 1) / 2


def contestants(image: np.ndarray, kernel: Kernel, name: str, peers: bool) -> dict[str, Callable[[], object]]:
    small = kernel.astype(np.float32)
    found: dict[str, Callable[[], object]] = {
        "ours": lambda: convolve(image, kernel, padding="same"),
        "filter2D": lambda: cv2.filter2D(image, cv2.CV_32F, small, borderType=cv2.BORDER_CONSTANT),
    }
    if not peers:
        return found
    from scipy import ndimage, signal
    from skimage import filters

    floats, taps = image.astype(np.float32), kernel.size
    found["fftconvolve"] = lambda: signal.fftconvolve(floats, small[::-1, ::-1], mode="same")
    if taps * image.size * SECONDS_A_TAP < MOST_SECONDS:
        found["ndimage"] = lambda: ndimage.correlate(floats, small, mode="constant")
        found["Keras"] = keras_layer(floats, small)
    if name == "Gaussian":
        sigma = len(kernel) / 6
        found["scikit-image"] = lambda: filters.gaussian(floats, sigma, mode="constant", truncate=3)
    return found


def keras_layer(floats: np.ndarray, kernel: np.ndarray) -> Callable[[], object]:
    import keras
    import tensorflow as tf

    layer = keras.layers.Conv2D(1, kernel.shape, padding="same", use_bias=False)
    layer.build((1, *floats.shape, 1))
    layer.set_weights([kernel[:, :, None, None]])
    run = tf.function(lambda batch: layer(batch))
    batch = tf.constant(floats[None, :, :, None])
    return lambda: run(batch).numpy()


def measure(arguments: argparse.Namespace) -> None:
    """One table of this process's number of threads."""
    cv2.setNumThreads(arguments.threads)
    sizes = {name: SIZES[name] for name in arguments.sizes}
    peer_names = ("fftconvolve", "ndimage", "scikit-image", "Keras")
    counted = measure_for(is_busy=arguments.busy, threads=arguments.threads)
    random = np.random.default_rng(0)
    for size_name, shape in sizes.items():
        shape = (*shape, 3) if arguments.colour else shape
        rows = []
        picture = random.integers(0, 256, shape).astype(np.uint8)
        floor = bandwidth_floor(picture)
        for kernel_name, make in KERNELS.items():
            for side in arguments.sides:
                kernel = make(side)
                for image in (picture, picture.astype(np.float32)):
                    with_peers = arguments.peers and image.dtype == np.uint8 and image.ndim == 2
                    turns = contestants(image, kernel, kernel_name, with_peers)
                    taken = medians(turns, repeats=arguments.repeats, measure=counted)
                    route = route_for(image.shape, image.dtype, kernel, padding="same")
                    rows.append([
                        kernel_name, side, str(image.dtype), route.name, taken["ours"], taken["filter2D"],
                        times(taken["filter2D"], taken["ours"]),
                        *(times(taken.get(peer), taken["ours"]) for peer in peer_names if arguments.peers),
                        f"{taken['ours'] / floor:.1f}×",
                    ])  # fmt: skip
        colour = ", three channels" if arguments.colour else ""
        print(f"\n## {size_name}{colour}, OpenCV threads: {arguments.threads}\n")
        print(f"Floor (read the bytes, write float32): {floor:.2f} ms. Peers: their time as a multiple of ours.\n")
        headers = ["kernel", "k", "picture", "route", "ours, ms", "filter2D, ms", "filter2D / ours"]
        headers += [f"{peer} / ours" for peer in peer_names] if arguments.peers else []
        print(table([*headers, "ours / floor"], rows), flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.convolution", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="480p and a few kernels, for a check in passing")
    parser.add_argument("--colour", action="store_true", help="three channels")
    parser.add_argument("--sizes", nargs="+", choices=SIZES, default=list(SIZES))
    parser.add_argument("--sides", nargs="+", type=int, default=list(KERNEL_SIDES))
    parser.add_argument("--repeats", type=int, default=7)
    parser.add_argument("--busy", action="store_true", help="count what other programs disturb least")
    parser.add_argument("--no-peers", dest="peers", action="store_false", help="only OpenCV's filter2D")
    parser.add_argument("--threads", type=int, help="only this number of threads; default: 1, then 2")
    arguments = parser.parse_args()
    if arguments.quick:
        arguments.sizes, arguments.sides, arguments.repeats = ["480p"], [3, 9, 15, 31], 3
    if arguments.threads:
        os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")
        if arguments.peers:
            import tensorflow as tf

            tf.config.threading.set_intra_op_parallelism_threads(arguments.threads)
        measure(arguments)
        return
    for threads in (1, 2):
        command = [sys.executable, "-m", "benchmarks.convolution", *sys.argv[1:], "--threads", str(threads)]
        subprocess.run(command, check=True)


if __name__ == "__main__":
    main()
