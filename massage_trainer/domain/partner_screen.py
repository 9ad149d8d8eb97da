"""The few questions before a lesson, gone through with two keys: on, and choose."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from massage_trainer.domain.partner import OnTheTable, known_findings, weigh
from massage_trainer.domain.partner_words import ANSWER_WORDS, TITLES, Answer, Stage
from massage_trainer.domain.protocol import Remark, RemarkKind
from massage_trainer.domain.record import WITH_SOMEBODY, Company
from massage_trainer.domain.screening import Finding, ScreenLine, Targets, Weight
from massage_trainer.domain.text import LocalizedText


class Tick(Enum):
    """What a box in front of an item shows."""

    NONE = "none"  # it is a choice, not a box
    OPEN = "open"
    YES = "yes"
    NOTED = "noted"  # gone through, and something came up


@dataclass(frozen=True, slots=True)
class Item:
    """One line that may be lit; ``more`` is what came up at it."""

    text: LocalizedText
    tick: Tick = Tick.NONE
    more: tuple[LocalizedText, ...] = ()
    answer: Answer | None = None


_COMPANIES = {
    Answer.ALONE: Company.ALONE,
    Answer.CONFIRM: Company.CLASS,
}


class PartnerScreen:
    """Asks who is on the table, and what must be known of a partner; ``settled`` is the answer.

    ``on`` goes to the next item (a line of the screen is true then), ``choose`` takes the lit item
    (at a line: something came up), ``back`` returns.
    """

    def __init__(
        self, lines: Sequence[ScreenLine], today: OnTheTable, room: frozenset[str] = frozenset()
    ) -> None:
        """``today`` is who was on the table before; ``room`` what is remembered of the room."""
        self._lines = tuple(lines)
        self._today = today
        self._room = room
        self._found = set(room)
        self._gone_through: set[str] = set()
        self._company = Company.NEW_PARTNER
        self._line = 0
        self.stage = Stage.WHO
        self.lit = 0
        self.settled: OnTheTable | None = None
        self.given_up = False  # no lesson now
        self.refused = False  # no lesson for this person

    @property
    def known(self) -> OnTheTable:
        """Who was there before, as far as that still holds."""
        return self._today

    @property
    def title(self) -> LocalizedText:
        if self.stage is Stage.FINDINGS:
            return self._lines[self._line].text
        if self.stage is Stage.RESULT:
            return TITLES[self.stage, self._weight]
        return TITLES[self.stage, Weight.NOTE]

    @property
    def items(self) -> tuple[Item, ...]:
        match self.stage:
            case Stage.LINES:
                return tuple(self._line_item(line) for line in self._lines)
            case Stage.FINDINGS:
                found = [self._finding_item(f) for f in self._lines[self._line].findings]
                return (*found, _choice(Answer.DONE))
            case _:
                return tuple(_choice(answer) for answer in self._answers())

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """What the findings mean, the heaviest first; for the result."""
        heavy = {Weight.STOP: RemarkKind.LEFT_OUT, Weight.ASK: RemarkKind.ASK_FIRST}
        found = sorted(self._findings, key=lambda finding: list(Weight).index(finding.weight))
        return tuple(Remark(heavy.get(f.weight, RemarkKind.CAREFUL), f.reason) for f in found)

    @property
    def is_urgent(self) -> bool:
        return any(finding.urgent for finding in self._findings)

    @property
    def is_stop(self) -> bool:
        return self.stage is Stage.RESULT and self._weight is Weight.STOP

    def light(self, number: int) -> None:
        """The focus came to an item."""
        self.lit = max(0, min(number, len(self.items) - 1))

    def on(self) -> None:
        """The line is true; elsewhere: light the next item."""
        if self.stage is Stage.LINES:
            self._pass_line()
        else:
            self.lit = (self.lit + 1) % len(self.items)

    def choose(self) -> None:
        """Take what is lit; at a line: something came up."""
        if self.stage is Stage.LINES:
            if self._lines[self.lit].findings:
                self._line, self.stage, self.lit = self.lit, Stage.FINDINGS, 0
            else:
                self._pass_line()
            return
        item = self.items[self.lit]
        if item.answer is None:
            self._found ^= {self._lines[self._line].findings[self.lit].id}
        else:
            self._take(item.answer)

    def back(self) -> None:
        """One step back; from the first question to the lessons."""
        match self.stage:
            case Stage.WHO:
                self.give_up()
            case Stage.LINES if self.lit:
                self.lit -= 1
                self._gone_through.discard(self._lines[self.lit].id)
            case Stage.FINDINGS:
                self.stage, self.lit = Stage.LINES, self._line
            case Stage.RESULT:
                self._begin_lines()
            case _:
                self.stage, self.lit = Stage.WHO, 0

    def give_up(self) -> None:
        """No lesson now; whoever walks away from what came up is refused, not as before."""
        if self._is_barred:
            self.refused = True
        else:
            self.given_up = True

    @property
    def _is_barred(self) -> bool:
        """Whether something came up with which nobody may begin, and was not corrected."""
        return weigh(f for f in self._findings if f.id not in self._today.found) is not Weight.NOTE

    @property
    def _findings(self) -> tuple[Finding, ...]:
        return tuple(f for f in known_findings(self._lines, self._found) if not f.of_room)

    @property
    def _weight(self) -> Weight:
        return weigh(self._findings)

    @property
    def _may_be_allowed(self) -> bool:
        waiting = any(finding.ask_first != Targets() for finding in self._findings)
        return self._weight is Weight.ASK or (self._weight is Weight.NOTE and waiting)

    def _answers(self) -> tuple[Answer, ...]:
        if self.stage is Stage.CLASS:
            return (Answer.CONFIRM, Answer.RETURN)
        if self.stage is Stage.WHO:
            others = (Answer.NEW, Answer.ALONE, Answer.CLASS)
            known = self._today.company in WITH_SOMEBODY - {Company.CLASS}
            same = known and not self._is_barred
            return (Answer.SAME, Answer.CHANGED, *others) if same else others
        if self._weight is Weight.STOP:
            return (Answer.LIBRARY, Answer.CORRECT)
        allowed = (Answer.ALLOWED,) if self._may_be_allowed else ()
        if self._weight is Weight.ASK:
            return (Answer.LIBRARY, *allowed, Answer.CORRECT)
        return (Answer.START, *allowed, Answer.CORRECT)

    def _take(self, answer: Answer) -> None:
        match answer:
            case Answer.ALONE | Answer.CONFIRM:
                self._forget_barred()
                self._found = set(self._room)
                self._settle(_COMPANIES[answer])
            case Answer.SAME:
                self._meet_again()
            case Answer.NEW | Answer.CHANGED:
                self._meet(known=answer is Answer.CHANGED)
            case Answer.START | Answer.ALLOWED:
                self._settle(self._company, allowed=answer is Answer.ALLOWED)
            case Answer.CLASS:
                self.stage, self.lit = Stage.CLASS, 0
            case Answer.DONE:
                self._end_line()
            case Answer.LIBRARY:
                self.refused = True
            case Answer.CORRECT | Answer.RETURN:
                self.back()

    def _meet(self, *, known: bool) -> None:
        """Go through the lines; what is known of somebody is there already, to be corrected."""
        self._company = Company.SAME_PARTNER if known else Company.NEW_PARTNER
        self._forget_barred()
        self._found = {*self._room, *(self._today.found if known else ())}
        self._begin_lines()

    def _meet_again(self) -> None:
        """Nothing has changed; but what was allowed held for the lesson that was watched."""
        self._company = Company.SAME_PARTNER
        self._found = {*self._room, *self._today.found}
        if self._weight is Weight.ASK or (self._today.allowed and self._may_be_allowed):
            self.stage, self.lit = Stage.RESULT, 0
        else:
            self._settle(self._company)

    def _forget_barred(self) -> None:
        """With whom something came up is not the person of before any more."""
        if self._is_barred:
            self._today = OnTheTable()

    def _end_line(self) -> None:
        """Everything that came up at the line is noted."""
        self.stage, self.lit = Stage.LINES, self._line
        if self._weight is Weight.STOP:
            self.stage, self.lit = Stage.RESULT, 0
        else:
            self._pass_line()

    def _begin_lines(self) -> None:
        self._gone_through.clear()
        self.stage, self.lit = Stage.LINES, 0

    def _pass_line(self) -> None:
        self._gone_through.add(self._lines[self.lit].id)
        open_lines = [n for n, each in enumerate(self._lines) if each.id not in self._gone_through]
        if open_lines:
            self.lit = next((n for n in open_lines if n > self.lit), open_lines[0])
        elif self._findings:
            self.stage, self.lit = Stage.RESULT, 0
        else:
            self._settle(self._company)

    def _settle(self, company: Company, *, allowed: bool = False) -> None:
        self.settled = OnTheTable(company, frozenset(self._found), allowed)

    def _line_item(self, line: ScreenLine) -> Item:
        found = tuple(f.text for f in line.findings if f.id in self._found)
        tick = Tick.OPEN
        if line.id in self._gone_through:
            tick = Tick.NOTED if found else Tick.YES
        return Item(line.text, tick, found)

    def _finding_item(self, finding: Finding) -> Item:
        return Item(finding.text, Tick.NOTED if finding.id in self._found else Tick.OPEN)


def _choice(answer: Answer) -> Item:
    return Item(ANSWER_WORDS[answer], answer=answer)
