"""The sheet that opens from the source chip."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from massage_trainer.domain.events import SessionState
from massage_trainer.domain.protocol import Amount, Status, Timed
from massage_trainer.domain.timeline import unroll
from massage_trainer.widgets.chip import ChipKind
from massage_trainer.widgets.source_details import source_lines
from tests.examples import MINUTE, exactly, example_catalog, example_lesson, protocol, step, text


def lines_of(lesson, row=0):
    timeline = unroll(lesson)
    segment = timeline.segments[timeline.rows[row].first]
    return source_lines(segment, lesson, example_catalog(), "en")


def test_a_correction_says_what_the_article_says_what_is_taught_and_why(look):
    said, taught, why = lines_of(example_lesson())[:3]
    assert (said.label, said.text) == ("The article says", "“Rub, rub and rub”")
    assert (said.chip, said.chip_kind) == ("wrong in the article", ChipKind.CAUTION)
    assert (taught.label, taught.text) == ("Taught here", "three strokes (en)")
    assert (why.label, why.text) == ("Why", "lost words (en)")


def test_numbers_are_explained_with_their_reason_and_the_gap_before(look):
    amount = Amount(MINUTE, MINUTE, MINUTE, Status.CORRECTED, reason=text("a slip"))
    lines = {line.label: line for line in lines_of(protocol(step("rub", Timed(amount))))}
    assert lines["Time"].chip == "corrected"
    assert lines["Time"].text.startswith("1 min\nThe article's number was wrong")
    assert lines["Time"].text.endswith("a slip (en)")
    assert lines["Get ready at the start"].chip == "program default"


def test_sentences_of_the_article_and_the_missing_review_are_named(look):
    lines = {line.label: line.text for line in lines_of(example_lesson())}
    assert lines["In the article"] == "S2.2 · three strokes on the loin (en)"
    assert lines["Review"] == "No clinician has reviewed this content yet."


def test_unknown_references_are_left_out(look):
    odd = replace(step("odd", Timed(exactly(MINUTE))), corrections=("C99",), source=("S99",))
    assert "In the article" not in [line.label for line in lines_of(protocol(odd))]


@pytest.mark.parametrize("by", ["click", "key"])
def test_the_chip_opens_the_sheet_and_escape_closes_it_without_a_pause(stand, by):
    page = stand()
    page.go(row=2)
    if by == "click":
        page.click("source-chip")
    else:
        page.key(Qt.Key.Key_N)
    assert page.sheet.isVisible()
    assert page.button("source-close").hasFocus()
    page.key(Qt.Key.Key_Escape, page.button("source-close"))
    assert page.sheet.isHidden()
    assert page.button("source-chip").hasFocus()
    assert page.lesson.state is SessionState.RUNNING


def test_the_sheet_covers_neither_countdown_nor_steps_nor_verbs(stand):
    page = stand()
    page.click("source-chip")
    for size in ((1920, 1080), (1024, 768)):
        page.resize(*size)
        covered = page.sheet.geometry()
        for name in ("countdown", "step-list", "cautions"):
            assert not covered.intersects(page.part(object, name).geometry()), name
        assert covered.contains(page.instructions.geometry())
    page.click("toggle")
    assert page.lesson.state is SessionState.RUNNING


def test_an_open_sheet_follows_the_lesson(stand):
    page = stand()
    page.click("source-chip")
    page.lesson.jump_to_row(2)
    labels = [line.label for line in page.sheet.column.lines]
    assert "Time" in labels
    page.lesson.jump_to_row(3)
    assert "Time" not in [line.label for line in page.sheet.column.lines]


def test_the_chip_counts_the_corrections(stand):
    page = stand()
    page.resize(1920, 1080)
    assert page.button("source-chip").text() == "Source: 1 correction(s)"
