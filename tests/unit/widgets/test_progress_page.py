"""The page of progress: every state, in both languages and themes, by eye, by ear and as files."""

import xml.etree.ElementTree as ElementTree
from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from massage_trainer.domain.construction import Go
from massage_trainer.domain.quiz.aim import aims
from massage_trainer.domain.quiz.deck import CONFUSIONS, DUE
from massage_trainer.domain.quiz.memory import Standing
from massage_trainer.domain.quiz.ports import PlaceError
from massage_trainer.domain.verdict import Grade, SideRule
from massage_trainer.widgets.buttons import Button
from massage_trainer.widgets.progress.bars import nice_step
from massage_trainer.widgets.progress.body import spread
from massage_trainer.widgets.progress.charts import target_chart
from massage_trainer.widgets.progress.drawing import Look, draw_standing, fill_standing
from massage_trainer.widgets.theme import DARK, LIGHT
from tests.fakes import FakePlates
from tests.unit.widgets.fitting import cut_off, nameless, settle, unreachable
from tests.unit.widgets.progress_stand import (
    LEARNER,
    ProgressStand,
    attempt,
    shipped_catalog,
)

SIZES = ((800, 560), (1366, 768), (1920, 1080))
LOOKS = [("vi", "light"), ("en", "dark"), ("vi", "dark"), ("en", "light")]


@pytest.fixture
def progress(qtbot, look):
    made = []

    def make(**named):
        made.append(ProgressStand(qtbot, look, **named))
        return made[-1]

    yield make
    for stand in made:
        stand.close()


@pytest.mark.parametrize("size", SIZES, ids=lambda size: "x".join(map(str, size)))
@pytest.mark.parametrize(("language", "theme"), LOOKS)
@pytest.mark.parametrize("filled", [True, False], ids=["filled", "nothing"])
def test_nothing_is_cut_off(progress, language, theme, size, filled):
    page = progress(language=language, theme=theme, filled=filled).show(*size)
    assert cut_off(page) == []


@pytest.mark.parametrize("filled", [True, False], ids=["filled", "nothing"])
def test_the_page_is_used_by_keyboard_and_by_ear(progress, filled):
    page = progress(filled=filled).show()
    page.activateWindow()
    settle(page)
    assert unreachable(page) == []
    assert nameless(page) == []


def test_the_keyboard_goes_through_the_page_from_top_to_bottom(progress):
    page = progress().show()
    page.activateWindow()
    settle(page)
    order = []
    page.regions.save.setFocus()
    for _ in range(3):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        order.append(QApplication.focusWidget().objectName())
    assert order == ["whose-aim", "target-chart", "target-numbers"]


def test_where_nothing_is_new_nothing_is_read_or_shown_again(progress, monkeypatch):
    stand = progress()
    page = stand.show()
    read, shown, asked = [], [], stand.log.places
    monkeypatch.setattr(stand.log, "places", lambda *of: read.append(of) or asked(*of))
    stand.model.changed.connect(lambda: shown.append(page.body.canvas.chart))
    stand.model.choose_aim(1)
    page.arrive()
    assert (read, shown) == ([], [])
    assert stand.model.aim is stand.model.progress.aims[0]
    catalog = replace(shipped_catalog())
    for news in (
        lambda: stand.log.add(attempt("BL23")),
        lambda: setattr(stand, "profile", LEARNER + 1),
        lambda: setattr(stand.model._calendar, "today", lambda: "2027-01-01"),
        lambda: setattr(stand.model, "_catalog", lambda: catalog),
    ):
        news()
        before = len(shown)
        page.arrive()
        page.arrive()
        assert (len(read), len(shown)) == (before + 1, before + 1)


class CountedChart:
    """Knows how often it was drawn, and in which inks."""

    numbers = ("one",)

    def __init__(self):
        self.inks = []

    def paint(self, painter, area, look):
        self.inks.append(look.theme.ink.name())
        painter.fillRect(area, look.theme.accent)


