"""The whole program on several screens, in a process of its own."""

import json
import sys
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from massage_trainer.domain.classroom.look import AudienceLook, TextSize
from massage_trainer.widgets.page_row import Page
from tests.e2e.conftest import Stand
from tests.virtual_screens import LAPTOP, WALL, plug

LESSON = "stretch-knees-down"


class Room:
    """The program with its class page open, and what stands where."""

    def __init__(self, folder, language="vi"):
        self.stand = Stand(folder, language)
        self.program, self.console = self.stand.program, self.stand.window
        self.console.resize(1200, 700)
        self.settle()
        self.program.study_flow.go(Page.CLASS)
        self.flow = self.program.study_flow.class_flow
        self.screens = self.flow.screens
        self.model = self.screens.model

    @property
    def audience(self):
        return self.screens.window

    def settle(self):
        for _ in range(3):
            QApplication.processEvents()

    def open(self):
        self.model.open()
        self.settle()

    def teach(self, lesson=LESSON):
        self.flow.lesson.open(self.program.teacher.settled(lesson))
        self.flow.room.slides.activate()
        self.flow.lesson.start()
        self.settle()

    def facts(self):
        self.settle()
        console, audience = self.console, vars(self.screens).get("window")
        seen = audience is not None and audience.isVisible()
        return {
            "standing": self.model.plan.standing.name,
            "console": [console.isVisible(), console.screen().name()],
            "class": [*audience.geometry().getRect()] if seen else None,
            "class_screen": audience.screen().name() if seen else None,
            "full": seen and audience.isFullScreen(),
        }

    def picture(self):
        self.settle()
        return self.audience.grab().toImage()

    def still_ratio(self):
        """Of the dots in which the picture of the step was decoded."""
        self.settle()
        return self.audience.view.face.picture._picture.devicePixelRatio()

    def close(self):
        self.stand.close()


def places(folder):
    """Open, swap twice, close; then the same program again tomorrow."""
    room = Room(folder)
    told = {"closed": room.facts()}
    room.open()
    told["open"] = room.facts()
    told["picture"] = [*room.picture().size().toTuple(), room.picture().devicePixelRatio()]
    room.teach("lumbar-acupressure")
    told["still"] = room.still_ratio()
    QTest.keyClick(room.console, Qt.Key.Key_F6)
    told["swapped"] = room.facts()
    told["still swapped"] = room.still_ratio()
    QTest.keyClick(room.audience, Qt.Key.Key_F6)
    told["back"] = room.facts()
    walls = room.model.walls
    room.model.choose(walls[0].key)
    told["chosen"] = room.facts()
    room.flow.classroom.set_look(AudienceLook(TextSize.LARGEST, contrast=True))
    room.model.close()
    told["shut"] = room.facts()
    room.close()
    room = Room(folder)
    room.open()
    told["tomorrow"] = room.facts()
    look = room.flow.classroom.look
    told["look"] = [look.text.value, look.contrast]
    room.close()
    return told


def unplugged(folder):
    """The same hold twice: once with the projector pulled out in its last seconds."""
    return {"told": _hold(folder / "one", pull=False), "pulled": _hold(folder / "two", pull=True)}


def _hold(folder, *, pull):
    plug(LAPTOP, WALL)
    room = Room(folder)
    room.open()
    room.teach()
    lesson, time = room.flow.lesson, room.stand.clock
    while lesson.countdown.segment.kind.name != "HOLD" or lesson.countdown.left_ms > 2_500:
        if lesson.countdown.waiting:
            lesson.done()
        else:
            room.stand.ticker.pass_time(min(500, lesson.countdown.left_ms))
    happened = []
    lesson.happened.connect(lambda event: happened.append([time.ms, repr(event)]))
    room.stand.sound.heard.clear()
    began = time.ms
    during = None
    for tick in range(100):  # five seconds
        if pull and tick == 10:
            plug(LAPTOP)
            during = room.facts()
        room.stand.ticker.pass_time(50)
        room.settle()
    if pull:
        plug(LAPTOP, WALL)
    facts = room.facts()
    words = list(room.audience.view.face.words)
    room.close()
    return {
        "happened": [[at - began, what] for at, what in happened],
        "cues": [repr(cue) for cue in room.stand.sound.cues],
        "during": during,
        "after": facts,
        "words": words,
    }


def plugging(folder):
    """A day in a room: mirrored, extended, turned, pulled out, and the lid closed."""
    told = {}
    plug(LAPTOP)
    room = Room(folder)
    told["alone"] = room.facts()
    room.open()
    told["over"] = room.facts()
    for name, screens in (
        ("mirrored", (LAPTOP, replace(WALL, x=0))),
        ("extended", (LAPTOP, WALL)),
        ("left", (LAPTOP, replace(WALL, x=-1920, y=-140))),
        ("turned", (LAPTOP, replace(WALL, width=1080, height=1920))),
        ("small", (LAPTOP, replace(WALL, width=1024, height=768))),
        ("gone", (LAPTOP,)),
        ("again", (LAPTOP, WALL)),
        ("mirrored again", (LAPTOP, replace(WALL, x=0))),
        ("extended again", (LAPTOP, WALL)),
        ("lid", (WALL,)),
        ("lid open", (LAPTOP, WALL)),
    ):
        plug(*screens)
        told[name] = room.facts()
    room.close()
    return told


def one_screen(folder):
    """Every way out of what covers the only screen, and a dialog that nobody may miss."""
    room = Room(folder)
    told = {}
    QTest.keyClick(room.console, Qt.Key.Key_F5)
    told["key in"] = room.facts()
    QTest.keyClick(room.audience, Qt.Key.Key_Escape)
    told["escape"] = room.facts()
    QTest.keyClick(room.console, Qt.Key.Key_F6)
    told["swap in"] = room.facts()
    QTest.keyClick(room.audience, Qt.Key.Key_F6)
    told["swap out"] = room.facts()
    room.open()
    before = room.picture()
    QTest.mouseMove(room.audience.windowHandle(), QPoint(300, 300))
    room.settle()
    told["button"] = room.audience.way_out.isVisible()
    told["inside"] = room.audience.rect().contains(room.audience.way_out.geometry())
    told["finger"] = room.audience.way_out.height() / room.audience.height()
    room.audience._timer.elapsed.emit()
    told["button gone"] = not room.audience.way_out.isVisible() and room.picture() == before
    touch = QTest.createTouchDevice()
    QTest.touchEvent(room.audience.windowHandle(), touch).press(1, QPoint(500, 400)).commit()
    QTest.touchEvent(room.audience.windowHandle(), touch).release(1, QPoint(500, 400)).commit()
    room.settle()
    told["tap"] = room.audience.way_out.isVisible()
    place = room.audience.way_out.geometry().center()
    QTest.touchEvent(room.audience.windowHandle(), touch).press(2, place).commit()
    QTest.touchEvent(room.audience.windowHandle(), touch).release(2, place).commit()
    told["tapped"] = room.facts()
    room.open()
    dialog = QDialog(room.console)
    dialog.setModal(True)
    dialog.show()
    told["dialog"] = room.facts()
    dialog.close()
    room.open()
    room.audience.close()
    told["closed by the system"] = room.facts()
    room.close()
    return told


if __name__ == "__main__":
    app = QApplication([])
    scenario = {"places": places, "unplugged": unplugged, "plugging": plugging}
    scenario["one_screen"] = one_screen
    sys.stdout.write(json.dumps(scenario[sys.argv[1]](Path(sys.argv[2]))) + "\n")
