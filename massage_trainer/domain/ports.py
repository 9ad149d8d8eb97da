"""What the inner floors ask of the outer world (ports); services implement them."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:  # types only: the start of the program must not pay for the whole domain
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from massage_trainer.domain.bookmark import Bookmark
    from massage_trainer.domain.catalog import Catalog
    from massage_trainer.domain.cues import Cue, SoundKind
    from massage_trainer.domain.keys import KeyMap
    from massage_trainer.domain.library import LibraryIndex
    from massage_trainer.domain.plate import MissingPicture, PlateIndex, Still
    from massage_trainer.domain.position_map import PositionMap
    from massage_trainer.domain.protocol import Protocol as Lesson
    from massage_trainer.domain.record import (
        Company,
        DoneLine,
        LogLine,
        Note,
        PlannedLine,
        Practice,
        TechniqueTime,
    )
    from massage_trainer.domain.settings import Settings
    from massage_trainer.domain.speech.line import Line
    from massage_trainer.domain.speech.recorded import IncomingRecordings
    from massage_trainer.domain.speech.voice import VoiceSource
    from massage_trainer.domain.still_places import StillPlaces
    from massage_trainer.domain.teacher import TeacherChoices

PictureT_co = TypeVar("PictureT_co", covariant=True)
TakeT_contra = TypeVar("TakeT_contra", contravariant=True)


class Clock(Protocol):
    """Milliseconds that only grow, no wall time; ``boot_ms`` also runs during sleep."""

    def now_ms(self) -> int: ...

    def boot_ms(self) -> int: ...


class Calendar(Protocol):
    """The time of day, for the record: UTC as ISO 8601 text; ``today`` is the day of this place."""

    def now(self) -> str: ...

    def today(self) -> str: ...


class WakeLock(Protocol):
    """Keeps the screen awake between ``hold`` and ``release``; does nothing where it cannot."""

    def hold(self) -> None: ...

    def release(self) -> None: ...


class BookmarkStore(Protocol):
    """Remembers per lesson where the student left off."""

    def get(self, lesson_id: str) -> Bookmark | None: ...

    def put(self, bookmark: Bookmark) -> None: ...


class SettingsStore(Protocol):
    """Keeps the preferences of this computer."""

    def load(self) -> Settings: ...

    def save(self, settings: Settings) -> None: ...


class KeyStore(Protocol):
    """Keeps which keys were changed on this computer."""

    def load(self) -> KeyMap: ...

    def save(self, keys: KeyMap) -> None: ...


class TeacherStore(Protocol):
    """Keeps the teacher's choices, and reads and writes them as a file for other computers.

    ``import_from`` and ``export_to`` raise TrainerError with a sentence for the teacher.
    """

    def load(self) -> TeacherChoices: ...

    def save(self, choices: TeacherChoices) -> None: ...

    def import_from(self, path: Path) -> TeacherChoices: ...

    def export_to(self, path: Path, choices: TeacherChoices) -> None: ...


class Recordings(Protocol[TakeT_contra]):
    """Keeps a teacher's own voice; a take is what a Microphone has told.

    All but ``has`` raise RecordingsError.
    """

    def has(self, line: Line) -> bool: ...

    def put(self, line: Line, sound: TakeT_contra) -> None:
        """In the place of an earlier one."""
        ...

    def remove(self, line: Line) -> None: ...

    def look_into(self, path: Path) -> IncomingRecordings:
        """What a file of another computer holds; nothing is kept yet."""
        ...

    def take_over(self, incoming: IncomingRecordings, *, replace: bool) -> int:
        """Keep all of it or nothing, one's own only where ``replace``; how many they were."""
        ...

    def export_to(self, path: Path, lines: Iterable[Line]) -> int:
        """Pack those of these lines into one file; how many they were, without a file if none."""
        ...


class VoiceGuide(Protocol):
    """Knows who would say a line; ``changed`` tells that more is known."""

    @property
    def changed(self) -> Announcement: ...

    def look(self) -> None:
        """Ask the system for its voices, once; it may take seconds, and nobody waits."""
        ...

    def source(self, line: Line) -> VoiceSource | None:
        """None: the system has not answered yet."""
        ...


class PracticeLog(Protocol):
    """Keeps what was planned and done; what returns is kept, whatever happens next.

    Where nothing can be kept, ``begin`` returns None; that is told elsewhere.
    """

    def begin(
        self, lesson: str, company: Company, at: str, plan: Sequence[PlannedLine]
    ) -> int | None: ...

    def add_done(self, practice: int, line: DoneLine) -> None: ...

    def add_note(self, practice: int, note: Note) -> None: ...

    def take_back(self, practice: int, path: str, at: str) -> None:
        """The last work on this segment does not count any more."""
        ...

    def finish(self, practice: int, at: str) -> None: ...

    def practices(self) -> list[Practice]:
        """Every run of a lesson, the last one first."""
        ...

    def techniques(self) -> list[TechniqueTime]:
        """Time per technique, the longest first."""
        ...

    def lines(self) -> list[LogLine]:
        """Everything, in the order of time."""
        ...


