"""The quiz without a window: what is asked of the memory, what is kept, and when."""

from dataclasses import replace

import pytest

from massage_trainer.domain.plate import ClientBody
from massage_trainer.domain.quiz.learner import LearnerMemory
from massage_trainer.domain.quiz.memory import Card, MemoryState, Rating
from massage_trainer.domain.quiz.ports import UNNAMED_ID
from massage_trainer.domain.quiz.question import ChoiceResponse, Form, TypedResponse
from massage_trainer.domain.quiz.round import Help
from massage_trainer.domain.verdict import Grade
from massage_trainer.viewmodels.quiz import QuizViewModel, Stage
from massage_trainer.viewmodels.quiz_setup import QuizSetup
from tests.fakes import FakeClock, FakeOneShot
from tests.fakes_quiz import DoublingSchedule, MemoryQuizLog
from tests.fakes_record import FakeCalendar
from tests.quiz_examples import shipped_body_words, shipped_source


class Stand:
    def __init__(self, *, remembers=True):
        self.clock, self.log = FakeClock(), MemoryQuizLog()
        self.settle, self.second = FakeOneShot(), FakeOneShot()
        self.learner = LearnerMemory(UNNAMED_ID, self.log, DoublingSchedule(), FakeCalendar())
        self.setup = QuizSetup(shipped_source, lambda: self.learner if remembers else None)
        self.quiz = QuizViewModel(
            self.setup, self.clock, lambda: 5, shipped_body_words, self.settle, self.second
        )
        self.setup.read()

    def start(self, *kinds, **wish):
        self.setup.update(kinds=frozenset(kinds or ("name-point",)), **wish)
        self.quiz.start()
        return self.quiz

    def answer(self, *, right):
        question = self.quiz.question
        wrong = next(o.id for o in question.options if o.id not in question.right)
        self.quiz.respond(ChoiceResponse(question.right if right else frozenset({wrong})))
        self.quiz.confirm()


@pytest.fixture
def stand(qapp):
    return Stand()


def test_a_round_is_kept_from_its_beginning_to_its_end(stand):
    quiz = stand.start(length=5, help=Help.LANDMARKS, deck="channel:BL")
    (begun,) = stand.log.begun
    assert (begun.deck, begun.kinds, begun.length, begun.seed) == (
        "channel:BL",
        ("name-point",),
        5,
        5,
    )
    assert (begun.help, begun.tries, begun.ended) == ("landmarks", 3, "")
    for _ in range(5):
        stand.answer(right=True)
        quiz.dismiss()
    assert quiz.stage is Stage.END
    assert (stand.log.begun[0].asked, stand.log.begun[0].right) == (5, 5)
    assert stand.log.begun[0].points == 15


def test_every_try_is_kept_and_the_card_once_the_question_is_over(stand):
    stand.start(length=5)
    stand.answer(right=False)
    assert [attempt.is_last for attempt in stand.log.kept] == [False]
    assert stand.log.cards_of == {}
    stand.answer(right=True)
    assert [attempt.tries for attempt in stand.log.kept] == [1, 2]
    (card,) = stand.log.cards_of.values()
    assert card.rating is Rating.HARD


def test_time_is_measured_by_the_clock(stand):
    stand.start(length=5)
    stand.clock.ms += 4_200
    stand.answer(right=True)
    assert stand.log.kept[0].time_ms == 4_200


def test_the_same_seed_asks_the_same(qapp):
    asked = []
    for _ in range(2):
        stand = Stand()
        quiz = stand.start("locate-point", "name-point", length=20)
        keys = []
        while quiz.question:
            keys.append((quiz.question.key, quiz.question.options))
            quiz.give_up()
            quiz.dismiss()
        asked.append(keys)
    assert asked[0] == asked[1]
    assert len(asked[0]) == 20


def test_what_is_due_is_asked_in_the_order_of_need_and_once(stand):
    days = {"locate-point:BL23": "2026-11-01", "name-point:BL25": "2026-11-20"}
    for key, day in days.items():
        state = MemoryState(2.0, 5.0)
        item = key.partition(":")[2]
        card = Card(key, item, item, state, "2026-11-22", day, Rating.GOOD, 1)
        stand.log.put_card(UNNAMED_ID, card)
    stand.setup.read()
    assert stand.setup.decks[0].id == "due"
    quiz = stand.start("caution", deck="due", length=20)
    keys = []
    while quiz.question:
        keys.append(quiz.question.key)
        quiz.give_up()
        quiz.dismiss()
    assert keys == ["locate-point:BL23", "name-point:BL25"]


def test_without_a_memory_the_quiz_goes_on(qapp):
    stand = Stand(remembers=False)
    quiz = stand.start(length=5)
    stand.answer(right=True)
    assert quiz.is_told
    quiz.stop()
    assert quiz.stage is Stage.END


