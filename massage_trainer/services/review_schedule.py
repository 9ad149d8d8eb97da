"""The ReviewSchedule over FSRS: when to ask again so that nine in ten are still known."""

from __future__ import annotations

import math
from datetime import UTC, datetime, timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Final

from massage_trainer.domain.quiz.memory import MOST_DAYS, MemoryState, Rating

if TYPE_CHECKING:
    import fsrs

RETENTION: Final = 0.9
# The model reckons from a moment to a moment; ours are days, put at noon of an invented calendar.
_NOON: Final = datetime(2000, 1, 1, 12, tzinfo=UTC)
_MOST_ELAPSED: Final = 36_500
_CARD_ID: Final = 1  # without one each card would be named by the clock, and wait for it
_LEAST_STABILITY: Final = 0.001


class FsrsSchedule:
    """Plain numbers go in and come out; the library is imported with the first question.

    There are no steps of minutes: what was missed is asked again by the round itself. Nothing is
    scattered by chance, so that the same answers always lead to the same days.
    """

    def __init__(self, retention: float = RETENTION) -> None:
        self._retention = retention

    def review(
        self, state: MemoryState | None, rating: Rating, days: int
    ) -> tuple[MemoryState, int]:
        import fsrs

        now = _NOON + timedelta(days=min(max(days, 0), _MOST_ELAPSED))
        card, _ = self._scheduler.review_card(_card(state), fsrs.Rating[rating.name.title()], now)
        if card.stability is None or card.difficulty is None:
            raise ValueError("the model forgot what it was told")
        wait = card.due - now
        return MemoryState(card.stability, card.difficulty), max(1, round(wait / timedelta(days=1)))

    def recall(self, state: MemoryState, days: int) -> float:
        now = _NOON + timedelta(days=min(max(days, 0), _MOST_ELAPSED))
        return self._scheduler.get_card_retrievability(_card(state), now)

    @cached_property
    def _scheduler(self) -> fsrs.Scheduler:
        import fsrs

        return fsrs.Scheduler(
            desired_retention=self._retention,
            learning_steps=(),
            relearning_steps=(),
            maximum_interval=MOST_DAYS,
            enable_fuzzing=False,
        )


def _card(state: MemoryState | None) -> fsrs.Card:
    """A card of the library; numbers that are none (of a file that was edited) begin anew."""
    import fsrs

    if state is None or not (math.isfinite(state.stability) and math.isfinite(state.difficulty)):
        return fsrs.Card(card_id=_CARD_ID, due=_NOON)
    return fsrs.Card(
        card_id=_CARD_ID,
        state=fsrs.State.Review,
        step=None,
        stability=max(state.stability, _LEAST_STABILITY),
        difficulty=min(max(state.difficulty, 1.0), 10.0),
        due=_NOON,
        last_review=_NOON,
    )
