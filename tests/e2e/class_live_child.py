"""A class with two real windows on one display, and the living body drawn in both."""

import json
import math
import sys
import time
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEventLoop, QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from massage_trainer.domain.classroom.keys import ClassAction
from massage_trainer.domain.stage_time import poses_at
from massage_trainer.viewmodels.class_tools import Tool
from massage_trainer.widgets.classroom.sheets import Sheet
from massage_trainer.widgets.page_row import Page
from tests.e2e.conftest import Stand

LESSON = "whole-session"
PLATE = "loin-xat"
AT_MOST_S = 60.0
PLACES = [(0.5, 0.62), (0.38, 0.6), (0.62, 0.55)]


class Room:
    """Console and class side by side; whatever is measured is waited for, never slept for."""

    def __init__(self, folder, size=(1280, 720)):
        self.folder = folder
        self.stand = Stand(folder / "data", "vi")
        self.program, self.console = self.stand.program, self.stand.window
        self.program.study_flow.go(Page.CLASS)
        self.flow = self.program.study_flow.class_flow
        self.classroom = self.flow.classroom
        page = self.program.study_flow.page(Page.CLASS)
        page.show_sheet(Sheet.LESSON)
        self.sheet = page.current
        self.lesson = self.flow.lesson
        self.lesson.open(self.program.teacher.settled(LESSON))
        self.sheet.show_console()
        self.audience = self.flow.screens.window
        self.audience.setGeometry(1290, 0, *size)
        self.audience.show()
        rows = self.lesson.timeline.rows
        row = next(at for at, each in enumerate(rows) if each.step.plate_id == PLATE)
        self.lesson.jump_to_row(row)
        self.lesson.start()
        while self.lesson.countdown.face.name in ("GET_READY", "RESUMING"):
            self.pass_time(500)
        self.settle()

    @property
    def mine(self):
        return self.sheet.console.preview.picture

    @property
    def theirs(self):
        return self.audience.view.face.picture

    @property
    def stages(self):
        return self.mine.stage, self.theirs.stage

    def pass_time(self, ms):
        self.stand.ticker.pass_time(ms)

    def settle(self):
        for _ in range(3):
            QApplication.processEvents()

    def wait(self, until):
        """Until it is so; answers after how many seconds, or raises."""
        began = time.monotonic()
        while not until():
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 10)
            time.sleep(0.002)
            if time.monotonic() - began > AT_MOST_S:
                raise TimeoutError(f"not within {AT_MOST_S} s")
        return time.monotonic() - began

    def go_live(self):
        self.flow.live.toggle()
        return self.wait(lambda: self.mine.is_live and self.theirs.is_live)

    def finest(self):
        """Both have drawn what they were asked for last, as well as they can."""
        return self.wait(lambda: all(map(_is_finest, self.stages)))

    def drag(self, across, down, steps=4):
        """The instructor turns the body; answers whether both had each camera at once."""
        start = self.mine.card.center().toPoint()
        QTest.mousePress(self.mine, Qt.MouseButton.LeftButton, pos=start)
        same = []
        for at in range(1, steps + 1):
            way = QPoint(round(across * at / steps), round(down * at / steps))
            QTest.mouseMove(self.mine, start + way)
            mine, theirs = self.stages
            same.append(mine.camera == theirs.camera)
        QTest.mouseRelease(self.mine, Qt.MouseButton.LeftButton, pos=start + QPoint(across, down))
        return same

    def place(self, picture, at):
        """The place of the body that is seen there, in this window."""
        found = []
        picture.stage.place_found.connect(lambda _number, place: found.append(place))
        picture.stage.ask_place(*at)
        self.wait(lambda: found)
        return found[0]

    def apart(self):
        """By how much the places differ that both show at the same fractions, in metres."""
        told = []
        for at in PLACES:
            one, other = self.place(self.mine, at), self.place(self.theirs, at)
            told.append(math.dist(one, other) if one and other else -1.0)
        return told

    def others(self):
        """Windows that belong to neither."""
        windows = QApplication.topLevelWidgets()
        return [type(w).__name__ for w in windows if w.isVisible() and w not in self.both]

    @property
    def both(self):
        return self.console, self.audience

    def save(self, name):
        for which, window in zip(("console", "class"), self.both, strict=True):
            window.grab().save(str(self.folder / f"{name}-{which}.png"))

    def seen(self):
        """What the class sees in its picture, and reads."""
        room = self.theirs.card.toRect().translated(self.theirs.mapTo(self.audience, QPoint()))
        return self.audience.grab(room).toImage(), self.audience.view.face.words

    def differs(self):
        """The mean of what both pictures differ by at the same size, in parts of 255."""
        size = self.mine.card.size().toSize()
        smooth = Qt.TransformationMode.SmoothTransformation
        ignore = Qt.AspectRatioMode.IgnoreAspectRatio
        pictures = [stage.frame.picture.scaled(size, ignore, smooth) for stage in self.stages]
        one, other = (
            bytes(p.convertToFormat(QImage.Format.Format_RGB888).bits()) for p in pictures
        )
        return sum(abs(a - b) for a, b in zip(one, other, strict=True)) / len(one)

    def close(self):
        self.audience.close()
        self.stand.close()


