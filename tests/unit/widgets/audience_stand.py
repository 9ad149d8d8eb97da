"""What a class sees, on its own: fakes around a real classroom and a real lesson."""

from massage_trainer.domain.classroom.slides import LessonSlide, WaitingSlide
from massage_trainer.domain.settings import Settings
from massage_trainer.domain.teacher import TeacherChoices, settle
from massage_trainer.viewmodels.classroom import ClassroomViewModel
from massage_trainer.viewmodels.lesson import LessonViewModel
from massage_trainer.widgets.audience.audience_view import AudienceView
from massage_trainer.widgets.audience.faces import FaceParts, WaitingFace
from massage_trainer.widgets.audience.lesson_face import LessonFace
from tests.examples import example_catalog, example_lesson
from tests.fakes import FakeClock, FakePlates, FakeTicker, FakeWakeLock, MemoryBookmarks


class AudienceStand:
    """A view that a test resizes, and the lesson that is shown in it."""

    def __init__(
        self, qtbot, *, prepared=False, classroom=None, size=(1280, 720), plates=None, live=None
    ):
        self.language = "en"
        self.clock = FakeClock()
        self.ticker = FakeTicker(self.clock)
        self.lesson = LessonViewModel(self.clock, self.ticker, FakeWakeLock(), MemoryBookmarks())
        self.classroom = classroom or ClassroomViewModel()
        self.catalog = example_catalog()
        self.plates = plates or FakePlates("prone-lumbar")
        self.parts = FaceParts(
            plates=self.plates,
            catalog=lambda: self.catalog,
            language=lambda: self.language,
            settings=Settings,
            timeline=lambda: self.lesson.timeline if self.lesson.is_open else None,
            live=live,
        )
        faces = {WaitingSlide: WaitingFace, LessonSlide: LessonFace}
        self.view = AudienceView(self.classroom, faces, self.parts, prepared=prepared)
        qtbot.add_widget(self.view)
        self.view.resize(*size)
        self.view.show()

    def open(self, lesson=None):
        defaults = {q.id: q.default for q in self.catalog.questions.values()}
        self.lesson.open(settle(lesson or example_lesson(), TeacherChoices(), defaults))

    def go(self, row):
        """Start at this row and let the gap before it pass."""
        self.lesson.jump_to_row(row)
        self.lesson.start()
        while self.lesson.countdown.face.name in ("GET_READY", "RESUMING"):
            self.ticker.pass_time(500)

    def show_lesson(self, pair_word=None):
        """As the console does at every look at the countdown."""
        self.classroom.show(LessonSlide(self.lesson.countdown, pair_word))

    @property
    def face(self):
        return self.view.face
