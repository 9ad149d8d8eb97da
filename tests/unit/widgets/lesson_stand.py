"""A lesson page on its own: fakes around a real view-model, the shipped typefaces."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget

from massage_trainer.domain.teacher import TeacherChoices, settle
from massage_trainer.viewmodels.hands_free import HandsFreeViewModel
from massage_trainer.viewmodels.keys import KeysViewModel
from massage_trainer.viewmodels.lesson import LessonViewModel
from massage_trainer.viewmodels.partner import PartnerViewModel
from massage_trainer.viewmodels.preferences import PreferencesViewModel
from massage_trainer.viewmodels.prompts import PromptViewModel
from massage_trainer.widgets.countdown import CountdownWidget
from massage_trainer.widgets.detail_column import DetailColumn
from massage_trainer.widgets.illustration import Illustration
from massage_trainer.widgets.lesson_page import LessonPage
from massage_trainer.widgets.step_list import StepList
from tests.examples import example_catalog, example_lesson
from tests.fakes import (
    FakeClock,
    FakeOneShot,
    FakePlates,
    FakeTicker,
    FakeWakeLock,
    MemoryBookmarks,
    MemoryKeys,
    MemorySettings,
)
from tests.fakes_record import FakeCalendar


class LessonStand:
    """What a test holds in its hands: time, page, and the parts of the page by name."""

    def __init__(self, qtbot, lesson=None, catalog=None, plates=None, judge=None):
        self.qtbot = qtbot
        self.language = "en"
        self.judged = []  # whose skin was touched
        self._judge = judge
        self.choices = TeacherChoices()
        self.catalog = catalog or example_catalog()
        self.clock = FakeClock()
        self.ticker = FakeTicker(self.clock)
        self.lesson = LessonViewModel(self.clock, self.ticker, FakeWakeLock(), MemoryBookmarks())
        self.preferences = PreferencesViewModel(MemorySettings())
        self.holding, self.typing = FakeOneShot(), FakeOneShot()
        self.press_clock = FakeClock()  # pressing keys takes no time from the lesson
        self.hands = HandsFreeViewModel(self.lesson, self.press_clock, self.holding, self.typing)
        self.keys = KeysViewModel(MemoryKeys())
        self.plates = plates or FakePlates("prone-lumbar")
        self.partner = PartnerViewModel(
            lambda: self.catalog.screening, FakeCalendar(), self.preferences
        )
        self.prompts = PromptViewModel(self.lesson)
        self.page = LessonPage(
            self.lesson,
            self.plates,
            lambda: self.catalog,
            lambda: self.choices,
            lambda: self.language,
            self._find_judge,
            self.preferences,
            self.hands,
            self.keys,
            self.partner,
            self.prompts,
        )
        qtbot.add_widget(self.page)
        self.open(lesson or example_lesson())
        self.page.resize(1280, 720)
        with qtbot.wait_active(self.page):
            self.page.show()
            self.page.activateWindow()
        self.page.setFocus()

    def _find_judge(self, client):
        self.judged.append(client)
        return self._judge

    def open(self, lesson):
        defaults = {q.id: q.default for q in self.catalog.questions.values()}
        self.lesson.open(settle(lesson, self.choices, defaults))

    def resize(self, width, height):
        self.page.resize(width, height)
        self.page.grab()  # delivers the sizes

    def go(self, row):
        """Start at this row and let the gap before it pass."""
        self.lesson.jump_to_row(row)
        self.lesson.start()
        while self.lesson.countdown.face.name in ("GET_READY", "RESUMING"):
            self.ticker.pass_time(500)

    def part(self, kind, name):
        found = self.page.findChild(kind, name)
        assert found is not None, name
        return found

    def button(self, name):
        return self.part(QAbstractButton, name)

    def click(self, name):
        button = self.button(name)
        assert button.isEnabled(), name
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def key(self, key, widget=None):
        """A short press, long enough after the one before to count."""
        self.press_clock.ms += 300
        self.qtbot.keyClick(widget or self.page, key)

    def hold(self, key, widget=None):
        """Down until it means something else, and up again."""
        self.press_clock.ms += 300
        self.qtbot.keyPress(widget or self.page, key)
        self.press_clock.ms += 600
        self.holding.run_out()
        self.qtbot.keyRelease(widget or self.page, key)

    @property
    def steps(self):
        return self.part(StepList, "step-list")

    @property
    def countdown(self):
        return self.part(CountdownWidget, "countdown")

    @property
    def illustration(self):
        return self.part(Illustration, "illustration")

    @property
    def instructions(self):
        return self.part(DetailColumn, "instructions")

    @property
    def cautions(self):
        return self.part(DetailColumn, "cautions")

    @property
    def sheet(self):
        return self.part(QWidget, "source-sheet")

    @property
    def next_text(self):
        return self.part(QWidget, "next-step").line.text
