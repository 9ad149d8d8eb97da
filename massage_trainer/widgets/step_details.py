"""What a step tells the student, as lines for the instruction and the caution columns."""

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from massage_trainer.domain.catalog import Catalog, Question, Sure
from massage_trainer.domain.protocol import (
    Amount,
    Check,
    Counted,
    Dose,
    Holds,
    Points,
    RemarkKind,
    Rest,
    Timed,
)
from massage_trainer.domain.teacher import TeacherChoices
from massage_trainer.domain.text import LocalizedText
from massage_trainer.domain.timeline import Segment, SegmentKind
from massage_trainer.widgets.detail_row import DetailLine, Tone
from massage_trainer.widgets.icons import Icon
from massage_trainer.widgets.labels import count_text, number_name, status_text, time_text
from massage_trainer.widgets.quantities import duration_text, times_text
from massage_trainer.widgets.step_lines import SEPARATOR
from massage_trainer.widgets.verdict_words import unsure_text

_MAIN_NUMBERS = frozenset({"time", "count", "hold", "times"})


def instruction_lines(
    segment: Segment, catalog: Catalog, choices: TeacherChoices, language: str
) -> tuple[DetailLine, ...]:
    """Everything the hands need to know, the most important first."""
    if segment.kind is SegmentKind.CHOICE:
        return (_choice_line(segment, language),)
    doses = list(_dose_lines(segment.step.dose, segment.point_id))
    return (
        *_do_lines(segment, language),
        *(line for field, line in doses if field in _MAIN_NUMBERS),
        *_word_lines(segment, catalog, language),
        *(line for field, line in doses if field not in _MAIN_NUMBERS),
        *_question_lines(segment, catalog, choices, language),
    )


def caution_lines(segment: Segment, catalog: Catalog, language: str) -> tuple[DetailLine, ...]:
    """When to stop, then what to be careful with."""
    if segment.kind is SegmentKind.CHOICE:
        return ()
    lines = list(_remark_lines(segment, language))
    if segment.step.words.stop:
        label = QCoreApplication.translate("StepDetails", "Stop at once")
        text = segment.step.words.stop.in_language(language)
        lines.append(DetailLine(Icon.STOP, label, text, tone=Tone.DANGER))
    for caution_id in segment.step.cautions:
        if caution := catalog.cautions.get(caution_id):
            label = QCoreApplication.translate("StepDetails", "Caution")
            text = caution.text.in_language(language)
            lines.append(DetailLine(Icon.WARNING, label, text, tone=Tone.CAUTION))
    for zone_id in segment.step.avoid:
        if zone := catalog.zones.get(zone_id):
            label = QCoreApplication.translate("StepDetails", "Do not press: {zone}").format(
                zone=zone.name.in_language(language)
            )
            text = zone.why.in_language(language)
            lines.append(DetailLine(Icon.ZONES, label, text, tone=Tone.CAUTION))
    return tuple(lines)


def _remark_lines(segment: Segment, language: str) -> Iterator[DetailLine]:
    """What the answers about the person on the table mean here, before everything else."""
    label = QCoreApplication.translate("StepDetails", "For this person")
    for remark in segment.step.remarks:
        text = remark.reason.in_language(language)
        match remark.kind:
            case RemarkKind.CAREFUL:
                yield DetailLine(Icon.PERSON, label, text, tone=Tone.DANGER)
            case RemarkKind.ALLOWED:
                watched = QCoreApplication.translate("StepDetails", "Allowed, and watched")
                yield DetailLine(Icon.TEACHER, watched, text, tone=Tone.DANGER)


def place_text(segment: Segment, catalog: Catalog, language: str) -> str:
    """The client's position and the region worked on."""
    position = catalog.positions.get(segment.step.position_id)
    region = catalog.regions.get(segment.step.region_id)
    return SEPARATOR.join(place.name.in_language(language) for place in (position, region) if place)


def numbers(dose: Dose, point_id: str = "") -> Iterator[tuple[str, str, Amount]]:
    """Every number of a dose: its field, its value in words, and the amount behind it."""
    match dose:
        case Timed(time=time) | Rest(time=time):
            yield from _times(("time", time))
        case Counted() as counted:
            count = counted.count
            chosen = count_text(replace(count, least=count.chosen, most=count.chosen), counted.unit)
            yield "count", _chosen(count_text(count, counted.unit), chosen, count), count
            yield from _times(("cadence", counted.cadence))
        case Holds() as holds:
            yield from _times(("hold", holds.hold))
            times = holds.times
            chosen = times_text(times.chosen, times.chosen)
            yield "times", _chosen(times_text(times.least, times.most), chosen, times), times
            yield from _times(("ease-in", holds.ease_in), ("ease-out", holds.ease_out))
            yield from _times(("rest", holds.rest))
        case Points(holds=presses):
            for press in presses:
                if press.point_id == point_id or not point_id:
                    yield from _times(("hold", press.hold), ("rest", press.rest))


