"""Which sentence is spoken now: one after the other, never two, the more urgent first."""

from collections import deque
from typing import Final

from massage_trainer.domain.speech.director import Utterance
from massage_trainer.domain.speech.line import Line, Urgency

# How long the shipped voices take, about: for transcripts, and to go on where none says it ended.
WORD_MS: Final = {"vi": 270, "en": 290}
PAUSE_MS: Final = 250
PATIENCE_S: Final = 6


class Talk:
    """Utterances come in, single sentences go out; each next one when the one before has ended.

    What is less urgent than what is being said is dropped: it would come too late. But a new place
    is kept: it waits for a warning to end, and takes the place of what is left of an answer, which
    spoke of the old one. Of equal ones the newer waits for the end of the sentence, but a new
    place or an answer cuts off the old.
    """

    def __init__(self) -> None:
        self._now: Line | None = None
        self._waiting: deque[Line] = deque()
        self._left_s = 0

    @property
    def speaking(self) -> Line | None:
        return self._now

    def offer(self, utterance: Utterance) -> bool:
        """Whether its first sentence is to be said at once; ``speaking`` is that one then."""
        if not utterance:
            return False
        if self._now is not None:
            urgency = utterance[0].urgency
            if urgency < self._now.urgency:
                if urgency >= Urgency.STEP:
                    warning = (line for line in self._waiting if line.urgency is Urgency.SAFETY)
                    self._waiting = deque((*warning, *utterance))
                return False
            if urgency is self._now.urgency and urgency < Urgency.STEP:
                self._waiting = deque(utterance)
                return False
        self._waiting = deque(utterance)
        self._begin(self._waiting.popleft())
        return True

    def ended(self, line: Line) -> Line | None:
        """The sentence to say after this one, if it was the one being said."""
        if line != self._now:
            return None
        self._now = None
        if self._waiting:
            self._begin(self._waiting.popleft())
        return self._now

    def second(self) -> Line | None:
        """A second of the lesson went by; a voice that is silent for long is not waited for."""
        self._left_s -= 1
        return self.ended(self._now) if self._now and self._left_s < 0 else None

    def stop(self) -> None:
        self._now = None
        self._waiting.clear()

    def _begin(self, line: Line) -> None:
        self._now = line
        self._left_s = speaking_ms(line) // 1_000 + PATIENCE_S


def speaking_ms(line: Line) -> int:
    """About how long it takes to say a line."""
    words = len(line.text.replace("-", " ").split())
    pauses = sum(line.text.count(mark) for mark in ",;:.?!")
    return words * WORD_MS.get(line.language, WORD_MS["en"]) + pauses * PAUSE_MS
