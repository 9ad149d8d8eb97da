"""Kinds over a catalogue made in the test: what is fair, what is left out, what is broken."""

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.catalog import Shown, Sure
from massage_trainer.domain.construction import Along, At, Between, Cross, Go, Level, Stride, Walk
from massage_trainer.domain.quiz.deck import all_deck
from massage_trainer.domain.quiz.kinds import KINDS
from massage_trainer.domain.quiz.kinds.caution import MayPress, may_press
from massage_trainer.domain.quiz.kinds.locate import LocatePoint
from massage_trainer.domain.quiz.kinds.measure import MeasureCun, WhichLevel
from massage_trainer.domain.quiz.kinds.name import NamePoint, TypePoint
from massage_trainer.domain.quiz.kinds.order import NextPoint
from massage_trainer.domain.quiz.landmarks import landmark_topics
from massage_trainer.domain.quiz.place_words import construction_words
from massage_trainer.domain.quiz.question import NumberResponse, Shot, TypedResponse
from massage_trainer.domain.quiz.rivals import plausible_points
from massage_trainer.domain.quiz.source import LessonContent, QuizPictures, QuizSource, RestPlace
from massage_trainer.domain.screening import Finding, Targets, Weight
from massage_trainer.domain.text import LocalizedText
from massage_trainer.domain.verdict import Grade
from tests.chart_examples import CUN_M
from tests.examples import text
from tests.plate_examples import MIDLINE, PLACES, plate_catalog, plate_judge

SHOT = Shot("points-back")


class FlatJudges:
    """Both clients are the flat back of plate_examples."""

    def points(self, client):
        return plate_judge()

    def landmarks(self, client):
        return None


def made_source(**changes):
    catalog = replace(plate_catalog(), **changes)
    shots = {code: dict.fromkeys(sides(code), (SHOT,)) for code in catalog.points}
    rest = {code: RestPlace((across, 0.0, up), CUN_M) for code, (across, up) in PLACES.items()} | {
        "L2": RestPlace((0.0, 0.0, 0.0), CUN_M)
    }
    lesson = LessonContent("loin", text("loin"), ("BL23", "BL25", "BL23"), ())
    return QuizSource(catalog, (lesson,), QuizPictures(shots), rest, FlatJudges())


def sides(code):
    return (Side.MIDLINE,) if code in MIDLINE else (Side.LEFT, Side.RIGHT)


def asked(kind, source, seed=0):
    return {q.item: q for q in kind.questions(source, all_deck(source), Random(seed))}


def with_point(source, code, **changes):
    points = dict(source.catalog.points)
    points[code] = replace(points[code], **changes)
    return replace(source, catalog=replace(source.catalog, points=points))


def test_what_is_only_text_or_never_asked_is_not_asked():
    source = with_point(made_source(), "BL23", shown=Shown.TEXT)
    source = with_point(source, "BL25", practice=False)
    for kind in KINDS:
        if kind.id == NextPoint.id:
            continue  # asks what the lesson presses, and lessons are checked for that
        for question in asked(kind, source).values():
            assert question.topic not in ("BL23", "BL25")
            assert not {"BL23", "BL25"} & {option.id for option in question.options}


def test_without_pictures_or_judges_no_place_is_asked_for():
    source = made_source()
    assert asked(LocatePoint(), source)
    assert not asked(LocatePoint(), replace(source, pictures=QuizPictures()))
    assert not asked(NamePoint(), replace(source, pictures=QuizPictures()))
    assert not asked(LocatePoint(), replace(source, judges=None))
    assert not asked(LocatePoint(), replace(source, rest={}))


def test_a_point_of_the_same_name_or_place_never_stands_against_another():
    source = with_point(made_source(), "BL25", also_vi=("THAN DU",))
    source = replace(source, rest=source.rest | {"BL52": source.rest["BL23"]})
    for seed in range(20):
        ids = {option.id for option in asked(NamePoint(), source, seed)["BL23"].options}
        assert ids == {"BL23", "GV4"}


@given(st.integers(0, 10_000))
def test_wrong_answers_are_each_there_once_and_never_the_right_one(seed):
    source = made_source()
    point = source.catalog.points["BL23"]
    codes = [other.code for other in plausible_points(point, source, Random(seed))]
    assert sorted(codes) == ["BL25", "BL52", "GV4"]


@given(st.floats(0, 25))
def test_a_measure_is_right_within_a_tenth_and_near_within_a_step(value):
    source = made_source()
    question = asked(MeasureCun(), source)["BL23"]
    away = abs(value - 1.5)
    grade = MeasureCun().judge(question, NumberResponse(value), source).grade
    if away <= 0.1:
        assert grade is Grade.HIT
    elif away <= 0.6:
        assert grade is Grade.NEAR
    else:
        assert grade is Grade.MISS


