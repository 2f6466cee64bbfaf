"""What the window asks of the training worker, and what it tells. Imports nothing heavy.

    Describe(training=…)                      → Described
    ShowBatch(training=…, count=8)            → Batch
    Train(training=…, folder=…)               → Began, Stepped, EpochEnded, Watched, Noted …, then Trained | Stopped
    Evaluate(folder=…, part="test")           → Evaluated
    Embed(folder=…, part="test", method=…)    → Embedded
    Explain(folder=…, index=3, classes=(0, 2))→ Heats
    Robustness(folder=…, kind="noise")        → Tried
    WriteScript(training=…)                   → Script
    SaveTrained(folder=…, path=…)             → TrainedSaved

While a job runs, `Pause` and `Resume` can be told to it with `SupervisedChild.tell`. Stopping it (`stop_job`) ends it
within a step; what it has learnt is kept, and `Train(…, resume=True)` goes on from there.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from engine.child.messages import Answer, Message, Request, Tell
from engine.imaging.explanation import Remark
from engine.network.training.curves import EpochFigures, FinalFigures, Note, StepFigures
from engine.network.training.job import TrainingJob

Part = Literal["train", "validation", "test"]
Pictures = NDArray[np.uint8]


@dataclass(frozen=True)
class LoaderStep:
    """What one step of the loader hands on: a title and what is in it, as marked text, and the array's facts."""

    title: str
    help: str
    shape: tuple[int | None, ...]
    dtype: str
    low: float
    high: float


@dataclass(frozen=True, kw_only=True)
class Describe(Request):
    """What the job's network is before it is changed for the job; for networks out of files, which only we read."""

    training: TrainingJob


@dataclass(frozen=True, kw_only=True)
class Described(Answer):
    """The network as JSON, and whether it has weights that were trained."""

    architecture: dict[str, Any]
    has_weights: bool


@dataclass(frozen=True, kw_only=True)
class ShowBatch(Request):
    """Show the mini-batch number `number` of the first epoch: up to `count` of its pictures. Nothing is trained."""

    training: TrainingJob
    count: int = 16
    number: int = 0


@dataclass(frozen=True, kw_only=True, eq=False)
class Batch(Answer):
    """A mini-batch. Pictures are uint8 (n, H, W, C), before and after the transforms, made smaller where too large.

    `after` is what the transforms give, 0–255; the last of `steps` says to which numbers the network gets it scaled.
    `indices` are places in the data set.
    """

    before: Pictures
    after: Pictures
    labels: tuple[int, ...]
    indices: tuple[int, ...]
    class_names: tuple[str, ...]
    steps: tuple[LoaderStep, ...]
    batch_size: int
    batches: int


@dataclass(frozen=True, kw_only=True)
class Train(Request):
    """Run a job; what it gives goes into `folder`. With `resume` it goes on from the checkpoint there.

    `watches` has filters and maps taken at the end of each epoch, of the training set's picture `watched_index`
    (None: the first validation picture). `test_at_end` judges by the test pictures, where there are any.
    """

    training: TrainingJob
    folder: str
    resume: bool = False
    watches: bool = True
    watched_index: int | None = None


@dataclass(frozen=True, kw_only=True)
class Pause(Tell):
    """Hold still after this step."""


@dataclass(frozen=True, kw_only=True)
class Resume(Tell):
    """Go on."""


@dataclass(frozen=True, kw_only=True)
class Preparing(Message):
    """What is done before the first step, such as reading pictures: `done` of `total`, and a marked sentence."""

    done: int
    total: int
    note: str


@dataclass(frozen=True, kw_only=True)
class Began(Message):
    """Training begins, at `first_step` after a resume. `architecture` is the network as JSON, freezing included."""

    architecture: dict[str, Any]
    class_names: tuple[str, ...]
    epochs: int
    steps_per_epoch: int
    train_count: int
    validation_count: int
    test_count: int
    parameters: int
    trainable: int
    first_step: int = 0
    is_cached: bool = False
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Stepped(Message):
    """The steps since the last such message, which comes at most ten times a second.

    `remaining` is how many seconds the rest will take at this speed; `memory` what the worker holds, in bytes.
    """

    steps: tuple[StepFigures, ...]
    images_per_second: float
    remaining: float
    memory: int
    epoch: int


@dataclass(frozen=True, kw_only=True)
class EpochEnded(Message):
    """An epoch is over, and its validation done."""

    figures: EpochFigures
    remaining: float


@dataclass(frozen=True)
class LayerHealth:
    """How one layer learns: the mean size of its gradient and its weights, and the share of units that are dead.

    `gradient` is None for frozen layers, `dead` for layers that end in no ReLU.
    """

    path: str
    gradient: float | None
    weights: float | None
    dead: float | None


