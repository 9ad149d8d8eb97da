"""A lesson fitted to who is on the table."""

from dataclasses import replace

import pytest

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.partner import (
    ASK_FIRST,
    ASKED,
    LEFT_OUT,
    OnTheTable,
    begin_at,
    fit,
    weigh,
)
from massage_trainer.domain.protocol import (
    Block,
    Check,
    Notice,
    PointHold,
    Points,
    RemarkKind,
    Timed,
)
from massage_trainer.domain.record import Company
from massage_trainer.domain.screening import Finding, ScreenLine, Targets, Weight
from massage_trainer.domain.timeline import unroll
from tests.examples import SECOND, exactly, protocol, step, text

RUB = Targets(strokes=("xat",))


def finding(name, weight=Weight.NOTE, **more):
    return Finding(name, text(name), weight, text(f"because {name}"), **more)


LINES = (
    ScreenLine(
        "room",
        text("room"),
        ("last-check",),
        (finding("no-lamp", of_room=True, leave_out=Targets(steps=("lamp", "lamp-off"))),),
    ),
    ScreenLine(
        "health",
        text("health"),
        ("leg-check",),
        (
            finding("bones", caution="K1", leave_out=RUB),
            finding("hip", ask_first=Targets(points=("GB30",), regions=("leg",))),
            finding("child", mark=RUB),
            finding("cancer", Weight.ASK),
            finding("pregnant", Weight.STOP),
        ),
    ),
)


def work(name, stroke="", **more):
    return replace(step(name, Timed(exactly(SECOND))), stroke_id=stroke, cautions=(), **more)


def lesson(*body):
    return protocol(*body)


def table(*found, company=Company.NEW_PARTNER, allowed=False):
    return OnTheTable(company, frozenset(found), allowed)


def fitted(one, *found, **more):
    return fit(one, LINES, table(*found, **more)).body


def kinds(item):
    return [remark.kind for remark in item.remarks]


def test_nothing_found_changes_nothing():
    one = lesson(work("a", "xat"), Block("b", (work("c", "xoa"),)))
    assert fit(one, LINES, table()) == one


def test_a_step_left_out_stays_in_its_place_as_a_notice_with_the_reason():
    one = lesson(work("a", "xoa"), work("b", "xat", sides=(Side.LEFT, Side.RIGHT)), work("c"))
    body = fitted(one, "bones")
    assert [item.id for item in body] == ["a", "b", "c"]
    assert body[1].dose == Notice()
    assert body[1].words.do.en == f"{LEFT_OUT.en} because bones (en)"
    assert kinds(body[1]) == [RemarkKind.LEFT_OUT]
    assert [s.path for s in unroll(fit(one, LINES, table("bones"))).segments] == ["a", "b", "c"]


def test_a_step_with_the_caution_is_marked_and_done():
    one = lesson(replace(work("a", "xoa"), cautions=("K1",)), work("b", "xoa"))
    a, b = fitted(one, "bones")
    assert (kinds(a), kinds(b)) == ([RemarkKind.CAREFUL], [])
    assert isinstance(a.dose, Timed)
    assert a.remarks[0].reason == text("because bones")


def test_what_must_be_asked_waits_until_it_is_allowed_and_then_says_so():
    press = replace(work("p"), dose=Points((PointHold("GB30", exactly(SECOND)),)))
    one = lesson(press, replace(work("l"), region_id="leg"), work("x"))
    waiting, other = fitted(one, "hip")
    assert kinds(waiting) == [RemarkKind.ASK_FIRST]
    assert other.id == "x"
    assert waiting.words.do.en.startswith("Not yet, ask the teacher or a doctor first: p (en); l")
    (single, _) = fitted(lesson(press, work("x")), "hip")
    assert single.words.do.en.startswith(ASK_FIRST.en)
    allowed = fitted(one, "hip", allowed=True)
    assert [kinds(item) for item in allowed] == [[RemarkKind.ALLOWED], [RemarkKind.ALLOWED], []]
    assert isinstance(allowed[0].dose, Points)


