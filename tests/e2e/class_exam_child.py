"""A practical exam in the whole program on two screens, in a process of its own."""

import json
import os
import sys
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QToolTip, QWidget

from massage_trainer.app.class_exam import ResultPages
from massage_trainer.domain.anatomy import Side
from massage_trainer.widgets.classroom.exam.attempt_part import REMARKS, SHEET, TASKS
from massage_trainer.widgets.classroom.sheets import Sheet
from massage_trainer.widgets.page_row import Page
from tests.e2e.conftest import Stand

NAMES = (
    ("SV-01", "Nguyễn Văn An"),
    ("SV-02", 'O\'Neil; "王小明"'),
    ("SV-03", '=HYPERLINK("http://x";"y")'),
    ("SV-04", "Đỗ Thị Ngọc Ánh"),
)


class ExamRoom:
    """The exam's sheet on the console, the class's window on the other screen."""

    def __init__(self, folder):
        self.stand = Stand(folder / "data", "vi")
        self.folder = folder
        self.program, self.console = self.stand.program, self.stand.window
        self.console.resize(1270, 760)
        self.program.study_flow.go(Page.CLASS)
        self.page = self.program.study_flow.page(Page.CLASS)
        self.flow = self.program.study_flow.class_flow
        self.flow.screens.model.open()
        self.store = self.program.practice_flow.class_store
        if not self.store.groups():
            self.store.add_students(self.store.add_group("K12 sáng").id, NAMES)
        self.page.show_sheet(Sheet.EXAM)
        self.sheet = self.page.current
        self.exam = self.flow.exam_room.exam
        self.audience = self.flow.screens.window
        self.wall = []
        self.pictures = 0
        self.settle()

    def settle(self):
        for _ in range(4):
            QApplication.processEvents()

    def press(self, button):
        assert button.isVisible(), button.text()
        assert button.isEnabled(), button.text()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        self.settle()
        self.look()

    def pass_time(self, seconds):
        for _ in range(seconds):
            self.stand.clock.ms += 1_000
            self.flow.exam_room.ticker.ticked.emit()
        self.settle()
        self.look()

    def look(self):
        """What the class sees now: every word, and a picture of its window alone."""
        said = [self.audience.accessibleName()]
        for widget in self.audience.findChildren(QWidget):
            if widget.isVisible():
                text = getattr(widget, "words", ()) or ()
                label = widget.text() if hasattr(widget, "text") and callable(widget.text) else ""
                said += [*text, widget.accessibleName(), label, widget.toolTip()]
        self.wall.append(" | ".join(part for part in said if part))
        assert not self.audience.findChildren(QDialog)
        assert not QToolTip.isVisible()
        self.pictures += 1
        self.audience.grab().save(str(self.folder / f"wall-{self.pictures:03}.png"))

    def picture(self, name):
        self.settle()
        self.console.grab().save(str(self.folder / f"console-{name}.png"))

    def draw(self):
        setup = self.sheet.setup
        setup.name.setText("Thi giữa kỳ")
        setup.seed.box.setValue(42)
        setup.minutes.box.setValue(2)
        self.press(setup.draw)

    def examine(self, *, fails="", aside=0.0):
        """One candidate: gates, points clicked beside the place, the sheet, the end."""
        part = self.sheet.attempt
        self.press(self.sheet.candidates.next)
        self.press(part.clock)
        for gate, row in part.gates.list.rows.items():
            if gate == fails:
                self.press(row.buttons[1])
                return
            part.gates.list.ensureWidgetVisible(row)
            self.settle()
            self.press(row.buttons[0])
        part.tabs.setCurrentIndex(TASKS)
        for task in self.exam.attempt.tasks:
            self.pass_time(4)
            if task.side is not Side.BOTH:
                x, y, z = self.exam.book.source.rest[task.subject].at
                place = (x if task.side is Side.LEFT else -x, y, z + aside)
                shown = part.tasks.picture
                self.exam.click(place, (0.5, 0.5), shown.client)
                self.look()
            if part.tasks.onward.isEnabled():
                self.press(part.tasks.onward)
        part.tabs.setCurrentIndex(SHEET)
        self.settle()
        for button in part.rubric.rest.values():
            part.rubric.list.ensureWidgetVisible(button)
            self.settle()
            self.press(button)
        part.tabs.setCurrentIndex(REMARKS)
        self.settle()
        self.press(part.remarks.quick[0])

    def end(self):
        part = self.sheet.attempt
        if part.finish.isEnabled():
            self.press(part.finish)
        self.picture(f"end-{self.exam.candidate.seat}")
        self.press(part.end.next)

    def facts(self):
        result = self.exam.book.result
        return {
            "wall": self.wall,
            "screen": self.audience.screen().name(),
            "students": [
                [one.name, one.ending.value, one.percent, one.passed, one.worked_ms]
                for one in result.students
            ],
            "stage": self.exam.stage.name,
            "interrupted": self.exam.interrupted,
            "marks": len(self.exam.attempt.marks) if self.exam.attempt else 0,
            "left": self.sheet.attempt.time.text(),
        }


def run(room):
    """Three candidates; in the middle of the fourth the program is killed."""
    room.draw()
    room.examine()
    room.end()
    room.examine(fails="consent")
    room.end()
    room.examine(aside=0.018)
    room.end()
    room.examine()
    room.picture("before")


def resume(room):
    """The program is started again."""
    exam = room.exam.book.exams[0].record.id
    room.exam.open_exam(exam)
    pages = ResultPages(room.program, room.flow)
    result = room.exam.book.result
    pages.write(room.folder / "class.pdf", result)
    pages.write(room.folder / "one.pdf", replace(result, students=result.students[:1]))
    room.press(room.sheet.candidates.next)
    room.picture("after")


if __name__ == "__main__":
    app = QApplication([])
    folder = Path(sys.argv[1])
    made = ExamRoom(folder)
    {"run": run, "resume": resume}[sys.argv[2]](made)
    sys.stdout.write(json.dumps(made.facts(), ensure_ascii=False) + "\n")
    sys.stdout.flush()
    os._exit(0)  # killed: nothing is closed, nothing written any more
