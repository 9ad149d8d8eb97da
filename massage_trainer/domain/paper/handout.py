"""A lesson as a handout: every step with its picture, doses, words and cautions."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.catalog import Sure
from massage_trainer.domain.paper import words
from massage_trainer.domain.paper.doses import duration, length, values_of
from massage_trainer.domain.paper.model import (
    Bullets,
    Fact,
    Heading,
    Legend,
    Paper,
    Part,
    Picture,
    Remark,
    Sign,
    StepPart,
    Table,
    Title,
)
from massage_trainer.domain.paper.notes import note_parts, numbered_corrections
from massage_trainer.domain.protocol import Block, Check, Notice, Points, Step
from massage_trainer.domain.timeline import unroll

if TYPE_CHECKING:
    from massage_trainer.domain.catalog import Acupoint, Catalog
    from massage_trainer.domain.protocol import Protocol
    from massage_trainer.domain.teacher import TeacherChoices
    from massage_trainer.domain.text import LocalizedText

# The pictures of a plate on a side: first the plate itself, with the points worked on marked in
# it; then, for points, one that shows them without a hand, and where not to press.
Pictured = Callable[[str, Side | None, tuple[str, ...], tuple[str, ...]], tuple[Picture, ...]]


def handout(
    lesson: Protocol,
    catalog: Catalog,
    choices: TeacherChoices,
    language: str,
    pictured: Pictured,
) -> Paper:
    """``lesson`` is settled: no side and no number is open."""
    return _Handout(lesson, catalog, choices, language, pictured).paper()


class _Handout:
    def __init__(
        self,
        lesson: Protocol,
        catalog: Catalog,
        choices: TeacherChoices,
        language: str,
        pictured: Pictured,
    ) -> None:
        self._lesson = lesson
        self._catalog = catalog
        self._choices = choices
        self._language = language
        self._pictured = pictured
        self._number = 0
        self._told: dict[str, int] = {}
        self._last: tuple[Picture, ...] = ()

    def paper(self) -> Paper:
        steps = tuple(self._body(self._lesson.body))
        name = self._said(self._lesson.name)
        foot = f"{self._said(words.PROGRAM)} · {self._said(words.HANDOUT)}"
        return Paper(name, self._language, foot, (*self._front(steps), *steps, *self._notes()))

    def _said(self, text: LocalizedText) -> str:
        return text.in_language(self._language)

    def _front(self, steps: tuple[Part, ...]) -> Iterator[Part]:
        lesson = self._lesson
        total = length(unroll(lesson).total_ms, self._language)
        facts = (
            (self._said(words.LENGTH), self._said(words.ABOUT).format(length=total)),
            (self._said(words.STEPS), str(self._number)),
        )
        cover = self._pictured(lesson.cover, None, (), ())
        yield Title(
            self._said(lesson.name),
            self._said(words.HANDOUT),
            self._said(lesson.summary),
            facts,
            cover[0] if cover else None,
        )
        if lesson.needs:
            yield Heading(self._said(words.NEEDS))
            yield Bullets(tuple(map(self._said, lesson.needs)), boxes=True)
        yield self._legend(steps)
        yield Remark(Sign.ASK, self._said(words.REVIEW_LABEL), self._said(words.REVIEW))

    def _legend(self, steps: tuple[Part, ...]) -> Legend:
        """Of those signs and origins that this handout uses."""
        parts = [part for part in steps if isinstance(part, StepPart)]
        signs = {remark.sign for part in parts for remark in part.remarks}
        statuses = {value.status for part in parts for value in part.values}
        meaning = (
            (Sign.STOP, words.STOP),
            (Sign.CAUTION, words.CAUTION_SHORT),
            (Sign.AVOID, words.AVOID_SHORT),
            (Sign.ASK, words.ASK),
            (Sign.TEACHER, words.TEACHER_SHORT),
        )
        return Legend(
            self._said(words.HOW_TO_READ),
            tuple((sign, self._said(text)) for sign, text in meaning if sign in signs),
            tuple(
                (status, self._said(words.STATUS[status]), self._said(text))
                for status, text in words.STATUS_MEANS.items()
                if status in statuses
            ),
        )

    def _body(self, body: tuple[Step | Block, ...]) -> Iterator[Part]:
        for item in body:
            if isinstance(item, Step):
                yield self._step(item)
                continue
            if item.name:
                asides = []
                if item.times > 1:
                    asides.append(self._said(words.LAPS).format(times=item.times))
                if item.total:
                    status = self._said(words.STATUS[item.total.status])
                    total = duration(item.total.chosen, self._language)
                    asides.append(f"{self._said(words.IN_ALL).format(time=total)} ({status})")
                if item.optional:
                    asides.append(self._said(words.OPTIONAL))
                yield Heading(self._said(item.name), " · ".join(asides))
            yield from self._body(item.body)

    def _step(self, step: Step) -> StepPart:
        self._number += 1
        sides = step.sides if isinstance(step.sides, tuple) else ()
        codes = (
            tuple(hold.point_id for hold in step.dose.holds)
            if isinstance(step.dose, Points)
            else ()
        )
        points = [self._catalog.points[code] for code in codes if code in self._catalog.points]
        checks = step.dose.items if isinstance(step.dose, Check) else ()
        return StepPart(
            number=str(self._number),
            name=self._said(step.name),
            aside=self._sides(sides),
            pictures=self._pictures(step, sides[0] if sides else None, codes),
            values=values_of(step.dose, self._language),
            facts=tuple(self._facts(step, points)),
            checks=tuple(map(self._said, checks)),
            remarks=tuple(self._remarks(step, points)),
        )

    def _pictures(
        self, step: Step, side: Side | None, codes: tuple[str, ...]
    ) -> tuple[Picture, ...]:
        """Beside words alone the picture of the step before would only take room."""
        found = self._pictured(step.plate_id, side, codes, step.avoid)
        if found == self._last and isinstance(step.dose, Notice | Check):
            return ()
        self._last = found
        return found

    def _sides(self, sides: tuple[Side, ...]) -> str:
        said = [self._said(words.SIDES[side]) for side in sides]
        if len(said) == 2:
            return self._said(words.THEN).format(first=said[0], second=said[1])
        return ", ".join(said)

    def _facts(self, step: Step, points: list[Acupoint]) -> Iterator[Fact]:
        yield Fact("", self._said(step.words.do), strong=True)
        position = self._catalog.positions.get(step.position_id)
        region = self._catalog.regions.get(step.region_id)
        if region:
            places = [self._said(place.name) for place in (position, region) if place]
            yield Fact(self._said(words.WHERE), " · ".join(places))
        for point in points:
            names = f"{point.name_vi} ({point.code}) · {point.pinyin} · {point.hanzi}"
            yield Fact(self._said(words.POINT), names, strong=True)
            yield Fact(self._said(words.FIND), self._said(point.find))
            if point.alternative:
                yield Fact(self._said(words.ALSO), self._said(point.alternative.text))
        for label, text in (
            (words.HAND, step.words.contact),
            (words.DIRECTION, step.words.direction),
            (words.PRESSURE, step.words.pressure),
            (words.STANCE, step.words.practitioner),
            (words.WATCH, step.words.watch),
        ):
            if text:
                yield Fact(self._said(label), self._said(text))
        if step.prompts:
            times = ", ".join(duration(at, self._language) for at in step.prompts.at)
            asked = self._said(step.prompts.text)
            yield Fact(self._said(words.PROMPTS), f"{asked} ({times})")

    def _remarks(self, step: Step, points: list[Acupoint]) -> Iterator[Remark]:
        if step.words.stop:
            yield Remark(Sign.STOP, self._said(words.STOP), self._said(step.words.stop))
        for zone_id in step.avoid:
            if zone := self._catalog.zones.get(zone_id):
                label = self._said(words.AVOID).format(zone=self._said(zone.name))
                yield Remark(Sign.AVOID, label, self._once(zone_id, self._said(zone.why)))
        for caution_id in step.cautions:
            if caution := self._catalog.cautions.get(caution_id):
                yield Remark(Sign.CAUTION, self._said(words.CAUTION), self._said(caution.text))
        for point in points:
            for caution_id in point.cautions:
                if caution := self._catalog.point_cautions.get(caution_id):
                    label = f"{self._said(words.CAUTION)} ({point.code})"
                    yield Remark(Sign.CAUTION, label, self._said(caution.text))
            if point.sure is not Sure.HIGH:
                label = f"{self._said(words.ASK)} ({point.code})"
                yield Remark(Sign.ASK, label, self._said(words.UNSURE))
        yield from self._questions(step)

    def _questions(self, step: Step) -> Iterator[Remark]:
        for question_id in step.questions:
            question = self._catalog.questions.get(question_id)
            if question is None:
                continue
            texts = {choice.id: self._said(choice.text) for choice in question.choices}
            asked = self._said(question.text)
            if answer := texts.get(self._choices.answers.get(question_id, ""), ""):
                yield Remark(Sign.TEACHER, self._said(words.TEACHER), f"{asked} {answer}")
                continue
            if question_id in self._told:
                yield Remark(Sign.ASK, self._said(words.ASK), self._once(question_id, asked))
                continue
            meanwhile = self._said(words.MEANWHILE).format(choice=texts[question.default])
            told = self._once(question_id, f"{asked} {meanwhile}")
            yield Remark(Sign.ASK, self._said(words.ASK), told)

    def _once(self, key: str, text: str) -> str:
        """In full at its first step; later only where that was."""
        first = self._told.setdefault(key, self._number)
        return text if first == self._number else self._said(words.SEE).format(number=first)

    def _notes(self) -> tuple[Heading | Table, ...]:
        return note_parts(numbered_corrections(self._lesson.body), self._catalog, self._language)
