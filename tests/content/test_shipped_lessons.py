"""Everything that is shipped: loads without a mistake, resolves, is in NFC and used."""

import re
import unicodedata

import pytest

from massage_trainer.domain.catalog import Shown, Sure
from massage_trainer.domain.protocol import Block, Points, SidesByAnswer
from massage_trainer.services.content.builder import LessonBuilder, LessonFile
from massage_trainer.services.content.catalog_files import FILES
from massage_trainer.services.content.catalog_loader import load_catalog
from massage_trainer.services.content.check_command import check
from massage_trainer.services.content.sources import CATALOG_FILES
from massage_trainer.services.resources import assets_dir, protocols_dir

LESSONS = {path.stem: LessonFile(path, path.name) for path in protocols_dir().glob("*.yaml")}
CATALOG = assets_dir() / "catalog"
LOADED = load_catalog(CATALOG, "assets/catalog")  # pictures: see --check below
BUILDER = LessonBuilder(LESSONS, LOADED.vocabulary, lambda _: None)
SHOWN = {
    *("lumbar-acupressure", "stretch-knees-down", "stretch-knees-to-chest"),
    *("hip-knee-mobilisation", "other-back-techniques", "whole-session"),
}


def steps_of(body):
    for item in body:
        if isinstance(item, Block):
            yield from steps_of(item.body)
        else:
            yield item


STEPS = [
    step
    for lesson_id in sorted(LESSONS)
    if (protocol := BUILDER.compiled(lesson_id).protocol)
    for step in steps_of(protocol.body)
]


def test_the_catalogue_has_no_mistake():
    assert [str(error) for error in LOADED.errors] == []


@pytest.mark.parametrize("lesson_id", sorted(LESSONS))
def test_a_shipped_lesson_has_no_mistake(lesson_id):
    assert [str(error) for error in BUILDER.compiled(lesson_id).errors] == []


def test_the_check_command_agrees_and_finds_every_picture():
    assert check([], protocols_dir(), assets_dir(), lambda _: None) == []


def test_the_library_shows_the_articles_five_lessons_and_the_whole_session():
    protocols = [BUILDER.compiled(lesson_id).protocol for lesson_id in LESSONS]
    assert {p.id for p in protocols if not p.fragment} == SHOWN
    orders = [p.order for p in protocols if not p.fragment]
    assert len(set(orders)) == len(orders)


def test_the_catalogue_is_all_there():
    assert sorted(CATALOG_FILES) == sorted(FILES)
    found = {path.stem for path in CATALOG.glob("*.yaml")}
    # The one is for checking the figures, the other is read when there is an exam.
    assert found - {"body_ratios", "rubric"} == set(CATALOG_FILES)


SOURCES = sorted([*(file.path for file in LESSONS.values()), *CATALOG.glob("*.yaml")])


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_shipped_text_is_nfc_with_plain_line_ends(path):
    data = path.read_bytes()
    text = data.decode("utf-8")
    assert unicodedata.is_normalized("NFC", text)
    assert b"\r" not in data
    assert not text.startswith("\ufeff")


def used(kind):
    return {getattr(step, f"{kind}_id") for step in STEPS} - {""}


@pytest.mark.parametrize("kind", ["stroke", "region", "position"])
def test_nothing_in_the_catalogue_is_unused(kind):
    assert set(getattr(LOADED.catalog, f"{kind}s")) == used(kind)


def test_no_question_is_unused():
    assert set(LOADED.catalog.questions) == {q for step in STEPS for q in step.questions}


HELD = {hold.point_id for s in STEPS if isinstance(s.dose, Points) for hold in s.dose.holds}


def test_every_point_that_is_pressed_may_be_shown_and_asked():
    assert {"BL23", "BL25", "GB30", "BL36"} == HELD
    for code in HELD:
        point = LOADED.catalog.points[code]
        assert point.shown is not Shown.TEXT
        assert point.practice
        assert point.sure is Sure.HIGH


def test_every_zone_is_shown_by_a_step_that_must_avoid_it():
    assert {zone for step in STEPS for zone in step.avoid} == set(LOADED.catalog.zones)


# What the words of a step warn of, in both languages, and the zone that the picture then shows.
WARNINGS = [
    (r"knee (hollow|crease)|hố khoeo|nếp khoeo", "popliteal-fossa"),
    (r"flank|twelfth rib, the kid|kidneys|mạn sườn|vùng thận", "kidney"),
    (r"sciatic nerve|thần kinh tọa", "sciatic-notch"),
    (
        r"on spine|bony (spine|tips)|the spine or|on the spine, the"
        r"|(lên|[Tt]ránh) gai sống|lên cột sống",
        "spine",
    ),
]


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize(("words", "zone"), WARNINGS)
def test_a_step_that_warns_of_a_zone_shows_it(words, zone, language):
    warned = set()
    for step in STEPS:
        told = [step.words.watch, step.words.contact] if step.stroke_id else []
        text = " ".join(getattr(part, language) for part in told if part)
        if re.search(words, text):
            warned.add(step.id)
            assert zone in step.avoid, step.id
    assert warned


def test_a_step_that_depends_on_an_answer_shows_its_question():
    for step in STEPS:
        questions = {condition.question_id for condition in step.when}
        if isinstance(step.sides, SidesByAnswer):
            questions.add(step.sides.question_id)
        assert questions <= set(step.questions), step.id


def test_every_step_of_work_carries_a_sentence_of_the_article():
    assert [s.id for s in STEPS if s.stroke_id and s.words.contact and not s.source] == []
