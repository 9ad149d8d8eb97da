"""What an exam found, on paper: a sheet for each student, and a list of the class."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

from massage_trainer.domain.classroom.marks import MarkScale, mark_text
from massage_trainer.domain.exam.sheet import Ending, Find
from massage_trainer.domain.paper import result_words as words
from massage_trainer.domain.paper.model import (
    Cell,
    Heading,
    Paper,
    Part,
    Prose,
    Remark,
    Sign,
    Signature,
    Table,
    Title,
)

if TYPE_CHECKING:
    from massage_trainer.domain.exam.sheet import (
        AreaResult,
        ClassResult,
        GateResult,
        ItemResult,
        StudentResult,
        TaskResult,
    )
    from massage_trainer.domain.text import LocalizedText

# How a mark is written, out of percent: the class says whether as that, or out of ten.
Marked = Callable[[float], str]

_SECOND_MS: Final = 1_000


class ResultPapers:
    """Papers of one exam in one language."""

    def __init__(self, result: ClassResult, language: str, marked: Marked) -> None:
        self._result = result
        self._language = language
        self._marked = marked

    def of_class(self) -> Paper:
        """All students with their marks, in the order of their papers."""
        result = self._result
        title = f"{result.title} – {result.group}"
        return Paper(title, self._language, self._foot(), tuple(self._class_parts()))

    def of_students(self, students: Sequence[StudentResult]) -> Paper:
        """A sheet for each, beginning on a page of its own; a sheet names nobody else."""
        title = students[0].name if len(students) == 1 else self._result.title
        parts = tuple(
            part
            for number, student in enumerate(students)
            for part in self._student_parts(student, new_page=number > 0)
        )
        return Paper(title, self._language, self._foot(), parts)

    def _said(self, text: LocalizedText) -> str:
        return text.in_language(self._language)

    def _foot(self) -> str:
        result = self._result
        return self._said(words.FOOT).format(
            title=result.title, group=result.group, day=self._day(result.day), seed=result.seed
        )

    def _day(self, day: str) -> str:
        """As it is written here: ``23/11/2026``; in English as it sorts."""
        parts = day.split("-")
        return "/".join(reversed(parts)) if self._language == "vi" and len(parts) == 3 else day

    def _class_parts(self) -> Iterator[Part]:
        result = self._result
        students = result.students
        marks = [student.percent for student in students if student.percent is not None]
        facts = [
            (words.DAY, self._day(result.day)),
            (words.DECK, self._said(result.deck)),
            (words.PASS_MARK, self._marked(result.pass_percent)),
            (words.CANDIDATES, str(len(students))),
            (words.PASSED_COUNT, str(sum(student.passed for student in students))),
        ]
        if marks:
            facts.append((words.MEAN, self._marked(sum(marks) / len(marks))))
        yield Title(
            result.group,
            self._said(words.CLASS_SHEET),
            result.title,
            tuple((self._said(label), text) for label, text in facts),
        )
        head = (
            words.SEAT,
            words.NUMBER,
            words.NAME,
            words.POINTS,
            words.MARK,
            words.RESULT,
        )
        yield Table(
            tuple(map(self._said, head)),
            tuple(self._class_row(student) for student in students),
            (0.07, 0.13, 0.3, 0.17, 0.1, 0.23),
            frozenset({4}),
        )
        yield Signature((self._said(words.EXAMINER),) * 2)

    def _class_row(self, student: StudentResult) -> tuple[Cell, ...]:
        counts = (str(student.found(find)) for find in Find)
        gates = ", ".join(self._said(gate.text) for gate in student.failed_gates)
        ended = self._said(words.ENDINGS[student.ending])
        note = ended if student.ending is not Ending.DONE else ""
        return (
            Cell(str(student.seat)),
            Cell(student.number),
            Cell(student.name, strong=True),
            Cell(" / ".join(counts)),
            Cell("–" if student.percent is None else self._marked(student.percent), strong=True),
            Cell(
                self._verdict(student),
                ": ".join(each for each in (note, gates) if each),
                sign=Sign.STOP if gates else None,
            ),
        )

    def _mark(self, student: StudentResult) -> str:
        if student.percent is None:
            return self._said(words.NOT_MARKED)
        return self._marked(student.percent)

    def _verdict(self, student: StudentResult) -> str:
        if student.ending is Ending.BROKEN_OFF:
            return "–"
        said = self._said(words.PASSED if student.passed else words.NOT_PASSED)
        if student.ending is Ending.DONE and not student.is_complete:
            return self._said(words.NOT_COMPLETE).format(result=said)
        return said

    def _student_parts(self, student: StudentResult, *, new_page: bool) -> Iterator[Part]:
        result = self._result
        facts = (
            (words.MARK, self._mark(student)),
            (words.RESULT, self._verdict(student)),
            (words.NUMBER, student.number),
            (words.GROUP, result.group),
            (words.DAY, self._day(result.day)),
            (words.SEAT, str(student.seat)),
            (words.TIME, _clock(student.worked_ms)),
        )
        yield Title(
            student.name,
            self._said(words.STUDENT_SHEET),
            result.title,
            tuple((self._said(label), text) for label, text in facts if text),
            new_page=new_page,
        )
        yield from self._ending(student)
        if student.tasks:
            yield Heading(self._said(words.TASKS))
            yield self._tasks(student.tasks)
        if student.gates:
            yield Heading(self._said(words.GATES), self._said(words.GATES_NOTE))
            yield self._gates(student.gates)
        if student.areas:
            passing = f"{self._said(words.PASS_MARK)}: {self._marked(result.pass_percent)}"
            yield Heading(self._said(words.AREAS), passing)
            yield self._areas(student)
        if student.remarks:
            yield Heading(self._said(words.REMARKS))
            for remark in student.remarks:
                yield Prose(f"{_clock(remark.at_ms)}  {remark.text}")
        yield Signature((self._said(words.EXAMINER), self._said(words.CANDIDATE)))

    def _ending(self, student: StudentResult) -> Iterator[Remark]:
        if student.ending is Ending.BROKEN_OFF:
            ended = self._said(words.ENDINGS[student.ending])
            yield Remark(Sign.ASK, ended.capitalize(), self._said(words.BROKEN_OFF))
        for gate in student.failed_gates:
            yield Remark(Sign.STOP, self._said(words.GATE_FAILED), self._said(gate.text))

    def _tasks(self, tasks: Sequence[TaskResult]) -> Table:
        head = ("", self._said(words.TASK), self._said(words.FOUND))
        rows = tuple(
            (
                Cell(str(task.number), strong=True),
                Cell(self._said(task.text)),
                self._found(task),
            )
            for task in tasks
        )
        return Table(head, rows, (0.05, 0.65, 0.3))

    def _found(self, task: TaskResult) -> Cell:
        if task.find is None:
            return Cell("–")
        notes = []
        if task.cun is not None:
            cun = f"{task.cun:g}".replace(".", "," if self._language == "vi" else ".")
            notes.append(self._said(words.AWAY).format(cun=cun))
        if task.wrong_side:
            notes.append(self._said(words.WRONG_SIDE))
        if task.taken_for:
            notes.append(self._said(words.TAKEN_FOR).format(point=task.taken_for))
        sign = {Find.FOUND: Sign.DONE, Find.WRONG: Sign.NOT_DONE}.get(task.find, Sign.PART)
        return Cell(self._said(words.FINDS[task.find]), ", ".join(notes), strong=True, sign=sign)

    def _gates(self, gates: Sequence[GateResult]) -> Table:
        meaning = {
            True: (words.HELD, Sign.DONE),
            False: (words.NOT_HELD, Sign.STOP),
            None: (words.UNSAID, None),
        }
        rows = []
        for gate in gates:
            text, sign = meaning[gate.held]
            said = Cell(self._said(text), strong=gate.held is False, sign=sign)
            rows.append((Cell(self._said(gate.text)), said))
        return Table(("", ""), tuple(rows), (0.7, 0.3))

    def _areas(self, student: StudentResult) -> Table:
        rows: list[tuple[Cell, ...]] = []
        for area in student.areas:
            rows.append(self._area(area))
            rows.extend(
                (
                    Cell(f"– {self._said(item.text)}", small=True),
                    Cell("", small=True),
                    Cell(self._level(item), small=True),
                )
                for item in student.items
                if item.area == area.id
            )
        head = (words.AREA, words.WEIGHT, words.REACHED)
        return Table(tuple(map(self._said, head)), tuple(rows), (0.76, 0.08, 0.16), frozenset({1}))

    def _level(self, item: ItemResult) -> str:
        return self._said(words.LEVELS[item.level] if item.level else words.UNJUDGED)

    def _area(self, area: AreaResult) -> tuple[Cell, ...]:
        unjudged = self._said(words.UNJUDGED)
        return (
            Cell(self._said(area.title), strong=True),
            Cell(str(area.weight), strong=True),
            Cell(unjudged if area.percent is None else self._marked(area.percent), strong=True),
        )


def _clock(milliseconds: int) -> str:
    minutes, seconds = divmod(milliseconds // _SECOND_MS, 60)
    return f"{minutes}:{seconds:02}"


def marks_in(scale: MarkScale, language: str) -> Marked:
    """As the class writes its marks: ``7.3``, or ``72.5 %``."""
    unit = "\u00a0%" if scale is MarkScale.PERCENT else ""
    point = "," if language == "vi" else "."

    def marked(percent: float) -> str:
        return f"{mark_text(percent / 100, scale, point)}{unit}"

    return marked
