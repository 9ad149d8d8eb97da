"""The quiz of a class over the shipped questions: its sheet, and the window that the class sees."""

import math
import re

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QAccessible, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.classroom.slides import (
    LessonSlide,
    QuestionSlide,
    ResultSlide,
    WaitingSlide,
    Wall,
)
from massage_trainer.domain.plate import ClientBody
from massage_trainer.domain.point_search import fold, spellings
from massage_trainer.domain.settings import Settings
from massage_trainer.viewmodels.class_quiz import ClassQuizParts, ClassQuizViewModel
from massage_trainer.viewmodels.class_tools import ClassTools
from massage_trainer.viewmodels.classroom import ClassroomViewModel
from massage_trainer.viewmodels.quiz import Stage
from massage_trainer.viewmodels.quiz_setup import QuizSetup
from massage_trainer.widgets.audience.audience_view import AudienceView
from massage_trainer.widgets.audience.faces import FaceParts, WaitingFace
from massage_trainer.widgets.audience.lesson_face import LessonFace
from massage_trainer.widgets.audience.question_face import QuestionFace, ResultFace
from massage_trainer.widgets.audience.window import AudienceWindow
from massage_trainer.widgets.classroom.quiz.sheet import QuizSheet
from massage_trainer.widgets.theme import Scale
from tests.fakes import FakeClock, FakeOneShot
from tests.fakes_class import MemoryClassStore
from tests.fakes_record import FakeCalendar
from tests.quiz_examples import shipped_source
from tests.unit.widgets.quiz_stand import shipped_plates, text_properties

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
NO_KEYS = Qt.KeyboardModifier.NoModifier
FACES = {
    WaitingSlide: WaitingFace,
    LessonSlide: LessonFace,
    QuestionSlide: QuestionFace,
    ResultSlide: ResultFace,
}
ROLES = (
    QAccessible.Text.Name,
    QAccessible.Text.Description,
    QAccessible.Text.Value,
    QAccessible.Text.Help,
    QAccessible.Text.Accelerator,
)
LEAST_FOLDED = 5  # letters; shorter ones are parts of many words


