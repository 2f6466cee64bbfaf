"""Starting the training worker from the window, without importing what it imports."""

from __future__ import annotations

from engine.child.lifecycle import Patience
from engine.child.supervisor import SupervisedChild
from engine.text import mark

# By name: an import of the module here would lead the window to TensorFlow.
_TARGET = "engine.network.training.worker:main"
# The import takes 7–10 s on two cores and many times that from a cold, slow disk; beyond this it hangs.
_PATIENCE = Patience(start_within=180.0)


def training_worker() -> SupervisedChild:
    """The training worker, not started yet. Its `Ready` carries `engine.network.messages.Devices`."""
    return SupervisedChild(mark("training worker"), _TARGET, patience=_PATIENCE)
