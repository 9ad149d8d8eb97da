"""The quiz of a class without a window: what is put up when, and what is kept."""

import json

import pytest

from massage_trainer.domain.classroom.board import PenLine
from massage_trainer.domain.classroom.ports import NO_GROUP
from massage_trainer.domain.classroom.slides import (
    Cover,
    QuestionSlide,
    ResultSlide,
    WaitingSlide,
)
from massage_trainer.domain.plate import ClientBody
from massage_trainer.domain.quiz.kinds import KINDS
from massage_trainer.viewmodels.class_quiz import MOST_SEED, ClassQuizParts, ClassQuizViewModel
from massage_trainer.viewmodels.classroom import ClassroomViewModel
from massage_trainer.viewmodels.quiz import Stage
from massage_trainer.viewmodels.quiz_setup import QuizSetup
from tests.fakes import FakeClock
from tests.fakes_class import MemoryClassStore
from tests.fakes_record import FakeCalendar
from tests.quiz_examples import shipped_source
from tests.unit.widgets.quiz_stand import shipped_plates


class Stand:
    def __init__(self):
        self.clock, self.store = FakeClock(), MemoryClassStore()
        self.seeds = iter(range(40, 400))
        self.classroom = ClassroomViewModel()
        setup = QuizSetup(shipped_source, lambda: None)
        parts = ClassQuizParts(
            self.clock,
            FakeCalendar(),
            shipped_plates(),
            self.store,
            lambda: next(self.seeds),
            lambda: ClientBody.MAN,
        )
        self.quiz = ClassQuizViewModel(setup, self.classroom, parts)
        self.quiz.read()

    @property
    def shown(self):
        return self.classroom.shown.slide

    def start(self, *kinds, **wish):
        self.quiz.setup.update(kinds=frozenset(kinds or ("name-point",)), **{"length": 5, **wish})
        self.quiz.start()
        return self.quiz

    def right_place(self):
        """Where the asked point is in the picture."""
        places = shipped_plates().places(
            shipped_plates().index.still(
                self.shown.shot.plate_id,
                self.shown.shot.side,
                self.shown.shot.frame,
                None,
                ClientBody.MAN,
            )
        )
        item = self.quiz.question.item
        return next(
            spot.at
            for key, sides in places.points.items()
            if key.partition("@")[0] == item
            for spot in sides.values()
            if spot.sight.value == "visible"
        )

    @property
    def answers(self):
        return self.store.answers(1)


@pytest.fixture
def stand(qapp):
    return Stand()


def test_nothing_is_put_up_before_a_round_begins(stand):
    assert isinstance(stand.shown, WaitingSlide)
    assert stand.quiz.stage is Stage.SETUP
    assert 0 < stand.quiz.seed <= MOST_SEED


def test_the_class_sees_the_question_and_then_its_answer(stand):
    quiz = stand.start()
    assert isinstance(stand.shown, QuestionSlide)
    assert (stand.shown.number, stand.shown.of, stand.shown.reveal) == (1, 5, None)
    assert len(stand.shown.shown) == 1
    quiz.count(0, 7)
    assert stand.shown.reveal is None
    quiz.tell()
    reveal = stand.shown.reveal
    assert (reveal.counts, reveal.answered) == ((7, 0, 0, 0), 7)
    assert reveal.right.vi in {option.vi for option in stand.shown.options}


def test_clicks_are_seen_by_the_class_with_the_answer_alone(stand):
    quiz = stand.start("locate-point")
    before = stand.shown
    at = stand.right_place()
    assert quiz.click(at)
    assert quiz.click((0.5, 0.3))
    assert not quiz.click((0.001, 0.001))  # beside the body
    assert stand.shown is before
    quiz.tell()
    reveal = stand.shown.reveal
    assert [right for _, right in reveal.clicks] == [True, False]
    assert (reveal.answered, reveal.answered_right) == (2, 1)
    assert any(place.at == at for place in reveal.places)
    assert quiz.question.item in reveal.right.en


def test_every_vote_is_kept_at_once(stand):
    group = stand.store.add_group("12A")
    stand.quiz.read()
    assert stand.quiz.group == group.id
    quiz = stand.start(deck="channel:BL")
    (begun,) = stand.store.rounds(group.id)
    assert (begun.deck, begun.length, begun.seed) == ("channel:BL", 5, quiz.seed)
    quiz.add_hand(1)
    quiz.add_hand(1)
    quiz.add_hand(0)
    assert stand.answers[0].counts == (1, 2, 0, 0)
    quiz.undo()
    assert stand.answers[0].counts == (0, 2, 0, 0)
    assert not json.loads(stand.answers[0].details)["told"]
    quiz.tell()
    assert json.loads(stand.answers[0].details)["told"]
    quiz.ask_again()
    quiz.add_hand(3)
    details = json.loads(stand.answers[0].details)
    assert (details["asking"], details["earlier"][0]["counts"]) == (2, [0, 2, 0, 0])
    quiz.stop()
    assert stand.store.rounds(group.id)[0].ended
    assert quiz.past[0].seed == quiz.seed


def test_an_answer_is_kept_before_it_is_told(stand):
    quiz = stand.start()
    quiz.add_hand(0)
    kept = []
    stand.classroom.shown_changed.connect(
        lambda: kept.append(json.loads(stand.answers[0].details)["told"])
    )
    quiz.tell()
    assert kept == [True]


