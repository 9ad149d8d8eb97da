"""What one learner has done and remembers, over a log without a disk."""

import math
from dataclasses import replace

import pytest

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.construction import Go
from massage_trainer.domain.plate import ClientBody
from massage_trainer.domain.quiz.learner import Answer, LearnerMemory
from massage_trainer.domain.quiz.learner_names import (
    NameProblem,
    isolated,
    problem_with,
    tidy_name,
)
from massage_trainer.domain.quiz.memory import Rating
from massage_trainer.domain.quiz.ports import Profile
from massage_trainer.domain.quiz.question import (
    ChoiceResponse,
    Form,
    NumberResponse,
    Outcome,
    PlaceResponse,
    Question,
    TypedResponse,
)
from massage_trainer.domain.text import LocalizedText
from massage_trainer.domain.verdict import Grade, Part, SideRule, Target, Verdict
from tests.fakes_quiz import DoublingSchedule, MemoryQuizLog
from tests.fakes_record import FakeCalendar

WORDS = LocalizedText("x", "x")
VERDICT = Verdict(
    grade=Grade.HIT,
    target=Target("BL25", SideRule.LEFT),
    site="BL25",
    side=Side.LEFT,
    distance_cun=0.25,
    exact=True,
    across_cun=0.2,
    along_cun=-0.15,
    axes=(Go.LATERAL, Go.CAUDAL),
    words=(Part(Go.LATERAL, 0.2),),
    hit_cun=0.5,
    wrong_side=False,
    nearest=None,
)


def question(item="BL25", kind="locate", form=Form.PLACE):
    return Question(kind, item, form, WORDS, WORDS, topic=item, side=SideRule.LEFT)


def answer(*grades, asked=None, distance=0.4, is_last=True, taken="", **others):
    verdict = replace(VERDICT, grade=grades[-1], distance_cun=distance)
    asked = asked or question()
    place = None if grades[-1] is Grade.OFF_BODY else (0.1, 0.2, 0.3)
    response = PlaceResponse(place, client=ClientBody.MAN)
    outcome = Outcome(grades[-1], verdict, taken)
    return Answer(asked, response, outcome, tuple(grades), is_last, 900, **others)


class Desk:
    """A learner with everything around them."""

    def __init__(self):
        self.log = MemoryQuizLog()
        self.calendar = FakeCalendar()
        self.memory = LearnerMemory(1, self.log, DoublingSchedule(), self.calendar)

    def say(self, *grades, **others):
        return self.memory.answered(3, 42, answer(*grades, **others))


@pytest.fixture
def desk():
    return Desk()


def test_every_try_is_kept_and_only_the_last_one_is_a_review(desk):
    assert desk.say(Grade.MISS, is_last=False, taken="BL26") is None
    assert desk.say(Grade.MISS, Grade.HIT) is Rating.HARD
    first, second = desk.log.kept
    assert (first.tries, first.is_last, first.taken_for) == (1, False, "BL26")
    assert first.grade is Grade.MISS
    assert (second.tries, second.is_last, second.round, second.seed) == (2, True, 3, 42)
    assert (second.key, second.item, second.side) == ("locate:BL25", "BL25", SideRule.LEFT)
    assert (second.place, second.client, second.time_ms) == ((0.1, 0.2, 0.3), "man", 900)
    assert (second.distance_cun, second.across_cun, second.along_cun) == (0.4, 0.2, -0.15)
    assert second.words == "lateral 0.20"
    assert second.day == desk.calendar.today()
    (review,) = desk.log.reviews_kept
    assert (review.rating, review.at) == (Rating.HARD, second.at)
    assert desk.memory.cards()["locate:BL25"].rating is Rating.HARD


def test_a_place_off_the_body_has_no_distance(desk):
    desk.say(Grade.OFF_BODY, distance=math.inf)
    (kept,) = desk.log.kept
    assert (kept.place, kept.distance_cun, kept.words) == (None, None, "")


@pytest.mark.parametrize(
    ("response", "text"),
    [
        (ChoiceResponse(frozenset({"b", "a"})), "a b"),
        (TypedResponse("Hợp Cốc "), "Hợp Cốc "),
        (NumberResponse(1.5), "1.5"),
    ],
)
def test_other_answers_are_kept_as_text(desk, response, text):
    asked = question(kind="name", form=Form.CHOICE)
    desk.memory.answered(
        0, 1, Answer(asked, response, Outcome(Grade.HIT), (Grade.HIT,), is_last=True)
    )
    (kept,) = desk.log.kept
    assert (kept.answer, kept.place, kept.distance_cun) == (text, None, None)


