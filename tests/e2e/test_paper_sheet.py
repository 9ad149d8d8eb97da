"""The sheet of papers in the real program: every kind is made, looked at, saved and printed."""

from dataclasses import replace

import pytest
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from massage_trainer.app.class_paper import ClassPapers
from massage_trainer.app.paper_printing import print_on, print_paper
from massage_trainer.domain.exam.attempt import HELD, AttemptState, Mark, MarkKind
from massage_trainer.domain.exam.sheet import TaskKind
from massage_trainer.domain.paper.desk import PaperError, PaperKind
from massage_trainer.services.export.whole_file import ExportError
from massage_trainer.services.resources import assets_dir
from massage_trainer.services.rubric_files import RubricFiles
from massage_trainer.viewmodels.exam_book import ExamBook, ExamWish
from massage_trainer.widgets.classroom.sheets import Sheet
from massage_trainer.widgets.page_row import Page
from tests.pdf_reader import read_pdf

NAMES = ("Nguyễn Văn An", "=HYPERLINK(1)", 'O\'Neil; "腎俞"')


@pytest.fixture
def stand(start):
    return start("vi")


def paper_sheet(stand):
    stand.program.study_flow.go(Page.CLASS)
    page = stand.program.study_flow.page(Page.CLASS)
    page.show_sheet(Sheet.PAPER)
    return page.current


def examined(stand):
    """A class that sat an exam: the first two were examined, the second broke off."""
    flow = stand.program.practice_flow
    group = flow.class_store.add_group("K12 sáng")
    flow.class_store.add_students(group.id, [(f"SV{n}", name) for n, name in enumerate(NAMES)])
    rubric = RubricFiles(assets_dir() / "catalog", flow.data_dir)
    source = stand.program.study_flow.quiz_flow.source
    book = ExamBook(flow.class_store, rubric, source, flow.calendar)
    book.read()
    book.choose_group(group.id)
    assert book.draw(ExamWish("Thi giữa kỳ", "lesson:lumbar-acupressure"))
    return book


def test_all_kinds_of_paper_are_made_and_saved(stand, tmp_path):
    examined(stand)
    desk = ClassPapers(stand.program)
    for kind in PaperKind:
        offers = desk.offers(kind)
        assert offers, kind
        if kind is PaperKind.EXAM_STUDENTS:
            continue  # nobody was examined yet: see below
        for language in ("vi", "en"):
            paper = desk.open(kind, offers[0].id, language)
            path = tmp_path / f"{desk.file_name(kind, offers[0].id, language)}.pdf"
            done = paper.save(path)
            pdf = read_pdf(path.read_bytes())
            assert done.pages == len(pdf.pages) == paper.page_count
            assert done.size == path.stat().st_size


def test_the_name_of_a_file_to_fill_in_tells_nothing(stand):
    desk = ClassPapers(stand.program)
    assert "BL" not in desk.file_name(PaperKind.BLANKS, "channel:BL", "vi")
    assert desk.file_name(PaperKind.POINTS, "channel:BL", "vi") == "points-channel-BL-vi"


def test_an_exam_that_nobody_sat_has_no_sheets_of_students(stand):
    examined(stand)
    desk = ClassPapers(stand.program)
    (offer,) = desk.offers(PaperKind.EXAM_STUDENTS)
    assert offer.title.vi.startswith("K12 sáng – Thi giữa kỳ (")
    with pytest.raises(PaperError) as failure:
        desk.open(PaperKind.EXAM_STUDENTS, offer.id, "vi")
    assert failure.value.text.vi == "Chưa có ai thi."
    with pytest.raises(PaperError, match="gone"):
        desk.open(PaperKind.EXAM_CLASS, "9/9", "en")


def test_a_student_who_was_examined_has_a_sheet_with_everything_of_the_rubric(stand, tmp_path):
    book = examined(stand)
    candidate = book.candidates[0]
    attempt = book.attempt_for(candidate)
    rubric = book.rubric
    marks = (
        [Mark(MarkKind.GATE, item.id, HELD) for item in rubric.gates]
        + [Mark(MarkKind.LEVEL, item.id, "part") for item in rubric.items if not item.from_points]
        + [
            Mark(MarkKind.FIND, str(task.number), "near", cun=0.7)
            for task in attempt.tasks
            if task.kind is not TaskKind.STROKE
        ]
        + [Mark(MarkKind.REMARK, "", "Nhẹ tay hơn.", 65_000)]
    )
    done = replace(attempt, state=AttemptState.DONE, worked_ms=300_000, marks=tuple(marks))
    assert book.keep(candidate, done)[1]
    desk = ClassPapers(stand.program)
    (offer,) = desk.offers(PaperKind.EXAM_STUDENTS)
    paper = desk.open(PaperKind.EXAM_STUDENTS, offer.id, "vi")
    paper.save(tmp_path / "student.pdf")
    said = read_pdf((tmp_path / "student.pdf").read_bytes()).text
    assert candidate.student.name in said
    assert "1:05  Nhẹ tay hơn." in said
    assert "cách 0,7 thốn" in said
    unbroken = said.replace("\n", " ")
    for area in rubric.areas:
        assert area.name.vi in unbroken
    assert {each.student.name for each in book.candidates[1:]}.isdisjoint(said.splitlines())


def test_the_sheet_shows_the_first_lesson_and_follows_the_choices(stand, tmp_path):
    sheet = paper_sheet(stand)
    assert sheet.view.page_count > 5
    assert sheet.save.isEnabled()
    sheet.subject.setCurrentIndex(1)
    sheet.subject.activated.emit(1)
    assert sheet._paper.title == stand.program.lessons.index().cards[1].name.vi
    picture = sheet.view.grab().toImage()
    colours = {picture.pixel(x, y) for x in range(0, picture.width(), 7)
               for y in range(0, picture.height(), 7)}  # fmt: skip
    assert len(colours) > 50


def test_a_printer_gets_all_pages_on_the_whole_sheet(stand, tmp_path):
    paper = ClassPapers(stand.program).open(PaperKind.HANDOUT, "stretch-knees-down", "vi")
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    print_on(paper.paper, printer)
    pdf = read_pdf((tmp_path / "printed.pdf").read_bytes())
    assert len(pdf.pages) == paper.page_count
    assert "Dừng ngay" in pdf.text.replace("\t", " ")


def test_a_printer_that_is_gone_is_said(stand):
    paper = ClassPapers(stand.program).open(PaperKind.HANDOUT, "stretch-knees-down", "vi")
    with pytest.raises(ExportError, match="not there any more"):
        print_paper(paper.paper, QPrinterInfo())
    with pytest.raises(PaperError):
        paper.print_on("nowhere")
