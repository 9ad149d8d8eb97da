"""Stand-ins for the quiz log, the profiles and the model of forgetting."""

from dataclasses import replace

from massage_trainer.domain.quiz.confusion import Mistake
from massage_trainer.domain.quiz.memory import MemoryState, Rating
from massage_trainer.domain.quiz.ports import UNNAMED_ID, DayTotal, PlaceError, Profile
from massage_trainer.domain.verdict import Grade


class DoublingSchedule:
    """Waits twice as long after each right answer, and one day after a wrong one."""

    def review(self, state, rating, days):
        if rating is Rating.AGAIN:
            return MemoryState(1.0, 5.0), 1
        stability = state.stability * 2 if state else 2.0
        return MemoryState(stability, 5.0), round(stability)

    def recall(self, state, days):
        return 0.9 ** (days / state.stability)


class MemoryQuizLog:
    """A QuizLog without a disk; keeps the promise that the one on disk keeps."""

    def __init__(self):
        self.kept = []  # attempts
        self.reviews_kept = []
        self.cards_of = {}  # (profile, key): card
        self.begun = []

    def begin_round(self, record):
        self.begun.append(replace(record, id=len(self.begun) + 1))
        return len(self.begun)

    def end_round(self, round_id, at, asked, right, points):
        if 0 < round_id <= len(self.begun):
            self.begun[round_id - 1] = replace(
                self.begun[round_id - 1], ended=at, asked=asked, right=right, points=points
            )

    def add(self, attempt, review=None, card=None):
        self.kept.append(attempt)
        if review is not None:
            self.reviews_kept.append(review)
        if card is not None:
            self.cards_of[attempt.profile, card.key] = card

    def card(self, profile, key):
        return self.cards_of.get((profile, key))

    def cards(self, profile):
        return [card for (owner, _), card in self.cards_of.items() if owner == profile]

    def revision(self):
        return len(self.kept), tuple(self.kept[-1:]), tuple(self.cards_of.values())

    def due(self, profile, today):
        return [card for card in self.cards(profile) if card.is_due(today)]

    def count_due(self, profile, today):
        return len(self.due(profile, today))

    def lost_cards(self, profile):
        return []

    def reviews(self, profile, key):
        return [one for one in self.reviews_kept if (one.profile, one.key) == (profile, key)]

    def put_card(self, profile, card):
        self.cards_of[profile, card.key] = card

    def misses(self, profile):
        last = {}
        for attempt in self._of(profile):
            if attempt.is_last:
                last.pop(attempt.key, None)
                last[attempt.key] = attempt.tries == 1 and attempt.grade is Grade.HIT
        return [key for key, right in reversed(last.items()) if not right]

    def mistakes(self, profile):
        mine = self._of(profile)
        return [
            Mistake(a.item, a.taken_for, a.day, self._right_after(mine[number + 1 :], a.item))
            for number, a in reversed(list(enumerate(mine)))
            if a.taken_for and a.taken_for != a.item
        ]

    def places(self, profile, limit=2_000):
        return [
            PlaceError(
                a.item,
                a.side,
                a.day,
                a.tries,
                a.grade,
                a.distance_cun,
                a.across_cun,
                a.along_cun,
                a.place,
            )
            for a in reversed(self._of(profile))
            if a.distance_cun is not None
        ][:limit]

    def days(self, profile, since):
        out = {}
        for attempt in self._of(profile):
            if attempt.day >= since:
                asked, right, time_ms = out.get(attempt.day, (0, 0, 0))
                hit = attempt.is_last and attempt.tries == 1 and attempt.grade is Grade.HIT
                out[attempt.day] = (
                    asked + attempt.is_last,
                    right + hit,
                    time_ms + attempt.time_ms,
                )
        return [DayTotal(day, *out[day]) for day in sorted(out)]

    def rounds(self, profile, limit=100):
        return [record for record in reversed(self.begun) if record.profile == profile][:limit]

    def attempts(self, profile, limit=1_000):
        return list(reversed(self._of(profile)))[:limit]

    def last_day(self, profile):
        return max((attempt.day for attempt in self._of(profile)), default="")

    def _of(self, profile):
        return [attempt for attempt in self.kept if attempt.profile == profile]

    @staticmethod
    def _right_after(later, item):
        return sum(
            a.item == item and a.tries == 1 and a.grade is Grade.HIT and a.is_last for a in later
        )


class MemoryProfiles:
    """The learners of a computer without a disk."""

    def __init__(self, *names):
        self._names = {UNNAMED_ID: ""} | dict(enumerate(names, UNNAMED_ID + 1))
        self._current = UNNAMED_ID

    def all(self):
        return [Profile(*one) for one in self._names.items()]

    def current(self):
        return Profile(self._current, self._names[self._current])

    def choose(self, profile_id):
        if profile_id in self._names:
            self._current = profile_id

    def add(self, name):
        number = max(self._names) + 1
        self._names[number] = name
        return Profile(number, name)

    def rename(self, profile_id, name):
        self._names[profile_id] = name

    def delete(self, profile_id):
        self._names.pop(profile_id, None)
        if not self._names or profile_id == UNNAMED_ID:
            self._names = {UNNAMED_ID: ""} | self._names
        if self._current not in self._names:
            self._current = min(self._names)
