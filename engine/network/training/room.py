"""Whether a training finds room in memory, reckoned before it begins.

The sum is what is needed at least, so that nothing is refused that would have gone well; what it takes beyond that
shows itself later, as memory that ran out.
"""

from __future__ import annotations

from pathlib import Path

from engine.network.architecture import Architecture
from engine.network.budget import size_of
from engine.network.tracing import Trace, trace
from engine.network.training.finishing import TrainingError
from engine.network.training.settings import Settings
from engine.text import mark

_BYTES = 4
_SHARE_KEPT = 0.6
"""Of what the layers give, so much at least is kept for the way back; measured 0.78 for MobileNetV2, 32-bit, no XLA."""
_LEFT_OVER = 0.8
_REMEMBERED = {"adam": 2, "adamw": 2, "sgd": 0, "momentum": 1, "rmsprop": 1}
_GROUPS = (  # the limit, and the line of the statistics that says what processes hold; versions 2 and 1
    ("/sys/fs/cgroup/memory.max", "anon"),
    ("/sys/fs/cgroup/memory/memory.limit_in_bytes", "rss"),
)


def check_room(architecture: Architecture, settings: Settings, *, pictures: int, free: int | None = None) -> None:
    """Refuse to learn from so many pictures what needs more memory than there is; proposes the batch that would fit."""
    room, batch = free_memory() if free is None else free, min(settings.batch_size, pictures)
    if room is None:
        return
    weights, picture = needed(trace(architecture), settings)
    if weights + picture * batch <= room:
        return
    fitting = int((room * _LEFT_OVER - weights) // max(1, picture))
    if fitting < 1:
        raise TrainingError(
            mark("Training this network takes {needed:.1f} GB of memory at least, and {free:.1f} GB are free. Use "
                 "smaller pictures or a smaller network, or close other programs."),
            needed=(weights + picture) / 1e9, free=room / 1e9,
        )  # fmt: skip
    proposed = min(1 << (fitting.bit_length() - 1), max(1, batch // 2))
    raise TrainingError(
        mark("Training with {batch} pictures at a time takes {needed:.1f} GB of memory at least, and {free:.1f} GB are "
             "free. Set the batch to {new_batch_size}, or use smaller pictures."),
        batch=batch, needed=(weights + picture * batch) / 1e9, free=room / 1e9, new_batch_size=proposed,
    )  # fmt: skip


def needed(traced: Trace, settings: Settings) -> tuple[int, int]:
    """Bytes that learning takes at least: once, for the weights, and again for every picture of a batch."""
    size = size_of(traced)
    once = size.parameters + size.trainable * (1 + _REMEMBERED[settings.optimiser])
    kept, has_begun = 0, False
    for each in traced.walk():
        # Before the first layer that learns nothing is needed any more once it was passed on.
        has_begun = has_begun or (each.parameters is not None and each.parameters.trainable > 0)
        kept += each.activations if has_begun else 0
    return _BYTES * once, int(_BYTES * kept * _SHARE_KEPT)


def free_memory() -> int | None:
    """Bytes that this process may still take, as far as the system tells; None where it says nothing."""
    groups = [_within_group(Path(limit), line) for limit, line in _GROUPS]
    known = [each for each in (_available(), _within_limits(), *groups) if each is not None]
    return max(0, min(known)) if known else None


def _available() -> int | None:
    return _line("/proc/meminfo", "MemAvailable:")


def _within_limits() -> int | None:
    """What a limit on the address space leaves, such as a school's computer may set."""
    try:
        import resource
    except ImportError:  # Windows
        return None
    limit, _ = resource.getrlimit(resource.RLIMIT_AS)
    taken = _line("/proc/self/status", "VmSize:")
    return None if limit == resource.RLIM_INFINITY or taken is None else limit - taken


def _within_group(limit: Path, name: str) -> int | None:
    """What a container leaves; files that the system only remembers are given up when room is needed."""
    taken = _line(str(limit.parent / "memory.stat"), f"{name} ", unit=1)
    try:
        return None if taken is None else int(limit.read_text(encoding="ascii")) - taken
    except (OSError, ValueError):  # "max"
        return None


def _line(path: str, name: str, *, unit: int = 1024) -> int | None:
    try:
        lines = Path(path).read_text(encoding="ascii", errors="replace").splitlines()
        return next(int(line.split()[1]) * unit for line in lines if line.startswith(name))
    except (OSError, ValueError, StopIteration, IndexError):
        return None
