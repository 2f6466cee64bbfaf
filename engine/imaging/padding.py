"""What lies around the picture: how wide the rim is, what is in it, and how often each pixel is visited."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.imaging.checks import (
    Array,
    ConvolutionError,
    IntOrPair,
    Padding,
    Pair,
    as_pair,
    as_whole,
    refuse_too_many,
    to_float32,
)
from engine.opencv import cv2
from engine.text import mark

PADDINGS = ("valid", "same", "full")
BORDERS = ("zero", "constant", "replicate", "reflect", "mirror", "wrap")

OPENCV_BORDERS = {
    "zero": cv2.BORDER_CONSTANT,
    "constant": cv2.BORDER_CONSTANT,
    "replicate": cv2.BORDER_REPLICATE,
    "reflect": cv2.BORDER_REFLECT,
    "mirror": cv2.BORDER_REFLECT_101,
    "wrap": cv2.BORDER_WRAP,
}


@dataclass(frozen=True)
class Margins:
    """Rows and columns added around a picture."""

    top: int = 0
    bottom: int = 0
    left: int = 0
    right: int = 0

    @property
    def height(self) -> int:
        """Rows added above and below."""
        return self.top + self.bottom

    @property
    def width(self) -> int:
        """Columns added left and right."""
        return self.left + self.right


def resolve(padding: Padding, size: Pair, kernel: Pair, stride: IntOrPair = 1, dilation: IntOrPair = 1) -> Margins:
    """The rim that `padding` means for a picture and a kernel of these (vertical, horizontal) sizes.

    "same" is Keras's: total = max((⌈n/s⌉ − 1)·s + d(k−1) + 1 − n, 0), of which ⌊total/2⌋ before and the rest after.
    "full" adds d(k−1) on every side; a number, or a (vertical, horizontal) pair, adds that much on both sides.

    >>> resolve("same", (5, 5), (2, 3))
    Margins(top=0, bottom=1, left=1, right=1)
    """
    stride = as_pair(stride, name=mark("The stride"), minimum=1)
    dilation = as_pair(dilation, name=mark("The dilation"), minimum=1)
    check_padding(padding)
    each = (padding, padding) if isinstance(padding, str) else as_pair(padding, name=mark("The padding"), minimum=0)
    top, bottom = _before_and_after(each[0], size[0], kernel[0], stride[0], dilation[0])
    left, right = _before_and_after(each[1], size[1], kernel[1], stride[1], dilation[1])
    return Margins(top, bottom, left, right)


def check_padding(padding: Padding) -> None:
    """Refuse a padding that is neither one of `PADDINGS` nor numbers."""
    if isinstance(padding, str) and padding not in PADDINGS:
        raise ConvolutionError(
            mark('The padding is "{value}", but must be one of: {names}, or a number of pixels.'),
            value=padding, names=", ".join(PADDINGS),
        )  # fmt: skip


def check_border(border: str) -> None:
    """Refuse a border that is not one of `BORDERS`."""
    if border not in BORDERS:
        raise ConvolutionError(
            mark('The border is "{value}", but must be one of: {names}.'), value=border, names=", ".join(BORDERS)
        )


def output_size(size: int, kernel: int, *, padding: str | int, stride: int = 1, dilation: int = 1) -> int:
    """Length of one output axis: ⌊(n + before + after − d(k − 1) − 1) / s⌋ + 1, where "same" comes to ⌈n / s⌉.

    >>> output_size(32, 5, padding=0)
    28
    >>> output_size(5, 3, padding="same", stride=2)
    3
    """
    size = as_whole(size, name=mark("The picture's side"), minimum=1)
    kernel = as_whole(kernel, name=mark("The kernel's side"), minimum=1)
    margins = resolve(padding, (size, size), (kernel, kernel), stride, dilation)
    return output_shape((size, size), (kernel, kernel), margins, (stride, stride), (dilation, dilation))[0]


def output_shape(size: Pair, kernel: Pair, margins: Margins, stride: Pair, dilation: Pair) -> Pair:
    """Rows and columns of the result; refuses a kernel that does not fit into the padded picture."""
    height, width = size[0] + margins.height, size[1] + margins.width
    reach = (dilation[0] * (kernel[0] - 1) + 1, dilation[1] * (kernel[1] - 1) + 1)
    if reach[0] > height or reach[1] > width:
        _refuse_kernel(kernel, reach, (height, width))
    return (height - reach[0]) // stride[0] + 1, (width - reach[1]) // stride[1] + 1


def pad(image: Array, margins: Margins, border: str = "zero", value: float = 0.0) -> Array:
    """`image` with a rim; the margins may exceed the picture.

    The type of the values is kept, unless `value` does not fit into a whole number: then they become float32.

    Output shape: (H + top + bottom, W + left + right[, C]).

    >>> pad(np.array([[1, 2, 3]]), Margins(left=2), "mirror")
    array([[3, 2, 1, 2, 3]])
    """
    check_border(border)
    if not (margins.height or margins.width):
        return image
    height, width = image.shape[:2]
    refuse_too_many((height + margins.height) * (width + margins.width) * (image.size // (height * width)))
    if border == "constant" and not _fits(value, image.dtype):
        image = to_float32(image)
    if _opencv_pads(image, margins, border):
        fill = [float(value)] * 4 if border == "constant" else [0.0] * 4
        rim = (margins.top, margins.bottom, margins.left, margins.right)
        padded: Array = cv2.copyMakeBorder(image, *rim, OPENCV_BORDERS[border], value=fill)
        return padded.reshape(*padded.shape[:2], *image.shape[2:])
    if border in ("zero", "constant"):
        shape = (height + margins.height, width + margins.width, *image.shape[2:])
        result = np.full(shape, 0 if border == "zero" else value, dtype=image.dtype)
        result[margins.top : margins.top + height, margins.left : margins.left + width] = image
        return result
    rows = _source_indices(np.arange(-margins.top, height + margins.bottom), height, border)
    columns = _source_indices(np.arange(-margins.left, width + margins.right), width, border)
    return image[rows[:, None], columns[None, :]]


def source_index(index: int, size: int, border: str) -> int | None:
    """Which pixel of an axis stands at `index`, which may lie outside; None where the border puts a constant.

    >>> [source_index(index, 3, "reflect") for index in (-2, -1, 0, 2, 3)]
    [1, 0, 0, 2, 2]
    """
    check_border(border)
    if 0 <= index < size:
        return index
    if border in ("zero", "constant"):
        return None
    return int(_source_indices(np.array([index]), size, border)[0])


def beyond(image: Array, rows: Array, columns: Array, border: str, value: float = 0.0) -> Array:
    """What a border kind puts at `rows` × `columns` (each ascending), all of which lie outside the picture.

    Output shape: (rows, columns[, C]).

    >>> beyond(np.array([[1, 2, 3]]), np.array([0]), np.array([-2, -1]), "mirror")
    array([[3, 2]])
    """
    check_border(border)
    if border in ("zero", "constant"):
        filling = value if border == "constant" else 0.0
        return np.full((len(rows), len(columns), *image.shape[2:]), filling, np.float32)
    height, width = image.shape[:2]
    there = _source_indices(rows, height, border)[:, None], _source_indices(columns, width, border)[None, :]
    found: Array = image[there]
    return found


def visit_counts(
    shape: Pair,
    kernel: Pair,
    padding: Padding = "valid",
    stride: IntOrPair = 1,
    dilation: IntOrPair = 1,
) -> NDArray[np.int64]:
    """How many windows look at each pixel of a picture of this shape; the padded rim is not counted.

    Output shape: (H, W).

    >>> visit_counts((4, 4), (3, 3))
    array([[1, 2, 2, 1],
           [2, 4, 4, 2],
           [2, 4, 4, 2],
           [1, 2, 2, 1]])
    """
    steps = as_pair(stride, name=mark("The stride"), minimum=1)
    spread = as_pair(dilation, name=mark("The dilation"), minimum=1)
    size = as_pair(shape[:2], name=mark("The picture's side"), minimum=1)
    kernel = as_pair(kernel, name=mark("The kernel's side"), minimum=1)
    margins = resolve(padding, size, kernel, steps, spread)
    count = output_shape(size, kernel, margins, steps, spread)
    vertical = _visits(size[0], kernel[0], margins.top, steps[0], spread[0], count[0])
    horizontal = _visits(size[1], kernel[1], margins.left, steps[1], spread[1], count[1])
    return np.outer(vertical, horizontal)


def window_at(
    row: int, column: int, kernel: Pair, margins: Margins, stride: IntOrPair = 1, dilation: IntOrPair = 1
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The rows and columns of the unpadded picture under the kernel for one output value; some may lie outside.

    >>> window_at(0, 1, (3, 3), Margins(1, 1, 1, 1))
    (array([-1,  0,  1]), array([0, 1, 2]))
    """
    steps = as_pair(stride, name=mark("The stride"), minimum=1)
    spread = as_pair(dilation, name=mark("The dilation"), minimum=1)
    rows = row * steps[0] - margins.top + spread[0] * np.arange(kernel[0])
    columns = column * steps[1] - margins.left + spread[1] * np.arange(kernel[1])
    return rows, columns


