"""The exams of a class: drawn, opened again, who sat them and what came of it."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from massage_trainer.domain.classroom.names import ListOrder, in_order
from massage_trainer.domain.classroom.ports import AttemptRecord, ExamRecord
from massage_trainer.domain.exam.attempt import Attempt, AttemptState, attempt_json, attempt_of
from massage_trainer.domain.exam.exam import MINUTES, Exam, exam_json, exam_of
from massage_trainer.domain.exam.paper import POINTS_EACH, TECHNIQUES_EACH, Plan
from massage_trainer.domain.exam.pool import exam_decks, pool_of, steps_by_id, task_text
from massage_trainer.domain.exam.results import class_result, student_result
from massage_trainer.domain.exam.sheet import TaskResult

if TYPE_CHECKING:
    from massage_trainer.domain.classroom.ports import ClassStore
    from massage_trainer.domain.classroom.roster import ClassGroup, Student
    from massage_trainer.domain.exam.rubric import Rubric, RubricReading, RubricSource
    from massage_trainer.domain.exam.sheet import ClassResult, StudentResult
    from massage_trainer.domain.ports import Calendar
    from massage_trainer.domain.quiz.deck import Deck
    from massage_trainer.domain.quiz.source import QuizSource

_GOING: frozenset[str] = frozenset({AttemptState.RUNNING.value, AttemptState.PAUSED.value})


@dataclass(frozen=True, slots=True)
class ExamWish:
    """Everything that is chosen before an exam is drawn."""

    title: str = ""
    deck: str = ""
    points_each: int = POINTS_EACH
    techniques_each: int = TECHNIQUES_EACH
    minutes: int = MINUTES
    seed: int = 1


@dataclass(frozen=True, slots=True)
class Candidate:
    """One student of an exam; ``record`` is the last attempt, None before the first."""

    student: Student
    seat: int
    number: int = 1
    record: AttemptRecord | None = None
    result: StudentResult | None = None

    @property
    def state(self) -> AttemptState:
        return AttemptState(self.record.state) if self.record else AttemptState.READY

    @property
    def is_going(self) -> bool:
        """Whether an attempt was begun and not ended, also by a program that was killed."""
        return self.record is not None and self.record.state in _GOING


@dataclass(frozen=True, slots=True)
class KeptExam:
    """An exam that was drawn."""

    record: ExamRecord
    exam: Exam


class ExamBook(QObject):
    """Reads and keeps exams; everything is on the disk before it is shown.

    Signals:
        changed: the classes, the exams, the rubric or the candidates are others.
    """

    changed = Signal()

    def __init__(
        self,
        store: ClassStore,
        rubric: RubricSource,
        source: Callable[[], QuizSource],
        calendar: Calendar,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._rubric = rubric
        self._read_source = source
        self._source: QuizSource | None = None
        self._calendar = calendar
        self.groups: tuple[ClassGroup, ...] = ()
        self.group: ClassGroup | None = None
        self.reading: RubricReading = rubric.read()
        self.decks: tuple[Deck, ...] = ()
        self.exams: tuple[KeptExam, ...] = ()
        self.open: KeptExam | None = None
        self.candidates: tuple[Candidate, ...] = ()

    @property
    def source(self) -> QuizSource:
        """The catalogue, the lessons and the pictures."""
        if self._source is None:
            self._source = self._read_source()
        return self._source

    @property
    def rubric(self) -> Rubric:
        """The lines of now, with the weights of the exam that is open."""
        rubric = self.reading.rubric
        return self.open.exam.weighed(rubric) if self.open else rubric

    @property
    def students(self) -> list[Student]:
        """Of the chosen class, as its list stands."""
        if self.group is None:
            return []
        return in_order(self._store.students(self.group.id), ListOrder.GIVEN)

    @property
    def present(self) -> list[Student]:
        """Without those who withdrew."""
        return [student for student in self.students if not student.withdrawn]

    def read(self) -> None:
        """Look again which classes, decks, exams and weights there are."""
        self._source = self._read_source()
        self.decks = exam_decks(self._source)
        self.reading = self._rubric.read()
        self.groups = tuple(self._store.groups())
        known = {group.id: group for group in self.groups}
        self.group = known.get(self.group.id) if self.group else None
        if self.group is None and self.groups:
            self.group = self._likeliest()
        self._read_exams()

    def begin_own_weights(self) -> bool:
        """Write a file of weights to be edited; whether it is there."""
        done = self._rubric.begin_own()
        self.reading = self._rubric.read()
        self.changed.emit()
        return done

    def choose_group(self, group: int) -> None:
        """Another class; no exam of it is open yet."""
        self.group = next((each for each in self.groups if each.id == group), self.group)
        self.open, self.candidates = None, ()
        self._read_exams()

    def draw(self, wish: ExamWish) -> bool:
        """Draw an exam for everybody who is there; whether it is kept and open now."""
        deck = next((each for each in self.decks if each.id == wish.deck), None)
        if self.group is None or deck is None or not self.present or self.reading.problems:
            return False
        rubric = self.reading.rubric
        exam = Exam(
            deck=deck.title,
            pool=pool_of(self.source, deck),
            plan=Plan(wish.seed, wish.points_each, wish.techniques_each),
            minutes=wish.minutes,
            weights=rubric.weights,
            pass_percent=rubric.pass_percent,
            own_weights=self.reading.is_own,
        ).seated(student.id for student in self.present)
        record = ExamRecord(
            group=self.group.id,
            title=wish.title.strip() or deck.title.vi,
            source=deck.id,
            seed=wish.seed,
            began=self._calendar.now(),
            day=self._calendar.today(),
            details=_text(exam_json(exam)),
        )
        number = self._store.begin_exam(record)
        if not number:
            return False
        self._read_exams()
        self.open_exam(number)
        return True

    def open_exam(self, number: int) -> None:
        """Open an exam that was drawn; who came into the class since gets a seat at the end."""
        self._read_exams()
        kept = next((each for each in self.exams if each.record.id == number), None)
        if kept is None:
            return
        self.open = kept
        self._seat(kept.exam.seated(student.id for student in self.present))
        self.read_candidates()

    def close_exam(self) -> None:
        """Back to the list of exams."""
        self.open, self.candidates = None, ()
        self._read_exams()

    def read_candidates(self) -> None:
        """Everybody with a seat, in the order of the papers, with the last attempt."""
        if self.open is None:
            return
        last: dict[int, AttemptRecord] = {}
        for record in self._store.attempts(self.open.record.id):
            known = last.get(record.student)
            if known is None or known.number < record.number:
                last[record.student] = record
        exam = self.open.exam
        found = [self._candidate(student, last.get(student.id)) for student in self.students]
        seated = [each for each in found if each.seat and (each.record or not _is_gone(each))]
        self.candidates = tuple(sorted(seated, key=lambda each: exam.seat_of(each.student.id)))
        self.changed.emit()

    @property
    def next_candidate(self) -> Candidate | None:
        """Whose attempt was interrupted, else the first who has none yet."""
        going = next((each for each in self.candidates if each.is_going), None)
        return going or next(
            (
                each
                for each in self.candidates
                if each.state is AttemptState.READY and not each.student.withdrawn
            ),
            None,
        )

    @property
    def result(self) -> ClassResult | None:
        """The sheet of the class, of the exam that is open."""
        if self.open is None or self.group is None:
            return None
        attempts = self._store.attempts(self.open.record.id)
        return class_result(
            self.group.name,
            self.open.record,
            self.open.exam,
            self.students,
            attempts,
            self.reading.rubric,
        )

    def attempt_for(self, candidate: Candidate) -> Attempt:
        """The attempt as it was kept, its clock standing; else a new one with its paper."""
        record = candidate.record
        if record is not None:
            kept = attempt_of(json.loads(record.marks))
            return kept.paused()
        assert self.open is not None
        exam, steps = self.open.exam, steps_by_id(self.source)
        tasks = tuple(
            TaskResult(
                task.number, task.kind, task.subject, task.side, task_text(task, self.source, steps)
            )
            for task in exam.paper_of(candidate.seat).tasks
        )
        return Attempt(tasks, exam.limit_ms)

    def once_more(self, candidate: Candidate) -> Candidate:
        """A further attempt of who was examined already, with a paper of its own."""
        assert self.open is not None
        self._read_open()
        self._seat(self.open.exam.seated_again(candidate.student.id))
        number = candidate.number + 1
        seat = self.open.exam.seat_of(candidate.student.id, number)
        return Candidate(candidate.student, seat, number)

    def as_it_stands(self, candidate: Candidate) -> Candidate:
        """The same student as the store has them now: another window may have examined them."""
        self._read_open()
        self.read_candidates()
        found = (each for each in self.candidates if each.student.id == candidate.student.id)
        return next(found, candidate)

    def is_elsewhere(self, candidate: Candidate) -> bool:
        """Whether another window of the program has marked this attempt since."""
        assert self.open is not None
        number, known = candidate.number, candidate.record
        stored = self._store.attempt(self.open.record.id, candidate.student.id, number)
        return stored is not None and (known is None or stored.marks != known.marks)

    def keep(self, candidate: Candidate, attempt: Attempt) -> tuple[Candidate, bool]:
        """Keep all of an attempt at once; the candidate with it, and whether it is on the disk."""
        assert self.open is not None
        record, now = candidate.record, self._calendar.now()
        began = record.began if record else ""
        if not began and attempt.state is not AttemptState.READY:
            began = now
        result = self._result(candidate, attempt, began)
        over = not attempt.state.is_open
        kept = AttemptRecord(
            group=candidate.student.group,
            exam=self.open.record.id,
            student=candidate.student.id,
            number=candidate.number,
            began=began,
            ended=(record.ended if record and record.ended else now) if over else "",
            state=attempt.state.value,
            share=None if result.percent is None else result.percent / 100,
            gate=attempt.failed_gate,
            marks=_text(attempt_json(attempt)),
        )
        is_kept = self._store.keep_attempt(kept)
        return replace(candidate, record=kept, result=result), is_kept

    def _candidate(self, student: Student, record: AttemptRecord | None) -> Candidate:
        assert self.open is not None
        number = record.number if record else 1
        found = Candidate(student, self.open.exam.seat_of(student.id, number), number, record)
        if record is None:
            return found
        attempt = attempt_of(json.loads(record.marks))
        return replace(found, result=self._result(found, attempt, record.began))

    def _result(self, candidate: Candidate, attempt: Attempt, began: str) -> StudentResult:
        return student_result(attempt, self.rubric, candidate.student, candidate.seat, began)

    def _seat(self, exam: Exam) -> None:
        """Keep the seats of the open exam before anybody sits there."""
        assert self.open is not None
        if exam != self.open.exam:
            record = replace(self.open.record, details=_text(exam_json(exam)))
            if self._store.change_exam(record):
                self.open = KeptExam(record, exam)

    def _read_open(self) -> None:
        """Another window may have given further seats."""
        assert self.open is not None
        number = self.open.record.id
        self._read_exams()
        self.open = next((each for each in self.exams if each.record.id == number), self.open)

    def _likeliest(self) -> ClassGroup:
        """The class with an attempt that was interrupted, else the one made last."""
        for group in reversed(self.groups):
            for record in self._store.exams(group.id):
                if any(one.state in _GOING for one in self._store.attempts(record.id)):
                    return group
        return self.groups[-1]

    def _read_exams(self) -> None:
        records = self._store.exams(self.group.id) if self.group else []
        self.exams = tuple(
            KeptExam(record, exam_of(json.loads(record.details))) for record in records
        )
        self.changed.emit()


def _is_gone(candidate: Candidate) -> bool:
    return candidate.student.withdrawn


def _text(content: dict[str, object]) -> str:
    """As it comes back from the store, which takes no half characters."""
    return json.dumps(content, ensure_ascii=False).encode("utf-8", "replace").decode("utf-8")
