"""What is said of class lists: their mistakes, what is new in them, and what deleting did."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from massage_trainer.domain.classroom.class_list import MistakeKind
from massage_trainer.domain.classroom.marks import MarkScale, Standing, mark_text
from massage_trainer.domain.quiz.learner_names import isolated
from massage_trainer.widgets.quantities import tr

if TYPE_CHECKING:
    from massage_trainer.domain.classroom.class_list import ListMistake, NewInList
    from massage_trainer.domain.classroom.marks import Mark
    from massage_trainer.domain.classroom.ports import Erasure

NO_MARK = "–"


def mistake_text(mistake: ListMistake) -> str:
    """Where it stands, what is wrong, and what to do."""
    where = QCoreApplication.translate("RosterWords", "Line {line}, column {column}: {what}")
    what = _mistakes()[mistake.kind].format(
        detail=isolated(mistake.detail[:60]), line=mistake.other, most=500
    )
    return where.format(line=mistake.line, column=mistake.column, what=what)


def mistakes_text(count: int) -> str:
    """How many lines are left out."""
    return tr("%n line(s) with a mistake", None, count)


def _mistakes() -> dict[MistakeKind, str]:
    return {
        MistakeKind.EMPTY: QCoreApplication.translate("RosterWords", "there are no students in it"),
        MistakeKind.WORKBOOK: QCoreApplication.translate(
            "RosterWords",
            "this is a workbook, not a table of text (save it as “CSV UTF-8” in the"
            " spreadsheet, or copy the cells and paste them under “Add students”)",
        ),
        MistakeKind.NOT_UTF8: QCoreApplication.translate(
            "RosterWords",
            "letters in an old encoding such as Windows-1258 (save it as “CSV UTF-8”)",
        ),
        MistakeKind.NO_MARK: QCoreApplication.translate(
            "RosterWords", "UTF-16 that does not say so (save it as “CSV UTF-8”)"
        ),
        MistakeKind.OPEN_QUOTE: QCoreApplication.translate(
            "RosterWords", 'a quote that is never closed (write "" for a quote in a name)'
        ),
        MistakeKind.WHICH_COLUMN: QCoreApplication.translate(
            "RosterWords",
            "which column is the name? (put a row above that names the columns, such as:"
            " number, name)",
        ),
        MistakeKind.MORE_CELLS: QCoreApplication.translate(
            "RosterWords", 'more cells than columns (put "…" around a name with a comma)'
        ),
        MistakeKind.NO_NAME: QCoreApplication.translate(
            "RosterWords", "number {detail} has no name"
        ),
        MistakeKind.TOO_LONG: QCoreApplication.translate(
            "RosterWords", "too long to be a name or a number: {detail}…"
        ),
        MistakeKind.SAME_NUMBER: QCoreApplication.translate(
            "RosterWords", "number {detail} is in line {line} already"
        ),
        MistakeKind.SAME_NAME: QCoreApplication.translate(
            "RosterWords",
            "{detail} is in line {line} already (two students of one name need numbers)",
        ),
        MistakeKind.TOO_MANY: QCoreApplication.translate(
            "RosterWords", "more than {most} students (split the list)"
        ),
    }


def new_text(new: NewInList) -> str:
    """How many are new, known, and called otherwise."""
    parts = [tr("%n new student(s)", None, len(new.new))]
    if new.known:
        parts.append(tr("%n in the class already", None, len(new.known)))
    if new.renamed:
        parts.append(tr("%n called otherwise until now", None, len(new.renamed)))
    return "; ".join(parts)


def erasure_text(erasure: Erasure) -> str:
    """What became of deleting."""
    if not erasure.done:
        return QCoreApplication.translate(
            "RosterWords",
            "Not everything could be deleted: the disk is full or another program holds the file."
            " Please try again.",
        )
    told = [
        QCoreApplication.translate("RosterWords", "Deleted, also from the copies kept for safety.")
    ]
    if erasure.lost_copies:
        told.append(
            tr(
                "%n damaged copy(s) could not be cleaned and were deleted as a whole.",
                None,
                erasure.lost_copies,
            )
        )
    if erasure.is_pending:
        told.append(
            QCoreApplication.translate(
                "RosterWords",
                "Another window of this program is open: the last bytes are overwritten when it is"
                " closed.",
            )
        )
    return " ".join(told)


def mark_words(mark: Mark | None, scale: MarkScale, point: str) -> str:
    """A mark as it stands in a table."""
    if mark is None or mark.standing is Standing.UNMARKED:
        return NO_MARK
    if mark.standing is Standing.RUNNING:
        return QCoreApplication.translate("RosterWords", "under way")
    if mark.standing is Standing.BROKEN_OFF:
        return QCoreApplication.translate("RosterWords", "broken off")
    if mark.standing is Standing.GATE:
        return QCoreApplication.translate("RosterWords", "safety gate")
    return mark_text(mark.share or 0.0, scale, point)
