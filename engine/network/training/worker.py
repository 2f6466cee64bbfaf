"""The training worker: the process in which networks learn. Runs inside a supervised child; nothing else imports this.

New work is one request class in `messages.py`, one handler, and one line here.
"""

from __future__ import annotations

from engine.child.host import Host
from engine.network.devices import load_keras


def main(host: Host, options: object = None) -> None:
    """Load Keras, say on what it runs, and serve until asked to end."""
    devices = load_keras()
    # What these bring along would otherwise load Keras before it was told how to behave.
    from engine.network.sessions import all_handlers
    from engine.network.threads import share_cores
    from engine.network.training.exporting import Exporting
    from engine.network.training.judged import Judging
    from engine.network.training.serving import Serving

    share_cores()
    host.serve(all_handlers(Serving().handlers(), Judging().handlers(), Exporting().handlers()), about=devices)
