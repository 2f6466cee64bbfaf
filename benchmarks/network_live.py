"""The network worker live: 1280 × 720 in, one layer's maps out, both through shared memory.

    python -m benchmarks.network_live [GALLERY_ID …]

The window is left out: this is the pace at which it could be fed.
"""

from __future__ import annotations

import argparse
import queue
import time
from statistics import median

import numpy as np

from benchmarks.timing import table
from engine.child.messages import Answer, Message, Request
from engine.child.ring import FrameRing
from engine.network import requests as ask
from engine.network.process import network_worker

MODELS = ("cnn-example", "mobilenet-v2", "resnet-50")
FRAMES, LEFT_OUT = 150, 50
SLOT_BYTES = 8_000_000
HEADERS = ("network", "maps", "switch, ms", "round trip, ms", "frames/s", "fit", "forward", "draw", "hand over")


class Line:
    """The line to a worker of our own."""

    def __init__(self) -> None:
        self._answers: queue.SimpleQueue[Answer] = queue.SimpleQueue()
        self.child = network_worker()
        self.child.listen(
            on_message=self._hear, on_state=lambda _: None, on_death=lambda death: print(death), on_log=lambda _: None
        )
        self.rings = {name: FrameRing.create(slot_bytes=SLOT_BYTES) for name in ("frames", "maps", "pictures")}
        self.child.start()
        self.ask(ask.Connect(**{name: ring.address for name, ring in self.rings.items()}))

    def ask(self, request: Request) -> Answer:
        job = self.child.send(request)
        while True:
            answer = self._answers.get(timeout=120)
            if answer.job == job:
                return answer

    def close(self) -> None:
        self.child.close()
        for ring in self.rings.values():
            ring.close()

    def _hear(self, message: Message) -> None:
        if isinstance(message, Answer):
            self._answers.put(message)


def main(arguments: list[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("models", nargs="*", default=MODELS, help="gallery ids")
    options = parser.parse_args(arguments)
    line = Line()
    try:
        rows = [row for name in options.models for row in _measure(line, name)]
    finally:
        line.close()
    print(table(HEADERS, rows))


def _measure(line: Line, name: str) -> list[list[object]]:
    opened = line.ask(ask.OpenModel(model=ask.GalleryModel(name)))
    if not isinstance(opened, ask.Opened):
        raise SystemExit(str(opened))
    picture = np.random.default_rng(0).integers(0, 256, (720, 1280, 3)).astype(np.uint8)
    maps = [fact for fact in opened.layers if len(fact.shape) == 3]
    return [_row(line, name, fact, picture) for fact in (maps[0], maps[-1])]


def _row(line: Line, name: str, fact: ask.LayerFact, picture: np.ndarray) -> list[object]:
    begun = time.perf_counter()
    line.ask(ask.ShowLayers(layers=(fact.path,)))
    _frame(line, picture, 0)
    switch = time.perf_counter() - begun
    taken, timings = [], []
    for number in range(1, FRAMES + 1):
        begun = time.perf_counter()
        timings.append(_frame(line, picture, number).timings)
        taken.append(time.perf_counter() - begun)
    middle = median(taken[LEFT_OUT:])
    parts = [
        1000 * median(getattr(each, part) for each in timings[LEFT_OUT:])
        for part in ("fit", "forward", "draw", "hand_over")
    ]
    shape = " × ".join(map(str, fact.shape))
    return [name, shape, round(1000 * switch), 1000 * middle, round(1 / middle, 1), *parts]


def _frame(line: Line, picture: np.ndarray, number: int) -> ask.Maps:
    line.rings["frames"].write(picture, number=number, captured_at=time.perf_counter())
    maps = line.ask(ask.Frame(keeps_order=True))
    if not isinstance(maps, ask.Maps):
        raise SystemExit(str(maps))
    with line.rings["maps"].lease() as frame:
        assert frame is not None
        assert frame.number == number
    return maps


if __name__ == "__main__":
    main()
