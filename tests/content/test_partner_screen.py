"""The shipped screen: short enough, complete, and about steps and checks that exist."""

import unicodedata
from pathlib import Path

import pytest

from massage_trainer.domain.partner import OnTheTable, begin_at, covered_steps, fit
from massage_trainer.domain.protocol import Block, Check, Notice, RemarkKind
from massage_trainer.domain.record import Company
from massage_trainer.domain.screening import Weight
from massage_trainer.domain.teacher import TeacherChoices, settle
from massage_trainer.domain.text import LANGUAGES
from massage_trainer.domain.timeline import unroll
from massage_trainer.services.content.library import ContentLibrary
from massage_trainer.services.content.sources import ContentPlaces
from massage_trainer.services.resources import assets_dir, protocols_dir

READ_ALOUD_WORDS_A_MINUTE = {"en": 150, "vi": 220}  # a Vietnamese word here is one syllable
FRAGMENTS = {"opening", "closing", "turn-supine"}
LESSONS = sorted(p.stem for p in Path("protocols").glob("*.yaml") if p.stem not in FRAGMENTS)
# As the safety sheet divides them.
HARD_STOPS = {"R1", "R2", "R3", "R11", "R12", *(f"G{n}" for n in (1, 2, 3, 4, 5, 6, 7, 8))}
ASKED_FIRST = {"R5", "R7", "R8", "R9", "R10"}
URGENT = {"R1", "R2", "R3", "R11"}


@pytest.fixture(scope="module")
def library():
    places = ContentPlaces(
        (protocols_dir(),), assets_dir() / "catalog", assets_dir() / "plates" / "index.json", None
    )
    return ContentLibrary(places, TeacherChoices, str)


@pytest.fixture(scope="module")
def lines(library):
    return library.catalog().screening


@pytest.fixture(scope="module")
def findings(lines):
    return {finding.id: finding for line in lines for finding in line.findings}


@pytest.fixture(scope="module")
def lesson(library):
    defaults = {q.id: q.default for q in library.catalog().questions.values()}
    return lambda name: settle(library.lesson(name), TeacherChoices(), defaults)


def steps_of(body):
    for item in body:
        if isinstance(item, Block):
            yield from steps_of(item.body)
        else:
            yield item


def test_six_lines_are_read_aloud_within_a_minute(lines):
    assert [line.id for line in lines] == ["ready", "danger", "health", "consent", "lie", "signal"]
    for language, pace in READ_ALOUD_WORDS_A_MINUTE.items():
        words = sum(len(line.text.in_language(language).split()) for line in lines)
        assert words <= pace, (language, words)


def test_hard_stops_and_what_is_asked_first_are_divided_as_the_safety_sheet_divides_them(findings):
    by_weight = {weight: set() for weight in Weight}
    for finding in findings.values():
        by_weight[finding.weight].add(finding.caution)
    assert by_weight[Weight.STOP] >= HARD_STOPS
    assert by_weight[Weight.STOP] <= HARD_STOPS | {""}  # a recent injury, no consent
    assert by_weight[Weight.ASK] == ASKED_FIRST | {""}  # an old injury, loss of weight
    assert {f.caution for f in findings.values() if f.urgent} == URGENT
    assert findings["injury-recent"].weight is Weight.STOP
    assert findings["injury-old"].weight is Weight.ASK
    assert findings["weight-loss"].weight is Weight.ASK


def test_every_caution_that_a_person_can_bring_is_asked(findings, library):
    asked = {finding.caution for finding in findings.values()} - {""}
    known = set(library.catalog().cautions)
    assert asked == {c for c in known if c[0] in "RGLK"} - {"R4", "R6"}  # split by how recent


def test_labels_are_short_and_in_both_languages(findings):
    for finding in findings.values():
        for language in LANGUAGES:
            text = finding.text.in_language(language)
            assert len(text) <= 64, text
            assert text == unicodedata.normalize("NFC", text)


def test_what_it_covers_are_checks_and_what_it_targets_are_steps(lines, lesson):
    steps = {step.id: step for name in LESSONS for step in steps_of(lesson(name).body)}
    covered = covered_steps(lines)
    assert all(isinstance(steps[name].dose, Check) for name in covered)
    for line in lines:
        for finding in line.findings:
            for targets in (finding.leave_out, finding.ask_first, finding.mark):
                assert set(targets.steps) <= steps.keys(), finding.id


@pytest.mark.parametrize("name", LESSONS)
def test_the_lesson_opens_with_the_opening_and_ends_with_the_closing(lesson, name):
    ids = [step.id for step in steps_of(lesson(name).body)]
    assert ids[:4] == ["about-source", "red-flags", "consent", "opening-check"]
    assert ids[-3:] == ["ask-again", "sit-up", "tidy-up"]


@pytest.mark.parametrize("name", LESSONS)
def test_nobody_is_asked_the_same_twice(lines, lesson, name):
    covered = covered_steps(lines)
    one = fit(lesson(name), lines, OnTheTable(Company.NEW_PARTNER))
    timeline = unroll(one)
    later = timeline.segments[begin_at(timeline, covered) :]
    asked_again = [s.path for s in later if s.step.id in covered and isinstance(s.step.dose, Check)]
    assert asked_again == []
    assert later[0].step.id not in covered


