"""The network worker: the process in which Keras lives. Runs inside a supervised child; nothing else imports this.

New work is one request class in `engine.network.requests` or beside it, one handler, and one line here.
"""

from __future__ import annotations

import gc

from engine.child.host import Host
from engine.network import before_after, requests, statistics
from engine.network.devices import load_keras

SHORT = (
    requests.Connect, requests.ShowLayers, requests.Frame, requests.DrillDown, before_after.KeepBefore,
    before_after.Compare, statistics.AskStatistics,
)  # fmt: skip
"""What is let in between the steps of a long question, so that the maps go on. What answers through the ring
`pictures` waits: the question writes there too."""


def main(host: Host, options: object = None) -> None:
    """Load Keras, say on what it runs, and serve until asked to end."""
    devices = load_keras()
    # What these bring along would otherwise load Keras before it was told how to behave.
    from engine.network.comparing import Comparing
    from engine.network.inspecting import Inspecting
    from engine.network.saving.answering import Saving
    from engine.network.sessions import Session, all_handlers
    from engine.network.threads import share_cores
    from engine.network.why.answering import Answering

    share_cores()
    # What is here now stays; looking it through whenever a network is let go of would take a fifth of a second.
    gc.collect()
    gc.freeze()
    session = Session()
    groups = (session, Answering(session), Comparing(session), Inspecting(session), Saving(session))
    host.serve(
        all_handlers(*(each.handlers() for each in groups)), about=devices, short=SHORT,
        borders=(requests.OpenModel, requests.CloseModel),
    )  # fmt: skip
