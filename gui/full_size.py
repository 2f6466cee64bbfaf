"""The recipe on every pixel of a large picture, in the background and only when somebody looks closely."""

from __future__ import annotations

import threading
from collections.abc import Callable

from engine.imaging.recipe import Recipe
from engine.imaging.running import StageResult, run_recipe
from engine.sources.frame import Frame
from gui.making import Base, Made, Wish, drawn, fits_in_memory
from gui.notify import Notifier


class FullSize:
    """One thread with one place for what is wanted; whatever is asked for later takes its place."""

    def __init__(self, made: Callable[[Made], None], notifier: Notifier) -> None:
        self._made = made
        self._notifier = notifier
        self._lock = threading.Condition()
        self._wanted: tuple[Base, Wish] | None = None
        self._is_running = True
        self._thread: threading.Thread | None = None

    def ask(self, base: Base, wish: Wish) -> None:
        """Make the output for every pixel of this frame; `made` is called from the thread here."""
        with self._lock:
            self._wanted = (base.at_full_size, wish)
            self._lock.notify_all()
            if self._thread is None and self._is_running:
                self._thread = threading.Thread(target=self._work, name="full resolution", daemon=True)
                self._thread.start()

    def close(self) -> None:
        """End the thread after the stage that it is at."""
        with self._lock:
            self._is_running = False
            self._lock.notify_all()
        if self._thread is not None:
            self._thread.join()

    def _work(self) -> None:
        results: tuple[StageResult, ...] = ()
        while True:
            with self._lock:
                while self._wanted is None and self._is_running:
                    self._lock.wait()
                if not self._is_running or self._wanted is None:
                    return
                (base, wish), self._wanted = self._wanted, None
            try:
                if not fits_in_memory(wish.recipe, base.frame.image.shape):
                    continue
                # Results that are of no more use go before new ones come: together they would take too much memory.
                results = _reusable(results, base.frame, wish.recipe)
                found = self._run(base.frame, wish.recipe, results)
                if found is not None:
                    results = found
                    self._made(drawn(base, wish, results))
            except Exception as error:
                self._notifier.error(error, topic="pipeline")

    def _run(self, frame: Frame, recipe: Recipe, results: tuple[StageResult, ...]) -> tuple[StageResult, ...] | None:
        """Stage by stage, so that it can be given up in between; None then."""
        for count in range(1, len(recipe.stages) + 1):
            if self._wanted is not None or not self._is_running:
                return None
            results = run_recipe(Recipe(recipe.stages[:count]), frame.image, previous=results)
        return results if recipe.stages else ()


def _reusable(results: tuple[StageResult, ...], frame: Frame, recipe: Recipe) -> tuple[StageResult, ...]:
    """Those at the beginning that a run on this frame would make again just so."""
    if not results or results[0].input is not frame.image:
        return ()
    count = 0
    for result, stage in zip(results, recipe.stages, strict=False):
        if result.stage != stage:
            break
        count += 1
    return results[:count]
