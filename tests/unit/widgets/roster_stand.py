"""The sheet of class lists on its own: a store in memory, and dialogs answered by the test."""

from dataclasses import replace

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QVBoxLayout, QWidget

from massage_trainer.services.class_lists import ClassListFiles
from massage_trainer.services.language import LanguageService
from massage_trainer.services.resources import assets_dir
from massage_trainer.viewmodels.roster import RosterViewModel
from massage_trainer.widgets.buttons import Button
from massage_trainer.widgets.classroom.roster_files import RosterFiles
from massage_trainer.widgets.classroom.roster_sheet import RosterSheet
from massage_trainer.widgets.theme import DARK, LIGHT, Scale
from tests.class_examples import EXAM, MARK
from tests.exam_examples import class_result
from tests.fakes_class import MemoryClassStore
from tests.fakes_record import FakeWriter
from tests.unit.viewmodels.test_roster import MemoryChoices
from tests.unit.widgets.shell_stand import FakePicker

GIVEN = (
    "An Ánh Ân Bình Châu Dũng Dương Đạt Đức Giang Hà Hải Hạnh Hoà Hùng Huyền Khoa Lan Linh Long"
    " Mai Minh Nam Ngọc Nhung Phúc Phương Quân Quỳnh Sơn Tâm Thảo Thuỷ Trang Tú Uyên Vân Việt"
)
ODD = ('=HYPERLINK("http://x")', 'O\'Neil; "王小明"', "<b>Bob</b> & Co")
MANY = [(f"SV24{n:03}", f"Nguyễn Thị Ngọc {name}") for n, name in enumerate(GIVEN.split())]


class RosterStand:
    """``answers`` are functions of the dialogs to come; each returns whether it agreed."""

    def __init__(self, qtbot, app, *, language="en", theme="light", size=(1280, 720)):
        self._words = LanguageService(assets_dir() / "i18n", app)
        self._words.install(language)
        app.setPalette((DARK if theme == "dark" else LIGHT).palette())
        assert app.palette().color(QPalette.ColorRole.Window).isValid()
        self.store, self.answers = MemoryClassStore(), []
        self.picker, self.tables, self.results = FakePicker(), FakeWriter(), FakeWriter()
        self.roster = RosterViewModel(self.store, ClassListFiles(), MemoryChoices())
        self.result = class_result()
        self.files = RosterFiles(
            self.roster, self.picker, self.tables, self, lambda _exam: self.result
        )
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.sheet = RosterSheet(self.roster, self.files, self.picker, self.ask, self.window)
        column = QVBoxLayout(self.window)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.sheet)
        self.window.resize(*size)
        self.sheet.set_scale(Scale.of_size(*size))
        self.window.show()
        self.sheet.arrive()

    def write(self, path, result):
        """The ResultWriter."""
        self.results.tables[path] = result

    def ask(self, dialog):
        return self.answers.pop(0)(dialog)

    def fill(self, students=(), exams=0):
        group = self.store.add_group("K12 sáng – Xoa bóp lưng")
        added = self.store.add_students(group.id, students)
        for number in range(exams):
            title = f"Thi thực hành lần {number + 1}"
            exam = self.store.begin_exam(replace(EXAM, group=group.id, title=title))
            for at, one in enumerate(added):
                attempt = replace(MARK, group=group.id, exam=exam, student=one.id)
                share = (at % 11) / 10
                self.store.keep_attempt(replace(attempt, ended="x", state="done", share=share))
        self.roster.read()
        return added

    def press(self, name):
        self.sheet.findChild(Button, name).click()

    def close(self):
        self._words.install("none")