class TableWriter(Protocol):
    """Writes a table that spreadsheets open; raises TrainerError with a sentence."""

    def write(self, path: Path, rows: Sequence[Sequence[str]]) -> None: ...


class LessonSource(Protocol):
    """The lessons and the catalogue, as they stand in the files.

    ``lesson`` raises TrainerError for an unknown or a broken lesson.
    """

    def index(self) -> LibraryIndex: ...

    def lesson(self, lesson_id: str) -> Lesson: ...

    def catalog(self) -> Catalog: ...


class PlateSource(Protocol[PictureT_co]):
    """Pictures of the plates, decoded ahead; widgets take a ``PlateSource[QImage]``.

    Sizes are in device pixels; a picture is the largest that fits and keeps its proportions.
    """

    @property
    def index(self) -> PlateIndex: ...

    def prepare(self, stills: Sequence[Still], width: int, height: int) -> None:
        """Decode these ahead (current, next, previous) and forget all others."""
        ...

    def picture(self, still: Still, width: int, height: int) -> PictureT_co | MissingPicture: ...

    def places(self, still: Still) -> StillPlaces | None:
        """Where the places of the body stand in it; None if it has none or they cannot be read."""
        ...

    def position_map(self, still: Still) -> PositionMap | None:
        """Which place of the body each spot shows; None like ``places``."""
        ...

    def places_problem(self, still: Still) -> str:
        """Why ``places`` or ``position_map`` could not be read, in one sentence; else empty."""
        ...


class SoundState(Enum):
    """Whether anything can be heard, and if not, why."""

    READY = "ready"
    OFF = "off"  # the volume is 0, or muted
    NO_LIBRARY = "no-library"
    NO_DEVICE = "no-device"
    FROZEN = "frozen"  # the sound server does not answer


class Announcement(Protocol):
    """A signal of another object, told in the thread of the windows."""

    def connect(self, receiver: Callable[..., object]) -> object: ...


class SoundOut(Protocol):
    """Cues and speech; every call returns at once, whatever the sound device does.

    ``state_changed`` tells a SoundState once per change; ``spoke`` tells a Line when it has ended
    by itself, and whether it was heard: False means that no voice could say it. What is longer
    than a sentence is said sentence by sentence: the next one is asked for after ``spoke``.
    """

    @property
    def state(self) -> SoundState: ...

    @property
    def state_changed(self) -> Announcement: ...

    @property
    def spoke(self) -> Announcement: ...

    @property
    def is_open(self) -> bool:
        """Whether what is played now is heard now: opening a device may take longer than a cue."""
        ...

    def keep_open(self, *, on: bool) -> None:
        """Whether the device is kept ready through long silence."""
        ...

    def play(self, cue: Cue) -> None: ...

    def beat(self, period_ms: int | None) -> None:
        """Beat steadily from now on, the first beat one period from now; None stops it."""
        ...

    def say(self, line: Line) -> None: ...

    def hush(self, kind: SoundKind | None = None) -> None:
        """Silence this kind at once, or everything; what waits is dropped."""
        ...

    def set_volume(self, kind: SoundKind, volume: float) -> None:
        """From 0.0 to 1.0; 0.0 mutes this kind."""
        ...

    def close(self) -> None: ...


class Microphone(Protocol):
    """Records a teacher's voice, one take at a time; every call returns at once.

    ``recorded`` tells the sound of a take, cut to the voice and levelled, ready for the store of
    recordings; ``failed`` tells a SoundState instead, NO_DEVICE also where only silence came in;
    ``level_changed`` tells how loud it is, from 0.0 to 1.0, ten times a second.
    """

    @property
    def recorded(self) -> Announcement: ...

    @property
    def failed(self) -> Announcement: ...

    @property
    def level_changed(self) -> Announcement: ...

    def start(self) -> None: ...

    def stop(self) -> None:
        """End the take: ``recorded`` or ``failed`` follows."""
        ...

    def close(self) -> None:
        """End without telling."""
        ...


class SoundThemes(Protocol):
    """The sounds of the cues, by the name of their folder."""

    def themes(self) -> list[str]: ...

    def set_theme(self, name: str) -> None:
        """From the next cue on; a name that is not there sounds as the default."""
        ...


class ThemedSound(SoundOut, SoundThemes, Protocol):
    """All that can be heard."""
