"""The page of the quiz over the shipped questions and pictures, and hands on it."""

import math
from collections.abc import Sequence
from functools import cache

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from massage_trainer.domain.plate import ClientBody
from massage_trainer.domain.quiz.learner import LearnerMemory
from massage_trainer.domain.quiz.ports import UNNAMED_ID
from massage_trainer.domain.quiz.question import Form
from massage_trainer.services.plates import PlateFiles, read_plate_index
from massage_trainer.services.resources import assets_dir
from massage_trainer.viewmodels.quiz import QuizViewModel
from massage_trainer.viewmodels.quiz_setup import QuizSetup
from massage_trainer.widgets.quiz.page import QuizPage
from massage_trainer.widgets.theme import Scale
from tests.fakes import FakeClock, FakeOneShot
from tests.fakes_quiz import DoublingSchedule, MemoryQuizLog
from tests.fakes_record import FakeCalendar
from tests.quiz_examples import shipped_body_words, shipped_source

LEFT = Qt.MouseButton.LeftButton
NO_KEYS = Qt.KeyboardModifier.NoModifier


@cache
def shipped_plates():
    folder = assets_dir() / "plates"
    return PlateFiles(folder, read_plate_index(folder))


@cache
def text_properties(kind):
    """The names of all properties of a Qt class that hold words."""
    meta = kind.staticMetaObject
    each = [meta.property(number) for number in range(meta.propertyCount())]
    return tuple(one.name() for one in each if one.typeName() in ("QString", "QUrl"))


