"""The quiz of a whole class: asked on the wall, answered by hands, counted by the instructor."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from random import Random
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, Signal, Slot

from massage_trainer.domain.classroom.class_form import for_class
from massage_trainer.domain.classroom.class_records import PastRound, past_round, record_of
from massage_trainer.domain.classroom.class_round import RoomPlan, RoomRound, RoomSummary, Votes
from massage_trainer.domain.classroom.class_slides import question_slide, result_slide, reveal_of
from massage_trainer.domain.classroom.ports import NO_GROUP, ClassRound
from massage_trainer.domain.classroom.slides import QuestionSlide, ResultSlide
from massage_trainer.domain.quiz.kinds import kind_of
from massage_trainer.domain.quiz.question import Outcome
from massage_trainer.domain.quiz.round import Phase
from massage_trainer.domain.verdict import Grade
from massage_trainer.viewmodels.question_places import QuestionPlaces
from massage_trainer.viewmodels.quiz import Stage

if TYPE_CHECKING:
    from massage_trainer.domain.classroom.class_round import RoomAnswer
    from massage_trainer.domain.classroom.ports import ClassStore
    from massage_trainer.domain.classroom.roster import ClassGroup
    from massage_trainer.domain.plate import ClientBody
    from massage_trainer.domain.ports import Calendar, Clock, PlateSource
    from massage_trainer.domain.quiz.question import Question, Response
    from massage_trainer.domain.rotation import Vector
    from massage_trainer.domain.still_places import Fraction
    from massage_trainer.viewmodels.classroom import ClassroomViewModel
    from massage_trainer.viewmodels.quiz_setup import QuizSetup

MOST_SEED: Final = 999_999  # a number that can be written on a board
MOST_PAST: Final = 5


@dataclass(frozen=True, slots=True)
class ClassQuizParts:
    """What the quiz of a class works with."""

    clock: Clock
    calendar: Calendar
    plates: PlateSource[Any]
    store: ClassStore
    seeds: Callable[[], int]
    client: Callable[[], ClientBody]


class ClassQuizViewModel(QObject):
    """Leads rounds for a class; whatever it shows goes through the classroom.

    Signals:
        stage_changed: another sheet is shown.
        asked: a question is shown, for the first time or again.
        votes_changed: the class has shown something else.
        told: the answer is told.
        groups_changed: the classes, the chosen one or the number of the round are others.
        nothing_found: there is nothing to ask in this deck with these kinds.
    """

    stage_changed = Signal()
    asked = Signal()
    votes_changed = Signal()
    told = Signal()
    groups_changed = Signal()
    nothing_found = Signal()

    def __init__(
        self,
        setup: QuizSetup,
        classroom: ClassroomViewModel,
        parts: ClassQuizParts,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.setup = setup
        self.classroom = classroom
        self._parts = parts
        self._round: RoomRound | None = None
        self._round_id = 0
        self._places: QuestionPlaces | None = None
        self._changed_ms = 0
        self.stage = Stage.SETUP
        self.groups: tuple[ClassGroup, ...] = ()
        self.group = NO_GROUP
        self.seed = 0
        self.slide: QuestionSlide | ResultSlide | None = None
        self.kept = True

    @property
    def round(self) -> RoomRound:
        """The round that is on."""
        if self._round is None:
            raise ValueError("no round is on")
        return self._round

    @property
    def question(self) -> Question | None:
        return self._round.question if self._round else None

    @property
    def votes(self) -> Votes:
        return self._round.votes if self._round else Votes()

    @property
    def is_told(self) -> bool:
        return self._round is not None and self._round.phase is Phase.TOLD

    @property
    def answer(self) -> RoomAnswer | None:
        """What was told just now."""
        return self._round.last if self._round else None

    @property
    def earlier(self) -> tuple[RoomAnswer, ...]:
        """What the class said to this question before it was asked again."""
        return self._round.earlier if self._round else ()

    @property
    def summary(self) -> RoomSummary:
        return self.round.summary

    @property
    def unchanged_ms(self) -> int:
        """How long what is shown has been shown: a key that bounces passes over nothing."""
        return self._parts.clock.now_ms() - self._changed_ms

    @property
    def past(self) -> tuple[PastRound, ...]:
        """The last rounds of the chosen class in which anything was answered."""
        store, found = self._parts.store, []
        for record in store.rounds(self.group):
            answers = store.answers(record.id)
            if answers:
                found.append(past_round(record, answers))
            if len(found) == MOST_PAST:
                break
        return tuple(found)

    @property
    def is_shown(self) -> bool:
        """Whether the quiz is what the class sees, or would see without freezing and cover."""
        return self.slide is not None and self.classroom.prepared.slide == self.slide

    def read(self) -> None:
        """Look again which decks and classes there are."""
        self.setup.read()
        self.groups = tuple(self._parts.store.groups())
        if self.group not in {group.id for group in self.groups}:
            self.group = self.groups[0].id if len(self.groups) == 1 else NO_GROUP
        if not self.seed:
            self.draw_seed()
        self.groups_changed.emit()

    def choose_group(self, group: int) -> None:
        """For which class the round is kept."""
        if group != self.group:
            self.group = group
            self.groups_changed.emit()

    def set_seed(self, seed: int) -> None:
        """The same number asks the same questions."""
        if seed != self.seed and 0 < seed <= MOST_SEED:
            self.seed = seed
            self.groups_changed.emit()

    @Slot()
    def draw_seed(self) -> None:
        """Another number, by chance."""
        self.set_seed(self._parts.seeds() % MOST_SEED + 1)

    @Slot()
    def start(self) -> None:
        """Begin the round that is wished for, and show its first question."""
        setup, random = self.setup, Random(self.seed)
        questions = [for_class(each, setup.source, random) for each in setup.questions(random)]
        if not questions:
            self.nothing_found.emit()
            return
        plan = RoomPlan(setup.deck.id, setup.kinds, setup.wish.length, self.seed)
        self._round = RoomRound(plan, questions, self._judge, random)
        self._round_id = self._begin_record(plan)
        self._round.begin(self._now())
        self._show_stage(Stage.ROUND)
        self._ask()

    @Slot()
    def to_setup(self) -> None:
        """Another round; what the class sees stays until something else is shown."""
        self.draw_seed()
        self.read()
        self._show_stage(Stage.SETUP)

    @Slot()
    def show_again(self) -> None:
        """Put the quiz up again, after the class was shown something else."""
        if self.slide is not None:
            self.classroom.show(self.slide)

    def click(self, at: Fraction, place: Vector | None = None) -> bool:
        """Somebody points there, at ``place`` where that is known; beside the body it is none."""
        if self._places is None:
            return False
        client = self._places.client or self._parts.client()
        place = place or self._places.place_at(at)
        return self._vote(done=self.round.click(at, place, client))

    def count(self, option: int, hands: int) -> None:
        """So many hold up this letter."""
        if self._round is not None:
            self._vote(done=self._round.count(option, hands))

    def add_hand(self, option: int) -> None:
        """One more holds up this letter."""
        if option < len(self.votes.counts):
            self.count(option, self.votes.counts[option] + 1)

    @Slot()
    def undo(self) -> None:
        """Take the last hand or click back."""
        if self._round is not None:
            self._vote(done=self._round.undo())

    @Slot()
    def correct(self) -> None:
        """What was told is taken back: every vote still stands, and is counted on."""
        if self._round is not None and self._round.correct():
            self._keep()
            self._ask()

    @Slot()
    def tell(self) -> None:
        """Tell the answer; it is kept before anything of it is shown."""
        if self._round is None or not self._round.tell(self._now()):
            return
        self._keep()
        answer, slide = self._round.last, self.slide
        if answer is None or not isinstance(slide, QuestionSlide) or self._places is None:
            return
        catalog = self.setup.source.catalog
        reveal = reveal_of(answer, catalog, slide.shown, self._places.find)
        self._changed_ms = self._now()
        self._put_up(replace(slide, reveal=reveal), same_picture=True)
        self.told.emit()

    @Slot()
    def ask_again(self) -> None:
        """Ask the same once more; what was drawn on the answer goes from the picture."""
        if self._round is None or not self._round.ask_again(self._now()):
            return
        self._ask()

    @Slot()
    def go_on(self) -> None:
        """The next question, or the end."""
        if self._round is None:
            return
        if self._round.next(self._now()):
            self._after_question()

    @Slot()
    def stop(self) -> None:
        """End the round here."""
        if self._round is None:
            return
        if self._round.stop(self._now()):
            self._after_question()

    def _after_question(self) -> None:
        if self.round.phase is not Phase.FINISHED:
            self._ask()
            return
        if self._round_id:
            self._parts.store.end_round(self._round_id, self._parts.calendar.now())
        self._put_up(result_slide(self.summary, self.setup.source.catalog))
        self._show_stage(Stage.END)

    def _ask(self) -> None:
        question = self.question
        if question is None:
            return
        self._changed_ms = self._now()
        self._places = QuestionPlaces(self._parts.plates, question.shot, self._parts.client())
        shown, client = self._places.shown(question.spot), self._parts.client()
        following = self.round.coming
        self.classroom.coming = following.shot if following else None
        self._put_up(question_slide(self.round, question, client, shown))
        self.asked.emit()

    def _vote(self, *, done: bool) -> bool:
        if done:
            self._keep()
            self.votes_changed.emit()
        return done

    def _begin_record(self, plan: RoomPlan) -> int:
        calendar = self._parts.calendar
        record = ClassRound(
            self.group,
            plan.deck,
            plan.kinds,
            plan.length,
            plan.seed,
            calendar.now(),
            calendar.today(),
        )
        number = self._parts.store.begin_round(record)
        self.kept = bool(number)
        return number

    def _keep(self) -> None:
        """Whatever happens next, what the class has shown is not lost."""
        answer = self.round.standing(self._now())
        if answer is None or not self._round_id:
            return
        at, earlier, store = self._parts.calendar.now(), self.round.earlier, self._parts.store
        record = record_of(answer, earlier, self.group, self._round_id, at)
        if not store.keep_answer(record) and not store.waiting:
            self.kept, self._round_id = False, 0  # its class was deleted meanwhile

    def _judge(self, question: Question, response: Response) -> Outcome:
        kind = kind_of(question.kind)
        if kind is None:
            return Outcome(Grade.MISS)
        return kind.judge(question, response, self.setup.source)

    def _put_up(self, slide: QuestionSlide | ResultSlide, *, same_picture: bool = False) -> None:
        self.slide = slide
        self.classroom.show(slide, same_picture=same_picture)

    def _show_stage(self, stage: Stage) -> None:
        if stage is not self.stage:
            self.stage = stage
            self.stage_changed.emit()

    def _now(self) -> int:
        return self._parts.clock.now_ms()
