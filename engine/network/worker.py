"""The network worker: the process in which Keras lives. Runs inside a supervised child; nothing else imports this.

New work is one request class in `engine.network.messages`, one handler function, and one line in `HANDLERS`.
"""

from __future__ import annotations

from collections.abc import Mapping

from engine.child.host import Handler, Host
from engine.child.messages import Request
from engine.network.devices import load_keras

HANDLERS: Mapping[type[Request], Handler] = {}


def main(host: Host, options: object = None) -> None:
    """Load Keras, say on what it runs, and serve until asked to end."""
    host.serve(HANDLERS, about=load_keras())
