"""The main window on its own: fakes around real view-models, the shipped words and typefaces."""

from pathlib import Path

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QDialog, QWidget
from shiboken6 import isValid

from massage_trainer.domain.bookmark import Bookmark
from massage_trainer.domain.library import LessonCard
from massage_trainer.domain.settings import Settings
from massage_trainer.domain.text import LocalizedText
from massage_trainer.services.language import LanguageService
from massage_trainer.services.resources import assets_dir
from massage_trainer.viewmodels.keys import KeysViewModel
from massage_trainer.viewmodels.library import LibraryViewModel
from massage_trainer.viewmodels.preferences import PreferencesViewModel
from massage_trainer.viewmodels.problems import ProblemsViewModel
from massage_trainer.viewmodels.sound_settings import SoundSettings
from massage_trainer.viewmodels.teacher import TeacherViewModel
from massage_trainer.widgets.appearance import Appearance
from massage_trainer.widgets.fonts import register_fonts
from massage_trainer.widgets.main_window import MainWindow
from massage_trainer.widgets.teacher_dialog import TeacherDialog
from tests.examples import example_catalog, example_lesson
from tests.fake_sound import FakeThemedSound
from tests.fakes import MemoryBookmarks, MemoryKeys, MemoryLessons, MemorySettings, MemoryTeacher

OWN_PATH = "/data/lan/.local/share/massage-trainer/teacher.json"


def lesson_card(lesson_id: str, *, needs: int = 2, steps: int = 18) -> LessonCard:
    """A card with words as long as the shipped ones."""
    return LessonCard(
        id=lesson_id,
        name=LocalizedText(f"Xoa bóp, bấm huyệt: {lesson_id}", f"Massage and points: {lesson_id}"),
        summary=LocalizedText(
            "Chiếu đèn hồng ngoại; xát, xoa, day vùng thắt lưng; rồi day ấn bốn huyệt. Nằm sấp.",
            "Infrared lamp; three strokes on the low back; then four points. Client prone.",
        ),
        needs=tuple(
            LocalizedText(f"Khăn lớn để che phủ, số {n}", f"Large towel for draping, number {n}")
            for n in range(needs)
        ),
        cover="prone-lumbar",
        total_ms=29 * 60_000,
        order=1,
        steps=steps,
    )


class CardLessons(MemoryLessons):
    """A lesson source whose cards are made in the test."""

    def __init__(self, *cards, errors=()):
        super().__init__(example_catalog(), example_lesson())
        self.cards, self.errors = cards, tuple(errors)

    def index(self):
        index = super().index()
        return type(index)(self.cards or index.cards, self.errors)


class FakeLessonPage(QWidget):
    """Stands for the lesson page: knows its scale and tools."""

    library_wanted = Signal()

    def __init__(self):
        super().__init__()
        self.scale = None
        self.tools = None

    def set_scale(self, scale):
        self.scale = scale

    def set_tools(self, tools):
        self.tools = tools


class FakePicker:
    """A file picker that answers what the test has laid down."""

    def __init__(self, path: Path | None = None):
        self.path = path
        self.titles = []
        self.answer = None
        self.asked = []

    def to_save(self, parent, title, name, kind):
        self.titles.append((title, name, kind))
        return self.path

    def to_open(self, parent, title, kind):
        self.titles.append((title, "", kind))
        return self.path

    def ask(self, parent, title, words, answers):
        self.asked.append((words, tuple(answers)))
        return self.answer


class ShellStand:
    """What a test holds in its hands around the main window."""

    def __init__(self, qtbot, qapp, *, language="vi", theme="light", lessons=None, last=""):
        self.qtbot, self.app = qtbot, qapp
        self.lessons = lessons or CardLessons()
        self.bookmarks = MemoryBookmarks()
        self.settings = MemorySettings(Settings(language=language, theme=theme, last_lesson=last))
        self.teacher_store = MemoryTeacher()
        self.picker = FakePicker()
        self.preferences = PreferencesViewModel(self.settings)
        self.sound = FakeThemedSound()
        self.sound_settings = SoundSettings(self.sound, self.sound, self.preferences)
        self.keys = KeysViewModel(MemoryKeys())
        self.problems = ProblemsViewModel()
        self.library = LibraryViewModel(self.lessons, self.bookmarks)
        self.teacher = TeacherViewModel(self.teacher_store, self.lessons)
        self.translations = LanguageService(assets_dir() / "i18n", qapp)
        self.translations.install(language)
        self.appearance = Appearance(qapp, self.preferences, register_fonts(assets_dir() / "fonts"))
        self.preferences.changed.connect(self._speak)
        self.pages = []
        self._shown = []
        self.dialogs = []
        self.asked_thumbs = []

    def window(self, width=1280, height=720) -> MainWindow:
        window = MainWindow(
            self.library,
            self.preferences,
            self.problems,
            self._thumb,
            self._make_page,
            self._make_dialog,
            self._make_dialog,
            self._make_dialog,
            self._make_dialog,
        )
        self._shown.append(window)  # qtbot keeps it weakly, and a dialog does not keep its parent
        self.qtbot.add_widget(window)
        window.resize(width, height)
        with self.qtbot.wait_active(window):
            window.show()
            window.activateWindow()
        return window

    def teacher_dialog(self, parent) -> TeacherDialog:
        dialog = TeacherDialog(self.teacher, self.language, OWN_PATH, self.picker, parent)
        return self.show(dialog)

    def show(self, dialog):
        """Show a dialog and see that it is closed before its window goes."""
        self._shown.append(dialog)
        dialog.show()
        return dialog

    def leave_off(self, lesson_id, done, of):
        self.bookmarks.put(Bookmark(lesson_id, "path", done, of))

    def language(self):
        return self.preferences.value.language

    def close(self):
        for shown in self._shown:
            if isValid(shown):
                shown.close()
        for translator in self.translations._installed:
            self.app.removeTranslator(translator)

    def _speak(self, settings):
        self.translations.install(settings.language)

    def _thumb(self, plate_id):
        self.asked_thumbs.append(plate_id)

    def _make_page(self):
        self.pages.append(FakeLessonPage())
        return self.pages[-1]

    def _make_dialog(self, parent):
        dialog = QDialog(parent)
        dialog.exec = lambda: self.dialogs.append(dialog)
        dialog.resize(QSize(100, 100))
        return dialog
