"""The sheet of papers: what to print, of which lesson, deck or exam, in which language."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QGuiApplication, QPainter
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from massage_trainer.domain.paper.desk import PaperError, PaperKind
from massage_trainer.domain.text import LANGUAGES
from massage_trainer.widgets.buttons import Button, ButtonKind
from massage_trainer.widgets.classroom.page_view import PageView
from massage_trainer.widgets.classroom.sheet_head import SheetHead, sheet_edge
from massage_trainer.widgets.classroom.sheets import ClassSheet
from massage_trainer.widgets.fields import ChoiceBox
from massage_trainer.widgets.fonts import sized
from massage_trainer.widgets.icons import Icon
from massage_trainer.widgets.tab_order import lead_tab
from massage_trainer.widgets.text_block import TextBlock
from massage_trainer.widgets.theme import Scale

if TYPE_CHECKING:
    from massage_trainer.domain.paper.desk import Offer, OpenPaper, PaperDesk
    from massage_trainer.widgets.file_picker import FilePicker

_MEGABYTE: Final = 1_000_000
_PDF: Final = ".pdf"


class PaperSheet(ClassSheet):
    """Choices on the left, the page as it will be printed on the right."""

    def __init__(
        self,
        desk: PaperDesk[QPainter],
        picker: FilePicker,
        language: Callable[[], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("class-paper")
        self._desk = desk
        self._picker = picker
        self._language = language
        self._paper: OpenPaper[QPainter] | None = None
        self._offers: list[Offer] = []
        self._filling = False
        self.head = SheetHead(self)
        self.back = self.head.back
        self.kind = self._box("paper-kind")
        self.subject = self._box("paper-subject")
        self.tongue = self._box("paper-language")
        boxes = (self.kind, self.subject, self.tongue)
        self._captions = {box: TextBlock(2.0, "muted", parent=self) for box in boxes}
        self._told = TextBlock(2.2, parent=self)
        self.view = PageView(self)
        self.save = self._button(ButtonKind.PRIMARY, None, "paper-save")
        self.print_it = self._button(ButtonKind.PLAIN, None, "paper-print")
        self.previous = self._button(ButtonKind.QUIET, Icon.BACK, "page-previous")
        self.next = self._button(ButtonKind.QUIET, Icon.NEXT, "page-next")
        self._place = TextBlock(2.2, "muted", parent=self)
        self._lay_out()
        self.back.clicked.connect(self.left)
        self.save.clicked.connect(self.save_paper)
        self.print_it.clicked.connect(self.print_paper)
        self.previous.clicked.connect(self.view.previous_page)
        self.next.clicked.connect(self.view.next_page)
        self.view.page_changed.connect(self._say_page)
        self.kind.activated.connect(self._change_kind)
        self.subject.activated.connect(self._open)
        self.tongue.activated.connect(self._open)
        self.retranslate()

    def arrive(self) -> None:
        """Lessons, decks and exams may have changed."""
        self.tongue.setCurrentIndex(LANGUAGES.index(self._language()))
        self._change_kind()
        self.kind.setFocus()

    @Slot()
    def save_paper(self) -> None:
        """Ask for a place, and write the file there."""
        paper = self._paper
        if paper is None:
            return
        title = self.tr("Save as PDF")
        name = self._desk.file_name(self._kind(), self._offer_id(), self._tongue()) + _PDF
        path = self._picker.to_save(self, title, name, "PDF (*.pdf)")
        if path is None:
            return
        path = path if path.suffix else path.with_name(path.name + _PDF)
        try:
            done = paper.save(path)
        except PaperError as error:
            self._tell(error.text.in_language(self._language()))
            return
        words = self.tr("%n page(s) written to {path} ({size} MB).", "", done.pages)
        self._tell(words.format(path=path, size=f"{done.size / _MEGABYTE:.1f}"))

    @Slot()
    def print_paper(self) -> None:
        """Ask for a printer, and send it all pages."""
        paper = self._paper
        if paper is None:
            return
        printers = list(self._desk.printers())
        if not printers:
            self._tell(self.tr("No printer is set up on this computer. Save the paper as PDF."))
            return
        title = self.tr("Print")
        words = self.tr("Print %n page(s) of A4 on which printer?", "", paper.page_count)
        chosen = self._picker.ask(self, title, words, printers)
        if chosen is None:
            return
        try:
            paper.print_on(printers[chosen])
        except PaperError as error:
            self._tell(error.text.in_language(self._language()))
            return
        self._tell(self.tr("Sent to {printer}.").format(printer=printers[chosen]))

    def set_scale(self, scale: Scale) -> None:
        self.head.set_scale(scale)
        for words in (self._told, self._place, *self._captions.values()):
            words.set_scale(scale)
        for box in self._captions:
            box.setFont(sized(box.font(), scale.text(2.4)))
            box.updateGeometry()
        for button in (self.save, self.print_it, self.previous, self.next):
            button.set_text_px(scale.control_px)
        edge, gap = sheet_edge(scale), scale.px(1)
        self._whole.setContentsMargins(edge, scale.unit, edge, gap)
        self._whole.setSpacing(gap)
        self._sides.setSpacing(3 * gap)
        self._column.setSpacing(gap)
        self._fields.setVerticalSpacing(gap // 2)

    def retranslate(self) -> None:
        self.head.name(self.tr("Handouts and point sheets"))
        self.setAccessibleName(self.head.title.text())
        for box, words in (
            (self.kind, self.tr("Paper")),
            (self.subject, self.tr("Content")),
            (self.tongue, self.tr("Language of the paper")),
        ):
            self._captions[box].show_text(words)
            box.setAccessibleName(words)
        kinds = {
            PaperKind.HANDOUT: self.tr("Handout of a lesson"),
            PaperKind.POINTS: self.tr("Point sheet with names and key"),
            PaperKind.BLANKS: self.tr("Point sheet to fill in"),
            PaperKind.EXAM_CLASS: self.tr("Exam: results of the class"),
            PaperKind.EXAM_STUDENTS: self.tr("Exam: a sheet for each student"),
        }
        self._fill(self.kind, [kinds[kind] for kind in PaperKind])
        self._fill(self.tongue, [self.tr("Vietnamese"), self.tr("English")])
        self._fill(self.subject, self._titles())
        self.save.setText(self.tr("Save as PDF…"))
        self.print_it.setText(self.tr("Print…"))
        for button, words in (
            (self.previous, self.tr("Previous page")),
            (self.next, self.tr("Next page")),
        ):
            button.setAccessibleName(words)
            button.setToolTip(words)
        self._say_page()

    @Slot()
    def _change_kind(self) -> None:
        if self._filling:
            return
        chosen = self._offer_id()
        self._offers = list(self._desk.offers(self._kind()))
        self._fill(self.subject, self._titles())
        known = [offer.id for offer in self._offers]
        self.subject.setCurrentIndex(known.index(chosen) if chosen in known else 0)
        self._open()

    @Slot()
    def _open(self) -> None:
        """Set the pages, which takes up to a second or two."""
        self._paper = None
        told = ""
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            if self._offers:
                self._paper = self._desk.open(self._kind(), self._offer_id(), self._tongue())
            else:
                told = self.tr("There is nothing of this kind yet.")
        except PaperError as error:
            told = error.text.in_language(self._language())
        finally:
            QGuiApplication.restoreOverrideCursor()
        if self._paper is not None and self._paper.lacking:
            letters = " ".join(self._paper.lacking)
            told = self.tr(
                "No typeface of this computer has {letters}: printed by number. Install one "
                "with Chinese letters, then open the program again."
            ).format(letters=letters)
        self._tell(told)
        self.save.setEnabled(self._paper is not None)
        self.print_it.setEnabled(self._paper is not None)
        self.view.show_paper(self._paper)

    @Slot()
    def _say_page(self) -> None:
        page, pages = self.view.page, self.view.page_count
        words = self.tr("Page {page} of {pages}").format(page=page + 1, pages=pages)
        self._place.show_text(words if pages else "")
        self.view.setAccessibleName(words if pages else self.tr("No page"))
        self.previous.setEnabled(page > 0)
        self.next.setEnabled(page + 1 < pages)

    def _tell(self, words: str) -> None:
        self._told.show_text(words)

    def _kind(self) -> PaperKind:
        return list(PaperKind)[max(0, self.kind.currentIndex())]

    def _offer_id(self) -> str:
        at = self.subject.currentIndex()
        return self._offers[at].id if 0 <= at < len(self._offers) else ""

    def _tongue(self) -> str:
        return LANGUAGES[max(0, self.tongue.currentIndex())]

    def _titles(self) -> list[str]:
        return [offer.title.in_language(self._language()) for offer in self._offers]

    def _fill(self, box: ChoiceBox, texts: list[str]) -> None:
        chosen = box.currentIndex()
        self._filling = True
        box.clear()
        box.addItems(texts)
        box.setCurrentIndex(chosen if 0 <= chosen < len(texts) else 0)
        self._filling = False

    def _box(self, name: str) -> ChoiceBox:
        box = ChoiceBox(self)
        box.setObjectName(name)
        return box

    def _button(self, kind: ButtonKind, icon: Icon | None, name: str) -> Button:
        button = Button(kind, icon, self)
        button.setObjectName(name)
        return button

    def _lay_out(self) -> None:
        self._fields = QGridLayout()
        for row, (box, caption) in enumerate(self._captions.items()):
            self._fields.addWidget(caption, 2 * row, 0)
            self._fields.addWidget(box, 2 * row + 1, 0)
        self._column = QVBoxLayout()
        self._column.addLayout(self._fields)
        self._column.addWidget(self.save)
        self._column.addWidget(self.print_it)
        self._column.addWidget(self._told)
        self._column.addStretch(1)
        turning = QHBoxLayout()
        turning.addStretch(1)
        for widget in (self.previous, self._place, self.next):
            turning.addWidget(widget)
        turning.addStretch(1)
        looking = QVBoxLayout()
        looking.addWidget(self.view, 1)
        looking.addLayout(turning)
        self._sides = QHBoxLayout()
        self._sides.addLayout(self._column, 2)
        self._sides.addLayout(looking, 3)
        self._whole = QVBoxLayout(self)
        self._whole.addWidget(self.head)
        self._whole.addLayout(self._sides, 1)
        lead_tab(self.save, self.print_it, self.view, self.previous, self.next)
