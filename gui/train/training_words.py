"""How far a training has come, in words."""

from __future__ import annotations

from gui.text import tr
from gui.train.session import Phase, Training


def state_words(training: Training, *, learnt_from: str = "") -> str:
    """How far it is, in a sentence, and what it came to; `learnt_from` where that is other data than what is shown."""
    words = _running_words(training) if training.is_running else _result_words(training)
    return f"{learnt_from} · {words}" if learnt_from and words else words


def _running_words(training: Training) -> str:
    epochs = training.job.settings.epochs
    done = training.epochs[-1].epoch if training.epochs else 0
    at = tr("Epoch {epoch} of {epochs}", epoch=min(done + 1, epochs), epochs=epochs)
    if training.phase is Phase.PAUSED:
        return tr("{at} · paused", at=at)
    if training.phase is Phase.STOPPING:
        return tr("{at} · stopping", at=at)
    return at if training.seconds_left is None else f"{at} · {time_words(training.seconds_left)}"


def _result_words(training: Training) -> str:
    last = training.epochs[-1] if training.epochs else None
    best = next((each for each in reversed(training.epochs) if each.is_best), last)
    if best is None and training.began is None:
        return ""  # why it did not begin is said above
    if best is None:
        return tr("Stopped before the first epoch was over.")
    if training.figures is not None and training.figures.test_accuracy is not None:
        return tr("Gets {share:.1%} of the test pictures right.", share=training.figures.test_accuracy)
    if best.validation_accuracy is not None and best is not last:
        return tr("Gets {share:.1%} of the pictures kept aside right: its best, after epoch {epoch}.",
                  share=best.validation_accuracy, epoch=best.epoch)  # fmt: skip
    if best.validation_accuracy is not None:
        return tr("Gets {share:.1%} of the pictures kept aside right.", share=best.validation_accuracy)
    return tr("Gets {share:.1%} of its own pictures right.", share=best.accuracy)


def speed_words(training: Training) -> str:
    """Pictures a second and memory."""
    if not training.images_per_second:
        return ""
    return tr("{rate} pictures/s · {memory} MB", rate=f"{training.images_per_second:,.0f}",
              memory=f"{training.memory / 1e6:,.0f}")  # fmt: skip


def time_words(seconds: float) -> str:
    """How long something still takes.

    >>> time_words(75.0)
    '1 min 15 s left'
    """
    whole = max(0, round(seconds))
    if whole < 60:
        return tr("{seconds} s left", seconds=whole)
    if whole < 3600:
        return tr("{minutes} min {seconds} s left", minutes=whole // 60, seconds=whole % 60)
    return tr("{hours} h {minutes} min left", hours=whole // 3600, minutes=whole % 3600 // 60)
