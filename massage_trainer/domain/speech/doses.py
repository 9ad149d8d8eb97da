"""How long and how often, in a sentence."""

from massage_trainer.domain.protocol import Counted, Holds, PointHold, Points, Rest, Timed
from massage_trainer.domain.speech.numbers import number_words, time_words
from massage_trainer.domain.speech.phrases import phrases_in
from massage_trainer.domain.speech.speakable import inside, sentence
from massage_trainer.domain.timeline import Segment


class DoseWords:
    """Says the doses of a lesson in one language."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._phrases = phrases_in(language)

    def of(self, segment: Segment) -> tuple[str, ...]:
        """The dose of the step at this side and point; nothing for what only waits."""
        match segment.step.dose:
            case Timed() | Rest():
                return (self._timed(segment),)
            case Counted():
                return self._counted(segment)
            case Holds() as holds:
                return (self._holds(holds),)
            case Points(holds=holds):
                hold = next(hold for hold in holds if hold.point_id == segment.point_id)
                return (self._timed(segment) if hold.times == 1 else self._presses(hold),)
            case _:
                return ()

    def _timed(self, segment: Segment) -> str:
        time = self._time(segment.duration_ms)
        if segment.least_ms == segment.duration_ms:
            return sentence(time)
        least = self._time(segment.least_ms)
        return sentence(self._phrases.at_least.format(dose=time, least=least))

    def _counted(self, segment: Segment) -> tuple[str, ...]:
        least = segment.amount.least if segment.amount else segment.count
        said = self.count(segment, segment.count)
        if least < segment.count:
            fewer = inside(self.count(segment, least)).rstrip(".")
            said = self._phrases.at_least.format(dose=said.rstrip("."), least=fewer)
        return (said,) if segment.cadence_ms else (said, self._phrases.count_yourself)

    def count(self, segment: Segment, count: int) -> str:
        """So many repetitions or passes."""
        if count == 1:
            return self._phrases.once[segment.count_unit]
        return sentence(self._phrases.counts[segment.count_unit].format(count=self._number(count)))

    def _holds(self, holds: Holds) -> str:
        time, times = self._time(holds.hold.chosen), holds.times.chosen
        if times == 1:
            return self._phrases.hold_once.format(time=time)
        return self._phrases.hold_times.format(time=time, count=self._number(times))

    def _presses(self, hold: PointHold) -> str:
        time, count = self._time(hold.hold.chosen), self._number(hold.times)
        return sentence(self._phrases.press_times.format(time=time, count=count))

    def _time(self, milliseconds: int) -> str:
        return time_words(milliseconds, self._language)

    def _number(self, number: int) -> str:
        return number_words(number, self._language)