@pytest.mark.parametrize("name", LESSONS)
def test_whatever_is_found_the_lesson_ends_with_the_closing_and_nothing_is_lost(
    lines, lesson, findings, name
):
    whole = lesson(name)
    for finding in findings.values():
        if finding.weight is Weight.STOP:
            continue
        one = fit(whole, lines, OnTheTable(Company.NEW_PARTNER, frozenset({finding.id})))
        told = " ".join(f"{s.name.en} {s.words.do.en}" for s in steps_of(one.body))
        kept = {step.id for step in steps_of(one.body)}
        blocks = {b.name.en: b for b in _blocks(whole.body) if b.name}
        for step in steps_of(whole.body):
            inside = [n for n, b in blocks.items() if step in set(steps_of(b.body))]
            named = step.name.en in told or any(n in told for n in inside)
            assert step.id in kept or named, (finding.id, step.id)
        assert [s.id for s in steps_of(one.body)][-1] == "tidy-up"


def _blocks(body):
    for item in body:
        if isinstance(item, Block):
            yield item
            yield from _blocks(item.body)


def blocked(lesson_, lines, *ids, allowed=False):
    one = fit(lesson_, lines, OnTheTable(Company.NEW_PARTNER, frozenset(ids), allowed))
    remarks = {RemarkKind.LEFT_OUT, RemarkKind.ASK_FIRST}
    done = [s for s in steps_of(one.body) if not isinstance(s.dose, Check | Notice)]
    assert not any(remark.kind in remarks for step in done for remark in step.remarks)
    return {step.stroke_id for step in done}


@pytest.mark.parametrize(
    ("found", "name", "gone"),
    [
        ("weak-bones", "whole-session", {"dam", "stretch-draw", "stretch-fold", "passive-circle"}),
        ("blood-thinners", "whole-session", {"dam", "day-an"}),
        ("weak-bones", "other-back-techniques", {"vo-chat"}),
        ("steroids", "other-back-techniques", {"vo-chat"}),
        ("blood-thinners", "other-back-techniques", {"vo-chat", "an"}),
        ("less-feeling", "whole-session", {"infrared"}),
        ("disc", "whole-session", {"stretch-draw", "stretch-fold", "passive-circle"}),
        ("new-hip", "whole-session", {"stretch-fold", "passive-circle", "passive-both"}),
        ("no-lamp", "lumbar-acupressure", {"infrared"}),
        ("swelling", "lumbar-acupressure", {"infrared"}),
    ],
)
def test_what_the_safety_sheet_forbids_is_not_done(lines, lesson, found, name, gone):
    assert gone <= blocked(lesson(name), lines)
    assert not gone & blocked(lesson(name), lines, found)


def test_a_new_hip_closes_one_point_and_no_buttocks_close_both(lines, lesson):
    def points(*ids):
        one = fit(lesson("lumbar-acupressure"), lines, OnTheTable(Company.CLASS, frozenset(ids)))
        return {s.point_id for s in unroll(one).segments} - {""}

    assert points() == {"BL23", "BL25", "GB30", "BL36"}
    assert points("new-hip") == {"BL23", "BL25", "BL36"}
    assert points("no-buttocks") == {"BL23", "BL25"}


def test_the_lamp_is_asked_about_at_one_three_five_and_eight_minutes(lesson):
    (infrared,) = [s for s in steps_of(lesson("lumbar-acupressure").body) if s.id == "infrared"]
    assert [at // 60_000 for at in infrared.prompts.at] == [1, 3, 5, 8]
    assert infrared.prompts.text.vi == "Hỏi: ấm vừa hay nóng? Nhìn da."


def test_pressure_at_points_is_taught_as_the_safety_sheet_has_it(lesson):
    pressed = [s for s in steps_of(lesson("lumbar-acupressure").body) if s.stroke_id == "day-an"]
    assert len(pressed) == 4
    for step in pressed:
        assert any(scale in step.words.pressure.vi for scale in ("4–6/10", "5/10")), step.id
        assert "nặng" in f"{step.words.pressure.vi} {step.words.watch.vi}", step.id
        for sign in ("chói", "tê", "điện"):
            told = f"{step.words.stop.vi} {step.words.pressure.vi}".casefold()
            assert sign in told, (step.id, sign)


@pytest.mark.parametrize("name", LESSONS)
def test_a_lesson_fitted_to_the_room_first_is_the_same_for_every_person(lesson, lines, name):
    """The plan that is written down is fitted to the room alone, then to the person."""
    one = lesson(name)
    room = frozenset(f.id for line in lines for f in line.findings if f.of_room)
    plan = fit(one, lines, OnTheTable(Company.NEW_PARTNER))
    plan_here = fit(one, lines, OnTheTable(Company.NEW_PARTNER, room))
    for finding in (f for line in lines for f in line.findings if not f.of_room):
        known = OnTheTable(Company.NEW_PARTNER, frozenset({finding.id}))
        assert fit(plan, lines, known) == fit(one, lines, known), finding.id
        known = OnTheTable(Company.NEW_PARTNER, room | {finding.id})
        assert done(fit(plan_here, lines, known)) == done(fit(one, lines, known)), finding.id


def done(protocol):
    """What the hands do, and what is acknowledged."""
    return [
        (step.id, step.dose)
        for step in steps_of(protocol.body)
        if not isinstance(step.dose, Notice)
    ]
