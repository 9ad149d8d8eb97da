"""Knows every concrete class and puts them together; what a start does not need is made later."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QImage

from massage_trainer.app.practice_flow import PracticeFlow
from massage_trainer.app.study_flow import StudyFlow
from massage_trainer.domain.errors import TrainerError
from massage_trainer.domain.problems import Problem, ProblemKind
from massage_trainer.domain.settings import Settings
from massage_trainer.services.bookmark_store import FileBookmarkStore
from massage_trainer.services.content.library import ContentLibrary
from massage_trainer.services.content.sources import ContentPlaces
from massage_trainer.services.language import LanguageService
from massage_trainer.services.resources import assets_dir, protocols_dir
from massage_trainer.services.settings_store import FileSettingsStore
from massage_trainer.services.teacher_store import FileTeacherStore
from massage_trainer.viewmodels.library import LibraryViewModel
from massage_trainer.viewmodels.preferences import PreferencesViewModel
from massage_trainer.viewmodels.problems import ProblemsViewModel
from massage_trainer.widgets.appearance import Appearance
from massage_trainer.widgets.fonts import register_fonts
from massage_trainer.widgets.main_window import MainWindow

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication, QDialog, QWidget

    from massage_trainer.app.busy_hands import BusyHands
    from massage_trainer.app.judges import Judges
    from massage_trainer.app.partner_flow import PartnerFlow
    from massage_trainer.app.voice_room import VoiceRoom
    from massage_trainer.domain.plate import ClientBody
    from massage_trainer.domain.ports import Clock, ThemedSound, WakeLock
    from massage_trainer.domain.teacher import TeacherChoices
    from massage_trainer.domain.verdict import Judge
    from massage_trainer.services.plates import PlateFiles
    from massage_trainer.services.wake_lock import ScreenWakeLock
    from massage_trainer.viewmodels.hands_free import HandsFreeViewModel
    from massage_trainer.viewmodels.keys import KeysViewModel
    from massage_trainer.viewmodels.lesson import LessonViewModel
    from massage_trainer.viewmodels.one_shot import OneShot
    from massage_trainer.viewmodels.recorder import Recorder
    from massage_trainer.viewmodels.teacher import TeacherViewModel
    from massage_trainer.viewmodels.ticker import Ticker
    from massage_trainer.widgets.lesson_page import LessonPage


class Program(QObject):
    """The whole program around one window.

    ``clock``, ``ticker``, ``wake_lock``, ``hold_timer`` and ``sound`` are the real ones unless a
    tour or a test brings others.
    """

    def __init__(
        self,
        app: QApplication,
        data_dir: Path,
        *,
        language: str = "",
        clock: Clock | None = None,
        ticker: Ticker | None = None,
        wake_lock: WakeLock | None = None,
        hold_timer: OneShot | None = None,
        sound: ThemedSound | None = None,
    ) -> None:
        super().__init__()
        self.app, self._data_dir = app, data_dir
        self._given_hold_timer = hold_timer
        self._given_sound = sound
        self._given_clock, self.given_ticker, self.given_wake_lock = clock, ticker, wake_lock
        self.practice_flow = PracticeFlow(self, data_dir)
        self.problems = ProblemsViewModel(self)
        report = self.problems.report
        self._bookmarks = FileBookmarkStore(data_dir, report, self.practice_flow.writer)
        self._teacher_store = FileTeacherStore(data_dir, report)
        self.preferences = PreferencesViewModel(FileSettingsStore(data_dir, report), self)
        if language:
            self.preferences.update(language=language)
        self._lessons = ContentLibrary(
            ContentPlaces(
                protocols=(protocols_dir(), data_dir / "protocols"),
                catalog=assets_dir() / "catalog",
                plates_index=assets_dir() / "plates" / "index.json",
                cache=data_dir / "cache",
            ),
            self._choices,
            self._teacher_store.fingerprint,
        )
        self._language = LanguageService(assets_dir() / "i18n", app)
        self._language.install(self.preferences.value.language)
        families = register_fonts(assets_dir() / "fonts")
        self._appearance = Appearance(app, self.preferences, families, self)
        self.library = LibraryViewModel(self._lessons, self._bookmarks, self)
        self.window = MainWindow(
            self.library,
            self.preferences,
            self.problems,
            self._thumb,
            self._make_lesson_page,
            self._make_teacher_dialog,
            self._make_preferences_dialog,
            self._make_credits_dialog,
            self._make_keys_dialog,
        )
        self.window.lesson_chosen.connect(self.choose_lesson)
        self.window.library_shown.connect(self._leave_lesson)
        self.window.practice_wanted.connect(self.practice_flow.show)
        self.study_flow = StudyFlow(self)
        self.preferences.changed.connect(self._follow_preferences)

    @Slot(str)
    def open_lesson(self, lesson_id: str) -> None:
        """Put a lesson on and show its page; one that has just been broken is told instead."""
        try:
            protocol = self.teacher.settled(lesson_id)
        except TrainerError:
            self.problems.report(Problem(ProblemKind.UNKNOWN_LESSON, lesson_id))
            self.library.reload()
            return
        self.busy_hands  # noqa: B018 - it hears the lesson from its opening on
        self.partner_flow.put_on(protocol)
        self.window.show_lesson()

    @Slot(str)
    def choose_lesson(self, lesson_id: str) -> None:
        """The student wants this lesson; who is on the table is asked first."""
        self.partner_flow.choose(lesson_id)

    def warm_up(self) -> None:
        """After the first picture: load what a lesson will need, so that it opens at once."""
        import massage_trainer.widgets.lesson_page
        import massage_trainer.widgets.partner_page  # noqa: F401 - loading them is the purpose

        self.busy_hands  # noqa: B018 - its keys work from now on
        self.study_flow.warm_up()

    def dialogs(self) -> dict[str, Callable[[QWidget], QDialog]]:
        """How each dialog is made, by name."""
        return {
            "teacher": self._make_teacher_dialog,
            "voice": self.voices.make_dialog,
            "preferences": self._make_preferences_dialog,
            "credits": self._make_credits_dialog,
            "keys": self._make_keys_dialog,
            "practice": self.practice_flow.make_dialog,
        }

    def show_report(self, report: str) -> None:
        """An error of ours: the lesson waits while the report is shown."""
        from massage_trainer.widgets.report_dialog import ReportDialog

        self._pause()
        ReportDialog(report, self.window).exec()

    def close(self) -> None:
        """Remember the place, let the screen sleep, end the workers."""
        parts = ("lesson", "practice_flow", "plates", "busy_hands", "voices", "_wake_lock")
        self.study_flow.close()
        for name in parts:
            if name in vars(self):  # made
                vars(self)[name].close()

    @cached_property
    def teacher(self) -> TeacherViewModel:
        """The teacher's settings."""
        from massage_trainer.viewmodels.teacher import TeacherViewModel

        teacher = TeacherViewModel(self._teacher_store, self._lessons, self)
        teacher.changed.connect(self._follow_teacher)
        return teacher

    @cached_property
    def lesson(self) -> LessonViewModel:
        """The running lesson."""
        from massage_trainer.viewmodels.lesson import LessonViewModel

        lesson = LessonViewModel(
            self.clock,
            self.given_ticker or self._ticker,
            self.given_wake_lock or self._wake_lock,
            self._bookmarks,
            self,
        )
        lesson.set_wait_at_zero(self.preferences.value.wait_at_zero)
        return lesson

    @property
    def recorder(self) -> Recorder:
        """Writes down what happens in the lesson."""
        return self.practice_flow.recorder

    @cached_property
    def partner_flow(self) -> PartnerFlow:
        """Who is on the table."""
        from massage_trainer.app.partner_flow import PartnerFlow

        return PartnerFlow(self)

    @cached_property
    def voices(self) -> VoiceRoom:
        """The loudspeaker and the teacher's recordings."""
        from massage_trainer.app.voice_room import VoiceRoom

        return VoiceRoom(
            self._data_dir,
            self._lessons,
            self.teacher.settled,
            self.preferences,
            self.problems.report,
            self._given_sound,
            self,
        )

    @property
    def lessons(self) -> ContentLibrary:
        """The lessons and their vocabulary, as they are now."""
        return self._lessons

    def pause(self) -> None:
        """Something hides the countdown, so the lesson waits."""
        self._pause()

    @property
    def hands(self) -> HandsFreeViewModel:
        """The presses of few keys, one key, or a finger anywhere."""
        return self.busy_hands.hands

    @property
    def keys(self) -> KeysViewModel:
        """Which key does what."""
        return self.busy_hands.keys

    @cached_property
    def busy_hands(self) -> BusyHands:
        """Keys, sound and flashes around the window."""
        from massage_trainer.app.busy_hands import BusyHands

        busy_hands = BusyHands(
            self.window,
            self.lesson,
            self.library,
            self.preferences,
            self.problems.report,
            self.clock,
            self._data_dir,
            lambda: self._lessons.catalog().points,
            self._given_hold_timer,
            self.voices.out,
            self,
        )
        self.practice_flow.listen(busy_hands.hands)
        return busy_hands

    @cached_property
    def plates(self) -> PlateFiles:
        """The pictures; without a readable index each one is missing, and that is said."""
        from massage_trainer.domain.plate import PlateIndex
        from massage_trainer.services.plates import PlateFiles, PlateIndexError, read_plate_index

        folder = assets_dir() / "plates"
        try:
            index = read_plate_index(folder)
        except PlateIndexError as error:
            index = PlateIndex({})
            self.problems.report(Problem(ProblemKind.NO_PICTURES, str(error)))
        return PlateFiles(folder, index)

    @property
    def clock(self) -> Clock:
        """The time that lessons and rounds are measured by."""
        return self._given_clock or self._clock

    @cached_property
    def _clock(self) -> Clock:
        from massage_trainer.services.clock import SystemClock

        return SystemClock()

    @cached_property
    def _ticker(self) -> Ticker:
        from massage_trainer.viewmodels.ticker import Ticker

        return Ticker(self)

    @cached_property
    def _wake_lock(self) -> ScreenWakeLock:
        from massage_trainer.services.wake_lock import ScreenWakeLock

        return ScreenWakeLock()

    def _choices(self) -> TeacherChoices:
        return self.teacher.choices

    def _thumb(self, plate_id: str) -> QImage | None:
        """The small picture of a plate; by its name alone, for the index costs a start 20 ms."""
        for name in (plate_id, f"{plate_id}.right"):  # where a side is worked, the right stands
            path = assets_dir() / "plates" / "thumbs" / f"{name}.webp"
            if path.exists():  # else Qt would ask every plugin
                picture = QImage(str(path))
                return None if picture.isNull() else picture
        return None

    def _make_lesson_page(self) -> LessonPage:
        from massage_trainer.widgets.lesson_page import LessonPage

        page = LessonPage(
            self.lesson,
            self.plates,
            self._lessons.catalog,
            self._choices,
            language=self.window.language,
            judge=self.find_judge,
            preferences=self.preferences,
            hands=self.hands,
            keys=self.keys,
            partner=self.partner_flow.partner,
            prompts=self.partner_flow.prompts,
        )
        self.partner_flow.furnish(page)
        self.busy_hands.adopt(page)
        self.study_flow.enliven(page)
        return page

    def find_judge(self, client: ClientBody) -> Judge | None:
        """Judges touches of a client by the points as the catalogue has them now."""
        return self.judges.find(client, self._lessons.catalog())

    @cached_property
    def judges(self) -> Judges:
        """Who judges places of a client's body."""
        from massage_trainer.app.judges import Judges

        return Judges(assets_dir() / "stage", self.problems.report)

    def _make_teacher_dialog(self, parent: QWidget) -> QDialog:
        from massage_trainer.widgets.file_picker import FilePicker
        from massage_trainer.widgets.teacher_dialog import TeacherDialog

        self._pause()
        own_path = str(self._teacher_store.path)
        language = self.window.language
        dialog = TeacherDialog(self.teacher, language, own_path, FilePicker(), parent)
        dialog.voice_clicked.connect(self._open_voice)
        return dialog

    def _make_preferences_dialog(self, parent: QWidget) -> QDialog:
        from massage_trainer.widgets.preferences_dialog import PreferencesDialog

        self._pause()
        clients = self.plates.index.clients
        dialog = PreferencesDialog(self.preferences, self.busy_hands.settings, parent, clients)
        dialog.keys_clicked.connect(self.window.open_keys)
        return dialog

    def _make_keys_dialog(self, parent: QWidget) -> QDialog:
        from massage_trainer.widgets.key_table_dialog import KeyTableDialog

        self._pause()
        return KeyTableDialog(self.keys, self.preferences, self.window.language, parent)

    def _make_credits_dialog(self, parent: QWidget) -> QDialog:
        from massage_trainer.widgets.credits_dialog import CreditsDialog

        self._pause()
        return CreditsDialog((assets_dir() / "LICENSES.md").read_text(encoding="utf-8"), parent)

    @Slot()
    def _open_voice(self) -> None:
        self.window.show_dialog(self.voices.make_dialog)

    def _pause(self) -> None:
        """A dialog hides the countdown, so the lesson waits."""
        if "lesson" in vars(self) and self.lesson.is_open:
            self.lesson.pause()

    @Slot()
    def _leave_lesson(self) -> None:
        self.lesson.close()
        self.library.reload()

    @Slot(object)
    def _follow_teacher(self, _choices: TeacherChoices) -> None:
        self.library.reload()
        if "lesson" in vars(self) and self.lesson.is_open:
            self.partner_flow.put_on(self.teacher.settled(self.lesson.protocol.id))

    @Slot(Settings)
    def _follow_preferences(self, settings: Settings) -> None:
        self._language.install(settings.language)
        if "lesson" in vars(self):
            self.lesson.set_wait_at_zero(settings.wait_at_zero)