def test_worded_questions_show_no_picture(stand):
    quiz = stand.start("locate-point", "name-point", "left-or-right", length=20, worded=True)
    while quiz.question:
        assert quiz.question.shot is None
        assert quiz.question.form is not Form.PLACE
        quiz.give_up()
        quiz.dismiss()


def test_an_empty_deck_is_told_and_no_round_begins(stand):
    told = []
    stand.quiz.nothing_found.connect(lambda: told.append(True))
    stand.start("name-stroke", deck="channel:SI")
    assert told == [True]
    assert stand.quiz.stage is Stage.SETUP
    assert stand.log.begun == []


def test_only_the_misses_are_asked_again(stand):
    quiz = stand.start(length=5)
    for number in range(5):
        stand.answer(right=number != 2)
        quiz.give_up()
        quiz.dismiss()
    missed = quiz.summary.misses
    quiz.only_misses()
    assert quiz.question.key == missed[0].key
    stand.answer(right=True)
    quiz.dismiss()
    assert quiz.stage is Stage.END
    quiz.only_misses()
    assert quiz.stage is Stage.END


def test_a_landmark_that_is_asked_is_not_named_by_the_crosshair(stand):
    quiz = stand.start("locate-landmark", length=40)
    words = shipped_body_words(ClientBody.MAN)
    while quiz.question and not quiz.question.item.startswith("L"):
        quiz.give_up()
        quiz.dismiss()
    level = next(each for each in words._levels if each.id == quiz.question.item)
    told = quiz.where((0.0, 0.07, level.height), ClientBody.MAN)
    assert quiz.question.item not in told.en
    quiz.give_up()
    assert quiz.question.item in quiz.where((0.0, 0.07, level.height), ClientBody.MAN).en


def test_giving_up_is_kept_as_a_miss_that_is_over(stand):
    stand.start(length=5)
    stand.quiz.give_up()
    (attempt,) = stand.log.kept
    assert (attempt.grade, attempt.is_last) == (Grade.MISS, True)


def test_a_click_on_the_picture_is_no_answer_to_a_name_that_is_being_typed(stand):
    quiz = stand.start("type-point", length=5, at_first_click=True)
    quiz.respond(TypedResponse("Thận"))
    quiz.click((0.0, 0.0, 0.0), (0.5, 0.5), ClientBody.MAN)
    assert not stand.settle.is_running
    quiz.withdraw()
    assert quiz.round.draft == TypedResponse("Thận")


def test_a_round_of_what_was_due_once_more_leads_to_what_there_is_now(stand):
    card = Card("name-point:BL25", "BL25", "BL25", MemoryState(2.0, 5.0), "2026-11-22")
    stand.log.put_card(UNNAMED_ID, replace(card, day="2026-11-20", rating=Rating.GOOD))
    stand.setup.read()
    quiz = stand.start(deck="due")
    stand.answer(right=True)
    quiz.dismiss()
    assert quiz.stage is Stage.END
    quiz.start()
    assert quiz.stage is Stage.SETUP
    assert "due" not in {deck.id for deck in stand.setup.decks}


def test_whoever_learns_next_sees_nothing_of_the_one_before(stand):
    quiz = stand.start(length=5)
    quiz.give_up()
    quiz.stop()
    stand.learner = LearnerMemory(2, stand.log, DoublingSchedule(), FakeCalendar())
    quiz.follow_learner()
    assert quiz.stage is Stage.SETUP
    assert quiz.summary is None
    assert "misses" not in {deck.id for deck in stand.setup.decks}


def test_the_harder_form_is_kept_with_the_round(stand):
    stand.setup.let_turn(can=True)
    quiz = stand.start(turned=True)
    assert quiz.round.plan.turned
    assert stand.log.begun[-1].turned


@pytest.mark.parametrize("lacks", ["pictures", "wish", "words"])
def test_the_harder_form_needs_pictures_that_turn_and_questions_that_have_some(stand, lacks):
    stand.setup.let_turn(can=lacks != "pictures")
    quiz = stand.start(turned=lacks != "wish", worded=lacks == "words")
    assert not quiz.round.plan.turned
    assert not stand.log.begun[-1].turned
    assert stand.setup.wish.turned is (lacks != "wish")  # wished for again with the next pictures
    assert stand.setup.lacks_turning is (lacks == "pictures")


def test_misses_are_asked_again_as_hard_while_pictures_turn(stand):
    stand.setup.let_turn(can=True)
    quiz = stand.start(turned=True, tries=1, length=5)
    for can in (True, False):
        while quiz.stage is Stage.ROUND:
            stand.answer(right=False)
            quiz.dismiss()
            if quiz.round.number > 2:
                quiz.stop()
        stand.setup.let_turn(can=can)
        quiz.only_misses()
        assert quiz.round.plan.turned is can
