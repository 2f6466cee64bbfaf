"""The operations as their definitions say, in plain NumPy and float64: slow, and short enough to be believed."""

import numpy as np

NUMPY_MODES = {"replicate": "edge", "reflect": "symmetric", "mirror": "reflect", "wrap": "wrap"}


def rim(padding, size, kernel, stride, dilation):
    """((top, bottom), (left, right)) as the definitions of the paddings say."""
    sides = []
    for axis in (0, 1):
        reach = dilation[axis] * (kernel[axis] - 1)
        if padding == "valid":
            sides.append((0, 0))
        elif padding == "full":
            sides.append((reach, reach))
        elif padding == "same":
            outputs = -(-size[axis] // stride[axis])
            total = max((outputs - 1) * stride[axis] + reach + 1 - size[axis], 0)
            sides.append((total // 2, total - total // 2))
        else:
            both = padding if isinstance(padding, int) else padding[axis]
            sides.append((both, both))
    return tuple(sides)


def padded(image, sides, border, value=0.0):
    widths = (*sides, *[(0, 0)] * (image.ndim - 2))
    if border in ("zero", "constant"):
        return np.pad(image, widths, constant_values=0 if border == "zero" else value)
    return np.pad(image, widths, mode=NUMPY_MODES[border])


def windows(image, kernel, padding, border, value, stride, dilation):
    """Each output position with the values under the kernel, (kh, kw[, C])."""
    sides = rim(padding, image.shape, kernel, stride, dilation)
    source = padded(image.astype(np.float64), sides, border, value)
    reach = [gap * (side - 1) + 1 for gap, side in zip(dilation, kernel, strict=True)]
    rows, columns = [(source.shape[axis] - reach[axis]) // stride[axis] + 1 for axis in (0, 1)]
    for row in range(rows):
        for column in range(columns):
            top, left = row * stride[0], column * stride[1]
            seen = source[top : top + reach[0] : dilation[0], left : left + reach[1] : dilation[1]]
            yield (row, column), (rows, columns), seen


def convolve(
    image, kernel, *, mode="correlation", padding="valid", border="zero", value=0.0, stride=(1, 1), dilation=(1, 1)
):
    weights = np.asarray(kernel, np.float64)
    if mode == "convolution":
        weights = weights[::-1, ::-1]
    result = None
    for place, shape, seen in windows(image, weights.shape, padding, border, value, stride, dilation):
        if result is None:
            result = np.zeros((*shape, *image.shape[2:]))
        result[place] = np.einsum("ij...,ij->...", seen, weights)
    return result


def convolve_volume(image, filters, bias, *, padding, border, value, stride, dilation):
    result = None
    for place, shape, seen in windows(image, filters.shape[:2], padding, border, value, stride, dilation):
        if result is None:
            result = np.zeros((*shape, filters.shape[3]))
        result[place] = np.einsum("ijc,ijcn->n", seen, filters) + bias
    return result


def transposed(image, kernel, *, padding, stride, dilation, output_padding):
    """Stamps, one after the other."""
    height, width = image.shape[:2]
    rows, columns = [
        (side - 1) * stride[axis] + dilation[axis] * (kernel.shape[axis] - 1) + 1 + output_padding[axis]
        for axis, side in enumerate((height, width))
    ]
    canvas = np.zeros((rows, columns, *image.shape[2:]))
    for row in range(height):
        for column in range(width):
            for i in range(kernel.shape[0]):
                for j in range(kernel.shape[1]):
                    at = row * stride[0] + i * dilation[0], column * stride[1] + j * dilation[1]
                    canvas[at] += kernel[i, j] * image[row, column].astype(np.float64)
    return canvas[padding[0] : rows - padding[0], padding[1] : columns - padding[1]]


def pool(image, kind, *, size, stride, padding):
    """Windows that reach over the edge see only what lies on the picture."""
    (top, _), (left, _) = rim(padding, image.shape, size, stride, (1, 1))
    if padding == "same":
        rows, columns = -(-image.shape[0] // stride[0]), -(-image.shape[1] // stride[1])
    else:
        rows, columns = [(image.shape[axis] - size[axis]) // stride[axis] + 1 for axis in (0, 1)]
    result = np.zeros((rows, columns, *image.shape[2:]))
    for row in range(rows):
        for column in range(columns):
            down, across = row * stride[0] - top, column * stride[1] - left
            seen = image[max(down, 0) : down + size[0], max(across, 0) : across + size[1]].astype(np.float64)
            result[row, column] = seen.max(axis=(0, 1)) if kind == "max" else seen.mean(axis=(0, 1))
    return result
