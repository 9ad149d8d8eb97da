"""A class is asked on two screens, in a process of its own; what its window looked like."""

import json
import sys
from pathlib import Path

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog

from massage_trainer.domain.quiz.kinds import KINDS
from massage_trainer.services.storage.class_store import SqliteClassStore
from massage_trainer.viewmodels.quiz import Stage
from massage_trainer.widgets.classroom.sheets import Sheet
from tests.e2e.class_screens_child import Room

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton


class Asking:
    """An instructor at the console, with mouse and keys; the class has its own screen."""

    def __init__(self, folder, language, look=None):
        self.room = Room(folder / "data", language)
        self.look = look
        self.pictures = 0
        store = self.room.program.practice_flow.class_store
        self.group = store.add_group('12A "=1+1"')
        self.room.open()
        page = self.room.console.findChild(QAbstractButton, f"class-{Sheet.QUIZ.value}")
        page.click()
        self.settle()
        self.sheet = self.room.console.findChild(type(self._sheet()), "class-quiz")

    def _sheet(self):
        from massage_trainer.widgets.page_row import Page

        return self.room.program.study_flow.page(Page.CLASS).current

    @property
    def quiz(self):
        return self.room.flow.quiz.quiz

    @property
    def pane(self):
        return self.sheet.question_pane

    def settle(self):
        self.room.settle()

    def press(self, key):
        self.room.stand.clock.ms += 300
        QTest.keyClick(QApplication.focusWidget() or self.room.console, key)
        self.settle()

    def wall(self, name=""):
        """The window of the class alone; kept as a file where somebody wants to look."""
        picture = self.room.picture()
        self.pictures += 1
        if self.look and name:
            self.look.mkdir(parents=True, exist_ok=True)
            picture.save(str(self.look / f"{name}.png"))
            self.room.console.grab().save(str(self.look / f"{name}-console.png"))
        return picture

    def click(self, at):
        picture = self.pane.picture
        place = QPointF(*picture.view.to_screen(at))
        for kind, held in (
            (QEvent.Type.MouseButtonPress, LEFT),
            (QEvent.Type.MouseButtonRelease, NONE),
        ):
            glob = picture.mapToGlobal(place)
            event = QMouseEvent(kind, place, glob, LEFT, held, Qt.KeyboardModifier.NoModifier)
            QApplication.sendEvent(picture, event)

    def vote(self):
        if self.quiz.round.points:
            for across in (0.42, 0.46, 0.5, 0.54):
                self.click((across, 0.5))
        else:
            self.press(Qt.Key.Key_1)
            for key in (Qt.Key.Key_2, Qt.Key.Key_2):
                self.press(key)
        self.settle()

    def start(self, kind):
        self.quiz.setup.update(kinds=frozenset({kind}), length=5)
        self.quiz.set_seed(11)
        self.press(Qt.Key.Key_Return)  # the keyboard is at "show the first question"


def asked(folder, language, look=None):
    """Two questions of each kind: not a dot changes before the answer is told."""
    asking = Asking(folder, language, look)
    told = {"leaks": [], "same": [], "dialogs": 0, "asked": 0, "seen": []}
    for kind in (kind.id for kind in KINDS):
        asking.start(kind)
        if asking.quiz.stage is not Stage.ROUND:
            told["same"].append([kind, "did not begin"])
            continue
        for number in range(2):
            told["asked"] += 1
            name = f"{language}-{kind}-{number}"
            before = asking.wall(f"{name}-a")
            asking.vote()
            if asking.wall() != before:
                told["leaks"].append([kind, number])
            asking.press(Qt.Key.Key_Return)
            if asking.wall(f"{name}-b") == before:
                told["same"].append([kind, number])
            told["dialogs"] += len(asking.room.audience.findChildren(QDialog))
            asking.press(Qt.Key.Key_Return)
        asking.quiz.stop()
        asking.settle()
        asking.wall(f"{language}-{kind}-end")
        told["seen"].append(asking.sheet.end_pane.seen.text)
        asking.press(Qt.Key.Key_Return)  # another round
    told["pictures"] = asking.pictures
    told.update(_kept(asking))
    asking.room.close()
    return told


def held_back(folder, language):
    """Frozen and black: the class sees nothing of what is told, and the console says so."""
    asking = Asking(folder, language)
    asking.start("name-point")
    before = asking.wall()
    told = {}
    asking.press(Qt.Key.Key_F)
    asking.vote()
    asking.press(Qt.Key.Key_Return)
    told["frozen"] = [asking.wall() == before, asking.pane.seen.text]
    asking.press(Qt.Key.Key_F)
    told["let go"] = [asking.wall() == before, asking.pane.seen.text]
    asking.press(Qt.Key.Key_B)
    black = asking.wall()
    told["black"] = [black.pixelColor(5, 5).name(), asking.pane.seen.text]
    asking.press(Qt.Key.Key_Return)
    told["still black"] = asking.wall() == black
    QTest.keyClick(asking.room.audience, Qt.Key.Key_B)  # a key in the window of the class
    asking.settle()
    told["back"] = asking.wall() != black
    QTest.keyClick(asking.room.audience, Qt.Key.Key_2)
    told["counted from the class's window"] = list(asking.quiz.votes.counts)
    asking.room.stand.clock.ms += 300
    QTest.keyClick(asking.room.audience, Qt.Key.Key_PageDown)
    told["told from there"] = asking.quiz.is_told
    asking.room.model.close()
    asking.settle()
    told["away"] = asking.pane.seen.text
    asking.room.close()
    return told


def _kept(asking):
    flow = asking.room.program.practice_flow
    store = SqliteClassStore(flow.database, flow.calendar)
    rounds = store.rounds(asking.group.id)
    answers = [answer for each in rounds for answer in store.answers(each.id)]
    return {
        "rounds": len(rounds),
        "ended": sum(bool(each.ended) for each in rounds),
        "seeds": sorted({each.seed for each in rounds}),
        "answers": len(answers),
        "clicks": sum(len(answer.clicks) for answer in answers),
        "hands": sum(sum(answer.counts) for answer in answers),
    }


if __name__ == "__main__":
    app = QApplication([])
    scenario, where, language, *look = sys.argv[1:]
    if scenario == "asked":
        out = asked(Path(where), language, Path(look[0]) if look else None)
    else:
        out = held_back(Path(where), language)
    sys.stdout.write(json.dumps(out) + "\n")