class ClassQuizStand:
    """The sheet, the class's window, and an instructor's hands."""

    def __init__(self, qtbot, language="en", size=(1280, 720), wall=(960, 540), source=None):
        self.language = language
        self.clock, self.store = FakeClock(), MemoryClassStore()
        self.classroom = ClassroomViewModel()
        self.tools = ClassTools(self.classroom)
        self.source = source or shipped_source()
        setup = QuizSetup(lambda: self.source, lambda: None)
        parts = ClassQuizParts(
            self.clock,
            FakeCalendar(),
            shipped_plates(),
            self.store,
            lambda: 40,
            lambda: ClientBody.MAN,
        )
        self.quiz = ClassQuizViewModel(setup, self.classroom, parts)
        self.sheet = QuizSheet(
            self.quiz,
            shipped_plates(),
            lambda: self.source.catalog,
            lambda: self.language,
            self.tools,
            lambda: self.make_view(prepared=True),
        )
        self.classroom.set_wall(Wall(16, 9, is_seen=True))
        self.window = AudienceWindow(self.make_view(), FakeOneShot())
        for widget, wide in ((self.sheet, size), (self.window, wall)):
            qtbot.add_widget(widget)
            widget.resize(*wide)
            widget.show()
        self.sheet.set_scale(Scale.of(self.sheet))
        self.sheet.arrive()
        self.sheet.activateWindow()
        self.layout()

    def make_view(self, *, prepared=False):
        parts = FaceParts(
            plates=shipped_plates(),
            catalog=lambda: self.source.catalog,
            language=lambda: self.language,
            settings=Settings,
            timeline=lambda: None,
        )
        return AudienceView(self.classroom, FACES, parts, prepared=prepared)

    @property
    def pane(self):
        return self.sheet.question_pane

    @property
    def picture(self):
        return self.pane.picture

    @property
    def question(self):
        return self.quiz.question

    @property
    def slide(self):
        return self.classroom.shown.slide

    def layout(self):
        for _ in range(4):
            QApplication.processEvents()

    def start(self, *kinds, **wish):
        wish = {"length": 5, "deck": "all", **wish}
        self.quiz.setup.update(kinds=frozenset(kinds or ("name-point",)), **wish)
        self.quiz.set_seed(wish.get("seed", 7)) if "seed" in wish else None
        self.quiz.start()
        self.layout()

    def wall(self):
        """A picture of the class's window alone."""
        self.layout()
        return self.window.grab().toImage()

    def right_places(self):
        point = self.source.catalog.points.get(self.question.item)
        keys = [site.key for site in point.sites] if point else [self.question.item]
        places = self.picture.places
        group = {**places.points, **places.landmarks}
        return [
            spot.at
            for key in keys
            for side, spot in group.get(key, {}).items()
            if spot.sight.value == "visible" and side in tuple(Side)
        ]

    def wrong_place(self):
        """A place of the body far from what is asked."""
        right = self.right_places()
        grid = [(x / 20, y / 20) for x in range(2, 19) for y in range(2, 19)]
        on_body = [at for at in grid if self.picture.place_at(at) is not None]
        return max(on_body, key=lambda at: min(math.dist(at, spot) for spot in right))

    def click(self, at):
        """At a place of the picture on the sheet."""
        place = QPointF(*self.picture.view.to_screen(at))
        for kind, held in (
            (QEvent.Type.MouseButtonPress, LEFT),
            (QEvent.Type.MouseButtonRelease, NONE),
        ):
            event = QMouseEvent(kind, place, self.picture.mapToGlobal(place), LEFT, held, NO_KEYS)
            QApplication.sendEvent(self.picture, event)

    def press(self, *keys, modifiers=NO_KEYS):
        for key in keys:
            self.clock.ms += 300
            QTest.keyClick(QApplication.focusWidget() or self.pane, key, modifiers)
            QApplication.processEvents()

    def vote(self):
        """Somebody answers, whatever the form."""
        if self.quiz.round.points:
            self.click(self.right_places()[0])
            self.click(self.wrong_place())
        else:
            for number in range(len(self.quiz.votes.counts)):
                self.quiz.count(number, 3 + number)
        self.layout()

    def strings(self, of=None):
        """All that can be read in the class's window or asked of it, and is not shown to all."""
        found, top = [], of or self.window
        for thing in [top, *top.findChildren(QObject)]:
            own = [bytes(name).decode() for name in thing.dynamicPropertyNames()]
            names = [*text_properties(type(thing)), *own]
            names = [name for name in names if not name.startswith("_")]
            found += [str(thing.property(name)) for name in names]
            if isinstance(thing, QWidget):
                spoken = QAccessible.queryAccessibleInterface(thing)
                if spoken is not None and spoken.isValid():
                    found += [spoken.text(role) for role in ROLES]
            blocks = getattr(thing, "blocks", ())
            found += [str(getattr(block, name, "")) for block in blocks for name in WORDS_OF]
        return [*found, QToolTip.text()]

    def telling(self):
        """What would tell the answer, without the words that the question itself says."""
        question, catalog = self.question, self.source.catalog
        codes = {question.item, question.topic, *question.right}
        if question.spot and question.spot.key:
            codes |= {question.spot.key, question.spot.key.partition("@")[0]}
        words = {question.why.vi, question.why.en, *question.accepted, *question.right}
        for code in codes:
            if point := catalog.points.get(code):
                words |= {point.code, *spellings(point), *(site.key for site in point.sites)}
                words |= {point.gloss.vi, point.gloss.en, point.find.vi, point.find.en}
            elif landmark := catalog.landmarks.get(code):
                words |= {landmark.id, landmark.name.vi, landmark.name.en, landmark.find.en}
            elif zone := catalog.zones.get(code):
                words |= {zone.id, zone.name.vi, zone.name.en}
            elif stroke := catalog.strokes.get(code):
                words |= {stroke.id, stroke.name.vi, stroke.name.en}
        words |= {o.text.in_language(e) for o in self.question.options for e in ("vi", "en")}
        if question.shot:
            words.add(question.shot.plate_id)
        return {word for word in words if len(word) > 1}

    def told_in(self, of=None):
        """Every string of the class's window that would tell the answer."""
        shown = {"", *self.said_to_all()}
        words = self.telling()
        folded = {fold(word) for word in words if len(fold(word)) > LEAST_FOLDED}
        whole = re.compile(r"\b(" + "|".join(map(re.escape, sorted(words, reverse=True))) + r")\b")
        return [
            text
            for text in dict.fromkeys(self.strings(of))
            if text not in shown
            for plain in [fold(text)]
            if whole.search(text) or any(word in plain for word in folded)
        ]

    def said_to_all(self):
        """The question and the words of all letters, which say nothing about which is right."""
        slide = self.slide
        if isinstance(slide, QuestionSlide):
            yield slide.text.in_language(self.language)
            for option in slide.options:
                yield option.in_language(self.language)

    def is_over(self):
        return self.quiz.stage is Stage.END


WORDS_OF = ("text", "name", "note", "told", "letter", "hands", "share", "right")
