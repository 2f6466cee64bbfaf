"""How pictures become the numbers that the network gets, as it stands in the script of a training. No Keras here."""

from __future__ import annotations

from engine.network.training.script.facts import Facts

_GRAY = """    if picture.shape[2] == 3:
        picture = cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY)[..., None]"""
_COLOUR = """    if picture.shape[2] == 1:
        picture = np.repeat(picture, 3, axis=2)"""
_METHODS = {
    "resize": ("The whole picture, stretched to the network's size.", "    return {resized}(picture, SIZE){many}"),
    "crop": (
        "The largest piece from the middle that has the network's shape, at its size.",
        """    height, width = picture.shape[:2]
    step = min(height / SIZE[0], width / SIZE[1])
    rows, columns = max(1, round(SIZE[0] * step)), max(1, round(SIZE[1] * step))
    top, left = (height - rows) // 2, (width - columns) // 2
    return {resized}(picture[top : top + rows, left : left + columns], SIZE){many}""",
    ),
    "pad": (
        "The whole picture without distortion, with black bars beside it.",
        """    height, width = picture.shape[:2]
    step = max(height / SIZE[0], width / SIZE[1])
    rows, columns = max(1, min(SIZE[0], round(height / step))), max(1, min(SIZE[1], round(width / step)))
    top, left = (SIZE[0] - rows) // 2, (SIZE[1] - columns) // 2
    made = np.zeros((*SIZE, picture.shape[2]), np.uint8)
    made[top : top + rows, left : left + columns] = {resized}(picture, (rows, columns))
    return made{many}""",
    ),
}
_RESIZED = '''

def resized(picture, size):
    """The picture at another size: means where it shrinks, straight lines between pixels where it grows."""
    if picture.shape[:2] == size:
        return picture
    shrinks = picture.shape[0] >= size[0] and picture.shape[1] >= size[1]
    way = cv2.INTER_AREA if shrinks else cv2.INTER_LINEAR
    return cv2.resize(picture, size[::-1], interpolation=way).reshape(*size, -1)
'''
_SCALED = {
    "unit": ("0 to 1", "    return pictures / 255.0"),
    "signed": ("-1 to 1", "    return pictures / 127.5 - 1.0"),
    "raw": ("0 to 255, as they are", "    return pictures"),
    "torch": (
        "numbers by the mean and spread of ImageNet",
        "    return (pictures / 255.0 - tf.constant({means})) / tf.constant({spreads})",
    ),
    "caffe": (
        "numbers around the mean of ImageNet, blue first",
        "    return {reverse}",
    ),
}


def fitting_part(facts: Facts) -> str:
    """The functions `fit` and `scaled`."""
    channels = facts.channels
    title, body = _METHODS[facts.job.fit]
    many = "" if channels in (1, 3) else f"[..., np.arange({channels}) % 3]"
    code = body.format(resized="resized", many=many)
    lines = _GRAY if channels == 1 else _COLOUR
    fit = f'\ndef fit(picture):\n    """{title}"""\n{lines}\n{code}\n'
    return f"{fit}{_RESIZED}\n{_scaled(facts)}"


def _scaled(facts: Facts) -> str:
    title, body = _SCALED[facts.values]
    is_gray = facts.channels == 1
    means, spreads, caffe = (
        _numbers(each, is_gray) for each in ((0.485, 0.456, 0.406), (0.229, 0.224, 0.225), (123.68, 116.779, 103.939))
    )
    centred = f"pictures - tf.constant({caffe})"
    reverse = centred if is_gray else f"tf.reverse({centred}, axis=[-1])"
    code = body.format(means=means, spreads=spreads, reverse=reverse)
    return f'\ndef scaled(pictures):\n    """Values of 0 to 255 as {title}: what the network was made for."""\n{code}\n'


def _numbers(values: tuple[float, ...], is_gray: bool) -> str:
    return repr([sum(values) / len(values)] if is_gray else list(values))
