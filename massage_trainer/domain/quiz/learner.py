"""What one learner has done and remembers: keeps answers, and says what to ask."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from massage_trainer.domain.quiz import memory
from massage_trainer.domain.quiz.confusion import Confusion, confusions
from massage_trainer.domain.quiz.memory import SURE_SHARE, Card, Rating
from massage_trainer.domain.quiz.ports import Attempt, Review, RoundRecord
from massage_trainer.domain.quiz.question import (
    OWN,
    ChoiceResponse,
    Form,
    NumberResponse,
    PlaceResponse,
    Question,
    Response,
    TypedResponse,
)
from massage_trainer.domain.verdict import Grade

if TYPE_CHECKING:
    from massage_trainer.domain.ports import Calendar
    from massage_trainer.domain.quiz.ports import QuizLog
    from massage_trainer.domain.quiz.question import Outcome
    from massage_trainer.domain.verdict import Verdict

_SOME_STATE: Final = memory.MemoryState(1.0, 5.0)


@dataclass(frozen=True, slots=True)
class Answer:
    """One confirmed answer as the round knows it; ``grades`` are all tries up to this one."""

    question: Question
    response: Response
    outcome: Outcome
    grades: tuple[Grade, ...]
    is_last: bool  # the question is over: it was right, or no try is left
    time_ms: int = 0
    aided: bool = False  # the picture showed the names of the neighbours


class LearnerMemory:
    """The memory of one learner, over the log, the model of forgetting and the calendar."""

    def __init__(
        self, profile: int, log: QuizLog, schedule: memory.ReviewSchedule, calendar: Calendar
    ) -> None:
        self.profile = profile
        self._log = log
        self._schedule = schedule
        self._calendar = calendar

    @property
    def today(self) -> str:
        return self._calendar.today()

    def begin_round(
        self,
        deck: str,
        kinds: Sequence[str],
        *,
        length: int,
        seed: int,
        help_level: str = "",
        tries: int = 3,
        turned: bool = False,
    ) -> int:
        """Keep that a round has begun; its number goes with every answer."""
        now, today = self._calendar.now(), self.today
        record = RoundRecord(
            self.profile,
            deck,
            tuple(kinds),
            length,
            help_level,
            tries,
            seed,
            now,
            today,
            turned=turned,
        )
        # The model is loaded with its first use: not between an answer and its feedback.
        self._schedule.recall(_SOME_STATE, 0)
        return self._log.begin_round(record)

    def end_round(self, round_id: int, *, asked: int, right: int, points: int) -> None:
        self._log.end_round(round_id, self._calendar.now(), asked, right, points)

    def answered(self, round_id: int, seed: int, answer: Answer) -> Rating | None:
        """Keep an answer before its feedback is shown; the rating once the question is over."""
        now, today = self._calendar.now(), self.today
        attempt = _attempt(self.profile, round_id, seed, answer, now, today)
        if not answer.is_last:
            self._log.add(attempt)
            return None
        question = answer.question
        sure = _is_sure(answer)
        rating = memory.rating_of(answer.grades, sure=sure, aided=answer.aided)
        self.mend()
        old = self._log.card(self.profile, question.key)
        old = old or Card(question.key, question.item, question.topic)
        new = memory.reviewed(old, rating, today, self._schedule)
        if new is old:
            self._log.add(attempt)
            return rating
        about = (question.key, question.item, question.topic)
        self._log.add(attempt, Review(self.profile, *about, now, today, rating), new)
        return rating

    def due(self, known: Collection[str] | None = None) -> list[Card]:
        """What is due today, in the order to ask it; ``known`` are the keys that can be asked."""
        today = self.today
        self.mend()
        cards = self._log.due(self.profile, today)
        if known is not None:
            cards = [card for card in cards if card.key in known]
        return memory.in_order(cards, today)

    def count_due(self) -> int:
        return self._log.count_due(self.profile, self.today)

    def cards(self) -> dict[str, Card]:
        """Every card, by its key."""
        return {card.key: card for card in self._log.cards(self.profile)}

    def unknown(self, known: Collection[str]) -> list[str]:
        """What the history is about and is not among these: renamed or gone, and yet kept."""
        cards = self._log.cards(self.profile)
        gone = (
            card
            for card in cards
            if card.item not in known
            and card.topic not in known
            and not card.key.startswith(f"{OWN}:")
        )
        return sorted({card.topic or card.item for card in gone})

    def mend(self) -> None:
        """Reckon cards anew that were damaged on the disk, from their reviews."""
        for key in self._log.lost_cards(self.profile):
            reviews = self._log.reviews(self.profile, key)
            if reviews:
                first = reviews[0]
                card = Card(key, first.item, first.topic)
                for review in reviews:
                    card = memory.reviewed(card, review.rating, review.day, self._schedule)
                self._log.put_card(self.profile, card)

    def misses(self) -> list[str]:
        return self._log.misses(self.profile)

    def confusions(self) -> list[Confusion]:
        return confusions(self._log.mistakes(self.profile), self.today)

    def forecast(self, days: int) -> list[int]:
        return memory.forecast(self._log.cards(self.profile), self.today, days)

    def clock_was_set_back(self) -> str:
        """The day of an answer that lies in the future now; empty if there is none."""
        last = self._log.last_day(self.profile)
        return last if last and memory.lies_ahead(last, self.today) else ""


def _is_sure(answer: Answer) -> bool:
    """Whether a right first answer cannot have been guessed."""
    verdict = answer.outcome.verdict
    if answer.question.form is Form.PLACE and verdict is not None:
        return verdict.distance_cun <= SURE_SHARE * verdict.hit_cun
    return answer.question.form is Form.TYPED


def _attempt(
    profile: int, round_id: int, seed: int, answer: Answer, now: str, today: str
) -> Attempt:
    question, outcome = answer.question, answer.outcome
    response = answer.response
    place = response.place if isinstance(response, PlaceResponse) else None
    client = response.client if isinstance(response, PlaceResponse) else None
    judged = outcome.verdict if outcome.verdict and place is not None else None
    return Attempt(
        profile=profile,
        round=round_id,
        key=question.key,
        item=question.item,
        kind=question.kind,
        topic=question.topic,
        form=question.form.value,
        side=question.side,
        at=now,
        day=today,
        grade=outcome.grade,
        tries=len(answer.grades),
        is_last=answer.is_last,
        time_ms=answer.time_ms,
        seed=seed,
        place=place,
        client=client.value if client else "",
        answer=_answer_text(response),
        distance_cun=judged.distance_cun if judged else None,
        across_cun=judged.across_cun if judged else 0.0,
        along_cun=judged.along_cun if judged else 0.0,
        words=_words(judged) if judged else "",
        taken_for=outcome.taken_for,
    )


def _answer_text(response: Response) -> str:
    match response:
        case ChoiceResponse(ids=ids):
            return " ".join(sorted(ids))
        case TypedResponse(text=text):
            return text
        case NumberResponse(value=value):
            return f"{value:g}"
        case PlaceResponse():
            return ""


def _words(verdict: Verdict) -> str:
    return ", ".join(f"{part.go.value} {part.cun:.2f}" for part in verdict.words)
