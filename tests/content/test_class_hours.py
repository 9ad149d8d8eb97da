"""Every shipped lesson as a class hour: the same for both partners, as long as it says."""

import pytest

from massage_trainer.domain.classroom.pace import (
    MINUTE_MS,
    ClassHour,
    allowance_ms,
    plan_class,
    swap_index,
    work_of,
)
from massage_trainer.domain.classroom.reminders import Reminders
from massage_trainer.domain.teacher import TeacherChoices, settle
from massage_trainer.domain.timeline import unroll
from massage_trainer.services.content.library import ContentLibrary
from massage_trainer.services.content.sources import ContentPlaces
from massage_trainer.services.resources import assets_dir, protocols_dir

LESSONS = sorted(
    path.stem
    for path in protocols_dir().glob("*.yaml")
    if "\nfragment: true" not in path.read_text(encoding="utf-8")
)


@pytest.fixture(scope="module")
def library():
    places = ContentPlaces(
        protocols=(protocols_dir(),),
        catalog=assets_dir() / "catalog",
        plates_index=assets_dir() / "plates" / "index.json",
        cache=None,
    )
    return ContentLibrary(places, TeacherChoices, lambda: "")


def settled(library, lesson_id, **answers):
    defaults = {q.id: q.default for q in library.catalog().questions.values()}
    return settle(library.lesson(lesson_id), TeacherChoices(answers=answers), defaults)


@pytest.mark.parametrize("swaps", [True, False])
@pytest.mark.parametrize("percent", [None, 50])
@pytest.mark.parametrize("minutes", [30, 45, 60, 90, 120, 180])
@pytest.mark.parametrize("lesson_id", LESSONS)
def test_what_is_planned_is_what_is_played(library, lesson_id, minutes, percent, swaps):
    hour = ClassHour(minutes * MINUTE_MS, swaps=swaps)
    plan = plan_class(settled(library, lesson_id), hour, percent)
    timeline = unroll(plan.protocol)
    assert plan.total_ms == timeline.total_ms + sum(map(allowance_ms, timeline.segments))
    assert plan.fits == (plan.total_ms <= hour.length_ms)
    assert (swap_index(timeline) is not None) == swaps
    if swaps:
        assert work_of(timeline, 1) == work_of(timeline, 2) != []


def test_the_other_answers_of_a_teacher_are_as_fair(library):
    answers = {"leg-first": "left-first", "gb30-position": "side-lying", "points-sides": "in-turn"}
    lesson = settled(library, "whole-session", **answers)
    timeline = unroll(plan_class(lesson, ClassHour(240 * MINUTE_MS), None).protocol)
    assert work_of(timeline, 1) == work_of(timeline, 2)
    told = [reminder.index for reminder in Reminders(timeline).all()]
    swap = swap_index(timeline)
    first = [timeline.segments[i].path for i in told if i < swap]
    second = [timeline.segments[i].path for i in told if i > swap]
    assert [path.partition("/")[2] for path in first] == [path.partition("/")[2] for path in second]
