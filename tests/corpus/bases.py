"""Sound files of every kind that a source reads: the corpus is made by damaging them."""

import io
import tempfile
from pathlib import Path

import numpy as np
from PIL import Image

from engine.opencv import cv2

SIZE = (36, 28)


def sound_pictures():
    """Name and bytes of one picture of every kind."""
    rng = np.random.default_rng(7)
    colours = Image.fromarray(rng.integers(0, 256, (SIZE[1], SIZE[0], 3), dtype=np.uint8))
    alpha = Image.fromarray(rng.integers(0, 256, (SIZE[1], SIZE[0], 4), dtype=np.uint8))
    deep = rng.integers(0, 65536, (SIZE[1], SIZE[0]), dtype=np.uint16)
    decimal = rng.normal(size=(SIZE[1], SIZE[0])).astype(np.float32)
    decimal[0, :3] = (np.nan, np.inf, -np.inf)
    modes = {"rgb": colours, "rgba": alpha, "gray": colours.convert("L"), "gray_alpha": alpha.convert("LA")}
    modes |= {"palette": colours.quantize(16), "bit": colours.convert("1"), "cmyk": colours.convert("CMYK")}
    kinds = {
        "png": ("PNG", ("rgb", "rgba", "gray", "gray_alpha", "palette", "bit")),
        "jpg": ("JPEG", ("rgb", "gray", "cmyk")),
        "tif": ("TIFF", ("rgb", "rgba", "gray", "gray_alpha", "palette", "bit", "cmyk")),
        "bmp": ("BMP", ("rgb", "rgba", "gray", "palette", "bit")),
        "gif": ("GIF", ("rgb", "rgba", "gray", "palette", "bit")),
        "webp": ("WEBP", ("rgb", "rgba", "gray")),
    }
    for extension, (kind, names) in kinds.items():
        for name in names:
            yield f"{name}.{extension}", encode(modes[name], kind)
    turned = Image.Exif()
    turned[274] = 6
    moving = {"save_all": True, "append_images": [colours.rotate(90), colours.rotate(180)], "duration": 40}
    yield "progressive.jpg", encode(colours, "JPEG", progressive=True)
    yield "fine.jpg", encode(colours, "JPEG", quality=100, subsampling=0, exif=turned)
    yield "turned.png", encode(colours, "PNG", exif=turned)
    yield "turned.webp", encode(colours, "WEBP", exif=turned)
    yield "clear.png", encode(colours.quantize(16), "PNG", transparency=3)
    yield "moving.png", encode(colours, "PNG", **moving)
    yield "moving.gif", encode(colours, "GIF", **moving)
    yield "moving.webp", encode(colours, "WEBP", **moving)
    yield "lossless.webp", encode(alpha, "WEBP", lossless=True)
    for packing in ("tiff_lzw", "tiff_adobe_deflate", "jpeg", "packbits"):
        yield f"{packing}.tif", encode(colours, "TIFF", compression=packing)
    yield "big.tif", encode(colours, "TIFF", big_tiff=True)
    yield "turned.tif", encode(colours, "TIFF", tiffinfo={274: 6})
    yield "deep.tif", encode(Image.fromarray(deep), "TIFF")
    yield "deep.png", encode(Image.fromarray(deep), "PNG")
    yield "decimal.tif", encode(Image.fromarray(decimal), "TIFF")
    for name, values in {"deep_rgb": np.dstack([deep] * 3), "deep_rgba": np.dstack([deep] * 4)}.items():
        for extension in ("png", "tif"):
            yield f"{name}.{extension}", cv2.imencode(f".{extension}", values)[1].tobytes()
    for name, values in {"decimal_rgb": np.dstack([decimal] * 3), "double": decimal.astype(np.float64)}.items():
        yield f"{name}.tif", cv2.imencode(".tif", values)[1].tobytes()


def sound_videos():
    """Name and bytes of a short video in every container that can be written here."""
    pictures = [np.full((48, 64, 3), (shade, 80, 255 - shade), np.uint8) for shade in range(0, 120, 12)]
    with tempfile.TemporaryDirectory() as folder:
        for extension, codec in (("avi", "MJPG"), ("mp4", "mp4v"), ("mkv", "MJPG"), ("webm", "VP80")):
            path = Path(folder) / f"film.{extension}"
            writer = cv2.VideoWriter(str(path), cv2.CAP_FFMPEG, cv2.VideoWriter.fourcc(*codec), 25, (64, 48))
            if not writer.isOpened():
                continue
            for picture in pictures:
                writer.write(picture)
            writer.release()
            yield path.name, path.read_bytes()
    yield "film.mjpg", b"".join(cv2.imencode(".jpg", picture)[1].tobytes() for picture in pictures)


def encode(image, kind, **options):
    buffer = io.BytesIO()
    image.save(buffer, kind, **options)
    return buffer.getvalue()
