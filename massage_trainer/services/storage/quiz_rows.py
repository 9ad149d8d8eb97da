"""Between the shapes of the quiz and the rows of its tables."""

from __future__ import annotations

import math
from operator import itemgetter

from massage_trainer.domain.quiz.memory import Card, MemoryState, Rating
from massage_trainer.domain.quiz.ports import Attempt, PlaceError, Review, RoundRecord
from massage_trainer.domain.verdict import Grade, SideRule
from massage_trainer.services.storage.rows import ATTEMPT, Row

_X = ATTEMPT.columns.index("x")
_PLACED = ("item", "side", "day", "tries", "grade", "distance", "across", "along")
# Stands after the level of help, where the body had to be turned first.
_TURNED = "turned"
_placed = itemgetter(*map(ATTEMPT.columns.index, _PLACED))


def attempt_values(attempt: Attempt) -> Row:
    """All columns but the number."""
    return (
        attempt.profile,
        attempt.round,
        attempt.key,
        attempt.item,
        attempt.kind,
        attempt.topic,
        attempt.form,
        attempt.side.value,
        attempt.at,
        attempt.day,
        attempt.grade.value,
        attempt.tries,
        int(attempt.is_last),
        attempt.time_ms,
        attempt.seed,
        *(_number(part) for part in attempt.place or (None, None, None)),
        attempt.client,
        _text(attempt.answer),
        _number(attempt.distance_cun),
        _number(attempt.across_cun) or 0.0,
        _number(attempt.along_cun) or 0.0,
        attempt.words,
        attempt.taken_for,
    )


def attempt_of(row: Row) -> Attempt:
    (_, profile, round_id, key, item, kind, topic, form, side, at, day, grade, *rest) = row
    (tries, is_last, ms, seed, x, y, z, client, answer, distance, across, along, *last) = rest
    words, taken_for = last
    return Attempt(
        profile,
        round_id,
        key,
        item,
        kind,
        topic,
        form,
        SideRule(side),
        at,
        day,
        Grade(grade),
        tries,
        bool(is_last),
        ms,
        seed,
        None if x is None else (x, y, z),
        client,
        answer,
        distance,
        across,
        along,
        words,
        taken_for,
    )


def place_error_of(row: Row) -> PlaceError:
    """Of the row of an attempt with a distance; many are read at once."""
    place = None if row[_X] is None else (row[_X], row[_X + 1], row[_X + 2])
    item, side, day, tries, grade, distance, across, along = _placed(row)
    return PlaceError(
        item, SideRule(side), day, tries, Grade(grade), distance, across, along, place
    )


def review_values(review: Review) -> Row:
    return (
        review.profile,
        review.key,
        review.item,
        review.topic,
        review.at,
        review.day,
        review.rating.value,
    )


def review_of(row: Row) -> Review:
    _, profile, key, item, topic, at, day, rating = row
    return Review(profile, key, item, topic, at, day, Rating(rating))


def card_values(profile: int, card: Card) -> Row:
    """Raises ValueError for a card that was never reviewed: there is nothing to keep of it."""
    if card.state is None or card.rating is None:
        raise ValueError("a new card is not kept")
    return (
        profile,
        card.key,
        card.item,
        card.topic,
        float(card.state.stability),
        float(card.state.difficulty),
        card.due,
        card.day,
        card.rating.value,
        card.reviews,
        int(card.lapses),
    )


def card_of(row: Row) -> Card:
    _, key, item, topic, stability, difficulty, due, day, rating, reviews, lapses = row
    state = MemoryState(stability, difficulty)
    return Card(key, item, topic, state, due, day, Rating(rating), reviews, lapses)


def round_values(record: RoundRecord) -> Row:
    return (
        record.profile,
        record.deck,
        " ".join(record.kinds),
        record.length,
        " ".join((record.help, *([_TURNED] if record.turned else []))),
        record.tries,
        record.seed,
        record.began,
        record.day,
        record.ended,
        record.asked,
        record.right,
        record.points,
    )


def round_of(row: Row) -> RoundRecord:
    number, profile, deck, kinds, *others = row
    length, help_words, tries, seed, began, day, ended, asked, right, points = others
    help_level, _, turned = help_words.partition(" ")
    return RoundRecord(
        profile,
        deck,
        tuple(kinds.split()),
        length,
        help_level,
        tries,
        seed,
        began,
        day,
        ended,
        asked,
        right,
        points,
        number,
        turned=turned == _TURNED,
    )


def _number(value: float | None) -> float | None:
    """As it is read back: no endless number, and no whole one among the others."""
    return float(value) if value is not None and math.isfinite(value) else None


def _text(text: str) -> str:
    """A keyboard may give half a character, which no file takes."""
    return text.encode("utf-8", "replace").decode("utf-8")