def _fits(value: float, dtype: np.dtype[Any]) -> bool:
    if dtype.kind == "f":
        return True
    limits = np.iinfo(dtype)
    return float(value).is_integer() and bool(limits.min <= value <= limits.max)


def _before_and_after(padding: object, size: int, kernel: int, stride: int, dilation: int) -> Pair:
    reach = dilation * (kernel - 1)
    if padding == "valid":
        return 0, 0
    if padding == "full":
        return reach, reach
    if padding == "same":
        total = max((-(-size // stride) - 1) * stride + reach + 1 - size, 0)
        return total // 2, total - total // 2
    both = int(padding)  # type: ignore[call-overload]  # `resolve` has let nothing else through
    return both, both


def _source_indices(indices: NDArray[np.int64], size: int, border: str) -> NDArray[np.int64]:
    """The pixels that a border kind puts at `indices`, for a rim of any width."""
    if border == "replicate" or size == 1:
        return np.clip(indices, 0, size - 1)
    if border == "wrap":
        return indices % size
    # A reflection repeats itself after a walk there and back; the mirror does not stand still on the edge pixel.
    period = 2 * size if border == "reflect" else 2 * size - 2
    there = indices % period
    back = period - 1 - there if border == "reflect" else period - there
    return np.minimum(there, back)


def _opencv_pads(image: Array, margins: Margins, border: str) -> bool:
    """Whether OpenCV has this type and, for what is not constant, a rim that needs no second reflection."""
    if image.dtype not in (np.uint8, np.uint16, np.int16, np.float32, np.float64) or image.size == 0:
        return False
    if image.ndim == 3 and image.shape[2] > 4:
        return False
    if border in ("zero", "constant"):
        return True
    height, width = image.shape[:2]
    return bool(max(margins.top, margins.bottom) < height and max(margins.left, margins.right) < width)


def _visits(size: int, kernel: int, before: int, stride: int, dilation: int, count: int) -> NDArray[np.int64]:
    visited = np.zeros(size, dtype=np.int64)
    starts = np.arange(count) * stride - before
    for tap in range(kernel):
        touched = starts + tap * dilation
        visited[touched[(touched >= 0) & (touched < size)]] += 1
    return visited


def _refuse_kernel(kernel: Pair, reach: Pair, padded: Pair) -> None:
    if reach == kernel:
        raise ConvolutionError(
            mark(
                "The kernel is {height} × {width} but the padded picture is only {rows} × {columns}. "
                'Use a kernel of at most {rows} × {columns}, or padding "same".'
            ),
            height=kernel[0], width=kernel[1], rows=padded[0], columns=padded[1],
        )  # fmt: skip
    raise ConvolutionError(
        mark(
            "The kernel is {height} × {width} and dilation spreads it over {reach_height} × {reach_width}, but the "
            "padded picture is only {rows} × {columns}. "
            'Use a smaller kernel, less dilation, or padding "same".'
        ),
        height=kernel[0], width=kernel[1], rows=padded[0], columns=padded[1],
        reach_height=reach[0], reach_width=reach[1],
    )  # fmt: skip