def test_a_chart_is_drawn_once_for_each_look(progress, look):
    page = progress(theme="light").show()
    settle(page)
    canvas, chart = page.days.canvas, CountedChart()
    canvas.show_chart(chart)
    for _ in range(3):
        seen = canvas.grab().toImage()
    assert chart.inks == [LIGHT.ink.name()]
    assert seen.pixelColor(canvas.rect().center()) == LIGHT.accent
    look.setPalette(DARK.palette())
    settle(page)
    seen = canvas.grab().toImage()
    assert set(chart.inks) == {LIGHT.ink.name(), DARK.ink.name()}
    assert seen.pixelColor(canvas.rect().center()) == DARK.accent
    drawn = len(chart.inks)
    canvas.resize(canvas.width() + 40, canvas.height())
    seen = canvas.grab().toImage()
    assert len(chart.inks) == drawn + 1
    assert seen.pixelColor(canvas.rect().right() - 10, 20) == DARK.accent
    other = CountedChart()
    canvas.show_chart(other)
    canvas.grab()
    assert (len(chart.inks), len(other.inks)) == (drawn + 1, 1)


def test_what_was_shown_in_another_language_is_said_again(progress):
    stand = progress(language="en")
    stand.model.read()  # before anybody looks, as when another learner is chosen
    stand.speak("vi")
    stand.page.retranslate()
    page = stand.show()
    assert page.body.title.text() == "Những gì đã thuộc, trên cơ thể"


def test_nothing_yet_leads_to_the_quiz(progress, qtbot):
    page = progress(filled=False).show()
    assert page.findChild(QLabel, "nothing-yet").isVisible()
    assert not any(card.isVisible() for card in page.cards)
    with qtbot.waitSignal(page.practise_wanted, timeout=0) as wanted:
        page.findChild(Button, "begin").click()
    assert wanted.args == [""]


def test_what_is_due_and_what_is_confused_can_be_practised(progress, qtbot):
    page = progress().show()
    for name, deck in (("practise-due", DUE), ("practise-confusions", CONFUSIONS)):
        with qtbot.waitSignal(page.practise_wanted, timeout=0) as wanted:
            page.findChild(Button, name).click()
        assert wanted.args == [deck]


def test_a_habit_and_a_confusion_are_told(progress):
    stand = progress()
    page = stand.show()
    words = "\n".join(label.text() for label in page.findChildren(QLabel))
    assert "Points beside the spine: on the average you are 0.3 cun too lateral" in words
    assert "You take BL25 for BL24: 6 times lately." in words
    stand.speak("vi")
    settle(page)
    words = "\n".join(label.text() for label in page.findChildren(QLabel))
    assert "Huyệt hai bên cột sống: trung bình lệch ra ngoài 0,3 thốn" in words


def test_a_single_answer_gives_no_advice(progress):
    stand = progress(filled=False)
    stand.log.add(attempt("BL23", place=(0.9, 0.0)))
    page = stand.show()
    assert not page.findChild(object, "advice").isVisible()
    assert page.target.canvas.chart.mean is None
    assert "half lie within 0.9 cun" in page.target.note.text()


def test_every_chart_says_its_numbers(progress):
    page = progress().show()
    for card in page.cards:
        chart = card.canvas.chart
        assert chart is not None, card.objectName()
        assert chart.numbers, card.objectName()
        assert card.canvas.accessibleDescription() == "\n".join(chart.numbers)
        table = card.findChildren(QLabel)[-1]
        assert not table.isVisible()
        card.numbers.click()
        assert table.isVisible()
        assert table.text() == "\n".join(chart.numbers)
    assert "BL24 asked, BL25 answered: 6 times" in page.confused.canvas.accessibleDescription()


def test_where_no_place_was_shown_the_target_says_so(progress):
    stand = progress(filled=False)
    stand.log.add(attempt("BL23"))
    page = stand.show()
    assert page.target.canvas.chart is None
    assert not page.target.save.isEnabled()
    assert page.target.canvas.accessibleDescription() == "No place of a point has been shown yet."
    assert page.confused.canvas.chart is None


def test_the_words_at_the_ends_are_those_of_the_body(progress):
    stand = progress()
    page = stand.show()
    ends = page.target.canvas.chart.ends
    assert (ends.left, ends.right) == ("medial", "lateral")
    assert ends.top.startswith("cranial")
    assert ends.bottom.startswith("caudal")


@pytest.mark.parametrize(
    ("along", "top", "down"), [(Go.CAUDAL, "cranial", 0.5), (Go.ANTERIOR, "anterior", -0.5)]
)
def test_the_head_and_the_front_are_up(progress, along, top, down):
    progress()  # English
    error = PlaceError("X", SideRule.EITHER, "2026-11-23", 1, Grade.NEAR, 0.6, 0.3, 0.5)
    (aim,) = aims([error], lambda _item: (Go.LATERAL, along))
    chart = target_chart(aim)
    assert chart.ends.top.startswith(top)
    assert chart.places == ((0.3, down),)