def test_deep_inside_or_typed_is_sure_and_a_choice_never_is(desk):
    assert desk.say(Grade.HIT, distance=0.25) is Rating.EASY
    assert desk.say(Grade.HIT, distance=0.26, asked=question("BL26")) is Rating.GOOD
    assert desk.say(Grade.HIT, distance=0.1, asked=question("BL27"), aided=True) is Rating.HARD
    for form, rating in ((Form.TYPED, Rating.EASY), (Form.CHOICE, Rating.GOOD)):
        asked = question(form.value, "name", form)
        given = Answer(asked, TypedResponse("x"), Outcome(Grade.HIT), (Grade.HIT,), is_last=True)
        assert desk.memory.answered(0, 1, given) is rating


def test_what_repeats_on_one_day_is_kept_and_moves_nothing(desk):
    desk.say(Grade.HIT)
    before = desk.memory.cards()
    assert desk.say(Grade.HIT) is Rating.GOOD
    assert desk.memory.cards() == before
    assert len(desk.log.kept) == 2
    assert len(desk.log.reviews_kept) == 1


def test_what_is_due_comes_back_and_only_what_can_be_asked(desk):
    desk.say(Grade.MISS)
    desk.say(Grade.HIT, asked=question("GONE"))
    assert desk.memory.due() == []
    desk.calendar.day = "2026-11-24"
    assert [card.key for card in desk.memory.due()] == ["locate:BL25"]
    desk.calendar.day = "2026-12-24"
    assert desk.memory.count_due() == 2
    assert [card.key for card in desk.memory.due({"locate:BL25"})] == ["locate:BL25"]
    assert desk.memory.unknown({"BL25", "BL26"}) == ["GONE"]
    assert desk.memory.forecast(2) == [2, 0]


def test_a_renamed_point_is_kept_and_comes_back_with_its_name(desk):
    desk.say(Grade.MISS, asked=question("UB25"))
    desk.calendar.day = "2026-11-24"
    assert desk.memory.due(known={"locate:BL25"}) == []
    assert len(desk.memory.due(known={"locate:UB25"})) == 1


def test_a_clock_that_was_set_back_is_noticed_and_a_journey_is_not(desk):
    assert desk.memory.clock_was_set_back() == ""
    desk.say(Grade.HIT)
    desk.calendar.day = "2026-11-22"
    assert desk.memory.clock_was_set_back() == ""
    desk.calendar.day = "2025-11-23"
    assert desk.memory.clock_was_set_back() == "2026-11-23"
    assert len(desk.memory.due()) == 1
    desk.say(Grade.HIT)
    assert desk.memory.due() == []
    assert len(desk.log.kept) == 2


def test_confusions_and_misses_come_from_the_answers(desk):
    for day in ("2026-11-23", "2026-11-24"):
        desk.calendar.day = day
        desk.say(Grade.MISS, taken="BL26")
    (one,) = desk.memory.confusions()
    assert one.items == ("BL25", "BL26")
    assert desk.memory.misses() == ["locate:BL25"]


def test_a_round_has_a_beginning_and_an_end(desk):
    number = desk.memory.begin_round("due", ["locate"], length=10, seed=7, help_level="none")
    desk.memory.end_round(number, asked=10, right=8, points=26)
    (record,) = desk.log.rounds(1)
    assert (record.deck, record.kinds, record.seed, record.right) == ("due", ("locate",), 7, 8)
    assert record.began < record.ended


class LosingLog(MemoryQuizLog):
    """A log whose disk changed some cards."""

    def lost_cards(self, profile):
        reviewed = {review.key for review in self.reviews_kept if review.profile == profile}
        return sorted(reviewed - {card.key for card in self.cards(profile)})


def test_a_lost_card_is_reckoned_from_its_reviews(desk):
    desk.log = LosingLog()
    desk.memory = LearnerMemory(1, desk.log, DoublingSchedule(), desk.calendar)
    for day, grade in (("2026-11-20", Grade.HIT), ("2026-11-22", Grade.HIT)):
        desk.calendar.day = day
        desk.say(grade)
    whole = desk.memory.cards()
    desk.log.cards_of.clear()
    desk.memory.due()
    assert desk.memory.cards() == whole


LEARNERS = [Profile(1, ""), Profile(2, "Lan"), Profile(3, "דנה")]


@pytest.mark.parametrize(
    "name", ['=HYPERLINK("x")', "👩🏽‍⚕️ Mai", "דנה כהן", "مريم", "O'Neil; DROP TABLE", "<b>x</b>"]
)
def test_names_are_kept_as_they_were_typed(name):
    assert tidy_name(f"  {name}\n") == name
    assert problem_with(name, LEARNERS) is None
    assert isolated(name) == f"\u2068{name}\u2069"


def test_names_in_one_line_of_whole_letters_not_endless_not_empty_and_not_twice():
    assert tidy_name("a\tb\r\nc\x00d") == "a b  c d"
    assert tidy_name("a\ud800") == "a?"
    assert len(tidy_name("x" * 500)) == 60
    assert problem_with(" \n", LEARNERS) is NameProblem.EMPTY
    assert problem_with("lan ", LEARNERS) is NameProblem.TAKEN
    assert problem_with("lan", LEARNERS, own_id=2) is None