@pytest.mark.parametrize(
    "changes",
    [
        {"find": LocalizedText("đo ra", "go out a little")},  # the finding gives no figure
        {"find": LocalizedText("đo ra 11,5", "go out 11.5")},  # another figure
        {"sure": Sure.MEDIUM},
    ],
)
def test_only_what_the_books_give_is_to_be_measured(changes):
    assert "BL23" in asked(MeasureCun(), made_source())
    assert "BL23" not in asked(MeasureCun(), with_point(made_source(), "BL23", **changes))


def test_landmarks_that_no_asked_point_leads_to_are_not_asked():
    source = made_source()
    assert landmark_topics(source.catalog) == {"L2": ("BL23",)}
    quiet = with_point(source, "BL23", practice=False)
    for code in ("BL25", "BL52", "GV4"):
        quiet = with_point(quiet, code, sites=(), level_with=())
    assert not landmark_topics(quiet.catalog)


def test_a_level_that_is_not_certain_is_not_asked():
    assert "BL23" in asked(WhichLevel(), made_source())
    assert "BL23" not in asked(WhichLevel(), with_point(made_source(), "BL23", sure=Sure.LOW))


def test_a_lesson_that_goes_on_now_so_now_otherwise_is_not_asked():
    source = made_source()
    lessons = (LessonContent("x", text("x"), ("BL23", "BL25", "GV4", "BL23", "BL52"), ()),)
    found = asked(NextPoint(), replace(source, lessons=lessons))
    assert set(found) == {"x", "x/BL25", "x/GV4"}
    assert found["x"].right == {"BL23"}
    assert found["x/BL25"].right == {"GV4"}


def test_what_two_lessons_share_is_asked_in_the_first():
    source = made_source()
    again = LessonContent("whole", text("whole"), ("BL23", "BL25", "BL52"), ())
    assert set(asked(NextPoint(), replace(source, lessons=(*source.lessons, again)))) == {
        "loin",
        "loin/BL23",
        "loin/BL25",
        "whole/BL25",
    }


@given(st.text(max_size=40))
def test_whatever_is_typed_is_judged(typed):
    source = made_source()
    question = asked(TypePoint(), source)["BL23"]
    assert TypePoint().judge(question, TypedResponse(typed), source).grade in Grade


def finding(weight=Weight.NOTE, **changes):
    return Finding("f", text("f"), weight, text("because"), **changes)


def test_the_catalogue_divides_what_may_be_pressed():
    source = made_source()
    point, other = source.catalog.points["BL23"], source.catalog.points["BL25"]
    strokes = frozenset({"day-an"})
    cases = [
        (finding(Weight.STOP), point, MayPress.NO),
        (finding(Weight.ASK), point, MayPress.ASK),
        (finding(), point, MayPress.YES),
        (finding(mark=Targets(strokes=("day-an",))), point, MayPress.YES),
        (finding(leave_out=Targets(strokes=("day-an",))), point, MayPress.NO),
        (finding(leave_out=Targets(strokes=("dam",))), point, MayPress.YES),
        (finding(ask_first=Targets(strokes=("day-an",))), point, MayPress.ASK),
        (finding(ask_first=Targets(points=("BL23",))), point, MayPress.ASK),
        (finding(ask_first=Targets(points=("BL23",))), other, MayPress.YES),
        (finding(leave_out=Targets(regions=("lumbar",))), point, MayPress.NO),
    ]
    for case, pressed, expected in cases:
        assert may_press(case, pressed, strokes) is expected, case


@pytest.mark.parametrize(
    ("construction", "vi", "en"),
    [
        (Level("L2", 1.5, "back"), "cách đường giữa 1,5 thốn", "1.5 cun from the midline"),
        (Level("L2", 0, "back"), "trên đường giữa", "on the midline"),
        (At("L2"), "trên đường giữa", "on the midline"),
        (At("BL23"), "ở Thận du (BL23)", "at Shènshū (BL23)"),
        (Between("BL23", "GV4", 0.5), "chính giữa", "midway between"),
        (Between("BL23", "GV4", 0.3333), "một phần ba", "one third"),
        (Between("BL23", "GV4", 0.3), "3/10", "3/10"),
        (Along("BL23", "GV4", 3, "back"), "đi về phía", "3 cun from"),
        (Walk("BL23", (Stride(Go.CRANIAL, 2), Stride(Go.LATERAL, 0.4)), "back"), "rồi", "then"),
        (Cross("L2", "BL23", "GV4"), "trên đường từ", "on the line from"),
    ],
)
def test_every_construction_can_be_said(construction, vi, en):
    words = construction_words(construction, plate_catalog())
    assert vi in words.vi
    assert en in words.en
