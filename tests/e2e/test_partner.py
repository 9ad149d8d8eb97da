"""Who is on the table, in the whole program: asked little, kept in mind, and never written down."""

import sqlite3

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from massage_trainer.domain.events import SessionState
from massage_trainer.domain.partner_words import Answer
from massage_trainer.domain.pause_menu import Choice
from massage_trainer.domain.protocol import Notice, RemarkKind
from massage_trainer.domain.record import Company, SkipReason
from massage_trainer.services.storage.database import FILE_NAME

LESSON = "lumbar-acupressure"


@pytest.fixture
def stand(start):
    return start("en")


def take(stand, answer):
    partner = stand.program.partner_flow.partner
    while partner.screen.items[partner.screen.lit].answer is not answer:
        partner.on()
    partner.choose()


def meet(stand, *found, then=Answer.START):
    """A new partner with these findings, all brought up at the line about health."""
    partner = stand.program.partner_flow.partner
    take(stand, Answer.NEW)
    for _ in range(2):
        partner.on()
    partner.choose()
    for number, item in enumerate(partner.screen.items):
        if item.text.en in found:
            partner.pick(number)
    take(stand, Answer.DONE)
    for _ in range(3):
        partner.on()
    take(stand, then)


def choose(stand, qtbot, number=0):
    card = stand.window.library_page.cards[number]
    qtbot.mouseClick(card.button, Qt.MouseButton.LeftButton)


def test_studying_alone_is_one_press_and_then_no_question_any_more(qtbot, stand):
    choose(stand, qtbot)
    take(stand, Answer.ALONE)
    assert stand.lesson.segment.step.id == "lumbar-set-up"  # behind the opening, which is listed
    assert stand.lesson.timeline.rows[1].step.id == "red-flags"
    stand.window.show_library()
    choose(stand, qtbot, 1)
    assert stand.window.lesson_page.isVisible()
    assert stand.lesson.segment.step.id == "hook-lying"


def test_a_new_partner_is_asked_once_and_the_same_one_answers_one_question(qtbot, stand):
    choose(stand, qtbot)
    take(stand, Answer.NEW)
    for _ in range(6):
        stand.program.partner_flow.partner.on()
    assert stand.lesson.segment.step.id == "lumbar-set-up"
    stand.window.show_library()
    choose(stand, qtbot, 1)
    stand.program.partner_flow.partner.choose()
    assert stand.lesson.segment.step.id == "hook-lying"
    assert stand.program.partner_flow.partner.table.company is Company.SAME_PARTNER


def test_steps_are_left_out_with_the_reason_and_marked(qtbot, stand):
    choose(stand, qtbot)
    meet(stand, "Blood thinners")
    by_id = {row.step.id: row.step for row in stand.lesson.timeline.rows}
    assert by_id["percussion"].dose == Notice()
    assert "Blood thinners: light pressure" in by_id["percussion"].words.do.en
    assert by_id["xat"].remarks[0].kind is RemarkKind.CAREFUL
    assert {s.point_id for s in stand.lesson.timeline.segments} == {""}
    stand.lesson.jump_to_row(
        next(i for i, r in enumerate(stand.lesson.timeline.rows) if r.step.id == "xat")
    )
    cautions = stand.window.findChild(type(stand.window.lesson_page._cautions), "cautions")
    assert cautions.lines[0].label == "For this person"
    lines = stand.window.lesson_page._steps.lines
    texts = [lines.line(n).detail for n in range(lines.rowCount())]
    assert any(text.startswith("left out") for text in texts)
    assert any(text.startswith("careful") for text in texts)


def test_a_hard_stop_opens_no_lesson(qtbot, stand):
    choose(stand, qtbot)
    partner = stand.program.partner_flow.partner
    take(stand, Answer.NEW)
    partner.on()
    partner.choose()
    partner.pick(0)
    take(stand, Answer.DONE)
    take(stand, Answer.LIBRARY)
    assert not stand.lesson.is_open
    assert stand.window.library_page.isVisible()


