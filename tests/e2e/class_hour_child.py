"""One class hour in the whole program on two screens, in a process of its own.

Everything is done as an instructor does it: with buttons, keys and the mouse, in the real windows.
"""

import json
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from tests.e2e.class_hour_exam import examine_class
from tests.e2e.class_hour_lesson import teach_lesson
from tests.e2e.class_hour_quiz import ask_class
from tests.e2e.class_hour_room import HourRoom
from tests.e2e.class_hour_roster import import_roster


def hour(folder, language, look=None):
    """The list of the class, the lesson, the questions, the exam, and what is kept of them."""
    room = HourRoom(folder, language, look)
    told = {"roster": import_roster(room)}
    told["lesson"] = teach_lesson(room)
    told["quiz"] = ask_class(room)
    told["exam"] = examine_class(room)
    told["wall"] = room.wall_facts()
    room.close()
    return told


if __name__ == "__main__":
    app = QApplication([])
    where, language, *look = sys.argv[1:]
    out = hour(Path(where), language, Path(look[0]) if look else None)
    sys.stdout.write(json.dumps(out, ensure_ascii=False) + "\n")
