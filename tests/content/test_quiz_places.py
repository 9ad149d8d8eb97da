"""Questions about places: each accepts its own place, on both sides, and no other point's."""

from random import Random

import pytest

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.plate import ClientBody
from massage_trainer.domain.point_search import fold, spellings
from massage_trainer.domain.quiz.deck import Deck, all_deck
from massage_trainer.domain.quiz.kinds.locate import LocateLandmark, LocatePoint
from massage_trainer.domain.quiz.kinds.name import NamePoint, TypePoint
from massage_trainer.domain.quiz.question import ChoiceResponse, PlaceResponse, TypedResponse
from massage_trainer.domain.quiz.rivals import are_confusable
from massage_trainer.domain.verdict import Grade
from massage_trainer.services.body_places import read_body_places
from massage_trainer.services.resources import assets_dir
from tests.quiz_examples import all_questions, shipped_source

STAGE = assets_dir() / "stage"
BODIES = {
    ClientBody.MAN: read_body_places(STAGE, "client.places.json"),
    ClientBody.WOMAN: read_body_places(STAGE / "woman", "client.places.json"),
}


def places_of(client, key):
    body = BODIES[client]
    return {side: place.rest for side, place in (body.points | body.landmarks)[key].items()}


def grade(kind, question, place, client=ClientBody.MAN):
    return kind.judge(question, PlaceResponse(place, client=client), shipped_source()).grade


@pytest.mark.parametrize("client", ClientBody)
def test_a_point_is_found_at_each_of_its_own_places(client):
    kind, catalog = LocatePoint(), shipped_source().catalog
    questions = all_questions(kind)
    assert len(questions) >= 85
    for question in questions:
        for site in catalog.points[question.item].sites:
            for side, place in places_of(client, site.key).items():
                assert grade(kind, question, place, client) is Grade.HIT, (question.item, side)


@pytest.mark.parametrize("client", ClientBody)
def test_a_point_is_found_at_no_other_points_place(client):
    kind, source = LocatePoint(), shipped_source()
    points, questions = source.catalog.points, all_questions(kind)
    for other in source.placed_points():
        asked = [q for q in questions if q.item != other.code]
        asked = [q for q in asked if not source.same_place(points[q.item], other)]
        for site in other.sites:
            for place in places_of(client, site.key).values():
                for question in asked:  # one place after the other: it is looked up once
                    found = grade(kind, question, place, client)
                    assert found in (Grade.MISS, Grade.NEAR), (question.item, other.code)


def test_what_was_shown_instead_is_told():
    kind = LocatePoint()
    question = next(q for q in all_questions(kind) if q.item == "BL24")
    place = places_of(ClientBody.MAN, "BL25")[Side.RIGHT]
    outcome = kind.judge(question, PlaceResponse(place), shipped_source())
    assert (outcome.grade, outcome.taken_for) == (Grade.MISS, "BL25")


@pytest.mark.parametrize("client", ClientBody)
def test_a_landmark_is_found_at_its_own_place_and_at_no_other(client):
    kind = LocateLandmark()
    questions = all_questions(kind)
    assert len(questions) >= 40
    asked = {question.item for question in questions}
    for question in questions:
        own = places_of(client, question.item)
        for place in own.values():
            assert grade(kind, question, place, client) is Grade.HIT, question.item
        for other in asked - {question.item}:
            if shipped_source().distance_cun(question.item, other) < 0.35:
                continue
            for place in places_of(client, other).values():
                assert grade(kind, question, place, client) is not Grade.HIT, other


def test_a_miss_of_a_landmark_is_told_in_cun_along_its_axes():
    kind = LocateLandmark()
    question = next(q for q in all_questions(kind) if q.item == "L2")
    x, y, z = places_of(ClientBody.MAN, "BL23")[Side.LEFT]
    verdict = kind.judge(question, PlaceResponse((x, y, z)), shipped_source()).verdict
    assert verdict.exact
    assert verdict.across_cun == pytest.approx(1.5, abs=0.1)
    assert verdict.along_cun == pytest.approx(0, abs=0.15)


@pytest.mark.parametrize("kind", [LocatePoint(), LocateLandmark()])
def test_off_the_body_and_other_forms_are_never_right(kind):
    for question in all_questions(kind):
        assert grade(kind, question, None) is Grade.OFF_BODY
        for response in (TypedResponse(question.item), ChoiceResponse(frozenset({question.item}))):
            assert kind.judge(question, response, shipped_source()).grade is Grade.MISS


