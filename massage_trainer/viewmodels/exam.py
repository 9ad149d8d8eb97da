"""One candidate after the other: the task on the wall, the clock, and the examiner's marks."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal, Slot

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.exam.attempt import (
    Attempt,
    AttemptState,
    Mark,
    find_mark,
    gate_mark,
    level_mark,
    remark,
)
from massage_trainer.domain.exam.sheet import Find, Level, TaskKind, TaskResult
from massage_trainer.domain.verdict import HIT_CUN, Grade, SideRule, Target
from massage_trainer.viewmodels.exam_wall import ExamWall

if TYPE_CHECKING:
    from massage_trainer.domain.exam.rubric import Rubric
    from massage_trainer.domain.plate import ClientBody
    from massage_trainer.domain.ports import Clock
    from massage_trainer.domain.quiz.question import Shot
    from massage_trainer.domain.rotation import Vector
    from massage_trainer.domain.still_places import Fraction
    from massage_trainer.domain.verdict import Verdict
    from massage_trainer.viewmodels.classroom import ClassroomViewModel
    from massage_trainer.viewmodels.exam_book import Candidate, ExamBook, ExamWish
    from massage_trainer.viewmodels.ticker import Ticker

_SECOND_MS: Final = 1_000
GAP_MS: Final = 5_000  # the computer slept or stood still: that is nobody's working time
KEEP_EVERY_MS: Final = 10_000
_GRADES: Final = {Grade.HIT: Find.FOUND, Grade.NEAR: Find.NEAR}
_RULES: Final = {Side.LEFT: SideRule.LEFT, Side.RIGHT: SideRule.RIGHT}


class ExamStage(Enum):
    """What the sheet of the exam shows."""

    SETUP = auto()
    CANDIDATES = auto()
    ATTEMPT = auto()


class ExamViewModel(QObject):
    """Leads an exam; every mark is kept before the next can be set.

    Signals:
        stage_changed: another part of the sheet is shown.
        attempt_changed: a mark, the task or the state of the attempt is another.
        time_changed: a second has passed.
        elsewhere: another window has marked this attempt; it stands as that one left it.
        kept_changed: marks wait for the disk, or wait no longer.
    """

    stage_changed = Signal()
    attempt_changed = Signal()
    time_changed = Signal()
    elsewhere = Signal()
    kept_changed = Signal()

    def __init__(
        self,
        book: ExamBook,
        classroom: ClassroomViewModel,
        clock: Clock,
        ticker: Ticker,
        seeds: Callable[[], int],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.book = book
        self._wall = ExamWall(classroom)
        self._clock = clock
        self._ticker = ticker
        self._seeds = seeds
        self._looked_ms = 0
        self._kept_ms = 0
        self._places: dict[int, tuple[Verdict, Fraction]] = {}
        self.stage = ExamStage.SETUP
        self.candidate: Candidate | None = None
        self.attempt: Attempt | None = None
        self.kept = True
        self.interrupted = False
        ticker.ticked.connect(self._look)
        classroom.cleared.connect(self._rest)

    @property
    def rubric(self) -> Rubric:
        return self.book.rubric

    @property
    def task(self) -> TaskResult | None:
        """The task that is on."""
        return self.attempt.current if self.attempt else None

    @property
    def verdict(self) -> Verdict | None:
        """What was said of the place that was clicked for this task, since it is on."""
        found = self._places.get(self.attempt.task) if self.attempt else None
        return found[0] if found else None

    @property
    def clicked(self) -> Fraction | None:
        """Where it was clicked for this task."""
        found = self._places.get(self.attempt.task) if self.attempt else None
        return found[1] if found else None

    @property
    def shot(self) -> Shot | None:
        """A picture in which the point of the task can be seen on its side."""
        task = self.task
        point = self.book.source.catalog.points.get(task.subject) if task else None
        if task is None or point is None or task.kind is TaskKind.STROKE:
            return None
        for site in point.sites:
            shots = self.book.source.pictures.of(site.key)
            if found := shots.get(task.side) or shots.get(Side.MIDLINE):
                return found[0]
        return None

    def new_seed(self) -> int:
        """A number for a new exam, by chance."""
        return self._seeds()

    def arrive(self) -> None:
        """The sheet is shown: read what may have changed, and put the task up again."""
        if self.stage is ExamStage.ATTEMPT:
            self._call()
        else:
            self.book.read()
            self.book.read_candidates()
            self._announce()

    def leave(self) -> None:
        """Another sheet is shown: the candidate's clock does not run unseen."""
        self.pause()

    def draw(self, wish: ExamWish) -> bool:
        """Draw an exam and show who sits it."""
        done = self.book.draw(wish)
        if done:
            self._go(ExamStage.CANDIDATES)
            self._announce()
        return done

    def open_exam(self, number: int) -> None:
        """Show who sits an exam that was drawn."""
        self.book.open_exam(number)
        if self.book.open is not None:
            self._go(ExamStage.CANDIDATES)
            self._announce()

    @Slot()
    def to_setup(self) -> None:
        """Back to the exams of the class."""
        if self.stage is ExamStage.CANDIDATES:
            self.book.close_exam()
            self._go(ExamStage.SETUP)

    def take(self, candidate: Candidate, *, again: bool = False) -> None:
        """It is this candidate's turn, for the first time, to go on, or once more."""
        known, candidate = candidate.record, self.book.as_it_stands(candidate)
        if candidate.record != known:
            self.elsewhere.emit()
            return
        if again:
            candidate = self.book.once_more(candidate)
            if not candidate.seat:
                self._set_kept(kept=False)
                return
        self.candidate = candidate
        self.attempt = self.book.attempt_for(candidate)
        self._places.clear()
        self.interrupted = candidate.is_going
        self._go(ExamStage.ATTEMPT)
        self.attempt_changed.emit()
        self._call()

    @Slot()
    def take_next(self) -> None:
        """Whoever comes next."""
        candidate = self.book.next_candidate
        if candidate is not None:
            self.take(candidate)

    @Slot()
    def to_candidates(self) -> None:
        """Back to the list; what is open waits with its clock standing."""
        if self.stage is ExamStage.ATTEMPT:
            self.pause()
        if self.stage is ExamStage.ATTEMPT:  # it may have given way to another window
            self._to_list()

    def _to_list(self) -> None:
        self._ticker.stop()
        self.candidate = self.attempt = None
        self.book.read_candidates()
        self._wall.call_next()
        self._go(ExamStage.CANDIDATES)

    @Slot()
    def start(self) -> None:
        """The clock runs, from the beginning or on."""
        self.interrupted = False
        self._wall.go_on()
        self._looked_ms = self._clock.now_ms()
        self._change(Attempt.started)

    @Slot()
    def pause(self) -> None:
        self._look()
        self._change(Attempt.paused)

    @Slot()
    def toggle_clock(self) -> None:
        """Start, pause or go on."""
        running = self.attempt is not None and self.attempt.state is AttemptState.RUNNING
        (self.pause if running else self.start)()

    @Slot()
    def finish(self) -> None:
        self._look()
        self._change(Attempt.finished)

    @Slot()
    def break_off(self) -> None:
        self._look()
        self._change(Attempt.broken_off)

    @Slot()
    def reopen(self) -> None:
        self._change(Attempt.reopened)

    @Slot()
    def undo(self) -> None:
        """Take the last mark back, also a gate that was hit by a slip."""
        self._look()
        before = self.attempt
        self._change(Attempt.undone)
        if before and self.attempt and before.marks != self.attempt.marks:
            self._places.pop(before.task, None)
            self.attempt_changed.emit()

    @Slot()
    def take_back_gate(self) -> None:
        """The gate that ended it was hit by a slip."""
        self._change(Attempt.without_failed_gate)

    def mark_gate(self, item: str, *, held: bool | None) -> None:
        """A gate that does not hold ends the attempt at once."""
        self._mark(gate_mark(item, held=held))

    def mark_level(self, item: str, level: Level | None) -> None:
        self._mark(level_mark(item, level))

    def mark_rest_good(self, items: tuple[str, ...]) -> None:
        """Everything of these lines that was not judged was good."""
        attempt = self.attempt
        if attempt is not None:
            for item in items:
                if attempt.level(item) is None:
                    self._mark(level_mark(item, Level.GOOD))

    def mark_find(self, find: Find | None) -> None:
        """By eye, without a measure."""
        if self.attempt is not None:
            self._places.pop(self.attempt.task, None)
            self._mark(find_mark(self.attempt.task, find))

    def write(self, text: str) -> None:
        """Keep a remark."""
        self._mark(remark(text))

    def click(self, place: Vector | None, at: Fraction, client: ClientBody) -> bool:
        """Where the candidate pointed: measured in cun on the skin, and marked."""
        task, attempt = self.task, self.attempt
        judges = self.book.source.judges
        judge = judges.points(client) if judges else None
        if task is None or attempt is None or not attempt.state.is_open or judge is None:
            return False
        if task.kind is TaskKind.STROKE or not judge.can_judge(task.subject):
            return False
        rule = _RULES.get(task.side, SideRule.EITHER)
        verdict = judge.judge(Target(task.subject, rule), place)
        self._places[task.number] = verdict, at
        self._mark(_mark_of(task.number, verdict))
        return True

    def go_to_task(self, number: int) -> None:
        """Set another task."""
        self._wall.go_on()
        self._change(lambda attempt: attempt.at_task(number))

    def step_task(self, by: int) -> None:
        """To the next or the last one."""
        if self.attempt is not None:
            self.go_to_task(self.attempt.task + by)

    def _mark(self, mark: Mark) -> None:
        self._look()
        self._change(lambda attempt: attempt.marked(mark))

    def _change(self, verb: Callable[[Attempt], Attempt]) -> None:
        before = self.attempt
        if before is None:
            return
        after = verb(before)
        if after == before:
            return
        self.attempt = after
        if not self._keep():
            return
        running = after.state is AttemptState.RUNNING
        (self._ticker.start if running else self._ticker.stop)()
        self.attempt_changed.emit()
        self._show()

    @Slot()
    def _look(self) -> None:
        """Take the time that has passed; a gap is nobody's."""
        attempt = self.attempt
        if attempt is None or attempt.state is not AttemptState.RUNNING:
            return
        now = self._clock.now_ms()
        passed, self._looked_ms = now - self._looked_ms, now
        if passed > GAP_MS:
            self.interrupted = True
            self._change(Attempt.paused)
            return
        self.attempt = attempt.passed(passed)
        if self.attempt.worked_ms // _SECOND_MS != attempt.worked_ms // _SECOND_MS:
            if self.attempt.worked_ms - self._kept_ms >= KEEP_EVERY_MS and not self._keep():
                return
            self.time_changed.emit()
            self._show()

    def _keep(self) -> bool:
        """False where another window has marked this attempt: nothing of that is overwritten."""
        assert self.candidate is not None
        assert self.attempt is not None
        if self.book.is_elsewhere(self.candidate):
            self._to_list()
            self.elsewhere.emit()
            return False
        self._kept_ms = self.attempt.worked_ms
        self.candidate, kept = self.book.keep(self.candidate, self.attempt)
        self._set_kept(kept=kept)
        return True

    def _set_kept(self, *, kept: bool) -> None:
        if kept != self.kept:
            self.kept = kept
            self.kept_changed.emit()

    def _announce(self) -> None:
        if self.stage is ExamStage.CANDIDATES:
            self._wall.announce()

    def _call(self) -> None:
        if self.attempt is not None and self.candidate is not None:
            self._wall.call(self.attempt, self.candidate.seat)

    @Slot()
    def _rest(self) -> None:
        """The task was taken down: the clock stands until somebody goes on."""
        if self.stage is ExamStage.ATTEMPT:
            self._wall.rest()
            self.pause()

    def _show(self) -> None:
        if self.attempt is not None and self.candidate is not None:
            self._wall.show(self.attempt, self.candidate.seat)

    def _go(self, stage: ExamStage) -> None:
        self.stage = stage
        self.stage_changed.emit()


def _mark_of(task: int, verdict: Verdict) -> Mark:
    """The wrong side is wrong, however near it would have been on the right one."""
    find = Find.WRONG if verdict.wrong_side else _GRADES.get(verdict.grade, Find.WRONG)
    if verdict.grade is Grade.OFF_BODY:
        return find_mark(task, Find.WRONG)
    near, taken_for = verdict.nearest, ""
    if find is not Find.FOUND and near and near.code != verdict.target.code:
        taken_for = near.code if near.distance_cun <= HIT_CUN else ""
    return find_mark(task, find, verdict.distance_cun, taken_for, wrong_side=verdict.wrong_side)
