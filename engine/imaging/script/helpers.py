"""The functions that an exported script carries with it.

They are copied into the script as they stand, so each leans on NumPy and OpenCV alone and reads like a lesson. They are
written for clarity, not speed: the program itself takes faster ways to the same numbers (`convolution.py`).
"""
# ruff: noqa: ANN001, ANN201, B905

import numpy as np

from engine.opencv import cv2


def read_picture(path):
    """A picture file as an array: gray (H, W) or colour (H, W, 3) in the order red, green, blue."""
    if path.endswith(".npy"):
        return np.load(path, allow_pickle=False)
    data = np.fromfile(path, dtype=np.uint8)
    image = cv2.imdecode(data, cv2.IMREAD_ANYDEPTH | cv2.IMREAD_ANYCOLOR)
    if image is None:
        raise SystemExit(f"{path} is not a picture that OpenCV can read.")
    return image[..., ::-1] if image.ndim == 3 else image


def gray(image):
    """0.299 red + 0.587 green + 0.114 blue; whole numbers stay whole."""
    if image.ndim == 2 or image.shape[2] == 1:
        return image.reshape(image.shape[:2])
    return cv2.cvtColor(np.ascontiguousarray(image), cv2.COLOR_RGB2GRAY)


def rim(side, kernel, padding, stride, dilation):
    """Pixels before and after one axis: for "valid", "same" (as Keras places it), "full", or a number."""
    reach = dilation * (kernel - 1)
    if padding == "valid":
        return 0, 0
    if padding == "full":
        return reach, reach
    if padding == "same":
        total = max((-(-side // stride) - 1) * stride + reach + 1 - side, 0)
        return total // 2, total - total // 2
    return padding, padding


def pad(image, kernel_size, padding, stride, dilation, border, value):
    """The picture with its rim: zeros, a constant, or taken from the picture itself."""
    modes = {"replicate": "edge", "reflect": "symmetric", "mirror": "reflect", "wrap": "wrap"}
    rims = [rim(image.shape[i], kernel_size[i], padding[i], stride[i], dilation[i]) for i in (0, 1)]
    rims += [(0, 0)] * (image.ndim - 2)
    image = image.astype(np.float32)
    if border in modes:
        return np.pad(image, rims, mode=modes[border])
    return np.pad(image, rims, constant_values=value if border == "constant" else 0)


def slide(padded, kernel, stride, dilation):
    """Slide a kernel over every channel: multiply, sum, write one value; then keep every stride-th of them."""
    spread = [d * (k - 1) + 1 for k, d in zip(kernel.shape, dilation)]
    taps = np.zeros(spread, np.float32)
    taps[:: dilation[0], :: dilation[1]] = kernel
    height, width = (padded.shape[i] - spread[i] + 1 for i in (0, 1))
    planes = [
        cv2.filter2D(np.ascontiguousarray(plane), cv2.CV_32F, taps, anchor=(0, 0), borderType=cv2.BORDER_CONSTANT)
        for plane in np.moveaxis(np.atleast_3d(padded), 2, 0)
    ]
    result = np.stack(planes, axis=2)[: height : stride[0], : width : stride[1]]
    return result if padded.ndim == 3 else result[..., 0]


def pool(image, size, stride, padding, method):
    """The maximum or the mean of each window, over the real pixels alone where padding "same" reaches outside."""
    rims = [rim(image.shape[i], size[i], padding, stride[i], 1) for i in (0, 1)]
    rims += [(0, 0)] * (image.ndim - 2)
    padded = np.pad(image.astype(np.float32), rims, constant_values=np.nan)
    windows = np.lib.stride_tricks.sliding_window_view(padded, size, axis=(0, 1))[:: stride[0], :: stride[1]]
    if method == "max":
        return np.nanmax(windows, axis=(-2, -1)).astype(image.dtype)
    return np.nanmean(windows, axis=(-2, -1))


def stamp(image, kernel, stride, padding, dilation, output_padding):
    """Transposed convolution: every value stamps the kernel onto the result, and stamps that overlap are summed."""
    sides = [
        (n - 1) * s + d * (k - 1) + 1 + extra
        for n, s, d, k, extra in zip(image.shape, stride, dilation, kernel.shape, output_padding)
    ]
    result = np.zeros((*sides, *image.shape[2:]), np.float32)
    for (row, column), weight in np.ndenumerate(kernel):
        top, left = row * dilation[0], column * dilation[1]
        bottom, right = top + image.shape[0] * stride[0], left + image.shape[1] * stride[1]
        result[top : bottom : stride[0], left : right : stride[1]] += weight * image
    return result[padding[0] : sides[0] - padding[0], padding[1] : sides[1] - padding[1]]


def median(image, size):
    """The middle value of every window; the border repeats the edge pixel."""
    planes = []
    for plane in np.moveaxis(np.atleast_3d(image), 2, 0):
        if plane.dtype == np.uint8 or size <= 5:
            planes.append(cv2.medianBlur(np.ascontiguousarray(plane), size))
            continue
        padded = np.pad(plane, size // 2, mode="edge")
        rows = np.lib.stride_tricks.sliding_window_view(padded, (size, size))
        planes.append(np.stack([np.median(row.reshape(row.shape[0], -1), axis=1) for row in rows]).astype(plane.dtype))
    return np.stack(planes, axis=2).reshape(image.shape)


def bilateral(image, diameter, sigma_colour, sigma_space):
    """A mean whose weights fall off with distance and with difference; colours are compared as colours."""
    peak = full_brightness(image)
    values = image if image.dtype == np.uint8 else image.astype(np.float32)
    parts = [values] if values.ndim == 2 or values.shape[2] in (1, 3) else list(np.moveaxis(values, 2, 0))
    done = [
        cv2.bilateralFilter(np.ascontiguousarray(part), diameter, sigma_colour * peak / 255, sigma_space)
        for part in parts
    ]
    result = (done[0] if len(done) == 1 else np.stack(done, axis=2)).reshape(image.shape)
    return np.rint(result).astype(image.dtype) if image.dtype.kind == "u" else result


def full_brightness(image):
    """255 or 65535 for whole numbers; 1 for fractions between −1 and 1, else 255."""
    if image.dtype.kind == "u":
        return float(np.iinfo(image.dtype).max)
    return 1.0 if image.min() >= -1 and image.max() <= 1 else 255.0


def noise_fields(shape, channels, seed):
    """The seeded random numbers for a picture, part by part: normal ones, or 16-bit draws where channels is 0."""
    margin, tallest, widest = 64, 1088, 1920
    size = (min(shape[0], tallest) + margin, min(shape[1], widest) + margin)
    generator = np.random.Generator(np.random.SFC64(seed))
    if channels == 0:
        field = generator.integers(0, 2**16, size=size, dtype=np.uint16)
    else:
        field = generator.standard_normal(size=size if channels == 1 else (*size, channels), dtype=np.float32)
    places = np.random.Generator(np.random.SFC64([seed, 0, 1]))
    for row in range(0, shape[0], tallest):
        for column in range(0, shape[1], widest):
            tall, wide = min(tallest, shape[0] - row), min(widest, shape[1] - column)
            top, left = places.integers(0, margin, size=2)
            yield np.s_[row : row + tall, column : column + wide], field[top : top + tall, left : left + wide]


def add_noise(image, method, strength, seed):
    """Seeded noise: "salt_and_pepper" hits a share of the pixels, "gaussian" adds, "speckle" multiplies."""
    peak = full_brightness(image)
    result = image.copy() if image.dtype.kind == "u" else image.astype(np.float32)
    if method == "salt_and_pepper":
        half = round(strength / 2 * 2**16)
        for part, draws in noise_fields(image.shape, 0, seed):
            result[part][draws < half] = 0
            result[part][draws >= 2**16 - half] = peak
        return result
    channels = 1 if image.ndim == 2 else image.shape[2]
    for part, field in noise_fields(image.shape, channels, seed):
        values = result[part].astype(np.float32)
        field = field.reshape(values.shape)
        noisy = values + field * (strength * peak / 255) if method == "gaussian" else values * (1 + field * strength)
        result[part] = np.clip(np.rint(noisy), 0, peak) if image.dtype.kind == "u" else noisy
    return result


def canny(image, size, sigma, low, high):
    """Canny's chain: smooth, slopes, strength, ridges, two thresholds, connected edges; every step by its name."""
    low, high = sorted((low, high))
    values = gray(image).astype(np.float32) * np.float32(255 / full_brightness(gray(image)))
    smoothed = cv2.GaussianBlur(values, (size, size), sigma) if size > 1 else values
    across = cv2.Sobel(smoothed, cv2.CV_32F, 1, 0, borderType=cv2.BORDER_REPLICATE)
    down = cv2.Sobel(smoothed, cv2.CV_32F, 0, 1, borderType=cv2.BORDER_REPLICATE)
    magnitude = cv2.magnitude(across, down)
    around = np.pad(magnitude, 1)
    height, width = magnitude.shape
    beside = {(r, c): around[1 + r : 1 + r + height, 1 + c : 1 + c + width] for r in (-1, 0, 1) for c in (-1, 0, 1)}
    is_level = np.abs(down) < np.abs(across) * np.float32(np.tan(np.pi / 8))
    is_upright = np.abs(down) > np.abs(across) * np.float32(np.tan(3 * np.pi / 8))
    is_falling = (across < 0) == (down < 0)
    beats_falling = (magnitude > beside[-1, -1]) & (magnitude > beside[1, 1])
    beats_rising = (magnitude > beside[-1, 1]) & (magnitude > beside[1, -1])
    is_ridge = np.where(is_falling, beats_falling, beats_rising)
    is_ridge = np.where(is_upright, (magnitude > beside[-1, 0]) & (magnitude >= beside[1, 0]), is_ridge)
    is_ridge = np.where(is_level, (magnitude > beside[0, -1]) & (magnitude >= beside[0, 1]), is_ridge)
    thin = magnitude * is_ridge
    certainty = (thin > low).astype(np.uint8) + (thin > high)
    count, labels = cv2.connectedComponents((certainty > 0).astype(np.uint8), connectivity=8)
    is_edge = np.zeros(count, np.uint8)
    is_edge[labels[certainty == 2]] = 255
    return {
        "smoothed": smoothed,
        "gradient_x": across,
        "gradient_y": down,
        "magnitude": magnitude,
        "direction": cv2.phase(across, down, angleInDegrees=True),
        "thin": thin,
        "certainty": certainty,
        "edges": is_edge[labels],
    }