def test_only_landmarks_that_points_are_measured_from_are_asked():
    asked = {question.item for question in all_questions(LocateLandmark())}
    assert {"L2", "psis", "iliac-crest-top", "greater-trochanter"} <= asked
    assert not asked & {"coccyx-tip", "gluteal-cleft-top", "back-midline"}


@pytest.mark.parametrize("seed", range(4))
def test_the_options_of_a_name_are_fair(seed):
    source = shipped_source()
    for question in all_questions(NamePoint(), seed):
        mine = source.catalog.points[question.item]
        ids = [option.id for option in question.options]
        assert len(set(ids)) == 4
        assert question.right == {question.item}
        for code in set(ids) - {question.item}:
            assert not are_confusable(mine, source.catalog.points[code], source)
        kind = NamePoint()
        for code in ids:
            outcome = kind.judge(question, ChoiceResponse(frozenset({code})), source)
            assert outcome.is_right == (code == question.item)
            assert outcome.taken_for == ("" if outcome.is_right else code)


def test_every_spelling_of_a_point_is_accepted():
    kind, source = TypePoint(), shipped_source()
    for question in all_questions(kind)[::3]:
        mine = source.catalog.points[question.item]
        for name in spellings(mine):
            for typed in (fold(name), f" {name.upper()} "):
                outcome = kind.judge(question, TypedResponse(typed), source)
                assert outcome.grade is Grade.HIT, typed


def test_no_other_points_name_is_accepted():
    kind, source = TypePoint(), shipped_source()
    points = list(source.catalog.points.values())
    random = Random(0)
    for question in all_questions(kind):
        own = {fold(name) for name in spellings(source.catalog.points[question.item])}
        for other in random.sample(points, 1):
            for name in spellings(other):
                if fold(name) not in own:  # two points are called Dương quan
                    outcome = kind.judge(question, TypedResponse(name), source)
                    assert outcome.grade is Grade.MISS, (question.item, name)
                    assert outcome.taken_for


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("shen4 shu4", Grade.HIT),
        ("bl-23", Grade.HIT),
        ("UB 23", Grade.HIT),
        ("V23", Grade.HIT),
        ("肾俞", Grade.HIT),
        ("ＢＬ２３", Grade.HIT),
        ("THẬN DU", Grade.HIT),
        ("than d", Grade.NEAR),
        ("shenshuu", Grade.NEAR),
        ("bl24", Grade.MISS),
        ("Hợp cốc", Grade.MISS),  # not taught here
        ("bl2", Grade.MISS),
        ("23", Grade.MISS),
        ("", Grade.MISS),
        ("  ", Grade.MISS),
    ],
)
def test_what_is_typed_for_a_point(typed, expected):
    kind = TypePoint()
    question = next(q for q in all_questions(kind) if q.item == "BL23")
    assert kind.judge(question, TypedResponse(typed), shipped_source()).grade is expected


def test_an_untaught_name_is_no_slip_of_a_taught_one():
    kind = TypePoint()
    question = next(q for q in all_questions(kind) if q.item == "BL31")
    for name in ("Thượng liêm", "Shànglián"):  # LI9
        assert kind.judge(question, TypedResponse(name), shipped_source()).grade is Grade.MISS
    slip = kind.judge(question, TypedResponse("Thượng liêx"), shipped_source())
    assert slip.grade is Grade.NEAR


def test_i_and_y_are_one_letter_of_vietnamese():
    kind = TypePoint()
    question = next(q for q in all_questions(kind) if q.item == "BL20")
    assert kind.judge(question, TypedResponse("Tì du"), shipped_source()).is_right


@pytest.mark.parametrize("kind", [LocatePoint(), LocateLandmark(), NamePoint(), TypePoint()])
def test_the_same_seed_asks_the_same(kind):
    assert all_questions(kind, 3) == all_questions(kind, 3)
    assert all_questions(kind, 3) != all_questions(kind, 4)


@pytest.mark.parametrize("kind", [LocatePoint(), NamePoint(), TypePoint()])
def test_a_deck_limits_what_is_asked(kind):
    source = shipped_source()
    deck = Deck("x", all_deck(source).title, ("BL23", "GB30"))
    assert {q.item for q in kind.questions(source, deck, Random(0))} == {"BL23", "GB30"}
    keyed = Deck("due", all_deck(source).title, keys=frozenset({f"{kind.id}:BL25"}))
    assert [q.key for q in kind.questions(source, keyed, Random(0))] == [f"{kind.id}:BL25"]
