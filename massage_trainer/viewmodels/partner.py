"""Who is on the table, as the windows see it; everything about people stays in memory."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal, Slot

from massage_trainer.domain.partner import (
    OnTheTable,
    begin_at,
    covered_steps,
    fit,
    known_findings,
)
from massage_trainer.domain.partner_screen import PartnerScreen
from massage_trainer.domain.partner_words import Stage
from massage_trainer.domain.ports import Calendar
from massage_trainer.domain.protocol import Protocol, Step
from massage_trainer.domain.record import WITH_SOMEBODY, Company
from massage_trainer.domain.screening import ScreenLine
from massage_trainer.domain.text import LocalizedText
from massage_trainer.domain.timeline import Timeline
from massage_trainer.viewmodels.preferences import PreferencesViewModel

NO_LAMP = "no-lamp"  # the finding of assets/catalog/screening.yaml
# Asked once: as long as the program runs, or until the next day.
_REMEMBERED = frozenset({Company.ALONE, Company.CLASS})


class PartnerViewModel(QObject):
    """Leads through the questions before a lesson, and fits lessons to the answers.

    Signals:
        changed: another question, or another item is lit; read ``screen``.
        prompted: LocalizedText; what a voice says now.
        settled: the questions are answered: the lesson can be put on.
        given_up: no lesson now; who was there before is there still.
        refused: no lesson for this person, of whom nothing is known any more.
    """

    changed = Signal()
    prompted = Signal(LocalizedText)
    settled = Signal()
    given_up = Signal()
    refused = Signal()

    def __init__(
        self,
        lines: Callable[[], Sequence[ScreenLine]],
        calendar: Calendar,
        preferences: PreferencesViewModel,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._lines = lines
        self._calendar = calendar
        self._preferences = preferences
        self._day = ""
        self._table = self._partner = OnTheTable()
        self.screen: PartnerScreen | None = None

    @property
    def table(self) -> OnTheTable:
        """Who is there now, also past midnight; the next question forgets what was yesterday."""
        return self._table

    @property
    def must_ask(self) -> bool:
        """Whether a lesson begins with questions."""
        return self._is_over or self.table.company not in _REMEMBERED

    @property
    def findings(self) -> int:
        """How many things about the person are kept in mind."""
        found = known_findings(self._lines(), self.table.found)
        return sum(not finding.of_room for finding in found)

    @property
    def is_supervised(self) -> bool:
        return self.table.allowed and self.table.company in WITH_SOMEBODY

    def for_anybody(self, protocol: Protocol) -> Protocol:
        """The settled lesson for this room, whatever is known of the person."""
        return fit(protocol, self._lines(), OnTheTable(self.table.company, self._room))

    def fitted(self, protocol: Protocol) -> Protocol:
        """The settled lesson for who is there and for this room."""
        table = self.table
        fitting = OnTheTable(table.company, table.found | self._room, table.allowed)
        return fit(protocol, self._lines(), fitting)

    def begin_at(self, timeline: Timeline) -> int:
        """Where the lesson begins: behind what has been asked; at its start while nobody has."""
        if self.table.company is Company.UNKNOWN:
            return 0
        return begin_at(timeline, covered_steps(self._lines()))

    def ask(self) -> None:
        """Begin with the questions."""
        known = OnTheTable() if self._is_over else self._partner
        self.screen = PartnerScreen(self._lines(), known, self._room)
        self.changed.emit()
        self._prompt(title=True)

    @Slot()
    def on(self) -> None:
        """True, and on to the next."""
        self._do(PartnerScreen.on)

    @Slot()
    def choose(self) -> None:
        """Take what is lit; at a line: something came up."""
        self._do(PartnerScreen.choose)

    @Slot()
    def back(self) -> None:
        self._do(PartnerScreen.back)

    @Slot(int)
    def pick(self, number: int) -> None:
        """A finger on an item: take it. A line of the screen is true then."""
        if self.screen is None or not 0 <= number < len(self.screen.items):
            return
        self.screen.light(number)
        lines = self.screen.stage is Stage.LINES
        self._do(PartnerScreen.on if lines else PartnerScreen.choose)

    @Slot()
    def take(self) -> None:
        """What a press on the lit item means."""
        if self.screen is not None:
            self.pick(self.screen.lit)

    @Slot()
    def say_again(self) -> None:
        """What is asked, and what is lit."""
        self._prompt(title=True)

    @Slot()
    def give_up(self) -> None:
        """No lesson now."""
        self._do(PartnerScreen.give_up)

    @Slot(int)
    def light(self, number: int) -> None:
        """The focus came to an item."""
        if self.screen is None or number == self.screen.lit:
            return
        if 0 <= number < len(self.screen.items):
            self.screen.light(number)
            self.changed.emit()
            self._prompt()

    @property
    def lacks_lamp(self) -> bool:
        """Whether this room has no lamp, as far as is remembered."""
        return NO_LAMP in self._room

    def misses_lamp(self, step: Step) -> bool:
        """Whether this step is left out because there is no lamp."""
        reasons = [f.reason for f in known_findings(self._lines(), {NO_LAMP})]
        return self.lacks_lamp and any(remark.reason in reasons for remark in step.remarks)

    @Slot()
    def switch_lamp(self) -> None:
        """There is no lamp here, or there is one again; that is remembered."""
        self.remember_room(NO_LAMP, holds=not self.lacks_lamp)

    def remember_room(self, finding_id: str, *, holds: bool) -> None:
        """Remember, or forget, a fact of the room."""
        ids = self._room | {finding_id} if holds else self._room - {finding_id}
        self._preferences.update(room=" ".join(sorted(ids)))

    @property
    def _is_over(self) -> bool:
        """Whether the day is over on which somebody was asked."""
        return self._day != self._calendar.today()

    @property
    def _room(self) -> frozenset[str]:
        return frozenset(self._preferences.value.room.split())

    def _do(self, verb: Callable[[PartnerScreen], None]) -> None:
        screen = self.screen
        if screen is None:
            return
        before = screen.stage
        verb(screen)
        if screen.settled is not None:
            self._settle(screen.settled, screen.known)
        elif screen.refused:
            self.screen = None
            self._table = self._partner = OnTheTable()
            self.refused.emit()
        elif screen.given_up:
            self.screen = None
            self.given_up.emit()
        else:
            self.changed.emit()
            self._prompt(title=screen.stage is not before)

    def _settle(self, table: OnTheTable, before: OnTheTable) -> None:
        of_room = {f.id for line in self._lines() for f in line.findings if f.of_room}
        self._preferences.update(room=" ".join(sorted(table.found & of_room)))
        self._table = OnTheTable(table.company, table.found - of_room, table.allowed)
        # May be asked "any change?" later, also after studying.
        self._partner = before if table.company in _REMEMBERED else self._table
        self._day = self._calendar.today()
        self.screen = None
        self.settled.emit()

    def _prompt(self, *, title: bool = False) -> None:
        """Say the question once, then what is lit."""
        screen = self.screen
        if screen is None:
            return
        said = [screen.title] if title else []
        said += (
            [remark.reason for remark in screen.remarks]
            if title and screen.stage is Stage.RESULT
            else []
        )
        said.append(screen.items[screen.lit].text)
        vi, en = " ".join(_ended(t.vi) for t in said), " ".join(_ended(t.en) for t in said)
        self.prompted.emit(LocalizedText(vi, en))


def _ended(sentence: str) -> str:
    return sentence if sentence.endswith((".", "?", "!", "”")) else f"{sentence}."
