"""The harder form of the quiz on a still, and answers that were given to a body that turned."""

import pytest

from massage_trainer.domain.plate import ClientBody
from massage_trainer.widgets.body_picture import Sign
from massage_trainer.widgets.quiz.turning import TurnNotice
from tests.unit.widgets.quiz_stand import QuizStand


@pytest.fixture
def quiz(qtbot, look):
    made = []  # held: what is collected while it is painted brings the interpreter down

    def make(*kinds, turns=True, **wish):
        made.append(QuizStand(qtbot))
        made[-1].quiz.setup.let_turn(can=turns)
        made[-1].start(*kinds, deck="channel:BL", turned=True, **wish)
        return made[-1]

    return make


def notice(stand):
    return stand.page.findChild(TurnNotice, "turn-notice")


def test_a_still_says_that_it_cannot_be_turned_and_is_answered_as_ever(quiz):
    stand = quiz("locate-point", aloud=True)
    assert notice(stand).isVisible()
    assert "still picture" in notice(stand).text()
    stand.click(stand.spots()[0])
    stand.quiz.confirm()
    assert stand.round.last.outcome.is_right
    assert not notice(stand).isVisible(), "nothing is to be turned any more"


@pytest.mark.parametrize("kind", ["name-point", "measure"])
def test_other_kinds_have_nothing_to_turn(quiz, kind):
    assert not notice(quiz(kind)).isVisible()


def test_a_round_without_the_harder_form_says_nothing_of_it(quiz):
    stand = quiz("locate-point", turns=False)
    assert not stand.round.plan.turned
    assert not notice(stand).isVisible()


def test_an_answer_of_a_turned_body_is_marked_where_the_stills_show_its_place(quiz):
    """It has no place in the picture, for that was seen from elsewhere."""
    stand = quiz("locate-point", tries=1, length=5)
    at = stand.wrong_place()
    place = stand.picture.place_at(at)
    stand.quiz.aim(place, None, ClientBody.MAN)
    stand.quiz.confirm()
    stand.layout()
    (own,) = [mark for mark in stand.canvas.sketch.marks if mark.sign is Sign.OWN]
    x, y = stand.canvas.view.to_screen(at)
    assert (own.x, own.y) == pytest.approx((x, y), abs=4)
    stand.quiz.stop()
    stand.layout()
    marks = stand.end.picture.canvas.drawing.marks
    (click,) = [mark.at for mark in marks if mark.sign is Sign.OWN]
    assert click == pytest.approx(at, abs=0.01)
    assert stand.end.picture.canvas.drawing.heat == (click,)
