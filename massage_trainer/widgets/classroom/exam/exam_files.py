"""Takes the results of an exam along: of the class or of one student, as pages or as a table."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtCore import QLocale, QObject, Signal, Slot

from massage_trainer.domain.errors import TrainerError

if TYPE_CHECKING:
    from pathlib import Path

    from massage_trainer.domain.exam.sheet import ClassResult
    from massage_trainer.viewmodels.exam_book import Candidate, ExamBook
    from massage_trainer.widgets.classroom.exam.candidates_part import CandidatesPart
    from massage_trainer.widgets.file_picker import FilePicker

_NO_NAME: Final = re.compile(r"[^\w -]+")
_TABLE: Final = "CSV (*.csv)"
_PAGES: Final = "PDF (*.pdf)"


class ResultWriter(Protocol):
    """Writes results into a file; raises TrainerError with a sentence."""

    def write(self, path: Path, result: ClassResult) -> None: ...


class ExamFiles(QObject):
    """Asks where to; whether it was done is told on the part that asked."""

    told = Signal(str)

    def __init__(
        self,
        book: ExamBook,
        part: CandidatesPart,
        picker: FilePicker,
        tables: ResultWriter,
        pages: ResultWriter | None,
    ) -> None:
        super().__init__(part)
        self._book = book
        self._part = part
        self._picker = picker
        self._tables = tables
        self._pages = pages
        part.class_table_wanted.connect(self.save_table)
        part.class_pdf_wanted.connect(self.save_pages)
        part.student_pdf_wanted.connect(self.save_student)
        self.told.connect(part.tell)
        part.offer_pages(on=pages is not None)

    @Slot()
    def save_table(self) -> None:
        """Everything that was marked of everybody."""
        self._save(self._tables, self._book.result, _TABLE, "csv")

    @Slot()
    def save_pages(self) -> None:
        """The sheet of the class, to print."""
        self._save(self._pages, self._book.result, _PAGES, "pdf")

    @Slot(object)
    def save_student(self, candidate: Candidate) -> None:
        """The sheet of one student; nobody else is on it."""
        result = self._book.result
        if result is not None:
            mine = tuple(one for one in result.students if one.seat == candidate.seat)
            self._save(
                self._pages, replace(result, students=mine), _PAGES, "pdf", candidate.student.name
            )

    def _save(
        self,
        writer: ResultWriter | None,
        result: ClassResult | None,
        kind: str,
        ending: str,
        name: str = "",
    ) -> None:
        if writer is None or result is None:
            return
        plain = _NO_NAME.sub("-", " - ".join(part for part in (result.title, name) if part))
        title = self.tr("Save the results")
        file_name = f"{plain.strip(' -') or 'exam'}.{ending}"
        path = self._picker.to_save(self._part.window(), title, file_name, kind)
        if path is None:
            return
        if not path.suffix:
            path = path.with_name(f"{path.name}.{ending}")
        try:
            writer.write(path, result)
        except TrainerError as error:
            self.told.emit(error.in_language(QLocale().name()[:2]))
        else:
            self.told.emit(self.tr("Saved: {path}").format(path=path))
