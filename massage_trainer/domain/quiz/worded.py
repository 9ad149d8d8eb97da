"""The worded form of a question: the same one for whoever does not see the picture."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, Final

from massage_trainer.domain.construction import At
from massage_trainer.domain.quiz.kinds.base import OPTIONS, shuffled
from massage_trainer.domain.quiz.kinds.locate import LocateLandmark, LocatePoint
from massage_trainer.domain.quiz.kinds.name import NamePoint, TypePoint
from massage_trainer.domain.quiz.kinds.side import LeftOrRight
from massage_trainer.domain.quiz.kinds.stroke import HandPart, NameStroke
from massage_trainer.domain.quiz.kinds.wrong import WhatIsWrong
from massage_trainer.domain.quiz.kinds.zone import WhichZone
from massage_trainer.domain.quiz.landmarks import landmark_topics
from massage_trainer.domain.quiz.levels import are_level, lateral_of, level_of, levels, window
from massage_trainer.domain.quiz.names import filled, in_sentence, place_name, point_name
from massage_trainer.domain.quiz.place_words import (
    construction_words,
    cun_words,
    is_vertebra,
    where_words,
)
from massage_trainer.domain.quiz.question import Form, Option, Question
from massage_trainer.domain.quiz.rivals import plausible_points
from massage_trainer.domain.quiz.worded_hands import hand_words, stroke_words
from massage_trainer.domain.quiz.worded_sides import side_words
from massage_trainer.domain.text import LocalizedText

if TYPE_CHECKING:
    from random import Random

    from massage_trainer.domain.catalog import Acupoint
    from massage_trainer.domain.quiz.source import QuizSource

_Worder = Callable[[Question, "QuizSource", "Random"], Question]

_BY_VERTEBRA: Final = LocalizedText(
    "Huyệt {name} nằm ngang bờ dưới gai sống của đốt nào, và cách đường giữa mấy thốn?",
    "From the lower edge of which vertebra, and how many cun out, does {name} lie?",
)
_WHERE: Final = LocalizedText("Huyệt {name} nằm ở đâu?", "Where does {name} lie?")
_FIND: Final = LocalizedText("Tìm {name} bằng tay thế nào?", "How does a hand find the {name}?")
_WHICH: Final = LocalizedText("Đây là huyệt nào: {where}?", "Which point is this: {where}?")
_WRONG: Final = LocalizedText(
    "Có người định ấn huyệt {name} ở chỗ này: {where}. Chỗ này sai ở đâu?",
    "Somebody means to press {name} here: {where}. What is wrong with it?",
)
_ZONE_OF: Final = LocalizedText(
    "Huyệt {name} nằm trong một vùng cần tránh. Đó là vùng nào?",
    "{name} lies in a zone to avoid. Which zone is it?",
)
_ZONE: Final = LocalizedText(
    "Chỗ này nằm trong một vùng cần tránh: {where}. Đó là vùng nào?",
    "This spot lies in a zone to avoid: {where}. Which zone is it?",
)
_CUN_WEIGHED: Final = (1.5, 3.0)
_LEVELS_WEIGHED: Final = 6
_PARTS_OF_SPINE: Final = {"C": "Cổ", "T": "Ngực", "L": "Thắt lưng", "S": "Cùng"}
# The spots that are neither points nor landmarks, by the names that they have in spots.py.
_SPOTS: Final = {
    "C01": LocalizedText(
        "ngang bờ dưới gai sống thắt lưng 2 (L2), cách đường giữa 15 cm",
        "level with the lower edge of the spinous process of L2, 15 cm from the midline",
    ),
    "C02": LocalizedText(
        "ngang bờ dưới gai sống thắt lưng 4 (L4), cách đường giữa 15 cm",
        "level with the lower edge of the spinous process of L4, 15 cm from the midline",
    ),
    "C04": LocalizedText(
        "từ khe xương cùng đi về phía mấu chuyển lớn, được một phần ba đường",
        "a third of the way from the sacral hiatus towards the greater trochanter",
    ),
    "kidney": LocalizedText(
        "ngang bờ dưới gai sống thắt lưng 2 (L2), cách đường giữa 4 thốn",
        "level with the lower edge of the spinous process of L2, 4 cun from the midline",
    ),
    "sciatic-notch": LocalizedText(
        "ở mông, ngay phía trong huyệt Hoàn khiêu (GB30)",
        "on the buttock, just inward of Huántiào (GB30)",
    ),
}
# Points inside a zone whose places can be told without the zone's own name.
_IN_ZONES: Final = {"spine": ("GV4", "GV7", "GV9", "GV10"), "popliteal-fossa": ("BL40",)}


def worded(question: Question, source: QuizSource, random: Random) -> Question:
    """A question with the same key that needs no picture; itself where it never needed one."""
    worder = _WORDERS.get(question.kind)
    if worder is None:
        return question
    return replace(worder(question, source, random), shot=None, spot=None)


def _locate_point(question: Question, source: QuizSource, random: Random) -> Question:
    point = source.catalog.points[question.item]
    name = point_name(point)
    level = level_of(point, source)
    if lateral_of(point) > 0 and is_vertebra(level):
        prompt, options = filled(_BY_VERTEBRA, name=name), _level_options(point, source, random)
        right = _level_id(level, lateral_of(point))
    else:
        prompt, options = filled(_WHERE, name=name), _where_options(point, source, random)
        right = point.code
    return _chosen(question, prompt, options, right, random)


def _level_id(level: str, cun: float) -> str:
    return f"{level}/{cun:g}"


def _level_options(point: Acupoint, source: QuizSource, random: Random) -> list[Option]:
    """Two levels by two measures: no part of the right answer is named oftener than another."""
    level, cun = level_of(point, source), lateral_of(point)
    ordered = [each for each in levels(source) if is_vertebra(each)]
    shift = random.randrange(_LEVELS_WEIGHED)
    around = window(ordered, ordered.index(level), _LEVELS_WEIGHED, shift)
    other = random.choice([each for each in around if not are_level(each, level, source)])
    measure = random.choice([each for each in _CUN_WEIGHED if each != cun])
    pairs = [(height, beside) for height in (level, other) for beside in (cun, measure)]
    return [Option(_level_id(*pair), _level_text(*pair)) for pair in pairs]


def _level_text(level: str, cun: float) -> LocalizedText:
    words = cun_words(cun)
    return LocalizedText(
        f"{_PARTS_OF_SPINE[level[0]]} {level[1:]} ({level}), {words.vi}", f"{level}, {words.en}"
    )


def _where_options(point: Acupoint, source: QuizSource, random: Random) -> list[Option]:
    """Where likely points lie; no two in the same words."""
    catalog = source.catalog
    found: dict[LocalizedText, str] = {}
    for each in (point, *plausible_points(point, source, random)):
        words = where_words(each, catalog)
        if words and words not in found and point.code not in words.en.replace(")", " ").split():
            found[words] = each.code
        if len(found) == OPTIONS:
            break
    return [Option(code, _capital(words)) for words, code in found.items()]


def _locate_landmark(question: Question, source: QuizSource, random: Random) -> Question:
    landmarks = source.catalog.landmarks
    mark = landmarks[question.item]
    asked = [
        each
        for each in landmark_topics(source.catalog)
        if source.distance_cun(each, mark.id) >= 1 and is_vertebra(each) == is_vertebra(mark.id)
    ]
    asked.sort(key=lambda each: source.distance_cun(each, mark.id))
    near = random.sample(asked[: 2 * OPTIONS], OPTIONS - 1)
    options = [Option(each, _without_names(each, source)) for each in (mark.id, *near)]
    prompt = filled(_FIND, name=in_sentence(mark.name))
    return _chosen(question, prompt, options, mark.id, random)


def _without_names(landmark_id: str, source: QuizSource) -> LocalizedText:
    """How a hand finds it, with a gap for its own name."""
    mark = source.catalog.landmarks[landmark_id]
    vi, en = mark.find.vi, mark.find.en
    short = mark.name.vi.partition(" (")[0].removeprefix("Gai sống ")
    for own in (mark.name.vi.partition(" (")[0], f"gai {short}", f"gai sống {short}"):
        vi = _gap(vi, own)
    for own in (mark.name.en, landmark_id):
        en = _gap(en, own)
    return LocalizedText(_gap(vi, landmark_id), en)


def _gap(text: str, own: str) -> str:
    at = text.casefold().find(own.casefold())
    while at >= 0:
        text = f"{text[:at]}…{text[at + len(own) :]}"
        at = text.casefold().find(own.casefold())
    return text


def _name_point(question: Question, source: QuizSource, random: Random) -> Question:
    """The options stay; where two of them lie in the same words, others come in."""
    point = source.catalog.points[question.item]
    where = where_words(point, source.catalog) or point.find
    prompt = filled(_WHICH, where=where)
    if question.form is not Form.CHOICE:
        return replace(question, prompt=prompt)
    others = (
        each
        for each in plausible_points(point, source, random)
        if where_words(each, source.catalog) != where
    )
    chosen = (point, *islice(others, OPTIONS - 1))
    options = [Option(each.code, point_name(each)) for each in chosen]
    return _chosen(question, prompt, options, point.code, random)


def _what_is_wrong(question: Question, source: QuizSource, random: Random) -> Question:
    del random
    point = source.catalog.points[question.topic]
    where = _spot_words(question, source)
    return replace(question, prompt=filled(_WRONG, name=point_name(point), where=where))


def _which_zone(question: Question, source: QuizSource, random: Random) -> Question:
    points = source.catalog.points
    known = [points[code] for code in _IN_ZONES.get(question.item, ()) if code in points]
    if known:
        return replace(question, prompt=filled(_ZONE_OF, name=point_name(random.choice(known))))
    return replace(question, prompt=filled(_ZONE, where=_spot_words(question, source)))


def _spot_words(question: Question, source: QuizSource) -> LocalizedText:
    """Where the shown spot lies, without the name of a point that lies there."""
    if question.spot is None or not question.spot.key:
        return _SPOTS[question.item]
    key, catalog = question.spot.key, source.catalog
    sites = {site.key: site for point in catalog.points.values() for site in point.sites}
    construction = sites[key].construction if key in sites else At(key)
    return construction_words(construction, catalog) or place_name(key, catalog)


def _chosen(
    question: Question, prompt: LocalizedText, options: list[Option], right: str, random: Random
) -> Question:
    return replace(
        question,
        form=Form.CHOICE,
        prompt=prompt,
        options=shuffled(options, random),
        right=frozenset({right}),
    )


def _capital(text: LocalizedText) -> LocalizedText:
    return LocalizedText(text.vi[:1].upper() + text.vi[1:], text.en[:1].upper() + text.en[1:])


_WORDERS: Final[dict[str, _Worder]] = {
    LocatePoint.id: _locate_point,
    LocateLandmark.id: _locate_landmark,
    NamePoint.id: _name_point,
    TypePoint.id: _name_point,
    LeftOrRight.id: side_words,
    WhatIsWrong.id: _what_is_wrong,
    WhichZone.id: _which_zone,
    NameStroke.id: stroke_words,
    HandPart.id: hand_words,
}