def find_fever(stand):
    partner = stand.program.partner_flow.partner
    partner.on()
    partner.choose()
    partner.pick(
        [item.text.en for item in partner.screen.items].index("Fever, chills, acute infection")
    )
    take(stand, Answer.DONE)
    assert partner.screen.is_stop


@pytest.mark.parametrize("leave", ["answer", "key"])
def test_a_hard_stop_in_the_middle_ends_the_lesson(qtbot, stand, leave):
    choose(stand, qtbot)
    partner = stand.program.partner_flow.partner
    take(stand, Answer.NEW)
    for _ in range(6):
        partner.on()
    stand.lesson.start()
    stand.window.lesson_page.partner.click()
    take(stand, Answer.CHANGED)
    find_fever(stand)
    if leave == "answer":
        take(stand, Answer.LIBRARY)
    else:
        qtbot.keyClick(stand.window.findChild(QWidget, "partner-page"), Qt.Key.Key_Home)
    assert not stand.lesson.is_open
    assert stand.window.library_page.isVisible()
    choose(stand, qtbot)
    assert partner.screen.items[0].answer is Answer.NEW
    assert not stand.lesson.is_open


def test_after_a_hard_stop_nobody_is_the_same_person_as_before(qtbot, stand):
    choose(stand, qtbot)
    partner = stand.program.partner_flow.partner
    take(stand, Answer.NEW)
    for _ in range(6):
        partner.on()
    stand.window.show_library()
    choose(stand, qtbot)
    take(stand, Answer.NEW)
    find_fever(stand)
    take(stand, Answer.LIBRARY)
    choose(stand, qtbot)
    assert partner.screen.items[0].answer is Answer.NEW


def test_after_midnight_the_lesson_of_a_person_keeps_what_is_left_out(qtbot, stand):
    choose(stand, qtbot)
    meet(stand, "Blood thinners")
    stand.program.practice_flow.calendar.today = lambda: "2099-01-01"
    stand.program.partner_flow._switch_lamp()
    by_id = {row.step.id: row.step for row in stand.lesson.timeline.rows}
    assert by_id["percussion"].dose == Notice()


def test_what_a_doctor_allowed_is_asked_again_for_the_next_lesson(qtbot, stand, tmp_path):
    choose(stand, qtbot)
    meet(stand, "Hip replacement", then=Answer.ALLOWED)
    stand.lesson.start()
    stand.window.show_library()
    choose(stand, qtbot, 1)
    partner = stand.program.partner_flow.partner
    take(stand, Answer.SAME)
    take(stand, Answer.START)
    assert not partner.is_supervised
    stand.lesson.start()
    stand.close()
    connection = sqlite3.connect(tmp_path / "data" / FILE_NAME)
    notes = connection.execute("SELECT practice FROM note WHERE kind = 'supervised'").fetchall()
    connection.close()
    assert notes == [(1,)]


def test_a_change_in_the_middle_keeps_the_place_and_pauses_meanwhile(qtbot, stand):
    choose(stand, qtbot)
    take(stand, Answer.ALONE)
    rows = stand.lesson.timeline.rows
    stand.lesson.jump_to_row(next(i for i, r in enumerate(rows) if r.step.id == "percussion"))
    stand.lesson.start()
    stand.ticker.pass_time(*[1_000] * 20)
    stand.window.lesson_page.partner.click()
    assert stand.lesson.state is SessionState.PAUSED
    meet(stand, "Blood thinners")
    assert stand.window.lesson_page.isVisible()
    assert stand.lesson.segment.step.id == "percussion"
    assert stand.lesson.state is SessionState.IDLE
    stand.window.lesson_page.partner.click()
    stand.program.partner_flow.partner.give_up()
    assert stand.window.lesson_page.isVisible()


