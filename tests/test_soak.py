"""Guards the pinned Qt binding: some releases abort after a few thousand calls."""

import subprocess
import sys

CALLS = 20_000

SCRIPT = f"""
import sys
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QLabel

class Sender(QObject):
    sent = Signal(int)

application = QApplication([])
references = sys.getrefcount(None), sys.getrefcount(True)
sender, label, received = Sender(), QLabel(), []
sender.sent.connect(received.append)
for number in range({CALLS}):
    sender.sent.emit(number)
for number in range({CALLS}):
    label.setText(str(number))
    label.setEnabled(True)
assert len(received) == {CALLS} and label.text() == str({CALLS} - 1)
lost = [before - sys.getrefcount(value) for before, value in zip(references, (None, True))]
assert max(lost) < {CALLS} // 10, f"references to None and True lost: {{lost}}"
"""


def test_twenty_thousand_signals_and_setters_leave_the_interpreter_alive():
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT], capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr[-2000:]
