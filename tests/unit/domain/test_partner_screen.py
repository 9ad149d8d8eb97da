"""The questions before a lesson: how few they are, and where each answer leads."""

import pytest

from massage_trainer.domain.partner import OnTheTable
from massage_trainer.domain.partner_screen import PartnerScreen, Tick
from massage_trainer.domain.partner_words import ANSWER_WORDS, TITLES, Answer, Stage
from massage_trainer.domain.protocol import RemarkKind
from massage_trainer.domain.record import Company
from massage_trainer.domain.screening import Finding, ScreenLine, Targets, Weight
from tests.examples import text

LINES = (
    ScreenLine(
        "room",
        text("room"),
        (),
        (Finding("no-lamp", text("no lamp"), Weight.NOTE, text("no lamp"), of_room=True),),
    ),
    ScreenLine(
        "health",
        text("health"),
        (),
        (
            Finding("bones", text("bones"), Weight.NOTE, text("bones are weak")),
            Finding(
                "hip",
                text("hip"),
                Weight.NOTE,
                text("hip is new"),
                ask_first=Targets(strokes=("xat",)),
            ),
            Finding("cancer", text("cancer"), Weight.ASK, text("ask about it")),
            Finding("numb", text("numb"), Weight.STOP, text("care now"), urgent=True),
        ),
    ),
    ScreenLine("signal", text("signal")),
)
PARTNER = OnTheTable(Company.NEW_PARTNER, frozenset({"bones"}), True)


def answers(screen):
    return [item.answer for item in screen.items]


def take(screen, answer):
    while screen.items[screen.lit].answer is not answer:
        screen.on()
    screen.choose()


def note(screen, *numbers):
    """At the second line something comes up."""
    screen.on()
    screen.choose()
    for number in numbers:
        screen.light(number)
        screen.choose()
    take(screen, Answer.DONE)


@pytest.fixture
def screen():
    return PartnerScreen(LINES, OnTheTable())


@pytest.fixture
def lines(screen):
    take(screen, Answer.NEW)
    return screen


def test_a_new_partner_is_the_first_answer_and_a_press_for_each_line_is_all(screen):
    assert screen.stage is Stage.WHO
    screen.choose()
    assert screen.stage is Stage.LINES
    presses = 0
    while screen.settled is None:
        screen.on()
        presses += 1
    assert presses == len(LINES)
    assert screen.settled == OnTheTable(Company.NEW_PARTNER)


def test_studying_alone_is_one_choice_and_asks_nothing_else(screen):
    take(screen, Answer.ALONE)
    assert screen.settled == OnTheTable(Company.ALONE)


def test_the_same_partner_is_one_press_and_everything_is_still_known():
    screen = PartnerScreen(LINES, PARTNER)
    assert answers(screen)[0] is Answer.SAME
    screen.choose()
    assert screen.settled == OnTheTable(Company.SAME_PARTNER, frozenset({"bones"}))


def test_a_change_leads_to_the_lines_with_what_is_known():
    screen = PartnerScreen(LINES, PARTNER)
    take(screen, Answer.CHANGED)
    screen.on()
    assert [item.text.en for item in screen.items] == ["room (en)", "health (en)", "signal (en)"]
    assert screen.items[1].more == (text("bones"),)
    screen.on()
    assert screen.items[1].tick is Tick.NOTED
    screen.on()
    assert screen.stage is Stage.RESULT
    take(screen, Answer.START)
    assert screen.settled == OnTheTable(Company.SAME_PARTNER, frozenset({"bones"}), False)


def test_a_new_person_brings_nothing_of_the_one_before():
    screen = PartnerScreen(LINES, PARTNER)
    take(screen, Answer.NEW)
    for _ in LINES:
        screen.on()
    assert screen.settled == OnTheTable(Company.NEW_PARTNER)


@pytest.mark.parametrize(
    ("answers_", "company"),
    [((Answer.ALONE,), Company.ALONE), ((Answer.CLASS, Answer.CONFIRM), Company.CLASS)],
)
def test_alone_and_in_class_nothing_of_the_partner_counts(answers_, company):
    screen = PartnerScreen(LINES, PARTNER)
    for answer in answers_:
        take(screen, answer)
    assert screen.settled == OnTheTable(company)


def test_a_class_is_confirmed_by_the_teacher_and_not_by_a_slip(screen):
    take(screen, Answer.CLASS)
    assert screen.settled is None
    take(screen, Answer.RETURN)
    assert screen.stage is Stage.WHO
    take(screen, Answer.CLASS)
    screen.choose()
    assert screen.settled == OnTheTable(Company.CLASS)


def test_what_comes_up_is_noted_and_summed_up(lines):
    note(lines, 0)
    assert (lines.stage, lines.lit) == (Stage.LINES, 2)
    lines.on()
    assert lines.stage is Stage.RESULT
    assert [(r.kind, r.reason.en) for r in lines.remarks] == [
        (RemarkKind.CAREFUL, "bones are weak (en)")
    ]
    assert answers(lines) == [Answer.START, Answer.CORRECT]
    lines.choose()
    assert lines.settled.found == {"bones"}


def test_what_was_noted_can_be_taken_back(lines):
    note(lines, 0, 0)
    lines.on()
    assert lines.settled == OnTheTable(Company.NEW_PARTNER)


def test_steps_to_be_asked_about_can_be_allowed(lines):
    note(lines, 1)
    lines.on()
    assert answers(lines) == [Answer.START, Answer.ALLOWED, Answer.CORRECT]
    take(lines, Answer.ALLOWED)
    assert lines.settled == OnTheTable(Company.NEW_PARTNER, frozenset({"hip"}), True)


