"""An exam over the shipped questions, with a store in memory and a clock that tests move."""

from massage_trainer.domain.exam.rubric import RubricReading
from massage_trainer.services.content.rubric_loader import load_rubric
from massage_trainer.services.resources import assets_dir
from massage_trainer.viewmodels.classroom import ClassroomViewModel
from massage_trainer.viewmodels.exam import ExamViewModel
from massage_trainer.viewmodels.exam_book import ExamBook, ExamWish
from tests.fakes import FakeClock, FakeTicker
from tests.fakes_class import MemoryClassStore
from tests.fakes_record import FakeCalendar
from tests.quiz_examples import shipped_source

NAMES = (
    ("SV-01", "Nguyễn Văn An"),
    ("SV-02", 'O\'Neil; "王小明"'),
    ("SV-03", "=HYPERLINK(1)"),
    ("SV-04", "Đỗ Thị Ngọc Ánh"),
    ("SV-05", "Trần Bình"),
)


class MemoryRubric:
    """A RubricSource without a disk; tests change ``reading``."""

    def __init__(self):
        rubric, errors = load_rubric(assets_dir() / "catalog" / "rubric.yaml", "rubric.yaml")
        assert not errors
        self.reading = RubricReading(rubric, "/data/exam-weights.yaml")
        self.begun = 0

    def read(self):
        return self.reading

    def begin_own(self):
        self.begun += 1
        return True


class ExamStand:
    """A class of five, and whoever examines it; ``restart`` is a program that was killed."""

    def __init__(self, store=None):
        self.store = store or MemoryClassStore()
        if store is None:
            self.group = self.store.add_group("K12 sáng")
            self.students = self.store.add_students(self.group.id, NAMES)
        else:
            self.group = self.store.groups()[0]
            self.students = self.store.students(self.group.id)
        self.clock = FakeClock()
        self.ticker = FakeTicker(self.clock)
        self.rubric = MemoryRubric()
        self.classroom = ClassroomViewModel()
        self.book = ExamBook(self.store, self.rubric, shipped_source, FakeCalendar())
        self.exam = ExamViewModel(self.book, self.classroom, self.clock, self.ticker, lambda: 42)
        self.exam.arrive()

    def restart(self):
        return ExamStand(self.store)

    def draw(self, **wish):
        wish = {"deck": "lesson:lumbar-acupressure", "seed": 42, "minutes": 5, **wish}
        assert self.exam.draw(ExamWish(**wish))

    def begin(self):
        """The first candidate is at work."""
        self.draw()
        self.exam.take_next()
        self.exam.start()
        return self.exam

    @property
    def slide(self):
        return self.classroom.shown.slide

    @property
    def records(self):
        return self.store.attempts(self.book.open.record.id)

    def place_of(self, code, side):
        """On the man's rest body; his left is positive."""
        x, y, z = shipped_source().rest[code].at
        return (x if side.value == "left" else -x, y, z)
