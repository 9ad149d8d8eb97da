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
from massage_trainer.domain.timeline import unroll


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
    """Everything of a settled lesson, optional parts too; what waits is acknowledged at once."""
    timeline = unroll(protocol)
    session = Session(timeline)
    cues = CueDirector(timeline)
    speech = SpeechDirector(timeline, language, points)
    name = protocol.name.in_language(language)
    yield from _said(0, speech.opening(name, timeline.total_ms, 0))
    yield Heard(0, HeardKind.KEY, "start")
    at_ms, events = 0, session.start()
    while True:
        yield from _told(at_ms, events, cues, speech)
        if session.state is SessionState.FINISHED:
            return
        if session.is_waiting:
            yield Heard(at_ms, HeardKind.KEY, GO_ON)
            events = session.done()
        else:
            at_ms, events = at_ms + SECOND_MS, session.advance(SECOND_MS)


def _told(
    at_ms: Milliseconds, events: list[SessionEvent], cues: CueDirector, speech: SpeechDirector
) -> Iterator[Heard]:
    for event in events:
        for order in cues.feed(event):
            if order is not Cue.BEAT:  # it sounds within the looped beat
                yield Heard(at_ms, HeardKind.CUE, _order_text(order))
        yield from _said(at_ms, speech.feed(event))


def _said(at_ms: Milliseconds, utterance: Utterance) -> Iterator[Heard]:
    if utterance:
        yield Heard(at_ms, HeardKind.SPEECH, " ".join(line.text for line in utterance))


def _order_text(order: Order) -> str:
    match order:
        case Beat(period_ms=None):
            return "beat ends"
        case Beat(period_ms=period_ms):
            return f"beat every {(period_ms or 0) / SECOND_MS:g} s"
        case _:
            return order.value