def test_what_must_be_asked_for_the_whole_lesson_lets_nobody_start_by_themselves(lines):
    note(lines, 2)
    lines.on()
    assert lines.title == TITLES[Stage.RESULT, Weight.ASK]
    assert answers(lines) == [Answer.LIBRARY, Answer.ALLOWED, Answer.CORRECT]
    take(lines, Answer.ALLOWED)
    assert lines.settled.allowed


def test_a_hard_stop_ends_the_questions_at_once_and_nobody_can_allow_it(lines):
    note(lines, 3)
    assert lines.stage is Stage.RESULT
    assert (lines.is_stop, lines.is_urgent) == (True, True)
    assert lines.title == TITLES[Stage.RESULT, Weight.STOP]
    assert answers(lines) == [Answer.LIBRARY, Answer.CORRECT]
    lines.choose()
    assert (lines.refused, lines.given_up) == (True, False)
    assert lines.settled is None


def test_a_slip_is_corrected(lines):
    note(lines, 3)
    take(lines, Answer.CORRECT)
    assert lines.stage is Stage.LINES
    note(lines, 3)
    lines.on()
    assert lines.stage is Stage.LINES  # the first line is gone through again, too
    lines.on()
    lines.on()
    assert lines.settled == OnTheTable(Company.NEW_PARTNER)


def test_the_room_is_no_matter_of_the_person_and_is_remembered(screen):
    take(screen, Answer.NEW)
    screen.choose()
    screen.choose()
    take(screen, Answer.DONE)
    for _ in LINES[1:]:
        screen.on()
    assert screen.settled.found == {"no-lamp"}
    again = PartnerScreen(LINES, OnTheTable(), frozenset({"no-lamp"}))
    take(again, Answer.ALONE)
    assert again.settled.found == {"no-lamp"}


def test_one_step_back_everywhere(screen):
    take(screen, Answer.NEW)
    screen.on()
    screen.choose()
    assert screen.stage is Stage.FINDINGS
    screen.back()
    assert (screen.stage, screen.lit) == (Stage.LINES, 1)
    screen.back()
    assert [item.tick for item in screen.items] == [Tick.OPEN] * 3
    screen.back()
    assert screen.stage is Stage.WHO
    screen.back()
    assert screen.given_up


def test_a_line_at_which_nothing_can_come_up_is_true_either_way(lines):
    lines.on()
    lines.on()
    lines.choose()
    assert lines.settled is not None


def test_lines_answered_out_of_order_are_all_answered(lines):
    lines.light(2)
    lines.on()
    assert lines.lit == 0
    lines.on()
    lines.on()
    assert lines.settled is not None


def test_every_answer_has_its_words():
    assert set(ANSWER_WORDS) == set(Answer)


@pytest.mark.parametrize("number", [2, 3], ids=["ask", "stop"])
def test_no_lesson_after_a_finding_is_a_refusal_and_no_way_back(lines, number):
    note(lines, number)
    if lines.stage is Stage.LINES:
        lines.on()
    take(lines, Answer.LIBRARY)
    assert (lines.refused, lines.given_up) == (True, False)


@pytest.mark.parametrize("number", [2, 3], ids=["ask", "stop"])
@pytest.mark.parametrize("known", [OnTheTable(), PARTNER], ids=["new", "changed"])
def test_whoever_walks_away_from_a_heavy_finding_is_refused_too(known, number):
    screen = PartnerScreen(LINES, known)
    take(screen, Answer.CHANGED if known is PARTNER else Answer.NEW)
    note(screen, number)
    screen.give_up()
    assert (screen.refused, screen.given_up) == (True, False)


def test_a_found_stop_is_never_the_same_person_as_before():
    screen = PartnerScreen(LINES, PARTNER)
    take(screen, Answer.CHANGED)
    note(screen, 3)
    take(screen, Answer.CORRECT)
    screen.back()
    assert screen.stage is Stage.WHO
    assert not {Answer.SAME, Answer.CHANGED} & set(answers(screen))
    screen.back()
    assert screen.refused


def test_a_slip_that_is_corrected_is_no_refusal():
    screen = PartnerScreen(LINES, PARTNER)
    take(screen, Answer.CHANGED)
    note(screen, 3)
    take(screen, Answer.CORRECT)
    note(screen, 3)
    while screen.stage is not Stage.WHO:
        screen.back()
    assert answers(screen)[0] is Answer.SAME
    screen.back()
    assert (screen.refused, screen.given_up) == (False, True)


@pytest.mark.parametrize(("finding", "first"), [("hip", Answer.START), ("cancer", Answer.LIBRARY)])
def test_what_was_allowed_for_one_lesson_is_asked_again_for_the_next(finding, first):
    allowed = OnTheTable(Company.NEW_PARTNER, frozenset({finding}), True)
    screen = PartnerScreen(LINES, allowed)
    take(screen, Answer.SAME)
    assert (screen.stage, screen.settled) == (Stage.RESULT, None)
    assert answers(screen) == [first, Answer.ALLOWED, Answer.CORRECT]
    take(screen, Answer.ALLOWED)
    assert screen.settled == OnTheTable(Company.SAME_PARTNER, frozenset({finding}), True)


def test_what_was_not_allowed_stays_left_out_without_a_question():
    screen = PartnerScreen(LINES, OnTheTable(Company.NEW_PARTNER, frozenset({"hip"})))
    take(screen, Answer.SAME)
    assert screen.settled == OnTheTable(Company.SAME_PARTNER, frozenset({"hip"}))