def _is_finest(stage):
    frame = stage.frame
    if frame is None or not frame.finest or frame.take.camera != stage.camera:
        return False
    return frame.take.scene is stage.scene and frame.take.poses == poses_at(
        stage.scene, stage.moment
    )


def class_live(folder):
    """Everything that a console does with a living body."""
    room = Room(folder)
    live, classroom = room.flow.live, room.classroom
    told = {}
    room.wait(lambda: room.program.study_flow.live_room.policy.card is not None)
    told["begins"] = [live.is_on, live.because.value if live.because else "", room.mine.is_live]
    told["live_after_s"] = round(room.go_live(), 2)

    steps, moments = [], set()
    for _ in range(8):
        room.pass_time(300)
        room.settle()
        mine, theirs = room.stages
        steps.append([mine.moment == theirs.moment, mine.scene is theirs.scene])
        moments.add(theirs.moment)
    told["in_step"] = steps
    told["moments"] = len(moments)
    room.lesson.pause()
    room.finest()
    told["differs"] = round(room.differs(), 2)
    told["aspects"] = [p.card.width() / p.card.height() for p in (room.mine, room.theirs)]
    room.save("paused")

    told["dragged"] = room.drag(-40, 8)
    room.finest()
    told["apart"] = [round(each, 4) for each in room.apart()]
    room.flow.tools.zoom(1.6, (0.5, 0.6))
    room.stand.clock.ms += 1_000
    room.wait(lambda: not room.sheet.console.preview._camera.hands.is_moving)
    room.finest()
    told["apart_zoomed"] = [round(each, 4) for each in room.apart()]
    told["zoom"] = [classroom.shown.board.view.zoom, room.mine.stage.camera == theirs.camera]
    room.flow.tools.take(Tool.SPOTLIGHT)
    room.flow.tools.hover((0.5, 0.6))
    told["spotlight"] = [p.board.spotlight for p in (room.mine, room.theirs)]
    room.save("turned")
    room.flow.tools.put_away()
    room.settle()

    room.finest()
    before = room.seen()
    classroom.toggle_freeze()
    room.drag(30, -6)
    room.lesson.resume()
    for _ in range(6):
        room.pass_time(300)
    room.lesson.pause()
    mine, theirs = room.stages
    room.wait(lambda: _is_finest(mine))
    told["frozen"] = [room.seen() == before, mine.camera != theirs.camera]
    room.save("frozen")
    classroom.toggle_freeze()
    told["unfrozen"] = [mine.camera == theirs.camera, mine.moment == theirs.moment]
    room.finest()
    told["others"] = [room.others(), QToolTip.isVisible()]

    words = list(room.audience.view.face.words)
    studio = room.program.study_flow.live_room.studio
    studio.failed.emit("the driver went away")
    room.settle()
    told["broken"] = [
        *(room.mine.is_live, room.theirs.is_live, live.is_possible, live.is_on),
        list(room.audience.view.face.words) == words,
        [problem.kind.name for problem in room.program.problems.shown],
    ]
    told["others broken"] = room.others()
    room.save("broken")
    room.close()
    return told