def test_the_next_picture_is_known_before_it_is_shown_and_the_slide_does_not_hold_it(stand):
    quiz = stand.start("locate-point")
    for _ in range(4):
        coming = stand.classroom.coming
        assert coming is not None
        assert coming == quiz.round.coming.shot
        assert quiz.round.coming.item not in repr(stand.shown)
        quiz.go_on()
        assert stand.shown.shot == coming
    assert stand.classroom.coming is None
    quiz.go_on()
    assert quiz.stage is Stage.END


def test_an_answer_that_was_told_is_taken_back_to_count_anew(stand):
    quiz = stand.start()
    quiz.add_hand(0)
    quiz.tell()
    told = stand.shown
    quiz.correct()
    assert (stand.shown.reveal, quiz.is_told, quiz.votes.total) == (None, False, 1)
    assert not json.loads(stand.answers[0].details)["told"]
    quiz.add_hand(1)
    quiz.tell()
    assert stand.shown.reveal.answered == told.reveal.answered + 1
    assert [answer.counts[:2] for answer in stand.answers] == [(1, 1)]
    quiz.go_on()
    quiz.correct()
    assert stand.shown.number == 2


def test_votes_of_a_class_that_was_deleted_meanwhile_do_not_come_back(stand):
    group = stand.store.add_group("12A")
    stand.quiz.choose_group(group.id)
    quiz = stand.start()
    quiz.add_hand(0)
    assert len(stand.answers) == 1
    stand.store.delete_group(group.id)
    quiz.add_hand(1)
    assert stand.answers == []
    assert not quiz.kept
    quiz.tell()
    quiz.go_on()
    assert quiz.stage is Stage.ROUND


def test_a_full_disk_stops_no_round(stand):
    stand.store.is_full = True
    quiz = stand.start()
    assert not quiz.kept
    quiz.add_hand(0)
    quiz.tell()
    assert stand.shown.reveal is not None


def test_what_was_drawn_on_the_answer_goes_when_it_is_asked_again(stand):
    quiz = stand.start()
    quiz.tell()
    stand.classroom.draw(PenLine(((0.5, 0.5), (0.6, 0.5))))
    stand.classroom.point_spotlight((0.5, 0.5))
    quiz.ask_again()
    assert stand.shown.reveal is None
    assert stand.shown.again
    assert stand.classroom.shown.board.pen == ()
    assert stand.classroom.shown.board.spotlight is None


def test_the_picture_stays_as_it_was_when_the_answer_is_told(stand):
    quiz = stand.start()
    stand.classroom.draw(PenLine(((0.5, 0.5), (0.6, 0.5))))
    quiz.tell()
    assert stand.classroom.shown.board.pen


def test_frozen_the_class_sees_no_answer_until_it_is_let_go(stand):
    quiz = stand.start()
    stand.classroom.toggle_freeze()
    quiz.tell()
    assert stand.shown.reveal is None
    quiz.go_on()
    assert stand.shown.number == 1
    stand.classroom.toggle_freeze()
    assert (stand.shown.number, stand.shown.reveal) == (2, None)


def test_a_cover_hides_and_loses_nothing(stand):
    quiz = stand.start()
    stand.classroom.set_cover(Cover.BLACK)
    quiz.tell()
    assert stand.classroom.cover is Cover.BLACK
    assert quiz.is_told


def test_the_end_is_put_up_with_what_each_question_came_to(stand):
    quiz = stand.start(length=5)
    for hands in (3, 0, 5, 1, 2):
        quiz.count(0, hands)
        quiz.tell()
        quiz.go_on()
    assert quiz.stage is Stage.END
    assert isinstance(stand.shown, ResultSlide)
    assert stand.shown.answered == 11
    assert len(stand.shown.lines) == 5
    quiz.to_setup()
    assert quiz.stage is Stage.SETUP


def test_the_same_number_asks_the_same_questions(stand):
    def asked():
        quiz, found = stand.start("locate-point", "which-level"), []
        while quiz.stage is Stage.ROUND:
            found.append((quiz.question.key, quiz.question.shot))
            quiz.go_on()
        quiz.to_setup()
        return found

    stand.quiz.set_seed(77)
    first = asked()
    assert stand.quiz.seed != 77
    stand.quiz.set_seed(77)
    assert asked() == first
    stand.quiz.set_seed(78)
    assert asked() != first


def test_nothing_to_ask_is_told_and_nothing_begins(stand, qtbot):
    with qtbot.wait_signal(stand.quiz.nothing_found, timeout=0):
        stand.start("name-stroke", deck="channel:BL")
    assert stand.quiz.stage is Stage.SETUP
    assert stand.store.rounds(NO_GROUP) == []


def test_after_something_else_the_quiz_is_put_up_again(stand):
    quiz = stand.start()
    stand.classroom.show(WaitingSlide())
    assert not quiz.is_shown
    quiz.show_again()
    assert quiz.is_shown
    assert isinstance(stand.shown, QuestionSlide)


@pytest.mark.parametrize("kind", [kind.id for kind in KINDS])
def test_each_kind_is_asked_told_and_kept(stand, kind):
    quiz = stand.start(kind, length=5)
    while quiz.stage is Stage.ROUND:
        assert stand.shown.reveal is None
        if quiz.round.points:
            quiz.click((0.5, 0.4))
        else:
            quiz.add_hand(0)
        quiz.tell()
        assert stand.shown.reveal is not None
        quiz.go_on()
    assert 0 < len(stand.shown.lines) <= 5
    assert len(stand.answers) == len(stand.shown.lines)
