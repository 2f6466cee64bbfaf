"""Outputs made by hand, without the live pipeline's threads."""

import numpy as np

from engine.imaging.running import run_recipe
from engine.sources.frame import Frame
from gui.session import Output

PICTURE = np.arange(12 * 16 * 3, dtype=np.uint8).reshape(12, 16, 3)


def feed(session, image=PICTURE, *, title="Coffee cup", thumbnails=None):
    """Run the session's recipe on a picture and hand in the output, as the live pipeline does."""
    image = image.copy()
    results = run_recipe(session.recipe, image)
    if thumbnails is None:
        thumbnails = tuple(np.full((6, 8, 3), number, np.uint8) for number in range(len(results) + 1))
    output = Output(
        Frame(image, title=title), session.recipe, results, session.selection, None, None, thumbnails=thumbnails
    )
    session.set_output(output)
    return output