@dataclass(frozen=True, eq=False)
class WatchedLayer:
    """Mosaics of one layer, uint8, and what their brightest entries stand for.

    `filters` and `gradients` are entries of the palette "signed", or colours where they have three channels (H, W, 3);
    `maps` those of the palette `map_scheme` for the watched picture. The entry 0 lies between the single pictures.
    What the layer does not have is None.
    """

    path: str
    filters: Pictures | None = None
    gradients: Pictures | None = None
    maps: Pictures | None = None
    filter_high: float = 0.0
    gradient_high: float = 0.0
    map_high: float = 0.0
    map_scheme: str = "positive"


@dataclass(frozen=True, kw_only=True, eq=False)
class Watched(Message):
    """The network's inside after `epoch` epochs; 0 is before the first step.

    The run's folder keeps it too, see `engine.network.training.watched`. `index` is the watched picture's place in the
    data set, `answer` the shares that the network gives it.
    """

    epoch: int
    index: int
    layers: tuple[WatchedLayer, ...]
    health: tuple[LayerHealth, ...]
    answer: tuple[float, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Noted(Message):
    """Something that the person should read: weights rolled back, layers unfrozen, files that are gone."""

    note: Note


@dataclass(frozen=True, kw_only=True)
class Paused(Message):
    """The job holds still, or goes on."""

    is_paused: bool


@dataclass(frozen=True, kw_only=True)
class Trained(Answer):
    """The run is over, early or not; its best weights lie in its folder."""

    figures: FinalFigures


@dataclass(frozen=True, kw_only=True)
class Evaluate(Request):
    """Let the run's best network answer for all pictures of a part."""

    folder: str
    part: Part = "test"


@dataclass(frozen=True, kw_only=True, eq=False)
class Evaluated(Answer):
    """Answers for N pictures: their places in the data set, true classes, probabilities float32 (N, classes).

    `engine.network.training.afterwards` makes the confusion matrix and all other figures of it.
    """

    folder: str
    part: Part
    class_names: tuple[str, ...]
    indices: NDArray[np.int64]
    labels: NDArray[np.int32]
    probabilities: NDArray[np.float32]


@dataclass(frozen=True, kw_only=True)
class Embed(Request):
    """Lay the pictures of a part out in a plane, by what the layer before the answer gives for them.

    At most `most` pictures, the same for the same seed.
    """

    folder: str
    part: Part = "test"
    method: Literal["pca", "t-sne"] = "pca"
    most: int = 1000
    seed: int = 0


@dataclass(frozen=True, kw_only=True, eq=False)
class Embedded(Answer):
    """Places (n, 2) of pictures in the plane, their places in the data set, true and answered classes.

    `explained` is the share of the spread that a PCA's two axes hold; None for t-SNE.
    """

    indices: NDArray[np.int64]
    labels: NDArray[np.int32]
    answers: NDArray[np.int32]
    points: NDArray[np.float32]
    layer: str
    explained: float | None = None


@dataclass(frozen=True, kw_only=True)
class Explain(Request):
    """Where in picture `index` of the data set the run's best network sees what speaks for each class (Grad-CAM)."""

    folder: str
    index: int
    classes: tuple[int, ...]


@dataclass(frozen=True, kw_only=True, eq=False)
class Heats(Answer):
    """The picture as the network gets it, uint8 (H, W, C), and a heat for each class, uint8 (n, H, W)."""

    index: int
    picture: Pictures
    classes: tuple[int, ...]
    heats: Pictures
    scores: tuple[float, ...]
    layer: str


@dataclass(frozen=True, kw_only=True)
class Robustness(Request):
    """How many pictures of a part are still right when they are changed more and more."""

    folder: str
    kind: Literal["noise", "rotation", "shift"] = "noise"
    part: Part = "test"
    most: int = 500


@dataclass(frozen=True, kw_only=True)
class Tried(Answer):
    """The share of right answers for each amount: gray levels of noise, degrees, or pixels of shift."""

    kind: str
    unit: str
    amounts: tuple[float, ...]
    accuracies: tuple[float, ...]
    count: int


@dataclass(frozen=True, kw_only=True)
class WriteScript(Request):
    """Write the job as a Python script that trains by itself; with `path` into that file, and what it needs beside."""

    training: TrainingJob
    path: str = ""


@dataclass(frozen=True, kw_only=True)
class Script(Answer):
    """The script; `has_beside`: it needs a file beside it, which saving writes too."""

    text: str
    has_beside: bool


@dataclass(frozen=True, kw_only=True)
class SaveTrained(Request):
    """Save the best network of a run to `path`, in the form that its ending asks for.

    `token` makes the name of the temporary file, so that whoever asked can clear it away should the worker end.
    """

    folder: str
    path: str
    token: str = ""


@dataclass(frozen=True, kw_only=True)
class TrainedSaved(Answer):
    """The network is in this file, which was read back."""

    path: str
