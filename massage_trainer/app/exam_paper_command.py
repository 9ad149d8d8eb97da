"""Prints the papers of an exam as JSON, without a window and without Qt's pictures."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

from massage_trainer.domain.exam.draw import GENERATOR
from massage_trainer.domain.exam.paper import Plan, papers
from massage_trainer.domain.exam.pool import exam_decks, pool_of, steps_by_id, task_text
from massage_trainer.domain.exam.sheet import text_json
from massage_trainer.domain.quiz.source import QuizSource
from massage_trainer.domain.teacher import settle
from massage_trainer.services.content.check_command import say
from massage_trainer.services.content.library import ContentLibrary
from massage_trainer.services.content.sources import ContentPlaces
from massage_trainer.services.import_questions import QUESTIONS, with_own_decks
from massage_trainer.services.lesson_contents import lesson_contents
from massage_trainer.services.resources import assets_dir, protocols_dir
from massage_trainer.services.teacher_store import FileTeacherStore

if TYPE_CHECKING:
    from pathlib import Path

    from massage_trainer.domain.exam.paper import Paper, Pool
    from massage_trainer.domain.problems import Problem
    from massage_trainer.domain.quiz.deck import Deck


def print_papers(deck_id: str, students: int, plan: Plan, data_dir: Path) -> bool:
    """Whether there is such a deck; the same seed prints the same on any machine."""
    source = read_source(data_dir)
    known = exam_decks(source)
    deck = find_deck(known, deck_id)
    if deck is None:
        sys.stderr.write(_unknown(deck_id, known))
        return False
    say(json.dumps(papers_json(source, deck, students, plan), ensure_ascii=False, indent=1))
    return True


def read_source(data_dir: Path) -> QuizSource:
    """The catalogue, the lessons with the teacher's choices, and the questions of one's own."""
    store = FileTeacherStore(data_dir, _complain)
    choices = store.load()
    lessons = ContentLibrary(
        ContentPlaces(
            protocols=(protocols_dir(), data_dir / "protocols"),
            catalog=assets_dir() / "catalog",
            plates_index=assets_dir() / "plates" / "index.json",
            cache=data_dir / "cache",
        ),
        lambda: choices,
        store.fingerprint,
    )
    catalog = lessons.catalog()
    defaults = {question.id: question.default for question in catalog.questions.values()}
    contents = lesson_contents(
        lessons, lambda lesson: settle(lessons.lesson(lesson), choices, defaults)
    )
    return with_own_decks(QuizSource(catalog, tuple(contents)), data_dir / QUESTIONS)


def find_deck(known: tuple[Deck, ...], name: str) -> Deck | None:
    """By its id; a lesson also by its own."""
    return next((deck for deck in known if name in (deck.id, deck.id.partition(":")[2])), None)


def papers_json(source: QuizSource, deck: Deck, students: int, plan: Plan) -> dict[str, Any]:
    """The papers and how they were drawn, as values that JSON knows."""
    pool, steps = pool_of(source, deck), steps_by_id(source)

    def tasks(paper: Paper) -> list[dict[str, Any]]:
        return [
            {
                "number": task.number,
                "kind": task.kind.value,
                "subject": task.subject,
                "side": task.side.value,
                "text": text_json(task_text(task, source, steps)),
            }
            for task in paper.tasks
        ]

    drawn = papers(pool, plan, students)
    return {
        "deck": deck.id,
        "title": text_json(deck.title),
        "seed": plan.seed,
        "generator": GENERATOR,
        "points_each": plan.points_each,
        "techniques_each": plan.techniques_each,
        "uses": _uses(pool, drawn),
        "papers": [{"seat": paper.seat, "tasks": tasks(paper)} for paper in drawn],
    }


def _uses(pool: Pool, drawn: tuple[Paper, ...]) -> dict[str, int]:
    uses = dict.fromkeys((*(p.code for p in pool.points), *(t.step for t in pool.techniques)), 0)
    for paper in drawn:
        for task in paper.tasks:
            uses[task.subject] += 1
    return uses


def _unknown(wanted: str, known: tuple[Deck, ...]) -> str:
    from difflib import get_close_matches

    names = {deck.id.partition(":")[2] or deck.id: deck.id for deck in known}
    names |= {deck.id: deck.id for deck in known}
    close = get_close_matches(wanted, names, n=1)
    listed = ", ".join(deck.id for deck in known)
    hint_vi = f"có phải {names[close[0]]}?" if close else f"hiện có: {listed}"
    hint_en = f"did you mean {names[close[0]]}?" if close else f"there are: {listed}"
    return (
        f"Không có bài hay bộ huyệt {wanted!r} để ra đề ({hint_vi}).\n"
        f"There is no lesson or deck {wanted!r} to draw from ({hint_en}).\n"
    )


def _complain(problem: Problem) -> None:
    sys.stderr.write(f"{problem.kind.name}: {problem.detail}\n")
