"""The picture goes with the hands: phases, rounds, wide and close, the client, the next step."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.events import SessionState
from massage_trainer.domain.plate import (
    ClientBody,
    Files,
    Meaning,
    Moment,
    Plate,
    PlateIndex,
    Sided,
    View,
)
from massage_trainer.domain.protocol import Counted, CountUnit, Holds, PointHold, Points, Timed
from massage_trainer.domain.text import LocalizedText
from massage_trainer.widgets.next_step import NextStep
from massage_trainer.widgets.picture_wishes import Look
from tests.examples import MINUTE, SECOND, exactly, protocol, step
from tests.fakes import FakePlates
from tests.plate_examples import plate_catalog, plate_judge, position_map, still_places

MAN, WOMAN = ClientBody
VIEWS = (View.CLOSE, View.WIDE)


def files(name, view, client):
    who = "woman/" if client is WOMAN else ""
    return Sided(Files(f"{who}{name}.{view.value}", f"thumbs/{who}{name}"))


def moment(plate, name, meaning, views=VIEWS[:1], clients=(MAN, WOMAN)):
    pictures = {c: {v: files(f"{plate}.{name}", v, c) for v in views} for c in clients}
    return Moment(name, meaning, pictures)


def plate_of(name, main, *moments):
    return Plate(name, 2000, 1333, LocalizedText("Một. Hai.", "One. Two."), moments, main)


THUMB = plate_of(
    "thumb",
    "deep",
    moment("thumb", "touch", Meaning.IN),
    moment("thumb", "deep", Meaning.PRESS, VIEWS),
)
RING = plate_of(
    "ring", "a", *(moment("ring", name, Meaning.MOVE, VIEWS[::-1]) for name in ("a", "b", "c", "d"))
)
FOLD = plate_of(
    "fold",
    "folded",
    moment("fold", "start", Meaning.REST),
    moment("fold", "folded", Meaning.PRESS),
)
ATLAS = plate_of("atlas", "rest", moment("atlas", "rest", Meaning.REST, clients=(MAN,)))


def lesson():
    holds = Holds(exactly(MINUTE), exactly(2), exactly(8 * SECOND), None, exactly(15 * SECOND))
    turns = Counted(exactly(10), CountUnit.REPETITIONS, exactly(4 * SECOND))
    points = Points((PointHold("BL23", exactly(MINUTE)),))
    return protocol(
        step("press", points, Side.BOTH, plate="thumb"),
        step("turn", turns, Side.BOTH, plate="ring"),
        step("fold", holds, plate="fold"),
        step("rub", Timed(exactly(MINUTE)), Side.BOTH, plate="ring"),
        replace(step("named", turns, plate="ring"), frames=(("count", "c"),)),
        replace(step("other", turns, plate="ring"), frames=(("count", "fold.start"),)),
        step("look", points, Side.BOTH, plate="atlas"),
        step("end", Timed(exactly(MINUTE)), plate="unknown"),
    )


@pytest.fixture
def plates():
    made = FakePlates()
    made.index = PlateIndex({plate.id: plate for plate in (THUMB, RING, FOLD, ATLAS)})
    return made


@pytest.fixture
def page(stand, plates):
    return stand(lesson=lesson(), plates=plates, catalog=plate_catalog(), judge=plate_judge())


def file_shown(page):
    return page.illustration.still.files.file


def course(page, ms, tick=500):
    """What is shown one after the other while time passes."""
    seen = [page.illustration.still.moment]
    for _ in range(0, ms, tick):
        page.ticker.pass_time(tick)
        if page.illustration.still.moment != seen[-1]:
            seen.append(page.illustration.still.moment)
    return seen


def test_before_a_step_begins_its_most_telling_moment_is_shown(page):
    assert page.illustration.still.moment == "deep"
    page.lesson.start()
    page.ticker.pass_time(1_000)  # get ready
    assert page.illustration.still.moment == "deep"


def test_a_press_comes_holds_and_leaves_with_the_time(page):
    page.go(row=0)
    page.ticker.pass_time(50)
    assert course(page, 4_500) == ["touch"]
    assert course(page, 52_000) == ["touch", "deep"]
    assert course(page, 2_500) == ["deep", "touch"]


def test_a_count_goes_round_once_in_each_repetition(page):
    page.go(row=1)
    assert course(page, 8_000)[:9] == ["a", "b", "c", "d", "a", "b", "c", "d", "a"]


def test_a_hold_shows_each_of_its_phases(page):
    page.go(row=2)
    kinds = []
    for _ in range(300):
        shown = (page.lesson.segment.kind.value, page.illustration.still.moment)
        if page.lesson.state is SessionState.RUNNING and (not kinds or kinds[-1] != shown):
            kinds.append(shown)
        page.ticker.pass_time(500)
        if page.lesson.segment.step.id != "fold":
            break
    assert kinds[:4] == [
        ("ease-in", "start"),
        ("hold", "folded"),
        ("rest", "start"),
        ("ease-in", "start"),
    ]


def test_a_pause_stops_the_hands(page):
    page.go(row=1)
    page.ticker.pass_time(1_500)
    page.key(Qt.Key.Key_Space)
    assert course(page, 10_000) == ["b"]
    page.key(Qt.Key.Key_Space)
    assert course(page, 2_500) == ["b"]  # the lead-in after a pause
    assert "c" in course(page, 2_000)


def test_no_timer_moves_the_hands(page):
    page.go(row=1)
    page.ticker.stop()
    page.clock.ms += 30_000
    QApplication.processEvents()
    assert page.illustration.still.moment == "a"


def test_with_less_motion_nothing_goes_round(page):
    page.preferences.update(reduce_motion=True)
    page.go(row=1)
    assert course(page, 8_000) == ["a"]
    page.go(row=0)
    page.ticker.pass_time(50)
    assert course(page, 10_000) == ["touch", "deep"]


def test_what_the_lesson_names_is_shown_all_the_time(page):
    page.go(row=4)
    assert course(page, 8_000) == ["c"]


def test_a_lesson_may_name_the_moment_of_another_plate(page):
    page.go(row=5)
    page.ticker.pass_time(1_000)
    assert (page.illustration.still.plate_id, page.illustration.still.moment) == ("fold", "start")


def test_the_coming_moments_are_decoded_ahead(page, plates):
    page.go(row=1)
    QApplication.sendPostedEvents()
    assert plates.prepared[0] == "ring.a.wide"
    assert {"ring.b.wide", "ring.c.wide", "ring.d.wide", "fold.folded.close"} <= set(
        plates.prepared
    )


def test_from_moment_to_moment_the_student_stays_where_he_looks(page):
    page.go(row=1)
    page.illustration.zoom_in()
    QApplication.processEvents()
    before = page.illustration.view.view
    assert len(course(page, 2_000)) > 1
    assert page.illustration.view.view == before
    QApplication.processEvents()
    assert page.illustration.view.has_fine  # of the moment shown now
    page.lesson.jump_to_row(2)
    assert page.illustration.view.view.zoom == 1


def test_while_a_point_is_looked_at_the_picture_waits(page, plates):
    plates.marked["thumb.touch.close"] = still_places()
    page.go(row=0)
    page.ticker.pass_time(1_000)
    model = page.illustration.model
    model.choose(model.marks[0])
    assert course(page, 10_000) == ["touch"]
    model.choose(None)
    assert course(page, 500, tick=50) == ["touch", "deep"]


def test_the_key_shows_the_other_view_and_it_is_remembered(page):
    assert file_shown(page) == "thumb.deep.close"
    page.key(Qt.Key.Key_V)
    assert file_shown(page) == "thumb.deep.wide"
    assert page.preferences.value.view == "wide"
    page.go(row=0)
    page.ticker.pass_time(1_000)
    assert file_shown(page) == "thumb.deep.wide"  # where only that is drawn it stands still
    page.key(Qt.Key.Key_V)
    assert file_shown(page) == "thumb.touch.close"
    assert page.preferences.value.view == ""


def test_a_plate_proposes_its_own_view(page):
    page.lesson.jump_to_row(1)
    assert file_shown(page) == "ring.a.wide"
    page.click("distance")
    assert file_shown(page) == "ring.a.close"
    assert page.preferences.value.view == "close"


def test_the_button_tells_where_it_leads_and_is_there_when_it_leads_anywhere(page):
    button = page.button("distance")
    assert button.accessibleName() == "See everything"
    page.key(Qt.Key.Key_V)
    assert button.accessibleName() == "See the hands from near"
    page.lesson.jump_to_row(2)
    assert button.isHidden()
    page.key(Qt.Key.Key_V)
    assert page.preferences.value.view == "wide"


def test_the_client_is_the_one_who_was_chosen_at_once(page):
    page.preferences.update(client="woman")
    assert file_shown(page) == "woman/thumb.deep.close"
    page.key(Qt.Key.Key_V)
    assert file_shown(page) == "woman/thumb.deep.wide"


@pytest.mark.parametrize(("row", "judged"), [(0, WOMAN), (6, MAN)], ids=["press", "atlas"])
def test_a_touch_is_judged_on_the_body_that_is_seen(page, plates, row, judged):
    for name in ("woman/thumb.deep.close", "atlas.rest.close"):
        plates.marked[name] = still_places()
        plates.maps[name] = position_map()
    page.preferences.update(client="woman")
    page.lesson.jump_to_row(row)
    assert page.illustration.model.touch((0.4, 0.5))
    assert page.judged == [judged]


@pytest.mark.parametrize(
    ("view", "client"), [("", "man"), ("wide", "woman"), ("sideways", "nobody")]
)
def test_a_preference_that_nobody_knows_counts_as_none(page, view, client):
    look = Look.of(replace(page.preferences.value, view=view, client=client))
    assert look.view in (None, View.WIDE)
    assert look.client in ClientBody


def next_step(page):
    return page.page.findChild(NextStep)


def test_the_next_steps_picture_stands_beside_its_name(page, plates):
    QApplication.sendPostedEvents()
    shown = next_step(page)
    assert shown.picture is not None
    assert "thumbs/ring.a" in [name for name, *_ in plates.asked]
    page.preferences.update(client="woman")
    page.lesson.jump_to_row(1)
    QApplication.sendPostedEvents()
    assert "thumbs/woman/fold.folded" in [name for name, *_ in plates.asked]


def test_the_small_picture_is_made_after_the_step_is_painted_and_once(page, plates):
    QApplication.sendPostedEvents()
    page.lesson.jump_to_row(1)
    assert not any(name == "thumbs/fold.folded" for name, *_ in plates.asked)
    for row in (0, 1, 0, 1):
        page.lesson.jump_to_row(row)
        QApplication.sendPostedEvents()
    assert [name for name, *_ in plates.asked].count("thumbs/fold.folded") == 1


def test_without_a_picture_the_name_takes_its_room(page):
    page.lesson.jump_to_row(6)
    QApplication.sendPostedEvents()
    words = next_step(page).findChild(object, "next-step")
    assert next_step(page).picture is None
    assert words.geometry().left() == 0
    page.lesson.jump_to_row(7)
    assert words.line.text == "the end of the lesson"
    page.lesson.jump_to_row(0)
    assert words.geometry().left() > 0


@pytest.mark.parametrize("size", [(800, 560), (1024, 640), (1366, 768), (1920, 1080)])
def test_everything_of_the_next_step_is_seen(page, size):
    page.resize(*size)
    shown = next_step(page)
    words = shown.findChild(object, "next-step")
    assert shown.height() >= shown.heightForWidth(shown.width())
    assert words.height() >= words.heightForWidth(words.width())
    assert shown.rect().contains(words.geometry())