def test_nothing_about_a_persons_health_is_ever_on_the_disk(qtbot, stand, tmp_path):
    found = ("Blood thinners", "Hip replacement")
    choose(stand, qtbot)
    meet(stand, *found, then=Answer.ALLOWED)
    stand.lesson.start()
    for _ in range(400):
        stand.ticker.pass_time(1_000)
        if stand.lesson.countdown.waiting:
            stand.lesson.done()
    stand.close()
    connection = sqlite3.connect(tmp_path / "data" / FILE_NAME)
    kinds = {kind for (kind,) in connection.execute("SELECT kind FROM note")}
    assert {"cautions-acknowledged", "supervised"} <= kinds
    assert connection.execute("SELECT company FROM practice").fetchall() == [("new-partner",)]
    connection.close()
    secrets = ("blood-thinners", "new-hip", *found, "Thuốc chống đông", "thay khớp háng")
    data = tmp_path / "data"
    for path in data.rglob("*"):
        if path.is_file() and not path.is_relative_to(data / "cache"):  # the catalogue's words
            content = path.read_bytes().decode("utf-8", "replace")
            assert not [secret for secret in secrets if secret in content], path
    for path in (data / "cache").glob("*.json"):
        if path.stem != "catalog":
            assert '"left-out"' not in path.read_text(encoding="utf-8")


def practised(start, qtbot, data_dir, found, minutes):
    """What is on the disk after a new person's lesson, ended at a place of the middle."""
    stand = start("en", data_dir)
    stand.program.teacher.set_class_dose(on=True, percent=50)
    choose(stand, qtbot)
    if found:
        meet(stand, *found)
    else:
        take(stand, Answer.NEW)
        for _ in range(6):
            stand.program.partner_flow.partner.on()
    if minutes:
        stand.program.partner_flow.budget.choose(LESSON, minutes)
    stand.lesson.start()
    for _ in range(5_000):
        if stand.lesson.segment.step.id == "sit-up":
            break
        stand.ticker.pass_time(4_000)
        if stand.lesson.countdown.waiting:
            stand.lesson.done()
    stand.lesson.pause()
    stand.close()
    connection = sqlite3.connect(data_dir / FILE_NAME)
    plan = connection.execute("SELECT * FROM planned").fetchall()
    paths = {
        path
        for table in ("done", "note")
        for (path,) in connection.execute(f"SELECT path FROM {table}")
    }
    connection.close()
    return plan, paths - {""}, stand.program._bookmarks.get(LESSON)


@pytest.mark.parametrize("minutes", [0, 25])
def test_what_was_planned_does_not_tell_what_was_left_out(qtbot, start, tmp_path, minutes):
    found = ("Blood thinners", "Hip replacement")
    plan, done, there = practised(start, qtbot, tmp_path / "one", (), minutes)
    same, paths, here = practised(start, qtbot, tmp_path / "two", found, minutes)
    assert same == plan
    assert paths <= done
    assert here == there


def test_more_gently_is_written_down_with_its_place(qtbot, stand, tmp_path):
    choose(stand, qtbot)
    take(stand, Answer.ALONE)
    rows = stand.lesson.timeline.rows
    stand.lesson.jump_to_row(next(i for i, r in enumerate(rows) if r.step.id == "xat"))
    stand.lesson.start()
    stand.ticker.pass_time(*[1_000] * 20)
    stand.program.hands.stop_it_hurts()
    stand.program.hands.choose(Choice.EASE)
    stand.close()
    connection = sqlite3.connect(tmp_path / "data" / FILE_NAME)
    notes = connection.execute("SELECT path FROM note WHERE kind = 'eased'").fetchall()
    connection.close()
    assert notes == [("main/strokes/xat",)]


def test_a_start_opens_no_database(stand, tmp_path):
    stand.program.warm_up()
    assert not (tmp_path / "data" / FILE_NAME).exists()
    stand.program.hands.skipped.emit(SkipReason.OTHER)  # the recorder is made when it is needed
    assert (tmp_path / "data" / FILE_NAME).exists()


def test_the_day_after_everybody_is_asked_again(qtbot, stand):
    choose(stand, qtbot)
    take(stand, Answer.ALONE)
    stand.program.practice_flow.calendar.today = lambda: "2099-01-01"
    stand.window.show_library()
    choose(stand, qtbot)
    assert stand.program.partner_flow.partner.screen is not None