class QuizStand:
    """A page, what it keeps, and what is done on it."""

    def __init__(self, qtbot, language="en", size=(1100, 700), plates=None, source=None):
        self.language = language
        self.clock = FakeClock()
        self.log = MemoryQuizLog()
        self.settle, self.second = FakeOneShot(), FakeOneShot()
        self.said: list[str] = []
        calendar = FakeCalendar()
        self.memory = LearnerMemory(UNNAMED_ID, self.log, DoublingSchedule(), calendar)
        self.seed = 1
        source = source or shipped_source()
        setup = QuizSetup(lambda: source, lambda: self.memory)
        self.quiz = QuizViewModel(
            setup,
            self.clock,
            lambda: self.seed,
            shipped_body_words,
            self.settle,
            self.second,
        )
        self.page = QuizPage(
            self.quiz,
            plates or shipped_plates(),
            lambda: source.catalog,
            lambda: self.language,
            lambda: ClientBody.MAN,
        )
        qtbot.add_widget(self.page)
        self.page.said.connect(self.said.append)
        self.resize(*size)
        self.page.show()
        self.page.arrive()
        self.layout()

    @property
    def sheet(self):
        return self.page.question_sheet

    @property
    def end(self):
        return self.page.end_sheet

    @property
    def picture(self):
        return self.sheet.picture

    @property
    def canvas(self):
        return self.picture.canvas

    @property
    def question(self):
        return self.quiz.question

    @property
    def round(self):
        return self.quiz.round

    @property
    def feedback(self):
        """What is said of the answer; empty while nothing is."""
        return "" if self.sheet.feedback.isHidden() else self.sheet.feedback.spoken

    def resize(self, width, height):
        self.page.resize(width, height)
        self.page.set_scale(Scale.of(self.page))
        self.layout()

    def layout(self):
        for _ in range(4):
            QApplication.processEvents()

    def start(self, *kinds, deck="all", **wish):
        self.quiz.setup.update(deck=deck, kinds=frozenset(kinds or ("locate-point",)), **wish)
        self.quiz.start()
        self.layout()

    def spots(self, code=None, side=None):
        """Where the picture shows a point, in fractions of it."""
        places = shipped_plates().places(self.picture.still)
        code = code or self.question.item
        group = {**places.points, **places.landmarks}
        return [
            spot.at
            for key, sides in group.items()
            if key.partition("@")[0] == code
            for each, spot in sides.items()
            if spot.sight.value == "visible" and side in (None, each)
        ]

    def on_screen(self, at):
        return QPointF(*self.canvas.view.to_screen(at))

    def mouse(self, kind, place, button=LEFT, buttons=LEFT):
        event = QMouseEvent(kind, place, self.canvas.mapToGlobal(place), button, buttons, NO_KEYS)
        QApplication.sendEvent(self.canvas, event)

    def click(self, at, button=LEFT):
        """At a place of the picture."""
        place = self.on_screen(at)
        self.mouse(QEvent.Type.MouseButtonPress, place, button)
        self.mouse(QEvent.Type.MouseButtonRelease, place, button, Qt.MouseButton.NoButton)

    def mouse_click(self, place):
        """At a place of the canvas."""
        self.mouse(QEvent.Type.MouseButtonPress, place)
        self.mouse(QEvent.Type.MouseButtonRelease, place, LEFT, Qt.MouseButton.NoButton)

    def off_the_body(self):
        """A place of the picture that shows no body."""
        grid = [(x / 40, y / 40) for x in range(1, 40) for y in range(1, 40)]
        return next(at for at in grid if self.picture.place_at(at) is None)

    def wrong_place(self):
        """A place of the body far from what is asked."""
        right = self.spots()
        grid = [(x / 20, y / 20) for x in range(2, 19) for y in range(2, 19)]
        on_body = [at for at in grid if self.picture.place_at(at) is not None]
        return max(on_body, key=lambda at: min(math.dist(at, spot) for spot in right))

    def double_click(self, at):
        self.click(at)
        place = self.on_screen(at)
        self.mouse(QEvent.Type.MouseButtonDblClick, place)
        self.mouse(QEvent.Type.MouseButtonRelease, place, LEFT, Qt.MouseButton.NoButton)

    def drag(self, at, by):
        start = self.on_screen(at)
        self.mouse(QEvent.Type.MouseButtonPress, start)
        for step in range(1, 6):
            self.mouse(QEvent.Type.MouseMove, start + by * step / 5, Qt.MouseButton.NoButton)
        self.mouse(QEvent.Type.MouseButtonRelease, start + by, LEFT, Qt.MouseButton.NoButton)

    def hover(self, at):
        none = Qt.MouseButton.NoButton
        self.mouse(QEvent.Type.MouseMove, self.on_screen(at), none, none)

    def press(self, *keys, modifiers=NO_KEYS):
        """Keys go to whatever has the keyboard, one after the other."""
        for key in keys:
            self.clock.ms += 300
            QTest.keyClick(QApplication.focusWidget() or self.sheet, key, modifiers)

    def answer_by_keys(self, *, right=True):
        """With the keyboard alone: a right answer, or any other that the form allows."""
        question = self.question
        match question.form:
            case Form.PLACE:
                self.steer_to(self.spots()[0] if right else (0.5, 0.5))
            case Form.CHOICE | Form.MANY:
                ids = [option.id for option in question.options]
                wanted: Sequence[str] = sorted(question.right)
                if not right:
                    wanted = [next(each for each in ids if each not in question.right)]
                for option in wanted:
                    self.press(Qt.Key(Qt.Key.Key_1 + ids.index(option)))
            case Form.TYPED:
                QTest.keyClicks(
                    self.sheet.answers.typed, question.accepted[0] if right else "qwertyuiop"
                )
            case Form.NUMBER:
                scale = question.scale
                steps = round((scale.right - scale.least) / scale.step) if right else 1
                if not right and abs(scale.least + scale.step - scale.right) <= scale.within:
                    steps += round(scale.within / scale.step) * 2 + 3
                self.press(*[Qt.Key.Key_Up] * steps)

    def steer_to(self, at):
        """Move the crosshair with arrow keys until no step brings it nearer."""
        arrows = (Qt.Key.Key_Left, Qt.Key.Key_Right), (Qt.Key.Key_Up, Qt.Key.Key_Down)
        self.press(Qt.Key.Key_Left)
        for modifiers in (Qt.KeyboardModifier.ShiftModifier, NO_KEYS):
            for axis in (0, 1, 0, 1):
                for _ in range(150):
                    before = self.sheet.crosshair
                    toward = at[axis] > before[axis]
                    self.press(arrows[axis][toward], modifiers=modifiers)
                    after = self.sheet.crosshair
                    if abs(at[axis] - after[axis]) >= abs(at[axis] - before[axis]):
                        self.press(arrows[axis][not toward], modifiers=modifiers)
                        break
