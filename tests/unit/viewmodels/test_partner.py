"""Who is on the table: asked once, forgotten the next day, and never written down."""

import pytest

from massage_trainer.domain.partner_words import Answer
from massage_trainer.domain.protocol import Check, Notice, RemarkKind, Timed
from massage_trainer.domain.record import Company
from massage_trainer.domain.screening import Finding, ScreenLine, Targets, Weight
from massage_trainer.domain.timeline import unroll
from massage_trainer.viewmodels.partner import PartnerViewModel
from massage_trainer.viewmodels.preferences import PreferencesViewModel
from tests.examples import SECOND, exactly, protocol, step, text
from tests.fakes import MemorySettings
from tests.fakes_record import FakeCalendar

LINES = (
    ScreenLine(
        "room",
        text("room"),
        ("last-check",),
        (
            Finding(
                "no-lamp",
                text("no lamp"),
                Weight.NOTE,
                text("no lamp here"),
                of_room=True,
                leave_out=Targets(steps=("lamp",)),
            ),
        ),
    ),
    ScreenLine(
        "health",
        text("health"),
        (),
        (
            Finding(
                "bones",
                text("bones"),
                Weight.NOTE,
                text("bones are weak"),
                leave_out=Targets(steps=("beat",)),
            ),
            Finding("fever", text("fever"), Weight.STOP, text("no massage with a fever")),
        ),
    ),
)
LESSON = protocol(
    step("about", Notice()),
    step("last-check", Check((text("clean"),))),
    step("lamp", Timed(exactly(SECOND))),
    step("beat", Timed(exactly(SECOND))),
)


class Stand:
    def __init__(self):
        self.store = MemorySettings()
        self.calendar = FakeCalendar()
        self.partner = PartnerViewModel(
            lambda: LINES, self.calendar, PreferencesViewModel(self.store)
        )
        self.said = []
        self.events = []
        self.partner.prompted.connect(self.said.append)
        self.partner.settled.connect(lambda: self.events.append("settled"))
        self.partner.given_up.connect(lambda: self.events.append("given up"))
        self.partner.refused.connect(lambda: self.events.append("refused"))

    def take(self, answer):
        while self.partner.screen.items[self.partner.screen.lit].answer is not answer:
            self.partner.on()
        self.partner.choose()

    def meet_with_weak_bones(self):
        self.partner.ask()
        self.take(Answer.NEW)
        self.partner.on()
        self.partner.choose()
        self.partner.pick(0)
        self.take(Answer.DONE)
        self.take(Answer.START)

    def blocked(self):
        lesson = self.partner.fitted(LESSON)
        return [
            item.id
            for item in lesson.body
            if any(remark.kind is RemarkKind.LEFT_OUT for remark in item.remarks)
        ]


@pytest.fixture
def stand(qapp):
    return Stand()


def test_before_anybody_is_asked_the_lesson_asks_by_itself(stand):
    assert stand.partner.must_ask
    assert stand.partner.fitted(LESSON) == LESSON
    assert stand.partner.begin_at(unroll(LESSON)) == 0


def test_studying_alone_is_chosen_once_and_starts_behind_the_opening(stand):
    stand.partner.ask()
    stand.take(Answer.ALONE)
    assert stand.events == ["settled"]
    assert not stand.partner.must_ask
    assert stand.partner.begin_at(unroll(LESSON)) == 2
    assert stand.partner.fitted(LESSON) == LESSON


def test_a_class_is_confirmed_once(stand):
    stand.partner.ask()
    stand.take(Answer.CLASS)
    stand.take(Answer.CONFIRM)
    assert not stand.partner.must_ask
    assert stand.partner.table.company is Company.CLASS


def test_what_is_found_fits_every_lesson_and_the_same_partner_is_one_question(stand):
    stand.meet_with_weak_bones()
    assert stand.blocked() == ["beat"]
    assert stand.partner.findings == 1
    assert stand.partner.must_ask
    stand.partner.ask()
    stand.partner.choose()
    assert stand.partner.table.company is Company.SAME_PARTNER
    assert stand.blocked() == ["beat"]


def test_the_partner_is_still_known_after_studying_alone(stand):
    stand.meet_with_weak_bones()
    stand.partner.ask()
    stand.take(Answer.ALONE)
    assert stand.blocked() == []
    stand.partner.ask()
    assert stand.partner.screen.items[0].answer is Answer.SAME
    stand.partner.choose()
    assert stand.blocked() == ["beat"]


def test_the_next_day_everything_is_forgotten(stand):
    stand.meet_with_weak_bones()
    stand.calendar.day = "2026-11-24"
    assert stand.partner.must_ask
    stand.partner.ask()
    assert stand.partner.screen.items[0].answer is Answer.NEW
    stand.take(Answer.ALONE)
    assert stand.blocked() == []
    stand.partner.ask()
    assert stand.partner.screen.items[0].answer is Answer.NEW


def test_midnight_in_the_middle_of_a_lesson_changes_nothing(stand):
    stand.meet_with_weak_bones()
    stand.calendar.day = "2026-11-24"
    assert stand.blocked() == ["beat"]
    assert stand.partner.table.company is Company.NEW_PARTNER
    assert stand.partner.findings == 1
    stand.partner.ask()
    stand.partner.back()
    assert stand.blocked() == ["beat"]


def test_class_and_alone_are_asked_again_the_next_day(stand):
    stand.partner.ask()
    stand.take(Answer.ALONE)
    assert not stand.partner.must_ask
    stand.calendar.day = "2026-11-24"
    assert stand.partner.must_ask


def test_the_room_is_remembered_and_the_person_is_not_written_anywhere(stand):
    stand.meet_with_weak_bones()
    stand.partner.switch_lamp()
    assert stand.store.saved.room == "no-lamp"
    assert "bones" not in repr(stand.store.saved)
    assert stand.blocked() == ["lamp", "beat"]
    again = Stand()
    again.store.saved = stand.store.saved
    again.partner._preferences.value = stand.store.saved
    assert again.blocked() == ["lamp"]
    again.partner.switch_lamp()
    assert again.blocked() == []


def test_questions_are_spoken_with_what_is_lit(stand):
    stand.partner.ask()
    assert stand.said[-1].en.startswith("Who is on the table? A new person")
    stand.partner.choose()
    assert stand.said[-1].en == "Ask and check six lines. room (en)."
    stand.partner.on()
    assert stand.said[-1].vi == "health (vi)."


def test_a_finger_on_a_line_says_it_is_true_and_on_a_choice_takes_it(stand):
    stand.partner.ask()
    stand.partner.pick(0)
    stand.partner.pick(0)
    stand.partner.pick(7)
    stand.partner.pick(1)
    assert stand.events == ["settled"]
    stand.partner.pick(0)
    assert stand.events == ["settled"]


def test_back_from_the_first_question_gives_up(stand):
    stand.partner.ask()
    stand.partner.back()
    assert stand.events == ["given up"]
    assert stand.partner.screen is None


@pytest.mark.parametrize("leave", ["choose", "give_up"])
def test_a_refused_person_is_not_known_any_more(stand, leave):
    stand.meet_with_weak_bones()
    stand.partner.ask()
    stand.take(Answer.CHANGED)
    stand.partner.on()
    stand.partner.choose()
    stand.partner.pick(1)
    stand.take(Answer.DONE)
    stand.events.clear()
    getattr(stand.partner, leave)()
    assert stand.events == ["refused"]
    assert stand.partner.screen is None
    assert stand.partner.table.company is Company.UNKNOWN
    assert stand.partner.must_ask
    stand.partner.ask()
    assert stand.partner.screen.items[0].answer is Answer.NEW
