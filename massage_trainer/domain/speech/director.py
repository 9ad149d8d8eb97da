"""What is said at each event of a session: plain rules, fed with the events alone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from massage_trainer.domain.countdown import Countdown
from massage_trainer.domain.events import (
    MOVING,
    Extended,
    Interrupted,
    LeastReached,
    RepetitionCounted,
    SecondElapsed,
    SegmentEnded,
    SegmentShown,
    SegmentStarted,
    SessionEvent,
    SessionState,
    StateChanged,
    WaitingForStudent,
)
from massage_trainer.domain.half_time import half_time_s
from massage_trainer.domain.speech.line import Line, Urgency
from massage_trainer.domain.speech.script import Script, Sentences, about, lesson_called, rounded
from massage_trainer.domain.timeline import WAITING_KINDS, Segment, SegmentKind, Timeline

if TYPE_CHECKING:  # the voice needs nothing of the catalogue but names
    from massage_trainer.domain.catalog import Acupoint

SECOND_MS: Final = 1_000
TEN_FROM_MS: Final = 30_000  # the last ten seconds are told of what is this long or longer
NEXT_FROM_MS: Final = 6_000
TEN_S: Final = 10
NEXT_AT_S: Final = 7  # behind "ten seconds", and before the hands move
NEXT_AT_SHORT_S: Final = 4
NEXT_AT_COUNTED_S: Final = 3  # behind "last one"

Utterance = tuple[Line, ...]  # one sentence each, said one after the other

_TOLD: Final = (SegmentKind.WORK, SegmentKind.HOLD, SegmentKind.REST)


class SpeechDirector:
    """Turns the events of one lesson into sentences; every event is told once."""

    def __init__(self, timeline: Timeline, language: str, points: Mapping[str, Acupoint]) -> None:
        self.script = Script(timeline, language, points)
        self._timeline = timeline
        self._state = SessionState.IDLE
        self._index = 0
        self._served: int | None = None  # the segment that has just ended
        self._begun = False
        self._picked_up = False  # after a pause
        self._interrupted = False
        self._stopped = False
        self._left_ms = 0
        self._whole_ms = 0
        self._half_told = False
        self._how_to_go_on_told = False
        self._asked_at = -1

    def feed(self, event: SessionEvent) -> Utterance:
        """What is said now; nothing for most events."""
        match event:
            case StateChanged(old=old, new=new):
                return self._changed(old, new)
            case SegmentShown(index=index):
                return self._shown(index)
            case SegmentStarted(segment=segment):
                return self._started(segment)
            case SegmentEnded():
                self._served = self._index
            case Interrupted():
                self._interrupted = True  # told once the lesson is silent
        return self._within(event)

    def set_language(self, language: str, points: Mapping[str, Acupoint]) -> None:
        """Go on in another language."""
        self.script = Script(self._timeline, language, points)

    def opening(self, name: str, total_ms: int, index: int) -> Utterance:
        """When a lesson is put on: its name, how long it takes, and where it will begin."""
        self._index = index
        self._left_ms = self._segment.duration_ms
        script = self.script
        said = [lesson_called(name, script.language), about(total_ms, script.language)]
        if index:
            said += [script.phrases.here, *script.place(index)]
        return self._say(Urgency.STEP, *said, script.phrases.how_to_start)

    def where_am_i(self, now: Countdown, name: str) -> Utterance:
        """The answer to the student; asked again at the same place, the whole instruction."""
        script, phrases = self.script, self.script.phrases
        if now.state is SessionState.FINISHED:
            return self._say(Urgency.ANSWER, phrases.finished)
        if self._asked_at == self._index and now.state is not SessionState.IDLE:
            self._asked_at = -1
            return self._say(Urgency.ANSWER, *script.details(now.segment))
        self._asked_at = self._index
        paused = (phrases.paused,) if now.state is SessionState.PAUSED else ()
        place = (*script.place(self._index), *script.progress(now))
        if now.state is SessionState.IDLE:
            return self._say(
                Urgency.ANSWER,
                lesson_called(name, script.language),
                *place,
                script.phrases.how_to_start,
            )
        if now.waiting:
            go_on = script.phrases.go_on_when_ready
            return self._say(Urgency.ANSWER, *paused, *place, go_on)
        rest = (*script.coming(self._index), script.lesson_left(now.lesson_left_ms))
        return self._say(Urgency.ANSWER, *paused, *place, *rest)

    @property
    def _segment(self) -> Segment:
        return self._timeline.segments[self._index]

    def _within(self, event: SessionEvent) -> Utterance:
        """What happens while a segment or a gap goes on."""
        script, phrases = self.script, self.script.phrases
        match event:
            case SecondElapsed(seconds_left=left):
                return self._second(left)
            case RepetitionCounted(number=number):
                return self._say(Urgency.COUNT, *script.counted(self._segment, number))
            case LeastReached(segment=segment) if segment.least_ms < self._whole_ms:
                return self._say(Urgency.NEXT, phrases.least)  # it tells what may be done now
            case WaitingForStudent(segment=segment) if not segment.waits:
                return self._say(Urgency.NEXT, phrases.time_over)
            case Extended(by_ms=by_ms):
                self._whole_ms += by_ms
                self._left_ms += by_ms
                return self._say(Urgency.TIME, script.more(by_ms))
        return ()

    def _changed(self, old: SessionState, new: SessionState) -> Utterance:
        self._state = new
        self._asked_at = -1
        self._stopped = new is SessionState.IDLE and old is not SessionState.FINISHED
        phrases = self.script.phrases
        if new is SessionState.FINISHED:
            return self._say(Urgency.STEP, phrases.finished)
        if new is SessionState.PAUSED:
            interrupted, self._interrupted = self._interrupted, False
            return self._say(Urgency.STEP, *((phrases.interrupted,) if interrupted else ()))
        if old is not SessionState.PAUSED or new not in MOVING:
            return ()
        self._picked_up = self._begun
        if not self._begun:
            return self._say(Urgency.STEP, *self.script.place(self._index))
        if self._segment.waits:
            return ()
        return self._say(Urgency.STEP, phrases.going_on, self.script.left(rounded(self._left_ms)))

    def _shown(self, index: int) -> Utterance:
        served, self._served = self._served, None
        follows = served is not None and index == served + 1
        self._index = index
        here = self._segment
        self._whole_ms = self._left_ms = here.duration_ms
        self._half_told = self._begun = self._picked_up = False
        self._asked_at = -1
        if self._state not in MOVING:
            stopped, self._stopped = self._stopped, False
            return () if stopped else self._say(Urgency.STEP, *self.script.place(index))
        if follows and self._timeline.rows[here.row].first != index:
            return ()  # the next part of the same row: told when it starts
        said = self.script.arrival(index, served if follows else None)
        if here.kind in WAITING_KINDS and here.kind is not SegmentKind.CHOICE:
            told, self._how_to_go_on_told = self._how_to_go_on_told, True
            said += () if told else (self.script.phrases.go_on_when_ready,)
        return self._say(Urgency.STEP, *said)

    def _started(self, segment: Segment) -> Utterance:
        picked_up, self._picked_up = self._picked_up, False
        self._begun = True
        row = self._timeline.rows[segment.row]
        if picked_up or (row.first == self._index and segment.kind is not SegmentKind.EASE_IN):
            return ()
        return self._say(Urgency.TIME, *self.script.phase(segment))

    def _second(self, left: int) -> Utterance:
        if self._state is not SessionState.RUNNING:
            return ()
        self._left_ms = left * SECOND_MS
        kind, long_ms = self._segment.kind, self._whole_ms
        asked = self.script.prompt(self._segment, long_ms - self._left_ms)
        half: Sentences = ()
        if left == half_time_s(kind, long_ms) and not self._half_told:
            self._half_told = True
            half = (self.script.left(self._left_ms),)
        if asked or half:
            return self._say(Urgency.SAFETY if asked else Urgency.TIME, *asked, *half)
        if left == TEN_S and kind in _TOLD and long_ms >= TEN_FROM_MS:
            return self._say(Urgency.TIME, self.script.phrases.ten_seconds)
        if left == self._next_at():
            return self._say(Urgency.NEXT, *self.script.coming(self._index))
        return ()

    def _next_at(self) -> int | None:
        """How many seconds before its end a row tells what comes after it."""
        if self._timeline.rows[self._segment.row].last != self._index:
            return None
        if self._whole_ms < NEXT_FROM_MS:
            return None
        if self._segment.kind is SegmentKind.COUNT:
            return NEXT_AT_COUNTED_S
        return NEXT_AT_S if self._whole_ms >= TEN_FROM_MS else NEXT_AT_SHORT_S

    def _say(self, urgency: Urgency, *sentences: str) -> Utterance:
        return tuple(Line(text, self.script.language, urgency) for text in sentences if text)