def question_live(folder):
    """A question begins as a still; turned, each click is a place of the body."""
    room = Room(folder)
    room.flow.live.toggle()  # lessons are live now
    page = room.program.study_flow.page(Page.CLASS)
    page.show_sheet(Sheet.QUIZ)
    sheet, quiz = page.current, room.flow.quiz.quiz
    quiz.setup.update(kinds=frozenset({"locate-point"}), length=5)
    quiz.set_seed(11)
    quiz.start()
    room.settle()
    picture, theirs = sheet.question_pane.picture, room.audience.view.face.picture
    room.wait(lambda: room.program.study_flow.live_room.policy.card is not None)
    told = {"begins": [picture.is_live, room.classroom.prepared.board.live.on]}
    words = list(_texts(room))
    still = room.audience.grab().toImage()

    def count_at(at):
        votes = len(quiz.votes.clicks)
        QTest.mouseClick(
            picture,
            Qt.MouseButton.LeftButton,
            pos=QPoint(*map(round, picture.view.to_screen(at))),
        )
        room.wait(lambda: len(quiz.votes.clicks) > votes)
        return quiz.votes.clicks[-1]

    on_still = count_at((0.44, 0.45))
    quiz.undo()
    told["unseen"] = room.audience.grab().toImage() == still

    sheet.controls.slots[ClassAction.LIVE]()
    room.wait(lambda: picture.is_live and theirs.is_live)
    room.wait(lambda: _is_finest(picture.stage) and _is_finest(theirs.stage))
    on_body = count_at((0.44, 0.45))
    told["same_place"] = math.dist(on_still.place, on_body.place)
    told["same_spot"] = math.dist(on_still.at, on_body.at)
    told["layers"] = [sorted(layer.value for layer in p.board.live.layers) for p in (theirs,)]

    before = theirs.stage.camera
    QTest.keyClick(picture, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    room.wait(lambda: not sheet.live_camera.hands.is_moving)
    told["keys"] = theirs.stage.camera == picture.stage.camera != before
    hands = sheet.live_camera.hands
    hands.go_home()
    room.wait(lambda: not hands.is_moving)
    hands.turn(0.25, 0.0)
    room.wait(lambda: _is_finest(picture.stage) and _is_finest(theirs.stage))
    told["turned"] = picture.stage.camera == theirs.stage.camera != picture.live_of.camera
    mark = picture.seen_drawing.marks[-1].at
    told["mark_moved"] = math.dist(mark, on_body.at) if mark else -1.0
    again = count_at(mark) if mark else None
    told["found_again"] = math.dist(again.place, on_body.place) if again else -1.0
    told["texts"] = list(_texts(room)) == words
    quiz.tell()
    room.settle()
    room.wait(lambda: _is_finest(picture.stage) and _is_finest(theirs.stage))
    told["reveal_live"] = [theirs.is_live, len(theirs.seen_drawing.marks) > 1]
    room.audience.grab().save(str(room.folder / "told-class.png"))
    room.console.grab().save(str(room.folder / "told-console.png"))
    quiz.go_on()
    room.settle()
    told["next"] = [theirs.is_live, room.classroom.shown.board.live.on]
    room.close()
    return told


def _texts(room):
    return tuple(repr(block) for block in room.audience.view.face.panel.blocks)


if __name__ == "__main__":
    APP = QApplication([])
    WHAT = {"lesson": class_live, "question": question_live}[sys.argv[1]]
    sys.stdout.write(json.dumps(WHAT(Path(sys.argv[2]))) + "\n")
