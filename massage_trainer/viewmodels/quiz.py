"""The quiz: sets a round up, plays it, keeps each answer before it is told, and shows the end."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import Enum, auto
from random import Random
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from massage_trainer.domain.quiz.deck import DUE
from massage_trainer.domain.quiz.kinds import kind_of
from massage_trainer.domain.quiz.question import Form, NumberResponse, Outcome, PlaceResponse
from massage_trainer.domain.quiz.round import (
    Answered,
    Asked,
    Finished,
    Phase,
    Round,
    RoundPlan,
)
from massage_trainer.domain.verdict import Grade
from massage_trainer.viewmodels.one_shot import OneShot

if TYPE_CHECKING:
    from massage_trainer.domain.body_words import BodyWords
    from massage_trainer.domain.plate import ClientBody
    from massage_trainer.domain.ports import Clock
    from massage_trainer.domain.quiz.learner import Answer
    from massage_trainer.domain.quiz.question import Question, Response
    from massage_trainer.domain.quiz.round import RoundEvent, Summary
    from massage_trainer.domain.rotation import Vector
    from massage_trainer.domain.still_places import Fraction
    from massage_trainer.domain.text import LocalizedText
    from massage_trainer.viewmodels.quiz_setup import QuizSetup

SECOND_MS = 1_000


class Stage(Enum):
    """Which sheet of the quiz is shown."""

    SETUP = auto()
    ROUND = auto()
    END = auto()


class QuizViewModel(QObject):
    """Drives one round after the other.

    Signals:
        stage_changed: another sheet is shown.
        asked: a question is shown.
        draft_changed: what would be confirmed is another.
        answered: Answer; it has been judged and kept. Where a try is left the question stays.
        time_changed: a second has passed.
        ended: a round is over.
        nothing_found: there is nothing to ask in this deck with these kinds.
    """

    stage_changed = Signal()
    asked = Signal()
    draft_changed = Signal()
    answered = Signal(object)
    time_changed = Signal()
    ended = Signal()
    nothing_found = Signal()

    def __init__(
        self,
        setup: QuizSetup,
        clock: Clock,
        seeds: Callable[[], int],
        body_words: Callable[[ClientBody], BodyWords | None],
        settle: OneShot,
        second: OneShot,
        parent: QObject | None = None,
    ) -> None:
        """``settle`` waits whether a click is the first half of a double one."""
        super().__init__(parent)
        self.setup = setup
        self._clock = clock
        self._seeds = seeds
        self._body_words = body_words
        self._settle = settle
        self._second = second
        self._settle_ms = 0
        self._round_id = 0
        self._asked_ms = 0
        self._left_ms: int | None = None
        self._told_ms = 0
        self._before: Response | None = None
        self._round: Round | None = None
        self.stage = Stage.SETUP
        self.summary: Summary | None = None
        settle.elapsed.connect(self.confirm)
        second.elapsed.connect(self._tick)

    @property
    def round(self) -> Round:
        """The round that is on."""
        if self._round is None:
            raise ValueError("no round is on")
        return self._round

    @property
    def question(self) -> Question | None:
        return self._round.question if self._round else None

    @property
    def is_asking(self) -> bool:
        return self._round is not None and self._round.phase is Phase.ASKING

    @property
    def _asks_for_place(self) -> bool:
        """The picture of any other question is only to be looked at."""
        question = self.question
        return self.is_asking and question is not None and question.form is Form.PLACE

    @property
    def is_told(self) -> bool:
        """The question is over, and its answer is shown."""
        return self._round is not None and self._round.phase is Phase.TOLD

    @property
    def shown_ms(self) -> int:
        """How long this question has been shown."""
        return self._clock.now_ms() - self._asked_ms

    @property
    def told_for_ms(self) -> int:
        """How long the answer has been shown."""
        return self._clock.now_ms() - self._told_ms

    def set_settle_ms(self, milliseconds: int) -> None:
        """How long a double click may take here."""
        self._settle_ms = milliseconds

    def where(self, place: Vector, client: ClientBody) -> LocalizedText | None:
        """In body words; the landmark that is asked for is not named."""
        words = self._body_words(client)
        if words is None:
            return None
        question = self.question
        hidden = {question.item} if question is not None and self.is_asking else set()
        return words.tell(place, hidden)

    @Slot()
    def start(self) -> None:
        """Begin the round that is wished for."""
        setup, wish = self.setup, self.setup.wish
        random = Random(seed := self._seeds())
        questions = setup.questions(random)
        is_due = setup.deck.id == DUE
        if is_due:
            questions = self._in_order_of_need(questions)
        plan = RoundPlan(
            deck=setup.deck.id,
            kinds=setup.kinds,
            length=min(wish.length, len(questions)) if is_due else wish.length,
            seed=seed,
            help=wish.help,
            tries=wish.tries,
            in_order=is_due,
            turned=setup.turns,
        )
        self._begin(plan, questions, random)

    @Slot()
    def only_misses(self) -> None:
        """Once more what was not right at the first try, until it was."""
        if self.summary is None or not self.summary.misses:
            return
        before, seed = self.round.plan, self._seeds()
        misses = self.summary.misses
        plan = RoundPlan(
            before.deck,
            before.kinds,
            len(misses),
            seed,
            before.help,
            before.tries,
            until_right=True,
            turned=before.turned and self.setup.can_turn,
        )
        self._begin(plan, misses, Random(seed))

    @Slot()
    def to_setup(self) -> None:
        """Another round, otherwise."""
        self.setup.read()
        self._show(Stage.SETUP)

    def leave(self) -> None:
        """Nobody looks at the question for a while, which is not counted."""
        if self.is_asking and self._left_ms is None:
            self._left_ms = self._clock.now_ms()
            self._second.stop()

    def come_back(self) -> None:
        """Somebody looks at it again."""
        if self._left_ms is None:
            return
        away, self._left_ms = self._clock.now_ms() - self._left_ms, None
        if self.is_asking:
            self._asked_ms += away
            self.round.wait(away)
            if self.setup.wish.timed:
                self._second.start(SECOND_MS)

    @Slot()
    def follow_learner(self) -> None:
        """Somebody else is learning: decks and results of the one before are none of theirs."""
        if self.stage is Stage.END:
            self.summary = None
            self.to_setup()
        elif self.stage is Stage.SETUP and self.setup.decks:
            self.setup.read()

    def aim(self, place: Vector | None, at: Fraction | None, client: ClientBody) -> None:
        """The crosshair stands there; it may cross what is beside the body."""
        if self._asks_for_place:
            self._before = self.round.draft
            self.respond(PlaceResponse(place, at, client))

    def click(self, place: Vector | None, at: Fraction | None, client: ClientBody) -> None:
        """A click, which is the answer at once where that is wished; beside the body none."""
        if place is None or not self._asks_for_place:
            return
        self.aim(place, at, client)
        if self.setup.wish.at_first_click:
            self._settle.start(self._settle_ms)

    @Slot()
    def withdraw(self) -> None:
        """The click was the first half of a double click: none at all."""
        if self._asks_for_place:
            self._settle.stop()
            self.respond(self._before)

    def respond(self, response: Response | None) -> None:
        """Put down what would be confirmed."""
        if self._round is not None:
            self._publish(self._round.set_draft(response))

    @Slot()
    def confirm(self) -> None:
        """Take what is put down as the answer."""
        self._settle.stop()
        if self._round is not None:
            self._publish(self._round.confirm(self._clock.now_ms()))

    @Slot()
    def give_up(self) -> None:
        """Tell me."""
        self._settle.stop()
        if self._round is not None:
            self._publish(self._round.give_up(self._clock.now_ms()))

    @Slot()
    def dismiss(self) -> None:
        """The answer was read."""
        if self._round is not None:
            self._publish(self._round.dismiss(self._clock.now_ms()))

    @Slot()
    def stop(self) -> None:
        """End the round here."""
        self._settle.stop()
        if self._round is not None:
            self._publish(self._round.stop())

    def _in_order_of_need(self, questions: list[Question]) -> list[Question]:
        """What is most likely forgotten first."""
        memory = self.setup.memory
        by_key = {question.key: question for question in questions}
        due = memory.due(by_key) if memory else []
        return [by_key[card.key] for card in due]

    def _judge(self, question: Question, response: Response) -> Outcome:
        kind = kind_of(question.kind)
        if kind is None:
            return Outcome(Grade.MISS)
        return kind.judge(question, response, self.setup.source)

    def _begin(self, plan: RoundPlan, questions: Sequence[Question], random: Random) -> None:
        if not questions:
            if self.stage is Stage.END:  # all that was due has been asked
                self.to_setup()
            else:
                self.nothing_found.emit()
            return
        memory = self.setup.memory
        self._round = Round(plan, questions, self._judge, random)
        self._round_id = (
            memory.begin_round(
                plan.deck,
                plan.kinds,
                length=plan.length,
                seed=plan.seed,
                help_level=plan.help.value,
                tries=plan.tries,
                turned=plan.turned,
            )
            if memory
            else 0
        )
        self._show(Stage.ROUND)
        self._publish(self._round.begin(self._clock.now_ms()))

    def _publish(self, events: Sequence[RoundEvent]) -> None:
        for event in events:
            match event:
                case Asked():
                    self._ask()
                case Answered(answer=answer):
                    self._keep(answer)
                    self.answered.emit(answer)
                case Finished(summary=summary):
                    self._end(summary)
                case _:
                    self.draft_changed.emit()

    def _ask(self) -> None:
        self._asked_ms = self._clock.now_ms()
        self._before = None
        question = self.question
        if question is not None and question.scale is not None:
            self.round.set_draft(NumberResponse(question.scale.least))
        if self.setup.wish.timed:
            self._second.start(SECOND_MS)
        self.asked.emit()

    def _keep(self, answer: Answer) -> None:
        """What is confirmed is kept before anything is said of it."""
        if answer.is_last:
            self._second.stop()
            self._told_ms = self._clock.now_ms()
        if memory := self.setup.memory:
            memory.answered(self._round_id, self.round.plan.seed, answer)

    def _end(self, summary: Summary) -> None:
        self._second.stop()
        self.summary = summary
        if memory := self.setup.memory:
            memory.end_round(
                self._round_id, asked=summary.asked, right=summary.right, points=summary.points
            )
        self._show(Stage.END)
        self.ended.emit()

    def _show(self, stage: Stage) -> None:
        if stage is not self.stage:
            self.stage = stage
            self.stage_changed.emit()

    @Slot()
    def _tick(self) -> None:
        self._second.start(SECOND_MS)
        self.time_changed.emit()
