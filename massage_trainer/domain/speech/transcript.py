"""A whole lesson as it would be heard, without a device and without waiting."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Final

from massage_trainer.domain.catalog import Acupoint
from massage_trainer.domain.countdown import clock_text
from massage_trainer.domain.cue_director import Beat, CueDirector, Order
from massage_trainer.domain.cues import Cue
from massage_trainer.domain.events import SessionEvent, SessionState
from massage_trainer.domain.protocol import Milliseconds, Protocol
from massage_trainer.domain.session import SECOND_MS, Session
from massage_trainer.domain.speech.director import SpeechDirector, Utterance
from massage_trainer.domain.speech.talk import Talk, speaking_ms
from massage_trainer.domain.text import LocalizedText
from massage_trainer.domain.timeline import Timeline, unroll


class HeardKind(Enum):
    """What a line of a transcript is."""

    CUE = "cue"
    SPEECH = "speech"
    KEY = "key"  # not heard: the student goes on


@dataclass(frozen=True, slots=True)
class Heard:
    """One thing that is heard, ``at_ms`` of the time that the lesson itself takes."""

    at_ms: Milliseconds
    kind: HeardKind
    text: str

    def __str__(self) -> str:
        return f"{clock_text(self.at_ms):>7}  {self.kind.value:<6}  {self.text}"


GO_ON: Final = "next"


def transcript(
    protocol: Protocol, language: str, points: Mapping[str, Acupoint]
) -> Iterator[Heard]:
    """Everything of a settled lesson, optional parts too.

    Where the lesson waits, the student listens to the end and then goes on. How long a voice
    speaks is estimated; what would come while something more urgent is said is left out.
    """
    return _Listener(unroll(protocol), language, points).listen(protocol.name)


class _Listener:
    def __init__(self, timeline: Timeline, language: str, points: Mapping[str, Acupoint]) -> None:
        self._total_ms = timeline.total_ms
        self._session = Session(timeline)
        self._cues = CueDirector(timeline)
        self._speech = SpeechDirector(timeline, language, points)
        self._talk = Talk()
        self._at_ms = 0
        self._ends_ms = 0  # when the sentence being said has ended
        self._kept: Utterance = ()  # what waited when it was offered

    def listen(self, lesson: LocalizedText) -> Iterator[Heard]:
        session = self._session
        name = lesson.in_language(self._speech.script.language)
        yield from self._said(self._speech.opening(name, self._total_ms, 0))
        yield self._press("start")
        events = session.start()
        while True:
            yield from self._told(events)
            if session.state is SessionState.FINISHED:
                return
            if session.is_waiting:
                yield self._press(GO_ON)
                events = session.done()
            else:
                yield from self._pass_second()
                events = session.advance(SECOND_MS)

    def _press(self, key: str) -> Heard:
        self._talk.stop()
        self._kept = ()
        return Heard(self._at_ms, HeardKind.KEY, key)

    def _pass_second(self) -> Iterator[Heard]:
        self._at_ms += SECOND_MS
        while (line := self._talk.speaking) and self._ends_ms <= self._at_ms:
            following = self._talk.ended(line)
            if following and following in self._kept[:1]:
                yield self._spoken(self._kept)
            self._ends_ms += speaking_ms(following) if following else 0

    def _told(self, events: list[SessionEvent]) -> Iterator[Heard]:
        for event in events:
            for order in self._cues.feed(event):
                if order is not Cue.BEAT:  # it sounds within the looped beat
                    yield Heard(self._at_ms, HeardKind.CUE, _order_text(order))
            yield from self._said(self._speech.feed(event))

    def _said(self, utterance: Utterance) -> Iterator[Heard]:
        if self._talk.offer(utterance):
            self._ends_ms = self._at_ms + speaking_ms(utterance[0])
            yield self._spoken(utterance)
        elif utterance:
            self._kept = utterance

    def _spoken(self, utterance: Utterance) -> Heard:
        self._kept = ()
        return Heard(self._at_ms, HeardKind.SPEECH, " ".join(line.text for line in utterance))


def _order_text(order: Order) -> str:
    match order:
        case Beat(period_ms=None):
            return "beat ends"
        case Beat(period_ms=period_ms):
            return f"beat every {(period_ms or 0) / SECOND_MS:g} s"
        case _:
            return order.value