def test_the_aim_at_other_points_can_be_looked_at(progress):
    stand = progress()
    page = stand.show()
    before = page.target.canvas.chart.places
    box = page.target.findChild(object, "whose-aim")
    assert box.count() == len(stand.model.progress.aims) > 1
    box.setCurrentIndex(1)
    box.activated.emit(1)
    assert page.target.canvas.chart.places != before
    assert box.currentIndex() == 1


def test_another_learner_is_another_page(progress):
    stand = progress()
    page = stand.show()
    stand.profile = 2
    stand.model.read()
    assert page.findChild(QLabel, "nothing-yet").isVisible()


def test_a_missing_picture_is_said_and_the_list_stays(progress):
    page = progress(plates=FakePlates("other")).show()
    settle(page)
    assert page.body.canvas.chart.picture is None
    assert page.body.canvas.chart.numbers == page.regions.canvas.chart.numbers


def test_every_point_with_one_place_a_side_stands_on_the_body(progress):
    page = progress().show()
    chart = page.body.canvas.chart
    assert len(chart.dots) > 100
    assert {dot.standing for dot in chart.dots} == set(Standing)
    assert [badge.letter for badge in chart.badges] == [
        row.letter for row in page.regions.canvas.chart.rows[: len(chart.badges)]
    ]


@pytest.mark.parametrize("suffix", ["png", "svg"])
def test_every_chart_is_written_as_a_file(progress, tmp_path, suffix):
    stand = progress(theme="dark")
    page = stand.show()
    for card in page.cards:
        stand.picker.path = tmp_path / f"{card.objectName()}.{suffix}"
        card.save.click()
        assert page.message == f"Saved: {stand.picker.path}"
        if suffix == "png":
            picture = QImage(str(stand.picker.path))
            assert picture.width() == 2 * card.file_size[0]
            assert picture.pixelColor(2, 2).name() == LIGHT.surface.name()
        else:
            words = "".join(ElementTree.parse(stand.picker.path).getroot().itertext())
            assert card.title.text() in words


def test_a_name_without_an_ending_gives_a_png_and_a_full_disk_is_said(progress, tmp_path):
    stand = progress()
    page = stand.show()
    stand.picker.path = tmp_path / "days"
    page.days.save.click()
    assert (tmp_path / "days.png").exists()
    stand.picker.path = tmp_path / "no-folder" / "days.svg"
    page.days.save.click()
    assert "no-folder" in page.message
    stand.picker.path = None
    page.days.save.click()
    assert "no-folder" in page.message  # thought better of it


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_standings_are_told_apart_in_grey(look, theme):
    def grey(paint):
        picture = QImage(120, 40, QImage.Format.Format_RGB32)
        picture.fill(theme.surface)
        painter = QPainter(picture)
        paint(painter)
        painter.end()
        return picture.convertToFormat(QImage.Format.Format_Grayscale8)

    def share_of_ink(picture):
        paper = picture.pixelColor(1, 1).value()
        dots = [(x, y) for x in range(120) for y in range(40)]
        return sum(abs(picture.pixelColor(*dot).value() - paper) > 40 for dot in dots) / len(dots)

    look_ = Look(theme, look.font())
    bars = [
        share_of_ink(grey(lambda p, s=s: fill_standing(p, QRectF(10, 5, 100, 30), s, look_)))
        for s in (Standing.MASTERED, Standing.LEARNING, Standing.NEW)
    ]
    assert bars[0] > 1.5 * bars[1] > 2.25 * bars[2]
    discs = [
        share_of_ink(
            grey(
                lambda p, s=s: draw_standing(
                    p, QRectF(0, 0, 120, 40).center(), 15, s, theme.accent, theme.surface
                )
            )
        )
        for s in (Standing.MASTERED, Standing.LEARNING, Standing.NEW)
    ]
    assert discs[0] > 1.2 * discs[1] > 1.2 * 1.2 * discs[2]


def test_badges_keep_their_distance_and_their_order():
    places = spread([10, 11, 12, 100], 20)
    assert all(b - a >= 20 - 1e-9 for a, b in pairwise(places))
    assert places[:3] == pytest.approx([-9, 11, 31])
    assert places[3] == 100
    assert spread([], 20) == []


@pytest.mark.parametrize(("most", "step"), [(0, 1), (5, 1), (6, 2), (23, 5), (51, 20), (900, 200)])
def test_the_grid_has_round_numbers(most, step):
    assert nice_step(most) == step