def test_no_lamp_here_is_said_once_and_holds_after_a_restart(qtbot, start):
    stand = start("en")
    choose(stand, qtbot)
    take(stand, Answer.ALONE)
    rows = stand.lesson.timeline.rows
    stand.lesson.jump_to_row(next(i for i, r in enumerate(rows) if r.step.id == "lamp-check"))
    stand.lesson.start()
    prompt = stand.window.lesson_page.prompt
    assert prompt.lacking.isVisible()
    prompt.lacking.click()
    steps = {row.step.id: row.step for row in stand.lesson.timeline.rows}
    assert steps.keys().isdisjoint({"infrared", "lamp-away"})
    assert "no lamp here" in steps["lamp-check"].words.do.en
    assert stand.lesson.segment.step.id == "lamp-check"
    stand.close()
    again = start()
    again.program.open_lesson(LESSON)
    assert "infrared" not in {row.step.id for row in again.lesson.timeline.rows}
    rows = again.lesson.timeline.rows
    again.lesson.jump_to_row(next(i for i, r in enumerate(rows) if r.step.id == "lamp-check"))
    prompt = again.window.lesson_page.prompt
    assert prompt.lacking.text() == "There is a lamp again"
    prompt.lacking.click()
    assert "infrared" in {row.step.id for row in again.lesson.timeline.rows}


def test_the_lamp_is_asked_about_on_the_page_and_in_the_record(qtbot, stand, tmp_path):
    choose(stand, qtbot)
    take(stand, Answer.ALONE)
    rows = stand.lesson.timeline.rows
    stand.lesson.jump_to_row(next(i for i, r in enumerate(rows) if r.step.id == "infrared"))
    stand.lesson.start()
    stand.ticker.pass_time(*[1_000] * 66)
    prompt = stand.window.lesson_page.prompt
    assert prompt.isVisible()
    assert prompt.line.line.text == "1:00  Ask: warm or hot? Look at the skin."
    prompt.fine.click()
    assert not prompt.isVisible()
    stand.close()
    connection = sqlite3.connect(tmp_path / "data" / FILE_NAME)
    notes = connection.execute("SELECT path, ms / 1000 FROM note WHERE kind = 'lamp-asked'")
    assert notes.fetchall() == [("main/infrared", 60)]
    connection.close()


def test_twenty_five_minutes_with_the_class_dose(qtbot, stand, tmp_path):
    stand.program.teacher.set_class_dose(on=True, percent=50)
    choose(stand, qtbot)
    take(stand, Answer.ALONE)
    dialog = stand.program.partner_flow.make_budget_dialog(stand.window)
    dialog.findChild(type(dialog._box), "minutes").setValue(25)
    dialog._take.click()
    assert 24 * 60_000 < stand.lesson.timeline.total_ms <= 25 * 60_000
    assert stand.window.lesson_page.budget.text() == "25 min"
    assert stand.lesson.segment.step.id == "lumbar-set-up"


def test_the_questions_are_heard_and_answered_by_one_key_alone(qtbot, stand):
    """Screen off: what is lit is said, and the key takes it."""
    hands = stand.program.hands
    choose(stand, qtbot)
    assert stand.sound.said[-2:] == [
        "Who is on the table?",
        "A new person: six lines, under a minute.",
    ]

    def press(seconds=0.1):
        stand.clock.ms += 1_000
        hands.press()
        stand.clock.ms += int(seconds * 1_000)
        hands.release()

    press()
    assert stand.sound.said[-1] == "Nobody: I study alone."
    press(seconds=1)
    assert stand.lesson.segment.step.id == "lumbar-set-up"
    press()
    assert stand.lesson.state is not SessionState.IDLE


def test_a_lesson_broken_meanwhile_leads_back_to_the_lessons(qtbot, stand):
    choose(stand, qtbot)
    stand.program.partner_flow._wanted = "gone"
    take(stand, Answer.ALONE)
    assert stand.window.library_page.isVisible()
    assert stand.program.problems.shown
