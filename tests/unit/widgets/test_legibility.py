"""Nothing is cut off: the longest shipped lesson, line by line, in both languages and all sizes."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication

from massage_trainer.domain.teacher import TeacherChoices
from massage_trainer.domain.text import LANGUAGES
from massage_trainer.services.content.library import ContentLibrary
from massage_trainer.services.content.sources import ContentPlaces
from massage_trainer.services.language import LanguageService
from massage_trainer.widgets.chip import Chip
from massage_trainer.widgets.text_block import TextBlock
from tests.fakes import FakePlates

ROOT = Path(__file__).parents[3]
SIZES = [(1920, 1080), (1280, 720), (1024, 768)]
LONGEST = "whole-session"


@pytest.fixture(scope="module")
def shipped(tmp_path_factory):
    assets = ROOT / "assets"
    places = ContentPlaces(
        protocols=(ROOT / "protocols",),
        catalog=assets / "catalog",
        plates_index=assets / "plates" / "index.json",
        cache=tmp_path_factory.mktemp("cache"),
    )
    return ContentLibrary(places, TeacherChoices, lambda: "none")


@pytest.fixture
def speak(qapp):
    """Speak a language as the program does."""
    service = LanguageService(ROOT / "assets" / "i18n", qapp)
    yield service.install
    service.install("none")


def cut_off(page):
    """Every visible text that has less room than it needs, with what is missing."""
    blocks = [block for block in page.findChildren(TextBlock) if block.isVisible()]
    pills = [*page.findChildren(Chip), *page.findChildren(QAbstractButton)]
    return [
        f"{problem}: {part.text()!r} {part.geometry().getRect()}"
        for parts, problems in ((blocks, problems_of_text), (pills, problems_of_pill))
        for part in parts
        if part.isVisible() and part.text()
        for problem in problems(part)
    ]


def problems_of_text(block):
    if block.height() < block.heightForWidth(block.width()) - 1:
        yield "too low"
    words = (block.fontMetrics().horizontalAdvance(word) for word in block.text().split())
    if max(words) > block.contentsRect().width() + 1:
        yield "too narrow"
    if not block.wordWrap() and block.natural_width() > block.width() + 1:
        yield "not in one line"
    if not block.parentWidget().rect().contains(block.geometry()):
        yield "outside"


def problems_of_pill(pill):
    own_way = hasattr(pill, "words_px")  # makes its words smaller instead
    if not own_way and pill.width() < pill.sizeHint().width() - 1:
        yield "squeezed"


def overlapping(page):
    """Parts of the page that lie over one another."""
    parts = [part for part in page.children() if getattr(part, "isVisible", bool)()]
    return [
        (one.objectName() or type(one).__name__, other.objectName() or type(other).__name__)
        for index, one in enumerate(parts)
        for other in parts[index + 1 :]
        if one.geometry().intersects(other.geometry())
    ]


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SIZES, ids=lambda s: f"{s[0]}x{s[1]}")
def test_nothing_is_cut_off(stand, shipped, speak, size, language):
    speak(language)
    catalog = shipped.catalog()
    page = stand(catalog=catalog, plates=FakePlates())
    page.language = language
    page.open(shipped.lesson(LONGEST))
    page.resize(*size)
    assert page.page.minimumSizeHint().width() <= size[0]
    assert page.page.minimumSizeHint().height() <= size[1]
    for row in range(len(page.lesson.timeline.rows)):
        page.lesson.jump_to_row(row)
        for _ in range(3):  # layouts inside layouts
            QApplication.sendPostedEvents()
        assert page.page.size().toTuple() == size
        assert cut_off(page.page) == [], row
        assert overlapping(page.page) == [], row
        for name in ("toggle", "next", "done", "stop", "undo", "repeat", "back", "extend"):
            assert page.button(name).words_px >= 12, (row, name)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_of_a_step_are_at_least_three_percent_of_the_window_high(
    stand, shipped, speak, language
):
    speak(language)
    page = stand(catalog=shipped.catalog())
    page.language = language
    page.open(shipped.lesson(LONGEST))
    page.resize(1920, 1080)
    small = []
    for row in range(len(page.lesson.timeline.rows)):
        page.lesson.jump_to_row(row)
        words = [
            *page.instructions.findChildren(TextBlock),
            *page.cautions.findChildren(TextBlock),
        ]
        texts = {line.text for line in (*page.instructions.lines, *page.cautions.lines)}
        small += [b for b in words if b.text() in texts and b.font().pixelSize() < 0.03 * 1080 - 1]
    assert small == []