def _times(*named: tuple[str, Amount | None]) -> Iterator[tuple[str, str, Amount]]:
    for field, amount in named:
        if amount:
            yield field, _chosen(time_text(amount), duration_text(amount.chosen), amount), amount


def _chosen(span: str, chosen: str, amount: Amount) -> str:
    """A range and the value of it that is played, unless that is the least."""
    if amount.chosen == amount.least:
        return span
    return QCoreApplication.translate("StepDetails", "{range}, here {chosen}").format(
        range=span, chosen=chosen
    )


def _do_lines(segment: Segment, language: str) -> Iterator[DetailLine]:
    yield DetailLine(None, "", segment.step.words.do.in_language(language))
    if isinstance(segment.step.dose, Check):
        for item in segment.step.dose.items:
            yield DetailLine(Icon.BOX, "", item.in_language(language))


def _dose_lines(dose: Dose, point_id: str) -> Iterator[tuple[str, DetailLine]]:
    for field, value, amount in numbers(dose, point_id):
        icon = Icon.REPEAT if field in ("count", "times") else Icon.CLOCK
        chip = status_text(amount.status)
        yield field, DetailLine(icon, number_name(field), value, chip, strong=True)


def _word_lines(segment: Segment, catalog: Catalog, language: str) -> Iterator[DetailLine]:
    words = segment.step.words
    place = place_text(segment, catalog, language)
    if segment.step.region_id and place:
        yield DetailLine(Icon.PLACE, QCoreApplication.translate("StepDetails", "Where"), place)
    if point := catalog.points.get(segment.point_id):
        names = f"{point.name_vi} ({point.code}) · {point.pinyin} · {point.hanzi}"
        label = QCoreApplication.translate("StepDetails", "Point")
        yield DetailLine(Icon.TARGET, label, names)
        label = QCoreApplication.translate("StepDetails", "Find the point")
        yield DetailLine(Icon.HAND, label, point.find.in_language(language))
        if point.sure is not Sure.HIGH:
            label = QCoreApplication.translate("StepDetails", "Ask your instructor")
            yield DetailLine(Icon.QUESTION, label, unsure_text(), tone=Tone.SOFT)
        if point.alternative:
            label = QCoreApplication.translate("StepDetails", "Also taught")
            yield DetailLine(Icon.INFO, label, point.alternative.text.in_language(language))
    named: tuple[tuple[Icon, str, LocalizedText | None], ...] = (
        (Icon.HAND, QCoreApplication.translate("StepDetails", "Hand"), words.contact),
        (Icon.ARROW, QCoreApplication.translate("StepDetails", "Direction"), words.direction),
        (Icon.PRESSURE, QCoreApplication.translate("StepDetails", "Pressure"), words.pressure),
        (Icon.PERSON, QCoreApplication.translate("StepDetails", "Your stance"), words.practitioner),
        (Icon.EYE, QCoreApplication.translate("StepDetails", "Watch"), words.watch),
    )
    for icon, label, text in named:
        if text:
            yield DetailLine(icon, label, text.in_language(language))


def _question_lines(
    segment: Segment, catalog: Catalog, choices: TeacherChoices, language: str
) -> Iterator[DetailLine]:
    for question_id in segment.step.questions:
        question = catalog.questions.get(question_id)
        if question is None:
            continue
        answer = _choice_text(question, choices.answers.get(question_id, ""), language)
        if answer:
            label = QCoreApplication.translate("StepDetails", "Your teacher")
            yield DetailLine(Icon.TEACHER, label, answer, tone=Tone.SOFT)
            continue
        label = QCoreApplication.translate("StepDetails", "Ask your instructor")
        meanwhile = QCoreApplication.translate("StepDetails", "Until then: {choice}").format(
            choice=_choice_text(question, question.default, language)
        )
        text = f"{question.text.in_language(language)}\n{meanwhile}"
        yield DetailLine(Icon.QUESTION, label, text, tone=Tone.SOFT)


def _choice_text(question: Question, choice_id: str, language: str) -> str:
    texts = {choice.id: choice.text.in_language(language) for choice in question.choices}
    return texts.get(choice_id, "")


def _choice_line(segment: Segment, language: str) -> DetailLine:
    block = segment.block
    if block and block.name:
        name = block.name.in_language(language)
        text = QCoreApplication.translate(
            "StepDetails", "“{part}” is optional. Do it now, or skip it?"
        ).format(part=name)
    else:
        text = QCoreApplication.translate(
            "StepDetails", "The next part is optional. Do it now, or skip it?"
        )
    return DetailLine(Icon.QUESTION, "", text)
