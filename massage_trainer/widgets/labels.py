"""The words for everything that the domain knows as a value: sides, statuses, kinds, doses."""

from PySide6.QtCore import QCoreApplication

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.catalog import Severity
from massage_trainer.domain.events import SessionState
from massage_trainer.domain.protocol import (
    Amount,
    Check,
    Counted,
    CountUnit,
    Dose,
    Holds,
    Notice,
    PointHold,
    Points,
    RemarkKind,
    Rest,
    Status,
    Timed,
)
from massage_trainer.domain.timeline import SegmentKind
from massage_trainer.widgets.quantities import (
    duration_range_text,
    duration_text,
    passes_text,
    repetitions_text,
    times_text,
)


def side_text(side: Side) -> str:
    match side:
        case Side.LEFT:
            return QCoreApplication.translate("Labels", "left side")
        case Side.RIGHT:
            return QCoreApplication.translate("Labels", "right side")
        case Side.BOTH:
            return QCoreApplication.translate("Labels", "both sides")
        case Side.MIDLINE:
            return QCoreApplication.translate("Labels", "midline")


def status_text(status: Status) -> str:
    """A few words for a chip: where a number comes from."""
    match status:
        case Status.SOURCE:
            return QCoreApplication.translate("Labels", "from the source")
        case Status.CORRECTED:
            return QCoreApplication.translate("Labels", "corrected")
        case Status.APP_DEFAULT:
            return QCoreApplication.translate("Labels", "program default")
        case Status.TEACHER:
            return QCoreApplication.translate("Labels", "set by the teacher")
        case Status.SHORTENED:
            return QCoreApplication.translate("Labels", "shortened for practice")


def status_explanation(status: Status) -> str:
    """A sentence: what a status means."""
    match status:
        case Status.SOURCE:
            return QCoreApplication.translate("Labels", "This number stands in the source article.")
        case Status.CORRECTED:
            return QCoreApplication.translate(
                "Labels", "The article's number was wrong; this one is taught instead."
            )
        case Status.APP_DEFAULT:
            return QCoreApplication.translate(
                "Labels", "The article gives no number; this one is the program's own proposal."
            )
        case Status.TEACHER:
            return QCoreApplication.translate("Labels", "Your teacher has set this number.")
        case Status.SHORTENED:
            return QCoreApplication.translate(
                "Labels", "Less than the source asks for, for practice in class only."
            )


def kind_text(kind: SegmentKind) -> str:
    match kind:
        case SegmentKind.WORK:
            return QCoreApplication.translate("Labels", "Work")
        case SegmentKind.EASE_IN:
            return QCoreApplication.translate("Labels", "Ease in")
        case SegmentKind.HOLD:
            return QCoreApplication.translate("Labels", "Hold")
        case SegmentKind.EASE_OUT:
            return QCoreApplication.translate("Labels", "Ease out")
        case SegmentKind.COUNT:
            return QCoreApplication.translate("Labels", "Count")
        case SegmentKind.REST:
            return QCoreApplication.translate("Labels", "Rest")
        case SegmentKind.NOTICE:
            return QCoreApplication.translate("Labels", "Read this")
        case SegmentKind.CHECK:
            return QCoreApplication.translate("Labels", "Check")
        case SegmentKind.CHOICE:
            return QCoreApplication.translate("Labels", "Your choice")


def state_text(state: SessionState) -> str:
    match state:
        case SessionState.IDLE:
            return QCoreApplication.translate("Labels", "not started")
        case SessionState.RUNNING:
            return QCoreApplication.translate("Labels", "running")
        case SessionState.BETWEEN:
            return QCoreApplication.translate("Labels", "get ready")
        case SessionState.PAUSED:
            return QCoreApplication.translate("Labels", "paused")
        case SessionState.FINISHED:
            return QCoreApplication.translate("Labels", "finished")


def severity_text(severity: Severity) -> str:
    """What is the matter with a sentence of the article."""
    match severity:
        case Severity.DANGER:
            return QCoreApplication.translate("Labels", "dangerous as written")
        case Severity.WRONG:
            return QCoreApplication.translate("Labels", "wrong in the article")
        case Severity.UNCLEAR:
            return QCoreApplication.translate("Labels", "unclear in the article")


def remark_text(kind: RemarkKind) -> str:
    """In the list of steps: what the answers about the person on the table mean."""
    match kind:
        case RemarkKind.LEFT_OUT:
            return QCoreApplication.translate("Labels", "left out")
        case RemarkKind.ASK_FIRST:
            return QCoreApplication.translate("Labels", "ask first")
        case RemarkKind.ALLOWED:
            return QCoreApplication.translate("Labels", "watched")
        case RemarkKind.CAREFUL:
            return QCoreApplication.translate("Labels", "careful")
        case RemarkKind.ASKED:
            return QCoreApplication.translate("Labels", "asked before")


def number_name(field: str) -> str:
    """What a number of a step or lesson is (``TeacherNumber.field``)."""
    names = {
        "time": QCoreApplication.translate("Labels", "Time"),
        "count": QCoreApplication.translate("Labels", "How often"),
        "cadence": QCoreApplication.translate("Labels", "Time for each one"),
        "hold": QCoreApplication.translate("Labels", "Hold for"),
        "times": QCoreApplication.translate("Labels", "How many holds"),
        "ease-in": QCoreApplication.translate("Labels", "Ease in over"),
        "ease-out": QCoreApplication.translate("Labels", "Ease out over"),
        "rest": QCoreApplication.translate("Labels", "Rest between"),
        "lead-in": QCoreApplication.translate("Labels", "Get ready at the start"),
        "between": QCoreApplication.translate("Labels", "Change-over between places"),
    }
    return names[field]


def time_text(amount: Amount) -> str:
    """A duration or a range of durations."""
    return duration_range_text(amount.least, amount.most)


def count_text(amount: Amount, unit: CountUnit) -> str:
    """A number of repetitions or passes, or a range of them."""
    if unit is CountUnit.PASSES:
        return passes_text(amount.least, amount.most)
    return repetitions_text(amount.least, amount.most)


def dose_text(dose: Dose, point_id: str = "") -> str:
    """A step's dose in a line: ``1–2 min × 3 times``; empty where nothing is measured.

    With a ``point_id`` it is the dose of that point alone.
    """
    match dose:
        case Timed(time=time) | Rest(time=time):
            return time_text(time)
        case Counted(count=count, unit=unit):
            return count_text(count, unit)
        case Holds(hold=hold, times=times):
            return _product(time_text(hold), times.least, times.most)
        case Points(holds=holds):
            return _points_text(holds, point_id)
        case Notice() | Check():
            return ""


def _points_text(holds: tuple[PointHold, ...], point_id: str) -> str:
    chosen = [hold for hold in holds if not point_id or hold.point_id == point_id]
    texts = {_product(time_text(hold.hold), hold.times, hold.times) for hold in chosen}
    if point_id and chosen:
        return min(texts)
    if len(texts) == 1:
        return QCoreApplication.translate("Labels", "{time} at each point").format(time=min(texts))
    return duration_text(sum(hold.hold.chosen * hold.times for hold in chosen))


def _product(time: str, least: int, most: int) -> str:
    if most == 1:
        return time
    return QCoreApplication.translate("Labels", "{time} × {times}").format(
        time=time, times=times_text(least, most)
    )
