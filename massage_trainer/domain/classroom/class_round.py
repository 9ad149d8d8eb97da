"""A round of questions for a whole class: what is shown by hands, and what it came to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from massage_trainer.domain.classroom.class_form import LETTERS, is_called_out
from massage_trainer.domain.quiz.order import make_order
from massage_trainer.domain.quiz.question import Form, PlaceResponse
from massage_trainer.domain.quiz.round import Phase
from massage_trainer.domain.verdict import NEAR_CUN

if TYPE_CHECKING:
    from random import Random

    from massage_trainer.domain.plate import ClientBody
    from massage_trainer.domain.quiz.question import Outcome, Question, Response
    from massage_trainer.domain.rotation import Vector
    from massage_trainer.domain.still_places import Fraction

MOST_HANDS = 200


@dataclass(frozen=True, slots=True)
class RoomPlan:
    """What was chosen before the round; the same seed asks the same questions."""

    deck: str
    kinds: tuple[str, ...]
    length: int
    seed: int


@dataclass(frozen=True, slots=True)
class RoomClick:
    """Where somebody pointed: in the picture, and on the rest body of the client in it."""

    at: Fraction
    place: Vector
    client: ClientBody
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Votes:
    """What the class has shown up to now."""

    clicks: tuple[RoomClick, ...] = ()
    counts: tuple[int, ...] = ()

    @property
    def total(self) -> int:
        return len(self.clicks) + sum(self.counts)


@dataclass(frozen=True, slots=True)
class Confused:
    """What was taken for the right answer most often: an item, or the id of an option."""

    item: str
    times: int


@dataclass(frozen=True, slots=True)
class RoomAnswer:
    """What the class said to one question; ``asking`` counts how often it was asked, from 1."""

    question: Question
    number: int
    asking: int
    votes: Votes
    told: bool
    time_ms: int = 0

    @property
    def answered(self) -> int:
        return self.votes.total

    @property
    def right(self) -> int:
        """How many were right."""
        clicks = sum(click.outcome.is_right for click in self.votes.clicks)
        return clicks + sum(
            count
            for number, count in enumerate(self.votes.counts)
            if number in right_options(self.question)
        )

    @property
    def confused(self) -> Confused | None:
        """What was taken for it most often; where two are as often, the one that came first."""
        found: Counter[str] = Counter()
        for click in self.votes.clicks:
            if item := taken_for(click.outcome, self.question.item):
                found[item] += 1
        for option, count in zip(self.question.options, self.votes.counts, strict=False):
            if option.id not in self.question.right and count:
                found[option.id] += count
        (most,) = found.most_common(1) or [("", 0)]
        return Confused(*most) if most[0] else None


def right_options(question: Question) -> tuple[int, ...]:
    """Which counts are those of right answers."""
    if is_called_out(question):
        return (0,)
    return tuple(
        number for number, option in enumerate(question.options) if option.id in question.right
    )


def count_of(question: Question) -> int:
    """How many counts are taken: one for each letter; of what is called out, right and wrong."""
    if is_called_out(question):
        return 2
    return len(question.options[: len(LETTERS)])


def taken_for(outcome: Outcome, item: str) -> str:
    """The point or landmark that a wrong place was nearest to; empty where none is near."""
    if outcome.is_right or outcome.taken_for:
        return outcome.taken_for
    near = outcome.verdict.nearest if outcome.verdict else None
    if near is None or near.code == item or near.distance_cun > NEAR_CUN:
        return ""
    return near.code


@dataclass(frozen=True, slots=True)
class RoomResult:
    """One question, and everything that the class said to it."""

    question: Question
    answers: tuple[RoomAnswer, ...]

    @property
    def last(self) -> RoomAnswer:
        """What counts at the end."""
        return self.answers[-1]


@dataclass(frozen=True, slots=True)
class RoomSummary:
    """What a round came to, in the order in which it was asked."""

    results: tuple[RoomResult, ...]

    @property
    def answered(self) -> int:
        return sum(result.last.answered for result in self.results)

    @property
    def right(self) -> int:
        return sum(result.last.right for result in self.results)


class RoomRound:
    """Asks, takes votes, tells, asks again or goes on.

    A verb that does not apply changes nothing and answers False. Times are milliseconds of a clock
    that only grows.
    """

    def __init__(
        self,
        plan: RoomPlan,
        questions: Sequence[Question],
        judge: Callable[[Question, Response], Outcome],
        random: Random,
    ) -> None:
        self.plan = plan
        self._judge = judge
        self._order = make_order(questions, random, hard=False, in_order=False)
        self._asked_ms = 0
        self._before: list[Votes] = []
        self.phase = Phase.READY
        self.question: Question | None = None
        self.number = 0
        self.asking = 1
        self.votes = Votes()
        self.answers: tuple[RoomAnswer, ...] = ()
        self._coming: Question | None = None

    @property
    def last(self) -> RoomAnswer | None:
        """What was told just now."""
        return self.answers[-1] if self.phase is Phase.TOLD else None

    @property
    def coming(self) -> Question | None:
        """What is asked next: its picture can be made ready meanwhile."""
        return self._coming

    @property
    def can_undo(self) -> bool:
        return self.phase is Phase.ASKING and bool(self._before)

    @property
    def points(self) -> bool:
        """Whether the class points at the picture."""
        return self.question is not None and self.question.form is Form.PLACE

    @property
    def is_last(self) -> bool:
        """Whether nothing comes after this question."""
        return self.number >= self.plan.length

    @property
    def summary(self) -> RoomSummary:
        """What it came to up to now; what nobody answered is left out."""
        found: dict[int, list[RoomAnswer]] = {}
        for answer in self.answers:
            found.setdefault(answer.number, []).append(answer)
        return RoomSummary(
            tuple(RoomResult(each[0].question, tuple(each)) for each in found.values())
        )

    @property
    def earlier(self) -> tuple[RoomAnswer, ...]:
        """What the class said to this question before it was asked again."""
        return tuple(
            answer
            for answer in self.answers
            if answer.number == self.number and answer.asking < self.asking
        )

    def standing(self, now_ms: int, *, told: bool = False) -> RoomAnswer | None:
        """What the class has said to the question that is on."""
        if self.phase is Phase.TOLD:
            return self.answers[-1]
        if self.question is None:
            return None
        spent = max(0, now_ms - self._asked_ms)
        return RoomAnswer(self.question, self.number, self.asking, self.votes, told, spent)

    def begin(self, now_ms: int) -> bool:
        """Show the first question."""
        return self.phase is Phase.READY and self._next(now_ms)

    def click(self, at: Fraction, place: Vector | None, client: ClientBody) -> bool:
        """Somebody points there; beside the body it is none."""
        question = self.question
        if self.phase is not Phase.ASKING or question is None or not self.points or place is None:
            return False
        outcome = self._judge(question, PlaceResponse(place, at, client))
        click = RoomClick(at, place, client, outcome)
        return self._vote(replace(self.votes, clicks=(*self.votes.clicks, click)))

    def count(self, option: int, hands: int) -> bool:
        """So many hold up this letter."""
        counts = self.votes.counts
        fits = 0 <= option < len(counts) and 0 <= hands <= MOST_HANDS
        if self.phase is not Phase.ASKING or not fits:
            return False
        changed = (*counts[:option], hands, *counts[option + 1 :])
        return changed != counts and self._vote(replace(self.votes, counts=changed))

    def undo(self) -> bool:
        """As it was before the last hand or click."""
        if not self.can_undo:
            return False
        self.votes = self._before.pop()
        return True

    def tell(self, now_ms: int) -> bool:
        """The answer is told; nothing more is counted."""
        if self.phase is not Phase.ASKING:
            return False
        self._keep(now_ms, told=True)
        self.phase = Phase.TOLD
        return True

    def correct(self) -> bool:
        """Back from the answer to the counting: a hand was missed, or a click stands wrong."""
        if self.phase is not Phase.TOLD:
            return False
        self.answers = self.answers[:-1]
        self.phase = Phase.ASKING
        return True

    def ask_again(self, now_ms: int) -> bool:
        """The same once more, before or after it was told; what was shown before is kept."""
        if self.phase not in (Phase.ASKING, Phase.TOLD) or self.question is None:
            return False
        if self.phase is Phase.ASKING:
            if not self.votes.total:
                return False
            self._keep(now_ms, told=False)
        self.asking += 1
        self._open(now_ms)
        return True

    def next(self, now_ms: int) -> bool:
        """The next question, or the end; what was counted and not told is kept."""
        if self.phase not in (Phase.ASKING, Phase.TOLD):
            return False
        self._keep_untold(now_ms)
        return self._next(now_ms)

    def stop(self, now_ms: int) -> bool:
        """End it here."""
        if self.phase not in (Phase.ASKING, Phase.TOLD):
            return False
        self._keep_untold(now_ms)
        return self._finish()

    def _vote(self, votes: Votes) -> bool:
        self._before.append(self.votes)
        self.votes = votes
        return True

    def _keep_untold(self, now_ms: int) -> None:
        if self.phase is Phase.ASKING and self.votes.total:
            self._keep(now_ms, told=False)

    def _keep(self, now_ms: int, *, told: bool) -> None:
        answer = self.standing(now_ms, told=told)
        if answer is not None:
            self.answers = (*self.answers, answer)

    def _next(self, now_ms: int) -> bool:
        question = self._coming if self.number else self._order.next()
        if question is None:
            return self._finish()
        self.question = question
        self.number += 1
        self.asking = 1
        self._coming = None if self.is_last else self._order.next()
        self._open(now_ms)
        return True

    def _open(self, now_ms: int) -> None:
        question = self.question
        self.phase = Phase.ASKING
        self.votes = Votes(counts=(0,) * (count_of(question) if question else 0))
        self._before = []
        self._asked_ms = now_ms

    def _finish(self) -> bool:
        self.phase = Phase.FINISHED
        self.question = None
        self.votes, self._before = Votes(), []
        return True
