"""Every sentence that a lesson may need, for the clips and recordings that are made ahead."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import chain, product
from typing import Final

from massage_trainer.domain.catalog import Acupoint, Question
from massage_trainer.domain.classroom.pace import swap_alone
from massage_trainer.domain.half_time import half_time_s
from massage_trainer.domain.partner_words import ANSWER_WORDS, TITLES
from massage_trainer.domain.pause_menu import CHOICE_WORDS, MENU_WORDS
from massage_trainer.domain.protocol import Block, Protocol, SidesByAnswer, Step
from massage_trainer.domain.screening import ScreenLine
from massage_trainer.domain.session import EXTENSION_MS
from massage_trainer.domain.speech.line import Line, Urgency
from massage_trainer.domain.speech.script import MINUTE_MS, Script, about, lesson_called, rounded
from massage_trainer.domain.speech.speakable import sentences
from massage_trainer.domain.teacher import TeacherChoices, settle
from massage_trainer.domain.timeline import Timeline, unroll

SECOND_MS: Final = 1_000


def lines_of(
    protocol: Protocol,
    language: str,
    points: Mapping[str, Acupoint],
    questions: Collection[Question],
) -> tuple[Line, ...]:
    """The sentences of a lesson with every answer of the teacher, each once, in playing order.

    With it what is said where a class swaps roles. There may be others: numbers of the teacher's
    own, and the whole instruction of a step, which is said only when it is asked for. A voice of
    the system says those.
    """
    found: dict[str, None] = {}
    for timeline in _timelines(protocol, questions):
        script = Script(timeline, language, points)
        name = protocol.name.in_language(language)
        if not protocol.fragment:  # it is only heard inside other lessons
            found |= dict.fromkeys(_frame(script, timeline, name))
        for index in range(len(timeline.segments)):
            found |= dict.fromkeys(_place(script, timeline, index))
    if not protocol.fragment:
        swap = unroll(swap_alone(protocol))
        script = Script(swap, language, points)
        found |= dict.fromkeys((*_place(script, swap, 0), *script.place(0)))
    return tuple(Line(text, language, Urgency.STEP) for text in found)


def lines_of_questions(screening: Iterable[ScreenLine], language: str) -> tuple[Line, ...]:
    """What is asked before a lesson and while it is paused, and every answer to it."""
    words = [*TITLES.values(), *ANSWER_WORDS.values(), *MENU_WORDS.values(), *CHOICE_WORDS.values()]
    for line in screening:
        words.append(line.text)
        for finding in line.findings:
            words += [finding.text, finding.reason]
    spoken = (sentences(text.in_language(language), language) for text in words)
    found = dict.fromkeys(chain.from_iterable(spoken))
    return tuple(Line(text, language, Urgency.ANSWER) for text in found)


def _timelines(protocol: Protocol, questions: Collection[Question]) -> Iterator[Timeline]:
    """The lesson with every answer to what it asks, the default ones first."""
    asked = set(_asked(protocol.body))
    options = [
        sorted((choice.id for choice in question.choices), key=lambda c: c != question.default)
        for question in questions
        if question.id in asked
    ]
    names = [question.id for question in questions if question.id in asked]
    for answers in product(*options):
        chosen = dict(zip(names, answers, strict=True))
        yield unroll(settle(protocol, TeacherChoices(), chosen))


def _asked(body: tuple[Step | Block, ...]) -> Iterator[str]:
    """The questions whose answers change what is played."""
    for item in body:
        yield from (condition.question_id for condition in item.when)
        if isinstance(item, Block):
            yield from _asked(item.body)
        elif isinstance(item.sides, SidesByAnswer):
            yield item.sides.question_id


def _frame(script: Script, timeline: Timeline, name: str) -> Iterator[str]:
    """What is said of the lesson as a whole."""
    phrases = script.phrases
    yield from (
        lesson_called(name, script.language),
        about(timeline.total_ms, script.language),
        phrases.how_to_start,
    )
    yield from (phrases.go_on_when_ready, phrases.going_on, phrases.paused, phrases.interrupted)
    yield from (phrases.finished, phrases.least, phrases.time_over, script.more(EXTENSION_MS))
    yield phrases.ten_seconds
    for words in (*CHOICE_WORDS.values(), *MENU_WORDS.values()):
        yield from sentences(words.in_language(script.language), script.language)
    longest_ms = max((segment.duration_ms for segment in timeline.segments), default=0)
    for milliseconds in range(0, longest_ms + 1, 5 * SECOND_MS):
        yield script.left(rounded(milliseconds))
    for milliseconds in range(0, timeline.total_ms + 2 * MINUTE_MS, MINUTE_MS):
        yield script.lesson_left(milliseconds)


def _place(script: Script, timeline: Timeline, index: int) -> Iterator[str]:
    """What is said at one segment, whatever came before it."""
    here = timeline.segments[index]
    yield from script.arrival(index)
    if index:
        yield from script.arrival(index, index - 1)
        yield from (script.phrases.here, *script.place(index))
    if here.step.prompts:
        yield from script.prompt(here, here.step.prompts.at[0])
    yield from script.phase(here)
    yield from script.coming(index)
    if half_time_s(here.kind, here.duration_ms) is not None:
        yield script.left(here.duration_ms // 2)
    for number in range(1, here.count + 1):
        yield from (*script.counted(here, number), script.under_way(number))
