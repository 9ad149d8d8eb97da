"""Which step carries each sentence of the source article, written to docs/source-map.md.

Run it after a change to the lessons: ``python -m tests.content.source_map``.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "source-map.md"
# Title, introduction, headings and closing line: no technique, shown as the source's claims.
BACKGROUND = ("S0", "S1", "S5.0", "S6")

HEAD = """\
# Source map

Which step carries each sentence of the source article (on back massage, on Vinmec's website).
The labels are ours; the article's own words stand only where a correction quotes a few of them.
*Background* marks what is no technique: a step of the opening shows it as the source's claims.

Written by `python -m tests.content.source_map`; a test fails when this page is out of date.
"""


@dataclass(frozen=True, slots=True)
class CarryingStep:
    """A step as the author wrote it, in the lesson where it is defined."""

    lesson: str
    id: str
    source: tuple[str, ...]
    corrections: tuple[str, ...]
    questions: tuple[str, ...]


def load(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def entries(catalog: str, key: str) -> list[dict[str, Any]]:
    """The entries of one catalogue file."""
    found: list[dict[str, Any]] = load(ROOT / "assets" / "catalog" / f"{catalog}.yaml")[key]
    return found


def steps() -> list[CarryingStep]:
    """Every step of every lesson and fragment; reused blocks count where they are defined."""
    found: list[CarryingStep] = []
    for path in sorted((ROOT / "protocols").glob("*.yaml")):
        found.extend(_steps_in(path.stem, load(path)["steps"]))
    return found


def _steps_in(lesson: str, items: list[dict[str, Any]]) -> Iterator[CarryingStep]:
    for item in items:
        if "step" in item:
            yield CarryingStep(
                lesson,
                item["step"],
                tuple(item.get("source", ())),
                tuple(item.get("corrections", ())),
                tuple(item.get("ask", ())),
            )
        else:
            yield from _steps_in(lesson, item.get("steps", []))


def page() -> str:
    """The whole text of docs/source-map.md."""
    known = steps()
    return "\n".join(
        [HEAD, *_sentences(known), "", *_corrections(known), "", *_questions(known), ""]
    )


def _sentences(known: list[CarryingStep]) -> Iterator[str]:
    yield "## Sentences"
    yield ""
    yield "| id | section | what it is about | carried by |"
    yield "|---|---|---|---|"
    for entry in entries("article", "sentences"):
        carried = _links(step for step in known if entry["id"] in step.source)
        if entry["id"] in BACKGROUND:
            carried = f"*background*, {carried}"
        label = f"{entry['label']['en']} / {entry['label']['vi']}"
        yield f"| {entry['id']} | {entry['section']} | {label} | {carried} |"


def _corrections(known: list[CarryingStep]) -> Iterator[str]:
    yield "## Corrections"
    yield ""
    yield "| id | severity | the article's words | taught instead | applied in |"
    yield "|---|---|---|---|---|"
    for entry in entries("corrections", "corrections"):
        applied = _links(step for step in known if entry["id"] in step.corrections)
        taught = entry["taught"]["en"]
        yield f"| {entry['id']} | {entry['severity']} | {entry['article']} | {taught} | {applied} |"


def _questions(known: list[CarryingStep]) -> Iterator[str]:
    yield "## Open questions"
    yield ""
    yield "| id | question | taught meanwhile | asked in |"
    yield "|---|---|---|---|"
    for entry in entries("questions", "questions"):
        asked = _links(step for step in known if entry["id"] in step.questions)
        texts = {choice["id"]: choice["text"]["en"] for choice in entry["choices"]}
        default = texts[str(entry["default"])]
        yield f"| {entry['id']} | {entry['text']['en']} | {default} | {asked} |"


def _links(carriers: Iterator[CarryingStep]) -> str:
    """The steps, lesson by lesson."""
    by_lesson: dict[str, list[str]] = {}
    for step in carriers:
        by_lesson.setdefault(step.lesson, []).append(f"`{step.id}`")
    links = (
        f"[{lesson}](../protocols/{lesson}.yaml): {', '.join(ids)}"
        for lesson, ids in by_lesson.items()
    )
    return "; ".join(links) or "**nothing**"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
