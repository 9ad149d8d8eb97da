"""What a teacher says at each place of a lesson, sentence by sentence."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.countdown import Countdown, Face
from massage_trainer.domain.events import SessionState
from massage_trainer.domain.protocol import Check, CountUnit, Notice, Points
from massage_trainer.domain.speech.doses import DoseWords
from massage_trainer.domain.speech.numbers import number_words, time_words
from massage_trainer.domain.speech.phrases import phrases_in
from massage_trainer.domain.speech.speakable import (
    first_sentence,
    inside,
    sentence,
    sentences,
    speakable,
)
from massage_trainer.domain.text import LocalizedText
from massage_trainer.domain.timeline import WAITING_KINDS, Segment, SegmentKind, Timeline

if TYPE_CHECKING:  # the voice needs nothing of the catalogue but names
    from massage_trainer.domain.catalog import Acupoint

LEGS: Final = frozenset({"hip-knee"})  # regions whose sides are legs
MINUTE_MS: Final = 60_000

# A time below the first number of ms is told to the second one.
_ROUNDED: Final = ((60_000, 5_000), (120_000, 15_000), (600_000, 30_000), (math.inf, 60_000))

Sentences = tuple[str, ...]

_SIDE_WORDS: Final = {
    "vi": re.compile(r"\b(phải|trái)\b"),
    "en": re.compile(r"\b(right|left)\b", re.IGNORECASE),
}


class Script:
    """The sentences of one lesson in one language; ``points`` by id."""

    def __init__(self, timeline: Timeline, language: str, points: Mapping[str, Acupoint]) -> None:
        self.language = language
        self.phrases = phrases_in(language)
        self._segments = timeline.segments
        self._rows = timeline.rows
        self._points = points
        self._doses = DoseWords(language)

    def arrival(self, index: int, came_from: int | None = None) -> Sentences:
        """At a new place: its title, side, dose and the most important instruction.

        ``came_from`` is the segment just served, where this one follows it.
        """
        here = self._segments[index]
        if here.kind is SegmentKind.CHOICE:
            return (self.title(here), self.phrases.how_to_choose)
        if came_from is not None and _is_other_side(self._segments[came_from], here):
            return (self._other_side(here), *self._doses.of(here))
        if came_from is not None and _is_other_point(self._segments[came_from], here):
            return (sentence(self._point(here.point_id)), *self._doses.of(here))
        instruction = self._instruction(here)
        title, *side = self.place(index)
        if any(title.rstrip(".") in said for said in instruction):
            title = ""  # what is left out names itself
        warnings = self._warnings(index, known=came_from is not None)
        place = (title, *side, *warnings, *self.repetition(here))
        return tuple(said for said in (*place, *self._doses.of(here), *instruction) if said)

    def place(self, index: int) -> Sentences:
        """Where the hands are: title and side."""
        here = self._segments[index]
        title = self.title(here)
        return (title, *self._side(here, title))

    def title(self, segment: Segment) -> str:
        if segment.kind is SegmentKind.CHOICE and segment.block and segment.block.name:
            name = speakable(segment.block.name.in_language(self.language), self.language)
            return self.phrases.choice.format(title=inside(name.rpartition(": ")[2]))
        name = speakable(segment.step.name.in_language(self.language), self.language)
        if isinstance(segment.step.dose, Points) and len(segment.step.dose.holds) > 1:
            name = f"{name}: {self._point(segment.point_id)}"
        return sentence(name)

    def coming(self, index: int) -> Sentences:
        """What comes after the row of this segment; nothing before an optional part."""
        row = self._segments[index].row + 1
        if row >= len(self._rows):
            return ()
        first = self._rows[row].first
        there = self._segments[first]
        if there.kind is SegmentKind.CHOICE:
            return ()
        if _is_other_side(self._segments[index], there):
            return (self.phrases.next, *self._side(there, ""))
        return (self.phrases.next, *self.place(first))

    def phase(self, segment: Segment) -> Sentences:
        """At the beginning of a part of a repetition."""
        known = self.phrases.phases.get(segment.kind)
        parts = (known,) if known else ()
        begins = segment.kind in (SegmentKind.EASE_IN, SegmentKind.WORK)
        return (*self.repetition(segment), *parts) if begins else parts

    def repetition(self, segment: Segment) -> Sentences:
        """Which repetition of several begins; the first needs no number."""
        number, of = segment.repetition
        if number == 1:
            return ()
        if number == of:
            return (self.phrases.last[CountUnit.REPETITIONS],)
        return (self.phrases.repetition.format(count=self.number(number)),)

    def counted(self, segment: Segment, number: int) -> Sentences:
        """When a repetition is done; the end of the last one is heard otherwise."""
        if number >= segment.count:
            return ()
        if number == segment.count - 1 and number > 1:
            return (self.phrases.last[segment.count_unit],)
        if segment.count_unit is CountUnit.PASSES:
            return (self._doses.count(segment, number),)
        return (sentence(self.number(number)),)

    def under_way(self, number: int) -> str:
        """Which repetition is being done now."""
        return self.phrases.repetition.format(count=self.number(number))

    def progress(self, now: Countdown) -> Sentences:
        """How far the step is: the repetition, and the time left where time runs."""
        if now.state is SessionState.IDLE or now.segment.kind in WAITING_KINDS:
            return ()
        if now.face is Face.COUNT:
            return (self.under_way(now.under_way),)
        return (*self.repetition(now.segment), self.left(rounded(now.segment_left_ms)))

    def left(self, milliseconds: int) -> str:
        return sentence(self.phrases.left.format(time=self.time(milliseconds)))

    def more(self, milliseconds: int) -> str:
        return sentence(self.phrases.more.format(time=self.time(milliseconds)))

    def lesson_left(self, milliseconds: int) -> str:
        return self.phrases.lesson_left.format(time=self.time(rounded_up(milliseconds)))

    def details(self, segment: Segment) -> Sentences:
        """The whole instruction of the step, when it is asked for."""
        words = segment.step.words
        stop = self._sentences(words.stop) if words.stop else ()
        return (*self._sentences(words.do), *self.items(segment), *stop)

    def prompt(self, segment: Segment, elapsed_ms: int) -> Sentences:
        """What is asked again and again while the step runs, if it is time for it."""
        prompts = segment.step.prompts
        if prompts is None or elapsed_ms not in prompts.at:
            return ()
        return self._sentences(prompts.text)

    def items(self, segment: Segment) -> Sentences:
        """The lines of a check, one by one."""
        if not isinstance(segment.step.dose, Check):
            return ()
        items = segment.step.dose.items
        return tuple(sentence(self._read(item.in_language(self.language))) for item in items)

    def number(self, number: int) -> str:
        return number_words(number, self.language)

    def time(self, milliseconds: int) -> str:
        return time_words(milliseconds, self.language)

    def _read(self, text: str) -> str:
        return speakable(text, self.language)

    def _instruction(self, segment: Segment) -> Sentences:
        step, words = segment.step, segment.step.words
        if words.say:
            said: Sentences = (sentence(words.say.in_language(self.language)),)
        elif isinstance(step.dose, Notice):
            said = self._sentences(words.do)
        else:
            said = (sentence(self._read(first_sentence(words.do.in_language(self.language)))),)
        lines: Sentences = ()
        if isinstance(segment.step.dose, Check):
            count = self.number(len(segment.step.dose.items))
            lines = (sentence(self.phrases.lines.format(count=count)),)
        return (*lines, *said, *self.items(segment))

    def _warnings(self, index: int, *, known: bool) -> Sentences:
        """What the answers about the person on the table mean for this work.

        ``known``: what was told with the work before is not told again.
        """
        here = self._segments[index]
        if here.kind in WAITING_KINDS:
            return ()  # its own words tell it
        before = [s for s in self._segments[:index] if s.kind not in WAITING_KINDS and known]
        told = {remark.reason for remark in before[-1].step.remarks} if before else set()
        reasons = (remark.reason for remark in here.step.remarks if remark.reason not in told)
        return tuple(said for reason in reasons for said in self._sentences(reason))

    def _sentences(self, text: LocalizedText) -> Sentences:
        return sentences(text.in_language(self.language), self.language)

    def _side(self, segment: Segment, title: str) -> Sentences:
        side = segment.side
        if side is Side.BOTH and isinstance(segment.step.dose, Points):
            return (self.phrases.both_points,)
        if side not in (Side.LEFT, Side.RIGHT) or _SIDE_WORDS[self.language].search(title):
            return ()
        legs = segment.step.region_id in LEGS
        return ((self.phrases.legs if legs else self.phrases.sides)[side],)

    def _other_side(self, segment: Segment) -> str:
        legs = segment.step.region_id in LEGS
        words = self.phrases.other_leg if legs else self.phrases.other_side
        return words[segment.side or Side.BOTH]

    def _point(self, point_id: str) -> str:
        """Vietnamese says the name of a point, English its code."""
        point = self._points.get(point_id)
        if self.language == "vi" and point is not None:
            return f"huyệt {point.name_vi}"
        return self._read(point_id)


def lesson_called(name: str, language: str) -> str:
    """The name of a lesson, as a sentence."""
    return phrases_in(language).lesson.format(title=inside(speakable(name, language)))


def about(milliseconds: int, language: str) -> str:
    """How long a lesson takes."""
    time = time_words(rounded_up(milliseconds), language)
    return phrases_in(language).about.format(time=time)


def rounded(milliseconds: int) -> int:
    """A time left as one says it in passing; never nothing."""
    step = next(step for below, step in _ROUNDED if milliseconds < below)
    return max(step, round(milliseconds / step) * step)


def rounded_up(milliseconds: int) -> int:
    """Minutes as one says them of a lesson: each up to ten, then every fifth."""
    step = MINUTE_MS if milliseconds <= 10 * MINUTE_MS else 5 * MINUTE_MS
    return max(1, -(-milliseconds // step)) * step


def _is_other_point(before: Segment, here: Segment) -> bool:
    if before.step.id != here.step.id or before.lap != here.lap or before.side is not here.side:
        return False
    return before.point_id != here.point_id


def _is_other_side(before: Segment, here: Segment) -> bool:
    sides = (Side.LEFT, Side.RIGHT)
    if before.step.id != here.step.id or before.lap != here.lap:
        return False
    return before.side is not here.side and before.side in sides and here.side in sides
