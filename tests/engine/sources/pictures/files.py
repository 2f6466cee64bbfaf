"""Picture files of every kind, written by another library than the one that reads them."""

import io

import numpy as np
from PIL import Image

COLOUR = (200, 40, 90)


def photograph(width=40, height=30):
    """Soft colours and no symmetry, so that turning it or exchanging channels shows."""
    down, right = np.mgrid[0:height, 0:width]
    return np.stack([right * 255 // width, down * 255 // height, (right + down) * 3 % 256], axis=2).astype(np.uint8)


def encoded(image, kind, **options):
    """The bytes of `image` (an array or a Pillow image) as a file of that kind."""
    picture = image if isinstance(image, Image.Image) else Image.fromarray(image)
    buffer = io.BytesIO()
    picture.save(buffer, kind, **options)
    return buffer.getvalue()


def with_orientation(image, kind, orientation, **options):
    """The same, marked to be turned."""
    if kind == "TIFF":
        return encoded(image, kind, tiffinfo={274: orientation}, **options)
    exif = Image.Exif()
    exif[274] = orientation
    return encoded(image, kind, exif=exif.tobytes(), **options)


def turned(image, orientation):
    """What a viewer shows for each of the eight Exif orientations, in plain NumPy."""
    return {
        1: lambda: image,
        2: lambda: image[:, ::-1],
        3: lambda: image[::-1, ::-1],
        4: lambda: image[::-1],
        5: lambda: image.swapaxes(0, 1),
        6: lambda: np.rot90(image, -1),
        7: lambda: image[::-1, ::-1].swapaxes(0, 1),
        8: lambda: np.rot90(image, 1),
    }[orientation]()
