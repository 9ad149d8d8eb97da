"""Hand-written stand-ins for the ports. No mocks anywhere in this suite."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QImage

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.bookmark import Bookmark
from massage_trainer.domain.catalog import Catalog
from massage_trainer.domain.errors import TrainerError
from massage_trainer.domain.keys import KeyMap
from massage_trainer.domain.library import LessonCard, LibraryIndex
from massage_trainer.domain.plate import (
    ClientBody,
    Files,
    Meaning,
    MissingPicture,
    Moment,
    PictureFault,
    Plate,
    PlateIndex,
    Sided,
    Still,
    View,
    Views,
)
from massage_trainer.domain.position_map import PositionMap
from massage_trainer.domain.protocol import Protocol
from massage_trainer.domain.settings import Settings
from massage_trainer.domain.still_places import StillPlaces
from massage_trainer.domain.teacher import TeacherChoices
from massage_trainer.domain.text import LocalizedText
from massage_trainer.domain.timeline import unroll
from massage_trainer.viewmodels.one_shot import OneShot
from massage_trainer.viewmodels.ticker import Ticker


class FakeClock:
    """Time that only moves when a test moves it; ``asleep_ms`` is time only the boot clock saw."""

    def __init__(self) -> None:
        self.ms = 1_000_000
        self.asleep_ms = 0

    def now_ms(self) -> int:
        return self.ms

    def boot_ms(self) -> int:
        return self.ms + self.asleep_ms


class FakeTicker(Ticker):
    """A ticker driven by the test: moves the clock, then asks to look at it."""

    def __init__(self, clock: FakeClock) -> None:
        super().__init__()
        self._clock = clock
        self.running = False

    def start(self) -> None:
        self.running = True

    def stop(self) -> None:
        self.running = False

    def pass_time(self, *milliseconds: int) -> None:
        for step in milliseconds:
            self._clock.ms += step
            if self.running:
                self.ticked.emit()


class FakeWakeLock:
    """Knows whether the screen would be kept awake."""

    def __init__(self) -> None:
        self.held = False

    def hold(self) -> None:
        self.held = True

    def release(self) -> None:
        self.held = False


class MemoryBookmarks:
    """A BookmarkStore without a disk."""

    def __init__(self) -> None:
        self.by_lesson: dict[str, Bookmark] = {}

    def get(self, lesson_id: str) -> Bookmark | None:
        return self.by_lesson.get(lesson_id)

    def put(self, bookmark: Bookmark) -> None:
        self.by_lesson[bookmark.lesson_id] = bookmark


class MemorySettings:
    """A SettingsStore without a disk."""

    def __init__(self, settings: Settings | None = None) -> None:
        self.saved = settings or Settings()

    def load(self) -> Settings:
        return self.saved

    def save(self, settings: Settings) -> None:
        self.saved = settings


class MemoryKeys:
    """A KeyStore without a disk."""

    def __init__(self, keys: KeyMap | None = None) -> None:
        self.saved = keys or KeyMap()

    def load(self) -> KeyMap:
        return self.saved

    def save(self, keys: KeyMap) -> None:
        self.saved = keys


class FakeOneShot(OneShot):
    """A timer that is over when the test says so."""

    def __init__(self) -> None:
        super().__init__()
        self.runs_ms: int | None = None

    @property
    def is_running(self) -> bool:
        return self.runs_ms is not None

    def start(self, milliseconds: int) -> None:
        self.runs_ms = milliseconds

    def stop(self) -> None:
        self.runs_ms = None

    def run_out(self) -> None:
        """The time is over, if it runs."""
        if self.runs_ms is not None:
            self.runs_ms = None
            self.elapsed.emit()


class MemoryTeacher:
    """A TeacherStore without a disk; files are kept in a dictionary by path."""

    def __init__(self, choices: TeacherChoices | None = None) -> None:
        self.saved = choices or TeacherChoices()
        self.files: dict[Path, TeacherChoices] = {}
        self.full = False

    def load(self) -> TeacherChoices:
        return self.saved

    def save(self, choices: TeacherChoices) -> None:
        self.saved = choices

    def import_from(self, path: Path) -> TeacherChoices:
        if path not in self.files:
            raise TrainerError(f"{path}: no such file")
        return self.files[path]

    def export_to(self, path: Path, choices: TeacherChoices) -> None:
        if self.full:
            raise TrainerError(f"{path}: disk full")
        self.files[path] = choices


class MemoryLessons:
    """A LessonSource over lessons made in the test."""

    def __init__(self, catalog: Catalog, *lessons: Protocol, errors: tuple[str, ...] = ()) -> None:
        self._catalog = catalog
        self._lessons = {lesson.id: lesson for lesson in lessons}
        self._errors = errors

    def index(self) -> LibraryIndex:
        cards = tuple(
            LessonCard(
                id=lesson.id,
                name=lesson.name,
                summary=lesson.summary,
                needs=lesson.needs,
                cover=lesson.cover,
                total_ms=unroll(lesson).total_ms,
                order=lesson.order,
                steps=len(unroll(lesson).rows),
            )
            for lesson in self._lessons.values()
        )
        return LibraryIndex(cards, self._errors)

    def lesson(self, lesson_id: str) -> Protocol:
        if lesson_id not in self._lessons:
            raise TrainerError(f"no lesson {lesson_id!r}")
        return self._lessons[lesson_id]

    def catalog(self) -> Catalog:
        return self._catalog


def of_the_man(sided: Sided, view: View = View.CLOSE) -> dict[ClientBody, Views]:
    return {ClientBody.MAN: {view: sided}}


class FakePlates:
    """A PlateSource with pictures painted in the test; ``faults`` names those that are broken."""

    def __init__(self, *names: str, faults: dict[str, PictureFault] | None = None) -> None:
        self.faults = faults or {}
        self.prepared: list[str] = []
        self.asked: list[tuple[str, int, int]] = []
        self.marked: dict[str, StillPlaces] = {}
        self.maps: dict[str, PositionMap] = {}
        self.places_problems: dict[str, str] = {}
        self.index = PlateIndex({name: self._plate(name) for name in names})

    @staticmethod
    def _plate(name: str) -> Plate:
        words = LocalizedText(f"Hình {name}. Câu hai.", f"Picture {name}. Second sentence.")
        sides = {side: Files(f"{name}.{side.value}") for side in (Side.LEFT, Side.RIGHT)}
        moments = (
            Moment("start", Meaning.IN, of_the_man(Sided(Files(f"{name}.start")))),
            Moment("main", Meaning.PRESS, of_the_man(Sided(Files(name, f"thumbs/{name}"), sides))),
            Moment("folded", Meaning.OUT, of_the_man(Sided(Files(f"{name}.folded")))),
        )
        return Plate(name, 2000, 1333, words, moments, "main")

    def prepare(self, stills: Sequence[Still], width: int, height: int) -> None:
        self.prepared = [still.files.file for still in stills]

    def picture(self, still: Still, width: int, height: int) -> QImage | MissingPicture:
        self.asked.append((still.files.file, width, height))
        if fault := self.faults.get(still.files.file):
            return MissingPicture(still.files.file, fault)
        size = QSize(3000, 2000).scaled(width, height, Qt.AspectRatioMode.KeepAspectRatio)
        picture = QImage(size, QImage.Format.Format_RGB32)
        picture.fill(QColor("#3366CC"))
        return picture

    def places(self, still: Still) -> StillPlaces | None:
        return self.marked.get(still.files.file)

    def position_map(self, still: Still) -> PositionMap | None:
        return self.maps.get(still.files.file)

    def places_problem(self, still: Still) -> str:
        return self.places_problems.get(still.files.file, "")