def test_leaving_out_cannot_be_allowed_and_comes_before_asking():
    one = lesson(replace(work("a", "xat"), region_id="leg"))
    (step_,) = fitted(one, "bones", "hip", allowed=True)
    assert kinds(step_) == [RemarkKind.LEFT_OUT]
    (step_,) = fitted(one, "bones", "hip")
    assert "Leave this out. because bones (en) because hip (en)" in step_.words.do.en


def test_neighbours_left_out_for_the_same_reason_are_one_notice_that_names_them():
    inside = Block("rubs", (work("b", "xat"), work("c", "xat")), name=text("both rubs"))
    body = fitted(lesson(work("a", "xat"), inside, work("d", "xoa"), work("e", "xat")), "bones")
    assert [item.id for item in body] == ["a", "d", "e"]
    assert body[0].words.do.en == "Leave out: a (en); both rubs (en). because bones (en)"


def test_different_reasons_stay_apart():
    body = fitted(lesson(work("lamp"), work("a", "xat")), "bones", "no-lamp")
    assert [item.id for item in body] == ["lamp", "a"]


def test_a_notice_is_left_out_with_what_it_prepares():
    one = lesson(replace(work("lamp"), dose=Notice()), work("lamp-off"), work("a"))
    assert [item.id for item in fitted(one, "no-lamp")] == ["lamp", "a"]


@pytest.mark.parametrize("company", [Company.ALONE, Company.UNKNOWN])
def test_without_a_partner_only_the_room_counts(company):
    one = lesson(work("lamp"), work("a", "xat"), replace(work("leg-check"), dose=Check(())))
    body = fitted(one, "bones", "no-lamp", company=company)
    assert kinds(body[0]) == [RemarkKind.LEFT_OUT]
    assert body[1:] == one.body[1:]


def test_a_check_that_was_asked_is_a_reminder_after_the_first_touch_only():
    check = replace(work("leg-check"), dose=Check((text("no pain"),)))
    before, touch, after = fitted(lesson(check, work("a"), replace(check, plate_id="x")))
    assert before == check
    assert (after.dose, after.words.do) == (Notice(), ASKED)
    assert after.words.stop == check.words.stop
    assert touch.remarks == ()


def test_the_lesson_begins_behind_what_was_asked():
    covered = {"last-check", "leg-check"}
    notice = replace(work("about"), dose=Notice())
    last = replace(work("last-check"), dose=Check(()))
    leg = replace(work("leg-check"), dose=Check(()))
    own = replace(work("own-check"), dose=Check(()))

    def begin(*body):
        return begin_at(unroll(lesson(*body)), covered)

    assert begin(notice, last, leg, work("a")) == 3
    assert begin(notice, last, notice, work("a")) == 2
    assert begin(notice, last, own, leg, work("a")) == 2
    assert begin(work("a"), last) == 0
    assert begin(last) == 0
    assert begin(notice, work("a")) == 0


def test_the_heaviest_finding_decides():
    notes, ask, stop = finding("a"), finding("b", Weight.ASK), finding("c", Weight.STOP)
    assert weigh(()) is weigh((notes,)) is Weight.NOTE
    assert weigh((notes, ask)) is Weight.ASK
    assert weigh((ask, stop, notes)) is Weight.STOP


def test_what_is_fitted_to_the_room_is_fitted_to_the_person_as_if_at_once():
    one = lesson(
        work("welcome"),
        step("last-check", Check((text("clean"),))),
        work("lamp"),
        work("lamp-off"),
        work("a", "xat"),
        Block("b", (work("c", "xat"), work("lamp"))),
        work("d", region_id="leg"),
    )
    room = fit(one, LINES, table("no-lamp"))
    assert fit(room, LINES, table("no-lamp", "bones", "hip")) == fit(
        one, LINES, table("no-lamp", "bones", "hip")
    )
