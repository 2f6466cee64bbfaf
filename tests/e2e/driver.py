"""Runs the real `main()` and obeys lines from standard input: each is a Python expression about `window`.

The answer is one line of JSON: the value, or `{"error": …}`. Started as a program of its own by `tests/e2e/program.py`.
"""

import json
import sys
import threading


def drive() -> int:
    from PySide6.QtCore import QObject, Qt, Signal
    from PySide6.QtWidgets import QApplication

    class Remote(QObject):
        asked = Signal(str)

        def __init__(self) -> None:
            super().__init__()
            self.asked.connect(self.answer, Qt.ConnectionType.QueuedConnection)

        def answer(self, text: str) -> None:
            from gui.window import MainWindow

            windows = [each for each in QApplication.topLevelWidgets() if isinstance(each, MainWindow)]
            names = {"window": windows[0] if windows else None, "app": QApplication.instance()}
            if windows:
                names["parts"], names["session"] = windows[0].parts, windows[0].parts.session
            try:
                value = eval(text, {**globals(), **names})
                print(json.dumps(value, default=repr), flush=True)
            except Exception as error:
                print(json.dumps({"error": repr(error)}), flush=True)

    remote = Remote()

    def listen() -> None:
        for line in sys.stdin:
            remote.asked.emit(line.strip())

    threading.Thread(target=listen, daemon=True).start()
    import main

    return main.main(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(drive())
