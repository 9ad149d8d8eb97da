"""The words of the examiner's sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from massage_trainer.domain.exam.attempt import AttemptState
from massage_trainer.domain.exam.sheet import Ending, Find
from massage_trainer.widgets.verdict_words import cun_text, place_text, verdict_words

if TYPE_CHECKING:
    from massage_trainer.domain.catalog import Catalog
    from massage_trainer.domain.exam.attempt import Mark
    from massage_trainer.domain.exam.sheet import StudentResult
    from massage_trainer.domain.verdict import Verdict


def find_text(find: Find) -> str:
    """How well a point was found, in a word."""
    match find:
        case Find.FOUND:
            return QCoreApplication.translate("ExamWords", "Found")
        case Find.NEAR:
            return QCoreApplication.translate("ExamWords", "Near")
        case Find.WRONG:
            return QCoreApplication.translate("ExamWords", "Wrong")


def found_text(mark: Mark, verdict: Verdict | None, catalog: Catalog, language: str) -> str:
    """What was marked, with the distance and the direction where it was measured."""
    if verdict is not None:
        return verdict_words(verdict, catalog, language).spoken
    parts = [find_text(Find(mark.value))]
    if mark.cun is not None:
        parts.append(cun_text(mark.cun))
    if mark.wrong_side:
        parts.append(QCoreApplication.translate("ExamWords", "the other side"))
    if mark.taken_for:
        parts.append(place_text(mark.taken_for, catalog, language))
    return " · ".join(parts)


def state_text(state: AttemptState) -> str:
    """How far an attempt is."""
    match state:
        case AttemptState.READY:
            return QCoreApplication.translate("ExamWords", "not examined yet")
        case AttemptState.RUNNING | AttemptState.PAUSED:
            return QCoreApplication.translate("ExamWords", "interrupted")
        case AttemptState.DONE:
            return QCoreApplication.translate("ExamWords", "finished")
        case AttemptState.GATE_FAILED:
            return QCoreApplication.translate("ExamWords", "safety gate failed")
        case AttemptState.BROKEN_OFF:
            return QCoreApplication.translate("ExamWords", "broken off")


def percent_text(percent: float | None) -> str:
    """``72.5 %``; a dash where nothing was judged."""
    if percent is None:
        return "–"
    whole, tenths = divmod(round(percent * 10), 10)
    if not tenths:
        return QCoreApplication.translate("ExamWords", "{whole} %").format(whole=whole)
    return QCoreApplication.translate("ExamWords", "{whole}.{tenths} %").format(
        whole=whole, tenths=tenths
    )


def mark_text(percent: float | None) -> str:
    """Out of ten, as marks are given in schools: ``7.3``."""
    if percent is None:
        return "–"
    whole, tenths = divmod(round(percent), 10)
    return QCoreApplication.translate("ExamWords", "{whole}.{tenths} of 10").format(
        whole=whole, tenths=tenths
    )


def outcome_text(result: StudentResult) -> str:
    """Passed or not, and why not."""
    if result.ending is Ending.GATE_FAILED:
        return QCoreApplication.translate("ExamWords", "Not passed: a safety gate failed")
    if result.ending is Ending.BROKEN_OFF:
        return QCoreApplication.translate("ExamWords", "Broken off: no result")
    if result.percent is None:
        return QCoreApplication.translate("ExamWords", "Nothing was judged")
    if result.passed:
        return QCoreApplication.translate("ExamWords", "Passed")
    return QCoreApplication.translate("ExamWords", "Not passed")
