"""Every shipped lesson and deck on paper, in both languages."""

import pytest
from PySide6.QtCore import QCoreApplication

from massage_trainer.app.paper_maker import PaperMaker
from massage_trainer.domain.paper.doses import length, values_of
from massage_trainer.domain.paper.model import Sign, StepPart
from massage_trainer.domain.paper.words import STATUS_MEANS
from massage_trainer.domain.protocol import Block, Check
from massage_trainer.domain.teacher import TeacherChoices, settle
from massage_trainer.domain.timeline import unroll
from massage_trainer.services.content.library import ContentLibrary
from massage_trainer.services.content.sources import ContentPlaces
from massage_trainer.services.language import LanguageService
from massage_trainer.services.paper.pages import CONTENT_HEIGHT
from massage_trainer.services.paper.pdf import pdf_bytes
from massage_trainer.services.plates import read_plate_index
from massage_trainer.services.resources import assets_dir, protocols_dir
from massage_trainer.widgets.labels import number_name, status_explanation, status_text
from massage_trainer.widgets.quantities import length_text
from massage_trainer.widgets.step_details import numbers
from tests.pdf_reader import read_pdf

PLATES = assets_dir() / "plates"
CHOICES = TeacherChoices()
LIBRARY = ContentLibrary(
    ContentPlaces(
        protocols=(protocols_dir(),),
        catalog=assets_dir() / "catalog",
        plates_index=PLATES / "index.json",
        cache=None,
    ),
    lambda: CHOICES,
    lambda: "",
)
CATALOG = LIBRARY.catalog()
DEFAULTS = {question.id: question.default for question in CATALOG.questions.values()}
LESSONS = [card.id for card in LIBRARY.index().cards]
NAMES = [
    name
    for point in CATALOG.points.values()
    for name in (point.code, point.name_vi, point.pinyin, point.hanzi)
]
_BIGGEST = 3_000_000


def settled(lesson):
    return settle(LIBRARY.lesson(lesson), CHOICES, DEFAULTS)


def steps_of(body):
    for item in body:
        yield from steps_of(item.body) if isinstance(item, Block) else [item]


@pytest.fixture(scope="module")
def maker(qapp):
    return PaperMaker(LIBRARY, settled, lambda: CHOICES, read_plate_index(PLATES))


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("lesson", LESSONS)
def test_a_handout_holds_every_step_dose_and_caution(maker, lesson, language):
    paper = maker.handout(lesson, language)
    parts = [part for part in paper.parts if isinstance(part, StepPart)]
    steps = list(steps_of(settled(lesson).body))
    assert len(parts) == len(steps)
    for part, step in zip(parts, steps, strict=True):
        said = [remark.text for remark in part.remarks if remark.sign is Sign.CAUTION]
        cautions = [CATALOG.cautions[key].text.in_language(language) for key in step.cautions]
        assert said[: len(cautions)] == cautions
        if step.words.stop:
            assert part.remarks[0].sign is Sign.STOP
        assert sum(remark.sign is Sign.AVOID for remark in part.remarks) == len(step.avoid)
        assert len(part.values) == len(values_of(step.dose, language))
        if isinstance(step.dose, Check):
            assert len(part.checks) == len(step.dose.items)


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("lesson", LESSONS)
def test_a_handout_is_small_nothing_is_cut_and_no_letter_is_lacking(maker, lesson, language):
    made = maker.set(maker.handout(lesson, language))
    for page in made.pages:
        assert all(placed.scale == 1.0 for placed in page.placed)
        last = page.placed[-1]
        assert last.top + last.chunk.height <= CONTENT_HEIGHT
        assert not last.chunk.keep
    assert made.lacking == frozenset()
    content = pdf_bytes(made)
    assert len(content) < _BIGGEST
    pdf = read_pdf(content)
    assert len(pdf.pages) == len(made.pages)
    assert "\ufffd" not in pdf.text


@pytest.mark.parametrize("language", ["vi", "en"])
def test_paper_and_window_say_the_same_numbers(qapp, language):
    service = LanguageService(assets_dir() / "i18n", QCoreApplication.instance())
    service.install(language)
    try:
        for lesson in LESSONS:
            for step in steps_of(settled(lesson).body):
                window = [
                    (number_name(field), value, status_text(amount.status))
                    for field, value, amount in numbers(step.dose)
                ]
                paper = [
                    (each.name, each.value, each.status_words)
                    for each in values_of(step.dose, language)
                ]
                assert paper == window
            total = unroll(settled(lesson)).total_ms
            assert length(total, language) == length_text(total)
        for status, means in STATUS_MEANS.items():
            assert means.in_language(language) == status_explanation(status)
    finally:
        service.install("en")


def test_no_deck_tells_a_name_on_the_sheet_to_fill_in(maker):
    found = maker.point_decks()
    assert {deck.id for deck in found} >= {"all", "channel:BL", "lesson:lumbar-acupressure"}
    for deck in found:
        sheets = maker.point_sheets(deck.id)
        pdf = read_pdf(pdf_bytes(maker.set(sheets.blank("vi"))))
        said = pdf.text.replace(deck.title.vi, "")
        assert not [name for name in NAMES if name in said], deck.id
