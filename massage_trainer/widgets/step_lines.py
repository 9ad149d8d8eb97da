"""The lines of the step list as a Qt model: what each step is and how far the lesson is."""

from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from massage_trainer.domain.catalog import Catalog
from massage_trainer.domain.protocol import RemarkKind
from massage_trainer.domain.timeline import Row
from massage_trainer.widgets.labels import dose_text, remark_text, side_text

NO_BREAK: Final = "\u00a0"  # keeps "1 min" together
SEPARATOR: Final = "\u00a0· "  # the dot stays behind the word before it
LINE_ROLE: Final = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex
_BY_WEIGHT: Final = (
    RemarkKind.LEFT_OUT,
    RemarkKind.ASK_FIRST,
    RemarkKind.ALLOWED,
    RemarkKind.CAREFUL,
    RemarkKind.ASKED,
)


class Progress(Enum):
    """Where a line stands in the lesson."""

    DONE = auto()
    CURRENT = auto()
    TO_COME = auto()


@dataclass(frozen=True, slots=True)
class StepLine:
    """One line, ready to be painted."""

    number: int
    name: str
    detail: str  # side, point, dose, lap
    progress: Progress
    repetitions: int
    repetitions_done: int
    optional: bool

    @property
    def spoken(self) -> str:
        """The line as one sentence, for those who do not see it."""
        states = {
            Progress.DONE: QCoreApplication.translate("StepList", "done"),
            Progress.CURRENT: QCoreApplication.translate("StepList", "current step"),
            Progress.TO_COME: QCoreApplication.translate("StepList", "to come"),
        }
        parts = (f"{self.number}. {self.name}", self.detail, states[self.progress])
        return ", ".join(part for part in parts if part)


class StepLines(QAbstractListModel):
    """The rows of a timeline; ``current`` divides what is done from what is to come."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()
        self._current = 0
        self._repetition = 1
        self._finished = False
        self._words: list[tuple[str, str]] = []  # name and detail of each row

    def show_rows(self, rows: tuple[Row, ...], catalog: Catalog, language: str) -> None:
        self.beginResetModel()
        self._rows = rows
        self._words = [(row_name(row, language), row_detail(row, catalog)) for row in rows]
        self._current = min(self._current, max(0, len(rows) - 1))
        self.endResetModel()

    def show_place(self, row: int, repetition: int, *, finished: bool) -> None:
        """Mark the current line and which of its repetitions is on."""
        place = (row, repetition, finished)
        if place == (self._current, self._repetition, self._finished):
            return
        first = min(row, self._current)
        last = max(row, self._current)
        if finished != self._finished:
            first, last = 0, len(self._rows) - 1
        self._current, self._repetition, self._finished = place
        if self._rows:
            changed = [LINE_ROLE, Qt.ItemDataRole.AccessibleTextRole]
            self.dataChanged.emit(self.index(first), self.index(last), changed)

    @property
    def current(self) -> int:
        return self._current

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.line(index.row()).name
            case Qt.ItemDataRole.AccessibleTextRole:
                return self.line(index.row()).spoken
            case Qt.ItemDataRole.UserRole:
                return self.line(index.row())
            case _:
                return None

    def line(self, number: int) -> StepLine:
        row = self._rows[number]
        name, detail = self._words[number]
        progress = self._progress(number)
        done = {Progress.DONE: row.repetitions, Progress.TO_COME: 0}
        return StepLine(
            number=number + 1,
            name=name,
            detail=detail,
            progress=progress,
            repetitions=row.repetitions,
            repetitions_done=done.get(progress, self._repetition - 1),
            optional=row.optional or row.block is not None,
        )

    def _progress(self, number: int) -> Progress:
        if self._finished or number < self._current:
            return Progress.DONE
        return Progress.CURRENT if number == self._current else Progress.TO_COME


def row_name(row: Row, language: str) -> str:
    """What a line is called: the step, or the optional part it asks about."""
    if row.block is not None:
        if row.block.name is not None:
            return row.block.name.in_language(language)
        return QCoreApplication.translate("StepList", "Optional part")
    return row.step.name.in_language(language)


def row_detail(row: Row, catalog: Catalog) -> str:
    """Where, and how long or how often: side, point, dose, lap."""
    if row.block is not None:
        return QCoreApplication.translate("StepList", "optional: you choose")
    parts = [remark_text(kind) for kind in _heaviest(row)]
    if row.side:
        parts.append(side_text(row.side))
    if row.point_id:
        parts.append(_point(row, catalog))
    if dose := dose_text(row.step.dose, row.point_id):
        parts.append(dose.replace(" ", NO_BREAK))
    lap, laps = row.lap
    if laps > 1:
        parts.append(
            QCoreApplication.translate("StepList", "round {number} of {total}").format(
                number=lap, total=laps
            )
        )
    return SEPARATOR.join(parts)


def _heaviest(row: Row) -> list[RemarkKind]:
    """The one remark for the person on the table that counts most in the list."""
    kinds = {remark.kind for remark in row.step.remarks}
    return [kind for kind in _BY_WEIGHT if kind in kinds][:1]


def _point(row: Row, catalog: Catalog) -> str:
    """The code, and the name unless the step is called by it."""
    point = catalog.points.get(row.point_id)
    if point is None or point.name_vi.casefold() in row.step.name.vi.casefold():
        return row.point_id
    return f"{point.name_vi} ({row.point_id})"
