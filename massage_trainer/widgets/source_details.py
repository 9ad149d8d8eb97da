"""Where a step comes from: the article's words, what is taught instead, and every number."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from massage_trainer.domain.catalog import Catalog, Correction, Severity
from massage_trainer.domain.protocol import Amount, Protocol
from massage_trainer.domain.timeline import Segment, SegmentKind
from massage_trainer.widgets.chip import ChipKind
from massage_trainer.widgets.detail_row import DetailLine, Tone
from massage_trainer.widgets.icons import Icon
from massage_trainer.widgets.labels import (
    number_name,
    severity_text,
    status_explanation,
    status_text,
    time_text,
)
from massage_trainer.widgets.step_details import numbers

_SEVERITY_CHIPS = {
    Severity.DANGER: ChipKind.DANGER,
    Severity.WRONG: ChipKind.CAUTION,
    Severity.UNCLEAR: ChipKind.SOFT,
}


def source_lines(
    segment: Segment, protocol: Protocol, catalog: Catalog, language: str
) -> tuple[DetailLine, ...]:
    """Corrections first, then the numbers, then the sentences of the article."""
    corrections = [
        catalog.corrections[key] for key in segment.step.corrections if key in catalog.corrections
    ]
    review = DetailLine(
        Icon.INFO,
        QCoreApplication.translate("SourceDetails", "Review"),
        QCoreApplication.translate("SourceDetails", "No clinician has reviewed this content yet."),
    )
    if segment.kind is SegmentKind.CHOICE:
        return (review,)
    return (
        *(line for item in corrections for line in _correction(item, language)),
        *_numbers(segment, protocol, language),
        *_sentences(segment, catalog, language),
        review,
    )


def _correction(correction: Correction, language: str) -> Iterator[DetailLine]:
    yield DetailLine(
        Icon.BOOK,
        QCoreApplication.translate("SourceDetails", "The article says"),
        QCoreApplication.translate("SourceDetails", "“{words}”").format(
            # The font draws a fraction slash together with the letters behind it.
            words=correction.article_words.replace("\u2044", "/")
        ),
        severity_text(correction.severity),
        _SEVERITY_CHIPS[correction.severity],
        apart=True,
    )
    label = QCoreApplication.translate("SourceDetails", "Taught here")
    taught = correction.taught.in_language(language)
    yield DetailLine(Icon.CHECK, label, taught, strong=True, tone=Tone.SOFT)
    label = QCoreApplication.translate("SourceDetails", "Why")
    yield DetailLine(Icon.QUESTION, label, correction.why.in_language(language))


def _numbers(segment: Segment, protocol: Protocol, language: str) -> Iterator[DetailLine]:
    for field, value, amount in numbers(segment.step.dose, segment.point_id):
        yield _number(field, value, amount, language)
    gaps = [("lead-in", protocol.lead_in), ("between", protocol.between)]
    for field, amount in gaps if segment.gap_ms else ():
        if amount.chosen == segment.gap_ms:
            yield _number(field, time_text(amount), amount, language)
            return


def _number(field: str, value: str, amount: Amount, language: str) -> DetailLine:
    explained = status_explanation(amount.status)
    if amount.reason:
        explained = f"{explained} {amount.reason.in_language(language)}"
    text = f"{value}\n{explained}"
    return DetailLine(Icon.CLOCK, number_name(field), text, status_text(amount.status))


def _sentences(segment: Segment, catalog: Catalog, language: str) -> Iterator[DetailLine]:
    known = [catalog.sentences[key] for key in segment.step.source if key in catalog.sentences]
    if known:
        text = "\n".join(f"{item.id} · {item.label.in_language(language)}" for item in known)
        label = QCoreApplication.translate("SourceDetails", "In the article")
        yield DetailLine(Icon.LIST, label, text)
