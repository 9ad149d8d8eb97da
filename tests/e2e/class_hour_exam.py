"""At the end of the hour: three candidates, one of whom fails a gate; a fourth was withdrawn."""

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.picture_places import fraction_of
from massage_trainer.services.exam_results import ExamResultFiles
from massage_trainer.widgets.classroom.exam.attempt_part import REMARKS, SHEET, TASKS
from tests.e2e.class_hour_room import choose_file

SEED = 42
BESIDE = 0.05  # of the picture: about a thumb's breadth too low
WITHDRAWN = "SV-02"
_GOOD, _PART = 0, 1


class Examining:
    """An examiner at the sheet: every mark by the mouse."""

    def __init__(self, room):
        self.room = room
        self.exam = room.flow.exam_room.exam

    @property
    def sheet(self):
        return self.room.page.current

    @property
    def part(self):
        return self.sheet.attempt

    def open(self):
        room = self.room
        room.press("class-exam")
        room.look("exam-setup")

    def draw(self):
        room, setup = self.room, self.sheet.setup
        setup.name.setText("Thi giữa kỳ" if room.language == "vi" else "Half-way")
        setup.seed.box.setValue(SEED)
        setup.minutes.box.setValue(3)
        room.press(setup.draw)
        room.look("exam-candidates")

    def withdraw(self):
        """Between two candidates, in the list of the class: nobody else's paper changes."""
        room = self.room
        before = self._papers()
        room.press("class-back")
        room.press("class-back")
        room.press("class-roster")
        roster = room.page.current
        rows = [roster.table.rows.index(n, 0).data() for n in range(roster.table.rows.rowCount())]
        roster.table.selectRow(rows.index(WITHDRAWN))
        room.settle()
        room.press("withdraw")
        room.look("withdrawn")
        room.press("class-back")
        room.press("class-exam")
        room.press(self.sheet.setup.exams[0])
        room.look("exam-after-withdrawal")
        after = self._papers()
        return [before[number] == after[number] for number in before if number != WITHDRAWN]

    def _papers(self):
        book = self.exam.book
        return {one.student.number: one.seat for one in book.candidates}

    def examine(self, *, fails="", beside=0.0, poor=False):
        room, part = self.room, self.part
        room.press(self.sheet.candidates.next)
        name = f"candidate-{self.exam.candidate.seat}"
        room.look(f"{name}-a-called")
        room.press(part.clock)
        for gate, row in part.gates.list.rows.items():
            part.gates.list.ensureWidgetVisible(row)
            room.settle()
            room.press(row.buttons[gate == fails])
            if gate == fails:
                room.look(f"{name}-b-failed")
                room.press(part.end.next)
                return
        room.look(f"{name}-b-gates")
        self._tab(TASKS)
        for number in range(len(self.exam.attempt.tasks)):
            self._pass(10)
            self._find(beside)
            room.look(f"{name}-c-task-{number + 1}")
            if part.tasks.onward.isEnabled():
                room.press(part.tasks.onward)
        self._tab(SHEET)
        if poor:
            row = next(iter(part.rubric.list.rows.values()))
            part.rubric.list.ensureWidgetVisible(row)
            room.settle()
            room.press(row.buttons[_PART])
        for button in part.rubric.rest.values():
            part.rubric.list.ensureWidgetVisible(button)
            room.settle()
            room.press(button)
        room.look(f"{name}-d-sheet")
        self._tab(REMARKS)
        room.press(part.remarks.quick[0])
        room.look(f"{name}-e-remarks")
        room.press(part.finish)
        room.look(f"{name}-f-end")
        room.press(part.end.next)

    def _tab(self, number):
        self.part.tabs.setCurrentIndex(number)
        self.room.settle()

    def _find(self, beside):
        """Where the candidate points, clicked in the picture; on the middle line by eye."""
        task, picture = self.exam.task, self.part.tasks.picture
        if picture.isHidden():
            if self.part.tasks.finds[0].isVisible():
                self.room.press(self.part.tasks.finds[0])
            return
        x, y, z = self.exam.book.source.rest[task.subject].at
        place = (x if task.side is not Side.RIGHT else -x, y, z)
        positions = self.room.program.plates.position_map(picture.still)
        across, down = fraction_of(positions, place)
        self.room.touch(picture.canvas, (across, down + beside))

    def _pass(self, seconds):
        for _ in range(seconds):
            self.room.clock.ms += 1_000
            self.room.flow.exam_room.ticker.ticked.emit()
        self.room.settle()

    def save(self):
        """The results as pages and as a table; the table is read again."""
        room, part, folder = self.room, self.sheet.candidates, self.room.folder
        room.look("exam-results")
        saved = {}
        for button, name in (
            (part.pdf, "class.pdf"),
            (part.table, "class.csv"),
            (part.lines[0].sheet, "one.pdf"),
        ):
            room.answering(lambda b=button: room.press(b), choose_file(folder / name))
            saved[name] = (folder / name).read_bytes()[:5].decode("latin-1")
        room.look("exam-saved")
        equal = ExamResultFiles().read(folder / "class.csv") == self.exam.book.result
        return {"saved": saved, "same again": equal, "told": part.told_text}


def examine_class(room):
    examining = Examining(room)
    examining.open()
    examining.draw()
    examining.examine()
    kept_places = examining.withdraw()
    gate = next(iter(examining.part.gates.list.rows))
    examining.examine(fails=gate)
    examining.examine(beside=BESIDE, poor=True)
    result = examining.exam.book.result
    told = {
        "students": [
            [one.number, one.name, one.ending.value, one.percent, one.passed, one.worked_ms]
            for one in result.students
        ],
        "marks": [
            [len(one.tasks), [task.find.value for task in one.tasks if task.find]]
            for one in result.students
        ],
        "places kept": kept_places,
        "left": examining.exam.book.next_candidate is None,
    }
    return told | examining.save()
